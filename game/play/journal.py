"""The journal: one append-only JSON-lines file a play, each event on disk before anything else happens.

One `os.write` a line and one `fsync`; a torn last line is cut off when a play is taken up again, and
whoever reads a journal is told what was lost. The journal is the save: there is no other.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
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
    from_line,
    from_lines,
)
from game.play.lock import hold

MOST_BYTES = 8 * 1024 * 1024
MOST_LINES = 20_000
SUFFIX = ".jsonl"
Clock = Callable[[], datetime]


class Recorder(Protocol):
    """Where a session writes its events."""

    @property
    def path(self) -> Path | None:
        """The file that the events go to, if there is one."""

    def write(self, event: Event) -> None:
        """Keeps the event; only when this returns may the play go on."""

    def close(self) -> None:
        """Lets go; nothing is written any more."""


class MemoryRecorder:
    """A recorder that keeps events in memory, for bots and benchmarks."""

    path = None

    def __init__(self) -> None:
        self.events: list[Event] = []

    def write(self, event: Event) -> None:
        """Keeps the event."""
        self.events.append(event)

    def close(self) -> None:
        """There is nothing to let go of."""


class JournalFile:
    """A recorder on disk. `create` makes a new file (`create_with` one that holds events already), `reopen` takes
    one up again. While it is open no other process can open it, and opening it again here closes it there."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path, self._handle = path, handle
        self._let_go = finalize(self, os.close, handle)
        _open[path.absolute()] = self

    @property
    def path(self) -> Path:
        """The file that the events go to."""
        return self._path

    @classmethod
    def create(cls, folder: Path, scenario: str, session: str, at: datetime) -> JournalFile:
        """A new journal in `folder`; its name tells date, scenario and session, and nothing about the player."""
        path = _new_path(folder, scenario, session, at)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            handle = os.open(path, _APPEND | os.O_CREAT | os.O_EXCL, 0o600)
            _sync_folder(folder)
        except OSError as error:
            raise _cannot("begin", path, error) from None
        hold(handle)
        return cls(path, handle)

    @classmethod
    def create_with(cls, folder: Path, scenario: str, events: Sequence[Event]) -> JournalFile:
        """A new journal that begins with these events: it is there with all of them, or not at all."""
        first = events[0]
        assert isinstance(first, Begun)
        path = _new_path(folder, scenario, first.session, first.at)
        try:
            write_whole(path, b"".join(map(as_line, events)))
            _sync_folder(folder)
        except OSError as error:
            raise _cannot("begin", path, error) from None
        return cls.reopen(path)

    @classmethod
    def reopen(cls, path: Path) -> JournalFile:
        """An existing journal, its torn last line (if any) cut off, ready to append."""
        keep = len(_whole_lines(_bytes(path)))
        if before := _open.get(path.absolute()):
            before.close()
        try:
            handle = os.open(path, _APPEND)
        except OSError as error:
            raise _cannot("go on with", path, error) from None
        if not hold(handle):
            os.close(handle)
            raise JournalError(f"The play in {path} is open in another window or terminal. Go on there, or close it.")
        made = cls(path, handle)
        try:
            os.ftruncate(handle, keep)
        except OSError as error:
            raise _cannot("go on with", path, error) from None
        return made

    def write(self, event: Event) -> None:
        """Puts the event on disk; a line that does not fit whole is taken back and JournalError raised."""
        line = as_line(event)
        try:
            size = os.fstat(self._handle).st_size
            try:
                if os.write(self._handle, line) != len(line):
                    raise OSError(errno.ENOSPC, "the disk is full")
                os.fsync(self._handle)
            except BaseException:  # Ctrl-C too: what the session does not count must not stay in the file
                os.ftruncate(self._handle, size)
                raise
        except OSError as error:
            raise _cannot("write", self._path, error) from None

    def close(self) -> None:
        """Lets go of the file."""
        self._handle = -1
        self._let_go()


def let_go(path: Path) -> None:
    """Closes the journal at `path` where this process has it open; its play cannot be gone on with any more."""
    if held := _open.get(path.absolute()):
        held.close()


_open: WeakValueDictionary[Path, JournalFile] = WeakValueDictionary()  # those that this process has in hand
_APPEND = os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0)


def _new_path(folder: Path, scenario: str, session: str, at: datetime) -> Path:
    safe = re.sub(r"[^a-z0-9-]+", "-", scenario.lower())[:40].strip("-") or "scenario"
    return folder / f"{at:%Y%m%d-%H%M%S}-{safe}-{session[:8]}{SUFFIX}"


def _sync_folder(folder: Path) -> None:
    """Sees to it that a new name survives a power cut, where the system can."""
    with contextlib.suppress(OSError):  # Windows and some network folders cannot
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _cannot(verb: str, path: Path, error: OSError) -> JournalError:
    reason = error.strerror or str(error)
    return JournalError(
        f"Cannot {verb} the journal {path}: {reason}. What was chosen before is safe. "
        "Make room, or choose another folder with --logs."
    )


@dataclass(frozen=True, slots=True)
class Journal:
    """A journal read back: the events that are whole, and in words what is not."""

    path: Path
    begun: Begun
    events: tuple[Event, ...]
    lost: tuple[str, ...]

    @property
    def choices(self) -> tuple[Chosen, ...]:
        """The choices in order."""
        return tuple(e for e in self.events if isinstance(e, Chosen))

    @property
    def copied(self) -> int:
        """How many of the choices were made in the play that this one goes on from."""
        return min((self.begun.branched_at or 1) - 1, len(self.choices))

    @property
    def lived(self) -> tuple[Event, ...]:
        """The events of this play itself, without those copied from the one that it goes on from."""
        return (self.begun, *self.events[self._last_copied + 1 :])

    @property
    def _last_copied(self) -> int:
        choices = [n for n, event in enumerate(self.events) if isinstance(event, Chosen)]
        return choices[self.copied - 1] if self.copied else 0

    @property
    def finished(self) -> Finished | None:
        """The end, when the play came to one."""
        return next((e for e in self.events if isinstance(e, Finished)), None)

    @property
    def worded(self) -> dict[int, str]:
        """What the player typed before choosing, by the turn (from 1) it was typed at."""
        turn, found = 1, {}
        for event in self.events:
            turn += isinstance(event, Chosen)
            if isinstance(event, Worded):
                found[turn] = event.text
        return found

    @property
    def reflected(self) -> Reflected | None:
        """The answers, when any were given."""
        return next((e for e in self.events if isinstance(e, Reflected)), None)


def read_journal(path: Path) -> Journal:
    """The journal at `path`; raises JournalError when it is none, reports in `lost` what is damaged.

    Events are taken up to the first gap: a choice after a lost one could not be told apart from another.
    """
    return parse_journal(_bytes(path), path)


def parse_journal(data: bytes, path: Path) -> Journal:
    """The journal in these bytes; `path` says in messages where they came from. Raises JournalError."""
    whole = _whole_lines(data)
    *rows, rest = whole.split(b"\n", MOST_LINES)
    events: list[Event] = []
    lost = []
    for number, event in enumerate(from_lines(rows) or map(_or_none, rows), 1):
        if event is None:
            if number == 1:
                raise _not_a_journal(path, rows[0])
            lost.append(f"Line {number} cannot be read; it and the {len(rows) - number} after it are left out.")
            break
        if event.n != len(events):
            lost.append(
                f"Line {number} should be event {len(events)} but is {event.n}; it and what follows are left out."
            )
            break
        events.append(event)
    if rest and not lost:
        lost.append(f"It has more than {MOST_LINES:,} lines; what follows them is left out.")
    if len(whole) < len(data):
        lost.append(f"The last line is torn ({len(data) - len(whole)} bytes): the event being written is lost.")
    if not events or not isinstance(events[0], Begun):
        raise _not_a_journal(path, rows[0] if rows else b"")
    return Journal(path, events[0], tuple(events), tuple(lost))


def _or_none(line: bytes) -> Event | None:
    try:
        return from_line(line)
    except ValueError:
        return None


def _bytes(path: Path) -> bytes:
    try:
        return read_bounded(path, MOST_BYTES)
    except FileProblem as problem:
        raise JournalError(str(problem)) from None


def _whole_lines(data: bytes) -> bytes:
    return data[: data.rfind(b"\n") + 1]


def _not_a_journal(path: Path, first: bytes) -> JournalError:
    if match := re.search(rb'"format": ?(\d{1,9})', first[:2000]):
        written = int(match[1])
        if written > JOURNAL_FORMAT:
            return JournalError(
                f"{path} was written by a newer game (journal format {written}; this game reads {JOURNAL_FORMAT}). "
                "Update the game."
            )
    return JournalError(f"{path} is not a journal of Equal Footing: its first line does not begin a play.")


@dataclass(frozen=True, slots=True)
class PlaySummary:
    """A play as a title screen lists it."""

    path: Path
    scenario: str
    title: str
    player: str | None
    began: datetime
    turns: int
    finished: bool


def list_plays(folder: Path) -> list[PlaySummary]:
    """The plays in a folder, newest first; what is no journal is passed over."""
    found = []
    for path in sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else []:
        try:
            journal = read_journal(path)
        except JournalError:
            continue
        begun = journal.begun
        done = journal.finished is not None
        turns = len(journal.choices)
        found.append(PlaySummary(path, begun.scenario, begun.title, begun.player, begun.at, turns, done))
    return sorted(found, key=lambda play: play.began, reverse=True)


def new_session_id() -> str:
    """Thirty-two hex digits that no other play has."""
    return uuid.uuid4().hex
