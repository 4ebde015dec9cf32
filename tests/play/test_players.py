"""Each player has a folder of their own, whatever they are called, and nothing of theirs is another's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.play import players
from game.play.players import folder_of, known, last, settle, tidy
from game.play.saves import keep, list_saves
from game.testing import Clock
from tests.support.homes import a_play

NAMES = [
    "Ana", "ana", "ANA", "Ána", "A-n-a", "A n a", "CON", "nul", "..", ".", "../../etc/passwd", "a/b", "a\\b", "C:\\x",
    "x" * 60, "🙂" * 60, "🧑‍🦽", "שלום", "مريم", "李雷", "-rf", "~", "a:b*c?", '"<|>', "name.", "%2e%2e", "Ana, M.",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_any_name_has_a_folder_that_every_file_system_holds(tmp_path: Path, name: str) -> None:
    folder = settle(tmp_path, None, name)
    assert folder.parent == tmp_path / "players"
    assert folder.name.isascii()
    assert set(folder.name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(folder.name) <= 40
    assert folder.name[0] != "-"
    assert known(tmp_path, None).names == (tidy(name),)


def test_no_two_names_share_a_folder_even_where_case_does_not_count(tmp_path: Path) -> None:
    assert len({folder_of(tmp_path, name).name.casefold() for name in NAMES}) == len(NAMES)


def test_one_name_written_in_two_ways_is_one_player(tmp_path: Path) -> None:
    assert folder_of(tmp_path, " Jose\u0301  M\t") == folder_of(tmp_path, "José M")
    assert tidy("A\u202ena\x00\tB") == "Ana B"
    assert tidy("Zo\udcc3\udcab") == "Zoë"  # as a POSIX locale hands it over
    assert tidy("A\ud800") == "A?"


@pytest.mark.parametrize("nobody", ["", "   ", "\n\t", "\u202e"])
def test_nobody_by_name_has_the_game_s_own_folder(tmp_path: Path, nobody: str) -> None:
    assert settle(tmp_path, None, nobody) == tmp_path
    assert list(tmp_path.iterdir()) == []


def test_who_played_under_a_name_is_known_with_or_without_a_folder(tmp_path: Path) -> None:
    a_play(tmp_path, "Ben")
    a_play(tmp_path)
    settle(tmp_path, None, "ana")
    settle(tmp_path, None, "Zoë")
    assert known(tmp_path, tmp_path / "logs").names == ("ana", "Ben", "Zoë")
    assert known(tmp_path, tmp_path / "logs").problem is None


def test_broken_and_foreign_folders_are_told_in_one_line_and_left_alone(tmp_path: Path) -> None:
    for name, card in (("broken", "{"), ("foreign", '{"name": "Ana"}'), ("listed", "[]"), ("old", "")):
        (tmp_path / "players" / name).mkdir(parents=True)
        (tmp_path / "players" / name / "player.json").write_text(card)
    (tmp_path / "players" / "a-file").write_text("hello")
    (tmp_path / "players" / "empty").mkdir()
    settle(tmp_path, None, "Ana")
    told = known(tmp_path, None)
    assert told.names == ("Ana",)
    assert told.problem == (
        f"In {tmp_path / 'players'} something is not a player’s and is left alone: a-file, broken, foreign."
    )
    assert (tmp_path / "players" / "broken" / "player.json").read_text() == "{"


def test_a_player_s_broken_folder_is_mended_when_they_play_again(tmp_path: Path) -> None:
    folder = settle(tmp_path, None, "Ana")
    (folder / "seen.txt").write_text("kept")
    (folder / "player.json").write_bytes(b"\xff{")
    assert known(tmp_path, None).names == ()
    settle(tmp_path, None, "Ana")
    assert known(tmp_path, None).names == ("Ana",)
    assert (folder / "seen.txt").read_text() == "kept"


def test_where_no_folder_can_be_made_nothing_is_raised(tmp_path: Path) -> None:
    (tmp_path / "players").write_text("in the way")
    settle(tmp_path, None, "Ana")
    assert known(tmp_path, None).names == ()


def test_whoever_played_here_alone_takes_everything_along(tmp_path: Path) -> None:
    keep(tmp_path / "saves", a_play(tmp_path, "Ana"), "Before", Clock()(), b"picture")
    (tmp_path / "settings.json").write_text(json.dumps({"player": "Ana", "theme": "dark"}))
    (tmp_path / "seen.txt").write_text("0123456789abcdef\n")
    assert last(tmp_path) == "Ana"
    folder = settle(tmp_path, tmp_path / "logs", "Ana")
    assert json.loads((folder / "settings.json").read_text())["theme"] == "dark"
    assert (folder / "seen.txt").exists()
    (save,) = list_saves(folder / "saves")[0]
    assert save.mark.name == "Before"
    assert save.picture.read_bytes() == b"picture"
    assert list_saves(tmp_path / "saves")[0] == []


def test_anybody_else_takes_only_the_saves_of_their_own_plays_along(tmp_path: Path) -> None:
    for name in ("Ana", "Ben"):
        keep(tmp_path / "saves", a_play(tmp_path, name), name, Clock()())
    (tmp_path / "settings.json").write_text('{"player": "Ana"}')
    folder = settle(tmp_path, tmp_path / "logs", "Ben")
    assert not (folder / "settings.json").exists()
    assert [save.mark.name for save in list_saves(folder / "saves")[0]] == ["Ben"]
    assert [save.mark.name for save in list_saves(tmp_path / "saves")[0]] == ["Ana"]


@pytest.mark.parametrize("settings", ["{", "[]", '{"player": 7}', '{"player": ["a"]}', "\x00" * 9])
def test_settings_that_cannot_be_read_name_nobody(tmp_path: Path, settings: str) -> None:
    (tmp_path / "settings.json").write_text(settings)
    assert last(tmp_path) == ""


def test_the_files_of_a_player_are_all_in_their_folder(tmp_path: Path) -> None:
    ana, ben = settle(tmp_path, None, "Ana"), settle(tmp_path, None, "Ben")
    (ana / "seen.txt").write_text("")
    assert players.files_of(tmp_path, "Ana") == (ana / "player.json", ana / "seen.txt")
    assert players.files_of(tmp_path, "Ben") == (ben / "player.json",)
    assert players.files_of(tmp_path, "") == ()
