"""Two paths in words: the same choices tell of no difference, others tell each one."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.play.compare import ComparedPart, compare, parting
from game.rubric.score import GateEvent, Scorecard, score
from game.testing import SMALL, an_exact

FIRST = "the first path"
PLAYS = [
    ("name-it", "say-how"),
    ("name-it", "change-subject"),
    ("laugh-it-off", "own-it"),
    ("laugh-it-off", "change-subject"),
]


def a_card(*choices: str) -> Scorecard:
    return score(an_exact(SMALL), choices)


def compared(mine: Scorecard, other: Scorecard) -> dict[str, ComparedPart]:
    exact = an_exact(SMALL)
    parts = compare(mine, other, FIRST, exact.story.scenario, exact.rubric)
    return {part.title: part for part in parts}


def test_where_they_part_is_told_with_what_was_said_on_each() -> None:
    part = compared(a_card("laugh-it-off", "own-it"), a_card("laugh-it-off", "change-subject"))["Where the paths split"]
    assert part.rows == (
        "The choices are the same up to turn 1. The paths split at turn 2.",
        "The first path: Anyway, how is the dog?",
        "This path: I laughed because I felt awkward. I am sorry.",
    )


def test_parting_at_the_first_choice_has_nothing_before_it() -> None:
    part = compared(a_card("name-it"), a_card("laugh-it-off", "own-it"))["Where the paths split"]
    assert part.rows[0] == "The paths split at the first choice."


def test_a_path_that_was_left_parts_where_it_is_over() -> None:
    mine, other = a_card("name-it"), a_card("name-it", "say-how")
    assert parting(mine, other) == 2
    found = compared(mine, other)
    assert found["Where the paths split"].rows[2] == "This path: no choice, for here it is over"
    assert found["Ending"].rows == ("The first path: Clear and close", "This path: left before its end")


def test_the_client_is_told_as_they_were_at_the_end() -> None:
    part = compared(a_card("laugh-it-off", "own-it"), a_card("laugh-it-off", "change-subject"))[
        "How Dana was at the end, of 10"
    ]
    assert part.rows == ("Trust: 7 on this path, 5 on the first path", "Ease: 1 on both", "Voice: 5 on both")


def test_a_path_without_a_choice_has_the_client_as_they_were_at_the_start() -> None:
    part = compared(a_card(), a_card("laugh-it-off"))["How Dana was at the end, of 10"]
    assert part.rows == (
        "Trust: 6 on this path, 5 on the first path",
        "Ease: 3 on this path, 1 on the first path",
        "Voice: 5 on both",
    )


def test_breaks_are_told_with_what_became_of_them_on_each() -> None:
    title = "Breaks and repairs"
    mended, unmended, whole = (
        a_card("laugh-it-off", "own-it"),
        a_card("laugh-it-off", "change-subject"),
        a_card("name-it", "say-how"),
    )
    what = "You laughed her question away."
    assert compared(mended, unmended)[title].rows == (
        f"{what} This path: turn 1, repaired in turn 2. The first path: turn 1, not repaired.",
    )
    assert compared(whole, unmended)[title].rows == (
        f"{what} This path: it did not happen. The first path: turn 1, not repaired.",
    )
    assert compared(unmended, unmended)[title].rows == (f"{what} Both: turn 1, not repaired.",)
    assert compared(whole, whole)[title].rows == ("Nothing broke between you on either path.",)


def test_a_hard_limit_is_told_apart() -> None:
    crossed = replace(
        a_card("name-it", "say-how"), gates=(GateEvent(2, "the-answer", "say-how", "tells", "you told a secret"),)
    )
    assert compared(crossed, a_card("name-it", "say-how"))["Breaks and repairs"].rows == (
        "Hard limit, turn 2: you told a secret. This path: crossed. The first path: not crossed.",
    )


def test_endings_and_figures_stand_beside_each_other() -> None:
    found = compared(a_card("name-it", "say-how"), a_card("name-it", "change-subject"))
    assert found["Ending"].rows == ("The first path: Left open", "This path: Clear and close")
    assert "Clinical responsibility kept: no score on both" in found["Figures, 0 to 100"].rows


@given(st.sampled_from(PLAYS))
def test_a_path_beside_itself_differs_in_nothing(choices: tuple[str, ...]) -> None:
    card = a_card(*choices)
    assert parting(card, a_card(*choices)) is None
    parts = compared(card, a_card(*choices)).values()
    assert not any(part.differs for part in parts)
    assert not any("first path" in row for part in parts for row in part.rows)


@given(st.sampled_from(PLAYS), st.sampled_from(PLAYS))
def test_paths_part_at_the_first_choice_that_is_not_the_same(one: tuple[str, ...], two: tuple[str, ...]) -> None:
    turn = parting(a_card(*one), a_card(*two))
    assert turn == parting(a_card(*two), a_card(*one))
    assert compared(a_card(*one), a_card(*two))["Where the paths split"].differs == (one != two)
    if turn is not None:
        assert one[: turn - 1] == two[: turn - 1]
        assert one[turn - 1] != two[turn - 1]
