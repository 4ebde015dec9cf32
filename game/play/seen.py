"""What a player has read before: a small file of hashes, from which no word can be read back."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from game.files import FileProblem, read_bounded

if TYPE_CHECKING:
    from game.scenario.model import Line

MOST_BYTES = 4 * 1024 * 1024
_HASH = re.compile(rb"[0-9a-f]{16}")


class ReadLines:
    """The lines read so far, each as sixteen hex digits on a line of the file at `path` (in memory without one). A
    file that cannot be read or written costs nothing but the skipping of those lines."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._known = _read(path) if path else set()

    def __contains__(self, words: str) -> bool:
        return _hash(words) in self._known

    def add(self, words: Iterable[str]) -> None:
        """Remembers these from now on."""
        fresh = sorted({_hash(one) for one in words} - self._known)
        self._known.update(fresh)
        if fresh and self.path:
            _append(self.path, b"".join(one + b"\n" for one in fresh))


def as_read(scenario: str, line: Line) -> str:
    """Returns a line as it is remembered: in its scenario and with who said it."""
    return f"{scenario}\n{line.speaker}\n{line.text}"


def _hash(words: str) -> bytes:
    return blake2b(words.encode(), digest_size=8).hexdigest().encode()


def _read(path: Path) -> set[bytes]:
    try:
        return {row for row in read_bounded(path, MOST_BYTES).split(b"\n") if _HASH.fullmatch(row)}
    except FileProblem:
        return set()


def _append(path: Path, rows: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    except OSError:
        return
    try:
        if os.fstat(handle).st_size + len(rows) <= MOST_BYTES:
            os.write(handle, b"\n" + rows if _torn(path) else rows)
    except OSError:
        return
    finally:
        os.close(handle)


def _torn(path: Path) -> bool:
    """Returns True when the file's last line was cut off."""
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - 1))
        return size > 0 and file.read(1) != b"\n"
