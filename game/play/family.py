"""The plays that go back to one first play: found in a folder, named, and folded to be laid side by side."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from game.errors import JournalError
from game.files import FileProblem, read_bounded
from game.play.events import Begun, Event, from_line
from game.play.fold import fold
from game.play.journal import MOST_BYTES, SUFFIX, Journal, read_journal
from game.play.session import Session
from game.rubric.score import Scorecard
from game.rubric.scoring_model import ScoringModel
from game.words import _


@dataclass(frozen=True, slots=True)
class Trail:
    """One play of a family: its number by age, its journal and its card."""

    number: int
    journal: Journal
    card: Scorecard

    @property
    def path(self) -> Path:
        """Returns where its journal lies."""
        return self.journal.path

    @property
    def short(self) -> str:
        """Returns what it is called where there is little room."""
        first = self.journal.begun.branched_at is None
        return self.name if first else _("path {number}").format(number=self.number)

    @property
    def name(self) -> str:
        """Returns what it is called within a sentence."""
        turn = self.journal.begun.branched_at
        if turn is None:
            return _("the first path")
        return _("path {number}, from turn {turn}").format(number=self.number, turn=turn)


class FoundTrails(NamedTuple):
    """The plays of a family that can be laid side by side, and how many cannot be read or scored today."""

    trails: tuple[Trail, ...]
    not_scored: int


def trails(exact: ScoringModel, path: Path) -> tuple[Trail, ...]:
    """Returns every play of the family of the journal at `path`, the oldest first, without those in which no choice
    of their own has been made yet and those that cannot be scored today."""
    return found_trails(exact, path).trails


def found_trails(exact: ScoringModel, path: Path) -> FoundTrails:
    """Returns those plays, with the number of those that had to be left out."""
    found: list[Trail] = []
    not_scored = 0
    for number, there in enumerate(family(path), 1):
        try:
            journal = read_journal(there)
            if len(journal.choices) >= (journal.begun.branched_at or 1):
                found.append(Trail(number, journal, fold(journal, exact).card))
        except JournalError:
            not_scored += 1
    return FoundTrails(tuple(found), not_scored)


def told_not_scored(count: int) -> str:
    """Returns in a sentence that so many paths had to be left out; nothing for none."""
    one = _("Another path of this conversation is not shown, since today’s scenario cannot score it.")
    many = _("{count} other paths of this conversation are not shown, since today’s scenario cannot score them.")
    return "" if not count else one if count == 1 else many.format(count=count)


def beside(found: tuple[Trail, ...], mine: Begun) -> Trail | None:
    """Returns the one to lay beside a play first: the play that it goes on from, else the newest other one."""
    others = [trail for trail in found if trail.journal.begun.session != mine.session]
    parents = [trail for trail in others if trail.journal.begun.session == mine.branched_from]
    return next(iter([*parents, *others[::-1]]), None)


def family(path: Path) -> tuple[Path, ...]:
    """Returns the plays that go back to the same first play as the journal at `path`, itself among them, the oldest
    first."""
    found = {begun.session: (begun, there) for there in path.parent.glob(f"*{SUFFIX}") if (begun := _begun(there))}
    mine = next((begun for begun, there in found.values() if there == path), None)
    if mine is None:
        return ()

    def lineage(begun: Begun) -> tuple[str, ...]:
        """Returns the sessions from the first play (which may be gone) to this one."""
        line: tuple[str, ...] = (begun.session,)
        while begun.branched_from and begun.branched_from not in line:
            line = (begun.branched_from, *line)
            if begun.branched_from not in found:
                break
            begun = found[begun.branched_from][0]
        return line

    root = lineage(mine)[0]
    lines = [(lineage(begun), begun.at, there) for begun, there in found.values()]
    kin = [(len(line) > 1, at, len(line), there) for line, at, there in lines if line[0] == root]
    return tuple(there for *_order, there in sorted(kin))


def _begun(path: Path) -> Begun | None:
    """Returns the first event of a journal; None for what is no journal."""
    try:
        first = from_line(read_bounded(path, MOST_BYTES).partition(b"\n")[0])
    except (FileProblem, ValueError):
        return None
    return first if isinstance(first, Begun) else None


def look_again(exact: ScoringModel, journal: Journal) -> Session:
    """Returns a play as it stands in its journal, to look at and not to go on with: nothing is written."""
    session = Session(exact, journal.begun, _Shelved(journal.path))
    session.replay(journal)
    if session.ending is not None:
        session.read()
        session.reflect(())
    return session


@dataclass(frozen=True, slots=True)
class _Shelved:
    """A recorder that knows where the journal lies and keeps nothing more."""

    path: Path

    def write(self, event: Event) -> None:
        """Does nothing: what would be written stands there already."""

    def close(self) -> None:
        """Does nothing: no file is open."""

    def news(self) -> str:
        """Returns nothing: no file is open."""
        return ""
