"""Looking back a line at a time: with every device, in every place, and never undoing anything."""

from __future__ import annotations

import re
from dataclasses import replace

import pygame
import pytest

from tests.support.playing import begin, offered, to_options
from tests.window.conftest import Start
from tests.window.drive import Driver
from tests.window.shots import choose, read_on


def at_the_first_options(driver: Driver) -> Driver:
    begin(driver)
    read_on(driver)
    return driver


def in_the_middle_of_the_first_lines(driver: Driver) -> Driver:
    """Nothing scrolls there yet."""
    begin(driver)
    while driver.reading.line < 2:
        driver.key(pygame.K_SPACE)
    assert driver.app.top.page.scrolling(None) is None
    return driver


def pad(button: int) -> pygame.event.Event:
    return pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=button)


@pytest.mark.parametrize("key", [pygame.K_PAGEUP, pygame.K_COMMA])
def test_a_key_shows_the_line_before_and_another_the_line_after(start: Start, key: int) -> None:
    driver = in_the_middle_of_the_first_lines(start())
    driver.key(key)
    assert driver.screen == "LookingBack"
    first, count = place_in_the_play(driver)
    assert first == count - 1
    driver.key(key)
    assert place_in_the_play(driver) == (first - 1, count)
    driver.key(pygame.K_PERIOD)
    assert place_in_the_play(driver) == (first, count)
    driver.key(pygame.K_PERIOD)
    assert driver.screen == "Conversation"


def place_in_the_play(driver: Driver) -> tuple[int, int]:
    """Which line is shown, and of how many."""
    found = re.search(r"Looking back: line (\d+) of (\d+)", driver.words().replace("\n", " "))
    assert found, driver.words()
    return int(found[1]), int(found[2])


def test_the_buttons_do_the_same_by_mouse(start: Start) -> None:
    driver = at_the_first_options(start())
    driver.press("Back a line")
    driver.press("Back a line")
    before = place_in_the_play(driver)
    driver.press("Next line")
    assert place_in_the_play(driver) == (before[0] + 1, before[1])
    driver.press("To the newest")
    assert driver.screen == "Conversation"
    assert offered(driver)


def test_a_gamepad_does_the_same(start: Start) -> None:
    driver = in_the_middle_of_the_first_lines(start())
    for button in (pygame.CONTROLLER_BUTTON_LEFTSHOULDER,) * 2 + (pygame.CONTROLLER_BUTTON_RIGHTSHOULDER,) * 2:
        pygame.event.post(pad(button))
        driver.pump()
        driver.wait()
    assert driver.screen == "Conversation"


def test_the_wheel_steps_through_lines_where_nothing_can_scroll(start: Start) -> None:
    driver = in_the_middle_of_the_first_lines(start())
    pygame.mouse.set_pos((60, 300))
    driver.wheel(-1)
    assert driver.screen == "LookingBack"
    driver.wheel(1)
    assert driver.screen == "Conversation"


def test_the_wheel_over_a_long_column_only_scrolls_it(start: Start) -> None:
    driver = at_the_first_options(start((640, 480)))
    driver.app.prefer(replace(driver.app.preferences, text_scale=2.0))
    driver.wait()
    pane = driver.app.top.page.pane("words")
    assert pane.longest
    pygame.mouse.set_pos(pane.rect.center)
    for _notch in range(30):
        driver.wheel(-1)
    assert driver.screen == "Conversation"
    assert pane.scroll == 0


def test_looking_back_goes_over_choices_and_undoes_none(start: Start) -> None:
    driver = at_the_first_options(start())
    choose(driver, "name-it")
    driver.key(pygame.K_SPACE)
    to_options(driver)
    session = driver.session
    before = offered(driver)
    driver.key(pygame.K_COMMA)
    _, count = place_in_the_play(driver)
    for _line in range(count + 5):
        driver.key(pygame.K_COMMA)
    assert place_in_the_play(driver) == (1, count)
    assert "Your phone buzzes" in driver.words()
    assert "Back a line" not in driver.keys
    driver.key(pygame.K_1)
    driver.key(pygame.K_ESCAPE)
    assert driver.screen == "Conversation"
    assert offered(driver) == before
    assert session.turns == 1


def test_the_place_and_the_face_are_those_of_the_line(start: Start) -> None:
    driver = at_the_first_options(start())
    for option in ("name-it", "frame-it"):
        choose(driver, option)
        driver.key(pygame.K_SPACE)
        read_on(driver)
    assert driver.app.top.place == "clinic-desk"  # type: ignore[attr-defined]
    seen = set()
    driver.key(pygame.K_COMMA)
    for _line in range(30):
        driver.key(pygame.K_COMMA)
        seen.add((driver.app.top.place, driver.app.top.sight.expression))  # type: ignore[attr-defined]
    assert {place for place, _face in seen} == {"phone", "clinic-desk"}
    assert len({face for _place, face in seen}) > 1


def test_a_line_that_is_still_to_come_cannot_be_looked_at(start: Start) -> None:
    driver = start()
    begin(driver)
    assert "Back a line" not in driver.keys
    driver.key(pygame.K_COMMA)
    assert driver.screen == "Conversation"
    driver.key(pygame.K_SPACE)
    driver.key(pygame.K_SPACE)
    driver.key(pygame.K_COMMA)
    assert place_in_the_play(driver) == (1, 2)
    driver.key(pygame.K_SPACE)
    assert driver.screen == "Conversation"
    assert len(driver.reading.lines) == 2


def test_from_the_feedback_one_looks_back_at_the_answer(start: Start) -> None:
    driver = at_the_first_options(start())
    choose(driver, "name-it")
    assert driver.screen == "Feedback"
    driver.key(pygame.K_COMMA)
    number, count = place_in_the_play(driver)
    assert number == count
    driver.key(pygame.K_SPACE)
    assert driver.screen == "Feedback"
