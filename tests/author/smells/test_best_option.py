"""What gives the best option away: counted over the decisions, held against chance."""

from __future__ import annotations

from fractions import Fraction

import pytest

from game.author.smells.best_option import at_least
from tests.author.smells.drafts import a_draft, chain, decision, option, smell

GOOD, BAD = "sets_frame", "skips_frame"


def told(*pairs: tuple[str, str], count: int = 8) -> list[str]:
    return [found.message.split(" at ")[0] for found in smell("best-stands-out", a_draft(chain(count, *pairs)))]


def test_the_chance_of_so_many_hits_is_exact() -> None:
    half, third = Fraction(1, 2), Fraction(1, 3)
    assert at_least(0, [half, third]) == 1
    assert at_least(1, [half, third]) == pytest.approx(2 / 3)
    assert at_least(2, [half, third]) == pytest.approx(1 / 6)


PLAIN = ("That is how it is done.", BAD)


@pytest.mark.parametrize(
    ("words", "cue"),
    [
        ("That is how we do it now.", "The best option is one with “we”, “us” or “together”"),
        ("I am sorry it is so now.", "The best option is one with an apology"),
        ("Is it how you want it ?", "The best option is a question"),
    ],
)
def test_a_way_of_speaking_that_only_the_best_have_is_told(words: str, cue: str) -> None:
    assert cue in told(PLAIN, (words, GOOD), PLAIN)


def test_the_first_place_and_the_greatest_length_are_told() -> None:
    found = told(("That is how it is done, then.", GOOD), PLAIN, PLAIN)
    assert found == ["The best option is the longest", "The best option is written first"]


def test_a_few_decisions_prove_nothing() -> None:
    assert told(("That is how it is done, then.", GOOD), PLAIN, PLAIN, count=4) == []


def test_several_best_options_share_a_hit() -> None:
    assert told(("That is how it is done.", GOOD), ("That is how it is done.", GOOD), PLAIN) == []


def test_options_that_are_worth_the_same_give_nothing_away() -> None:
    assert told(("We do.", BAD), PLAIN, PLAIN) == []


def four_with(liked: str) -> str:
    return "".join(
        decision(
            name,
            option(f"good-{name}", goto, moves=f"[{GOOD}]", client="{trust: +1}"),
            option(f"bad-{name}", goto, moves=f"[{BAD}]", client=liked),
        )
        for name, goto in (("first", "b"), ("b", "c"), ("c", "d"), ("d", "over"))
    )


def test_a_best_option_that_wins_on_everything_everywhere_is_told_once() -> None:
    [found] = smell("best-without-cost", a_draft(four_with("{trust: -1}")))
    assert found.message.startswith("At 4 of 4 decisions")


def test_a_best_option_that_the_client_likes_less_has_its_cost() -> None:
    assert smell("best-without-cost", a_draft(four_with("{ease: +1}"))) == []
