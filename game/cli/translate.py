"""What a translator types: the texts of scenarios out into a catalogue, up to date, compiled, and how far it is."""

from __future__ import annotations

import sys
from pathlib import Path

import click

import game
from game import locations
from game.author import translate as translating
from game.author.bench import the_rubric
from game.errors import GameError
from game.files import write_shared
from game.scenario.load import load_file, playable


@click.group(epilog="Example: python main.py translate update es saturday-friend")
def translate() -> None:
    """Tell the game in another language. WHAT is a scenario, `rubric` (what moves are called) or `interface`.

    First `update LANG WHAT`, then write in the .po file, then `compile LANG`.
    """


@translate.command(epilog="Example: python main.py translate update es saturday-friend")
@click.argument("language")
@click.argument("what", nargs=-1, required=True)
@click.option(
    "--same-meaning",
    metavar="PLACE",
    multiple=True,
    help="The translation here still holds although the original has changed: a place as `status` names it, or all.",
)
def update(language: str, what: tuple[str, ...], same_meaning: tuple[str, ...]) -> None:
    """Write catalogues (.po) with the texts of today.

    What was translated before is kept.
    """
    for path in map(_path, what):
        target = locations.catalogue_of(path, language, ".po")
        found = translating.brought_up_to_date(_original(path), target, language, same_meaning)
        click.echo(translating.as_text(path.stem, language, found).splitlines()[0] + f" Write in {target}.")


@translate.command("compile", epilog="Example: python main.py translate compile es saturday-friend")
@click.argument("language")
@click.argument("what", nargs=-1)
def compile_(language: str, what: tuple[str, ...]) -> None:
    """Make what the game reads (.mo) of the catalogues.

    Of those that are named, or of all there are.
    """
    for path in _there(language, what):
        data, found = translating.compiled(locations.catalogue_of(path, language, ".po"), language)
        write_shared(locations.catalogue_of(path, language), data)
        click.echo(translating.as_text(path.stem, language, found).splitlines()[0])


@translate.command(epilog="Example: python main.py translate status es")
@click.argument("language")
@click.argument("what", nargs=-1)
def status(language: str, what: tuple[str, ...]) -> None:
    """List what is not translated, or from an older original. Exit code 0 when all is, otherwise 1."""
    whole = True
    for path in _there(language, what):
        found = translating.held_against(_original(path), locations.catalogue_of(path, language, ".po"), language)
        click.echo(translating.as_text(path.stem, language, found))
        whole &= found.whole
    sys.exit(0 if whole else 1)


def _path(what: str) -> Path:
    return locations.OWN.get(what) or locations.find(what)


def _original(path: Path) -> translating.Original:
    if path == locations.OWN["interface"]:
        return translating.of_interface(Path(game.__file__).parent)
    if path == locations.RUBRIC:
        return translating.of_rubric(the_rubric())
    return translating.of_scenario(playable(load_file(path, the_rubric().moves)))


def _there(language: str, what: tuple[str, ...]) -> list[Path]:
    """Returns those named, or all that have a catalogue in the language; raises GameError for none."""
    every = [_path(name) for name in what] or [*locations.OWN.values(), *locations.scenario_files().values()]
    there = [path for path in every if what or locations.catalogue_of(path, language, ".po").exists()]
    if not there:
        raise GameError(
            f"Nothing is translated into `{language}` yet. Begin with: translate update {language} SCENARIO"
        )
    return there
