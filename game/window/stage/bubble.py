"""A message on a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
from typing_extensions import override

from game.window.toolkit import paint
from game.window.toolkit.look import Look
from game.window.toolkit.widgets import Canvas, Lines, Widget


class Bubble(Widget):
    """One message on a phone: theirs at the left, yours at the right."""

    def __init__(self, words: str, mine: bool, fresh: bool) -> None:
        super().__init__()
        self.words, self.mine, self.fresh = words, mine, fresh
        self.shown: int | None = None

    @override
    def layout(self, look: Look, x: int, y: int, wide: int) -> int:
        pad = self.pad = look.em(0.55)
        self.block = Lines(self.words, "body", look, round(wide * 0.86) - 2 * pad)
        width = max((box.width for _, box in self.block.boxes(0, 0)), default=0) + 2 * pad + 1
        self.block.room = width - 2 * pad - 1
        left = x + wide - width if self.mine else x
        self.rect = pygame.Rect(left, y, width, self.block.height + 2 * round(pad * 0.75))
        self.words_at = (left + pad, y + round(pad * 0.75))
        return self.rect.height

    @override
    def draw(self, canvas: Canvas) -> None:
        look, theme, at = canvas.look, canvas.look.theme, canvas.place(self.rect)
        fill = theme.mine if self.mine else theme.theirs
        edge = theme.choice_edge if theme.name == "contrast" else ""
        canvas.surface.blit(paint.round_box(at.size, look.em(0.75), fill, edge, 1 if edge else 0), at)
        side = at.right - look.em(0.75) if self.mine else at.left
        corner = paint.round_box((look.em(0.75), look.em(0.75)), 3, fill)
        if not edge:
            canvas.surface.blit(corner, (side, at.bottom - look.em(0.75)))
        x, y = self.words_at[0] + canvas.shift[0], self.words_at[1] + canvas.shift[1]
        self.block.draw(canvas.surface, x, y, theme.text, self.shown)

    @override
    def written(self) -> Iterator[tuple[str, pygame.Rect]]:
        return self.block.boxes(*self.words_at)
