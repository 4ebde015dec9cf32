"""A play in the window, by keys, as far as a test wants it."""

from __future__ import annotations

import pygame

from tests.window.drive import Driver

GOOD = ("name-it", "frame-it", "keep", "ask-goal", "scale", "recommend")


def begin(driver: Driver) -> None:
    driver.enter("Play")
    driver.key(pygame.K_RETURN)
    driver.enter("Begin")


def to_options(driver: Driver) -> None:
    """Goes on, by keys, until there is something to choose or the conversation is over."""
    while driver.screen in ("Conversation", "Feedback") and not getattr(driver.app.top, "offers", ()):
        driver.key(pygame.K_SPACE)


def offered(driver: Driver) -> dict[str, int]:
    """The numbers of the options, once the guard against mashing is over."""
    driver.wait()
    return {offer.option.id: n for n, offer in enumerate(driver.offers, 1)}


def play_as(driver: Driver, name: str) -> None:
    """Types a name, from the title."""
    driver.enter("players")
    driver.type(name)
    driver.enter("Play under this name")
    assert driver.screen == "Title"
