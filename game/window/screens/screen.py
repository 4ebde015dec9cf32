"""A screen: parts on a ground, one focus, and an answer to each command; the app holds a stack of them."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import pygame

from game.window.input.commands import (
    Activate,
    Advance,
    Back,
    Choose,
    Command,
    Edit,
    Fill,
    FocusOn,
    Leave,
    LineBack,
    LineForward,
    MoveFocus,
    PointAt,
    Press,
    PressOn,
    Release,
    Scroll,
)
from game.window.screens.desk import Desk as Desk
from game.window.screens.writer import Writer
from game.window.toolkit import paint
from game.window.toolkit.field import TextField
from game.window.toolkit.look import Look
from game.window.toolkit.page import NOTCH, Page, Pane

GUARD = 0.2  # seconds in which a press is not yet a choice, so that nobody picks while mashing through text
SLOP = 8  # pixels a pointer may wander and still press


class Screen:
    """One screen; subclasses build its panes, paint its ground and handle what is theirs."""

    overlay: ClassVar[bool] = False
    opened_by: ClassVar[type[Command] | None] = None  # what opens it from anywhere, but not over itself
    only_waits: ClassVar[bool] = False  # it and what comes after it come at once, with no fade
    lines_told: ClassVar[str] = "all"  # which spoken lines are read aloud: `all`, only `new` ones of a play, the `last`

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.page = Page()
        self.stale = True  # the parts must be laid out anew
        self.dirty = True  # the picture must be drawn anew
        self.age = 0.0
        self.cue: str | None = None  # what is to be heard once
        self.look: Look | None = None
        self._ground: tuple[object, pygame.Surface] | None = None
        self._pressed: str | None = None
        self._dragged: Pane | None = None
        self._travel = 0
        self._on_bar = False
        self.writer = Writer(self.page, self._rewritten, self._activate)

    def build(self, look: Look) -> list[Pane]:
        """Returns the panes of this screen for a look, in reading order."""
        raise NotImplementedError

    def handle(self, command: Command) -> None:
        """Answers a command that is this screen's own."""
        if isinstance(command, Back):
            self.desk.close()

    def ground_key(self) -> object:
        """Returns what the ground depends on beside the look."""
        return None

    def paint_ground(self, surface: pygame.Surface, look: Look) -> None:
        """Paints what lies under the panes."""
        surface.fill(look.theme.bg)

    def moved(self) -> list[pygame.Rect]:
        """Lets what lives on the ground move; the boxes of the ground that must be painted again for it."""
        return []

    @property
    def language(self) -> str | None:
        """Returns the language of what is told here; None for the interface's."""
        return None

    @property
    def tone(self) -> str | Path | None:
        """Returns the place whose tone is heard, or the file of an author's own; None for silence."""
        return None

    def settled(self) -> None:
        """Does nothing; called after the parts were laid out."""

    def leave(self) -> None:
        """Lets go of the picture of its ground once another screen has taken its place: it may lie about for long."""
        self._ground = None

    def refresh(self) -> None:
        """Asks for a new layout."""
        self.stale = True

    def settle(self, look: Look) -> None:
        """Lays the parts out when something or the look changed."""
        if self.stale or look != self.look:
            self.look, self.stale, self.dirty = look, False, True
            self.page.set(self.build(look))
            self.settled()
        self.dirty |= self.writer.show_caret()

    def update(self, dt: float) -> None:
        """Times passes, `dt` in seconds."""
        self.age += dt

    def draw(self, surface: pygame.Surface) -> None:
        """Draws the ground (kept until it changes) and the panes."""
        assert self.look is not None, "settle before draw"
        key = (self.look, surface.get_size(), self.ground_key())
        if self._ground is None or self._ground[0] != key:
            ground = pygame.Surface(surface.get_size())
            self.paint_ground(ground, self.look)
            self._ground = (key, ground)
        else:
            self._renew(self._ground[1])
        surface.blit(self._ground[1], (0, 0))
        self.page.draw(surface)
        self.dirty = False

    def redraw_moving(self, surface: pygame.Surface) -> list[pygame.Rect]:
        """Draws again only what moved by itself, around the panes; tells where."""
        if self._ground is None:
            return []
        ground, panes = self._ground[1], [pane.rect for pane in self.page.panes]
        pieces = [piece for box in self._renew(ground) for piece in paint.around(box, panes)]
        for piece in pieces:
            surface.blit(ground, piece, piece)
        return pieces

    def _renew(self, ground: pygame.Surface) -> list[pygame.Rect]:
        """Paints the boxes of the ground in which something moved; tells them."""
        assert self.look is not None, "settle before draw"
        boxes = self.moved()
        for box in boxes:
            ground.set_clip(box)
            self.paint_ground(ground, self.look)
        ground.set_clip(None)
        return boxes

    @property
    def typing(self) -> bool:
        """Returns True when a text field has the focus."""
        return isinstance(self.page.focused, TextField)

    @property
    def listening(self) -> bool:
        """Returns True while keys and buttons go to `hear` as they are."""
        return False

    def hear(self, event: pygame.event.Event) -> Command | None:
        """Returns the command of an event as it came, before any binding, or None; asked only while `listening`."""
        raise NotImplementedError

    def process(self, command: Command) -> None:
        """Answers any command, its own ones through `handle`."""
        match command:
            case MoveFocus(step, arrow=True) if self.page.only_reads():
                self._scroll(Scroll(steps=step))
            case MoveFocus(step, ends):
                self.page.move_focus(step, ends)
                self.dirty = self.writer.follows = True
            case Activate():
                self._activate()
            case FocusOn(key) | PressOn(key) | Fill(key) if self.page.widget(key):
                self._reach(command, key)
            case Scroll() as scroll:
                self._scroll(scroll)
            case PointAt(at, drag):
                self._point(at, drag)
            case Press(at, extend):
                self._press(at)
                self.writer.press(at, self.age, extend and not self._on_bar)
            case Release(at):
                self._release(at)
            case Edit():
                self.writer.write(command)
            case Choose() | Leave():
                self._answer(command)
            case _:
                self.handle(command)

    def _answer(self, command: Command) -> None:
        """Handles a press or a choice, unless the screen is too new for one."""
        if self.age >= GUARD or isinstance(command, Advance | Back | LineBack | LineForward):
            self.handle(command)

    def _activate(self) -> None:
        widget = self.page.focused
        self.page.ring = True
        self.dirty = True
        if isinstance(widget, TextField):
            if widget.then:
                self._answer(widget.then)
            else:
                self.page.move_focus(1)
        elif widget and widget.command:
            self._answer(widget.command)
        else:
            self._answer(Advance())

    def _reach(self, command: Command, key: str) -> None:
        """Gives a part the focus, and does to it what was asked by its name."""
        self.page.focus(key)
        self.page.ring = self.dirty = True
        field = self.page.focused
        if isinstance(command, PressOn) and not isinstance(field, TextField):
            self._activate()
        elif isinstance(command, Fill) and isinstance(field, TextField):
            self.writer.fill(command.words)

    def _scroll(self, scroll: Scroll) -> None:
        pane = self.page.scrolling(scroll.at)
        if pane:
            way = scroll.steps * NOTCH * pane.look.px + scroll.pages * pane.rect.height
            if pane.scroll_to(pane.scroll + way):
                self.dirty = True
                if scroll.at:
                    self.page.hover(scroll.at)
                return
        if not (pane and scroll.at and pane.rect.collidepoint(scroll.at)):
            self.unscrolled(scroll)

    def unscrolled(self, scroll: Scroll) -> None:
        """Does nothing; called for a scroll that no column could follow, unless the wheel turned over one that can
        scroll."""

    def _press(self, at: tuple[int, int]) -> None:
        widget = self.page.at(at)
        self._pressed = widget.key if widget else ""
        self._travel = 0
        panes = [pane for pane in self.page.panes if pane.rect.collidepoint(at)]
        self._dragged = next((pane for pane in panes if pane.longest), None)
        bar = self._dragged.bar() if self._dragged else None
        self._on_bar = bar is not None and at[0] >= bar.x
        self.page.ring = False
        self.dirty = True
        if self._on_bar and self._dragged and bar and not bar.collidepoint(at):
            self._pull_bar(self._dragged, at[1] - bar.centery)

    def _point(self, at: tuple[int, int], drag: tuple[int, int] | None) -> None:
        self.dirty |= self.page.hover(at)
        if drag is None or self._pressed is None:
            return
        if self.writer.selecting:
            self.writer.drag(at)
            return
        self._travel += abs(drag[0]) + abs(drag[1])
        if self._dragged and self._on_bar:
            self._pull_bar(self._dragged, drag[1])
        elif self._dragged and self._travel > SLOP:
            self.dirty |= self._dragged.scroll_to(self._dragged.scroll - drag[1])

    def _pull_bar(self, pane: Pane, down: int) -> None:
        """Scrolls as far as the bar's handle was pulled."""
        bar = pane.bar()
        if bar and pane.rect.height > bar.height:
            self.dirty |= pane.scroll_to(pane.scroll + down * pane.longest / (pane.rect.height - bar.height))

    def _release(self, at: tuple[int, int]) -> None:
        pressed, wandered, on_bar = self._pressed, self._travel > SLOP, self._on_bar
        self._pressed, self._dragged, self._on_bar = None, None, False
        if self.writer.release() or pressed is None or wandered or on_bar:
            return
        widget = self.page.at(at)
        self.dirty = True
        if widget is None and pressed == "":
            self._answer(Advance())
        elif widget and widget.key == pressed and widget.command:
            self.page.focus(widget.key)
            self._answer(widget.command)

    def _rewritten(self, field: TextField) -> None:
        """Shows a draft that changed: only its box is laid out anew where that stays as large as it was."""
        self.dirty = True
        self.written(field)
        if self.look is None or not field.fits_again(self.look):
            self.refresh()

    def written(self, field: TextField) -> None:
        """Does nothing; called when a draft changed, so that a screen with parts that hang on it can ask for a new
        layout."""
