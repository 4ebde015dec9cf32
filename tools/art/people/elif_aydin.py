# ruff: noqa: E501  (path data reads best unbroken)
"""Elif Aydin: 31, bridge engineer, slight and upright, thick brows, a plain dark green headscarf neatly pinned."""

import random

from tools.art.cloth import Wrap
from tools.art.detail import button, hem
from tools.art.figure import Build, Cloth, dressed, garment, neck, outline
from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, Point, disc, inside, line, linear, shape, sliver, smooth

PALETTE = Palette(
    skin="#ddb08b",
    light="#f6d7b6",
    shade="#b27f5d",
    deep="#744734",
    crease="#8a5740",
    blush="#cc6656",
    lip="#b7605a",
    lip_dark="#934644",
    lip_light="#dd9a90",
    brow="#20150f",
    lash="#150d0a",
    iris="#3a2214",
    iris_light="#7e5430",
)
GREEN = Cloth("#1f5140", "#37705a", "#133a2d", "#07211a", "#86b498")
SHIRT = Cloth("#f0eee8", "#fbfaf6", "#cfcfd2", "#8d929e", "#ffffff")
WOOL = Cloth("#a97f52", "#c7a072", "#835d38", "#533820", "#e4cba3")
BAND, BAND_LIGHT = "#1a1c1b", "#4d5450"

FACE = outline(((0, 168), (72, 184), (124, 238), (147, 318), (150, 392), (146, 452), (134, 520), (108, 584), (66, 634), (30, 652), (0, 655)))  # fmt: skip
WRAP = Wrap(
    inner=(
        (458, 674), (404, 652), (358, 598), (328, 532), (312, 460), (308, 392), (316, 316), (356, 246), (410, 214),
        (466, 206), (522, 216), (564, 250), (594, 318), (602, 394), (596, 462), (580, 532), (556, 598), (518, 650),
        (464, 674),
    ),
    outer=(
        (420, 760), (330, 744), (264, 690), (246, 600), (238, 500), (234, 396), (246, 284), (296, 176), (376, 118),
        (460, 104), (544, 118), (616, 174), (658, 282), (668, 394), (662, 500), (656, 600), (642, 690), (580, 744),
        (490, 760),
    ),
)  # fmt: skip
"""From the near side of the chin over the crown to the far side."""
HOOD = WRAP.outline()
YOKE = smooth(
    [
        (366, 636), (318, 660), (280, 688), (254, 744), (240, 808), (262, 868), (322, 920), (396, 954), (460, 964),
        (526, 950), (596, 912), (652, 862), (674, 806), (660, 748), (630, 688), (590, 660), (548, 634), (512, 662),
        (462, 680), (410, 666),
    ],
    closed=True,
)  # fmt: skip
OVERLAP = (
    "M352 628C380 656 420 680 462 680C504 680 538 654 560 622C600 652 640 690 664 752C676 784 676 800 672 820"
    "C590 822 500 800 436 750C394 716 366 676 352 628Z"
)
FRONT = "M330 790L580 790L564 1140L348 1140Z"
BUILD = Build(half=372, top=800, neck=62, fall=92)
CARDIGAN = garment(BUILD, 124, 320)
PIN: Point = (548, 706)


def _hood() -> tuple[Layer, ...]:
    """Draws the scarf drawn smooth over the crown: long folds that gather under the chin, where they are pinned."""
    r = random.Random(31)
    soft = fine = ""
    for i in range(15):
        t, start = 0.16 + 0.8 * i / 14, r.uniform(0.0, 0.12)
        lift = r.uniform(0.02, 0.2)
        for a, b in ((start, start + r.uniform(0.26, 0.4)), (1 - start - r.uniform(0.26, 0.4), 1 - start)):
            path = WRAP.run(t, a, b, lift if a < 0.5 else -lift)
            soft += line(smooth(path), GREEN.deep if i % 2 else GREEN.light, r.uniform(6, 11), 0.5)
            d = sliver(path[0], path[len(path) // 2], path[-1], r.uniform(1.4, 2.8))
            fine += shape(d, GREEN.deep if i % 3 else GREEN.sheen, 0.5 if i % 3 else 0.28)
    for t, a, b in ((0.35, 0.34, 0.62), (0.62, 0.38, 0.7), (0.85, 0.3, 0.5)):
        soft += line(smooth(WRAP.run(t, a, b, 0.2)), GREEN.light, 9, 0.4)
        soft += line(smooth(WRAP.run(t + 0.1, a, b, 0.15)), GREEN.deep, 6, 0.35)
    return (
        Layer(
            linear("h", 236, 0, 668, 0, (0, GREEN.light, 1), (0.42, GREEN.plain, 1), (1, GREEN.shade, 1))
            + shape(HOOD, "url(#h)")
        ),
        inside(soft, HOOD, 6),
        inside(fine, HOOD, 1.3),
        inside(disc(336, 192, 74, GREEN.sheen, 0.42, 50) + disc(258, 430, 16, GREEN.sheen, 0.3, 90), HOOD, 26),
        inside(shape("M560 90L700 90L700 740L560 740L632 560C660 400 640 220 560 160Z", GREEN.deep, 0.6), HOOD, 24),
        Layer(line(smooth([*WRAP.inner]), GREEN.deep, 4, 0.5) + line(smooth(WRAP.run(0.03)), GREEN.sheen, 1.8, 0.6)),
    )


def _band() -> tuple[Layer, ...]:
    """Draws the edge of the cotton cap that is worn below the scarf."""
    low = [(x, y + 15 * (1 - (abs(x - 456) / 156) ** 4)) for x, y in WRAP.run(0.0, 0.72, 0.28)]
    band = smooth([*WRAP.run(0.2, 0.28, 0.72), *low], closed=True)
    return (
        Layer(line(smooth([(x, y + 12) for x, y in low]), PALETTE.deep, 16, 0.42), shape(FACE, "#fff"), 8),
        Layer(shape(band, BAND) + line(smooth(low), BAND_LIGHT, 1.8, 0.7)),
    )


def _yoke() -> tuple[Layer, ...]:
    """Draws both ends of the scarf, laid over each other under the chin, tucked in, and the pin that holds them."""
    r = random.Random(5)
    soft = fine = ""
    for i in range(9):
        t = (i + 0.5) / 9
        start, bend, end = (
            (268 - 22 * t, 706 + 110 * t),
            (440 + r.uniform(-20, 20), 790 + 180 * t),
            (600 + 50 * t, 720 + 120 * t),
        )
        soft += shape(sliver(start, bend, end, 9), GREEN.deep if i % 2 else GREEN.light, 0.6)
        fine += shape(sliver(start, (bend[0], bend[1] + 4), end, 2), GREEN.deep, 0.55)
    over = ""
    for i in range(7):
        t = (i + 0.5) / 7
        start, bend, end = (362 + 40 * t, 646 + 80 * t), (510, 706 + 84 * t), (580 + 90 * t, 650 + 150 * t)
        over += shape(sliver(start, bend, end, 6), GREEN.light if i % 2 else GREEN.deep, 0.55)
    x, y = PIN
    return (
        Layer(shape(YOKE, "#3a3028", 0.5), shape(CARDIGAN + FRONT, "#fff"), 12),
        Layer(
            linear("y", 244, 0, 668, 0, (0, GREEN.light, 1), (0.45, GREEN.plain, 1), (1, GREEN.shade, 1))
            + shape(YOKE, "url(#y)")
        ),
        inside(soft, YOKE, 5),
        inside(fine, YOKE, 1.2),
        inside(disc(318, 770, 50, GREEN.sheen, 0.34, 40), YOKE, 22),
        inside(shape("M560 980L720 980L720 640L620 660L590 800Z", GREEN.deep, 0.55), YOKE, 24),
        inside(shape(OVERLAP, GREEN.deep, 0.7), YOKE, 8),
        inside(
            linear("o", 366, 0, 666, 0, (0, GREEN.light, 1), (0.5, GREEN.plain, 1), (1, GREEN.shade, 1))
            + shape(OVERLAP, "url(#o)"),
            YOKE,
        ),
        inside(over, OVERLAP, 4),
        inside(line("M352 628C366 676 394 716 436 750C500 800 590 822 672 820", GREEN.sheen, 2, 0.5), YOKE),
        Layer(disc(x + 2, y + 4, 7, GREEN.deep, 0.7) + disc(x, y, 6, "#d8d2c4") + disc(x - 2, y - 2, 2.4, "#ffffff")),
        Layer(line(f"M{x + 8} {y + 2}L{x + 32} {y + 10}", "#c9c5ba", 2, 0.9)),
    )


def _knit() -> str:
    """Draws fine upright ribs."""
    return "".join(line(f"M{x + 0.07 * (456 - x):.1f} 770L{x} 1090", WOOL.deep, 2.2, 0.28) for x in range(80, 840, 11))


_CLOTHES: tuple[Layer, ...] = (
    Layer(
        linear("s", 350, 0, 590, 0, (0, SHIRT.light, 1), (0.5, SHIRT.plain, 1), (1, SHIRT.shade, 1))
        + shape(FRONT, "url(#s)")
    ),
    inside(
        shape(sliver((400, 1140), (420, 1060), (400, 980), 7), SHIRT.deep, 0.25)
        + shape(sliver((540, 1140), (520, 1060), (546, 980), 8), SHIRT.deep, 0.35),
        FRONT,
        9,
    ),
    Layer(line("M459 930L459 1090", SHIRT.deep, 2, 0.7) + line("M436 940L436 1090", SHIRT.deep, 1.6, 0.45)),
    Layer(
        button(448, 994, 7, "#e9e4da", SHIRT.deep, "#ffffff") + button(448, 1062, 7, "#e9e4da", SHIRT.deep, "#ffffff")
    ),
    inside(shape(CARDIGAN, SHIRT.deep, 0.9), FRONT, 9),
    *dressed(BUILD, CARDIGAN, WOOL, (Layer(_knit()),)),
    inside(
        line("M334 786C344 900 396 1040 456 1112M578 786C568 900 516 1040 456 1112", WOOL.deep, 34, 0.5), CARDIGAN, 7
    ),
    inside(
        line("M334 786C344 900 396 1040 456 1112", WOOL.plain, 24)
        + line("M578 786C568 900 516 1040 456 1112", WOOL.shade, 24),
        CARDIGAN,
    ),
    inside(hem("M322 790C332 904 384 1044 440 1112M590 790C580 904 528 1044 472 1112", WOOL, 1.8), CARDIGAN),
)

PERSON = Person(
    name="elif",
    palette=PALETTE,
    head=Head(
        eye_y=400,
        eye_gap=68,
        eye_size=1.08,
        lid=1.06,
        brow_y=350,
        brow_weight=1.36,
        nose_y=508,
        nose_width=28,
        mouth_y=568,
        mouth_width=45,
        lips=0.98,
        chin_y=655,
        radius=152,
        corners=(0, 2.5),
        age=0.05,
        lashes=1.1,
        ruddy=0.2,
    ),
    face=FACE,
    behind=(
        *neck(BUILD, PALETTE),
        *_CLOTHES,
        Layer(shape(smooth([*WRAP.outer], closed=True), GREEN.deep)),
    ),
    skin=(
        Layer(
            shape(sliver((314, 478), (342, 520), (368, 578), 11), PALETTE.shade, 0.45)
            + shape(sliver((586, 478), (560, 520), (534, 578), 10), PALETTE.shade, 0.4),
            "",
            12,
        ),
        Layer(disc(448, 468, 7, PALETTE.light, 0.55, 16), "", 5),
        Layer(disc(516, 606, 2.8, PALETTE.deep, 0.65), "", 0.6),
    ),
    over=(
        Layer(line(smooth([*WRAP.inner]), PALETTE.deep, 30, 0.45), shape(FACE, "#fff"), 9),
        *_band(),
        *_hood(),
        *_yoke(),
    ),
)
