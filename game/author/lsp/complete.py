"""What could be written where the cursor stands, from the line before it and the keys that the line is under.

The text is looked at as text, since a line that is being typed is rarely whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from game.author.lsp.names import SymbolKind, given
from game.author.lsp.pictures import drawn, known, undescribed
from game.author.lsp.reading import OpenText
from game.author.lsp.spans import Cursor
from game.author.schema import move_in_words
from game.scenario.load import keys_at
from game.scenario.media import PLACES, PORTRAITS
from game.scenario.model import (
    NARRATION,
    YOU,
    EndingKind,
    Expression,
    Frame,
    Hour,
    Lying,
    Role,
    RuptureKind,
    repaired,
)

# a key and its value as far as it is typed, in a mapping of lines or of braces
_VALUE = re.compile(r"(?:^|[\s{,-])(?P<key>[\w-]+): *(?P<value>\[[^\]]*|[\w-]*)$")
# the moves of an option with their evidence, up to a move that is being typed
_MOVES = re.compile(r"""(?:^|[\s{,-])moves: *\{(?: *\w+: *(?:"[^"]*"|'[^']*'|[^,"'{}]*),)* *\w*$""")
_BARE = re.compile(r"^ *\w*$")
_ITEM = re.compile(r"^ *- +[\w-]*$")
_WORD = re.compile(r"[\w-]*$")
_SPEAKER = re.compile(r"^ *(?:- +)?[\w-]*$")
_EXPRESSION = re.compile(r"^ *(?:- +)?(?P<speaker>[\w-]+) ?\([\w-]*$")
_KEY = re.compile(r"^(?P<indent> *)(?P<dashes>(?:- +)*)(?P<key>[\w-]+):")
_LINES = ("lines", "reply")
_WORDS: dict[str, type[StrEnum]] = {"time": Hour, "lying": Lying, "frame": Frame, "role": Role}
_MAPPING = re.compile(r"^ *(?:- +)?\w*$")  # where a key of a part may begin


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing to write: the word, what kind of thing it is, and what it means."""

    text: str
    kind: str
    note: str = ""
    ending: str = ""  # what is written after the word


def complete(reading: OpenText, spot: Cursor) -> list[Proposal]:
    """Returns what could be written at the cursor; the editor narrows it by the word typed so far."""
    before = reading.lines[spot.line][: spot.column] if spot.line < len(reading.lines) else ""
    if _MOVES.search(before):
        return _moves(reading)
    if match := _VALUE.search(before):
        of_option = match["key"] == "client" and before.startswith(" ")
        return [] if of_option else _values(reading, match["key"])
    holder = _holder(reading.lines, spot.line, before)
    if holder in _LINES:
        if match := _EXPRESSION.match(before):
            return _expressions(reading, match["speaker"])
        if _SPEAKER.match(before):
            return _speakers(reading)
    if holder == "moves" and _BARE.match(before):
        return _moves(reading)
    if holder == "pictures" and _SPEAKER.match(before):
        return [Proposal(name, "picture", ending=": ") for name in undescribed(reading)]
    if _ITEM.match(before) and (values := _values(reading, holder)):
        return values
    return _keys(reading.lines, spot.line, before) if _MAPPING.match(before) else []


def _keys(lines: list[str], number: int, before: str) -> list[Proposal]:
    """Returns the keys that the part knows in which the line stands, those that it must have first."""
    known = keys_at(_path(lines, number, before))
    return [
        Proposal(key, "key", "must be there" if must else "", ending=": ")
        for key, must in sorted(known.items(), key=lambda pair: not pair[1])
    ]


def _path(lines: list[str], number: int, before: str) -> tuple[str, ...]:
    """Returns the keys that a line stands under, outermost first; a list item is `*`."""
    indent = len(before) - len(before.lstrip(" "))
    path: list[str] = ["*"] if before.lstrip(" ").startswith("-") else []
    for line in reversed(lines[:number]):
        match = _KEY.match(line)
        if match is None or not (begin := len(match["indent"]) + len(match["dashes"])) <= indent:
            continue
        if begin == indent and match["dashes"] and not path:
            path, indent = ["*"], len(match["indent"])  # a neighbour that begins the item we are in
        elif begin < indent:
            path.insert(0, match["key"])
            indent = begin
            if match["dashes"]:
                path.insert(0, "*")
                indent = len(match["indent"])
    return tuple(path)


def word_before(line: str, column: int) -> int:
    """Returns the column at which the word before the cursor begins."""
    found = _WORD.search(line[:column])
    return found.start() if found else column


def _values(reading: OpenText, key: str) -> list[Proposal]:
    match key:
        case "goto" | "to" | "start" | "forks":
            return [
                Proposal(node, "scene", node_in_words(reading, node)) for node in given(reading.names, SymbolKind.NODE)
            ]
        case "mended" | "unmended":
            endings = [node for node in given(reading.names, SymbolKind.NODE) if reading.part("nodes", node, "ending")]
            return [Proposal(node, "scene", node_in_words(reading, node)) for node in endings]
        case "moves":
            return [replace(move, ending="") for move in _moves(reading)]
        case "harm":
            gates = reading.rubric.gate_moves
            return [replace(move, ending="") for move in _moves(reading) if move.text in gates]
        case "place":
            return [Proposal(place, "place", note) for place, note in known(reading, PLACES).items()]
        case "portrait":
            return [Proposal(portrait, "portrait", note) for portrait, note in known(reading, PORTRAITS).items()]
        case "kind":
            return [Proposal(word, "word") for word in (*EndingKind, *RuptureKind)]
        case _ if key in _WORDS:
            return [Proposal(word, "word") for word in _WORDS[key]]
        case "has" | "not" | "sets":
            return [Proposal(fact, "fact") for fact in _facts(reading)]
        case "opens" | "repairs":
            return [Proposal(rupture, "rupture") for rupture in given(reading.names, SymbolKind.RUPTURE)]
        case "client":
            return [Proposal(person, "person") for person in given(reading.names, SymbolKind.SPEAKER)]
        case _:
            return []


def _expressions(reading: OpenText, person: str) -> list[Proposal]:
    """Returns every expression, with a word at those that there are pictures of the author's own of."""
    own = drawn(reading, person)
    return [Proposal(one.value, "expression", "Your own picture" if one in own else "") for one in Expression]


def _moves(reading: OpenText) -> list[Proposal]:
    """Returns every move, with quotes for its evidence."""
    moves = reading.rubric.moves
    return [Proposal(code, "move", move_in_words(reading.rubric, code), ending=': ""') for code in moves]


def _facts(reading: OpenText) -> list[str]:
    ruptures = given(reading.names, SymbolKind.RUPTURE)
    known = [*given(reading.names, SymbolKind.FACT), *ruptures, *map(repaired, ruptures)]
    return list(dict.fromkeys(known))


def _speakers(reading: OpenText) -> list[Proposal]:
    people = [*given(reading.names, SymbolKind.SPEAKER), YOU, NARRATION]
    return [Proposal(person, "person", ending=": ") for person in people]


def node_in_words(reading: OpenText, node: str) -> str:
    """Returns a node's title, or its first line, to know it by."""
    title, lines = reading.part("nodes", node, "title"), reading.part("nodes", node, "lines")
    if isinstance(title, str):
        return title
    first = lines[0] if isinstance(lines, list) and lines else ""
    if isinstance(first, dict):
        return next((f"{who}: {text}" for who, text in first.items() if who != "when"), "")
    return first if isinstance(first, str) else ""


def _holder(lines: list[str], number: int, before: str) -> str:
    """Returns the key whose list or mapping the line stands in: the nearest one above that is indented less."""
    indent = len(before) - len(before.lstrip(" "))
    dash = before.lstrip(" ").startswith("-")
    for line in reversed(lines[:number]):
        match = _KEY.match(line)
        if match is None:
            continue
        begin = len(match["indent"]) + len(match["dashes"])
        # a list may stand as far to the left as its key
        if begin < indent or (dash and begin == indent and not match["dashes"] and line.rstrip().endswith(":")):
            return match["key"]
    return ""
