"""What is seen while a debrief is worked out: what that is, and a calm sign that it goes on."""

from __future__ import annotations

import pygame
from typing_extensions import override

from game.play.session import Session
from game.window.beside import Beside
from game.window.destinations import ToDebrief, ToLibrary
from game.window.input.commands import Back, Command
from game.window.screens.desk import Desk
from game.window.screens.screen import Screen
from game.window.toolkit import layout, paint
from game.window.toolkit.boxes import Column, Flow
from game.window.toolkit.controls import Button
from game.window.toolkit.look import Look
from game.window.toolkit.page import Pane
from game.window.toolkit.widgets import Sign, Text
from game.words import _

STEP = 0.5  # seconds from one dot to the next
DOTS = 4


class WaitingScreen(Screen):
    """Waits for work beside the loop, then goes to the debrief that it was for."""

    only_waits = True

    def __init__(self, desk: Desk, work: Beside[Session]) -> None:
        super().__init__(desk)
        self.work = work
        self.panel = pygame.Rect(0, 0, 0, 0)
        self.page.focus_key = _("All scenarios")

    @property
    def dots(self) -> int:
        """Returns how many dots stand there now; without movement it is always all of them."""
        return int(self.age / STEP) % DOTS if self.desk.preferences.motion else DOTS - 1

    @override
    def update(self, dt: float) -> None:
        before = self.dots
        super().update(dt)
        if self.work.over:
            self.desk.go(ToDebrief(self.work.result(), ready=True))
        elif self.dots != before:
            self.refresh()

    @override
    def build(self, look: Look) -> list[Pane]:
        dots = Text("." * self.dots or " ", "title", "accent")
        dots.told = ""
        told = [
            Sign("clock", _("Working out your debrief"), "text", "heading"),
            Text(_("This takes a few seconds, once.")),
            dots,
        ]
        way_out = Flow([Button(_("All scenarios"), Back(), kind="quiet", sign="back")])
        wide = min(look.width - 2 * layout.margin(look), look.em(26))
        self.panel = pygame.Rect((look.width - wide) // 2, look.height // 4, wide, look.height // 2)
        return [Pane("words", layout.inner(self.panel, look), Column([*told, way_out], 0.5), look)]

    @override
    def paint_ground(self, surface: pygame.Surface, look: Look) -> None:
        surface.fill(look.theme.bg)
        paint.panel(surface, self.panel, look)

    @override
    def handle(self, command: Command) -> None:
        if isinstance(command, Back):
            self.desk.go(ToLibrary())
