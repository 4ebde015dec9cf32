"""The window opened, and its loop: one event pump that rests between the pictures."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable
from importlib import import_module
from threading import Thread

import pygame

from game.errors import GameError
from game.window.app import App
from game.window.context import AppContext
from game.window.full_screen import set_smallest, the_window
from game.window.input import pads
from game.window.memory import keep_small
from game.window.toolkit import text
from game.window.toolkit.emblem import emblem
from game.window.toolkit.theme import CALM
from game.window.voice import screen_reader as access

FIRST_SIZE = (1280, 720)
LIVELY_MS, IDLE_MS = 16, 33
FROM_THE_PLAYER = (
    pygame.KEYDOWN,
    pygame.TEXTINPUT,
    pygame.MOUSEBUTTONDOWN,
    pygame.MOUSEBUTTONUP,
    pygame.MOUSEWHEEL,
    pygame.FINGERDOWN,
    pygame.FINGERUP,
    pygame.CONTROLLERBUTTONDOWN,
)


class NoDisplay(GameError):
    """There is no display to open a window on."""


def run(context: AppContext, make: Callable[[AppContext, pygame.Surface], App] = App) -> int:
    """Returns the exit code, 0, once the player has left; opens the window and loops. Raises NoDisplay where it
    cannot."""
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
    set_smallest()
    app = make(context, surface)
    app.access = access.attach("Equal Footing")  # a screen reader has to know a window before it shows
    app.start()
    the_window().show()
    app.full_screen.follow(app.preferences.full_screen)
    end_on_signals(app)
    try:
        _loop(app)
        if app.left:
            from game.window.screens.leave import told_where

            print(told_where(app.left))
    finally:
        app.aloud.close()
        app.sounds.close()
        text.forget()
        pygame.quit()
    return 0


def end_on_signals(app: App) -> None:
    """Lets the system's wish to end (a log-out, `kill`, Ctrl-C where the game was started) end the game quietly."""
    for name in ("SIGTERM", "SIGHUP", "SIGINT", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda _number, _frame: app.end())


def _loop(app: App) -> None:
    """Runs until the player leaves."""
    before = pygame.time.get_ticks()
    first = True
    while app.running:
        answer(app, pygame.event.get())
        now = pygame.time.get_ticks()
        app.update(passed(app, now - before))
        before = now
        drawn = app.draw()
        if app.unseen:  # what was pressed while a screen was made ready was not meant for it
            pygame.event.clear(FROM_THE_PLAYER)
            app.unseen = False
        if app.dirty_rects:
            pygame.display.update(app.dirty_rects)
        elif drawn:
            pygame.display.flip()
        if first:  # the title stands there: gamepads are looked for, and the other screens imported
            first = False
            keep_small()
            pads.open_all()
            Thread(target=import_module, args=("game.window.routes",), daemon=True).start()
        pygame.time.wait(LIVELY_MS if drawn and not app.dirty_rects else IDLE_MS)


def answer(app: App, events: Iterable[pygame.event.Event]) -> None:
    """Lets the app answer events, but for what the player did before a new screen could be seen."""
    for event in events:
        if not (app.unseen and event.type in FROM_THE_PLAYER):
            app.process(event)


def passed(app: App, milliseconds: int) -> float:
    """Returns the seconds that pass for the screen on top: none before it can be seen, however long it took to make."""
    return 0.0 if app.unseen else milliseconds / 1000


def _first_size() -> tuple[int, int]:
    """Returns the window's first size: 1280×720, or less on a small desktop."""
    sizes = pygame.display.get_desktop_sizes()
    wide, high = sizes[0] if sizes else FIRST_SIZE
    return min(FIRST_SIZE[0], wide), min(FIRST_SIZE[1], high)
