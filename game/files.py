"""Reading and writing whole files safely: bounded, never blocking, never half written."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from game.errors import GameError


class FileProblem(GameError):
    """A file cannot be read; `code` is the diagnostic code that fits."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(f"{message} {hint}")
        self.code, self.message, self.hint = code, message, hint


def read_bounded(path: Path, most: int) -> bytes:
    """All bytes of an ordinary file of at most `most` bytes; raises FileProblem otherwise.

    Opened without blocking, so that a named pipe cannot hang the game.
    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except IsADirectoryError:
        raise _not_a_file(path) from None
    except (OSError, ValueError) as error:
        if os.path.isdir(path):  # which never raises, whatever the name
            raise _not_a_file(path) from None
        reason = getattr(error, "strerror", None) or str(error)
        raise FileProblem(
            "unreadable", f"{path} cannot be opened: {reason}.", "Check the name and the folder."
        ) from None
    if not stat.S_ISREG(os.fstat(handle).st_mode):  # Linux opens a folder for reading
        os.close(handle)
        raise _not_a_file(path)
    with os.fdopen(handle, "rb") as file:
        try:
            data = file.read(most + 1)
        except OSError as error:
            reason = error.strerror or str(error)
            raise FileProblem("unreadable", f"{path} cannot be read: {reason}.", "Copy it again and retry.") from None
    if len(data) > most:
        raise FileProblem(
            "too-large",
            f"{path} is larger than {most // 1024:,} KiB.",
            "No file of this kind needs so much; is it the right one?",
        )
    return data


def _not_a_file(path: Path) -> FileProblem:
    return FileProblem("not-a-file", f"{path} is not an ordinary file.", "Name the file itself.")


def write_whole(path: Path, data: bytes) -> None:
    """Puts `data` at `path` whole or not at all: a temporary name, synced, then renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
