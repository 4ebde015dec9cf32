"""The quiet buttons of a stage where there is little room: without icons, or on a ground of their own."""

from __future__ import annotations

import pygame

from game.window.toolkit.boxes import Flow
from game.window.toolkit.controls import Button
from game.window.toolkit.look import Look


def without_signs(bar: Flow) -> None:
    """Takes the icons off a bar's buttons."""
    for part in bar.parts:
        if isinstance(part, Button):
            part.sign = ""


def plate(room: pygame.Rect, bar: Flow, look: Look) -> pygame.Rect:
    """Returns the ground for quiet buttons that stand at the right of a room: contrast does not hang on the picture."""
    ring = 2 * look.ring + 1
    wide = min(room.width, bar.natural(look) + 2 * ring)
    return pygame.Rect(room.right - wide, room.y, wide, room.height)
