"""What can be pressed: buttons, the options of a decision, and cards that are one big button."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pygame
from typing_extensions import override

from game.window.input.commands import Choose, Command
from game.window.toolkit import icons, paint, text
from game.window.toolkit.boxes import Column
from game.window.toolkit.look import Look
from game.window.toolkit.widgets import Canvas, Lines, Widget, outline


class Button(Widget):
    """A label with an optional sign; `kind` is primary, plain, quiet or chip; a chosen chip shows a tick;
    one without a command is closed for now; a snug one is no higher than its words and a target."""

    def __init__(
        self, label: str, command: Command | None, *, kind: str = "plain", sign: str = "", after: bool = False,
        wide: bool = False, chosen: bool = False, key: str = "", snug: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self.label, self.command, self.kind, self.after = label, command, kind, after
        self.wide, self.chosen, self.key, self.snug = wide, chosen, key or label, snug
        self.sign = "tick" if chosen and kind == "chip" else sign

    @override
    def natural(self, look: Look) -> int:
        words = text.width(self.label, look.px, self._role())
        return max(look.target, words + self._inset(look) + 2 * self._pad(look) + 2)

    @override
    def layout(self, look: Look, x: int, y: int, wide: int) -> int:
        width = wide if self.wide else min(wide, self.natural(look))
        self.block = Lines(self.label, self._role(), look, width - 2 * self._pad(look) - self._inset(look))
        high = max(look.target, self.block.height + (0 if self.snug else 2 * look.em(0.32)))
        self.rect = pygame.Rect(x, y, width, high)
        self.words_at = (
            x + self._pad(look) + (0 if self.after else self._inset(look)),
            y + (high - self.block.height) // 2,
        )
        return high

    @override
    def draw(self, canvas: Canvas) -> None:
        look, theme = canvas.look, canvas.look.theme
        radius = look.dp(10)
        at, lit = outline(canvas, self, radius)
        fill, edge, ink = theme.choice, theme.choice_edge, theme.text
        if self.kind == "primary":
            fill, edge, ink = theme.accent_hot if lit else theme.accent, "", theme.on_accent
        elif self.kind == "quiet":
            fill, edge, ink = theme.choice_hot if lit else "", "", theme.text
        elif lit:
            fill = theme.choice_hot
        if self.command is None:
            fill, edge, ink = "", "", theme.muted
        if self.chosen and self.kind == "turn":
            fill, ink = theme.accent, theme.on_accent
        elif self.chosen:
            fill, edge = theme.choice_hot, theme.accent
        if fill:
            line = max(2, look.dp(2)) if self.chosen else max(1, look.dp(1))
            canvas.surface.blit(paint.round_box(at.size, radius, fill, edge, line if edge else 0), at)
        self._write(canvas, at, ink)

    def _write(self, canvas: Canvas, at: pygame.Rect, ink: str) -> None:
        """Draws the sign and the label."""
        look = canvas.look
        if self.sign:
            side = look.em(0.95)
            left = at.right - self._pad(look) - side if self.after else at.x + self._pad(look)
            colour = look.theme.accent if self.chosen else ink
            canvas.surface.blit(icons.icon(self.sign, side, colour), (left, at.centery - side // 2))
        x, y = self.words_at[0] + canvas.shift[0], self.words_at[1] + canvas.shift[1]
        centre = at.width - 2 * self._pad(look) if self.kind == "turn" else 0
        self.block.draw(canvas.surface, x, y, ink, centre=centre)

    @override
    def written(self) -> Iterator[tuple[str, pygame.Rect]]:
        return self.block.boxes(*self.words_at)

    def _role(self) -> str:
        return "strong" if self.kind in ("primary", "turn") else "body"

    def _pad(self, look: Look) -> int:
        return look.em({"quiet": 0.55, "turn": 0.4}.get(self.kind, 0.85))

    def _inset(self, look: Look) -> int:
        return look.em(1.4) if self.sign else 0


class OptionButton(Widget):
    """One option of a decision with its number; a locked one stays readable and says why it is closed. Around its
    words is so much space, in text heights."""

    def __init__(self, number: int, words: str, locked: str | None = None, *, space: float = 0.62) -> None:
        super().__init__()
        self.number, self.words, self.locked, self.space = number, words, locked, space
        self.command, self.key = Choose(number), f"choice-{number}"

    @override
    def layout(self, look: Look, x: int, y: int, wide: int) -> int:
        self.pad, self.badge = look.em(self.space), look.em(1.55 if self.space > 0.5 else 1.35)
        room = wide - 3 * self.pad - self.badge
        self.block = Lines(self.words, "body", look, room)
        self.reason = Lines(self.locked, "aside", look, room) if self.locked else None
        inner = self.block.height + (self.reason.height + look.em(0.15) if self.reason else 0)
        high = max(look.target, max(inner, self.badge) + 2 * self.pad)
        self.rect = pygame.Rect(x, y, wide, high)
        self.words_at = (x + 2 * self.pad + self.badge, y + (high - inner) // 2)
        self.reason_at = (self.words_at[0], self.words_at[1] + inner - (self.reason.height if self.reason else 0))
        return high

    @override
    def draw(self, canvas: Canvas) -> None:
        look, theme, radius = canvas.look, canvas.look.theme, canvas.look.dp(12)
        at, lit = outline(canvas, self, radius)
        fill = theme.tint if self.locked else theme.choice_hot if lit else theme.choice
        edge = theme.panel_edge if self.locked else theme.accent if lit else theme.choice_edge
        canvas.surface.blit(paint.round_box(at.size, radius, fill, edge, max(1, look.dp(1))), at)
        self._badge(canvas, at)
        dx, dy = canvas.shift
        ink = theme.muted if self.locked else theme.text
        self.block.draw(canvas.surface, self.words_at[0] + dx, self.words_at[1] + dy, ink)
        if self.reason:
            self.reason.draw(canvas.surface, self.reason_at[0] + dx, self.reason_at[1] + dy, theme.warm)

    def _badge(self, canvas: Canvas, at: pygame.Rect) -> None:
        """Draws the number in a disc, or a lock."""
        look, theme = canvas.look, canvas.look.theme
        top = self.words_at[1] + canvas.shift[1] + (self.block.step - self.badge) // 2
        spot = pygame.Rect(at.x + self.pad, top, self.badge, self.badge)
        if self.locked:
            side = look.em(0.95)
            canvas.surface.blit(icons.icon("lock", side, theme.muted), icons_at(spot, side))
            return
        canvas.surface.blit(paint.round_box(spot.size, self.badge // 2, theme.accent), spot)
        digit = text.picture(str(self.number), look.px, "strong", theme.on_accent)
        canvas.surface.blit(digit, digit.get_rect(center=spot.center))

    @override
    def written(self) -> Iterator[tuple[str, pygame.Rect]]:
        yield from self.block.boxes(*self.words_at)
        if self.reason:
            yield from self.reason.boxes(*self.reason_at)


class Card(Widget):
    """Parts on a card that is pressed as one; `key` names it for the focus."""

    def __init__(self, parts: Sequence[Widget], command: Command, key: str, *, pad: float = 0.7) -> None:
        super().__init__()
        self.column = Column(parts, 0.3)
        self.parts, self.command, self.key, self.pad = (self.column,), command, key, pad

    @override
    def layout(self, look: Look, x: int, y: int, wide: int) -> int:
        pad = look.em(self.pad)
        high = self.column.layout(look, x + pad, y + pad, wide - 2 * pad) + 2 * pad
        self.rect = pygame.Rect(x, y, wide, max(look.target, high))
        return self.rect.height

    @override
    def draw(self, canvas: Canvas) -> None:
        look, theme, radius = canvas.look, canvas.look.theme, canvas.look.dp(12)
        at, lit = outline(canvas, self, radius)
        fill, edge = (theme.choice_hot, theme.accent) if lit else (theme.choice, theme.choice_edge)
        canvas.surface.blit(paint.round_box(at.size, radius, fill, edge, max(1, look.dp(1))), at)
        super().draw(canvas)


def icons_at(spot: pygame.Rect, side: int) -> tuple[int, int]:
    """Returns the corner of an icon that stands in the middle of a box."""
    return spot.centerx - side // 2, spot.centery - side // 2
