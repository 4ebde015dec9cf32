"""Tables as workbooks: what a spreadsheet takes for text, for a number, for a time."""

from __future__ import annotations

import os
import stat
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from game.debrief.export import workbook
from game.debrief.export.workbook import WorkbookFile, export_xlsx
from game.errors import GameError, UsageError
from tests.debrief.export.test_tables import HOSTILE, the_figures
from tests.debrief.small_plays import a_play, with_answer

CODES = ("007", "12.10", "4/5", "1E5", "1-2", "TRUE", "12:30", "+49 30", "3,5", "€4", "#REF!")


def cells(folder: Path, *values: object) -> list[Any]:
    """The cells that come back from a sheet that these were written into."""
    with WorkbookFile(("For a test.",)) as book:
        sheet = book.sheet("values", ("value",))
        for value in values:
            sheet.add({"value": value})  # type: ignore[dict-item]
        book.save(folder / "a.xlsx")
    return [row[0] for row in load_workbook(folder / "a.xlsx")["values"].iter_rows(min_row=2)]


@pytest.mark.parametrize("code", CODES)
def test_a_code_stays_the_text_that_it_is(tmp_path: Path, code: str):
    (found,) = cells(tmp_path, code)
    assert (found.value, found.data_type) == (code, "s")


@pytest.mark.parametrize("code", [code for code in CODES if code != "TRUE"])
def test_a_code_is_marked_as_text_so_that_it_stays_so_when_it_is_typed_again(tmp_path: Path, code: str):
    (found,) = cells(tmp_path, code)
    assert found.number_format == "@"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_formula(tmp_path: Path, text: str):
    (found,) = cells(tmp_path, text)
    assert found.data_type == "s"


def test_numbers_truths_and_times_are_what_they_are(tmp_path: Path):
    whole, part, yes, moment = cells(tmp_path, 3, 83.3, True, datetime(2026, 11, 20, 9, 5))
    assert [cell.data_type for cell in (whole, part, yes, moment)] == ["n", "n", "b", "d"]
    assert moment.value == datetime(2026, 11, 20, 9, 5)


def test_what_a_workbook_cannot_hold_is_replaced_and_what_is_too_long_is_cut(tmp_path: Path):
    strange, long = cells(tmp_path, "a\0b\x1fc \ud800 ümläut 🙂", "x" * 40_000)
    assert strange.value == "a\ufffdb\ufffdc \ufffd ümläut 🙂"
    assert len(long.value) == 32_767


def test_a_sheet_that_is_full_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 2)
    with pytest.raises(GameError, match="export csv"):
        cells(tmp_path, 1, 2)
    assert not (tmp_path / "a.xlsx").exists()


def test_without_the_library_it_is_said_which_extra_to_get(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(UsageError, match=r"equal-footing\[sheets\]"):
        export_xlsx([], [], tmp_path / "a.xlsx", names=False)


def test_plays_and_answers_come_back_with_their_types(tmp_path: Path):
    play = with_answer(a_play(class_code="007"), "Which line?", "=1+1")
    shared, own = export_xlsx([play], [the_figures()], tmp_path / "class.xlsx", names=False)
    head, row = load_workbook(own)["plays"].iter_rows(values_only=True)
    found = dict(zip(head, row, strict=True))
    assert (found["class_code"], found["turns"], found["complete"]) == ("007", 2, True)
    assert found["begun_utc"] == datetime(2026, 1, 1, 9, 0)
    assert found["distinct_roles_path"] == play.card.axes["distinct_roles"].path  # type: ignore[union-attr]
    assert [row[-1] for row in load_workbook(own)["answers"].iter_rows(values_only=True)] == ["answer", "=1+1"]
    assert load_workbook(shared)["items"].max_row == 5


def test_only_the_teachers_workbook_has_a_row_for_a_play_and_it_says_so(tmp_path: Path):
    shared, own = export_xlsx([a_play(name="Kim Real-Name")], [], tmp_path / "class.xlsx", names=False)
    assert "teacher alone" in load_workbook(own)["about"]["A1"].value
    assert load_workbook(shared).sheetnames == ["about", "items"]
    assert "name" not in [cell.value for cell in load_workbook(own)["plays"][1]]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such bits")
def test_a_workbook_is_its_owners_alone(tmp_path: Path):
    for path in export_xlsx([], [], tmp_path / "class.xlsx", names=False):
        assert stat.S_IMODE(os.stat(path).st_mode) == 0o600


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(GameError, match="cannot be written"):
        export_xlsx([], [], tmp_path / "file" / "a.xlsx", names=False)
