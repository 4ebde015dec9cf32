"""`glossary` and `credits`: what the game can be asked about itself, in plain lines."""

from __future__ import annotations

from pathlib import Path

import click

from game import locations
from game.app.library import Library
from game.cli.options import library_of
from game.locations import home
from game.play import credits as made_of
from game.play.glossary import Entry, MetOptions, glossary_of, met, why_not_yet
from game.scenario.model import Scenario
from game.words import _


@click.command(epilog="Example: python main.py glossary")
@click.option("--logs", type=click.Path(path_type=Path), help="Where the journals are (default: your own folder).")
@click.option("--player", metavar="NAME", help="Only with what this player met (default: everybody).")
@click.pass_context
def glossary(context: click.Context, logs: Path | None, player: str | None) -> None:
    """Tell every move in plain words, after a first play.

    Each stands beside what only looks like it.
    """
    known = met(logs or home() / "logs", player)
    if not known:
        click.echo(why_not_yet())
        return
    library = library_of(context)
    for group in glossary_of(library.rubric, _played(known, library)):
        click.echo(f"\n{group.name.upper()}")
        for pair in group.pairs:
            if pair.helps:
                _tell("", pair.helps)
            for fake in pair.counterfeits:
                _tell(_("Looks like it: ") if pair.helps else _("On its own: "), fake)


def _tell(lead: str, entry: Entry) -> None:
    """Prints one move, an empty line before one that stands first."""
    click.echo(("" if lead else "\n") + f"{lead}{entry.did}")
    if entry.does:
        click.echo(f"  {entry.does}")
    if entry.gate:
        click.echo("  " + _("A hard limit: {gate}.").format(gate=entry.gate))
    if entry.example:
        click.echo(f"  {entry.example.text}")


def _played(known: dict[str, MetOptions], library: Library) -> list[tuple[Scenario, MetOptions]]:
    """Returns the scenarios that were played and can still be read."""
    return [(scenario, known[scenario.id]) for scenario in library.shelf(known)[0]]


@click.command(epilog="Example: python main.py credits")
def credits() -> None:
    """Say who made the parts of the game, and their licences."""
    for credit in (*made_of.pieces(locations.ASSETS), *made_of.packages()):
        click.echo(f"{credit.what}\n  {made_of.told(credit)}")
