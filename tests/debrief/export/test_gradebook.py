"""A gradebook: a row a person, under the ids that the platform knows them by."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.debrief.export.gradebook import Gradebook, export_gradebook
from game.debrief.figures.model import ScoredPlay
from game.errors import UsageError
from tests.debrief.a_class import played_on
from tests.debrief.small_plays import a_play

AXES = {"distinct_roles": "Distinct roles", "shared_power": "Shared power"}
CANVAS = """Student,ID,SIS User ID,SIS Login ID,Section,Essay (17)
    Points Possible,,,,,10
"Ruiz, Ana",101,007,aruiz,4B,9
"Müller, Jörg",102,1E5,jmueller,4B,
"Lee, Kim",103,12.10,klee1,4B,
"Lee, Kim",104,4/5,klee2,4A,
"Student, Test",999,,,4B,
"""


def by(name: str | None, *choices: str, session: str = "", **changes: Any) -> ScoredPlay:
    return a_play(*choices, session=session, name=name, **changes)


def written(
    folder: Path, plays: Sequence[ScoredPlay], platform: Any = "moodle", roster: str | None = None, **more: Any
) -> tuple[list[list[str]], Gradebook]:
    """The rows of a gradebook, and what was said of it."""
    path = None
    if roster is not None:
        path = folder / "roster.csv"
        path.write_text(roster, encoding="utf-8")
    done = export_gradebook(plays, folder / "g.csv", platform, path, axes=AXES, **more)
    with (folder / "g.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file)), done


def test_a_person_is_a_row_with_what_was_completed_when_and_how_long(tmp_path: Path):
    (head, ana, bo), _ = written(tmp_path, [by("Bo", "name-it", session="b" * 32), by("Ana Ruiz", session="a" * 32)])
    assert head == [
        "name",
        "class_code",
        "Saturday Friend (completed)",
        "Saturday Friend (date)",
        "Saturday Friend (minutes)",
    ]
    assert (ana[0], ana[2:4]) == ("Ana Ruiz", ["1", "2026-01-01"])
    assert (bo[0], bo[2:4]) == ("Bo", ["0", ""])


def test_points_are_there_only_when_asked_for(tmp_path: Path):
    play = by("Ana")
    assert play.card is not None
    (head, row), _ = written(tmp_path, [play], points=True)
    assert head[-2:] == ["Saturday Friend (Distinct roles)", "Saturday Friend (Shared power)"]
    assert row[-2:] == [str(play.card.axes["distinct_roles"].path), ""]


def test_a_second_play_completes_and_adds_its_minutes_and_the_first_whole_one_gives_the_points(tmp_path: Path):
    unfinished, later = by("Ana", "name-it", session="a" * 32), by(" ana ", session="b" * 32)
    (_, row), _ = written(tmp_path, [unfinished, later], points=True)
    assert (row[0], row[2]) == ("Ana", "1")
    assert row[5] == str(later.card.axes["distinct_roles"].path)  # type: ignore[union-attr]


def test_a_scenario_that_somebody_has_not_played_stays_empty(tmp_path: Path):
    other = by("Bo", session="b" * 32, scenario="other", title="Another One")
    (head, ana, bo), _ = written(tmp_path, [by("Ana"), other])
    assert head[2::3] == ["Another One (completed)", "Saturday Friend (completed)"]
    assert (ana[2], ana[5], bo[2], bo[5]) == ("", "1", "1", "")


def test_plays_without_a_name_and_plays_from_an_earlier_turn_are_left_out(tmp_path: Path):
    first = by("Ana")
    branch = replace(played_on(by("Ana", session="b" * 32), first, 2), name="Ana")
    rows, done = written(tmp_path, [first, branch, by(None, session="c" * 32)])
    assert (len(rows), done.people, done.nameless) == (2, 1, 1)


def test_canvas_gets_its_own_ids_as_they_are_and_a_row_of_points_possible(tmp_path: Path):
    plays = [by("Ruiz, Ana"), by("jörg Müller", session="b" * 32)]
    (head, possible, jorg, ana), done = written(tmp_path, plays, "canvas", CANVAS, points=True)
    assert head[:5] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
    assert ana[:5] == ["Ruiz, Ana", "101", "007", "aruiz", "4B"]
    assert jorg[2] == "1E5"
    assert possible == ["    Points Possible", "", "", "", "", "1", "", "", "100", "100"]
    assert done.people == 2


def test_who_is_in_the_list_twice_or_not_at_all_is_named_and_left_out(tmp_path: Path):
    plays = [by("Kim Lee"), by("Nobody", session="b" * 32), by("klee2", session="c" * 32)]
    rows, done = written(tmp_path, plays, "canvas", CANVAS)
    assert [row[3] for row in rows[2:]] == ["klee2"]
    assert done.unknown == ("Kim Lee", "Nobody")


def test_moodles_list_is_read_between_semicolons_too(tmp_path: Path):
    roster = "First name;Last name;ID number;Email address\nAna;Ruiz;007;ana@school.example\n"
    (head, row), _ = written(tmp_path, [by("Ana Ruiz")], roster=roster)
    assert head[:4] == ["First name", "Last name", "ID number", "Email address"]
    assert row[2:4] == ["007", "ana@school.example"]


@pytest.mark.parametrize("roster", ["", "Vorname,Nachname\nAna,Ruiz\n", "\0\0"])
def test_a_file_that_is_no_list_is_explained(tmp_path: Path, roster: str):
    with pytest.raises(UsageError, match="Export it in English"):
        written(tmp_path, [by("Ana")], "canvas", roster)


def test_a_list_that_is_not_there_is_said(tmp_path: Path):
    with pytest.raises(UsageError, match=r"gone\.csv"):
        export_gradebook([by("Ana")], tmp_path / "g.csv", "canvas", tmp_path / "gone.csv", axes=AXES)


def test_names_that_begin_like_a_formula_are_harmless(tmp_path: Path):
    (_, row), _ = written(tmp_path, [by("=1+1")])
    assert row[0] == "'=1+1"
