"""Takes one person's journals out of a class folder; of two people of one name it is asked which."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from game.debrief.read.erased import parsed, remember, there
from game.debrief.read.pseudonyms import Pseudonyms, normalised, person_of
from game.debrief.read.sources import QUARANTINE
from game.errors import UsageError
from game.files import unfinished
from game.play.events import Begun
from game.play.journal import SUFFIX


@dataclass(frozen=True, slots=True)
class StudentErased:
    """What was deleted: the journals of a player, and quarantined files that held their name."""

    pseudonym: str | None
    journals: tuple[Path, ...]
    quarantined: tuple[Path, ...]


def erase(player: str, folder: Path, pseudonyms: Pseudonyms, class_code: str | None = None) -> StudentErased:
    """Deletes every journal of a player, given by name (and class code) or by pseudonym; what was deleted comes back.

    Raises UsageError when the folder is none, when several people answer to the name, or when a file cannot be deleted.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder} is not a folder. Name the folder that `collect` filled.")
    wanted = normalised(player)
    if not wanted:
        raise UsageError("Say whose journals to erase: a name, or a pseudonym from a report.")
    namesakes, mine = 0, dict[str, list[tuple[Path, Begun]]]()
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        journal = parsed(there(path) or b"", path)
        if journal is None or not _answers(journal.begun, wanted, pseudonyms):
            continue
        namesakes += 1
        if class_code is None or normalised(journal.begun.class_code or "") == normalised(class_code):
            mine.setdefault(person_of(journal.begun), []).append((path, journal.begun))
    if len(mine) > 1:
        raise UsageError(_which(mine, pseudonyms))
    plays = [play for found in mine.values() for play in found]
    alone = len(plays) == namesakes
    names = {wanted} | {normalised(begun.player or "") or begun.device or wanted for _, begun in plays}
    held = _quarantined_of(folder, names if alone else set(), {begun.session for _, begun in plays})
    try:
        remember(folder, [begun.session for _, begun in plays])
        for path in [*(p for p, _ in plays), *held, *unfinished(folder)]:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(f"Not everything could be deleted: {error.strerror or error} ({error.filename}).") from None
    alias = pseudonyms.of(plays[0][1]).pseudonym if plays else None
    return StudentErased(alias, tuple(p for p, _ in plays), tuple(held))


def _answers(begun: Begun, wanted: str, pseudonyms: Pseudonyms) -> bool:
    """Returns whether a play is of someone called so: by name, by pseudonym (of an older page too), or by actor."""
    theirs = pseudonyms.of(begun)
    alias = normalised(theirs.pseudonym)
    return wanted in (normalised(begun.player or ""), alias, theirs.actor) or alias.startswith(f"{wanted} ")


def _which(found: dict[str, list[tuple[Path, Begun]]], pseudonyms: Pseudonyms) -> str:
    """Returns the question which of several people is meant; nothing is deleted before it is answered."""
    rows = [f"{len(found)} people answer to that name. Nothing was deleted. Say which, by pseudonym or --class-code:"]
    for plays in found.values():
        begun = [b for _, b in plays]
        code = f"class {begun[0].class_code}" if begun[0].class_code else "no class code"
        days = sorted({f"{b.at:%Y-%m-%d}" for b in begun})
        when = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
        many = f"{len(plays)} play{'' if len(plays) == 1 else 's'}"
        rows.append(f"  {pseudonyms.of(begun[0]).pseudonym}: {code}, {many}, {when}")
    return "\n".join(rows)


def _quarantined_of(folder: Path, names: set[str], sessions: set[str]) -> list[Path]:
    """Returns the quarantined files that hold one of the names or sessions, with their reasons."""
    any_name = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(names)) or r"(?!)")
    held: set[Path] = set()
    for path in sorted((folder / QUARANTINE).iterdir()) if (folder / QUARANTINE).is_dir() else []:
        text = (there(path) or b"").decode("utf-8", "replace")  # a reason names a file, and a file's name may be theirs
        if any_name.search(normalised(text)) or any(session in text for session in sessions):
            held |= {path.with_suffix(".bin"), path.with_suffix(".txt")}
    return sorted(p for p in held if p.exists())
