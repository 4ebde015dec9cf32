"""A screen that is one card over another screen: settings, help, history, a question, a message."""

from __future__ import annotations

from typing import ClassVar

import pygame
from typing_extensions import override

from game.window.input.commands import Back
from game.window.screens.screen import Desk, Screen
from game.window.toolkit import paint
from game.window.toolkit.boxes import Column, Flow
from game.window.toolkit.controls import Button
from game.window.toolkit.layout import inner, sheet
from game.window.toolkit.look import Look
from game.window.toolkit.page import Pane
from game.window.toolkit.widgets import Widget
from game.words import _


class SheetScreen(Screen):
    """A screen that is one card in the middle of the window, as high as it needs, over the screen it came from."""

    overlay = True
    ems: ClassVar[float] = 36.0

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.card = pygame.Rect(0, 0, 0, 0)

    def parts(self) -> list[Widget]:
        """Returns what stands on the card, in reading order."""
        raise NotImplementedError

    def foot(self) -> list[Widget]:
        """Returns the buttons that stay in sight below: the way back, unless a subclass has more."""
        return [Button(_("Back"), Back(), kind="primary", sign="back")]

    @override
    def build(self, look: Look) -> list[Pane]:
        self.card = sheet(look, self.ems)
        room = inner(self.card, look)
        ring = 2 * look.ring + 1
        column, foot = Column(self.parts(), 0.6), Flow(self.foot())
        foot_high = foot.layout(look, 0, 0, room.width) + 2 * ring + look.em(0.4)
        probe = Pane("words", room.inflate(2 * ring, 0), column, look)
        spare = room.height + ring - foot_high - probe.height
        if spare > 0:
            self.card.inflate_ip(0, -spare)
            room = inner(self.card, look)
        words = pygame.Rect(room.x - ring, room.y - ring, room.width + 2 * ring, room.height + 2 * ring - foot_high)
        low = pygame.Rect(words.x, room.bottom + ring - foot_high + look.em(0.4), words.width, foot_high - look.em(0.4))
        return [Pane("words", words, column, look), Pane("foot", low, foot, look, scrolls=False)]

    @override
    def ground_key(self) -> object:
        return self.card.topleft, self.card.size

    @override
    def paint_ground(self, surface: pygame.Surface, look: Look) -> None:
        self.desk.paint_below(self, surface, look)
        paint.veil(surface, look.theme.veil, 185)
        paint.panel(surface, self.card, look)
