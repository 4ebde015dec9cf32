"""What a player can ask of a screen, as plain values made alike from keyboard, mouse, touch and gamepad."""

from __future__ import annotations

from dataclasses import dataclass

import pygame


@dataclass(frozen=True, slots=True)
class Command:
    """Anything a player asks for; screens match on the subclass."""


@dataclass(frozen=True, slots=True)
class MoveFocus(Command):
    """Go to the next (+1) or previous (−1) thing that can be chosen; `ends` goes to the last or first, and an
    `arrow` scrolls instead where a long column has nothing to choose."""

    step: int
    ends: bool = False
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Activate(Command):
    """Do what the focused thing does; in a tall text field, open a new line."""


@dataclass(frozen=True, slots=True)
class Choose(Command):
    """Take the n-th thing offered, counted from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class Advance(Command):
    """Go on reading."""


@dataclass(frozen=True, slots=True)
class Back(Command):
    """Leave this screen for the one before it."""


@dataclass(frozen=True, slots=True)
class Scroll(Command):
    """Move a long column by `steps` wheel notches or, with `pages`, by whole views; positive is down."""

    steps: float = 0.0
    pages: float = 0.0
    at: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Point(Command):
    """The pointer moved to `at`; `drag` is how far it moved while held down."""

    at: tuple[int, int]
    drag: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Press(Command):
    """The pointer went down at `at`."""

    at: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Release(Command):
    """The pointer came up at `at`."""

    at: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Type(Command):
    """Write these characters into the focused text field."""

    text: str


@dataclass(frozen=True, slots=True)
class Erase(Command):
    """Remove the character before the caret, or after it."""

    forward: bool = False


@dataclass(frozen=True, slots=True)
class MoveCaret(Command):
    """Move the caret by characters or lines, or to the end of its line (`far`)."""

    across: int = 0
    down: int = 0
    far: bool = False


@dataclass(frozen=True, slots=True)
class ToggleHistory(Command):
    """Open or close what was said so far."""


@dataclass(frozen=True, slots=True)
class OpenSettings(Command):
    """Open the settings."""


@dataclass(frozen=True, slots=True)
class OpenHelp(Command):
    """Open the help."""


@dataclass(frozen=True, slots=True)
class Leave(Command):
    """Leave the play; it can be continued later."""


@dataclass(frozen=True, slots=True)
class Readable(Command):
    """Return the settings to a readable state, whatever they were."""


_PLAIN: dict[int, Command] = {
    pygame.K_ESCAPE: Back(),
    pygame.K_RETURN: Activate(),
    pygame.K_KP_ENTER: Activate(),
    pygame.K_DOWN: MoveFocus(1, arrow=True),
    pygame.K_UP: MoveFocus(-1, arrow=True),
    pygame.K_RIGHT: MoveFocus(1, arrow=True),
    pygame.K_LEFT: MoveFocus(-1, arrow=True),
    pygame.K_HOME: MoveFocus(-1, ends=True),
    pygame.K_END: MoveFocus(1, ends=True),
    pygame.K_PAGEDOWN: Scroll(pages=0.85),
    pygame.K_PAGEUP: Scroll(pages=-0.85),
    pygame.K_F1: OpenHelp(),
    pygame.K_F2: OpenSettings(),
    pygame.K_F3: ToggleHistory(),
    pygame.K_F8: Readable(),
}
_LETTERS: dict[int, Command] = {
    pygame.K_SPACE: Activate(),
    pygame.K_h: ToggleHistory(),
    pygame.K_s: OpenSettings(),
    pygame.K_l: Leave(),
}
_CARET: dict[int, Command] = {
    pygame.K_BACKSPACE: Erase(),
    pygame.K_DELETE: Erase(forward=True),
    pygame.K_LEFT: MoveCaret(across=-1),
    pygame.K_RIGHT: MoveCaret(across=1),
    pygame.K_UP: MoveCaret(down=-1),
    pygame.K_DOWN: MoveCaret(down=1),
    pygame.K_HOME: MoveCaret(across=-1, far=True),
    pygame.K_END: MoveCaret(across=1, far=True),
}
_PAD: dict[int, Command] = {
    pygame.CONTROLLER_BUTTON_A: Activate(),
    pygame.CONTROLLER_BUTTON_B: Back(),
    pygame.CONTROLLER_BUTTON_X: ToggleHistory(),
    pygame.CONTROLLER_BUTTON_START: OpenSettings(),
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: MoveFocus(1, arrow=True),
    pygame.CONTROLLER_BUTTON_DPAD_UP: MoveFocus(-1, arrow=True),
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: MoveFocus(1, arrow=True),
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: MoveFocus(-1, arrow=True),
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: Scroll(pages=-0.85),
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: Scroll(pages=0.85),
}


def from_event(event: pygame.event.Event, typing: bool) -> Command | None:
    """The command in one pygame event, or None; `typing` says that a text field has the focus.

    Touch arrives as mouse events, which SDL makes from the first finger.
    """
    match event.type:
        case pygame.KEYDOWN:
            return _from_key(event, typing)
        case pygame.TEXTINPUT if typing:
            return Type(event.text)
        case pygame.MOUSEMOTION:
            return Point(event.pos, event.rel if event.buttons[0] else None)
        case pygame.MOUSEBUTTONDOWN if event.button == 1:
            return Press(event.pos)
        case pygame.MOUSEBUTTONUP if event.button == 1:
            return Release(event.pos)
        case pygame.MOUSEBUTTONUP if event.button == 3:
            return Back()
        case pygame.MOUSEWHEEL:
            return Scroll(steps=-getattr(event, "precise_y", event.y), at=pygame.mouse.get_pos())
        case pygame.CONTROLLERBUTTONDOWN:
            return _PAD.get(event.button)
    return None


def _from_key(event: pygame.event.Event, typing: bool) -> Command | None:
    """The command of one key; while typing, letters are left to the text input that follows."""
    if event.key == pygame.K_TAB:
        return MoveFocus(-1 if event.mod & pygame.KMOD_SHIFT else 1)
    if typing and event.key in _CARET:
        return _CARET[event.key]
    if event.key in _PLAIN:
        return _PLAIN[event.key]
    if typing or event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META):
        return None
    if pygame.K_1 <= event.key <= pygame.K_9:
        return Choose(event.key - pygame.K_0)
    if pygame.K_KP_1 <= event.key <= pygame.K_KP_9:
        return Choose(event.key - pygame.K_KP_1 + 1)
    return _LETTERS.get(event.key)
