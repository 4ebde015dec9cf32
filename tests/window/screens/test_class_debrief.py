"""A class's page from the title screen: a folder chosen, the work watched, stopped or failed, the page opened."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.debrief.folder_pages import debrief_folder
from game.debrief.wanted import PageKind, Wanted
from game.errors import GameError
from tests.support.patience import PATIENCE
from tests.window.conftest import Start
from tests.window.drive import ROOT, Driver, FakeDebrief, the_sample
from tests.window.shots import until


class Browser:
    """Remembers what it was asked to open."""

    def __init__(self, works: bool = True) -> None:
        self.opened: list[str] = []
        self.works = works

    def __call__(self, address: str) -> bool:
        self.opened.append(address)
        return self.works


def a_class(folder: Path, journals: int = 3, name: str = "class-4b") -> Path:
    """A folder with files that are called like journals, in the folder of the logs."""
    place = folder / "logs" / name
    place.mkdir(parents=True)
    for n in range(journals):
        (place / f"{n}.jsonl").touch()
    return place


def said(driver: Driver) -> str:
    return driver.words().replace("\n", " ")


def test_a_page_by_keyboard_alone(start: Start, tmp_path: Path) -> None:
    place, debrief, browser = a_class(tmp_path), FakeDebrief(), Browser()
    driver = start(debrief=debrief, browse=browser)
    driver.enter("Debrief a class")
    assert driver.screen == "ClassDebrief"
    assert "No journals lie right here" in said(driver)
    driver.enter("in-class-4b")
    assert "3 journals lie here" in said(driver)
    assert driver.focus == "make"
    driver.key(pygame.K_RETURN)
    assert debrief.reached.wait(PATIENCE)
    until(driver, "12 of 30 files read")
    driver.key(pygame.K_RETURN)  # pressed twice by mistake
    assert "12 of 30 files read" in said(driver)
    debrief.let_on.set()
    until(driver, "The page is ready")
    assert driver.focus == "open-0"
    driver.key(pygame.K_RETURN)
    assert browser.opened == [(place / "debrief-0.html").as_uri()]
    driver.key(pygame.K_ESCAPE)
    assert driver.screen == "Title"


def test_a_folder_can_be_typed_at_once_and_enter_makes_the_page(start: Start, tmp_path: Path) -> None:
    a_class(tmp_path)
    (tmp_path / "logs" / "hs").mkdir()
    debrief = FakeDebrief()
    driver = start(debrief=debrief)
    driver.enter("Debrief a class")
    for letter in "/hs":
        pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=letter))
    driver.pump()
    driver.key(pygame.K_RETURN)
    assert debrief.reached.wait(PATIENCE)
    debrief.let_on.set()
    until(driver, "The page is ready")


def test_a_page_by_mouse_alone_in_a_small_window_with_large_text(start: Start, tmp_path: Path) -> None:
    a_class(tmp_path)
    debrief, browser = FakeDebrief(), Browser(works=False)
    debrief.let_on.set()
    driver = start((800, 600), debrief=debrief, browse=browser)
    driver.press("Settings")
    driver.press("size-2.0")
    driver.press("Done")
    driver.press("Debrief a class")
    driver.press("in-class-4b")
    driver.press("up")
    driver.press("in-class-4b")
    driver.press("make")
    until(driver, "The page is ready")
    driver.press("open-0")
    assert len(browser.opened) == 1
    assert "No browser could be started" in said(driver)
    driver.press("Another folder")
    assert "3 journals lie here" in said(driver)
    driver.press("Back")
    assert driver.screen == "Title"


def test_a_failure_is_one_sentence_and_the_work_can_be_tried_again(start: Start, tmp_path: Path) -> None:
    a_class(tmp_path)
    debrief = FakeDebrief(problem=GameError("No play of a scenario in the library was found there."))
    debrief.let_on.set()
    driver = start(debrief=debrief)
    driver.enter("Debrief a class")
    driver.enter("make")
    until(driver, "No play of a scenario in the library was found there.")
    assert driver.screen == "ClassDebrief"
    debrief.problem = None
    driver.enter("make")
    until(driver, "The page is ready")
    assert "No play of" not in said(driver)


def test_a_stick_pulled_out_is_told_and_a_mistake_of_the_game_is_not_hidden(start: Start, tmp_path: Path) -> None:
    debrief = FakeDebrief(problem=OSError(5, "Input/output error"))
    debrief.let_on.set()
    driver = start(debrief=debrief)
    driver.enter("Debrief a class")
    driver.enter("make")
    until(driver, "Input/output error")
    debrief.problem = RuntimeError("a mistake")
    driver.enter("make")
    until(driver, "not foreseen")
    assert "RuntimeError: a mistake" in (tmp_path / "config" / "crash.txt").read_text()


@pytest.mark.parametrize("by_key", [True, False])
def test_the_work_can_be_stopped_and_ends(start: Start, tmp_path: Path, by_key: bool) -> None:
    debrief = FakeDebrief()
    driver = start(debrief=debrief)
    driver.enter("Debrief a class")
    driver.enter("make")
    assert debrief.reached.wait(PATIENCE)
    driver.wait()
    driver.key(pygame.K_ESCAPE) if by_key else driver.press("Stop")
    assert driver.screen == "ClassDebrief"
    assert "make" in driver.keys
    debrief.let_on.set()
    assert debrief.left.wait(PATIENCE)
    driver.wait(1)
    assert "ready" not in said(driver)


def test_several_pages_are_opened_one_by_one(start: Start, tmp_path: Path) -> None:
    debrief, browser = FakeDebrief(pages=3), Browser()
    debrief.let_on.set()
    driver = start(debrief=debrief, browse=browser)
    driver.enter("Debrief a class")
    driver.enter("make")
    until(driver, "3 pages are ready")
    driver.enter("open-2")
    assert browser.opened == [(tmp_path / "debrief-2.html").as_uri()]


def test_what_was_left_out_stands_below_the_page_and_does_not_go_on_for_ever(start: Start, tmp_path: Path) -> None:
    debrief = FakeDebrief(notes=[f"Left out: {n}.jsonl: It is empty." for n in range(42)])
    debrief.let_on.set()
    driver = start(debrief=debrief)
    driver.enter("Debrief a class")
    driver.enter("make")
    until(driver, "The page is ready")
    assert "Left out: 29.jsonl: It is empty." in said(driver)
    assert "30.jsonl" not in said(driver)
    assert "And 12 more notes: the page counts them." in said(driver)
    assert driver.focus == "open-0"


def test_slides_of_one_conversation_and_one_class_are_asked_for_by_key(start: Start, tmp_path: Path) -> None:
    place, debrief = a_class(tmp_path), FakeDebrief()
    debrief.let_on.set()
    driver = start(debrief=debrief)
    driver.enter("Debrief a class")
    driver.enter("in-class-4b")
    driver.enter("slides")
    assert driver.focus == "slides"
    driver.enter("scenario")
    until(driver, "Which conversation?")
    driver.enter("use-sample")
    assert driver.focus == "scenario"
    assert the_sample().title in said(driver)
    driver.go_to("class-code")
    driver.type("4B")
    assert "3 journals lie here" in said(driver)
    driver.key(pygame.K_RETURN)  # in the field, as in the folder's
    until(driver, "The slides are ready")
    assert debrief.wanted == Wanted(PageKind.SLIDES, "sample", "4B")
    assert driver.focus == "open-0"
    assert str(place) in said(driver).replace(" ", "")  # a long path is wrapped


def test_the_list_of_conversations_can_be_left_and_all_be_asked_for_again(start: Start, tmp_path: Path) -> None:
    debrief = FakeDebrief()
    debrief.let_on.set()
    driver = start(debrief=debrief)
    driver.enter("Debrief a class")
    driver.enter("scenario")
    until(driver, "Which conversation?")
    driver.enter("use-sample")
    driver.enter("scenario")
    until(driver, "Which conversation?")
    driver.key(pygame.K_ESCAPE)
    assert the_sample().title in said(driver)
    driver.enter("scenario")
    until(driver, "Which conversation?")
    driver.enter("use-")
    driver.enter("term")
    driver.enter("make")
    until(driver, "The page is ready")
    assert debrief.wanted == Wanted(PageKind.TERM)


def test_a_failure_says_too_what_was_left_out(start: Start, tmp_path: Path) -> None:
    debrief = FakeDebrief(problem=GameError("No play was found."), notes=["Left out: 1.jsonl: It is empty."])
    debrief.let_on.set()
    driver = start(debrief=debrief)
    driver.enter("Debrief a class")
    driver.enter("make")
    until(driver, "No play was found.")
    assert "Left out: 1.jsonl: It is empty." in said(driver)


def test_a_folder_is_typed(start: Start, tmp_path: Path) -> None:
    a_class(tmp_path, 1, "x")
    driver = start()
    driver.enter("Debrief a class")
    driver.go_to("folder")
    for character in "/zz":
        pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=character))
    driver.pump()
    driver.wait()
    assert "There is no folder of this name" in said(driver)
    assert "make" not in driver.keys
    for _ in range(2):
        driver.key(pygame.K_BACKSPACE)
    driver.type("x")
    assert "1 journal lies here" in said(driver)
    assert "make" in driver.keys


@pytest.mark.parametrize("words", ["", "  ", "~nobody-of-this-name/logs", "x" * 900, "/\0"])
def test_no_words_break_the_folder(start: Start, words: str) -> None:
    driver = start()
    driver.enter("Debrief a class")
    screen = driver.app.top
    screen.draft.words, screen.draft.caret = "", 0  # type: ignore[attr-defined]
    driver.go_to("folder")
    pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=words))
    pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=" "))
    driver.pump()
    driver.wait()
    assert driver.screen == "ClassDebrief"


def test_many_folders_are_named_up_to_a_number(start: Start, tmp_path: Path) -> None:
    for n in range(70):
        (tmp_path / "logs" / f"class-{n:02}").mkdir(parents=True)
    (tmp_path / "logs" / ".hidden").mkdir()
    driver = start()
    driver.enter("Debrief a class")
    assert "And 10 more folders" in said(driver)
    assert "in-class-59" in driver.keys
    assert "in-.hidden" not in driver.keys


def test_without_the_teachers_part_there_is_no_button(start: Start) -> None:
    assert "Debrief a class" not in start(debrief=None).keys


@pytest.mark.slow
def test_the_real_page_of_three_plays(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EQUAL_FOOTING_HOME", str(tmp_path / "home"))
    place = a_class(tmp_path, 0)
    for bot in ("partner", "authority", "menu"):
        command = ["play", "saturday-friend", "--text", "--bot", bot, "--seed", "7", "--logs", str(place)]
        subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *command], check=True, capture_output=True, timeout=PATIENCE
        )
    browser = Browser()
    driver = start(debrief=debrief_folder, browse=browser)
    driver.enter("Debrief a class")
    driver.enter("in-class-4b")
    assert "3 journals lie here" in said(driver)
    driver.enter("make")
    until(driver, "The page is ready")
    driver.enter("open-0")
    assert browser.opened == [(place / "debrief.html").as_uri()]
    assert "saturday" in (place / "debrief.html").read_text(encoding="utf-8").lower()


def test_a_folder_without_plays_says_so(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EQUAL_FOOTING_HOME", str(tmp_path / "home"))
    a_class(tmp_path, 2)
    driver = start(debrief=debrief_folder)
    driver.enter("Debrief a class")
    driver.enter("make")
    until(driver, "No play of a scenario in the library was found there.")
