"""A contact sheet of the shipped pictures: every person standing and lying, smaller parts, every place at each hour."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.scenario.model import Lying
from game.window.stage import pictures
from game.window.stage.lying import lying
from game.window.toolkit import text
from tools.art.hours import HOURS
from tools.art.looks import LOOKS
from tools.art.people import PEOPLE
from tools.art.places import PLACES

TALL, WIDE, STRIP, ACROSS = 216, 180, 26, 3
GROUND, INK = "#c9b8a0", "#1c2a26"


def draw(assets: Path, out: Path) -> None:
    """Draws the sheet from what lies in `assets`: three people to a row, smaller parts, a row for each place."""
    seen = sorted(PEOPLE)
    one = (1 + len(Lying)) * WIDE
    rows = -(-len(seen) // ACROSS)
    place_wide = ACROSS * one // len(HOURS)
    beside = ACROSS * one // WIDE
    below = rows * (TALL + STRIP)
    place_tall = place_wide * 9 // 16
    top = below + -(-len(LOOKS) // beside) * (TALL + STRIP)
    picture = pygame.Surface((ACROSS * one, top + len(PLACES) * (place_tall + STRIP)))
    picture.fill(GROUND)
    for i, person in enumerate(seen):
        x, y = i % ACROSS * one, i // ACROSS * (TALL + STRIP)
        _caption(picture, person, x, y)
        ways = [pictures.portrait(assets, person, "neutral", TALL)]
        ways += [lying(assets, person, "neutral", str(way), TALL) for way in Lying]
        for j, drawn in enumerate(ways):
            picture.blit(drawn, (x + j * WIDE, y + STRIP), special_flags=pygame.BLEND_PREMULTIPLIED)
    for i, part in enumerate(sorted(LOOKS)):
        x, y = i % beside * WIDE, below + i // beside * (TALL + STRIP)
        _caption(picture, part, x, y)
        drawn = pictures.portrait(assets, part, "neutral", TALL)
        picture.blit(drawn, (x, y + STRIP), special_flags=pygame.BLEND_PREMULTIPLIED)
    for i, place in enumerate(PLACES):
        for j, hour in enumerate(HOURS):
            x, y = j * place_wide, top + i * (place_tall + STRIP)
            _caption(picture, f"{place}: {hour}", x, y)
            drawn = pictures.place(assets, place, (place_wide, place_tall), blurred=False, hour=hour)
            picture.blit(drawn, (x, y + STRIP))
    pygame.image.save(picture, str(out))


def _caption(onto: pygame.Surface, words: str, x: int, y: int) -> None:
    onto.blit(text.font(18, "Regular").render(words, True, INK), (x + 6, y + 3))
