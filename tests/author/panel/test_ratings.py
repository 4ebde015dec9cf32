"""A filled-in sheet is read whole, whatever a spreadsheet made of it, or refused in one clear message."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from game.author.panel.items import RatingItem, items
from game.author.panel.ratings import RatingsError, read_ratings
from game.testing.stories import an_exact

Rows = list[list[str]]


@pytest.fixture(scope="module")
def found() -> list[RatingItem]:
    return [item for item in items([an_exact()]) if item.component == "role_held"]


def written(path: Path, rows: Sequence[Sequence[str]], head: str = "code,component,moment,words,rating") -> Path:
    path.write_text("\n".join([head, *(",".join(row) for row in rows)]) + "\n", encoding="utf-8")
    return path


def filled(found: Sequence[RatingItem], rating: str = "4") -> Rows:
    return [[item.code, "Role held", "", "", rating] for item in found]


def test_a_whole_sheet_is_read(found: list[RatingItem], tmp_path: Path) -> None:
    ratings = read_ratings(written(tmp_path / "ana.csv", filled(found)), found)
    assert ratings.rater == "ana"
    assert ratings.by_code == {item.code: 4 for item in found}


@pytest.mark.parametrize("change", [
    lambda text: text.replace(",", ";"),
    lambda text: text.replace(",", "\t"),
    lambda text: "\ufeff" + text,
    lambda text: text.replace("\n", "\r\n"),
    lambda text: text.replace(",4\n", ",4.0\n"),
    lambda text: text + ",,,,\n",
])  # fmt: skip
def test_what_spreadsheets_make_of_it_is_read_too(
    found: list[RatingItem], tmp_path: Path, change: Callable[[str], str]
) -> None:
    path = written(tmp_path / "ana.csv", filled(found))
    path.write_bytes(change(path.read_text(encoding="utf-8")).encode("utf-8"))
    assert read_ratings(path, found).by_code == {item.code: 4 for item in found}


def test_a_sheet_saved_as_unicode_text_is_read(found: list[RatingItem], tmp_path: Path) -> None:
    path = written(tmp_path / "ana.csv", filled(found))
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))
    assert len(read_ratings(path, found).by_code) == len(found)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda rows: rows[1:], "lacks rows of the sheet"),
        (lambda rows: [*rows, rows[0]], "rates the same row more than once"),
        (lambda rows: [[*rows[0][:4], "8"], *rows[1:]], "without a possible rating"),
        (lambda rows: [[*rows[0][:4], ""], *rows[1:]], "without a possible rating"),
        (lambda rows: [[*rows[0][:4], "4.5"], *rows[1:]], "without a possible rating"),
        (lambda rows: [["0000000000", *rows[0][1:]], *rows[1:]], "on no sheet of these scenarios"),
    ],
    ids=["missing", "doubled", "out of range", "left empty", "between two", "renamed"],
)
def test_a_bad_sheet_is_refused_with_the_rows_and_how_to_mend_it(
    found: list[RatingItem], tmp_path: Path, spoil: Callable[[Rows], Rows], told: str
) -> None:
    path = written(tmp_path / "ben.csv", spoil(filled(found)))
    with pytest.raises(RatingsError, match=told) as refused:
        read_ratings(path, found)
    assert str(path) in str(refused.value)


def test_renamed_columns_are_told_with_the_right_ones(found: list[RatingItem], tmp_path: Path) -> None:
    path = written(tmp_path / "ben.csv", filled(found), head="code,component,moment,words,score")
    with pytest.raises(RatingsError, match=r"no column `rating`.*code, component, moment, words, rating"):
        read_ratings(path, found)


def test_a_file_that_is_no_text_is_told(found: list[RatingItem], tmp_path: Path) -> None:
    path = tmp_path / "ben.csv"
    path.write_bytes(b"\xff\x00\x81")
    with pytest.raises(RatingsError, match="not text in UTF-8"):
        read_ratings(path, found)
