# ruff: noqa: E501  (path data reads best unbroken)
"""Marisol Vega: 41, buoy engineer, tall and weathered, high cheekbones, a long dark plait, a navy work jacket."""

import math
import random

from tools.art.detail import hem
from tools.art.figure import Build, Cloth, bust, dressed, ears, garment, neck, outline
from tools.art.hair import Guide, locks, plait, swept, tuft
from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, disc, inside, line, linear, rect, shape, sliver

PALETTE = Palette(
    skin="#c58e63",
    light="#e6b98c",
    shade="#95633f",
    deep="#5c3722",
    crease="#6b4026",
    blush="#b8503a",
    lip="#a95c4e",
    lip_dark="#83433a",
    lip_light="#cd8a79",
    brow="#1c1512",
    lash="#130e0c",
    iris="#33231a",
    iris_light="#7a5a3c",
)
TONES = ("#140f11", "#251d20", "#3a2f32", "#63555a", "#a59399")
GREY = ("#8d878c",)
NAVY = Cloth("#28385a", "#435884", "#1b2742", "#0c1426", "#9fb4dc")
WOOL = Cloth("#d9d2c2", "#efe9dc", "#b3ab9b", "#77705f", "#ffffff")
ORANGE, SILVER = "#d9692e", "#d5dcdf"

BUILD = Build(half=424, top=770, neck=80, fall=78)
FACE = outline(
    ((0, 138), (80, 150), (134, 210), (150, 296), (152, 376), (162, 440), (152, 514), (136, 584), (106, 638), (58, 672), (0, 680))
)  # fmt: skip
SKULL = outline(((0, 110), (110, 130), (164, 220), (172, 340), (166, 450), (120, 560), (0, 590)))
JACKET = garment(BUILD, 108, 220)
SWEATER = "M350 760C372 812 414 836 457 836C500 836 542 812 564 760L600 1140L314 1140Z"
COLLAR = (
    "M352 722C332 740 318 776 318 808C340 884 398 950 452 1000L458 974C430 920 388 850 372 776C366 752 362 730 352 722Z"
    "M560 722C580 740 594 776 594 808C572 884 514 950 462 1000L456 974C484 920 526 850 540 776C546 752 550 730 560 722Z"
)

ROOTS: Guide = [
    (292, 436), (292, 360), (302, 292), (330, 234), (372, 204), (404, 190),
    (424, 186), (482, 194), (546, 222), (588, 290), (602, 360), (608, 436),
]  # fmt: skip
TIPS: Guide = [
    (280, 450), (264, 360), (266, 262), (300, 172), (352, 118), (398, 98),
    (432, 94), (512, 100), (584, 150), (632, 250), (640, 356), (624, 450),
]  # fmt: skip


def _braid() -> str:
    """Draws the plait over the far shoulder, thick and a little loose from the day."""
    r = random.Random(17)
    spine = [
        (572 + 34 * math.sin(0.2 + i * 0.16), 566.0 + i * 38, 40 + 3 * math.sin(i * 0.3) - 0.8 * i) for i in range(12)
    ]
    x, y, half = spine[-1]
    end = tuft(x - 4, y + 40, half, TONES, r)
    tie = line(f"M{x - half + 6} {y + 46}L{x + half - 10} {y + 44}", ORANGE, 14)
    return plait(spine, TONES, r) + end + tie


def _wisps() -> str:
    """Draws hair that the wind has pulled out."""
    return locks(
        (
            ([(300, 330), (284, 392), (288, 450), (270, 506)], 4.6),
            ([(306, 290), (296, 350), (300, 400), (292, 442)], 3.0),
            ([(600, 330), (612, 400), (604, 460), (620, 520)], 4.6),
            ([(416, 188), (392, 200), (366, 226), (352, 262)], 3.4),
        ),
        TONES,
        0.5,
    )


def _weather() -> str:
    """Draws lines that sun and salt have drawn beside the eyes and across the brow."""
    out = ""
    for a, b, c in (
        ((326, 396), (312, 390), (302, 380)), ((324, 406), (310, 406), (300, 404)), ((328, 416), (314, 422), (304, 428)),
        ((576, 396), (588, 390), (596, 380)), ((578, 406), (590, 406), (598, 404)), ((574, 416), (586, 422), (594, 428)),
        ((392, 424), (420, 432), (438, 424)), ((508, 424), (480, 432), (464, 424)),
    ):  # fmt: skip
        out += shape(sliver(a, b, c, 1.5), PALETTE.crease, 0.5)
    return out


def _ribs() -> str:
    return "".join(line(f"M{x} 750L{x + (x - 457) * 0.16:.1f} 1100", WOOL.deep, 2.6, 0.32) for x in range(340, 580, 10))


def _seams() -> str:
    """Seams of the yoke and the sleeves, and the flaps of the chest pockets."""
    out = line("M170 806C300 880 620 880 744 806", NAVY.deep, 3, 0.55) + line(
        "M170 810C300 884 620 884 744 810", NAVY.sheen, 1.4, 0.35
    )
    out += line("M150 830C176 920 178 1020 166 1140M764 830C738 920 736 1020 748 1140", NAVY.deep, 3, 0.6)
    for x, dim in ((212, 0.55), (566, 0.3)):
        out += rect(x, 972, 140, 130, NAVY.deep, 0.25, 6) + rect(x - 4, 966, 148, 44, NAVY.shade, 1, 5)
        out += (
            rect(x - 4, 966, 148, 3, NAVY.sheen, dim, 1)
            + disc(x + 70, 992, 7, "#8a8f96")
            + disc(x + 69, 990, 5, "#cdd3d9", dim + 0.3)
        )
    return out


PERSON = Person(
    name="marisol",
    palette=PALETTE,
    head=Head(
        eye_y=398,
        eye_gap=71,
        eye_size=1.0,
        lid=0.94,
        hooded=0.3,
        brow_y=350,
        brow_weight=1.18,
        nose_y=524,
        nose_width=33,
        mouth_y=586,
        mouth_width=54,
        lips=0.98,
        chin_y=678,
        radius=164,
        age=0.3,
        lashes=0.75,
        ruddy=0.3,
        arch=(1.0, -2.0, 0.0),
    ),
    face=FACE,
    behind=(
        Layer(shape(SKULL, TONES[0]), "", 2),
        *neck(BUILD, PALETTE, 0.55),
        Layer(linear("w", 0, 750, 0, 1090, (0, WOOL.light, 1), (1, WOOL.shade, 1)) + shape(SWEATER, "url(#w)")),
        inside(_ribs(), SWEATER),
        inside(line("M350 760C372 812 414 836 457 836C500 836 542 812 564 760", WOOL.deep, 9, 0.5), SWEATER, 3),
        Layer(line("M352 762C374 812 414 834 457 834C500 834 540 812 562 762", WOOL.light, 10)),
        inside(shape("M540 760L640 760L640 1140L520 1140Z", WOOL.deep, 0.6), SWEATER, 20),
        inside(shape(JACKET, NAVY.deep, 0.9), SWEATER, 10),
        *dressed(BUILD, JACKET, NAVY, (Layer(_seams()),)),
        Layer(line("M456 1004L456 1140", NAVY.deep, 14, 0.8) + line("M456 1004L456 1140", "#b9a25a", 4)),
        Layer(shape(COLLAR, NAVY.deep, 0.7), shape(JACKET, "#fff") + shape(SWEATER, "#fff"), 9),
        Layer(
            linear("c", 318, 0, 594, 0, (0, NAVY.light, 1), (0.5, NAVY.plain, 1), (1, NAVY.shade, 1))
            + shape(COLLAR, "url(#c)")
        ),
        Layer(hem("M320 808C342 882 400 948 452 998M592 808C570 882 512 948 462 998", NAVY, 1.8)),
        Layer(
            line("M128 898C160 916 190 924 224 926M786 898C754 916 724 924 690 926", "#69747c", 19)
            + line("M128 896C160 914 190 922 224 924M786 896C754 914 724 922 690 924", SILVER, 14, 0.9),
            shape(JACKET, "#fff"),
        ),
        Layer(
            shape("M286 430C300 520 330 560 372 600L540 600C580 560 604 520 616 430Z", TONES[0], 0.9),
            shape(bust(BUILD), "#fff"),
            8,
        ),
        Layer(
            f'<g transform="translate(8 8)">{_braid()}</g>'.replace(TONES[3], TONES[0]).replace(ORANGE, TONES[0]),
            shape(JACKET, "#fff"),
            9,
        ),
        Layer(_braid()),
        *ears(PALETTE, 296, 606, 400),
        Layer("".join(disc(x, 498, 4.6, "#6d757b") + disc(x - 1, 497, 3.4, "#eef2f4") for x in (288, 612))),
    ),
    skin=(
        Layer(
            shape(sliver((304, 486), (336, 516), (366, 580), 15), PALETTE.shade, 0.55)
            + shape(sliver((598, 486), (568, 516), (540, 580), 13), PALETTE.shade, 0.5),
            "",
            13,
        ),
        Layer(disc(450, 470, 110, PALETTE.blush, 0.14, 26), "", 16),
        Layer(disc(451, 462, 8, PALETTE.light, 0.6, 12), "", 5),
        Layer(_weather(), "", 0.8),
        Layer(shape(sliver((398, 640), (406, 650), (410, 662), 2), PALETTE.light, 0.7), "", 0.8),
    ),
    over=(
        Layer(
            shape(
                "M296 420C304 300 340 226 420 190C546 214 594 300 604 420L640 330L600 110L300 110L262 300Z",
                PALETTE.deep,
                0.45,
            ),
            shape(FACE, "#fff"),
            9,
        ),
        *swept(ROOTS, TIPS, TONES, 520, 6, 10, 0.2, GREY),
        Layer(shape(sliver((422, 190), (428, 150), (430, 96), 2.2), PALETTE.shade, 0.8), "", 1),
        Layer(_wisps()),
    ),
)
