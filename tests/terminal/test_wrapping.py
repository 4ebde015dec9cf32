"""Rows that fit a terminal of any width, in any script, and numbers as people type them."""

from __future__ import annotations

import pytest

from game.terminal import wrapping
from game.terminal.player import Typing, play
from game.terminal.wrapping import columns, number_typed, rows, width
from game.testing import a_session
from tests.support.terminal import numbers, reads

PROSE = "She books for Tuesday. You show her the form, and she reads it, the whole of it, twice."


class Terminal:
    """A terminal of some width."""

    def __init__(self) -> None:
        self.wide = 80


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    made = Terminal()
    monkeypatch.setattr(wrapping, "terminal_columns", lambda: made.wide)
    return made


@pytest.mark.parametrize(("wide", "told"), [(20, 20), (200, 200), (5, 20), (400, 200), (0, 80)])
def test_a_row_is_as_wide_as_the_terminal_within_limits(terminal: Terminal, wide: int, told: int) -> None:
    terminal.wide = wide
    assert width() == told


def test_where_there_is_no_terminal_a_row_has_eighty_columns() -> None:
    assert width() == 80


@pytest.mark.parametrize("wide", [20, 37, 80, 200])
def test_nothing_is_lost_and_no_row_is_too_wide(wide: int) -> None:
    found = rows("  " + PROSE, wide)
    assert " ".join(row.strip() for row in found) == PROSE
    assert max(map(columns, found)) <= wide
    assert all(row.startswith("  ") for row in found)


def test_a_path_is_left_whole_so_that_it_can_be_copied() -> None:
    path = "/home/ada/.config/equal-footing/logs/20261129-saturday-friend.jsonl"
    assert path in rows(f"Journal: {path}", 20)


def test_wide_letters_take_two_columns_and_break_anywhere() -> None:
    found = rows("我们可以把这两件事分开来谈，你觉得怎么样？", 20)
    assert max(map(columns, found)) <= 20 + 2  # a mark stays with what is before it
    assert "".join(found) == "我们可以把这两件事分开来谈，你觉得怎么样？"


def test_a_terminal_that_is_resized_in_play_gets_other_rows(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    typed = reads(*numbers("name-it", "say-how"), "")

    def read(prompt: str) -> str | None:
        terminal.wide = 30
        return typed(prompt)

    session = a_session()
    play(session, Typing(read, told.append), told.append)
    chosen = next(n for n, row in enumerate(told) if row.startswith("You: "))
    assert max(columns(row) for row in told[:chosen]) > 30
    assert max(columns(row) for row in told[chosen : told.index("SCORECARD: Saturday Friend")]) <= 30


@pytest.mark.parametrize("typed", ["3", " 3 ", "03", "3.", "3)", "３", "３．", "３）", "٣", "3 ."])
def test_a_number_is_taken_as_people_type_it(typed: str) -> None:
    assert number_typed(typed) == 3


@pytest.mark.parametrize("typed", ["", ".", "1.0", "-3", "²", "①", "three", "1 2", "1..", "\x00"])
def test_what_is_no_number_is_none(typed: str) -> None:
    assert number_typed(typed) is None


def test_wrapped_keeps_rows_and_indents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wrapping, "width", lambda: 20)
    told: list[str] = []
    wrapping.wrapped(told.append, "Title\n\n   a row that is longer")
    assert told == ["Title", "", "   a row that is", "   longer"]
