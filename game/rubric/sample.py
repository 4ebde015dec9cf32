"""Figures of a story that is too large to be followed whole: estimated from plays, and marked so wherever they stand.

A thousand plays are made at random, and others that seek the most or the least of each component. The lowest and
highest means are those of the best ways through all that these plays came by; what chance expects is the mean of the
random ones. The same scenario always has the same sample.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from math import sqrt
from random import Random
from typing import NamedTuple

from game.rubric.model import COMPONENTS, Rubric, Vector
from game.rubric.points import Weight
from game.scenario.model import Option
from game.story.engine import Story, onward, start
from game.story.plays import PlayGraph, Step, forward, settling
from game.story.position import Position
from game.words import _

PLAYS, SEEKING = 1_000, 25  # plays at random; and plays that seek the most, or the least, of each component
LONGEST = 2_000  # choices, after which a play is given up
BOLD = 0.15  # how often a play that seeks something tries something else
SURE = 2.64  # standard errors to each side: in 19 samples of 20 all six figures come as near as that
_SCALE = 10**6

AtStake = tuple[bool, bool, bool, bool]
Judge = Callable[[list[Vector]], AtStake]
Ways = list[tuple[Option, Position]]
Pick = Callable[[Ways], int]
Place = Callable[[int, Fraction], "Fraction | None"]


@dataclass(frozen=True, slots=True)
class HowGood:
    """How good figures are that are not exact: from how many plays, and how far off they may be (0–1)."""

    plays: int
    margin: Fraction

    @property
    def points(self) -> int:
        """Returns the margin in points of a hundred, rounded up."""
        return -(-self.margin.numerator * 100 // self.margin.denominator)

    def in_words(self) -> str:
        """Returns the mark that stands beside figures which rest on this."""
        told = _("Estimated from {plays} plays, ±{points}: this story is too large for exact scores.")
        return told.format(plays=f"{self.plays:,}", points=self.points)


class _Room(NamedTuple):
    """A position as it was met: its number, and the ways on."""

    number: int
    ways: Ways


class SampledPlays:
    """Plays of a story, and the graph of all that they came by."""

    def __init__(self, story: Story, weights: Mapping[str, Weight], at_stake: Judge, plays: int = PLAYS) -> None:
        self._story, self._weights, self._at_stake = story, weights, at_stake
        self._settle = settling(story)
        self._rooms: dict[Position, _Room] = {}
        self.positions: list[Position] = []
        self.stakes: list[AtStake] = []  # for each position, which components are at stake there
        rng = Random(f"sample {story.scenario.fingerprint}")
        self._random = self._whole(lambda: self._even(rng), plays)
        sought = [(index, sign) for index in range(len(COMPONENTS)) for sign in (1, -1)]
        self._seeking = [walk for one in sought for walk in self._whole(partial(self._seeker, rng, *one), SEEKING)]
        self.graph = self._graph([*self._random, *self._seeking])

    @property
    def plays(self) -> int:
        """Returns how many plays at random came to an end."""
        return len(self._random)

    def half(self) -> PlayGraph:
        """Returns the graph of every second play, to tell how much hangs on which plays were made."""
        return self._graph([*self._random[::2], *self._seeking[::2]])

    def shares(self, place: Place, rubric: Rubric) -> dict[str, list[float]]:
        """Returns the path scores (0–1) of the random plays by component and axis; `place` says where a mean of a
        component lies between its lowest and highest."""
        found: dict[str, list[float]] = {name: [] for name in (*COMPONENTS, *rubric.axes)}
        for walk in self._random:
            one = {name: self._share(walk, index, place) for index, name in enumerate(COMPONENTS)}
            for axis, of in rubric.axes.items():
                first, second = (one[part] for part in of.components)
                one[axis] = None if first is None or second is None else sqrt(first * second)
            for name, share in one.items():
                if share is not None:
                    found[name].append(share)
        return found

    def _share(self, walk: list[tuple[int, Step]], index: int, place: Place) -> float | None:
        met = [self._weights[step.option.id].vector[index] for here, step in walk if self.stakes[here][index]]
        share = place(index, Fraction(sum(met), len(met))) if met else None
        return None if share is None else float(share)

    def _whole(self, begin: Callable[[], Pick], count: int) -> list[list[tuple[int, Step]]]:
        """Returns plays that came to an ending."""
        walks = (self._walk(begin()) for _number in range(count))
        return [walk for walk in walks if walk]

    def _walk(self, pick: Pick) -> list[tuple[int, Step]]:
        """Returns the steps of one play, each with where it was taken; none where it did not end."""
        here, walk = self._settle(start(self._story)), list[tuple[int, Step]]()
        while len(walk) < LONGEST:
            room = self._room(here)
            if not room.ways:
                return walk if self._story.scenario.nodes[here.node].ending else []
            option, after = room.ways[pick(room.ways)]
            here = self._settle(after)
            walk.append((room.number, Step(option, self._room(here).number)))
        return []

    def _room(self, here: Position) -> _Room:
        if (known := self._rooms.get(here)) is None:
            ways = list(onward(self._story, here))
            stake = self._at_stake([self._weights[option.id].vector for option, _after in ways])
            known = self._rooms[here] = _Room(len(self.positions), ways)
            self.positions.append(here)
            self.stakes.append(stake)
        return known

    def _even(self, rng: Random) -> Pick:
        return lambda ways: int(rng.random() * len(ways))

    def _seeker(self, rng: Random, component: int, sign: int) -> Pick:
        def pick(ways: Ways) -> int:
            if rng.random() < BOLD:
                return int(rng.random() * len(ways))
            worth = [sign * self._weights[option.id].vector[component] for option, _after in ways]
            best = [number for number, points in enumerate(worth) if points == max(worth)]
            return best[int(rng.random() * len(best))]

        return pick

    def _graph(self, walks: Sequence[list[tuple[int, Step]]]) -> PlayGraph:
        steps: list[dict[str, Step]] = [{} for _position in self.positions]
        for walk in walks:
            for here, step in walk:
                steps[here][step.option.id] = step
        taken = [list(found.values()) for found in steps]
        order, loop = forward(taken)
        return PlayGraph(self._story, self.positions, taken, order, None if loop is None else self.positions[loop])


def mean_of(shares: Sequence[float]) -> Fraction | None:
    """Returns the mean of shares, to six places."""
    return Fraction(round(_SCALE * sum(shares) / len(shares)), _SCALE) if shares else None


def error_of(shares: Sequence[float]) -> Fraction:
    """Returns how far the mean of shares may be from that of all plays, for nearly every sample (`SURE`)."""
    if len(shares) < 2:
        return Fraction(0)
    return Fraction(round(_SCALE * SURE * float(deviation_of(shares)) / sqrt(len(shares))), _SCALE)


def deviation_of(shares: Sequence[float]) -> Fraction:
    """Returns the standard deviation of shares, to six places."""
    mean = sum(shares) / len(shares) if shares else 0.0
    square = sum((share - mean) ** 2 for share in shares) / len(shares) if shares else 0.0
    return Fraction(round(_SCALE * sqrt(square)), _SCALE)
