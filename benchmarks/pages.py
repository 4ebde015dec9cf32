"""What a page of a conversation costs: while text reveals, from a key to the picture, the first time and later.

    python -m benchmarks.pages [--gui PYTHON]

Runs the window's own code on a real display (under Xvfb where there is none). Beside it, measured in turn: a bare
pygame loop that lays one picture over the window, writes one line and flips. With `--gui`, a Python that has
pygame_gui draws the same words too. Milliseconds by the clock, medians, and the frame that 95 of 100 stay under.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")

import pygame

from benchmarks import gui_page
from game import locations
from game.app.library import Library
from game.app.plays import Plays
from game.play.events import Mode
from game.play.phases import Phase
from game.scenario.model import Scenario
from game.window.app import App
from game.window.context import AppContext
from game.window.destinations import ToPlay
from game.window.preferences import Preferences, save
from game.window.toolkit import text

ROOT = Path(__file__).parent.parent
SIZES = ((1280, 720), (1920, 1080))
FRAME = 1 / 60
FRAMES, KEYS, STARTS = 240, 60, 5
PHONE = "phone"

Times = list[float]


def context_in(folder: Path, preferences: Preferences) -> AppContext:
    """A context that keeps everything in a folder, with these preferences."""
    save(preferences, folder / "settings.json")
    plays = Plays(Library(), folder, folder / "logs", seed=lambda: 1)
    return AppContext(plays, locations.ASSETS, folder / "settings.json")


def in_a_room(context: AppContext) -> Scenario:
    """A scenario that begins with somebody in a room, so that a whole portrait stands there."""
    stories = context.plays.library.shelf()[0]
    return next(story for story in stories if story.nodes[story.start].place != PHONE)


def begin(app: App, story: Scenario) -> None:
    """Opens a conversation, as the button on a briefing does."""
    app.go(ToPlay(app.context.plays.begin(story, Mode.PRACTICE)))


def show(app: App, seconds: float = FRAME) -> None:
    """One turn of the window's loop, without its wait."""
    for event in pygame.event.get():
        app.process(event)
    app.update(seconds)
    if app.draw():
        pygame.display.update(app.dirty_rects) if app.dirty_rects else pygame.display.flip()


def took(work: Callable[[], object]) -> float:
    """Milliseconds by the clock."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def press(key: int) -> None:
    """Puts a key into the queue."""
    for kind in (pygame.KEYDOWN, pygame.KEYUP):
        pygame.event.post(pygame.event.Event(kind, key=key, mod=0, unicode="", scancode=0))


def reveal(app: App) -> Times:
    """Frames while text reveals; a line that is whole makes room for the next one between them."""
    story = in_a_room(app.context)
    begin(app, story)
    times: Times = []
    while len(times) < FRAMES:
        top = app.top
        if top.session.phase is not Phase.READING or top.reading.whole:  # type: ignore[attr-defined]
            read_on(app, story)
        else:
            times.append(took(lambda: show(app)))
    return times


def read_on(app: App, story: Scenario) -> None:
    """Goes on to the next line that reveals, into a new play where this one asks for a choice."""
    if getattr(app.top, "offers", ()):
        begin(app, story)
    press(pygame.K_SPACE)
    show(app)


def keys(app: App) -> Times:
    """From a key in the queue to its picture, at a choice: the focus moves on."""
    begin(app, in_a_room(app.context))
    while not getattr(app.top, "offers", ()):
        press(pygame.K_SPACE)
        show(app, 1.0)
    times: Times = []
    for _ in range(KEYS):
        press(pygame.K_DOWN)
        times.append(took(lambda: show(app)))
    return times


def bare(surface: pygame.Surface) -> Times:
    """The plainest frame: one picture, one line, one flip."""
    picture = pygame.Surface(surface.get_size()).convert()
    font = text.font(32, "Regular")

    def frame(n: int) -> None:
        pygame.event.get()
        surface.blit(picture, (0, 0))
        surface.blit(font.render(f"One line of words, and that is number {n}.", True, "white"), (40, 40))
        pygame.display.flip()

    return [took(lambda n=n: frame(n)) for n in range(FRAMES)]  # type: ignore[misc]


def first() -> None:
    """Prints how long the first conversation of a fresh window took to stand there, and the second."""
    with tempfile.TemporaryDirectory() as folder:
        surface = _opened(SIZES[0])
        app = App(context_in(Path(folder), Preferences()), surface)
        app.start()
        show(app)
        story = in_a_room(app.context)

        def one() -> None:
            begin(app, story)
            show(app)

        print(took(one), took(one))


def words_of(app: App) -> list[str]:
    """What stands on the card: the lines, then the options."""
    lines = [line.text for line in app.top.reading.lines]  # type: ignore[attr-defined]
    return ["\n".join(lines), *(offer.option.words for offer in app.top.offers)]  # type: ignore[attr-defined]


def _opened(size: tuple[int, int]) -> pygame.Surface:
    pygame.display.init()
    pygame.font.init()
    return pygame.display.set_mode(size, pygame.RESIZABLE)


def _row(what: str, ours: Times, plain: Times) -> str:
    high = statistics.quantiles(ours, n=20)[-1]
    middle, low = statistics.median(ours), statistics.median(plain)
    return f"| {what} | {middle:.1f} | {high:.1f} | {low:.1f} | {middle / low:.1f} |"


def main() -> None:
    """Prints the figures as Markdown tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    parser.add_argument("--gui", metavar="PYTHON", help="a Python that has pygame-ce and pygame_gui")
    parser.add_argument("--first", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.first:
        first()
        return
    print("| milliseconds | ours | 95 % | bare pygame | ratio |\n| --- | ---: | ---: | ---: | ---: |")
    for size in SIZES:
        surface = _opened(size)
        with tempfile.TemporaryDirectory() as folder:
            app = App(context_in(Path(folder), Preferences()), surface)
            app.start()
            shown, plain, pressed = reveal(app), bare(surface), keys(app)
            print(_row(f"a frame while text reveals, {size[0]}×{size[1]}", shown, plain))
            print(_row(f"a key to its picture, {size[0]}×{size[1]}", pressed, plain))
            if size == SIZES[0]:
                words, ours = words_of(app), gui_page.Cost(_page(app), statistics.median(shown))
    starts = [_first() for _ in range(STARTS)]
    cold, warm = (statistics.median(run[i] for run in starts) for i in (0, 1))
    print(
        f"\nFrom Begin to the conversation, 1280×720: {cold:.0f} ms in a fresh window, {warm:.0f} ms the second time."
    )
    if asked.gui:
        print(gui_page.compared(asked.gui, words, ours))


def _page(app: App) -> float:
    """Laying out and drawing a choice anew, all pictures known."""

    def again() -> None:
        app.top.refresh()
        app._settle()
        show(app)

    return statistics.median(took(again) for _ in range(KEYS))


def _first() -> list[float]:
    answer = subprocess.run(
        [sys.executable, "-m", "benchmarks.pages", "--first"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [float(figure) for figure in answer.stdout.split()]


if __name__ == "__main__":
    main()
