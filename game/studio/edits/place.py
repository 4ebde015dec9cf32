"""One place of a text that is to be changed: what stands there, in what, and where its lines begin and end."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from game.scenario.document import Path_
from game.scenario.spans import Child, Part
from game.studio import reading
from game.studio.edits.meant import not_there
from game.studio.edits.refusal import EditRefused
from game.words import _

_COMMENT = re.compile(r"(?:(?<=\s)|(?<![^\n]))#[^\n]*")
_HEADER = re.compile(r"[|>][+-]?\d?[+-]?")


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a text.

    holder: the list or mapping that it is in
    flow: whether that stands in brackets, or within others
    number: its number there, in the order of the text; None where nothing stands there yet
    """

    text: str
    holder: Part
    flow: bool
    number: int | None

    @property
    def child(self) -> Child:
        """Returns what stands there."""
        assert self.number is not None
        return self.holder.items[self.number]


def whole(text: str) -> Part:
    """Returns the whole of a text. Raises EditRefused where it cannot be read as it stands."""
    found = reading.whole(text)
    if found is None:
        raise EditRefused(_("The text cannot be read just now. Mend its first problem, then change this."))
    return found


def place(text: str, path: Path_) -> Place:
    """Returns a place. Raises EditRefused where the text has nothing that could hold it."""
    holder, flow = whole(text), False
    for step in path[:-1]:
        flow = flow or holder.flow
        child = holder.step(step)
        if child is None or child.value.kind == "text":
            raise not_there()
        holder = child.value
    flow = flow or holder.flow
    number = next((n for n, (step, _child) in enumerate(holder.steps()) if step == path[-1]), None)
    return Place(text, holder, flow, number)


def line_start(text: str, at: int) -> int:
    """Returns where the line begins that a place is in."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Returns where the line ends that a place is in, before its break."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def column(text: str, at: int) -> int:
    """Returns how many characters stand before a place in its line."""
    return at - line_start(text, at)


def sign(text: str, child: Child) -> int:
    """Returns where a child's value may begin: behind the colon of its key, or the dash of its list.

    Raises EditRefused where there is neither, as in keys of other kinds.
    """
    if child.key is not None:
        at = text.find(":", child.key.end)
        if at < 0 or text[child.key.end : at].strip():
            raise not_there()
        return at + 1
    return dash(text, child) + 1


def dash(text: str, child: Child) -> int:
    """Returns where the dash of an item stands. Raises EditRefused where it has none."""
    at = child.value.begin
    before = text[:at].rstrip(" ")
    if before.endswith("-"):
        return len(before) - 1
    while before:  # the value begins on a later line, perhaps after comments
        start = line_start(before, len(before))
        row = before[start:].strip()
        if row.startswith("-") and (row == "-" or row[1:].lstrip().startswith("#")):
            return start + before[start:].index("-")
        if row and not row.startswith("#"):
            break
        before = before[: max(start - 1, 0)]
    raise not_there()


@lru_cache(reading.MOST_TEXTS)
def comments(text: str) -> Counter[str]:
    """Returns the comments of a text."""
    left, at = list[str](), 0
    for begin, end, style in _texts(whole(text)):
        header = _HEADER.match(text, begin) if style in ("|", ">") else None
        left.append(text[at:begin])
        if header:
            left.append(text[header.end() : line_end(text, header.end())] + "\n")
        left.append("x")
        at = end
    left.append(text[at:])
    return Counter(_COMMENT.findall("".join(left)))


def _texts(part: Part) -> list[tuple[int, int, str]]:
    if part.kind == "text":
        return [(part.begin, part.end, part.style)]
    found = []
    for child in part.items:
        if child.key is not None:
            found.append((child.key.begin, child.key.end, child.key.style))
        found += _texts(child.value)
    return found


def header_end(text: str, part: Part) -> int:
    """Returns where the sign of a text of several lines ends: `|`, `>-` and the like."""
    found = _HEADER.match(text, part.begin)
    assert found is not None
    return found.end()
