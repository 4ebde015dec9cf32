"""Keys and gamepad buttons are the player's to choose, and nobody can lock themselves out."""

from __future__ import annotations

import json
from collections.abc import Callable

import pygame
import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from game.window.app import App
from game.window.input import bindings
from tests.window.conftest import Start
from tests.window.drive import Driver


@pytest.fixture
def driver(start: Start) -> Driver:
    """A window with the keys and buttons open."""
    made = start()
    made.enter("Settings")
    made.enter("Keys and buttons")
    assert made.screen == "Rebind"
    return made


def ask(driver: Driver, action: str) -> None:
    driver.app.top.page.focus(f"bind-{action}")
    driver.key(pygame.K_RETURN)


def pad(driver: Driver, button: int) -> None:
    pygame.event.post(pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=button))
    driver.pump()
    driver.wait()


def test_a_new_key_does_it_from_now_on_and_is_kept(driver: Driver) -> None:
    ask(driver, "history")
    assert "Press a key or button now" in driver.words()
    driver.key(pygame.K_j)
    assert driver.app.preferences.keys["history"] == "j"
    kept = json.loads(driver.app.context.config.read_text())
    assert kept["keys"]["history"] == "j"
    assert "key J, pad X" in driver.words()


def test_a_key_that_had_a_meaning_changes_places(driver: Driver) -> None:
    ask(driver, "history")
    driver.key(pygame.K_s)
    assert driver.app.preferences.keys["history"] == "s"
    assert driver.app.preferences.keys["settings"] == "h"


def test_a_gamepads_button_is_taken_in_the_same_way(driver: Driver) -> None:
    ask(driver, "history")
    pad(driver, pygame.CONTROLLER_BUTTON_Y)
    assert driver.app.preferences.buttons["history"] == "Y"
    pad(driver, pygame.CONTROLLER_BUTTON_B)
    assert driver.screen == "Settings"


def test_nobody_with_a_gamepad_alone_can_be_left_without_a_way_on(driver: Driver) -> None:
    ask(driver, "leave")
    pad(driver, pygame.CONTROLLER_BUTTON_A)
    assert driver.app.preferences.buttons["on"] == "A"
    assert "would have no button" in driver.words()


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_3, pygame.K_TAB, pygame.K_F1])
def test_a_key_that_always_does_its_own_thing_is_not_given_away(driver: Driver, key: int) -> None:
    ask(driver, "history")
    driver.key(key)
    assert driver.app.preferences.keys["history"] == "h"
    assert "That key cannot be changed" in driver.words()


@pytest.mark.parametrize("away", [lambda d: d.key(pygame.K_ESCAPE), lambda d: d.click((3, 3))])
def test_escape_or_a_click_leaves_it_as_it_was(driver: Driver, away: Callable[[Driver], None]) -> None:
    ask(driver, "history")
    away(driver)
    driver.key(pygame.K_j)
    assert driver.app.preferences.keys["history"] == "h"
    assert driver.screen == "Rebind"


def test_one_press_brings_the_usual_ones_back(driver: Driver) -> None:
    ask(driver, "history")
    driver.key(pygame.K_j)
    driver.press("Reset keys")
    assert driver.app.preferences.keys == bindings.usual_keys()


def test_an_option_can_have_a_letter_of_its_own(driver: Driver, start: Start) -> None:
    ask(driver, "second")
    driver.key(pygame.K_d)
    again: App = driver.app
    command = again.preferences.bindings.of_key(pygame.K_d, letters=True)
    assert command == again.preferences.bindings.of_key(pygame.K_2, letters=True)
    assert again.preferences.bindings.of_key(pygame.K_d, letters=False) is None


@for_all(st.lists(st.tuples(st.sampled_from(bindings.ACTIONS), st.sampled_from(sorted(bindings.BUTTONS))), max_size=30))
def test_after_any_changes_no_button_does_two_things(changes: list[tuple[bindings.Action, str]]) -> None:
    bound = bindings.usual_buttons()
    for action, button in changes:
        bound = bindings.given(bound, action.name, button)
        assert bound[action.name] == button
        assert len(set(bound.values())) == len(bound)


@pytest.mark.parametrize("kept", [None, 3, [], {"on": 3}, {"on": "NOKEY"}, {"fly": "a"}, {"on": "a", "back": "a"}])
def test_bindings_that_make_no_sense_are_back_to_usual(kept: object) -> None:
    assert bindings.usable(kept, bindings.KEYS, bindings.usual_keys()) == bindings.usual_keys()
