# ruff: noqa: E501  (path data reads best unbroken)
"""People on the table, draped, as who treats them sees them from above: face down in the cradle, face up, on the side.

Face up and on the side are put together when they are shown: what lies under the head, the head out of the portrait
with its expression, and what lies over it, which is alike for everyone. Nothing is seen of a face in the cradle, so
such a picture is drawn here for each of the cast: the back of a head with this person's hair, and a bare back.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

import pygame

from tools.art.portrait import Palette, Person
from tools.art.svg import Box, Layer, Painter, disc, inside, line, linear, number, rect, shape, sliver
from tools.art.table import LINEN, LINEN_SHADE, PAD_DEEP, drape, drape_over_side, pillow, side_table, table

SIZE = (900, 1080)
WAYS = ("face-up", "on-side")
"""The ways of lying that are put together with a portrait."""
BOX: Box = (0.0, 0.0, 900.0, 1080.0)
_SHARP = 1.5


@dataclass(frozen=True, slots=True)
class Back:
    """A person from behind, lying: hair (or scarf) in three tones, how it is worn, and how broad the shoulders are."""

    dark: str
    mid: str
    light: str
    worn: str = "short"
    wide: float = 1.0


BARE = 740.0
"""How far down a back is bare."""
FADING = 130
"""How many pixels of a table fade out that goes on beyond the picture."""
COVERED = {"scarf": 590.0}
"""The same for whoever keeps more covered."""

BACKS: dict[str, Back] = {
    "anjali": Back("#0f0d10", "#1f1b20", "#4a434e", "plait", 1.06),
    "ash": Back("#6b4a24", "#a87e43", "#d8b878", "neck", 1.08),
    "bao": Back("#b9b2aa", "#e4e0da", "#ffffff", "thin", 0.9),
    "callum": Back("#8a6233", "#c0915a", "#e3bf8c", "short", 0.86),
    "dana": Back("#1f1311", "#3a2420", "#7a5544", "long", 1.0),
    "elif": Back("#0e3323", "#1f5a3f", "#4d8c6c", "scarf", 0.88),
    "femi": Back("#151110", "#3a3532", "#807974", "crop", 1.12),
    "gareth": Back("#6f7274", "#9a9da0", "#d3d5d6", "short", 0.84),
    "henrik": Back("#b9b8b4", "#e6e5e1", "#ffffff", "thin", 1.12),
    "imani": Back("#120c0b", "#2a1f1c", "#6b564b", "twists", 1.12),
    "ines": Back("#1d1513", "#3a2b27", "#6d554c", "bun", 0.92),
    "kenji": Back("#26282b", "#55585c", "#9a9da1", "short", 0.92),
    "leila": Back("#0d3f46", "#1f6b73", "#5aa0a5", "scarf", 1.1),
    "linh": Back("#17161b", "#2a2931", "#6b6a79", "bob", 0.92),
    "marisol": Back("#120f12", "#2b2429", "#5f535b", "plait", 1.02),
    "martin": Back("#3a2415", "#6b4527", "#a27649", "curls", 1.16),
    "miriam": Back("#74737b", "#a5a4aa", "#e6e5e7", "curls", 0.84),
    "nermin": Back("#5f2410", "#a1461f", "#d98552", "short", 1.14),
    "ngozi": Back("#211d1e", "#4b4344", "#8d8787", "crop", 1.02),
    "peg": Back("#c39a78", "#ecd3b6", "#fff4e2", "waves", 1.18),
    "signe": Back("#a37c45", "#d3ad6f", "#f0dba8", "short", 1.04),
    "sunny": Back("#0c0b0e", "#1d1c21", "#4a4852", "short", 1.14),
    "tamsin": Back("#9a6f3a", "#cda25f", "#eccf94", "curls", 1.12),
    "tess": Back("#3a2a20", "#64493a", "#9a7a63", "tail", 0.96),
    "theo": Back("#0d1017", "#1d222c", "#4d5664", "short", 0.96),
    "tomasz": Back("#4a3522", "#8a6946", "#cdb088", "neck", 0.98),
    "ulrike": Back("#3d2c22", "#6d5341", "#a88a72", "bun", 1.08),
    "warren": Back("#5f6468", "#8f9498", "#ced1d3", "short", 1.08),
    "zohra": Back("#c9b58f", "#ece0c4", "#fff8e6", "scarf", 0.78),
}


def under(way: str) -> pygame.Surface:
    """Returns what lies under a head: table and pillow. `way` is `face-up` or `on-side`."""
    if way == "face-up":
        return _painted((*table(110, 790, 60), *pillow(450, 330, 480, 400)))
    return _faded(_painted((*side_table(), *pillow(250, 640, 330, 420))))


def over(way: str) -> pygame.Surface:
    """Returns what lies over somebody up to the neck: the drape."""
    return _painted(drape(1.0, 566)) if way == "face-up" else _faded(_painted(drape_over_side()))


def _faded(picture: pygame.Surface) -> pygame.Surface:
    """Returns a picture that goes on beyond its right edge, the last of it fading out."""
    wide, high = picture.get_size()
    for i in range(FADING):
        share = 255 * i // FADING
        picture.fill((share, share, share, share), (wide - 1 - i, 0, 1, high), special_flags=pygame.BLEND_RGBA_MULT)
    return picture


# --- face down ---------------------------------------------------------------------------------------------------


def face_down(person: Person) -> pygame.Surface:
    """Returns a person face down in the cradle, a bare back above the drape."""
    back = BACKS[person.name]
    return _painted(
        (
            *_cradle(),
            *table(110, 790, 330),
            *_bare(person.palette, back),
            *_head(person.palette, back),
            *drape(back.wide, COVERED.get(back.worn, BARE)),
        )
    )


def nobody() -> pygame.Surface:
    """Returns somebody of no looks of their own, face down."""
    colour = "#93a5a0"
    plain = Palette(*[colour] * 13)
    back = Back("#7c8e8a", "#7c8e8a", "#8a9b97")
    return _painted((*_cradle(), *table(110, 790, 330), *_bare(plain, back), *_head(plain, back), *drape(1.0, BARE)))


def _cradle() -> tuple[Layer, ...]:
    """Draws the ring that holds a face, and its arms."""
    ring = (
        "M450 40C590 40 660 130 660 250C660 340 640 400 600 440L300 440C260 400 240 340 240 250C240 130 310 40 450 40Z"
    )
    tone = linear("cr", 240, 0, 660, 0, (0, "#ffffff", 1), (0.55, LINEN, 1), (1, LINEN_SHADE, 1))
    return (
        Layer(rect(380, 400, 140, 100, PAD_DEEP)),
        Layer(shape(ring, "#141d1a", 0.45), "", 16),
        Layer(tone + shape(ring, "url(#cr)")),
        inside(disc(450, 250, 148, "#4a524d", 0.6, 168), ring, 18),
    )


def _bare(pal: Palette, back: Back) -> tuple[Layer, ...]:
    """Draws neck, shoulders and arms, and a back that goes under the drape."""
    half = 250 * back.wide
    x, n = 450.0, number
    body = (
        f"M{n(x - 62)} 330C{n(x - 60)} 420 {n(x - 70)} 450 {n(x - half * 0.6)} 486C{n(x - half * 1.02)} 508 {n(x - half * 1.12)} 590"
        f" {n(x - half * 1.16)} 720C{n(x - half * 1.2)} 840 {n(x - half * 1.16)} 960 {n(x - half * 1.1)} 1080L{n(x + half * 1.1)} 1080"
        f"C{n(x + half * 1.16)} 960 {n(x + half * 1.2)} 840 {n(x + half * 1.16)} 720C{n(x + half * 1.12)} 590 {n(x + half * 1.02)} 508"
        f" {n(x + half * 0.6)} 486C{n(x + 70)} 450 {n(x + 60)} 420 {n(x + 62)} 330Z"
    )
    tone = linear("sk", x - half, 0, x + half, 0, (0, pal.light, 1), (0.4, pal.skin, 1), (1, pal.shade, 1))
    arm = half * 0.84
    marks = shape(sliver((x, 470), (x + 5, 640), (x, 900), 7), pal.deep, 0.4)
    for side in (-1, 1):
        marks += shape(
            sliver((x + side * half * 0.26, 560), (x + side * half * 0.56, 640), (x + side * half * 0.3, 760), 14),
            pal.deep,
            0.26,
        )
        marks += shape(
            sliver((x + side * arm, 620), (x + side * (arm - 8), 720), (x + side * (arm + 6), 860), 10), pal.deep, 0.55
        )
        marks += shape(sliver((x + side * 40, 420), (x + side * 60, 474), (x + side * 150, 500), 9), pal.deep, 0.22)
    light = disc(x - half * 0.5, 600, half * 0.34, pal.light, 0.7, 90) + disc(
        x + half * 0.4, 610, half * 0.22, pal.light, 0.25, 70
    )
    return (
        Layer(shape(body, "#1a1512", 0.5), "", 14),
        Layer(tone + shape(body, "url(#sk)")),
        inside(light, body, 36),
        inside(marks, body, 11),
        inside(disc(x, 380, 110, pal.deep, 0.6, 90), body, 22),
    )


_SKULL = "M450 96C556 96 606 176 602 262C598 350 552 416 450 420C348 416 302 350 298 262C294 176 344 96 450 96Z"
_SCARF = "M450 80C572 80 626 170 622 268C618 350 600 410 620 470C560 520 340 520 280 470C300 410 282 350 278 268C274 170 328 80 450 80Z"
_LONG = (
    "M450 84C574 84 640 170 640 270C650 380 676 470 640 560C590 620 520 600 450 610C380 600 310 620 260 560"
    "C224 470 250 380 260 270C260 170 326 84 450 84Z"
)
_BOB = "M450 84C570 84 626 170 626 270C630 350 636 410 630 452C560 476 340 476 270 452C264 410 270 350 274 270C274 170 330 84 450 84Z"
_NECK = "M450 92C560 92 610 176 606 262C604 360 590 430 560 500C520 520 380 520 340 500C310 430 296 360 294 262C290 176 340 92 450 92Z"


def _head(pal: Palette, back: Back) -> tuple[Layer, ...]:
    """Draws the back of a head with its ears, and the hair as it is worn."""
    outline = {"scarf": _SCARF, "long": _LONG, "bob": _BOB, "neck": _NECK}.get(back.worn, _SKULL)
    ears = (
        ""
        if back.worn in ("scarf", "long", "bob")
        else disc(300, 290, 20, pal.skin, 1, 40) + disc(600, 290, 18, pal.shade, 1, 38)
    )
    tone = linear("h", 280, 90, 620, 430, (0, back.light, 1), (0.35, back.mid, 1), (1, back.dark, 1))
    layers = [
        Layer(shape(outline, "#100c0a", 0.5), "", 12),
        Layer(ears),
        Layer(tone + shape(outline, "url(#h)"), "", 1.2),
        Layer(_strands(back), shape(outline, "#fff")),
        inside(disc(390, 180, 80, back.light, 0.35, 60), outline, 34),
    ]
    if back.worn == "thin":
        layers.append(
            inside(disc(450, 210, 96, pal.skin, 0.9, 84) + disc(420, 180, 40, pal.light, 0.8, 30), outline, 22)
        )
    return (*layers, *_added(back))


def _strands(back: Back) -> str:
    """Draws hair from the crown outward; curls, or the folds of a scarf, where that is what there is."""
    r = random.Random(back.worn)
    out = ""
    if back.worn == "scarf":
        for i in range(9):
            left = 300 + i * 36
            out += shape(
                sliver((left, 100), (left + (450 - left) * 0.3, 300), (left - (450 - left) * 0.2, 510), 7),
                back.dark,
                0.5,
            )
        return out + shape(sliver((300, 200), (450, 130), (600, 210), 10), back.light, 0.4)
    tight = {"curls": 15.0, "crop": 4.0, "twists": 17.0, "waves": 22.0, "long": 24.0}.get(back.worn)
    if tight:
        middle, wide, tall = (345.0, 210, 290) if back.worn == "long" else (258.0, 168, 178)
        for _ in range(1500 if tight < 6 else 520 if back.worn == "long" else 260):
            a, k = r.uniform(0, 2 * math.pi), math.sqrt(r.uniform(0, 1))
            x, y = 450.0 + wide * k * math.cos(a), middle + tall * k * math.sin(a)
            glow = max(0.0, 1 - math.hypot(x - 380, y - 170) / 260)
            tone = back.light if r.random() < 0.25 + 0.4 * glow else back.dark
            size = tight * r.uniform(0.6, 1.0)
            out += line(
                f"M{x - size:.1f} {y:.1f}C{x - size:.1f} {y - size * 1.3:.1f} {x + size:.1f} {y - size * 1.3:.1f} {x + size:.1f} {y:.1f}",
                tone, 1.6 if tight < 6 else 3.4, 0.6,
            )  # fmt: skip
        return out
    for _ in range(240):
        a, reach = r.uniform(0, 2 * math.pi), r.uniform(0.5, 1.0)
        x, y = 450 + 200 * reach * math.cos(a), 210 + 310 * reach * max(-0.36, math.sin(a))
        bend = ((450 + x) / 2 + r.uniform(-16, 16), (205 + y) / 2 - 20)
        tone = back.light if r.random() < 0.34 else back.dark
        out += shape(
            sliver((450 + r.uniform(-8, 8), 205 + r.uniform(-6, 6)), bend, (x, y), 2.2), tone, r.uniform(0.25, 0.6)
        )
    return out


def _added(back: Back) -> tuple[Layer, ...]:
    """Draws what hair is gathered in: a bun, a plait, a tail."""
    if back.worn == "bun":
        knot = "".join(
            shape(
                sliver((400 + i * 16, 250), (450, 180 + i * 10), (510 - i * 8, 250), 6),
                back.light if i % 2 else back.dark,
                0.5,
            )
            for i in range(6)
        )
        return (
            Layer(disc(452, 226, 86, "#100c0a", 0.5, 74), "", 10),
            Layer(
                linear("bun", 380, 150, 530, 300, (0, back.light, 1), (0.5, back.mid, 1), (1, back.dark, 1))
                + disc(450, 220, 80, "url(#bun)", 1, 68)
            ),
            Layer(knot),
        )
    if back.worn not in ("plait", "tail"):
        return ()
    out = ""
    for i in range(9):
        y, wide = 400 + i * 40, 34 - i * 1.6
        if back.worn == "plait":
            x = 470 + 14 * math.sin(i)
            out += disc(x - 9, y, wide * 0.7, back.dark, 1, 27) + disc(x + 9, y + 18, wide * 0.7, back.mid, 1, 27)
            out += shape(sliver((x - 20, y - 8), (x - 2, y + 4), (x + 10, y - 14), 4), back.light, 0.6)
        else:
            out += shape(
                sliver((450 + i * 7 - 30, 320), (470 + i * 6 - 20, 480), (500 + i * 9 - 40, 690), 11),
                (back.dark, back.mid, back.light)[i % 3],
                0.9,
            )
    return (Layer(disc(480, 560, 40, "#100c0a", 0.4, 170), "", 14), Layer(out))


def _painted(layers: tuple[Layer, ...]) -> pygame.Surface:
    painter = Painter(BOX, _SHARP)
    for layer in layers:
        painter.paint(layer)
    return pygame.transform.smoothscale(painter.surface, SIZE)
