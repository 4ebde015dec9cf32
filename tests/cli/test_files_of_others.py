"""Files that others made or touched: by no command do they lead to another file, steer the terminal or end the game."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from game.testing import SMALL
from tests.support.shell import Shell


def test_a_home_that_begins_with_a_tilde_lies_in_the_persons_own(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own"
    monkeypatch.setenv("HOME", str(own))
    monkeypatch.setenv("USERPROFILE", str(own))
    monkeypatch.setenv("EQUAL_FOOTING_HOME", "~/ef")
    assert shell.play(typed="1\nq\n").journal.parent == own / "ef" / "logs"


@pytest.mark.parametrize("named", ["/etc/passwd", r"\\host.example\share\x.yaml", "../saturday-friend"])
def test_a_journal_that_names_a_path_opens_no_file(shell: Shell, named: str) -> None:
    journal = shell.play(typed="1\nq\n").journal
    first, rest = journal.read_text(encoding="utf-8").split("\n", 1)
    begun = json.loads(first) | {"scenario": named}
    journal.write_text(f"{json.dumps(begun)}\n{rest}", encoding="utf-8")
    told = shell("continue", journal)
    assert told.code == 2
    assert told.err == f"There is no scenario called `{named}` in the library. Name its file with --scenario FILE.\n"


@pytest.mark.parametrize("command", [("plays",), ("score", "JOURNAL"), ("continue", "JOURNAL")])
def test_a_journal_that_would_steer_the_terminal_steers_nothing(shell: Shell, command: tuple[str, ...]) -> None:
    journal = shell.play(typed="1\n1\n").journal
    lines = journal.read_text(encoding="utf-8").splitlines()
    steering = "T\x1b]0;mine\x07\x1b[2J"
    lines[0] = json.dumps(json.loads(lines[0]) | {"title": steering, "player": steering, "game": steering})
    journal.write_text("\n".join(lines) + "\n", encoding="utf-8")
    told = shell(*(str(journal) if word == "JOURNAL" else word for word in command))
    assert "\x1b" not in told.out + told.err
    assert "\x07" not in told.out + told.err


def test_a_translation_that_would_steer_the_terminal_steers_nothing(shell: Shell, tmp_path: Path) -> None:
    own = tmp_path / "towel.yaml"
    own.write_text(SMALL, encoding="utf-8")
    catalogue = Catalog(locale="de")
    catalogue.add("Saturday Friend", "T\x1b]0;mine\x07\x1b[2J", context="title")
    folder = tmp_path / "locale" / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "towel.mo").open("wb") as written:
        write_mo(written, catalogue)
    told = shell("play", own, "--lang", "de", "--text", typed="q\n")
    assert "T\ufffd]0;MINE\ufffd" in told.out
    assert "\x1b" not in told.out + told.err
    assert "\x07" not in told.out + told.err


def test_a_save_of_the_year_1_ends_no_list(shell: Shell) -> None:
    shell.play("--player", "Ana", typed="1\ns mid\nq\n")
    (save,) = shell.home.glob("players/*/saves/*.json")
    old = json.loads(save.read_text(encoding="utf-8")) | {"when": "0001-01-01T00:00:00+14:00", "name": "hello"}
    save.with_name("0123456789ab.json").write_text(json.dumps(old), encoding="utf-8")
    told = shell("saves", "--player", "Ana")
    assert told.code == 0
    assert "mid" in told.out


@pytest.mark.parametrize("variable", ["EQUAL_FOOTING_HOME", "EQUAL_FOOTING_LIBRARY"])
def test_a_home_that_nobody_has_is_told_in_one_sentence(
    shell: Shell, variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, "~nobody-of-this-name/ef")
    told = shell("list")
    assert told.code == 2
    assert (
        told.err.strip()
        == f"{variable} is `~nobody-of-this-name/ef`, and nobody here has that home. Write the whole path."
    )
