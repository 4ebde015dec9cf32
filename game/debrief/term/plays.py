"""A term's plays, each as little more than its scores, so that ten thousand fit; and the people who played them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from game.debrief.figures.sums import is_sums
from game.debrief.read.classes import MOST_TROUBLES, ClassReader
from game.debrief.read.collect import rank
from game.debrief.read.play_scorer import PlayScorer
from game.debrief.read.pseudonyms import Pseudonyms, known_by, normalised
from game.debrief.read.sources import FoundJournal, Item, Trouble
from game.errors import OptionUnavailable
from game.play.journal import Journal

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class TermPlay:
    """A play as a term needs it. `axes` has the path score of each axis (0–100), None where the play came to no ending
    or gives no ground for one; `scored` says whether today's scenario could score it."""

    scenario: str
    session: str
    begun: datetime
    turns: int
    complete: bool
    scored: bool
    axes: tuple[float | None, ...]


@dataclass(slots=True)
class PersonInTerm:
    """A person and their plays of each scenario, in their order: a play in which nothing was chosen comes last."""

    actor: str
    pseudonym: str
    known_by: str
    name: str | None
    class_code: str
    played: dict[str, list[TermPlay]] = field(default_factory=dict)

    def first(self, scenario: str) -> TermPlay:
        """Returns the play that counts, as on every page."""
        return self.played[scenario][0]

    def latest(self, scenario: str) -> TermPlay | None:
        """Returns the last play after the first that came to an ending, where there is one."""
        return next((play for play in reversed(self.played[scenario][1:]) if play.complete), None)


@dataclass(slots=True)
class TermRead:
    """What reading a term came to: its people, by pseudonym; what could not be used; how many copies and plays from an
    earlier turn on were left out."""

    people: list[PersonInTerm] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    unread: int = 0
    copies: int = 0
    branches: int = 0
    unscored: int = 0

    def fault(self, trouble: Trouble) -> None:
        """Notes what could not be used."""
        self.unread += 1
        if len(self.troubles) < MOST_TROUBLES:
            self.troubles.append(trouble)

    @property
    def plays(self) -> int:
        """Returns how many plays there are in all."""
        return sum(len(plays) for person in self.people for plays in person.played.values())


def read_term(
    items: Iterable[Item],
    reader: ClassReader,
    pseudonyms: Pseudonyms,
    codes: Collection[str] = (),
    *,
    names: bool = False,
    progress: Progress = lambda _: None,
) -> TermRead:
    """Returns the people in journals and their plays, each session once, by its furthest journal.

    reader: the scenarios, and which of them are wanted
    codes: the class codes that are wanted; none for all
    names: puts names in, in place of None
    progress: is told how many journals are read
    """
    found, wanted = TermRead(), {normalised(code) for code in codes}
    people: dict[str, PersonInTerm] = {}
    written: dict[str, str] = {}  # each class code as it was first written
    best: dict[str, tuple[object, str, TermPlay]] = {}
    for number, item in enumerate(items, 1):
        if number % 100 == 0:
            progress(number)
        if isinstance(item, Trouble):
            found.fault(item)
        if not isinstance(item, FoundJournal):
            continue
        if is_sums(item.data):
            found.fault(Trouble(item.label, "Sums hold no single plays, which a term is made of."))
            continue
        journal = reader.journal(item, found.fault)
        if journal is None or (wanted and normalised(journal.begun.class_code or "") not in wanted):
            continue
        if journal.begun.branched_from:
            found.branches += 1
            continue
        mine, session = rank(item.data, journal), journal.begun.session
        known = best.get(session)
        found.copies += known is not None
        if known is None or mine > known[0]:  # type: ignore[operator]
            person = _person(people, journal, pseudonyms, names, written)
            best[session] = mine, person.actor, _play(journal, reader.folder(journal.begun.scenario))
    for _, actor, play in best.values():
        people[actor].played.setdefault(play.scenario, []).append(play)
        found.unscored += not play.scored
    for person in people.values():
        for plays in person.played.values():
            plays.sort(key=lambda play: (not play.turns, play.begun, play.session))
    found.people = sorted((p for p in people.values() if p.played), key=lambda p: (p.pseudonym, p.actor))
    return found


def _person(
    people: dict[str, PersonInTerm], journal: Journal, pseudonyms: Pseudonyms, names: bool, written: dict[str, str]
) -> PersonInTerm:
    begun = journal.begun
    alias = pseudonyms.of(begun)
    if alias.actor not in people:
        name = begun.player if names else None
        code = " ".join((begun.class_code or "").split())
        code = written.setdefault(normalised(code), code)
        people[alias.actor] = PersonInTerm(alias.actor, alias.pseudonym, known_by(begun), name, code)
    return people[alias.actor]


def _play(journal: Journal, scorer: PlayScorer | None) -> TermPlay:
    begun, options = journal.begun, [choice.option for choice in journal.choices]
    try:
        steps = scorer.steps(options) if scorer else None
    except OptionUnavailable:
        steps = None
    if scorer is None or steps is None:
        complete = journal.finished is not None
        return TermPlay(begun.scenario, begun.session, begun.at, len(options), complete, False, ())
    paths = scorer.paths(steps)
    return TermPlay(begun.scenario, begun.session, begun.at, len(options), scorer.ended(steps), True, paths)
