"""How far a class was divided at a decision: over all its options, and along each axis."""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction
from itertools import combinations

from game.rubric.model import COMPONENTS
from game.rubric.scoring_model import ScoringModel


def divided(counts: Mapping[str, int]) -> float:
    """Returns the entropy of the choices over that of an even spread over all options: 0 when all chose alike, 1 when
    every option was chosen as often."""
    n = sum(counts.values())
    if len(counts) < 2 or not n:
        return 0.0
    bits = -sum(count / n * math.log2(count / n) for count in counts.values() if count)
    return round(bits / math.log2(len(counts)), 3)


def axis_split(exact: ScoringModel, counts: Mapping[str, int]) -> dict[str, float]:
    """Returns for each axis how many points apart two plays drawn from the class lie here, on the component of it on
    which they lie farther apart."""
    return {
        axis: float(round(max(_apart(exact, c, counts) for c in description.components), 3))
        for axis, description in exact.rubric.axes.items()
    }


def _apart(exact: ScoringModel, component: str, counts: Mapping[str, int]) -> Fraction:
    """Returns the mean difference of two choices drawn from those made, in points of a component."""
    index = COMPONENTS.index(component)
    values = [(exact.weights[option].vector[index], count) for option, count in counts.items()]
    n = sum(counts.values())
    apart = sum(abs(a - b) * c * d for (a, c), (b, d) in combinations(values, 2))
    return Fraction(2 * apart, n * n) if n else Fraction(0)
