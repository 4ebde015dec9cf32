"""How much of a decision is in sight at the moment of choosing: whole options, letters and targets, by window and text.

    python -m benchmarks.options_in_sight [--language es] [SCENARIO…]
    python -m benchmarks.options_in_sight --budget

Every decision of the library is opened once at the position that offers the longest words there (locked options and
their reasons count), and laid out by the window's own code in each window and text size. Nothing is drawn. An option is
in sight when all of it stands inside the window and inside its column.

With `--budget`, how many characters an option may have so that four of that length all stand there at 100 % and 150 %,
and two of them at 200 %: `check` warns above the smallest of these (`game/author/smells/lengths.py`).
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from game import locations
from game.app.library import Library
from game.app.plays import Plays
from game.play.events import Mode
from game.play.phases import Phase
from game.play.session import Session, new_session
from game.scenario.model import Scenario
from game.story.engine import Offer, Story, offers
from game.story.reach import Reach
from game.window.app import App
from game.window.context import AppContext
from game.window.preferences import Preferences
from game.window.screens.conversation import ConversationScreen
from game.window.stage.presence import PHONE
from game.window.toolkit.controls import OptionButton

SIZES = ((1280, 720), (1366, 768), (1920, 1080), (800, 600), (430, 900))
SCALES = (1.0, 1.5, 2.0)
MOST_OPTIONS = 4  # more are warned of by `check`
MOST_CHARACTERS = 1000
WORDS = "I see lots of people I know, and nobody minds. Say if that is wrong for you, and we will find another way. "


@dataclass(frozen=True, slots=True)
class Sight:
    """What of one decision is in sight: its options, the whole ones, whether the next one is partly seen, whether the
    newest line is whole, the size of the letters and the smallest target, in pixels."""

    options: int
    whole: int
    next_seen: bool
    line_seen: bool
    letters: int
    target: int


def decisions(library: Library, scenario: Scenario) -> Iterator[Session]:
    """Returns a session at each decision of a scenario, at the position where the most words are offered."""
    reach = Reach(Story(scenario))
    most: dict[str, tuple[int, int]] = {}
    for index, position in enumerate(reach.graph.positions):
        words = sum(len(offer.option.words) + len(offer.locked or "") for offer in offers(reach.story, position))
        if words and words > most.get(position.node, (0, 0))[0]:
            most[position.node] = words, index
    ready = library.ready(scenario)
    for _words, index in most.values():
        yield at_decision(new_session(ready, mode=Mode.PRACTICE, seed=1), reach.way_to(index))


def at_decision(session: Session, way: Iterable[str]) -> Session:
    """Returns the session after these choices, at the next decision, past a question that stands before its options."""
    session.begin()
    for option in way:
        session.read()
        session.choose(option)
        session.go_on()
    if session.phase is Phase.READING:
        session.read()
    if session.own_words:
        session.put_in_own_words("")
    return session


def on_a_phone(library: Library, shelf: list[Scenario]) -> Session:
    """Returns a session at a first decision on a phone, whose frame takes most room."""
    story = next(one for one in shelf if one.nodes[one.start].place == PHONE and one.nodes[one.start].options)
    return at_decision(new_session(library.ready(story), mode=Mode.PRACTICE, seed=1), ())


class Bench:
    """A window that lays out decisions and draws nothing."""

    def __init__(self, folder: Path) -> None:
        pygame.display.init()
        pygame.font.init()
        plays = Plays(Library(), folder, folder / "logs")
        surface = pygame.display.set_mode(SIZES[0])
        self.app = App(AppContext(plays, locations.ASSETS, folder / "settings.json"), surface)

    def size(self, size: tuple[int, int], scale: float) -> None:
        """From now on the window is so large and its text so big."""
        pygame.display.set_mode(size)
        self.app.process(pygame.event.Event(pygame.VIDEORESIZE))
        self.app.preferences = replace(Preferences(), text_scale=scale)

    def see(self, session: Session) -> Sight:
        """Returns what of a session's decision is in sight."""
        screen = ConversationScreen(self.app, session)
        self.app.open(screen)
        screen.settle(self.app.look)
        return sight(self.app, screen)


def sight(app: App, screen: ConversationScreen) -> Sight:
    """Returns what of the decision on a laid out screen is in sight."""
    pane, window = screen.page.pane("words"), app.room.get_rect()
    room = pane.rect.clip(window)

    def seen(box: pygame.Rect) -> int:
        return box.move(pane.rect.x, pane.rect.y - round(pane.scroll)).clip(room).height

    found = [part for part in pane.root.walk() if isinstance(part, OptionButton)]
    whole = [part for part in found if seen(part.rect) == part.rect.height]
    rest = [part for part in found if part not in whole]
    line = app.look.px  # less than a line of it tells nothing
    targets = [
        min(part.rect.width, part.rect.height) for _, part in screen.page.focusables() if part.command is not None
    ]
    return Sight(
        len(found),
        len(whole),
        not rest or any(seen(part.rect) >= line for part in rest),
        screen.last is not None and seen(screen.last.rect) == screen.last.rect.height,
        app.look.px,
        min(targets),
    )


def of_length(characters: int) -> str:
    """Plain words, so many characters of them."""
    return (WORDS * (characters // len(WORDS) + 1))[:characters]


def holds(bench: Bench, session: Session, characters: int, scale: float) -> bool:
    """Returns True when options of so many characters stand there as the aims ask: all four, at 200 % two of them."""
    option = replace(session.offers()[0].option, say=of_length(characters))
    screen = ConversationScreen(bench.app, session)
    screen.offers = tuple(Offer(option) for _ in range(MOST_OPTIONS))
    bench.app.open(screen)
    screen.settle(bench.app.look)
    return sight(bench.app, screen).whole >= (MOST_OPTIONS if scale < 2 else 2)


def budget(bench: Bench, session: Session, size: tuple[int, int], scale: float) -> int:
    """Returns the most characters that hold in this window and text size."""
    bench.size(size, scale)
    low, high = 1, MOST_CHARACTERS
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if holds(bench, session, middle, scale) else (low, middle)
    return low


def budgets(bench: Bench, session: Session) -> Iterator[str]:
    """Returns the rows of the table of budgets, and the smallest."""
    yield "| window | 100% | 150% | 200% |"
    yield "| --- | ---: | ---: | ---: |"
    smallest = MOST_CHARACTERS
    for size in SIZES:
        found = [budget(bench, session, size, scale) for scale in SCALES]
        smallest = min(smallest, *found)
        yield f"| {size[0]}×{size[1]} | {' | '.join(map(str, found))} |"
    yield f"\nThe smallest: {smallest} characters."


def table(bench: Bench, sessions: list[Session]) -> Iterator[str]:
    """Returns the rows of the table."""
    yield (
        "| window | text | letters, px | smallest target, px | decisions with all options whole | "
        "at least two whole | fewest whole | where not all: the next partly seen | the newest line whole too |"
    )
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    for size in SIZES:
        for scale in SCALES:
            bench.size(size, scale)
            seen = [bench.see(session) for session in sessions]
            yield row(size, scale, seen)


def row(size: tuple[int, int], scale: float, seen: list[Sight]) -> str:
    """One row of the table."""
    every = len(seen)
    whole = sum(one.whole == one.options for one in seen)
    two = sum(one.whole >= min(2, one.options) for one in seen)
    partly = sum(one.next_seen for one in seen if one.whole < one.options)
    lines = sum(one.line_seen for one in seen)
    return (
        f"| {size[0]}×{size[1]} | {scale:.0%} | {seen[0].letters} | {min(one.target for one in seen)} | "
        f"{whole} of {every} ({whole / every:.0%}) | {two} | {min(one.whole for one in seen)} | "
        f"{partly} of {every - whole} | {lines / every:.0%} |"
    )


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.options_in_sight", description=__doc__)
    parser.add_argument("scenarios", nargs="*", metavar="SCENARIO", help="ids of scenarios; all without one")
    parser.add_argument("--language", metavar="CODE", help="the translation to lay out; English without it")
    parser.add_argument("--budget", action="store_true", help="how many characters an option may have")
    asked = parser.parse_args()
    library = Library(language=asked.language)
    shelf = library.shelf(asked.scenarios or None)[0]
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        if asked.budget:
            rows = budgets(bench, on_a_phone(library, shelf))
        else:
            rows = table(bench, [session for scenario in shelf for session in decisions(library, scenario)])
        for line in rows:
            print(line, flush=True)


if __name__ == "__main__":
    main()
