"""An author's own pictures and sound in the window: on the stage, on the library's card, and in words."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.scenario.load import load_file, playable
from game.scenario.model import Scenario
from game.testing import a_rubric
from game.window.stage.stage import StageScreen
from game.window.toolkit.controls import Card
from game.window.toolkit.widgets import Picture
from game.window.voice.sentences import parts
from tests.support.own_media import BLUE, GREEN, ME, RED, ROOM, a_story_with_its_own, picture
from tests.window.drive import Driver, a_context
from tests.window.shots import choose, read_on


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_story_with_its_own(tmp_path / "mine")


@pytest.fixture
def driver(path: Path, tmp_path: Path) -> Driver:
    driver = Driver(a_context(tmp_path, scenarios={"a-story": path}))
    driver.enter("Play")
    return driver


def scenario(path: Path) -> Scenario:
    return playable(load_file(path, a_rubric().moves))


def colours(driver: Driver) -> set[tuple[int, ...]]:
    """The colours at the left of the window, where no words stand."""
    surface = driver.app.surface
    return {tuple(surface.get_at((x, y)))[:3] for x in range(0, 480, 8) for y in range(0, 700, 20)}


def near(colour: tuple[int, int, int], found: set[tuple[int, ...]]) -> bool:
    return any(all(abs(a - b) < 6 for a, b in zip(colour, one, strict=True)) for one in found)


def told(driver: Driver) -> str:
    return " ".join(part.name for _pane, _widget, part in parts(driver.app.top.page))


def to_the_answer(driver: Driver) -> None:
    driver.key(pygame.K_RETURN)
    driver.enter("Begin")
    read_on(driver)
    choose(driver, "laugh-it-off")
    read_on(driver)
    driver.key(pygame.K_SPACE)
    read_on(driver)


def test_the_card_of_the_library_shows_the_authors_own_face(driver: Driver) -> None:
    for _ in range(3):
        driver.wait()
    card = next(widget for _pane, widget in driver.widgets() if isinstance(widget, Card))
    face = next(widget for widget in card.column.walk() if isinstance(widget, Picture))
    assert near(BLUE, {tuple(face.image.get_at(face.image.get_rect().center))[:3]})


def test_place_and_person_are_the_authors_own_with_the_expression_of_the_line(driver: Driver) -> None:
    to_the_answer(driver)
    stage = driver.at(StageScreen)
    assert stage.place == "back-room"
    found = colours(driver)
    assert near(GREEN, found)
    assert near(BLUE, found) or near(RED, found)


def test_who_does_not_see_hears_what_the_pictures_show(driver: Driver) -> None:
    driver.key(pygame.K_RETURN)
    assert f"Dana Reyes: {ME}" in told(driver)
    assert ROOM not in told(driver)
    driver.enter("Begin")
    read_on(driver)
    choose(driver, "name-it")
    read_on(driver)
    driver.key(pygame.K_SPACE)
    assert ROOM in told(driver)


def test_a_place_sounds_as_its_author_has_it(driver: Driver, path: Path) -> None:
    to_the_answer(driver)
    assert driver.app.stack[0].tone == path.parent / "a-story.media/sounds/back-room.wav"


def test_a_broken_picture_is_a_silhouette_and_play_goes_on(driver: Driver, path: Path) -> None:
    (path.parent / "a-story.media/portraits/me.png").write_bytes(b"no picture")
    (path.parent / "a-story.media/places/back-room.png").write_bytes(b"no picture")
    to_the_answer(driver)
    assert driver.at(StageScreen).place == "back-room"


def test_a_picture_that_is_drawn_anew_is_shown_anew(driver: Driver, path: Path) -> None:
    gallery = driver.app.gallery.of(scenario(path))
    before = gallery.place("back-room", (64, 36), hour="day")
    picture(path.parent / "a-story.media/places/back-room.png", (1280, 720), RED)
    assert near(GREEN, {tuple(before.get_at((9, 9)))[:3]})
    assert near(RED, {tuple(gallery.place("back-room", (64, 36), hour="day").get_at((9, 9)))[:3]})


def test_whoever_has_no_picture_lying_is_shown_as_they_are(driver: Driver, path: Path) -> None:
    gallery = driver.app.gallery.of(scenario(path))
    assert gallery.lying("me", "warm", "face_up", 360).get_size() == (300, 360)
    picture(path.parent / "a-story.media/portraits/me/face-up.png", (360, 360), RED)
    gallery = driver.app.gallery.of(scenario(path))
    assert gallery.lying("me", "warm", "face_up", 360).get_size() == (360, 360)


def test_others_keep_the_games_own_pictures(driver: Driver, path: Path) -> None:
    own = driver.app.gallery.of(scenario(path))
    assert own.neck("dana", 540) == driver.app.gallery.neck("dana", 540) > 0
    assert own.neck("me", 540) == 0
