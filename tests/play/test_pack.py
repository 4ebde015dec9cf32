"""A player's own data goes into one zip, whole, beside a page that says what is what."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.errors import GameError
from game.play import pack as packing
from game.play.pack import ABOUT, free_name, pack
from game.play.players import settle
from tests.support.homes import a_home


def test_everything_that_is_mine_is_in_the_zip_as_it_lies_on_disk(tmp_path: Path) -> None:
    data = a_home(tmp_path)
    packed = pack(data, tmp_path / "mine.zip")
    with zipfile.ZipFile(packed.path) as file:
        names = set(file.namelist())
        assert all(file.read(f"plays/{path.name}") == path.read_bytes() for path in data.logs.iterdir())
        told = file.read(ABOUT).decode()
    assert {name.split("/")[0] for name in names} == {"plays", "saves", "settings", "read", "device", ABOUT}
    assert packed.count == len(names) - 1 == 8
    assert packed.left_out == ()
    assert all(f"{folder}/" in told for folder in ("plays", "saves", "settings", "read", "device"))


def test_a_teacher_s_key_and_other_files_are_not_in_it(tmp_path: Path) -> None:
    packed = pack(a_home(tmp_path), tmp_path / "mine.zip")
    with zipfile.ZipFile(packed.path) as file:
        assert not any("key" in name or "notes" in name for name in file.namelist())


def test_what_is_there_already_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "mine.zip").write_text("mine")
    with pytest.raises(GameError, match="already"):
        pack(a_home(tmp_path), tmp_path / "mine.zip")
    assert (tmp_path / "mine.zip").read_text() == "mine"


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(GameError, match="Choose another folder"):
        pack(a_home(tmp_path), tmp_path / "file" / "mine.zip")


def test_a_file_that_cannot_be_read_is_left_out_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "MOST", 100)
    packed = pack(a_home(tmp_path), tmp_path / "mine.zip")
    assert len(packed.left_out) == 4  # three plays and a save's page are larger than that
    with zipfile.ZipFile(packed.path) as file:
        assert len(file.namelist()) == packed.count + 1 == 5


def test_a_name_is_found_that_is_free(tmp_path: Path) -> None:
    day = datetime(2026, 11, 23, tzinfo=UTC)
    assert free_name(tmp_path, day).name == "equal-footing-2026-11-23.zip"
    free_name(tmp_path, day).write_text("")
    assert free_name(tmp_path, day).name == "equal-footing-2026-11-23-2.zip"


def test_one_player_s_zip_holds_nothing_of_another_s(tmp_path: Path) -> None:
    data = a_home(tmp_path)
    for name in ("Ana", "Ben"):
        (settle(data.home, data.logs, name) / "settings.json").write_text(name)
    packed = pack(data, tmp_path / "ana.zip", "Ana")
    with zipfile.ZipFile(packed.path) as file:
        told = [file.read(name).decode("utf-8", "replace") for name in file.namelist()]
    assert "Ana" in told
    assert not any("Ben" in words for words in told)


def test_two_players_settings_lie_beside_each_other_in_everybody_s_zip(tmp_path: Path) -> None:
    data = a_home(tmp_path)
    for name in ("Ana", "Ben"):
        (settle(data.home, data.logs, name) / "settings.json").write_text(name)
    with zipfile.ZipFile(pack(data, tmp_path / "all.zip").path) as file:
        names = [name for name in file.namelist() if name.endswith("settings.json")]
    assert len(set(names)) == len(names) == 3
