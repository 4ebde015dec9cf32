"""The rating sheet tells a rater nothing but moments and words, in an order that only the seed decides."""

from __future__ import annotations

import csv
import io

import pytest

from game.author.panel.items import RatingItem, items, shuffled
from game.author.panel.sheet import COLUMNS, as_csv, as_page
from game.rubric.model import COMPONENTS
from game.testing.stories import a_rubric, an_exact


@pytest.fixture(scope="module")
def found() -> list[RatingItem]:
    return list(items([an_exact()]))


def test_every_option_is_rated_once_on_each_component(found: list[RatingItem]) -> None:
    model = an_exact()
    assert {(item.option, item.component) for item in found} == {(o, c) for o in model.weights for c in COMPONENTS}
    assert len({item.code for item in found}) == len(found)


def test_one_component_comes_after_the_other_and_rows_are_shuffled_by_the_seed(found: list[RatingItem]) -> None:
    order = shuffled(found, 3)
    blocks = [item.component for item in order]
    assert blocks == sorted(blocks, key=COMPONENTS.index)
    assert order == shuffled(found, 3)
    assert any(shuffled(found, seed) != order for seed in range(4, 9))
    assert sorted(item.code for item in order) == sorted(item.code for item in found)


def test_neither_table_nor_page_tells_ids_moves_or_private_thoughts(found: list[RatingItem]) -> None:
    for made in (as_csv(a_rubric(), found), as_page(a_rubric(), found)):
        text = made.decode("utf-8-sig")
        assert not [item.option for item in found if item.option in text]
        assert not [move for move in a_rubric().moves if move in text]
        assert "Please don't make me feel silly" not in text
        assert "Would it be weird if I booked with you?" in text.replace("&#39;", "'")


def test_the_table_has_an_empty_rating_in_every_row(found: list[RatingItem]) -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(a_rubric(), found).decode("utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS
    assert {row["rating"] for row in rows} == {""}
    assert [row["code"] for row in rows] == [item.code for item in found]


def test_words_that_a_spreadsheet_would_run_are_text(found: list[RatingItem]) -> None:
    from dataclasses import replace

    wild = [replace(found[0], words="=SUM(A1)", moment=("+1",))]
    row = next(csv.DictReader(io.StringIO(as_csv(a_rubric(), wild).decode("utf-8-sig"))))
    assert (row["words"], row["moment"]) == ("'=SUM(A1)", "'+1")
