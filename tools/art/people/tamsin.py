# ruff: noqa: E501  (path data reads best unbroken)
"""Tamsin Rowe: 35, Cornish boat builder, broad shoulders, sunburnt, short sandy curls, a striped rowing top."""

import math
import random

from tools.art.figure import Build, Cloth, band, bust, dressed, ears, garment, neck, outline
from tools.art.hair import curl, curly_cap
from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, disc, inside, line, shape, sliver, smooth

PALETTE = Palette(
    skin="#e6ae8e",
    light="#fbd8bf",
    shade="#be7f62",
    deep="#823f2f",
    crease="#96533f",
    blush="#da4a37",
    lip="#c46a5c",
    lip_dark="#a14d43",
    lip_light="#e8a595",
    brow="#8b6337",
    lash="#54392a",
    iris="#3f6f72",
    iris_light="#9dc6bf",
)
TONES = ("#8f683a", "#a67c48", "#c59c62", "#dfbd85", "#f8e8c2")
WHITE = Cloth("#eeeae0", "#fbf9f3", "#c3bfb6", "#77757a", "#ffffff")
NAVY = Cloth("#263a5e", "#3f5781", "#1a2842", "#0d1626", "#a9bce0")

BUILD = Build(half=450, top=746, neck=98, fall=70)
FACE = outline(
    (
        (0, 148),
        (106, 162),
        (164, 230),
        (178, 320),
        (173, 394),
        (180, 452),
        (170, 520),
        (146, 580),
        (98, 634),
        (50, 656),
        (0, 660),
    )
)
TOP = garment(BUILD, 116, 56)
CAP = curly_cap(226, (174, 164), TONES, 21, (12.0, 21.0)) + curly_cap(218, (182, 170), TONES, 22, (9.0, 16.0))
HEAD = outline(((0, 112), (112, 124), (176, 200), (190, 300), (184, 400), (150, 470), (0, 480)))


def _glow(x: float, y: float) -> float:
    """Returns how much light falls on hair here, from the upper left."""
    return max(0.1, min(1.0, 1.12 - math.hypot(x - 340, y - 150) / 330))


def _sides() -> str:
    """Curls beside the face, down over the tops of the ears, salt-dried and unruly."""
    r = random.Random(12)
    out = ""
    for i in range(150):
        t = (i % 75) / 74
        side = -1 if i < 75 else 1
        x = 450 + side * (r.uniform(160, 202) - 14 * max(0.0, t - 0.5) + 5 * math.sin(t * 9))
        y = 226 + 196 * t + r.uniform(-8, 8)
        out += curl(x, y, r.uniform(9, 17) * (1 - 0.3 * t), r.uniform(0, 6.3), TONES, _glow(x, y) * 0.85)
    return out


def _springs() -> str:
    """Draws single curls that hang on the brow."""
    out = ""
    for x, y, size, turn in (
        (350, 258, 13, 0.4),
        (362, 272, 9, 2.0),
        (408, 244, 12, 2.2),
        (496, 242, 13, 4.0),
        (548, 256, 12, 5.1),
        (318, 288, 11, 1.0),
        (586, 290, 10, 3.0),
    ):
        out += curl(x, y, size, turn, TONES, _glow(x, y))
    return out


def _burn() -> tuple[Layer, ...]:
    """Draws a week of sun: brow, nose and cheeks are red, the creases of a squint have stayed pale, the nose peels."""
    r = random.Random(3)
    pale = ""
    for side in (-1, 1):
        x = 450 + side * 112
        for dx, dy in ((20, -12), (24, 0), (20, 12)):
            pale += shape(
                sliver((x, 404 + dy * 0.4), (x + side * dx * 0.5, 404 + dy * 0.7), (x + side * dx, 404 + dy), 1.3),
                PALETTE.light,
                0.7,
            )
    flakes = "".join(
        disc(446 + r.gauss(0, 11), 474 + r.gauss(0, 10), r.uniform(1.6, 3.4), PALETTE.light, 0.55) for _ in range(12)
    )
    freckles = "".join(
        disc(450 + r.gauss(0, 80), 458 + r.gauss(0, 30), r.uniform(1.3, 2.7), "#9c4f2f", r.uniform(0.22, 0.45))
        for _ in range(84)
    )
    return (
        Layer(disc(450, 474, 116, PALETTE.blush, 0.26, 30) + disc(450, 452, 20, PALETTE.blush, 0.3, 46), "", 17),
        Layer(disc(430, 268, 110, PALETTE.blush, 0.14, 30) + disc(446, 640, 34, PALETTE.blush, 0.14, 14), "", 16),
        Layer(disc(378, 434, 32, PALETTE.light, 0.24, 9) + disc(522, 434, 30, PALETTE.light, 0.2, 9), "", 6),
        Layer(freckles + pale, "", 0.7),
        Layer(flakes, "", 0.8),
    )


def _hoops() -> str:
    """Draws broad navy hoops that follow the chest."""
    out = ""
    for y in (826, 890, 954, 1018, 1082):
        hoop = smooth(
            [(-20.0, y + 34), (120, y + 4), (290, y + 14), (457, y + 30), (624, y + 14), (800, y + 4), (940, y + 34)]
        )
        out += line(hoop, NAVY.plain, 27)
    return out


PERSON = Person(
    name="tamsin",
    palette=PALETTE,
    head=Head(
        eye_y=402,
        eye_gap=76,
        eye_size=1.04,
        lid=0.96,
        hooded=0.15,
        brow_y=348,
        brow_weight=1.0,
        nose_y=500,
        nose_width=35,
        mouth_y=566,
        mouth_width=58,
        lips=0.98,
        chin_y=658,
        radius=182,
        age=0.2,
        lashes=0.7,
        ruddy=0.34,
        corners=(5.5, 7.0),
        arch=(4.0, 5.0, 0.0),
    ),
    face=FACE,
    behind=(
        Layer(shape(HEAD, TONES[0])),
        *neck(BUILD, PALETTE, 0.46),
        inside(disc(440, 790, 120, PALETTE.blush, 0.2, 40), bust(BUILD), 26),
        *dressed(BUILD, TOP, WHITE, (Layer(_hoops()),)),
        *band(BUILD, 114, 54, 30, NAVY),
        *ears(PALETTE, 280, 622, 400, 1.0),
    ),
    skin=_burn(),
    over=(
        Layer(
            shape(
                "M284 420C292 320 320 262 450 240C580 262 606 320 616 420L660 330L610 110L290 110L240 300Z",
                PALETTE.deep,
                0.45,
            ),
            shape(FACE, "#fff"),
            10,
        ),
        Layer(_sides()),
        inside(
            shape(
                "M288 280C288 160 366 118 450 118C534 118 612 160 612 280C566 232 514 224 450 222C386 224 334 232 288 280Z",
                TONES[0],
            ),
            HEAD,
            3,
        ),
        Layer(CAP),
        Layer(_springs()),
        Layer(shape("M530 60L740 60L740 500L600 480L590 240Z", "#40260c", 0.34), CAP + _sides(), 30),
        Layer(disc(366, 170, 74, "#fff4d8", 0.22, 50), CAP, 26),
    ),
)
