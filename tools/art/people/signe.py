"""Signe Halvorsen: 29, firefighter and runner, strong neck, square jaw, wind-burnt, short fair hair, running top."""

import random

from tools.art.figure import Build, Cloth, bust, dressed, ears, garment, neck, outline
from tools.art.hair import Guide, lock, locks, swept
from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, disc, inside, line, linear, rect, shape

PALETTE = Palette(
    skin="#eec5ab",
    light="#ffe6d6",
    shade="#c9937b",
    deep="#8a5545",
    crease="#a06a58",
    blush="#d9604f",
    lip="#c9796f",
    lip_dark="#a55950",
    lip_light="#eab0a5",
    brow="#9a7748",
    lash="#5d4530",
    iris="#46708a",
    iris_light="#a9cbd8",
)
TONES = ("#7d5f35", "#a8854f", "#cba76d", "#e4c791", "#fbeac4")
TOP = Cloth("#35696f", "#54898e", "#264e54", "#152f34", "#bfe0e2")

BUILD = Build(half=412, top=744, neck=92, fall=86)
FACE = outline(
    (
        (0, 146),
        (100, 160),
        (156, 224),
        (166, 310),
        (162, 384),
        (164, 446),
        (156, 520),
        (138, 584),
        (92, 636),
        (48, 656),
        (0, 660),
    )
)
SHIRT = garment(BUILD, 112, 52)
COLLAR = (
    "M357 712C346 728 342 752 352 776C372 816 414 838 454 850L468 848C508 836 546 816 562 776C572 752 568 728 557 712"
    "C556 744 528 774 468 792L452 792C388 774 358 744 357 712Z"
)

ROOTS: Guide = [
    (292, 400),
    (294, 350),
    (300, 300),
    (330, 262),
    (380, 240),
    (440, 216),
    (500, 200),
    (548, 202),
    (582, 236),
    (602, 300),
    (608, 350),
    (610, 400),
]
TIPS: Guide = [
    (280, 408),
    (266, 340),
    (266, 262),
    (296, 176),
    (350, 122),
    (420, 100),
    (490, 98),
    (556, 120),
    (606, 178),
    (634, 262),
    (634, 340),
    (622, 408),
]


def _crop() -> str:
    """Draws the longer hair on top, pushed over from the far side by a hand, each row nearer to the brow."""
    r = random.Random(19)
    out = ""
    for row, (x0, y0, reach) in enumerate(((520, 106, 190), (540, 126, 216), (552, 150, 236), (562, 178, 244))):
        for i in range(15):
            t = i / 14
            x, y = x0 - 120 * t * (1 - row * 0.1), y0 + 10 * t * (t - 0.6) + r.uniform(-4, 4)
            far = reach * (1 - 0.42 * t) * r.uniform(0.86, 1.08)
            drop = 40 + 70 * (1 - t) * (0.4 + row * 0.2) + 60 * t
            path: Guide = [
                (x + 18, y + 18),
                (x - far * 0.14, y - 8),
                (x - far * 0.44, y + drop * 0.14),
                (x - far * 0.78, y + drop * 0.5),
                (max(282.0, x - far), y + drop * r.uniform(0.7, 1.0)),
            ]
            out += lock(path, r.uniform(7, 11), TONES, max(0.15, 0.4 + 0.5 * t), r.uniform(0, 6))
    return out + locks(
        (
            ([(560, 196), (580, 214), (598, 250), (604, 300)], 8.0),
            ([(556, 176), (592, 200), (616, 250), (620, 306)], 9.0),
        ),
        TONES,
        0.35,
        1.4,
    )


def _freckles() -> str:
    """Draws pale freckles over the nose and cheeks."""
    r = random.Random(6)
    out = ""
    for _ in range(64):
        x, y = 450 + r.gauss(0, 62), 462 + r.gauss(0, 24)
        out += disc(x, y, r.uniform(1.4, 2.6), "#a9673f", r.uniform(0.2, 0.42))
    return out


def _seams() -> str:
    """Draws the seams of the sleeves, and two strips that shine in headlights."""
    out = line("M176 800C238 850 268 960 262 1140M738 800C676 850 646 960 652 1140", TOP.deep, 3, 0.7)
    out += line("M172 802C232 852 262 960 256 1140", TOP.sheen, 1.6, 0.4)
    strip = "M126 884C154 910 196 930 244 934M788 884C760 910 718 930 670 934"
    return out + line(strip, "#72858a", 15) + line(strip, "#d8e2e4", 12) + line(strip, "#ffffff", 3, 0.8)


PERSON = Person(
    name="signe",
    palette=PALETTE,
    head=Head(
        eye_y=402,
        eye_gap=73,
        eye_size=1.06,
        lid=1.0,
        brow_y=350,
        brow_weight=0.95,
        nose_y=502,
        nose_width=31,
        mouth_y=566,
        mouth_width=53,
        lips=0.9,
        chin_y=658,
        radius=170,
        lashes=0.7,
        ruddy=0.3,
        corners=(1.0, 1.0),
        arch=(0.0, -3.0, -1.0),
    ),
    face=FACE,
    behind=(
        *neck(BUILD, PALETTE, 0.55),
        *dressed(BUILD, SHIRT, TOP, (Layer(_seams()),)),
        Layer(shape(COLLAR, TOP.deep, 0.6), shape(SHIRT + bust(BUILD), "#fff"), 8),
        Layer(
            linear("c", 345, 0, 569, 0, (0, TOP.light, 1), (0.5, TOP.plain, 1), (1, TOP.shade, 1))
            + shape(COLLAR, "url(#c)")
        ),
        inside(line("M357 716C360 748 392 780 460 795C528 780 556 748 557 716", TOP.deep, 9, 0.7), COLLAR, 4),
        Layer(
            line("M460 794L459 1000", TOP.deep, 11, 0.8)
            + line("M460 794L459 1000", "#1a2426", 5)
            + rect(453, 806, 13, 30, "#5e686b", 1, 4)
            + rect(455, 808, 5, 24, "#dbe3e5", 1, 2)
        ),
        Layer(
            shape("M292 400L612 400L612 560L292 560Z", TONES[1]),
            shape(outline(((0, 300), (150, 360), (156, 470), (120, 560), (0, 580))), "#fff"),
            4,
        ),
        *ears(PALETTE, 294, 608, 404),
        Layer(disc(288, 496, 4.6, "#6d757b") + disc(287, 495, 3.4, "#eef2f4")),
    ),
    skin=(
        Layer(disc(450, 470, 104, PALETTE.blush, 0.14, 30), "", 16),
        Layer(_freckles(), "", 0.7),
        Layer(disc(346, 560, 26, PALETTE.shade, 0.3, 40) + disc(556, 566, 24, PALETTE.shade, 0.3, 40), "", 15),
    ),
    over=(
        Layer(
            shape(
                "M298 400C302 320 330 270 440 236C540 216 592 260 604 400L640 330L600 110L300 110L262 300Z",
                PALETTE.deep,
                0.42,
            ),
            shape(FACE, "#fff"),
            9,
        ),
        *swept(ROOTS, TIPS, TONES, 420, 9, 4, -0.24),
        Layer(_crop()),
        Layer(shape("M540 60L720 60L720 340L610 330L570 200Z", "#5a3d14", 0.34), _crop(), 30),
        Layer(disc(380, 150, 70, "#fffaf0", 0.24, 40), _crop(), 26),
    ),
)
