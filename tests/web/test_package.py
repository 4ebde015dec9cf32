"""A package is a zip of a page and a manifest that says what it is; the same scenario makes the same bytes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from game.app.library import Library
from game.testing import SMALL
from game.web.package import cmi5_package, scorm_package
from game.web.page import PageChoices
from tests.support.shell import Shell
from tests.web.test_page import data_of

PLAIN = PageChoices(pictures=False)


@pytest.fixture
def story(tmp_path: Path) -> tuple[Library, str]:
    """A library and a file with a title that XML would trip over."""
    source = tmp_path / "a-story.yaml"
    source.write_text(SMALL.replace("Saturday Friend", '"Ada & <Bo>"', 1), encoding="utf-8")
    return Library(files={}, cache=tmp_path), str(source)


def unpacked(made: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


@pytest.mark.parametrize(("version", "named"), [("1.2", "1.2"), ("2004", "2004 4th Edition")])
def test_a_scorm_package_starts_its_page_by_the_edition_that_was_asked_for(
    story: tuple[Library, str], version: str, named: str
) -> None:
    files = unpacked(scorm_package(*story, version, PLAIN))
    assert set(files) == {"imsmanifest.xml", "index.html"}
    manifest = ElementTree.fromstring(files["imsmanifest.xml"])
    assert [one.text for one in manifest.iterfind(".//{*}schemaversion")] == [named]
    assert {one.text for one in manifest.iterfind(".//{*}title")} == {"Ada & <Bo>"}
    assert [one.get("href") for one in manifest.iterfind(".//{*}file")] == ["index.html"]
    assert data_of(files["index.html"])["platform"] == {"kind": "scorm", "version": version, "points": False}


def test_points_are_told_only_where_they_are_asked_for(story: tuple[Library, str]) -> None:
    for made, told in ((scorm_package(*story, choices=PLAIN, points=True), True), (cmi5_package(*story, PLAIN), False)):
        assert data_of(unpacked(made)["index.html"])["platform"]["points"] is told


def test_a_cmi5_package_may_talk_with_a_record_store_and_a_scorm_package_with_nobody(
    story: tuple[Library, str],
) -> None:
    files = unpacked(cmi5_package(*story, PLAIN))
    unit = ElementTree.fromstring(files["cmi5.xml"]).find("{*}au")
    assert unit is not None
    assert (unit.get("moveOn"), unit.findtext("{*}url")) == ("Completed", "index.html")
    assert "connect-src http: https:" in files["index.html"]
    assert "connect-src" not in unpacked(scorm_package(*story, choices=PLAIN))["index.html"]


def test_the_same_scenario_makes_the_same_bytes(story: tuple[Library, str]) -> None:
    assert scorm_package(*story, choices=PLAIN) == scorm_package(*story, choices=PLAIN)


@pytest.mark.parametrize("standard", ["scorm", "cmi5"])
def test_a_package_is_written_where_the_command_says(shell: Shell, tmp_path: Path, standard: str) -> None:
    path = tmp_path / "p.zip"
    told = shell("export", standard, "saturday-friend", "--no-pictures", "--points", "-o", str(path))
    assert (told.code, "p.zip" in told.out) == (0, True)
    assert zipfile.is_zipfile(path)
