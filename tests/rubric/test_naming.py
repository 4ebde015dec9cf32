"""The name on an axis is earned by choices: good only for both components and no gate, else by the pole chosen."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rubric.naming import are_good, earned_name, good_names
from game.testing import a_rubric


def name(
    one: float | None = 40, two: float | None = 40, first: tuple[int, int] = (0, 8), second: tuple[int, int] = (0, 8),
    crossed: bool = False,
) -> str | None:  # fmt: skip
    first_score, second_score = (None if score is None else Fraction(str(score)) / 100 for score in (one, two))
    poles = {"paternalism": first, "abdication": second}
    good = are_good(a_rubric(), first_score, second_score)
    return earned_name(a_rubric(), "shared_power", good, poles, crossed)


def test_both_components_at_sixty_five_earn_the_good_name() -> None:
    assert name(65, 65) == "shared"
    assert name(64.9, 100) == "no clear lean"
    assert name(100, 64.9) == "no clear lean"


def test_any_gate_withholds_the_good_name() -> None:
    assert name(100, 100, crossed=True) == "no clear lean"


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ((4, 8), (0, 8), "leans to paternalism"),
        ((1, 8), (5, 8), "leans to abdication"),
        ((9, 20), (6, 20), "leans to paternalism"),  # .45, and one and a half times .30
        ((4, 9), (0, 9), "no clear lean"),  # .44
        ((4, 8), (3, 8), "leans both ways"),
        ((8, 8), (6, 8), "leans both ways"),
        ((4, 8), (2, 8), "leans to paternalism"),
        ((5, 10), (34, 100), "no clear lean"),
        ((0, 0), (0, 0), "no clear lean"),  # never on offer
    ],
)
def test_the_rate_of_the_pole_that_was_chosen_names_the_lean(
    first: tuple[int, int], second: tuple[int, int], told: str
) -> None:
    assert name(30, 80, first, second) == told


def test_without_a_score_there_is_no_name() -> None:
    assert name(None, 80) is None
    assert name(80, None) is None


@given(st.integers(0, 100), st.integers(0, 100), st.integers(0, 9), st.integers(0, 9), st.booleans())
def test_a_name_is_good_only_without_a_gate_and_a_lean_only_where_its_pole_was_chosen(
    one: int, two: int, first: int, second: int, crossed: bool
) -> None:
    told = name(one, two, (first, 9), (second, 9), crossed)
    assert told not in good_names(a_rubric()) or (not crossed and min(one, two) >= 65)
    assert told != "leans to paternalism" or first > second
    assert told != "leans to abdication" or second > first
