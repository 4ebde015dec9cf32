"""Ulrike Hofer: 44, primary school teacher, once a rower, tall, hair pinned up with a red pen in it, green sweater."""

import random

from tools.art.figure import Build, Cloth, band, bust, dressed, ears, garment, neck, outline
from tools.art.hair import Guide, lock, locks, swept
from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, disc, inside, line, shape, sliver

PALETTE = Palette(
    skin="#ecc0a4",
    light="#fde0cc",
    shade="#c68f76",
    deep="#86513f",
    crease="#9a6250",
    blush="#d0604f",
    lip="#bf7068",
    lip_dark="#9c5049",
    lip_light="#e2a49b",
    brow="#5a4030",
    lash="#3c2a20",
    iris="#53683f",
    iris_light="#a9b983",
)
TONES = ("#33241a", "#57402f", "#785b43", "#9a7a5d", "#c3a586")
GREY = ("#a9a29a", "#c9c4bd", "#77665a")
GREEN = Cloth("#2f5a45", "#46785e", "#214434", "#12291f", "#9cc7ae")

BUILD = Build(half=452, top=748, neck=84, fall=70)
FACE = outline(
    (
        (0, 124),
        (94, 138),
        (146, 200),
        (156, 290),
        (153, 372),
        (160, 436),
        (150, 506),
        (128, 572),
        (90, 634),
        (46, 668),
        (0, 676),
    )
)
SWEATER = garment(BUILD, 104, 62)

ROOTS: Guide = [
    (288, 426),
    (297, 350),
    (304, 280),
    (332, 224),
    (380, 190),
    (430, 176),
    (470, 176),
    (524, 190),
    (568, 226),
    (596, 282),
    (603, 350),
    (612, 426),
]
TIPS: Guide = [
    (278, 436),
    (262, 352),
    (262, 262),
    (296, 168),
    (352, 108),
    (424, 80),
    (480, 80),
    (552, 106),
    (608, 166),
    (640, 262),
    (640, 352),
    (624, 436),
]
KNOT = outline(((0, 22), (54, 26), (92, 56), (88, 104), (44, 128), (0, 132)), 470)


def _knot() -> str:
    """Draws the hair wound up at the back of the crown."""
    r = random.Random(14)
    out = shape(KNOT, TONES[0])
    for i in range(26):
        u = -1 + 2 * ((i * 7) % 26) / 25
        bend = r.uniform(-16, 16)
        path: Guide = [
            (470 + 88 * u, 108 - 16 * (1 - abs(u))),
            (470 + 70 * u + bend, 66),
            (470 + 30 * u + bend, 40 + 12 * abs(u)),
            (470 - 40 * u, 46 + r.uniform(-6, 22)),
            (470 - 78 * u, 92 + r.uniform(-8, 18)),
        ]
        out += lock(path, r.uniform(5, 8), TONES, max(0.1, 0.7 - 0.5 * u), r.uniform(0, 6))
    loose: tuple[tuple[Guide, float], ...] = (
        ([(420, 96), (404, 60), (394, 22), (372, 2)], 4.0),
        ([(520, 92), (548, 62), (560, 26)], 3.4),
    )
    return out + locks(loose, TONES, 0.6, 2.0)


def _pen() -> str:
    """Draws a red pen stuck through the knot, its cap towards the light."""
    out = line("M404 98L604 22", "#6d120f", 15) + line("M404 97L604 21", "#c22a25", 12)
    out += line("M406 93L600 19", "#f08a7d", 2.6, 0.9)
    out += line("M556 40L604 22", "#7c1713", 15.5) + line("M556 39L603 21", "#d8362f", 12.5)
    return out + line("M562 30L590 19", "#e9e2da", 2.6) + line("M551 34L556 46", "#5a0f0c", 2)


def _wisps() -> str:
    """Draws short hair that has come loose at the temples and the nape."""
    return locks(
        (
            ([(300, 340), (288, 388), (290, 440), (278, 486)], 5.0),
            ([(306, 300), (300, 360), (304, 404), (298, 440)], 3.4),
            ([(604, 330), (612, 384), (606, 440), (616, 480)], 4.4),
            ([(398, 184), (372, 196), (352, 222), (342, 250)], 3.2),
        ),
        TONES,
        0.5,
        1.0,
    )


def _stitches() -> str:
    """Draws the ribs of a hand-knitted sweater."""
    out = ""
    for i in range(62):
        x = 6 + i * 14.6
        out += line(f"M{x + 0.05 * (457 - x):.1f} 730L{x:.1f} 1090", GREEN.deep, 3.2, 0.34)
        out += line(f"M{x + 4 + 0.05 * (457 - x):.1f} 730L{x + 4:.1f} 1090", GREEN.light, 1.6, 0.28)
    return out


PERSON = Person(
    name="ulrike",
    palette=PALETTE,
    head=Head(
        eye_y=396,
        eye_gap=70,
        eye_size=1.02,
        lid=0.98,
        hooded=0.25,
        brow_y=340,
        brow_weight=0.86,
        nose_y=512,
        nose_width=30,
        mouth_y=580,
        mouth_width=51,
        lips=0.86,
        chin_y=672,
        radius=164,
        age=0.3,
        lashes=0.8,
        ruddy=0.24,
        corners=(2.0, 5.0),
        arch=(5.0, 2.0, -3.0),
    ),
    face=FACE,
    behind=(
        Layer(_knot()),
        Layer(disc(420, 60, 40, "#e8cfb2", 0.3, 26), shape(KNOT, "#fff"), 14),
        inside(shape("M520 10L600 10L600 140L540 140Z", "#1a110b", 0.45), KNOT, 14),
        Layer(_pen()),
        *neck(BUILD, PALETTE, 0.5),
        *dressed(BUILD, SWEATER, GREEN, (Layer(_stitches()),)),
        *band(BUILD, 104, 62, 40, GREEN, 40),
        Layer(
            shape("M282 430C300 520 330 560 372 600L540 600C580 560 604 520 616 430Z", TONES[0], 0.9), bust(BUILD), 8
        ),
        *ears(PALETTE, 296, 606, 398, 0.98),
    ),
    skin=(
        Layer(disc(340, 486, 26, PALETTE.shade, 0.3, 46) + disc(562, 490, 24, PALETTE.shade, 0.34, 50), "", 15),
        Layer(shape(sliver((392, 600), (450, 622), (508, 600), 4), PALETTE.shade, 0.25), "", 5),
    ),
    over=(
        Layer(
            shape(
                "M300 420C306 300 340 226 450 190C560 226 594 300 602 420L640 330L600 110L300 110L262 300Z",
                PALETTE.deep,
                0.4,
            ),
            shape(FACE, "#fff"),
            10,
        ),
        *swept(ROOTS, TIPS, TONES, 620, 4, 12, 0.3, GREY),
        Layer(_wisps()),
    ),
)
