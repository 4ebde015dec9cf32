"""The name that a play earns, for all that can decide it: plays meet a limit exactly too seldom to hold it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from benchmarks.walk.twin import Difference, Twin, as_json
from game.rubric.model import AXIS_POLES, Rubric
from game.rubric.naming import are_good, earned_name

SCORES = ((None, 80), (64, 65), (65, 65), (100, 40))  # of both components, in hundredths
OFFERED = 20  # so that each limit, a number of twentieths, is met exactly
Case = tuple[str, int | None, int | None, dict[str, dict[str, int]], bool]


def names_differ(twin: Twin, rubric: Rubric) -> Difference | None:
    """Returns where the twin names a play otherwise; None where it never does. The twin tells its rubric's language."""
    cases = list(_cases())
    twin.ask(do="names", cases=cases)
    return twin.difference(as_json([_named(rubric, case) for case in cases]), do="names", cases=cases)


def _cases() -> Iterator[Case]:
    """Yields each axis with scores, crossed limits and every count of its two poles, one of them never offered too."""
    for (axis, (first, second)), (one, two), crossed in product(AXIS_POLES.items(), SCORES, (False, True)):
        for some, others, offered in product(range(0, OFFERED + 1), range(0, OFFERED + 1, 2), (0, OFFERED)):
            counts = {"chosen": min(others, offered), "offered": offered}
            yield axis, one, two, {first: {"chosen": some, "offered": OFFERED}, second: counts}, crossed


def _named(rubric: Rubric, case: Case) -> str | None:
    axis, *scores, counts, crossed = case
    one, two = (None if score is None else Fraction(score, 100) for score in scores)
    poles = {pole: (count["chosen"], count["offered"]) for pole, count in counts.items()}
    return earned_name(rubric, axis, are_good(rubric, one, two), poles, crossed)
