"""The window opened, and its loop: one event pump that rests between the pictures."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import pygame

from game.errors import GameError
from game.window.app import App
from game.window.context import AppContext
from game.window.input import pads
from game.window.screens.leave import told_where
from game.window.toolkit import text
from game.window.toolkit.emblem import emblem
from game.window.toolkit.theme import CALM
from game.window.voice import screen_reader as access

SMALLEST = (640, 480)
FIRST_SIZE = (1280, 720)
LIVELY_MS, IDLE_MS = 16, 33


class NoDisplay(GameError):
    """There is no display to open a window on."""


def run(context: AppContext, make: Callable[[AppContext, pygame.Surface], App] = App) -> int:
    """The exit code, 0, once the player has left; opens the window and loops. Raises NoDisplay where it cannot."""
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")  # without a GPU a 1080p flip falls from 31.8 to 0.3 ms
    os.environ.setdefault("SDL_IME_INTERNAL_EDITING", "1")  # what an input method makes up stands in the field
    os.environ.setdefault("SDL_IME_SHOW_UI", "1")  # and what can be picked, in the system's own list
    try:
        pygame.display.init()
        pygame.font.init()
        pygame.display.set_caption("Equal Footing")
        pygame.display.set_icon(emblem(64, CALM.accent, CALM.warm, CALM.text))
        surface = pygame.display.set_mode(_first_size(), pygame.RESIZABLE | pygame.HIDDEN)
    except pygame.error as problem:
        raise NoDisplay(f"No window can be opened here ({problem}).") from None
    _set_smallest()
    pads.open_all()
    app = make(context, surface)
    app.access = access.attach("Equal Footing")  # a screen reader has to know a window before it shows
    app.start()
    pygame.Window.from_display_module().show()
    try:
        _loop(app)
        if app.left:
            print(told_where(app.left))
    finally:
        app.aloud.close()
        app.sounds.close()
        text.forget()
        pygame.quit()
    return 0


def _loop(app: App) -> None:
    """Runs until the player leaves."""
    before = pygame.time.get_ticks()
    while app.running:
        for event in pygame.event.get():
            app.process(event)
        now = pygame.time.get_ticks()
        app.update((now - before) / 1000)
        before = now
        drawn = app.draw()
        if app.dirty_rects:
            pygame.display.update(app.dirty_rects)
        elif drawn:
            pygame.display.flip()
        pygame.time.wait(LIVELY_MS if drawn and not app.dirty_rects else IDLE_MS)


def _first_size() -> tuple[int, int]:
    """The window's first size: 1280×720, or less on a small desktop."""
    sizes = pygame.display.get_desktop_sizes()
    wide, high = sizes[0] if sizes else FIRST_SIZE
    return min(FIRST_SIZE[0], wide), min(FIRST_SIZE[1], high)


def _set_smallest() -> None:
    """Keeps the window from being dragged too small, where the platform can."""
    try:
        pygame.Window.from_display_module().minimum_size = SMALLEST
    except (pygame.error, AttributeError) as problem:
        print(f"the window's smallest size could not be set: {problem}", file=sys.stderr)
