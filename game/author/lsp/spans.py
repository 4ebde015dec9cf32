"""Places within a line: our columns count characters, an editor's count UTF-16 units."""

from __future__ import annotations

from typing import NamedTuple


class Cursor(NamedTuple):
    """Where a cursor stands; line and column count characters from 0."""

    line: int
    column: int


class Span(NamedTuple):
    """A stretch of one line, from the first character to before the last; all from 0."""

    line: int
    start: int
    end: int

    def holds(self, spot: Cursor) -> bool:
        """Returns True when the cursor stands in it or at one of its ends."""
        return self.line == spot.line and self.start <= spot.column <= self.end


def to_units(line: str, column: int) -> int:
    """Returns a column in characters as one in UTF-16 units."""
    return len(line[:column].encode("utf-16-le", "surrogatepass")) // 2


def to_characters(line: str, units: int) -> int:
    """Returns a column in UTF-16 units as one in characters; past the end it is the end."""
    seen = 0
    for column, character in enumerate(line):
        if seen >= units:
            return column
        seen += 2 if ord(character) > 0xFFFF else 1
    return len(line)
