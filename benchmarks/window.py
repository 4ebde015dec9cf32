"""How soon the window shows its first frame, and what it costs while nobody touches it.

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

RUNS = 5
IDLE_SECONDS = 8
ROOT = Path(__file__).parent.parent

# Both print the CPU seconds until the first frame, and those of the idle seconds that follow after one to settle.
CLOCK = """
import sys, time
IDLE = float(sys.argv[1])
class Clock:
    first = settled = None
    def over(self):
        now = time.monotonic()
        if self.first is None:
            self.first, self.at = time.process_time(), now
        if self.settled is None and now >= self.at + 1:
            self.settled = time.process_time()
        return now >= self.at + 1 + IDLE
    def said(self):
        print(self.first, time.process_time() - self.settled, end=" ")
clock = Clock()
"""
OURS = """
from pathlib import Path
from game import library
from game.rubric.load import load_file, usable
from game.window import app
from game.window.context import AppContext
class Timed(app.App):
    drawn_at = ()
    def draw(self):
        drawn = super().draw()
        if drawn:
            self.drawn_at += (time.monotonic(),)
        elif clock.over():
            clock.said()
            print(sum(at > clock.at + 1 for at in self.drawn_at))
            self.quit()
        return drawn
app.App = Timed
folder = Path(sys.argv[2])
app.run(AppContext(usable(load_file(library.RUBRIC)), library.scenario_files(), library.ASSETS,
                   folder / "settings.json", folder / "logs", lambda: 1))
"""
BARE = """
import pygame
pygame.display.init()
pygame.font.init()
surface = pygame.display.set_mode((1280, 720), pygame.RESIZABLE)
surface.fill("white")
pygame.display.flip()
while not clock.over():
    pygame.event.get()
    pygame.time.wait(33)
clock.said()
print(0)
"""


def main() -> None:
    """Prints both figures as a Markdown table."""
    ours, bare = [], []
    for _ in range(RUNS):
        ours.append(_run(OURS))
        bare.append(_run(BARE))
    soon, soon_bare = (statistics.median(run[0] for run in runs) for runs in (ours, bare))
    idle, idle_bare = (statistics.median(run[1] for run in runs) / IDLE_SECONDS * 100 for runs in (ours, bare))
    print("| what | ours | a bare pygame window | ratio |\n| --- | ---: | ---: | ---: |")
    print(
        f"| CPU seconds to the first frame (title, 1280×720) | {soon:.2f} | {soon_bare:.2f} | {soon / soon_bare:.1f} |"
    )
    print(f"| idle CPU, percent of one core | {idle:.2f} | {idle_bare:.2f} | {idle / max(idle_bare, 0.01):.1f} |")
    print(f"\nPictures drawn in {IDLE_SECONDS} idle seconds: {max(int(run[2]) for run in ours)}.")


def _run(script: str) -> tuple[float, ...]:
    """CPU seconds to the first frame, CPU seconds while idle, and pictures drawn while idle."""
    with tempfile.TemporaryDirectory() as folder:
        answer = subprocess.run(
            [sys.executable, "-c", CLOCK + script, str(IDLE_SECONDS), folder],
            cwd=ROOT,
            env={**os.environ, "PYGAME_HIDE_SUPPORT_PROMPT": "1", "SDL_FRAMEBUFFER_ACCELERATION": "0"},
            capture_output=True,
            text=True,
            check=True,
        )
    return tuple(float(figure) for figure in answer.stdout.split())


if __name__ == "__main__":
    main()
