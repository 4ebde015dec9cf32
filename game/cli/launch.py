"""Starting the game: the window where there is a display, else the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from game import locations
from game.app.library import Library
from game.app.plays import Plays, any_seed
from game.errors import UsageError
from game.locations import home
from game.play.events import Mode
from game.play.players import known, tidy
from game.play.session import new_session
from game.terminal import menu, player
from game.terminal.keyboard import read_line


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
            self.class_code,
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
        first_minute=locations.first_minute(),
        voice_log=options.voice_log,
    )
    try:
        run(context)
    except NoDisplay as error:
        click.echo(f"{error} So the game plays in the terminal.", err=True)
        return False
    return True


def typing() -> player.Typing:
    """Returns a person at the keyboard, who can save."""
    from game.cli.saves import save_here

    return player.Typing(read_line, click.echo, save_here)


def _debrief_folder(folder: Path, progress: Callable[[int, int], None], say: Callable[[str], None]) -> tuple[Path, ...]:
    """Returns the pages made from the journals in a folder; the teachers' part is imported when asked for."""
    from game.debrief.class_pages import debrief_folder

    return debrief_folder(folder, progress, say)
