"""Pictures are kept by how much memory they take."""

from __future__ import annotations

import pygame

from game.window.toolkit.kept_pictures import MEGABYTE, KeptPictures, keep_pictures

SIDE = 256
ONE = SIDE * SIDE * 4 / MEGABYTE  # a quarter of a megabyte


def square(side: int = SIDE) -> pygame.Surface:
    return pygame.Surface((side, side), pygame.SRCALPHA, 32)


def test_a_picture_is_drawn_once_while_it_is_kept() -> None:
    drawn: list[str] = []

    @keep_pictures(1)
    def draw(name: str) -> pygame.Surface:
        """Draws."""
        drawn.append(name)
        return square()

    assert draw("a") is draw("a")
    assert draw("b") is not draw("a")
    assert drawn == ["a", "b"]
    draw.cache_clear()
    assert draw.kept.bytes == 0
    draw("a")
    assert drawn == ["a", "b", "a"]
    assert draw.__doc__ == "Draws."


def test_those_that_were_not_asked_for_longest_go_first() -> None:
    kept = KeptPictures[pygame.Surface](3.5 * ONE)
    first, second = kept.get(1, square), kept.get(2, square)
    kept.get(3, square)
    assert kept.get(1, square) is first
    kept.get(4, square)
    assert kept.get(1, square) is first
    assert kept.get(2, square) is not second


def test_however_many_are_asked_for_they_take_no_more_than_was_allowed() -> None:
    kept = KeptPictures[pygame.Surface](2)
    for n in range(200):
        kept.get(n, lambda n=n: square(1 + n % 300))  # type: ignore[misc]
        assert kept.bytes <= 2 * MEGABYTE
    assert kept.bytes > MEGABYTE


def test_the_newest_is_kept_however_large() -> None:
    kept = KeptPictures[pygame.Surface](ONE / 2)
    large = kept.get("large", square)
    assert kept.get("large", square) is large


def test_that_there_is_none_is_kept_as_well() -> None:
    asked: list[int] = []

    @keep_pictures(1)
    def draw(n: int) -> pygame.Surface | None:
        asked.append(n)
        return None

    assert draw(1) is draw(1) is None
    assert asked == [1]
