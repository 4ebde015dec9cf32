"""Which letters can be kept of what is typed, and which of them the shipped fonts have: from a table beside them, so
that it is the same on every machine.

`tools.letters` writes the table. A letter that is not in it may still show where the system has a font for it.
"""

from __future__ import annotations

import json
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from game import locations

FONTS = locations.ASSETS / "fonts"
TABLE = FONTS / "letters.json"
SHIPPED = ("rest", "han", "emoji")
"""The fonts in `FONTS`, in the order in which they are asked for a letter that the chosen typeface does not have."""
JOINERS = "\u200c\u200d"
"""Between letters of some scripts and within emoji: not printable, yet part of what is written."""
_UNSEEN = {"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"}
"""Kinds of characters that nothing is drawn for, or that are none."""


def writable(new: str) -> Iterator[str]:
    """Returns the characters of a text that can be kept: every kind of space and line end as the plain one, nothing
    that cannot be seen."""
    for c in new.replace("\r\n", "\n"):
        if c in "\r\n\v\f\x85\u2028\u2029":
            yield "\n"
        elif c == "\t" or unicodedata.category(c) == "Zs":
            yield " "
        elif c.isprintable() or c in JOINERS or "\U000e0020" <= c <= "\U000e007f":
            yield c


@cache
def _table() -> dict[str, str]:
    """Returns the runs of characters that each font has, as they are written; empty where there is no table."""
    try:
        told: dict[str, str] = json.loads(TABLE.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told


@cache
def _runs(font: str) -> tuple[list[int], list[int]]:
    """Returns the first and the last character of each run that a font has."""
    runs = [run.split("-") for run in _table().get(font, "").split()]
    return [int(run[0], 16) for run in runs], [int(run[-1], 16) for run in runs]


@cache
def has(font: str, letter: str) -> bool:
    """Returns True when a shipped font, or a typeface by its name, has this character."""
    first, last = _runs(font)
    at = bisect_right(first, ord(letter)) - 1
    return at >= 0 and ord(letter) <= last[at]


def unseen(letter: str) -> bool:
    """Returns True when there is nothing of this character to see."""
    return letter.isspace() or unicodedata.category(letter) in _UNSEEN


def missing(text: str) -> str:
    """Returns the letters of a text that none of the shipped fonts has, each once, in the order of the text."""
    if text.isascii() or not _table():
        return ""
    letters = dict.fromkeys(unicodedata.normalize("NFC", text))
    return "".join(one for one in letters if not unseen(one) and not any(has(font, one) for font in _table()))
