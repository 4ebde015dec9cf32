"""The figures that the debrief draws: where a play stood after each turn, as plain numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from game.rubric.chance import Extent
from game.rubric.model import COMPONENTS, Rubric
from game.rubric.naming import corner
from game.rubric.score import ChoiceRecord, Scorecard

# Each way of playing has a shape of its own beside its name, so that colour tells nothing alone.
SHAPES = ("square", "triangle", "cross", "wedge", "hexagon")


@dataclass(frozen=True, slots=True)
class TraceMark:
    """A named point on a plane, 0–100 both ways; `corner` says which of the two is high there, `means` what it is."""

    label: str
    shape: str
    x: float
    y: float
    corner: str = ""
    means: str = ""


@dataclass(frozen=True, slots=True)
class OtherPath:
    """Another path on the same plane: what it is called, its steps, and where it ends."""

    name: str
    path: tuple[tuple[float, float], ...]
    end: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Plane:
    """One axis as a plane: its first component goes right, its second up; corner names by which are high."""

    title: str
    across: str
    up: str
    both: str
    first_only: str
    second_only: str
    neither: str
    path: tuple[tuple[float, float], ...]
    end: tuple[float, float] | None
    chance: tuple[float, float] | None
    marks: tuple[TraceMark, ...]
    beside: OtherPath | None = None


def running(choices: Sequence[ChoiceRecord], index: int, extent: Extent | None) -> list[float | None]:
    """Returns the component's path reading after each turn, 0–100; None until it was at stake."""
    found: list[float | None] = []
    total, count = 0, 0
    for record in choices:
        if record.at_stake[index]:
            total, count = total + record.vector[index], count + 1
        share = extent.share(Fraction(total, count)) if extent is not None and count else None
        found.append(None if share is None else float(min(max(share, Fraction(0)), Fraction(1)) * 100))
    return found


def planes(
    card: Scorecard, rubric: Rubric, extents: Mapping[str, Extent | None], profiles: Mapping[str, Scorecard]
) -> tuple[Plane, ...]:
    """Returns one plane for each axis of the rubric."""
    return tuple(_plane(name, card, rubric, extents, profiles) for name in rubric.axes)


def with_second(
    drawn: tuple[Plane, ...], name: str, card: Scorecard, rubric: Rubric, extents: Mapping[str, Extent | None]
) -> tuple[Plane, ...]:
    """Returns the planes with another path on each."""
    pairs = [axis.components for axis in rubric.axes.values()]
    return tuple(
        replace(plane, beside=OtherPath(name, _steps(card, pair, extents), _at(card, pair, "path")))
        for plane, pair in zip(drawn, pairs, strict=True)
    )


def _plane(
    name: str, card: Scorecard, rubric: Rubric, extents: Mapping[str, Extent | None], profiles: Mapping[str, Scorecard]
) -> Plane:
    axis = rubric.axes[name]
    pair = axis.components
    marks = []
    for (code, other), shape in zip(profiles.items(), SHAPES, strict=False):
        at = _at(other, pair, "path")
        if at is not None:
            way = rubric.archetypes[code]
            marks.append(TraceMark(way.name.removeprefix("The "), shape, *at, corner(axis, *at), way.means or ""))
    return Plane(
        title=axis.name,
        across=rubric.components[pair[0]].name,
        up=rubric.components[pair[1]].name,
        both=axis.quadrants.both,
        first_only=axis.quadrants.first_only,
        second_only=axis.quadrants.second_only,
        neither=axis.quadrants.neither,
        path=_steps(card, pair, extents),
        end=_at(card, pair, "path"),
        chance=_at(card, pair, "chance"),
        marks=tuple(marks),
    )


def _steps(
    card: Scorecard, pair: tuple[str, str], extents: Mapping[str, Extent | None]
) -> tuple[tuple[float, float], ...]:
    """Returns where a card stood on a plane after each turn, from when both components had been at stake."""
    tracks = [running(card.choices, COMPONENTS.index(part), extents.get(part)) for part in pair]
    return tuple((x, y) for x, y in zip(*tracks, strict=True) if x is not None and y is not None)


def _at(card: Scorecard, pair: tuple[str, str], reading: str) -> tuple[float, float] | None:
    """Returns where a card stands on a plane by one of its readings, or None where it has none."""
    x, y = (getattr(card.components[part], reading) for part in pair)
    return None if x is None or y is None else (float(x), float(y))
