"""What a player can expect who leaves each choice to chance: exact figures over every play, none sampled.

A player is given as odds: whole numbers, one for each open option. The random player has the same odds for all.
The joint distribution of (count, sum) for the two components of an axis is carried forward along the position
graph. Weights are whole numbers: all plays start with D^depth, where D is a common multiple of the sums of odds
and depth the longest play, so every division is exact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, cached_property
from math import isqrt, lcm
from typing import NamedTuple

from game.rubric.ceilings import FLOOR
from game.rubric.model import AXES, COMPONENTS, Rubric, Vector
from game.scenario.model import Option
from game.story.play_counts import lengths
from game.story.plays import PlayGraph

SCALE = 10**12
_FIELD = 20  # bits for each of the three numbers that name a row
_MASK = (1 << _FIELD) - 1

Odds = Callable[[Sequence[Option]], Sequence[int]]


def even_odds(options: Sequence[Option]) -> Sequence[int]:
    """Returns the odds of the random player."""
    return [1] * len(options)


def square_root(value: Fraction) -> Fraction:
    """Returns the square root to twelve places, rounded down: the same on every machine."""
    return Fraction(isqrt(value.numerator * SCALE * SCALE // value.denominator), SCALE)


@dataclass(frozen=True, slots=True)
class Extent:
    """The lowest and highest mean that any complete play can have on a component."""

    low: Fraction
    high: Fraction

    def share(self, mean: Fraction) -> Fraction | None:
        """Returns where a mean lies between lowest (0) and highest (1); None when they are the same.

        Where both are estimated a mean may lie beyond them.
        """
        return (mean - self.low) / (self.high - self.low) if self.high > self.low else None


class ScoringInput(NamedTuple):
    """What scores are made from: the plays, each option's points, what is at stake where, lowest and highest means."""

    rubric: Rubric
    plays: PlayGraph
    points: dict[str, Vector]
    stakes: list[tuple[bool, bool, bool, bool]]
    extents: dict[str, Extent | None]


class Spread(NamedTuple):
    """A distribution of path scores (0–1): values in rising order, with whole weights."""

    values: list[Fraction]
    weights: list[int]

    @property
    def mean(self) -> Fraction | None:
        """Returns the expected score; None where no play has one."""
        return self._expected(1)

    @property
    def deviation(self) -> Fraction | None:
        """Returns the standard deviation; None where no play has a score."""
        mean, square = self._expected(1), self._expected(2)
        if mean is None or square is None:
            return None
        return square_root(max(square - mean * mean, Fraction(0)))

    def _expected(self, power: int) -> Fraction | None:
        """Returns the expected score to a power, added up in whole numbers over one denominator."""
        if not (total := sum(self.weights)):
            return None
        common = lcm(*(value.denominator for value in self.values))
        wholes = (value.numerator * (common // value.denominator) for value in self.values)
        weighed = sum(whole**power * weight for whole, weight in zip(wholes, self.weights, strict=True))
        return Fraction(weighed, common**power * total)

    def percentile(self, percent: int) -> Fraction | None:
        """Returns the least score that at least so many in a hundred plays do not exceed."""
        so_far, total = 0, sum(self.weights)
        for value, weight in zip(self.values, self.weights, strict=True):
            so_far += weight
            if so_far * 100 >= total * percent:
                return value
        return None


class Chance:
    """A player of given odds over every play; each figure is computed when first asked for."""

    def __init__(self, scored: ScoringInput, odds: Odds = even_odds) -> None:
        self._scored = scored
        self._odds = [list(odds([s.option for s in steps])) if steps else [] for steps in scored.plays.steps]

    @cached_property
    def visits(self) -> list[Fraction]:
        """Returns for each position, the probability that a play comes to it."""
        found = [Fraction(0)] * len(self._odds)
        found[0] = Fraction(1)
        for here in self._scored.plays.order:
            total = sum(self._odds[here])
            for step, odd in zip(self._scored.plays.steps[here], self._odds[here], strict=True):
                if odd and found[here]:
                    found[step.to] += found[here] * odd / total
        return found

    @cached_property
    def endings(self) -> dict[str, Fraction]:
        """Returns the probability of each ending, by node; of those that can be reached, in the author's order."""
        plays = self._scored.plays
        found = dict.fromkeys(plays.story.scenario.nodes, Fraction(0))
        for index in plays.endings:
            found[plays.positions[index].node] += self.visits[index]
        return {name: chance for name, chance in found.items() if chance}

    @cached_property
    def levels(self) -> dict[str, Fraction | None]:
        """Returns the expected path score (0–1) by component and axis."""
        return {name: spread.mean for name, spread in self.spreads.items()}

    @cached_property
    def spreads(self) -> dict[str, Spread]:
        """Returns the distribution of path scores by component and axis, over all plays."""
        return self._spreads(None)

    def at_ending(self, node: str) -> dict[str, Spread]:
        """Returns the distribution of path scores of the plays that end at a node."""
        return self._spreads(node)

    def _spreads(self, ending: str | None) -> dict[str, Spread]:
        found: dict[str, Spread] = {}
        for axis, ends in self._tallies.items():
            tallies = _summed(ends.values() if ending is None else [ends.get(ending, {})])
            names = self._scored.rubric.axes[axis].components
            one, two = (_by_mean(self._scored.extents[name]) for name in names)
            first: dict[tuple[int, int], int] = {}
            second: dict[tuple[int, int], int] = {}
            both: dict[int, int] = {}  # by the geometric mean in units of 1 / SCALE
            for (count, total, other, others), weight in tallies.items():
                first[count, total] = first.get((count, total), 0) + weight
                second[other, others] = second.get((other, others), 0) + weight
                left, right = one(count, total), two(other, others)
                if left is not None and right is not None:
                    root = _root_of(left, right)
                    both[root] = both.get(root, 0) + weight
            found[names[0]] = _spread((one(*means), weight) for means, weight in first.items())
            found[names[1]] = _spread((two(*means), weight) for means, weight in second.items())
            found[axis] = Spread([Fraction(root, SCALE) for root in sorted(both)], [both[r] for r in sorted(both)])
        return {name: found[name] for name in (*COMPONENTS, *AXES)}

    @cached_property
    def _tallies(self) -> dict[str, dict[str, dict[_Tally, int]]]:
        """Returns for each axis and ending node, what plays add up to, each with its weight."""
        return {axis: self._carried(axis) for axis in AXES}

    def _carried(self, axis: str) -> dict[str, dict[_Tally, int]]:
        """Returns what plays add up to, carried forward with all sums of the second component at once: as one long
        number with a slot for each sum.

        A choice shifts the slots by its points, plays that meet are added: both for a whole row of sums in one go.
        """
        plays, whole = self._scored.plays, self._whole()
        slot = (whole.bit_length() + 7) // 8  # bytes: no weight is more than the whole
        here: list[dict[int, int]] = [{} for _ in plays.steps]
        here[0][0] = whole
        ends: dict[str, dict[int, int]] = {}
        for index in plays.order:
            rows, here[index] = here[index], {}
            if plays.steps[index]:
                self._carry_on(axis, index, rows, here, slot)
            else:
                _add(ends.setdefault(plays.positions[index].node, {}), rows.items())
        return {node: dict(_unpacked(found, slot)) for node, found in ends.items()}

    def _whole(self) -> int:
        """Returns the weight of all plays together: one that every division on the way goes into."""
        sums = [sum(odds) for odds in self._odds if odds]
        whole: int = lcm(*sums) ** lengths(self._scored.plays).longest
        return whole

    def _carry_on(self, axis: str, index: int, rows: dict[int, int], here: list[dict[int, int]], slot: int) -> None:
        """Adds what came to one position to the positions that its options lead to, as the odds have it."""
        plays, points = self._scored.plays, self._scored.points
        one, two = (COMPONENTS.index(name) for name in self._scored.rubric.axes[axis].components)
        first_at_stake, second_at_stake = self._scored.stakes[index][one], self._scored.stakes[index][two]
        total = sum(self._odds[index])
        shares = [(row, weights // total) for row, weights in rows.items()]
        for step, odd in zip(plays.steps[index], self._odds[index], strict=True):
            if not odd:
                continue
            vector = points[step.option.id]
            more = _packed(vector[one], first_at_stake) + (second_at_stake << 2 * _FIELD)
            shift = 8 * slot * (vector[two] - FLOOR) if second_at_stake else 0
            _add(here[step.to], ((row + more, weights * odd << shift) for row, weights in shares))


_Tally = tuple[int, int, int, int]  # decisions at stake and sum of points, for both components of an axis


def _add(to: dict[int, int], tallies: Iterable[tuple[int, int]]) -> None:
    for tally, weight in tallies:
        to[tally] = to.get(tally, 0) + weight


def _summed(parts: Iterable[dict[_Tally, int]]) -> dict[_Tally, int]:
    found: dict[_Tally, int] = {}
    for part in parts:
        for tally, weight in part.items():
            found[tally] = found.get(tally, 0) + weight
    return found


def _packed(points: int, at_stake: bool) -> int:
    """Returns a choice's count and points in one number; points are counted from the lowest, so that none is below
    zero."""
    return 1 | (points - FLOOR) << _FIELD if at_stake else 0


def _unpacked(rows: dict[int, int], slot: int) -> Iterator[tuple[_Tally, int]]:
    """Returns the tallies in rows, each with its weight."""
    for row, weights in rows.items():
        count, raised, others = (row >> _FIELD * i & _MASK for i in range(3))
        slots = weights.to_bytes(-(-weights.bit_length() // (8 * slot)) * slot, "little")
        for place in range(0, len(slots), slot):
            if weight := int.from_bytes(slots[place : place + slot], "little"):
                yield (count, raised + FLOOR * count, others, place // slot + FLOOR * others), weight


def _by_mean(extent: Extent | None) -> Callable[[int, int], Fraction | None]:
    """Returns the share that a count and sum of points come to; None where nothing was at stake."""

    @cache
    def share(count: int, total: int) -> Fraction | None:
        return extent.share(Fraction(total, count)) if extent is not None and count else None

    return share


def _root_of(one: Fraction, two: Fraction) -> int:
    """Returns the geometric mean in units of 1 / SCALE, rounded down."""
    return isqrt(one.numerator * two.numerator * SCALE * SCALE // (one.denominator * two.denominator))


def _spread(rows: Iterable[tuple[Fraction | None, int]]) -> Spread:
    weights: dict[Fraction, int] = {}
    for value, weight in rows:
        if value is not None:
            weights[value] = weights.get(value, 0) + weight
    values = sorted(weights)
    return Spread(values, [weights[value] for value in values])
