"""The settings on one card, in groups; each takes effect at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from typing_extensions import override

from game.window.destinations import ToCredits, ToData, ToKeys
from game.window.input.commands import Back, Command, OpenCredits, OpenSettings, Readable
from game.window.screens.screen import Desk
from game.window.screens.settings_groups import OpenData, OpenKeys, Prefer, groups
from game.window.screens.sheet import SheetScreen
from game.window.stage.pace import Hold
from game.window.toolkit.controls import Button
from game.window.toolkit.widgets import Sign, Text, Widget
from game.words import _


class SettingsScreen(SheetScreen):
    """The settings."""

    ems: ClassVar[float] = 36.0
    opened_by: ClassVar[type[Command] | None] = OpenSettings

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.notice: str | None = None

    @override
    def parts(self) -> list[Widget]:
        notice: list[Widget] = [Sign("note", self.notice, "warm")] if self.notice else []
        return [
            Text(_("Settings"), "title"),
            *notice,
            *groups(self.desk.preferences, self.desk.context.languages),
        ]

    @override
    def foot(self) -> list[Widget]:
        return [
            Button(_("Done"), Back(), kind="primary", sign="tick"),
            Button(_("Reset to readable"), Readable(), sign="again"),
        ]

    @override
    def handle(self, command: Command) -> None:
        match command:
            case Prefer(name, value):
                if name == "auto":
                    self.desk.pace.hold = Hold.NOT
                change: dict[str, Any] = {name: value}
                self.desk.prefer(replace(self.desk.preferences, **change))
            case OpenKeys():
                self.desk.go(ToKeys())
            case OpenData():
                self.desk.go(ToData())
            case OpenCredits():
                self.desk.go(ToCredits())
            case Back() | OpenSettings():
                self.desk.close()
        if self.notice != self.desk.notice:
            self.notice = self.desk.notice
            self.refresh()
