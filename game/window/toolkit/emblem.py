"""The game's sign: two people of one height on one line."""

from __future__ import annotations

from functools import lru_cache

import pygame

FINE = 4


@lru_cache(maxsize=8)
def emblem(side: int, one: str, other: str, ground: str) -> pygame.Surface:
    """Returns the sign, `side` pixels square, in two colours for the people and one for the line they stand on."""
    n = side * FINE
    big = pygame.Surface((n, n), pygame.SRCALPHA)
    shade = pygame.Color(ground)
    big.fill((shade.r, shade.g, shade.b, 0))
    line = pygame.Rect(0, round(n * 0.84), n, round(n * 0.09))
    for colour, middle in ((one, 0.29), (other, 0.71)):
        head = (round(n * middle), round(n * 0.26))
        pygame.draw.circle(big, colour, head, round(n * 0.13))
        body = pygame.Rect(0, 0, round(n * 0.34), round(n * 0.36))
        body.midbottom = (head[0], line.top - round(n * 0.04))
        round_top = body.width // 2
        pygame.draw.rect(big, colour, body, border_top_left_radius=round_top, border_top_right_radius=round_top)
    pygame.draw.rect(big, ground, line, border_radius=line.height // 2)
    return pygame.transform.smoothscale(big, (side, side))
