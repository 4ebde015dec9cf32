"""The plays in a folder as a screen lists them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from game.errors import JournalError
from game.play.journal import SUFFIX, journal_bytes, parse_journal
from game.play.peek import peek


@dataclass(frozen=True, slots=True)
class PlaySummary:
    """A play as a title screen lists it; `ending` is the id of the one it came to, None for one that was left."""

    path: Path
    scenario: str
    title: str
    player: str | None
    began: datetime
    turns: int
    ending: str | None = None

    @property
    def finished(self) -> bool:
        """Returns True for a play that came to its end."""
        return self.ending is not None


def list_plays(folder: Path) -> list[PlaySummary]:
    """Returns the plays in a folder, newest first; what is no journal is passed over."""
    found = []
    for path in sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else []:
        with suppress(JournalError):
            found.append(_summary(path))
    return sorted(found, key=lambda play: play.began, reverse=True)


def _summary(path: Path) -> PlaySummary:
    """Returns a play as it is listed. Raises JournalError for what is no journal."""
    data = journal_bytes(path)
    if (peeked := peek(data)) is not None:
        return PlaySummary(path, *peeked)
    journal = parse_journal(data, path)
    begun, ending = journal.begun, journal.finished.ending if journal.finished else None
    return PlaySummary(path, begun.scenario, begun.title, begun.player, begun.at, len(journal.choices), ending)
