"""Gathers journals into one folder: copied whole, each play once, what is broken set aside with its reason.

A copy is named after the play's session id, which is checked to be 32 hex digits, and after nothing else in the
journal. Sources are only read. Of two journals of one session the further one stays: finished before unfinished,
more events before fewer; where neither begins the other, the one left over goes to the quarantine, so that
nothing is lost in silence. Sessions that were erased do not come back with the next stick.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from game.debrief.read import sources
from game.debrief.read.pseudonyms import Pseudonyms, known_by, normalised
from game.debrief.read.sources import QUARANTINE, ForeignFile, FoundJournal, Trouble, show
from game.errors import JournalError, UsageError
from game.files import FileProblem, read_bounded, write_whole
from game.play.journal import MOST_BYTES, SUFFIX, Journal, parse_journal

ERASED = "erased.txt"
MOST_QUARANTINED = 200 * 1024 * 1024
MOST_LISTED = 20


@dataclass(slots=True)
class Collected:
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

    @property
    def text(self) -> str:
        """The summary that a teacher reads."""
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


def collect(paths: Iterable[Path], into: Path) -> Collected:
    """Copies the journals at and under `paths` into a folder; raises UsageError when it cannot be written to."""
    done = Collected(into)
    gone = _erased(into)
    try:
        into.mkdir(parents=True, exist_ok=True)
        for path in sources.files(list(paths), leave_out=[into]):
            for item in sources.read(path) if isinstance(path, Path) else [path]:
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


def _take(done: Collected, found: FoundJournal, gone: set[str]) -> None:
    """One journal into the folder, unless it is broken, there already, or erased."""
    if not found.data.strip():
        _set_aside(done, Trouble(found.label, "It is empty."), b"")
        return
    try:
        journal = parse_journal(found.data, Path(found.label))
    except JournalError as error:
        _set_aside(done, Trouble(found.label, reason(error, found.label)), found.data)
        return
    session = journal.begun.session
    if _mark(session) in gone:
        done.erased += 1
        return
    done.torn += bool(journal.lost)
    if known_by(journal.begun) == "device":
        done.devices.add(journal.begun.device or "")
    target = done.folder / f"{session}{SUFFIX}"
    old = _there(target)
    if old is None:
        write_whole(target, found.data)
        done.new += 1
    elif old == found.data or old.startswith(found.data):
        done.same += 1
    elif better(found.data, journal, old, _parsed(old, target)):
        write_whole(target, found.data)
        done.longer += 1
        if not found.data.startswith(_whole(old)):
            _set_aside(done, Trouble(found.label, _OTHER_WAY), old)
    elif old.startswith(_whole(found.data)):
        done.same += 1
    else:
        _set_aside(done, Trouble(found.label, _OTHER_WAY), found.data)


_OTHER_WAY = (
    "Another journal of the same session goes on differently, and further; this one is set aside. "
    "(A play was taken up again from a copy.)"
)


def better(data: bytes, journal: Journal, other_data: bytes, other: Journal | None) -> bool:
    """Whether a journal is further than another of the same session; a fixed order, whichever comes first."""
    return other is None or rank(data, journal) > rank(other_data, other)


def rank(data: bytes, journal: Journal) -> tuple[bool, int, int, bytes]:
    """What the choice between journals of one session goes by: finished, events, fewest damages, then a hash."""
    return journal.finished is not None, len(journal.events), -len(journal.lost), hashlib.sha256(data).digest()


def _there(path: Path) -> bytes | None:
    try:
        return read_bounded(path, MOST_BYTES)
    except FileProblem:
        return None


def _parsed(data: bytes, path: Path) -> Journal | None:
    try:
        return parse_journal(data, path)
    except JournalError:
        return None


def _whole(data: bytes) -> bytes:
    return data[: data.rfind(b"\n") + 1]


def reason(error: JournalError, label: str) -> str:
    """The reason without the place, which stands before it already."""
    text = str(error).removeprefix(label).strip()
    return f"It {text}" if text.startswith(("is ", "was ")) else text


def _set_aside(done: Collected, trouble: Trouble, data: bytes) -> None:
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


@dataclass(frozen=True, slots=True)
class StudentErased:
    """What was deleted: the journals of a player, and quarantined files that held their name."""

    pseudonym: str | None
    journals: tuple[Path, ...]
    quarantined: tuple[Path, ...]


def erase(player: str, folder: Path, pseudonyms: Pseudonyms) -> StudentErased:
    """Deletes every journal of a player, given by name or pseudonym; what was deleted comes back.

    Raises UsageError when the folder is none or a file cannot be deleted.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder} is not a folder. Name the folder that `collect` filled.")
    wanted = normalised(player)
    if not wanted:
        raise UsageError("Say whose journals to erase: a name, or a pseudonym from a report.")
    mine: list[tuple[Path, str]] = []
    names, alias = {wanted}, None
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        begun = journal.begun if (journal := _parsed(_there(path) or b"", path)) else None
        if begun is None:
            continue
        theirs = pseudonyms.of(begun)
        if wanted in (normalised(begun.player or ""), normalised(theirs.pseudonym), theirs.actor):
            mine.append((path, begun.session))
            names |= {name for name in (normalised(begun.player or "") or begun.device,) if name}
            alias = theirs.pseudonym
    held = _quarantined_of(folder, names, {session for _, session in mine})
    try:
        _remember(folder, [session for _, session in mine])
        for path in [*(p for p, _ in mine), *held]:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(f"Not everything could be deleted: {error.strerror or error} ({error.filename}).") from None
    return StudentErased(alias, tuple(p for p, _ in mine), tuple(held))


def _quarantined_of(folder: Path, names: set[str], sessions: set[str]) -> list[Path]:
    """Quarantined files that hold one of the names or sessions, with their reasons."""
    any_name = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(names)))
    held: set[Path] = set()
    for path in sorted((folder / QUARANTINE).iterdir()) if (folder / QUARANTINE).is_dir() else []:
        text = (_there(path) or b"").decode(
            "utf-8", "replace"
        )  # a reason names a file, and a file's name may be theirs
        if any_name.search(normalised(text)) or any(session in text for session in sessions):
            held |= {path.with_suffix(".bin"), path.with_suffix(".txt")}
    return sorted(p for p in held if p.exists())


def _mark(session: str) -> str:
    return hashlib.sha256(f"erased {session}".encode()).hexdigest()


def _erased(folder: Path) -> set[str]:
    return set((_there(folder / ERASED) or b"").decode("ascii", "replace").split())


def _remember(folder: Path, sessions: list[str]) -> None:
    """Notes the sessions, hashed, so that the next collection leaves them out."""
    if sessions:
        marks = sorted(_erased(folder) | {_mark(s) for s in sessions})
        write_whole(folder / ERASED, ("\n".join(marks) + "\n").encode())
