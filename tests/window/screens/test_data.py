"""A player sees what is kept, can have a copy, and can be rid of it; nothing goes without two answers."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.window.preferences import load
from tests.window.conftest import Start
from tests.window.drive import Driver
from tests.window.shots import choose, read_on


def begun(driver: Driver, player: str = "") -> None:
    """Plays a first turn under a name, and leaves."""
    if player:
        driver.app.play_as(player)
    driver.enter("Play")
    driver.key(pygame.K_RETURN)
    driver.enter("Begin")
    read_on(driver)
    choose(driver, "name-it")
    driver.key(pygame.K_l)
    driver.enter("Leave for now")


def data(driver: Driver) -> Driver:
    driver.key(pygame.K_F2)
    driver.enter("Where my data is")
    assert driver.screen == "Data"
    return driver


def played(start: Start, player: str = "", **wished: object) -> Driver:
    driver = start(**wished)
    begun(driver, player)
    return data(driver)


def journals(driver: Driver) -> list[Path]:
    logs = driver.app.context.plays.logs
    assert logs
    return sorted(logs.glob("*.jsonl"))


def test_each_kind_of_file_is_told_with_its_number_and_place(start: Start) -> None:
    words = played(start).words()
    assert "Plays\n1 file, " in words
    assert "Saves\nnone yet" in words
    assert "In seen.txt" in words


def test_one_button_opens_the_folder_outside(start: Start, tmp_path: Path) -> None:
    opened: list[str] = []

    def browse(address: str) -> bool:
        opened.append(address)
        return True

    driver = data(start(browse=browse))
    driver.app.prefer(driver.app.preferences)  # so that there is a folder
    driver.enter("Open the folder")
    assert opened == [(tmp_path / "config").as_uri()]
    assert "opens in another window" in driver.words()


def test_where_no_folder_can_be_opened_its_place_is_told(start: Start, tmp_path: Path) -> None:
    driver = data(start())
    driver.enter("Open the folder")
    assert str(tmp_path / "config") in driver.words().replace("\n", "")


def test_a_zip_of_it_all_lies_where_it_was_said(start: Start, tmp_path: Path) -> None:
    driver = played(start)
    driver.enter("Make the zip")
    with zipfile.ZipFile(tmp_path / "equal-footing-2026-01-01.zip") as file:
        assert f"plays/{journals(driver)[0].name}" in file.namelist()
    driver.enter("Make the zip")
    assert (tmp_path / "equal-footing-2026-01-01-2.zip").exists()


@pytest.mark.parametrize("named", ["none", "a" * 300, "~nobody-of-this-name", "\0"])
def test_a_folder_that_is_not_there_is_told(start: Start, tmp_path: Path, named: str) -> None:
    driver = data(start(zips=named if named[0] == "~" else tmp_path / named))
    driver.enter("Make the zip")
    assert "There is no folder of this name." in driver.words()


def test_two_answers_erase_and_the_title_begins_anew(start: Start) -> None:
    driver = played(start)
    path = journals(driver)[0]
    driver.enter("erase-plays")
    assert path.name in driver.words().replace("\n", "")
    driver.enter("sure-0")
    assert "Really erase" in driver.words()
    assert path.exists()
    driver.enter("sure-1")
    assert journals(driver) == []
    assert "gone." in driver.words()
    driver.key(pygame.K_RETURN)
    assert driver.screen == "Title"
    assert "continue" not in driver.keys


def test_keeping_has_the_focus_both_times_and_esc_erases_nothing(start: Start) -> None:
    driver = played(start)
    driver.enter("erase-all")
    assert driver.focus == "Keep everything"
    driver.enter("sure-0")
    assert driver.focus == "Keep everything"
    driver.key(pygame.K_ESCAPE)
    assert driver.screen == "Data"
    assert len(journals(driver)) == 1


def test_a_hasty_second_press_answers_nothing(start: Start) -> None:
    driver = played(start)
    driver.enter("erase-plays")
    pane, widget = driver.find("sure-0")
    at = widget.rect.move(pane.rect.topleft).center
    for _press in range(2):
        pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
        pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=1))
    driver.pump()
    driver.wait()
    assert "Really erase" in driver.words()
    assert len(journals(driver)) == 1


def test_one_player_goes_and_the_name_with_them(start: Start) -> None:
    driver = played(start, "Ana")
    driver.key(pygame.K_ESCAPE)
    driver.key(pygame.K_ESCAPE)
    begun(driver, "Ben")
    data(driver)
    driver.enter("erase-Ben")
    driver.enter("sure-0")
    driver.enter("sure-1")
    assert [path.read_text().count('"Ana"') for path in journals(driver)] == [1]
    assert driver.app.preferences.player == ""
    assert load(driver.app.context.config)[0].player == ""


def test_everything_takes_the_settings_too_but_leaves_what_is_on_the_screen(start: Start) -> None:
    driver = played(start, "Ana")
    driver.app.prefer(replace(driver.app.preferences, theme="dark"))
    driver.wait()
    driver.enter("erase-all")
    driver.enter("sure-0")
    driver.enter("sure-1")
    assert not driver.app.context.config.exists()
    assert driver.app.preferences.theme == "dark"
    assert driver.app.preferences.player == ""


def test_what_cannot_go_is_told_by_name(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    driver = played(start)

    def refuse(self: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Access is denied")

    driver.enter("erase-plays")
    driver.enter("sure-0")
    monkeypatch.setattr(Path, "unlink", refuse)
    driver.enter("sure-1")
    words = driver.words().replace("\n", "")
    assert "These stayed:" in words
    assert journals(driver)[0].name in words
    assert "Access is denied" in driver.words()


def test_while_a_conversation_is_open_nothing_can_be_erased(start: Start) -> None:
    driver = start()
    driver.enter("Play")
    driver.key(pygame.K_RETURN)
    driver.enter("Begin")
    data(driver)
    assert not [key for key in driver.keys if key.startswith("erase")]
    assert "Leave the conversation first" in driver.words()
