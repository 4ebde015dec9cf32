"""Reading and writing whole files safely: bounded, never blocking, never half written."""

from __future__ import annotations

import errno
import io
import os
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from game.errors import GameError

UNFINISHED = ".unfinished"  # how the name of a file ends that is being written, or whose writer was stopped
_STOPPED_S = 3600  # so long after its last byte a writer has surely been stopped
_OURS = re.compile(rf"\..+\.[0-9a-f]{{8}}{re.escape(UNFINISHED)}")
_swept = set[Path]()  # folders where this process has looked for what writers that were stopped have left
_PRIVATE, _SHARED = 0o600, 0o666  # the system takes from the second what it takes from every new file


class FileProblem(GameError):
    """A file cannot be read; `code` is the diagnostic code that fits."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(f"{message} {hint}")
        self.code, self.message, self.hint = code, message, hint


def read_bounded(path: Path, most: int) -> bytes:
    """Returns all bytes of an ordinary file of at most `most` bytes; raises FileProblem otherwise.

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
    """Puts `data` at `path` whole or not at all, readable by its owner alone. Raises OSError."""
    with _whole(path, _PRIVATE) as file:
        file.write(data)


def write_shared(path: Path, data: bytes, before: Callable[[], None] | None = None) -> None:
    """As `write_whole`, with the permissions that files have here, or those that the file at `path` has already.

    before: called once all is on disk, right before it takes its name; it does not take it where this raises.
    """
    with _whole(path, _SHARED, before=before) as file:
        file.write(data)


def create_shared(path: Path, data: bytes) -> None:
    """As `write_shared`, where there is no file yet. Raises FileExistsError where there is one."""
    with _whole(path, _SHARED, new=True) as file:
        file.write(data)


def create_private(path: Path, data: bytes) -> None:
    """As `write_whole`, where there is no file yet. Raises FileExistsError where there is one."""
    with _whole(path, _PRIVATE, new=True) as file:
        file.write(data)


@contextmanager
def opened_whole(path: Path, encoding: str = "utf-8") -> Iterator[IO[str]]:
    """Opens a text file for its owner alone that takes its name when all is in it. Raises OSError."""
    with _whole(path, _PRIVATE) as raw:
        file = io.TextIOWrapper(raw, encoding, newline="")
        try:
            yield file
        finally:
            file.detach()  # which flushes, and leaves the closing to `_whole`


def unfinished(folder: Path) -> list[Path]:
    """Returns what writers that were stopped have left in a folder and the folders in it."""
    with suppress(OSError):
        return sorted(path for path in folder.rglob(f".*{UNFINISHED}") if path.is_file() and not path.is_symlink())
    return []


@contextmanager
def _whole(path: Path, mode: int, new: bool = False, before: Callable[[], None] | None = None) -> Iterator[IO[bytes]]:
    """Opens a file under a name of its own, and gives it its name when it is on disk whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name[:200]}.{os.urandom(4).hex()}{UNFINISHED}")
    if new and os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        _sweep(path.parent, os.fstat(handle).st_mtime)
        with os.fdopen(handle, "wb", closefd=False) as file:
            yield file
            file.flush()
            os.fsync(handle)
        os.close(handle)
        handle = -1
        if mode == _SHARED:
            with suppress(OSError):
                os.chmod(temporary, stat.S_IMODE(os.stat(path).st_mode))
        if before is not None:
            before()
        _give_name(temporary, path, new)
    except BaseException:
        if handle >= 0:
            os.close(handle)
        temporary.unlink(missing_ok=True)
        raise


def _sweep(folder: Path, now: float) -> None:
    """Removes what writers that were stopped long ago have left in a folder, once a process.

    now: the time by the clock of the disk, which another computer may keep
    """
    if folder in _swept:
        return
    _swept.add(folder)
    with suppress(OSError), os.scandir(folder) as found:
        for entry in found:
            if _OURS.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    if entry.stat(follow_symlinks=False).st_mtime < now - _STOPPED_S:
                        os.unlink(entry.path)


def _give_name(temporary: Path, path: Path, new: bool) -> None:
    """Renames a file; where it must be new, no other writer's file is replaced."""
    if new:
        try:
            os.link(temporary, path)
        except FileExistsError:
            raise
        except OSError:  # no links here, as on a stick
            if os.path.lexists(path):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        else:
            temporary.unlink()
            return
    os.replace(temporary, path)
