"""The parts of a body that many people share: an outline from its one half, a neck, ears, a garment and its folds."""

from __future__ import annotations

import math
from dataclasses import dataclass

from tools.art.portrait import Palette
from tools.art.svg import Layer, Point, disc, inside, line, linear, moved, number, shape, sliver, smooth

AXIS = 450.0
"""Where the middle of a face lies; bodies stand a little farther, since the head is turned."""


@dataclass(frozen=True, slots=True)
class Build:
    """The measures of a body below the head: half widths of shoulders and neck, and the heights of their meeting."""

    half: float = 400
    top: float = 752
    neck: float = 84
    fall: float = 88
    """How far the shoulders fall from the neck to the arms."""
    x: float = 457
    jaw: float = 560
    """Where the neck comes out from under the head."""


@dataclass(frozen=True, slots=True)
class Cloth:
    """The colours of one cloth: by day, towards the light, in shade, in folds, and its sheen."""

    plain: str
    light: str
    shade: str
    deep: str
    sheen: str


def outline(halves: tuple[Point, ...], x: float = AXIS) -> str:
    """Returns path data of a symmetrical outline, from points of its one half (how far aside, how high), top to
    bottom."""
    far = [(x + aside, y) for aside, y in halves]
    near = [(x - aside, y) for aside, y in reversed(halves) if aside]
    return smooth([*far, *near], closed=True)


def _mirrored(build: Build, *steps: tuple[Point, ...]) -> str:
    """Returns path data from the near arm over the neck to the far arm, from the curves of its near half."""
    n, x = number, build.x
    there = "".join(
        ("M" if len(step) == 1 else "C") + " ".join(f"{n(x - aside)} {n(y)}" for aside, y in step) for step in steps
    )
    points = [point for step in steps for point in step]
    back, points = "", points[::-1]
    for i in range(1, len(points), 3):
        back += "C" + " ".join(f"{n(x + aside)} {n(y)}" for aside, y in points[i : i + 3])
    return there + back


def bust(build: Build) -> str:
    """Returns the outline of neck, shoulders and chest without clothes."""
    n, top = build.neck, build.top
    return (
        _mirrored(
            build,
            ((build.half - 12, 1140),),
            (
                (build.half - 14, 1030),
                (build.half - 34, top + build.fall + 84),
                (build.half - 92, top + build.fall + 12),
            ),
            ((build.half - 150, top + build.fall - 28), (n + 110, top + 38), (n + 14, top - 14)),
            ((n - 2, top - 60), (n, build.jaw + 80), (n + 6, build.jaw)),
            ((n, build.jaw), (20, build.jaw), (0, build.jaw)),
        )
        + "Z"
    )


def neck(build: Build, palette: Palette, cords: float = 0.45) -> tuple[Layer, ...]:
    """Draws the bare neck in the shade of the head; `cords` says how plainly its sinews show."""
    body, x, n, top = bust(build), build.x, build.neck, build.top
    edge = linear("n", x - n, 0, x + n, 0, (0, palette.light, 1), (0.4, palette.skin, 1), (1, palette.shade, 1))
    shade = (
        f"M{x - n - 20} {build.jaw}L{x + n + 20} {build.jaw}L{x + n + 10} {top - 60}"
        f"C{x + n * 0.7} {top - 10} {x + 10} {top - 4} {x - 20} {top - 14}"
        f"C{x - n * 0.6} {top - 28} {x - n} {top - 60} {x - n - 20} {top - 96}Z"
    )
    sinews = shape(sliver((x - n * 0.66, top - 66), (x - n * 0.4, top), (x - 14, top + 62), 6), palette.deep, cords)
    sinews += shape(
        sliver((x + n * 0.74, top - 66), (x + n * 0.46, top), (x + 22, top + 62), 7), palette.deep, cords + 0.06
    )
    sinews += disc(x + 4, top + 70, 11, palette.deep, cords * 0.7, 8)
    bones = shape(sliver((x - 200, top + 66), (x - 96, top + 52), (x - 24, top + 84), 7), palette.deep, cords * 0.8)
    bones += shape(sliver((x + 206, top + 66), (x + 104, top + 52), (x + 32, top + 84), 7), palette.deep, cords * 0.9)
    return (
        Layer(edge + shape(body, "url(#n)")),
        inside(shape(shade, palette.deep, 0.68), body, 13),
        inside(sinews, body, 4),
        inside(bones, body, 6),
    )


def ears(palette: Palette, near: float, far: float, y: float, size: float = 1.0) -> tuple[Layer, ...]:
    """Draws both ears, where the edge of the face lies at `near` and `far` and their tops at the height `y`."""

    def left(px: float, py: float) -> Point:
        return near + px * size, y + py * size

    def right(px: float, py: float) -> Point:
        return far - px * 0.78 * size, y + 4 + py * 0.9 * size

    lobe = "M12 0C-14 -26 -34 -10 -30 30C-26 70 -8 98 14 100C26 100 26 84 24 66Z"
    body = moved(shape(lobe, palette.skin), left)
    inner = shape(sliver((-8, 6), (-22, 36), (2, 78), 5), palette.deep, 0.5)
    inner += shape(sliver((8, 30), (-6, 48), (8, 68), 4), palette.deep, 0.35)
    return (
        Layer(body + moved(shape(lobe, palette.shade), right)),
        Layer(moved(shape(lobe, palette.blush, 0.28), left), body, 8),
        Layer(
            moved(inner, left) + moved(shape(sliver((-8, 6), (-20, 34), (2, 74), 5), palette.deep, 0.45), right),
            "",
            1.6,
        ),
    )


def garment(build: Build, wide: float, dip: float) -> str:
    """Returns the outline of a top with a round neck: half as `wide` as said, hanging down by `dip` in the middle."""
    top = build.top
    return (
        _mirrored(
            build,
            ((build.half, 1140),),
            ((build.half - 2, 1030), (build.half - 16, top + build.fall + 72), (build.half - 76, top + build.fall - 2)),
            ((build.half - 122, top + build.fall - 56), (wide + 80, top + 24), (wide, top - 18)),
            ((wide - 12, top + dip * 0.6), (wide * 0.5, top + dip), (0, top + dip)),
        )
        + "Z"
    )


def neckline(build: Build, wide: float, dip: float) -> str:
    """Returns path data of the edge of such a neck, near to far."""
    return _mirrored(
        build,
        ((wide, build.top - 18),),
        ((wide - 12, build.top + dip * 0.6), (wide * 0.5, build.top + dip), (0, build.top + dip)),
    )


def dressed(build: Build, body: str, cloth: Cloth, texture: tuple[Layer, ...] = ()) -> tuple[Layer, ...]:
    """Draws a garment in its cloth: the light from the left, what is woven or printed, folds at the arms and the
    chest."""
    x, half, top = build.x, build.half, build.top
    arm = half - 76
    folds = shape(sliver((x - arm - 4, 1140), (x - arm + 24, 1010), (x - arm - 24, top + 150), 11), cloth.deep, 0.6)
    folds += shape(sliver((x + arm + 4, 1140), (x + arm - 22, 1010), (x + arm + 26, top + 150), 12), cloth.deep, 0.8)
    folds += shape(sliver((x - arm + 50, 1060), (x - arm + 90, 990), (x - 190, top + 150), 8), cloth.deep, 0.32)
    folds += shape(sliver((x + arm - 54, 1060), (x + arm - 92, 990), (x + 190, top + 150), 9), cloth.deep, 0.45)
    end = x + half + 60
    far = f"M{x + half * 0.54} {top}C{x + half * 0.8} {top + 80} {x + half * 0.78} 960 {x + half * 0.7} 1140"
    far += f"L{end} 1140L{end} {top}Z"
    fall = linear("t", 0, top, 0, 1080, (0, cloth.light, 1), (0.42, cloth.plain, 1), (1, cloth.shade, 1))
    return (
        inside(shape(body, cloth.deep, 0.5), bust(build), 9),
        Layer(fall + shape(body, "url(#t)")),
        *(Layer(layer.body, layer.inside or shape(body, "#fff"), layer.blur) for layer in texture),
        inside(shape(far, cloth.deep, 0.6), body, 34),
        inside(disc(x - half * 0.66, top + 132, half * 0.26, cloth.sheen, 0.3, 84), body, 48),
        inside(folds, body, 10),
    )


def band(build: Build, wide: float, dip: float, width: float, cloth: Cloth, ribs: int = 0) -> tuple[Layer, ...]:
    """Draws the edge of a round neck, `width` broad in front and narrower at the sides, ribbed where `ribs` are
    asked for."""
    x, top, half = build.x, build.top, width / 2
    outer, inner = wide + 2, wide - half * 0.6
    low, high = dip + half, dip - half
    steps = (
        ((inner, top - 22), (outer, top - 19), (outer, top - 19)),
        ((outer + 2, top + low * 0.62), (outer * 0.6, top + low), (0, top + low)),
    )
    near = _mirrored(build, ((inner, top - 22),), *steps)
    far = ((inner - 10, top + high * 0.58), (inner * 0.52, top + high), (0, top + high))
    close = "C" + " ".join(f"{number(x + a)} {number(y)}" for a, y in far)
    close += "C" + " ".join(
        f"{number(x - a)} {number(y)}" for a, y in ((inner * 0.52, top + high), far[0], (inner, top - 22))
    )
    ring = near + close + "Z"
    tone = linear("e", x - wide, 0, x + wide, 0, (0, cloth.light, 1), (0.5, cloth.plain, 1), (1, cloth.shade, 1))
    rib = ""
    for i in range(ribs):
        a = math.pi * (0.02 + 0.96 * i / max(1, ribs - 1))
        c, s = math.cos(a), math.sin(a)
        rib += line(
            f"M{number(x - (inner - 4) * c)} {number(top - 26 + (high + 24) * s)}"
            f"L{number(x - (outer + 6) * c)} {number(top - 26 + (low + 28) * s)}",
            cloth.deep,
            2.4,
            0.4,
        )
    return (
        inside(shape(ring, cloth.deep, 0.8) + line(ring, cloth.deep, 10, 0.5), bust(build), 7),
        Layer(tone + shape(ring, "url(#e)")),
        inside(rib, ring),
    )
