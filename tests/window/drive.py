"""Drives the real app without a display: events go through pygame's queue, time through `update(dt)`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import TypeVar

from tests.support.patience import PATIENCE

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from game.app.library import Library
from game.app.plays import Plays
from game.debrief.wanted import Wanted
from game.play.session import Session
from game.rubric import load as rubric_load
from game.rubric.model import Rubric
from game.scenario import load
from game.scenario.model import Scenario
from game.story.engine import Offer
from game.window.app import App
from game.window.context import AppContext
from game.window.screens.screen import Screen
from game.window.stage.reading import LineProgress
from game.window.toolkit.page import Pane
from game.window.toolkit.widgets import Widget
from game.words import _

T = TypeVar("T", bound=Screen)
HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SAMPLE = HERE / "sample.yaml"
RUBRIC = ROOT / "scenarios" / "rubric.yaml"
SIZES = ((800, 600), (1280, 720), (1920, 1080))


class Clock:
    """A clock that goes on by one second whenever it is read."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 1, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


class FakeDebrief:
    """Stands in for the making of a class's page: reads 12 of 30 files, then waits to be let on."""

    def __init__(self, pages: int = 1, problem: Exception | None = None, notes: Sequence[str] = ()) -> None:
        self.pages, self.problem, self.notes = pages, problem, notes
        self.reached, self.let_on, self.left = Event(), Event(), Event()
        self.wanted: Wanted | None = None

    def __call__(
        self, folder: Path, wanted: Wanted, progress: Callable[[int, int], None], say: Callable[[str], None]
    ) -> tuple[Path, ...]:
        self.wanted = wanted
        try:
            for note in self.notes:
                say(note)
            progress(12, 30)
            self.reached.set()
            assert self.let_on.wait(PATIENCE)
            progress(30, 30)
            if self.problem:
                raise self.problem
            return tuple(folder / f"debrief-{n}.html" for n in range(self.pages))
        finally:
            self.left.set()


def the_rubric() -> Rubric:
    return rubric_load.usable(rubric_load.load_file(RUBRIC))


def the_sample() -> Scenario:
    return load.playable(load.load_file(SAMPLE, the_rubric().moves))


def a_context(folder: Path, **wished: object) -> AppContext:
    """A context that keeps everything under `folder`; the library is the sample unless told otherwise."""
    library = Library(
        wished.pop("scenarios", {"sample": SAMPLE}),  # type: ignore[arg-type]
        cache=wished.pop("cache", None),  # type: ignore[arg-type]
    )
    about_plays = {field.name for field in fields(Plays)} & set(wished)
    plays: dict[str, object] = {"logs": folder / "logs", "seed": lambda: 7, "clock": Clock()}
    plays |= {name: wished.pop(name) for name in about_plays - {"player"}}
    given: dict[str, object] = {
        "plays": Plays(library, folder / "config", **plays),  # type: ignore[arg-type]
        "assets": ROOT / "assets",
        "config": folder / "config" / "settings.json",
        "debrief": FakeDebrief(),
        "browse": lambda address: False,
        "zips": folder,
        "patience": PATIENCE,
    }
    return AppContext(**(given | wished))  # type: ignore[arg-type]


class Driver:
    """A player with a keyboard and a mouse, and eyes for what stands on the screen."""

    def __init__(
        self, context: AppContext, size: tuple[int, int] = (1280, 720),
        make: Callable[[AppContext, pygame.Surface], App] = App,
    ) -> None:  # fmt: skip
        pygame.display.init()
        pygame.font.init()
        surface = pygame.display.set_mode(size, pygame.RESIZABLE)
        pygame.event.clear()
        self.draws = True
        self.app = make(context, surface)
        self.app.start()
        self.wait()

    # ── time and events ──────────────────────────────────────────────────────────────────────────────

    def pump(self) -> None:
        """Lets the app answer everything in the queue."""
        for event in pygame.event.get():
            self.app.process(event)

    def wait(self, seconds: float = 0.25) -> None:
        """Lets time pass, and draws what changed."""
        self.app.update(seconds)
        if self.draws:
            self.app.draw()

    def key(self, key: int, mod: int = 0) -> None:
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode="", scancode=0))
        pygame.event.post(pygame.event.Event(pygame.KEYUP, key=key, mod=mod, unicode="", scancode=0))
        self.pump()
        self.wait()

    def type(self, words: str) -> None:
        for character in words:
            code = pygame.key.key_code(character) if character.isalnum() else pygame.K_SPACE
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=character, scancode=0))
            pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=character))
        self.pump()
        self.wait()

    def click(self, at: tuple[int, int]) -> None:
        pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
        pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
        pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=1))
        self.pump()
        self.wait()

    def wheel(self, down: int) -> None:
        pygame.event.post(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-down, precise_y=-float(down), flipped=False))
        self.pump()
        self.wait()

    def resize(self, size: tuple[int, int]) -> None:
        pygame.display.set_mode(size, pygame.RESIZABLE)
        pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, w=size[0], h=size[1], size=size))
        self.pump()
        self.wait()

    # ── eyes ─────────────────────────────────────────────────────────────────────────────────────────

    @property
    def screen(self) -> str:
        """The name of the screen on top, without `Screen`."""
        return type(self.app.top).__name__.removesuffix("Screen")

    @property
    def session(self) -> Session:
        """The play on the screen."""
        session = getattr(self.app.top, "session", None)
        assert isinstance(session, Session), f"there is no play on the {self.screen} screen"
        return session

    @property
    def reading(self) -> LineProgress:
        """What is being read on the screen."""
        reading = getattr(self.app.top, "reading", None)
        assert isinstance(reading, LineProgress), f"nothing is read on the {self.screen} screen"
        return reading

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What can be chosen on the screen; nothing where there is nothing yet."""
        return tuple(getattr(self.app.top, "offers", ()))

    def at(self, screen: type[T]) -> T:
        """The screen on top, which must be of this kind."""
        assert isinstance(self.app.top, screen), f"this is the {self.screen} screen"
        return self.app.top

    @property
    def keys(self) -> list[str]:
        """The names of everything that can be pressed, in reading order."""
        return [widget.key for _, widget in self.app.top.page.focusables()]

    @property
    def focus(self) -> str:
        return self.app.top.page.focus_key

    def words(self) -> str:
        """Everything written on the top screen."""
        return "\n".join(line for _, widget in self.widgets() for line, _ in widget.written())

    def widgets(self) -> Iterator[tuple[Pane, Widget]]:
        for pane in self.app.top.page.panes:
            for widget in pane.root.walk():
                yield pane, widget

    def find(self, key: str) -> tuple[Pane, Widget]:
        return next((pane, widget) for pane, widget in self.app.top.page.focusables() if widget.key == key)

    # ── hands ────────────────────────────────────────────────────────────────────────────────────────

    def go_to(self, key: str) -> None:
        """Moves the focus with Tab until it stands on a part, named by its key or by its English label."""
        key = key if key in self.keys else _(key)
        for _step in range(len(self.keys) + 1):
            if self.focus == key:
                return
            self.key(pygame.K_TAB)
        raise AssertionError(f"Tab never reaches {key}; there are {self.keys}")

    def enter(self, key: str) -> None:
        """Reaches a part with Tab and presses Enter; through the menu, where the quiet buttons are folded into it."""
        if "menu" in self.keys and not {key, _(key)} & set(self.keys):
            self.enter("menu")
        self.go_to(key)
        self.key(pygame.K_RETURN)

    def press(self, key: str) -> None:
        """Clicks a part with the mouse, turning the wheel over its column until it is in view."""
        pane, widget = self.find(key)
        for _turn in range(300):
            at = widget.rect.move(pane.rect.x, pane.rect.y - round(pane.scroll))
            shown = at.clip(pane.rect)
            if shown.height >= min(at.height, 30):
                self.click(shown.center)
                return
            pygame.mouse.set_pos(pane.rect.center)
            self.wheel(1 if at.centery > pane.rect.centery else -1)
        raise AssertionError(f"{key} cannot be brought into view")
