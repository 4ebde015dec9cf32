"""The table of choices (CSV), the longest of all: what plays share of a row is put into text once.

A row is `rows.choice_rows`'s, joined from four parts: whose it is, the choice, what was on offer, what it came to. Each
part ends with the mark between columns, so that parts follow one another as they are.
"""

from __future__ import annotations

from functools import lru_cache
from typing import IO

from game.debrief.export.of_records import MOST_REMEMBERED, OfRecords
from game.debrief.export.rows import CAME_TO, CHOICE, CHOICES, WHOSE, Row, came_to, choice_row, choices_made, whose
from game.debrief.export.table import Separator, Table
from game.debrief.figures.model import ScoredPlay
from game.rubric.score import ChoiceRecord


class ChoiceTable:
    """choices.csv, a play at a time."""

    def __init__(self, file: IO[str], separator: Separator = "comma") -> None:
        self._table, self._file = Table(file, CHOICES, separator), file
        self._records = OfRecords(self._of_record)
        self._offered = lru_cache(maxsize=MOST_REMEMBERED)(self._of_offered)

    def add(self, play: ScoredPlay) -> None:
        """Writes a row for each choice of a play."""
        mine, copied, then = self._table.text(whose(play), WHOSE), play.journal.copied, self._table.between
        rows = []
        for turn, choice, record in choices_made(play):
            if record is not None and record.node == choice.node:
                what, after = self._records.of(record)
            else:
                what, after = self._made(choice_row(turn, choice.node, choice.option, record), record)
            spent, again = self._table.number(choice.elapsed_ms / 1000), "yes" if turn <= copied else "no"
            rows.append(f"{mine}{what}{self._offered(choice.offered)}{spent}{then}{again}{then}{after}\r\n")
        self._file.write("".join(rows))

    def _of_record(self, record: ChoiceRecord) -> tuple[str, str]:
        return self._made(choice_row(record.turn, record.node, record.option, record), record)

    def _made(self, row: Row, record: ChoiceRecord | None) -> tuple[str, str]:
        """Returns what stands before what was on offer, and the end of the row."""
        return self._table.text(row, CHOICE), self._table.text(came_to(record), CAME_TO).removesuffix(
            self._table.between
        )

    def _of_offered(self, offered: tuple[str, ...]) -> str:
        return self._table.text({"shown": " ".join(offered)}, ("shown",))
