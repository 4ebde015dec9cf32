"""Starting the game: the window where there is a display, else the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from game import locations
from game.app.library import Library
from game.app.plays import Plays, any_seed
from game.errors import UsageError
from game.locations import home
from game.play.events import Mode
from game.play.players import tidy
from game.play.session import new_session
from game.scenario.model import Scenario
from game.terminal import player
from game.terminal.keyboard import read_line

if TYPE_CHECKING:
    from game.debrief.wanted import Wanted
    from game.web.shapes import Shape
    from game.window.class_server import ClassServer
    from game.window.studio_opener import StudioOpener

INTERRUPTED = 130  # the exit code of what was stopped by Ctrl-C


@dataclass(frozen=True, slots=True)
class LaunchOptions:
    """What the command line asks of the game."""

    logs: Path
    scenario: str | None = None
    mode: Mode | None = None
    player: str | None = None
    class_code: str | None = None
    seed: int | None = None
    language: str | None = None
    voice_log: Path | None = None

    def plays(self) -> Plays:
        """Returns the plays of whoever is asked for, nobody by name without one."""
        seed = self.seed
        return Plays(
            Library.shipped(self.language),
            home(),
            self.logs,
            tidy(self.player or ""),
            tidy(self.class_code or "") or None,
            any_seed if seed is None else lambda: seed,
        )


def open_game(options: LaunchOptions) -> None:
    """Opens the window; without a display plays in the terminal, and without a terminal says what to type."""
    if show_window(options):
        return
    if not sys.stdin.isatty():
        raise UsageError(
            "There is no display for the window and no terminal to type in. "
            "Type: python main.py play saturday-friend --text --bot partner"
        )
    from game.play.players import known
    from game.terminal import menu

    plays = options.plays()
    names = known(home(), options.logs).names
    picked = menu.pick(plays.library.shelf()[0], read_line, click.echo, names, options.player)
    if picked is None:
        return
    plays = plays.of(picked.player or "")
    session = new_session(
        plays.library.ready(picked.scenario),
        mode=picked.mode,
        seed=plays.seed(),
        logs=plays.logs,
        player=picked.player,
        device=plays.device,
    )
    with interruptible():
        player.play(session, typing(), click.echo, None, plays.next_after)


def show_window(options: LaunchOptions) -> bool:
    """Opens the window and plays; returns False, with a word of why, when there is no display."""
    from game.window import display

    if not display.is_there():
        click.echo("There is no display here, so the game plays in the terminal.", err=True)
        return False
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from dataclasses import replace

    from game.window.context import AppContext
    from game.window.loop import NoDisplay, run

    plays = options.plays()
    scenario = plays.library.scenario(options.scenario) if options.scenario else None
    english = plays.library.in_language(None)  # the window tells it in the language of its settings
    opened = (scenario.id, options.scenario) if scenario and options.scenario else None
    server = _class_server(opened)
    context = AppContext(
        replace(plays, library=english, opened=scenario, ahead=True),
        locations.ASSETS,
        home() / "settings.json",
        scenario=scenario,
        mode=options.mode,
        player=options.player,
        language=options.language,
        languages=tuple(locations.languages()),
        debrief=_debrief_folder,
        publish=partial(_publish, opened),
        class_server=server,
        studio=_studio_opener(),
        first_minute=locations.first_minute(),
        voice_log=options.voice_log,
    )
    try:
        run(context)
    except NoDisplay as error:
        click.echo(f"{error} So the game plays in the terminal.", err=True)
        return False
    finally:
        server.stop()
    return True


@contextmanager
def interruptible() -> Iterator[None]:
    """Ends quietly at Ctrl-C: a play has said its own goodbye."""
    try:
        yield
    except KeyboardInterrupt:
        raise SystemExit(INTERRUPTED) from None


def typing() -> player.Typing:
    """Returns a person at the keyboard, who can save."""
    from game.cli.saves import save_here

    return player.Typing(read_line, click.echo, save_here)


def _publish(
    opened: tuple[str, str] | None,
    library: Library, scenario: Scenario, shape: Shape, folder: Path, tell: Callable[[int, int], None],
) -> Path:  # fmt: skip
    """Returns what was made of a scenario. `opened`: the id of the one that the window was opened at, and what it was
    called there, which may be a file."""
    from game.web.shapes import make

    name = opened[1] if opened and opened[0] == scenario.id else scenario.id
    return make(library, name, shape, folder, tell)


def _class_server(opened: tuple[str, str] | None) -> ClassServer:
    """Returns what opens a class beside the window; `opened` as for publishing."""
    from game.classroom.address import own_address
    from game.cli.class_ import missing
    from game.window.class_server import ClassServer

    return ClassServer(_own_command(), own_address, missing, dict([opened] if opened else []))


def _studio_opener() -> StudioOpener:
    """Returns what opens the author's studio beside the window."""
    from game.cli.studio import missing
    from game.window.studio_opener import StudioOpener

    return StudioOpener(_own_command(), missing)


def _own_command() -> list[str]:
    """Returns what starts the game's command line."""
    packed = getattr(sys, "frozen", False)  # the game as one program, which is its own command line
    return [sys.executable] if packed else [sys.executable, "-c", "from game.cli.main import main; main()"]


def _debrief_folder(
    folder: Path, wanted: Wanted, progress: Callable[[int, int], None], say: Callable[[str], None]
) -> tuple[Path, ...]:
    """Returns the pages made from the journals in a folder; the teachers' part is imported when asked for."""
    from game.debrief.folder_pages import debrief_folder

    return debrief_folder(folder, wanted, progress, say)
