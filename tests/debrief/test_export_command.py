"""The `export` command as a teacher types it."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from game.cli import counting
from game.cli.main import commands
from game.debrief.lrs.store import StoreError
from game.debrief.read import classes
from game.errors import UsageError
from game.play.events import as_line
from game.testing import SMALL
from tests.debrief.small_plays import BROKEN, WHOLE, a_play
from tests.support.stores import PASSWORD, FakeStore, running

WAYS = (WHOLE, BROKEN, ("name-it", "change-subject"), ("name-it",), WHOLE)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A teacher's folder: five journals, a copy, an earlier copy, an essay; the scenario they were played from."""
    monkeypatch.setenv("EQUAL_FOOTING_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("EQUAL_FOOTING_LRS_USER", raising=False)
    monkeypatch.delenv("EQUAL_FOOTING_LRS_PASSWORD", raising=False)
    (tmp_path / "scenario.yaml").write_text(SMALL, encoding="utf-8")
    logs = tmp_path / "logs"
    logs.mkdir()
    for number, way in enumerate(WAYS):
        a_journal(logs / f"{number}.jsonl", number, *way)
    a_journal(logs / "copy.jsonl", 0, *WHOLE)
    a_journal(logs / "earlier.jsonl", 1, BROKEN[0])
    (logs / "essay.txt").write_text('{"n":0,"at":"not a journal"}\n', encoding="utf-8")
    return tmp_path


def a_journal(path: Path, number: int, *way: str) -> None:
    events = a_play(*way, session=f"{number:x}" * 32).journal.events
    path.write_bytes(b"".join(map(as_line, events)))


def typed(folder: Path, *words: str, scenario: bool = True, env: dict[str, str] | None = None) -> Result:
    wanted = ("--scenario", str(folder / "scenario.yaml")) if scenario else ()
    done = CliRunner().invoke(commands, ["export", words[0], str(folder / "logs"), *words[1:], *wanted], env=env)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == 0, done.output
    return done


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def as_teacher() -> dict[str, str]:
    return {"EQUAL_FOOTING_LRS_USER": "teacher", "EQUAL_FOOTING_LRS_PASSWORD": PASSWORD}


def test_tables_hold_each_play_once_without_names(folder: Path):
    done = typed(folder, "csv", "-o", str(folder / "out"))
    assert len(rows(folder / "out" / "teacher-only" / "plays.csv")) == len(WAYS)
    assert len(rows(folder / "out" / "teacher-only" / "choices.csv")) == sum(map(len, WAYS))
    assert {row["node"] for row in rows(folder / "out" / "items.csv")} == {"the-text", "the-answer"}
    for path in (folder / "out").rglob("*.csv"):
        assert "Real-Name" not in path.read_text(encoding="utf-8")
    assert "essay.txt" in done.stderr


def test_names_are_written_when_asked_for(folder: Path):
    typed(folder, "csv", "-o", str(folder / "out"), "--names")
    assert {row["name"] for row in rows(folder / "out" / "teacher-only" / "plays.csv")} == {"Kim Real-Name"}


def test_no_class_is_too_large_to_be_exported(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(classes, "MOST_PLAYS", 1)
    typed(folder, "csv", "-o", str(folder / "out"))
    assert len(rows(folder / "out" / "teacher-only" / "plays.csv")) == len(WAYS)


def test_one_document_holds_plays_and_figures(folder: Path):
    typed(folder, "json", "-o", str(folder / "class.json"))
    read: dict[str, Any] = json.loads((folder / "class.json").read_text(encoding="utf-8"))
    assert len(read["plays"]) == len(WAYS)
    assert read["figures"][0]["plays"] == 1  # all by one person


def test_plays_of_a_scenario_that_is_gone_are_exported_with_the_scores_that_they_were_given(folder: Path):
    typed(folder, "csv", "-o", str(folder / "out"), scenario=False)
    found = rows(folder / "out" / "teacher-only" / "plays.csv")
    assert len(found) == len(WAYS)
    assert {row["distinct_roles_moment"] for row in found} == {""}
    assert {(row["scored"], bool(row["distinct_roles_path"])) for row in found} <= {("as given", True), ("no", False)}


def test_a_class_code_leaves_out_the_other_classes(folder: Path):
    other = a_play(*WHOLE, session="9" * 32).journal
    begun = replace(other.begun, class_code=" 4b ", player="Bo")
    (folder / "logs" / "4b.jsonl").write_bytes(b"".join(map(as_line, (begun, *other.events[1:]))))
    typed(folder, "csv", "-o", str(folder / "out"), "--class-code", "4B")
    assert [row["session"] for row in rows(folder / "out" / "teacher-only" / "plays.csv")] == ["9" * 32]


def test_tables_for_a_country_with_decimal_commas(folder: Path):
    typed(folder, "csv", "-o", str(folder / "out"), "--separator", "semicolon")
    text = (folder / "out" / "teacher-only" / "plays.csv").read_text(encoding="utf-8-sig")
    assert {row["played_s"] for row in csv.DictReader(text.splitlines(), delimiter=";")} == {"12,0", "4,0"}


def test_workbooks_keep_what_may_be_shown_apart_from_the_teachers_rows(folder: Path):
    said = typed(folder, "xlsx", "-o", str(folder / "class.xlsx")).stdout
    shared, own = load_workbook(folder / "class.xlsx"), load_workbook(folder / "class-teacher-only.xlsx")
    assert (shared.sheetnames, own.sheetnames) == (["about", "items"], ["about", "plays", "choices", "answers"])
    assert own["plays"].max_row == len(WAYS) + 1
    assert "class-teacher-only.xlsx" in said


def test_a_gradebook_is_about_names_and_says_so(folder: Path):
    with pytest.raises(UsageError, match="--names"):
        typed(folder, "gradebook", "--for", "moodle", "-o", str(folder / "g.csv"))
    typed(folder, "gradebook", "--for", "moodle", "--names", "-o", str(folder / "g.csv"))
    (row,) = rows(folder / "g.csv")
    assert row == {
        "name": "Kim Real-Name",
        "class_code": "",
        "Saturday Friend (completed)": "1",
        "Saturday Friend (date)": "2026-01-01",
        "Saturday Friend (minutes)": "1",
    }


def test_canvas_needs_its_own_ids(folder: Path):
    with pytest.raises(UsageError, match="--roster"):
        typed(folder, "gradebook", "--for", "canvas", "--names", "-o", str(folder / "g.csv"))


def test_statements_tell_what_was_asked_and_nobodys_name(folder: Path):
    typed(folder, "xapi", "-o", str(folder / "class.json"))
    read = json.loads((folder / "class.json").read_text(encoding="utf-8"))
    asked = next(row["object"]["definition"] for row in read if row["verb"]["display"]["en"] == "answered")
    assert [choice["id"] for choice in asked["choices"]] == ["name-it", "laugh-it-off"]
    assert "Real-Name" not in json.dumps(read)
    typed(folder, "xapi", "-o", str(folder / "class.json"), "--names")
    read = json.loads((folder / "class.json").read_text(encoding="utf-8"))
    assert {row["actor"]["name"] for row in read} == {"Kim Real-Name"}


def test_statements_go_to_a_file(folder: Path):
    typed(folder, "xapi", "-o", str(folder / "class.json"))
    read = json.loads((folder / "class.json").read_text(encoding="utf-8"))
    sessions = {row["context"]["registration"] for row in read}
    assert len(sessions) == len(WAYS)
    assert "Real-Name" not in json.dumps(read)


def test_statements_go_to_a_store_and_again_without_adding_any(folder: Path):
    with running(FakeStore()) as fake:
        first = typed(folder, "xapi", "--lrs", fake.url, env=as_teacher())
        held = len(fake.kept)
        typed(folder, "xapi", "--lrs", fake.url, env=as_teacher())
        assert len(fake.kept) == held > 0
    assert str(held) in first.stdout
    assert PASSWORD not in first.output


def test_another_key_finds_its_statements_there_with_another_actor(folder: Path):
    with running(FakeStore()) as fake:
        typed(folder, "xapi", "--lrs", fake.url, env=as_teacher())
        held = dict(fake.kept)
        done = typed(folder, "xapi", "--lrs", fake.url, "--key", str(folder / "other.key"), env=as_teacher())
    assert fake.kept == held
    assert "left as they are" in done.stderr


def test_wrong_credentials_say_so_and_name_the_variables(folder: Path):
    with running(FakeStore(401)) as fake, pytest.raises(StoreError, match="EQUAL_FOOTING_LRS_PASSWORD") as caught:
        typed(folder, "xapi", "--lrs", fake.url, env=as_teacher())
    assert PASSWORD not in str(caught.value)


@pytest.mark.parametrize("missing", ["EQUAL_FOOTING_LRS_USER", "EQUAL_FOOTING_LRS_PASSWORD"])
def test_missing_credentials_are_asked_for_before_anything_is_sent(folder: Path, missing: str):
    known = {name: value for name, value in as_teacher().items() if name != missing}
    with running(FakeStore()) as fake, pytest.raises(UsageError, match=missing):
        typed(folder, "xapi", "--lrs", fake.url, env=known)
    assert fake.requests == []


def test_an_unencrypted_way_to_another_computer_is_warned_about(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("game.debrief.lrs.store._here", lambda _: False)
    with running(FakeStore()) as fake:
        assert "unencrypted" in typed(folder, "xapi", "--lrs", fake.url, env=as_teacher()).stderr


def test_each_export_has_a_place_of_its_own_when_none_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(folder)
    for what, where in (("csv", "class-tables"), ("json", "class.json"), ("xapi", "class.xapi.json")):
        assert where in typed(folder, what).stdout
        assert (folder / where).exists()


def test_statements_can_go_to_a_file_and_a_store_at_once(folder: Path):
    with running(FakeStore()) as fake:
        typed(folder, "xapi", "--lrs", fake.url, "-o", str(folder / "class.json"), env=as_teacher())
    assert len(json.loads((folder / "class.json").read_text(encoding="utf-8"))) == len(fake.kept)


def collected(folder: Path, *words: str) -> Result:
    """What `collect` says that gathers into the folder's `again`."""
    done = CliRunner().invoke(commands, ["collect", "--into", str(folder / "again"), *words], env=as_teacher())
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


def test_plays_come_back_from_a_store_once_each_and_score_the_same(folder: Path):
    with running(FakeStore()) as fake:
        typed(folder, "xapi", "--lrs", fake.url, env=as_teacher())
        first = collected(folder, "--lrs", fake.url)
        again = collected(folder, "--lrs", fake.url)
    assert f"{len(WAYS)} plays copied" in first.stdout
    assert "0 plays copied" in again.stdout
    assert PASSWORD not in first.output
    assert len(list((folder / "again").glob("*.jsonl"))) == len(WAYS)
    for logs, out in (("logs", "one"), ("again", "two")):
        typed(folder, "csv", str(folder / logs), "-o", str(folder / out))
    one, two = (
        {row["session"]: row for row in rows(folder / out / "teacher-only" / "plays.csv")} for out in ("one", "two")
    )
    for session, row in one.items():
        for column in ("scenario", "turns", "complete", "ending", "distinct_roles_path", "shared_power_path", "scored"):
            assert two[session][column] == row[column]


def test_collecting_from_nowhere_and_from_no_store_is_said(folder: Path):
    with pytest.raises(UsageError, match="Say where the journals are"):
        collected(folder)
    with running(FakeStore(404)) as fake, pytest.raises(StoreError, match="no learning record store"):
        collected(folder, "--lrs", fake.url)


def test_how_far_it_is_is_counted_where_somebody_looks(folder: Path, monkeypatch: pytest.MonkeyPatch):
    seen: list[str] = []

    @contextmanager
    def counted(what: str) -> Iterator[Callable[[int], None]]:
        yield lambda done: seen.append(f"{done} {what}")

    monkeypatch.setattr(counting, "counted", counted)
    monkeypatch.setattr(counting, "EVERY", 2)
    typed(folder, "csv", "-o", str(folder / "out"))
    assert seen[-1] == f"{len(WAYS)} of {len(WAYS)} plays written"
    assert f"2 of {len(WAYS)} plays written" in seen
    assert any(row.endswith("files read") for row in seen)


def test_nothing_to_export_is_said(folder: Path):
    for path in (folder / "logs").iterdir():
        path.unlink()
    for words in (
        ("csv", "-o", str(folder / "out")),
        ("json", "-o", str(folder / "x")),
        ("xapi", "-o", str(folder / "y")),
    ):
        with pytest.raises(UsageError, match=r"[Nn]o play"):
            typed(folder, *words)
    assert not (folder / "out").exists()
