"""`glossary` and `credits`: what the game can be asked about itself, in plain lines."""

from __future__ import annotations

from pathlib import Path

import click

from game import locations
from game.locations import home
from game.play import credits as made_of
from game.play.glossary import Entry, Met, glossary_of, met, why_not_yet
from game.rubric.load import load_file as load_rubric
from game.rubric.load import usable
from game.rubric.model import Rubric
from game.rubric.translate import told_in as rubric_in
from game.scenario.load import load_file
from game.scenario.model import Scenario
from game.scenario.translate import read_catalogue, told_in
from game.words import _


@click.command(epilog="Example: python main.py glossary")
@click.option("--logs", type=click.Path(path_type=Path), help="Where the journals are (default: your own folder).")
@click.option("--player", metavar="NAME", help="Only with what this player met (default: everybody).")
@click.pass_context
def glossary(context: click.Context, logs: Path | None, player: str | None) -> None:
    """The moves in plain words, each beside its counterfeit, once you have played to an end."""
    known = met(logs or home() / "logs", player)
    if not known:
        click.echo(why_not_yet())
        return
    language = context.find_root().params.get("language")
    rubric = usable(load_rubric(locations.RUBRIC))
    if language:
        rubric = rubric_in(rubric, read_catalogue(locations.catalogue_of(locations.RUBRIC, language)))
    for group in glossary_of(rubric, _played(known, rubric, language)):
        click.echo(f"\n{group.name.upper()}")
        for pair in group.pairs:
            if pair.helps:
                _tell("", pair.helps)
            for fake in pair.counterfeits:
                _tell(_("Looks like it: ") if pair.helps else _("On its own: "), fake)


def _tell(lead: str, entry: Entry) -> None:
    """One move, an empty line before one that stands first."""
    click.echo(("" if lead else "\n") + f"{lead}{entry.did}")
    if entry.does:
        click.echo(f"  {entry.does}")
    if entry.gate:
        click.echo("  " + _("A hard limit: {gate}.").format(gate=entry.gate))
    if entry.example:
        click.echo(f"  {entry.example.text}")


def _played(known: dict[str, Met], rubric: Rubric, language: str | None) -> list[tuple[Scenario, Met]]:
    """The scenarios that were played and can still be read, in the language."""
    found = []
    for name, path in locations.scenario_files().items():
        scenario = load_file(path, rubric.moves).scenario if name in known else None
        if scenario is not None:
            told = told_in(scenario, read_catalogue(locations.catalogue_of(path, language))) if language else scenario
            found.append((told, known[name]))
    return found


@click.command(epilog="Example: python main.py credits")
def credits() -> None:
    """Who made what the game is made of, and under which licences."""
    for credit in (*made_of.pieces(locations.ASSETS), *made_of.packages()):
        click.echo(f"{credit.what}\n  {made_of.told(credit)}")
