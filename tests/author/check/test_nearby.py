"""The one word that was surely meant."""

from __future__ import annotations

import pytest

from game.author.check.nearby import slips, surely_meant
from game.diagnostics import Slip


def meant(word: str, *known: str) -> str | None:
    return surely_meant(Slip(word, frozenset(known)))


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [("goto", "goto", 0), ("gotoo", "goto", 1), ("gto", "goto", 1), ("gxto", "goto", 1), ("gtoo", "goto", 1),
     ("dana", "dina", 1), ("vauge", "vague", 1), ("abcdef", "fedcba", 3), ("a", "abcd", 3), ("", "ab", 2)],
)  # fmt: skip
def test_slips_are_letters_added_lost_changed_or_swapped(one: str, other: str, count: int) -> None:
    assert slips(one, other, 2) == count
    assert slips(other, one, 2) == count


def test_one_word_that_is_near_is_meant_whatever_its_capitals() -> None:
    assert meant("Vauge", "vague", "clear") == "vague"


def test_two_words_that_are_near_leave_a_choice() -> None:
    assert meant("part-3", "part-1", "part-2") is None


def test_far_words_and_short_ones_with_two_slips_are_not_meant() -> None:
    assert meant("nowhere", "vague") is None
    assert meant("jon", "ann") is None
    assert meant("yuo", "you") == "you"


def test_a_word_that_is_known_is_no_slip() -> None:
    assert meant("vague", "vague") is None
