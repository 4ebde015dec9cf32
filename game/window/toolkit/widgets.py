"""The parts a screen is made of: each lays itself out in a given width and draws itself; none decides anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pygame
from typing_extensions import override

from game.window.input.commands import Command
from game.window.toolkit import icons, paint, text
from game.window.toolkit.look import Look


@dataclass(frozen=True, slots=True)
class Canvas:
    """Where to draw: a surface, how far content is shifted on it, and what has the focus and the pointer."""

    surface: pygame.Surface
    look: Look
    shift: tuple[int, int] = (0, 0)
    focus: Widget | None = None
    hover: Widget | None = None

    def place(self, box: pygame.Rect) -> pygame.Rect:
        """Returns a widget's box where it stands on the surface."""
        return box.move(self.shift)

    def shows(self, box: pygame.Rect) -> bool:
        """Returns True when any of a box, with room for its ring, is inside the surface."""
        return self.place(box).inflate(40, 40).colliderect(self.surface.get_rect())


class Widget:
    """One part of a screen; `key` names it across rebuilds, `command` is what pressing it asks for.

    For who listens: `told` is said in place of its own words (nothing when empty), `says` names who speaks them,
    `group` and `about` are the name of the things it belongs to and a word on them.
    """

    key: str = ""
    command: Command | None = None
    typing: bool = False
    told: str | None = None
    says: str | None = None
    group: str = ""
    about: str = ""

    def __init__(self) -> None:
        self.rect = pygame.Rect(0, 0, 0, 0)
        self.parts: Sequence[Widget] = ()

    @property
    def focusable(self) -> bool:
        """Returns True when it can be reached and pressed."""
        return self.command is not None

    def layout(self, look: Look, x: int, y: int, wide: int) -> int:
        """Returns the height it takes when it is `wide` pixels wide with its corner at x, y; remembers its box."""
        raise NotImplementedError

    def natural(self, look: Look) -> int:
        """Returns the width it would like to have, in pixels: all there is, unless a part says otherwise."""
        return look.width

    def draw(self, canvas: Canvas) -> None:
        """Draws itself and its parts."""
        for part in self.parts:
            if canvas.shows(part.rect):
                part.draw(canvas)

    def written(self) -> Iterator[tuple[str, pygame.Rect]]:
        """Returns each line of its own words with the box it covers; the layout tests read this."""
        return iter(())

    def walk(self) -> Iterator[Widget]:
        """Returns itself and everything within it, in reading order."""
        yield self
        for part in self.parts:
            yield from part.walk()


class Lines:
    """Wrapped words that several widgets share: how high they are, and how they are drawn. Lines that run to the left
    begin at the right end of the room, unless `at_end` says that all begin at the left."""

    def __init__(self, words: str, role: str, look: Look, room: int, *, at_end: bool = True) -> None:
        self.px, self.role = look.px, role
        self.room, self.at_end = max(room, look.px), at_end
        self.lines = text.wrap(words, look.px, role, self.room)
        self.step = text.leading(look.px, role)
        self.height = self.step * len(self.lines)

    def boxes(self, x: int, y: int) -> Iterator[tuple[str, pygame.Rect]]:
        """Returns each line with the box it covers when the block begins at x, y."""
        for n, line in enumerate(self.lines):
            wide = text.width(line, self.px, self.role)
            yield line, pygame.Rect(x + self._indent(line), y + n * self.step, wide, self.step)

    def _indent(self, line: str) -> int:
        """Returns how far from the left a line begins, in pixels."""
        return self.room - text.width(line, self.px, self.role) if self.at_end and text.runs_left(line) else 0

    def draw(
        self, onto: pygame.Surface, x: int, y: int, colour: str, shown: int | None = None, centre: int = 0
    ) -> None:
        """Draws the lines, or their first `shown` characters; `centre` is the width to centre them in."""
        face_high = text.role_font(self.px, self.role).get_linesize()
        for n, line in enumerate(self.lines):
            top = y + n * self.step + (self.step - face_high) // 2
            left = x + ((centre - text.width(line, self.px, self.role)) // 2 if centre else self._indent(line))
            if -self.step < top < onto.get_height():
                part = None if shown is None else max(0, min(len(line), shown))
                text.blit_line(onto, line, (left, top), self.px, self.role, colour, part)
            if shown is not None:
                shown -= len(line) + 1


class Text(Widget):
    """Words in one role and colour; with `shown`, only that many characters of them are visible."""

    def __init__(self, words: str, role: str = "body", colour: str = "text", *, centred: bool = False) -> None:
        super().__init__()
        self.words, self.role, self.colour, self.centred = words, role, colour, centred
        self.shown: int | None = None

    @override
    def natural(self, look: Look) -> int:
        return max(text.width(line, look.px, self.role) for line in self.words.split("\n")) + 1

    @override
    def layout(self, look: Look, x: int, y: int, wide: int) -> int:
        self.block = Lines(self.words, self.role, look, wide)
        self.rect = pygame.Rect(x, y, wide, self.block.height)
        return self.rect.height

    @override
    def draw(self, canvas: Canvas) -> None:
        at = canvas.place(self.rect)
        colour = getattr(canvas.look.theme, self.colour)
        self.block.draw(canvas.surface, at.x, at.y, colour, self.shown, self.rect.width if self.centred else 0)

    @override
    def written(self) -> Iterator[tuple[str, pygame.Rect]]:
        return self.block.boxes(self.rect.x, self.rect.y)


class Space(Widget):
    """Nothing but height, in shares of the text size."""

    def __init__(self, high: float = 1.0) -> None:
        super().__init__()
        self.high = high

    @override
    def layout(self, look: Look, x: int, y: int, wide: int) -> int:
        self.rect = pygame.Rect(x, y, wide, look.em(self.high))
        return self.rect.height

    def draw(self, canvas: Canvas) -> None:
        """Draws nothing at all."""


class Divider(Widget):
    """A thin line between two sections."""

    @override
    def layout(self, look: Look, x: int, y: int, wide: int) -> int:
        self.rect = pygame.Rect(x, y, wide, max(1, look.dp(1)))
        return self.rect.height

    @override
    def draw(self, canvas: Canvas) -> None:
        pygame.draw.rect(canvas.surface, canvas.look.theme.grid, canvas.place(self.rect))


class Picture(Widget):
    """An image that is already the right size; premultiplied unless said otherwise."""

    def __init__(self, image: pygame.Surface, *, premultiplied: bool = True) -> None:
        super().__init__()
        self.image = image
        self.flags = pygame.BLEND_PREMULTIPLIED if premultiplied else 0

    @override
    def natural(self, look: Look) -> int:
        return self.image.get_width()

    @override
    def layout(self, look: Look, x: int, y: int, wide: int) -> int:
        self.rect = pygame.Rect(x, y, min(wide, self.image.get_width()), self.image.get_height())
        return self.rect.height

    @override
    def draw(self, canvas: Canvas) -> None:
        canvas.surface.blit(self.image, canvas.place(self.rect), special_flags=self.flags)


class Sign(Widget):
    """An icon beside words: the icon at the left, the words wrapped at its right."""

    def __init__(self, name: str, words: str, colour: str = "muted", role: str = "body") -> None:
        super().__init__()
        self.name, self.words, self.colour, self.role = name, words, colour, role

    @override
    def natural(self, look: Look) -> int:
        return look.em(1.45) + text.width(self.words, look.px, self.role) + 1

    @override
    def layout(self, look: Look, x: int, y: int, wide: int) -> int:
        self.inset = look.em(1.45)
        self.side = look.em(0.95)
        self.block = Lines(self.words, self.role, look, wide - self.inset)
        self.rect = pygame.Rect(x, y, wide, self.block.height)
        return self.rect.height

    @override
    def draw(self, canvas: Canvas) -> None:
        at = canvas.place(self.rect)
        colour = getattr(canvas.look.theme, self.colour)
        sign = icons.icon(self.name, self.side, colour)
        canvas.surface.blit(sign, (at.x, at.y + (self.block.step - self.side) // 2))
        self.block.draw(canvas.surface, at.x + self.inset, at.y, colour)

    @override
    def written(self) -> Iterator[tuple[str, pygame.Rect]]:
        return self.block.boxes(self.rect.x + self.inset, self.rect.y)


def outline(canvas: Canvas, widget: Widget, radius: int) -> tuple[pygame.Rect, bool]:
    """Returns where a pressable widget stands and whether it is lit (pointed at or focused); draws its ring first."""
    at = canvas.place(widget.rect)
    focused = canvas.focus is widget
    if focused:
        paint.focus_ring(canvas.surface, at, radius, canvas.look)
    return at, focused or canvas.hover is widget
