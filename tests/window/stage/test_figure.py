"""A portrait that lives: only eyes and body move, a little, and it can keep as still as a picture."""

from pathlib import Path

import pygame
import pytest

from game.window.stage.figure import LivePortrait
from game.window.stage.gallery import Gallery
from game.window.stage.life import Life

ASSETS = Path(__file__).resolve().parents[3] / "assets"
HIGH = 700


@pytest.fixture
def figure() -> LivePortrait:
    pygame.display.init()
    return LivePortrait(Gallery(ASSETS), "henrik", "warm", HIGH)


def pixels(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGBA")


def differs(one: pygame.Surface, other: pygame.Surface) -> pygame.Rect:
    """The box in which two pictures differ."""
    more, less = one.copy(), other.copy()
    more.blit(other, (0, 0), special_flags=pygame.BLEND_RGBA_SUB)
    less.blit(one, (0, 0), special_flags=pygame.BLEND_RGBA_SUB)
    more.blit(less, (0, 0), special_flags=pygame.BLEND_RGBA_ADD)
    rects = pygame.mask.from_threshold(more, (0, 0, 0, 0), (1, 1, 1, 1))
    rects.invert()
    boxes = rects.get_bounding_rects()
    return boxes[0].unionall(boxes) if boxes else pygame.Rect(0, 0, 0, 0)


def test_nothing_moves_without_life(figure: LivePortrait) -> None:
    shared = figure.surface
    assert figure.pose(None, "lowered") == []
    assert figure.surface is shared


def test_a_blink_changes_the_eyes_and_nothing_else(figure: LivePortrait) -> None:
    still = figure.surface.copy()
    boxes = figure.pose(Life(lids="shut"), "")
    assert len(boxes) == 1
    changed = differs(still, figure.surface)
    assert changed.width > HIGH * 0.15
    assert boxes[0].contains(changed)
    assert figure.pose(Life(), "") == boxes
    assert pixels(figure.surface) == pixels(still)


def test_a_breath_moves_the_body_by_two_pixels_and_leaves_the_head(figure: LivePortrait) -> None:
    still = figure.surface.copy()
    (below,) = figure.pose(Life(breath=1.0), "")
    assert below.contains(differs(still, figure.surface))
    assert below.y > HIGH * 0.55
    chest = pygame.Rect(100, HIGH - 100, 300, 80)
    assert pixels(figure.surface.subsurface(chest.move(0, -2))) == pixels(still.subsurface(chest))
    figure.pose(Life(), "")
    assert pixels(figure.surface) == pixels(still)


def test_the_gallery_s_picture_is_never_drawn_on(figure: LivePortrait) -> None:
    shared = figure.surface
    before = pixels(shared)
    figure.pose(Life(lids="shut", breath=0.6), "")
    assert figure.surface is not shared
    assert pixels(shared) == before


def test_a_glance_holds_between_blinks(figure: LivePortrait) -> None:
    figure.pose(Life(), "lowered")
    lowered = pixels(figure.surface)
    figure.pose(Life(lids="shut"), "lowered")
    assert pixels(figure.surface) != lowered
    figure.pose(Life(), "lowered")
    assert pixels(figure.surface) == lowered


def test_eyes_that_are_shut_stay_as_they_are() -> None:
    pygame.display.init()
    relieved = LivePortrait(Gallery(ASSETS), "henrik", "relieved", HIGH)
    still = pixels(relieved.surface)
    relieved.pose(Life(lids="shut"), "lowered")
    assert pixels(relieved.surface) == still


def test_a_person_without_pictures_stands_still(tmp_path: Path) -> None:
    pygame.display.init()
    nobody = LivePortrait(Gallery(tmp_path), "nobody", "warm", 300)
    assert nobody.pose(Life(lids="shut", breath=1.0), "lowered") == []
