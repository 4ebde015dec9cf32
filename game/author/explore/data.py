"""What exploring found, as plain data for JSON: scores in points of a hundred, probabilities 0–1."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from game.author.explore.charts import STEPS, histogram
from game.author.explore.figures import PERCENTILES, Exploration, ScenarioFigures
from game.rubric.chance import Spread
from game.story.reach import Finding


def as_data(found: Exploration) -> dict[str, Any]:
    """Returns what was found as plain data for JSON: scores in points of a hundred, probabilities 0–1."""
    figures, bench = found.figures, found.bench
    data: dict[str, Any] = {"scenario": bench.scenario.id, "title": bench.scenario.title, "proven": figures is not None}
    if figures is None:
        data["why"] = found.why_none
    else:
        data |= _figures_as_data(figures)
    data["nodes"] = [_finding(name, f, bench.line_of_node(name)) for name, f in found.nodes.items()]
    data["options"] = [_finding(name, f, bench.line_of_option(name)) for name, f in found.options.items()]
    data["lines"] = [
        {"line": number, "share": float(share)} for number, share in enumerate(found.lines, 1) if share is not None
    ]
    return data


def _figures_as_data(figures: ScenarioFigures) -> dict[str, Any]:
    return {
        "plays": figures.plays,
        "positions": figures.positions,
        "shortest": figures.lengths.shortest,
        "longest": figures.lengths.longest,
        "lengths": {str(length): float(odds) for length, odds in figures.length_odds.items()},
        "means": {
            name: None if mean is None else {"lowest": float(mean[0]), "highest": float(mean[1])}
            for name, mean in figures.means.items()
        },
        "chance": {name: _spread(spread) for name, spread in figures.spreads.items()},
        "endings": [
            {
                "id": e.node,
                "title": e.title,
                "kind": e.kind,
                "probability": float(e.probability),
                "scores": {name: _spread(spread) for name, spread in e.spreads.items()},
            }
            for e in figures.endings
        ],
        "cover": {"plays": figures.cover.plays, "at_least": figures.cover.fewest, "proven": figures.cover.proven},
    }


def _spread(spread: Spread) -> dict[str, Any] | None:
    if spread.mean is None or spread.deviation is None:
        return None
    return {
        "mean": _points(spread.mean),
        "deviation": _points(spread.deviation),
        "lowest": _points(spread.values[0]),
        "highest": _points(spread.values[-1]),
        "percentiles": {str(p): _points(spread.percentile(p) or Fraction(0)) for p in PERCENTILES},
        "histogram": {"step": 100 // STEPS, "shares": [float(share) for share in histogram(spread)]},
    }


def _points(share: Fraction) -> float:
    return round(float(share) * 100, 4)


def _finding(name: str, finding: Finding, line: int) -> dict[str, Any]:
    data: dict[str, Any] = {"id": name, "line": line, "verdict": finding.verdict.value}
    return data | ({"why": finding.why} if finding.why else {"way": list(finding.way)})
