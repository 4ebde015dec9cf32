"""The whole of a scenario in a real window, by one hand at a time: `python -m tests.window.hands OUTDIR HAND…`.

Needs Xvfb and xdotool. The game runs its own loop on a real X display. Keys and the mouse come from xdotool, as they
would from a person; fingers and gamepad buttons, for which there is no device here, are posted into the window's event
queue. A hand sees what a player sees (what can be pressed, and where it is on the screen) and nothing else.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pygame

from game import locations
from game.play.journal import read_journal
from game.window.app import App
from game.window.context import AppContext
from game.window.loop import run
from game.window.screens.conversation import ConversationScreen
from game.window.toolkit.page import Pane
from game.window.toolkit.widgets import Widget
from tests.window.display import a_display
from tests.window.drive import ROOT, a_context

SCENARIO = "saturday-friend"
SIZES = {"keyboard": (1280, 720), "mouse": (800, 600), "touch": (1280, 720), "gamepad": (800, 600)}
MOST_STEPS = 6000


class Hand(Protocol):
    """A way to reach things; each method gives one input a step, and waits in between."""

    def press(self, app: App, key: str) -> Iterator[None]:
        """Presses the part with this name."""


def where(app: App, key: str) -> tuple[Pane, Widget, pygame.Rect]:
    """A part that can be pressed, its column, and its place on the screen."""
    pane, widget = next((pane, part) for pane, part in app.top.page.focusables() if part.key == key)
    return pane, widget, widget.rect.move(pane.rect.x, pane.rect.y - round(pane.scroll))


def in_view(pane: Pane, at: pygame.Rect) -> pygame.Rect | None:
    """The part of it that can be seen, when that is enough to press."""
    shown = at.clip(pane.rect)
    return shown if shown.height >= min(at.height, 30) else None


def xdo(*words: str) -> None:
    """A real key or a real mouse."""
    subprocess.run(["xdotool", *words], check=True, stdout=subprocess.DEVNULL)


class Keyboard:
    """Tab and Enter, and the digits for options."""

    def press(self, app: App, key: str) -> Iterator[None]:
        if key.startswith("choice-"):
            xdo("key", key.removeprefix("choice-"))
            return
        while app.top.page.focus_key != key:
            xdo("key", "Tab")
            yield
        xdo("key", "Return")


class Mouse:
    """A pointer, its button and its wheel."""

    def press(self, app: App, key: str) -> Iterator[None]:
        pane, _, at = where(app, key)
        while in_view(pane, at) is None:
            xdo("mousemove", str(pane.rect.centerx), str(pane.rect.centery))
            yield
            xdo("click", "5" if at.centery > pane.rect.centery else "4")
            yield
            pane, _, at = where(app, key)
        spot = (in_view(pane, at) or at).center
        xdo("mousemove", str(spot[0]), str(spot[1]))
        yield
        xdo("click", "1")


class Touch:
    """One finger that taps and drags."""

    def press(self, app: App, key: str) -> Iterator[None]:
        pane, _, at = where(app, key)
        while in_view(pane, at) is None:
            middle, way = pane.rect.center, -1 if at.centery > pane.rect.centery else 1
            self._finger(app, pygame.FINGERDOWN, middle)
            for step in range(1, 6):
                self._finger(app, pygame.FINGERMOTION, (middle[0], middle[1] + way * step * pane.rect.height // 14))
                yield
            self._finger(app, pygame.FINGERUP, (middle[0], middle[1] + way * 5 * pane.rect.height // 14))
            yield
            pane, _, at = where(app, key)
        spot = (in_view(pane, at) or at).center
        self._finger(app, pygame.FINGERDOWN, spot)
        yield
        self._finger(app, pygame.FINGERUP, spot)

    def _finger(self, app: App, kind: int, at: tuple[int, int]) -> None:
        wide, high = app.surface.get_size()
        pygame.event.post(pygame.event.Event(kind, x=at[0] / wide, y=at[1] / high, finger_id=7, touch_id=1))


class Gamepad:
    """The cross and its A button."""

    def press(self, app: App, key: str) -> Iterator[None]:
        while app.top.page.focus_key != key:
            self._button(pygame.CONTROLLER_BUTTON_DPAD_DOWN)
            yield
        self._button(pygame.CONTROLLER_BUTTON_A)

    def _button(self, button: int) -> None:
        pygame.event.post(pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=button, instance_id=0))
        pygame.event.post(pygame.event.Event(pygame.CONTROLLERBUTTONUP, button=button, instance_id=0))


HANDS: dict[str, Hand] = {"keyboard": Keyboard(), "mouse": Mouse(), "touch": Touch(), "gamepad": Gamepad()}


class Played(App):
    """The app with somebody sitting at it, who does one thing every few frames."""

    name = ""
    out = Path()

    def __init__(self, context: AppContext, surface: pygame.Surface) -> None:
        super().__init__(context, surface)
        self.hand, self.dice = HANDS[self.name], random.Random(self.name)
        self.doing = self._play()
        self.frames = self.steps = self.shots = 0

    def update(self, dt: float) -> None:
        super().update(dt)
        self.frames += 1
        if self.frames % 3 or self.top.age < 0.25 or not self.running:
            return
        self.steps += 1
        assert self.steps < MOST_STEPS, f"{self.name} is stuck at {type(self.top).__name__}"
        next(self.doing, None)

    def _press(self, key: str) -> Iterator[None]:
        assert any(part.key == key for _, part in self.top.page.focusables()), f"no {key} on {type(self.top).__name__}"
        before, stood = self.top, self.top.page.panes
        yield from self.hand.press(self, key)
        for _ in range(40):  # until it was answered
            yield
            if self.top is not before or self.top.page.panes is not stood or not self.running:
                return

    def _shoot(self, what: str) -> None:
        self.shots += 1
        pygame.image.save(self.surface, str(self.out / f"{self.name}-{self.shots:02}-{what}.png"))

    def _play(self) -> Iterator[None]:
        """From the title through the whole conversation to the debrief, and out."""
        yield from self._press("Play")
        yield from self._press(SCENARIO)
        self._shoot("briefing")
        yield from self._press("Begin")
        while type(self.top).__name__ != "DebriefScreen":
            match type(self.top).__name__:
                case "ConversationScreen":
                    assert isinstance(self.top, ConversationScreen)
                    open_ones = [n for n, offer in enumerate(self.top.offers, 1) if offer.locked is None]
                    if open_ones:
                        self._shoot("decision")
                        yield from self._press(f"choice-{self.dice.choice(open_ones)}")
                    else:
                        yield from self._press("Continue")
                case "OwnWordsScreen":
                    yield from self._press("See the options")
                case "ReflectionScreen":
                    yield from self._press("See the debrief")
                case "FeedbackScreen":
                    yield from self._press("Continue")
                case other:
                    raise AssertionError(f"{self.name} does not know its way at {other}")
        self._shoot("debrief")
        yield from self._press("Next turn")
        yield from self._press("All scenarios")
        yield from self._press("Title")
        yield from self._press("Quit")


def play(name: str, out: Path) -> str:
    """Plays with one hand, and says what is in the journal afterwards."""
    with tempfile.TemporaryDirectory() as folder, a_display(SIZES[name]):
        files = {SCENARIO: locations.scenario_files()[SCENARIO]}
        context = a_context(Path(folder), scenarios=files, assets=ROOT / "assets")
        Played.name, Played.out = name, out
        assert run(context, Played) == 0
        journal = read_journal(next((Path(folder) / "logs").rglob("*.jsonl")))
    assert journal.finished is not None
    return f"{name} alone at {SIZES[name]}: {len(journal.choices)} choices, ending {journal.finished.ending}"


def main(out: Path, names: list[str]) -> None:
    """Plays with each hand in a process of its own (SDL keeps to one display)."""
    out.mkdir(parents=True, exist_ok=True)
    if len(names) == 1:
        print(play(names[0], out), flush=True)
        return
    for name in names or HANDS:
        subprocess.run([sys.executable, "-m", "tests.window.hands", str(out), name], check=True, env=os.environ)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
