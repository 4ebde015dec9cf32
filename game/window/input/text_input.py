"""What the system's keyboard is told: whether somebody types, and where the caret stands."""

from __future__ import annotations

import pygame

REPEAT_MS = (400, 33)  # how long a key is held before it repeats while typing, and how often


class TextInput:
    """Tells the system only what changed."""

    def __init__(self) -> None:
        self._typing = False
        self._caret: pygame.Rect | None = None

    def follow(self, typing: bool, caret: pygame.Rect | None) -> None:
        """Switches typing on and off, and moves the place where an input method shows what can be picked."""
        if typing != self._typing:
            self._typing = typing
            (pygame.key.start_text_input if typing else pygame.key.stop_text_input)()
            pygame.key.set_repeat(*(REPEAT_MS if typing else (0, 0)))  # letters repeat by themselves, carets not
        if typing and caret is not None and caret != self._caret:
            self._caret = caret
            pygame.key.set_text_input_rect(caret)
