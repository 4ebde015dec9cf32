"""A place to type: the draft is plain data that outlives a rebuild, the widget shows it and its caret."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

import pygame
from typing_extensions import override

from game.letters import writable
from game.window.input.commands import Command, Compose, EditUnit, Erase, MoveCaret, SelectAll, Type, Undo
from game.window.toolkit import editing, paint, text
from game.window.toolkit.editing import Writing
from game.window.toolkit.look import Look
from game.window.toolkit.widgets import Canvas, Lines, Widget, outline

MOST_UNDONE = 200


@dataclass(frozen=True, slots=True)
class WriteIn(Command):
    """Begin to type in the field of this name."""

    name: str


@dataclass(slots=True)
class TypedText:
    """Text being written: the caret as a number of characters before it, where the selection that ends there began
    (None where nothing is selected), what an input method has not decided yet, and what can be taken back."""

    words: str = ""
    caret: int = 0
    limit: int = 2000
    anchor: int | None = None
    composed: str = ""
    before: list[Writing] = field(default_factory=list)
    after: list[Writing] = field(default_factory=list)
    run: str = ""  # the kind of change that goes on, so that a word is taken back as one

    @property
    def now(self) -> Writing:
        """Returns the text as a value."""
        return Writing(self.words, self.caret, self.caret if self.anchor is None else self.anchor)

    def apply(self, command: Command) -> bool:
        """Returns True when the command changed the words, the caret or what is selected."""
        was = (self.now, self.composed)
        self.composed = ""
        match command:
            case Compose(new):
                self.composed = "".join(writable(new))
            case Type(new):
                after_space = self.words[self.caret - 1 : self.caret].isspace()
                ends = len(new) > 2 or (after_space and not new.isspace())
                self._change(editing.typed(self.now, new, self.limit), "" if ends else "type", keeps="type")
            case Erase(forward, reach):
                run = "erase" if reach is EditUnit.LETTER else ""
                self._change(editing.erased(self.now, 1 if forward else -1, reach), run, keeps="erase")
            case MoveCaret(across, _, reach, select) if across:
                self._place(editing.moved(self.now, across, reach, select))
            case SelectAll():
                self._place(editing.all_selected(self.now))
            case Undo(again=True):
                self._take(self.after, self.before)
            case Undo():
                self._take(self.before, self.after)
            case _:
                return was != (self.now, self.composed)
        return was != (self.now, self.composed)

    def put(self, caret: int, *, select: bool = False) -> None:
        """Places the caret; with `select`, what it passes is selected."""
        self._place(editing.put(self.now, caret, select))

    def select_around(self, caret: int, reach: EditUnit) -> None:
        """Selects the word or the line that a place lies in."""
        self._place(editing.selected_around(self.now, caret, reach))

    def fill(self, words: str) -> None:
        """Holds these words instead; that can be taken back too."""
        self.apply(SelectAll())
        self.apply(Type(words) if words else Erase())

    def _place(self, new: Writing) -> None:
        self.words, self.caret = new.words, new.caret
        self.anchor = new.anchor if new.anchor != new.caret else None
        self.run = ""

    def _change(self, new: Writing, run: str, keeps: str) -> None:
        """Takes a change; one that goes on with the run before it is taken back together with it."""
        old = self.now
        if new.words != old.words:
            if not run or run != self.run:
                self.before = [*self.before[-MOST_UNDONE:], old]
            self.after.clear()
        self._place(new)
        self.run = keeps

    def _take(self, from_here: list[Writing], onto: list[Writing]) -> None:
        """Goes back to the last of one list, and remembers this moment in the other."""
        if from_here:
            onto.append(self.now)
            self._place(from_here.pop())


def spans(words: str, lines: tuple[str, ...]) -> list[tuple[int, int]]:
    """Returns where each wrapped line begins and ends in the words, in characters; a wrap swallows one space or
    newline."""
    found: list[tuple[int, int]] = []
    at = 0
    for line in lines:
        found.append((at, at + len(line)))
        at += len(line)
        if at < len(words) and words[at] in " \n":
            at += 1
    return found


class TextField(Widget):
    """A label above a box to type in; `rows` is its least height in lines, 1 for a single line, and `then` what Enter
    asks for, None to go on to the next part."""

    typing = True

    def __init__(
        self, key: str, label: str, draft: TypedText, *, rows: int = 1, hint: str = "", then: Command | None = None
    ) -> None:
        super().__init__()
        self.key, self.label, self.draft, self.rows, self.hint, self.then = key, label, draft, rows, hint, then
        self.command = WriteIn(key)

    @override
    def layout(self, look: Look, x: int, y: int, wide: int) -> int:
        pad = self.pad = look.em(0.5)
        self.name = Lines(self.label, "strong", look, wide)
        room = wide - 2 * pad - look.em(0.2)
        self.block = Lines(self.shown, "body", look, room, at_end=False)
        self.where = spans(self.shown, self.block.lines)
        self.shadow = Lines(self.hint, "aside", look, room, at_end=False)
        lines = max(self.rows, len(self.block.lines), len(self.shadow.lines) if not self.shown else 0)
        high = max(look.target, lines * self.block.step + 2 * pad)
        gap = max(look.em(0.25), 2 * look.ring + 2)  # room for the ring of the focus
        self.box = pygame.Rect(x, y + self.name.height + gap, wide, high)
        self.rect = pygame.Rect(x, y, wide, self.name.height + gap + high)
        return self.rect.height

    def fits_again(self, look: Look) -> bool:
        """Returns True when the words as they are now take the same box, so that nothing else has to move."""
        high = self.rect.height
        return self.layout(look, self.rect.x, self.rect.y, self.rect.width) == high

    @property
    def shown(self) -> str:
        """Returns the words with what an input method makes up at the caret."""
        draft = self.draft
        return draft.words[: draft.caret] + draft.composed + draft.words[draft.caret :]

    @property
    def _caret(self) -> int:
        """Returns the caret in the words as they are shown."""
        return self.draft.caret + len(self.draft.composed)

    def line_above(self, down: int) -> int | None:
        """Returns the caret one line up or down at the same place across, or None at the edge."""
        row = self._row(self._caret)
        if not 0 <= row + down < len(self.where):
            return None
        return self._at(row + down, self._across(row, self._caret))

    def caret_at(self, point: tuple[int, int]) -> int:
        """Returns the caret nearest to a point in the column's own coordinates."""
        down = (point[1] - self.box.y - self.pad) // self.block.step
        return self._at(max(0, min(len(self.where) - 1, down)), point[0] - self.box.x - self.pad)

    def _at(self, row: int, across: int) -> int:
        """Returns the caret in a line nearest to so many pixels from its beginning."""
        line, begin = self.block.lines[row], self.where[row][0]
        if text.runs_left(line):
            return begin + min(range(len(line) + 1), key=lambda n: abs(self._place(line, n) - across))
        after = bisect_left(range(len(line)), across, key=lambda n: self._place(line, n))
        near = after > 0 and across - self._place(line, after - 1) < self._place(line, after) - across
        return begin + after - near

    def _row(self, caret: int) -> int:
        """Returns the wrapped line that a caret is on."""
        return max(n for n, (begin, _) in enumerate(self.where) if begin <= caret or n == 0)

    def _across(self, row: int, caret: int) -> int:
        """Returns how many pixels a caret stands from its line's left edge."""
        return self._place(self.block.lines[row], caret - self.where[row][0])

    def _place(self, line: str, at: int) -> int:
        return text.caret(line, at, self.block.px, "body")

    def caret_box(self) -> pygame.Rect:
        """Returns the caret in the column's own coordinates."""
        row = self._row(self._caret)
        x = self.box.x + self.pad + self._across(row, self._caret)
        y = self.box.y + self.pad + row * self.block.step
        return pygame.Rect(x, y + self.block.step // 8, max(2, self.block.px // 11), self.block.step * 3 // 4)

    def boxes_of(self, begin: int, end: int) -> Iterator[pygame.Rect]:
        """Returns the boxes that characters of the shown words cover, line by line, in the column's own coordinates."""
        for row, (first, last) in enumerate(self.where):
            if begin <= last and end > first:
                ends = self._across(row, max(begin, first)), self._across(row, min(end, last))
                left, right = min(ends), max(ends) + (self.block.px // 4 if end > last else 0)
                y = self.box.y + self.pad + row * self.block.step
                yield pygame.Rect(self.box.x + self.pad + left, y, right - left, self.block.step)

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
        if canvas.focus is self and not self.draft.composed:
            for box in self.boxes_of(*self.draft.now.selection) if self.draft.anchor is not None else ():
                self._draw_selected(canvas, canvas.place(box))
        if self.shown:
            self.block.draw(canvas.surface, x, y, theme.text)
        else:
            self.shadow.draw(canvas.surface, x, y, theme.muted)
        if canvas.focus is self:
            for box in self.boxes_of(self.draft.caret, self._caret) if self.draft.composed else ():
                line = pygame.Rect(box.x, box.bottom - max(2, look.dp(3)), box.width, max(2, look.dp(2)))
                pygame.draw.rect(canvas.surface, theme.text, canvas.place(line))
            pygame.draw.rect(canvas.surface, theme.focus, canvas.place(self.caret_box()))

    def _draw_selected(self, canvas: Canvas, at: pygame.Rect) -> None:
        """Draws the ground of selected words: a tint with an edge, so that it hangs on no colour alone."""
        pygame.draw.rect(canvas.surface, canvas.look.theme.mine, at)
        pygame.draw.rect(canvas.surface, canvas.look.theme.focus, at, max(1, canvas.look.dp(1)))

    @override
    def written(self) -> Iterator[tuple[str, pygame.Rect]]:
        yield from self.name.boxes(self.rect.x, self.rect.y)
        shown = self.block if self.shown else self.shadow
        yield from shown.boxes(self.box.x + self.pad, self.box.y + self.pad)
