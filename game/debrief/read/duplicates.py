"""One play that came in more than once counts once, by its furthest journal."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from itertools import pairwise

from game.debrief.figures.sums import Tally, is_sums
from game.debrief.read import sources
from game.debrief.read.classes import ClassRead, ClassReader, mark
from game.debrief.read.collect import rank
from game.debrief.read.sources import FoundJournal
from game.play.journal import Journal


def repeated(marks: array[int]) -> set[int]:
    """The sessions that stand in the marks more than once."""
    ordered = sorted(marks[::2])
    return {a for a, b in pairwise(ordered) if a == b}


def drop_duplicates(read: ClassRead, everything: Callable[[], Iterable[sources.Item]], reader: ClassReader) -> int:
    """Sees to it that each session counts once, by its furthest journal; how many copies were taken out."""
    twice = repeated(read.marks)
    if not twice:
        return 0
    counted: dict[int, list[int]] = {}
    for session, content in zip(read.marks[::2], read.marks[1::2], strict=True):
        if session in twice:
            counted.setdefault(session, []).append(content)
    best: dict[int, tuple[object, Journal]] = {}
    surplus, taken = Tally(), 0
    for item in everything():
        if not isinstance(item, FoundJournal) or is_sums(item.data) or (journal := reader.journal(item)) is None:
            continue
        session, content = mark(journal, item.data)
        if content in counted.get(session, ()):
            counted[session].remove(content)
            surplus.add(journal, reader.folder(journal.begun.scenario))
            taken += 1
            mine = rank(item.data, journal)
            if session not in best or mine > best[session][0]:  # type: ignore[operator]
                best[session] = mine, journal
    kept = Tally()
    for _, journal in best.values():
        kept.add(journal, reader.folder(journal.begun.scenario))
    read.sums.include(surplus.sums(), -1)
    read.sums.include(kept.sums())
    return taken - len(best)
