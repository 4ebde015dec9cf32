"""What is kept is told kind by kind, and no kind is forgotten."""

from __future__ import annotations

from pathlib import Path

from game.play import own_data
from game.play.own_data import OwnData
from game.play.players import settle
from tests.support.homes import a_home


def test_every_file_is_of_one_kind_and_all_are_told(tmp_path: Path) -> None:
    data = a_home(tmp_path)
    told = [path for kind in data.kinds() for path in kind.files]
    assert sorted(told) == sorted(path for path in data.home.rglob("*") if path.is_file())
    assert {kind.name: len(kind.files) for kind in data.kinds()} == {
        "plays": 3, "saves": 2, "settings": 1, "read": 1, "device": 1, "figures": 1, "crash": 1, "key": 1, "other": 1,
    }  # fmt: skip
    assert all(kind.label and kind.about and kind.size for kind in data.kinds())


def test_where_nothing_is_kept_yet_the_usual_kinds_are_told_as_empty(tmp_path: Path) -> None:
    kinds = OwnData(tmp_path / "none", tmp_path / "none" / "logs").kinds()
    assert [(kind.name, kind.files) for kind in kinds] == [(name, ()) for name in own_data.YOURS]


def test_a_damaged_play_is_told_as_a_play_and_a_stranger_s_file_is_not(tmp_path: Path) -> None:
    data = a_home(tmp_path)
    damaged = data.logs / "20260101-090000-saturday-friend-0badf00d.jsonl"
    damaged.write_bytes(b"\x00\x01")
    (data.logs / "mine.jsonl").write_text('{"a": 1}\n')
    kinds = {kind.name: kind.files for kind in data.kinds()}
    assert damaged in kinds["plays"]
    assert data.logs / "mine.jsonl" in kinds["other"]


def test_a_player_has_their_plays_and_the_saves_in_them(tmp_path: Path) -> None:
    data = a_home(tmp_path)
    assert data.players() == ("Ana", "Ben")
    ana, ben = data.files_of("Ana"), data.files_of("Ben")
    assert sorted(path.suffix for path in ana) == [".json", ".jsonl", ".png"]
    assert [path.suffix for path in ben] == [".jsonl"]
    assert not set(ana) & set(ben)


def test_a_teacher_s_key_and_other_files_never_go(tmp_path: Path) -> None:
    data = a_home(tmp_path)
    for settings in (True, False):
        names = {path.name for path in data.files_of_all(settings=settings)}
        assert not names & {"teacher.key", "notes.odt"}
        assert ("settings.json" in names) is settings


def test_sizes_and_counts_are_told_as_people_say_them() -> None:
    assert own_data.size_told(0) == "0 kB"
    assert own_data.size_told(1) == "1 kB"
    assert own_data.size_told(999_000) == "999 kB"
    assert own_data.size_told(1_250_000) == "1.2 MB"
    assert own_data.count_told(1) == "1 file"
    assert own_data.count_told(0) == "0 files"


def test_what_lies_in_a_player_s_own_folder_is_theirs_too(tmp_path: Path) -> None:
    data = a_home(tmp_path)
    folder = settle(data.home, data.logs, "Ben")
    for name in ("settings.json", "seen.txt"):
        (folder / name).write_text("{}")
    kinds = {kind.name: kind for kind in data.kinds()}
    assert folder / "settings.json" in kinds["settings"].files
    assert kinds["read"].places == (data.home / "seen.txt", data.home / "players")
    assert kinds["other"].files == (data.home / "notes.odt",)
    theirs = {path for kind in data.kinds_of("Ben") for path in kind.files}
    assert theirs == set(data.files_of("Ben"))
    assert {folder / "settings.json", folder / "seen.txt", folder / "player.json"} < theirs
