"""What a teacher types: one function a command; `game.cli.main` puts them beside the player's."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from game.cli.export import aside
from game.cli.options import PATH
from game.debrief.class_pages import pseudonyms_of, read_class, unscored_text, write_pages
from game.debrief.figures.figures import unscored_scenarios
from game.debrief.read.cluster import Progress
from game.debrief.read.collect import collect as collect_journals
from game.debrief.read.collect import erase as erase_player
from game.debrief.read.pseudonyms import KEY_FILE
from game.debrief.read.sources import show
from game.errors import UsageError
from game.files import write_whole

KEY = click.option("--key", type=PATH, help=f"The key file behind pseudonyms (default: {KEY_FILE} in your own folder).")
NAMES = click.option("--names", is_flag=True, help="Put names in, in place of pseudonyms.")
SCENARIO = click.option("--scenario", help="Only this scenario: its id, or its file.")
DASK = click.option("--dask", "address", help="Read on the Dask cluster at this address, such as tcp://127.0.0.1:8786.")
LOGS = click.argument("logs", nargs=-1, required=True, type=PATH)


@click.command(epilog="Example: python main.py collect /media/stick logs.zip --into class-4b")
@click.argument("sources", nargs=-1, required=True, type=PATH)
@click.option("--into", required=True, type=PATH, help="The folder to gather the journals in.")
def collect(sources: tuple[Path, ...], into: Path) -> None:
    """Gather journals from sticks, folders and zips.

    Each play is taken once, and nothing is altered at the source.
    """
    done = collect_journals(sources, into)
    click.echo(done.text)


@click.command(epilog='Example: python main.py erase "Ana Ruiz" --in class-4b')
@click.argument("player")
@click.option("--in", "folder", required=True, type=PATH, help="The folder that `collect` filled.")
@KEY
def erase(player: str, folder: Path, key: Path | None) -> None:
    """Remove one student's journals from a class folder.

    The student is given by name or by pseudonym. (`data erase` removes your own plays.)
    """
    done = erase_player(player, folder, pseudonyms_of(key, aside))
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
@NAMES
@KEY
@click.option("--projector", is_flag=True, help="As slides, with nothing that could identify a person.")
@click.option("--sums", "sums_out", type=PATH, help="Also write the sums, which other schools' can be added to.")
@click.option("--lang", type=click.Choice(["en"]), default="en", help="The language of the page.")
@DASK
def debrief(
    logs: tuple[Path, ...],
    out: Path,
    scenario: str | None,
    names: bool,
    key: Path | None,
    projector: bool,
    sums_out: Path | None,
    lang: str,  # noqa: ARG001 (one language so far)
    address: str | None,
) -> None:
    """Make the page for a class's half hour.

    From journals, sums, or both; one page a scenario.
    """
    with _progress() as progress:
        found = read_class(logs, aside, scenario, key, names, address, progress)
    if projector and not found.groups:
        raise UsageError("There is nothing to project: these scenarios are gone. Make the page, without --projector.")
    if sums_out is not None:
        write_whole(sums_out, found.sums.as_json())
        click.echo(
            f"Sums: {show(sums_out)}. They hold small numbers uncovered: share them with schools, not with classes."
        )
    for title, plays, path in write_pages(found, out, names=names, projector=projector):
        click.echo(f"{title}: {plays} plays, {show(path)}")
    for name in unscored_scenarios(found.sums):
        click.echo(unscored_text(name, found.sums))


@contextmanager
def _progress() -> Iterator[Progress]:
    """Counts files on one line of the terminal, where there is one."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    yield lambda done: click.echo(f"\r{done:,} files read", err=True, nl=False)
    click.echo("", err=True)
