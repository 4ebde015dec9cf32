"""`score`, `list` and `profiles`: what plays came to, what there is to play, and how the bots score in it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from game import locations
from game.app.library import Library
from game.author.validity.profiles import EXPLANATION, profile_table
from game.cli.options import FORMAT, PATH
from game.errors import GameError
from game.play import compare, family, report
from game.play.fold import Folded, NotScored, fold
from game.play.given import GivenCard, given_as_data, given_as_text
from game.play.journal import read_journal
from game.rubric.scoring_model import ScoringModel


@click.command(epilog="Example: python main.py score logs/*.jsonl --format json")
@click.argument("journals", nargs=-1, required=True, type=PATH)
@FORMAT
@click.option("--scenario", help="Score with this scenario (id or file) in place of the journal's own.")
def score(journals: tuple[Path, ...], shape: str, scenario: str | None) -> None:
    """Print the scorecards of journals, worked out anew."""
    library = Library.shipped()
    ready: dict[str, ScoringModel] = {}
    folded: list[Folded] = []
    kept: list[GivenCard] = []
    failed = False
    for path in journals:
        try:
            journal = read_journal(path)
            name = journal.begun.scenario
            if name not in ready:
                ready[name] = library.exact(scenario) if scenario else library.ready(library.by_id(name))
            folded.append(fold(journal, ready[name]))
        except NotScored as error:
            click.echo(str(error), err=True)
            if error.given is None:
                failed = True
            else:
                kept.append(error.given)
        except GameError as error:
            failed = True
            click.echo(str(error), err=True)
    for one in folded:
        for note in one.notes:
            click.echo(f"{one.journal.path}: {note}", err=True)
    if shape == "json":
        given = [given_as_data(card, library.rubric.axes) for card in kept]
        _print_json([*(report.as_data(one.card) | {"scored": True} | _origin(one) for one in folded), *given])
    else:
        texts = [report.as_text(one.card, library.rubric, one.journal.worded) for one in folded]
        beside = [_beside(one, ready[one.journal.begun.scenario]) for one in folded]
        shown = [text + other for text, other in zip(texts, beside, strict=True)]
        click.echo("\n\n".join([*shown, *(given_as_text(card, library.rubric) for card in kept)]))
    sys.exit(1 if failed else 0)


def _origin(folded: Folded) -> dict[str, Any]:
    """Returns where a play that goes on from an earlier turn comes from, as data."""
    begun = folded.journal.begun
    return {"branched_from": begun.branched_from, "branched_at": begun.branched_at} if begun.branched_from else {}


def _beside(folded: Folded, exact: ScoringModel) -> str:
    """Returns what a play goes on from, and the two compared where the other is there; nothing for a first play."""
    begun = folded.journal.begun
    if begun.branched_at is None:
        return ""
    other = family.beside(family.trails(exact, folded.journal.path), begun)
    if other is None:
        return f"\n\nIt goes on from turn {begun.branched_at} of a play whose journal is not in the same folder."
    parts = compare.compare(folded.card, other.card, other.name, exact.story.scenario, exact.rubric)
    told = f"It goes on from turn {begun.branched_at} of {other.path.name}."
    return f"\n\n{told}\n\n{compare.as_text(parts, other.name)}"


@click.command("list", epilog="Example: python main.py list --format json")
@FORMAT
def list_(shape: str) -> None:
    """List the scenarios with what they teach."""
    scenarios = Library.shipped().shelf()[0]
    if shape == "json":
        told = ("id", "title", "summary", "question", "minutes", "level", "concepts", "content_notes")
        _print_json([{name: _plain(getattr(scenario, name)) for name in told} for scenario in scenarios])
        return
    for scenario in scenarios:
        click.echo(f"{scenario.id}: {scenario.title} (about {scenario.minutes} minutes)\n  {scenario.summary}")
        click.echo(f"  Question: {scenario.question}\n  Concepts: {', '.join(map(str, scenario.concepts))}")
        for note in scenario.content_notes:
            click.echo(f"  Content note: {note}")


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


@click.command(epilog="Example: python main.py profiles saturday-friend")
@click.argument("scenarios", nargs=-1)
def profiles(scenarios: tuple[str, ...]) -> None:
    """Print how the five bots and the random player score."""
    library = Library.shipped()
    tables = [profile_table(library.exact(name)) for name in scenarios or tuple(locations.scenario_files())]
    click.echo("\n\n".join([EXPLANATION, *(table.text for table in tables)]))
    sys.exit(0 if all(table.met for table in tables) else 1)


def _print_json(data: object) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False))
