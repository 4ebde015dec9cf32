# ruff: noqa: E501  (path data reads best unbroken)
"""A person as a picture: head and shoulders, three quarters lit from the left, with any of ten expressions.

The face is built looking straight ahead and then turned: each point is moved as if it lay on a shallow
ellipsoid (`Head.turned`), so that brows, lids, nose and mouth shift together and the far half is narrower.
Units: the drawing is 900 wide and 1080 high; light falls from the upper left.
"""

# Long: the features of one face, each drawn from the same head, palette and expression.

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import pygame

from tools.art.expression import EXPRESSIONS, Brow, Expression, Eye, Mouth
from tools.art.svg import Box, Layer, Painter, Point, disc, line, moved, shape, sliver, smooth

WIDTH, HEIGHT = 900, 1080
SHARP = 2.0
"""Portraits are painted at twice their size and shrunk: nanosvg's own edges are coarse."""
DRAWN_DOWN = 7.0
"""Corners of a mouth that are drawn down so far keep nothing of how they rest."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one person."""

    skin: str
    light: str
    shade: str
    deep: str
    crease: str
    blush: str
    lip: str
    lip_dark: str
    lip_light: str
    brow: str
    lash: str
    iris: str
    iris_light: str
    white: str = "#f6efe8"
    teeth: str = "#f7f0e6"
    tongue: str = "#b5604f"
    inside: str = "#4a1d18"


@dataclass(frozen=True, slots=True)
class Head:
    """Where the features of one face lie and how big they are, looking straight ahead."""

    x: float = 450
    eye_y: float = 400
    eye_gap: float = 72
    eye_size: float = 1.0
    lid: float = 1.0
    hooded: float = 0.0
    brow_y: float = 350
    brow_weight: float = 1.0
    bushy: bool = False
    nose_y: float = 500
    nose_width: float = 31
    mouth_y: float = 556
    mouth_width: float = 50
    lips: float = 1.0
    chin_y: float = 642
    radius: float = 172
    turn: float = 11
    age: float = 0.0
    lashes: float = 1.0
    ruddy: float = 0.24
    aside: float = 0.0
    """How far the eyes rest beside what they look at."""
    corners: tuple[float, float] = (0.0, 0.0)
    """How far the corners of the mouth, near and far, rest above where an expression has them; none of it when hurt."""
    arch: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """How far the inner ends, the middles and the tails of the brows rest above where an expression has them."""

    def turned(self, face: Expression) -> Callable[[float, float], Point]:
        """Returns the movement of a point of the face when the head is turned, nods and drops its jaw."""
        rests, angle = math.radians(self.turn), math.radians(self.turn + face.turn)
        jaw = 0.55 * face.mouth.gap if not face.mouth.clenched else 0.0
        radius, tall = self.radius, self.radius * 1.45
        middle, brow, lip = self.eye_y + 30, self.eye_y - 190, self.mouth_y + 8

        def move(x: float, y: float) -> Point:
            u, v = (x - self.x) / radius, (y - middle) / tall
            depth = max(0.0, 1 - abs(u) ** 2.2) * max(0.0, 1 - 0.35 * v * v)
            fall = min(1.0, max(0.0, (y - lip) / (self.chin_y - lip)))
            crown = min(1.0, max(0.0, (y - brow) / 110))
            bend = rests + (angle - rests) * crown
            across = self.x + radius * (u * math.cos(bend) + 0.72 * depth * math.sin(bend))
            return across, y + face.nod * depth * crown + jaw * fall * (3 - 2 * fall) * fall

        return move


@dataclass(frozen=True, slots=True)
class Person:
    """All that one person is drawn from. `behind` lies under the face, `skin` on it, `over` above all."""

    name: str
    palette: Palette
    head: Head
    face: str
    behind: tuple[Layer, ...]
    skin: tuple[Layer, ...] = ()
    beard: tuple[Layer, ...] = ()
    glasses: tuple[Layer, ...] = ()
    over: tuple[Layer, ...] = ()
    view: Box = (0.0, 0.0, float(WIDTH), float(HEIGHT))
    """The part of the drawing that is shown: more than the usual where there is something beside the person."""


def _between(a: float, b: float, t: float) -> float:
    return a + (b - a) * t


# --- eyes -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Lids:
    """The curves of one eye, looking straight ahead: corners and the control points of both lids."""

    x: float
    y: float
    side: int
    size: float
    upper: float
    lower: float
    crease: float
    slant: float

    def at(self, across: float, down: float) -> str:
        """Returns a point of the eye: `across` grows away from the nose, whichever eye it is."""
        return f"{self.x + self.side * across * self.size:.2f} {self.y + down * self.size:.2f}"

    def point(self, across: float, down: float) -> Point:
        """Returns the same point as numbers."""
        return self.x + self.side * across * self.size, self.y + down * self.size

    def upper_curve(self, lift: float = 0.0, outward: float = 0.0) -> str:
        """Draws from the outer corner over the upper lid to the inner corner."""
        a, sad = self.at, self.slant
        return (
            f"M{a(36 + outward, 1 + 3 * sad - lift * 0.3)}C{a(22 + outward, self.upper + 5 * sad - lift)} "
            f"{a(-15, self.upper * 0.96 - 5 * sad - lift)} {a(-34, 5)}"
        )

    def opening(self) -> str:
        """Returns the outline of what is seen of the eyeball."""
        a = self.at
        return f"{self.upper_curve()}C{a(-16, self.lower)} {a(20, self.lower * 1.05)} {a(36, 1 + 3 * self.slant)}Z"


def _lids(head: Head, eye: Eye, side: int, gaze_down: float) -> _Lids:
    lower = _between(16, 1, eye.raised)
    full = -25 * head.lid
    upper = lower + (full - lower) * eye.open + max(0.0, gaze_down) * 0.2
    crease = min(upper - 8, _between(full * 0.7, full - 13, min(1.0, eye.open + 0.25))) + 9 * head.hooded
    return _Lids(
        head.x + side * head.eye_gap,
        head.eye_y,
        side,
        head.eye_size,
        upper,
        lower,
        min(crease, upper - 3),
        eye.slant,
    )


def _eye(person: Person, face: Expression, side: int) -> list[Layer]:
    """Draws one eye from the inside out: ball, iris, shadow of the lid, lid, lashes, creases."""
    head, pal = person.head, person.palette
    eye = face.near_eye if side < 0 else face.far_eye
    lids = _lids(head, eye, side, face.gaze[1])
    a, size, sad = lids.at, head.eye_size, eye.slant
    opening = lids.opening()
    move = head.turned(face)

    def turn(body: str) -> str:
        return moved(body, move)

    layers: list[Layer] = []
    spark = 0.96 if eye.open > 0.65 else 0.45
    if eye.open > 0.08:
        mask = turn(shape(opening, "#fff"))
        ix, iy = move(lids.x + (face.gaze[0] + head.aside) * size, lids.y - 2 + face.gaze[1] * size)
        r = 16.5 * size
        flat = 0.93 if side > 0 else 0.97
        layers += [
            Layer(turn(shape(opening, pal.white))),
            Layer(
                turn(
                    shape(
                        f"M{a(-34, 6)}C{a(-28, -2)} {a(-26, -1)} {a(-22, 5)}C{a(-26, 10)} {a(-30, 9)} {a(-34, 6)}Z",
                        pal.blush,
                        0.45,
                    )
                ),
                mask,
                1.2,
            ),
            Layer(disc(ix, iy, r * flat, pal.lash, ry=r), mask),
            Layer(disc(ix, iy, (r - 2) * flat, pal.iris, ry=r - 2), mask),
            Layer(disc(ix + 2 * size, iy + 5.5 * size, 9.5 * size, pal.iris_light, 0.85, 7.5 * size), mask, 2.2),
            Layer(disc(ix, iy, 7.2 * size * flat, "#0e0806", ry=7.2 * size), mask),
            Layer(turn(line(lids.upper_curve(), pal.deep, 15 * size, 0.75)), mask, 3.5),
            Layer(
                disc(ix - 5 * size, iy - 5.5 * size, 3.9 * size, "#ffffff", spark)
                + disc(ix + 5.5 * size, iy + 6 * size, 2.0 * size, "#ffffff", 0.45),
                mask,
            ),
        ]
    lid = f"{lids.upper_curve()}C{a(-16, lids.crease)} {a(20, lids.crease + 3 * sad)} {a(37, -3 + 3 * sad)}Z"
    tone = _between(0.5, 0.28, min(1.0, eye.open))
    layers.append(Layer(turn(shape(lid, pal.shade, tone)), "", 1.2))
    thick = 5.2 * head.lashes
    wing = 3.5 * head.lashes
    end = f"C{a(-15, lids.upper * 0.96 - 5 * sad - 1)} {a(20, lids.upper + 5 * sad - 1)} {a(36, 1 + 3 * sad)}Z"
    flick = (-0.6 if eye.open > 0.3 else 1.1) * wing
    lash = (
        f"M{a(36 + wing, flick + 3 * sad)}C{a(22 + wing, lids.upper + 5 * sad - thick)} "
        f"{a(-13, lids.upper * 0.96 - 5 * sad - thick * 0.75)} {a(-35, 5)}{end}"
    )
    layers.append(Layer(turn(shape(lash, pal.lash) + line(lids.upper_curve(), pal.lash, 2.0 + head.lashes))))
    marks = ""
    if eye.open <= 0.3 and head.lashes > 0.7 and not eye.squeezed:
        for v, w in ((34, 6), (28, 7), (20, 7)):
            y0 = lids.lower * (0.45 if v > 30 else 0.66 if v > 20 else 0.74)
            marks += shape(
                sliver(
                    lids.point(v, y0 - 1),
                    lids.point(v + 3, y0 + w * 0.7),
                    lids.point(v + 7, y0 + w * 0.8),
                    1.5,
                ),
                pal.lash,
            )
    # the crease above the lid and the soft edge below the eye
    crease = (
        f"M{a(37, -3 + 3 * sad)}C{a(21, lids.crease + 4 * sad)} {a(-15, lids.crease * 0.98 - 4 * sad)} {a(-31, -3 - 2 * sad)}"
        f"C{a(-14, lids.crease * 0.98 - 4 * sad - 2.4)} {a(21, lids.crease + 4 * sad - 2.8)} {a(37, -3 + 3 * sad)}Z"
    )
    marks += shape(crease, pal.crease, 0.6)
    low = f"M{a(34, 2)}C{a(20, lids.lower * 1.05 + 1.5)} {a(-14, lids.lower + 2)} {a(-32, 7)}"
    marks += line(low, pal.crease, 1.9, 0.5 if eye.open > 0.08 else 0.12)
    layers.append(Layer(turn(marks)))
    return layers


def _squeeze(person: Person, face: Expression, side: int) -> str:
    """Draws lines by one eye: under it, at its outer corner, and those of a wince."""
    head, pal = person.head, person.palette
    eye = face.near_eye if side < 0 else face.far_eye
    lids = _lids(head, eye, side, 0)
    x, y, s = lids.x, lids.y, head.eye_size

    def mark(ax: float, ay: float, bx: float, by: float, cx: float, cy: float, w: float, o: float) -> str:
        if o < 0.04:
            return ""

        def at(px: float, py: float) -> Point:
            return x + side * px * s, y + py * s

        return shape(sliver(at(ax, ay), at(bx, by), at(cx, cy), w), pal.crease, min(0.85, o))

    low = lids.lower * 0.75
    old = head.age
    under = max(face.lines.under, old * 0.55)
    crow = max(face.lines.crow, old * 0.35)
    out = mark(-26, low + 9, -2, low + 14, 25, low + 8, 1.7, 0.55 * under)
    out += mark(-22, low + 19, 0, low + 25, 20, low + 20, 1.5, 0.45 * old)
    out += mark(42, -3, 50, -8, 60, -14, 1.3, 0.65 * crow * (0.45 + 0.55 * old))
    out += mark(43, 4, 52, 4, 63, 3, 1.4, 0.75 * crow * (0.6 + 0.4 * old))
    out += mark(41, 11, 50, 15, 59, 19, 1.2, 0.6 * crow * (0.45 + 0.55 * old))
    if eye.squeezed:
        out += mark(-38, 2, -46, -4, -52, -12, 1.5, 0.7 * eye.squeezed)
        out += mark(-36, 9, -46, 8, -54, 3, 1.4, 0.6 * eye.squeezed)
        out += mark(38, -5, 48, -12, 58, -20, 1.5, 0.6 * eye.squeezed)
    return out


# --- brows ----------------------------------------------------------------------------------------------------


def _brow(person: Person, brow: Brow, side: int) -> str:
    """Draws one brow: a tapered shape, and hairs along it."""
    head, pal = person.head, person.palette
    y, w = head.brow_y, head.brow_weight

    def at(across: float, down: float) -> Point:
        return head.x + side * across, y + down

    brow = Brow(brow.inner - head.arch[0], brow.middle - head.arch[1], brow.tail - head.arch[2], brow.closer)
    inner = at(37 - brow.closer, 5 + brow.inner)
    second = at(58 - brow.closer * 0.5, -2 + _between(brow.inner, brow.middle, 0.68))
    peak = at(90, -9 + brow.middle * 0.9 + brow.tail * 0.1)
    tail = at(122, 6 + brow.tail)
    widths = (4.6 * w, 7.0 * w, 5.4 * w, 0.8)
    spine = [inner, second, peak, tail]
    top = [(p[0], p[1] - t) for p, t in zip(spine, widths, strict=True)]
    low = [(p[0], p[1] + t * 0.9) for p, t in zip(spine, widths, strict=True)]
    body = smooth([*top, *reversed(low)], closed=True)
    out = shape(body, pal.brow, 0.92 if not head.bushy else 0.8)
    count = 13
    for i in range(count):
        t = i / (count - 1) * (2.8 if head.bushy else 2.3)
        k = min(2, int(t))
        f = t - k
        px = _between(spine[k][0], spine[k + 1][0], f)
        py = _between(spine[k][1], spine[k + 1][1], f)
        wide = _between(widths[k], widths[k + 1], f)
        lean = side * (3 + t * 4.5)
        rise = wide * (1.5 if head.bushy else 1.15) * (1 - t * 0.12)
        long = 1.5 if head.bushy else 1.0
        wob = ((i * 37) % 7 - 3) * (0.9 if head.bushy else 0.3)
        out += shape(
            sliver(
                (px - lean * 0.4, py + wide * 0.7),
                (px + lean * 0.1, py - rise * 0.3),
                (
                    px + lean * long,
                    py - rise * (1 if head.bushy else 0.7) + wob + t * (0 if head.bushy else 1.2),
                ),
                1.5 if head.bushy else 1.2,
            ),
            "#ffffff" if head.bushy and i % 2 else pal.brow,
        )
    return out


# --- nose and mouth -------------------------------------------------------------------------------------------


def _nose(person: Person) -> list[Layer]:
    """Draws the nose as light and shade; only the nostrils and one wing are lines."""
    head, pal = person.head, person.palette
    x, y, w = head.x, head.nose_y, head.nose_width
    top = head.eye_y - 26
    far = (
        f"M{x + 10} {top}C{x + 24} {top + 16} {x + 12} {y - 60} {x + 13} {y - 44}C{x + 18} {y - 30} {x + w} {y - 22} {x + w + 3} {y - 4}"
        f"C{x + w} {y + 6} {x + 16} {y + 6} {x + 5} {y + 2}C{x + 12} {y - 20} {x + 4} {y - 60} {x + 4} {y - 80}Z"
    )
    under = f"M{x - w + 2} {y - 2}C{x - w + 12} {y - 6} {x - 14} {y + 2} {x} {y + 7}C{x + 14} {y + 2} {x + w - 12} {y - 6} {x + w - 2} {y - 2}C{x + w - 8} {y + 9} {x + 14} {y + 12} {x} {y + 13}C{x - 14} {y + 12} {x - w + 8} {y + 9} {x - w + 2} {y - 2}Z"
    holes = shape(
        f"M{x - 21} {y + 3}C{x - 18} {y - 3} {x - 10} {y - 1} {x - 7} {y + 4}C{x - 11} {y + 7} {x - 18} {y + 7} {x - 21} {y + 3}Z",
        pal.deep,
        0.9,
    )
    holes += shape(
        f"M{x + 21} {y + 3}C{x + 18} {y - 3} {x + 10} {y - 1} {x + 7} {y + 4}C{x + 11} {y + 7} {x + 18} {y + 7} {x + 21} {y + 3}Z",
        pal.deep,
        0.9,
    )
    wings = shape(sliver((x + w - 5, y - 24), (x + w + 10, y - 9), (x + w - 4, y + 6), 2.0), pal.crease, 0.75)
    wings += shape(sliver((x - w + 5, y - 22), (x - w - 9, y - 8), (x - w + 4, y + 5), 1.7), pal.crease, 0.5)
    gleam = shape(
        f"M{x - 5} {top + 30}C{x + 3} {top + 40} {x + 3} {y - 40} {x} {y - 26}C{x - 8} {y - 40} {x - 9} {top + 46} {x - 5} {top + 30}Z",
        pal.light,
        0.75,
    )
    tip = disc(x - 6, y - 15, 10, pal.light, 0.9, 8)
    return [
        Layer(shape(far, pal.shade, 0.62), "", 5),
        Layer(shape(under, pal.deep, 0.42), "", 3),
        Layer(gleam, "", 4),
        Layer((tip), "", 4),
        Layer(holes, "", 0.9),
        Layer(wings),
    ]


def _rested(head: Head, mouth: Mouth) -> Mouth:
    """Returns the mouth with its corners as they rest in this face: less so, the farther the expression draws them
    down."""
    near, far = (
        down - lift * min(1.0, max(0.0, 1 - down / DRAWN_DOWN))
        for lift, down in zip(head.corners, (mouth.near, mouth.far), strict=True)
    )
    return replace(mouth, near=near, far=far)


def _mouth(person: Person, given: Mouth) -> list[Layer]:
    """Draws the lips and what is seen between them."""
    head, pal = person.head, person.palette
    mouth = _rested(head, given)
    x, y = head.x + mouth.skew, head.mouth_y
    half = head.mouth_width * mouth.width
    thin = 1 - 0.62 * mouth.pressed
    stretch = 1 / max(0.8, mouth.width) if mouth.gap > 8 else 1.0
    up, low = 10.5 * head.lips * thin * stretch, 16 * head.lips * thin * stretch
    lx, ly, rx, ry = x - half, y + mouth.near, x + half, y + mouth.far
    mid = y + mouth.middle
    top, bottom = mid - mouth.gap * 0.30, mid + mouth.gap * 0.78
    tilt = (mouth.far - mouth.near) * 0.25
    # the two inner edges (they meet when the mouth is shut), then the outer edges of the lips
    upper_in = f"C{lx + half * 0.36} {top + 3 - tilt} {x - half * 0.22} {top - 2} {x} {top + 1}C{x + half * 0.22} {top - 2} {rx - half * 0.36} {top + 3 + tilt} {rx} {ry}"
    lower_in = f"C{rx - half * 0.30} {bottom + 2 + tilt} {x + half * 0.3} {bottom + 2} {x} {bottom + 2}C{x - half * 0.3} {bottom + 2} {lx + half * 0.30} {bottom + 2 - tilt} {lx} {ly}"
    upper_out = f"C{rx - half * 0.42} {top - up * 0.55 + tilt} {x + half * 0.34} {top - up * 1.25} {x + half * 0.17} {top - up * 1.15}C{x + half * 0.08} {top - up * 1.1} {x + 3} {top - up * 0.72} {x} {top - up * 0.72}"
    upper_out += f"C{x - 3} {top - up * 0.72} {x - half * 0.08} {top - up * 1.1} {x - half * 0.17} {top - up * 1.15}C{x - half * 0.34} {top - up * 1.25} {lx + half * 0.42} {top - up * 0.55 - tilt} {lx} {ly}Z"
    lower_out = f"C{lx + half * 0.34} {bottom + low * 0.8 - tilt} {x - half * 0.4} {bottom + low * 1.3} {x} {bottom + low * 1.3}C{x + half * 0.4} {bottom + low * 1.3} {rx - half * 0.34} {bottom + low * 0.8 + tilt} {rx} {ry}"
    upper = f"M{lx} {ly}{upper_in}{upper_out}"
    lower = f"M{lx} {ly}{lower_out}{lower_in}Z"
    hole = f"M{lx} {ly}{upper_in}{lower_in}Z"
    layers = [
        Layer(
            shape(
                f"M{x - half * 0.62} {bottom + low * 1.15}C{x - half * 0.3} {bottom + low * 1.15 + 14} {x + half * 0.3} {bottom + low * 1.15 + 14} {x + half * 0.62} {bottom + low * 1.15}C{x + half * 0.3} {bottom + low * 1.15 + 8} {x - half * 0.3} {bottom + low * 1.15 + 8} {x - half * 0.62} {bottom + low * 1.15}Z",
                pal.deep,
                0.5,
            ),
            "",
            4,
        )
    ]
    if mouth.gap:
        inside = shape(hole, "#fff")
        layers.append(Layer(shape(hole, pal.inside)))
        if mouth.gap > 20:
            layers.append(Layer((disc(x, bottom + 6, half * 0.52, pal.tongue, 1, 12)), inside, 2))
        if mouth.teeth:
            reach = bottom + 3 if mouth.clenched else top + (5 + mouth.gap * 0.42) * mouth.teeth
            row = f"M{lx + 4} {ly - 6}L{x} {top - 12}L{rx - 4} {ry - 6}L{rx - half * 0.14} {reach - 4}C{x + half * 0.5} {reach + 2} {x - half * 0.5} {reach + 2} {lx + half * 0.14} {reach - 4}Z"
            layers.append(Layer(shape(row, pal.teeth), inside))
            gaps = ""
            for k in (-0.62, -0.42, -0.21, 0.0, 0.21, 0.42, 0.62):
                gaps += line(f"M{x + k * half} {top - 4}L{x + k * half * 0.97} {reach}", pal.lip_dark, 1.1, 0.13)
            if mouth.clenched:
                gaps += line(
                    f"M{lx + 6} {ly}C{x - half * 0.4} {mid + 4} {x + half * 0.4} {mid + 4} {rx - 6} {ry}",
                    pal.lip_dark,
                    1.6,
                    0.55,
                )
            layers.append(Layer(gaps, inside))
        layers.append(Layer(line(f"M{lx} {ly}{upper_in}", pal.inside, 10, 0.6), inside, 3))
    seam = 0.0 if mouth.gap > 6 else 1.0
    lip_mask = shape(lower, "#fff")
    layers += [
        Layer(shape(upper, pal.lip_dark)),
        Layer(shape(lower, pal.lip)),
        Layer(
            (disc(x - half * 0.16, bottom + low * 0.62 + 1, half * 0.34, pal.lip_light, 0.75, low * 0.3)),
            lip_mask,
            3,
        ),
        Layer(line(f"M{lx} {ly}{upper_in}", pal.inside, 3.2, 0.72 * seam) if seam else ""),
    ]
    dab = 1 if mouth.near <= 0 and mouth.far <= 0 else -1
    corner = shape(sliver((lx + 3, ly - 1), (lx - 4, ly), (lx - 9, ly - 5 * dab), 2.2), pal.crease, 0.8)
    corner += shape(sliver((rx - 3, ry - 1), (rx + 4, ry), (rx + 9, ry - 5 * dab), 2.2), pal.crease, 0.8)
    layers.append(Layer(corner, "", 0.8))
    return layers


def _lines(person: Person, face: Expression) -> list[Layer]:
    """Draws the lines that a face has by age and those that this expression draws."""
    head, pal, look = person.head, person.palette, face.lines
    x, old = head.x, head.age
    out = ""

    def mark(a: Point, b: Point, c: Point, w: float, o: float) -> None:
        nonlocal out
        if o > 0.04:
            out += shape(sliver((x + a[0], a[1]), (x + b[0], b[1]), (x + c[0], c[1]), w), pal.crease, min(0.85, o))

    by = head.brow_y
    glabella = max(look.glabella, old * 0.3)
    mark((-13, by - 22), (-8, by - 6), (-12, by + 14), 2.0, 0.75 * glabella)
    mark((13, by - 22), (8, by - 6), (12, by + 14), 2.0, 0.75 * glabella)
    brow = max(look.forehead, old * 0.45)
    for i, (rise, half) in enumerate(((42, 84), (64, 92), (86, 70))):
        strength = brow * (0.5, 0.42, 0.3)[i] * (1.0 if old or i < 2 else 0.0)
        wave = -12 if look.glabella > 0.5 else 5
        lean = (6, -4, 3)[i]
        mark(
            (-half, by - rise + lean),
            (-half * 0.2, by - rise + wave - lean),
            (half * 0.9, by - rise + 2),
            1.8,
            strength,
        )
    fold = max(look.smile, old * 0.45)
    ny, my, nw, mw = head.nose_y, head.mouth_y, head.nose_width, head.mouth_width * face.mouth.width
    for side, corner in ((-1, face.mouth.near), (1, face.mouth.far)):
        lift = 1.15 if corner < -12 else 1.0
        mark(
            (side * (nw + 8), ny - 12),
            (side * (mw + 14) * lift, ny + 16),
            (side * (mw + 20) * lift, my + corner + 4),
            3.0,
            0.55 * fold,
        )
    if look.nose:
        for side in (-1, 1):
            for k in (0, 9):
                mark(
                    (side * 5, head.eye_y - 2 + k),
                    (side * 13, head.eye_y + 2 + k),
                    (side * 22, head.eye_y - 6 + k),
                    1.5,
                    0.6 * look.nose,
                )
    dents = ""
    if look.chin:
        cy = (head.mouth_y + head.chin_y) / 2 + 8
        for dx, dy in ((-16, 3), (-5, -4), (7, 0), (17, 5), (-9, 10), (4, 11)):
            dents += disc(x + dx, cy + dy, 8, pal.deep, 0.22 * look.chin, 4)
    return [
        Layer(out, "", 0.7),
        Layer(dents, "", 4),
        Layer(_squeeze(person, face, -1) + _squeeze(person, face, 1), "", 0.7),
    ]


# --- the face as light and shade ------------------------------------------------------------------------------


def _modelling(person: Person, face: Expression) -> list[Layer]:
    """Draws soft light and shade over the bare face, kept inside its outline."""
    head, pal = person.head, person.palette
    x, e, r = head.x, head.eye_y, head.radius
    raise_ = 10 * face.lines.smile
    far = f"M{x + r * 0.62} {e - 240}C{x + r * 0.80} {e - 80} {x + r * 0.66} {e - 10} {x + r * 0.80} {e + 40}C{x + r * 0.72} {e + 120} {x + r * 0.42} {e + 190} {x - 10} {head.chin_y + 4}L{x + r * 1.5} {head.chin_y + 60}L{x + r * 1.5} {e - 240}Z"
    jaw = f"M{x - r * 1.2} {e + 110}C{x - r * 0.86} {e + 170} {x - r * 0.5} {head.chin_y - 26} {x - 40} {head.chin_y - 10}C{x} {head.chin_y - 4} {x + 30} {head.chin_y - 8} {x + r} {e + 150}L{x + r} {head.chin_y + 80}L{x - r * 1.2} {head.chin_y + 80}Z"
    layers = [
        Layer(shape(far, pal.shade, 0.85), "", 20),
        Layer(shape(jaw, pal.shade, 0.65), "", 13),
        Layer((disc(x - r * 0.30, e - 110, r * 0.62, pal.light, 0.75, 62)), "", 30),
        Layer((disc(x - r * 0.58, e + 68 - raise_, r * 0.26, pal.light, 0.8, 28)), "", 16),
        Layer((disc(x - 8, head.chin_y - 34, 26, pal.light, 0.55, 15)), "", 11),
    ]
    for side in (-1, 1):
        strength = 0.5 if side > 0 else 0.34
        ex = x + side * head.eye_gap
        layers.append(Layer((disc(ex - side * 20, e - 17, 30, pal.deep, strength, 17)), "", 9))
        layers.append(Layer((disc(ex, e + 24, 34, pal.shade, 0.30 + 0.25 * head.age, 10)), "", 7))
        layers.append(
            Layer(
                (
                    disc(
                        x + side * r * 0.56,
                        e + 88 - raise_,
                        r * 0.25,
                        pal.blush,
                        head.ruddy * face.blush,
                        r * 0.17,
                    )
                ),
                "",
                16,
            )
        )
    layers.append(Layer((disc(x - 4, head.nose_y - 8, 22, pal.blush, 0.16 + 0.2 * head.age, 16)), "", 9))
    rim = f"M{x - r * 0.99} {e - 60}C{x - r * 1.02} {e + 30} {x - r * 0.9} {e + 130} {x - r * 0.6} {e + 200}"
    layers.append(Layer(line(rim, pal.light, 9, 0.7), "", 5))
    return layers


def _face_box(head: Head) -> Box:
    """Returns the part of the drawing that holds everything an expression may change."""
    return (
        head.x - head.radius - 50,
        head.eye_y - 320,
        2 * head.radius + 100,
        head.chin_y - head.eye_y + 380,
    )


def face_layers(person: Person, face: Expression) -> list[Layer]:
    """Draws every layer of the face with this expression, turned as the head is, from the skin to the glasses."""
    move = person.head.turned(face)
    still = person.head.turned(EXPRESSIONS["neutral"])
    skin = moved(shape(person.face, person.palette.skin), move)

    def turned(layer: Layer) -> Layer:
        return Layer(moved(layer.body, move), moved(layer.inside, move), layer.blur)

    out = [Layer(skin)]
    for layer in (*_modelling(person, face), *person.skin):
        coat = turned(layer)
        out.append(Layer(coat.body, coat.inside or skin, coat.blur))
    features = (*_nose(person), *_lines(person, face), *person.beard, *_mouth(person, face.mouth))
    out += [turned(layer) for layer in features]
    for side in (-1, 1):
        out += _eye(person, face, side)
    brows = _brow(person, face.near_brow, -1) + _brow(person, face.far_brow, 1)
    cast = moved(_in_one_colour(brows, person.palette.deep, 0.3), lambda x, y: _shift(move(x, y), 3, 5))
    out += [Layer(cast, skin, 4), Layer(moved(brows, move))]
    out += [Layer(moved(g.body, still), moved(g.inside, still), g.blur) for g in person.glasses]
    return out


def paint(person: Person, expression: str, scale: float = 1.0) -> pygame.Surface:
    """Returns the portrait with this expression, premultiplied, 900 × 1080 units at `scale`."""
    sharp = scale * SHARP * WIDTH / person.view[2]
    picture = _behind(person, sharp).copy()
    box = _face_box(person.head)
    face = Painter(box, sharp)
    for layer in face_layers(person, EXPRESSIONS[expression]):
        face.paint(layer)
    at = (round((box[0] - person.view[0]) * sharp), round((box[1] - person.view[1]) * sharp))
    picture.blit(face.surface, at, special_flags=pygame.BLEND_PREMULTIPLIED)
    picture.blit(_over(person, sharp), (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)
    return pygame.transform.smoothscale(picture, (round(WIDTH * scale), round(HEIGHT * scale)))


def part(person: Person, face: Expression, box: pygame.Rect) -> pygame.Surface:
    """Returns a box of the portrait in pixels of the shipped size, with any face; far quicker than the whole."""
    sharp = SHARP * WIDTH / person.view[2]
    fine = pygame.Rect([round(side * SHARP) for side in box])
    whole = _face_box(person.head)
    left, top = (round((whole[i] - person.view[i]) * sharp) for i in (0, 1))
    corner = (whole[0] + (fine.x - left) / sharp, whole[1] + (fine.y - top) / sharp)
    picture = _behind(person, sharp).subsurface(fine).copy()
    painter = Painter((*corner, fine.width / sharp, fine.height / sharp), sharp, picture)
    for layer in face_layers(person, face):
        painter.paint(layer)
    picture.blit(_over(person, sharp).subsurface(fine), (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)
    return pygame.transform.smoothscale(picture, box.size)


def _shift(point: Point, dx: float, dy: float) -> Point:
    return point[0] + dx, point[1] + dy


def _in_one_colour(body: str, colour: str, opacity: float) -> str:
    """Returns the same paths in one colour: what they throw on the skin."""
    return _FILL.sub(f'fill="{colour}" fill-opacity="{opacity}"', body)


_FILL = re.compile(r'fill="[^"]+" fill-opacity="[^"]+"')
_kept: dict[tuple[str, str, float], pygame.Surface] = {}


def _stack(key: tuple[str, str, float], layers: tuple[Layer, ...], view: Box) -> pygame.Surface:
    """Returns the layers as one surface over the whole drawing; painted once."""
    if key not in _kept:
        painter = Painter(view, key[2])
        for layer in layers:
            painter.paint(layer)
        _kept[key] = painter.surface
    return _kept[key]


def _behind(person: Person, sharp: float) -> pygame.Surface:
    """Returns all that lies under the face."""
    return _stack((person.name, "behind", sharp), person.behind, person.view)


def _over(person: Person, sharp: float) -> pygame.Surface:
    """Returns all that lies over the face: hair that falls on it."""
    return _stack((person.name, "over", sharp), person.over, person.view)
