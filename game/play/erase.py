"""Erasing a player's own data: exactly the files that were named, and in words which of them stayed."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from game.files import FileProblem, read_bounded, write_whole
from game.play.journal import SUFFIX, let_go
from game.play.lock import hold
from game.words import _

MOST_SETTINGS = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Erased:
    """The files that are gone, and those that stayed, each with the reason."""

    gone: tuple[Path, ...]
    stayed: tuple[tuple[Path, str], ...]


def erase(files: Iterable[Path]) -> Erased:
    """Removes these files, read-only ones too; whatever cannot be removed stays and is told."""
    gone: list[Path] = []
    stayed: list[tuple[Path, str]] = []
    for path in files:
        try:
            _remove(path)
            gone.append(path)
        except OSError as error:
            stayed.append((path, error.strerror or str(error)))
    return Erased(tuple(gone), tuple(stayed))


def _remove(path: Path) -> None:
    """Removes one file; raises OSError for one that cannot be removed or that another window plays in."""
    if path.suffix == SUFFIX and not path.is_symlink():
        let_go(path)
        if _in_use(path):
            raise OSError(0, _("It is open in another window or terminal. Close it first."))
    try:
        path.unlink(missing_ok=True)
    except PermissionError:
        if path.is_symlink():
            raise
        os.chmod(path, stat.S_IWRITE | stat.S_IREAD)  # on Windows a read-only file cannot be removed
        path.unlink(missing_ok=True)


def _in_use(path: Path) -> bool:
    """Returns True when another process plays in this journal."""
    try:
        handle = os.open(path, os.O_RDWR)
    except OSError:  # read-only: nobody writes there
        return False
    try:
        return not hold(handle)
    finally:
        os.close(handle)


def sweep(folder: Path) -> None:
    """Removes the empty folders in a folder; what is not empty, or will not go, stays."""
    for path in sorted(folder.rglob("*"), reverse=True) if folder.is_dir() else ():
        if path.is_dir() and not path.is_symlink():
            with suppress(OSError):
                path.rmdir()


def forget_name(settings: Path, player: str) -> str | None:
    """Takes a player's name out of the settings' file, if it stands there; in words, why it could not be."""
    try:
        kept = json.loads(read_bounded(settings, MOST_SETTINGS))
    except (FileProblem, ValueError, RecursionError):
        return None  # no settings, or none that hold a name
    if not isinstance(kept, dict) or kept.get("player") != player:
        return None
    try:
        write_whole(settings, (json.dumps(kept | {"player": ""}, indent=2) + "\n").encode())
    except OSError as error:
        return _("The name still stands in {path}: {reason}.").format(path=settings, reason=error.strerror)
    return None
