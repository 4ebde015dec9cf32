"""`progress` as a teacher types it, at the end of a term."""

from __future__ import annotations

import csv
import random
import re
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from game.cli.main import commands
from game.errors import UsageError
from game.play.events import as_line
from game.rubric.sample import HowGood
from game.rubric.scoring_model import ScoringModel
from tests.debrief.a_class import a_play, played_on, the_exact
from tests.debrief.small_plays import a_play as a_small_play

pytestmark = pytest.mark.slow

PEOPLE = 24


@pytest.fixture(scope="module")
def logs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A term of two scenarios and two classes: every second person has played the first one again."""
    folder = tmp_path_factory.mktemp("term")
    dice = random.Random(3)
    for number in range(PEOPLE):
        for week, scenario in enumerate(("saturday-friend", "sixteen")):
            for again in range(1 + (week == 0 and number % 2)):
                a_journal(folder, scenario, number, dice, week * 7 + again)
    (folder / "essay.jsonl").write_text("not a journal\n", encoding="utf-8")
    return folder


def a_journal(folder: Path, scenario: str, number: int, dice: random.Random, day: int, code: str = "") -> None:
    play = a_play(the_exact(scenario), dice.randrange(10**6))
    begun = play.journal.begun
    begun = replace(
        begun,
        player=f"Person {number} Müller",
        class_code=code or ("4B" if number < 14 else " 4c"),
        session=f"{dice.getrandbits(128):032x}",
        at=begun.at + timedelta(days=day, minutes=number),
    )
    (folder / f"{begun.session}.jsonl").write_bytes(b"".join(map(as_line, (begun, *play.journal.events[1:]))))


@pytest.fixture(scope="module")
def own_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A teacher's own folder, whose kept scenarios serve all of these tests."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def home(tmp_path: Path, own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to write in; no page was made before."""
    monkeypatch.setenv("EQUAL_FOOTING_HOME", str(own_folder))
    (own_folder / "terms-made.json").unlink(missing_ok=True)
    return tmp_path


def typed(*words: object) -> Result:
    done = CliRunner().invoke(commands, ["progress", *map(str, words)])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == 0, done.output
    return done


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_term_is_one_page_of_what_moved_and_who_played_what(logs: Path, home: Path):
    said = typed(logs, "-o", home / "term.html")
    page = (home / "term.html").read_text(encoding="utf-8")
    assert f"{PEOPLE} people, {PEOPLE * 2 + PEOPLE // 2} plays" in said.stdout
    assert "Saturday Friend" in page
    assert "Class against class" in page
    assert page.count('<tbody><tr class="node">') == PEOPLE
    assert "Left out" in said.stderr
    assert "<script" not in page


def test_names_are_there_only_when_asked_for_and_people_only_for_the_teacher(logs: Path, home: Path):
    typed(logs, "-o", home / "term.html")
    assert "Müller" not in (home / "term.html").read_text(encoding="utf-8")
    typed(logs, "-o", home / "names.html", "--names")
    assert "Person 3 Müller (4B)" in (home / "names.html").read_text(encoding="utf-8")
    typed(logs, "-o", home / "group.html", "--group-only", "--names")
    group = (home / "group.html").read_text(encoding="utf-8")
    assert "Müller" not in group
    assert "for you alone" not in group


def test_class_codes_filter_however_they_are_written(logs: Path, home: Path):
    said = typed(logs, "-o", home / "term.html", "--class-code", "4C ", "--table", home / "term.csv")
    assert f"{PEOPLE - 14} people" in said.stdout
    assert {row["class_code"] for row in rows(home / "term.csv")} == {"(all)", "4c"}
    with pytest.raises(UsageError, match="4D"):
        typed(logs, "-o", home / "none.html", "--class-code", "4D")


def test_tables_hold_what_may_be_shown_and_apart_from_it_a_row_for_each_person(logs: Path, home: Path):
    typed(logs, "-o", home / "t.html", "--table", home / "term.csv", "--people-table", home / "people.xlsx")
    shown = rows(home / "term.csv")
    assert {row["scenario"] for row in shown} == {"saturday-friend", "sixteen"}
    assert all(int(row["first_mean"] or 0) % 5 == 0 for row in shown)
    sheet = load_workbook(home / "people.xlsx")["people"]
    assert sheet.max_row == PEOPLE * 2 + 1
    assert "name" not in [cell.value for cell in sheet[1]]


def test_semicolons_and_workbooks_for_what_may_be_shown(logs: Path, home: Path):
    typed(logs, "-o", home / "t.html", "--table", home / "t.csv", "--separator", "semicolon")
    text = (home / "t.csv").read_text(encoding="utf-8-sig")
    assert re.search(r";\d\d,\d;", text)  # a chance, with a comma for its point
    typed(logs, "-o", home / "t.html", "--table", home / "t.xlsx")
    assert load_workbook(home / "t.xlsx")["term"].max_row == len(text.splitlines())


def test_a_persons_scores_are_those_of_the_card(home: Path):
    play = a_play(the_exact("sixteen"), 5)
    (home / "a.jsonl").write_bytes(b"".join(map(as_line, play.journal.events)))
    typed(home / "a.jsonl", "-o", home / "t.html", "--people-table", home / "p.csv")
    (row,) = rows(home / "p.csv")
    assert play.card is not None
    for name, axis in play.card.axes.items():
        assert row[f"{name}_first"] == str(axis.path)
        assert row[f"{name}_chance"] == str(axis.chance)


def test_copies_and_plays_from_an_earlier_turn_are_left_out_and_said(home: Path):
    first = a_play(the_exact(), 1)
    branch = played_on(a_play(the_exact(), 2), first, 2)
    for name, play in (("a", first), ("b", first), ("c", branch)):
        (home / f"{name}.jsonl").write_bytes(b"".join(map(as_line, play.journal.events)))
    said = typed(home, "-o", home / "term.html")
    page = (home / "term.html").read_text(encoding="utf-8")
    assert "1 person, 1 play:" in said.stdout
    assert "1 more copy of the same plays" in page
    assert "played on from an earlier turn" in page


def test_plays_of_a_scenario_that_is_gone_are_counted_and_not_scored(home: Path):
    small = a_small_play()
    begun = replace(small.journal.begun, scenario="gone-for-good", scenario_fingerprint="f" * 64)
    (home / "a.jsonl").write_bytes(b"".join(map(as_line, (begun, *small.journal.events[1:]))))
    typed(home / "a.jsonl", "-o", home / "term.html")
    page = (home / "term.html").read_text(encoding="utf-8")
    assert "not scored" in page
    assert "gone-for-good" in page


def test_a_page_made_again_after_one_more_play_shows_the_same_and_says_so(logs: Path, home: Path):
    typed(logs, "-o", home / "t.html", "--table", home / "one.csv")
    (home / "more").mkdir()
    a_journal(home / "more", "sixteen", 99, random.Random(8), 3, code="4B")
    said = typed(logs, home / "more", "-o", home / "t.html", "--table", home / "two.csv")
    assert "page that was made before" in said.stderr
    assert rows(home / "one.csv") == rows(home / "two.csv")
    typed(logs, home / "more", "-o", home / "t.html", "--table", home / "three.csv", "--afresh")
    assert "made before" not in (home / "t.html").read_text(encoding="utf-8")


def test_scores_that_are_estimates_are_marked_on_the_page_and_in_both_tables(
    logs: Path, home: Path, monkeypatch: pytest.MonkeyPatch
):
    out, table, people = home / "term.html", home / "term.csv", home / "people.csv"
    typed(logs, "--group-only", "-o", out, "--table", table)
    assert "Estimated from" not in out.read_text(encoding="utf-8")
    assert {row["estimated_from"] for row in rows(table)} == {""}
    monkeypatch.setattr(ScoringModel, "estimate", property(lambda _: HowGood(1000, Fraction(3, 100))))
    typed(logs, "--group-only", "-o", out, "--table", table, "--people-table", people)
    assert out.read_text(encoding="utf-8").count("Estimated from 1,000 plays, ±3") == 2  # once for each scenario
    for path in (table, people):
        assert {(row["estimated_from"], row["estimated_within"]) for row in rows(path)} == {("1000", "3")}


def test_nothing_to_tell_of_and_nothing_there_are_said(home: Path):
    (home / "empty").mkdir()
    with pytest.raises(UsageError, match="No play of a term"):
        typed(home / "empty", "-o", home / "t.html")
    with pytest.raises(UsageError, match="There is nothing at"):
        typed(home / "gone", "-o", home / "t.html")


def test_too_many_people_for_a_page_have_a_table(logs: Path, home: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("game.debrief.term.page.MOST_PEOPLE", 3)
    typed(logs, "-o", home / "t.html")
    page = (home / "t.html").read_text(encoding="utf-8")
    assert "--people-table" in page
    assert "for you alone" not in page
