"""What can be seen of a folder before anything in it is read: its journals, counted, and the folders in it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from game.play.journal import SUFFIX


@dataclass(frozen=True, slots=True)
class FolderContents:
    """What can be seen of a folder: its journals, counted, and the folders in it."""

    path: Path | None
    journals: int = 0
    folders: tuple[Path, ...] = ()

    @classmethod
    def of(cls, words: str) -> FolderContents:
        """Returns the place that the words name; without a path where there is no such folder."""
        try:
            path = Path(os.path.abspath(Path(words.strip()).expanduser()))
        except (RuntimeError, OSError):  # a home that nobody has
            return cls(None)
        if not words.strip() or not os.path.isdir(path):  # which never raises, whatever the name
            return cls(None)
        try:
            with os.scandir(path) as entries:
                found = [(entry.name, entry.is_dir()) for entry in entries]
        except OSError:
            return cls(path)
        names = sorted(n for n, folder in found if folder and n.isprintable() and not n.startswith("."))
        journals = sum(not folder and name.endswith(SUFFIX) for name, folder in found)
        return cls(path, journals, tuple(path / name for name in names))
