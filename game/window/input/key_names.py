"""Keys and gamepad buttons in words, and every way to ask for something, as the player has them now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pygame

from game.window.input.bindings import ACTIONS, FIXED, Action
from game.window.input.commands import Choose
from game.words import N_, _

NAMES = {
    "SPACE": N_("Space"), "BACKSPACE": N_("Backspace"), "DELETE": N_("Delete"), "INSERT": N_("Insert"),
    "LSHIFT": N_("left Shift"), "RSHIFT": N_("right Shift"), "LCTRL": N_("left Ctrl"), "RCTRL": N_("right Ctrl"),
    "COMMA": N_("comma"), "PERIOD": N_("full stop"), "MINUS": N_("minus"),
    "DPAD_DOWN": N_("cross down"), "DPAD_UP": N_("cross up"), "LEFTSHOULDER": N_("left shoulder"),
    "RIGHTSHOULDER": N_("right shoulder"), "LEFTSTICK": N_("left stick"), "RIGHTSTICK": N_("right stick"),
    "START": N_("Start"), "BACK": N_("Select"), "GUIDE": N_("Guide"),
}  # fmt: skip
STEADY = {
    pygame.K_ESCAPE: N_("Esc"), pygame.K_RETURN: N_("Enter"), pygame.K_DOWN: N_("Down"), pygame.K_UP: N_("Up"),
    pygame.K_HOME: N_("Home"), pygame.K_END: N_("End"),
    pygame.K_PAGEDOWN: N_("Page Down"), pygame.K_PAGEUP: N_("Page Up"),
}  # fmt: skip
"""The keys that always do the same, by name; the F keys are called as they are, and twins go without saying."""


def name_of(name: str) -> str:
    """Returns a key's or button's name as it stands on it."""
    return _(NAMES[name]) if name in NAMES else name.upper() if len(name) == 1 else name.replace("_", " ").lower()


def with_what(action: str, keys: Mapping[str, str], buttons: Mapping[str, str]) -> str:
    """Returns the key and the button of an action, in words."""
    told = []
    if action in keys:
        told.append(_("key {name}").format(name=name_of(keys[action])))
    if action in buttons:
        told.append(_("pad {name}").format(name=name_of(buttons[action])))
    return ", ".join(told) or _("none yet")


def every_way(keys: Mapping[str, str], buttons: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Returns each thing that can be asked for, and the keys and buttons that ask for it now."""
    for action in ACTIONS:
        digit = isinstance(action.command, Choose)
        told = [*_steady(action), *([name_of(keys[action.name])] if action.name in keys else [])]
        if action.name in buttons:
            told.append(_("pad {name}").format(name=name_of(buttons[action.name])))
        if digit and action.command == Choose(1):
            yield _("Choose an option"), _("1 to 9")
        if told:
            yield _(action.told), ", ".join(told)
    yield _("Next item, or previous"), _("Tab, Shift and Tab")
    yield _("Full screen"), "F11"
    yield _("New line in a text field"), _("Shift and Enter")
    yield _("Select all, copy, cut, paste, undo in a text field"), _("Ctrl (on a Mac Cmd) and A / C / X / V / Z")


def own_keys(keys: Mapping[str, str], buttons: Mapping[str, str]) -> dict[str, str]:
    """Returns what the first minute calls the keys that it teaches: the player's own, else the one that always does
    it."""
    action = {action.name: action for action in ACTIONS}
    named = {name: name_of(keys[name]) for name in ("on", "history", "settings") if name in keys}
    always = {name: _steady(action[name])[0] for name in ("on", "history", "settings")}
    if "on" in named:
        named["on"] = _("{key} or {other}").format(key=named["on"], other=always["on"])
    return always | named | {"pad": name_of(buttons["on"])}


def _steady(action: Action) -> list[str]:
    """Returns the names of the keys that always ask for this."""
    codes = [code for code, command in FIXED.items() if command == action.command]
    return [_(STEADY[code]) if code in STEADY else pygame.key.name(code).upper() for code in codes if _has_name(code)]


def _has_name(code: int) -> bool:
    return code in STEADY or pygame.K_F1 <= code <= pygame.K_F12
