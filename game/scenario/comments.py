"""The comments of a file, each with its place: found by where its texts begin and end, not by guessing at quotes."""

from __future__ import annotations

import re
from typing import NamedTuple

from game.scenario.source import Document, text_spans

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")


class Comment(NamedTuple):
    """One comment, from its `#` to the end of the line; line and column from 0."""

    line: int
    column: int
    text: str
    alone: bool


def comments(document: Document) -> list[Comment]:
    """Every comment of the document, in order; up to the first mistake in its YAML."""
    texts: dict[int, list[tuple[int, int]]] = {}
    last = 0
    for start, end in text_spans("\n".join(document.lines)):
        for number in range(start[0], end[0] + 1):
            left = start[1] if number == start[0] else 0
            right = end[1] if number == end[0] else len(document.lines[number])
            texts.setdefault(number, []).append((left, right))
        last = max(last, end[0])
    found = []
    for number, line in enumerate(document.lines):
        for match in _COMMENT.finditer(line) if "#" in line else ():
            found.append(Comment(number, match.start(), match[0], not line[: match.start()].strip()))
            break
    return found
