"""What keyboard and pointer do to the text field of a page that has the focus."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.window.input import clipboard
from game.window.input.commands import Compose, Copy, Edit, EditUnit, Erase, MoveCaret, Paste, Type
from game.window.toolkit.field import TextField
from game.window.toolkit.page import Page, Pane

TWICE = 0.45  # seconds in which a second press at the same place selects a word
NEAR = 8  # pixels that count as the same place
REACHES = (EditUnit.LETTER, EditUnit.WORD, EditUnit.LINE)  # what one, two and three presses in a row select


class Writer:
    """The hands that write; `changed` is told of each draft that changed, `lead_on` is what Enter does."""

    def __init__(self, page: Page, changed: Callable[[TextField], None], lead_on: Callable[[], None]) -> None:
        self._page, self._changed, self._lead_on = page, changed, lead_on
        self.selecting = False  # the pointer is down and selects
        self.follows = True  # the caret has to be brought into view
        self._pressed = (-1.0, (0, 0), 0)  # when and where a field was pressed last, and how many times in a row

    @property
    def _found(self) -> tuple[Pane, TextField] | None:
        """Returns the field that has the focus, and its column."""
        for pane, part in self._page.focusables():
            if part.key == self._page.focus_key and isinstance(part, TextField):
                return pane, part
        return None

    def write(self, command: Edit) -> None:
        """Passes typing on to the field."""
        if self._found is None:
            return
        field = self._found[1]
        match command:
            case MoveCaret(down=down, select=select) if down:
                self._go_by_lines(field, down, select)
                return
            case Type("\n") if field.rows == 1:
                self._lead_on()
                return
            case Type(words) if not words.strip() and not field.draft.words:
                return  # whoever reads on with Space arrives at an empty field, and it stays one
            case Copy(cut):
                if field.draft.now.selected:
                    clipboard.write(field.draft.now.selected)
                    self._apply(field, Erase() if cut else Compose(""))
                return
            case Paste():
                command = Type(clipboard.read())
        if isinstance(command, Type) and field.rows == 1:
            command = Type(" ".join(command.text.splitlines()))
        self._apply(field, command)

    def fill(self, words: str) -> None:
        """Lets the field hold these words."""
        if self._found:
            self._found[1].draft.fill(words)
            self._tell(self._found[1])

    def _apply(self, field: TextField, command: Edit) -> None:
        if field.draft.apply(command):
            self._tell(field)

    def _tell(self, field: TextField) -> None:
        self.follows = True
        self._changed(field)

    def _go_by_lines(self, field: TextField, down: int, select: bool) -> None:
        """Moves the caret up or down; out of the field at its edge, or to its end while selecting."""
        caret = field.line_above(down)
        if caret is None and select:
            caret = len(field.draft.words) if down > 0 else 0
        if caret is None:
            self._page.move_focus(down)
        else:
            field.draft.put(caret, select=select)
        self._tell(field)

    def press(self, at: tuple[int, int], now: float, extend: bool) -> None:
        """Places the caret where a field is pressed, `now` in seconds; twice selects the word there, three times the
        line, and with `extend` all that lies between."""
        widget = self._page.at(at)
        self.selecting = isinstance(widget, TextField)
        if widget is None or not self.selecting:
            return
        again = self._page.focus_key == widget.key
        when, where, times = self._pressed
        near = abs(where[0] - at[0]) + abs(where[1] - at[1]) <= NEAR
        times = times % 3 + 1 if again and near and now - when <= TWICE else 1
        self._pressed = now, at, times
        self._page.focus_key = widget.key
        self._put(at, REACHES[times - 1], select=extend and again)

    def drag(self, at: tuple[int, int]) -> None:
        """Selects up to where the pressed pointer has come."""
        self._put(at, EditUnit.LETTER, select=True)

    def release(self) -> bool:
        """Returns True when the pointer that came up was selecting."""
        was, self.selecting = self.selecting, False
        return was

    def _put(self, at: tuple[int, int], reach: EditUnit, *, select: bool) -> None:
        """Brings the caret to a point of the window, or selects what lies there."""
        if self._found is None:
            return
        pane, field = self._found
        caret = field.caret_at(pane.inside(at))
        field.draft.apply(Compose(""))
        if reach is EditUnit.LETTER:
            field.draft.put(caret, select=select)
        else:
            field.draft.select_around(caret, reach)
        self._tell(field)

    def caret_place(self) -> pygame.Rect | None:
        """Returns where the caret stands in the window; None where nobody types."""
        if self._found is None:
            return None
        pane, field = self._found
        return field.caret_box().move(pane.rect.x, pane.rect.y - round(pane.scroll))

    def show_caret(self) -> bool:
        """Returns True when a column had to scroll to show the caret that has moved."""
        follows, self.follows = self.follows, False
        if not follows or self._found is None:
            return False
        pane, field = self._found
        return pane.reveal(field.caret_box())
