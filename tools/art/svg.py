"""Small pieces of SVG as text, and pictures made of them: premultiplied surfaces that pygame can blit.

pygame reads SVG with nanosvg, which knows paths, strokes, transforms and gradients and drops the rest without
a word (see `lint`). So clipping, masks and soft edges are done here, on surfaces: clipping multiplies by a
white mask, softness is a blur of a small rendering that is then grown.
"""

import io
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TypeAlias

import pygame

Point: TypeAlias = tuple[float, float]
Stop: TypeAlias = tuple[float, str, float]
Box: TypeAlias = tuple[float, float, float, float]
"""x, y, width, height, in drawing units."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One coat of paint: a body of SVG, kept inside another body where that is given, softened by `blur` units.

    A coat that is nothing but light says in `light` where it comes from: at another hour it may be out.
    """

    body: str
    inside: str = ""
    blur: float = 0.0
    light: Point | None = None


def inside(body: str, outline: str, blur: float = 0.0) -> Layer:
    """Returns a coat of paint kept inside an outline, which is given as path data."""
    return Layer(body, shape(outline, "#fff"), blur)


def raised(layer: Layer, by: float) -> Layer:
    """Returns the layer, `by` units higher."""

    def up(x: float, y: float) -> Point:
        return x, y - by

    return Layer(moved(layer.body, up), moved(layer.inside, up), layer.blur)


def number(value: float) -> str:
    """Returns a coordinate with at most two decimals, as short as it can be written."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def shape(d: str, fill: str, opacity: float = 1.0) -> str:
    """Returns a filled path."""
    return f'<path d="{d}" fill="{fill}" fill-opacity="{number(opacity)}"/>'


def line(d: str, colour: str, width: float, opacity: float = 1.0) -> str:
    """Returns a stroked path with round ends."""
    return (
        f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{number(width)}" '
        f'stroke-opacity="{number(opacity)}" stroke-linecap="round" stroke-linejoin="round"/>'
    )


def disc(x: float, y: float, rx: float, fill: str, opacity: float = 1.0, ry: float | None = None) -> str:
    """Returns a filled circle, or an ellipse where `ry` is given; written as a path, so that it can be `moved`."""
    tall = rx if ry is None else ry
    kx, ky = rx * 0.5523, tall * 0.5523
    n = number
    return shape(
        f"M{n(x - rx)} {n(y)}C{n(x - rx)} {n(y - ky)} {n(x - kx)} {n(y - tall)} {n(x)} {n(y - tall)}"
        f"C{n(x + kx)} {n(y - tall)} {n(x + rx)} {n(y - ky)} {n(x + rx)} {n(y)}"
        f"C{n(x + rx)} {n(y + ky)} {n(x + kx)} {n(y + tall)} {n(x)} {n(y + tall)}"
        f"C{n(x - kx)} {n(y + tall)} {n(x - rx)} {n(y + ky)} {n(x - rx)} {n(y)}Z",
        fill,
        opacity,
    )


def rect(x: float, y: float, w: float, h: float, fill: str, opacity: float = 1.0, radius: float = 0.0) -> str:
    """Returns a filled rectangle, its corners rounded by `radius`."""
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(w)}" height="{number(h)}" rx="{number(radius)}" '
        f'fill="{fill}" fill-opacity="{number(opacity)}"/>'
    )


def _stops(stops: tuple[Stop, ...]) -> str:
    return "".join(f'<stop offset="{o}" stop-color="{c}" stop-opacity="{a}"/>' for o, c, a in stops)


def linear(name: str, x1: float, y1: float, x2: float, y2: float, *stops: Stop) -> str:
    """Returns a linear gradient called `name`, from one point to another, to be used as `url(#name)`."""
    return (
        f'<defs><linearGradient id="{name}" gradientUnits="userSpaceOnUse" '
        f'x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}">{_stops(stops)}</linearGradient></defs>'
    )


def radial(name: str, x: float, y: float, r: float, *stops: Stop) -> str:
    """Returns a radial gradient called `name` around a point, to be used as `url(#name)`."""
    return (
        f'<defs><radialGradient id="{name}" gradientUnits="userSpaceOnUse" '
        f'cx="{x}" cy="{y}" r="{r}">{_stops(stops)}</radialGradient></defs>'
    )


def sliver(start: Point, bend: Point, end: Point, width: float) -> str:
    """Returns path data of a stroke that tapers at both ends: a crease, a hair, a fold of cloth."""
    (x0, y0), (x1, y1), (x2, y2) = start, bend, end
    length = math.hypot(x2 - x0, y2 - y0) or 1.0
    nx, ny = -(y2 - y0) / length * width, (x2 - x0) / length * width
    there = f"{number(x1 + nx)} {number(y1 + ny)} {number(x1 + nx)} {number(y1 + ny)}"
    back = f"{number(x1 - nx)} {number(y1 - ny)} {number(x1 - nx)} {number(y1 - ny)}"
    first = f"{number(x0)} {number(y0)}"
    return f"M{first}C{there} {number(x2)} {number(y2)}C{back} {first}Z"


def smooth(points: list[Point], closed: bool = False) -> str:
    """Returns path data of a soft curve through all the points (Catmull-Rom, written as cubics)."""
    n = len(points)

    def at(i: int) -> Point:
        return points[i % n] if closed else points[min(max(i, 0), n - 1)]

    d = f"M{number(points[0][0])} {number(points[0][1])}"
    for i in range(n if closed else n - 1):
        (ax, ay), (bx, by), (cx, cy), (ex, ey) = at(i - 1), at(i), at(i + 1), at(i + 2)
        d += (
            f"C{number(bx + (cx - ax) / 6)} {number(by + (cy - ay) / 6)} "
            f"{number(cx - (ex - bx) / 6)} {number(cy - (ey - by) / 6)} {number(cx)} {number(cy)}"
        )
    return d + ("Z" if closed else "")


_DATA = re.compile(r' d="([^"]*)"')
_PAIR = re.compile(r"(-?\d+(?:\.\d+)?)[ ,]+(-?\d+(?:\.\d+)?)")


def moved(body: str, move: Callable[[float, float], Point]) -> str:
    """Returns the body with every point of its paths moved; paths must use absolute M, L, C and Z only."""
    around, points = _taken_apart(body)
    there = {point: move(*point) for point in set(points)}  # a sliver names most of its points twice
    written = {point: f"{number(x)} {number(y)}" for point, (x, y) in there.items()}
    return "".join(chain.from_iterable(zip(around, map(written.__getitem__, points), strict=False))) + around[-1]


@lru_cache(maxsize=64)  # the same beard is moved for each expression
def _taken_apart(body: str) -> tuple[list[str], list[Point]]:
    """Returns the points of a body's paths, and what stands before each and after the last."""
    around, points, read = list[str](), list[Point](), 0
    for data in _DATA.finditer(body):
        for pair in _PAIR.finditer(body, *data.span(1)):
            around.append(body[read : pair.start()])
            points.append((float(pair[1]), float(pair[2])))
            read = pair.end()
    return [*around, body[read:]], points


def document(body: str, box: Box) -> str:
    """Returns a whole SVG document that shows `box` of the body."""
    x, y, w, h = (number(v) for v in box)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x} {y} {w} {h}" width="{w}" height="{h}">{body}</svg>'


@lru_cache(maxsize=10)
def render(body: str, box: Box, scale: float) -> pygame.Surface:
    """Returns the box of the body as a premultiplied surface, `scale` pixels to a unit. Shared: do not draw on it."""
    size = (max(1, round(box[2] * scale)), max(1, round(box[3] * scale)))
    return pygame.image.load_sized_svg(io.BytesIO(document(body, box).encode()), size).premul_alpha()


def clip(top: pygame.Surface, mask: pygame.Surface) -> pygame.Surface:
    """Returns the premultiplied `top`, kept only where `mask` is opaque."""
    white = mask.copy()
    white.fill((255, 255, 255, 0), special_flags=pygame.BLEND_RGBA_MAX)
    out = top.copy()
    out.blit(white.premul_alpha(), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return out


def soft(body: str, box: Box, scale: float, blur: float) -> pygame.Surface:
    """Returns the box of the body with soft edges: drawn small, blurred, grown."""
    shrink = max(1.0, blur * scale / 5)
    small = render(body, box, scale / shrink)
    small = pygame.transform.gaussian_blur(small, max(1, round(blur * scale / shrink)))
    return pygame.transform.smoothscale(small, (round(box[2] * scale), round(box[3] * scale)))


class Painter:
    """A surface that layers are painted on, one above the other; `box` says which part of the drawing it shows."""

    def __init__(self, box: Box, scale: float, surface: pygame.Surface | None = None) -> None:
        self.box, self.scale = box, scale
        size = (round(box[2] * scale), round(box[3] * scale))
        self.surface = surface or pygame.Surface(size, pygame.SRCALPHA)

    def paint(self, layer: Layer) -> None:
        """Puts one more layer on top."""
        if not layer.body:
            return
        if layer.blur:
            coat = soft(layer.body, self.box, self.scale, layer.blur)
        else:
            coat = render(layer.body, self.box, self.scale)
        if layer.inside:
            coat = clip(coat, render(layer.inside, self.box, self.scale))
        self.surface.blit(coat, (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)
