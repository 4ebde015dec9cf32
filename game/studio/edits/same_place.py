"""Whether what a form meant to change is still what it saw."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from game.scenario.document import Data
from game.studio import reading


def same_place(before: str, now: str, edits: Sequence[Any]) -> bool:
    """Returns whether each edit's place holds in the text as it is now what it held in the text that the form saw."""
    if before == now:
        return True
    then, here = reading.document(before).data, reading.document(now).data
    return all(
        _at(then, path, edit.get("op") == "set") == _at(here, path, edit.get("op") == "set")
        for edit in edits
        if isinstance(edit, dict)
        for path in (edit.get("path"), edit.get("to"))
        if isinstance(path, list)
    )


def _at(data: Data | None, path: Sequence[Any], stays: bool) -> object:
    """Returns what stands at a path. In a list that is to hold others afterwards, its neighbours count too; where what
    is there `stays` in its place, only how many there are."""
    found: Any = data
    for depth, step in enumerate(path):
        if isinstance(found, list) and depth == len(path) - 1:
            return (len(found), found[step : step + 1]) if stays and isinstance(step, int) else found
        try:
            found = found[step]
        except (KeyError, IndexError, TypeError):
            return None
    return found
