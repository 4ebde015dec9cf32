"""Every screen at every size: no words outside their box, nothing on top of anything else, large enough to press, and a
focus that goes where reading goes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.window.preferences import Preferences
from game.window.toolkit.look import Look
from game.window.toolkit.theme import CALM
from tests.support.layout import faults
from tests.window.conftest import Start
from tests.window.drive import SIZES
from tests.window.shots import tour

LOOKS = [(size, scale) for size in (*SIZES, (640, 480)) for scale in (1.0, 1.5, 2.0)]


@pytest.mark.slow
@pytest.mark.parametrize(("size", "scale"), LOOKS)
def test_no_words_leave_their_box_and_nothing_overlaps(start: Start, size: tuple[int, int], scale: float) -> None:
    driver = start(size)
    driver.draws = False
    driver.app.prefer(replace(Preferences(), text_scale=scale))
    driver.wait()
    wrong: list[str] = []
    tour(driver, lambda what: wrong.extend(f"{what}: {fault}" for fault in faults(driver)))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("size", SIZES)
def test_the_focus_is_always_in_sight(start: Start, size: tuple[int, int]) -> None:
    driver = start(size)
    driver.draws = False
    driver.app.prefer(replace(Preferences(), text_scale=2.0))
    driver.wait()
    hidden: list[str] = []

    def look_around(what: str) -> None:
        page = driver.app.top.page
        before = page.focus_key
        for key in driver.keys:
            page.focus(key)
            pane, widget = driver.find(key)
            top = widget.rect.y - pane.scroll
            if not (
                top >= -1
                and (top + widget.rect.height <= pane.rect.height or widget.rect.height > pane.rect.height - 60)
            ):
                hidden.append(f"{what}: {key} at {top}")
        page.focus_key = before

    tour(driver, look_around)
    assert not hidden, "\n".join(hidden)


def test_text_is_as_large_as_it_was_promised() -> None:
    assert Look(CALM, 1280, 720).px >= 21
    assert Look(CALM, 1920, 1080).px >= 32
    assert Look(CALM, 1920, 1080, 2.0).px >= 64
    assert Look(CALM, 640, 480).px >= 18
