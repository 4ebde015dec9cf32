"""The caption has a strip of its own: nothing is covered, it can be read at every size, and it may be left out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.window.toolkit.look import Look
from game.window.toolkit.theme import CALM, THEMES, Theme, contrast
from game.window.voice.captions import lines_shown, page_at, pages, strip_high
from tests.support.layout import faults
from tests.window.drive import SIZES
from tests.window.shots import tour
from tests.window.voice.listener import listening

LOOKS = [((640, 480), 2.0), ((800, 600), 2.0), ((800, 600), 1.0), ((1280, 720), 1.5)]


@pytest.mark.slow
@pytest.mark.parametrize(("size", "scale"), LOOKS)
def test_with_the_strip_no_words_leave_their_box_and_nothing_is_covered(
    tmp_path: Path, size: tuple[int, int], scale: float
) -> None:
    driver, _ = listening(tmp_path, size)
    driver.draws = False
    driver.app.prefer(replace(driver.app.preferences, text_scale=scale))
    driver.wait()
    wrong: list[str] = []

    def look_closely(what: str) -> None:
        floor = driver.app.room.get_height()
        wrong.extend(f"{what}: {pane.name}" for pane in driver.app.top.page.panes if pane.rect.bottom > floor)
        wrong.extend(f"{what}: {fault}" for fault in faults(driver))

    tour(driver, look_closely)
    assert not wrong, "\n".join(wrong)


def test_the_strip_makes_no_text_smaller(tmp_path: Path) -> None:
    driver, _ = listening(tmp_path, (1280, 720))
    assert driver.app.look.height < 720
    assert driver.app.look.px == Look(CALM, 1280, 720).px


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_a_caption_stands_out_from_its_ground(theme: Theme) -> None:
    assert contrast(theme.text, theme.panel) >= 7


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_long_sentence_is_shown_page_by_page_and_whole(size: tuple[int, int], scale: float) -> None:
    pygame.font.init()
    look = Look(CALM, *size, scale)
    words = " ".join(f"word{n}" for n in range(80))
    turned = pages(words, look)
    assert " ".join(line for page in turned for line in page) == words
    assert all(len(page) <= lines_shown(look) for page in turned)
    assert strip_high(look) < size[1] / 6


def test_pages_turn_at_the_pace_of_the_voice_and_the_last_one_stays() -> None:
    turned = [["x" * 9], ["x" * 9], ["x" * 9]]
    assert [page_at(turned, since, 10.0) for since in (0.0, 0.9, 1.1, 2.1, 99.0)] == [0, 0, 1, 2, 2]
    assert page_at([], 1.0, 10.0) == 0


def test_a_caption_is_drawn_once_and_then_the_window_rests(tmp_path: Path) -> None:
    driver, _ = listening(tmp_path)
    driver.key(pygame.K_TAB)
    for _step in range(200):
        driver.wait(0.1)
    before = driver.app.redraws
    for _step in range(50):
        driver.wait(0.033)
    assert driver.app.redraws == before


def test_captions_can_be_left_out(tmp_path: Path) -> None:
    driver, _ = listening(tmp_path)
    driver.key(pygame.K_s)
    assert driver.app.room.get_height() < 720
    driver.enter("captions-off")
    assert driver.app.room.get_height() == 720


def test_what_is_spoken_is_what_is_captioned(tmp_path: Path) -> None:
    driver, listener = listening(tmp_path)
    driver.key(pygame.K_TAB)
    assert driver.app.aloud.narrator.caption == listener.said[-1]
