"""How soon the window shows its first frame, and what it costs while nobody touches it.

    python -m benchmarks.window

Runs the real window on a real display (under Xvfb where there is none: `xvfb-run -a python -m benchmarks.window`),
each figure beside a bare pygame window measured in turn with it. CPU seconds of the whole process, medians.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = 5
IDLE_SECONDS = 10
ROOT = Path(__file__).parent.parent

OURS = """
import sys, time
from pathlib import Path
from game import library
from game.rubric.load import load_file, usable
from game.window import app
from game.window.context import AppContext
seconds, folder = float(sys.argv[1]), Path(sys.argv[2])
began = time.monotonic()
class Timed(app.App):
    def draw(self):
        drawn = super().draw()
        if time.monotonic() - began >= seconds and self.redraws:
            self.quit()
        return drawn
app.App = Timed
context = AppContext(usable(load_file(library.RUBRIC)), library.scenario_files(), library.ASSETS,
                     folder / "settings.json", folder / "logs", lambda: 1)
keep = []
start = app.App.start
def started(self):
    keep.append(self)
    start(self)
app.App.start = started
app.run(context)
print(keep[0].redraws)
"""

BARE = """
import sys, time, pygame
seconds = float(sys.argv[1])
began = time.monotonic()
pygame.display.init()
pygame.font.init()
surface = pygame.display.set_mode((1280, 720), pygame.RESIZABLE)
surface.fill("white")
pygame.display.flip()
while time.monotonic() - began < seconds:
    pygame.event.get()
    pygame.time.wait(33)
print(1)
"""


def main() -> None:
    """Prints both figures as a Markdown table."""
    first = _medians(0)
    idle = tuple(later - soon for later, soon in zip(_medians(IDLE_SECONDS), first, strict=True))
    redraws = _run(OURS, IDLE_SECONDS)[1] - _run(OURS, 0)[1]
    print("| what | ours | a bare pygame window | ratio |\n| --- | ---: | ---: | ---: |")
    soon, bare = first
    print(f"| CPU seconds to the first frame (title, 1280×720) | {soon:.2f} | {bare:.2f} | {soon / bare:.1f} |")
    shares = [max(seconds, 0.001) / IDLE_SECONDS * 100 for seconds in idle]
    print(f"| idle CPU, percent of one core | {shares[0]:.2f} | {shares[1]:.2f} | {shares[0] / shares[1]:.1f} |")
    print(f"\nPictures drawn in {IDLE_SECONDS} idle seconds: {redraws}.")


def _medians(seconds: float) -> tuple[float, float]:
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(RUNS):
        for script, into in zip((OURS, BARE), times, strict=True):
            into.append(_run(script, seconds)[0])
    return statistics.median(times[0]), statistics.median(times[1])


def _run(script: str, seconds: float) -> tuple[float, int]:
    """CPU seconds of a process that keeps its window open for so long, and what it printed."""
    with tempfile.TemporaryDirectory() as folder:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        answer = subprocess.run(
            [sys.executable, "-c", script, str(seconds), folder],
            cwd=ROOT,
            env={**os.environ, "PYGAME_HIDE_SUPPORT_PROMPT": "1", "SDL_FRAMEBUFFER_ACCELERATION": "0"},
            capture_output=True,
            text=True,
            check=True,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, int(answer.stdout.split()[-1])


if __name__ == "__main__":
    main()
