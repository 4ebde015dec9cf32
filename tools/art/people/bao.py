# ruff: noqa: E501  (path data reads best unbroken)
"""Bao Nguyen: 79, once a ferry cook, slight and lined, thin white hair, a few chin hairs, a beige knitted waistcoat."""

import math
import random

from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, disc, line, linear, raised, shape, sliver

PALETTE = Palette(
    skin="#c69a6d",
    light="#e6c193",
    shade="#9c704a",
    deep="#65412a",
    crease="#744a2f",
    blush="#b8553c",
    lip="#a86a55",
    lip_dark="#844d3f",
    lip_light="#cb9580",
    brow="#d8d5cd",
    lash="#33231b",
    iris="#33211a",
    iris_light="#7b5a42",
    white="#efe6d8",
    teeth="#ece0c8",
)
WHITE, SILVER, GREY, BRIGHT = "#ebeae6", "#cfcdc9", "#a5a29e", "#ffffff"
WOOL, WOOL_LIGHT, WOOL_SHADE, WOOL_DEEP = "#c4a981", "#e0cba7", "#957a54", "#5f4a2e"
CLOTH, CLOTH_SHADE, CHECK, THREAD = "#e9e4d6", "#a9a698", "#4f7d82", "#a5523a"

RAISED = 44
"""How far the clothes are lifted: his shoulders are hunched, his neck is short."""

FACE = (
    "M292 398C280 240 350 152 450 152C550 152 620 240 608 398C611 432 606 462 600 488C596 532 588 562 570 596"
    "C546 644 500 676 450 676C400 676 354 644 330 596C312 562 304 532 300 488C294 462 289 432 292 398Z"
)
NECK = "M376 570C382 640 386 690 380 710C376 730 362 744 346 760L400 900L520 900L566 760C550 744 536 730 532 710C526 690 530 640 536 570Z"
SHIRT = (
    "M104 1130C104 990 120 906 192 864C262 828 340 822 372 762C396 830 424 862 454 872C484 862 516 830 540 762"
    "C572 822 648 828 716 864C788 906 804 990 804 1130Z"
)
WAISTCOAT = (
    "M338 806C322 826 292 838 250 850C210 906 196 990 200 1130L708 1130C712 990 698 906 658 850C616 838 588 826 572 806"
    "C552 880 508 950 455 1002C402 950 358 880 338 806Z"
)
COLLAR_LEFT = "M374 752C378 784 404 824 450 862L412 918C368 882 336 830 340 784Z"
COLLAR_RIGHT = "M540 752C536 784 508 824 460 862L500 918C544 882 576 830 572 784Z"
EAR_NEAR = "M302 400C268 366 242 390 248 444C252 492 268 522 294 530C310 532 314 518 308 494Z"
EAR_FAR = "M590 410C622 372 646 392 641 440C637 488 626 518 606 524L584 520Z"


def _halo() -> str:
    """Draws what is left of the hair round the back of the skull, thin at the edge."""
    out = linear("halo", 260, 0, 650, 0, (0, "#e9e7e1", 1), (0.5, "#c9c6c0", 1), (1, "#98948f", 1)) + shape(
        "M294 462C268 440 262 372 268 318C278 204 352 138 456 138C560 138 632 204 640 318C644 372 638 440 616 462Z",
        "url(#halo)",
    )
    r = random.Random(7)
    for i in range(360):
        a = math.radians(r.uniform(176, 364))
        k = r.uniform(0.92, 1.0)
        x, y = 454 + 186 * k * math.cos(a), 326 + 188 * k * math.sin(a)
        along = a + math.copysign(math.pi / 2, math.cos(a)) + r.uniform(-0.26, 0.2) * math.copysign(1, math.cos(a))
        long = r.uniform(24, 44)
        end = (x + math.cos(along) * long, y + math.sin(along) * long)
        bend = ((x + end[0]) / 2 + math.cos(a) * 4, (y + end[1]) / 2 + math.sin(a) * 4)
        out += shape(sliver((x, y), bend, end, 1.2), (WHITE, BRIGHT, GREY, SILVER)[i % 4], r.uniform(0.35, 0.85))
    return out


def _temples() -> str:
    """Draws hair combed from the temples back over the ears."""
    r = random.Random(19)
    out = ""
    for side in (-1, 1):
        for i in range(130):
            t = r.uniform(0, 1)
            across = 166 - (26 - 20 * t) * r.uniform(0, 1) ** 2
            x, y = 452 + side * (across - 12 * (1 - t)), 232 + 176 * t
            end = (x + side * r.uniform(8, 20), y + r.uniform(20, 40))
            bend = (x + side * 2, y + 18)
            colours = (WHITE, BRIGHT, SILVER) if side < 0 else (WHITE, SILVER, GREY)
            out += shape(sliver((x, y), bend, end, 1.3), colours[i % 3], r.uniform(0.45, 0.9))
    return out


def _combed() -> str:
    """Draws long thin strands from a receding hairline over the crown; the scalp shows between them."""
    r = random.Random(29)
    out = ""
    for i in range(250):
        t = r.uniform(-1, 1)
        x = 464 + 132 * t
        front = 196 + 34 * t * t + 12 * math.cos(6 * t)
        y = front + 8 - abs(r.gauss(0, 24))
        top = 138 + 62 * abs(t) ** 2.3
        end = (x + 14 * t + 8 * (1 - abs(t)), max(top, y - r.uniform(44, 74)))
        bend = ((x + end[0]) / 2 + 16 * t, (y + end[1]) / 2 - 4)
        out += shape(
            sliver((x, y), bend, end, r.uniform(0.9, 1.7)), (WHITE, BRIGHT, SILVER)[i % 3], r.uniform(0.4, 0.9)
        )
    return out


def _chin_hairs() -> str:
    """Draws a few long hairs on the chin, and stubble at the corners of the mouth."""
    r = random.Random(3)
    out = ""
    for i in range(13):
        x = 446 + (i * 5 % 13 - 6) * 5.4
        y = 656 + r.uniform(-8, 14)
        end = (x + (x - 450) * 0.3 + r.uniform(-9, 12), y + r.uniform(20, 58))
        out += shape(sliver((x, y), (x - 5, (y + end[1]) / 2), end, 1.1), (WHITE, BRIGHT, SILVER)[i % 3], 0.9)
    for _ in range(26):
        side = r.choice((-1, 1))
        x, y = 450 + side * r.uniform(34, 54), 556 + r.uniform(0, 16)
        out += shape(sliver((x, y), (x + side * 3, y + 5), (x + side * 5, y + 13), 0.8), WHITE, 0.6)
    return out


def _spots() -> str:
    """Draws age spots on the forehead, temples and cheeks."""
    spots = (
        (356, 262, 9), (372, 280, 5), (544, 250, 8), (562, 274, 5), (330, 320, 6), (318, 348, 8), (576, 330, 7),
        (338, 492, 8), (352, 510, 5), (330, 520, 4), (560, 500, 6), (418, 236, 5), (490, 222, 6), (574, 470, 5),
    )  # fmt: skip
    return "".join(disc(x, y, size, PALETTE.deep, 0.25, size * 0.8) for x, y, size in spots)


def _furrows() -> str:
    """Draws the lines of a long outdoor life: hollow cheeks, the corners of the mouth, above the lip."""
    out = ""
    for side in (-1, 1):
        for across, top, bend, low, width in (
            (112, 452, 132, 560, 2.0),
            (98, 500, 112, 590, 1.8),
            (126, 440, 140, 500, 1.5),
            (64, 596, 70, 632, 2.0),
        ):
            start, end = (450 + side * across, top), (450 + side * (across - 10), low)
            out += shape(sliver(start, (450 + side * bend, (top + low) / 2), end, width), PALETTE.crease, 0.3)
    for x in (420, 432, 444, 458, 470, 482):
        out += shape(sliver((x, 556), (x + 1, 562), (x + (450 - x) * 0.05, 572), 1.0), PALETTE.crease, 0.4)
    return out


def _checks() -> str:
    """Draws the checks of the shirt: broad bands and thin threads, leaning with the shoulders."""
    out = ""
    for i in range(26):
        x = -40 + i * 38
        lean = 0.22 * (x - 450)
        out += line(f"M{x} 740L{x + lean:.1f} 1140", CHECK, 13, 0.38)
        out += line(f"M{x + 19} 740L{x + 19 + lean:.1f} 1140", THREAD, 2.4, 0.6)
    for i in range(12):
        y = 752 + i * 38
        out += line(f"M40 {y + 46}C250 {y - 4} 660 {y - 4} 880 {y + 46}", CHECK, 13, 0.38)
        out += line(f"M40 {y + 65}C250 {y + 15} 660 {y + 15} 880 {y + 65}", THREAD, 2.4, 0.6)
    return out


def _cables() -> str:
    """Draws knitted columns of the waistcoat: small stitches in pairs."""
    out = ""
    for column in range(34):
        x = 190 + column * 16
        for row in range(29):
            y = 800 + row * 12 + (column % 2) * 2
            out += line(f"M{x} {y}L{x + 6} {y + 8}L{x + 12} {y}", WOOL_SHADE, 2.2, 0.42)
    return out


def _trim() -> str:
    """Draws ribbed edges at the neck and the armholes, and the button band."""
    edges = (
        "M338 806C358 880 402 950 455 1002C508 950 552 880 572 806",
        "M250 850C210 906 196 990 200 1130",
        "M658 850C698 906 712 990 708 1130",
        "M455 1002L455 1130",
    )
    out = "".join(line(d, WOOL_SHADE, 25) + line(d, WOOL, 21) for d in edges)
    return out + "".join(line(d, WOOL_LIGHT, 3, 0.6) + line(d, WOOL_DEEP, 1.4, 0.4) for d in edges)


def _button(y: float) -> str:
    return disc(455, y + 2, 11, WOOL_DEEP, 0.6) + disc(454, y, 10, "#6d4c30") + disc(452, y - 2, 6, "#92704c")


_NECK = (
    Layer(
        linear("n", 372, 0, 540, 0, (0, PALETTE.light, 1), (0.4, PALETTE.skin, 1), (1, PALETTE.shade, 1))
        + shape(NECK, "url(#n)")
    ),
    Layer(
        shape("M360 580L560 580L560 690C530 730 480 742 444 728C404 716 380 694 368 660Z", PALETTE.deep, 0.75),
        shape(NECK, "#fff"),
        13,
    ),
    Layer(
        shape(sliver((416, 700), (424, 762), (444, 836), 6), PALETTE.deep, 0.55)
        + shape(sliver((508, 700), (498, 762), (474, 836), 7), PALETTE.deep, 0.6)
        + disc(462, 786, 12, PALETTE.deep, 0.3, 18)
        + shape(sliver((384, 730), (404, 748), (428, 750), 3), PALETTE.deep, 0.4)
        + shape(sliver((384, 754), (404, 772), (430, 776), 3), PALETTE.deep, 0.35),
        shape(NECK, "#fff"),
        3,
    ),
    Layer(disc(456, 778, 8, PALETTE.light, 0.5, 14), shape(NECK, "#fff"), 5),
)

_CLOTHES = (
    Layer(
        linear("s", 0, 780, 0, 1080, (0, "#f6f2e7", 1), (0.5, CLOTH, 1), (1, CLOTH_SHADE, 1)) + shape(SHIRT, "url(#s)")
    ),
    Layer(_checks(), shape(SHIRT, "#fff")),
    Layer(shape("M640 800C760 850 770 960 750 1140L880 1140L880 800Z", "#37352c", 0.5), shape(SHIRT, "#fff"), 26),
    Layer(disc(168, 920, 40, "#ffffff", 0.4, 80), shape(SHIRT, "#fff"), 24),
    Layer(shape(WAISTCOAT, "#2f2614", 0.5), shape(SHIRT, "#fff"), 9),
    Layer(
        linear("w", 0, 800, 0, 1080, (0, WOOL_LIGHT, 1), (0.4, WOOL, 1), (1, WOOL_SHADE, 1))
        + shape(WAISTCOAT, "url(#w)")
    ),
    Layer(_cables(), shape(WAISTCOAT, "#fff")),
    Layer(shape("M600 820C660 870 680 980 660 1140L760 1140L760 820Z", WOOL_DEEP, 0.6), shape(WAISTCOAT, "#fff"), 28),
    Layer(disc(276, 916, 46, "#fff6e0", 0.45, 70), shape(WAISTCOAT, "#fff"), 30),
    Layer(
        shape(
            sliver((236, 1130), (262, 1040), (250, 970), 9) + sliver((664, 1130), (640, 1040), (654, 970), 9),
            WOOL_DEEP,
            0.6,
        ),
        shape(WAISTCOAT, "#fff"),
        9,
    ),
    Layer(_trim(), shape(WAISTCOAT, "#fff")),
    Layer(_button(1038)),
    Layer(shape(COLLAR_LEFT + COLLAR_RIGHT, "#1f1d16", 0.5), shape(SHIRT + WAISTCOAT, "#fff"), 8),
    Layer(shape(COLLAR_LEFT, "#f6f2e7") + shape(COLLAR_RIGHT, "#d8d3c4")),
    Layer(_checks(), shape(COLLAR_LEFT + COLLAR_RIGHT, "#fff")),
    Layer(
        shape(COLLAR_RIGHT, "#37352c", 0.16)
        + line(COLLAR_LEFT, "#8d8979", 2, 0.7)
        + line(COLLAR_RIGHT, "#77735f", 2, 0.7)
    ),
    Layer(line("M456 872L455 992", CLOTH_SHADE, 2.6) + disc(456, 930, 6, "#8c8674") + disc(455, 929, 5, "#f4efe2")),
)


_EARS = (
    Layer(shape(EAR_NEAR, PALETTE.skin) + shape(EAR_FAR, PALETTE.shade)),
    Layer(shape(EAR_NEAR, PALETTE.blush, 0.22), shape(EAR_NEAR, "#fff"), 10),
    Layer(
        shape(sliver((276, 404), (252, 446), (286, 520), 6), PALETTE.deep, 0.6)
        + shape(sliver((292, 434), (272, 456), (292, 486), 5), PALETTE.deep, 0.45)
        + shape(sliver((626, 408), (634, 446), (616, 510), 5), PALETTE.deep, 0.5),
        "",
        2,
    ),
)

PERSON = Person(
    name="bao",
    palette=PALETTE,
    head=Head(
        eye_y=420,
        eye_gap=70,
        eye_size=0.94,
        lid=0.78,
        hooded=0.75,
        brow_y=369,
        brow_weight=0.8,
        bushy=True,
        nose_y=522,
        nose_width=36,
        mouth_y=588,
        mouth_width=49,
        lips=0.62,
        chin_y=676,
        radius=160,
        age=1.3,
        lashes=0.4,
        ruddy=0.14,
    ),
    face=FACE,
    behind=(Layer(_halo()), *_NECK, *(raised(layer, RAISED) for layer in _CLOTHES), *_EARS),
    skin=(
        Layer(
            disc(344, 540, 26, PALETTE.shade, 0.6, 50)
            + disc(556, 540, 26, PALETTE.deep, 0.35, 50)
            + disc(312, 350, 14, PALETTE.shade, 0.6, 40),
            "",
            13,
        ),
        Layer(disc(340, 474, 26, PALETTE.light, 0.6, 14), "", 9),
        Layer(_spots(), "", 2),
        Layer(_furrows(), "", 1.6),
    ),
    beard=(Layer(_chin_hairs()),),
    over=(Layer(_temples()), Layer(_combed())),
)
