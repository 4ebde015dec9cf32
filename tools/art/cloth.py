"""Cloth wrapped round a head: lines that run along it between its inner edge and its outline, and printed flowers."""

import math
from dataclasses import dataclass

from tools.art.svg import Point, disc, shape, sliver, smooth


@dataclass(frozen=True, slots=True)
class Wrap:
    """A scarf as two edges, point for point beside each other: the one round the face and the outline."""

    inner: tuple[Point, ...]
    outer: tuple[Point, ...]

    def at(self, t: float, s: float) -> Point:
        """Returns the point `t` of the way from the inner edge to the outline, `s` of the way along both."""
        last = len(self.inner) - 1
        k = min(int(s * last), last - 1)
        f = s * last - k
        ax, ay = (self.inner[k][j] * (1 - f) + self.inner[k + 1][j] * f for j in (0, 1))
        bx, by = (self.outer[k][j] * (1 - f) + self.outer[k + 1][j] * f for j in (0, 1))
        return ax * (1 - t) + bx * t, ay * (1 - t) + by * t

    def run(self, t: float, start: float = 0.0, end: float = 1.0, slip: float = 0.0) -> list[Point]:
        """Returns points of a line along the cloth; `slip` moves its end outward."""
        return [self.at(min(1.0, max(0.0, t + slip * i / 10)), start + (end - start) * i / 10) for i in range(11)]

    def outline(self) -> str:
        """Returns path data of the whole cloth, open where its two ends lie."""
        return smooth([*self.outer, *reversed(self.inner)], closed=True)


def flower(x: float, y: float, size: float, turn: float, colours: tuple[str, str, str]) -> str:
    """Draws a printed flower: two leaves, five petals and a heart, in the colours of petal, heart and leaf."""
    petal, heart, leaf = colours
    out = ""
    for a in (turn + 0.5, turn + 3.4):
        tip = (x + math.cos(a) * size * 2.0, y + math.sin(a) * size * 2.0)
        bend = (x + math.cos(a + 0.35) * size * 1.3, y + math.sin(a + 0.35) * size * 1.3)
        out += shape(sliver((x, y), bend, tip, size * 0.36), leaf, 0.9)
    for i in range(5):
        a = turn + i * 2 * math.pi / 5
        px, py = x + math.cos(a) * size * 0.62, y + math.sin(a) * size * 0.62
        out += disc(px, py, size * 0.5, petal) + disc(px - size * 0.1, py - size * 0.14, size * 0.24, "#ffffff", 0.2)
    return out + disc(x, y, size * 0.32, heart)
