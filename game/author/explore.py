"""Everything exact about a scenario: how many plays, how long, how they end, what chance scores, what is reached.

Computed over every play by dynamic programming on the merged positions; nothing is sampled. What could not be
followed within the budget is said to be not proven, with the count, and then no other figures are given.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from game.author.bench import Bench
from game.author.charts_text import bar, box, percent, points, table
from game.rubric.chance import Spread
from game.rubric.model import AXES, COMPONENTS, Rubric
from game.story.plays import MOST_POSITIONS
from game.story.reach import Finding, Reach, Verdict
from game.story.walks import Cover, Lengths, cover, lengths, number_of_plays

PERCENTILES = (5, 25, 50, 75, 95)


@dataclass(frozen=True, slots=True)
class EndingFound:
    """An ending: how likely it is under random play, and what plays that come to it can score (0–1)."""

    node: str
    title: str
    kind: str
    probability: Fraction
    spreads: dict[str, Spread]


@dataclass(frozen=True, slots=True)
class Figures:
    """What all plays come to."""

    plays: int
    positions: int
    lengths: Lengths
    endings: list[EndingFound]
    spreads: dict[str, Spread]
    means: dict[str, tuple[Fraction, Fraction] | None]
    cover: Cover


@dataclass(frozen=True, slots=True)
class Explored:
    """What was found: the figures, or in words why there are none; and the finding on each node and option."""

    bench: Bench
    figures: Figures | None
    why_none: str
    nodes: dict[str, Finding]
    options: dict[str, Finding]


def explore(bench: Bench, most: int = MOST_POSITIONS) -> Explored:
    """Everything exact about a scenario, within a budget of so many positions."""
    reach = Reach(bench.exact.story, most)
    why_none = ""
    if not reach.graph.complete:
        why_none = (
            f"Not proven: after {len(reach.graph.positions):,} positions there were more to follow. "
            "Use fewer facts, or ask about client state in fewer places."
        )
    elif reach.graph.loop is not None:
        why_none = (
            f"A play can come back to `{reach.graph.loop.node}` for ever, so plays cannot be counted. Run `check`."
        )
    return Explored(bench, None if why_none else _figures(bench), why_none, reach.nodes, reach.options)


def _figures(bench: Bench) -> Figures:
    exact, plays = bench.exact, bench.exact.plays
    endings = []
    for node, probability in exact.chance.endings.items():
        ending = bench.scenario.nodes[node].ending
        assert ending is not None
        endings.append(EndingFound(node, ending.title, ending.kind.value, probability, exact.chance.at_ending(node)))
    means = {name: (extent.low, extent.high) if extent else None for name, extent in exact.extents.items()}
    return Figures(
        number_of_plays(plays),
        len(plays.positions),
        lengths(plays),
        sorted(endings, key=lambda e: -e.probability),
        exact.chance.spreads,
        means,
        cover(plays),
    )


# ── as text ───────────────────────────────────────────────────────────────────────────────────────────


def as_text(found: Explored) -> str:
    """What was found, for a person at a terminal."""
    rows = [f"{found.bench.scenario.title}, every play of it", ""]
    if found.figures is None:
        rows += [found.why_none, ""]
    else:
        rows += _figures_as_text(found.figures, found.bench.exact.rubric)
    return "\n".join([*rows, *_coverage_as_text(found)])


def _figures_as_text(figures: Figures, rubric: Rubric) -> list[str]:
    short, long = figures.lengths
    rows = [
        f"{figures.plays:,} plays of {short} to {long} choices, through {figures.positions:,} positions that differ.",
        "",
        "How plays end when every choice is left to chance:",
        *_endings_as_text(figures),
        "",
        "What chance scores (path scores, 0 to 100; ═ is the middle half of plays, ┃ the median):",
        *_spreads_as_text(figures, rubric),
        "",
        "Lowest and highest score of plays that come to each ending:",
        *_ranges_as_text(figures),
        "",
    ]
    return rows + _cover_as_text(figures.cover)


def _endings_as_text(figures: Figures) -> list[str]:
    rows = table([[e.node, e.kind, percent(e.probability)] for e in figures.endings], left=2)
    return [f"{row}  {bar(e.probability)}" for row, e in zip(rows, figures.endings, strict=True)]


def _spreads_as_text(figures: Figures, rubric: Rubric) -> list[str]:
    head = ["", "mean", "sd", *(f"{p} %" for p in PERCENTILES), "lowest", "highest"]
    rows, boxes = [head], [f"0{'100'.rjust(40)}"]
    for name, spread in figures.spreads.items():
        label = rubric.axes[name].name.upper() if name in rubric.axes else rubric.components[name].name
        if not spread.values:
            rows.append([label, *["–"] * (len(head) - 1)])
            boxes.append("no play puts it to the test")
            continue
        marks = [spread.percentile(p) or Fraction(0) for p in PERCENTILES]
        least, most = spread.values[0], spread.values[-1]
        figured = [spread.mean, spread.deviation, *marks, least, most]
        rows.append([label, *(points(figure) for figure in figured)])
        boxes.append(box(least, marks[1], marks[2], marks[3], most))
    width = max(len(row) for row in table(rows))
    return [f"{row.ljust(width)}  {chart}".rstrip() for row, chart in zip(table(rows), boxes, strict=True)]


def _ranges_as_text(figures: Figures) -> list[str]:
    rows = [["", "", "R", "A", "C", "K", "roles", "power"]]
    for ending in figures.endings:
        spreads = (ending.spreads[name] for name in (*COMPONENTS, *AXES))
        rows.append([ending.node, ending.kind, *(_range(spread) for spread in spreads)])
    return table(rows, left=2)


def _range(spread: Spread) -> str:
    return f"{points(spread.values[0])}–{points(spread.values[-1])}" if spread.values else "–"


def _cover_as_text(cover: Cover) -> list[str]:
    count = len(cover.plays)
    proof = "and no fewer can" if cover.proven else f"and fewer than {cover.fewest} cannot"
    rows = [f"{count} plays choose every option, {proof}. A plan for a review:"]
    return [*rows, *(f"  --choices {','.join(play)}" for play in cover.plays), ""]


def _coverage_as_text(found: Explored) -> list[str]:
    rows = []
    for what, findings, line_of in (
        ("nodes", found.nodes, found.bench.line_of_node),
        ("options", found.options, found.bench.line_of_option),
    ):
        counts = {v: sum(f.verdict is v for f in findings.values()) for v in Verdict}
        told = [f"{counts[v]} {v.value}" for v in Verdict if counts[v] or v is Verdict.REACHABLE]
        rows.append(f"Of {len(findings)} {what}, {', '.join(told)}.")
        rows += [
            f"  line {line_of(name)}: `{name}`: {f.verdict.value}. {f.why[:1].upper() + f.why[1:]}"
            for name, f in findings.items()
            if f.verdict is not Verdict.REACHABLE
        ]
    return rows


# ── as data ───────────────────────────────────────────────────────────────────────────────────────────


def as_data(found: Explored) -> dict[str, Any]:
    """What was found as plain data for JSON: scores in points of a hundred, probabilities 0–1."""
    figures, bench = found.figures, found.bench
    data: dict[str, Any] = {"scenario": bench.scenario.id, "title": bench.scenario.title, "proven": figures is not None}
    if figures is None:
        data["why"] = found.why_none
    else:
        data |= _figures_as_data(figures)
    data["nodes"] = [_finding(name, f, bench.line_of_node(name)) for name, f in found.nodes.items()]
    data["options"] = [_finding(name, f, bench.line_of_option(name)) for name, f in found.options.items()]
    return data


def _figures_as_data(figures: Figures) -> dict[str, Any]:
    return {
        "plays": figures.plays,
        "positions": figures.positions,
        "shortest": figures.lengths.shortest,
        "longest": figures.lengths.longest,
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
    }


def _points(share: Fraction) -> float:
    return round(float(share) * 100, 4)


def _finding(name: str, finding: Finding, line: int) -> dict[str, Any]:
    data: dict[str, Any] = {"id": name, "line": line, "verdict": finding.verdict.value}
    return data | ({"why": finding.why} if finding.why else {"way": list(finding.way)})
