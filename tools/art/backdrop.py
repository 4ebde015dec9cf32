# ruff: noqa: E501  (path data reads best unbroken)
"""A place as a picture: furniture and light as layers of SVG, drawn 1280 × 720 and rendered at 1920 × 1080.

Every place has its own hour. Light comes from the left or from a lamp, so that a person lit from the left
stands well in front of it; the left third stays quiet, for that is where the person is.
"""

import math
import random
from collections.abc import Iterable
from dataclasses import dataclass

import pygame

from tools.art.svg import Layer, Painter, Point, disc, line, linear, rect, shape, sliver

WIDTH, HEIGHT = 1280, 720
SIZE = (1920, 1080)
SUN: Point = (-1000.0, -1000.0)
"""Where the light comes from that falls through a window, or down in a cone: from outside the picture."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place by name, at its hour, as the layers that make it, from the back to the front."""

    name: str
    hour: str
    layers: tuple[Layer, ...]


def paint(place: Place) -> pygame.Surface:
    """Returns the place at 1920 × 1080, opaque; painted at twice that and shrunk, for clean edges."""
    return flat(painted(place.layers, 2 * SIZE[0] / WIDTH), SIZE)


def painted(layers: Iterable[Layer], scale: float) -> pygame.Surface:
    """Returns layers over the whole drawing, premultiplied, `scale` pixels to a unit."""
    painter = Painter((0.0, 0.0, float(WIDTH), float(HEIGHT)), scale)
    for layer in layers:
        painter.paint(layer)
    return painter.surface


def flat(picture: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """Returns a premultiplied picture, opaque and of this size."""
    small = pygame.transform.smoothscale(picture, size)
    out = pygame.Surface(size, 0, 24)
    out.blit(small, (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)
    return out


def wall(top: str, bottom: str, floor: float) -> str:
    """Draws a wall down to the height of the floor."""
    return linear("wall", 0, 0, 0, floor, (0, top, 1), (1, bottom, 1)) + rect(0, 0, WIDTH, floor, "url(#wall)")


def boards(floor: float, far: str, near: str, seam: str, centre: float = 640) -> str:
    """Draws a floor of boards that run towards a point behind the wall."""
    out = linear("floor", 0, floor, 0, HEIGHT, (0, far, 1), (1, near, 1)) + rect(
        0, floor, WIDTH, HEIGHT - floor, "url(#floor)"
    )
    r = random.Random(7)
    for i in range(-13, 14):
        x0, x1 = centre + i * 84, centre + i * 190
        y1, y0 = float(HEIGHT), floor
        wide = (84, 190)
        out += shape(
            f"M{x0} {y0}L{x0 + wide[0]} {y0}L{x1 + wide[1]} {y1}L{x1} {y1}Z",
            r.choice(("#ffffff", "#000000")),
            r.uniform(0.0, 0.05),
        )
        out += line(f"M{x0} {y0}L{x1} {y1}", seam, 1.6, 0.35)
        t = r.uniform(0.15, 0.85)
        ax, bx = x0 + (x1 - x0) * t, x0 + wide[0] + (x1 + wide[1] - x0 - wide[0]) * t
        y = y0 + (y1 - y0) * t
        out += line(f"M{ax:.1f} {y:.1f}L{bx:.1f} {y:.1f}", seam, 1.4, 0.3)
    return out


def skirting(floor: float, colour: str, shade: str = "#000000") -> str:
    """Draws the board along the foot of the wall."""
    return (
        rect(0, floor - 20, WIDTH, 20, colour)
        + rect(0, floor - 2, WIDTH, 4, shade, 0.22)
        + rect(0, floor - 20, WIDTH, 2, "#ffffff", 0.5)
    )


def leaf(x: float, y: float, angle: float, length: float, width: float, colour: str, vein: str = "#ffffff") -> str:
    """Draws one leaf from its stem, `angle` in degrees, upward positive; it bends down a little at the tip."""
    a = math.radians(angle)
    droop = abs(math.cos(a)) * length * 0.16
    ex, ey = x + length * math.cos(a), y - length * math.sin(a) + droop
    px, py = -math.sin(a) * width, -math.cos(a) * width
    mx, my = (x + ex) / 2, (y + ey) / 2 - droop * 0.7
    d = (
        f"M{x:.1f} {y:.1f}C{mx + px:.1f} {my + py:.1f} {ex + px * 0.4:.1f} {ey + py * 0.4:.1f} {ex:.1f} {ey:.1f}"
        f"C{ex - px * 0.4:.1f} {ey - py * 0.4:.1f} {mx - px:.1f} {my - py:.1f} {x:.1f} {y:.1f}Z"
    )
    return shape(d, colour) + shape(sliver((x, y), (mx, my), (ex, ey), 1.2), vein, 0.22)


def plant(x: float, y: float, size: float, greens: tuple[str, str], seed: int = 4) -> str:
    """Leaves that rise from a pot's mouth at (x, y)."""
    r = random.Random(seed)
    out = ""
    angles = (158, 24, 140, 42, 122, 60, 106, 76, 92)
    for i, angle in enumerate(angles):
        out += leaf(
            x + r.uniform(-8, 8),
            y,
            angle + r.uniform(-6, 6),
            size * r.uniform(0.8, 1.15),
            size * 0.15,
            greens[i % 2],
        )
    return out


def pot(x: float, y: float, width: float, height: float, colour: str, shade: str) -> str:
    """Draws a pot whose mouth is centred on (x, y)."""
    w, n = width / 2, width * 0.36
    grad = linear(f"pot{int(x)}", x - w, 0, x + w, 0, (0, colour, 1), (0.4, colour, 1), (1, shade, 1))
    body = shape(
        f"M{x - w} {y}L{x + w} {y}L{x + n} {y + height}C{x + n - 4} {y + height + 5} {x - n + 4} {y + height + 5} {x - n} {y + height}Z",
        f"url(#pot{int(x)})",
    )
    return (
        grad
        + body
        + rect(x - w - 5, y - 6, width + 10, 15, f"url(#pot{int(x)})", 1, 6)
        + rect(x - w - 1, y + 9, width + 2, 4, "#000000", 0.12)
    )


def under(x: float, y: float, rx: float, ry: float, strength: float = 0.35) -> Layer:
    """Draws a soft shadow on the floor or a table."""
    return Layer(disc(x, y, rx, "#1d120a", strength, ry), "", max(3.0, ry * 0.45))


def glow(x: float, y: float, radius: float, colour: str, strength: float) -> Layer:
    """Draws light that fades out around a lamp."""
    return Layer(disc(x, y, radius * 0.55, colour, strength), "", radius * 0.28, (x, y))


def sunlight(corners: list[Point], colour: str, strength: float, blur: float = 12) -> Layer:
    """Draws a patch or a shaft of light with soft edges."""
    d = "M" + "L".join(f"{x} {y}" for x, y in corners) + "Z"
    return Layer(shape(d, colour, strength), "", blur, SUN)


def picture(x: float, y: float, w: float, h: float, frame: str, inner: str) -> tuple[Layer, ...]:
    """Draws a framed picture with its shadow on the wall; `inner` is drawn inside the mount."""
    return (
        Layer(rect(x + 4, y + 8, w, h, "#000000", 0.28, 3), "", 5),
        Layer(
            rect(x, y, w, h, frame, 1, 3)
            + rect(x + 6, y + 6, w - 12, h - 12, "#f4f0e7")
            + rect(x + 6, y + 6, w - 12, 3, "#000000", 0.15)
        ),
        Layer(inner, rect(x + 16, y + 16, w - 32, h - 32, "#fff")),
    )


def mug(x: float, y: float, size: float, colour: str, shade: str) -> str:
    """Draws a mug that stands at (x, y)."""
    w, h = size, size * 1.05
    grad = linear(f"mug{int(x)}", x - w / 2, 0, x + w / 2, 0, (0, colour, 1), (0.35, colour, 1), (1, shade, 1))
    handle = line(
        f"M{x + w * 0.48} {y - h * 0.75}C{x + w * 0.9} {y - h * 0.8} {x + w * 0.88} {y - h * 0.18} {x + w * 0.46} {y - h * 0.25}",
        shade,
        size * 0.11,
    )
    body = shape(
        f"M{x - w / 2} {y - h}L{x + w / 2} {y - h}L{x + w * 0.46} {y - 6}C{x + w * 0.42} {y + 3} {x - w * 0.42} {y + 3} {x - w * 0.46} {y - 6}Z",
        f"url(#mug{int(x)})",
    )
    return (
        handle
        + grad
        + body
        + disc(x, y - h, w / 2, shade, 1, w * 0.11)
        + disc(x, y - h + 1, w * 0.44, "#4a2c1a", 1, w * 0.08)
    )


def steam(x: float, y: float, height: float) -> Layer:
    """Draws two threads of steam above a cup."""
    a = f"M{x - 6} {y}C{x - 20} {y - height * 0.3} {x + 10} {y - height * 0.6} {x - 8} {y - height}"
    b = f"M{x + 8} {y}C{x + 20} {y - height * 0.35} {x - 4} {y - height * 0.55} {x + 12} {y - height * 0.9}"
    return Layer(line(a, "#ffffff", 5, 0.45) + line(b, "#ffffff", 4, 0.35), "", 4)


def chair(x: float, floor: float, size: float, fabric: str, fabric_shade: str, wood: str, facing: int = 1) -> str:
    """Draws an upholstered chair seen from the front and a little from the side, its feet on `floor`."""
    s = size / 100

    def at(px: float, py: float) -> str:
        return f"{x + facing * px * s:.1f} {floor + py * s:.1f}"

    legs = "".join(
        shape(f"M{at(a, -58)}L{at(a + 8, -58)}L{at(b + 5, 0)}L{at(b, 0)}Z", wood)
        for a, b in ((-44, -50), (36, 44), (-28, -30), (22, 27))
    )
    back = f"M{at(-44, -70)}C{at(-50, -120)} {at(-50, -150)} {at(-40, -166)}C{at(-20, -174)} {at(22, -174)} {at(40, -166)}C{at(50, -150)} {at(50, -120)} {at(44, -70)}Z"
    seat = f"M{at(-54, -78)}C{at(-40, -88)} {at(40, -88)} {at(54, -78)}C{at(58, -66)} {at(56, -54)} {at(50, -50)}C{at(30, -46)} {at(-30, -46)} {at(-50, -50)}C{at(-56, -54)} {at(-58, -66)} {at(-54, -78)}Z"
    arm = "".join(
        line(f"M{at(k * 50, -112)}C{at(k * 58, -100)} {at(k * 57, -80)} {at(k * 52, -60)}", wood, 7 * s)
        for k in (-1, 1)
    )
    lit = linear(f"ch{int(x)}", x - 50 * s, 0, x + 55 * s, 0, (0, fabric, 1), (0.45, fabric, 1), (1, fabric_shade, 1))
    seam = line(
        f"M{at(-38, -84)}C{at(-42, -120)} {at(-42, -146)} {at(-34, -158)}C{at(-16, -164)} {at(18, -164)} {at(34, -158)}C{at(42, -146)} {at(42, -120)} {at(38, -84)}",
        "#000000",
        1.6,
        0.14,
    )
    return (
        legs
        + lit
        + shape(back, f"url(#ch{int(x)})")
        + seam
        + shape(seat, f"url(#ch{int(x)})")
        + line(f"M{at(-50, -66)}C{at(-30, -60)} {at(30, -60)} {at(50, -66)}", "#000000", 2, 0.18)
        + shape(
            f"M{at(-46, -80)}C{at(-30, -86)} {at(30, -86)} {at(46, -80)}C{at(30, -78)} {at(-30, -78)} {at(-46, -80)}Z",
            "#ffffff",
            0.22,
        )
        + arm
    )


def vignette(colour: str, strength: float) -> Layer:
    """Draws darker edges."""
    ring = f"M-200 -200L{WIDTH + 200} -200L{WIDTH + 200} {HEIGHT + 200}L-200 {HEIGHT + 200}Z"
    hole = (
        "M640 -60C160 -60 -60 120 -60 360C-60 620 160 790 640 790C1120 790 1340 620 1340 360C1340 120 1120 -60 640 -60Z"
    )
    return Layer(f'<path d="{ring}{hole}" fill="{colour}" fill-opacity="{strength}" fill-rule="evenodd"/>', "", 70)
