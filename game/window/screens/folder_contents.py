"""What was typed for a folder, and what can be seen of it before anything in it is read: its journals, counted, and the
folders in it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from game.play.journal import SUFFIX


def typed_path(words: str) -> Path | None:
    """Returns the place that was typed, `~` being one's own folder; None where it names none."""
    try:
        return Path(os.path.abspath(Path(words.strip()).expanduser())) if words.strip() else None
    except (RuntimeError, ValueError, OSError):  # a home that nobody has, or a name that cannot be
        return None


def typed_folder(words: str) -> Path | None:
    """Returns the folder that was typed; None where there is none of that name."""
    path = typed_path(words)
    return path if path and os.path.isdir(path) else None  # which never raises, whatever the name


@dataclass(frozen=True, slots=True)
class FolderContents:
    """What can be seen of a folder: its journals, counted, and the folders in it."""

    path: Path | None
    journals: int = 0
    folders: tuple[Path, ...] = ()

    @classmethod
    def of(cls, words: str) -> FolderContents:
        """Returns the place that the words name; without a path where there is no such folder."""
        path = typed_folder(words)
        if path is None:
            return cls(None)
        try:
            with os.scandir(path) as entries:
                found = [(entry.name, entry.is_dir()) for entry in entries]
        except OSError:
            return cls(path)
        names = sorted(n for n, folder in found if folder and n.isprintable() and not n.startswith("."))
        journals = sum(not folder and name.endswith(SUFFIX) for name, folder in found)
        return cls(path, journals, tuple(path / name for name in names))
