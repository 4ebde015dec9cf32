# ruff: noqa: E501  (path data reads best unbroken)
"""Ines Caldwell: 47, spa manager, tall, dark hair pinned up in a hurry, winter coat open over a blouse, name badge."""

import random

from tools.art.detail import button, hem
from tools.art.figure import Build, Cloth, bust, dressed, ears, garment, neck, outline
from tools.art.hair import Guide, lock, locks, swept
from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, disc, inside, line, linear, rect, shape, sliver

PALETTE = Palette(
    skin="#e2b592",
    light="#fadcbf",
    shade="#b88665",
    deep="#7b4d39",
    crease="#8f5d47",
    blush="#d0665a",
    lip="#b8535c",
    lip_dark="#923d47",
    lip_light="#de919a",
    brow="#34221b",
    lash="#1d1310",
    iris="#5a4522",
    iris_light="#a88a4c",
)
TONES = ("#1e1412", "#33231e", "#4c352c", "#6d4e40", "#a07a64")
GREY = ("#9a928e",)
COAT = Cloth("#6d2b35", "#934a52", "#4c1a23", "#280a10", "#d79aa0")
BLOUSE = Cloth("#c9d8e2", "#e6eff5", "#9fb3c1", "#627888", "#ffffff")

BUILD = Build(half=398, top=786, neck=72, fall=80)
FACE = outline(
    ((0, 132), (90, 144), (146, 202), (162, 288), (158, 372), (156, 438), (144, 510), (116, 584), (72, 644), (36, 672), (0, 677))
)  # fmt: skip
SHELL = "M330 786C366 846 412 906 457 944C502 906 548 846 584 786L650 1140L264 1140Z"
FRONT = garment(BUILD, 140, 1000)
LAPELS = (
    "M338 758C308 772 288 806 282 846C274 876 244 894 214 908C240 924 246 944 238 968C268 1030 300 1090 320 1140L352 1140C352 1030 358 900 356 800Z"
    "M576 758C606 772 626 806 632 846C640 876 670 894 700 908C674 924 668 944 676 968C646 1030 614 1090 594 1140L562 1140C562 1030 556 900 558 800Z"
)
NECK_BAND = "M352 760C378 816 418 872 457 906C496 872 536 816 562 760C574 770 584 784 588 796C560 850 510 912 457 956C404 912 354 850 326 796C330 784 340 770 352 760Z"

ROOTS: Guide = [
    (292, 424), (294, 350), (302, 284), (326, 226), (372, 190), (428, 176),
    (476, 176), (528, 190), (572, 226), (596, 284), (604, 350), (608, 424),
]  # fmt: skip
TIPS: Guide = [
    (280, 432), (260, 348), (258, 258), (290, 164), (350, 104), (424, 80),
    (484, 78), (556, 100), (614, 160), (644, 254), (644, 348), (622, 432),
]  # fmt: skip


def _twist() -> str:
    """Draws the hair wound up behind the crown, its ends sticking out as they fell."""
    r = random.Random(22)
    out = shape(outline(((0, 30), (72, 40), (112, 78), (104, 130), (0, 150)), 488), TONES[0])
    for i in range(24):
        u = -1 + 2 * ((i * 7) % 24) / 23
        path: Guide = [
            (488 + 104 * u, 128 - 14 * (1 - abs(u))), (488 + 92 * u + r.uniform(-10, 10), 84),
            (488 + 46 * u, 46 + 14 * abs(u)), (488 - 26 * u, 42 + r.uniform(-8, 14)), (488 - 80 * u, 84 + r.uniform(-10, 20)),
        ]  # fmt: skip
        out += lock(path, r.uniform(7, 11), TONES, max(0.1, 0.65 - 0.4 * u), r.uniform(0, 6))
    ends: tuple[tuple[Guide, float], ...] = (
        ([(440, 70), (424, 40), (396, 24), (366, 28)], 6.0), ([(470, 52), (470, 22), (452, 2)], 5.0),
        ([(520, 50), (544, 22), (578, 16)], 6.0), ([(560, 72), (596, 50), (628, 56), (648, 76)], 6.0),
        ([(536, 60), (570, 38), (604, 42)], 5.0),
    )  # fmt: skip
    return out + locks(ends, TONES, 0.55, 2.0)


def _clip() -> str:
    """Draws a tortoiseshell clip that holds the twist, its teeth in the hair."""
    out = ""
    for x in (446, 470, 494, 518):
        d = f"M{x} 66C{x - 3} 54 {x} 42 {x + 7} 34"
        out += line(d, "#3d1d0d", 8) + line(d, "#8a4f24", 5)
    out += line("M432 72C464 58 512 56 544 68", "#3d1d0d", 18) + line("M433 71C464 57 512 55 543 67", "#8a4f24", 12)
    return out + line("M440 66C468 55 508 53 534 60", "#dca267", 3, 0.9)


def _loose() -> str:
    """Strands that were missed: before both ears, at the nape and on the brow."""
    return locks(
        (
            ([(306, 270), (288, 340), (284, 420), (296, 486), (282, 548)], 8.0),
            ([(300, 320), (284, 390), (280, 450), (268, 500)], 5.0),
            ([(600, 280), (618, 350), (622, 430), (610, 500), (622, 556)], 8.0),
            ([(604, 340), (618, 400), (612, 460)], 4.6),
            ([(420, 178), (378, 196), (340, 238), (322, 300), (324, 340)], 6.0),
            ([(432, 176), (400, 200), (374, 236), (364, 272)], 3.6),
        ),
        TONES,
        0.5,
    )


def _wool() -> str:
    """Draws the nap of heavy wool."""
    r = random.Random(30)
    out = ""
    for _ in range(520):
        x, y = r.uniform(50, 860), r.uniform(790, 1090)
        out += shape(
            sliver((x, y), (x + 3, y + 5), (x + r.uniform(-4, 6), y + 11), 1.0),
            COAT.sheen if r.random() < 0.4 else COAT.deep,
            0.22,
        )
    return out


def _badge() -> tuple[Layer, ...]:
    """Draws a badge with a stripe and a name too small to be read."""
    x, y = 368, 1002
    return (
        Layer(rect(x + 2, y + 5, 104, 48, BLOUSE.deep, 0.6, 6), "", 4),
        Layer(
            rect(x, y, 104, 46, "#fbfaf5", 1, 6) + rect(x, y, 104, 13, "#4f8f86", 1, 6) + rect(x, y + 8, 104, 5, "#4f8f86")
            + line(f"M{x + 14} {y + 25}L{x + 74} {y + 25}", "#4a4f52", 4.4) + line(f"M{x + 14} {y + 36}L{x + 52} {y + 36}", "#9aa1a4", 3.4)
            + rect(x, y, 104, 3, "#ffffff", 0.5, 2)
        ),
    )  # fmt: skip


PERSON = Person(
    name="ines",
    palette=PALETTE,
    head=Head(
        eye_y=396,
        eye_gap=72,
        eye_size=1.08,
        lid=1.0,
        hooded=0.3,
        brow_y=340,
        brow_weight=0.95,
        nose_y=514,
        nose_width=30,
        mouth_y=578,
        mouth_width=56,
        lips=0.9,
        chin_y=675,
        radius=164,
        age=0.3,
        lashes=1.05,
        ruddy=0.26,
        corners=(3.5, 3.5),
        arch=(3.0, 5.0, 1.0),
    ),
    face=FACE,
    behind=(
        Layer(_twist()),
        Layer(shape("M540 10L680 10L680 160L560 160Z", "#0c0605", 0.45), _twist(), 20),
        Layer(_clip()),
        *neck(BUILD, PALETTE, 0.5),
        Layer(
            linear("b", 0, 780, 0, 1090, (0, BLOUSE.light, 1), (0.4, BLOUSE.plain, 1), (1, BLOUSE.shade, 1))
            + shape(SHELL, "url(#b)")
        ),
        inside(
            shape(
                sliver((390, 1140), (410, 1050), (400, 960), 8)
                + sliver((520, 1140), (500, 1040), (520, 950), 9)
                + sliver((340, 900), (400, 960), (452, 980), 7),
                BLOUSE.deep,
                0.4,
            ),
            SHELL,
            8,
        ),
        inside(shape("M500 900L640 900L640 1140L500 1140Z", BLOUSE.deep, 0.5), SHELL, 26),
        Layer(
            line("M457 950L457 1100", BLOUSE.deep, 2.4, 0.6) + button(457, 986, 5.5, "#f4f6f8", BLOUSE.deep, "#ffffff")
        ),
        Layer(shape(NECK_BAND, "#6b4a3c", 0.5), shape(bust(BUILD), "#fff"), 7),
        Layer(
            linear("k", 326, 0, 588, 0, (0, BLOUSE.light, 1), (0.5, BLOUSE.plain, 1), (1, BLOUSE.shade, 1))
            + shape(NECK_BAND, "url(#k)")
        ),
        Layer(hem("M328 798C356 852 406 912 457 954C508 912 558 852 586 798", BLOUSE, 1.8)),
        *_badge(),
        inside(shape(FRONT, BLOUSE.deep, 0.9), SHELL, 12),
        *dressed(BUILD, FRONT, COAT, (Layer(_wool()),)),
        Layer(shape(LAPELS, COAT.deep, 0.8), shape(FRONT, "#fff") + shape(SHELL, "#fff"), 10),
        Layer(
            linear("l", 236, 0, 678, 0, (0, COAT.light, 1), (0.45, COAT.plain, 1), (1, COAT.shade, 1))
            + shape(LAPELS, "url(#l)")
        ),
        inside(_wool(), LAPELS),
        Layer(
            hem(
                "M214 908C240 924 246 944 238 968C268 1030 300 1090 320 1138M700 908C674 924 668 944 676 968C646 1030 614 1090 594 1138",
                COAT,
                2.2,
            )
        ),
        Layer(hem("M356 800C358 900 352 1030 352 1138M558 800C556 900 562 1030 562 1138", COAT, 2.0)),
        Layer(button(196, 1050, 17, COAT.shade, COAT.deep, COAT.light)),
        Layer(
            shape("M286 430C300 520 330 560 372 600L540 600C580 560 604 520 616 430Z", TONES[0], 0.85),
            shape(bust(BUILD), "#fff"),
            8,
        ),
        *ears(PALETTE, 294, 606, 398),
        Layer(
            "".join(
                disc(x, 500, 6.4, "#6d4f18") + disc(x - 1, 499, 5.2, "#d3a84a") + disc(x - 2.6, 497, 2, "#fbe9b4")
                for x in (286, 612)
            )
        ),
    ),
    skin=(
        Layer(disc(346, 486, 26, PALETTE.light, 0.5, 22), "", 12),
        Layer(disc(344, 556, 20, PALETTE.shade, 0.34, 46) + disc(558, 556, 18, PALETTE.shade, 0.36, 46), "", 14),
        Layer(disc(384, 436, 26, "#8a6a74", 0.16, 9) + disc(516, 436, 24, "#8a6a74", 0.16, 9), "", 6),
        Layer(disc(540, 486, 2.8, PALETTE.deep, 0.7), "", 0.6),
    ),
    over=(
        Layer(
            shape(
                "M298 420C304 296 340 224 450 188C560 224 594 300 602 420L640 330L600 110L300 110L262 300Z",
                PALETTE.deep,
                0.42,
            ),
            shape(FACE, "#fff"),
            10,
        ),
        *swept(ROOTS, TIPS, TONES, 620, 8, 14, 0.28, GREY),
        Layer(_loose()),
    ),
)
