"""`data`: what is kept is told, packed and erased, and nothing goes without two clear answers."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from game.play.journal import read_journal
from tests.support.shell import Shell

CHOICES = "--choices", "name-it,say-how"
SURE = "yes\nERASE\n"


def journals(shell: Shell) -> list[Path]:
    return sorted((shell.home / "logs").glob("*.jsonl"))


def played(shell: Shell, *players: str) -> Shell:
    for name in players:
        assert shell.play("--player", name, *CHOICES).code == 0
    return shell


def test_everything_that_is_kept_is_told_with_its_place(shell: Shell) -> None:
    told = played(shell, "Ana", "Ben")("data")
    assert told.code == 0
    assert "Plays: 2 files" in told.out
    assert str(shell.home / "logs") in told.out
    assert "Players here: Ana, Ben" in told.out


def test_a_play_carries_its_players_device_mark_and_data_tells_of_it(shell: Shell) -> None:
    played(shell, "Ana", "Ana", "Ben", "")
    marks = [read_journal(path).begun.device for path in journals(shell)]
    assert None not in marks
    assert len(set(marks)) == 3
    told = shell("data").out
    assert "Device mark: 3 files" in told
    assert not any(mark in told for mark in marks if mark)


def test_a_bots_play_is_nobodys(shell: Shell) -> None:
    assert shell.play("--bot", "partner").code == 0
    (path,) = journals(shell)
    assert read_journal(path).begun.device is None


def test_it_is_told_in_the_language_asked_for(shell: Shell) -> None:
    assert "Plays" in shell("--lang", "en", "data").out


def test_a_zip_holds_it_all_and_is_never_written_over(shell: Shell) -> None:
    played(shell, "Ana")
    zip_ = shell.folder / "mine.zip"
    assert f"{zip_} holds " in shell("data", "export", zip_).out
    with zipfile.ZipFile(zip_) as file:
        assert f"plays/{journals(shell)[0].name}" in file.namelist()
    again = shell("data", "export", zip_)
    assert again.code == 1
    assert "already" in again.err


def test_into_a_folder_the_zip_finds_its_own_name(shell: Shell) -> None:
    played(shell, "Ana")
    assert shell("data", "export", shell.folder).code == 0
    assert len(list(shell.folder.glob("equal-footing-*.zip"))) == 1


def test_erasing_names_every_file_asks_twice_and_then_does_it(shell: Shell) -> None:
    played(shell, "Ana", "Ben")
    names = [str(path) for path in (*journals(shell), *shell.home.rglob("device.txt"))]
    told = shell("data", "erase", typed=SURE)
    assert told.code == 0
    assert all(name in told.out for name in names)
    assert "4 files gone." in told.out
    assert journals(shell) == []


@pytest.mark.parametrize("typed", ["", "no\n", "yes\n", "yes\nerase\n", "ERASE\n", "\nERASE\n"])
def test_without_two_clear_answers_nothing_goes(shell: Shell, typed: str) -> None:
    played(shell, "Ana")
    assert "Nothing was erased." in shell("data", "erase", typed=typed).out
    assert len(journals(shell)) == 1


def test_one_player_s_plays_go_and_the_others_stay(shell: Shell) -> None:
    played(shell, "Ana", "Ben")
    (shell.home / "settings.json").write_text('{"player": "Ana", "theme": "dark"}')
    assert shell("data", "erase", "--player", "Ana", typed=SURE).code == 0
    assert [path.read_text().count('"Ben"') for path in journals(shell)] == [1]
    assert "Ana" not in (shell.home / "settings.json").read_text()
    assert "dark" in (shell.home / "settings.json").read_text()


def test_the_settings_stay_unless_asked_for(shell: Shell) -> None:
    played(shell, "Ana")
    settings = shell.home / "settings.json"
    settings.write_text("{}")
    shell("data", "erase", typed=SURE)
    assert settings.exists()
    shell("data", "erase", "--settings", typed=SURE)
    assert not settings.exists()


def test_a_player_who_is_not_there_is_told_with_those_who_are(shell: Shell) -> None:
    told = played(shell, "Ana")("data", "erase", "--player", "Anna")
    assert told.code == 2
    assert "There are plays of: Ana." in told.err


def test_where_there_is_nothing_to_erase_nothing_is_asked(shell: Shell) -> None:
    told = shell("data", "erase")
    assert told.out.strip() == "There is nothing to erase."


def test_what_stayed_is_told_and_the_exit_code_says_so(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    played(shell, "Ana")

    def refuse(self: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    told = shell("data", "erase", typed=SURE)
    assert told.code == 1
    assert "These stayed:" in told.err
    assert str(journals(shell)[0]) in told.err
