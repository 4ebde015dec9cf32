"""Own words before the options, and the way on after a play: in the window, through its real event queue."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.play.journal import read_journal
from game.play.play_list import list_plays
from tests.support.playing import GOOD, offered, to_options
from tests.window.conftest import Start
from tests.window.drive import SAMPLE


def asking(folder: Path) -> dict[str, Path]:
    """The sample, asking for the player's own words at its first decision; and a second scenario."""
    text = SAMPLE.read_text("utf-8")
    asks = text.replace("    frame: social\n", "    frame: social\n    own_words: What would you type back?\n", 1)
    (folder / "sample.yaml").write_text(asks, encoding="utf-8")
    (folder / "other.yaml").write_text(text.replace("title: Saturday Friend", "title: Sunday Friend"), encoding="utf-8")
    return {name: folder / f"{name}.yaml" for name in ("sample", "other")}


def to_the_question(start: Start, folder: Path):
    driver = start(scenarios=asking(folder))
    driver.enter("Play")
    driver.go_to("sample")
    driver.key(pygame.K_RETURN)
    driver.enter("Begin")
    while driver.screen == "Conversation":
        driver.key(pygame.K_SPACE)
    return driver


def test_the_question_comes_before_the_options_and_what_is_typed_is_kept(start: Start, tmp_path: Path) -> None:
    driver = to_the_question(start, tmp_path)
    assert driver.screen == "OwnWords"
    assert "What would you type back?" in driver.words()
    assert "Would it be weird if I booked with you?" in driver.words()
    driver.go_to("own-words")
    driver.type("Yes but properly")
    driver.enter("See the options")
    assert driver.screen == "Conversation"
    assert set(offered(driver)) == {"name-it", "brush-off", "policy"}
    (play,) = list_plays(tmp_path / "logs")
    assert read_journal(play.path).worded == {1: "Yes but properly"}


def test_the_field_listens_at_once_and_enter_leads_on(start: Start, tmp_path: Path) -> None:
    driver = to_the_question(start, tmp_path)
    driver.type("hs l1")
    driver.key(pygame.K_RETURN, pygame.KMOD_LSHIFT)
    driver.type("more")
    assert driver.screen == "OwnWords"
    driver.key(pygame.K_RETURN)
    assert offered(driver)
    (play,) = list_plays(tmp_path / "logs")
    assert read_journal(play.path).worded == {1: "hs l1\nmore"}


def test_a_space_too_many_leaves_the_field_empty(start: Start, tmp_path: Path) -> None:
    driver = to_the_question(start, tmp_path)
    driver.type(" ")
    assert "Your own words, or nothing." in driver.words()
    driver.type("Yes but")
    driver.key(pygame.K_RETURN)
    (play,) = list_plays(tmp_path / "logs")
    assert read_journal(play.path).worded == {1: "Yes but"}


def test_the_question_can_be_passed_by(start: Start, tmp_path: Path) -> None:
    driver = to_the_question(start, tmp_path)
    driver.enter("See the options")
    assert driver.screen == "Conversation"
    assert offered(driver)


def test_the_debrief_shows_ones_own_words_and_leads_on(start: Start, tmp_path: Path) -> None:
    driver = to_the_question(start, tmp_path)
    driver.go_to("own-words")
    driver.type("Yes but properly")
    driver.enter("See the options")
    for option in GOOD:
        to_options(driver)
        driver.key(pygame.K_0 + offered(driver)[option])
    to_options(driver)
    driver.enter("See the debrief")
    driver.go_to("turn-1")
    driver.key(pygame.K_RETURN)
    assert "Yes but properly" in driver.words()
    assert "Where to go next" in driver.words()
    driver.enter("Go to “Sunday Friend”")
    assert driver.screen == "Briefing"
    assert "Sunday Friend" in driver.words()
