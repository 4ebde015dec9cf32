"""Which key and which gamepad button does what: choose an action, then press its new key or button."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

import pygame
from typing_extensions import override

from game.window.input import bindings
from game.window.input.bindings import ACTIONS, Action
from game.window.input.commands import Back, Command, Press
from game.window.input.key_names import with_what
from game.window.screens.screen import Desk
from game.window.screens.sheet import SheetScreen
from game.window.toolkit.boxes import Row
from game.window.toolkit.controls import Button
from game.window.toolkit.widgets import Divider, Sign, Space, Text, Widget
from game.words import _


@dataclass(frozen=True, slots=True)
class Ask(Command):
    """Wait for the key or button that shall do this action."""

    action: str


@dataclass(frozen=True, slots=True)
class Bind(Command):
    """Give this key or this gamepad button to the action that waits; nothing where it cannot be given."""

    key: str = ""
    button: str = ""


@dataclass(frozen=True, slots=True)
class ResetKeys(Command):
    """Put every key and button back."""


class RebindScreen(SheetScreen):
    """Every action with its key and its button."""

    ems: ClassVar[float] = 40.0

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.waiting = ""
        self.told = ""

    @property
    @override
    def listening(self) -> bool:
        """Returns True while the next key or button is to be remembered."""
        return bool(self.waiting)

    @override
    def parts(self) -> list[Widget]:
        parts: list[Widget] = [
            Text(_("Keys and buttons"), "title"),
            Text(
                _(
                    "Choose an action, then press its new key or gamepad button. Enter, Esc, Tab, the arrows and the "
                    "digits cannot be changed."
                ),
                colour="muted",
            ),
        ]
        if self.told:
            parts.append(Sign("note", self.told, "warm"))
        for action in ACTIONS:
            what = Text(_(action.told))
            what.told = ""  # who listens hears it with the button
            parts += [Divider(), Row([what, self._chip(action)], (1.2, 1), least=9)]
        return [*parts, Space(0.2)]

    def _chip(self, action: Action) -> Button:
        """Returns what an action is done with, to be pressed for a change."""
        now = self.desk.preferences
        waits = action.name == self.waiting
        label = _("Press a key or button now") if waits else with_what(action.name, now.keys, now.buttons)
        chip = Button(label, Ask(action.name), key=f"bind-{action.name}", chosen=waits, wide=True)
        chip.told = f"{_(action.told)}: {label}"
        return chip

    @override
    def foot(self) -> list[Widget]:
        return [
            Button(_("Done"), Back(), kind="primary", sign="tick"),
            Button(_("Reset keys"), ResetKeys(), sign="again"),
        ]

    @override
    def hear(self, event: pygame.event.Event) -> Command | None:
        if event.type == pygame.CONTROLLERBUTTONDOWN:
            return Bind(button=bindings.button_name(event.button) or "")
        if event.key == pygame.K_ESCAPE:
            return Back()
        return Bind(key=bindings.key_name(event.key) or "")

    @override
    def process(self, command: Command) -> None:
        if self.waiting and isinstance(command, Press):
            self._wait_for("")
        super().process(command)

    @override
    def handle(self, command: Command) -> None:
        match command:
            case Ask(action):
                self._wait_for(action)
            case Bind(key, button):
                self._bind(key, button)
            case ResetKeys():
                usual = bindings.usual_keys(), bindings.usual_buttons()
                self.desk.prefer(replace(self.desk.preferences, keys=usual[0], buttons=usual[1]))
                self._wait_for("", _("Every key and button is reset."))
            case Back() if self.waiting:
                self._wait_for("")
            case Back():
                self.desk.close()

    def _wait_for(self, action: str, told: str = "") -> None:
        """Waits for a key or button for an action, or for none any longer."""
        self.waiting, self.told = action, told
        self.refresh()

    def _bind(self, key: str, button: str) -> None:
        """Gives the key or button to the action that waits, unless somebody would be stuck afterwards."""
        now, action = self.desk.preferences, self.waiting
        if not key and not button:
            self._wait_for(action, _("That key cannot be changed. Press another, or Esc to cancel."))
            return
        keys = bindings.given(now.keys, action, key) if key else now.keys
        buttons = bindings.given(now.buttons, action, button) if button else now.buttons
        stuck = bindings.stranded(buttons)
        if stuck:
            name = _(next(one.told for one in ACTIONS if one.name == stuck))
            self._wait_for(
                action, _("Then “{action}” would have no button. Give it another one first.").format(action=name)
            )
            return
        self.desk.prefer(replace(now, keys=keys, buttons=buttons))
        self._wait_for("")
