"""The pages of a class, from whatever a teacher names: journals read once, figures, and one page a scenario."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from game import locations
from game.app.library import Library
from game.debrief import pages_made
from game.debrief.figures.figures import figures
from game.debrief.figures.model import ClassFigures, ScoredPlay
from game.debrief.figures.sums import Sums
from game.debrief.figures.unscored import unscored, unscored_scenarios
from game.debrief.pages.page import report, report_on_gone
from game.debrief.pages.slides import slides
from game.debrief.read import classes
from game.debrief.read.classes import ClassRead, ClassReader
from game.debrief.read.cluster import Kit, Progress, read_here, read_on_dask
from game.debrief.read.first_plays import keep_first_plays
from game.debrief.read.keys import other_keys
from game.debrief.read.left_out import LeftOut, branches_in_words, copies_in_words, gone, left_out, replays_in_words
from game.debrief.read.pseudonyms import KEY_FILE, Pseudonyms, normalised, open_key
from game.debrief.read.sources import Item, files, show
from game.errors import GameError, UsageError
from game.files import write_shared, write_whole
from game.rubric.scoring_model import ScoringModel
from game.words import _

Say = Callable[[str], None]
_Group = tuple[ClassFigures, ScoringModel]


@dataclass(frozen=True, slots=True)
class Class:
    """What was named, read: sums, the figures of each scenario in them, the plays where they are few, and the rest; and
    the class code, where only one class was asked for."""

    sums: Sums
    groups: tuple[tuple[ClassFigures, ScoringModel], ...]
    plays: list[ScoredPlay]
    beside: LeftOut
    class_code: str | None = None


def read_class(
    logs: tuple[Path, ...],
    say: Say,
    scenario: str | None = None,
    key: Path | None = None,
    names: bool = False,
    address: str | None = None,
    progress: Progress = lambda _: None,
    *,
    afresh: bool = False,
    class_code: str | None = None,
    language: str | None = None,
) -> Class:
    """Returns a class read from files, folders or zips; raises UsageError when nothing there could be used.

    say: is told what was left out, one line at a time
    scenario: only this scenario, by id or file
    key: the file behind the pseudonyms
    address: the Dask cluster to read on; None reads on this machine
    progress: is told how many files are read
    afresh: forgets the pages that were made of these plays before
    class_code: only plays with this class code
    language: the one that scenarios and rubric are told in, where they are; None for their own
    """
    see_that_there_are(logs)
    scenarios = kit(scenario, class_code, language)
    reader = scenarios.reader()
    everything = classes.RememberedItems(lambda: files(logs))
    if address:
        read, copies = read_on_dask(logs, scenarios, address, progress)
    else:
        read, copies = read_here(logs, scenarios, progress, reader, everything)
    _tell(read, copies, say)
    groups = _groups(read.sums, reader, scenarios.only)
    if not groups and not unscored_scenarios(read.sums):
        gone_on = _("First plays are missing there{of_class}. `collect` says what each file is.")
        none = _("No play of a scenario in the library was found there{of_class}. `collect` says what each file is.")
        raise UsageError((gone_on if read.branches else none).format(of_class=_of_class(class_code)))
    found = []
    if _few(read):
        found = classes.plays(everything, reader, _class_pseudonyms(logs, key, say), names=names)
    beside = LeftOut(
        gone(read.sums, {group.scenario for group, _model in groups}, found),
        left_out(read.troubles, names=names),
        read.unread - len(read.troubles),
        copies,
        len(read.branches),
        dict(read.replays),
    )
    if found:
        groups = _beside_earlier(read.sums, groups, found, say, class_code, afresh=afresh)
    return Class(read.sums, tuple(groups), found, beside, class_code)


def see_that_there_are(logs: Sequence[Path]) -> None:
    """Raises UsageError where a file or folder that was named is not there."""
    for path in logs:
        if not path.exists():
            raise UsageError(f"There is nothing at {show(path)}. Name files, folders or zips.")


def figures_to_show(
    read: ClassRead, everything: Iterable[Item], reader: ClassReader, scenarios: Kit, pseudonyms: Pseudonyms, say: Say
) -> list[ClassFigures]:
    """Returns the figures of each scenario in what a reader has read, as they may stand beside pages made before."""
    keep_first_plays(read, lambda: everything, reader)
    groups = _groups(read.sums, reader, scenarios.only)
    found = classes.plays(everything, reader, pseudonyms, names=False) if _few(read) else []
    if found:
        groups = _beside_earlier(read.sums, groups, found, say, scenarios.class_code, afresh=False)
    return [group for group, _model in groups]


def _groups(sums: Sums, reader: ClassReader, only: str | None) -> list[_Group]:
    """Returns the figures of each scenario in the sums that is here and was asked for."""
    found: list[_Group] = []
    for name in sorted({name for name, _basis in sums.groups if only in (None, name)}):
        exact = reader.exact(name)
        if exact is not None:
            group = figures(sums, exact)
            found += [(group, exact)] if group.plays or group.unscored else []
    return found


def _few(read: ClassRead) -> bool:
    """Returns whether these are so few plays that each can be looked at."""
    return 0 < len(read.marks) // 2 <= classes.MOST_PLAYS * 2


def _of_class(code: str | None) -> str:
    return "" if code is None else _(" with the class code {code}").format(code=code)


def _beside_earlier(
    sums: Sums, groups: list[_Group], plays: list[ScoredPlay], say: Say, class_code: str | None, *, afresh: bool
) -> list[_Group]:
    """Returns the same figures as they may stand beside pages that were made before, and remembers them; raises
    UsageError where none may."""
    path = locations.home() / pages_made.FILE
    made, now = pages_made.load(path), list[_Group]()
    code, refused = normalised(class_code or ""), list[str]()
    for group, exact in groups:
        scenario, alone = group.scenario, Sums()
        alone.groups = {key: counts for key, counts in sums.groups.items() if key[0] == scenario}
        behind = pages_made.plays_behind(plays, scenario)
        if afresh:
            made = [page for page in made if page.scenario != scenario or not page.plays & behind]
        try:
            shown, page = pages_made.figures_beside(alone, exact, behind, made, code)
        except pages_made.TellsOfOthersError as error:
            refused.append(f"{group.title}: {error}")
            continue
        if page.plays != behind:
            note = _(pages_made.KEPT).format(few=pages_made.FEWEST_APART)
            say(f"{group.title}: {note}")
            shown = replace(shown, notes=(*shown.notes, note))
        else:
            made = [page, *(one for one in made if one.plays != behind or one.scenario != scenario)]
        now.append((shown, exact))
    pages_made.save(path, made)
    if refused and not now:
        raise UsageError("\n".join(refused))
    for one in refused:
        say(one)
    return now


def _tell(read: ClassRead, copies: int, say: Say) -> None:
    """Tells what was left out of the figures, and why."""
    for trouble in read.troubles[:20]:
        say(_("Left out: {what}: {why}").format(what=trouble.label, why=trouble.why))
    if read.unread > 20:
        say(_("… and {n} more. `collect` sorts them.").format(n=read.unread - 20))
    if copies:
        say(copies_in_words(copies))
    if read.branches:
        say(branches_in_words(len(read.branches)))
    if read.others:
        one = _("1 journal of other scenarios or classes: left out.")
        many = _("{n} journals of other scenarios or classes: left out.")
        say(one if read.others == 1 else many.format(n=read.others))
    if again := sum(read.replays.values()):
        say(replays_in_words(again))


def _class_pseudonyms(logs: tuple[Path, ...], key: Path | None, say: Say) -> Pseudonyms:
    """Returns the pseudonyms of a class; `say` is told where its folder was read with another key before."""
    pseudonyms = pseudonyms_of(key, say)
    for warning in other_keys(logs, pseudonyms):
        say(warning)
    return pseudonyms


def write_pages(
    found: Class, out: Path, *, names: bool = False, projector: bool = False, group_only: bool = False
) -> Iterator[tuple[str, int, Path]]:
    """Writes each scenario's page at `out`, or beside it where there are several; yields its title, plays and path."""
    if not found.groups:
        page = report_on_gone(found.plays, names, found.beside)
        _write(out, page, private=True)
        yield ", ".join(one.title for one in found.beside.gone), found.sums.plays(), out
    for group, exact in found.groups:
        mine = [play for play in found.plays if play.scenario == group.scenario]
        if projector:
            page = slides(group, exact, found.class_code)
        else:
            code = found.class_code
            page = report(group, mine, exact, names, found.beside, group_only=group_only, class_code=code)
        path = out if len(found.groups) == 1 else out.with_name(f"{out.stem}-{group.scenario}{out.suffix or '.html'}")
        _write(path, page, private=not projector and not group_only)
        yield group.title, group.plays, path


def _write(path: Path, page: str, *, private: bool) -> None:
    """Writes a page; a private one, with a sheet for each person, for one's own account alone."""
    try:
        (write_whole if private else write_shared)(path, page.encode("utf-8"))
    except OSError as error:
        raise GameError(f"{show(path)} cannot be written: {error.strerror or error}.") from None


def unscored_text(name: str, sums: Sums) -> str:
    """Returns what can be said of plays that today's scenario cannot score: choices and endings by their ids."""
    found = unscored(sums, name)
    if found is None:
        return ""
    rows = [
        f"Not scored, since {name} is gone or has changed: plays {found.plays}, of these finished {found.complete}. "
        "Chosen (in steps of three, small numbers left out):"
    ]
    rows += [f"  {node}: {option} {count}" for node, option, count in found.choices] or ["  none often enough"]
    rows += [f"  ending {ending}: {count}" for ending, count in found.endings]
    return "\n".join(rows)


def kit(scenario: str | None, class_code: str | None = None, language: str | None = None) -> Kit:
    """Returns the rubric and the scenarios of today; only the one given (by id or file) when one is, and only for the
    plays of a class where its code is given. They are told in a language where one is given and they are there."""
    library = Library.shipped(language)
    if scenario is None:
        shelf = Kit.of(library.rubric, library.files, library.cache, library.told)
        return replace(shelf, class_code=class_code)
    one = library.scenario(scenario)
    return Kit(library.rubric, {one.id: one}, one.id, library.cache, class_code)


def pseudonyms_of(key: Path | None, say: Callable[[str], None]) -> Pseudonyms:
    """Returns the pseudonyms under the teacher's key, which is made when there is none yet; `say` is told so."""
    path = key or locations.home() / KEY_FILE
    pseudonyms, made = open_key(path)
    if made:
        told = _("A key for pseudonyms was made: {path}. Keep it to yourself, and apart from the journals.")
        say(told.format(path=show(path)))
    return pseudonyms
