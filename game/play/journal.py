"""The journal: one append-only JSON-lines file a play, each event on disk before anything else happens.

One `os.write` a line and one `fsync`; a torn last line is cut off when a play is taken up again, and
whoever reads a journal is told what was lost. The journal is the save: there is no other.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol
from weakref import WeakValueDictionary, finalize

from game.errors import JournalError
from game.files import FileProblem, read_bounded, write_whole
from game.play.events import (
    JOURNAL_FORMAT,
    Begun,
    Chosen,
    Event,
    Finished,
    Reflected,
    Worded,
    as_line,
)
from game.play.journal_text import as_utf8, events_of, whole_lines
from game.play.lock import hold
from game.play.restoring import APPEND, cannot, is_whole, sync_folder, written_again
from game.words import _

MOST_BYTES = 8 * 1024 * 1024
MOST_LINES = 20_000
SUFFIX = ".jsonl"
Clock = Callable[[], datetime]


class Recorder(Protocol):
    """Where a session writes its events."""

    @property
    def path(self) -> Path | None:
        """Returns the file that the events go to, if there is one."""

    def write(self, event: Event) -> None:
        """Keeps the event; only when this returns may the play go on."""

    def close(self) -> None:
        """Lets go; nothing is written any more."""

    def news(self) -> str:
        """Returns, once, what the player has to know of the file; empty for nothing."""


class MemoryRecorder:
    """A recorder that keeps events in memory, for bots and benchmarks."""

    path = None

    def __init__(self) -> None:
        self.events: list[Event] = []

    def write(self, event: Event) -> None:
        """Keeps the event."""
        self.events.append(event)

    def close(self) -> None:
        """Does nothing: there is no file to let go of."""

    def news(self) -> str:
        """Returns nothing: there is no file."""
        return ""


class JournalFile:
    """A recorder on disk. `create` makes a new file (`create_with` one that holds events already), `reopen` takes
    one up again. While it is open no other process can open it, and opening it again here closes it there. What stands
    in it is kept in memory too: a file that vanishes in the middle of a play is written again."""

    def __init__(self, path: Path, handle: int, kept: bytes = b"") -> None:
        self._path, self._handle, self._kept, self._news = path, handle, bytearray(kept), ""
        self._let_go = finalize(self, os.close, handle)
        _open[path.absolute()] = self

    @property
    def path(self) -> Path:
        """Returns the file that the events go to."""
        return self._path

    @classmethod
    def create(cls, folder: Path, scenario: str, session: str, at: datetime) -> JournalFile:
        """Returns a new journal in `folder`; its name tells date, scenario and session, and nothing about the
        player."""
        path = folder / new_name(scenario, session, at)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            handle = os.open(path, APPEND | os.O_CREAT | os.O_EXCL, 0o600)
            sync_folder(folder)
        except OSError as error:
            raise cannot("begin", path, error) from None
        hold(handle)
        return cls(path, handle)

    @classmethod
    def create_with(cls, folder: Path, scenario: str, events: Sequence[Event]) -> JournalFile:
        """Returns a new journal that begins with these events: it is there with all of them, or not at all."""
        first = events[0]
        assert isinstance(first, Begun)
        path = folder / new_name(scenario, first.session, first.at)
        try:
            write_whole(path, b"".join(map(as_line, events)))
            sync_folder(folder)
        except OSError as error:
            raise cannot("begin", path, error) from None
        return cls.reopen(path)

    @classmethod
    def reopen(cls, path: Path) -> JournalFile:
        """Returns an existing journal, its torn last line (if any) cut off, ready to append."""
        raw = journal_bytes(path)
        kept = whole_lines(as_utf8(raw))
        if not raw.startswith(kept):  # another program saved it: as the game writes it, before it is gone on with
            write_whole(path, kept)
        if before := _open.get(path.absolute()):
            before.close()
        try:
            handle = os.open(path, APPEND)
        except OSError as error:
            raise cannot("go on with", path, error) from None
        if not hold(handle):
            os.close(handle)
            raise JournalError(f"The play in {path} is open in another window or terminal. Go on there, or close it.")
        made = cls(path, handle, kept)
        try:
            os.ftruncate(handle, len(kept))
        except OSError as error:
            raise cannot("go on with", path, error) from None
        return made

    def write(self, event: Event) -> None:
        """Puts the event on disk; a line that does not fit whole is taken back and JournalError raised."""
        line = as_line(event)
        try:
            if not is_whole(self._path, self._handle, len(self._kept)):
                self._write_again()
            size = os.fstat(self._handle).st_size
            try:
                if os.write(self._handle, line) != len(line):
                    raise OSError(errno.ENOSPC, "the disk is full")
                os.fsync(self._handle)
            except BaseException:  # Ctrl-C too: what the session does not count must not stay in the file
                os.ftruncate(self._handle, size)
                raise
        except OSError as error:
            raise cannot("begin" if self._is_gone() else "write", self._path, error) from None
        self._kept += line

    def _is_gone(self) -> bool:
        """Returns True where nothing of the play is in the file, so that nothing may be said to be safe; takes a
        journal away that not even its first line came into, which no reader would take for one."""
        if self._handle == -1:
            return False
        with suppress(OSError):
            if not self._kept and not self._path.stat().st_size:
                self._path.unlink()
        return not os.path.exists(self._path)

    def _write_again(self) -> None:
        """Writes the file anew from memory, and notes what to tell. Raises OSError."""
        path, handle = written_again(self._path, bytes(self._kept))
        self._let_go()
        self._path, self._handle, self._let_go = path, handle, finalize(self, os.close, handle)
        _open[path.absolute()] = self
        self._news = _("The file of this play was gone. It has been written again, whole: {path}").format(path=path)

    def news(self) -> str:
        """Returns, once, that the file had to be written again; empty while all is well."""
        told, self._news = self._news, ""
        return told

    def close(self) -> None:
        """Lets go of the file."""
        self._handle = -1
        self._let_go()


def let_go(path: Path) -> None:
    """Closes the journal at `path` where this process has it open; its play cannot be gone on with any more."""
    if held := _open.get(path.absolute()):
        held.close()


_open: WeakValueDictionary[Path, JournalFile] = WeakValueDictionary()  # those that this process has in hand


def new_name(scenario: str, session: str, at: datetime) -> str:
    """Returns a journal's name: it tells date, scenario and session, and nothing about the player."""
    safe = re.sub(r"[^a-z0-9-]+", "-", scenario.lower())[:40].strip("-") or "scenario"
    return f"{at:%Y%m%d-%H%M%S}-{safe}-{session[:8]}{SUFFIX}"


@dataclass(frozen=True, slots=True)
class Journal:
    """A journal read back: the events that are whole, and in words what is not.

    damaged: True where more than a torn last line is lost, so that nobody can go on with it
    """

    path: Path
    begun: Begun
    events: tuple[Event, ...]
    lost: tuple[str, ...]
    damaged: bool = False

    @property
    def choices(self) -> tuple[Chosen, ...]:
        """Returns the choices in order."""
        return tuple([e for e in self.events if isinstance(e, Chosen)])

    @property
    def copied(self) -> int:
        """Returns how many of the choices were made in the play that this one goes on from."""
        turn = self.begun.branched_at
        return min(turn - 1, len(self.choices)) if turn else 0

    @property
    def lived(self) -> tuple[Event, ...]:
        """Returns the events of this play itself, without those copied from the one that it goes on from."""
        return (self.begun, *self.events[self._last_copied + 1 :])

    @property
    def _last_copied(self) -> int:
        if not self.copied:
            return 0
        return [n for n, event in enumerate(self.events) if isinstance(event, Chosen)][self.copied - 1]

    @property
    def finished(self) -> Finished | None:
        """Returns the end, when the play came to one."""
        return next((e for e in self.events if isinstance(e, Finished)), None)

    @property
    def worded(self) -> dict[int, str]:
        """Returns what the player typed before choosing, by the turn (from 1) it was typed at."""
        turn, found = 1, {}
        for event in self.events:
            turn += isinstance(event, Chosen)
            if isinstance(event, Worded):
                found[turn] = event.text
        return found

    @property
    def reflected(self) -> Reflected | None:
        """Returns the answers, when any were given."""
        return next((e for e in self.events if isinstance(e, Reflected)), None)


def read_journal(path: Path) -> Journal:
    """Returns the journal at `path`; raises JournalError when it is none, reports in `lost` what is damaged.

    Events are taken up to the first gap: a choice after a lost one could not be told apart from another.
    """
    return parse_journal(journal_bytes(path), path)


def parse_journal(data: bytes, path: Path) -> Journal:
    """Returns the journal in these bytes; `path` says in messages where they came from. Raises JournalError."""
    data = as_utf8(data)
    whole = whole_lines(data)
    *rows, rest = whole.split(b"\n", MOST_LINES)
    events, lost = events_of(rows)
    if rest.strip() and not lost:
        lost.append(_("It has more than {n} lines; what follows them is left out.").format(n=f"{MOST_LINES:,}"))
    damaged = bool(lost)
    if len(whole) < len(data.rstrip()):
        told = _("The last line is torn ({n} bytes): the event being written is lost.")
        lost.append(told.format(n=len(data) - len(whole)))
    if not events or not isinstance(events[0], Begun):
        raise _not_a_journal(path, next(filter(None, rows), b""))
    return Journal(path, events[0], tuple(events), tuple(lost), damaged)


def journal_bytes(path: Path) -> bytes:
    """Returns what the file of a journal holds. Raises JournalError."""
    try:
        return read_bounded(path, MOST_BYTES)
    except FileProblem as problem:
        raise JournalError(str(problem)) from None


def _not_a_journal(path: Path, first: bytes) -> JournalError:
    if match := re.search(rb'"format": ?(\d{1,9})', first[:2000]):
        written = int(match[1])
        if written > JOURNAL_FORMAT:
            return JournalError(
                f"{path} was written by a newer game (journal format {written}; this game reads {JOURNAL_FORMAT}). "
                "Update the game."
            )
    return JournalError(f"{path} is not a journal of Equal Footing: its first line does not begin a play.")


def utc_now() -> datetime:
    """Returns the present moment; the only clock, passed in wherever time is needed."""
    return datetime.now(UTC)


def new_session_id() -> str:
    """Returns thirty-two hex digits that no other play has."""
    return os.urandom(16).hex()
