"""An author's own pictures on a page, in a package for a learning platform, on a site and in a class's room."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from game.app import library as shelves
from game.classroom.room import ClassRoom
from game.classroom.serve import open_room
from game.web.package import cmi5_package, scorm_package
from game.web.page import PageChoices, page
from game.web.pictures import wanted
from game.web.site import site
from tests.support.browsing import browser, expect, opened
from tests.support.own_media import BLUE, GREEN, ME, RED, ROOM, a_story_with_its_own

__all__ = ["browser"]
OWN = ["own:a-story/me/neutral", "own:a-story/me/hurt", "own:a-story/place/back-room"]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return a_story_with_its_own(tmp_path / "mine")


@pytest.fixture
def library(tmp_path: Path) -> shelves.Library:
    return shelves.Library(files={}, cache=tmp_path)


def carried(html: str) -> dict[str, tuple[int, ...]]:
    """The middle colour of each picture of the author's own that a page carries, by its key."""
    found = re.findall(r'id="picture:(own:[^"]*)">([^<]*)<', html)
    pictures = {key: Image.open(io.BytesIO(b64decode(data))).convert("RGB") for key, data in found}
    return {key: one.getpixel((one.width // 2, one.height // 2)) for key, one in pictures.items()}  # type: ignore[misc]


def shows(html: str) -> bool:
    """Whether a page carries the three pictures that the story asks for, each as it was drawn, and none of another."""
    found = carried(html)
    wished = dict(zip(OWN, (BLUE, RED, GREEN), strict=True))
    alike = all(abs(a - b) < 8 for key in wished for a, b in zip(found[key], wished[key], strict=True))
    return found.keys() == wished.keys() and alike and "picture:me/" not in html


def test_each_picture_is_asked_for_once_under_its_scenario(source: Path, library: shelves.Library) -> None:
    keys = wanted([library.read(source)])
    assert {key for key in keys if key.startswith("own:")} == set(OWN)
    assert keys.count(OWN[0]) == 1
    assert [key for key in keys if not key.startswith("own:")] == ["place/phone-day"]


def test_a_page_carries_the_authors_own_pictures_and_no_path(source: Path, library: shelves.Library) -> None:
    html = page(library, [str(source)]).decode("utf-8")
    assert shows(html)
    assert str(source.parent) not in html
    assert not carried(page(library, [str(source)], PageChoices(pictures=False)).decode("utf-8"))


def test_a_package_carries_them_too(source: Path, library: shelves.Library) -> None:
    for made in (scorm_package(library, str(source)), cmi5_package(library, str(source))):
        with zipfile.ZipFile(io.BytesIO(made)) as package:
            assert shows(package.read("index.html").decode("utf-8"))


def test_a_site_shows_the_clients_own_face_on_its_first_page(source: Path, library: shelves.Library) -> None:
    files = dict(site(library, [str(source)]))
    with Image.open(io.BytesIO(files["a-story.webp"])) as face:
        middle = face.convert("RGB").getpixel((face.width // 2, face.height // 2))
    assert all(abs(a - b) < 8 for a, b in zip(middle, BLUE, strict=True))  # type: ignore[arg-type]
    assert shows(files["a-story.html"].decode("utf-8"))


def test_a_class_that_joins_a_room_sees_them(source: Path, tmp_path: Path) -> None:
    told = shelves.Library(files={"a-story": source}, cache=tmp_path)
    room = ClassRoom(tmp_path / "room", {"a-story": told.exact("a-story")})
    held = open_room(room, told, "127.0.0.1", 0, None)
    for socket in held.sockets:
        socket.close()
    assert shows(gzip.decompress(held.served.pages["a-story"]).decode("utf-8"))


def test_a_picture_that_cannot_be_shown_is_left_out(source: Path, library: shelves.Library) -> None:
    (source.parent / "a-story.media/portraits/me/hurt.webp").write_bytes(b"RIFF")
    assert OWN[1] not in carried(page(library, [str(source)]).decode("utf-8"))


@pytest.mark.browser
def test_the_page_shows_them_and_says_what_they_show(
    browser: Any,
    source: Path,
    library: shelves.Library,
    tmp_path: Path,
) -> None:
    made = tmp_path / "a-story.html"
    made.write_bytes(page(library, [str(source)]))
    shown = opened(browser, made)
    expect(shown.locator(".person img")).to_have_attribute("alt", f"Dana Reyes, neutral. {ME}")
    shown.locator("#begin").click()
    expect(shown.locator(".contact img")).to_be_visible()
    place = shown.locator(".backdrop img")
    while place.get_attribute("alt") != ROOM:
        shown.locator("#continue, #option-1").first.click()
    expect(shown.locator(".backdrop")).not_to_have_attribute("aria-hidden", "true")
    assert shown.complaints == []
