"""A disk becomes read-only in mid-play: it is said in a sentence, no choice is lost, and play goes on afterwards."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pygame
import pytest

from game.classroom.plays_kept import PlaysKept
from game.errors import JournalError
from game.files import unfinished
from game.play.journal import read_journal
from game.terminal.player import Typing, play
from game.testing import a_session, a_story, made
from tests.classroom.test_plays_kept import a_play_in
from tests.support.playing import begin, offered, to_options
from tests.support.read_only import WHY, read_only
from tests.window.drive import Driver, a_context
from tests.window.screens.test_own_words import to_the_question


def chosen(folder: Path) -> list[str]:
    """The choices that the one journal there tells of."""
    (path,) = folder.rglob("*.jsonl")
    journal = read_journal(path)
    assert journal.lost == ()
    assert unfinished(folder) == []
    return [choice.option for choice in journal.choices]


def test_in_the_terminal_what_was_not_kept_is_not_shown_as_chosen_and_play_can_be_gone_on_with(tmp_path: Path) -> None:
    session, said = a_session(tmp_path), list[str]()
    with ExitStack() as disk:

        def read(prompt: str) -> str:
            if session.turns and prompt.startswith("Your choice"):
                disk.enter_context(read_only())
            return "1" if prompt.startswith("Your choice") else ""

        with pytest.raises(JournalError) as told:
            play(session, Typing(read, said.append), said.append)
    assert f"{WHY}. What was chosen before is safe." in str(told.value)
    assert "let the file be written to" in str(told.value)
    shown = "\n".join(said)
    assert chosen(tmp_path) == list(session.chosen)
    assert shown.count("\nYou: ") == len(session.chosen) == 1
    assert f'python main.py continue "{session.journal_path}"' in shown
    shown_option = session.chosen[0]
    made(session, "own-it")
    assert chosen(tmp_path) == [shown_option, "own-it"]


def a_choice(driver: Driver) -> str:
    """Takes the first option, and returns it."""
    to_options(driver)
    option = min(offered(driver).items(), key=lambda pair: pair[1])[0]
    driver.key(pygame.K_1)
    return option


def test_in_the_window_a_choice_that_is_not_kept_is_told_and_can_be_made_again_afterwards(tmp_path: Path) -> None:
    driver = Driver(a_context(tmp_path))
    begin(driver)
    first = a_choice(driver)
    to_options(driver)
    with read_only():
        a_choice(driver)
        assert driver.screen == "Message"
        assert "".join(WHY.split()) in "".join(driver.words().split())
        driver.key(pygame.K_ESCAPE)
        assert driver.screen == "Conversation"
    assert chosen(tmp_path / "logs") == [first]
    second = a_choice(driver)
    assert chosen(tmp_path / "logs") == [first, second]
    assert not (tmp_path / "config" / "crash.txt").exists()


def test_whoever_leaves_in_the_window_then_gets_to_the_title_and_finds_the_play_again(tmp_path: Path) -> None:
    driver = Driver(a_context(tmp_path))
    begin(driver)
    first = a_choice(driver)
    to_options(driver)
    with read_only():
        driver.key(pygame.K_ESCAPE)
        driver.enter("Leave for now")
        assert driver.screen == "Title"
    assert chosen(tmp_path / "logs") == [first]
    again = Driver(a_context(tmp_path))
    again.enter("continue")
    second = a_choice(again)
    assert chosen(tmp_path / "logs") == [first, second]


def test_own_words_that_cannot_be_kept_are_told_before_whoever_leaves_gets_out(tmp_path: Path) -> None:
    driver = to_the_question(lambda **wished: Driver(a_context(tmp_path, **wished)), tmp_path)
    driver.type("Yes but properly")
    with read_only():
        driver.key(pygame.K_ESCAPE)
        driver.enter("Leave for now")
        assert driver.screen == "Message"
        driver.key(pygame.K_ESCAPE)
        driver.enter("Leave for now")
        assert driver.screen == "Title"
    assert chosen(tmp_path / "logs") == []


def test_in_a_class_a_line_that_is_not_kept_is_not_acknowledged_and_comes_again(tmp_path: Path) -> None:
    session, lines = a_play_in(tmp_path)
    room = PlaysKept(tmp_path / "class", {"scenario": a_story()})
    room.keep("a" * 32, session, 0, lines[0])
    with read_only(), pytest.raises(OSError, match=WHY):
        room.keep("a" * 32, session, 1, lines[1])
    assert room.of("a" * 32) == {session: 1}
    room.keep("a" * 32, session, 1, lines[1])
    (path,) = (tmp_path / "class").glob("*.jsonl")
    assert path.read_text("utf-8") == "".join(lines[:2])
