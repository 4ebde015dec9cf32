"""A person counts once in a scenario, by the first play; a play that came in twice counts by its furthest journal."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from game.debrief.figures.model import ScoredPlay
from game.debrief.figures.sums import Tally, is_sums
from game.debrief.read import sources
from game.debrief.read.classes import ClassRead, ClassReader, mark
from game.debrief.read.collect import rank
from game.debrief.read.sources import FoundJournal
from game.play.journal import Journal

_Ranked = tuple[object, Journal]


def repeated(marks: array[int]) -> set[int]:
    """Returns the people who stand in the marks more than once."""
    ordered = sorted(marks[::2])
    return {a for a, b in pairwise(ordered) if a == b}


def keep_first_plays(read: ClassRead, everything: Callable[[], Iterable[sources.Item]], reader: ClassReader) -> int:
    """Sees to it that each person counts once in a scenario, by the first play that came to a choice; notes the others
    as replays, and returns how many copies of one play were taken out."""
    twice = repeated(read.marks)
    if not twice:
        return 0
    counted: dict[int, list[int]] = {}
    for who, content in zip(read.marks[::2], read.marks[1::2], strict=True):
        if who in twice:
            counted.setdefault(who, []).append(content)
    furthest: dict[int, dict[str, _Ranked]] = {}
    surplus, taken = Tally(), 0
    for item in everything():
        if not isinstance(item, FoundJournal) or is_sums(item.data) or (journal := reader.journal(item)) is None:
            continue
        who, content = mark(journal, item.data)
        if journal.begun.branched_from or content not in counted.get(who, ()):
            continue
        counted[who].remove(content)
        surplus.add(journal, reader.folder(journal.begun.scenario))
        taken += 1
        plays, mine = furthest.setdefault(who, {}), (rank(item.data, journal), journal)
        if (session := journal.begun.session) not in plays or mine[0] > plays[session][0]:  # type: ignore[operator]
            plays[session] = mine
    kept, sessions = Tally(), 0
    for plays in furthest.values():
        first = min((journal for _, journal in plays.values()), key=_in_order)
        kept.add(first, reader.folder(first.begun.scenario))
        sessions += len(plays)
        if len(plays) > 1:
            read.replays[first.begun.scenario] += len(plays) - 1
    read.sums.include(surplus.sums(), -1)
    read.sums.include(kept.sums())
    return taken - sessions


def _in_order(journal: Journal) -> tuple[bool, object, str]:
    """Returns what a person's plays are put in order by: one in which nothing was chosen comes last."""
    return not journal.choices, journal.begun.at, journal.begun.session


@dataclass(frozen=True, slots=True)
class PersonsPlays:
    """A person's plays of one scenario, in their order; figures rest on the first."""

    plays: tuple[ScoredPlay, ...]

    @property
    def first(self) -> ScoredPlay:
        """Returns the play that counts."""
        return self.plays[0]

    @property
    def latest(self) -> ScoredPlay:
        """Returns the play that was begun last."""
        return self.plays[-1]


def people(plays: Sequence[ScoredPlay]) -> tuple[PersonsPlays, ...]:
    """Returns the people who played, each scenario apart, by when they first did."""
    ordered = sorted(plays, key=lambda p: (p.scenario, p.actor, *_in_order(p.journal)))
    found = [PersonsPlays(tuple(mine)) for _, mine in groupby(ordered, key=lambda p: (p.scenario, p.actor))]
    return tuple(sorted(found, key=lambda person: (person.first.begun, person.first.session)))
