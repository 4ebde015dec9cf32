"""A place to type: the draft is plain data that outlives a rebuild, the widget shows it and its caret."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pygame
from typing_extensions import override

from game.window.input.commands import Command, Erase, MoveCaret, Type
from game.window.toolkit import paint, text
from game.window.toolkit.look import Look
from game.window.toolkit.widgets import Canvas, Lines, Widget, outline


@dataclass(frozen=True, slots=True)
class Edit(Command):
    """Begin to type in the field of this name."""

    name: str


@dataclass(slots=True)
class TypedText:
    """Text being written, and the caret as a number of characters before it."""

    words: str = ""
    caret: int = 0
    limit: int = 2000

    def apply(self, command: Command) -> bool:
        """True when the command changed the words or the caret."""
        before = (self.words, self.caret)
        match command:
            case Type(new):
                fits = "".join(c for c in new if c == "\n" or c.isprintable())[: self.limit - len(self.words)]
                self.words = self.words[: self.caret] + fits + self.words[self.caret :]
                self.caret += len(fits)
            case Erase(forward=True):
                self.words = self.words[: self.caret] + self.words[self.caret + 1 :]
            case Erase():
                self.words = self.words[: max(0, self.caret - 1)] + self.words[self.caret :]
                self.caret = max(0, self.caret - 1)
            case MoveCaret(across=across, far=True):
                self.caret = self._line_end() if across > 0 else self._line_start()
            case MoveCaret(across=across) if across:
                self.caret = min(len(self.words), max(0, self.caret + across))
            case _:
                return False
        return before != (self.words, self.caret)

    def _line_start(self) -> int:
        return self.words.rfind("\n", 0, self.caret) + 1

    def _line_end(self) -> int:
        end = self.words.find("\n", self.caret)
        return len(self.words) if end < 0 else end


def spans(words: str, lines: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where each wrapped line begins and ends in the words, in characters; a wrap swallows one space or newline."""
    found: list[tuple[int, int]] = []
    at = 0
    for line in lines:
        found.append((at, at + len(line)))
        at += len(line)
        if at < len(words) and words[at] in " \n":
            at += 1
    return found


class TextField(Widget):
    """A label above a box to type in; `rows` is its least height in lines, 1 for a single line."""

    typing = True

    def __init__(self, key: str, label: str, draft: TypedText, *, rows: int = 1, hint: str = "") -> None:
        super().__init__()
        self.key, self.label, self.draft, self.rows, self.hint = key, label, draft, rows, hint
        self.command = Edit(key)

    @override
    def layout(self, look: Look, x: int, y: int, wide: int) -> int:
        pad = self.pad = look.em(0.5)
        self.name = Lines(self.label, "strong", look, wide)
        room = wide - 2 * pad - look.em(0.2)
        self.block = Lines(self.draft.words, "body", look, room)
        self.shadow = Lines(self.hint, "aside", look, room)
        lines = max(self.rows, len(self.block.lines), len(self.shadow.lines) if not self.draft.words else 0)
        high = max(look.target, lines * self.block.step + 2 * pad)
        gap = max(look.em(0.25), 2 * look.ring + 2)  # room for the ring of the focus
        self.box = pygame.Rect(x, y + self.name.height + gap, wide, high)
        self.rect = pygame.Rect(x, y, wide, self.name.height + gap + high)
        return self.rect.height

    def line_above(self, down: int) -> int | None:
        """The caret one line up or down in the same column, or None at the edge."""
        where = spans(self.draft.words, self.block.lines)
        row = self._row(where)
        if not 0 <= row + down < len(where):
            return None
        column = self.draft.caret - where[row][0]
        begin, end = where[row + down]
        return min(begin + column, end)

    def _row(self, where: list[tuple[int, int]]) -> int:
        """The wrapped line that the caret is on."""
        return max(n for n, (begin, _) in enumerate(where) if begin <= self.draft.caret or n == 0)

    def caret_box(self) -> pygame.Rect:
        """The caret in the column's own coordinates."""
        where = spans(self.draft.words, self.block.lines)
        row = self._row(where)
        before = self.block.lines[row][: self.draft.caret - where[row][0]]
        x = self.box.x + self.pad + text.width(before, self.block.px, "body")
        y = self.box.y + self.pad + row * self.block.step
        return pygame.Rect(x, y + self.block.step // 8, max(2, self.block.px // 11), self.block.step * 3 // 4)

    @override
    def draw(self, canvas: Canvas) -> None:
        look, theme, radius = canvas.look, canvas.look.theme, canvas.look.dp(8)
        dx, dy = canvas.shift
        whole, self.rect = self.rect, self.box
        at, lit = outline(canvas, self, radius)
        self.rect = whole
        self.name.draw(canvas.surface, self.rect.x + dx, self.rect.y + dy, theme.text)
        edge = theme.accent if lit else theme.choice_edge
        canvas.surface.blit(paint.round_box(at.size, radius, theme.choice, edge, max(1, look.dp(1))), at)
        x, y = at.x + self.pad, at.y + self.pad
        if self.draft.words:
            self.block.draw(canvas.surface, x, y, theme.text)
        elif canvas.focus is not self:
            self.shadow.draw(canvas.surface, x, y, theme.muted)
        if canvas.focus is self:
            pygame.draw.rect(canvas.surface, theme.focus, canvas.place(self.caret_box()))

    @override
    def written(self) -> Iterator[tuple[str, pygame.Rect]]:
        yield from self.name.boxes(self.rect.x, self.rect.y)
        shown = self.block if self.draft.words else self.shadow
        yield from shown.boxes(self.box.x + self.pad, self.box.y + self.pad)
