"""What is typed at the end of a month or a term: `progress`."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.counting import counted
from game.cli.export import SEPARATOR, aside
from game.cli.options import LANGUAGE_OF_PAGE, PATH
from game.cli.teach import KEY, LOGS, NAMES, SCENARIO
from game.debrief.export.table import Separator
from game.debrief.read.sources import show
from game.debrief.term.rows import write_people, write_term
from game.debrief.term.term import open_term, write_term_page


@click.command(epilog="Example: python main.py progress class-4b class-4c -o term.html")
@LOGS
@click.option("-o", "--out", type=PATH, default=Path("term.html"), help="The page to write (default: term.html).")
@SCENARIO
@click.option("--class-code", "codes", multiple=True, help="Only this class; give it again for each class to compare.")
@NAMES
@KEY
@click.option("--group-only", is_flag=True, help="Only what may be shown: no row for each person.")
@click.option("--afresh", is_flag=True, help="Forget the pages made of these plays before; show none of them any more.")
@click.option("--table", type=PATH, help="Also write what may be shown as a table (.csv or .xlsx).")
@click.option("--people-table", type=PATH, help="Also write a row for each person, for you alone (.csv or .xlsx).")
@SEPARATOR
@LANGUAGE_OF_PAGE
def progress(
    logs: tuple[Path, ...],
    out: Path,
    scenario: str | None,
    codes: tuple[str, ...],
    names: bool,
    key: Path | None,
    group_only: bool,
    afresh: bool,
    table: Path | None,
    people_table: Path | None,
    separator: Separator,
    language: str | None,
) -> None:
    """Make the page of a term: what moved, and which scenario is next.

    From journals of any number of classes and scenarios, first plays beside latest ones.
    """
    with counted() as count:
        term = open_term(
            *(logs, aside, scenario, codes, key), names=names, afresh=afresh, progress=count, language=language
        )
    write_term_page(term, out, names=names, group_only=group_only)
    people, plays = len(term.read.people), term.read.plays
    who, what = "person" if people == 1 else "people", "play" if plays == 1 else "plays"
    click.echo(f"{people:,} {who}, {plays:,} {what}: {show(out)}")
    if not group_only:
        click.echo("Its last part is for you alone; --group-only makes the page without it.")
    if table is not None:
        write_term(term.figures, table, separator)
        click.echo(f"What may be shown, as a table: {show(table)}")
    if people_table is not None:
        write_people(term.read.people, term.exact, people_table, separator, names=names)
        click.echo(f"A row for each person and scenario: {show(people_table)}. It is for you alone.")
