"""The copies of a file that lie aside: when each was kept, and how the text differs from it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from game.studio.keeping import DiskFile

AROUND = 2  # lines that stay, shown beside those that differ


def listed(file: DiskFile, text: str) -> list[dict[str, Any]]:
    """Returns the copies, the newest first, each with how many lines went and came since."""
    found = []
    for name in file.versions():
        rows = list(_rows(file.version(name), text))
        kinds = [kind for kind, _line in rows]
        found.append({"when": name, "removed": kinds.count("removed"), "added": kinds.count("added")})
    return found


def difference(kept: str, text: str) -> list[dict[str, str]]:
    """Returns the lines that went and came since a copy, with a few around them; `gap` where others stay."""
    rows = list(_rows(kept, text))
    near = {
        number + by for number, (kind, _line) in enumerate(rows) if kind != "same" for by in range(-AROUND, AROUND + 1)
    }
    shown, last = list[dict[str, str]](), -1
    for number, (kind, line) in enumerate(rows):
        if number in near:
            if number > last + 1:
                shown.append({"kind": "gap", "text": ""})
            shown.append({"kind": kind, "text": line})
            last = number
    return shown


def _rows(before: str, after: str) -> Iterator[tuple[str, str]]:
    old, new = before.split("\n"), after.split("\n")
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from (("same", line) for line in old[a:b])
        else:
            yield from (("removed", line) for line in old[a:b])
            yield from (("added", line) for line in new[c:d])
