"""An idle window draws nothing; what changes is drawn once."""

from __future__ import annotations

import pygame

from tests.window.conftest import Start
from tests.window.drive import Driver
from tests.window.shots import tour


def test_no_screen_draws_anything_while_nothing_happens(start: Start) -> None:
    driver = start()
    drawn: list[str] = []

    def wait_a_while(what: str) -> None:
        driver.app.update(60.0)  # any line still appearing is whole by now
        driver.app.draw()
        driver.app.update(0.03)
        driver.app.draw()
        before = driver.app.redraws
        for _ in range(50):
            driver.pump()
            driver.app.update(0.033)
            driver.app.draw()
        if driver.app.redraws != before:
            drawn.append(what)

    tour(driver, wait_a_while)
    assert not drawn


def test_a_pointer_that_moves_over_nothing_draws_nothing(start: Start) -> None:
    driver = start()
    before = driver.app.redraws
    for x in range(20):
        pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=(10 + x, 10), rel=(1, 0), buttons=(0, 0, 0)))
    driver.pump()
    driver.wait()
    assert driver.app.redraws == before


def test_a_line_that_appears_is_drawn_as_it_grows(start: Start) -> None:
    driver: Driver = start()
    driver.enter("Play")
    driver.key(pygame.K_RETURN)
    driver.enter("Begin")
    before = driver.app.redraws
    for _ in range(5):
        driver.wait(0.033)
    assert driver.app.redraws == before + 5


def test_the_same_moment_is_always_drawn_the_same(start: Start) -> None:
    pictures = []
    for _ in range(2):
        driver = start()
        driver.enter("Settings")
        driver.key(pygame.K_TAB)
        pictures.append(pygame.image.tobytes(driver.app.surface, "RGB"))
    assert pictures[0] == pictures[1]
