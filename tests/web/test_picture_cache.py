"""Pictures that were drawn before are taken from disk, and drawn anew where anything that they hang on is another."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.app.library import Library
from game.locations import ASSETS
from game.web import pictures as drawing
from game.web.picture_cache import PictureCache
from game.web.pictures import drawn_from, pictures, wanted

pytest.importorskip("PIL")

pytestmark = pytest.mark.slow


class Painter:
    """Draws the same bytes each time, and counts."""

    def __init__(self, drawn: bytes | None = b"a picture") -> None:
        self.drawn, self.times = drawn, 0

    def __call__(self) -> bytes | None:
        self.times += 1
        return self.drawn


def test_a_picture_is_drawn_once(tmp_path: Path) -> None:
    painter = Painter()
    for _ in range(2):
        assert PictureCache(tmp_path).picture("dana/warm", [], painter) == b"a picture"
    assert painter.times == 1


def test_without_a_folder_it_is_drawn_each_time() -> None:
    painter = Painter()
    for _ in range(2):
        assert PictureCache(None).picture("dana/warm", [], painter) == b"a picture"
    assert painter.times == 2


@pytest.mark.parametrize("change", ["changed", "gone", "new"])
def test_it_is_drawn_anew_where_a_file_that_it_is_drawn_from_is_another(tmp_path: Path, change: str) -> None:
    files = [tmp_path / "base", tmp_path / "face"]
    files[0].write_bytes(b"1")
    PictureCache(tmp_path).picture("dana/warm", files, Painter())
    {
        "changed": lambda: files[0].write_bytes(b"2"),
        "gone": files[0].unlink,
        "new": lambda: files[1].write_bytes(b"1"),
    }[change]()
    assert PictureCache(tmp_path).picture("dana/warm", files, Painter(b"another")) == b"another"


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 100])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, damage: bytes) -> None:
    PictureCache(tmp_path).picture("dana/warm", [], Painter())
    (kept,) = (tmp_path / "pictures").iterdir()
    kept.write_bytes(damage)
    assert PictureCache(tmp_path).picture("dana/warm", [], Painter(b"drawn anew")) == b"drawn anew"
    assert PictureCache(tmp_path).picture("dana/warm", [], Painter()) == b"drawn anew"


def test_a_picture_kept_under_another_code_is_drawn_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    PictureCache(tmp_path).picture("dana/warm", [], Painter())
    monkeypatch.setattr("game.web.picture_cache._code", lambda: b"another")
    assert PictureCache(tmp_path).picture("dana/warm", [], Painter(b"another")) == b"another"


def test_what_there_is_no_picture_of_is_not_kept(tmp_path: Path) -> None:
    assert PictureCache(tmp_path).picture("nobody/warm", [], Painter(None)) is None
    assert PictureCache(tmp_path).picture("nobody/warm", [], Painter()) == b"a picture"


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "pictures").write_bytes(b"a file where the folder would be")
    assert PictureCache(tmp_path).picture("dana/warm", [], Painter()) == b"a picture"


def every_key() -> list[str]:
    return wanted(Library.shipped().shelf()[0])


def test_what_a_picture_is_said_to_be_drawn_from_is_all_that_it_is_drawn_from(tmp_path: Path) -> None:
    """One key of each way to draw: from those files alone it comes out the same, byte for byte."""
    ways = {}
    for key in every_key():
        kind, _, name = key.partition("/")
        ways.setdefault("place" if kind == "place" else name.partition("-")[0], key)
    assert {"place", "neutral", "face_up", "on_side", "face_down"} <= set(ways)
    for key in ways.values():
        shutil.rmtree(tmp_path / "assets", ignore_errors=True)
        for file in drawn_from(key, ASSETS):
            if file.is_file():
                copy = tmp_path / "assets" / file.relative_to(ASSETS)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(file, copy)
        drawn = drawing.made(key, ASSETS)
        assert drawn is not None
        assert drawing.made.__wrapped__(key, tmp_path / "assets") == drawn, key


def test_a_second_start_draws_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scenario = Library.shipped().scenario("fine-fine")
    first = pictures([scenario], ASSETS, tmp_path)
    monkeypatch.setattr(drawing, "made", lambda *_: pytest.fail("a picture was drawn again"))
    assert pictures([scenario], ASSETS, tmp_path) == first
