"""A class's plays and figures as tables (CSV), for spreadsheets and statistics.

A file is there whole or not at all, and readable by its owner only. Names stay out unless they are asked for; crossed
hard limits stay out of every file. Text that a spreadsheet would run as a formula is marked as text. What has a row for
a play lies in a folder of its own, which is the teacher's alone.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import IO, Literal

from game.debrief.export.of_records import MOST_REMEMBERED
from game.debrief.export.rows import (
    ANSWERS,
    CHOICES,
    ITEMS,
    NAMES,
    PLAYS,
    Cell,
    Row,
    add_plays,
    item_rows,
)
from game.debrief.export.whole_file import whole_file
from game.debrief.figures.model import ClassFigures, ScoredPlay
from game.debrief.read.pseudonyms import known_by, normalised

TEACHER_ONLY = "teacher-only"  # the folder, or the end of a file's name, of what has a row for a play
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
        self._commas = separator == "semicolon"
        self._writer, self._columns = csv.writer(file, delimiter=";" if self._commas else ","), columns
        self._places = {name: place for place, name in enumerate(columns)}
        self._nothing: list[str | int | float] = [""] * len(columns)
        self._shared: dict[int, tuple[Row, list[str | int | float]]] = {}
        self._writer.writerow(columns)

    def add(self, row: Row) -> None:
        """Writes a row; a column that it does not know stays empty."""
        self._write(row, self._nothing)

    def add_shared(self, row: Row, shared: Row) -> None:
        """Writes a row with what it shares with others, which is made ready once."""
        known = self._shared.get(id(shared))
        if known is None or known[0] is not shared:
            if len(self._shared) >= MOST_REMEMBERED:
                self._shared.clear()
            known = self._shared[id(shared)] = (shared, self._filled(shared, self._nothing))
        self._write(row, known[1])

    def _write(self, row: Row, before: list[str | int | float]) -> None:
        self._writer.writerow(self._filled(row, before))

    def _filled(self, row: Row, before: list[str | int | float]) -> list[str | int | float]:
        """Returns the cells of a row, and where it says nothing those that stood there before."""
        cells, places = before.copy(), self._places
        for column, value in row.items():
            if (place := places.get(column)) is not None:
                cells[place] = value if type(value) is int else cell(value)
        if self._commas:
            return [str(one).replace(".", ",") if isinstance(one, float) else one for one in cells]
        return cells


def export_csv(
    plays: Iterable[ScoredPlay],
    figures: Iterable[ClassFigures],
    folder: Path,
    *,
    names: bool,
    separator: Separator = "comma",
) -> tuple[Path, ...]:
    """Writes plays.csv, choices.csv and answers.csv for the teacher alone, and items.csv, into `folder`; the paths, in
    that order."""
    alone = folder / TEACHER_ONLY
    paths = (alone / "plays.csv", alone / "choices.csv", alone / "answers.csv", folder / "items.csv")
    columns = (with_names(PLAYS, names), CHOICES, ANSWERS, ITEMS)
    with ExitStack() as stack:
        files = [stack.enter_context(whole_file(path, ENCODING)) for path in paths]
        of_plays, of_choices, of_answers, of_items = (
            Table(file, names, separator) for file, names in zip(files, columns, strict=True)
        )
        add_plays(plays, of_plays.add, of_choices.add_shared, of_answers.add)
        for group in figures:
            for row in item_rows(group):
                of_items.add(row)
    return paths


def with_names(columns: Sequence[str], names: bool) -> tuple[str, ...]:
    """Returns the columns of a table, the one for names only when they were asked for."""
    return tuple(column for column in columns if names or column != "name")


def write_name_list(plays: Iterable[ScoredPlay], path: Path) -> int:
    """Writes who stands behind each pseudonym as a table, by name, readable by its owner only; returns how many."""
    found: dict[str, tuple[ScoredPlay, int]] = {}
    for play in plays:
        found[play.actor] = (play, found.get(play.actor, (play, 0))[1] + 1)
    with whole_file(path, ENCODING) as file:
        table = Table(file, NAMES)
        for play, count in sorted(found.values(), key=lambda row: normalised(row[0].journal.begun.player or "")):
            begun = play.journal.begun
            who: Row = {"name": begun.player, "class_code": begun.class_code, "pseudonym": play.pseudonym}
            table.add(who | {"known_by": known_by(begun), "plays": count})
    return len(found)
