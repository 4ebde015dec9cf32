"""Commands are the same whatever they come from."""

from __future__ import annotations

import pygame
import pytest

from game.window.input.commands import (
    Activate,
    Advance,
    Back,
    Choose,
    Command,
    Compose,
    Copy,
    EditUnit,
    Erase,
    Leave,
    MoveCaret,
    MoveFocus,
    OpenSettings,
    Paste,
    PointAt,
    Press,
    QuickSave,
    Release,
    Scroll,
    SelectAll,
    ToggleHistory,
    Type,
    Undo,
)
from game.window.input.events import Inputs
from game.window.preferences import Preferences
from tests.window.conftest import Start


def from_event(event: pygame.event.Event, typing: bool) -> Command | None:
    return Inputs().command(event, Preferences().bindings, (1000, 500), typing)


def a_key(key: int, mod: int = 0) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod)


@pytest.mark.parametrize(
    ("key", "command"),
    [
        (pygame.K_3, Choose(3)),
        (pygame.K_KP_3, Choose(3)),
        (pygame.K_SPACE, Activate()),
        (pygame.K_RETURN, Activate()),
        (pygame.K_ESCAPE, Back()),
        (pygame.K_TAB, MoveFocus(1)),
        (pygame.K_DOWN, MoveFocus(1, arrow=True)),
        (pygame.K_UP, MoveFocus(-1, arrow=True)),
        (pygame.K_PAGEDOWN, Scroll(pages=0.85)),
        (pygame.K_h, ToggleHistory()),
        (pygame.K_s, OpenSettings()),
        (pygame.K_l, Leave()),
    ],
)
def test_keys(key: int, command: Command) -> None:
    assert from_event(a_key(key), typing=False) == command


def test_shift_tab_goes_back() -> None:
    assert from_event(a_key(pygame.K_TAB, pygame.KMOD_LSHIFT), typing=False) == MoveFocus(-1)


def test_the_systems_own_shortcuts_are_left_alone() -> None:
    assert from_event(a_key(pygame.K_s, pygame.KMOD_LCTRL), typing=False) is None


def test_typing_takes_letters_and_digits_but_not_escape() -> None:
    assert from_event(a_key(pygame.K_3), typing=True) is None
    assert from_event(a_key(pygame.K_SPACE), typing=True) is None
    assert from_event(a_key(pygame.K_ESCAPE), typing=True) == Back()
    assert from_event(pygame.event.Event(pygame.TEXTINPUT, text="ä"), typing=True) == Type("ä")
    assert from_event(pygame.event.Event(pygame.TEXTINPUT, text="ä"), typing=False) is None


@pytest.mark.parametrize(
    ("key", "mod", "command"),
    [
        (pygame.K_LEFT, pygame.KMOD_LCTRL, MoveCaret(across=-1, reach=EditUnit.WORD)),
        (pygame.K_RIGHT, pygame.KMOD_LALT, MoveCaret(across=1, reach=EditUnit.WORD)),
        (pygame.K_RIGHT, pygame.KMOD_LMETA, MoveCaret(across=1, reach=EditUnit.LINE)),
        (pygame.K_DOWN, pygame.KMOD_LSHIFT, MoveCaret(down=1, select=True)),
        (pygame.K_HOME, pygame.KMOD_LSHIFT, MoveCaret(across=-1, reach=EditUnit.LINE, select=True)),
        (pygame.K_END, pygame.KMOD_LCTRL, MoveCaret(across=1, reach=EditUnit.ALL)),
        (pygame.K_BACKSPACE, pygame.KMOD_LCTRL, Erase(reach=EditUnit.WORD)),
        (pygame.K_a, pygame.KMOD_LMETA, SelectAll()),
        (pygame.K_c, pygame.KMOD_LCTRL, Copy()),
        (pygame.K_INSERT, pygame.KMOD_LSHIFT, Paste()),
        (pygame.K_z, pygame.KMOD_LCTRL | pygame.KMOD_LSHIFT, Undo(again=True)),
        (pygame.K_y, pygame.KMOD_LCTRL, Undo(again=True)),
        (pygame.K_RETURN, pygame.KMOD_LSHIFT, Type("\n")),
        (pygame.K_RETURN, 0, Activate()),
        (pygame.K_e, pygame.KMOD_RALT | pygame.KMOD_LCTRL, None),
        (pygame.K_a, pygame.KMOD_RALT | pygame.KMOD_LCTRL, None),
    ],
)
def test_keys_while_typing(key: int, mod: int, command: Command | None) -> None:
    assert from_event(a_key(key, mod), typing=True) == command


def test_shortcuts_work_on_a_keyboard_without_latin_letters() -> None:
    event = pygame.event.Event(pygame.KEYDOWN, key=ord("с"), mod=pygame.KMOD_LCTRL, scancode=pygame.KSCAN_C)
    assert from_event(event, typing=True) == Copy()


def test_the_letter_of_a_key_that_led_to_a_field_is_not_typed_into_it_however_long_it_is_held() -> None:
    hands, bindings = Inputs(), Preferences().bindings

    def hear(kind: int, typing: bool, **about: object) -> Command | None:
        return hands.command(pygame.event.Event(kind, about), bindings, (1000, 500), typing)

    assert hear(pygame.KEYDOWN, False, key=pygame.K_SPACE, mod=0) == Activate()
    assert hear(pygame.TEXTINPUT, True, text=" ") is None
    assert hear(pygame.TEXTINPUT, True, text=" ") is None
    hear(pygame.KEYUP, True, key=pygame.K_SPACE, mod=0)
    assert hear(pygame.TEXTINPUT, True, text=" ") == Type(" ")


def test_keys_are_left_to_an_input_method_until_it_is_done() -> None:
    hands, bindings = Inputs(), Preferences().bindings

    def hear(kind: int, **about: object) -> Command | None:
        return hands.command(pygame.event.Event(kind, about), bindings, (1000, 500), True)

    assert hear(pygame.TEXTEDITING, text="に", start=0, length=0) == Compose("に")
    assert hear(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0) is None
    assert hear(pygame.TEXTINPUT, text="二") == Type("二")
    assert hear(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0) == Activate()


def test_a_key_held_down_in_a_field_goes_on_editing_and_does_anything_else_once() -> None:
    hands, bindings = Inputs(), Preferences().bindings

    def held(key: int) -> list[Command | None]:
        return [hands.command(a_key(key), bindings, (1000, 500), True) for _ in range(3)]

    assert held(pygame.K_RETURN) == [Activate(), None, None]
    assert held(pygame.K_F5) == [QuickSave(), None, None]
    assert held(pygame.K_BACKSPACE) == [Erase(), Erase(), Erase()]


def test_a_gamepad_asks_for_the_same() -> None:
    def pad(button: int) -> Command | None:
        return from_event(pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=button), typing=False)

    assert pad(pygame.CONTROLLER_BUTTON_A) == Activate()
    assert pad(pygame.CONTROLLER_BUTTON_B) == Back()
    assert pad(pygame.CONTROLLER_BUTTON_DPAD_DOWN) == MoveFocus(1, arrow=True)


def test_a_gamepad_can_play(start: Start) -> None:
    driver = start()

    def pad(button: int) -> None:
        pygame.event.post(pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=button))
        driver.pump()
        driver.wait()

    for _ in range(3):
        pad(pygame.CONTROLLER_BUTTON_A)
    assert driver.screen == "Conversation"
    for _ in range(12):
        pad(pygame.CONTROLLER_BUTTON_A)
    pad(pygame.CONTROLLER_BUTTON_DPAD_DOWN)
    pad(pygame.CONTROLLER_BUTTON_A)
    assert driver.session.turns == 1


def test_a_finger_presses_where_it_is_and_drags_by_pixels() -> None:
    hands, bindings = Inputs(), Preferences().bindings

    def finger(kind: int, x: float, y: float, number: int = 0) -> Command | None:
        event = pygame.event.Event(kind, x=x, y=y, finger_id=number)
        return hands.command(event, bindings, (1000, 500), typing=False)

    assert finger(pygame.FINGERDOWN, 0.5, 0.5) == Press((500, 250))
    assert finger(pygame.FINGERDOWN, 0.1, 0.1, number=1) is None, "a second finger is left out"
    assert finger(pygame.FINGERMOTION, 0.5, 0.4) == PointAt((500, 200), (0, -50))
    assert finger(pygame.FINGERUP, 0.1, 0.1, number=1) is None
    assert finger(pygame.FINGERUP, 0.5, 0.4) == Release((500, 200))
    assert finger(pygame.FINGERMOTION, 0.5, 0.4) is None


def test_the_mouse_that_the_system_makes_from_a_touch_is_not_a_second_press() -> None:
    event = pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(5, 5), button=1, touch=True)
    assert from_event(event, typing=False) is None


def test_a_stick_takes_one_step_a_push() -> None:
    hands, bindings = Inputs(), Preferences().bindings

    def lean(value: float, axis: int = pygame.CONTROLLER_AXIS_LEFTY) -> Command | None:
        event = pygame.event.Event(pygame.CONTROLLERAXISMOTION, axis=axis, value=round(value * 32767))
        return hands.command(event, bindings, (1000, 500), typing=False)

    assert lean(0.4) is None
    assert lean(0.9) == MoveFocus(1, arrow=True)
    assert lean(1.0) is None
    assert lean(0.5) is None
    assert lean(0.1) is None
    assert lean(-0.9) == MoveFocus(-1, arrow=True)
    assert lean(0.9, pygame.CONTROLLER_AXIS_TRIGGERRIGHT) is None


def test_a_drag_scrolls_and_does_not_press(start: Start) -> None:
    driver = start((800, 600))
    driver.enter("Help")
    pane = driver.app.top.page.pane("words")
    where = pane.rect.center
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=where, button=1))
    for n in range(1, 11):
        at = (where[0], where[1] - 10 * n)
        pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, -10), buttons=(1, 0, 0)))
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(where[0], where[1] - 100), button=1))
    driver.pump()
    driver.wait()
    assert driver.screen == "Help"
    assert pane.scroll >= 80


def test_the_scrollbar_can_be_pulled(start: Start) -> None:
    driver = start((800, 600))
    driver.enter("Help")
    pane = driver.app.top.page.pane("words")
    bar = pane.bar()
    assert bar is not None
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=bar.center, button=1))
    pull = pygame.event.Event(pygame.MOUSEMOTION, pos=(bar.centerx, bar.centery + 500), rel=(0, 500), buttons=(1, 0, 0))
    pygame.event.post(pull)
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(bar.centerx, bar.centery + 500), button=1))
    driver.pump()
    driver.wait()
    assert pane.scroll == pane.longest


def test_going_on_is_no_key_of_its_own() -> None:
    assert from_event(a_key(pygame.K_a), typing=False) is None
    assert Advance() == Advance()
