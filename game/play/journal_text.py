"""A journal's bytes and lines, whatever program they went through: back to UTF-8, no mark, a line break at the end.

Notepad puts a byte order mark in front, PowerShell writes UTF-16, editors leave out the last line break or add blank
lines. None of that loses a word, so none of it is damage.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Sequence

from game.play.events import Event, from_line, from_lines
from game.words import _

_NO_CHOICE = re.compile(rb'"event": ?"(worded|resumed|reflected|abandoned)"')
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def as_utf8(data: bytes) -> bytes:
    """Returns the same text in UTF-8 without a byte order mark; bytes without a mark as they are."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace").encode("utf-8")
    return data


def whole_lines(data: bytes) -> bytes:
    """Returns the lines that are whole, each with its line break: all but a last one that was torn while it was
    written. A last line that is whole JSON lacks nothing but its break."""
    end = data.rfind(b"\n") + 1
    rest = data[end:].strip()
    return data[:end] if not rest or not _is_json(rest) else data[:end] + rest + b"\n"


def _is_json(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def events_of(lines: Sequence[bytes]) -> tuple[list[Event], list[str]]:
    """Returns the events of a journal's lines up to the first gap, and in words what is lost.

    Blank lines count for nothing. A damaged line that cannot have been a choice costs itself; after any other it is not
    known where the play stood.
    """
    found = from_lines(lines)
    if found is None:
        lines = [line for line in lines if line.strip()]
        found = from_lines(lines)
    if found is not None and [event.n for event in found] == list(range(len(found))):
        return list(found), []
    events: list[Event] = []
    lost: list[str] = []
    for number, event in enumerate(found if found is not None else map(_or_none, lines)):
        if event is None and number and _NO_CHOICE.search(lines[number]):
            lost.append(_("Line {n} cannot be read and is left out; it was no choice.").format(n=number + 1))
        elif event is None:
            after = len(lines) - number - 1
            told = _("Line {n} cannot be read; it and the {after} after it are left out.")
            lost.append(told.format(n=number + 1, after=after))
            break
        elif event.n != number:
            told = _("Line {n} should be event {due} but is {found}; it and what follows are left out.")
            lost.append(told.format(n=number + 1, due=number, found=event.n))
            break
        else:
            events.append(event)
    return events, lost


def _or_none(line: bytes) -> Event | None:
    try:
        return from_line(line)
    except ValueError:
        return None
