"""How a play came out on an axis is told in plain words: what its name means, and which of the two was high."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.play.standing import came_out
from game.rubric.gates import GateEvent
from game.rubric.score import PoleCount, Score, Scorecard
from game.testing import a_rubric, a_session, made

AXIS = "shared_power"


def told(name: str | None, power: float | None, kept: float | None, gates: tuple[GateEvent, ...] = ()) -> str:
    """What is said of a card with this name, these two scores, and a pole chosen in three of four decisions."""
    card: Scorecard = made(a_session(), "name-it", "say-how").card()
    parts = {"client_power": Score(power, power, 50), "clinical_responsibility": Score(kept, kept, 50)}
    poles = {"paternalism": PoleCount(3, 4), "abdication": PoleCount(1, 5)}
    axes = {AXIS: replace(card.axes["distinct_roles"], name=name)}
    card = replace(
        card,
        components=dict(card.components) | parts,
        axes=dict(card.axes) | axes,
        poles=dict(card.poles) | poles,
        gates=gates,
    )
    return came_out(card, a_rubric(), AXIS)


def test_a_lean_says_how_often_and_what_it_is() -> None:
    words = told("leans to paternalism", 20, 70)
    assert words.startswith("You leaned to “Paternalism” in 3 of the 4 decisions that offered it: What belongs to")
    assert "Clinical responsibility kept came out high, at 50 or more of 100, and Client's power honoured low." in words


def test_a_lean_with_both_high_says_how_that_can_be() -> None:
    assert "Both can be high all the same" in told("leans to abdication", 50, 50)
    assert "all the same" not in told("shared", 80, 80)


def test_two_high_scores_after_a_hard_limit_say_why_they_have_no_good_name() -> None:
    crossed = (GateEvent(1, "first", "name-it", "assumes_consent", "going ahead without consent"),)
    words = "A hard limit was crossed, so it is not called “shared”, however high both are."
    assert words in told("no clear lean", 80, 80, crossed)
    assert words not in told("no clear lean", 80, 80)
    assert words not in told("no clear lean", 80, 40, crossed)


def test_the_good_name_says_that_no_limit_was_crossed() -> None:
    assert told("shared", 80, 80).startswith(
        "This play came out “shared”, and no hard limit was crossed. Client's power"
    )


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("leans both ways", "You leaned both ways: to “Paternalism” in 3 of 4 decisions, to “Abdication” in 1 of 5."),
        ("no clear lean", "You leaned clearly to neither side, “Paternalism” or “Abdication”."),
    ],
)
def test_where_no_side_has_it_both_are_named(name: str, begins: str) -> None:
    words = told(name, 10, 49.9)
    assert words.startswith(begins)
    assert words.endswith("both came out low, under 50 of 100.")


def test_without_a_score_it_says_so() -> None:
    assert told(None, None, 40) == "This play gives no path score here."
