"""A file of an export: there whole or not at all, and readable by its owner only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from game.errors import GameError
from game.files import opened_whole


@contextmanager
def whole_file(path: Path, encoding: str = "utf-8") -> Iterator[IO[str]]:
    """Opens a file that takes its name when all is in it; raises GameError when it cannot be written."""
    try:
        with opened_whole(path, encoding) as file:
            yield file
    except OSError as error:
        raise GameError(f"{path} cannot be written: {error.strerror or error}. Name another place with -o.") from None
