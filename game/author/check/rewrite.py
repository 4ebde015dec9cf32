"""Mending a file in place: line breaks, byte order mark and all other lines stay; the old file is kept beside it."""

from __future__ import annotations

import codecs
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from game.author.check.fix import Change, fix
from game.errors import GameError
from game.files import FileProblem, read_bounded, write_shared
from game.rubric.model import Rubric
from game.scenario.foreign import foreign_program
from game.scenario.source import MOST_BYTES

_LINE_BREAK = re.compile("(\r\n|[\r\n])")


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A file as it was and as it would be, with the changes between."""

    path: Path
    before: bytes
    after: bytes
    changes: tuple[Change, ...]


def mended(path: Path, rubric: Rubric) -> Rewrite:
    """Returns what mending the file would make of it; without changes where nothing is certain or the file cannot be
    read."""
    try:
        raw = read_bounded(path, MOST_BYTES)
        text = raw.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except (FileProblem, UnicodeDecodeError):  # `check` tells it
        return Rewrite(path, b"", b"", ())
    if foreign_program(raw):  # a document of another program has no lines to mend; `check` tells that too
        return Rewrite(path, raw, raw, ())
    parts = _LINE_BREAK.split(text)
    lines, breaks = parts[0::2], parts[1::2]
    after, changes = fix(lines, rubric)
    mark = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    return Rewrite(path, raw, mark + _joined(after, breaks, changes).encode("utf-8"), tuple(changes))


def _joined(lines: Sequence[str], breaks: Sequence[str], changes: Sequence[Change]) -> str:
    """Returns the lines with the breaks they had; a new line gets its neighbour's, one taken out takes its own."""
    ends = list(breaks)
    for change in changes:
        if change.after is None and ends:
            del ends[min(change.line - 1, len(ends) - 1)]
        if change.before is None:
            ends.insert(change.line - 1, ends[min(change.line - 1, len(ends) - 1)] if ends else "\n")
    return "".join(line + end for line, end in zip(lines, [*ends, ""], strict=True))


def write(rewritten: Rewrite) -> Path:
    """Puts the mended file in place of the old one and gives the path where the old one is kept; raises GameError."""
    path = rewritten.path.resolve()
    try:
        if path.read_bytes() != rewritten.before:
            raise GameError(f"{rewritten.path} has just been changed by another program. Check it again.")
        kept = _keep(path)
        write_shared(path, rewritten.after)
    except OSError as error:
        raise GameError(f"{rewritten.path} cannot be mended: {error.strerror}. Nothing was changed.") from None
    return kept


def _keep(path: Path) -> Path:
    """Returns a copy of the file under the first name that is free: `FILE.bak`, `FILE.2.bak`, …"""
    number = 1
    while True:
        copy = path.with_name(f"{path.name}.bak" if number == 1 else f"{path.name}.{number}.bak")
        try:
            with path.open("rb") as old, copy.open("xb") as new:
                shutil.copyfileobj(old, new)
            return copy
        except FileExistsError:
            number += 1


def as_text(rewritten: Rewrite) -> str:
    """Returns each change as a person reads it: where, why, the line before and after."""
    shown = []
    for change in rewritten.changes:
        rows = [f"{rewritten.path}:{change.line}: {change.why}"]
        rows += [f"  - {change.before}"] if change.before is not None else []
        shown.append("\n".join([*rows, f"  + {change.after}"]))
    return "\n\n".join(shown)
