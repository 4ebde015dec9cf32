"""The author's studio from the window's first screen."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from game.window.studio_opener import StudioOpener
from tests.window.conftest import Start
from tests.window.screens.test_class_debrief import said
from tests.window.shots import until

OPENS = 'import sys; print("The studio:  http://127.0.0.1:9/#s", sys.argv[1:], flush=True)'
OPENED: list[StudioOpener] = []
REFUSES = 'import sys; sys.exit("The disk is full.")'


@pytest.fixture(autouse=True)
def _ended() -> Iterator[None]:
    yield
    for opener in OPENED:
        if opener.process:
            opener.process.wait()
    OPENED.clear()


def an_opener(program: str, missing: str = "") -> StudioOpener:
    """An opener whose command is a small program in the place of the game's."""
    OPENED.append(StudioOpener([sys.executable, "-c", program], lambda: missing))
    return OPENED[-1]


def test_the_studio_opens_beside_the_window_and_its_address_is_told(start: Start) -> None:
    driver = start(studio=an_opener(OPENS))
    driver.enter("Write a scenario")
    until(driver, "type this address there: http://127.0.0.1:9/#s")


def test_why_the_studio_does_not_open_is_told(start: Start) -> None:
    driver = start(studio=an_opener(REFUSES))
    driver.enter("Write a scenario")
    until(driver, "The disk is full.")
    driver = start(studio=an_opener(OPENS, missing="Type: pip install -r requirements/studio.lock"))
    driver.enter("Write a scenario")
    until(driver, "requirements/studio.lock")


def test_where_there_is_no_studio_nothing_offers_it(start: Start) -> None:
    assert "Write a scenario" not in said(start())
