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


def furthest(items: Iterable[Item], reader: ClassReader, fault: Fault) -> dict[str, Rank]:
    """For each session, the rank of its furthest journal; what cannot be used is told to `fault`."""
    best: dict[str, Rank] = {}
    for journal, mine in _ranked(items, reader, fault):
        session = journal.begun.session
        if session not in best or mine > best[session]:
            best[session] = mine
    return best


def plays(
    items: Iterable[Item], best: dict[str, Rank], reader: ClassReader, pseudonyms: Pseudonyms, *, names: bool
) -> Iterator[ScoredPlay]:
    """The plays of the journals that `furthest` found, each session once, in the order they are read."""
    left = dict(best)
    for journal, mine in _ranked(items, reader, lambda _: None):
        session = journal.begun.session
        if left.get(session) == mine:
            del left[session]
            yield play_of(journal, reader.exact(journal.begun.scenario), pseudonyms, names=names)


def _ranked(items: Iterable[Item], reader: ClassReader, fault: Fault) -> Iterator[tuple[Journal, Rank]]:
    for item in items:
        match item:
            case Trouble():
                fault(item)
            case FoundJournal() if not is_sums(item.data):
                if (journal := reader.journal(item, fault)) is not None:
                    yield journal, rank(item.data, journal)
