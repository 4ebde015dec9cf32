"""Hair combed along guides: strands between curves that say how it lies, and bands of light across them.

A guide is a list of points from root to tip; the guides of one head of hair all have as many points.
"""

import math
import random

from tools.art.svg import Point, disc, line, shape, sliver, smooth

Guide = list[Point]
Tones = tuple[str, str, str, str, str]
"""The colours of one head of hair: deep, dark, middle, light and gleam."""


def along(guide: Guide, t: float) -> Point:
    """The point at `t` (0 root, 1 tip) of the soft curve through the guide."""
    last = len(guide) - 1
    k = min(int(t * last), last - 1)
    f = t * last - k
    a, b, c, d = (guide[min(max(i, 0), last)] for i in (k - 1, k, k + 1, k + 2))

    def mix(p: float, q: float, r: float, s: float) -> float:
        bend = (2 * p - 5 * q + 4 * r - s) * f + (3 * q - p - 3 * r + s) * f * f
        return q + 0.5 * f * (r - p + bend)

    return mix(a[0], b[0], c[0], d[0]), mix(a[1], b[1], c[1], d[1])


def between(guides: list[Guide], s: float) -> Guide:
    """The guide that lies `s` (0 first, 1 last) of the way through the guides."""
    last = len(guides) - 1
    k = min(int(s * last), last - 1)
    f = s * last - k
    return [
        (ax + (bx - ax) * f, ay + (by - ay) * f) for (ax, ay), (bx, by) in zip(guides[k], guides[k + 1], strict=True)
    ]


def comb(
    guides: list[Guide],
    count: int,
    seed: int,
    colours: tuple[str, ...],
    width: float = 1.4,
    reach: tuple[float, float] = (0.2, 0.4),
    opacity: tuple[float, float] = (0.4, 0.85),
) -> str:
    """Tapering strands strewn between the guides, each as long as a part (`reach`) of its guide."""
    r = random.Random(seed)
    out = ""
    for _ in range(count):
        guide = between(guides, r.random())
        length = r.uniform(*reach)
        start = r.uniform(-0.3 * length, 1 - 0.7 * length)
        a, b = max(0.0, start), min(1.0, start + length)
        (x0, y0), (mx, my), (x2, y2) = along(guide, a), along(guide, (a + b) / 2), along(guide, b)
        bend = ((8 * mx - x0 - x2) / 6, (8 * my - y0 - y2) / 6)
        out += shape(
            sliver((x0, y0), bend, (x2, y2), width * r.uniform(0.6, 1.3)), r.choice(colours), r.uniform(*opacity)
        )
    return out


def band(guides: list[Guide], t: float, colour: str, width: float, opacity: float) -> str:
    """A stroke across all the guides where each has come `t` of its way: the crest or the valley of a wave."""
    return line(smooth([along(between(guides, i / 12), t) for i in range(13)]), colour, width, opacity)


def lock(path: Guide, width: float, tones: Tones, glow: float, seed: float) -> str:
    """One lock of hair: a shape that tapers to a point, and finer strands of light (`glow`) along it."""
    deep, dark, middle, light, gleam = tones

    def side(k: float) -> Guide:
        out: Guide = []
        for i, (x, y) in enumerate(path):
            (ax, ay), (bx, by) = path[max(0, i - 1)], path[min(len(path) - 1, i + 1)]
            length = math.hypot(bx - ax, by - ay) or 1
            t = i / (len(path) - 1)
            wide = width * k * (0.55 + 0.75 * t) * (1 - t**3.2)
            out.append((x - (by - ay) / length * wide, y + (bx - ax) / length * wide))
        return out

    out = shape(smooth([*side(1.0), *reversed(side(-1.0))], closed=True), deep, 0.85)
    out += shape(smooth([*side(0.86), *reversed(side(-0.7))], closed=True), dark if glow < 0.35 else middle)
    for k, colour in ((-0.4, dark), (0.05, light), (0.45, middle), (0.28, gleam)):
        strength = (0.25 + 0.6 * glow) * (0.55 + 0.45 * math.sin(seed + k * 9))
        out += line(smooth(side(k)), colour, 1.9 if colour != gleam else 1.3, max(0.08, strength))
    return out


def curl(x: float, y: float, size: float, turn: float, tones: Tones, glow: float) -> str:
    """One small curl: a coil that opens, dark below, lit along its upper side."""
    deep, _, middle, light, gleam = tones
    points: list[Point] = []
    for i in range(9):
        a = turn + i * 0.72
        far = size * (1.0 - 0.07 * i)
        points.append((x + far * math.cos(a), y + far * 0.86 * math.sin(a)))
    coil = "M" + "L".join(f"{px:.1f} {py:.1f}" for px, py in points)
    crest = sliver((x - size, y), (x - size * 0.5, y - size), (x + size * 0.5, y - size * 0.86), size * 0.12)
    return (
        disc(x, y, size * 1.16, deep, 0.9, size)
        + line(coil, middle, size * 0.62)
        + line(coil, light, size * 0.26, 0.3 + 0.6 * glow)
        + shape(crest, gleam, 0.15 + 0.7 * glow)
    )
