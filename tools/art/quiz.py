"""Six faces of one person without their names, for someone to tell apart who has not seen them; the key lies beside."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pygame

from game.window.stage import pictures
from game.window.toolkit import text
from tools.art.expression import EXPRESSIONS

ASKED, WIDE, TALL, STRIP = 6, 450, 540, 44


def draw(assets: Path, name: str, out: Path, key: Path, chance: Random) -> None:
    """Draws six expressions of a person, numbered, in an order that only the key tells."""
    shown = chance.sample(list(EXPRESSIONS), ASKED)
    picture = pygame.Surface((3 * WIDE, 2 * (TALL + STRIP)))
    picture.fill("#d3dbd5")
    for i, expression in enumerate(shown):
        x, y = i % 3 * WIDE, i // 3 * (TALL + STRIP)
        face = pictures.portrait(assets, name, expression, TALL)
        picture.blit(face, (x, y), special_flags=pygame.BLEND_PREMULTIPLIED)
        picture.blit(text.font(30, "Regular").render(str(i + 1), True, "#1c2a26"), (x + 14, y + TALL + 4))
    pygame.image.save(picture, str(out))
    lines = (f"{i} {expression}\n" for i, expression in enumerate(shown, 1))
    key.write_text("".join(lines), encoding="utf-8")
