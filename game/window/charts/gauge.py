"""A score as a bar from 0 to 100 with its number and the level of chance, and another path's score beside it."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
from typing_extensions import override

from game.play.compare import headed
from game.window.toolkit import icons, paint, text
from game.window.toolkit.layout import clamp
from game.window.toolkit.look import Look
from game.window.toolkit.widgets import Canvas, Lines, Widget
from game.words import _


class Gauge(Widget):
    """A name, a number, and a bar that shows where chance stands; without a score it says so. `other` is what another
    path is called and its score: a line in words under the bar, and a mark on it."""

    def __init__(
        self, name: str, score: float | None, chance: float | None, *, strong: bool = False,
        other: tuple[str, float | None] | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self.other = other
        self.name, self.score, self.chance, self.strong = name, score, chance, strong

    @override
    def layout(self, look: Look, x: int, y: int, wide: int) -> int:
        self.role = "strong" if self.strong else "body"
        self.number = _told(self.score)
        self.number_wide = text.width(self.number, look.px, "strong")
        self.block = Lines(self.name, self.role, look, wide - self.number_wide - look.em(0.6))
        self.bar = pygame.Rect(x, y + self.block.height + look.em(0.12), wide, look.em(0.5))
        self.below: Lines | None = None
        under = look.em(0.25)
        if self.other:
            words = _("{path}: {score}").format(path=headed(self.other[0]), score=_told(self.other[1]))
            self.below = Lines(words, "body", look, wide)
            under += self.below.height
        self.rect = pygame.Rect(x, y, wide, self.bar.bottom - y + under)
        return self.rect.height

    @override
    def draw(self, canvas: Canvas) -> None:
        look, theme, at = canvas.look, canvas.look.theme, canvas.place(self.bar)
        top = canvas.place(self.rect).y
        self.block.draw(canvas.surface, at.x, top, theme.text)
        right = at.right - self.number_wide
        lead = (self.block.step - text.role_font(look.px, "strong").get_linesize()) // 2
        ink = theme.text if self.score is not None else theme.muted
        text.blit_line(canvas.surface, self.number, (right, top + lead), look.px, "strong", ink)
        radius = at.height // 2
        canvas.surface.blit(paint.round_box(at.size, radius, theme.grid), at)
        if self.score is not None:
            full = max(at.height, round(at.width * clamp(self.score, 0, 100) / 100))
            canvas.surface.blit(paint.round_box((full, at.height), radius, theme.accent), at)
        if self.chance is not None:
            side = look.em(0.8)
            x = at.x + round(at.width * clamp(self.chance, 0, 100) / 100)
            canvas.surface.blit(
                icons.mark("diamond", side, theme.choice, theme.text), (x - side // 2, at.centery - side // 2)
            )
        if self.other and self.below:
            self._draw_other(canvas, at, self.other[1], self.below)

    def _draw_other(self, canvas: Canvas, at: pygame.Rect, score: float | None, words: Lines) -> None:
        """Draws the other path's mark on the bar, and its number under it."""
        look, theme = canvas.look, canvas.look.theme
        words.draw(canvas.surface, at.x, at.bottom + look.em(0.12), theme.muted)
        if score is not None:
            side = look.em(0.9)
            x = at.x + round(at.width * clamp(score, 0, 100) / 100)
            canvas.surface.blit(
                icons.mark("target", side, theme.choice, theme.text), (x - side // 2, at.centery - side // 2)
            )

    @override
    def written(self) -> Iterator[tuple[str, pygame.Rect]]:
        yield from self.block.boxes(self.rect.x, self.rect.y)
        yield (
            self.number,
            pygame.Rect(self.rect.right - self.number_wide, self.rect.y, self.number_wide, self.block.step),
        )
        if self.below:
            yield from self.below.boxes(self.rect.x, self.rect.bottom - self.below.height)


def _told(score: float | None) -> str:
    """Returns a score as a number, or that there is none."""
    return _("not tested") if score is None else str(round(score))
