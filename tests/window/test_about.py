"""Help, glossary and credits: what the game says about itself is what it does, and nothing is told too soon."""

from __future__ import annotations

from dataclasses import replace

import pygame

from game.window.input.bindings import ACTIONS
from game.window.input.key_names import every_way
from tests.window.conftest import Start
from tests.window.drive import Driver
from tests.window.shots import choose, read_on


def finished(driver: Driver) -> Driver:
    """Plays the sample to its end."""
    driver.enter("Play")
    driver.key(pygame.K_RETURN)
    driver.enter("Begin")
    read_on(driver)
    for option in ("name-it", "frame-it", "keep", "ask-goal", "scale", "recommend"):
        choose(driver, option)
        driver.key(pygame.K_SPACE)
        read_on(driver)
    driver.key(pygame.K_SPACE)
    driver.enter("See the debrief")
    assert driver.screen == "Debrief"
    return driver


def test_the_glossary_is_closed_before_a_first_play_and_the_help_says_why(start: Start) -> None:
    driver = start()
    driver.key(pygame.K_F1)
    why = "It opens once you have played a conversation to its end."
    assert why in driver.words().replace("\n", " ")
    driver.enter("Glossary of the moves")
    assert driver.screen == "Glossary"
    assert why in driver.words().replace("\n", " ")
    assert not [
        move.did for move in driver.app.context.plays.library.rubric.moves.values() if move.did in driver.words()
    ]


def test_after_a_play_the_debrief_leads_to_every_move_beside_its_counterfeit(start: Start) -> None:
    driver = finished(start())
    driver.enter("Glossary")
    words = driver.words().replace("\n", " ")
    assert all(
        move.did in words and (move.does or "") in words
        for move in driver.app.context.plays.library.rubric.moves.values()
    )
    assert "You, in " in words
    driver.key(pygame.K_ESCAPE)
    assert driver.screen == "Debrief"
    driver.key(pygame.K_F1)
    assert "It opens once" not in driver.words().replace("\n", " ")


def test_the_help_names_every_action_that_has_a_key_or_a_button_now(start: Start) -> None:
    driver = start()
    now = driver.app.preferences
    told = dict(every_way(now.keys, now.buttons))
    assert {action.told for action in ACTIONS if action.key or action.button} <= set(told)
    driver.app.prefer(replace(now, keys={**now.keys, "history": "j"}, buttons={**now.buttons, "leave": "GUIDE"}))
    driver.key(pygame.K_F1)
    words = driver.words()
    assert "F3, J, pad X" in words
    assert "L, pad Guide" in words
    assert all(what in words.replace("\n", " ") for what in told)


def test_no_key_is_told_for_two_things(start: Start) -> None:
    now = start().app.preferences
    told = [key for _what, keys in every_way(now.keys, now.buttons) for key in keys.split(", ")]
    assert len(told) == len(set(told))


def test_the_credits_name_pictures_typefaces_and_packages(start: Start) -> None:
    driver = start()
    driver.key(pygame.K_F2)
    driver.enter("Credits and licences")
    words = driver.words()
    for name in ("Pictures of people", "Lexend", "SIL Open Font License", "pygame-ce", "transitions"):
        assert name in words
    driver.key(pygame.K_ESCAPE)
    driver.key(pygame.K_ESCAPE)
    driver.key(pygame.K_F1)
    driver.enter("Credits and licences")
    assert driver.screen == "Credits"
