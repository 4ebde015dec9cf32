"""The system's clipboard, where there is one; without it copying stays within the game."""

from __future__ import annotations

from contextlib import suppress

import pygame

_ours = ""


def write(words: str) -> None:
    """Keeps words; where the system does not take them, here."""
    global _ours
    _ours = words
    with suppress(pygame.error, AttributeError, UnicodeError):
        pygame.scrap.put_text(words)


def read() -> str:
    """Returns the text on the clipboard; empty where there is none."""
    try:
        return pygame.scrap.get_text() if pygame.scrap.has_text() else ""
    except (pygame.error, AttributeError, UnicodeError):
        return _ours
