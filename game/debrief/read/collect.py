"""Gathers journals into one folder: copied whole, each play once, what is broken set aside with its reason.

A copy is named after the play's session id, which is checked to be 32 hex digits, and after nothing else in the
journal. Sources are only read. Of two journals of one session the further one stays: finished before unfinished,
more events before fewer; where neither begins the other, the one left over goes to the quarantine, so that
nothing is lost in silence. Sessions that were erased do not come back with the next stick.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from game.debrief.read import sources
from game.debrief.read.erased import erased_sessions, mark_of, parsed, there
from game.debrief.read.pseudonyms import known_by
from game.debrief.read.sources import QUARANTINE, ForeignFile, FoundJournal, Trouble, show
from game.errors import JournalError, UsageError
from game.files import write_whole
from game.play.journal import SUFFIX, Journal, parse_journal

MOST_QUARANTINED = 200 * 1024 * 1024
MOST_LISTED = 20
FROM_STATEMENTS = "made again from xAPI statements"  # the `game` of a journal that is not the one that was written


@dataclass(slots=True)
class CollectionOutcome:
    """What a collection came to."""

    folder: Path
    new: int = 0
    longer: int = 0
    same: int = 0
    torn: int = 0
    foreign: int = 0
    erased: int = 0
    devices: set[str] = field(default_factory=set)
    troubles: list[Trouble] = field(default_factory=list)
    quarantined: int = 0
    labels: dict[str, str] = field(default_factory=dict)  # where the copy of each session came from

    @property
    def text(self) -> str:
        """Returns the summary that a teacher reads."""
        rows = [f"{_plays(self.new)} copied to {show(self.folder)}."]
        if self.longer:
            rows.append(f"{_plays(self.longer)} replaced by a longer journal of the same session.")
        if self.same:
            rows.append(f"{self.same} found more than once, or there already: kept once.")
        if self.torn:
            rows.append(f"{self.torn} with a damaged end: kept, and counted up to the damage.")
        if self.foreign:
            rows.append(f"{self.foreign} other files passed over.")
        if self.devices:
            count = len(self.devices)
            rows.append(f"Plays without a name are from {count} device{'' if count == 1 else 's'}.")
        if self.erased:
            rows.append(f"{self.erased} left out because their player was erased here.")
        if self.troubles:
            where = f"; what there was of them lies in {show(self.folder / QUARANTINE)}" if self.quarantined else ""
            rows.append(f"{len(self.troubles)} could not be used{where}:")
            rows += [f"  {t.label}: {t.why}" for t in self.troubles[:MOST_LISTED]]
            if len(self.troubles) > MOST_LISTED:
                rows.append(f"  … and {len(self.troubles) - MOST_LISTED} more.")
        return "\n".join(rows)


def _plays(count: int) -> str:
    return f"{count} play{'' if count == 1 else 's'}"


def collect(paths: Iterable[Path], into: Path, beside: Iterable[FoundJournal | Trouble] = ()) -> CollectionOutcome:
    """Copies the journals at and under `paths`, and those found `beside`, into a folder; raises UsageError when it
    cannot be written to."""
    done = CollectionOutcome(into)
    gone = erased_sessions(into)
    try:
        into.mkdir(parents=True, exist_ok=True)
        found = sources.files(list(paths), leave_out=[into])
        gathered = chain.from_iterable(sources.read(path) if isinstance(path, Path) else [path] for path in found)
        for item in chain(gathered, beside):
            match item:
                case ForeignFile():
                    done.foreign += 1
                case Trouble():
                    _set_aside(done, item, b"")
                case FoundJournal():
                    _take(done, item, gone)
    except OSError as error:
        raise UsageError(
            f"{into} cannot be written to: {error.strerror or error}. What was copied before is whole."
        ) from None
    return done


def _take(done: CollectionOutcome, found: FoundJournal, gone: set[str]) -> None:
    """Takes one journal into the folder, unless it is broken, there already, or erased."""
    if not found.data.strip():
        _set_aside(done, Trouble(found.label, "It is empty."), b"")
        return
    try:
        journal = parse_journal(found.data, Path(found.label))
    except JournalError as error:
        _set_aside(done, Trouble(found.label, reason(error, found.label)), found.data)
        return
    session = journal.begun.session
    if mark_of(session) in gone:
        done.erased += 1
        return
    done.torn += bool(journal.lost)
    if known_by(journal.begun) == "device":
        done.devices.add(journal.begun.device or "")
    target = done.folder / f"{session}{SUFFIX}"
    old = there(target)
    other = parsed(old, target) if old is not None else None
    if old is None:
        write_whole(target, found.data)
        done.labels[session] = found.label
        done.new += 1
    elif old == found.data or old.startswith(found.data):
        done.same += 1
    elif other is not None and _one_is_told_again(journal, other):
        if _told_rank(journal) > _told_rank(other):
            write_whole(target, found.data)
            done.longer += 1
        else:
            done.same += 1
    elif better(found.data, journal, old, other):
        write_whole(target, found.data)
        done.longer += 1
        if not found.data.startswith(_whole(old)):
            before = done.labels.get(session, f"the copy that was in {show(done.folder)}")
            _set_aside(done, Trouble(before, _OTHER_WAY), old)
        done.labels[session] = found.label
    elif old.startswith(_whole(found.data)):
        done.same += 1
    else:
        _set_aside(done, Trouble(found.label, _OTHER_WAY), found.data)


_OTHER_WAY = (
    "Another journal of the same session goes on differently, and further; this one is set aside. "
    "(A play was taken up again from a copy.)"
)


def _one_is_told_again(one: Journal, other: Journal) -> bool:
    """Returns whether two journals are the same play, one of them made again from statements: the choices of one are
    the first of the other."""
    told = FROM_STATEMENTS in (one.begun.game, other.begun.game)
    return told and all(a.option == b.option for a, b in zip(one.choices, other.choices, strict=False))


def _told_rank(journal: Journal) -> tuple[bool, int, bool]:
    """Returns what the choice between such journals goes by: finished, choices, the one that was written."""
    return journal.finished is not None, len(journal.choices), journal.begun.game != FROM_STATEMENTS


def better(data: bytes, journal: Journal, other_data: bytes, other: Journal | None) -> bool:
    """Returns whether a journal is further than another of the same session; a fixed order, whichever comes first."""
    return other is None or rank(data, journal) > rank(other_data, other)


def rank(data: bytes, journal: Journal) -> tuple[bool, int, int, bytes]:
    """Returns what the choice between journals of one session goes by: finished, events, fewest damages, then a
    hash."""
    return journal.finished is not None, len(journal.events), -len(journal.lost), hashlib.sha256(data).digest()


def _whole(data: bytes) -> bytes:
    return data[: data.rfind(b"\n") + 1]


def reason(error: JournalError, label: str) -> str:
    """Returns the reason without the place, which stands before it already."""
    text = str(error).removeprefix(label).strip()
    return f"It {text}" if text.startswith(("is ", "was ")) else text


def _set_aside(done: CollectionOutcome, trouble: Trouble, data: bytes) -> None:
    """Keeps what cannot be used beside the reason, under a name made of its hash."""
    done.troubles.append(trouble)
    folder = done.folder / QUARANTINE
    name = hashlib.sha256(data or trouble.label.encode("utf-8", "replace")).hexdigest()[:20]
    kept = f"{name}.bin"
    if data and _room(folder, len(data)):
        write_whole(folder / kept, data)
    else:
        kept = "nothing (it could not be read)" if not data else "nothing (the quarantine is full)"
    write_whole(folder / f"{name}.txt", f"{trouble.label}\n{trouble.why}\nKept: {kept}\n".encode())
    done.quarantined += 1


def _room(folder: Path, more: int) -> bool:
    with suppress(OSError):
        return sum(p.stat().st_size for p in folder.glob("*.bin")) + more <= MOST_QUARANTINED
    return True
