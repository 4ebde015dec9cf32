"""Quotes around speech: one pair, with single ones for what speech quotes itself."""

from __future__ import annotations

import pytest

from game.words import in_quotes, quoted, to_try, within_quotes


@pytest.mark.parametrize(
    ("speech", "told"),
    [
        ("Come in.", "“Come in.”"),
        ("“No” is an answer.", "“‘No’ is an answer.”"),
        ("“Fine,” she says. “Fine.”", "“‘Fine,’ she says. ‘Fine.’”"),
        ('You said "later".', "“You said ‘later’.”"),
        ("It’s six.", "“It’s six.”"),
    ],
)
def test_speech_is_told_in_quotes_with_single_ones_inside(speech: str, told: str) -> None:
    assert in_quotes(speech) == told
    assert quoted(told) == told  # in quotes already


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("“Come in.”", "“Come in.”"),
        ('"Come in."', "“Come in.”"),
        ("“No” and “no”", "“‘No’ and ‘no’”"),
        ("“It is a long line that was cut…", "“It is a long line that was cut…”"),
    ],
)
def test_quotes_stand_there_once(words: str, told: str) -> None:
    assert quoted(words) == told


@pytest.mark.parametrize(
    ("instead", "told"),
    [
        ("I would rather charge you.", "“I would rather charge you.”"),
        ("(Stay quiet, and wait.)", "Stay quiet, and wait."),
        ("(Softly) Not now. (Wait.)", "“(Softly) Not now. (Wait.)”"),
        ("Ten (or less).", "“Ten (or less).”"),
    ],
)
def test_something_else_to_try_is_speech_in_quotes_or_an_act_without(instead: str, told: str) -> None:
    assert to_try(instead) == told


def test_inside_quotes_of_a_page_a_quotation_has_single_ones() -> None:
    assert within_quotes("She said “no”.") == "She said ‘no’."
