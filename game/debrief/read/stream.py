"""Every play of any number of journals, one at a time: read twice, so that memory holds marks and never a class."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from game.debrief.figures.model import ScoredPlay
from game.debrief.figures.sums import is_sums
from game.debrief.read.classes import ClassReader
from game.debrief.read.collect import rank
from game.debrief.read.plays import play_of
from game.debrief.read.pseudonyms import Pseudonyms
from game.debrief.read.sources import FoundJournal, Item, Trouble
from game.play.journal import Journal

Rank = tuple[bool, int, int, bytes]
Fault = Callable[[Trouble], None]


class Furthest:
    """The rank of each session's furthest journal, of those that were seen."""

    def __init__(self) -> None:
        self.best: dict[str, Rank] = {}

    def see(self, item: FoundJournal, journal: Journal) -> None:
        """Looks at one more journal."""
        session, mine = journal.begun.session, rank(item.data, journal)
        if session not in self.best or mine > self.best[session]:
            self.best[session] = mine


def furthest(items: Iterable[Item], reader: ClassReader, fault: Fault) -> dict[str, Rank]:
    """Returns for each session, the rank of its furthest journal; what cannot be used is told to `fault`."""
    found = Furthest()
    for item, journal in _journals(items, reader, fault):
        found.see(item, journal)
    return found.best


def plays(
    items: Iterable[Item], best: dict[str, Rank], reader: ClassReader, pseudonyms: Pseudonyms, *, names: bool
) -> Iterator[ScoredPlay]:
    """Returns the plays of the journals that `furthest` found, each session once, in the order they are read."""
    left = dict(best)
    for item, journal in _journals(items, reader, lambda _: None):
        session = journal.begun.session
        if session in left and left[session] == rank(item.data, journal):
            del left[session]
            yield play_of(journal, reader.exact(journal.begun.scenario), pseudonyms, names=names)


def _journals(items: Iterable[Item], reader: ClassReader, fault: Fault) -> Iterator[tuple[FoundJournal, Journal]]:
    for item in items:
        match item:
            case Trouble():
                fault(item)
            case FoundJournal() if not is_sums(item.data):
                if (journal := reader.journal(item, fault)) is not None:
                    yield item, journal
