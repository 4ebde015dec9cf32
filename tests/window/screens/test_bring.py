"""A scenario from somebody else comes into the library: typed, or dropped on the window."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.author.parcel import packed
from game.locations import own_scenarios
from game.testing import SMALL, a_rubric
from tests.window.conftest import Start
from tests.window.drive import Driver


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """The small story, packed by somebody else."""
    written = tmp_path / "theirs" / "towel.yaml"
    written.parent.mkdir()
    written.write_text(SMALL, encoding="utf-8")
    file = tmp_path / "theirs" / "towel.zip"
    file.write_bytes(packed(written, a_rubric().moves))
    return file


def drop(driver: Driver, file: Path) -> None:
    pygame.event.post(pygame.event.Event(pygame.DROPFILE, file=str(file)))
    driver.pump()
    driver.wait()


def type_path(driver: Driver, words: str) -> None:
    pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=words))
    driver.pump()
    driver.wait()


def test_a_shared_file_that_is_typed_joins_the_library_and_can_be_played(start: Start, shared: Path) -> None:
    driver = start()
    driver.enter("Play")
    driver.enter("bring")
    type_path(driver, str(shared))
    driver.enter("take")
    assert "is in your library now" in driver.words()
    driver.key(pygame.K_ESCAPE)
    assert driver.screen == "Library"
    assert "Your own" in driver.words()
    driver.enter("towel")
    assert driver.screen == "Briefing"
    plays = driver.app.context.plays
    assert (own_scenarios(plays.home) / "towel.yaml").read_text("utf-8") == SMALL


def test_a_file_that_is_dropped_on_the_first_screen_joins_the_library_too(start: Start, shared: Path) -> None:
    driver = start()
    drop(driver, shared)
    driver.key(pygame.K_ESCAPE)
    assert driver.screen == "Library"
    assert "towel" in driver.keys


def test_the_same_scenario_twice_is_told_so(start: Start, shared: Path) -> None:
    driver = start()
    drop(driver, shared)
    driver.key(pygame.K_ESCAPE)
    drop(driver, shared)
    assert "is in your library already" in driver.words()


def test_what_is_no_scenario_is_told_in_the_screen_and_nothing_is_kept(start: Start, tmp_path: Path) -> None:
    driver = start()
    driver.enter("Play")
    driver.enter("bring")
    driver.enter("take")
    assert "Type where the file lies." in driver.words()
    other = tmp_path / "notes.yaml"
    other.write_text("a: 1\n", encoding="utf-8")
    drop(driver, other)
    assert driver.screen == "Bring"
    assert "Look for a spelling mistake" in driver.words()
    assert not own_scenarios(driver.app.context.plays.home).exists()
