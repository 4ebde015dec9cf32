"""The charts of the page of `explore`: distributions, endings, ranges and lengths, each with its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from markupsafe import Markup

from game.author.explore.charts_text import percent, points
from game.author.explore.figures import PERCENTILES, EndingFound, ScenarioFigures
from game.pages.svg import Chart, drawing, tag, words, wrapped
from game.rubric.chance import Spread
from game.rubric.model import AXES, COMPONENTS, Rubric

STEPS = 20  # of five points each
WIDE = 720.0
LEFT = 300.0


def histogram(spread: Spread, steps: int = STEPS) -> list[Fraction]:
    """Returns the share of plays in each of so many equal steps from 0 to 1; the highest score counts to the last."""
    found = [0] * steps
    for value, weight in zip(spread.values, spread.weights, strict=True):
        found[min(steps - 1, max(0, int(value * steps)))] += weight
    whole = sum(found)
    return [Fraction(weight, whole) for weight in found] if whole else [Fraction(0)] * steps


def distribution(key: str, name: str, spread: Spread) -> Chart:
    """Returns how chance scores on one component or axis: a histogram with the percentiles below it."""
    head = ("Score", "Share of random plays")
    if not spread.values or spread.mean is None or spread.deviation is None:
        return Chart(key, name, "No play puts it to the test.", Markup(""), head, ())
    shares = histogram(spread)
    marks = [spread.percentile(p) or Fraction(0) for p in PERCENTILES]
    told = ", ".join(f"{p} % at most {points(m)}" for p, m in zip(PERCENTILES, marks, strict=True))
    says = (
        f"Chance level {points(spread.mean, 1)}, standard deviation {points(spread.deviation, 1)}; lowest "
        f"{points(spread.values[0])}, highest {points(spread.values[-1])}. Of random plays score {told}."
    )
    rows = [(f"{n * 5} to {n * 5 + 5}", percent(share)) for n, share in enumerate(shares) if share]
    return Chart(key, name, says, drawing(key, name, says, 340, 132, _bars(shares, marks, spread)), head, tuple(rows))


def _bars(shares: Sequence[Fraction], marks: Sequence[Fraction], spread: Spread) -> list[Markup]:
    """Bars, and on the axis a box from quarter to quarter, whiskers to the outer percentiles, median and mean."""
    most, wide = max(shares), 320.0
    parts = []
    for n, share in enumerate(shares):
        if share:
            tall = max(2.0, 84 * float(share / most))
            parts.append(
                tag("rect", x=10 + n * wide / STEPS + 1, y=90 - tall, width=wide / STEPS - 2, height=tall, cls="p0")
            )
    at = [10 + wide * float(m) for m in marks]
    mean = 10 + wide * float(spread.mean or 0)
    parts += [
        tag("path", d="M10 90.5H330", cls="cut"),
        tag("path", d=f"M{at[0]:.1f} 102H{at[4]:.1f}", cls="whisker"),
        tag("rect", x=at[1], y=97, width=max(2, at[3] - at[1]), height=10, cls="p2"),
        tag("path", d=f"M{at[2]:.1f} 94V110", cls="median"),
        tag("path", d=f"M{mean:.1f} 92l5 -7h-10z", cls="meanmark"),
        words("0", 10, 128, "axis"),
        words("50", 170, 128, "axis", "middle"),
        words("100", 330, 128, "axis", "end"),
    ]
    return parts


def endings(figures: ScenarioFigures) -> Chart:
    """Returns how plays end when every choice is left to chance."""
    title = "How random plays end"
    says = "; ".join(f"{e.title} ({e.kind}): {percent(e.probability)}" for e in figures.endings) + "."
    parts, y = list[Markup](), 0.0
    for ending in figures.endings:
        parts += _row(f"{ending.title} ({ending.kind})", y, ending.probability, percent(ending.probability))
        y += 30
    rows = tuple((e.title, e.kind, e.node, percent(e.probability)) for e in figures.endings)
    head = ("Ending", "Kind", "Node", "Share of random plays")
    return Chart("endings", title, says, drawing("endings", title, says, WIDE, y, parts), head, rows)


def lengths(figures: ScenarioFigures) -> Chart:
    """Returns how long plays are."""
    title = "How long random plays are"
    found = figures.length_odds
    says = "; ".join(f"{length} choices: {percent(odds)}" for length, odds in found.items()) + "."
    parts, y = list[Markup](), 0.0
    for length, odds in found.items():
        parts += _row(f"{length} choices", y, odds, percent(odds))
        y += 30
    rows = tuple((str(length), percent(odds)) for length, odds in found.items())
    return Chart(
        "lengths",
        title,
        says,
        drawing("lengths", title, says, WIDE, y, parts),
        ("Choices", "Share of random plays"),
        rows,
    )


def _row(label: str, y: float, share: Fraction, told: str) -> list[Markup]:
    reach = WIDE - LEFT - 70
    parts = [words(wrapped(label, 40, 1)[0], 0, y + 18), words(told, WIDE, y + 18, "num", "end")]
    parts.append(tag("rect", x=LEFT, y=y + 4, width=reach, height=18, rx=3, cls="rail"))
    if share:
        parts.append(tag("rect", x=LEFT, y=y + 4, width=max(2, reach * float(share)), height=18, rx=3, cls="p0"))
    return parts


def ranges(figures: ScenarioFigures, rubric: Rubric) -> Chart:
    """Returns for each ending the lowest and highest axis scores of plays that come to it."""
    title = "What plays that come to each ending can score"
    parts, y = list[Markup](), 22.0
    wide = (WIDE - LEFT - 100) / 2
    for n, axis in enumerate(AXES):
        x = LEFT + n * (wide + 50)
        parts += [words(rubric.axes[axis].name, x, 14, "name")]
    for ending in figures.endings:
        parts.append(words(wrapped(f"{ending.title} ({ending.kind})", 40, 1)[0], 0, y + 18))
        for n, axis in enumerate(AXES):
            parts += _range(ending.spreads[axis], LEFT + n * (wide + 50), y, wide)
        y += 30
    head = ("Ending", *(rubric.components[name].name for name in COMPONENTS), *(rubric.axes[a].name for a in AXES))
    rows = tuple(_ranges_of(ending) for ending in figures.endings)
    says = "; ".join(f"{row[0]}: {head[5]} {row[5]}, {head[6]} {row[6]}" for row in rows) + "."
    return Chart("ranges", title, says, drawing("ranges", title, says, WIDE, y, parts), head, rows)


def _ranges_of(ending: EndingFound) -> tuple[str, ...]:
    return (ending.title, *(_in_words(ending.spreads[name]) for name in (*COMPONENTS, *AXES)))


def _in_words(spread: Spread) -> str:
    return f"{points(spread.values[0])}–{points(spread.values[-1])}" if spread.values else "–"


def _range(spread: Spread, x: float, y: float, wide: float) -> list[Markup]:
    parts = [tag("rect", x=x, y=y + 4, width=wide, height=18, rx=3, cls="rail")]
    if spread.values:
        low, high = float(spread.values[0]), float(spread.values[-1])
        parts.append(
            tag("rect", x=x + wide * low, y=y + 4, width=max(3, wide * (high - low)), height=18, rx=3, cls="p0")
        )
        parts.append(words(_in_words(spread), x + wide + 46, y + 18, "num small", "end"))
    return parts
