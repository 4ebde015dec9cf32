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
    assert mended.told.startswith("Turn 1: working on against a warning sign. ")
    assert mended.told.endswith("You mended it in turn 2.")
    (left,) = closing(card_of("press-on", "on", "rest"), scenario).harms
    assert left.told.endswith("It was not mended.")


def test_what_was_told_and_harm_done_again_are_past_mending() -> None:
    scenario = an_exact(the_hour()).story.scenario
    told = closing(card_of("tell", "undo", "rest"), scenario)
    assert (
        told.past_mending == "What was done in turn 1 cannot be mended later, so that is the turn to play another way."
    )
    found = closing(card_of("press-on", "undo", "press-again"), scenario)
    first, _ = found.harms
    assert first.told.endswith("You mended it in turn 2.")
    assert (found.past_mending or "").startswith("What was done in turn 3 cannot be mended later")


def test_two_limits_past_mending_are_told_without_scolding_twice() -> None:
    scenario, card = an_exact(the_hour()).story.scenario, card_of("tell", "undo", "rest")
    (gate,) = card.gates
    twice = replace(card, gates=(gate, replace(gate, turn=3)))
    found = closing(twice, scenario)
    assert (
        found.past_mending
        == "What was done in turns 1 and 3 cannot be mended later, so those are the turns to play another way."
    )
    told = " ".join(harm.told for harm in found.harms)
    assert (told.count(gate.why), told.count("mend")) == (1, 0)


def test_two_limits_crossed_in_one_turn_are_told_as_one() -> None:
    scenario, card = an_exact(the_hour()).story.scenario, card_of("tell", "undo", "rest")
    (gate,) = card.gates
    (harm,) = closing(replace(card, gates=(gate, replace(gate, what="working on"))), scenario).harms
    assert harm.told.startswith(f"Turn 1: {gate.what}; working on. ")


def test_limits_and_the_first_sentence_of_the_trap_are_told_to_everybody() -> None:
    scenario = replace(an_exact(the_hour()).story.scenario, teaching=NOTES)
    found = closing(card_of("ask", "on", "rest"), scenario)
    assert (found.harms, found.limits, found.trap) == ((), ("Check your law.",), "It is quick.")
    assert closing_as_text(found) == [
        "What this scene leaves out:",
        "- Check your law.",
        "What tempts here: It is quick.",
    ]


def test_a_terminal_says_once_that_something_is_left_out_however_many_limits_there_are() -> None:
    found = closing(card_of("ask", "on", "rest"), an_exact(the_hour()).story.scenario)
    three = replace(found, limits=("Check your law.", "Ask first.", "It is practice."), trap=None)
    assert closing_as_text(three) == [
        "What this scene leaves out:",
        "- Check your law.",
        "- Ask first.",
        "- It is practice.",
    ]
    assert closing_as_text(replace(three, limits=())) == []
