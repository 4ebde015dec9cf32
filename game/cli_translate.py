"""What a translator types: the texts of scenarios out into a catalogue, up to date, compiled, and how far it is."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from game import library
from game.author import translate as translating
from game.author.bench import the_rubric
from game.errors import GameError
from game.files import write_whole
from game.scenario.load import load_file, playable
from game.scenario.model import Scenario


@click.group(epilog="Example: python main.py translate update es saturday-friend")
def translate() -> None:
    """Tell scenarios in another language: update LANG SCENARIO…, then write in the .po file, then compile LANG."""


@translate.command(epilog="Example: python main.py translate update es saturday-friend")
@click.argument("language")
@click.argument("scenarios", nargs=-1, required=True)
def update(language: str, scenarios: tuple[str, ...]) -> None:
    """Write the catalogues (.po) of scenarios with their texts of today; what was translated before is kept."""
    for path, scenario in _named(scenarios):
        target = library.catalogue_of(path, language, ".po")
        found = translating.brought_up_to_date(scenario, target, language)
        click.echo(translating.as_text(scenario.id, language, found).splitlines()[0] + f" Write in {target}.")


@translate.command("compile", epilog="Example: python main.py translate compile es saturday-friend")
@click.argument("language")
@click.argument("scenarios", nargs=-1)
def compile_(language: str, scenarios: tuple[str, ...]) -> None:
    """Make what the game reads (.mo) of the catalogues named, or of all there are."""
    for path, scenario in _there(language, scenarios):
        data, found = translating.compiled(library.catalogue_of(path, language, ".po"), language)
        write_whole(library.catalogue_of(path, language), data)
        click.echo(translating.as_text(scenario.id, language, found).splitlines()[0])


@translate.command(epilog="Example: python main.py translate status es")
@click.argument("language")
@click.argument("scenarios", nargs=-1)
def status(language: str, scenarios: tuple[str, ...]) -> None:
    """List what is not translated, or from an older original. Exit code 0 when all is, otherwise 1."""
    whole = True
    for path, scenario in _there(language, scenarios):
        found = translating.held_against(scenario, library.catalogue_of(path, language, ".po"), language)
        click.echo(translating.as_text(scenario.id, language, found))
        whole &= found.whole
    sys.exit(0 if whole else 1)


def _named(scenarios: tuple[str, ...]) -> list[tuple[Path, Scenario]]:
    moves = the_rubric().moves
    return [(path, playable(load_file(path, moves))) for path in map(library.find, scenarios)]


def _there(language: str, scenarios: tuple[str, ...]) -> list[tuple[Path, Scenario]]:
    """The scenarios named, or all of the library that have a catalogue in the language; raises GameError for none."""
    names = scenarios or tuple(
        name for name, path in library.scenario_files().items() if library.catalogue_of(path, language, ".po").exists()
    )
    if not names:
        raise GameError(
            f"Nothing is translated into `{language}` yet. Begin with `translate update {language} SCENARIO`."
        )
    return _named(names)
