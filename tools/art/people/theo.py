# ruff: noqa: E501  (path data reads best unbroken)
"""Theo Watanabe: 16, gymnast, compact and strong, Kenji's son, short dark hair, a zipped-up training top."""

import random

from tools.art.figure import Build, Cloth, bust, dressed, ears, garment, neck, outline
from tools.art.hair import Guide, lock, swept
from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, disc, inside, line, linear, rect, shape, sliver

PALETTE = Palette(
    skin="#e0ad86",
    light="#f8d6b4",
    shade="#b47d59",
    deep="#7a4c36",
    crease="#8a5a40",
    blush="#d0644e",
    lip="#c67e6c",
    lip_dark="#a0604f",
    lip_light="#e6ac98",
    brow="#211a18",
    lash="#1a1312",
    iris="#33211a",
    iris_light="#755039",
)
TONES = ("#0f0f12", "#1b1b20", "#2b2c33", "#474951", "#7d828d")
NAVY = Cloth("#2a3a66", "#42548a", "#1c2849", "#0f172d", "#a9bce8")
RED, RED_SHADE, WHITE, WHITE_SHADE = "#c23f37", "#8a2823", "#f1f2f4", "#b5bbc8"

BUILD = Build(half=386, top=770, neck=92, fall=74)
FACE = outline(
    (
        (0, 166),
        (96, 178),
        (148, 236),
        (160, 316),
        (158, 394),
        (160, 452),
        (152, 520),
        (134, 574),
        (92, 628),
        (44, 654),
        (0, 658),
    )
)
TOP = garment(BUILD, 116, 40)
YOKE = (
    "M40 1140C40 1010 60 840 120 800C212 760 300 740 341 690L341 752C366 800 410 830 457 840C504 830 548 800 573 752"
    "L573 690C614 740 702 760 794 800C854 840 874 1010 874 1140L770 1140C752 1010 720 930 660 900C590 884 520 900 457 930"
    "C394 900 324 884 254 900C194 930 162 1010 144 1140Z"
)
COLLAR = (
    "M362 704C342 716 338 752 344 782C360 822 410 842 450 852L466 852C504 842 554 822 570 782"
    "C578 752 572 716 552 704C552 736 528 766 470 784L448 784C388 766 362 736 362 704Z"
)
ROOTS: Guide = [
    (296, 404),
    (297, 350),
    (303, 296),
    (322, 256),
    (366, 236),
    (420, 226),
    (474, 224),
    (532, 234),
    (578, 256),
    (598, 298),
    (605, 350),
    (606, 404),
]
TIPS: Guide = [
    (284, 412),
    (273, 340),
    (274, 268),
    (304, 192),
    (356, 146),
    (420, 126),
    (480, 126),
    (546, 146),
    (596, 192),
    (627, 268),
    (628, 340),
    (618, 412),
]


def _top() -> str:
    """Draws hair on top, short and rough, rubbed forward with a towel: rows of tufts from the crown to the brow."""
    r = random.Random(31)
    out = ""
    for y0, half, count, drop in (
        (138, 92, 15, 44),
        (158, 118, 18, 46),
        (180, 128, 20, 48),
        (204, 132, 20, 48),
        (226, 126, 19, 40),
    ):
        for i in sorted(range(count), key=lambda i: abs(i - count / 2), reverse=True):
            u = -1 + 2 * (i + r.uniform(-0.25, 0.25)) / (count - 1)
            x, y = 452 + half * u, y0 + 50 * abs(u) ** 2.6 + r.uniform(-6, 6)
            lean = -20 + 14 * u + r.uniform(-10, 10)
            path: Guide = [
                (x + 10 - 8 * u, y + 6),
                (x + 4, y - 9),
                (x + lean * 0.5, y - 4 + drop * 0.2),
                (x + lean, y + drop * 0.6),
                (x + lean * 1.5, y + drop * r.uniform(0.8, 1.1)),
            ]
            out += lock(path, r.uniform(7, 10), TONES, max(0.1, 0.7 - 0.35 * u - (y - 120) / 420), r.uniform(0, 6))
    return out


def _panels() -> tuple[Layer, ...]:
    """Draws the club's colours across the chest: red shoulders with a white piping."""
    return (
        inside(shape(YOKE, RED_SHADE), TOP),
        inside(
            linear("y", 60, 0, 854, 0, (0, "#d85a50", 1), (0.5, RED, 1), (1, RED_SHADE, 1)) + shape(YOKE, "url(#y)"),
            TOP,
        ),
        inside(
            line(
                "M144 1140C162 1010 194 930 254 900C324 884 394 900 457 930C520 900 590 884 660 900C720 930 752 1010 770 1140",
                WHITE_SHADE,
                13,
            )
            + line(
                "M144 1140C162 1010 194 930 254 900C324 884 394 900 457 930C520 900 590 884 660 900C720 930 752 1010 770 1140",
                WHITE,
                9,
            ),
            TOP,
        ),
    )


PERSON = Person(
    name="theo",
    palette=PALETTE,
    head=Head(
        eye_y=414,
        eye_gap=71,
        eye_size=1.06,
        lid=0.94,
        hooded=0.72,
        brow_y=364,
        brow_weight=1.12,
        nose_y=510,
        nose_width=32,
        mouth_y=568,
        mouth_width=45,
        lips=0.92,
        chin_y=656,
        radius=166,
        lashes=0.6,
        ruddy=0.22,
        corners=(-1.0, -1.0),
        arch=(2.0, -3.0, -4.0),
    ),
    face=FACE,
    behind=(
        *neck(BUILD, PALETTE, 0.42),
        *dressed(BUILD, TOP, NAVY, _panels()),
        Layer(line("M457 850L457 1140", NAVY.deep, 15, 0.8) + line("M457 850L457 1140", "#12161f", 6)),
        Layer(shape(COLLAR, "#0a0f1c", 0.55), shape(TOP + bust(BUILD), "#fff"), 9),
        Layer(
            linear("c", 340, 0, 572, 0, (0, NAVY.light, 1), (0.5, NAVY.plain, 1), (1, NAVY.shade, 1))
            + shape(COLLAR, "url(#c)")
        ),
        inside(line("M362 708C363 738 390 768 459 787C528 768 551 738 552 708", NAVY.deep, 10, 0.75), COLLAR, 4),
        inside(line("M342 772C358 812 410 834 458 844C506 834 556 812 572 772", WHITE, 5, 0.9), COLLAR),
        Layer(
            line("M458 782L457 856", NAVY.deep, 13, 0.7)
            + line("M458 784L457 856", "#12161f", 5)
            + rect(451, 792, 14, 10, "#cfd4da", 1, 3)
            + rect(453.5, 800, 9, 30, "#aab1ba", 1, 4)
            + rect(455, 802, 3, 25, "#f2f5f8", 0.9, 1.5)
        ),
        Layer(
            shape("M296 400L606 400L596 520L306 520Z", TONES[1]),
            shape(outline(((0, 300), (150, 360), (154, 480), (120, 540), (0, 560))), "#fff"),
            3,
        ),
        *ears(PALETTE, 298, 606, 412, 0.98),
    ),
    skin=(
        Layer(disc(450, 560, 60, PALETTE.light, 0.18, 40), "", 20),
        Layer(
            disc(394, 300, 2.6, PALETTE.blush, 0.5)
            + disc(516, 286, 2.2, PALETTE.blush, 0.45)
            + disc(404, 628, 2.8, PALETTE.blush, 0.5),
            "",
            0.9,
        ),
    ),
    over=(
        Layer(
            shape(
                "M302 404C304 330 330 284 450 254C570 284 596 330 604 404L640 340L600 140L300 140L262 310Z",
                PALETTE.deep,
                0.42,
            ),
            shape(FACE, "#fff"),
            9,
        ),
        *swept(ROOTS, TIPS, TONES, 420, 12, 2, -0.2),
        Layer(_top()),
        Layer(shape("M530 80L720 80L720 330L612 320L570 220Z", "#000000", 0.36), _top(), 28),
        Layer(disc(372, 170, 60, "#c9d2e4", 0.16, 40), _top(), 24),
        Layer(shape(sliver((300, 392), (303, 420), (299, 440), 4), TONES[1], 0.5), "", 2),
    ),
    view=(-27.0, -64.8, 954.0, 1144.8),
)
