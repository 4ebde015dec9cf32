"""Each shape that a conversation goes out in lies in the folder under a name of its own."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from game.app.library import Library
from game.testing import SMALL
from game.web.shapes import SITE_FOLDER, Shape, make


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library of two small stories."""
    files = {name: tmp_path / f"{name}.yaml" for name in ("a-story", "b-story")}
    for path in files.values():
        path.write_text(SMALL, encoding="utf-8")
    return Library(files=files, cache=tmp_path)


def nothing(_done: int, _total: int) -> None:
    """Hears how far it is."""


@pytest.mark.parametrize(
    ("shape", "name", "holds"),
    [
        (Shape.SCORM_1_2, "a-story.scorm-1.2.zip", "imsmanifest.xml"),
        (Shape.SCORM_2004, "a-story.scorm-2004.zip", "imsmanifest.xml"),
        (Shape.CMI5, "a-story.cmi5.zip", "cmi5.xml"),
    ],
)
def test_a_package_lies_beside_the_others(
    library: Library, tmp_path: Path, shape: Shape, name: str, holds: str
) -> None:
    made = make(library, "a-story", shape, tmp_path, nothing)
    assert made == tmp_path / name
    assert holds in zipfile.ZipFile(made).namelist()


def test_a_page_is_one_file(library: Library, tmp_path: Path) -> None:
    made = make(library, "a-story", Shape.PAGE, tmp_path, nothing)
    assert (made.name, made.read_bytes()[:15]) == ("a-story.html", b"<!doctype html>")


def test_a_site_holds_the_library_and_one_s_own_file_and_tells_how_far_it_is(library: Library, tmp_path: Path) -> None:
    own = tmp_path / "own-story.yaml"
    own.write_text(SMALL, encoding="utf-8")
    told: list[tuple[int, int]] = []
    made = make(library, str(own), Shape.SITE, tmp_path, lambda done, total: told.append((done, total)))
    assert made == tmp_path / SITE_FOLDER / "index.html"
    assert {path.name for path in made.parent.glob("*-story.html")} == {f"{n}-story.html" for n in ("a", "b", "own")}
    assert (told[0], told[-1]) == ((1, 3), (3, 3))


def test_an_edited_copy_stands_in_a_site_in_the_place_of_the_library_s(library: Library, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    copy = tmp_path / "mine" / "a-story.yaml"
    copy.write_text(SMALL.replace("Saturday Friend", "Sunday Friend"), encoding="utf-8")
    made = make(library, str(copy), Shape.SITE, tmp_path, nothing)
    assert "Sunday Friend" in made.read_text(encoding="utf-8")
    assert len(list(made.parent.glob("*-story.html"))) == 2
