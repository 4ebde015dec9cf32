"""An idle window draws nothing; what changes is drawn once."""

from __future__ import annotations

from dataclasses import replace

import pygame

from tests.window.conftest import Start
from tests.window.drive import Driver
from tests.window.shots import tour


def test_no_screen_draws_anything_while_nothing_moves(start: Start) -> None:
    driver = start()
    still(driver)
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


def test_where_a_person_lives_only_small_boxes_are_drawn_and_few_of_them(start: Start) -> None:
    driver = start()
    driver.enter("Play")
    driver.key(pygame.K_RETURN)
    driver.app.update(60.0)
    driver.app.draw()
    before, drawn = driver.app.redraws, []
    for _ in range(20 * 30):
        driver.app.update(1 / 30)
        if driver.app.draw():
            drawn.append(sum(box.width * box.height for box in driver.app.dirty_rects))
    assert 20 < driver.app.redraws - before == len(drawn) < 20 * 6
    wide, high = driver.app.surface.get_size()
    assert 0 < min(drawn) < max(drawn) < wide * high / 4


def test_what_moved_by_itself_looks_as_if_all_had_been_drawn(start: Start) -> None:
    driver = start()
    driver.enter("Play")
    driver.key(pygame.K_RETURN)
    for _ in range(15 * 30):
        driver.app.update(1 / 30)
        if driver.app.draw() and driver.app.dirty_rects:
            small = pygame.image.tobytes(driver.app.surface, "RGB")
            driver.app.shown, driver.app.top._ground = False, None
            driver.app.draw()
            assert small == pygame.image.tobytes(driver.app.surface, "RGB")


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


def still(driver: Driver) -> None:
    """Lets no picture move by itself."""
    driver.app.prefer(replace(driver.app.preferences, motion=False))
