"""The quiet buttons of a play one under another, where the window has no room for them side by side."""

from __future__ import annotations

from typing import ClassVar

from typing_extensions import override

from game.window.input.commands import Command
from game.window.screens.screen import Desk
from game.window.screens.sheet import SheetScreen
from game.window.toolkit.controls import Button
from game.window.toolkit.widgets import Text, Widget
from game.words import _


class MenuScreen(SheetScreen):
    """A button for each item; one that is pressed closes the menu and is answered by the screen below."""

    ems: ClassVar[float] = 18.0

    def __init__(self, desk: Desk, items: tuple[tuple[str, Command, str], ...]) -> None:
        super().__init__(desk)
        self.items = items
        self.page.focus_key = items[0][0]

    @override
    def parts(self) -> list[Widget]:
        buttons = [Button(label, command, sign=sign, wide=True) for label, command, sign in self.items]
        return [Text(_("Menu"), "heading"), *buttons]

    @override
    def handle(self, command: Command) -> None:
        if any(command == item for _label, item, _sign in self.items):
            self.desk.pass_down(command)
        else:
            super().handle(command)
