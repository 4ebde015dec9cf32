"""What exploring found, for a person at a terminal."""

from __future__ import annotations

from fractions import Fraction

from game.author.explore.charts_text import bar, box, percent, points, table
from game.author.explore.figures import PERCENTILES, Exploration, ScenarioFigures
from game.author.explore.lines import ranges
from game.rubric.chance import Spread
from game.rubric.model import AXES, COMPONENTS, Rubric
from game.story.play_counts import Cover
from game.story.reach import Verdict

RARE = Fraction(1, 100)


def as_text(found: Exploration) -> str:
    """Returns what was found, for a person at a terminal."""
    rows = [f"{found.bench.scenario.title}, every play of it", ""]
    if found.figures is None:
        rows += [found.why_none, ""]
    else:
        rows += _figures_as_text(found.figures, found.bench.exact.rubric)
    return "\n".join([*rows, *_coverage_as_text(found), *_lines_as_text(found)])


def _figures_as_text(figures: ScenarioFigures, rubric: Rubric) -> list[str]:
    short, long = figures.lengths
    rows = [
        f"{figures.plays:,} plays of {short} to {long} choices, through {figures.positions:,} positions that differ.",
        "",
        "How long plays are, in choices, when every choice is left to chance:",
        f"  {', '.join(f'{length}: {percent(odds)}' for length, odds in figures.length_odds.items())}",
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


def _endings_as_text(figures: ScenarioFigures) -> list[str]:
    rows = table([[e.node, e.kind, percent(e.probability)] for e in figures.endings], left=2)
    return [f"{row}  {bar(e.probability)}" for row, e in zip(rows, figures.endings, strict=True)]


def _spreads_as_text(figures: ScenarioFigures, rubric: Rubric) -> list[str]:
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


def _ranges_as_text(figures: ScenarioFigures) -> list[str]:
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


def _coverage_as_text(found: Exploration) -> list[str]:
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


def _lines_as_text(found: Exploration) -> list[str]:
    """Returns the lines of the file that random plays never or hardly ever read."""
    shares = [share for share in found.lines if share is not None]
    if not shares:
        return []
    never, rare = ranges(found.lines, Fraction(0)), ranges(found.lines, RARE)
    count = shares.count(Fraction(0))
    rows = [f"Of {len(shares)} lines of the file that plays can read, {count} are never read by any."]
    rows += [f"  {where}: never" for where, _ in never]
    rows += [f"  {where}: {percent(share)} of random plays" for where, share in rare if share]
    return rows
