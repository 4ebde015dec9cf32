"""A play that is kept in no file, as the file that it could be."""

from __future__ import annotations

from game.play.events import as_line
from game.play.journal import MemoryRecorder, new_name
from game.play.session import Session


def file_name(session: Session) -> str:
    """Returns the name that the journal of this play has, or would have."""
    return new_name(session.scenario.id, session.begun.session, session.begun.at)


def as_journal(session: Session) -> bytes:
    """Returns what the journal of this play would hold; nothing where it has one."""
    recorder = session.recorder
    return b"".join(map(as_line, recorder.events)) if isinstance(recorder, MemoryRecorder) else b""
