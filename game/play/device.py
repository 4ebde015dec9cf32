"""The device mark: random digits in the first line of every play, so that plays without a name can be told apart.

It holds no name and nothing about the computer. Each player's folder has its own, made on first use; it goes when the
player's data is erased, and whoever plays on then gets another.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

from game.files import FileProblem, read_bounded, write_whole
from game.play.players import settle

FILE = "device.txt"
_MARK = re.compile(rb"[0-9a-f]{32}\n?")


def device_mark(home: Path, logs: Path | None, player: str) -> str | None:
    """Returns the mark of a player on this computer, made now if there is none; None where it cannot be kept."""
    path = settle(home, logs, player) / FILE
    if _read(path) is None:
        with suppress(OSError):
            write_whole(path, os.urandom(16).hex().encode() + b"\n")
    return _read(path)


def _read(path: Path) -> str | None:
    """Returns the mark in a file, or None where there is none."""
    try:
        data = read_bounded(path, 64)
    except FileProblem:
        return None
    return data.decode().strip() if _MARK.fullmatch(data) else None
