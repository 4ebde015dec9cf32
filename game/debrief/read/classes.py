"""A whole class from whatever was named: sums in any number of processes or machines, plays where they are few.

Journals are tallied as they are read and then forgotten, so memory does not grow with their number. Of each only a
mark stays (sixteen bytes: who played which scenario, the content). Where a person has more than one journal of a
scenario the sources are read once more for those people: all of theirs are taken out of the sums again, and the first
play is put back (`game.debrief.read.first_plays`).
"""

from __future__ import annotations

import hashlib
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from game.debrief.figures.model import ScoredPlay
from game.debrief.figures.sums import Sums, SumsError, Tally, is_sums
from game.debrief.read import sources
from game.debrief.read.collect import rank, reason
from game.debrief.read.play_scorer import PlayScorer
from game.debrief.read.plays import ScoringModels, play_of
from game.debrief.read.pseudonyms import Pseudonyms, normalised, person_of
from game.debrief.read.sources import FoundJournal, Trouble
from game.errors import JournalError
from game.play.journal import Journal, parse_journal
from game.rubric.scoring_model import ScoringModel
from game.words import N_, _

MOST_TROUBLES = 100
TOGETHER = N_("A class decided this play together, so it counts as no person.")
MOST_PLAYS = 500  # more have no page of their own each
MOST_REMEMBERED = 2 * MOST_PLAYS  # files; more are read anew for each question
_SOMEWHERE = Path("journal")  # a path of its own for each of many takes longer than counting it


@dataclass(slots=True)
class ClassRead:
    """What reading came to: sums, marks of each journal in them (who played what; the content), and what could not be
    used. `others` counts journals of scenarios or classes that were not asked for, `replays` by scenario the plays that
    are in no sums because their player had played it before.

    `branches` has the sessions (eight bytes each) of plays that go on from an earlier turn: they are no first tries,
    and their first choices are copies, so they are in no sums.
    """

    sums: Sums = field(default_factory=Sums)
    marks: array[int] = field(default_factory=lambda: array("Q"))
    branches: set[int] = field(default_factory=set)
    replays: Counter[str] = field(default_factory=Counter)
    troubles: list[Trouble] = field(default_factory=list)
    unread: int = 0
    others: int = 0

    def include(self, other: ClassRead) -> None:
        """Adds what another reading came to."""
        self.sums.include(other.sums)
        self.marks.extend(other.marks)
        self.branches |= other.branches
        self.troubles += other.troubles[: MOST_TROUBLES - len(self.troubles)]
        self.unread += other.unread
        self.others += other.others

    def fault(self, trouble: Trouble) -> None:
        """Notes what could not be used."""
        self.unread += 1
        if len(self.troubles) < MOST_TROUBLES:
            self.troubles.append(trouble)


class ClassReader:
    """Tallies journals of any scenario in the library; `only` leaves out those of other scenarios, and `class_code`
    those of other classes."""

    def __init__(self, library: ScoringModels, only: str | None = None, class_code: str | None = None) -> None:
        self._library, self._only = library, only
        self._class_code = None if class_code is None else normalised(class_code)
        self._folders: dict[str, PlayScorer | None] = {}

    def read(
        self, items: Iterable[sources.Item], see: Callable[[FoundJournal, Journal], None] = lambda _item, _journal: None
    ) -> ClassRead:
        """Returns what the items come to; `see` is shown each journal that is wanted."""
        found, tally = ClassRead(), Tally()
        for item in items:
            match item:
                case Trouble():
                    found.fault(item)
                case FoundJournal() if is_sums(item.data) and self._class_code is not None:
                    found.fault(Trouble(item.label, "Sums do not say which class a play is of."))
                case FoundJournal() if is_sums(item.data):
                    try:
                        found.sums.include(self._wanted(Sums.from_json(item.data)))
                    except SumsError as error:
                        found.fault(Trouble(item.label, str(error)))
                case FoundJournal():
                    unread = found.unread
                    if (journal := self.journal(item, found.fault)) is None:
                        found.others += found.unread == unread
                        continue
                    see(item, journal)
                    if journal.begun.branched_from:
                        found.branches.add(_eight_bytes(journal.begun.session.encode()))
                    else:
                        tally.add(journal, self.folder(journal.begun.scenario))
                        found.marks.extend(mark(journal, item.data))
        found.sums.include(tally.sums())
        return found

    def journal(self, item: FoundJournal, fault: Callable[[Trouble], None] = lambda _: None) -> Journal | None:
        """Returns the journal in a piece of text, where it is one and wanted."""
        try:
            journal = parse_journal(item.data, _SOMEWHERE)
        except JournalError as error:
            fault(Trouble(item.label, reason(error, str(_SOMEWHERE))))
            return None
        begun = journal.begun
        if begun.together:
            fault(Trouble(item.label, _(TOGETHER)))
            return None
        name = self._library.name_of(begun.scenario, begun.scenario_fingerprint)
        if name != begun.scenario:
            begun = replace(begun, scenario=name)
            journal = replace(journal, begun=begun, events=(begun, *journal.events[1:]))
        return journal if self._only in (None, name) and self._of_class(begun.class_code) else None

    def _of_class(self, code: str | None) -> bool:
        return self._class_code is None or normalised(code or "") == self._class_code

    def folder(self, scenario: str) -> PlayScorer | None:
        """Returns what folds the plays of a scenario; None where today's library has none."""
        if scenario not in self._folders:
            exact = self._library.exact(scenario)
            self._folders[scenario] = PlayScorer(exact) if exact is not None else None
        return self._folders[scenario]

    def exact(self, scenario: str) -> ScoringModel | None:
        """Returns the scenario ready to score."""
        return self._library.exact(scenario)

    def _wanted(self, sums: Sums) -> Sums:
        if self._only is not None:
            sums.groups = {group: counts for group, counts in sums.groups.items() if group[0] == self._only}
        return sums


def mark(journal: Journal, data: bytes) -> tuple[int, int]:
    """Returns what is remembered of a journal, eight bytes each: who played which scenario, and its content."""
    who = f"{journal.begun.scenario}\n{person_of(journal.begun)}"
    return _eight_bytes(who.encode("utf-8", "replace")), _eight_bytes(data)


def _eight_bytes(data: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big")


def items(paths: Iterable[Path | Trouble]) -> Iterator[sources.Item]:
    """Returns everything in the files."""
    for path in paths:
        if isinstance(path, Trouble):
            yield path
        else:
            yield from sources.read(path)


class RememberedItems:
    """Everything in some files, read once and remembered while it is little enough; read anew each time otherwise."""

    def __init__(self, paths: Callable[[], Iterable[Path | Trouble]], most: int = MOST_REMEMBERED) -> None:
        self._paths, self._most = paths, most
        self._kept: list[sources.Item] | None = None

    def __iter__(self) -> Iterator[sources.Item]:
        return iter(self._kept) if self._kept is not None else self._reading()

    def _reading(self) -> Iterator[sources.Item]:
        found: list[sources.Item] | None = []
        for item in items(self._paths()):
            if found is not None:
                found.append(item)
                if len(found) > self._most:
                    found = None
            yield item
        self._kept = found


def plays(
    everything: Iterable[sources.Item], reader: ClassReader, pseudonyms: Pseudonyms, *, names: bool
) -> list[ScoredPlay]:
    """Returns the plays of a class, each session once, in the order they were begun; none where they are too many.

    Plays that go on from an earlier turn are left out, as they are of the sums.
    """
    best: dict[str, tuple[object, Journal]] = {}
    for item in everything:
        if isinstance(item, FoundJournal) and not is_sums(item.data) and (journal := reader.journal(item)) is not None:
            if journal.begun.branched_from:
                continue
            mine = rank(item.data, journal)
            if journal.begun.session not in best or mine > best[journal.begun.session][0]:  # type: ignore[operator]
                best[journal.begun.session] = mine, journal
            if len(best) > MOST_PLAYS:
                return []
    found = [play_of(j, reader.exact(j.begun.scenario), pseudonyms, names=names) for _, j in best.values()]
    return sorted(found, key=lambda play: (play.begun, play.session))
