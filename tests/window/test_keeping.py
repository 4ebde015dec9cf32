"""A folder that cannot be written is told at the title, with what to do; playing on without it is told all along."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.play.journal import read_journal
from game.window import keeping
from game.window.keeping import why_unwritable
from tests.support.playing import GOOD, begin
from tests.window.conftest import Start
from tests.window.drive import Driver
from tests.window.shots import choose, read_on


@pytest.fixture
def unwritable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder that a window under `tmp_path` keeps things in, which cannot be written (tests may run as root)."""
    folder = tmp_path / "config"
    before: Callable[[Path], str | None] = keeping.why_unwritable

    def refuse(place: Path) -> str | None:
        return "Permission denied" if place == folder else before(place)

    for module in ("keeping", "screens.title", "screens.folder"):
        monkeypatch.setattr(f"game.window.{module}.why_unwritable", refuse)
    return folder


def told(driver: Driver) -> str:
    """What stands there, without spaces: a long path is broken anywhere."""
    return "".join(driver.words().split())


def retype(driver: Driver, words: str) -> None:
    """Replaces what stands in the field that has the focus."""
    driver.key(pygame.K_a, pygame.KMOD_CTRL)
    pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=words))
    driver.pump()
    driver.wait()


def test_the_title_says_it_and_offers_what_can_be_done(start: Start, unwritable: Path) -> None:
    driver = start()
    assert f"Nothingcanbekeptin{unwritable}:Permissiondenied." in told(driver)
    assert driver.focus == "choose-folder"
    assert "unkept" in driver.keys
    assert "Play" not in driver.keys


def test_another_folder_takes_everything(start: Start, unwritable: Path, tmp_path: Path) -> None:
    driver = start()
    driver.enter("choose-folder")
    retype(driver, str(unwritable))
    driver.key(pygame.K_RETURN)
    assert "Permissiondenied" in told(driver)
    driver.go_to("folder")
    retype(driver, str(tmp_path / "elsewhere"))
    driver.key(pygame.K_RETURN)
    assert driver.screen == "Title"
    begin(driver)
    assert list((tmp_path / "elsewhere" / "logs").glob("*.jsonl"))


def test_a_play_that_is_not_kept_says_so_and_is_saved_as_a_file_at_its_end(
    start: Start, unwritable: Path, tmp_path: Path
) -> None:
    driver = start()
    whole = driver.app.room.get_height()
    driver.enter("unkept")
    assert driver.screen == "Title"
    assert driver.app.room.get_height() < whole  # the line at the foot, on every screen
    begin(driver)
    read_on(driver)
    for option in GOOD:
        choose(driver, option)
        driver.key(pygame.K_SPACE)
        read_on(driver)
    while driver.screen != "Debrief":
        driver.key(pygame.K_RETURN)
    driver.enter("save-as")
    retype(driver, str(tmp_path / "mine.jsonl"))
    driver.key(pygame.K_RETURN)
    assert f"Thisplayiskeptin{tmp_path / 'mine.jsonl'}" in told(driver)
    journal = read_journal(tmp_path / "mine.jsonl")
    assert [choice.option for choice in journal.choices] == list(GOOD)
    assert journal.finished is not None
    driver.key(pygame.K_RETURN)
    assert driver.screen == "Debrief"


def test_leaving_such_a_play_asks_and_offers_the_file(start: Start, unwritable: Path) -> None:
    driver = start()
    driver.enter("unkept")
    begin(driver)
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    driver.pump()
    driver.wait()
    assert driver.screen == "Leave"
    assert "gonewhenyouleave" in told(driver)
    assert "save-as" in driver.keys


def test_a_folder_is_tried_by_writing_and_not_made(tmp_path: Path) -> None:
    assert why_unwritable(tmp_path / "new" / "one") is None
    assert not (tmp_path / "new").exists()
    (tmp_path / "file").write_text("x")
    assert why_unwritable(tmp_path / "file") == "Not a directory"
    assert why_unwritable(tmp_path / "file" / "logs") == "Not a directory"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.TemporaryFile", lambda dir, buffering: open("/dev/full", "wb", buffering=0))  # noqa: SIM115
    assert why_unwritable(tmp_path) == "No space left on device"
