"""A card as text and as plain data."""

from __future__ import annotations

import json

from game.play import report
from game.rubric.score import score
from game.testing import SMALL, a_rubric, an_exact


def _data(*choices: str) -> dict[str, object]:
    data: dict[str, object] = json.loads(json.dumps(report.as_data(score(an_exact(), choices)), allow_nan=False))
    return data


def _text(*choices: str, story: str = SMALL, moments: bool = False) -> list[str]:
    return report.as_text(score(an_exact(story), choices), a_rubric(), moments=moments).split("\n")


def test_the_data_of_a_card_has_this_shape() -> None:
    data = _data("laugh-it-off", "own-it")
    assert list(data) == [
        "scenario", "title", "complete", "ending", "components", "axes", "poles", "gates", "ruptures", "choices",
    ]  # fmt: skip
    assert data["ending"] == {"id": "clear", "kind": "best", "title": "Clear and close", "outcome": None}
    assert list(data["components"]) == [  # type: ignore[call-overload]
        "role_held", "relationship_acknowledged", "client_power", "clinical_responsibility",
    ]  # fmt: skip
    assert data["components"]["relationship_acknowledged"] == {"moment": 20.0, "path": 25.0, "chance": 50.0}  # type: ignore[index]
    assert set(data["axes"]) == {"distinct_roles", "shared_power"}  # type: ignore[call-overload]
    assert set(data["axes"]["distinct_roles"]) == {"moment", "path", "chance", "name"}  # type: ignore[index]
    assert data["poles"] == {
        "blurred": {"chosen": 0, "offered": 0},
        "walled_off": {"chosen": 1, "offered": 1},
        "paternalism": {"chosen": 0, "offered": 0},
        "abdication": {"chosen": 0, "offered": 0},
    }
    assert data["ruptures"] == [
        {
            "id": "brushed-off",
            "kind": "withdrawal",
            "what": "You laughed her question away.",
            "opened": 1,
            "repaired": 2,
        }
    ]
    assert data["gates"] == []


def test_the_data_of_a_choice_has_this_shape() -> None:
    (first, _) = _data("laugh-it-off", "own-it")["choices"]  # type: ignore[misc]
    assert first == {
        "turn": 1,
        "node": "the-text",
        "option": "laugh-it-off",
        "say": "Don't be silly, it's only me.",
        "moves": ["brushes_off_awkwardness"],
        "vector": [0, -2, 0, 0],
        "low": [0, -2, 0, 0],
        "high": [1, 2, 0, 0],
        "at_stake": [True, True, False, False],
        "poles": ["walled_off"],
        "gates": [],
        "state": {"trust": 5, "ease": 1, "voice": 5},
        "thinks": ["Please don't make me feel silly for asking."],
    }


def test_an_unfinished_card_has_no_ending_in_its_data() -> None:
    data = _data("name-it")
    assert (data["complete"], data["ending"]) == (False, None)


def test_chance_stands_beside_every_score_in_the_text() -> None:
    rows = _text("laugh-it-off", "own-it")
    assert rows[:2] == ["SCORECARD: Saturday Friend", "Ending: Clear and close (best)"]
    assert "  Relationship acknowledged: 25 (chance 50)" in rows
    assert "Distinct roles: leans to walled-off" in rows


def test_the_second_reading_is_told_on_request_only() -> None:
    rows = _text("laugh-it-off", "own-it", moments=True)
    assert "  Relationship acknowledged: 25 (at the decisions met 20, chance 50)" in rows
    assert not any("decisions met" in row for row in _text("laugh-it-off", "own-it"))


def test_each_plane_says_in_words_which_came_out_high_and_which_low() -> None:
    rows = _text("name-it", "say-how")
    assert any(
        "Role held and Relationship acknowledged both came out high, at 50 or more of 100." in row for row in rows
    )
    assert sum("came out high" in row for row in rows) == 1  # shared power has no score here


def test_each_way_out_of_balance_is_told_with_what_it_means() -> None:
    assert "  Walled-off: 1 of 1. The rule was kept and the person was left out." in _text("laugh-it-off", "own-it")


def test_what_gives_no_ground_for_a_score_says_so() -> None:
    assert "  Client's power honoured: no score, since nothing on this way put it to the test" in _text(
        "name-it", "say-how"
    )
    assert "This play is not finished, so it has no path scores yet." in _text("name-it")


def test_what_stands_under_each_turn_is_explained_before_the_first() -> None:
    rows = _text("laugh-it-off", "own-it")
    assert rows[rows.index("Turn by turn:") + 1].startswith("Under each choice: what you did, its points,")


def test_the_choices_behind_the_figures_are_quoted_with_their_moves() -> None:
    rows = _text("laugh-it-off", "own-it")
    at = rows.index("  1. Don't be silly, it's only me.")
    assert rows[at + 1] == "     You waved the awkwardness away."
    assert rows[at + 2] == (
        "     points: role held +0, relationship acknowledged -2, client's power honoured +0, "
        "clinical responsibility kept +0; moves: brushes off awkwardness"
    )
    assert rows[at + 3] == "     Dana Reyes, privately: Please don't make me feel silly for asking."
