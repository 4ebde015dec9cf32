"""Choices to what they come to, quickly: each step from each position is worked out once and then looked up.

`game.rubric.score` makes the card that a person reads; this makes the same whole numbers without the words, for many
journals. A test holds the two against each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from game.rubric.chance import square_root
from game.rubric.model import COMPONENTS, Vector
from game.rubric.score import as_points
from game.rubric.scoring_model import ScoringModel, at_stake, within
from game.story.engine import advance, choose, jumps, open_options, start
from game.story.plays import settling
from game.story.position import Position

MOST_REMEMBERED = 50_000
_MET_AND_POINTS = (4, 5, 6, 7)  # where these stand in an `AxisShare`
Key = tuple[str | int, ...]


class AxisShare(NamedTuple):
    """What a choice adds to one axis: for both components points above the lowest on offer and how far the options
    lie apart, whether it was at stake there and its points if so; and the number of the first rest-score key."""

    gain: int
    room: int
    gain_too: int
    room_too: int
    met: int
    points: int
    met_too: int
    points_too: int
    rest: int


@dataclass(eq=False, slots=True)
class ScoredStep:
    """One choice: where it leads, what it is worth, and the number of the key under which it is counted. Each is there
    once, and the same as itself only, so that it can be counted."""

    key: int
    trust: int
    ease: int
    voice: int
    opens: str | None
    repairs: str | None
    shares: tuple[AxisShare, ...]  # in the order of the axes
    onward: _Place


class _Place:
    """A position at rest, and the steps taken from it so far; `mark` tells apart what can still matter."""

    __slots__ = ("ended", "mark", "position", "ways")

    def __init__(self, position: Position, ended: bool, mark: str) -> None:
        self.position, self.ended, self.mark = position, ended, mark
        self.ways: dict[str, ScoredStep] = {}


def mark_of(position: Position) -> str:
    """Returns what tells a position from others at its node, as a word."""
    return ".".join(map(str, position[1:]))


class PlayScorer:
    """Folds the choices of many plays of one scenario. Keys are numbered, so that counting is adding in a list."""

    def __init__(self, exact: ScoringModel) -> None:
        self.exact = exact
        self.basis = f"{exact.story.scenario.fingerprint[:16]}:{exact.rubric.fingerprint[:16]}"
        self.axes: dict[str, tuple[int, int]] = {}
        for name, axis in exact.rubric.axes.items():
            one, two = axis.components
            self.axes[name] = COMPONENTS.index(one), COMPONENTS.index(two)
        self.keys: list[Key] = []
        self._numbers: dict[Key, int] = {}
        self._turns: list[int] = []
        self._places: dict[Position, _Place] = {}
        self._settled = settling(exact.story)
        self._start = self._at(start(exact.story))
        self.point = cache(self._point)
        self._path = cache(self._axis_path)

    def number(self, key: Key) -> int:
        """Returns the number of a key, a new one where it has none yet."""
        if (known := self._numbers.get(key)) is None:
            known = self._numbers[key] = len(self.keys)
            self.keys.append(key)
        return known

    def turns(self, count: int) -> list[int]:
        """Returns the number of the first key of each turn, at least so many; trust, ease and voice follow it."""
        while len(self._turns) < count:
            turn = len(self._turns) + 1
            self._turns.append(self.number(("turn", turn, "n")))
            for part in ("trust", "ease", "voice"):
                self.number(("turn", turn, part))
        return self._turns

    def steps(self, options: Iterable[str]) -> list[ScoredStep]:
        """Returns the steps of a play that chose these options; raises OptionUnavailable where it cannot have."""
        here, found = self._start, []
        for option in options:
            step = here.ways.get(option)
            if step is None:
                step = self._step(here, option)
            found.append(step)
            here = step.onward
        return found

    def ended(self, steps: list[ScoredStep]) -> bool:
        """Returns whether a play that took these steps has come to an ending."""
        return (steps[-1].onward if steps else self._start).ended

    def paths(self, steps: list[ScoredStep]) -> tuple[float | None, ...]:
        """Returns the path score (0–100) of each axis of a play, as its card has it; None where there is none, and for
        all of them where the play came to no ending."""
        if not steps or not self.ended(steps):
            return (None,) * len(self.axes)
        columns = zip(*[step.shares for step in steps], strict=True)
        return tuple(
            self._path(axis, *(sum(share[i] for share in shares) for i in _MET_AND_POINTS))
            for axis, shares in zip(self.axes, columns, strict=True)
        )

    def _axis_path(self, axis: str, met: int, points: int, met_too: int, points_too: int) -> float | None:
        one, two = self.axes[axis]
        x, y = self._share_of(one, met, points), self._share_of(two, met_too, points_too)
        return None if x is None or y is None else as_points(square_root(x * y))

    def _point(self, axis: str, met: int, points: int, met_too: int, points_too: int) -> int | None:
        """Returns the number of the key of a place on an axis's plane; None where a component was never at stake."""
        one, two = self.axes[axis]
        x, y = self._step_of_five(one, met, points), self._step_of_five(two, met_too, points_too)
        return None if x is None or y is None else self.number(("points", axis, x, y))

    def _step_of_five(self, component: int, count: int, total: int) -> int | None:
        """Returns a path score to the nearest step of five."""
        share = self._share_of(component, count, total)
        return None if share is None else int(share * 20 + Fraction(1, 2)) * 5

    def _share_of(self, component: int, count: int, total: int) -> Fraction | None:
        """Returns a path score as an exact share, 0–1."""
        extent = self.exact.extents[COMPONENTS[component]]
        return within(extent.share(Fraction(total, count))) if extent is not None and count else None

    def _at(self, position: Position) -> _Place:
        story = self.exact.story
        while jumps(story, position):
            position = advance(story, position)
        if (known := self._places.get(position)) is not None:
            return known
        if len(self._places) >= MOST_REMEMBERED:  # forget; what is still held in steps goes on working
            self._places.clear()
            self._start.ways.clear()
        ended = story.scenario.nodes[position.node].ending is not None
        place = _Place(position, ended, mark_of(self._settled(position)))
        return self._places.setdefault(position, place)

    def _step(self, here: _Place, option_id: str) -> ScoredStep:
        exact, before = self.exact, here.position
        after = choose(exact.story, before, option_id)
        option = exact.story.rooms[before.node].ways[option_id].option
        vectors = [exact.weights[o.id].vector for o in open_options(exact.story, before)]
        onward = self._at(after)
        step = here.ways[option_id] = ScoredStep(
            self.number(("step", before.node, here.mark, option_id, onward.position.node, onward.mark)),
            after.trust,
            after.ease,
            after.voice,
            option.opens,
            option.repairs,
            tuple(self._share(axis, before.node, option_id, vectors) for axis in self.axes),
            onward,
        )
        return step

    def _share(self, axis: str, node: str, option: str, vectors: list[Vector]) -> AxisShare:
        mine, stake = self.exact.weights[option].vector, at_stake(vectors)
        one, two = self.axes[axis]
        low, low_too = min(v[one] for v in vectors), min(v[two] for v in vectors)
        rests = [self.number(("rest", axis, node, option, step)) for step in range(21)]
        return AxisShare(
            mine[one] - low,
            max(v[one] for v in vectors) - low,
            mine[two] - low_too,
            max(v[two] for v in vectors) - low_too,
            int(stake[one]),
            mine[one] * stake[one],
            int(stake[two]),
            mine[two] * stake[two],
            rests[0],  # the others follow it
        )
