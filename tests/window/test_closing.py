"""Closing the window in the middle of a play, and coming back after it was closed or fell over."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.play.events import Abandoned
from game.play.journal import read_journal
from game.play.play_list import list_plays
from tests.support.playing import GOOD, begin, offered, to_options
from tests.window.conftest import Start
from tests.window.drive import Driver
from tests.window.shots import choose, read_on


def close(driver: Driver) -> None:
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    driver.pump()
    driver.wait()


def after_one_choice(driver: Driver) -> Driver:
    begin(driver)
    read_on(driver)
    choose(driver, "name-it")
    driver.key(pygame.K_SPACE)
    read_on(driver)
    return driver


def test_closing_asks_once_in_the_middle_of_a_play_and_says_where_it_goes_on(start: Start, tmp_path: Path) -> None:
    driver = after_one_choice(start())
    close(driver)
    assert (driver.screen, driver.focus, driver.app.running) == ("Leave", "Stay", True)
    assert "Continue on the first screen brings you back here" in driver.words().replace("\n", " ")
    driver.enter("Close")
    assert not driver.app.running
    (play,) = list_plays(tmp_path / "logs")
    assert driver.app.left == play.path
    assert isinstance(read_journal(play.path).events[-1], Abandoned)


def test_staying_changes_nothing(start: Start) -> None:
    driver = after_one_choice(start())
    before = offered(driver)
    close(driver)
    driver.key(pygame.K_ESCAPE)
    assert driver.screen == "Conversation"
    assert offered(driver) == before


def test_asked_a_second_time_it_closes(start: Start, tmp_path: Path) -> None:
    driver = after_one_choice(start())
    close(driver)
    close(driver)
    assert not driver.app.running
    assert start().focus == "continue"


@pytest.mark.parametrize("key", [pygame.K_h, pygame.K_s, pygame.K_F1, pygame.K_COMMA])
def test_whatever_lies_over_the_play_it_is_asked(start: Start, key: int) -> None:
    driver = after_one_choice(start())
    driver.key(key)
    close(driver)
    assert driver.screen == "Leave"
    close(driver)
    assert not driver.app.running


def test_where_no_play_is_under_way_it_closes_at_once(start: Start) -> None:
    driver = start()
    close(driver)
    assert not driver.app.running
    driver = start()
    driver.enter("Play")
    driver.key(pygame.K_RETURN)
    assert driver.screen == "Briefing"
    close(driver)
    assert not driver.app.running


def test_what_is_being_typed_is_kept(start: Start, tmp_path: Path) -> None:
    driver = start()
    begin(driver)
    for option in GOOD:
        to_options(driver)
        driver.key(pygame.K_0 + offered(driver)[option])
    to_options(driver)
    assert driver.screen == "Reflection"
    driver.go_to("answer-0")
    driver.type("Less talk")
    close(driver)
    close(driver)
    (play,) = list_plays(tmp_path / "logs")
    reflected = read_journal(play.path).reflected
    assert reflected is not None
    assert reflected.answers[0].text == "Less talk"


def test_after_a_crash_the_title_offers_the_play_and_all_of_it_is_there(start: Start) -> None:
    driver = after_one_choice(start())
    before = offered(driver)
    driver.key(pygame.K_h)
    told = driver.words()
    driver = start()  # the first window is gone without a word
    assert driver.focus == "continue"
    driver.key(pygame.K_RETURN)
    to_options(driver)
    assert offered(driver) == before
    driver.key(pygame.K_h)
    assert driver.words() == told


def test_in_practice_the_feedback_that_was_open_is_shown_again(start: Start) -> None:
    driver = start()
    begin(driver)
    read_on(driver)
    choose(driver, "name-it")
    told = driver.words()
    assert driver.screen == "Feedback"
    driver = start()
    driver.key(pygame.K_RETURN)
    read_on(driver)
    assert driver.screen == "Feedback"
    assert driver.words() == told
