"""What a teacher types to play with a class in the room: `class`."""

from __future__ import annotations

import json
import signal
import sys
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import click

from game.cli.options import LANGUAGE
from game.errors import GameError, UsageError
from game.locations import more_packages

if TYPE_CHECKING:
    from game.classroom.serve import Opened

MORE = f"A class needs a few more packages. Type: {more_packages('class')}"
PACKAGES = ("starlette", "uvicorn", "websockets", "segno")


@click.command("class", epilog="Example: python main.py class saturday-friend --into class-4b")
@click.argument("scenarios", nargs=-1)
@click.option("--into", type=click.Path(path_type=Path), help="The class's folder (default: class-room).")
@click.option("--bind", metavar="ADDRESS", help="The address for phones (default: this computer's own in its network).")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="For phones (default: last time's, or any free)."
)
@click.option("--class-code", help="A word that stands in every journal, such as 4b.")
@click.option("--beside-window", is_flag=True, hidden=True, help="Tell one line of JSON, and end with the input.")
@LANGUAGE
def class_(
    scenarios: tuple[str, ...],
    into: Path | None,
    bind: str | None,
    port: int,
    class_code: str | None,
    beside_window: bool,
    language: str | None,
) -> None:
    """Let a class play on its phones, each alone or all together.

    Opens a server on this computer and nowhere else. It stops with Ctrl+C; started again with the same folder it is the
    same room to every phone.
    """
    from game.app.library import Library

    if beside_window:
        Thread(target=_end_with_the_input, daemon=True).start()
    if why := missing():
        raise UsageError(why)
    from game.classroom.address import own_address
    from game.classroom.room import ClassRoom
    from game.classroom.serve import debrief_command, open_room, run

    library = Library.shipped(language)
    names = scenarios or ("saturday-friend",)
    models = {exact.story.scenario.id: exact for exact in map(library.exact, names)}
    folder = into or Path("class-room")
    try:
        room = ClassRoom(folder, models)
    except OSError as error:
        raise GameError(f"{folder} cannot be used: {error.strerror}. Name another folder with --into.") from None
    opened = open_room(room, library, bind or own_address(), port, class_code)

    def ready() -> None:
        if beside_window:
            click.echo(_as_json(opened, folder))
            return
        click.echo(f"Phones open:   {opened.address}   and type the code {opened.code}")
        click.echo(f"You open:      {opened.console}")
        click.echo(f"Plays lie in:  {folder}")
        click.echo("Ctrl+C stops the class; what was handed in stays.")

    with suppress(KeyboardInterrupt):
        run(room, opened, ready)
    if not beside_window:
        click.echo(f"The class is over. For its page, type: {debrief_command(folder)}")


def missing() -> str:
    """Returns what to say where packages are missing that a class needs; nothing where all are there."""
    return "" if all(find_spec(name) for name in PACKAGES) else MORE


def _as_json(opened: Opened, folder: Path) -> str:
    """Returns what the window reads: one line with what phones open and type, the console, and the class's folder."""
    told = {"address": opened.address, "code": opened.code, "console": opened.console, "folder": str(folder.resolve())}
    return json.dumps(told)


def _end_with_the_input() -> None:
    """Waits until the window is gone, however it went, and ends the class as Ctrl+C does."""
    with suppress(OSError, ValueError):
        sys.stdin.read()
    signal.raise_signal(signal.SIGINT)
