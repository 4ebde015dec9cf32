"""One table (CSV): numbers as numbers, and text that a spreadsheet would never run as a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import IO, Literal

from game.debrief.export.rows import Cell, Row

ENCODING = "utf-8-sig"  # with a byte order mark: without it Excel takes a file for the local code page
Separator = Literal["comma", "semicolon"]

_STARTS_FORMULA = re.compile(r"\s*[=+\-@\t\r\n\0＝＋－＠]")
_STARTS_LATER = re.compile(r'(?<=[;\t\r\n\0])(?="*[=+\-@＝＋－＠])')  # where a spreadsheet may split anew


def cell(value: Cell) -> str | int | float:
    """Returns a value as a spreadsheet takes it: numbers as numbers, text never as a formula.

    Text that begins one gets a leading `'`; so does a part of text that begins one after `;`, tab or line break,
    where a spreadsheet with another idea of columns would begin a new cell (OWASP, CSV injection).
    """
    if isinstance(value, str):
        return _marked(value) if len(value) > _LONG else _marked_before(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat(sep=" ", timespec="seconds") if isinstance(value, datetime) else value


def _marked(text: str) -> str:
    """Returns a text with a `'` before each part that a spreadsheet would run."""
    marked = _STARTS_LATER.sub("'", text)
    return f"'{marked}" if _STARTS_FORMULA.match(text) else marked


_LONG = 300  # characters; what is shorter mostly comes again: an option's words, an id
_marked_before = lru_cache(maxsize=10_000)(_marked)


class Table:
    """A CSV file with these columns; a row may know more than is wanted.

    Between commas a number has a point; between semicolons it has a comma, as spreadsheets there expect.
    """

    def __init__(self, file: IO[str], columns: Sequence[str], separator: Separator = "comma") -> None:
        self.between = ";" if separator == "semicolon" else ","
        self._writer, self._columns = csv.writer(file, delimiter=self.between), columns
        self._part = csv.writer(_ReturnsText(), delimiter=self.between, lineterminator="")
        self._writer.writerow(columns)

    def add(self, row: Row) -> None:
        """Writes a row; a column that it does not know stays empty."""
        self._writer.writerow(self._cells(row, self._columns))

    def text(self, row: Row, columns: Sequence[str]) -> str:
        """Returns these columns of a row as they stand in the file, each with the mark between columns after it."""
        return str(self._part.writerow([*self._cells(row, columns), ""]))  # it returns what `write` returns

    def number(self, value: float) -> str:
        """Returns a number as it stands in the file."""
        return str(value).replace(".", ",") if self.between == ";" else str(value)

    def _cells(self, row: Row, columns: Sequence[str]) -> list[str | int | float]:
        cells = [cell(row.get(column)) for column in columns]
        if self.between == ";":
            return [self.number(one) if isinstance(one, float) else one for one in cells]
        return cells


class _ReturnsText:
    """A file that is none: what is written comes back."""

    def write(self, text: str) -> str:
        """Returns the text."""
        return text
