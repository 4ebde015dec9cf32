"""Exports: tables as a spreadsheet sees them, and one JSON document."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.debrief.export.choice_table import ChoiceTable
from game.debrief.export.json_document import export_json, export_xapi
from game.debrief.export.rows import CHOICES, choice_rows
from game.debrief.export.table import Table, cell
from game.debrief.export.tables import export_csv, write_name_list
from game.debrief.export.xapi import statements
from game.debrief.figures.model import (
    ClassFigures,
    Fork,
    ForkKind,
    NodeFigures,
    OptionFigures,
    PlanePoint,
    PoleFigures,
    ScoredPlay,
)
from game.errors import GameError, JournalError
from game.play.events import Answer, Reflected
from game.rubric.model import AXES, COMPONENTS
from game.testing import a_rubric
from tests.debrief.a_class import a_class, played_on
from tests.debrief.small_plays import BROKEN, a_play, with_answer

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")
HOSTILE = (
    "=1+1",
    "+1",
    "-1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\0=1",
    '"=1',
    " =1",
    "a;=1+1",
    "a\n=1+1",
    "a\t@b",
    "＝1+1",
)


def an_option(name: str, count: int | None, **changes: Any) -> OptionFigures:
    return replace(
        OptionFigures(
            option=name,
            say=f"I would {name}.",
            count=count,
            share=None if count is None else 5.0 * count,
            achievable=dict.fromkeys(COMPONENTS, 50.0) | {"client_power": None},
            point_biserial=dict.fromkeys(AXES, -0.25),
            tertiles={AXES[0]: (10.0, 20.0, 70.0), AXES[1]: None},
            pooled=count is None,
        ),
        **changes,
    )


def the_figures() -> ClassFigures:
    node = NodeFigures(
        node="the-text",
        place="phone",
        n=20,
        options=(an_option("name-it", 16), an_option("laugh-it-off", None), an_option("wait", None)),
        others=4,
        others_share=20.0,
        lines=("Hello.",),
        thinks=("Oh no.",),
        items_hidden=False,
        provisional=True,
        hidden=False,
    )
    return ClassFigures(
        scenario="saturday-friend",
        title="Saturday Friend",
        plays=20,
        complete=19,
        unscored=None,
        nodes=(node,),
        edges=(),
        endings=(),
        endings_others=None,
        points={AXES[0]: (PlanePoint(50, 55, 3),)},
        chance={},
        archetypes={},
        trace=(),
        poles={"blurred": PoleFigures(None, 2, 9)},
        ruptures=(),
        forks=(Fork(ForkKind.DIVIDED, "the-text"),),
        minority=None,
    )


def tables(folder: Path, plays: Sequence[ScoredPlay], *, names: bool = False) -> dict[str, list[dict[str, str]]]:
    found = {}
    for path in export_csv(plays, [the_figures()], folder, names=names):
        with path.open(encoding="utf-8-sig", newline="") as file:
            found[path.stem] = list(csv.DictReader(file, strict=True))
    return found


def document(folder: Path, plays: Sequence[ScoredPlay], *, names: bool = False) -> dict[str, Any]:
    export_json(plays, [the_figures()], folder / "class.json", names=names)
    read: dict[str, Any] = json.loads((folder / "class.json").read_text(encoding="utf-8"))
    return read


# ── cells ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_a_spreadsheet_would_run_is_marked_as_text(text: str):
    assert str(cell(text)).startswith("'") or text[0] in '"a'
    assert not any(part.startswith(FORMULA) for part in str(cell(text)).split(";"))


@pytest.mark.parametrize("text", ["Don't be silly.", "a = b", "3-4", "kim@example.org", "well-known", "", "'quoted'"])
def test_other_text_is_left_as_it_is(text: str):
    assert cell(text) == text


def test_numbers_stay_numbers():
    assert [cell(-2), cell(0), cell(83.3), cell(None), cell(True), cell(False)] == [-2, 0, 83.3, "", "yes", "no"]


@given(st.lists(st.text(alphabet=st.sampled_from("=+-@;,\t\r\n\0\"'a1 ＝")), min_size=1, max_size=4))
def test_no_cell_is_a_formula_whatever_a_spreadsheet_splits_at(texts: list[str]):
    out = io.StringIO()
    csv.writer(out).writerow(["session", *map(cell, texts)])
    for split in ",;\t":
        for row in csv.reader(io.StringIO(out.getvalue(), newline=""), delimiter=split):
            assert not any(part.lstrip("\t\r\n\0").startswith(("=", "+", "-", "@")) for part in row)


def test_a_long_text_of_line_breaks_takes_no_time():
    assert len(str(cell("\n" * 1_000_000))) == 1_000_001


# ── tables ───────────────────────────────────────────────────────────────────────────────────────────────


def test_excel_knows_the_files_for_utf_8(tmp_path: Path):
    for path in export_csv([a_play()], [], tmp_path, names=False):
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_play_is_a_row_with_its_scores(tmp_path: Path):
    play = a_play(*BROKEN)
    (row,) = tables(tmp_path, [play])["plays"]
    assert play.card is not None
    assert row["session"] == play.session
    assert row["pseudonym"] == "Amber Heron 042"
    assert row["begun_utc"] == "2026-01-01 09:00:00"
    assert (row["turns"], row["complete"], row["ending"], row["ending_kind"]) == ("2", "yes", "clear", "best")
    assert row["played_s"] == "12.0"
    assert row["distinct_roles_path"] == str(play.card.axes["distinct_roles"].path)
    assert row["shared_power_path"] == ""
    assert (row["walled_off_chosen"], row["walled_off_offered"]) == ("1", "1")
    assert (row["ruptures"], row["repaired"]) == ("1", "1")


def test_a_choice_is_a_row_with_what_was_shown_and_what_it_earned(tmp_path: Path):
    play = a_play(*BROKEN)
    first, second = tables(tmp_path, [play])["choices"]
    assert (first["turn"], first["node"], first["option"]) == ("1", "the-text", "laugh-it-off")
    assert first["said"] == "Don't be silly, it's only me."
    assert first["shown"] == " ".join(play.journal.choices[0].offered)
    assert first["elapsed_s"] == "4.0"
    assert [first[f"relationship_acknowledged_{p}"] for p in ("points", "lowest", "highest")] == ["-2", "-2", "2"]
    assert (first["poles"], first["trust"], first["ease"]) == ("walled_off", "5", "1")
    assert second["session"] == first["session"]


def test_an_item_is_a_row_an_option_and_small_ones_stand_together(tmp_path: Path):
    named, laughed, waited, others = tables(tmp_path, [])["items"]
    assert (named["reached_this_node"], named["chosen"], named["share"]) == ("20", "16", "80.0")
    assert (named["role_held_achievable"], named["client_power_achievable"]) == ("50.0", "")
    assert named["distinct_roles_point_biserial"] == "-0.25"
    assert (named["distinct_roles_high_third"], named["shared_power_high_third"]) == ("70.0", "")
    assert named["statistics"] == "provisional"
    assert [laughed["chosen"], waited["chosen"], laughed["pooled"]] == ["", "", "yes"]
    assert (others["option"], others["chosen"], others["share"]) == ("others", "4", "20.0")


def test_an_answer_is_a_row(tmp_path: Path):
    (row,) = tables(tmp_path, [with_answer(a_play(), "Which line?", '=HYPERLINK("http://x")\nsaid\n+1')])["answers"]
    assert row["question"] == "Which line?"
    assert row["answer"] == "'=HYPERLINK(\"http://x\")\nsaid\n'+1"


def test_every_hostile_text_comes_back_whole_and_harmless(tmp_path: Path):
    plays = [a_play(pseudonym=text, class_code=text, title=text, name=text) for text in HOSTILE]
    rows = tables(tmp_path, plays, names=True)["plays"]
    assert len(rows) == len(HOSTILE)
    for row, text in zip(rows, HOSTILE, strict=True):
        for column in ("pseudonym", "class_code", "title", "name"):
            assert row[column].replace("'", "") == text.replace("'", "")
            assert not row[column].startswith(FORMULA)


def test_a_megabyte_of_answers_is_harmless_and_fits_a_spreadsheets_cells(tmp_path: Path):
    worst = ("\n=cmd|'/c calc'!A0;" * 2000)[:20_000]  # as much as a journal holds of one answer
    play = a_play()
    last = play.journal.events[-1]
    said = Reflected(last.n + 1, last.at, tuple(Answer(f"{n}{worst}", worst) for n in range(25)))
    play = replace(play, journal=replace(play.journal, events=(*play.journal.events, said)))
    found = tables(tmp_path, [play])["answers"]
    assert len(found) == 25
    for row in found:
        assert row["answer"].replace("'", "") == worst.replace("'", "")
        assert len(row["answer"]) < 32_767
        assert not any(part.lstrip().startswith(FORMULA) for part in re.split("[;\t\r\n]", row["answer"]))


def test_names_are_there_only_when_asked_for(tmp_path: Path):
    play = a_play(name="Kim Real-Name")
    assert "name" not in tables(tmp_path / "a", [play])["plays"][0]
    assert tables(tmp_path / "b", [play], names=True)["plays"][0]["name"] == "Kim Real-Name"
    for path in (tmp_path / "a").rglob("*.csv"):
        assert "Real-Name" not in path.read_text(encoding="utf-8")


def test_between_semicolons_a_number_has_a_comma_and_text_keeps_its_points(tmp_path: Path):
    paths = export_csv([a_play(class_code="12.10")], [the_figures()], tmp_path, names=True, separator="semicolon")
    with paths[0].open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file, delimiter=";")
    assert (row["played_s"], row["class_code"], row["turns"]) == ("12,0", "12.10", "2")


def test_what_has_a_row_for_a_play_lies_in_a_folder_of_its_own(tmp_path: Path):
    places = {path.stem: path.parent.name for path in export_csv([], [], tmp_path / "out", names=False)}
    assert places == {"plays": "teacher-only", "choices": "teacher-only", "answers": "teacher-only", "items": "out"}


def test_a_play_that_cannot_be_scored_keeps_its_rows_with_the_scores_that_it_was_given(tmp_path: Path):
    found = tables(tmp_path, [a_play(scored=False, notes=("The scenario is gone.",)), a_play(session="f" * 32)])
    assert [row["scored"] for row in found["plays"]] == ["as given", "anew"]
    assert found["plays"][0]["role_held_path"] == "100.0"
    assert found["plays"][0]["role_held_moment"] == ""
    assert found["plays"][0]["notes"] == "The scenario is gone."
    assert [row["option"] for row in found["choices"]][:2] == ["name-it", "say-how"]
    assert found["choices"][0]["role_held_points"] == ""


def test_a_class_of_nobody_has_its_headers(tmp_path: Path):
    paths = export_csv([], [], tmp_path, names=False)
    assert [path.name for path in paths] == ["plays.csv", "choices.csv", "answers.csv", "items.csv"]
    assert all(path.read_text(encoding="utf-8-sig").count("\n") == 1 for path in paths)


# ── one document ─────────────────────────────────────────────────────────────────────────────────────────


def test_the_document_tells_its_format_and_holds_plays_and_figures(tmp_path: Path):
    play = with_answer(a_play(*BROKEN), "Which line?", "The first.")
    read = document(tmp_path, [play, a_play(session="f" * 32)])
    assert (read["format"], read["kind"]) == (1, "equal-footing-export")
    first, other = read["plays"]
    assert first["choices"][0]["points"]["relationship_acknowledged"] == -2
    assert first["choices"][0]["shown"] == list(play.journal.choices[0].offered)
    assert first["card"]["axes"]["distinct_roles"]["path"] is not None
    assert first["answers"] == [{"question": "Which line?", "text": "The first."}]
    assert other["session"] == "f" * 32
    assert read["figures"][0]["nodes"][0]["options"][0]["count"] == 16
    assert read["figures"][0]["forks"] == [{"kind": "divided", "node": "the-text", "axis": None, "among_shown": False}]


def test_the_document_holds_names_only_when_asked(tmp_path: Path):
    play = a_play(name="Kim Real-Name")
    assert "name" not in document(tmp_path, [play])["plays"][0]
    assert document(tmp_path, [play], names=True)["plays"][0]["name"] == "Kim Real-Name"


def test_crossed_limits_stay_out_of_the_document(tmp_path: Path):
    play = document(tmp_path, [a_play()])["plays"][0]
    assert "gates" not in play["card"]
    assert all("gates" not in choice for choice in play["choices"])


def test_a_document_of_nobody_is_a_document(tmp_path: Path):
    assert document(tmp_path, [])["plays"] == []


# ── statements ───────────────────────────────────────────────────────────────────────────────────────────


def test_statements_are_one_array_one_a_line(tmp_path: Path):
    path = tmp_path / "class.xapi.json"
    count = export_xapi(statements(a_play(), a_rubric()), path)
    text = path.read_text(encoding="utf-8")
    assert len(json.loads(text)) == count == text.count("\n") - 2
    assert export_xapi([], path) == 0
    assert json.loads(path.read_text(encoding="utf-8")) == []


# ── files ────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_file_is_there_whole_or_not_at_all(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_text("before", encoding="utf-8")

    def rows() -> Iterator[str]:
        yield next(statements(a_play(), a_rubric()))
        raise JournalError("the next one cannot be read")

    with pytest.raises(JournalError):
        export_xapi(rows(), path)
    assert [p.name for p in tmp_path.iterdir()] == ["a.csv"]
    assert path.read_text(encoding="utf-8") == "before"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such bits")
def test_a_file_is_its_owners_alone(tmp_path: Path):
    for path in export_csv([a_play()], [], tmp_path, names=False):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(GameError, match="cannot be written"):
        export_csv([], [], tmp_path / "file", names=False)


def test_a_play_from_an_earlier_turn_on_tells_where_it_comes_from_and_which_turns_are_copies(tmp_path: Path):
    first = a_play()
    branch = played_on(a_play("name-it", "change-subject", session="b" * 32), first, 2)
    found, read = tables(tmp_path, [first, branch]), document(tmp_path, [first, branch])
    assert [(row["branched_from"], row["branched_at"]) for row in found["plays"]] == [("", ""), (first.session, "2")]
    assert [row["copied"] for row in found["choices"]] == ["no", "no", "yes", "no"]
    assert [(play["branched_from"], play["branched_at"]) for play in read["plays"]] == [
        (None, None),
        (first.session, 2),
    ]
    assert [choice["copied"] for play in read["plays"] for choice in play["choices"]] == [False, False, True, False]


def test_a_list_of_names_tells_who_stands_behind_each_pseudonym(tmp_path: Path) -> None:
    plays = [a_play(), a_play(session="1" * 32)]
    assert write_name_list(plays, tmp_path / "names.csv") == 1
    (row,) = csv.DictReader(io.StringIO((tmp_path / "names.csv").read_text(encoding="utf-8-sig")))
    assert (row["name"], row["pseudonym"], row["plays"]) == ("Kim Real-Name", "Amber Heron 042", "2")
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "names.csv").stat().st_mode) == 0o600


@pytest.mark.parametrize("separator", ["comma", "semicolon"])
def test_the_table_of_choices_has_the_rows_that_a_workbook_gets(separator: Literal["comma", "semicolon"]):
    hostile = replace(a_play(), pseudonym='=1; "x", y', card=None)  # without a card nothing is shared
    plays = [*a_class(12, "fine-fine"), *a_class(3, "fine-fine"), a_play(*BROKEN), hostile]
    joined, plain = io.StringIO(newline=""), io.StringIO(newline="")
    choices, table = ChoiceTable(joined, separator), Table(plain, CHOICES, separator)
    for play in plays:
        choices.add(play)
        for row in choice_rows(play):
            table.add(row)
    assert joined.getvalue() == plain.getvalue()
    assert joined.getvalue().count("\n") > 100
