"""Hands that do anything at all to the window: keys, clicks, wheel, odd text, any size, any setting, by a seed.

    python -m tests.window.restless [EVENTS] [--seed N]

Prints how many events were answered and on how many screens, how many choices the journals tell of, and what was not
foreseen: a crash kept by the last net, a choice that the window took and no journal tells of. Leaves with 1 for that.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pygame

from game import locations
from game.play.journal import read_journal
from game.window.preferences import Preferences
from game.window.screens.play_screen import PlayScreen
from game.window.toolkit.theme import THEMES
from tests.window.drive import SAMPLE, Driver, a_context

KEYS = (
    pygame.K_RETURN, pygame.K_RETURN, pygame.K_RETURN, pygame.K_SPACE, pygame.K_SPACE, pygame.K_TAB, pygame.K_TAB,
    pygame.K_ESCAPE, pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_PAGEDOWN, pygame.K_PAGEUP,
    pygame.K_HOME, pygame.K_END, pygame.K_BACKSPACE, pygame.K_DELETE, pygame.K_F1, pygame.K_F5, pygame.K_F9,
    pygame.K_F11, pygame.K_1, pygame.K_2, pygame.K_3, pygame.K_4, pygame.K_h, pygame.K_l, pygame.K_s, pygame.K_p,
)  # fmt: skip
MODS = (0, 0, 0, 0, pygame.KMOD_SHIFT, pygame.KMOD_CTRL, pygame.KMOD_ALT)
TEXTS = ("a", "Ana", "ü", "שלום", "名", "😀", "\u202e", "\x00", " ", "7", "-", "e\u0301")  # fmt: skip
SIZES = ((1, 1), (7, 900), (320, 240), (800, 600), (1280, 720), (430, 900), (1920, 1080), (2560, 90))


@dataclass(slots=True)
class Restless:
    """What came of restless hands."""

    events: int = 0
    screens: Counter[str] = field(default_factory=Counter)
    choices: int = 0  # that journals tell of
    opened: int = 0  # how often the window was opened
    faults: list[str] = field(default_factory=list)


def restless(folder: Path, events: int, seed: int) -> Restless:
    """Returns what came of so many events; everything is kept under `folder`, which is also where it runs."""
    rng, found = random.Random(seed), Restless()
    taken: set[tuple[str, tuple[str, ...]]] = set()
    library = {"sample": SAMPLE, "saturday-friend": locations.find("saturday-friend")}
    here = Path.cwd()
    os.chdir(folder)  # whatever is typed into a field for a folder stays in there
    try:
        while found.events < events:
            found.opened += 1
            driver = Driver(a_context(folder, scenarios=library), rng.choice(SIZES[2:]))
            try:
                _play(driver, rng, events, found, taken)
            finally:
                driver.app.aloud.close()
                driver.app.sounds.close()
    finally:
        os.chdir(here)
    _compare(folder, taken, found)
    return found


def _play(
    driver: Driver, rng: random.Random, events: int, found: Restless, taken: set[tuple[str, tuple[str, ...]]]
) -> None:
    """Gives one window its events, and remembers each play with the choices that it took."""
    while driver.app.running and found.events < events:
        rng.choice(HANDS)(driver, rng)
        found.events += 1
        found.screens[driver.screen] += 1
        _look_for_a_crash(driver.app.context.plays.home, found)
        if isinstance(driver.app.top, PlayScreen) and (path := driver.app.top.session.journal_path):
            taken.add((path.stem, driver.app.top.session.chosen))


def _key(driver: Driver, rng: random.Random) -> None:
    driver.key(rng.choice(KEYS), rng.choice(MODS))


def _part(driver: Driver, rng: random.Random) -> None:
    """Presses something that can be pressed; what ends the window, only now and then."""
    keys = [key for key in driver.keys if key != "Quit" or rng.random() < 0.05]
    if not keys:
        return
    pane, widget = driver.find(rng.choice(keys))
    driver.click(widget.rect.move(pane.rect.x, pane.rect.y - round(pane.scroll)).center)


def _anywhere(driver: Driver, rng: random.Random) -> None:
    wide, high = driver.app.surface.get_size()
    driver.click((rng.randint(-5, wide + 5), rng.randint(-5, high + 5)))


def _wheel(driver: Driver, rng: random.Random) -> None:
    driver.wheel(rng.randint(-30, 30))


def _text(driver: Driver, rng: random.Random) -> None:
    pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=rng.choice(TEXTS) * rng.choice((1, 1, 1, 300))))
    driver.pump()
    driver.wait()


def _size(driver: Driver, rng: random.Random) -> None:
    if rng.random() < 0.2:
        driver.resize(rng.choice(SIZES))


def _settings(driver: Driver, rng: random.Random) -> None:
    if rng.random() < 0.2:
        wished: Preferences = replace(
            driver.app.preferences,
            text_scale=rng.choice((1.0, 1.5, 2.0)), theme=rng.choice(sorted(THEMES)),
            motion=rng.random() < 0.5, language=rng.choice(("en", "es")),
        )  # fmt: skip
        driver.app.prefer(wished)
        driver.wait()


def _time(driver: Driver, rng: random.Random) -> None:
    driver.wait(rng.choice((0.0, 0.01, 1.0, 3600.0)))


HANDS: tuple[Callable[[Driver, random.Random], None], ...] = (
    _key, _key, _key, _key, _part, _part, _part, _anywhere, _wheel, _text, _size, _settings, _time,
)  # fmt: skip


def _look_for_a_crash(home: Path, found: Restless) -> None:
    """Notes what the last net caught, each kind once."""
    crash = home / "crash.txt"
    if crash.exists():
        told = crash.read_text("utf-8")
        found.faults += [] if told in found.faults else [told]
        crash.unlink()


def _compare(folder: Path, taken: set[tuple[str, tuple[str, ...]]], found: Restless) -> None:
    """Holds what the window took against what the journals tell."""
    told: dict[str, tuple[str, ...]] = {}
    for path in folder.rglob("*.jsonl"):
        told[path.stem] = tuple(event.option for event in read_journal(path).choices)
    found.choices = sum(map(len, told.values()))
    for name, chosen in sorted(taken):
        if name in told and told[name][: len(chosen)] != chosen:  # a journal that was erased in the window is gone
            found.faults.append(f"{name}: the window took {chosen}, the journal tells {told[name]}")


def main() -> None:
    """Prints the figures; leaves with 1 for what was not foreseen."""
    parser = argparse.ArgumentParser()
    parser.add_argument("events", nargs="?", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = restless(Path(folder), asked.events, asked.seed)
    print(f"{found.events:,} events, {len(found.screens)} screens, {found.opened} windows, {found.choices:,} choices")
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB; faults: {len(found.faults)}")
    print(*found.faults, sep="\n")
    sys.exit(1 if found.faults else 0)


if __name__ == "__main__":
    main()
