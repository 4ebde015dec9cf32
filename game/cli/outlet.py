"""The one outlet to the terminal: no text that was read from a file can steer it.

Titles, names, own words, file names and catalogues come from strangers. What would move the cursor, rename the window
or turn the direction of reading is shown as `�`, whichever command prints it.
"""

from __future__ import annotations

import re
import sys
from typing import Any, TextIO

from game.locations import COMMAND

# control codes but for tab and line feed, other line breaks, and what overrides or isolates the reading direction
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """Returns the text with `�` for each character that a terminal would obey rather than show."""
    return _STEERING.sub("�", text)


def as_typed_here(text: str) -> str:
    """Returns the text with what starts the game here in place of what starts it in a checkout."""
    return text.replace("python main.py", COMMAND)


class Outlet:
    """A text stream that lets only harmless text through to the stream below; all else is done by that stream."""

    def __init__(self, below: TextIO) -> None:
        self._below = below

    def write(self, text: str) -> int:
        """Writes the text, made harmless, its commands as one types them here; returns how many characters were
        given."""
        self._below.write(as_typed_here(harmless(text)))
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._below, name)


def install() -> None:
    """Puts an outlet before both streams of this process; letters that cannot be encoded are shown as `?`."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is not None and not isinstance(stream, Outlet):
            setattr(sys, name, Outlet(stream))
