"""Erasing takes exactly what was named, and tells what stayed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from game.errors import GameError
from game.play.erase import erase, forget_name, sweep
from game.play.players import settle
from game.testing import a_session, made
from tests.support.homes import a_holder, a_home, a_play_that_was_left


def files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


def test_what_was_named_is_gone_and_nothing_else(tmp_path: Path) -> None:
    data = a_home(tmp_path)
    before, going = files(data.home), data.files_of("Ana")
    done = erase(going)
    assert set(done.gone) == set(going)
    assert done.stayed == ()
    assert files(data.home) == before - set(going)


def test_a_read_only_file_goes_too(tmp_path: Path) -> None:
    data = a_home(tmp_path)
    for path in data.files_of_all(settings=True):
        path.chmod(0o444)
    done = erase(data.files_of_all(settings=True))
    assert done.stayed == ()
    assert {path.name for path in files(data.home)} == {"teacher.key", "notes.odt"}


def test_a_system_that_will_not_remove_what_is_read_only_is_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows does."""
    path = tmp_path / "seen.txt"
    path.write_text("")
    path.chmod(0o444)
    unlink = Path.unlink

    def strict(self: Path, missing_ok: bool = False) -> None:
        if not self.stat().st_mode & 0o200:
            raise PermissionError(13, "Access is denied")
        unlink(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", strict)
    assert erase([path]).gone == (path,)
    assert not path.exists()


def test_what_cannot_be_removed_stays_and_the_rest_still_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    one.write_text("")
    other.write_text("")
    unlink = Path.unlink

    def refuse(self: Path, missing_ok: bool = False) -> None:
        if self == one:
            raise PermissionError(13, "Access is denied")
        unlink(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    done = erase([one, other])
    assert done.gone == (other,)
    assert done.stayed == ((one, "Access is denied"),)


def test_a_play_that_is_open_elsewhere_stays_and_says_so(tmp_path: Path) -> None:
    path = a_play_that_was_left(tmp_path)
    other = a_holder(path)
    try:
        done = erase([path])
    finally:
        other.communicate()
    assert path.exists()
    assert done.gone == ()
    assert "open in another window" in done.stayed[0][1]


def test_a_play_that_this_game_had_open_goes_and_writes_nothing_any_more(tmp_path: Path) -> None:
    session = made(a_session(tmp_path), "name-it")
    assert session.journal_path
    assert erase([session.journal_path]).stayed == ()
    with pytest.raises(GameError):
        session.choose("say-how")
    assert files(tmp_path) == set()


def test_of_a_link_only_the_link_goes(tmp_path: Path) -> None:
    (tmp_path / "far.jsonl").write_text("precious")
    os.symlink(tmp_path / "far.jsonl", tmp_path / "near.jsonl")
    erase([tmp_path / "near.jsonl"])
    assert files(tmp_path) == {tmp_path / "far.jsonl"}


def test_a_name_is_taken_out_of_the_settings_and_the_rest_of_them_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"player": "Ana", "theme": "dark"}')
    assert forget_name(path, "Ben") is None
    assert json.loads(path.read_text())["player"] == "Ana"
    assert forget_name(path, "Ana") is None
    assert json.loads(path.read_text()) == {"player": "", "theme": "dark"}


@pytest.mark.parametrize("text", ["", "[", "[]", '"Ana"'])
def test_settings_that_hold_no_name_stay_as_they_are(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text)
    assert forget_name(path, "Ana") is None
    assert path.read_text() == text
    assert forget_name(tmp_path / "none.json", "Ana") is None


def test_of_a_player_s_folder_nothing_is_left_but_what_is_not_the_game_s(tmp_path: Path) -> None:
    data = a_home(tmp_path)
    gone, left = settle(data.home, data.logs, "Ben"), settle(data.home, data.logs, "Ana")
    erase([*data.files_of("Ben"), left / "player.json"])
    (left / "notes.odt").write_text("mine")
    sweep(data.home / "players")
    assert not gone.exists()
    assert (left / "notes.odt").exists()
    sweep(data.home / "none")
