"""The text of one open file, revision by revision: what each tab and the form change in it, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from game.studio.units import Units

MOST_LATE = 100  # revisions that a change may be late by


class OutOfStep(Exception):
    """A tab changed a text that is not the one here, at a place where somebody else changed it too."""


@dataclass(frozen=True, slots=True)
class TextChange:
    """One stretch of a text, from a character to before another, and what stands in its place."""

    begin: int
    end: int
    insert: str


def applied(text: str, changes: Sequence[TextChange]) -> str:
    """Returns the text with changes made that stand in order and do not touch one another's stretches."""
    parts, at = list[str](), 0
    for change in changes:
        parts += [text[at : change.begin], change.insert]
        at = change.end
    return "".join([*parts, text[at:]])


def between(before: str, after: str) -> list[TextChange]:
    """Returns what makes one text of another, line by line; within a single line only what differs."""
    if before == after:
        return []
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    found = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            found.append(_narrowed(before, TextChange(starts[a], starts[b], "".join(new[c:d]))))
    return found


def _narrowed(text: str, change: TextChange) -> TextChange:
    old, new = text[change.begin : change.end], change.insert
    most = min(len(old), len(new))
    head = next((n for n in range(most) if old[n] != new[n]), most)
    most -= head
    tail = next((n for n in range(most) if old[-1 - n] != new[-1 - n]), most)
    return TextChange(change.begin + head, change.end - tail, new[head : len(new) - tail])


class Buffer:
    """A text and its revisions. Line breaks are `\\n` here, whatever they are in the file."""

    def __init__(self, text: str) -> None:
        self.text, self.revision = text, 0
        self._past: list[tuple[str, tuple[TextChange, ...]]] = []  # each text with what was changed in it, newest last

    def change(self, changes: Iterable[TextChange]) -> list[dict[str, Any]]:
        """Makes changes of the text as it stands; returns them as tabs are told, in units of the text before."""
        made = tuple(changes)
        told = as_told(self.text, made)
        self._past = [*self._past[1 - MOST_LATE :], (self.text, made)]
        self.text = applied(self.text, made)
        self.revision += 1
        return told

    def at(self, revision: int) -> str | None:
        """Returns the text at a revision; None where that is too long ago, or never was."""
        late = self.revision - revision
        if not 0 <= late <= len(self._past):
            return None
        return self._past[len(self._past) - late][0] if late else self.text

    def replace(self, text: str) -> list[dict[str, Any]]:
        """Makes another text of it; returns the changes as tabs are told."""
        return self.change(between(self.text, text))

    def take(self, base: int, told: Sequence[Any]) -> list[dict[str, Any]]:
        """Makes a tab's changes of the text at revision `base`; returns them as the other tabs are told.

        Raises OutOfStep where they do not fit the text, or touch what was changed since.
        """
        late = self.revision - base
        if not 0 <= late <= len(self._past):
            raise OutOfStep
        later = self._past[len(self._past) - late :]
        changes = _read(later[0][0] if later else self.text, told)
        for _, made in later:
            changes = [_moved(change, made) for change in changes]
        return self.change(changes)


def as_told(text: str, changes: Iterable[TextChange]) -> list[dict[str, Any]]:
    """Returns changes of a text as a browser counts."""
    units = Units(text)
    return [{"from": units.to_units(c.begin), "to": units.to_units(c.end), "insert": c.insert} for c in changes]


def _read(text: str, told: Sequence[Any]) -> list[TextChange]:
    units, found, at = Units(text), list[TextChange](), 0
    for one in told:
        begin, end, insert = (one.get(key) for key in ("from", "to", "insert")) if isinstance(one, dict) else (0, 0, 0)
        if type(begin) is not int or type(end) is not int or not isinstance(insert, str):
            raise OutOfStep
        if not at <= begin <= end <= units.length:
            raise OutOfStep
        at = end
        found.append(TextChange(units.to_characters(begin), units.to_characters(end), clean(insert)))
    return found


def clean(text: str) -> str:
    """Returns what was typed with our line breaks, and without halves of characters that no file can hold."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _moved(change: TextChange, made: Sequence[TextChange]) -> TextChange:
    """Returns a change of a text as one of the text that others were made in. Raises OutOfStep where they touch."""
    by = 0
    for other in made:
        if other.end < change.begin:
            by += len(other.insert) - (other.end - other.begin)
        elif other.begin <= change.end:
            raise OutOfStep
    return TextChange(change.begin + by, change.end + by, change.insert)
