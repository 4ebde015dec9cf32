"""What a feedback puts in quotation marks."""

from __future__ import annotations

import pytest

from tests.author.smells.drafts import a_draft, decision, option, smell

WORDS = "It is eighty, as for anyone."


def told(feedback: str, **more: str) -> list[str]:
    node = decision("first", option("a", say=WORDS, feedback=f"'{feedback}'", **more), lines="[{dana: Is it odd?}]")
    return [found.message for found in smell("quote-not-said", a_draft(node))]


@pytest.mark.parametrize(
    "feedback",
    [
        "You said “eighty”, and she could count on it.",
        "You said “it is EIGHTY as for anyone”.",
        "She had asked “Is it odd” and heard a price.",
        "You gave her a way to say “less”.",
        "She could stop guessing.",
    ],
)
def test_what_is_said_may_be_quoted_and_one_word_may_be_a_mention(feedback: str) -> None:
    assert told(feedback) == []


def test_what_nobody_says_is_told() -> None:
    assert told("“You know best” had come true.") == [
        "The feedback on `a` quotes “You know best”, which nobody says in this scenario.",
    ]


def test_what_the_player_is_said_to_say_must_be_in_this_option_or_its_reply() -> None:
    [found] = told("You told her “Is it odd” and laughed.")
    assert found == "The feedback on `a` quotes “Is it odd”, which is not what the player says there."
    assert told("You said “fine” in the end.")
    assert told("You said “fine” in the end.", reply="[{you: Fine.}]") == []


def test_an_earlier_choice_may_be_told_of() -> None:
    assert told("You had said nothing of “is it odd” so far.") == []
