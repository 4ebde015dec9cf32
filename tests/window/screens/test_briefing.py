"""What stands in sight on every briefing, before one begins."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game import locations
from game.app.library import Library
from game.window.destinations import ToBriefing
from game.window.preferences import Preferences
from game.window.toolkit.widgets import Widget
from tests.window.drive import Driver, a_context


@pytest.mark.parametrize("size", [(1280, 720), (800, 600)])
def test_the_question_the_notes_and_the_mode_are_above_the_fold(size: tuple[int, int], tmp_path: Path) -> None:
    driver = Driver(a_context(tmp_path), size)
    below = []
    for scenario in Library(locations.scenario_files()).shelf()[0]:
        driver.app.go(ToBriefing(scenario))
        driver.app.update(0.0)
        driver.wait(0.0)
        pane = next(pane for pane, widget in driver.widgets() if widget.key == "mode-assess")
        wanted = [scenario.question, *scenario.content_notes]
        seen = [widget for _pane, widget in driver.widgets() if _is_one_of(widget, wanted) or widget.key[:5] == "mode-"]
        assert len(seen) == len(wanted) + 2
        lowest = max(widget.rect.bottom for widget in seen)
        if lowest > pane.rect.height:
            below.append((scenario.id, lowest - pane.rect.height))
    assert below == []


def _is_one_of(widget: Widget, wanted: list[str]) -> bool:
    return any(getattr(widget, "words", "").endswith(words) for words in wanted)


def test_the_folded_buttons_of_a_narrow_window_open(tmp_path: Path) -> None:
    driver = Driver(a_context(tmp_path, publish=lambda *_asked: tmp_path), (430, 900))
    driver.app.prefer(replace(Preferences(), text_scale=1.5))
    driver.enter("Play")
    driver.key(pygame.K_RETURN)
    driver.enter("menu")
    assert driver.screen == "Menu"
    driver.enter("All scenarios")
    assert driver.screen == "Library"
