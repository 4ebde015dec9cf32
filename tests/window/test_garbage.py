"""A window that stands open for hours looks for garbage, though a start of the game puts it off."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pygame
import pytest

from game.window import routes
from game.window.destinations import ToLibrary
from game.window.memory import give_back, keep_small, large_apart
from tests.support.playing import begin
from tests.window.conftest import Start


@pytest.fixture(autouse=True)
def _garbage_as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def test_garbage_is_looked_for_often_once_the_title_stands_there() -> None:
    gc.set_threshold(50_000)
    keep_small()
    assert 0 < gc.get_threshold()[0] <= 1_000


def test_what_the_start_has_made_is_not_looked_at_again() -> None:
    keep_small()
    assert gc.get_freeze_count() > 10_000


def test_a_play_begins_with_what_the_one_before_it_held_given_back(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str] = []
    monkeypatch.setattr(routes, "give_back", lambda: given.append("back"))
    begin(start())
    assert given == ["back"]


def test_a_screen_that_was_left_holds_no_picture_of_the_window(start: Start) -> None:
    driver = start()
    title = driver.app.top
    assert title._ground is not None, "it was drawn"
    begin(driver)
    stage = driver.app.top
    driver.key(pygame.K_h)
    history = driver.app.top
    assert history is not stage
    driver.key(pygame.K_ESCAPE)
    assert driver.app.top is stage
    assert [screen._ground is None for screen in (title, history)] == [True, True]
    driver.app.go(ToLibrary())
    driver.wait()
    assert stage._ground is None
    assert getattr(stage, "_figure", "") is None


def test_giving_back_works_with_any_c_library() -> None:
    give_back()


def test_large_pictures_get_memory_of_their_own_with_any_c_library() -> None:
    large_apart()
