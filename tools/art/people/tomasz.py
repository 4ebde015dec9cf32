# ruff: noqa: E501  (path data reads best unbroken)
"""Tomasz Wójcik: 38, drives the night bus, pale and lanky, a long tired face, two days of stubble, grey fleece."""

import math
import random

from tools.art.hair import lock
from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, Point, disc, inside, line, linear, rect, shape, sliver

PALETTE = Palette(
    skin="#e6c1ab",
    light="#fbe3d3",
    shade="#b98b78",
    deep="#7c5147",
    crease="#8d5f52",
    blush="#cf7462",
    lip="#bd7d72",
    lip_dark="#a0665b",
    lip_light="#dfaca2",
    brow="#6d5138",
    lash="#4a3527",
    iris="#4b6152",
    iris_light="#96ac8f",
)
HAIR_DEEP, HAIR, HAIR_MID, HAIR_LIGHT, HAIR_GLEAM = "#4a3522", "#6b4e33", "#8a6946", "#ab895f", "#cdb088"
TONES = (HAIR_DEEP, HAIR, HAIR_MID, HAIR_LIGHT, HAIR_GLEAM)
GREY, GREY_LIGHT, GREY_SHADE, GREY_DEEP = "#80858b", "#a6abb0", "#5c6167", "#3d4147"
TEE, TEE_SHADE = "#2c3135", "#1b1f22"
STRAP, STRAP_SHADE = "#b5432f", "#7f2a1f"

FACE = (
    "M302 384C290 236 352 142 450 142C548 142 610 236 598 384C600 462 592 536 572 592"
    "C552 648 500 690 450 690C400 690 348 648 328 592C308 536 300 462 302 384Z"
)
NECK = (
    "M378 580C384 660 384 716 372 752C352 784 320 800 290 816L290 1080L620 1080L620 816"
    "C590 800 558 784 542 752C532 716 532 660 538 580Z"
)
FLEECE = (
    "M84 1140C82 1020 92 930 148 882C206 842 290 818 344 772C372 850 414 900 457 930"
    "C500 900 542 850 570 772C624 818 708 842 764 882C820 930 832 1020 830 1140Z"
)
COLLAR_LEFT = "M356 738C340 744 330 776 334 796C352 858 402 918 450 962L462 944L440 900C404 862 378 810 370 756C368 744 364 736 356 738Z"
COLLAR_RIGHT = "M558 738C574 744 586 776 582 796C564 858 514 918 466 962L456 944L474 900C510 862 536 810 544 756C546 744 550 736 558 738Z"
SHIRT = "M340 790C366 822 410 842 457 842C504 842 548 822 574 790L574 1000L340 1000Z"
STUBBLE = (
    "M302 440C314 500 326 540 356 560C372 572 384 560 396 546C412 530 436 528 450 530C464 528 488 530 504 546"
    "C516 560 528 572 544 560C574 540 586 500 598 440C604 520 592 560 574 604C552 652 500 696 450 696C400 696 348 652 326 604C308 560 296 520 302 440Z"
)
EAR = "M308 396C284 372 266 392 270 432C274 468 290 502 310 504C320 504 320 486 318 468Z"
EAR_FAR = "M592 402C608 380 626 392 622 432C618 466 608 496 592 500Z"


def _glow(x: float, y: float) -> float:
    """Returns how much light falls on hair here, from the upper left."""
    return max(0.08, min(1.0, 1.12 - math.hypot(x - 360, y - 150) / 330))


def _back() -> str:
    """Draws hair behind the face: over the crown, uneven at the nape."""
    r = random.Random(6)
    out = shape(
        "M330 500C300 480 288 420 284 340C286 200 350 108 452 108C554 108 616 200 620 340C616 420 604 480 574 500Z",
        HAIR_DEEP,
    )
    for i in range(36):
        t = ((i * 7) % 36) / 35
        side = -1 if i % 2 else 1
        x = 450 + side * (84 + 76 * t)
        end = (x + side * r.uniform(-6, 8), 510 - 46 * t + r.uniform(-22, 14))
        out += lock(
            [(x, 330), (x + side * 4, 420), (x, 480), end],
            r.uniform(7, 11),
            TONES,
            _glow(x, 420) * 0.6,
            r.uniform(0, 6),
        )
    return out


def _crown() -> str:
    """Draws hair over the skull: from the parting left of the middle down both sides, over the tops of the ears."""
    r = random.Random(16)
    out = shape(
        "M304 320C302 196 354 108 452 108C552 108 602 196 598 320C590 250 540 204 420 176C354 204 316 250 304 320Z",
        HAIR_DEEP,
    )
    for i in range(44):
        t = ((i * 13) % 44) / 43
        stray = r.uniform(-7, 7) + (r.uniform(-12, 2) if i % 6 == 0 else 0)
        path: list[Point] = [
            (414 + 22 * t, 174 - 68 * t),
            (372 - 20 * t, 172 - 58 * t + stray * 0.6),
            (326 - 26 * t + stray * 0.6, 232 - 58 * t),
            (304 - 20 * t + stray, 318 - 30 * t),
            (300 - 22 * t + stray * 1.6, 388 + r.uniform(-46, 38)),
        ]
        out += lock(path, r.uniform(7, 12), TONES, _glow(path[2][0], path[2][1]), r.uniform(0, 6))
    for i in range(50):
        t = ((i * 17) % 50) / 49
        stray = r.uniform(-7, 7) + (r.uniform(-2, 12) if i % 6 == 0 else 0)
        path = [
            (416 + 24 * t, 172 - 66 * t),
            (486 + 22 * t, 150 - 44 * t - stray * 0.6),
            (554 + 24 * t + stray * 0.6, 204 - 42 * t),
            (590 + 22 * t + stray, 298 - 30 * t),
            (596 + 20 * t + stray * 1.6, 390 + r.uniform(-50, 34)),
        ]
        out += lock(path, r.uniform(7, 12), TONES, _glow(path[2][0], path[2][1]), r.uniform(0, 6))
    return out


def _fringe() -> str:
    """Locks that have grown too long and fall over the forehead."""
    locks: tuple[tuple[list[Point], float], ...] = (
        ([(404, 174), (362, 192), (332, 226), (318, 268), (318, 318)], 12),
        ([(402, 172), (376, 198), (350, 230), (338, 258), (340, 282)], 12),
        ([(414, 166), (482, 170), (546, 212), (576, 270), (584, 336)], 15),
        ([(412, 168), (466, 180), (524, 220), (558, 266), (574, 314)], 16),
        ([(410, 168), (450, 192), (502, 226), (538, 262), (562, 288)], 16),
        ([(410, 168), (440, 200), (482, 232), (516, 256), (544, 268)], 15),
        ([(408, 170), (424, 206), (456, 238), (490, 258), (520, 262)], 14),
        ([(406, 172), (410, 206), (430, 238), (462, 258), (496, 264)], 14),
        ([(404, 172), (402, 208), (414, 240), (436, 262), (462, 274)], 13),
    )
    return "".join(lock(path, width, TONES, _glow(*path[2]), i * 1.3) for i, (path, width) in enumerate(locks))


def _stubble() -> str:
    """Draws two days of beard: short single hairs, thick on the lip and chin, thin on the cheek."""
    r = random.Random(27)
    out = ""
    for _ in range(1500):
        x, y = 450 + r.uniform(-142, 142), r.uniform(470, 690)
        across = abs(x - 450)
        if y < 546 + (16 if across > 60 else 0) and across < 108 and not (y > 532 and across < 62):
            continue
        if y < 500 + (142 - across) * 1.1 and across >= 62:
            continue
        if across > 146 - max(0.0, y - 560) * 0.86 or (562 < y < 608 and across < 58):
            continue
        lean = (x - 450) * 0.02
        out += shape(
            sliver((x, y), (x + lean, y + 3), (x + lean * 2, y + 6), 0.8),
            PALETTE.brow if r.random() < 0.7 else "#4a3a32",
            r.uniform(0.3, 0.62),
        )
    return out


def _lanyard() -> list[Layer]:
    """Draws the strap round the neck with the card of the depot."""
    near, far = "M352 800C372 880 412 960 446 1022", "M562 800C542 880 506 960 470 1022"
    card = rect(408, 1034, 100, 90, "#2d3238", 0.6, 8) + rect(404, 1030, 100, 90, "#f2f0ea", 1, 8)
    card += rect(404, 1030, 100, 16, STRAP, 1, 6) + rect(414, 1054, 30, 40, "#b9c2c9", 1, 3)
    return [
        Layer(line(near, GREY_DEEP, 20, 0.5) + line(far, GREY_DEEP, 20, 0.5), shape(FLEECE, "#fff"), 6),
        Layer(line(near, STRAP, 13) + line(far, STRAP_SHADE, 13)),
        Layer(line("M349 802C369 882 408 962 441 1022", "#d9705c", 2.4, 0.7)),
        Layer(
            shape("M436 1012L480 1012L470 1036L446 1036Z", STRAP_SHADE)
            + disc(458, 1030, 8, "#c6cbd0")
            + disc(458, 1030, 4, "#6f767c")
        ),
        Layer(card + disc(429, 1067, 8, "#8a6946") + line("M454 1062L492 1062M454 1074L486 1074", "#9aa1a6", 4)),
    ]


def _pile() -> str:
    """Draws the nap of the fleece: small soft flecks."""
    r = random.Random(44)
    out = ""
    for _ in range(900):
        x, y = r.uniform(80, 836), r.uniform(770, 1080)
        out += disc(x, y, r.uniform(2.2, 4.2), GREY_LIGHT if r.random() < 0.5 else GREY_DEEP, 0.09, r.uniform(1.6, 3))
    return out


_TORSO: tuple[Layer, ...] = (
    Layer(
        linear("n", 370, 0, 546, 0, (0, PALETTE.light, 1), (0.4, PALETTE.skin, 1), (1, PALETTE.shade, 1))
        + shape(NECK, "url(#n)")
    ),
    inside(
        shape("M366 570L550 570L548 690C510 744 476 750 446 744C412 738 384 706 372 660Z", PALETTE.deep, 0.62), NECK, 13
    ),
    inside(disc(464, 756, 14, PALETTE.deep, 0.3, 22), NECK, 6),
    inside(disc(450, 744, 8, PALETTE.light, 0.4, 14), NECK, 6),
    inside(
        shape(sliver((396, 716), (414, 770), (444, 822), 4), PALETTE.deep, 0.45)
        + shape(sliver((522, 716), (504, 770), (476, 822), 5), PALETTE.deep, 0.5),
        NECK,
        3,
    ),
    Layer(shape(SHIRT, TEE) + line("M340 790C366 822 410 842 457 842C504 842 548 822 574 790", TEE_SHADE, 5)),
    Layer(
        linear("f", 0, 760, 0, 1080, (0, GREY_LIGHT, 1), (0.45, GREY, 1), (1, GREY_SHADE, 1)) + shape(FLEECE, "url(#f)")
    ),
    inside(shape("M610 780C690 840 690 960 660 1140L860 1140L860 780Z", GREY_DEEP, 0.7), FLEECE, 34),
    inside(disc(216, 930, 80, "#e7ecef", 0.42, 70), FLEECE, 40),
    inside(
        shape(sliver((196, 1140), (212, 1020), (176, 930), 10), GREY_DEEP, 0.75)
        + shape(sliver((712, 1140), (698, 1020), (734, 930), 11), GREY_DEEP, 0.85)
        + shape(sliver((300, 1080), (320, 980), (300, 880), 7), GREY_DEEP, 0.3)
        + shape(sliver((600, 1080), (590, 980), (606, 880), 7), GREY_DEEP, 0.4),
        FLEECE,
        9,
    ),
    inside(line("M160 884C230 930 300 950 430 966M752 884C684 930 616 950 486 966", GREY_SHADE, 4, 0.8), FLEECE, 1),
    inside(line("M457 930L457 1140", GREY_DEEP, 13, 0.75) + line("M457 930L457 1140", "#2a2d31", 5), FLEECE),
    inside(_pile(), FLEECE, 1.2),
    Layer(shape(COLLAR_LEFT, GREY_DEEP, 0.55) + shape(COLLAR_RIGHT, GREY_DEEP, 0.55), shape(FLEECE, "#fff"), 8),
    Layer(
        linear("c", 334, 0, 582, 0, (0, "#b7bcc0", 1), (0.5, GREY, 1), (1, GREY_SHADE, 1))
        + shape(COLLAR_LEFT, "url(#c)")
        + shape(COLLAR_RIGHT, "url(#c)")
    ),
    inside(
        shape(
            "M352 744C380 830 420 890 460 930L460 900C420 860 384 800 366 744Z M560 744C540 830 500 890 454 930L454 900C496 860 532 800 548 744Z",
            GREY_DEEP,
            0.5,
        ),
        COLLAR_LEFT + COLLAR_RIGHT,
        5,
    ),
    *_lanyard(),
)

PERSON = Person(
    name="tomasz",
    palette=PALETTE,
    head=Head(
        eye_y=402,
        eye_gap=68,
        eye_size=1.0,
        lid=0.92,
        hooded=0.45,
        brow_y=352,
        brow_weight=1.1,
        nose_y=520,
        nose_width=31,
        mouth_y=586,
        mouth_width=48,
        lips=0.78,
        chin_y=690,
        radius=158,
        age=0.36,
        lashes=0.5,
        ruddy=0.13,
    ),
    face=FACE,
    behind=(
        Layer(_back()),
        Layer(shape("M280 420C340 500 560 500 626 420L626 620L280 620Z", "#1d130b", 0.45), _back(), 22),
        *_TORSO,
        Layer(shape(EAR, PALETTE.skin) + shape(EAR_FAR, PALETTE.shade)),
        inside(shape(EAR, PALETTE.blush, 0.3), EAR, 8),
        Layer(
            shape(sliver((292, 412), (278, 440), (302, 478), 5), PALETTE.deep, 0.5)
            + shape(sliver((604, 408), (614, 434), (598, 478), 5), PALETTE.deep, 0.45),
            "",
            1.5,
        ),
    ),
    skin=(
        Layer(disc(380, 436, 32, "#80606c", 0.24, 12) + disc(520, 436, 30, "#80606c", 0.24, 12), "", 6),
        Layer(
            shape(sliver((350, 436), (378, 454), (410, 444), 3), "#80585a", 0.34)
            + shape(sliver((550, 436), (522, 454), (490, 444), 3), "#80585a", 0.34),
            "",
            1.5,
        ),
        Layer(disc(344, 520, 22, PALETTE.deep, 0.2, 48) + disc(560, 520, 20, PALETTE.deep, 0.22, 48), "", 15),
    ),
    beard=(
        Layer(shape(STUBBLE, "#6b5a50", 0.3), shape(FACE, "#fff"), 12),
        Layer(_stubble(), shape(FACE, "#fff")),
    ),
    over=(
        Layer(
            shape("M300 330C320 250 352 214 410 186C500 196 556 250 590 340L604 300L590 110L310 110Z", "#5c3527", 0.5),
            shape(FACE, "#fff"),
            9,
        ),
        Layer(_crown()),
        Layer(shape(sliver((412, 178), (424, 140), (438, 100), 4), HAIR_DEEP, 0.8), _crown(), 3),
        Layer(_fringe()),
        Layer(disc(356, 168, 80, "#e4c99c", 0.28, 56), _crown(), 34),
        Layer(shape("M530 80L680 120L680 520L596 520L600 300Z", "#24160b", 0.36), _crown(), 34),
    ),
)
