"""Whether the window's memory grows: an hour of play by a bot, in one process, as fast as it goes.

    python -m benchmarks.hour [--minutes 60] [--garbage N]

The clock of the game runs on by a thirtieth of a second a turn of the window's loop, so an hour is 108,000 turns, each
drawn where something changed. The bot presses a key twice a second: reads, chooses by a seed, goes through feedback,
reflection and debrief, and begins the next scenario of the library. Beside the figures: the process with the title
drawn, before any play. Memory is told as it stands and after a collection: what lies between them is garbage that
nobody has looked for yet. `--garbage N` lets Python look only after so many new things; else it does as in the game.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import tempfile
from pathlib import Path
from random import Random

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")

import pygame

from benchmarks.pages import SIZES, context_in, press, show
from game.play.events import Mode
from game.scenario.model import Scenario
from game.window.app import App
from game.window.destinations import ToLibrary, ToPlay
from game.window.input.commands import PressOn
from game.window.memory import keep_small
from game.window.preferences import Preferences
from game.window.screens.conversation import ConversationScreen
from game.window.screens.debrief import DebriefScreen
from game.window.screens.feedback import FeedbackScreen

TICK = 1 / 30
EVERY = 15  # turns of the loop between two presses of the bot
QUARTERS = 4
STARTING = 50_000  # as main.py has it


class Bot:
    """Plays one scenario after another, by keys, and looks at each debrief."""

    def __init__(self, app: App, stories: list[Scenario], chance: Random) -> None:
        self.app, self.stories, self.chance = app, stories, chance
        self.plays = self.choices = 0
        self._read = 0

    def press(self) -> None:
        """Does the next thing that there is to do."""
        top = self.app.top
        match top:
            case ConversationScreen() if top.offers:
                open_ones = [n for n, offer in enumerate(top.offers, 1) if offer.locked is None]
                press(pygame.K_0 + self.chance.choice(open_ones))
                self.choices += 1
            case ConversationScreen() | FeedbackScreen():
                press(pygame.K_SPACE)
            case DebriefScreen() if self._read < 6:
                self._read += 1
                press(pygame.K_PAGEDOWN)
            case DebriefScreen():
                self._read = 0
                self.app.go(ToLibrary())
            case _ if type(top).__name__ == "LibraryScreen":
                story = self.stories[self.plays % len(self.stories)]
                self.app.go(ToPlay(self.app.context.plays.begin(story, Mode.PRACTICE)))
                self.plays += 1
            case _:  # questions, answered with nothing: the way on is the last button at the card's foot
                ways = [widget.key for pane, widget in top.page.focusables() if pane.name == "foot"]
                if ways:  # none while a debrief is on its way
                    top.process(PressOn(ways[-1]))


def memory() -> float:
    """Megabytes of this process now."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return pages * resource.getpagesize() / 2**20


def _both() -> tuple[float, float]:
    """Returns memory as it stands, and after a collection."""
    stands = memory()
    gc.collect()
    return stands, memory()


def main() -> None:
    """Prints memory at the start and after each quarter."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hour", description=__doc__)
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--garbage", type=int)
    asked = parser.parse_args()
    turns = asked.minutes * 60 * 30
    gc.set_threshold(asked.garbage or STARTING)
    pygame.display.init()
    pygame.font.init()
    surface = pygame.display.set_mode(SIZES[0], pygame.RESIZABLE)
    with tempfile.TemporaryDirectory() as folder:
        app = App(context_in(Path(folder), Preferences(begun=True)), surface)
        app.start()
        show(app, TICK)
        at_first = _both()
        if not asked.garbage:
            keep_small()
        app.go(ToLibrary())
        bot, after = Bot(app, app.context.plays.library.shelf()[0], Random(1)), []
        for turn in range(1, turns + 1):
            if turn % EVERY == 0:
                bot.press()
            show(app, TICK)
            if turn % (turns // QUARTERS) == 0:
                after.append(_both())
                stands, swept = after[-1]
                print(
                    f"{turn // 1800} minutes: {stands:.1f} MB, {swept:.1f} after a collection, "
                    f"{bot.plays} plays, {app.redraws} pictures",
                    flush=True,
                )
        events = sum(len(path.read_bytes().splitlines()) for path in (Path(folder) / "logs").rglob("*.jsonl"))
    print(f"\n| memory | the title | {' | '.join(f'quarter {n}' for n in range(1, QUARTERS + 1))} |")
    print("| --- " + "| ---: " * (QUARTERS + 1) + "|")
    for what, figures in zip(("as it stands", "after a collection"), zip(at_first, *after, strict=True), strict=True):
        print(f"| {what} | {' | '.join(f'{megabytes:.0f} MB' for megabytes in figures)} |")
    print(f"\n{bot.plays} plays, {bot.choices} choices, {events} events in the journals, {app.redraws} pictures drawn.")


if __name__ == "__main__":
    main()
