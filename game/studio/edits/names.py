"""Edits that follow a name through the whole file: renaming, and deleting a scene whose ways go elsewhere then."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from game.author.lsp.find import rename
from game.author.lsp.names import SymbolKind
from game.author.lsp.reading import OpenText, read
from game.author.lsp.spans import Cursor
from game.errors import GameError
from game.rubric.model import Rubric
from game.scenario.document import Data, Path_
from game.studio.edits.meant import at, has
from game.studio.edits.refusal import EditRefused
from game.words import _

KINDS = {
    "rename_scene": SymbolKind.NODE,
    "rename_fact": SymbolKind.FACT,
    "rename_person": SymbolKind.SPEAKER,
}


def renamed(text: str, kind: SymbolKind, old: str, new: str, rubric: Rubric) -> str:
    """Returns the text with another name for a scene, a person or a fact, wherever it stands. Raises EditRefused."""
    reading = read(text, rubric)
    name = next((n for n in reading.names if n.gives and (n.kind, n.text) == (kind, old)), None)
    if name is None:
        raise EditRefused(_("There is nothing of that name here."))
    try:
        spans = rename(reading, Cursor(name.span.line, name.span.start), new)
    except GameError as why:
        raise EditRefused(str(why)) from None
    return _with(reading, spans, new)


def _with(reading: OpenText, spans: list[Any], new: str) -> str:
    lines = list(reading.lines)
    for span in sorted(spans, reverse=True):
        line = lines[span.line]
        lines[span.line] = line[: span.start] + new + line[span.end :]
    return "\n".join(lines)


def name_changed(before: Data, after: Data, old: str, new: str) -> bool:
    """Returns whether two data differ only in a name."""
    match before, after:
        case str(), str():
            return before == after or (before == old and after == new)
        case list(), list():
            pairs = zip(before, after, strict=False)
            return len(before) == len(after) and all(name_changed(one, two, old, new) for one, two in pairs)
        case dict(), dict():
            pairs_ = zip(before.items(), after.items(), strict=False)
            return len(before) == len(after) and all(
                (a == b or b == a.replace(old, new, 1)) and name_changed(one, two, old, new)
                for (a, one), (b, two) in pairs_
            )
    return False


def ways_to(data: Data, scene: str) -> Iterator[Path_]:
    """Yields every place of the data that names a scene: the start, ways on, endings that turn into it, forks."""
    if isinstance(data, dict) and data.get("start") == scene:
        yield ("start",)
    nodes = at(data, ("nodes",))
    for name in nodes if isinstance(nodes, dict) else ():
        if name == scene:
            continue
        path: Path_ = ("nodes", name)
        yield from _goto(data, (*path, "goto"), scene)
        options = at(data, (*path, "options")) if has(data, (*path, "options")) else []
        for number in range(len(options)) if isinstance(options, list) else ():
            yield from _goto(data, (*path, "options", number, "goto"), scene)
        for turn in ("mended", "unmended"):
            if has(data, (*path, "ending", turn)) and at(data, (*path, "ending", turn)) == scene:
                yield (*path, "ending", turn)


def _goto(data: Data, path: Path_, scene: str) -> Iterator[Path_]:
    found = at(data, path) if has(data, path) else None
    if found == scene:
        yield path
    for number, way in enumerate(found) if isinstance(found, list) else ():
        if isinstance(way, dict) and way.get("to") == scene:
            yield (*path, number, "to")


def forks_to(data: Data, scene: str) -> Iterator[Path_]:
    """Yields where the teaching notes name a scene."""
    path: Path_ = ("teaching", "forks")
    forks = at(data, path) if has(data, path) else None
    if forks == scene:
        yield path
    for number, fork in enumerate(forks) if isinstance(forks, list) else ():
        if fork == scene:
            yield (*path, number)
