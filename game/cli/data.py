"""`data`: what this computer keeps of its players, a zip of it, and erasing it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from game.errors import GameError, UsageError
from game.locations import home
from game.play.erase import Erased, forget_name, sweep
from game.play.erase import erase as erase_files
from game.play.own_data import OwnData, count_told, size_told
from game.play.pack import free_name, pack
from game.play.players import FOLDER, tidy
from game.terminal.keyboard import read_line
from game.words import _

ERASE = "ERASE"


@click.group(invoke_without_command=True, epilog="Example: python main.py data")
@click.option("--logs", type=click.Path(path_type=Path), help="Where the journals are (default: your own folder).")
@click.pass_context
def data(context: click.Context, logs: Path | None) -> None:
    """Say what is kept of you here; pack it or erase it."""
    context.obj = OwnData(home(), logs or home() / "logs")
    if context.invoked_subcommand is None:
        show(context.obj)


def show(own: OwnData) -> None:
    """Prints every kind of file in plain words, with how many there are and how large."""
    click.echo(_("Everything the game keeps lies in {folder}. Nothing is ever sent anywhere.").format(folder=own.home))
    for kind in own.kinds():
        click.echo(f"\n{kind.label}: {count_told(len(kind.files))}, {size_told(kind.size)}")
        click.echo(f"  {kind.about}")
        for place in kind.places:
            click.echo(f"  {place}")
    if players := own.players():
        click.echo("\n" + _("Players here: {names}").format(names=", ".join(players)))
    click.echo("\n" + _("A copy of it all: {command}").format(command="python main.py data export my-data.zip"))
    click.echo(_("To erase it: {command}").format(command="python main.py data erase"))


@data.command(epilog="Example: python main.py data export my-data.zip")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--player", help="Only this player's.")
@click.pass_obj
def export(own: OwnData, file: Path, player: str | None) -> None:
    """Write a zip of all plays, saves and settings.

    To a file, or into a folder.
    """
    _must_be_there(own, player)
    packed = pack(own, free_name(file, datetime.now()) if file.is_dir() else file, player)
    for problem in packed.left_out:
        click.echo(_("Left out: {problem}").format(problem=problem), err=True)
    click.echo(_("{path} holds {count}.").format(count=count_told(packed.count), path=packed.path))


@data.command(epilog="Example: python main.py data erase --player Ana")
@click.option("--player", help="Only this player's plays and saves.")
@click.option("--settings", is_flag=True, help="The settings too.")
@click.pass_obj
def erase(own: OwnData, player: str | None, settings: bool) -> None:
    """Erase your own plays and saves from this computer.

    Asks twice, and says before and after what goes. (`erase` removes a student from a class folder.)
    """
    if player and settings:
        raise UsageError(_("The settings are everybody’s. Erase a player, or everything with the settings."))
    _must_be_there(own, player)
    going = own.files_of(player) if player else own.files_of_all(settings=settings)
    if not going:
        click.echo(_("There is nothing to erase."))
        return
    click.echo(_("This would go for good:"))
    for path in going:
        click.echo(f"  {path}")
    click.echo(_("Nothing else is touched: not copies elsewhere, nor what a teacher has collected."))
    first = read_line(_("Erase {count}? Type yes: ").format(count=count_told(len(going))))
    again = first and first.strip().lower() in ("yes", _("yes"))
    second = read_line(_("They cannot be brought back. Type {word}: ").format(word=ERASE)) if again else None
    if second is None or second.strip() != ERASE:
        click.echo(_("Nothing was erased."))
        return
    done = erase_files(going)
    sweep(own.home / FOLDER)
    _tell(done, forget_name(own.home / "settings.json", player) if player else None)


def _must_be_there(own: OwnData, player: str | None) -> None:
    """Raises UsageError for a name that nobody has played under."""
    if player is not None and tidy(player) not in own.players():
        names = ", ".join(own.players()) or _("nobody by name")
        raise UsageError(
            _("No play here is {player}’s. There are plays of: {names}.").format(player=player, names=names)
        )


def _tell(done: Erased, named: str | None) -> None:
    """Says what is gone; raises GameError for what stayed."""
    click.echo(_("{count} gone.").format(count=count_told(len(done.gone))))
    stayed = [f"{path}: {reason}" for path, reason in done.stayed] + ([named] if named else [])
    if stayed:
        raise GameError("\n".join([_("These stayed:"), *stayed]))
