"""How soon a saved file of 100 nodes stands on the screen again in the preview.

    python -m benchmarks.preview

Saves a generated file over and over beside a window that previews it, in the loop that the window runs, and takes the
time from the save to the first picture of the new version. Beside it, measured in turn: a bare parse of the same file
by libyaml's loader, which is the least that any reload must do. The clock counts other work on the machine too, and
the two looks at the file, 33 ms apart, that tell a saving is over. Without a display, SDL's dummy driver stands in
(the pictures are drawn all the same): `xvfb-run -a` gives it a real one.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
if sys.platform.startswith("linux") and "DISPLAY" not in os.environ:
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame
import yaml

from benchmarks.generate import long_walk
from benchmarks.usage import given
from game import locations
from game.app.library import Library
from game.app.plays import Plays
from game.author.preview import Preview
from game.rubric.load import load_file, usable
from game.window.context import AppContext
from game.window.loop import IDLE_MS, LIVELY_MS
from game.window.screens.preview import PreviewApp

DECISIONS = 100
TURNS = 50  # choices made before the first save, all of them replayed at each reload
RUNS = 21

Took = tuple[float, float]  # milliseconds by the clock, and of CPU


def main() -> None:
    """Prints the figures as a Markdown table."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "long-walk.yaml"
        text = long_walk(DECISIONS)
        file.write_text(text, encoding="utf-8")
        app = _window(file, Path(folder))
        _until(app, lambda: False, frames=60)  # the first proofs are over
        ours, bare = list[Took](), list[Took]()
        for run in range(RUNS):
            ours.append(_save(app, file, text.replace("Room 50.", f"Room 50, painted {run}.")))
            bare.append(_took(lambda: yaml.load(file.read_bytes(), yaml.CSafeLoader)))
            _until(app, lambda: False, frames=30)
        pygame.quit()
    print(f"{DECISIONS} nodes ({len(text) // 1024} KiB), {TURNS} choices replayed, 1280×720, {RUNS} savings:\n")
    print("| milliseconds, medians | save to repaint | a bare parse | ratio |\n| --- | ---: | ---: | ---: |")
    for name, index in (("by the clock", 0), ("of CPU", 1)):
        mine, theirs = (statistics.median(run[index] for run in runs) for runs in (ours, bare))
        print(f"| {name} | {mine:.0f} | {theirs:.0f} | {mine / theirs:.1f} |")


def _window(file: Path, folder: Path) -> PreviewApp:
    """A window that previews the file in the middle of a play."""
    pygame.display.init()
    pygame.font.init()
    surface = pygame.display.set_mode((1280, 720), pygame.RESIZABLE)
    rubric = usable(load_file(locations.RUBRIC))
    context = AppContext(Plays(Library({}), folder, None, seed=lambda: 0), locations.ASSETS, folder / "settings.json")
    choices = tuple(f"o-{turn}-0" for turn in range(TURNS))
    app = PreviewApp(context, surface, Preview(file, rubric, choices))
    app.start()
    return app


def _save(app: PreviewApp, file: Path, text: str) -> Took:
    """What it took from the saving of a text to the first picture that shows it."""
    before = app.author.exact
    file.write_text(text, encoding="utf-8")
    return _took(lambda: _until(app, lambda: app.author.exact is not before))


def _took(work: Callable[[], object]) -> Took:
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000


def _until(app: PreviewApp, done: Callable[[], bool], frames: int = 1000) -> None:
    """Runs the window's loop until a picture is drawn with `done` true, or for so many frames."""
    for _ in range(frames):
        for event in pygame.event.get():
            app.process(event)
        app.update(IDLE_MS / 1000)
        drawn = app.draw()
        if drawn:
            pygame.display.flip()
            if done():
                return
        pygame.time.wait(LIVELY_MS if drawn else IDLE_MS)


if __name__ == "__main__":
    given(__doc__)
    main()
