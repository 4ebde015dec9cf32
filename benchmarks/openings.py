"""How soon the library and a debrief stand there: CPU seconds from the command to the picture, in a fresh window.

    python -m benchmarks.openings

Each in a process of its own with a display of its own kind (`SDL_VIDEODRIVER=dummy` where there is none). Nothing kept
yet is a home as on the first day; warm is every start after it; again is the second time in the same window. The first
picture may say that something is on its way; usable is when all that can be pressed stands there. By the clock the
figures hang on what else the machine does; CPU seconds do less.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.usage import given

RUNS = 3
ROOT = Path(__file__).parent.parent
SCRIPT = """
import sys, time
from pathlib import Path
import pygame
from game import locations
from game.app.library import Library
from game.app.plays import Plays
from game.play.events import Mode
from game.window import routes  # as it stands a moment after the title
from game.window.app import App
from game.window.context import AppContext
from game.window.destinations import ToLibrary, ToLookAgain
folder = Path(sys.argv[1])
plays = Plays(Library(cache=folder / "cache"), folder, folder / "logs", seed=lambda: 1)
if sys.argv[2] == "play":
    from game.rubric.archetypes import player
    from game.testing import on
    session = plays.begin(plays.library.scenario("saturday-friend"), Mode.ASSESS)
    pick = player(plays.library.rubric, "wall")
    while session.ending is None:
        on(session).choose(pick([offer.option for offer in session.offers() if offer.locked is None]).id)
        on(session)
    session.reflect([])
    sys.exit()
pygame.display.init()
pygame.font.init()
app = App(AppContext(plays, locations.ASSETS, folder / "settings.json"), pygame.display.set_mode((1280, 720)))
app.start()
app.draw()
def opened(destination):
    clock, own, cpu = time.perf_counter(), time.thread_time(), time.process_time()
    app.go(destination)
    app._settle()
    app.draw()
    first, own = time.perf_counter() - clock, time.thread_time() - own
    while type(app.top).__name__ == "WaitingScreen" or getattr(app.top, "_reading", None):
        app.update(0.016)
        app._settle()
        app.draw()
        time.sleep(0.016)
    print(first, own, time.process_time() - cpu, end=" ")
for destination in (ToLibrary(), ToLookAgain(next((folder / "logs").glob("*.jsonl")))):
    opened(destination)
    opened(destination)
"""


def main() -> None:
    """Prints the figures as a Markdown table."""
    cold, warm = [], []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as folder:
            _run(folder, "play")
            for kept in (Path(folder) / "cache").glob("*"):
                kept.unlink()
            cold.append(_run(folder, "open"))
            warm.append(_run(folder, "open"))
    head = "| what | first picture, s by the clock | CPU s of the window's thread until then | usable, CPU s of all |"
    print(head + "\n| --- | ---: | ---: | ---: |")
    for name, at in (("the library", 0), ("a debrief, looked at again", 6)):
        for what, runs, more in (("nothing kept yet", cold, 0), ("warm", warm, 0), ("again, same window", warm, 3)):
            figures = [statistics.median(run[at + more + n] for run in runs) for n in range(3)]
            print(f"| {name}, {what} | " + " | ".join(f"{figure:.3f}" for figure in figures) + " |")


def _run(folder: str, what: str) -> list[float]:
    as_usual = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}  # compiled code
    answer = subprocess.run(
        [sys.executable, "-c", SCRIPT, folder, what],
        cwd=ROOT,
        env={"SDL_VIDEODRIVER": "dummy", **as_usual, "PYGAME_HIDE_SUPPORT_PROMPT": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return [float(figure) for figure in answer.stdout.split()]


if __name__ == "__main__":
    given(__doc__)
    main()
