"""A journal's file in a world that may take it away: a file that vanished while its play went on is noticed before the
next line and written again from memory; what the system refuses is told in a sentence."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from game.errors import JournalError
from game.files import write_whole
from game.play.lock import hold
from game.words import _

APPEND = os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0)


def is_whole(path: Path, handle: int, size: int) -> bool:
    """Returns True while the file that is written to stands at `path` with at least so many bytes. Raises OSError."""
    ours = os.fstat(handle)
    try:
        there = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True  # it cannot be told, and the file that is open takes the line
    return (there.st_dev, there.st_ino) == (ours.st_dev, ours.st_ino) and there.st_size >= size


def written_again(path: Path, kept: bytes) -> tuple[Path, int]:
    """Puts what was kept back where it stood, and returns where it stands and the file, open to append; under another
    name where something else has taken the place. Raises OSError."""
    place = path if _is_free(path, kept) else _beside(path)
    write_whole(place, kept)
    handle = os.open(place, APPEND)
    hold(handle)
    return place, handle


def _is_free(path: Path, kept: bytes) -> bool:
    """Returns True where nothing stands, or an older or damaged copy of the same play."""
    first = kept[: kept.find(b"\n") + 1]
    try:
        with open(path, "rb") as file:
            there = file.read(len(first))
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return there == first[: len(there)]


def _beside(path: Path) -> Path:
    """Returns a name that nothing has."""
    number = 2
    while os.path.lexists(beside := path.with_name(f"{path.stem}-{number}{path.suffix}")):
        number += 1
    return beside


def sync_folder(folder: Path) -> None:
    """Sees to it that a new name survives a power cut, where the system can."""
    with contextlib.suppress(OSError):  # Windows and some network folders cannot
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def cannot(verb: str, path: Path, error: OSError) -> JournalError:
    """Returns what the system refused to do with a journal, and what to do now."""
    told = {
        "begin": _(
            "Cannot begin the journal {path}: {reason}. Make room there or let it be written to, or choose "
            "another folder with --logs."
        ),
        "write": _(
            "Cannot write the journal {path}: {reason}. What was chosen before is safe. Make room there or let "
            "the file be written to, then try again."
        ),
        "go on with": _("Cannot go on with the journal {path}: {reason}. What was chosen before is safe."),
    }
    return JournalError(told[verb].format(path=path, reason=error.strerror or error))
