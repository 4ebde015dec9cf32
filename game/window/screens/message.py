"""Something to tell the player, calmly: what happened, and one way on."""

from __future__ import annotations

from typing import ClassVar

from typing_extensions import override

from game.window.screens.screen import Desk
from game.window.screens.sheet import SheetScreen
from game.window.toolkit.widgets import Sign, Text, Widget
from game.words import _


class MessageScreen(SheetScreen):
    """A title, a few sentences and a button that goes back."""

    ems: ClassVar[float] = 30.0

    def __init__(self, desk: Desk, title: str, words: str) -> None:
        super().__init__(desk)
        self.title, self.words = title, words
        self.page.focus_key = _("Back")

    @override
    def parts(self) -> list[Widget]:
        return [Sign("note", self.title, "text", "title"), Text(self.words)]
