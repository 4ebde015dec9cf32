"""An error that nobody foresaw ends in one sentence and a safe screen, and never in a window that closes."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.play.journal import read_journal
from game.play.play_list import list_plays
from game.window.screens.conversation import ConversationScreen
from game.window.screens.feedback import FeedbackScreen
from game.window.screens.title import TitleScreen
from game.window.toolkit.look import Look
from tests.support.playing import begin
from tests.window.conftest import Start
from tests.window.drive import Driver
from tests.window.shots import choose, read_on

SENTENCE = "Something happened that was not foreseen."


def told(driver: Driver) -> str:
    return driver.words().replace("\n", " ")


def broken(*_anything: object) -> None:
    raise ZeroDivisionError("nobody thought of this")


def test_an_error_in_an_answer_leads_back_to_the_moment_of_the_play(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = start()
    begin(driver)
    read_on(driver)
    with monkeypatch.context() as patch:
        patch.setattr(ConversationScreen, "_choose", broken)
        driver.wait()
        driver.key(pygame.K_1)
    assert driver.screen == "Message"
    assert f"{SENTENCE} What you have chosen so far is kept." in told(driver)
    assert "nobody thought of this" in (tmp_path / "config" / "crash.txt").read_text()
    driver.key(pygame.K_ESCAPE)
    choose(driver, "name-it")
    (play,) = list_plays(tmp_path / "logs")
    assert [choice.option for choice in read_journal(play.path).choices] == ["name-it"]


def test_an_error_while_drawing_leads_away_from_what_cannot_be_drawn(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = start()
    begin(driver)
    read_on(driver)
    monkeypatch.setattr(FeedbackScreen, "card_parts", broken)
    choose(driver, "name-it")
    for safe in ("Conversation", "Title"):  # the moment again, and where it fails a second time, the title
        while driver.screen != "Message":
            driver.key(pygame.K_SPACE)
        assert SENTENCE in told(driver)
        driver.key(pygame.K_ESCAPE)
        assert driver.screen == safe
    assert driver.focus == "continue"


def test_where_no_screen_is_safe_the_error_is_not_hidden(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    driver = start()

    def unbuildable(_screen: TitleScreen, _look: Look) -> None:
        broken()

    monkeypatch.setattr("game.window.screens.sheet.SheetScreen.build", unbuildable)
    monkeypatch.setattr(TitleScreen, "build", unbuildable)
    with pytest.raises(ZeroDivisionError):
        driver.enter("Settings")
