"""A class's tables as workbooks (.xlsx): text stays text whatever it looks like, numbers and times are what they are.

A spreadsheet shows numbers and times in the way of its own country; a code such as 007, 12.10, 4/5 or 1E5 is never
taken for one. What has a row for a play is a workbook of its own, for the teacher alone.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.debrief.export.rows import (
    ANSWERS,
    CHOICES,
    ITEMS,
    PLAYS,
    Cell,
    Row,
    add_plays,
    choice_rows,
    item_rows,
)
from game.debrief.export.tables import TEACHER_ONLY, with_names
from game.debrief.figures.model import ClassFigures, ScoredPlay
from game.errors import GameError, UsageError
from game.files import write_whole

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_ROWS = 1_048_576  # of a sheet, its head included
MOST_TEXT = 32_767  # of a cell
WIDEST, NARROWEST = 60, 10  # columns, in letters
_AS_TEXT, _AS_TIME = "@", "yyyy-mm-dd hh:mm:ss"
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what a workbook cannot hold
_LIKE_A_NUMBER = re.compile(r"\s*[#\d=+\-@.,(%$€£]")
_FOR_ALL = (
    "The figures of a class: what is in here may be shown. Numbers under three are counted together or left out.",
    "docs/debrief.md says what each column means.",
)
_FOR_TEACHERS = (
    "For the teacher alone: here is a row for each play or person. Do not project it, and do not pass it on.",
    "Who knows the story can tell from what was chosen whether a hard limit was crossed.",
    "docs/debrief.md says what each column means, and what it gives away.",
)


def export_xlsx(
    plays: Iterable[ScoredPlay], figures: Iterable[ClassFigures], path: Path, *, names: bool
) -> tuple[Path, Path]:
    """Writes the figures into a workbook, and plays, choices and answers into another one beside it, for the teacher
    alone; the paths, in that order. Raises GameError where they cannot be written."""
    alone = path.with_name(f"{path.stem}-{TEACHER_ONLY}.xlsx")
    with WorkbookFile(_FOR_TEACHERS) as own:
        of_plays = own.sheet("plays", with_names(PLAYS, names))
        of_choices, of_answers = own.sheet("choices", CHOICES), own.sheet("answers", ANSWERS)

        def add_choices(play: ScoredPlay) -> None:
            for row in choice_rows(play):
                of_choices.add(row)

        add_plays(plays, of_plays.add, add_choices, of_answers.add)
        own.save(alone)
    write_shared_workbook(path, "items", ITEMS, (row for group in figures for row in item_rows(group)))
    return path, alone


def write_shared_workbook(path: Path, title: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Writes a table that may be shown into a workbook; raises GameError where it cannot be written."""
    _write(path, _FOR_ALL, title, columns, rows)


def write_teachers_workbook(path: Path, title: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Writes a table for the teacher alone into a workbook; raises GameError where it cannot be written."""
    _write(path, _FOR_TEACHERS, title, columns, rows)


def _write(path: Path, says: Sequence[str], title: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
    with WorkbookFile(says) as book:
        sheet = book.sheet(title, columns)
        for row in rows:
            sheet.add(row)
        book.save(path)


class WorkbookFile:
    """A workbook whose first sheet says what it is; the others are written row by row, so that memory stays flat."""

    def __init__(self, says: Sequence[str]) -> None:
        self._book: Workbook = _new_workbook()
        front = self._book.create_sheet("about")
        front.column_dimensions["A"].width = 110
        for line in says:
            front.append([line])

    def __enter__(self) -> WorkbookFile:
        """Returns the workbook, whose sheets are let go at the end, written or not."""
        return self

    def __exit__(self, *_: object) -> None:
        """Lets go of sheets that were begun and not saved."""
        for sheet in self._book.worksheets:
            if not sheet.closed:
                sheet.close()

    def sheet(self, title: str, columns: Sequence[str]) -> TableSheet:
        """Returns a new sheet with its head."""
        return TableSheet(self._book.create_sheet(title), columns)

    def save(self, path: Path) -> None:
        """Writes the workbook whole or not at all, readable by its owner only."""
        data = io.BytesIO()
        try:
            self._book.save(data)
            write_whole(path, data.getvalue())
        except OSError as error:
            raise GameError(
                f"{path} cannot be written: {error.strerror or error}. Name another place with -o."
            ) from None


class TableSheet:
    """A table in a workbook: its head in bold and kept in sight, a row a line."""

    def __init__(self, sheet: Any, columns: Sequence[str]) -> None:
        from openpyxl.styles import Font
        from openpyxl.utils import get_column_letter

        self._sheet, self._columns, self._rows = sheet, columns, 1
        sheet.freeze_panes = "A2"
        for number, name in enumerate(columns, 1):
            width = WIDEST if name in _WORDY else max(NARROWEST, len(name) + 2)
            sheet.column_dimensions[get_column_letter(number)].width = width
        sheet.append([self._styled(name, font=Font(bold=True)) for name in columns])

    def add(self, row: Row) -> None:
        """Writes a row; a column that it does not know stays empty. Raises GameError where a sheet is full."""
        self._rows += 1
        if self._rows > MOST_ROWS:
            raise GameError(f"A sheet holds {MOST_ROWS:,} rows, and these are more. Take `export csv`.")
        self._sheet.append([self._cell(row.get(column)) for column in self._columns])

    def _cell(self, value: Cell) -> object:
        match value:
            case str():
                text = _UNFIT.sub("\ufffd", value)[:MOST_TEXT]
                return self._styled(text, number_format=_AS_TEXT) if _LIKE_A_NUMBER.match(text) else text
            case datetime():
                return self._styled(value, number_format=_AS_TIME)
            case _:
                return value

    def _styled(self, value: str | datetime, **style: object) -> object:
        """Returns a cell with a look of its own; text in it is text, and never a formula."""
        from openpyxl.cell import WriteOnlyCell

        made = WriteOnlyCell(self._sheet, value)
        if isinstance(value, str):
            made.data_type = "s"
        for name, how in style.items():
            setattr(made, name, how)
        return made


_WORDY = ("said", "answer", "question", "notes")


def _new_workbook() -> Workbook:
    try:
        from openpyxl import Workbook
    except ImportError:
        raise UsageError("Workbooks need the extra `sheets`: pip install 'equal-footing[sheets]'.") from None
    return Workbook(write_only=True)
