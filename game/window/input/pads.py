"""The gamepads that are plugged in; one that nobody holds open sends nothing."""

from __future__ import annotations

import pygame

_OPEN: list[object] = []


def open_all() -> None:
    """Opens every gamepad that there is now, where the platform has any."""
    try:
        from pygame._sdl2 import controller

        controller.init()
        _OPEN[:] = [controller.Controller(n) for n in range(controller.get_count()) if controller.is_controller(n)]
    except (ImportError, pygame.error):
        _OPEN.clear()
