"""Words are set as the player wants them, and whatever the setting they fit the room they were given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, product

import pygame
import pytest

from game.window.preferences import Preferences
from game.window.toolkit import text
from game.window.toolkit.typefaces import FAMILIES, LETTERS, LINES, Setting
from tests.support.layout import faults
from tests.window.conftest import Start
from tests.window.shots import tour

WORDS = "Take Tamaño AVA: ¿qué te traería hoy? “Fine, fine.” A noe\u0301 of it."


@pytest.fixture(autouse=True)
def _usual_again() -> Iterator[None]:
    pygame.font.init()
    yield
    text.set_in(Setting())


def settings() -> list[Setting]:
    return [Setting(*names) for names in product(FAMILIES, LETTERS, LINES)]


@pytest.mark.parametrize("setting", settings(), ids=lambda one: f"{one.family}-{one.letters}-{one.lines}")
@pytest.mark.parametrize("role", text.ROLES)
def test_the_picture_of_a_line_is_as_wide_as_was_said(setting: Setting, role: str) -> None:
    text.set_in(setting)
    for line in text.wrap(WORDS, 30, role, 300):
        assert text.width(line, 30, role) <= 300
        assert abs(text.picture(line, 30, role, "#000000").get_width() - text.width(line, 30, role)) <= 1


@pytest.mark.parametrize("family", FAMILIES)
def test_letters_that_stand_apart_never_overlap_more_than_they_did(family: str) -> None:
    drawn = {}
    for letters in LETTERS:
        text.set_in(Setting(family, letters))
        drawn[letters] = ink(text.picture("Tamaño", 60, "body", "#000000"))
    assert drawn["usual"] == pytest.approx(drawn["wide"], rel=0.02)
    assert drawn["usual"] == pytest.approx(drawn["wider"], rel=0.02)


def ink(picture: pygame.Surface) -> int:
    """How much of a picture is covered, in whole pixels: less when letters lie over each other."""
    return sum(picture.get_at((x, y)).a for x in range(picture.get_width()) for y in range(picture.get_height())) // 255


def test_wider_letters_are_wider_and_wider_lines_further_apart() -> None:
    wide, high = [], []
    for name in LETTERS:
        text.set_in(Setting(letters=name, lines=name))
        wide.append(text.width(WORDS, 30, "body"))
        high.append(text.leading(30, "body"))
    assert wide == sorted(set(wide))
    assert high == sorted(set(high))


def test_at_the_widest_letters_have_a_share_of_0_12_between_them_and_lines_one_and_a_half_of_their_height() -> None:
    """What WCAG 2.2 (1.4.12) asks that a page can bear."""
    text.set_in(Setting(letters="wider", lines="wider"))
    gap = text.width("oooooooooo", 50, "body")
    text.set_in(Setting())
    assert gap - text.width("oooooooooo", 50, "body") >= 0.12 * 50 * 10
    text.set_in(Setting(lines="wider"))
    assert text.leading(50, "body") >= 1.5 * 50


def test_a_face_that_a_family_lacks_is_still_told_apart() -> None:
    text.set_in(Setting("lexend"))
    pictures = {
        pygame.image.tobytes(text.picture("Fine", 40, role, "#000000"), "RGBA") for role in ("body", "strong", "aside")
    }
    assert len(pictures) == 3


@pytest.mark.slow
@pytest.mark.parametrize("setting", [Setting("lexend"), Setting("atkinson", "wider", "wider")])
@pytest.mark.parametrize(("size", "scale"), [((800, 600), 2.0), ((1280, 720), 1.0)])
def test_no_screen_is_too_small_for_any_setting(
    start: Start, setting: Setting, size: tuple[int, int], scale: float
) -> None:
    driver = start(size)
    driver.draws = False
    driver.app.prefer(
        replace(Preferences(), text_scale=scale, family=setting.family, letters=setting.letters, lines=setting.lines)
    )
    driver.wait()
    wrong: list[str] = []
    tour(driver, lambda what: wrong.extend(f"{what}: {fault}" for fault in faults(driver)))
    assert not wrong, "\n".join(wrong)


def test_another_typeface_is_on_the_screen_at_once(start: Start) -> None:
    driver = start()
    before = pygame.image.tobytes(driver.app.surface, "RGB")
    driver.app.prefer(replace(driver.app.preferences, family="lexend"))
    driver.wait()
    assert pygame.image.tobytes(driver.app.surface, "RGB") != before


def test_a_word_that_is_too_long_is_broken_where_the_room_ends_and_nothing_is_lost() -> None:
    word = "unbroken" * 250
    lines = text.wrap(word, 21, "body", 620)
    assert "".join(lines) == word
    for line, after in pairwise(lines):
        assert text.width(line, 21, "body") <= 620 < text.width(line + after[0], 21, "body")


def test_spaces_at_the_beginning_of_a_line_stay() -> None:
    assert text.wrap(" one  two", 21, "body", 620) == (" one  two",)
