"""People on the table: three ways for everyone, draped up to the neck, and never a jacket."""

from __future__ import annotations

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

from pathlib import Path

import pygame
import pytest

from game.scenario.model import Lying
from game.window.stage import pictures
from game.window.stage.lying import lying
from game.window.stage.picture_files import read_named
from tools.art.lying import BACKS
from tools.art.people import PEOPLE

ASSETS = Path(__file__).resolve().parents[3] / "assets"
WAYS = [str(way) for way in Lying]


@pytest.fixture(autouse=True)
def _fresh() -> None:
    pygame.display.init()
    pictures.forget()


@pytest.mark.parametrize("way", WAYS)
def test_someone_lies_as_high_as_asked_for_under_a_drape(way: str) -> None:
    picture = lying(ASSETS, "dana", "warm", way, 540)
    assert picture.get_size() == (450, 540)
    red, green, _, alpha = picture.get_at((300, 440 if way == "on_side" else 530))
    assert alpha > 240
    assert green > red
    assert pictures.problems == []


@pytest.mark.parametrize("way", WAYS)
def test_somebody_without_a_portrait_lies_as_nobody_in_particular(way: str) -> None:
    assert lying(ASSETS, None, "warm", way, 108).get_at((60, 100 if way != "on_side" else 80)).a > 240
    assert pictures.problems == []


def test_a_face_shows_what_it_feels_while_it_is_seen() -> None:
    faces = {pygame.image.tobytes(lying(ASSETS, "dana", face, "face_up", 216), "RGBA") for face in ("warm", "hurt")}
    assert len(faces) == 2


def test_everyone_of_the_cast_has_a_back() -> None:
    assert set(BACKS) == set(PEOPLE)
    for person in PEOPLE:
        assert read_named(ASSETS / "portraits" / person, "face-down").get_size() == (900, 1080)


def test_missing_pictures_leave_a_blank_and_messages(tmp_path: Path) -> None:
    for way in WAYS:
        assert lying(tmp_path, "dana", "warm", way, 54).get_size() == (45, 54)
    assert pictures.problems
