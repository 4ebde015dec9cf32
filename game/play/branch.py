"""Playing on from any turn: a new play that repeats an earlier one up to a choice, and goes its own way from there.

The choices before that turn are copied, so that every journal stands alone and is folded alone
(`family` finds the plays that belong together).
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import game
from game.errors import JournalError
from game.play.events import Chosen, Event, Worded
from game.play.journal import Clock, Journal, JournalFile, MemoryRecorder, new_session_id, read_journal, utc_now
from game.play.phases import Phase
from game.play.session import Session, changes
from game.rubric.scoring_model import ScoringModel


def branch_session(
    exact: ScoringModel, path: Path, turn: int, clock: Clock = utc_now
) -> tuple[Session, tuple[str, ...]]:
    """Returns a new play beside the journal at `path`, standing before its choice number `turn` (from 1), and in
    words what the journal has lost or what has changed since. Raises JournalError; nothing is written then."""
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
    made = Session(exact, begun, MemoryRecorder(), clock)
    made.replay(Journal(path, begun, events, ()))
    if made.phase is Phase.BRIEFING:
        made.begin()
    made.recorder = JournalFile.create_with(path.parent, scenario.id, events)
    return made, (*parent.lost, *changes(parent, exact))


def _before(parent: Journal, turn: int) -> list[Event]:
    """Returns what was chosen, and typed before choosing, in the turns before this one, numbered anew."""
    kept: list[Event] = []
    turns = 0
    for event in parent.events:
        if turns == turn - 1:
            break
        if isinstance(event, Chosen | Worded):
            kept.append(replace(event, n=len(kept) + 1))
            turns += isinstance(event, Chosen)
    return kept
