"""What a teacher types: one function a command; `game.cli.main` puts them beside the player's."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import click

from game.cli.export import aside, kit, pseudonyms_of
from game.debrief.figures.figures import figures, unscored, unscored_scenarios
from game.debrief.figures.model import Figures, Play
from game.debrief.figures.sums import Sums
from game.debrief.pages.page import report, report_on_gone
from game.debrief.pages.slides import slides
from game.debrief.read import classes
from game.debrief.read.cluster import Progress, read_here, read_on_dask
from game.debrief.read.collect import collect as collect_journals
from game.debrief.read.collect import erase as erase_player
from game.debrief.read.left_out import Beside, branches_in_words, gone, left_out
from game.debrief.read.pseudonyms import KEY_FILE
from game.debrief.read.sources import files, show
from game.errors import GameError, UsageError
from game.files import write_whole
from game.rubric.exact import Exact

PATH = click.Path(path_type=Path)
KEY = click.option("--key", type=PATH, help=f"The key file behind pseudonyms (default: {KEY_FILE} in your own folder).")
NAMES = click.option("--names", is_flag=True, help="Put names in, in place of pseudonyms.")
SCENARIO = click.option("--scenario", help="Only this scenario: its id, or its file.")
DASK = click.option("--dask", "address", help="Read on the Dask cluster at this address, such as tcp://127.0.0.1:8786.")
LOGS = click.argument("logs", nargs=-1, required=True, type=PATH)


@click.command(epilog="Example: python main.py collect /media/stick logs.zip --into class-4b")
@click.argument("sources", nargs=-1, required=True, type=PATH)
@click.option("--into", required=True, type=PATH, help="The folder to gather the journals in.")
def collect(sources: tuple[Path, ...], into: Path) -> None:
    """Gather journals from sticks, folders and zips: each play once, nothing altered at the source."""
    done = collect_journals(sources, into)
    click.echo(done.text)


@click.command(epilog='Example: python main.py erase "Ana Ruiz" --in class-4b')
@click.argument("player")
@click.option("--in", "folder", required=True, type=PATH, help="The folder that `collect` filled.")
@KEY
def erase(player: str, folder: Path, key: Path | None) -> None:
    """Delete every journal of a player, given by name or by pseudonym."""
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
    """Make the page for a class's half hour from journals, sums, or both: one a scenario."""
    found = _class(logs, scenario, key, names, address)
    if projector and not found.groups:
        raise UsageError("There is nothing to project: these scenarios are gone. Make the page, without --projector.")
    if sums_out is not None:
        write_whole(sums_out, found.sums.as_json())
        click.echo(
            f"Sums: {show(sums_out)}. They hold small numbers uncovered: share them with schools, not with classes."
        )
    for title, plays, path in _write_pages(found, out, names=names, projector=projector):
        click.echo(f"{title}: {plays} plays, {show(path)}")
    for name in unscored_scenarios(found.sums):
        click.echo(_unscored_text(name, found.sums))


def debrief_folder(
    folder: Path, progress: Callable[[int, int], None], say: Callable[[str], None] = aside
) -> tuple[Path, ...]:
    """The pages, one a scenario, written into a folder from what lies in it; tells how many files are read, of how
    many, and says what was left out. What the window's screen for teachers calls; raises GameError."""
    total = 0
    for total, _ in enumerate(files((folder,)), 1):
        if total % 100 == 0:
            progress(0, total)
    progress(0, total)
    found = _class((folder,), None, None, False, progress=lambda done: progress(min(done, total), total), say=say)
    progress(total, total)
    return tuple(path for _, _, path in _write_pages(found, folder / "debrief.html"))


# ── a class, read ────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Class:
    """What was named, read: sums, the figures of each scenario in them, the plays where they are few, and the rest."""

    sums: Sums
    groups: tuple[tuple[Figures, Exact], ...]
    plays: list[Play]
    beside: Beside


def _class(
    logs: tuple[Path, ...],
    scenario: str | None,
    key: Path | None,
    names: bool,
    address: str | None = None,
    progress: Progress | None = None,
    say: Callable[[str], None] = aside,
) -> Class:
    """Reads a class, saying on the side what could not be used; raises UsageError when nothing could."""
    for path in logs:
        if not path.exists():
            raise UsageError(f"There is nothing at {show(path)}. Name files, folders or zips.")
    scenarios = kit(scenario)
    reader = scenarios.reader()
    with nullcontext(progress) if progress else _progress() as tell:
        read, copies = (
            read_on_dask(logs, scenarios, address, tell) if address else read_here(logs, scenarios, tell, reader)
        )
    for trouble in read.troubles[:20]:
        say(f"Left out: {trouble.label}: {trouble.why}")
    if read.unread > 20:
        say(f"… and {read.unread - 20} more. `collect` sorts them.")
    if copies:
        say(f"{copies} more {'copy' if copies == 1 else 'copies'} of the same plays: counted once.")
    if read.branches:
        say(branches_in_words(len(read.branches)))
    groups = []
    for name in sorted({name for name, _ in read.sums.groups if scenarios.only in (None, name)}):
        exact = reader.exact(name)
        if exact is not None:
            group = figures(read.sums, exact)
            groups += [(group, exact)] if group.plays or group.unscored else []
    if not groups and not unscored_scenarios(read.sums):
        rest = "First plays are missing" if read.branches else "No play of a scenario in the library was found"
        raise UsageError(f"{rest} there. `collect` says what each file is.")
    few = len(read.marks) // 2 <= classes.MOST_PLAYS * 2
    everything = classes.items(files(logs))
    found = classes.plays(everything, reader, pseudonyms_of(key, say), names=names) if few and read.marks else []
    beside = Beside(
        gone(read.sums, {group.scenario for group, _ in groups}, found),
        left_out(read.troubles, names=names),
        read.unread - len(read.troubles),
        copies,
        len(read.branches),
    )
    return Class(read.sums, tuple(groups), found, beside)


def _write_pages(
    found: Class, out: Path, *, names: bool = False, projector: bool = False
) -> Iterator[tuple[str, int, Path]]:
    """Each scenario's title, its plays and its page, written at `out`, or beside it where there are several."""
    if not found.groups:
        page = report_on_gone(found.plays, names, found.beside)
        _write(out, page)
        yield ", ".join(one.title for one in found.beside.gone), found.sums.plays(), out
    for group, exact in found.groups:
        mine = [play for play in found.plays if play.scenario == group.scenario]
        page = slides(group, exact) if projector else report(group, mine, exact, names, found.beside)
        path = out if len(found.groups) == 1 else out.with_name(f"{out.stem}-{group.scenario}{out.suffix or '.html'}")
        _write(path, page)
        yield group.title, group.plays, path


def _write(path: Path, page: str) -> None:
    try:
        write_whole(path, page.encode("utf-8"))
    except OSError as error:
        raise GameError(f"{show(path)} cannot be written: {error.strerror or error}.") from None


def _unscored_text(name: str, sums: Sums) -> str:
    """What can be said of plays that today's scenario cannot score: choices and endings by their ids."""
    found = unscored(sums, name)
    if found is None:
        return ""
    rows = [
        f"Not scored, since {name} is gone or has changed: plays {found.plays}, of these finished {found.complete}. "
        "Chosen (small numbers left out):"
    ]
    rows += [f"  {node}: {option} {count}" for node, option, count in found.choices] or ["  none often enough"]
    rows += [f"  ending {ending}: {count}" for ending, count in found.endings]
    return "\n".join(rows)


@contextmanager
def _progress() -> Iterator[Progress]:
    """Counts files on one line of the terminal, where there is one."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    yield lambda done: click.echo(f"\r{done:,} files read", err=True, nl=False)
    click.echo("", err=True)
