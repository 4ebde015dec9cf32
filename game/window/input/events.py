"""Events from keyboard, mouse, touch and gamepad, each turned into the command that it asks for."""

from __future__ import annotations

import pygame

from game.window.input.bindings import Bindings
from game.window.input.commands import (
    Back,
    Command,
    Compose,
    Copy,
    Drop,
    Edit,
    EditUnit,
    Erase,
    MoveCaret,
    MoveFocus,
    Paste,
    PointAt,
    Press,
    Release,
    Scroll,
    SelectAll,
    Type,
    Undo,
)

PUSHED, LET_GO = 0.6, 0.3  # how far a stick leans before it counts, and how far back before it can count again
FULL = 32768  # what a stick that leans all the way sends

SHORTCUTS: dict[int, Command] = {
    pygame.K_a: SelectAll(),
    pygame.K_c: Copy(),
    pygame.K_x: Copy(cut=True),
    pygame.K_v: Paste(),
    pygame.K_z: Undo(),
    pygame.K_y: Undo(again=True),
}
PLACES = {
    pygame.KSCAN_A: pygame.K_a,
    pygame.KSCAN_C: pygame.K_c,
    pygame.KSCAN_X: pygame.K_x,
    pygame.KSCAN_V: pygame.K_v,
    pygame.KSCAN_Z: pygame.K_z,
    pygame.KSCAN_Y: pygame.K_y,
}  # where the letters of shortcuts lie, for keyboards that have no Latin ones
STEPS = {pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1)}
ENDS = {pygame.K_HOME: -1, pygame.K_END: 1}
_STICK = (pygame.CONTROLLER_AXIS_LEFTX, pygame.CONTROLLER_AXIS_LEFTY)


class Inputs:
    """What the devices do, event by event; it remembers the finger that is down, the way a stick leans, the key whose
    letter is not meant for a field that came after it, and whether an input method still makes up its mind."""

    def __init__(self) -> None:
        self._spent: int | None = None
        self._composing = False
        self._down: set[int] = set()
        self._finger: tuple[int, tuple[int, int]] | None = None
        self._leaning: set[int] = set()

    def command(
        self, event: pygame.event.Event, bindings: Bindings, size: tuple[int, int], typing: bool
    ) -> Command | None:
        """Returns the command in one pygame event, or None; `size` is the window's in pixels, `typing` says that a
        text field has the focus."""
        match event.type:
            case pygame.KEYDOWN:
                return self._from_key(event, bindings, typing)
            case pygame.KEYUP:
                self._let_go(event.key)
                return None
            case pygame.TEXTINPUT if typing and self._spent is None:
                self._composing = False
                return Type(event.text)
            case pygame.TEXTEDITING if typing:
                self._composing = bool(event.text)
                return Compose(event.text)
            case pygame.FINGERDOWN | pygame.FINGERMOTION | pygame.FINGERUP:
                return self._from_finger(event, size)
            case pygame.DROPFILE:
                return Drop(event.file)
            case pygame.CONTROLLERBUTTONDOWN:
                return bindings.of_button(event.button)
            case pygame.CONTROLLERAXISMOTION if event.axis in _STICK:
                return self._from_stick(event.axis, event.value / FULL)
        return None if getattr(event, "touch", False) else _from_mouse(event)  # a touch has come as a finger already

    def _from_key(self, event: pygame.event.Event, bindings: Bindings, typing: bool) -> Command | None:
        """Returns the command of one key. A key that an input method takes is not ours; one pressed before the field
        was there types nothing into it; one that is held goes on editing, and does anything else once."""
        self._composing = self._composing and typing
        if self._composing:
            return None
        self._spent = None if typing else event.key
        held = typing and event.key in self._down
        if typing:
            self._down.add(event.key)
        command = _from_key(event, bindings, typing)
        return command if not held or isinstance(command, Edit) else None

    def _let_go(self, key: int) -> None:
        """Notes that a key came up."""
        if key == self._spent:
            self._spent = None
        self._down.discard(key)

    def _from_finger(self, event: pygame.event.Event, size: tuple[int, int]) -> Command | None:
        """Returns the first finger points and presses; the others are left out."""
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
        """Returns one step each time that a stick is pushed."""
        if abs(lean) < LET_GO:
            self._leaning.discard(axis)
        if abs(lean) < PUSHED or axis in self._leaning:
            return None
        self._leaning.add(axis)
        return MoveFocus(1 if lean > 0 else -1, arrow=True)


def _from_mouse(event: pygame.event.Event) -> Command | None:
    """Returns the command of the mouse."""
    match event.type:
        case pygame.MOUSEMOTION:
            return PointAt(event.pos, event.rel if event.buttons[0] else None)
        case pygame.MOUSEBUTTONDOWN if event.button == 1:
            return Press(event.pos, extend=bool(pygame.key.get_mods() & pygame.KMOD_SHIFT))
        case pygame.MOUSEBUTTONUP if event.button == 1:
            return Release(event.pos)
        case pygame.MOUSEBUTTONUP if event.button == 3:
            return Back()
        case pygame.MOUSEWHEEL:
            return Scroll(steps=-getattr(event, "precise_y", event.y), at=pygame.mouse.get_pos())
    return None


def _from_key(event: pygame.event.Event, bindings: Bindings, typing: bool) -> Command | None:
    """Returns the command of one key; while typing, letters are left to the text input that follows."""
    if event.key == pygame.K_TAB:
        return MoveFocus(-1 if event.mod & pygame.KMOD_SHIFT else 1)
    edit = _editing(event) if typing else None
    shortcut = event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META)
    return edit or bindings.of_key(event.key, letters=not typing and not shortcut)


def _editing(event: pygame.event.Event) -> Command | None:
    """Returns what a key asks of a text field: as on any system, so Ctrl and a Mac's Command do the same, and so do
    Ctrl and a Mac's Option where they go by words."""
    key, shift = event.key, bool(event.mod & pygame.KMOD_SHIFT)
    ctrl, alt, meta = (bool(event.mod & mod) for mod in (pygame.KMOD_CTRL, pygame.KMOD_ALT, pygame.KMOD_META))
    reach = EditUnit.WORD if ctrl or alt else EditUnit.LETTER
    match key:
        case pygame.K_INSERT if ctrl or shift:
            return Copy() if ctrl else Paste()
        case pygame.K_DELETE if shift and not ctrl:
            return Copy(cut=True)
        case pygame.K_BACKSPACE | pygame.K_DELETE:
            return Erase(forward=key == pygame.K_DELETE, reach=EditUnit.LINE if meta else reach)
        case pygame.K_LEFT | pygame.K_RIGHT:
            return MoveCaret(across=STEPS[key][0], reach=EditUnit.LINE if meta else reach, select=shift)
        case pygame.K_UP | pygame.K_DOWN if meta:
            return MoveCaret(across=STEPS[key][1], reach=EditUnit.ALL, select=shift)
        case pygame.K_UP | pygame.K_DOWN:
            return MoveCaret(down=STEPS[key][1], select=shift)
        case pygame.K_HOME | pygame.K_END:
            return MoveCaret(across=ENDS[key], reach=EditUnit.ALL if ctrl or meta else EditUnit.LINE, select=shift)
        case pygame.K_RETURN | pygame.K_KP_ENTER if shift or ctrl or alt:
            return Type("\n")
    if (ctrl or meta) and not alt:  # Ctrl and Alt together are how Windows sends AltGr, which types letters
        letter = key if key < 128 else PLACES.get(getattr(event, "scancode", 0), key)
        return Undo(again=True) if letter == pygame.K_z and shift else SHORTCUTS.get(letter)
    return None
