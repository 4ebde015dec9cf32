"""Skipping what was read, lines that go on by themselves, and a pause."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from tests.support.playing import begin, offered, to_options
from tests.window.conftest import Start
from tests.window.drive import Driver, the_sample
from tests.window.shots import choose, read_on
from tests.window.voice.listener import listening


def lines(driver: Driver) -> int:
    """How many lines stand on the card."""
    return len(driver.reading.lines)


def set_auto(driver: Driver, pace: str) -> None:
    driver.app.prefer(replace(driver.app.preferences, auto=pace))
    driver.wait()


def after_a_first_play_of_one_turn(driver: Driver, option: str = "name-it") -> Driver:
    """The same conversation begun again, after its first turn was played once."""
    begin(driver)
    read_on(driver)
    choose(driver, option)
    driver.key(pygame.K_SPACE)
    driver.enter("Leave")
    driver.enter("Leave for now")
    begin(driver)
    return driver


# ── skipping ──────────────────────────────────────────────────────────────────────────────────────────


def test_in_a_first_play_there_is_nothing_to_skip(start: Start) -> None:
    driver = start()
    begin(driver)
    for _line in range(4):
        assert "Skip what you have read" not in driver.keys
        before = lines(driver)
        driver.key(pygame.K_n)
        assert lines(driver) == before
        driver.key(pygame.K_SPACE)


def test_one_press_goes_past_all_that_was_read_to_the_decision(start: Start) -> None:
    driver = after_a_first_play_of_one_turn(start())
    assert "Skip what you have read" in driver.keys
    driver.key(pygame.K_n)
    assert "name-it" in offered(driver)
    assert driver.session.turns == 0


def test_a_known_answer_and_its_feedback_are_skipped_together_and_what_is_new_is_not(start: Start) -> None:
    driver = after_a_first_play_of_one_turn(start())
    driver.key(pygame.K_n)
    driver.key(pygame.K_0 + offered(driver)["name-it"])
    driver.enter("Skip what you have read")
    assert driver.screen == "Conversation"
    assert driver.session.feedback().option.id == "name-it"
    assert driver.session.phase.value in ("reading", "choosing")
    assert "Skip what you have read" not in driver.keys


def test_another_answer_is_new(start: Start) -> None:
    driver = after_a_first_play_of_one_turn(start(), "name-it")
    driver.key(pygame.K_n)
    driver.key(pygame.K_0 + offered(driver)["brush-off"])
    assert "Skip what you have read" not in driver.keys


def test_what_was_read_is_known_after_the_window_was_closed(start: Start) -> None:
    after_a_first_play_of_one_turn(start())
    driver = start()
    begin(driver)
    assert "Skip what you have read" in driver.keys


# ── by themselves ─────────────────────────────────────────────────────────────────────────────────────


def test_nothing_goes_on_by_itself_unless_the_player_wants_it(start: Start) -> None:
    driver = start()
    begin(driver)
    before = lines(driver)
    for _second in range(600):
        driver.wait(1.0)
    assert lines(driver) == before


@pytest.mark.parametrize("pace", ["slow", "middle", "quick"])
def test_lines_go_on_by_themselves_to_the_decision_and_no_further(start: Start, pace: str) -> None:
    driver = start()
    set_auto(driver, pace)
    begin(driver)
    for _step in range(600):
        driver.wait(0.2)
    assert offered(driver)
    assert driver.session.turns == 0


def test_a_long_line_stands_longer_than_a_short_one_and_a_slow_pace_longer_than_a_quick_one(start: Start) -> None:
    def steps(pace: str) -> list[int]:
        driver = start()
        driver.app.prefer(replace(driver.app.preferences, auto=pace, reveal="at-once"))
        driver.wait()
        begin(driver)
        stood = [0]
        while not getattr(driver.app.top, "offers", ()) and len(stood) < 3:
            before = lines(driver)
            driver.wait(0.1)
            stood[-1] += 1
            if lines(driver) != before:
                stood.append(0)
        return stood[:2]

    long = [len(line.text) for line in the_sample().nodes["the-text"].lines[:2]]
    slow, quick = steps("slow"), steps("quick")
    assert all(one > other for one, other in zip(slow, quick, strict=True))
    assert (slow[1] > slow[0]) == (quick[1] > quick[0]) == (long[1] > long[0])


@pytest.mark.parametrize("key", [pygame.K_SPACE, pygame.K_TAB, pygame.K_DOWN, pygame.K_COMMA])
def test_any_key_stops_lines_that_go_on_by_themselves(start: Start, key: int) -> None:
    driver = start()
    set_auto(driver, "quick")
    begin(driver)
    for _step in range(600):
        if lines(driver) == 2:
            break
        driver.wait(0.1)
    driver.key(key)
    if driver.screen == "LookingBack":
        driver.key(pygame.K_ESCAPE)
    before = lines(driver)
    for _second in range(100):
        driver.wait(1.0)
    assert lines(driver) == before
    assert "Resume auto-advance" in driver.words()
    driver.press("pause")
    for _second in range(100):
        driver.wait(1.0)
    assert offered(driver)


def test_a_stop_lasts_beyond_the_turn(start: Start) -> None:
    driver = start()
    set_auto(driver, "quick")
    begin(driver)
    driver.key(pygame.K_SPACE)
    to_options(driver)
    choose(driver, "name-it")
    driver.key(pygame.K_SPACE)
    driver.key(pygame.K_SPACE)
    before = lines(driver)
    for _second in range(60):
        driver.wait(1.0)
    assert lines(driver) == before


# ── a pause ───────────────────────────────────────────────────────────────────────────────────────────


def test_one_key_holds_a_line_that_appears_and_says_so(start: Start) -> None:
    driver = start()
    begin(driver)
    driver.wait(0.1)
    driver.key(pygame.K_p)
    shown = driver.reading.shown
    for _second in range(20):
        driver.wait(1.0)
    assert driver.reading.shown == shown
    assert "Resume" in driver.words()
    driver.key(pygame.K_p)
    driver.wait(1.0)
    assert driver.reading.shown > shown
    assert "Paused" not in driver.words()


def test_reading_on_lifts_a_pause(start: Start) -> None:
    driver = start()
    begin(driver)
    driver.key(pygame.K_p)
    driver.key(pygame.K_SPACE)
    assert "Paused" not in driver.words()
    assert driver.reading.whole


def test_a_pause_draws_nothing(start: Start) -> None:
    driver = start()
    begin(driver)
    driver.key(pygame.K_p)
    before = driver.app.redraws
    for _frame in range(50):
        driver.wait(0.033)
    assert driver.app.redraws == before


def test_a_line_that_is_being_spoken_is_heard_to_its_end(tmp_path: Path) -> None:
    driver, listener = listening(tmp_path)
    set_auto(driver, "quick")
    begin(driver)
    listener.patient = True
    driver.wait()
    before = lines(driver)
    for _second in range(60):
        driver.wait(1.0)
    assert lines(driver) <= before + 1
    listener.patient = False
    for _second in range(60):
        driver.wait(1.0)
    assert offered(driver)
