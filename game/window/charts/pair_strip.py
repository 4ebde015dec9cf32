"""Two paths in one strip of turns: a row each for trust, ease and voice, this path's line whole, the other's dashed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pygame
from typing_extensions import override

from game.window.charts.planes import DASH
from game.window.charts.strip import TOP, Flag, Track, TurnStrip, drawn
from game.window.toolkit import text
from game.window.toolkit.look import Look
from game.window.toolkit.widgets import Canvas
from game.words import _


class PairStrip(TurnStrip):
    """Turns stand under each other; `fork` is the turn at which the paths part, None where they never do;
    `other_name` is what the other is called."""

    def __init__(
        self, tracks: Sequence[Track], others: Sequence[Track], flags: Sequence[Flag], chosen: int,
        fork: int | None, other_name: str,
    ) -> None:  # fmt: skip
        super().__init__(tracks, flags, chosen)
        self.turns = max(self.turns, len(others[0].values) - 1)
        self.others, self.fork, self.other_name = tuple(others), fork, other_name
        self.sign = _("The paths split here") if fork else ""

    @override
    def _chart_height(self, look: Look) -> int:
        self.line = text.role_font(look.px, "strong").get_linesize()
        self.head = (self.line if self.fork else 0) + (look.em(1.1) if self.flags else 0)
        self.band = max(look.em(3.4), min(look.em(4.4), round(look.height * 0.15)))
        return self.head + self.band * len(self.tracks)

    def _level(self, row: int, value: int) -> int:
        """Returns how high a value stands in the row of its track."""
        top = self.chart.y + self.head + row * self.band
        pad = self.band // 6
        return top + self.band - pad - round(value / TOP * (self.band - 2 * pad))

    @override
    def draw(self, canvas: Canvas) -> None:
        theme, shift = canvas.look.theme, canvas.place(self.chart)
        end = self._x(self.turns) + canvas.shift[0]
        for row in range(len(self.tracks)):
            for value in (0, TOP):
                y = self._level(row, value) + canvas.shift[1]
                pygame.draw.line(canvas.surface, theme.grid, (shift.x + self.scale, y), (end, y))
                digit = text.picture(str(value), canvas.look.px, "body", theme.muted)
                canvas.surface.blit(digit, digit.get_rect(midright=(shift.x + self.scale - canvas.look.em(0.3), y)))
        self._draw_uprights(canvas, shift)
        both, points = self._both()
        canvas.surface.blit(drawn(both, points, self.chart.size, canvas.look), shift)
        self._draw_flags(canvas, shift.y + (self.line if self.fork else 0))
        for name, colour, box in self._labels():
            at = canvas.place(box)
            text.blit_line(canvas.surface, name, at.topleft, canvas.look.px, "strong", getattr(theme, colour))
        for button in self.buttons:
            button.draw(canvas)

    def _draw_uprights(self, canvas: Canvas, shift: pygame.Rect) -> None:
        """Draws lines from top to bottom: at the opened turn, and in dashes where the paths part."""
        theme, pen = canvas.look.theme, max(2, canvas.look.dp(2))
        x = self._x(self.chosen) + canvas.shift[0]
        pygame.draw.line(canvas.surface, theme.choice_edge, (x, shift.y + self.head), (x, shift.bottom), pen)
        if self.fork:
            x = self._split() + canvas.shift[0]
            top = shift.y + self.line
            for y in range(top, shift.bottom, 4 * pen):
                pygame.draw.line(canvas.surface, theme.text, (x, y), (x, min(shift.bottom, y + 2 * pen)), pen)

    def _split(self) -> int:
        """Returns where the paths part: between the turn before and the one at which they do."""
        assert self.fork
        return (self._x(self.fork - 1) + self._x(self.fork)) // 2

    def _both(self) -> tuple[tuple[Track, ...], tuple[tuple[tuple[int, int], ...], ...]]:
        """Returns the lines of both paths, the other's first, and their points within the chart."""
        second = [replace(track, colour="muted", dash=DASH, shape="target") for track in self.others]
        mine = [replace(track, dash=None) for track in self.tracks]
        points = [
            tuple((self._x(n) - self.chart.x, self._level(row, v) - self.chart.y) for n, v in enumerate(track.values))
            for tracks in (second, mine)
            for row, track in enumerate(tracks)
        ]
        return (*second, *mine), tuple(points)

    def _labels(self) -> Iterator[tuple[str, str, pygame.Rect]]:
        """Returns the name of each row at its end, and over the chart where the paths part."""
        px = self.buttons[0].block.px if self.buttons else 0
        left = self._x(self.turns) + round(0.7 * px)
        for row, track in enumerate(self.tracks):
            middle = (self._level(row, 0) + self._level(row, TOP)) // 2
            wide = text.width(track.name, px, "strong")
            yield track.name, track.colour, pygame.Rect(left, middle - self.line // 2, wide, self.line)
        if self.fork:
            wide = text.width(self.sign, px, "strong")
            x = max(self.chart.x, min(self._split() - wide // 2, self.chart.right - wide))
            yield self.sign, "text", pygame.Rect(x, self.chart.y, wide, self.line)

    @override
    def written(self) -> Iterator[tuple[str, pygame.Rect]]:
        for name, _colour, box in self._labels():
            yield name, box
