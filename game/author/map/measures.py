"""What boxes can be coloured by: each box's level (0 to 4) with the words that say the same without colour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from game.author.explore.charts_text import percent
from game.author.map.graph import Graph
from game.rubric.model import COMPONENTS, Rubric

LETTERS = "RACK"
NEVER = "never"


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of boxes: its name, what it says, the meaning of the levels, and level and words by box.

    Boxes that it says nothing about are left out.
    """

    key: str
    name: str
    says: str
    scale: tuple[str, str, str, str, str]
    levels: Mapping[str, int]
    words: Mapping[str, str]


def stake(graph: Graph) -> Measure:
    """Returns how many of the four components the options differ on."""
    boxes = [box for box in graph.boxes if box.options]
    return Measure(
        "stake",
        "What is at stake",
        "How many of the four components the options of a box differ on.",
        ("nothing", "1 component", "2 components", "3 components", "all four"),
        {box.id: sum(box.stakes) for box in boxes},
        {box.id: f"{sum(box.stakes)} of 4" for box in boxes},
    )


def component(graph: Graph, rubric: Rubric, index: int) -> Measure:
    """Returns how many points lie between the weakest and the best option on one component."""
    boxes = [box for box in graph.boxes if box.options]
    known = rubric.components[COMPONENTS[index]]
    return Measure(
        LETTERS[index].lower(),
        f"{LETTERS[index]}: {known.name}",
        f"{known.meaning} The points of the weakest and the best option.",
        ("no difference", "1 point apart", "2 points", "3 points", "4 points"),
        {box.id: min(4, box.points[index][1] - box.points[index][0]) for box in boxes},
        {box.id: f"{signed(box.points[index][0])} to {signed(box.points[index][1])}" for box in boxes},
    )


def shares(key: str, name: str, says: str, found: Mapping[str, Fraction]) -> Measure:
    """Returns the share of plays that come to a box."""
    return Measure(
        key,
        name,
        says,
        (NEVER, "up to 5 %", "up to 20 %", "up to 50 %", "more"),
        {box: 0 if share == 0 else 1 + sum(share > limit for limit in _LIMITS) for box, share in found.items()},
        {box: NEVER if share == 0 else percent(share) for box, share in found.items()},
    )


_LIMITS = (Fraction(1, 20), Fraction(1, 5), Fraction(1, 2))


def signed(points: int) -> str:
    """Returns points with their sign: `+2`, `0`, `−1`."""
    return f"+{points}" if points > 0 else str(points).replace("-", "−")
