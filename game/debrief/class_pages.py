"""The pages of a class, from whatever a teacher names: journals read once, figures, and one page a scenario."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from game import locations
from game.app.library import Library
from game.debrief.figures.figures import figures, unscored, unscored_scenarios
from game.debrief.figures.model import ClassFigures, ScoredPlay
from game.debrief.figures.sums import Sums
from game.debrief.pages.page import report, report_on_gone
from game.debrief.pages.slides import slides
from game.debrief.read import classes
from game.debrief.read.cluster import Kit, Progress, read_here, read_on_dask
from game.debrief.read.left_out import LeftOut, branches_in_words, gone, left_out
from game.debrief.read.pseudonyms import KEY_FILE, Pseudonyms, open_key
from game.debrief.read.sources import files, show
from game.errors import GameError, UsageError
from game.files import write_whole
from game.rubric.scoring_model import ScoringModel

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Class:
    """What was named, read: sums, the figures of each scenario in them, the plays where they are few, and the rest."""

    sums: Sums
    groups: tuple[tuple[ClassFigures, ScoringModel], ...]
    plays: list[ScoredPlay]
    beside: LeftOut


def read_class(
    logs: tuple[Path, ...],
    say: Say,
    scenario: str | None = None,
    key: Path | None = None,
    names: bool = False,
    address: str | None = None,
    progress: Progress = lambda _: None,
) -> Class:
    """Returns a class read from files, folders or zips; raises UsageError when nothing there could be used.

    say: is told what was left out, one line at a time
    scenario: only this scenario, by id or file
    key: the file behind the pseudonyms
    address: the Dask cluster to read on; None reads on this machine
    progress: is told how many files are read
    """
    for path in logs:
        if not path.exists():
            raise UsageError(f"There is nothing at {show(path)}. Name files, folders or zips.")
    scenarios = kit(scenario)
    reader = scenarios.reader()
    everything = classes.RememberedItems(lambda: files(logs))
    if address:
        read, copies = read_on_dask(logs, scenarios, address, progress)
    else:
        read, copies = read_here(logs, scenarios, progress, reader, everything)
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
    found = classes.plays(everything, reader, pseudonyms_of(key, say), names=names) if few and read.marks else []
    beside = LeftOut(
        gone(read.sums, {group.scenario for group, _ in groups}, found),
        left_out(read.troubles, names=names),
        read.unread - len(read.troubles),
        copies,
        len(read.branches),
    )
    return Class(read.sums, tuple(groups), found, beside)


def write_pages(
    found: Class, out: Path, *, names: bool = False, projector: bool = False
) -> Iterator[tuple[str, int, Path]]:
    """Writes each scenario's page at `out`, or beside it where there are several; yields its title, plays and path."""
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


def debrief_folder(folder: Path, progress: Callable[[int, int], None], say: Say) -> tuple[Path, ...]:
    """Writes the pages of a folder's journals into it, one a scenario, and returns where they are. Raises GameError.

    progress: is told how many files are read, of how many
    say: is told what was left out
    """
    total = 0
    for total, _ in enumerate(files((folder,)), 1):
        if total % 100 == 0:
            progress(0, total)
    progress(0, total)
    found = read_class((folder,), say, progress=lambda done: progress(min(done, total), total))
    progress(total, total)
    return tuple(path for _, _, path in write_pages(found, folder / "debrief.html"))


def unscored_text(name: str, sums: Sums) -> str:
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


def kit(scenario: str | None) -> Kit:
    """Returns the rubric and the scenarios of today; only the one given (by id or file) when one is."""
    library = Library.shipped()
    if scenario is None:
        return Kit.of(library.rubric, library.files, library.cache)
    one = library.scenario(scenario)
    return Kit(library.rubric, {one.id: one}, one.id, library.cache)


def pseudonyms_of(key: Path | None, say: Callable[[str], None]) -> Pseudonyms:
    """The pseudonyms under the teacher's key, which is made when there is none yet; `say` is told so."""
    path = key or locations.home() / KEY_FILE
    pseudonyms, made = open_key(path)
    if made:
        say(f"A key for pseudonyms was made: {show(path)}. Keep it to yourself, and apart from the journals.")
    return pseudonyms
