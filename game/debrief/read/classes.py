"""A whole class from whatever was named: sums in any number of processes or machines, plays where they are few.

Journals are tallied as they are read and then forgotten, so memory does not grow with their number. Of each only a
mark stays (sixteen bytes: the session, the content). Where two marks share a session the sources are read once more
for those sessions: every copy is taken out of the sums again and the furthest put back.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from game.debrief.figures.model import ScoredPlay
from game.debrief.figures.sums import Sums, SumsError, Tally, is_sums
from game.debrief.read import sources
from game.debrief.read.collect import rank, reason
from game.debrief.read.play_scorer import PlayScorer
from game.debrief.read.plays import ScoringModels, play_of
from game.debrief.read.pseudonyms import Pseudonyms
from game.debrief.read.sources import FoundJournal, Trouble
from game.errors import JournalError
from game.play.journal import Journal, parse_journal
from game.rubric.scoring_model import ScoringModel

MOST_TROUBLES = 100
MOST_PLAYS = 500  # more have no page of their own each
MOST_REMEMBERED = 2 * MOST_PLAYS  # files; more are read anew for each question


@dataclass(slots=True)
class ClassRead:
    """What reading came to: sums, a mark for each journal in them, and what could not be used.

    `branches` has the sessions (eight bytes each) of plays that go on from an earlier turn: they are no first tries,
    and their first choices are copies, so they are in no sums.
    """

    sums: Sums = field(default_factory=Sums)
    marks: array[int] = field(default_factory=lambda: array("Q"))
    branches: set[int] = field(default_factory=set)
    troubles: list[Trouble] = field(default_factory=list)
    unread: int = 0

    def include(self, other: ClassRead) -> None:
        """Adds what another reading came to."""
        self.sums.include(other.sums)
        self.marks.extend(other.marks)
        self.branches |= other.branches
        self.troubles += other.troubles[: MOST_TROUBLES - len(self.troubles)]
        self.unread += other.unread

    def fault(self, trouble: Trouble) -> None:
        """Notes what could not be used."""
        self.unread += 1
        if len(self.troubles) < MOST_TROUBLES:
            self.troubles.append(trouble)


class ClassReader:
    """Tallies journals of any scenario in the library; `only` leaves out those of other scenarios."""

    def __init__(self, library: ScoringModels, only: str | None = None) -> None:
        self._library, self._only = library, only
        self._folders: dict[str, PlayScorer | None] = {}

    def read(self, items: Iterable[sources.Item]) -> ClassRead:
        """What the items come to."""
        found, tally = ClassRead(), Tally()
        for item in items:
            match item:
                case Trouble():
                    found.fault(item)
                case FoundJournal() if is_sums(item.data):
                    try:
                        found.sums.include(self._wanted(Sums.from_json(item.data)))
                    except SumsError as error:
                        found.fault(Trouble(item.label, str(error)))
                case FoundJournal():
                    if (journal := self.journal(item, found.fault)) is None:
                        continue
                    if journal.begun.branched_from:
                        found.branches.add(mark(journal, item.data)[0])
                    else:
                        tally.add(journal, self.folder(journal.begun.scenario))
                        found.marks.extend(mark(journal, item.data))
        found.sums.include(tally.sums())
        return found

    def journal(self, item: FoundJournal, fault: Callable[[Trouble], None] = lambda _: None) -> Journal | None:
        """The journal in a piece of text, where it is one and wanted."""
        try:
            journal = parse_journal(item.data, Path(item.label))
        except JournalError as error:
            fault(Trouble(item.label, reason(error, item.label)))
            return None
        return journal if self._only in (None, journal.begun.scenario) else None

    def folder(self, scenario: str) -> PlayScorer | None:
        """What folds the plays of a scenario; None where today's library has none."""
        if scenario not in self._folders:
            exact = self._library.exact(scenario)
            self._folders[scenario] = PlayScorer(exact) if exact is not None else None
        return self._folders[scenario]

    def exact(self, scenario: str) -> ScoringModel | None:
        """The scenario ready to score."""
        return self._library.exact(scenario)

    def _wanted(self, sums: Sums) -> Sums:
        if self._only is not None:
            sums.groups = {group: counts for group, counts in sums.groups.items() if group[0] == self._only}
        return sums


def mark(journal: Journal, data: bytes) -> tuple[int, int]:
    """What is remembered of a journal: its session and its content, eight bytes each."""
    return _eight_bytes(journal.begun.session.encode()), _eight_bytes(data)


def _eight_bytes(data: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big")


def items(paths: Iterable[Path | Trouble]) -> Iterator[sources.Item]:
    """Everything in the files."""
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
    """The plays of a class, each session once, in the order they were begun; none where they are too many.

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
