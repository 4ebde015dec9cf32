"""`key`: the key behind pseudonyms, backed up and brought to another computer."""

from __future__ import annotations

from pathlib import Path

import click

from game import locations
from game.cli.options import PATH
from game.debrief.read.keys import back_up, restore
from game.debrief.read.pseudonyms import KEY_FILE, open_key
from game.debrief.read.sources import show
from game.errors import UsageError

KEY = click.option("--key", type=PATH, help=f"The key file (default: {KEY_FILE} in your own folder).")


@click.group(epilog="Example: python main.py key backup stick/class-4b.key")
def key() -> None:
    """Back up the key behind pseudonyms, or bring it back.

    With another key the same people get other pseudonyms, and a term cannot be put together.
    """


@key.command(epilog="Example: python main.py key backup stick/class-4b.key")
@click.argument("file", type=PATH)
@KEY
def backup(file: Path, key: Path | None) -> None:
    """Write the key into a new file."""
    path = key or locations.home() / KEY_FILE
    if not path.exists():
        raise UsageError(f"There is no key yet at {show(path)}. `collect` and `debrief` make one.")
    pseudonyms, _ = open_key(path)
    back_up(pseudonyms, file)
    click.echo(f"The key with the mark {pseudonyms.mark} is in {show(file)}. Keep it apart from the journals.")


@key.command("restore", epilog="Example: python main.py key restore stick/class-4b.key")
@click.argument("file", type=PATH)
@KEY
def restore_(file: Path, key: Path | None) -> None:
    """Use a key that was backed up."""
    path = key or locations.home() / KEY_FILE
    aside = restore(file, path)
    pseudonyms, _ = open_key(path)
    click.echo(f"The key in use now has the mark {pseudonyms.mark}.")
    if aside:
        click.echo(f"The one that was in use before lies in {show(aside)}.")
