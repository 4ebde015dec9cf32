"""Events from keyboard, mouse, touch and gamepad, each turned into the command that it asks for."""

from __future__ import annotations

import pygame

from game.window.input.bindings import Bindings
from game.window.input.commands import (
    Back,
    Command,
    Erase,
    MoveCaret,
    MoveFocus,
    PointAt,
    Press,
    Release,
    Scroll,
    Type,
)

PUSHED, LET_GO = 0.6, 0.3  # how far a stick leans before it counts, and how far back before it can count again
FULL = 32768  # what a stick that leans all the way sends

CARET: dict[int, Command] = {
    pygame.K_BACKSPACE: Erase(),
    pygame.K_DELETE: Erase(forward=True),
    pygame.K_LEFT: MoveCaret(across=-1),
    pygame.K_RIGHT: MoveCaret(across=1),
    pygame.K_UP: MoveCaret(down=-1),
    pygame.K_DOWN: MoveCaret(down=1),
    pygame.K_HOME: MoveCaret(across=-1, far=True),
    pygame.K_END: MoveCaret(across=1, far=True),
}
_STICK = (pygame.CONTROLLER_AXIS_LEFTX, pygame.CONTROLLER_AXIS_LEFTY)


class Inputs:
    """What the devices do, event by event; it remembers the finger that is down and the way a stick leans."""

    def __init__(self) -> None:
        self._finger: tuple[int, tuple[int, int]] | None = None
        self._leaning: set[int] = set()

    def command(
        self, event: pygame.event.Event, bindings: Bindings, size: tuple[int, int], typing: bool
    ) -> Command | None:
        """The command in one pygame event, or None; `size` is the window's in pixels, `typing` says that a text field
        has the focus."""
        match event.type:
            case pygame.KEYDOWN:
                return _from_key(event, bindings, typing)
            case pygame.TEXTINPUT if typing:
                return Type(event.text)
            case pygame.FINGERDOWN | pygame.FINGERMOTION | pygame.FINGERUP:
                return self._from_finger(event, size)
            case pygame.CONTROLLERBUTTONDOWN:
                return bindings.of_button(event.button)
            case pygame.CONTROLLERAXISMOTION if event.axis in _STICK:
                return self._from_stick(event.axis, event.value / FULL)
        return None if getattr(event, "touch", False) else _from_mouse(event)  # a touch has come as a finger already

    def _from_finger(self, event: pygame.event.Event, size: tuple[int, int]) -> Command | None:
        """The first finger points and presses; the others are left out."""
        at = round(event.x * size[0]), round(event.y * size[1])
        if event.type == pygame.FINGERDOWN:
            if self._finger is not None:
                return None
            self._finger = event.finger_id, at
            return Press(at)
        if self._finger is None or event.finger_id != self._finger[0]:
            return None
        before = self._finger[1]
        if event.type == pygame.FINGERMOTION:
            self._finger = event.finger_id, at
            return PointAt(at, (at[0] - before[0], at[1] - before[1]))
        self._finger = None
        return Release(at)

    def _from_stick(self, axis: int, lean: float) -> Command | None:
        """One step each time that a stick is pushed."""
        if abs(lean) < LET_GO:
            self._leaning.discard(axis)
        if abs(lean) < PUSHED or axis in self._leaning:
            return None
        self._leaning.add(axis)
        return MoveFocus(1 if lean > 0 else -1, arrow=True)


def _from_mouse(event: pygame.event.Event) -> Command | None:
    """The command of the mouse."""
    match event.type:
        case pygame.MOUSEMOTION:
            return PointAt(event.pos, event.rel if event.buttons[0] else None)
        case pygame.MOUSEBUTTONDOWN if event.button == 1:
            return Press(event.pos)
        case pygame.MOUSEBUTTONUP if event.button == 1:
            return Release(event.pos)
        case pygame.MOUSEBUTTONUP if event.button == 3:
            return Back()
        case pygame.MOUSEWHEEL:
            return Scroll(steps=-getattr(event, "precise_y", event.y), at=pygame.mouse.get_pos())
    return None


def _from_key(event: pygame.event.Event, bindings: Bindings, typing: bool) -> Command | None:
    """The command of one key; while typing, letters are left to the text input that follows."""
    if event.key == pygame.K_TAB:
        return MoveFocus(-1 if event.mod & pygame.KMOD_SHIFT else 1)
    if typing and event.key in CARET:
        return CARET[event.key]
    shortcut = event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META)
    return bindings.of_key(event.key, letters=not typing and not shortcut)
