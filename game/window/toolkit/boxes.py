"""Parts that hold other parts: a column, a row that folds, a flow of buttons, and a padded box."""

from __future__ import annotations

from collections.abc import Sequence

import pygame
from typing_extensions import override

from game.window.toolkit import paint
from game.window.toolkit.look import Look
from game.window.toolkit.widgets import Canvas, Widget


class Column(Widget):
    """Parts one under another, `gap` text heights apart."""

    def __init__(self, parts: Sequence[Widget], gap: float = 0.6) -> None:
        super().__init__()
        self.parts, self.gap = parts, gap

    @override
    def natural(self, look: Look) -> int:
        return max((part.natural(look) for part in self.parts), default=0)

    @override
    def layout(self, look: Look, x: int, y: int, wide: int) -> int:
        down, gap = y, look.em(self.gap)
        for n, part in enumerate(self.parts):
            down += (gap if n else 0) + part.layout(look, x, down + (gap if n else 0), wide)
        self.rect = pygame.Rect(x, y, wide, down - y)
        return self.rect.height


class Row(Widget):
    """Parts side by side in given shares, folded into a column where one would be narrower than `least` ems."""

    def __init__(
        self, parts: Sequence[Widget], shares: Sequence[float] = (), gap: float = 1.2, least: float = 14.0,
        middle: bool = False, level: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self.parts, self.gap, self.least, self.middle, self.level = parts, gap, least, middle, level
        self.shares = shares or [1.0] * len(parts)

    @override
    def layout(self, look: Look, x: int, y: int, wide: int) -> int:
        gap = look.em(self.gap)
        room = wide - gap * (len(self.parts) - 1)
        widths = [round(room * share / sum(self.shares)) for share in self.shares]
        if min(widths) < look.em(self.least):
            return self._fold(look, x, y, wide)
        high, left = 0, x
        for part, width in zip(self.parts, widths, strict=True):
            high = max(high, part.layout(look, left, y, width))
            left += width + gap
        if self.middle:
            left = x
            for part, width in zip(self.parts, widths, strict=True):
                part.layout(look, left, y + (high - part.rect.height) // 2, width)
                left += width + gap
        if self.level:
            for part in self.parts:
                part.rect.height = high
        self.rect = pygame.Rect(x, y, wide, high)
        return high

    def _fold(self, look: Look, x: int, y: int, wide: int) -> int:
        """Returns the height of the parts one under another."""
        column = Column(self.parts, min(self.gap, 1.0))
        high = column.layout(look, x, y, wide)
        self.rect = column.rect
        return high


class Aside(Widget):
    """A part of its natural width at the left (a picture, say) and one that takes what is left."""

    def __init__(self, left: Widget, right: Widget, gap: float = 0.8, least: float = 9.0, middle: bool = True) -> None:
        super().__init__()
        self.parts, self.gap, self.least, self.middle = (left, right), gap, least, middle

    @override
    def layout(self, look: Look, x: int, y: int, wide: int) -> int:
        left, right = self.parts
        width, gap = left.natural(look), look.em(self.gap)
        if wide - width - gap < look.em(self.least):
            column = Column(self.parts, self.gap)
            high = column.layout(look, x, y, wide)
            self.rect = column.rect
            return high
        highs = left.layout(look, x, y, width), right.layout(look, x + width + gap, y, wide - width - gap)
        high = max(highs)
        if self.middle:
            left.layout(look, x, y + (high - highs[0]) // 2, width)
            right.layout(look, x + width + gap, y + (high - highs[1]) // 2, wide - width - gap)
        self.rect = pygame.Rect(x, y, wide, high)
        return high


class Flow(Widget):
    """Parts of their natural widths beside each other, going to a new line where one does not fit."""

    def __init__(self, parts: Sequence[Widget], gap: float = 0.6, right: bool = False) -> None:
        super().__init__()
        self.parts, self.gap, self.right = parts, gap, right

    @override
    def natural(self, look: Look) -> int:
        gaps = look.em(self.gap) * max(0, len(self.parts) - 1)
        return sum(part.natural(look) for part in self.parts) + gaps

    @override
    def layout(self, look: Look, x: int, y: int, wide: int) -> int:
        gap, left, down, high = look.em(self.gap), x, y, 0
        lines: list[list[Widget]] = [[]]
        for part in self.parts:
            width = min(wide, part.natural(look))
            if lines[-1] and left + width > x + wide:
                left, down, high = x, down + high + gap, 0
                lines.append([])
            high = max(high, part.layout(look, left, down, width))
            left += width + gap
            lines[-1].append(part)
        for line in lines:
            self._straighten(look, line, x + wide)
        self.rect = pygame.Rect(x, y, wide, down + high - y)
        return self.rect.height

    def _straighten(self, look: Look, line: list[Widget], edge: int) -> None:
        """Centres the parts of a line on each other, and moves it to the right edge where asked."""
        high = max((part.rect.height for part in line), default=0)
        spare = edge - line[-1].rect.right if line and self.right else 0
        for part in line:
            lower = (high - part.rect.height) // 2
            if spare or lower:
                part.layout(look, part.rect.x + spare, part.rect.y + lower, part.rect.width)


class Box(Widget):
    """Parts in a column on a tinted, rounded ground; `bar` names the colour of a stripe at its left."""

    def __init__(
        self, parts: Sequence[Widget], fill: str = "tint", edge: str = "panel_edge", gap: float = 0.45,
        pad: float = 0.8, bar: str = "",
    ) -> None:  # fmt: skip
        super().__init__()
        self.column = Column(parts, gap)
        self.parts = (self.column,)
        self.fill, self.edge, self.pad, self.bar = fill, edge, pad, bar

    @override
    def layout(self, look: Look, x: int, y: int, wide: int) -> int:
        pad = look.em(self.pad)
        high = self.column.layout(look, x + pad, y + pad, wide - 2 * pad) + 2 * pad
        self.rect = pygame.Rect(x, y, wide, high)
        return high

    @override
    def draw(self, canvas: Canvas) -> None:
        theme, at = canvas.look.theme, canvas.place(self.rect)
        radius = canvas.look.dp(10)
        edge = getattr(theme, self.edge) if self.edge else ""
        ground = paint.round_box(at.size, radius, getattr(theme, self.fill), edge, 1 if edge else 0)
        canvas.surface.blit(ground, at)
        if self.bar:
            stripe = (max(4, canvas.look.dp(4)), at.height - 2 * radius)
            canvas.surface.blit(
                paint.round_box(stripe, stripe[0] // 2, getattr(theme, self.bar)), (at.x, at.y + radius)
            )
        super().draw(canvas)
