"""Screen readers, where AccessKit is installed: the screen on top as a tree of named parts, and what a reader asks for.

A reader's requests come on a thread of its own and wait here for the window's loop.
"""

from __future__ import annotations

import sys
from collections import deque
from importlib import import_module
from typing import Any

import pygame

from game.window.input.commands import Command, Fill, FocusOn, PressOn
from game.window.screens.screen import Screen
from game.window.toolkit.page import Pane
from game.window.toolkit.widgets import Widget
from game.window.voice.sentences import SentenceKind, SpokenPart, label, parts

WINDOW, SCREEN = 0, 1  # the numbers of the two nodes that are always there
LIVE = (SentenceKind.TITLE, SentenceKind.TEXT, SentenceKind.LINE, SentenceKind.MORE)  # read out by itself when it comes


class Access:
    """Tells a screen reader what stands there; only while one listens, and only what changed."""

    def __init__(self, kit: Any, name: str) -> None:
        self._kit, self._name = kit, name
        self._roles = {
            SentenceKind.TITLE: kit.Role.HEADING,
            SentenceKind.TEXT: kit.Role.LABEL,
            SentenceKind.LINE: kit.Role.LABEL,
            SentenceKind.PLOT: kit.Role.IMAGE,
            SentenceKind.BUTTON: kit.Role.BUTTON,
            SentenceKind.CHIP: kit.Role.RADIO_BUTTON,
            SentenceKind.CARD: kit.Role.BUTTON,
            SentenceKind.OPTION: kit.Role.BUTTON,
            SentenceKind.MORE: kit.Role.BUTTON,
            SentenceKind.FIELD: kit.Role.MULTILINE_TEXT_INPUT,
        }
        self._requests: deque[Any] = deque()
        self._here = False  # a reader has come, now or earlier
        self._wanted = False  # a reader has come and has nothing yet
        self._focused: bool | None = None  # what it has still to be told of the window's focus
        self._told: object = None  # what it was told last
        self._numbers: dict[tuple[str, int], int] = {}
        self._keys: dict[int, str] = {}
        self._adapter = self._attach()

    def _attach(self) -> Any:
        """Returns the adapter of this system, for a window that does not show yet."""
        window = pygame.display.get_wm_info().get("window", 0)
        if sys.platform == "win32":
            return self._kit.windows.SubclassingAdapter(window, self._come, self._requests.append)
        if sys.platform == "darwin":
            self._kit.macos.add_focus_forwarder_to_window_class("SDLWindow")
            return self._kit.macos.SubclassingAdapter.for_window(window, self._come, self._requests.append)
        return self._kit.unix.Adapter(self._come, self._requests.append, lambda: None)

    def _come(self) -> None:
        """Notes that a reader listens; the loop tells it everything. Until this was called the adapter is left
        alone: it takes a lock without letting Python's go, and while it wakes it holds the one and waits for the
        other."""
        self._here = self._wanted = True

    def attend(self, screen: Screen, *, changed: bool) -> None:
        """Tells a reader what is new."""
        if not self._here or not (changed or self._wanted):
            return
        if self._focused is not None:
            self._tell_focus(self._focused)
        if self._wanted:
            self._wanted, self._told = False, None
        self._raise(self._adapter.update_if_active(lambda: self._update(screen)))

    def wishes(self) -> list[Command]:
        """Returns what readers have asked for since the last time."""
        found: list[Command] = []
        while self._requests:
            command = self._command(self._requests.popleft())
            if command is not None:
                found.append(command)
        return found

    def _command(self, request: Any) -> Command | None:
        key, action = self._keys.get(request.target), self._kit.Action
        if key is None:
            return None
        if request.action == action.CLICK:
            return PressOn(key)
        if request.action == action.FOCUS:
            return FocusOn(key)
        if request.action == action.SET_VALUE and request.data is not None:
            return Fill(key, str(request.data[1]))
        return None

    def window_focus(self, gained: bool) -> None:
        """Notes that the window came to the front, or left it; who is not there yet is told when they come."""
        self._focused = gained
        if self._here:
            self._tell_focus(gained)

    def _tell_focus(self, gained: bool) -> None:
        """Tells it where the system does not; Windows sees that by itself."""
        self._focused = None
        if sys.platform == "darwin":
            self._raise(self._adapter.update_view_focus_state(gained))
        elif sys.platform != "win32":
            self._adapter.update_window_focus_state(gained)

    def _raise(self, events: Any) -> None:
        """Sends what macOS and Windows leave to be sent."""
        if events is not None:
            events.raise_events()

    def _update(self, screen: Screen) -> Any:
        """Returns the tree as it is now, or nothing but the focus when it is as it was."""
        found = [(part, _place(pane, widget)) for pane, widget, part in parts(screen.page)]
        numbers = self._number([part for part, _box in found])
        self._keys = {n: part.key for n, (part, _box) in zip(numbers, found, strict=True) if part.key}
        focus = next((n for n, key in self._keys.items() if key == screen.page.focus_key), SCREEN)
        update = self._kit.TreeUpdate(focus)
        told = (screen, numbers, found)
        if told == self._told:
            return update
        self._told = told
        update.tree = self._kit.Tree(WINDOW)
        update.tree.toolkit_name = self._name
        update.nodes.append((WINDOW, self._window()))
        update.nodes.append((SCREEN, self._screen(screen, [part for part, _box in found], numbers)))
        update.nodes.extend((n, self._node(part, box)) for n, (part, box) in zip(numbers, found, strict=True))
        return update

    def _number(self, found: list[SpokenPart]) -> list[int]:
        """Returns a number for each part: the same for the same key or words, from screen to screen."""
        seen: dict[str, int] = {}
        numbers = []
        for part in found:
            name = f"{part.kind.value} {part.key or part.name}"
            seen[name] = seen.get(name, 0) + 1
            numbers.append(self._numbers.setdefault((name, seen[name]), len(self._numbers) + SCREEN + 1))
        return numbers

    def _window(self) -> Any:
        node = self._kit.Node(self._kit.Role.WINDOW)
        node.set_label(self._name)
        node.set_children([SCREEN])
        return node

    def _screen(self, screen: Screen, found: list[SpokenPart], numbers: list[int]) -> Any:
        node = self._kit.Node(self._kit.Role.DIALOG if screen.overlay else self._kit.Role.GROUP)
        title = next((part.name for part in found if part.kind is SentenceKind.TITLE), "")
        if title:
            node.set_label(title)
        if screen.overlay:
            node.set_modal()
        node.set_children(numbers)
        return node

    def _node(self, part: SpokenPart, box: tuple[int, int, int, int]) -> Any:
        """Returns one part: its role and name, how it stands, and what can be asked of it."""
        node, action = self._kit.Node(self._roles[part.kind]), self._kit.Action
        node.set_bounds(self._kit.Rect(*map(float, box)))
        if part.kind in (SentenceKind.TEXT, SentenceKind.LINE):
            node.set_value(label(part))
        else:
            node.set_label(label(part))
        if part.kind in LIVE:
            node.set_live(self._kit.Live.POLITE)
        if part.chosen is not None:
            node.set_toggled(self._kit.Toggled.TRUE if part.chosen else self._kit.Toggled.FALSE)
        if part.closed or part.about:
            node.set_description(part.closed or part.about)
        if part.closed:
            node.set_disabled()
        if part.kind is SentenceKind.FIELD:
            node.set_value(part.value)
            node.add_action(action.SET_VALUE)
        if part.count:
            node.set_position_in_set(part.number)
            node.set_size_of_set(part.count)
        if part.key:
            node.add_action(action.FOCUS)
            node.add_action(action.CLICK)
        return node


def _place(pane: Pane, widget: Widget) -> tuple[int, int, int, int]:
    """Returns where a part stands in the window: left, top, right, bottom."""
    box = widget.rect.move(pane.rect.x, pane.rect.y - round(pane.scroll))
    return box.left, box.top, box.right, box.bottom


def attach(name: str) -> Access | None:
    """Returns screen readers' way into the window that is open and not yet shown; None where AccessKit is not
    installed."""
    try:
        return Access(import_module("accesskit"), name)
    except ImportError:
        return None
