"""Exact figures over every play of a scenario: lowest and highest means, and what random play expects.

Nothing is sampled. The position graph (`game.story.plays`) is walked once for each question:

- the highest mean of a component over complete plays is a maximum-ratio path, found by Dinkelbach's
  iteration (1967) with whole numbers; the lowest is the same with the signs turned;
- the random player's joint distribution of (count, sum) for the two components of an axis is carried
  forward along the graph. Weights are whole numbers: all plays start with W = D^depth, where D is a
  common multiple of the numbers of options and depth the longest play, so every division is exact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, cached_property
from math import isqrt, lcm
from typing import NamedTuple

from game.errors import GameError
from game.rubric.model import AXES, COMPONENTS, Rubric, Vector
from game.rubric.weigh import Weight, weigh
from game.story.engine import Story
from game.story.plays import Plays, all_plays

SCALE = 10**12
_FIELD = 16  # bits for each of the four numbers in a tally
_MASK = (1 << _FIELD) - 1


def at_stake(vectors: list[Vector]) -> tuple[bool, bool, bool, bool]:
    """For each component, whether the options differ on it."""
    r, a, c, k = (len(set(points)) > 1 for points in zip(*vectors, strict=True)) if vectors else (False,) * 4
    return r, a, c, k


def square_root(value: Fraction) -> Fraction:
    """The square root to twelve places, rounded down: the same on every machine."""
    return Fraction(_scaled_root(value), SCALE)


def _scaled_root(value: Fraction) -> int:
    return isqrt(value.numerator * SCALE * SCALE // value.denominator)


class Tally(NamedTuple):
    """What a play adds up to on one axis: decisions at stake and sum of points, for both of its components."""

    decisions: int
    total: int
    other_decisions: int
    other_total: int


@dataclass(frozen=True, slots=True)
class Extent:
    """The lowest and highest mean that any complete play can have on a component."""

    low: Fraction
    high: Fraction

    def share(self, mean: Fraction) -> Fraction | None:
        """Where a mean lies between lowest (0) and highest (1); None when they are the same."""
        return (mean - self.low) / (self.high - self.low) if self.high > self.low else None


class Exact:
    """All exact figures of one story under one rubric, each computed when first asked for."""

    def __init__(self, story: Story, rubric: Rubric) -> None:
        self.story, self.rubric = story, rubric
        scenario = story.scenario
        self.weights: dict[str, Weight] = {
            option.id: weigh(rubric, node, option) for node in scenario.nodes.values() for option in node.options or ()
        }

    @cached_property
    def plays(self) -> Plays:
        """The position graph; raises GameError when the scenario's checks would have refused it."""
        plays = all_plays(self.story)
        if plays.loop is not None:
            raise GameError(f"A play can come back to `{plays.loop.node}` for ever. Run `check` on the scenario.")
        if not plays.complete:
            raise GameError("The scenario has too many positions for exact scores. Run `check` on it.")
        return plays

    @cached_property
    def stakes(self) -> list[tuple[bool, bool, bool, bool]]:
        """For each position, which components are at stake there."""
        return [at_stake([self.weights[s.option.id].vector for s in steps]) for steps in self.plays.steps]

    @cached_property
    def extents(self) -> dict[str, Extent | None]:
        """The lowest and highest mean of each component; None where no play puts it at stake."""
        found: dict[str, Extent | None] = {}
        for index, name in enumerate(COMPONENTS):
            high, low = self._best_mean(index, 1), self._best_mean(index, -1)
            found[name] = Extent(-low, high) if high is not None and low is not None else None
        return found

    def _best_mean(self, component: int, sign: int) -> Fraction | None:
        """The highest mean of sign × points over complete plays (Dinkelbach)."""
        mean: Fraction | None = None
        while True:
            surplus, total, count = self._best_surplus(component, sign, mean)
            if count == 0 or (mean is not None and surplus <= 0):
                return mean
            mean = Fraction(total, count)

    def _best_surplus(self, component: int, sign: int, mean: Fraction | None) -> tuple[int, int, int]:
        """The largest Σ(points − mean), times the mean's denominator, with the sum and count of that play.

        Without a mean, the play with the most decisions at stake is sought: any will do to begin with.
        """
        p, q = (mean.numerator, mean.denominator) if mean is not None else (-1, 0)
        best: list[tuple[int, int, int]] = [(0, 0, 0)] * len(self.plays.steps)
        for here in reversed(self.plays.order):
            steps = self.plays.steps[here]
            if not steps:
                continue
            stake = self.stakes[here][component]
            found = []
            for step in steps:
                surplus, total, count = best[step.to]
                if stake:
                    points = sign * self.weights[step.option.id].vector[component]
                    surplus, total, count = surplus + q * points - p, total + points, count + 1
                found.append((surplus, total, count))
            best[here] = max(found)
        return best[0]

    @cached_property
    def chances(self) -> dict[str, dict[Tally, int]]:
        """For each axis, the random player's distribution of tallies at the end, as whole weights."""
        return {axis: self._chance(axis) for axis in AXES}

    def _chance(self, axis: str) -> dict[Tally, int]:
        """Carried forward with each tally packed into one number, so that a choice is one addition."""
        one, two = (COMPONENTS.index(name) for name in self.rubric.axes[axis].components)
        common = lcm(*(len(steps) for steps in self.plays.steps if steps))
        here: list[dict[int, int]] = [{} for _ in self.plays.steps]
        here[0][0] = common**self._longest
        ends: dict[int, int] = {}
        for index in self.plays.order:
            tallies, here[index] = here[index], {}
            steps = self.plays.steps[index]
            if not steps:
                for tally, weight in tallies.items():
                    ends[tally] = ends.get(tally, 0) + weight
                continue
            share = len(steps)
            split = [(tally, weight // share) for tally, weight in tallies.items()]
            for step in steps:
                vector, stake = self.weights[step.option.id].vector, self.stakes[index]
                more = _packed(vector[one], stake[one]) | _packed(vector[two], stake[two]) << 2 * _FIELD
                there = here[step.to]
                for tally, weight in split:
                    there[tally + more] = there.get(tally + more, 0) + weight
        return {_unpacked(tally): weight for tally, weight in ends.items()}

    @cached_property
    def _longest(self) -> int:
        """The number of choices in the longest play."""
        depth = [0] * len(self.plays.steps)
        for here in reversed(self.plays.order):
            depth[here] = max((depth[s.to] + 1 for s in self.plays.steps[here]), default=0)
        return depth[0]

    @cached_property
    def _shares(self) -> dict[str, list[_Share]]:
        """Path shares of both components of each axis under random play, each with its weight."""
        found: dict[str, list[_Share]] = {}
        for axis in AXES:
            one, two = (_by_mean(self.extents[name]) for name in self.rubric.axes[axis].components)
            rows = self.chances[axis].items()
            found[axis] = [_Share(one(t.decisions, t.total), two(t.other_decisions, t.other_total), w) for t, w in rows]
        return found

    @cached_property
    def chance_levels(self) -> dict[str, Fraction | None]:
        """The random player's expected path score (0–1) by component and axis."""
        levels: dict[str, Fraction | None] = {}
        for axis in AXES:
            one, two = self.rubric.axes[axis].components
            levels[one] = _expected((share.one, share.weight) for share in self._shares[axis])
            levels[two] = _expected((share.two, share.weight) for share in self._shares[axis])
            levels[axis] = _expected_root(self._shares[axis])
        return levels

    @cached_property
    def chance_spreads(self) -> dict[str, Fraction | None]:
        """The standard deviation of the random player's axis scores (0–1)."""
        spreads: dict[str, Fraction | None] = {}
        for axis in AXES:
            level = self.chance_levels[axis]
            mean_square = _expected((share.product, share.weight) for share in self._shares[axis])
            spreads[axis] = None
            if level is not None and mean_square is not None:
                spreads[axis] = square_root(max(mean_square - level * level, Fraction(0)))
        return spreads


class _Share(NamedTuple):
    """Both components' path shares of some plays, and the weight of those plays."""

    one: Fraction | None
    two: Fraction | None
    weight: int

    @property
    def product(self) -> Fraction | None:
        return self.one * self.two if self.one is not None and self.two is not None else None


def _packed(points: int, at_stake: bool) -> int:
    """A choice's count and points in one number; points are raised by 3 a choice to stay above zero."""
    return 1 | (points + 3) << _FIELD if at_stake else 0


def _unpacked(tally: int) -> Tally:
    count, raised, other_count, other_raised = (tally >> _FIELD * i & _MASK for i in range(4))
    return Tally(count, raised - 3 * count, other_count, other_raised - 3 * other_count)


def _by_mean(extent: Extent | None) -> Callable[[int, int], Fraction | None]:
    """The share that a count and sum of points come to; None where nothing was at stake."""

    @cache
    def share(count: int, total: int) -> Fraction | None:
        return extent.share(Fraction(total, count)) if extent is not None and count else None

    return share


def _expected_root(shares: list[_Share]) -> Fraction | None:
    """The weighted mean of the geometric means, in units of 1 / SCALE until the end."""
    total = weights = 0
    for share in shares:
        if (product := share.product) is not None:
            total += _scaled_root(product) * share.weight
            weights += share.weight
    return Fraction(total, weights * SCALE) if weights else None


def _expected(rows: Iterable[tuple[Fraction | None, int]]) -> Fraction | None:
    """The weighted mean of what is there; None when nothing is."""
    groups: dict[Fraction, int] = {}  # few distinct values, so few big fractions are added
    for value, weight in rows:
        if value is not None:
            groups[value] = groups.get(value, 0) + weight
    total = sum(groups.values())
    return sum((value * weight for value, weight in groups.items()), Fraction(0)) / total if total else None
