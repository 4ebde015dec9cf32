"""What a teacher types: one function a command; `game.cli.main` puts them beside the player's."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

import click

from game.cli.counting import counted
from game.cli.export import aside
from game.cli.lrs import lrs_options, store_of
from game.cli.options import LANGUAGE_OF_PAGE, PATH
from game.debrief.class_pages import pseudonyms_of, read_class, see_that_there_are, unscored_text, write_pages
from game.debrief.export.tables import write_name_list
from game.debrief.figures.unscored import unscored_scenarios
from game.debrief.read.collect import collect as collect_journals
from game.debrief.read.erase import erase as erase_player
from game.debrief.read.keys import sign
from game.debrief.read.pseudonyms import KEY_FILE
from game.debrief.read.sources import FoundJournal, Trouble, show
from game.errors import UsageError
from game.files import write_whole

KEY = click.option("--key", type=PATH, help=f"The key file behind pseudonyms (default: {KEY_FILE} in your own folder).")
NAMES = click.option("--names", is_flag=True, help="Put names in, in place of pseudonyms.")
SCENARIO = click.option("--scenario", help="Only this scenario: its id, or its file.")
CLASS_CODE = click.option("--class-code", help="Only plays with this class code.")
DASK = click.option("--dask", "address", help="Read on the Dask cluster at this address, such as tcp://127.0.0.1:8786.")
LOGS = click.argument("logs", nargs=-1, required=True, type=PATH)


@click.command(epilog="Example: python main.py collect /media/stick logs.zip --into class-4b")
@click.argument("sources", nargs=-1, type=PATH)
@click.option("--into", required=True, type=PATH, help="The folder to gather the journals in.")
@lrs_options("Also bring back the plays that the learning record store here holds.")
@KEY
def collect(
    sources: tuple[Path, ...],
    into: Path,
    endpoint: str | None,
    user: str | None,
    password: str | None,
    key: Path | None,
) -> None:
    """Gather journals from sticks, folders, zips and a record store.

    Each play is taken once, and nothing is altered at the source.
    """
    if not sources and endpoint is None:
        raise UsageError("Say where the journals are: sticks, folders or zips, or a learning record store with --lrs.")
    see_that_there_are(sources)
    done = collect_journals(sources, into, _from_store(endpoint, user, password) if endpoint is not None else ())
    sign(into, pseudonyms_of(key, aside))
    click.echo(done.text)


def _from_store(endpoint: str, user: str | None, password: str | None) -> Iterable[FoundJournal | Trouble]:
    """Returns the plays that a learning record store tells of."""
    from game.debrief.lrs.fetch import fetch  # http and TLS, which nothing else here needs
    from game.debrief.lrs.journals import journals

    store = store_of(endpoint, user, password)
    with counted("statements read") as progress:
        return list(journals(fetch(store, time.sleep, progress), store.address))


@click.command(epilog='Example: python main.py erase "Ana Ruiz" --in class-4b')
@click.argument("player")
@click.option("--in", "folder", required=True, type=PATH, help="The folder that `collect` filled.")
@click.option("--class-code", help="The class code that the student played with, to tell two of one name apart.")
@KEY
def erase(player: str, folder: Path, class_code: str | None, key: Path | None) -> None:
    """Remove one student's journals from a class folder.

    The student is given by name or by pseudonym; of two with one name it is asked which.
    (`data erase` removes your own plays.)
    """
    done = erase_player(player, folder, pseudonyms_of(key, aside), class_code)
    if not done.journals and not done.quarantined:
        raise UsageError(f"There is nothing of that player in {show(folder)}. Check the spelling, and the key file.")
    count = len(done.journals)
    click.echo(
        f"Deleted {count} journal{'' if count == 1 else 's'}{f' of {done.pseudonym}' if done.pseudonym else ''}:"
    )
    for path in (*done.journals, *done.quarantined):
        click.echo(f"  {show(path)}")
    click.echo("They stay away when you collect into this folder again. Not touched: the sources they came from,")
    click.echo("backups, and reports, exports and sums made before. Make those anew.")


@click.command(epilog="Example: python main.py debrief class-4b -o report.html")
@LOGS
@click.option("-o", "--out", type=PATH, default=Path("debrief.html"), help="The page to write (default: debrief.html).")
@SCENARIO
@CLASS_CODE
@NAMES
@KEY
@click.option("--projector", is_flag=True, help="As slides, with nothing that could identify a person.")
@click.option("--group-only", is_flag=True, help="The lesson alone, on a few sheets of paper: no page for each person.")
@click.option("--name-list", type=PATH, help="Also write who stands behind each pseudonym, for you alone.")
@click.option("--afresh", is_flag=True, help="Forget the pages made of these plays before; show none of them any more.")
@click.option("--sums", "sums_out", type=PATH, help="Also write the sums, which other schools' can be added to.")
@LANGUAGE_OF_PAGE
@DASK
def debrief(
    logs: tuple[Path, ...],
    out: Path,
    scenario: str | None,
    class_code: str | None,
    names: bool,
    key: Path | None,
    projector: bool,
    group_only: bool,
    name_list: Path | None,
    afresh: bool,
    sums_out: Path | None,
    language: str | None,
    address: str | None,
) -> None:
    """Make the page for a class's half hour.

    From journals, sums, or both; one page a scenario.
    """
    with counted() as progress:
        found = read_class(
            *(logs, aside, scenario, key, names, address, progress),
            afresh=afresh,
            class_code=class_code,
            language=language,
        )
    if projector and not found.groups:
        raise UsageError("There is nothing to project: these scenarios are gone. Make the page, without --projector.")
    if sums_out is not None:
        write_whole(sums_out, found.sums.as_json())
        click.echo(
            f"Sums: {show(sums_out)}. They hold small numbers uncovered: share them with schools, not with classes."
        )
    for title, people, path in write_pages(found, out, names=names, projector=projector, group_only=group_only):
        click.echo(f"{title}: {people} {'person' if people == 1 else 'people'}, {show(path)}")
    if name_list is not None:
        count = write_name_list(found.plays, name_list)
        click.echo(f"{count} names and their pseudonyms: {show(name_list)}. It is for you alone.")
    for name in unscored_scenarios(found.sums):
        click.echo(unscored_text(name, found.sums))
