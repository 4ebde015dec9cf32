# ruff: noqa: E501  (path data reads best unbroken)
"""Hair combed along guides: strands between curves that say how it lies, and bands of light across them.

A guide is a list of points from root to tip; the guides of one head of hair all have as many points.
"""

import math
import random

from tools.art.svg import Layer, Point, disc, inside, line, shape, sliver, smooth

Guide = list[Point]
Tones = tuple[str, str, str, str, str]
"""The colours of one head of hair: deep, dark, middle, light and gleam."""


def along(guide: Guide, t: float) -> Point:
    """Returns the point at `t` (0 root, 1 tip) of the soft curve through the guide."""
    last = len(guide) - 1
    k = min(int(t * last), last - 1)
    f = t * last - k
    a, b, c, d = (guide[min(max(i, 0), last)] for i in (k - 1, k, k + 1, k + 2))

    def mix(p: float, q: float, r: float, s: float) -> float:
        bend = (2 * p - 5 * q + 4 * r - s) * f + (3 * q - p - 3 * r + s) * f * f
        return q + 0.5 * f * (r - p + bend)

    return mix(a[0], b[0], c[0], d[0]), mix(a[1], b[1], c[1], d[1])


def between(guides: list[Guide], s: float) -> Guide:
    """Returns the guide that lies `s` (0 first, 1 last) of the way through the guides."""
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
    """Draws tapering strands strewn between the guides, each as long as a part (`reach`) of its guide."""
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
    """Draws a stroke across all the guides where each has come `t` of its way: the crest or the valley of a wave."""
    return line(smooth([along(between(guides, i / 12), t) for i in range(13)]), colour, width, opacity)


def lock(path: Guide, width: float, tones: Tones, glow: float, seed: float) -> str:
    """Draws one lock of hair: a shape that tapers to a point, and finer strands of light (`glow`) along it."""
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


def locks(strands: tuple[tuple[Guide, float], ...], tones: Tones, glow: float, seed: float = 1.0) -> str:
    """Draws single locks, each with its width: what has come loose, or falls on the brow."""
    return "".join(lock(path, width, tones, glow, seed) for path, width in strands)


def curl(x: float, y: float, size: float, turn: float, tones: Tones, glow: float) -> str:
    """Draws one small curl: a coil that opens, dark below, lit along its upper side."""
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


def swept(
    roots: Guide,
    tips: Guide,
    tones: Tones,
    count: int,
    seed: int,
    rise: float = 14.0,
    lean: float = 0.0,
    grey: tuple[str, ...] = (),
) -> tuple[Layer, ...]:
    """Draws hair that lies close from its roots, near ear over the brow to the far one, to its outline: lit from the
    left.

    `rise` says how far each strand bends up on its way, `lean` how far it is drawn to the crown (falls, below 0);
    `grey` are tones strewn among the others.
    """
    cap = smooth([*tips, *reversed(roots)], closed=True)
    x = sum(point[0] for point in tips) / len(tips)
    top, low = min(point[1] for point in tips), max(point[1] for point in roots)
    guides: list[Guide] = []
    for i in range(25):
        s = i / 24
        (ax, ay), (bx, by) = along(roots, s), along(tips, min(1.0, max(0.0, 0.5 + (s - 0.5) * (1 - lean))))
        halfway = ((ax + (bx - ax) * f, ay + (by - ay) * f - rise) for f in (0.34, 0.7))
        guides.append([(ax, ay), *halfway, (bx, by)])
    deep, dark, middle, light, gleam = tones
    strands = comb(guides, count, seed, (deep, dark, middle, light, *grey), 2.0, (0.35, 0.8))
    fine = comb(guides, count // 2, seed + 1, (light, gleam, middle, *grey), 1.3, (0.2, 0.5), (0.3, 0.8))
    far = f"M{x + 70} {top - 20}L{x + 260} {top}L{x + 260} {low + 40}L{x + 150} {low + 20}L{x + 140} {top + 120}Z"
    return (
        Layer(shape(cap, dark), "", 1.6),
        inside(strands + fine, cap, 0.4),
        inside(disc(x - 76, top + 58, 84, gleam, 0.3, 50), cap, 28),
        inside(shape(far, deep, 0.55), cap, 30),
        Layer(comb([g[:3] for g in guides], count // 5, seed + 2, (dark, middle, light, *grey), 1.3, (0.3, 0.7))),
    )


def curly_cap(
    brow: float, size: tuple[float, float], tones: Tones, seed: int, curls: tuple[float, float] = (14.0, 19.0)
) -> str:
    """Curls over the skull, row behind row, and the uneven line that they make on the brow.

    `size` is how far the outermost row lies from the middle of the skull, sideways and up.
    """
    r = random.Random(seed)
    out, (wide, tall) = "", size

    def glow(x: float, y: float) -> float:
        return max(0.08, min(1.0, 1.1 - math.hypot(x - 350, y - 140) / 300))

    for ring, count in ((1.04, 24), (0.95, 24), (0.84, 22), (0.72, 20), (0.58, 16), (0.42, 12), (0.24, 8)):
        for i in range(count):
            a = math.radians(176 + 188 * (i + r.uniform(-0.25, 0.25)) / (count - 1))
            x, y = 450 + wide * ring * math.cos(a), 274 + tall * ring * math.sin(a)
            if y > 262 and abs(x - 450) < wide - 26:
                continue
            out += curl(x, y + r.uniform(-4, 4), r.uniform(*curls), r.uniform(0, 6.3), tones, glow(x, y))
    for u in (-1, 0.94, -0.84, 0.78, -0.68, 0.6, -0.5, 0.42, -0.32, 0.24, -0.14, 0.06):
        x, y = 450 + (wide - 44) * u, brow + 40 * abs(u) ** 2.4 + r.uniform(-8, 8)
        out += curl(x, y, r.uniform(curls[0] - 1, curls[1] - 2), r.uniform(0, 6.3), tones, glow(x, y))
    return out


def plait(spine: list[tuple[float, float, float]], tones: Tones, r: random.Random) -> str:
    """Draws a plait of two strands that cross at each point of its spine (x, y, half as wide), lit along their upper
    sides."""
    deep, dark, _, light, gleam = tones
    out = ""
    for x, y, half in spine:
        for side in (-1, 1):
            ax, bx = x + side * half, x - side * half * 0.25
            top = y + (0 if side < 0 else 17)
            d = (
                f"M{bx} {top + 46}C{x} {top + 34} {ax} {top + 26} {ax} {top}C{ax + side * 2} {top - 18} {x + side * half * 0.6} {top - 26} {x} {top - 20}"
                f"C{x - side * 8} {top} {bx - side * 4} {top + 26} {bx} {top + 46}Z"
            )
            out += shape(d, deep) + shape(d, dark, 0.9)
            for k in range(7):
                f = k / 6
                start = (x + side * half * (0.1 + 0.8 * f), top - 18 + 18 * f)
                end = (bx + side * 3, top + 40)
                bend = (ax - side * half * 0.35 * (1 - f), top + 16)
                glow = (0.75 if side < 0 else 0.35) * r.uniform(0.5, 1)
                out += shape(sliver(start, bend, end, 1.3), gleam if k == 2 else light, glow)
    return out


def tuft(x: float, y: float, half: float, tones: Tones, r: random.Random) -> str:
    """Draws the loose end of a plait below its tie at (x, y)."""
    out = ""
    for k in range(12):
        across = -half + k * half / 5.5
        start, bend = (x + across * 0.87, y + 18), (x + across * 0.94 - 2, y + 70)
        tip = (x + across * 0.65 + r.uniform(-8, 8), y + 120)
        out += shape(sliver(start, bend, tip, 4), tones[0] if k % 3 else tones[3])
    return out
