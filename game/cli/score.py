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
from game.play.fold import NotScored, ScoredJournal, fold
from game.play.given import GivenCard, given_as_data, given_as_text
from game.play.journal import read_journal
from game.play.summing_up import as_text, own_words_as_text, summing_up
from game.rubric.scoring_model import ScoringModel


@click.command(epilog="Example: python main.py score logs/*.jsonl --format json")
@click.argument("journals", nargs=-1, required=True, type=PATH)
@FORMAT
@click.option("--scenario", help="Score with this scenario (id or file) in place of the journal's own.")
@click.option("--moments", is_flag=True, help="The second reading too: of what the decisions met had to give.")
def score(journals: tuple[Path, ...], shape: str, scenario: str | None, moments: bool) -> None:
    """Print the scorecards of journals, worked out anew."""
    library = Library.shipped()
    ready: dict[str, ScoringModel] = {}
    folded: list[ScoredJournal] = []
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
        texts = [_told(one, ready[one.journal.begun.scenario], moments) for one in folded]
        beside = [_beside(one, ready[one.journal.begun.scenario]) for one in folded]
        shown = [text + other for text, other in zip(texts, beside, strict=True)]
        click.echo("\n\n".join([*shown, *(given_as_text(card, library.rubric) for card in kept)]))
    sys.exit(1 if failed else 0)


def _told(folded: ScoredJournal, exact: ScoringModel, moments: bool) -> str:
    """Returns what came of a play and what weighed most in it, what its player wrote, and the card."""
    session = family.look_again(exact, folded.journal)
    found = summing_up(session)
    rows = [*as_text(found), *own_words_as_text(session)]
    if found.choices:
        command = f'python main.py continue "{folded.journal.path}" --turn {found.choices[0].turn}'
        rows.append(f"To play on from there, type: {command}")
    return "\n".join([*rows, "", report.as_text(folded.card, exact.rubric, folded.journal.worded, moments=moments)])


def _origin(folded: ScoredJournal) -> dict[str, Any]:
    """Returns where a play that goes on from an earlier turn comes from, as data."""
    begun = folded.journal.begun
    return {"branched_from": begun.branched_from, "branched_at": begun.branched_at} if begun.branched_from else {}


def _beside(folded: ScoredJournal, exact: ScoringModel) -> str:
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


ORIGINS = {
    locations.Origin.BUILT_IN: "",
    locations.Origin.SCHOOL: ", from your school",
    locations.Origin.OWN: ", your own",
}


@click.command("list", epilog="Example: python main.py list --format json")
@FORMAT
def list_(shape: str) -> None:
    """List the scenarios with what they teach."""
    library = Library.shipped()
    scenarios = library.shelf()[0]
    if shape == "json":
        told = ("id", "title", "summary", "question", "minutes", "level", "concepts", "content_notes")
        _print_json([{name: _plain(getattr(scenario, name)) for name in told} for scenario in scenarios])
        return
    teaches = library.teaches(scenarios)
    for scenario in scenarios:
        origin = ORIGINS[locations.origin_of(library.files[scenario.id])]
        click.echo(f"{scenario.id}: {scenario.title} (about {scenario.minutes} minutes{origin})\n  {scenario.summary}")
        click.echo(f"  Question: {scenario.question}\n  It teaches: {'. '.join(teaches[scenario.id])}.")
        for note in scenario.content_notes:
            click.echo(f"  Content note: {note}")
    for path in locations.left_out():
        click.echo(f"Left out, since another scenario is called {path.stem}: {path}. Give its file another name.")


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
