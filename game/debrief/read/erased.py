"""What was erased from a class folder: marks of its sessions, so that they do not come back with the next stick."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from game.errors import JournalError
from game.files import FileProblem, read_bounded, write_whole
from game.play.journal import MOST_BYTES, Journal, parse_journal

ERASED = "erased.txt"


def mark_of(session: str) -> str:
    """Returns what is remembered of a session that was erased."""
    return hashlib.sha256(f"erased {session}".encode()).hexdigest()


def erased_sessions(folder: Path) -> set[str]:
    """Returns the marks of the sessions that were erased in a folder."""
    return set((there(folder / ERASED) or b"").decode("ascii", "replace").split())


def remember(folder: Path, sessions: Iterable[str]) -> None:
    """Notes the sessions, hashed, so that the next collection leaves them out."""
    if marks := {mark_of(session) for session in sessions}:
        write_whole(folder / ERASED, ("\n".join(sorted(erased_sessions(folder) | marks)) + "\n").encode())


def there(path: Path) -> bytes | None:
    """Returns a file's bytes; None where there is none that can be read."""
    try:
        return read_bounded(path, MOST_BYTES)
    except FileProblem:
        return None


def parsed(data: bytes, path: Path) -> Journal | None:
    """Returns the journal in these bytes; None where they are none."""
    try:
        return parse_journal(data, path)
    except JournalError:
        return None
