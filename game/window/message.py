"""Something to tell the player, calmly: what happened, and one way on."""

from __future__ import annotations

from typing import ClassVar

from game.window.commands import Back, Command
from game.window.controls import Button
from game.window.look import Look
from game.window.screen import Desk, SheetScreen
from game.window.widgets import Sign, Text, Widget


class MessageScreen(SheetScreen):
    """A title, a few sentences and a button that goes back."""

    ems: ClassVar[float] = 30.0

    def __init__(self, desk: Desk, title: str, words: str) -> None:
        super().__init__(desk)
        self.title, self.words = title, words
        self.page.focus_key = "Go back"

    def parts(self, look: Look) -> list[Widget]:
        return [Sign("note", self.title, "text", "title"), Text(self.words)]

    def foot(self, look: Look) -> list[Widget]:
        return [Button("Go back", Back(), kind="primary", sign="back")]

    def handle(self, command: Command) -> None:
        if isinstance(command, Back):
            self.desk.close()
