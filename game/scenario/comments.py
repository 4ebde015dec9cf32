"""The comments of a file, each with its place: told from text by where YAML's texts begin and end."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from game.scenario.document import Document
from game.scenario.yaml_dialect import text_spans

_SIGN = re.compile(r"(?:^|(?<=\s))#")


class Comment(NamedTuple):
    """One comment, from its `#` to the end of its line; line and column count from 0."""

    line: int
    column: int
    text: str
    alone: bool


def comments(document: Document) -> list[Comment]:
    """Returns every comment of the document, in order; none where nothing could be read."""
    if document.data is None:
        return []
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (first, left), (last, right) in text_spans("\n".join(document.lines)):
        for number in range(first, last + 1):
            begin = left if number == first else 0
            end = right if number == last else len(document.lines[number])
            taken[number].append((begin, end))
    found = []
    for number, line in enumerate(document.lines):
        for sign in _SIGN.finditer(line):
            if not any(begin <= sign.start() < end for begin, end in taken[number]):
                alone = not line[: sign.start()].strip()
                found.append(Comment(number, sign.start(), line[sign.start() :], alone))
                break
    return found
