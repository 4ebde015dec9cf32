"""A new place comes as the old one goes, for a moment; nothing fades where pictures keep still."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

import pygame

from game.play.session import Session
from game.testing import a_session
from game.window.beside import Beside
from game.window.screens.waiting import WaitingScreen
from game.window.stage.fade import LASTS, Fade
from tests.window.conftest import Start
from tests.window.drive import Driver

SPOT = (40, 40)  # a corner where only the place is


def colour(driver: Driver) -> pygame.Color:
    return driver.app.surface.get_at(SPOT)


def away(driver: Driver) -> None:
    """From the title to the scenarios, drawn once, before any time has passed."""
    driver.wait(1.0)
    driver.go_to("Play")
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="", scancode=0))
    driver.pump()
    driver.app.draw()
    assert driver.screen == "Library"


def test_the_old_place_goes_while_the_new_one_comes_and_then_nothing_is_drawn_any_more(start: Start) -> None:
    driver = start()
    driver.wait(1.0)
    title = colour(driver)
    away(driver)
    assert colour(driver) == title
    driver.wait(LASTS / 2)
    between = colour(driver)
    driver.wait(LASTS)
    library = colour(driver)
    assert between not in (title, library)
    assert min(title.r, library.r) <= between.r <= max(title.r, library.r)
    before = driver.app.redraws
    driver.wait(0.1)
    driver.wait(0.1)
    assert driver.app.redraws == before
    driver.app.shown = False
    driver.wait(0.0)
    assert colour(driver) == library, "what stands there is what a whole picture would be"


def test_nothing_fades_where_pictures_keep_still(start: Start) -> None:
    driver = start()
    driver.app.prefer(replace(driver.app.preferences, motion=False))
    away(driver)
    at_once = colour(driver)
    driver.wait(1.0)
    assert colour(driver) == at_once


def test_a_sheet_over_a_screen_does_not_fade(start: Start) -> None:
    driver = start()
    driver.wait(1.0)
    driver.key(pygame.K_F2)
    assert driver.screen == "Settings"
    assert not driver.app.fade.on


def test_what_is_only_waited_at_comes_at_once_and_so_does_what_comes_after_it() -> None:
    fade, picture = Fade(), pygame.Surface((8, 8))
    begun = list[bool]()
    for scene in ("library", "debrief", None, "debrief", "library"):
        fade.come_to(scene, picture, moving=True)
        begun.append(fade.on)
        fade.pass_time(LASTS if scene == "library" else 0.0)
    assert begun == [False, True, False, False, True]


def test_what_says_that_a_debrief_is_on_its_way_stands_in_the_first_picture(start: Start) -> None:
    driver, ready = start(), Event()
    driver.wait(1.0)

    def found() -> Session:
        ready.wait()
        return a_session()

    driver.app.open(WaitingScreen(driver.app, Beside(found)))
    driver.app._settle()
    driver.app.draw()
    assert colour(driver) == pygame.Color(driver.app.look.theme.bg)
    ready.set()
