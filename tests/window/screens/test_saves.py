"""Quick saves, named saves with pictures, and what a player may do with them."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.play.play_list import list_plays
from tests.support.playing import begin, offered
from tests.window.conftest import Start
from tests.window.drive import Driver
from tests.window.shots import choose, read_on


def at_the_first_options(driver: Driver) -> Driver:
    begin(driver)
    read_on(driver)
    driver.wait()
    return driver


def words(driver: Driver) -> str:
    return driver.words().replace("\n", " ")


def save_files(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "config" / "saves").glob("*"))


def test_two_keys_save_and_lead_back(start: Start, tmp_path: Path) -> None:
    driver = at_the_first_options(start())
    before = offered(driver)
    driver.key(pygame.K_F5)
    assert "Saved. F9 leads back here." in words(driver)
    driver.key(pygame.K_DOWN)
    assert "Saved" not in words(driver)
    assert save_files(tmp_path) == ["quick.json", "quick.png"]
    choose(driver, "brush-off")
    driver.key(pygame.K_SPACE)
    driver.key(pygame.K_F9)
    assert driver.screen == "Save"
    driver.key(pygame.K_RETURN)
    read_on(driver)
    assert offered(driver) == before
    assert len(list_plays(tmp_path / "logs")) == 2


def test_going_back_to_a_moment_that_is_still_the_newest_makes_no_second_play(start: Start, tmp_path: Path) -> None:
    driver = at_the_first_options(start())
    driver.key(pygame.K_F5)
    driver.key(pygame.K_F9)
    driver.key(pygame.K_RETURN)
    assert driver.screen == "Conversation"
    assert len(list_plays(tmp_path / "logs")) == 1


def test_quick_loading_asks_first_and_nothing_happens_when_one_stays(start: Start, tmp_path: Path) -> None:
    driver = at_the_first_options(start())
    driver.key(pygame.K_F9)
    assert "There is no quick save yet" in words(driver)
    driver.key(pygame.K_F5)
    driver.key(pygame.K_F9)
    driver.key(pygame.K_ESCAPE)
    assert driver.screen == "Conversation"
    assert offered(driver)


def test_a_named_save_by_mouse_is_found_from_the_title_with_its_picture(start: Start, tmp_path: Path) -> None:
    driver = at_the_first_options(start())
    driver.press("Saves")
    driver.press("save-name")
    driver.type("Before the answer")
    driver.press("Save this moment")
    assert "“Before the answer” is kept." in words(driver)
    driver.press("Back")
    driver.press("Leave")
    driver.press("Leave for now")
    driver.press("Saves")
    assert "Before the answer" in words(driver)
    (shot,) = (name for name in save_files(tmp_path) if name.endswith(".png"))
    assert pygame.image.load(tmp_path / "config" / "saves" / shot).get_width() == 480
    driver.press(next(key for key in driver.keys if key.startswith("save-")))
    assert "Turn 1" in words(driver)
    driver.press("Go on from here")
    assert driver.screen == "Conversation"


def test_a_name_for_this_moment_can_be_typed_at_once_and_enter_keeps_it(start: Start) -> None:
    driver = at_the_first_options(start())
    driver.key(pygame.K_F6)
    driver.type("hls")
    driver.key(pygame.K_RETURN)
    assert "“hls” is kept." in words(driver)


def test_a_save_can_be_renamed_and_removed_after_a_question(start: Start, tmp_path: Path) -> None:
    driver = at_the_first_options(start())
    driver.key(pygame.K_F5)
    driver.key(pygame.K_F6)
    driver.enter("save-quick")
    driver.go_to("save-name")
    driver.type(" one")
    driver.enter("Back")
    assert "Quick save one" in words(driver)
    driver.enter("save-quick")
    driver.enter("ask-remove")
    assert driver.focus == "Keep it"
    driver.key(pygame.K_ESCAPE)
    assert driver.screen == "Save"
    driver.enter("ask-remove")
    driver.wait()
    driver.enter("Remove")
    assert driver.screen == "Saves"
    assert save_files(tmp_path) == []
    assert "Nothing is saved here yet" in words(driver)


def test_broken_and_foreign_saves_are_told_calmly(start: Start, tmp_path: Path) -> None:
    driver = at_the_first_options(start())
    driver.key(pygame.K_F5)
    folder = tmp_path / "config" / "saves"
    (folder / "broken.json").write_bytes(b"nothing")
    (folder / "quick.png").write_bytes(b"no picture")
    driver.key(pygame.K_F6)
    assert "is not a save of this game" in words(driver)
    for play in list_plays(tmp_path / "logs"):
        play.path.unlink()
    driver.enter("save-quick")
    driver.key(pygame.K_RETURN)
    assert driver.screen == "Message"
    assert "is no longer there" in words(driver)


def test_the_whole_history_is_there_after_loading(start: Start) -> None:
    driver = at_the_first_options(start())
    choose(driver, "name-it")
    driver.key(pygame.K_SPACE)
    read_on(driver)
    driver.key(pygame.K_F5)
    driver.key(pygame.K_h)
    before = words(driver)
    driver.key(pygame.K_h)
    choose(driver, "frame-it")
    driver.key(pygame.K_F9)
    driver.key(pygame.K_RETURN)
    read_on(driver)
    driver.key(pygame.K_h)
    assert words(driver) == before


def test_a_play_that_is_over_cannot_be_saved(start: Start, tmp_path: Path) -> None:
    driver = at_the_first_options(start())
    for option in ("name-it", "frame-it", "keep", "ask-goal", "scale", "recommend"):
        read_on(driver)
        choose(driver, option)
        driver.key(pygame.K_SPACE)
    read_on(driver)
    driver.key(pygame.K_F5)
    assert "is at its end" in words(driver)
    assert save_files(tmp_path) == []
    driver.key(pygame.K_F6)
    assert driver.screen == "Saves"
    assert "is at its end" in words(driver)
    assert "save-name" not in driver.keys
