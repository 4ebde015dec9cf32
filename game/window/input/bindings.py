"""Which key and which gamepad button asks for what: a fixed set that always works, and one of each that a player may
change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pygame

from game.window.input.commands import (
    Activate,
    Back,
    Choose,
    Command,
    Leave,
    LineBack,
    LineForward,
    MoveFocus,
    OpenHelp,
    OpenSaves,
    OpenSettings,
    Pause,
    QuickLoad,
    QuickSave,
    Readable,
    SayAgain,
    Scroll,
    SkipSeen,
    ToggleHistory,
    ToggleVoice,
)
from game.words import N_


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do, how it is called, and the key and button that do it until the player says otherwise; names of
    keys and buttons are pygame's constants without their prefix, and empty where there is none."""

    name: str
    told: str
    command: Command
    key: str = ""
    button: str = ""


ACTIONS = (
    Action("on", N_("Continue, or press the marked button"), Activate(), "SPACE", "A"),
    Action("back", N_("Back"), Back(), "", "B"),
    Action("next", N_("Next item"), MoveFocus(1, arrow=True), "", "DPAD_DOWN"),
    Action("before", N_("Previous item"), MoveFocus(-1, arrow=True), "", "DPAD_UP"),
    Action("first", N_("Choose option 1"), Choose(1)),
    Action("second", N_("Choose option 2"), Choose(2)),
    Action("third", N_("Choose option 3"), Choose(3)),
    Action("fourth", N_("Choose option 4"), Choose(4)),
    Action("up", N_("Scroll up"), Scroll(pages=-0.85), "", "LEFTSHOULDER"),
    Action("down", N_("Scroll down"), Scroll(pages=0.85), "", "RIGHTSHOULDER"),
    Action("line-back", N_("Back a line"), LineBack(), "COMMA"),
    Action("line-on", N_("Next line"), LineForward(), "PERIOD"),
    Action("skip", N_("Skip what you have read"), SkipSeen(), "n", "Y"),
    Action("pause", N_("Pause or resume"), Pause(), "p", "LEFTSTICK"),
    Action("saves", N_("Saves"), OpenSaves(), "", "RIGHTSTICK"),
    Action("history", N_("What was said so far"), ToggleHistory(), "h", "X"),
    Action("settings", N_("Settings"), OpenSettings(), "s", "START"),
    Action("help", N_("Help"), OpenHelp(), "", "BACK"),
    Action("leave", N_("Leave the conversation"), Leave(), "l"),
    Action("voice", N_("Turn the voice on or off"), ToggleVoice(), "v"),
    Action("again", N_("Repeat"), SayAgain(), "r"),
    Action("top", N_("First item"), MoveFocus(-1, ends=True)),
    Action("bottom", N_("Last item"), MoveFocus(1, ends=True)),
    Action("quick-save", N_("Quick save"), QuickSave()),
    Action("quick-load", N_("Load the quick save"), QuickLoad()),
    Action("readable", N_("Reset to readable settings"), Readable()),
)

FIXED: Mapping[int, Command] = {
    pygame.K_ESCAPE: Back(),
    pygame.K_RETURN: Activate(),
    pygame.K_KP_ENTER: Activate(),
    pygame.K_DOWN: MoveFocus(1, arrow=True),
    pygame.K_UP: MoveFocus(-1, arrow=True),
    pygame.K_RIGHT: MoveFocus(1, arrow=True),
    pygame.K_LEFT: MoveFocus(-1, arrow=True),
    pygame.K_HOME: MoveFocus(-1, ends=True),
    pygame.K_END: MoveFocus(1, ends=True),
    pygame.K_PAGEDOWN: Scroll(pages=0.85),
    pygame.K_PAGEUP: Scroll(pages=-0.85),
    pygame.K_F1: OpenHelp(),
    pygame.K_F2: OpenSettings(),
    pygame.K_F3: ToggleHistory(),
    pygame.K_F4: ToggleVoice(),
    pygame.K_F5: QuickSave(),
    pygame.K_F6: OpenSaves(),
    pygame.K_F8: Readable(),
    pygame.K_F9: QuickLoad(),
}
DIGITS: Mapping[int, Command] = {
    **{pygame.K_1 + n: Choose(n + 1) for n in range(9)},
    **{pygame.K_KP_1 + n: Choose(n + 1) for n in range(9)},
}
NEEDED = ("on", "back", "next", "before")  # without a button for these a player with a gamepad alone is stuck
ALIKE = {"DPAD_RIGHT": "DPAD_DOWN", "DPAD_LEFT": "DPAD_UP"}  # the two ways along a row and along a column are one

KEYS: Mapping[str, int] = {name[2:]: code for name, code in vars(pygame).items() if name.startswith("K_")}
BUTTONS: Mapping[str, int] = {
    name.removeprefix("CONTROLLER_BUTTON_"): code
    for name, code in vars(pygame).items()
    if name.startswith("CONTROLLER_BUTTON_") and name not in ("CONTROLLER_BUTTON_MAX", "CONTROLLER_BUTTON_INVALID")
}
_KEY_NAMES = {code: name for name, code in KEYS.items()}
_BUTTON_NAMES = {code: name for name, code in BUTTONS.items()}
_TAKEN = (*FIXED, *DIGITS, pygame.K_TAB, pygame.K_F11)


def key_name(code: int) -> str | None:
    """Returns the name of a key that may be given to an action; None for one that has its own meaning always."""
    return None if code in _TAKEN else _KEY_NAMES.get(code)


def button_name(code: int) -> str | None:
    """Returns the name of a gamepad's button."""
    name = _BUTTON_NAMES.get(code)
    return ALIKE.get(name, name) if name else None


def usual_keys() -> dict[str, str]:
    """Returns the key of each action that has one, as they are at first."""
    return {action.name: action.key for action in ACTIONS if action.key}


def usual_buttons() -> dict[str, str]:
    """Returns the button of each action that has one, as they are at first."""
    return {action.name: action.button for action in ACTIONS if action.button}


def given(bound: Mapping[str, str], action: str, name: str) -> dict[str, str]:
    """Returns the bindings with a key or button given to an action; who had it before gets the old one of this
    action."""
    old = bound.get(action, "")
    swapped = {other: old if had == name else had for other, had in bound.items()} | {action: name}
    return {other: had for other, had in swapped.items() if had}


def stranded(bound: Mapping[str, str]) -> str | None:
    """Returns the needed action that these buttons leave without one, if any."""
    return next((action for action in NEEDED if action not in bound), None)


def usable(bound: object, names: Mapping[str, int], usual: Mapping[str, str]) -> dict[str, str]:
    """Bindings as they were kept, or the usual ones when they are not such: unknown, or one thing given twice."""
    actions = {action.name for action in ACTIONS}
    if not isinstance(bound, Mapping) or any(not isinstance(had, str) for had in bound.values()):
        return dict(usual)
    known = all(action in actions and had in names for action, had in bound.items())
    return dict(bound) if known and len(set(bound.values())) == len(bound) else dict(usual)


class Bindings:
    """What every key and button asks for now."""

    def __init__(self, keys: Mapping[str, str], buttons: Mapping[str, str]) -> None:
        wanted = {action.name: action.command for action in ACTIONS}
        self._keys = {KEYS[key]: wanted[action] for action, key in keys.items()}
        self._buttons = {BUTTONS[button]: wanted[action] for action, button in buttons.items()}

    def of_key(self, code: int, letters: bool) -> Command | None:
        """Returns what a key asks for; digits and the player's own keys only where `letters` are not meant as text."""
        return FIXED.get(code) or ((DIGITS.get(code) or self._keys.get(code)) if letters else None)

    def of_button(self, code: int) -> Command | None:
        """Returns what a gamepad's button asks for."""
        name = button_name(code)
        return self._buttons.get(BUTTONS[name]) if name else None
