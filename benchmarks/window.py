"""How soon the window shows its first frame, and what it costs while nobody touches it: the title, and a conversation
whose person lives or keeps still.

    python -m benchmarks.window

Runs the real window on a real display (under Xvfb where there is none: `xvfb-run -a python -m benchmarks.window`),
beside a bare pygame window with the plainest loop, measured in turn with it. CPU seconds, medians.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.usage import given

RUNS = 5
IDLE_SECONDS = 8
ROOT = Path(__file__).parent.parent

# Both print the CPU seconds until the first frame, and those of the idle seconds that follow after one to settle.
CLOCK = """
import sys, time
IDLE = float(sys.argv[1])
class Clock:
    first = settled = None
    def seen(self):
        if self.first is None:
            self.first, self.at = time.process_time(), time.monotonic()
    def over(self):
        now = time.monotonic()
        if self.settled is None and now >= self.at + 1:
            self.settled = time.process_time()
        return now >= self.at + 1 + IDLE
    def said(self):
        print(self.first, time.process_time() - self.settled, end=" ")
clock = Clock()
"""
OURS = """
import gc
gc.set_threshold(50000)  # as main.py does
from pathlib import Path
import pygame
from game import locations
from game.app.library import Library
from game.app.plays import Plays
from game.window import app, loop
from game.window.context import AppContext
from game.window.preferences import Preferences, save
flip = pygame.display.flip
def shown():
    flip()
    clock.seen()
pygame.display.flip = shown
class Timed(app.App):
    drawn_at = ()
    def start(self):
        super().start()
        if sys.argv[3] != "title":
            from benchmarks.pages import begin, in_a_room
            begin(self, in_a_room(self.context))
    def draw(self):
        drawn = super().draw()
        if drawn:
            self.drawn_at += (time.monotonic(),)
        elif clock.over():
            clock.said()
            print(sum(at > clock.at + 1 for at in self.drawn_at))
            self.running = False
        return drawn
wished = Preferences(reveal="at-once", motion=sys.argv[3] == "alive")
folder = Path(sys.argv[2])
save(wished, folder / "settings.json")
plays = Plays(Library(), folder, folder / "logs", seed=lambda: 1)
loop.run(AppContext(plays, locations.ASSETS, folder / "settings.json"), Timed)
"""
BARE = """
import pygame
pygame.display.init()
pygame.font.init()
surface = pygame.display.set_mode((1280, 720), pygame.RESIZABLE)
surface.fill("white")
pygame.display.flip()
clock.seen()
while not clock.over():
    pygame.event.get()
    pygame.time.wait(33)
clock.said()
print(0)
"""


def main() -> None:
    """Prints the figures as a Markdown table."""
    runs: dict[str, list[tuple[float, ...]]] = {what: [] for what in ("title", "still", "alive", "bare")}
    for _ in range(RUNS):
        for what, found in runs.items():
            found.append(_run(BARE if what == "bare" else OURS, what))
    soon = {what: statistics.median(run[0] for run in found) for what, found in runs.items()}
    idle = {what: statistics.median(run[1] for run in found) / IDLE_SECONDS * 100 for what, found in runs.items()}
    print("| what | ours | a bare pygame window | ratio |\n| --- | ---: | ---: | ---: |")
    print(_row("CPU seconds to the first picture (title, 1280×720)", soon["title"], soon["bare"]))
    print(_row("idle CPU, percent of one core: the title", idle["title"], idle["bare"]))
    print(_row("a conversation, pictures keep still", idle["still"], idle["bare"]))
    print(_row("a conversation, its person breathes and blinks", idle["alive"], idle["bare"]))
    drawn = {what: max(int(run[2]) for run in found) for what, found in runs.items()}
    print(
        f"\nPictures drawn in {IDLE_SECONDS} idle seconds: {drawn['title']} on the title, {drawn['still']} of a person "
        f"who keeps still, {drawn['alive']} small ones of a person who lives."
    )


def _row(what: str, ours: float, bare: float) -> str:
    return f"| {what} | {ours:.2f} | {bare:.2f} | {ours / max(bare, 0.01):.1f} |"


def _run(script: str, what: str) -> tuple[float, ...]:
    """CPU seconds to the first frame, CPU seconds while idle, and pictures drawn while idle."""
    with tempfile.TemporaryDirectory() as folder:
        answer = subprocess.run(
            [sys.executable, "-c", CLOCK + script, str(IDLE_SECONDS), folder, what],
            cwd=ROOT,
            env={**os.environ, "PYGAME_HIDE_SUPPORT_PROMPT": "1", "SDL_FRAMEBUFFER_ACCELERATION": "0"},
            capture_output=True,
            text=True,
            check=True,
        )
    return tuple(float(figure) for figure in answer.stdout.split())


if __name__ == "__main__":
    given(__doc__)
    main()
