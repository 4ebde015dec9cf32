"""The library as plain lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.play.events import Mode
from game.scenario.model import Scenario
from game.terminal.menu import PlayRequest, pick
from game.testing import SMALL, a_scenario


def _reads(*lines: str) -> Callable[[str], str | None]:
    left = list(lines)
    return lambda prompt: left.pop(0) if left else None


def _library() -> list[Scenario]:
    other = SMALL.replace("title: Saturday Friend", "title: Monday Client\ncontent_notes: [Talks about illness.]")
    return [a_scenario(SMALL), a_scenario(other)]


def _picked(*lines: str) -> tuple[PlayRequest | None, list[str]]:
    rows: list[str] = []
    return pick(_library(), _reads(*lines), rows.append), rows


def test_the_library_is_listed_with_minutes_summaries_and_content_notes() -> None:
    _, rows = _picked()
    assert "1. Saturday Friend (about 3 minutes)" in rows
    assert "2. Monday Client (about 3 minutes)" in rows
    assert rows.count("   A friend texts to book.") == 2
    assert "   Content note: Talks about illness." in rows


def test_a_scenario_a_name_and_a_mode_are_picked() -> None:
    picked, _ = _picked("2", " Ada ", "2")
    assert picked is not None
    assert (picked.scenario.title, picked.player, picked.mode) == ("Monday Client", "Ada", Mode.ASSESS)


def test_a_name_may_be_left_out() -> None:
    picked, _ = _picked("1", "", "1")
    assert picked == PlayRequest(_library()[0], Mode.PRACTICE, None)


def test_names_used_before_are_told_and_whoever_is_known_is_not_asked() -> None:
    rows: list[str] = []
    picked = pick(_library(), _reads("1", "Ben", "1"), rows.append, ["Ana", "Ben"])
    assert "Players here: Ana, Ben" in rows
    assert picked is not None
    assert picked.player == "Ben"
    rows.clear()
    for known, kept in (("Ana", "Ana"), ("", None)):
        picked = pick(_library(), _reads("1", "1"), rows.append, ["Ana", "Ben"], known)
        assert picked is not None
        assert picked.player == kept
    assert not any("Players here" in row for row in rows)


@pytest.mark.parametrize("typed", [["q"], [" Q "], [], ["1"], ["1", "Ada", "q"], ["1", "Ada"]])
def test_q_and_the_end_of_input_leave(typed: list[str]) -> None:
    assert _picked(*typed)[0] is None


@pytest.mark.parametrize("typed", ["0", "3", "two", "", "-1", "²", "99999999999"])
def test_what_is_no_number_of_the_list_is_asked_again(typed: str) -> None:
    picked, rows = _picked(typed, "1", "", "1")
    assert picked is not None
    assert rows.count("Please type a number from 1 to 2, or q.") == 1
