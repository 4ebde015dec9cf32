"""The turns of a play as a strip: a button for each, and above them how trust, ease and voice went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pygame
from typing_extensions import override

from game.window.charts.planes import smooth_line
from game.window.input.commands import Command
from game.window.toolkit import icons, text
from game.window.toolkit.boxes import Flow
from game.window.toolkit.controls import Button
from game.window.toolkit.kept_pictures import keep_pictures
from game.window.toolkit.look import Look
from game.window.toolkit.widgets import Canvas, Widget

TOP = 10  # client state runs from 0 to 10


@dataclass(frozen=True, slots=True)
class OpenTurn(Command):
    """Show what happened in this turn, counted from 1."""

    turn: int


@dataclass(frozen=True, slots=True)
class Track:
    """One part of the client state: its name, colour, dashes, and its value at the start and after each turn."""

    name: str
    colour: str
    dash: tuple[float, float] | None
    shape: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that happened in a turn: an icon and what it stands for."""

    turn: int
    sign: str
    colour: str


class TurnStrip(Widget):
    """The chart and the buttons; where all buttons fit in one line, each stands under its own turn."""

    def __init__(self, tracks: Sequence[Track], flags: Sequence[Flag], chosen: int) -> None:
        super().__init__()
        self.tracks, self.flags, self.chosen = tuple(tracks), tuple(flags), chosen
        self.turns = len(tracks[0].values) - 1  # how many stand across
        self.buttons = [
            Button(str(n), OpenTurn(n), kind="turn", wide=True, chosen=n == chosen, key=f"turn-{n}")
            for n in range(1, self.turns + 1)
        ]
        self.parts = self.buttons

    @override
    def layout(self, look: Look, x: int, y: int, wide: int) -> int:
        self.scale = text.width(str(TOP), look.px, "body") + look.em(0.3)
        names = max(text.width(track.name, look.px, "strong") for track in self.tracks) + look.em(2.1)
        room = wide - names - self.scale
        self.step = room / (self.turns + 0.5)
        self.chart = pygame.Rect(x, y, wide, self._chart_height(look))
        high = self.chart.height + look.em(0.4)
        need = max(look.target, max(button.natural(look) for button in self.buttons))
        if self.step >= need + 4:
            highs = [
                button.layout(look, self._x(n) - need // 2, y + high, need) for n, button in enumerate(self.buttons, 1)
            ]
            high += max(highs)
        else:
            flow = Flow(self.buttons, 0.3)
            high += flow.layout(look, x, y + high, wide)
        self.rect = pygame.Rect(x, y, wide, high)
        return high

    def _chart_height(self, look: Look) -> int:
        """Returns how high the chart is."""
        return max(look.em(7.5), min(look.em(9), round(look.height * 0.3)))

    def _x(self, turn: int) -> int:
        """Returns where a turn stands across, in the column's coordinates; turn 0 is the beginning."""
        return self.chart.x + self.scale + round(self.step * 0.25 + self.step * turn)

    def _y(self, value: int) -> int:
        """Returns how high a value of the client state stands."""
        pad = max(6, self.chart.height // 10)
        return self.chart.bottom - pad - round(value / TOP * (self.chart.height - round(3.4 * pad)))

    @override
    def draw(self, canvas: Canvas) -> None:
        theme, shift = canvas.look.theme, canvas.place(self.chart)
        for value in (0, 5, 10):
            y = self._y(value) + canvas.shift[1]
            end = self._x(self.turns) + canvas.shift[0]
            pygame.draw.line(canvas.surface, theme.grid, (shift.x + self.scale, y), (end, y))
            digit = text.picture(str(value), canvas.look.px, "body", theme.muted)
            canvas.surface.blit(digit, digit.get_rect(midright=(shift.x + self.scale - canvas.look.em(0.3), y)))
        x = self._x(self.chosen) + canvas.shift[0]
        pygame.draw.line(canvas.surface, theme.choice_edge, (x, shift.y), (x, shift.bottom), max(2, canvas.look.dp(2)))
        points = tuple(
            tuple((self._x(n) - self.chart.x, self._y(v) - self.chart.y) for n, v in enumerate(track.values))
            for track in self.tracks
        )
        canvas.surface.blit(drawn(self.tracks, points, self.chart.size, canvas.look), shift)
        self._draw_flags(canvas, shift.y)
        side = canvas.look.em(0.7)
        for track, box in self._names(canvas.look):
            at, ink = canvas.place(box), getattr(theme, track.colour)
            shape = icons.mark(track.shape, side, ink, theme.choice)
            canvas.surface.blit(shape, shape.get_rect(midright=(at.x - canvas.look.em(0.2), at.centery)))
            text.blit_line(canvas.surface, track.name, at.topleft, canvas.look.px, "strong", ink)
        super().draw(canvas)

    def _draw_flags(self, canvas: Canvas, y: int) -> None:
        """Draws the signs of what happened, each beside its turn."""
        side = canvas.look.em(0.9)
        for n, flag in enumerate(self.flags):
            before = sum(other.turn == flag.turn for other in self.flags[:n])
            sign = icons.icon(flag.sign, side, getattr(canvas.look.theme, flag.colour))
            x = self._x(flag.turn) + canvas.shift[0] + round(side * (0.3 + 1.15 * before))
            canvas.surface.blit(sign, (x, y))

    def _names(self, look: Look) -> Iterator[tuple[Track, pygame.Rect]]:
        """Returns the name of each track beside its end, pushed apart where they would overlap; its mark stands
        before it."""
        step = text.role_font(look.px, "strong").get_linesize()
        order: list[Track] = sorted(self.tracks, key=lambda track: -track.values[-1])
        below = self.chart.y - step
        tops: list[int] = []
        for track in order:
            below = max(below + step, self._y(track.values[-1]) - step // 2)
            tops.append(below)
        spare = max(0, tops[-1] + step - self.chart.bottom)
        for n, (track, top) in enumerate(zip(order, tops, strict=True)):
            room = self.chart.y + n * step
            left = self._x(self.turns) + look.em(1.6)
            wide = text.width(track.name, look.px, "strong")
            yield track, pygame.Rect(left, max(room, top - spare), wide, step)

    @override
    def written(self) -> Iterator[tuple[str, pygame.Rect]]:
        for name, _, box in self._names_cached():
            yield name, box

    def _names_cached(self) -> list[tuple[str, str, pygame.Rect]]:
        """Returns the names with the look that the buttons were laid out for."""
        px = self.buttons[0].block.px
        return [
            (
                track.name,
                track.colour,
                pygame.Rect(self._x(self.turns), self.chart.y, text.width(track.name, px, "strong"), 1),
            )
            for track in self.tracks
        ]


@keep_pictures(6)
def drawn(
    tracks: tuple[Track, ...], points: tuple[tuple[tuple[int, int], ...], ...], size: tuple[int, int], look: Look
) -> pygame.Surface:
    """Returns the lines with a mark at each turn."""
    theme = look.theme
    clear = pygame.Color(theme.choice)
    out = pygame.Surface(size, pygame.SRCALPHA)
    out.fill((clear.r, clear.g, clear.b, 0))
    pen = max(2, look.dp(2.4))
    for track, line in zip(tracks, points, strict=True):
        colour = getattr(theme, track.colour)
        dash = (round(track.dash[0] * pen), round(track.dash[1] * pen)) if track.dash else None
        smooth_line(out, list(line), pen, colour, dash)
        side = look.em(0.5)
        for x, y in line:
            out.blit(icons.mark(track.shape, side, colour, theme.panel), (x - side // 2, y - side // 2))
    return out
