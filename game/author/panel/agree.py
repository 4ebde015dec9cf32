"""What raters agree on, by kept libraries, and where their consensus and the rubric part.

Krippendorff's alpha (ordinal) by `krippendorff`; intraclass correlation ICC(A,1) and ICC(A,k), two-way, absolute
agreement, by `pingouin`. They come with the extra `panel` and are imported only here.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev

from game.author.panel.items import RatingItem
from game.author.panel.ratings import Ratings, RatingsError
from game.author.panel.sheet import HIGHEST, LOWEST
from game.errors import UsageError
from game.locations import more_packages
from game.rubric.model import COMPONENTS

MIDDLE = (LOWEST + HIGHEST) / 2
A_POINT = 1.5  # on the sheet's scale: −2…+2 points stand for 1…7
PARTING = 2.0  # this far from what the rubric says, on the sheet's scale, consensus and rubric part
FEWEST_ITEMS = 5  # for fewer no agreement is told


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An option on which the raters' consensus and the rubric part.

    consensus: the raters' mean, 1 to 7
    spread: the standard deviation between raters
    rubric: the rubric's points on the same scale
    """

    item: RatingItem
    consensus: float
    spread: float
    rubric: float

    @property
    def gap(self) -> float:
        """Returns how far the raters are above the rubric; negative where they are below."""
        return self.consensus - self.rubric


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement on one component; None where there is too little to tell."""

    component: str
    items: int
    alpha: float | None
    icc_one: float | None
    icc_mean: float | None
    rank_correlation: float | None
    partings: tuple[Disagreement, ...]


def agreements(items: Sequence[RatingItem], raters: Sequence[Ratings]) -> tuple[Agreement, ...]:
    """Returns the agreement on each component that was rated. Raises RatingsError for fewer than two raters, and
    UsageError where the extra `panel` is missing."""
    if len(raters) < 2:
        raise RatingsError("Agreement needs the sheets of two raters or more. Name each one's file.")
    rated = set.intersection(*(set(rater.by_code) for rater in raters))
    found = []
    for component in COMPONENTS:
        mine = [item for item in items if item.component == component and item.code in rated]
        if mine:
            found.append(_agreement(component, mine, raters))
    if not found:
        raise RatingsError("The sheets have no component in common. Rate the same one.")
    return tuple(found)


def _agreement(component: str, items: Sequence[RatingItem], raters: Sequence[Ratings]) -> Agreement:
    table = [[rater.by_code[item.code] for item in items] for rater in raters]
    alpha = icc_one = icc_mean = correlation = None
    if len(items) >= FEWEST_ITEMS and len({rating for row in table for rating in row}) > 1:
        alpha = _alpha(table)
        icc_one, icc_mean = icc(table)
        correlation = _rank_correlation([fmean(column) for column in zip(*table, strict=True)], items)
    partings = [_parting(item, column) for item, column in zip(items, zip(*table, strict=True), strict=True)]
    far = sorted((p for p in partings if abs(p.gap) >= PARTING), key=lambda p: -abs(p.gap))
    return Agreement(component, len(items), alpha, icc_one, icc_mean, correlation, tuple(far))


def _parting(item: RatingItem, ratings: Sequence[int]) -> Disagreement:
    rubric = min(float(HIGHEST), max(float(LOWEST), MIDDLE + A_POINT * item.points))
    return Disagreement(item, fmean(ratings), pstdev(ratings), rubric)


def _alpha(table: Sequence[Sequence[int]]) -> float | None:
    try:
        from krippendorff import alpha
    except ImportError:
        raise _missing() from None
    return _finite(alpha(reliability_data=table, level_of_measurement="ordinal"))


def icc(table: Sequence[Sequence[int]]) -> tuple[float | None, float | None]:
    """Returns ICC(A,1) and ICC(A,k): of one rater, and of the raters' mean."""
    try:
        from pandas import DataFrame
        from pingouin import intraclass_corr
    except ImportError:
        raise _missing() from None
    rows = [(i, r, rating) for r, row in enumerate(table) for i, rating in enumerate(row)]
    frame = DataFrame(rows, columns=["item", "rater", "rating"])
    found = intraclass_corr(frame, targets="item", raters="rater", ratings="rating").set_index("Type")["ICC"]
    return _finite(found["ICC(A,1)"]), _finite(found["ICC(A,k)"])


def _rank_correlation(consensus: Sequence[float], items: Sequence[RatingItem]) -> float | None:
    """Returns Spearman's correlation of the raters' means with the rubric's points."""
    from scipy.stats import spearmanr

    points = [item.points for item in items]
    if len(set(points)) < 2 or len(set(consensus)) < 2:
        return None
    return _finite(spearmanr(consensus, points).statistic)


def _finite(value: float) -> float | None:
    number = float(value)
    return number if math.isfinite(number) else None


def _missing() -> UsageError:
    return UsageError(f"`panel agree` needs the extra `panel`: {more_packages('panel')}")
