"""What an author types to write in a window: `studio`."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import click

from game.cli.options import LANGUAGE
from game.errors import GameError, UsageError
from game.locations import more_packages

PACKAGES = ("starlette", "uvicorn", "websockets", "pygls", "babel", "docx", "openpyxl")
MORE = f"The studio needs a few more packages. Type: {more_packages('studio')}"


@click.command(epilog="Example: python main.py studio my-scenario.yaml")
@click.argument("path", metavar="[FILE|FOLDER]", required=False, type=click.Path(path_type=Path))
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@click.option("--beside-window", is_flag=True, hidden=True, help="Tell the address in one line, and nothing after it.")
@LANGUAGE
def studio(path: Path | None, no_browser: bool, beside_window: bool, language: str | None) -> None:
    """Write, see and play a scenario in your browser.

    Opens a page from this computer only; nothing leaves it. What you write is saved as you write. The studio stops when
    its last tab is closed, or with Ctrl+C.
    """
    from game import locations
    from game.app.library import Library

    if path is not None and path.resolve() in {file.resolve() for file in locations.scenario_files().values()}:
        raise UsageError(f"{path} belongs to the library. Open the studio without it, and start from a copy.")
    if why := missing():
        raise UsageError(why)
    from game.studio.serve import open_studio, run, show

    opened = open_studio(Library.shipped(language), path, language)

    def ready() -> None:
        click.echo(f"The studio:  {opened.address}")
        if not beside_window:
            click.echo(f"Your files:  {opened.studio.folder.path}")
            click.echo("It stops when its last tab is closed, or with Ctrl+C; all is saved before.")
        if not (no_browser or show(opened.address) or beside_window):
            click.echo("Open the address in a browser on this computer.")

    if lost := run(opened, ready):
        raise GameError(
            f"Not saved: {', '.join(lost)}. It was changed elsewhere too, or the disk did not take it. "
            "What you typed lies beside it, in the file whose name ends in -not-saved."
        )
    if not beside_window:
        click.echo("The studio is closed; all is saved.")


def missing() -> str:
    """Returns what to say where packages are missing that the studio needs; nothing where all are there."""
    return "" if all(find_spec(name) for name in PACKAGES) else MORE
