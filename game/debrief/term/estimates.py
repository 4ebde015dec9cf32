"""Means that may be shown: of ten people or more, to the nearest five, with how sure they are.

Why this hides one person: a mean to the nearest five leaves the sum of ten people open by 25 points to each side, and
two means side by side, of a group and of nearly the same group, by 50 and more. So a person's score, which lies between
0 and 100, follows from none, and how many were on one side of anything is not told.

How sure a mean is comes from drawing the same people again and again with replacement (the bootstrap: Efron, 1979), the
middle 95 of a hundred draws, rounded outwards; for more than a hundred people, where that comes to the same, from the
normal curve. How often such an interval holds the truth, `python -m benchmarks.progress --intervals` counts.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, sqrt
from statistics import fmean, variance

FEWEST_FOR_MEANS = 10
STEP = 5  # points
DRAWS = 1000
MOST_DRAWN = 100  # people; for more the normal curve is as good
_NORMAL = 1.96


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean or a difference of means, in points to the nearest five, and the interval that it lies in, rounded
    outwards."""

    mean: int
    low: int
    high: int

    @property
    def clear(self) -> int:
        """Returns 1 where it is clearly above nought, −1 where clearly below, and 0 where that cannot be told."""
        return 1 if self.low > 0 else -1 if self.high < 0 else 0


def estimate(values: Sequence[float], seed: str) -> Estimate | None:
    """Returns the mean of some scores or changes; None where there are fewer than ten.

    seed: makes the same draws for the same question
    """
    if len(values) < FEWEST_FOR_MEANS:
        return None
    return _rounded(fmean(values), *_interval(values, (), seed))


def difference(one: Sequence[float], two: Sequence[float], seed: str) -> Estimate | None:
    """Returns how far the mean of one group lies above another's; None where either has fewer than ten."""
    if min(len(one), len(two)) < FEWEST_FOR_MEANS:
        return None
    return _rounded(fmean(one) - fmean(two), *_interval(one, two, seed))


def _interval(one: Sequence[float], two: Sequence[float], seed: str) -> tuple[float, float]:
    groups = [group for group in (one, two) if group]
    if min(map(len, groups)) > MOST_DRAWN:
        middle = fmean(one) - (fmean(two) if two else 0)
        spread = _NORMAL * sqrt(sum(variance(group) / len(group) for group in groups))
        return middle - spread, middle + spread
    dice = random.Random(seed)
    draws = sorted(_drawn(one, dice) - (_drawn(two, dice) if two else 0) for _ in range(DRAWS))
    return draws[DRAWS // 40], draws[-DRAWS // 40 - 1]


def _drawn(group: Sequence[float], dice: random.Random) -> float:
    return sum(dice.choices(group, k=len(group))) / len(group)


def _rounded(mean: float, low: float, high: float) -> Estimate:
    return Estimate(floor(mean / STEP + 0.5) * STEP, floor(low / STEP) * STEP, ceil(high / STEP) * STEP)
