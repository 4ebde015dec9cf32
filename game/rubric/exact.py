"""Exact figures over every play of a scenario: lowest and highest means, and what random play expects.

Nothing is sampled. The position graph (`game.story.plays`) is walked once for each question:

- the highest mean of a component over complete plays is a maximum-ratio path, found by Dinkelbach's
  iteration (1967) with whole numbers; the lowest is the same with the signs turned;
- the random player's joint distribution of (count, sum) for the two components of an axis is carried
  forward along the graph. Weights are whole numbers: all plays start with W = D^depth, where D is a
  common multiple of the numbers of options and depth the longest play, so every division is exact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import isqrt, lcm

from game.errors import GameError
from game.rubric.model import AXES, COMPONENTS, Rubric, Vector
from game.rubric.weigh import Weight, weigh
from game.story.engine import Story
from game.story.plays import Plays, all_plays

Tally = tuple[int, int, int, int]  # count and sum of an axis's first component, count and sum of its second
SCALE = 10**12


def at_stake(vectors: list[Vector]) -> tuple[bool, bool, bool, bool]:
    """For each component, whether the options differ on it."""
    r, a, c, k = (len(set(points)) > 1 for points in zip(*vectors, strict=True)) if vectors else (False,) * 4
    return r, a, c, k


def square_root(value: Fraction) -> Fraction:
    """The square root to twelve places, rounded down: the same on every machine."""
    return Fraction(isqrt(value.numerator * SCALE * SCALE // value.denominator), SCALE)


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
        first, second = (COMPONENTS.index(name) for name in self.rubric.axes[axis].components)
        steps_at, stakes = self.plays.steps, self.stakes
        common = lcm(*(len(steps) for steps in steps_at if steps))
        here: list[dict[Tally, int]] = [{} for _ in steps_at]
        here[0][0, 0, 0, 0] = common**self._longest
        ends: dict[Tally, int] = {}
        for index in self.plays.order:
            tallies, here[index] = here[index], {}
            steps = steps_at[index]
            if not steps:
                for tally, weight in tallies.items():
                    ends[tally] = ends.get(tally, 0) + weight
                continue
            one, two = stakes[index][first], stakes[index][second]
            for step in steps:
                vector = self.weights[step.option.id].vector
                n1, s1 = (1, vector[first]) if one else (0, 0)
                n2, s2 = (1, vector[second]) if two else (0, 0)
                there, share = here[step.to], len(steps)
                for (a, b, c, d), weight in tallies.items():
                    tally = (a + n1, b + s1, c + n2, d + s2)
                    there[tally] = there.get(tally, 0) + weight // share
        return ends

    @cached_property
    def _longest(self) -> int:
        """The number of choices in the longest play."""
        depth = [0] * len(self.plays.steps)
        for here in reversed(self.plays.order):
            depth[here] = max((depth[s.to] + 1 for s in self.plays.steps[here]), default=0)
        return depth[0]

    def _shares(self, axis: str) -> Iterator[tuple[Fraction | None, Fraction | None, int]]:
        """Path shares of both components of an axis under random play, each with its weight."""
        one, two = (self.extents[name] for name in self.rubric.axes[axis].components)
        for (n1, s1, n2, s2), weight in self.chances[axis].items():
            yield (
                one.share(Fraction(s1, n1)) if one and n1 else None,
                two.share(Fraction(s2, n2)) if two and n2 else None,
                weight,
            )

    @cached_property
    def chance_levels(self) -> dict[str, Fraction | None]:
        """The random player's expected path score (0–1) by component and axis."""
        levels: dict[str, Fraction | None] = {}
        for axis in AXES:
            rows = list(self._shares(axis))
            one, two = self.rubric.axes[axis].components
            levels[one] = _expected([(a, w) for a, _, w in rows])
            levels[two] = _expected([(b, w) for _, b, w in rows])
            levels[axis] = _expected(
                [(square_root(a * b) if a is not None and b is not None else None, w) for a, b, w in rows]
            )
        return levels

    @cached_property
    def chance_spreads(self) -> dict[str, Fraction | None]:
        """The standard deviation of the random player's axis scores (0–1)."""
        spreads: dict[str, Fraction | None] = {}
        for axis in AXES:
            level = self.chance_levels[axis]
            squares = [(a * b if a is not None and b is not None else None, w) for a, b, w in self._shares(axis)]
            mean_square = _expected(squares)
            both = level is not None and mean_square is not None
            spreads[axis] = square_root(max(mean_square - level * level, Fraction(0))) if both else None  # type: ignore[operator]
        return spreads


def _expected(rows: list[tuple[Fraction | None, int]]) -> Fraction | None:
    """The weighted mean of what is there; None when nothing is."""
    there = [(value, weight) for value, weight in rows if value is not None]
    total = sum(weight for _, weight in there)
    if not total:
        return None
    # grouping by value first keeps the big fractions few
    groups: dict[Fraction, int] = {}
    for value, weight in there:
        groups[value] = groups.get(value, 0) + weight
    return sum((value * weight for value, weight in groups.items()), Fraction(0)) / total
