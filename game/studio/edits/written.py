"""Values as they are written into a file: short and in brackets where the library has it so, else line by line.

Whether words may stand without quotes is asked of the reader itself, not of rules of our own.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache

from game.scenario.document import Data, Null
from game.scenario.source import read_text

WIDE = 110  # characters that a mapping in brackets may have
_QUOTED = ("say", "do", "instead")  # what is spoken stands in quotes, whatever it holds
_LONG = ("lines", "reply", "nodes", "ending", "teaching", "options", "discussion", "reflection", "content_notes")
_ID = re.compile(r"[\w.+-]+")


@dataclass(frozen=True, slots=True)
class Written:
    """A value as it is written: `head` on the line of its key or dash, `below` on lines of its own."""

    head: str
    below: str = ""


@lru_cache(10_000)
def may_be_plain(words: str, flow: bool) -> bool:
    """Returns whether words can stand without quotes, within brackets (`flow`) or not."""
    if not words or words != words.strip() or "\n" in words:
        return False
    probe = f"a: [{words}, {{b: {words}}}]" if flow else f"a: {words}\nb:\n  - {words}\n"
    found = read_text(probe)
    meant: Data = {"a": [words, {"b": words}]} if flow else {"a": words, "b": [words]}
    return not found.problems and found.data == meant and not _holds_null(found.data)


@lru_cache(10_000)
def key_text(key: str, flow: bool) -> str:
    """Returns a key as it is written."""
    probe = read_text(f"{{{key}: x}}" if flow else f"- {key}: x\n")
    meant: Data = {key: "x"} if flow else [{key: "x"}]
    plain = key.strip() == key and "\n" not in key and not probe.problems and probe.data == meant
    return key if plain else in_double(key)


def _holds_null(data: Data | None) -> bool:
    match data:
        case Null():
            return True
        case list():
            return any(map(_holds_null, data))
        case dict():
            return any(map(_holds_null, data.values()))
    return False


def in_double(words: str) -> str:
    """Returns words in double quotes, on one line."""
    return json.dumps(words, ensure_ascii=False)


def scalar(words: str, flow: bool, style: str = "", careful: bool = False) -> str:
    """Returns words on one line, in the style that they had where that can be.

    style: a quote, or nothing for plain. careful: in double quotes, whatever they are
    """
    if isinstance(words, Null):
        return "null"
    if careful or style == '"' or "\n" in words:
        return in_double(words)
    if style == "'" and words.isprintable():
        return "'" + words.replace("'", "''") + "'"
    return words if may_be_plain(words, flow) else in_double(words)


def inline(value: Data, careful: bool = False) -> str:
    """Returns a value on one line, in brackets where it is no text."""
    match value:
        case list():
            return f"[{', '.join(inline(item, careful) for item in value)}]"
        case dict():
            return "{" + ", ".join(f"{key_text(k, True)}: {inline(v, careful)}" for k, v in value.items()) + "}"
    return scalar(value, flow=True, careful=careful)


def after(key: str, value: Data, column: int, style: str = "", careful: bool = False) -> Written:
    """Returns a value as it stands after its key, which begins at a column; careful: as simply as can be."""
    match value:
        case str():
            return _words(key, value, column, style, careful)
        case _ if not value or _short(key, value):
            return Written(inline(value, careful))
        case list():
            rows = (f"{' ' * (column + 2)}{item(one, column + 2, careful)}" for one in value)
            return Written("", "\n" + "\n".join(rows))
        case dict():
            return Written("", "\n" + entries(value, column + 2, careful, first=" " * (column + 2)))


def _words(key: str, value: str, column: int, style: str, careful: bool) -> Written:
    if not careful and "\n" in value and (below := block(value, column + 2)) is not None:
        return Written("|" if value.endswith("\n") else "|-", "\n" + below)
    quotes = '"' if key in _QUOTED and not style else style
    return Written(scalar(value, False, quotes if quotes in ("'", '"') else "", careful))


def block(value: str, column: int) -> str | None:
    """Returns words line by line, as they stand below `|` or `|-`; None where they cannot."""
    if isinstance(value, Null) or value.endswith("\n\n") or not value.strip() or value[0] in " \t\n":
        return None
    rows = value.removesuffix("\n").split("\n")
    if any(row != row.rstrip() for row in rows):
        return None
    return "\n".join(" " * column + row if row else "" for row in rows)


def entries(value: dict[str, Data], column: int, careful: bool = False, first: str = "") -> str:
    """Returns keys with their values, one below the other; `first` stands before the first."""
    rows = []
    for key, one in value.items():
        rows.append(entry(key, one, column, careful))
    return first + ("\n" + " " * column).join(rows)


def entry(key: str, value: Data, column: int, careful: bool = False) -> str:
    """Returns a key with its value, without what stands before the key."""
    written = after(key, value, column, careful=careful)
    return f"{key_text(key, False)}:" + (f" {written.head}" if written.head else "") + written.below


def item(value: Data, column: int, careful: bool = False) -> str:
    """Returns an item of a list with its dash, which stands at a column."""
    match value:
        case dict() if value and not _branch(value):
            return "- " + entries(value, column + 2, careful)
        case str():
            written = after("-", value, column, careful=careful)
            return f"- {written.head}{written.below}"
    return f"- {inline(value, careful)}"


def _branch(value: dict[str, Data]) -> bool:
    """Returns whether this is a way on with a condition, which stands on one line."""
    return "when" in value and value.keys() <= {"to", "when"}


def _short(key: str, value: Data) -> bool:
    """Returns whether a value stands in brackets: names and numbers, conditions, what a choice does."""
    if key in _LONG or not _flat(value, 2):
        return False
    if isinstance(value, list):
        return all(isinstance(one, str) and _ID.fullmatch(one) for one in value)
    if "place" in value:  # a scene
        return False
    return key in ("moves", "client", "client_state", "when", "needs", "casting") or len(inline(value)) <= WIDE


def _flat(value: Data, depth: int) -> bool:
    match value:
        case str():
            return "\n" not in value
        case list():
            return depth > 0 and all(_flat(one, depth - 1) for one in value)
    return depth > 0 and all(_flat(one, depth - 1) for one in value.values())
