"""`saves` and `plays`: what was saved, listed, renamed and removed; and what was played to its end, listed."""

from __future__ import annotations

from pathlib import Path

import click

from game.app.library import Library
from game.app.plays import Plays
from game.cli.options import LANGUAGE, LOGS
from game.errors import UsageError
from game.locations import home
from game.play import saves as kept
from game.play.journal import utc_now
from game.play.players import SAVES, folder_of, settle, tidy
from game.play.saves import Save
from game.play.session import Session
from game.words import _


@click.command(epilog='Example: python main.py saves --rename quick "Before the talk"')
@click.option("--rename", type=(str, str), metavar="ID NAME", help="Call a save something else.")
@click.option("--remove", metavar="ID", help="Remove a save; the play itself stays.")
@click.option("--player", metavar="NAME", default="", help="Whose saves; without it, those of nobody by name.")
def saves(rename: tuple[str, str] | None, remove: str | None, player: str) -> None:
    """List your saves, with what to type to go on from each."""
    if rename:
        changed = kept.rename(_found(rename[0], player), rename[1])
        click.echo(f"It is called “{changed.mark.name}” now.")
        return
    if remove:
        gone = _found(remove, player)
        kept.delete(gone)
        click.echo(f"“{gone.mark.name}” is removed. The play itself stays in {gone.mark.journal}")
        return
    found, wrong = kept.list_saves(folder(player))
    for save in found:
        mark = save.mark
        click.echo(
            f"{save.id}: {mark.name}. {mark.title}, turn {mark.turn + 1}, {mark.when.astimezone():%Y-%m-%d %H:%M}"
        )
        click.echo(f'  To go on from there, type: python main.py continue "{save.path}"')
    if not found:
        click.echo("Nothing is saved yet. Type s and a name at any choice, or press F5 in the window.")
    for message in wrong:
        click.echo(message, err=True)


def folder(player: str) -> Path:
    """Returns where a player's saves lie."""
    return folder_of(home(), player) / SAVES


def save_here(session: Session, name: str) -> str:
    """Saves this moment of a play in the terminal; in words, how to come back to it."""
    player = session.begun.player or ""
    settle(home(), home() / "logs", player)
    save = kept.keep(folder(player), session, name, utc_now())
    return f'“{save.mark.name}” is kept. To come back to it, type: python main.py continue "{save.path}"'


def _found(name: str, player: str) -> Save:
    save = kept.find(folder(player), name)
    if save is None:
        whose = f' --player "{player}"' if player else ""
        raise UsageError(f"There is no save `{name}`. Type `python main.py saves{whose}` to see those there are.")
    return save


@click.command(epilog="Example: python main.py plays --player Ana")
@click.option("--player", metavar="NAME", default="", help="Whose plays; without it, those of nobody by name.")
@LOGS
@LANGUAGE
def plays(player: str, logs: Path | None, language: str | None) -> None:
    """List your finished plays, and how to see each again."""
    played = Plays(Library.shipped(language), home(), logs or home() / "logs", tidy(player)).played()
    for one in played:
        told = _("Endings seen: {seen} of {endings}").format(seen=len(one.seen), endings=one.endings)
        click.echo(f"{one.scenario.title}. {told}")
        for play in one.plays:
            click.echo(f"  {play.began.astimezone():%Y-%m-%d %H:%M}: {one.title(play)}")
            click.echo(f'    python main.py score "{play.path}"')
    if not played:
        click.echo(_("No conversation was played to its end yet."))
