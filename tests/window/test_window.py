"""The window itself: the whole screen and back, any size at all, and an end that the system asks for."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.play.events import Abandoned
from game.play.journal import read_journal
from game.play.play_list import list_plays
from game.window import loop
from game.window.full_screen import the_window
from game.window.screens.title import TitleScreen
from game.window.toolkit.page import FADE
from tests.support.playing import begin
from tests.window.conftest import Start
from tests.window.shots import read_on, tour


@pytest.mark.parametrize(("size", "scale"), [((320, 240), 2.0), ((1, 1), 1.0)])
def test_no_size_is_too_small_to_stand(start: Start, size: tuple[int, int], scale: float) -> None:
    driver = start(size)
    driver.app.prefer(replace(driver.app.preferences, text_scale=scale, motion=False))
    met: list[str] = []
    tour(driver, lambda _what: met.append(driver.screen))
    assert "Message" not in met
    assert len(set(met)) > 15


def test_f11_and_the_settings_give_the_whole_screen_and_take_it_back(start: Start) -> None:
    driver = start((1000, 700))
    window = the_window()
    driver.key(pygame.K_F11)
    assert driver.app.full_screen.on
    assert driver.app.preferences.full_screen
    assert window.size != (1000, 700)
    driver.enter("Settings")
    driver.enter("full-screen-off")
    assert not driver.app.full_screen.on
    assert window.size == (1000, 700)
    assert window.minimum_size == (320, 240)


def test_a_screens_time_begins_when_it_can_be_seen(start: Start) -> None:
    driver = start()
    driver.app.unseen = True
    assert loop.passed(driver.app, 500) == 0.0
    driver.app.unseen = False
    assert loop.passed(driver.app, 500) == 0.5


@pytest.mark.skipif(os.name != "posix", reason="sends SIGTERM")
def test_the_systems_wish_to_end_ends_a_play_quietly_with_everything_kept(start: Start, tmp_path: Path) -> None:
    driver = start()
    begin(driver)
    read_on(driver)
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)}
    try:
        loop.end_on_signals(driver.app)
        os.kill(os.getpid(), signal.SIGTERM)
        driver.wait()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    assert not driver.app.running
    (play,) = list_plays(tmp_path / "logs")
    assert isinstance(read_journal(play.path).events[-1], Abandoned)
    assert driver.app.left == play.path


@pytest.mark.skipif(os.name != "posix", reason="an open file cannot be removed")
def test_a_journal_that_vanished_is_written_again_and_that_is_told(start: Start, tmp_path: Path) -> None:
    driver = start()
    begin(driver)
    read_on(driver)
    (play,) = list_plays(tmp_path / "logs")
    play.path.unlink()
    driver.wait()
    driver.key(pygame.K_1)
    assert driver.screen == "Message"
    assert "It has been written again, whole" in driver.words().replace("\n", " ")
    assert len(read_journal(play.path).choices) == 1
    driver.key(pygame.K_ESCAPE)
    assert driver.screen in ("Conversation", "Feedback")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_what_has_the_focus_is_clear_of_where_a_column_fades(start: Start, scale: float) -> None:
    driver = start((800, 600))
    driver.app.prefer(replace(driver.app.preferences, text_scale=scale))
    driver.app.stack[:] = [TitleScreen(driver.app)]
    driver.wait()
    for _press in driver.keys:
        pane, widget = driver.find(driver.focus)
        top, bottom = widget.rect.top - pane.scroll, widget.rect.bottom - pane.scroll
        fade = pane.look.em(FADE)
        assert top - pane.edge >= (fade if pane.scroll else 0)
        assert bottom + pane.edge <= pane.rect.height - (fade if pane.scroll < pane.longest - 0.5 else 0)
        driver.key(pygame.K_TAB)
