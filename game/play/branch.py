"""Playing on from any turn: a new play that repeats an earlier one up to a choice, and goes its own way from there.

The choices before that turn are copied, so that every journal stands alone and is folded alone. The plays that go
back to one first play are a family; they lie in one folder.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import game
from game.errors import JournalError
from game.files import FileProblem, read_bounded
from game.play.events import Begun, Chosen, Event, Worded, from_line
from game.play.journal import (
    MOST_BYTES,
    SUFFIX,
    Clock,
    Journal,
    JournalFile,
    Memory,
    new_session_id,
    read_journal,
)
from game.play.phases import Phase
from game.play.session import Session, changes, utc_now
from game.rubric.exact import Exact


def branch_session(exact: Exact, path: Path, turn: int, clock: Clock = utc_now) -> tuple[Session, tuple[str, ...]]:
    """A new play beside the journal at `path`, standing before its choice number `turn` (from 1), and in words what
    the journal has lost or what has changed since. Raises JournalError; nothing is written then."""
    parent = read_journal(path)
    last = len(parent.choices) + (parent.finished is None)
    if not 1 <= turn <= last:
        raise JournalError(f"{path} has no turn {turn} to play on from. Name a turn from 1 to {last}.")
    scenario = exact.story.scenario
    begun = replace(
        parent.begun,
        at=clock(),
        session=new_session_id(),
        scenario_fingerprint=scenario.fingerprint,
        rubric_fingerprint=exact.rubric.fingerprint,
        game=game.__version__,
        branched_from=parent.begun.session,
        branched_at=turn,
    )
    events = (begun, *_before(parent, turn))
    made = Session(exact, begun, Memory(), clock)
    made.replay(Journal(path, begun, events, ()))
    if made.phase is Phase.BRIEFING:
        made.begin()
    if made.phase is Phase.BRIEFING:
        made.begin()
    made.recorder = JournalFile.create_with(path.parent, scenario.id, events)
    return made, (*parent.lost, *changes(parent, exact))


def _before(parent: Journal, turn: int) -> list[Event]:
    """What was chosen, and typed before choosing, in the turns before this one, numbered anew."""
    kept: list[Event] = []
    turns = 0
    for event in parent.events:
        if turns == turn - 1:
            break
        if isinstance(event, Chosen | Worded):
            kept.append(replace(event, n=len(kept) + 1))
            turns += isinstance(event, Chosen)
    return kept


def family(path: Path) -> tuple[Path, ...]:
    """The other plays that go back to the same first play as the journal at `path`, the oldest first."""
    found = {begun.session: (begun, there) for there in path.parent.glob(f"*{SUFFIX}") if (begun := _begun(there))}
    mine = next((begun for begun, there in found.values() if there == path), None)
    if mine is None:
        return ()

    def first(begun: Begun) -> str:
        seen = {begun.session}
        while begun.branched_from and begun.branched_from not in seen:
            seen.add(begun.branched_from)
            if begun.branched_from not in found:
                return begun.branched_from
            begun = found[begun.branched_from][0]
        return begun.session

    root = first(mine)
    kin = [(begun.at, there) for begun, there in found.values() if there != path and first(begun) == root]
    return tuple(there for _, there in sorted(kin))


def _begun(path: Path) -> Begun | None:
    """The first event of a journal; None for what is no journal."""
    try:
        first = from_line(read_bounded(path, MOST_BYTES).partition(b"\n")[0])
    except (FileProblem, ValueError):
        return None
    return first if isinstance(first, Begun) else None
