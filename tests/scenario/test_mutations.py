"""A small part of `python -m benchmarks.mutations`: planted defects are found, on their lines, with nothing beside.

Kinds that only following every play can show are left to the bench, which takes minutes.
"""

from __future__ import annotations

import pytest

from benchmarks.mutations import GROUPS, Result, measure, originals
from game.testing import a_rubric

pytestmark = pytest.mark.slow

LINES, PRECISION = 0.95, 0.95
# warnings, for which everything is followed and read: a second each
MOST_MISSED = 3
SLOW = {"hash in prose", "quote never opened", "fact misspelt where set", "nothing for text"}


@pytest.fixture(scope="module")
def whole() -> Result:
    scenarios, result = originals(a_rubric())[-1:], Result("all")
    for group in ("layout", "names", "shape"):
        for name, kind in GROUPS[group].items():
            if name not in SLOW:
                one = measure(name, kind, scenarios, places=1)
                assert one.planted + one.harmless > 0, name
                result.add(one)
                result.misses += one.misses
    return result


def test_planted_defects_are_found(whole: Result) -> None:
    assert whole.planted > 90
    # at one place of each kind, where two misses weigh more than in the whole run (`python -m benchmarks.mutations`)
    assert whole.planted - whole.found <= MOST_MISSED, whole.misses


def test_a_defect_is_told_on_its_line(whole: Result) -> None:
    assert whole.lines >= LINES, whole.misses


def test_nothing_else_is_told(whole: Result) -> None:
    assert whole.precision >= PRECISION, whole.misses
