"""Small things on skin and cloth: freckles, whiskers, buttons, and the edge along which a cloth ends."""

import random

from tools.art.figure import Cloth
from tools.art.svg import Box, Point, disc, line, shape, sliver


def freckles(count: int, seed: int, colour: str, at: Point, spread: Point, strength: float = 0.4) -> str:
    """Freckles strewn about a middle, thickest there."""
    r = random.Random(seed)
    out = ""
    for _ in range(count):
        x, y = at[0] + r.gauss(0, spread[0]), at[1] + r.gauss(0, spread[1])
        out += disc(x, y, r.uniform(1.2, 3.2), colour, r.uniform(0.35, 1.0) * strength, r.uniform(1.1, 2.6))
    return out


def whiskers(count: int, seed: int, colours: tuple[str, ...], box: Box, length: float) -> str:
    """Draws short hairs that grow down and outward all over a box, to be kept inside the outline of a beard."""
    r = random.Random(seed)
    out = ""
    for _ in range(count):
        x, y = box[0] + r.random() * box[2], box[1] + r.random() * box[3]
        lean = (x - box[0] - box[2] / 2) * 0.03 + r.uniform(-0.2, 0.2) * length
        hair = sliver((x, y), (x + lean * 0.3, y + length * 0.5), (x + lean, y + length), 1.1)
        out += shape(hair, r.choice(colours), r.uniform(0.4, 0.9))
    return out


def button(x: float, y: float, size: float, plain: str, deep: str, light: str) -> str:
    """Draws a round button with its shadow and its glint."""
    glint = disc(x - size * 0.25, y - size * 0.3, size * 0.45, light, 0.8)
    return disc(x + 1, y + size * 0.25, size * 1.06, deep, 0.7) + disc(x, y, size, plain) + glint


def hem(d: str, cloth: Cloth, width: float = 2.4) -> str:
    """Draws the edge of a piece of cloth: a thread of light beside one of shadow."""
    return line(d, cloth.deep, width * 1.8, 0.55) + line(d, cloth.sheen, width * 0.6, 0.55)
