"""At the end stands what it came to, what was harm and why, what is left out and what tempts."""

from __future__ import annotations

from dataclasses import replace

from game.play.closing import closing, closing_as_text
from game.rubric.score import Scorecard, score
from game.scenario.model import Teaching
from game.testing import an_exact
from tests.support.stories import the_hour

NOTES = Teaching("Care and haste.", "It is quick. And it is warm.", limits=("Check your law.",))


def card_of(*ids: str) -> Scorecard:
    return score(an_exact(the_hour()), ids)


def test_a_mended_harm_says_when_and_an_unmended_one_that_it_was_not() -> None:
    scenario = an_exact(the_hour()).story.scenario
    (mended,) = closing(card_of("press-on", "undo", "rest"), scenario).harms
    assert mended.startswith("Turn 1: working on against a warning sign. ")
    assert mended.endswith("You mended it in turn 2.")
    (left,) = closing(card_of("press-on", "on", "rest"), scenario).harms
    assert left.endswith("It was not mended.")


def test_what_was_told_and_harm_done_again_are_past_mending() -> None:
    scenario = an_exact(the_hour()).story.scenario
    (told,) = closing(card_of("tell", "undo", "rest"), scenario).harms
    first, again = closing(card_of("press-on", "undo", "press-again"), scenario).harms
    assert told.endswith("Nothing later in a play can mend this.")
    assert (first[-24:], again[-38:]) == ("You mended it in turn 2.", "Nothing later in a play can mend this.")


def test_limits_and_the_first_sentence_of_the_trap_are_told_to_everybody() -> None:
    scenario = replace(an_exact(the_hour()).story.scenario, teaching=NOTES)
    found = closing(card_of("ask", "on", "rest"), scenario)
    assert (found.harms, found.limits, found.trap) == ((), ("Check your law.",), "It is quick.")
    assert closing_as_text(found) == ["What this scene leaves out: Check your law.", "What tempts here: It is quick."]


def test_the_outcome_comes_first() -> None:
    told = the_hour().replace("text: It is well.", "text: It is well., outcome: She sleeps again.")
    exact = an_exact(told)
    card = score(exact, ("ask", "on", "rest"))
    assert closing_as_text(closing(card, exact.story.scenario)) == ["What it came to: She sleeps again."]
