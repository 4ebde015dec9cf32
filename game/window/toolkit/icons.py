"""Small signs drawn from strokes, since the font has no arrows, ticks or stars."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import pygame

FINE = 4
GRID = 24  # every icon is drawn on a grid of 24 × 24
STROKE = 2.1

Stroke = tuple[tuple[float, float], ...]
Ring = tuple[float, float, float]

# Each icon: open strokes, circles (x, y, radius), filled dots (x, y, radius).
ICONS: dict[str, tuple[tuple[Stroke, ...], tuple[Ring, ...], tuple[Ring, ...]]] = {
    "forward": ((((5, 12), (19, 12)), ((13, 6), (19, 12), (13, 18))), (), ()),
    "back": ((((19, 12), (5, 12)), ((11, 6), (5, 12), (11, 18))), (), ()),
    "open": ((((9, 5), (16, 12), (9, 19)),), (), ()),
    "shut": ((((5, 9), (12, 16), (19, 9)),), (), ()),
    "tick": ((((4, 13), (10, 18.5), (20, 6)),), (), ()),
    "cross": ((((6, 6), (18, 18)), ((18, 6), (6, 18))), (), ()),
    "history": ((((4, 6), (20, 6)), ((4, 12), (20, 12)), ((4, 18), (13, 18))), (), ()),
    "menu": ((((4, 6), (20, 6)), ((4, 12), (20, 12)), ((4, 18), (20, 18))), (), ()),
    "down": ((((12, 5), (12, 19)), ((6, 13), (12, 19), (18, 13))), (), ()),
    "up": ((((12, 19), (12, 5)), ((6, 11), (12, 5), (18, 11))), (), ()),
    "settings": (
        (((3, 7), (11, 7)), ((17, 7), (21, 7)), ((3, 17), (7, 17)), ((13, 17), (21, 17))),
        ((14, 7, 3), (10, 17, 3)),
        (),
    ),
    "leave": ((((13, 4), (5, 4), (5, 20), (13, 20)), ((10, 12), (21, 12)), ((17, 8), (21, 12), (17, 16))), (), ()),
    "lock": (
        (((5, 11), (19, 11), (19, 20), (5, 20), (5, 11)), ((8, 11), (8, 7), (10, 4), (14, 4), (16, 7), (16, 11))),
        (), ((12, 15.5, 1.6),),
    ),
    "help": (
        (((9, 9.5), (9.6, 7.6), (12, 6.6), (14.4, 7.6), (15, 9.5), (14.2, 11.2), (12, 12.6), (12, 14)),),
        ((12, 12, 10),), ((12, 17.4, 1.4),),
    ),
    "note": ((((12, 11), (12, 17)),), ((12, 12, 10),), ((12, 7.2, 1.5),)),
    "clock": ((((12, 6.5), (12, 12), (16, 14)),), ((12, 12, 10),), ()),
    "person": ((((4, 21), (5, 17), (8.5, 14.6), (12, 14.2), (15.5, 14.6), (19, 17), (20, 21)),), ((12, 7.5, 4.2),), ()),
    "pencil": ((((4, 20), (5, 15.5), (16, 4.5), (19.5, 8), (8.5, 19), (4, 20)), ((13.5, 7), (17, 10.5))), (), ()),
    "play": ((((7, 4.5), (19, 12), (7, 19.5), (7, 4.5)),), (), ()),
    "pause": ((((8, 5), (8, 19)), ((16, 5), (16, 19))), (), ()),
    "skip": ((((4, 5), (11, 12), (4, 19)), ((12, 5), (19, 12), (12, 19))), (), ()),
    "save": ((((6, 3.5), (18, 3.5), (18, 20.5), (12, 15.5), (6, 20.5), (6, 3.5)),), (), ()),
    "again": (
        (
            ((19.5, 12), (18.6, 15.8), (15.9, 18.6), (12, 19.6), (8, 18.6), (5.2, 15.8), (4.4, 12),
             (5.2, 8.2), (8, 5.4), (12, 4.4), (16, 5.4), (19, 8.2)),
            ((19.6, 3.6), (19.4, 8.6), (14.6, 8.6)),
        ),
        (), (),
    ),
    "thought": ((), ((12, 9.5, 7.5), (6.5, 18.5, 1.8)), ((3.2, 22, 1.2),)),
    "warning": ((((12, 3.5), (22, 20.5), (2, 20.5), (12, 3.5)), ((12, 9.5), (12, 14.5))), (), ((12, 17.6, 1.4),)),
    "mend": ((((7, 12.5), (10.8, 16), (17, 8.5)),), ((12, 12, 10),), ()),
    "split": ((((14, 2.5), (10, 8.5), (14.5, 12.5), (9.5, 21.5)),), ((12, 12, 10),), ()),
    "minus": ((((5, 12), (19, 12)),), (), ()),
    "plus": ((((5, 12), (19, 12)), ((12, 5), (12, 19))), (), ()),
    "goal": ((), ((12, 12, 9.5), (12, 12, 5)), ((12, 12, 1.8),)),
    "fork": (
        (((4, 12), (10, 12), (15, 5.5), (20, 5.5)), ((10, 12), (15, 18.5), (20, 18.5)),
         ((17, 2.5), (20, 5.5), (17, 8.5)), ((17, 15.5), (20, 18.5), (17, 21.5))),
        (), (),
    ),
}  # fmt: skip


@lru_cache(maxsize=128)
def icon(name: str, side: int, colour: str) -> pygame.Surface:
    """Returns one sign, `side` pixels square, with smooth edges."""
    scale = side * FINE / GRID
    big = pygame.Surface((side * FINE, side * FINE), pygame.SRCALPHA)
    shade = pygame.Color(colour)
    big.fill((shade.r, shade.g, shade.b, 0))
    pen = max(2, round(STROKE * scale))
    strokes, rings, dots = ICONS[name]
    for stroke in strokes:
        _draw_stroke(big, [(x * scale, y * scale) for x, y in stroke], pen, shade)
    for x, y, radius in rings:
        pygame.draw.circle(big, shade, (x * scale, y * scale), radius * scale, pen)
    for x, y, radius in dots:
        pygame.draw.circle(big, shade, (x * scale, y * scale), radius * scale)
    return pygame.transform.smoothscale(big, (side, side))


def _draw_stroke(onto: pygame.Surface, points: list[tuple[float, float]], pen: int, shade: pygame.Color) -> None:
    """Draws a line with round joints and ends."""
    for start, end in pairwise(points):
        along = pygame.Vector2(end) - pygame.Vector2(start)
        side = along.rotate(90)
        side.scale_to_length(pen / 2)
        corners = [start + side, end + side, end - side, start - side]
        pygame.draw.polygon(onto, shade, corners)
    for point in points:
        pygame.draw.circle(onto, shade, point, pen / 2)


@lru_cache(maxsize=96)
def mark(shape: str, side: int, fill: str, edge: str) -> pygame.Surface:
    """Returns one marker for a plot, `side` pixels square; each shape is told apart without its colour."""
    n = side * FINE
    big = pygame.Surface((n, n), pygame.SRCALPHA)
    rim = pygame.Color(edge)
    big.fill((rim.r, rim.g, rim.b, 0))
    layers = ((0.02, edge), (0.14, fill), *([(0.32, edge)] if shape == "target" else []))
    for inset, colour in layers:
        _draw_shape(big, shape, n, inset, colour)
    return pygame.transform.smoothscale(big, (side, side))


def _draw_shape(onto: pygame.Surface, shape: str, n: int, inset: float, colour: str) -> None:
    """Draws one filled shape, `inset` of its side smaller all round."""
    low, high, mid = n * inset, n * (1 - inset), n / 2
    match shape:
        case "square":
            pad = n * 0.07
            pygame.draw.rect(onto, colour, (low + pad, low + pad, high - low - 2 * pad, high - low - 2 * pad))
        case "triangle":
            lift = n * inset * 0.9
            wing = n * inset * 0.75
            pygame.draw.polygon(onto, colour, [(mid, low + lift), (high - wing, high), (low + wing, high)])
        case "diamond":
            slim = n * inset * 0.4
            points = [(mid, low + slim), (high - slim, mid), (mid, high - slim), (low + slim, mid)]
            pygame.draw.polygon(onto, colour, points)
        case "cross":
            arm = n * (0.19 - inset * 0.6)
            ends = n * inset
            bar = pygame.Rect(0, 0, round(n - 2 * ends), round(2 * arm))
            bar.center = (round(mid), round(mid))
            pygame.draw.rect(onto, colour, bar)
            pygame.draw.rect(onto, colour, pygame.Rect(bar.centerx - arm, ends, 2 * arm, n - 2 * ends))
        case "wedge":
            lift = n * inset * 0.9
            wing = n * inset * 0.75
            pygame.draw.polygon(onto, colour, [(mid, high - lift), (high - wing, low), (low + wing, low)])
        case "hexagon":
            spoke, centre = pygame.Vector2(0, (high - low) / 2), pygame.Vector2(mid, mid)
            corners = [centre + spoke.rotate(60 * k) for k in range(6)]
            pygame.draw.polygon(onto, colour, corners)
        case _:
            pygame.draw.circle(onto, colour, (mid, mid), (high - low) / 2)
