"""What exploring found, as one page that needs nothing else and no script: charts with their tables, and the file."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from game.author.explore.charts import distribution, endings, lengths, ranges
from game.author.explore.charts_text import percent, points
from game.author.explore.figures import Exploration
from game.pages.paper import environment
from game.rubric.model import AXES, COMPONENTS
from game.story.reach import Verdict

TEMPLATES = Path(__file__).parent / "templates"
LIMITS = (Fraction(1, 100), Fraction(1, 10), Fraction(1, 2))


@dataclass(frozen=True, slots=True)
class FileRow:
    """A line of the author's file: its number, its text, the share of random plays that read it, and how much that is
    (0 never … 4 more than half; nothing where there is nothing to read)."""

    number: int
    text: str
    share: str
    level: int | None


def as_page(found: Exploration) -> str:
    """Returns the page as HTML."""
    figures, rubric, scenario = found.figures, found.bench.exact.rubric, found.bench.scenario
    charts = []
    if figures is not None:
        for n, name in enumerate((*AXES, *COMPONENTS)):
            known = rubric.axes[name].name if name in rubric.axes else rubric.components[name].name
            charts.append(distribution(f"spread-{n}", known, figures.spreads[name]))
    return (
        environment(TEMPLATES)
        .get_template("explore.html")
        .render(
            scenario=scenario,
            figures=figures,
            why_none=found.why_none,
            charts=charts,
            levels=[
                (rubric.axes[name].name, points(figures.spreads[name].mean, 1) if figures else "") for name in AXES
            ],
            endings=endings(figures) if figures else None,
            lengths=lengths(figures) if figures else None,
            ranges=ranges(figures, rubric) if figures else None,
            closed=_closed(found),
            rows=_rows(found),
            never=found.lines.count(Fraction(0)),
            read=sum(share is not None for share in found.lines),
        )
    )


def _rows(found: Exploration) -> list[FileRow]:
    return [
        FileRow(number, text, _told(share), _level(share))
        for number, (text, share) in enumerate(zip(found.bench.document.lines, found.lines, strict=False), 1)
    ]


def _level(share: Fraction | None) -> int | None:
    return None if share is None else 0 if share == 0 else 1 + sum(share > limit for limit in LIMITS)


def _told(share: Fraction | None) -> str:
    return "" if share is None else "never" if share == 0 else percent(share)


def _closed(found: Exploration) -> list[tuple[int, str, str]]:
    """Returns the nodes and options that no play comes to or that are not proven, with line and reason."""
    bench = found.bench
    rows = [(bench.line_of_node(name), name, f) for name, f in found.nodes.items()]
    rows += [(bench.line_of_option(name), name, f) for name, f in found.options.items()]
    return [
        (line, name, f"{f.verdict.value}. {f.why[:1].upper()}{f.why[1:]}")
        for line, name, f in sorted(rows, key=lambda row: row[:2])
        if f.verdict is not Verdict.REACHABLE
    ]
