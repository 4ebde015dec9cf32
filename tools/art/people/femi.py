# ruff: noqa: E501  (path data reads best unbroken)
"""Femi Adeyemi: 56, teacher, broad, very dark skin, grizzled cropped hair and goatee, an indigo shirt, his wheelchair."""

import math
import random

from tools.art import chair
from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, disc, inside, line, linear, rect, shape, sliver

PALETTE = Palette(
    skin="#6a4430",
    light="#9d6d4f",
    shade="#46291c",
    deep="#1e100a",
    crease="#23130c",
    blush="#83392a",
    lip="#91574d",
    lip_dark="#5a2f2a",
    lip_light="#ba8277",
    brow="#120d0b",
    lash="#0b0706",
    iris="#24140c",
    iris_light="#633c26",
    white="#efe5da",
)
GREYS = ("#151110", "#2b2624", "#4d4744", "#807974", "#b9b2ac", "#e2ddd7")
INDIGO, INDIGO_LIGHT, INDIGO_SHADE, INDIGO_DEEP = "#2f3f7d", "#4d62a6", "#1f2a5a", "#121938"
DYE = "#c7d4ee"
FRAME = "#2f6b4f"
BOARD, BOARD_EDGE, PAPER = "#8a6038", "#5b3d20", "#f5f1e6"

FACE = (
    "M270 388C262 236 338 152 450 152C562 152 638 236 630 388C634 456 630 524 610 580"
    "C582 638 516 672 450 672C384 672 318 638 290 580C270 524 266 456 270 388Z"
)
SKULL = "M270 404C248 240 328 118 450 118C572 118 652 240 630 404Z"
HAIR = (
    "M272 404C250 240 328 118 450 118C572 118 650 240 628 404C618 384 612 360 606 330C600 296 602 276 580 244"
    "C552 216 520 232 500 226C480 216 464 206 450 206C436 206 420 216 400 226C380 232 348 216 320 244C298 276 300 296 294 330C288 360 282 384 272 404Z"
)
NECK = (
    "M312 560C318 650 318 700 304 730C294 746 280 756 262 764L262 1100L650 1100L650 764"
    "C632 756 618 746 608 730C594 700 594 650 600 560Z"
)
SHIRT = (
    "M296 740C230 788 130 796 74 850C20 910 10 1030 4 1150C40 1180 130 1190 190 1170L206 1130L214 1400L700 1400L706 1130L722 1170"
    "C782 1190 872 1180 908 1150C902 1030 892 910 838 850C782 796 682 788 616 740C596 800 530 872 456 930C382 872 316 800 296 740Z"
)
ARMS = "M10 1130L190 1130C196 1220 220 1300 300 1370L280 1420L40 1420C14 1330 8 1230 10 1130Z M722 1130L902 1130C904 1230 898 1330 872 1420L632 1420L612 1370C692 1300 716 1220 722 1130Z"
COLLAR_LEFT = "M300 722C292 738 288 756 290 772C330 850 390 906 450 950L460 926C410 880 340 806 312 728Z"
COLLAR_RIGHT = "M612 722C620 738 624 756 622 772C582 850 522 906 462 950L452 926C502 880 572 806 600 728Z"
EAR = "M280 408C252 382 232 400 238 440C242 478 262 508 282 510C294 510 294 494 292 476Z"
EAR_FAR = "M622 412C640 386 658 402 654 440C650 474 638 502 620 504Z"
GOATEE = (
    "M352 592C356 566 372 540 404 530C420 526 436 526 450 530C464 526 480 526 496 530C528 540 544 566 548 592"
    "C548 640 510 690 450 690C390 690 352 640 352 592Z M396 562C388 580 390 606 404 622C420 636 480 636 496 622C510 606 512 580 504 562C480 546 420 546 396 562Z"
)


def _crop() -> str:
    """Draws hair cropped close: tight small curls, grey at the temples, thinning towards the brow."""
    r = random.Random(17)
    out = ""
    for _ in range(4200):
        x, y = r.uniform(256, 644), r.uniform(116, 404)
        temple = min(1.0, max(0.0, (abs(x - 450) - 60) / 110)) * min(1.0, max(0.0, (y - 150) / 130))
        light = max(0.0, 1 - math.hypot(x - 360, y - 160) / 220)
        k = min(4, max(0, int(r.gauss(1.0 + 2.2 * temple + 0.6 * light, 0.9))))
        size = r.uniform(1.8, 3.0)
        out += shape(
            sliver((x - size, y + size), (x - size, y - size * 1.6), (x + size * 1.4, y - size * 0.3), 1.5),
            GREYS[k],
            0.8,
        )
    return out


def _goatee() -> str:
    """Draws the goatee and moustache: short curling hairs, more white than black."""
    r = random.Random(5)
    out = ""
    for i in range(3200):
        x, y = 450 + r.uniform(-98, 98), r.uniform(524, 694)
        across, edge = x - 450, r.uniform(0.9, 1.08)
        if math.hypot(across / 88, (y - 608) / 82) > edge:
            continue
        if math.hypot(across / 66, (y - 586) / (36 if y > 586 else 44)) < edge and not (abs(across) < 11 and y > 604):
            continue
        k = min(5, max(0, int(r.gauss(3.6 if y > 620 and abs(across) < 50 else 2.2, 1.2))))
        sway = r.uniform(-4, 4) + across * 0.04
        out += shape(
            sliver((x, y), (x + sway + 2, y + 4), (x + sway, y + 9 + (3 if i % 3 else 0)), 1.2), GREYS[k], 0.85
        )
    return out


def _dye() -> str:
    """Draws the pattern of the shirt, tied and dyed by hand: rings of dots round a pale eye, and leaves between
    them."""
    r = random.Random(3)
    out = ""
    for row in range(8):
        for col in range(10):
            x = -10 + col * 104 + (52 if row % 2 else 0) + r.uniform(-4, 4)
            y = 786 + row * 92 + r.uniform(-4, 4)
            out += disc(x, y, 9, DYE, 0.8) + disc(x, y, 4, INDIGO)
            for k in range(10):
                a = k * math.pi / 5 + r.uniform(-0.06, 0.06)
                out += disc(x + 21 * math.cos(a), y + 21 * math.sin(a), 3.4, DYE, 0.75)
                out += disc(x + 33 * math.cos(a + 0.3), y + 33 * math.sin(a + 0.3), 2.4, DYE, 0.5)
            out += shape(sliver((x + 40, y + 30), (x + 58, y + 46), (x + 64, y + 62), 6), DYE, 0.5)
    return out


def _clipboard() -> tuple[Layer, ...]:
    """Draws the clipboard on his lap, with marks on it that nobody else can read."""
    board = "M306 1236L640 1216L664 1420L288 1420Z"
    paper = "M328 1252L620 1234L640 1420L312 1420Z"
    rows = "".join(
        line(f"M{352 - k * 3} {1290 + k * 26}L{440 + (k * 37) % 60} {1285 + k * 26}", "#8d93a0", 5, 0.8)
        + line(f"M{560 - (k * 23) % 40} {1278 + k * 26}L{592 + k * 2} {1276 + k * 26}", "#b8445c", 5, 0.8)
        for k in range(6)
    )
    clip = "M424 1206L522 1200L530 1250L418 1257Z"
    return (
        Layer(shape(board, "#05070f", 0.5), "", 12),
        Layer(
            linear("bd", 306, 0, 664, 0, (0, "#b07f4e", 1), (0.5, BOARD, 1), (1, BOARD_EDGE, 1))
            + shape(board, "url(#bd)")
        ),
        Layer(shape(paper, PAPER)),
        inside(rows, paper),
        Layer(shape(clip, "#5b6268") + line("M426 1212L521 1206", "#e8edf0", 5, 0.9) + disc(474, 1228, 9, "#30353a")),
    )


def _pocket() -> tuple[Layer, ...]:
    """Draws the breast pocket, and a red pen in it."""
    pocket = "M590 1016L704 1004L700 1130C660 1146 624 1146 596 1136Z"
    return (
        inside(shape(pocket, INDIGO_DEEP, 0.5), SHIRT, 5),
        inside(line(pocket, INDIGO_DEEP, 3, 0.9) + line("M592 1030L703 1018", DYE, 2, 0.35), SHIRT),
        Layer(
            rect(634, 962, 13, 60, "#c9402f", 1, 4)
            + rect(636, 964, 4, 56, "#f0877a", 0.8, 2)
            + rect(634, 992, 13, 6, "#e4e0d8")
        ),
    )


_TORSO: tuple[Layer, ...] = (
    Layer(
        linear("n", 300, 0, 610, 0, (0, PALETTE.light, 1), (0.4, PALETTE.skin, 1), (1, PALETTE.shade, 1))
        + shape(NECK, "url(#n)")
    ),
    inside(
        shape("M296 560L620 560L606 690C560 750 500 760 446 752C392 744 340 720 306 668Z", PALETTE.deep, 0.75), NECK, 14
    ),
    inside(
        shape(sliver((350, 770), (440, 796), (550, 774), 5), PALETTE.deep, 0.6)
        + disc(440, 830, 50, PALETTE.light, 0.3, 40),
        NECK,
        7,
    ),
    Layer(
        linear("a", 0, 0, 910, 0, (0, PALETTE.light, 1), (0.3, PALETTE.skin, 1), (1, PALETTE.shade, 1))
        + shape(ARMS, "url(#a)")
    ),
    inside(
        line("M4 1150C40 1180 130 1190 196 1168M908 1150C872 1180 782 1190 716 1168", PALETTE.deep, 26, 0.7), ARMS, 8
    ),
    Layer(
        linear("s", 0, 740, 0, 1340, (0, INDIGO_LIGHT, 1), (0.4, INDIGO, 1), (1, INDIGO_SHADE, 1))
        + shape(SHIRT, "url(#s)")
    ),
    inside(_dye(), SHIRT, 0.8),
    inside(shape("M690 760C800 840 800 1100 770 1400L930 1400L930 760Z", INDIGO_DEEP, 0.72), SHIRT, 34),
    inside(disc(150, 900, 90, "#b9c8f5", 0.32, 66), SHIRT, 40),
    inside(
        shape(sliver((206, 1150), (232, 1020), (186, 900), 13), INDIGO_DEEP, 0.85)
        + shape(sliver((706, 1150), (684, 1020), (726, 900), 14), INDIGO_DEEP, 0.95)
        + shape(sliver((260, 1150), (350, 1190), (440, 1160), 10), INDIGO_DEEP, 0.6)
        + shape(sliver((320, 860), (400, 960), (440, 1090), 9), INDIGO_DEEP, 0.4),
        SHIRT,
        10,
    ),
    inside(line("M456 930L458 1400", INDIGO_DEEP, 4, 0.9) + line("M436 934L438 1400", INDIGO_DEEP, 2, 0.5), SHIRT),
    Layer("".join(disc(459, y, 9, INDIGO_DEEP) + disc(458, y - 1.5, 7.6, "#e9e2d2") for y in (990, 1090, 1190))),
    inside(shape(COLLAR_LEFT + COLLAR_RIGHT, INDIGO_DEEP, 0.8), SHIRT, 8),
    Layer(
        linear("c", 290, 0, 622, 0, (0, INDIGO_LIGHT, 1), (0.5, INDIGO, 1), (1, INDIGO_SHADE, 1))
        + shape(COLLAR_LEFT + COLLAR_RIGHT, "url(#c)")
    ),
    *_pocket(),
)

PERSON = Person(
    name="femi",
    palette=PALETTE,
    head=Head(
        eye_y=408,
        eye_gap=76,
        eye_size=1.02,
        lid=0.95,
        hooded=0.35,
        brow_y=352,
        brow_weight=1.45,
        nose_y=510,
        nose_width=43,
        mouth_y=574,
        mouth_width=55,
        lips=1.3,
        chin_y=672,
        radius=186,
        age=0.6,
        lashes=0.55,
        ruddy=0.2,
    ),
    face=FACE,
    view=(-104, 40, 1120, 1344),
    behind=(
        *chair.back(14, 898, 946, 1420, FRAME),
        *chair.handle(24, 874, 980, FRAME),
        *chair.handle(888, 874, 980, FRAME),
        *_TORSO,
        *chair.wheel(176, 1540, 86, 380, 5, FRAME),
        *chair.wheel(744, 1540, 72, 376, -5, FRAME),
        *_clipboard(),
        Layer(shape(SKULL, PALETTE.shade)),
        Layer(shape(EAR, PALETTE.skin) + shape(EAR_FAR, PALETTE.shade)),
        inside(shape(EAR, PALETTE.shade, 0.4), EAR, 8),
        Layer(
            shape(sliver((262, 412), (246, 444), (272, 484), 5), PALETTE.deep, 0.6)
            + shape(sliver((634, 416), (646, 442), (628, 482), 5), PALETTE.deep, 0.6),
            "",
            1.5,
        ),
    ),
    skin=(
        Layer(disc(380, 452, 30, PALETTE.deep, 0.3, 9) + disc(520, 452, 28, PALETTE.deep, 0.3, 9), "", 6),
        Layer(disc(330, 474, 34, PALETTE.light, 0.5, 15), "", 10),
    ),
    beard=(
        Layer(shape(GOATEE, GREYS[1], 0.6), "", 8),
        Layer(_goatee()),
    ),
    over=(
        Layer(shape(HAIR, PALETTE.deep, 0.6), shape(FACE, "#fff"), 9),
        Layer(shape(HAIR, GREYS[0], 0.8), "", 2.5),
        inside(_crop(), HAIR, 0.6),
        inside(disc(370, 160, 70, "#ffffff", 0.14, 40), HAIR, 22),
        inside(shape("M560 100L720 100L720 420L610 400L600 260Z", "#000000", 0.4), HAIR, 24),
    ),
)
