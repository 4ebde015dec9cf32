"""The `export` command as a teacher types it."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from game.cli.main import commands
from game.debrief.export.lrs import StoreError
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
    assert len(rows(folder / "out" / "plays.csv")) == len(WAYS)
    assert len(rows(folder / "out" / "choices.csv")) == sum(map(len, WAYS))
    assert {row["node"] for row in rows(folder / "out" / "items.csv")} == {"the-text", "the-answer"}
    for path in (folder / "out").iterdir():
        assert "Real-Name" not in path.read_text(encoding="utf-8")
    assert "essay.txt" in done.stderr


def test_names_are_written_when_asked_for(folder: Path):
    typed(folder, "csv", "-o", str(folder / "out"), "--names")
    assert {row["name"] for row in rows(folder / "out" / "plays.csv")} == {"Kim Real-Name"}


def test_no_class_is_too_large_to_be_exported(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(classes, "MOST_PLAYS", 1)
    typed(folder, "csv", "-o", str(folder / "out"))
    assert len(rows(folder / "out" / "plays.csv")) == len(WAYS)


def test_one_document_holds_plays_and_figures(folder: Path):
    typed(folder, "json", "-o", str(folder / "class.json"))
    read: dict[str, Any] = json.loads((folder / "class.json").read_text(encoding="utf-8"))
    assert len(read["plays"]) == len(WAYS)
    assert read["figures"][0]["plays"] == len(WAYS)


def test_plays_of_a_scenario_that_is_gone_are_exported_with_the_scores_that_they_were_given(folder: Path):
    typed(folder, "csv", "-o", str(folder / "out"), scenario=False)
    found = rows(folder / "out" / "plays.csv")
    assert len(found) == len(WAYS)
    assert {row["distinct_roles_moment"] for row in found} == {""}
    assert {(row["scored"], bool(row["distinct_roles_path"])) for row in found} <= {("as given", True), ("no", False)}


def test_statements_go_to_a_file(folder: Path):
    typed(folder, "xapi", "-o", str(folder / "class.json"))
    read = json.loads((folder / "class.json").read_text(encoding="utf-8"))
    sessions = {row["context"]["registration"] for row in read}
    assert len(sessions) == len(WAYS)
    assert "Real-Name" not in json.dumps(read)


def test_statements_go_to_a_store_and_again_without_adding_any(folder: Path):
    with running(FakeStore()) as fake:
        first = typed(folder, "xapi", "--to", fake.url, env=as_teacher())
        held = len(fake.kept)
        typed(folder, "xapi", "--to", fake.url, env=as_teacher())
        assert len(fake.kept) == held > 0
    assert str(held) in first.stdout
    assert PASSWORD not in first.output


def test_another_key_finds_its_statements_there_with_another_actor(folder: Path):
    with running(FakeStore()) as fake:
        typed(folder, "xapi", "--to", fake.url, env=as_teacher())
        held = dict(fake.kept)
        done = typed(folder, "xapi", "--to", fake.url, "--key", str(folder / "other.key"), env=as_teacher())
    assert fake.kept == held
    assert "left as they are" in done.stderr


def test_wrong_credentials_say_so_and_name_the_variables(folder: Path):
    with running(FakeStore(401)) as fake, pytest.raises(StoreError, match="EQUAL_FOOTING_LRS_PASSWORD") as caught:
        typed(folder, "xapi", "--to", fake.url, env=as_teacher())
    assert PASSWORD not in str(caught.value)


@pytest.mark.parametrize("missing", ["EQUAL_FOOTING_LRS_USER", "EQUAL_FOOTING_LRS_PASSWORD"])
def test_missing_credentials_are_asked_for_before_anything_is_sent(folder: Path, missing: str):
    known = {name: value for name, value in as_teacher().items() if name != missing}
    with running(FakeStore()) as fake, pytest.raises(UsageError, match=missing):
        typed(folder, "xapi", "--to", fake.url, env=known)
    assert fake.requests == []


def test_an_unencrypted_way_to_another_computer_is_warned_about(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("game.debrief.export.lrs._here", lambda _: False)
    with running(FakeStore()) as fake:
        assert "unencrypted" in typed(folder, "xapi", "--to", fake.url, env=as_teacher()).stderr


def test_each_export_has_a_place_of_its_own_when_none_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(folder)
    for what, where in (("csv", "class-tables"), ("json", "class.json"), ("xapi", "class.xapi.json")):
        assert where in typed(folder, what).stdout
        assert (folder / where).exists()


def test_statements_can_go_to_a_file_and_a_store_at_once(folder: Path):
    with running(FakeStore()) as fake:
        typed(folder, "xapi", "--to", fake.url, "-o", str(folder / "class.json"), env=as_teacher())
    assert len(json.loads((folder / "class.json").read_text(encoding="utf-8"))) == len(fake.kept)


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
