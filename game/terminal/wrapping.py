"""Rows as wide as the terminal is now: asked anew for each text, since it may be resized in the middle of a play."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from unicodedata import combining, east_asian_width

Write = Callable[[str], None]

USUAL, NARROWEST, WIDEST = 80, 20, 200


def width() -> int:
    """Returns how many columns a row may have: the terminal's, within 20 and 200; 80 where there is no terminal."""
    wide = terminal_columns()
    return min(WIDEST, max(NARROWEST, wide)) if wide else USUAL


def terminal_columns() -> int:
    """Returns how wide the terminal is now, in columns; 0 where there is none, or it does not tell."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout.isatty() else 0
    except (OSError, ValueError, AttributeError):
        return 0


def columns(text: str) -> int:
    """Returns how many columns a text takes: Chinese letters and most emoji take two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def wrapped(write: Write, text: str) -> None:
    """Writes a text in rows that fit; each of its own rows keeps its indent. A word that is too long is left whole, so
    that a path can be copied."""
    for row in text.split("\n"):
        for piece in rows(row, width()):
            write(piece)


def rows(text: str, wide: int) -> list[str]:
    """Returns one row of text as rows of at most so many columns, each with its indent; at least one."""
    indent = text[: len(text) - len(text.lstrip())]
    if columns(indent) > wide // 3:
        indent = " " * (wide // 3)
    found, row = [], ""
    for space, word in _words(text.strip()):
        if row and columns(indent + row + space + word) > wide:
            found.append(indent + row)
            row, space = "", ""
        row += (space if row else "") + word
    return [*found, indent + row] if row or not found else found


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Yields what may stand on a row of its own, with the space before it: words, and wide letters one by one."""
    for found in re.finditer(r"(\s*)(\S+)", text):
        space = found[1]
        for part in _parts(found[2]):
            yield space, part
            space = ""


def _parts(word: str) -> Iterator[str]:
    """Yields a word, cut after each wide letter; marks that end a sentence stay with what is before them."""
    part = ""
    for n, letter in enumerate(word):
        part += letter
        following = word[n + 1 : n + 2]
        if east_asian_width(letter) in "WF" and following.isalnum():
            yield part
            part = ""
    if part:
        yield part


def number_typed(typed: str) -> int | None:
    """Returns the number that was typed, in the digits of any script, with or without a mark after it (`1.`, `1)`);
    None where it is none."""
    word = typed.strip()
    if word[-1:] in tuple(".)．）。"):
        word = word[:-1].rstrip()
    return int(word[:4]) if word.isdecimal() else None
