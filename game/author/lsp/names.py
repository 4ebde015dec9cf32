"""Every name in a scenario file: where it is given and where it is used, from the plain data and its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from game.author.lsp.spans import Cursor, Span
from game.scenario.document import Data, Document, Path_
from game.scenario.model import repaired

_SPEAKER = re.compile(r"[\w-]+")


class SymbolKind(Enum):
    """What a name stands for."""

    NODE = "node"
    OPTION = "option"
    FACT = "fact"
    RUPTURE = "rupture"
    SPEAKER = "person"
    MOVE = "move"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands; `gives` where it is given, otherwise it is used."""

    kind: SymbolKind
    text: str
    span: Span
    gives: bool = False


def names(document: Document) -> list[Name]:
    """Returns the names in a document, in the order of its parts; none where nothing could be read."""
    data = document.data
    return list(_Reader(document).whole(data)) if isinstance(data, dict) else []


def at(known: list[Name], spot: Cursor) -> list[Name]:
    """Returns the names under the cursor: a rupture's may be a fact's as well."""
    return [name for name in known if name.span.holds(spot)]


def given(known: list[Name], kind: SymbolKind) -> list[str]:
    """Returns the names of a kind that are given somewhere, each once."""
    return list(dict.fromkeys(name.text for name in known if name.kind is kind and name.gives))


class _Reader:
    def __init__(self, document: Document) -> None:
        self.document = document

    def whole(self, data: dict[str, Data]) -> Iterator[Name]:
        yield from self._people(data.get("cast"))
        yield from self._keys(("pictures",), data.get("pictures"), SymbolKind.PICTURE)
        ruptures = data.get("ruptures")
        yield from self._keys(("ruptures",), ruptures, SymbolKind.RUPTURE)
        for name, rupture in ruptures.items() if isinstance(ruptures, dict) else ():
            if isinstance(rupture, dict):
                yield from self._texts(("ruptures", name, "harm"), rupture.get("harm"), SymbolKind.MOVE)
        yield from self._text(("client",), data.get("client"), SymbolKind.SPEAKER)
        yield from self._text(("start",), data.get("start"), SymbolKind.NODE)
        teaching = data.get("teaching")
        if isinstance(teaching, dict):
            yield from self._texts(("teaching", "forks"), teaching.get("forks"), SymbolKind.NODE)
        nodes = data.get("nodes")
        yield from self._keys(("nodes",), nodes, SymbolKind.NODE)
        for name, node in nodes.items() if isinstance(nodes, dict) else ():
            if isinstance(node, dict):
                yield from self._node(("nodes", name), node)

    def _people(self, cast: Data | None) -> Iterator[Name]:
        yield from self._keys(("cast",), cast, SymbolKind.SPEAKER)
        for name, person in cast.items() if isinstance(cast, dict) else ():
            if isinstance(person, dict):
                yield from self._text(("cast", name, "portrait"), person.get("portrait"), SymbolKind.PICTURE)

    def _node(self, path: Path_, node: dict[str, Data]) -> Iterator[Name]:
        yield from self._text((*path, "place"), node.get("place"), SymbolKind.PICTURE)
        yield from self._lines((*path, "lines"), node.get("lines"))
        yield from self._goto((*path, "goto"), node.get("goto"))
        ending = node.get("ending")
        if isinstance(ending, dict):
            for key in ("mended", "unmended"):
                yield from self._text((*path, "ending", key), ending.get(key), SymbolKind.NODE)
        options = node.get("options")
        for index, option in enumerate(options) if isinstance(options, list) else ():
            if isinstance(option, dict):
                yield from self._option((*path, "options", index), option)

    def _option(self, path: Path_, option: dict[str, Data]) -> Iterator[Name]:
        yield from self._text((*path, "id"), option.get("id"), SymbolKind.OPTION, gives=True)
        moves = option.get("moves")
        yield from self._texts((*path, "moves"), moves, SymbolKind.MOVE)
        for move in moves if isinstance(moves, dict) else ():
            yield from self._placed((*path, "moves", move), move, SymbolKind.MOVE, key=True)
        yield from self._texts((*path, "sets"), option.get("sets"), SymbolKind.FACT, gives=True)
        for key in ("opens", "repairs"):
            for name in self._text((*path, key), option.get(key), SymbolKind.RUPTURE):
                yield name
                yield Name(SymbolKind.FACT, name.text if key == "opens" else repaired(name.text), name.span, gives=True)
        for key in ("when", "needs"):
            yield from self._condition((*path, key), option.get(key))
        yield from self._lines((*path, "reply"), option.get("reply"))
        yield from self._goto((*path, "goto"), option.get("goto"))

    def _lines(self, path: Path_, lines: Data | None) -> Iterator[Name]:
        for index, line in enumerate(lines) if isinstance(lines, list) else ():
            for key, value in line.items() if isinstance(line, dict) else ():
                at_line = (*path, index)
                if key == "when":
                    yield from self._condition((*at_line, key), value)
                elif found := _SPEAKER.match(key):
                    yield from self._placed((*at_line, key), found[0], SymbolKind.SPEAKER, key=True)

    def _goto(self, path: Path_, goto: Data | None) -> Iterator[Name]:
        yield from self._text(path, goto, SymbolKind.NODE)
        for index, branch in enumerate(goto) if isinstance(goto, list) else ():
            if isinstance(branch, dict):
                yield from self._text((*path, index, "to"), branch.get("to"), SymbolKind.NODE)
                yield from self._condition((*path, index, "when"), branch.get("when"))

    def _condition(self, path: Path_, condition: Data | None) -> Iterator[Name]:
        if isinstance(condition, dict):
            for key in ("has", "not"):
                yield from self._texts((*path, key), condition.get(key), SymbolKind.FACT)

    def _keys(self, path: Path_, mapping: Data | None, kind: SymbolKind) -> Iterator[Name]:
        for key in mapping if isinstance(mapping, dict) else ():
            yield from self._placed((*path, key), key, kind, gives=True, key=True)

    def _texts(self, path: Path_, value: Data | None, kind: SymbolKind, gives: bool = False) -> Iterator[Name]:
        """Returns a list of names, or a single one in its place."""
        yield from self._text(path, value, kind, gives)
        for index, item in enumerate(value) if isinstance(value, list) else ():
            yield from self._text((*path, index), item, kind, gives)

    def _text(self, path: Path_, value: Data | None, kind: SymbolKind, gives: bool = False) -> Iterator[Name]:
        if isinstance(value, str) and value:
            yield from self._placed(path, value, kind, gives)

    def _placed(
        self, path: Path_, text: str, kind: SymbolKind, gives: bool = False, key: bool = False
    ) -> Iterator[Name]:
        """Returns the name where it stands in the author's line, quotes left out; none when it is not there as such."""
        place = self.document.place(path, key)
        line = self.document.lines[place.line - 1] if place.line <= len(self.document.lines) else ""
        start = line.find(text, place.column - 1)
        start = line.find(text) if start < 0 else start  # the line may have been mended
        if start >= 0:
            yield Name(kind, text, Span(place.line - 1, start, start + len(text)), gives)
