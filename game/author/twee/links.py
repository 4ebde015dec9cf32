"""Links in double brackets, as every story format writes them, and texts in quotes, as macros take them."""

from __future__ import annotations

import re
from typing import NamedTuple

from game.author.twee.logic import puts
from game.author.twee.parts import Link

_QUOTED = re.compile(r"\"((?:\\.|[^\"\\])*)\"|'((?:\\.|[^'\\])*)'|`((?:\\.|[^`\\])*)`", re.S)
_ESCAPE = re.compile(r"\\(.)", re.S)


class BracketLink(NamedTuple):
    """A link in double brackets, and where the text goes on behind it."""

    link: Link
    end: int


def bracketed(text: str, at: int, line: int, setters: bool = True) -> BracketLink | None:
    """Returns the link that begins at `at` with `[[`; None when it is not one. `setters`: SugarCube's `[$x to true]`
    behind."""
    close = text.find("]]", at, at + 4000)
    setter, setter_end = "", 0
    if setters and (middle := text.find("][", at, close if close > 0 else at + 4000)) > 0:
        setter_end = text.find("]]", middle, middle + 4000)
        if setter_end < 0:
            return None
        setter, close = text[middle + 2 : setter_end], middle
    inside = text[at + 2 : close]
    if close < 0 or not inside.strip() or "\n" in inside:
        return None
    words, target = _parted(inside)
    body = puts(setter, line) if setter else ()
    return BracketLink(Link(words.strip(), target.strip(), line, body), setter_end + 2 if setter_end else close + 2)


def _parted(inside: str) -> tuple[str, str]:
    """Returns words and target: `words|target`, `words->target`, `target<-words`, or one text for both."""
    if "->" in inside:
        words, _, target = inside.rpartition("->")
    elif "<-" in inside:
        target, _, words = inside.partition("<-")
    elif "|" in inside:
        words, _, target = inside.partition("|")
    else:
        words = target = inside
    return words, unquoted(target.strip())


def quoted_texts(text: str) -> list[str]:
    """Returns the texts in quotes, without their quotes and backslashes."""
    return [_ESCAPE.sub(r"\1", next(g for g in m.groups() if g is not None)) for m in _QUOTED.finditer(text)]


def unquoted(text: str) -> str:
    """Returns the text without the quotes round the whole of it."""
    whole = _QUOTED.fullmatch(text)
    return quoted_texts(text)[0] if whole else text
