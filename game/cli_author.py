"""What an author types: one function a command; `game.cli` puts them beside the player's."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from game import library
from game.author import diff as differing
from game.author import explain as explaining
from game.author import explore as exploring
from game.author import verdicts
from game.author.bench import opened
from game.errors import GameError, UsageError

FORMAT = click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", help="How to print it.")


@click.command(epilog="Example: python main.py explore saturday-friend")
@click.argument("scenario")
@FORMAT
def explore(scenario: str, shape: str) -> None:
    """Every play of a scenario at once: how many, how they end, what chance scores, what can be reached."""
    found = exploring.explore(opened(scenario))
    if shape == "json":
        _print_json(exploring.as_data(found))
    else:
        click.echo(exploring.as_text(found))


@click.command(epilog="Example: python main.py explain saturday-friend the-favour")
@click.argument("scenario")
@click.argument("name", metavar="NODE|OPTION|CODE")
@click.option(
    "--save",
    is_flag=False,
    flag_value="tests/plays",
    type=click.Path(path_type=Path),
    metavar="[FOLDER]",
    help="Keep the play as a transcript that the tests replay (default folder: tests/plays).",
)
def explain(scenario: str, name: str, save: Path | None) -> None:
    """The shortest play that shows a node, an option, or what a diagnostic code complains of."""
    bench = opened(scenario)
    shown = explaining.explain(bench, name)
    click.echo(explaining.as_text(bench, shown))
    if save is not None:
        path = save / f"{bench.scenario.id}-{name}.play"
        try:
            save.mkdir(parents=True, exist_ok=True)
            path.write_text(explaining.as_kept(bench, shown), encoding="utf-8")
        except OSError as error:
            raise GameError(f"Cannot write {path}: {error.strerror}. Name another folder after --save.") from None
        click.echo(f"Kept as {path}.")


@click.command(epilog="Example: python main.py validity saturday-friend")
@click.argument("scenarios", nargs=-1)
@click.option("--library", "whole", is_flag=True, help="Check every scenario of the library.")
@FORMAT
def validity(scenarios: tuple[str, ...], whole: bool, shape: str) -> None:
    """Whether scores mean what they say: every check with its figures. Exit code 0 when none fails, otherwise 1."""
    if whole == bool(scenarios):
        raise UsageError("Name the scenarios to check, or say --library for all of them.")
    found = verdicts.outcomes(scenarios or list(library.scenario_files()))
    if shape == "json":
        _print_json(verdicts.as_data(found))
    else:
        click.echo(verdicts.as_text(found))
    sys.exit(0 if all(one.met for one in found) else 1)


@click.command(epilog="Example: python main.py diff old.yaml scenarios/saturday-friend.yaml")
@click.argument("old")
@click.argument("new")
@FORMAT
def diff(old: str, new: str, shape: str) -> None:
    """What an edit did: nodes and options, reach, endings, what chance scores, how the archetypes score."""
    before, after = opened(old), opened(new)
    found = differing.diff(before, after)
    if shape == "json":
        _print_json(differing.as_data(found))
    else:
        click.echo(differing.as_text(before, after, found))


def _print_json(data: object) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False))
