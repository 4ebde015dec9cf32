"""Places in a text: ours count characters, a browser's count UTF-16 units."""

from __future__ import annotations

import re
from bisect import bisect_left

_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Units:
    """How the places of one text are counted on both sides."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._wide = [] if text.isascii() else [match.start() for match in _WIDE.finditer(text)]
        self._wide_units = [at + n for n, at in enumerate(self._wide)]

    @property
    def length(self) -> int:
        """Returns the length of the text in units."""
        return self._length + len(self._wide)

    def to_units(self, at: int) -> int:
        """Returns a place in characters as one in units."""
        return at + bisect_left(self._wide, at)

    def to_characters(self, units: int) -> int:
        """Returns a place in units as one in characters; within a character it is the place before it."""
        before = bisect_left(self._wide_units, units)
        if before and self._wide_units[before - 1] + 1 == units:
            return self._wide[before - 1]
        return units - before
