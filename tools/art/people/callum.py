# ruff: noqa: E501  (path data reads best unbroken)
"""Callum Reid: 22, massage student, very tall and thin, sandy hair, freckles, a white tunic a size too short."""

import random

from tools.art.detail import freckles, hem
from tools.art.figure import Build, Cloth, bust, dressed, ears, neck, outline
from tools.art.hair import Guide, lock, swept
from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, disc, inside, line, linear, raised, shape, sliver

PALETTE = Palette(
    skin="#f0cdb4",
    light="#ffebdc",
    shade="#cc9a82",
    deep="#8f5c4c",
    crease="#a66d5b",
    blush="#dc6355",
    lip="#cf8078",
    lip_dark="#ad605a",
    lip_light="#efb3aa",
    brow="#a67c4e",
    lash="#6d4f34",
    iris="#5b7f86",
    iris_light="#b3d0cf",
)
TONES = ("#7a5730", "#a37745", "#c4975f", "#dfb880", "#f7e0b4")
WHITE = Cloth("#eef1f2", "#ffffff", "#c9d2d8", "#8593a0", "#ffffff")
TRIM = "#6f9d93"

BUILD = Build(half=318, top=822, neck=62, fall=66)
FACE = outline(
    ((0, 146), (74, 156), (122, 212), (138, 296), (137, 384), (136, 448), (128, 524), (108, 594), (72, 650), (36, 676), (0, 681))
)  # fmt: skip
RAISED = 36
"""How far the body is lifted: his neck is long, but not as long as it was drawn."""
TUNIC = (
    "M254 1140L246 1008C214 1008 178 1000 146 984C150 948 168 918 222 892C276 858 344 834 370 788"
    "C390 852 424 872 457 872C490 872 524 852 544 788C570 834 638 858 692 892C746 918 764 948 768 984"
    "C736 1000 700 1008 668 1008L660 1140Z"
)
COLLAR = (
    "M376 786C366 802 366 822 374 840C396 876 426 892 454 896L460 896C488 892 518 876 540 840C548 822 548 802 538 786"
    "C534 826 502 856 462 866L452 866C412 856 380 826 376 786Z"
)

ROOTS: Guide = [
    (306, 424), (310, 350), (318, 290), (342, 240), (384, 214), (436, 204),
    (486, 206), (532, 222), (566, 254), (586, 300), (592, 350), (596, 424),
]  # fmt: skip
TIPS: Guide = [
    (296, 430), (280, 344), (278, 258), (306, 176), (356, 124), (420, 100),
    (486, 100), (548, 122), (598, 176), (626, 258), (622, 344), (608, 430),
]  # fmt: skip


def _fringe() -> str:
    """Draws soft hair that falls forward and aside, and a cowlick that will not lie down."""
    r = random.Random(4)
    out = ""
    for row in range(4):
        for i in range(8):
            t = (i + r.uniform(-0.3, 0.3)) / 7
            x, y = 548 - 190 * t + 8 * row, 112 + 20 * row + 40 * (t - 0.4) ** 2
            drop, aside = 70 + 26 * row + 30 * t + r.uniform(-26, 22), 56 + 34 * t + r.uniform(-14, 30)
            path: Guide = [
                (x, y),
                (max(300.0, x - aside * 0.5), y + drop * 0.16),
                (max(292.0, x - aside), y + drop * 0.55),
                (max(298.0 + 10 * r.random(), x - aside * 1.25), y + drop),
            ]
            out += lock(path, r.uniform(10, 17), TONES, 0.3 + 0.55 * t, r.uniform(0, 6))
    for i in range(4):
        t = i / 3
        path = [(500 - 18 * t, 126), (506 - 20 * t, 100), (524 - 18 * t, 86 - 4 * t), (552 - 16 * t, 88 - 6 * t)]
        out += lock(path, 6.5, TONES, 0.4 + 0.2 * t, i * 1.1)
    return out


def _sides() -> str:
    """Draws shorter hair before the ears."""
    r = random.Random(8)
    out = ""
    for side in (-1, 1):
        for i in range(10):
            x, y = 450 + side * (140 + r.uniform(-6, 14)), 300 + 9 * i
            path: Guide = [(x, y - 50), (x + side * 3, y - 10), (x + side * r.uniform(-4, 4), y + r.uniform(30, 46))]
            out += lock(path, 6, TONES, 0.6 if side < 0 else 0.2, r.uniform(0, 6))
    return out


def _placket() -> str:
    """Draws the slanting front of the tunic with its press studs, a coloured edge and a pen pocket."""
    out = line("M520 860C590 900 606 980 606 1140", WHITE.deep, 3, 0.6) + line(
        "M514 862C584 902 600 982 600 1140", TRIM, 4.4
    )
    for x, y in ((558, 900), (588, 962), (599, 1034)):
        out += (
            disc(x + 12, y + 1, 6, WHITE.deep, 0.8)
            + disc(x + 11, y, 5, "#e3e8ea")
            + disc(x + 10, y - 1.5, 2, "#ffffff")
        )
    out += line("M226 898C252 930 250 970 246 1008M688 898C662 930 664 970 668 1008", WHITE.deep, 2.4, 0.6)
    return out + line("M146 974C178 990 214 998 248 998M768 974C736 990 700 998 666 998", WHITE.deep, 2, 0.5)


_ARMS = (
    inside(shape("M140 960L262 960L262 1030C220 1034 170 1026 140 1010Z M652 960L780 960L780 1010C740 1026 700 1034 652 1030Z", PALETTE.deep, 0.55), bust(BUILD), 9),
    inside(shape(sliver((252, 1010), (238, 1070), (246, 1140), 9) + sliver((664, 1010), (676, 1070), (668, 1140), 10), PALETTE.deep, 0.55), bust(BUILD), 7),
    inside(disc(184, 1066, 20, PALETTE.light, 0.8, 60), bust(BUILD), 12),
    inside(shape("M716 980L800 980L800 1140L730 1140Z", PALETTE.deep, 0.4), bust(BUILD), 16),
    inside(freckles(60, 3, "#b9764a", (196, 1060), (30, 40), 0.4) + freckles(60, 5, "#b9764a", (718, 1060), (30, 40), 0.4), bust(BUILD), 0.7),
)  # fmt: skip

_BODY: tuple[Layer, ...] = (
    *neck(BUILD, PALETTE, 0.5),
    inside(disc(460, 750, 10, PALETTE.light, 0.26, 14) + disc(468, 772, 12, PALETTE.deep, 0.3, 7), bust(BUILD), 6),
    *_ARMS,
    *dressed(BUILD, TUNIC, WHITE, (Layer(_placket()),)),
    inside(
        shape(
            sliver((300, 900), (330, 940), (330, 1000), 7) + sliver((612, 900), (574, 950), (560, 1020), 7),
            WHITE.deep,
            0.35,
        )
        + shape(
            sliver((262, 1040), (360, 1010), (420, 960), 8) + sliver((652, 1060), (560, 1090), (470, 1060), 8),
            WHITE.deep,
            0.26,
        ),
        TUNIC,
        8,
    ),
    Layer(shape(COLLAR, "#54433c", 0.55), shape(bust(BUILD), "#fff"), 8),
    Layer(
        linear("c", 366, 0, 548, 0, (0, WHITE.light, 1), (0.5, WHITE.plain, 1), (1, WHITE.shade, 1))
        + shape(COLLAR, "url(#c)")
    ),
    Layer(
        hem("M374 842C396 878 426 894 457 898C488 894 518 878 540 842", WHITE, 1.6)
        + line("M378 796C386 834 414 860 457 868C500 860 528 834 536 796", TRIM, 3, 0.9)
    ),
)

PERSON = Person(
    name="callum",
    palette=PALETTE,
    head=Head(
        eye_y=408,
        eye_gap=63,
        eye_size=1.06,
        lid=1.06,
        brow_y=358,
        brow_weight=0.86,
        nose_y=520,
        nose_width=27,
        mouth_y=588,
        mouth_width=47,
        lips=0.88,
        chin_y=680,
        radius=144,
        lashes=0.6,
        ruddy=0.34,
        corners=(1.0, 1.5),
        arch=(5.0, 2.0, -2.0),
    ),
    face=FACE,
    behind=(
        *(raised(layer, RAISED) for layer in _BODY),
        Layer(
            shape("M302 400L598 400L592 540L308 540Z", TONES[1]),
            shape(outline(((0, 300), (138, 360), (142, 460), (110, 540), (0, 560))), "#fff"),
            4,
        ),
        *ears(PALETTE, 302, 600, 410, 1.14),
    ),
    skin=(
        Layer(disc(450, 474, 92, PALETTE.blush, 0.13, 28), "", 15),
        Layer(disc(352, 560, 20, PALETTE.shade, 0.4, 46) + disc(548, 560, 18, PALETTE.shade, 0.4, 46), "", 14),
        Layer(
            freckles(150, 11, "#b06c40", (450, 466), (72, 30), 0.5)
            + freckles(40, 12, "#b06c40", (450, 560), (90, 60), 0.3)
            + freckles(30, 13, "#b06c40", (450, 300), (70, 34), 0.3),
            "",
            0.7,
        ),
        Layer(disc(398, 622, 4, PALETTE.blush, 0.6) + disc(492, 640, 3, PALETTE.blush, 0.5), "", 1.4),
    ),
    over=(
        Layer(
            shape(
                "M306 420C310 310 340 252 440 222C540 236 584 300 594 420L640 330L600 110L300 110L262 300Z",
                PALETTE.deep,
                0.4,
            ),
            shape(FACE, "#fff"),
            9,
        ),
        *swept(ROOTS, TIPS, TONES, 420, 21, 6, -0.1),
        Layer(_sides()),
        Layer(_fringe()),
        Layer(shape("M520 60L720 60L720 340L606 330L560 220Z", "#4a3112", 0.34), _fringe(), 30),
        Layer(disc(376, 160, 66, "#fff6e2", 0.26, 46), _fringe(), 26),
    ),
)
