"""The whole screen and back: the window comes back with the size, the place and the smallest size that it had."""

from __future__ import annotations

import sys
import warnings

import pygame

SMALLEST = (320, 240)


class FullScreen:
    """Whether the window has the whole screen."""

    def __init__(self) -> None:
        self._before: tuple[tuple[int, ...], tuple[int, ...]] | None = None  # the window's size and place till then

    @property
    def on(self) -> bool:
        """Returns True while the window has the whole screen."""
        return self._before is not None

    def follow(self, wished: bool) -> None:
        """Takes the whole screen or gives it back; where the system refuses, all stays as it is."""
        if wished == self.on:
            return
        try:
            window = the_window()
            if wished:
                before = tuple(window.size), tuple(window.position)
                window.set_fullscreen(desktop=True)
                self._before = before
            else:
                assert self._before is not None, "it was on"
                (size, place), self._before = self._before, None
                window.set_windowed()
                window.size, window.position = (size[0], size[1]), (place[0], place[1])
                set_smallest()
        except pygame.error as problem:
            print(f"the window could not change to or from the whole screen: {problem}", file=sys.stderr)


def the_window() -> pygame.Window:
    """Returns the window that the display module has opened. Its way of drawing is on its way out of pygame; nothing
    is drawn through it here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return pygame.Window.from_display_module()


def set_smallest() -> None:
    """Keeps the window from being dragged too small, where the platform can."""
    try:
        the_window().minimum_size = SMALLEST
    except (pygame.error, AttributeError) as problem:
        print(f"the window's smallest size could not be set: {problem}", file=sys.stderr)
