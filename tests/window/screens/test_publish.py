"""A scenario goes out from its briefing: a shape and a folder chosen, the file made, opened and shown where it lies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pygame
import pytest

from game.app.library import Library
from game.errors import GameError
from game.scenario.model import Scenario
from game.web.shapes import Shape
from game.window.screens.publish import PublishScreen
from tests.support.own_media import a_story_with_its_own
from tests.support.patience import PATIENCE
from tests.window.conftest import Start
from tests.window.drive import Driver
from tests.window.screens.test_class_debrief import Browser, said
from tests.window.shots import until

Tell = Callable[[int, int], None]


def published(library: Library, scenario: Scenario, shape: Shape, folder: Path, tell: Tell) -> Path:
    return folder / f"{scenario.id}.{shape.value}"


def at_publishing(driver: Driver, folder: Path) -> None:
    driver.enter("Play")
    driver.key(pygame.K_RETURN)
    driver.enter("Publish…")
    assert driver.screen == "Publish"
    driver.at(PublishScreen).draft.fill(str(folder))


def test_a_page_is_made_and_found(start: Start, tmp_path: Path) -> None:
    browser = Browser()
    driver = start(publish=published, browse=browser)
    at_publishing(driver, tmp_path)
    driver.enter("make")
    until(driver, "It is ready")
    driver.enter("open")
    driver.enter("show")
    assert browser.opened == [(tmp_path / "sample.page").as_uri(), tmp_path.as_uri()]
    driver.key(pygame.K_ESCAPE)
    assert driver.screen == "Briefing"


def test_what_not_every_browser_plays_is_said_beside_what_was_made(start: Start, tmp_path: Path) -> None:
    story = a_story_with_its_own(tmp_path / "mine")
    sound = story.parent / "a-story.media" / "sounds" / "back-room.wav"
    sound.with_suffix(".ogg").write_bytes((Path(pygame.__file__).parent / "examples/data/house_lo.ogg").read_bytes())
    sound.unlink()
    driver = start(publish=published, scenarios={"a-story": story})
    at_publishing(driver, tmp_path)
    driver.enter("make")
    until(driver, "plays no OGG before 2025: back-room.ogg")


@pytest.mark.parametrize("shape", [Shape.SCORM_1_2, Shape.SCORM_2004, Shape.CMI5])
def test_a_package_is_made_and_shown_where_it_lies_since_no_browser_plays_it(
    start: Start, tmp_path: Path, shape: Shape
) -> None:
    browser = Browser()
    driver = start(publish=published, browse=browser)
    at_publishing(driver, tmp_path)
    driver.enter(shape.value)
    driver.enter("make")
    until(driver, "It is ready")
    assert f"sample.{shape.value}" in driver.words().replace("\n", "")
    assert "open" not in driver.keys
    driver.enter("show")
    assert browser.opened == [tmp_path.as_uri()]


def test_a_site_tells_how_far_it_is_and_another_shape_can_follow(start: Start, tmp_path: Path) -> None:
    go_on = Event()

    def slowly(library: Library, scenario: Scenario, shape: Shape, folder: Path, tell: Tell) -> Path:
        tell(2, 9)
        assert go_on.wait(PATIENCE)
        return folder / "site" / "index.html"

    driver = start(publish=slowly)
    at_publishing(driver, tmp_path)
    driver.enter("site")
    driver.enter("make")
    until(driver, "2 of 9 conversations")
    go_on.set()
    until(driver, "It is ready")
    assert driver.words().replace("\n", "").partition("It is ready:")[2].strip().startswith(str(tmp_path / "site"))
    driver.enter("again")
    assert driver.focus == "site"


def test_going_back_ends_the_making(start: Start, tmp_path: Path) -> None:
    go_on, ended = Event(), Event()

    def slowly(library: Library, scenario: Scenario, shape: Shape, folder: Path, tell: Tell) -> Path:
        tell(1, 9)
        assert go_on.wait(PATIENCE)
        try:
            tell(2, 9)
        except GameError:
            ended.set()
            raise
        return folder

    driver = start(publish=slowly)
    at_publishing(driver, tmp_path)
    driver.enter("site")
    driver.enter("make")
    until(driver, "1 of 9 conversations")
    driver.key(pygame.K_ESCAPE)
    assert driver.screen == "Briefing"
    go_on.set()
    assert ended.wait(PATIENCE)


def test_a_folder_that_is_not_there_is_told(start: Start, tmp_path: Path) -> None:
    driver = start(publish=published)
    at_publishing(driver, tmp_path / "nowhere")
    driver.enter("make")
    assert "There is no folder of this name" in said(driver)


@pytest.mark.parametrize("problem", [GameError("the disk is full"), OSError(28, "the disk is full")])
def test_what_goes_wrong_is_told_and_the_folder_can_be_changed(
    start: Start, tmp_path: Path, problem: Exception
) -> None:
    def fails(library: Library, scenario: Scenario, shape: Shape, folder: Path, tell: Tell) -> Path:
        raise problem

    driver = start(publish=fails)
    at_publishing(driver, tmp_path)
    driver.enter("make")
    until(driver, "the disk is full")
    assert driver.focus == "folder"
