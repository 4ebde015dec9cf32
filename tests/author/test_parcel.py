"""A scenario goes into one file and comes out of it; a stranger's file can do no harm."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.soak.readers import Reader
from benchmarks.soak.run import soaked
from game.author import parcel
from game.author.parcel import ABOUT, opened, packed, unpack
from game.cli.main import commands
from game.errors import GameError
from game.testing import SMALL, a_rubric
from tests.support.own_media import a_story_with_its_own


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine" / "towel.yaml"
    (path.parent / "locale" / "es" / "LC_MESSAGES").mkdir(parents=True)
    path.write_text(SMALL, encoding="utf-8")
    (path.parent / "locale" / "es" / "LC_MESSAGES" / "towel.po").write_bytes(b'msgid ""\nmsgstr ""\n')
    (path.parent / "diary.txt").write_text("mine alone", encoding="utf-8")
    return path


def changed(data: bytes, path: Path, **entries: bytes) -> Path:
    """The parcel with these entries in place of its own, or beside them."""
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, text in ({name: old.read(name) for name in old.namelist()} | entries).items():
            new.writestr(name, text)
    return path


def test_what_is_shared_is_opened_elsewhere_with_its_catalogues_and_nothing_else(mine: Path, tmp_path: Path) -> None:
    run = CliRunner()
    file, folder = tmp_path / "towel.zip", tmp_path / "hers"
    done = run.invoke(commands, ["share", str(mine), "-o", str(file), "--licence", "CC BY 4.0"], catch_exceptions=False)
    assert done.output.startswith(f"towel is in {file}.")
    done = run.invoke(commands, ["open", str(file), "-o", str(folder)], catch_exceptions=False)
    assert "told in es too" in done.output
    assert "Licence: CC BY 4.0" in done.output
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} == {
        "towel.yaml", "locale/es/LC_MESSAGES/towel.po",
    }  # fmt: skip
    assert (folder / "towel.yaml").read_bytes() == mine.read_bytes()


def test_own_pictures_and_sounds_travel_with_the_scenario_and_what_is_no_such_thing_stays(tmp_path: Path) -> None:
    mine = a_story_with_its_own(tmp_path / "mine")
    (tmp_path / "mine" / "a-story.media" / "portraits" / "me.psd").write_bytes(b"the layers")
    file, folder = tmp_path / "story.zip", tmp_path / "hers"
    file.write_bytes(packed(mine, a_rubric().moves))
    done = CliRunner().invoke(commands, ["open", str(file), "-o", str(folder)], catch_exceptions=False)
    assert "with 5 pictures and sounds of its own" in done.output
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert there == {
        "a-story.yaml", "a-story.media/portraits/me.png", "a-story.media/portraits/me/hurt.webp",
        "a-story.media/places/back-room.png", "a-story.media/places/back-room/night.png",
        "a-story.media/sounds/back-room.wav",
    }  # fmt: skip
    assert all((folder / name).read_bytes() == (mine.parent / name).read_bytes() for name in there)


def test_a_picture_that_cannot_be_shown_is_not_shared(tmp_path: Path) -> None:
    mine = a_story_with_its_own(tmp_path / "mine")
    (tmp_path / "mine" / "a-story.media" / "portraits" / "me.png").write_bytes(b"GIF89a")
    with pytest.raises(GameError, match="cannot be shared: it is neither a WebP nor a PNG file"):
        packed(mine, a_rubric().moves)


def test_a_folder_too_large_for_a_parcel_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcel, "MOST_PARCEL", 5000)
    with pytest.raises(GameError, match="are larger than"):
        packed(a_story_with_its_own(tmp_path / "mine"), a_rubric().moves)


def test_nothing_that_is_there_is_written_over(mine: Path, tmp_path: Path) -> None:
    file = tmp_path / "towel.zip"
    file.write_bytes(packed(mine, a_rubric().moves))
    with pytest.raises(FileExistsError):
        unpack(opened(file, a_rubric().moves), mine.parent)


@pytest.mark.parametrize(
    ("entry", "data", "why"),
    [
        ("../outside.yaml", b"x", "holds `../outside.yaml`, which no parcel has"),
        ("run.py", b"x", "holds `run.py`, which no parcel has"),
        ("locale/es/LC_MESSAGES/other.po", b"x", "which no parcel has"),
        ("other.media/portraits/me.png", b"x", "which no parcel has"),
        ("towel.media/portraits/../me.png", b"x", "which no parcel has"),
        ("towel.media/portraits/Me.png", b"x", "which no parcel has"),
        ("towel.media/portraits/me.png", b"x", "cannot be used: it is neither a WebP nor a PNG"),
        (
            "towel.media/portraits/me.png",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0\1\0\0" * 2 + b"IEND" * 3,
            "65536 × 65536",
        ),
        ("towel.media/sounds/cafe.wav", b"RIFF", "cannot be used: it is neither a WAV nor an OGG"),
        ("towel.media/portraits/me.png", b"a" * 5_000_000, "grows too large"),
        ("second.yaml", b"x", "holds 2 scenarios"),
        ("towel.yaml", SMALL.replace("trust: 6", "trust: 5").encode(), "is not the one that was packed"),
        ("towel.yaml", b"\xff\xfe", "is not UTF-8"),
        ("towel.yaml", b"a" * 3_000_000, "grows too large"),
        (ABOUT, b"[]", "nothing in it says what it is"),
        (ABOUT, json.dumps({"equal_footing_parcel": 99}).encode(), "packed by a newer game. Update"),
    ],
)
def test_a_parcel_of_another_shape_is_refused_before_anything_is_written(
    entry: str, data: bytes, why: str, mine: Path, tmp_path: Path
) -> None:
    file = changed(packed(mine, a_rubric().moves), tmp_path / "bad.zip", **{entry: data})
    with pytest.raises(GameError) as told:
        opened(file, a_rubric().moves)
    assert why in str(told.value)


def test_an_archive_bomb_is_left_after_its_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = {f"locale/e{letter}/LC_MESSAGES/towel.po": b"\0" * 900 for letter in "abcdefgh"}
    file = changed(_small_parcel(), tmp_path / "bomb.zip", **names)
    monkeypatch.setattr(parcel, "MOST_PARCEL", 5000)
    with pytest.raises(GameError, match="grows too large when it is opened"):
        opened(file, a_rubric().moves)


def _small_parcel() -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as file:
        file.writestr(ABOUT, "{}")
    return whole.getvalue()


def test_a_damaged_parcel_is_opened_or_refused_and_nothing_else(mine: Path, tmp_path: Path) -> None:
    good = packed(mine, a_rubric().moves)
    reader = Reader("parcel", (good,), "damaged.zip", lambda path: opened(path, a_rubric().moves))
    found = soaked(reader, tmp_path, 60, seed=5)
    assert found.faults == {}
    assert found.refused > 30
