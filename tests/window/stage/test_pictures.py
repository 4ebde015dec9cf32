"""Pictures at play time: the shipped ones are shown; hostile or missing ones give a placeholder and one message."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import json
import shutil
import struct
import zlib
from pathlib import Path

import pygame
import pytest

from game.window.stage import picture_files, pictures

ASSETS = Path(__file__).resolve().parents[3] / "assets"


@pytest.fixture(autouse=True)
def _fresh() -> None:
    pygame.display.init()
    pictures.forget()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An assets folder with one small person and one small place."""
    person = tmp_path / "portraits" / "ann"
    person.mkdir(parents=True)
    (tmp_path / "places").mkdir()
    _save(person / "base.png", (90, 108), "#336699")
    _save(person / "warm.png", (20, 10), "#ff0000")
    (person / "face.json").write_text(json.dumps({"x": 30, "y": 40, "width": 20, "height": 10}), encoding="utf-8")
    _save(tmp_path / "places" / "room.png", (160, 90), "#445566")
    return tmp_path


def _save(path: Path, size: tuple[int, int], colour: str) -> None:
    surface = pygame.Surface(size, pygame.SRCALPHA)
    surface.fill(colour)
    pygame.image.save(surface, str(path))


def _png(width: int, height: int) -> bytes:
    """A PNG file that claims a size, whatever its data hold."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def _webp(chunk: bytes, data: bytes) -> bytes:
    """A WebP file of one chunk, whatever it holds."""
    body = b"WEBP" + chunk + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _bmp() -> bytes:
    """A BMP of 54 bytes that asks for a picture of 30000 by 30000."""
    return b"BM" + struct.pack("<IHHIIiiHHIIiiII", 54, 0, 0, 54, 40, 30000, 30000, 1, 32, 0, 0, 0, 0, 0, 0)


@pytest.mark.parametrize("person", ["dana", "henrik"])
def test_a_shipped_person_is_as_high_as_asked_for_and_has_an_outline(person: str) -> None:
    picture = pictures.portrait(ASSETS, person, "worried", 540)
    assert picture.get_height() == 540
    assert picture.get_at((0, 0)).a == 0
    assert picture.get_at((picture.get_width() // 2, 539)).a == 255
    assert pictures.problems == []


def test_the_neutral_face_is_exactly_the_base_picture() -> None:
    neutral = pictures.portrait(ASSETS, "henrik", "neutral", 1080)
    base = picture_files.read_named(ASSETS / "portraits" / "henrik", "base").premul_alpha()
    assert pygame.image.tobytes(neutral, "RGBA") == pygame.image.tobytes(base, "RGBA")


def test_the_face_is_put_where_face_json_says(folder: Path) -> None:
    picture = pictures.portrait(folder, "ann", "warm", 108)
    assert picture.get_at((40, 45)) == pygame.Color("#ff0000")
    assert picture.get_at((10, 10)) == pygame.Color("#336699")


def test_a_portrait_is_drawn_once_and_then_remembered(folder: Path) -> None:
    first = pictures.portrait(folder, "ann", "warm", 200)
    assert pictures.portrait(folder, "ann", "warm", 200) is first
    assert pictures.portrait(folder, "ann", "warm", 100) is not first


@pytest.mark.parametrize("size", [(1280, 720), (400, 900), (1000, 300), (7, 5), (1, 1)])
@pytest.mark.parametrize("blurred", [True, False])
def test_a_place_covers_any_size_exactly(size: tuple[int, int], blurred: bool) -> None:
    picture = pictures.place(ASSETS, "cafe", size, blurred)
    assert picture.get_size() == size
    assert pictures.problems == []


def test_a_crop_keeps_the_middle_of_the_place(folder: Path) -> None:
    wide = pygame.Surface((300, 100))
    wide.fill("#ffffff")
    wide.fill("#000000", (100, 0, 100, 100))
    pygame.image.save(wide, str(folder / "places" / "stripes.png"))
    square = pictures.place(folder, "stripes", (50, 50), blurred=False)
    assert {square.get_at((x, 25)).r for x in range(50)} == {0}


@pytest.mark.parametrize(
    "content",
    [
        _png(32768, 65536),
        _png(4097, 10),
        _png(0, 10),
        _png(2000, 2000),
        _bmp(),
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a" + bytes(60),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        (ASSETS / "places" / "cafe.webp").read_bytes()[:50_000],
        b"\x89PNG\r\n\x1a\n" + bytes(5 * 1024 * 1024),
        _webp(b"VP8X", b"\0\0\0\0" + b"\xff\xff\x0f" * 2),
        _webp(b"VP8X", b"\x02\0\0\0" + b"\x0f\0\0" * 2),
        _webp(b"VP8L", b"\x2f" + struct.pack("<I", 16383 | 16383 << 14) + bytes(9)),
        _webp(b"VP8 ", bytes(3) + b"\x9d\x01\x2a" + struct.pack("<HH", 16383, 16383)),
        _webp(b"VP8 ", bytes(3) + b"\x9d\x01\x2a" + struct.pack("<HH", 90, 108) + bytes(40)),
        _webp(b"ICCP", bytes(40)),
        b"RIFF\x04\0\0\0WEBP",
    ],
    ids=[
        "2^31 pixels",
        "too wide",
        "no width",
        "no data",
        "bmp",
        "empty",
        "signature",
        "gif",
        "svg",
        "cut",
        "too large",
        "webp of a million wide",
        "webp that moves",
        "lossless webp too wide",
        "lossy webp too wide",
        "webp without data",
        "webp of no kind",
        "webp of twelve bytes",
    ],
)
def test_a_hostile_picture_gives_a_placeholder_and_a_message(folder: Path, content: bytes) -> None:
    (folder / "places" / "trap.png").write_bytes(content)
    (folder / "portraits" / "ann" / "base.png").write_bytes(content)
    assert pictures.place(folder, "trap", (320, 180), blurred=False).get_size() == (320, 180)
    assert pictures.portrait(folder, "ann", "warm", 120).get_height() == 120
    assert len(pictures.problems) == 2
    assert "place 'trap'" in pictures.problems[0]


def test_a_missing_place_gives_a_placeholder_and_one_message_only(folder: Path) -> None:
    for size in ((320, 180), (640, 360)):
        assert pictures.place(folder, "nowhere", size, blurred=True).get_size() == size
    assert len(pictures.problems) == 1


def test_a_missing_expression_shows_the_person_as_they_are(folder: Path) -> None:
    picture = pictures.portrait(folder, "ann", "jubilant", 108)
    assert picture.get_at((40, 45)) == pygame.Color("#336699")
    assert pictures.problems == ["expression 'jubilant' of 'ann': No such file or directory"]


@pytest.mark.parametrize(
    "name", ["../room", "..", "a/b", "/etc/passwd", "a\\b", "", "ROOM", "room.png", "a\0b", "x" * 65]
)
def test_a_name_cannot_point_outside_the_assets(folder: Path, name: str) -> None:
    shutil.copy(folder / "places" / "room.png", folder / "room.png")
    pictures.place(folder, name, (64, 36), blurred=False)
    pictures.portrait(folder, name, "warm", 60)
    pictures.portrait(folder, "ann", name, 60)
    assert len(pictures.problems) == 3
    assert all("cannot be the name" in message for message in pictures.problems)


@pytest.mark.parametrize(
    "text", ["", "[", "[]", "[" * 4000, '{"x": 1}', '{"x": true, "y": 1}', '{"x": -1, "y": 2}', "x" * 5000]
)
def test_a_broken_face_json_gives_a_silhouette(folder: Path, text: str) -> None:
    (folder / "portraits" / "ann" / "face.json").write_text(text, encoding="utf-8")
    assert pictures.portrait(folder, "ann", "warm", 60).get_height() == 60
    assert len(pictures.problems) == 1


@pytest.mark.parametrize("stated", ["eyes", {"x": 1}, {"x": 1, "y": 1, "width": "wide"}, {"x": -9, "y": 1}])
def test_a_broken_box_of_the_eyes_gives_a_silhouette(folder: Path, stated: object) -> None:
    kept = {"x": 30, "y": 40, "width": 20, "height": 10, "eyes": stated}
    (folder / "portraits" / "ann" / "face.json").write_text(json.dumps(kept), encoding="utf-8")
    assert pictures.portrait(folder, "ann", "warm", 60).get_height() == 60
    assert len(pictures.problems) == 1


def test_a_person_whose_eyes_nobody_drew_keeps_them_as_they_are(folder: Path) -> None:
    assert pictures.eyes_box(folder, "ann", 108) is None
    assert pictures.eyes(folder, "ann", "warm", "shut", 108) is None
    assert pictures.neck(folder, "ann", 108) == 50
    assert pictures.problems == []


@pytest.mark.parametrize("content", [b"", _png(32768, 65536), b"GIF89a" + bytes(60)], ids=["empty", "2^31", "gif"])
def test_a_hostile_look_leaves_the_eyes_as_they_are(folder: Path, content: bytes) -> None:
    eyes = {"x": 35, "y": 42, "width": 10, "height": 4}
    kept = {"x": 30, "y": 40, "width": 20, "height": 10, "eyes": eyes}
    (folder / "portraits" / "ann" / "face.json").write_text(json.dumps(kept), encoding="utf-8")
    (folder / "portraits" / "ann" / "warm-shut.png").write_bytes(content)
    assert pictures.eyes(folder, "ann", "warm", "shut", 108) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_in_place_of_a_picture_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "places" / "pipe.png")
    pictures.place(folder, "pipe", (64, 36), blurred=False)
    assert pictures.problems == ["place 'pipe': it is not a regular file"]


def test_a_silhouette_is_clear_at_its_corner_and_drawn_in_its_middle(tmp_path: Path) -> None:
    picture = pictures.portrait(tmp_path, "nobody", "warm", 300)
    assert picture.get_at((0, 0)).a == 0
    assert picture.get_at((picture.get_width() // 2, 150)).a > 240
