"""The first minute: it teaches by playing, can be left at any time, can be played again, and is kept nowhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game import locations
from game.play.play_list import list_plays
from tests.support.playing import begin, offered
from tests.window.conftest import Start
from tests.window.drive import Driver
from tests.window.shots import read_on

MINUTE = locations.first_minute()


def on_to_the_next_decision(driver: Driver) -> None:
    """Reads on, through a feedback too, to the next decision or out of the minute."""
    for _line in range(30):
        if driver.screen == "Library" or getattr(driver.app.top, "offers", ()):
            return
        driver.key(pygame.K_SPACE)
    raise AssertionError(driver.words())


def test_the_very_first_start_offers_to_begin_and_nothing_else_to_play(start: Start) -> None:
    driver = start(first_minute=MINUTE)
    assert (driver.screen, driver.focus) == ("Title", "Begin")
    assert "Play" not in driver.keys
    driver.key(pygame.K_RETURN)
    assert driver.screen == "Conversation"
    assert "Here is a line to read" in driver.words()


def test_it_is_played_through_by_keyboard_and_leads_to_the_library(start: Start, tmp_path: Path) -> None:
    driver = start(first_minute=MINUTE)
    driver.enter("Begin")
    for decision in range(3):
        on_to_the_next_decision(driver)
        driver.wait()
        driver.key(pygame.K_1 + decision % 2)
    on_to_the_next_decision(driver)
    assert driver.screen == "Library"
    assert list_plays(tmp_path / "logs") == []
    assert not (tmp_path / "logs").exists()
    assert "The first minute" not in driver.words()


@pytest.mark.parametrize("key", [pygame.K_ESCAPE, pygame.K_l])
def test_one_press_skips_it_at_any_time(start: Start, key: int) -> None:
    for lines in (0, 3, 12):
        driver = start(first_minute=MINUTE)
        driver.enter("Begin" if lines == 0 else "Help")
        if lines:
            driver.enter("Learn it by playing, in a minute")
        for _line in range(lines):
            driver.key(pygame.K_SPACE)
        driver.key(key)
        assert driver.screen == "Library"


def test_a_button_skips_it_too(start: Start) -> None:
    driver = start((800, 600), first_minute=MINUTE)
    driver.press("Begin")
    driver.press("Skip this minute")
    assert driver.screen == "Library"


def test_it_is_offered_once_and_can_be_repeated_from_the_help(start: Start) -> None:
    driver = start(first_minute=MINUTE)
    driver.enter("Begin")
    driver.key(pygame.K_ESCAPE)
    driver = start(first_minute=MINUTE)
    assert "Begin" not in driver.keys
    assert driver.focus == "Play"
    driver.enter("Help")
    driver.enter("Learn it by playing, in a minute")
    assert "Here is a line to read" in driver.words()


def test_within_a_play_the_help_does_not_lead_out_of_it(start: Start) -> None:
    driver = start(first_minute=MINUTE)
    driver.enter("Begin")
    driver.key(pygame.K_ESCAPE)
    driver.key(pygame.K_RETURN)
    driver.enter("Begin")
    driver.key(pygame.K_F1)
    assert driver.screen == "Help"
    assert "Learn it by playing, in a minute" not in driver.keys


def test_whoever_has_played_before_is_not_taught(start: Start) -> None:
    driver = start()
    begin(driver)
    driver.enter("Leave")
    driver.enter("Leave for now")
    assert "Begin" not in start(first_minute=MINUTE).keys


def test_it_teaches_reading_choosing_history_settings_and_that_nothing_is_timed(start: Start) -> None:
    driver = start(first_minute=MINUTE)
    driver.enter("Begin")
    seen = ""
    for _decision in range(3):
        on_to_the_next_decision(driver)
        driver.key(pygame.K_h)
        seen += driver.words().replace("\n", " ")
        driver.key(pygame.K_h)
        driver.wait()
        driver.key(pygame.K_1)
    for taught in ("Space or Enter", "Nothing is timed", "Press the number", "H, or History", "S, or Settings"):
        assert taught in seen


def test_it_names_the_player_s_own_keys_and_where_there_is_none_the_one_that_always_does(start: Start) -> None:
    driver = start(first_minute=MINUTE)
    kept = driver.app.preferences
    keys = {"on": "g", "settings": "COMMA"}
    driver.app.prefer(replace(kept, keys=keys, buttons={**kept.buttons, "on": "Y", "skip": "A"}))
    driver.enter("Begin")
    seen = ""
    for _decision in range(3):
        for _line in range(30):
            if getattr(driver.app.top, "offers", ()):
                break
            driver.key(pygame.K_g)
        driver.key(pygame.K_F3)
        seen += driver.words().replace("\n", " ")
        driver.key(pygame.K_F3)
        driver.wait()
        driver.key(pygame.K_1)
    for taught in ("press G or Enter,", "press Y on a gamepad", "Press F3, or History", "Press comma, or Settings"):
        assert taught in seen
    for usual in ("Space", "Press H", "Press S,"):
        assert usual not in seen


def test_there_is_nothing_to_save_in_it(start: Start, tmp_path: Path) -> None:
    driver = start(first_minute=MINUTE)
    driver.enter("Begin")
    driver.key(pygame.K_F5)
    assert "is not kept" in driver.words().replace("\n", " ")
    assert "Saves" not in driver.keys
    read_on(driver)
    assert offered(driver)
