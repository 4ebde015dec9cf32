"""Scores that are no more than estimates are marked so in every file."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from game.debrief.export.gradebook import export_gradebook
from game.debrief.export.json_document import export_json
from game.debrief.export.shared_parts import EXTENSION
from game.debrief.export.tables import export_csv
from game.debrief.export.workbook import export_xlsx
from game.debrief.export.xapi import statements
from game.debrief.figures.model import ScoredPlay
from game.debrief.term.rows import PEOPLE, TERM
from game.rubric.sample import HowGood
from game.testing import a_rubric
from tests.debrief.small_plays import a_play

ESTIMATE = HowGood(1000, Fraction(23, 1000))
MARK = {"plays": 1000, "points": 3}


def estimated() -> ScoredPlay:
    play = a_play()
    assert play.card is not None
    return replace(play, name="Ada", card=replace(play.card, estimate=ESTIMATE))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_table_says_from_how_many_plays_and_how_far_off(tmp_path: Path):
    path = export_csv([estimated(), a_play()], (), tmp_path, names=False)[0]
    marks = [(row["estimated_from"], row["estimated_within"]) for row in rows(path)]
    assert marks == [("1000", "3"), ("", "")]


def test_a_workbook_says_so_in_numbers(tmp_path: Path):
    from openpyxl import load_workbook

    _, alone = export_xlsx([estimated()], (), tmp_path / "a.xlsx", names=False)
    head, row = load_workbook(alone)["plays"].values
    told = dict(zip(head, row, strict=True))
    assert (told["estimated_from"], told["estimated_within"]) == (1000, 3)


def test_a_card_in_json_says_so(tmp_path: Path):
    export_json([estimated(), a_play()], (), tmp_path / "a.json", names=False)
    marked, exact = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["plays"]
    assert marked["card"]["estimated"] == MARK
    assert "estimated" not in exact["card"]


def heads(tmp_path: Path, play: ScoredPlay, *, points: bool) -> list[str]:
    axes = {"distinct_roles": "Distinct roles"}
    path = tmp_path / "g.csv"
    export_gradebook([play], path, "moodle", None, axes=axes, points=points)
    return list(rows(path)[0])


def test_a_gradebook_with_points_says_so_in_its_head(tmp_path: Path):
    assert heads(tmp_path, estimated(), points=True)[-1].endswith("(Distinct roles, estimated ±3)")
    assert heads(tmp_path, replace(a_play(), name="Ada"), points=True)[-1].endswith("(Distinct roles)")
    assert not any("estimated" in head for head in heads(tmp_path, estimated(), points=False))


def contexts(play: ScoredPlay) -> list[dict[str, Any]]:
    return [json.loads(line)["context"]["extensions"] for line in statements(play, a_rubric())]


def test_every_statement_says_so():
    assert all(found[EXTENSION + "estimated"] == MARK for found in contexts(estimated()))
    assert not any(EXTENSION + "estimated" in found for found in contexts(a_play()))


@pytest.mark.parametrize(("given", "said"), [(True, "as given"), (False, "no")])
def test_every_statement_of_a_play_that_is_not_scored_says_so(given: bool, said: str):
    play = replace(a_play(), card=None)
    if not given:
        events = play.journal.events[:-1]
        play = replace(play, journal=replace(play.journal, events=events))
    assert {found[EXTENSION + "scored"] for found in contexts(play)} == {said}
    assert {found[EXTENSION + "scored"] for found in contexts(a_play())} == {"anew"}


def test_the_tables_of_a_term_have_the_columns_too():
    assert {"estimated_from", "estimated_within"} <= set(TERM) & set(PEOPLE)
