"""The five set ways of playing, each with its mark, what it does, and which of the two comes out high in it."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
from typing_extensions import override

from game.window.charts.trace import Plane
from game.window.toolkit import icons
from game.window.toolkit.boxes import Column
from game.window.toolkit.look import Look
from game.window.toolkit.widgets import Canvas, Lines, Widget
from game.words import _


class Way(Widget):
    """A mark as it stands on a plane, and words beside it."""

    def __init__(self, shape: str, words: str) -> None:
        super().__init__()
        self.shape, self.words = shape, words

    @override
    def layout(self, look: Look, x: int, y: int, wide: int) -> int:
        self.inset = look.em(1.3)
        self.block = Lines(self.words, "body", look, wide - self.inset)
        self.rect = pygame.Rect(x, y, wide, self.block.height)
        return self.rect.height

    @override
    def draw(self, canvas: Canvas) -> None:
        look, theme, at = canvas.look, canvas.look.theme, canvas.place(self.rect)
        side = look.em(0.8)
        mark = icons.mark(self.shape, side, theme.muted, theme.choice)
        canvas.surface.blit(mark, (at.x, at.y + (self.block.step - side) // 2))
        self.block.draw(canvas.surface, at.x + self.inset, at.y, theme.muted)

    @override
    def written(self) -> Iterator[tuple[str, pygame.Rect]]:
        yield from self.block.boxes(self.rect.x + self.inset, self.rect.y)


def ways(plane: Plane) -> Widget:
    """Returns every way of playing that stands on a plane, explained where it stands."""
    told = _("{name}, {corner}. {means}")
    return Column(
        [Way(m.shape, told.format(name=m.label, corner=m.corner, means=m.means).strip()) for m in plane.marks], 0.15
    )
