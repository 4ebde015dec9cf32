# ruff: noqa: E501  (path data reads best unbroken)
"""Mateo Silva: 33, baker, broad, warm brown skin, close dark curls and a full short beard, a floury linen apron."""

import math
import random

from tools.art.hair import curl
from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, disc, inside, line, linear, shape, sliver

PALETTE = Palette(
    skin="#b87a50",
    light="#dca677",
    shade="#8a5433",
    deep="#54301d",
    crease="#633a23",
    blush="#b9513a",
    lip="#b7675a",
    lip_dark="#924a40",
    lip_light="#cf8d7c",
    brow="#1d1310",
    lash="#150d0a",
    iris="#3d2616",
    iris_light="#8a5c34",
    white="#f5ede4",
)
HAIR, HAIR_MID, HAIR_LIGHT, HAIR_GLEAM = "#17100e", "#2b1f1b", "#4a3831", "#7d6355"
TONES = (HAIR, HAIR, HAIR_MID, HAIR_LIGHT, HAIR_GLEAM)
TEE, TEE_LIGHT, TEE_SHADE, TEE_DEEP = "#7fa3b8", "#a9c6d6", "#587c92", "#37566a"
LINEN, LINEN_LIGHT, LINEN_SHADE, LINEN_DEEP = "#e4d9c4", "#f7f0e2", "#b9ab92", "#857862"

FACE = (
    "M276 386C266 238 340 158 450 158C560 158 634 238 624 386C628 456 622 524 602 578"
    "C574 634 512 668 450 668C388 668 326 634 298 578C278 524 272 456 276 386Z"
)
SKULL = "M276 400C252 244 330 122 450 122C570 122 648 244 624 400Z"
NECK = (
    "M318 560C324 650 322 690 304 716C294 730 280 738 262 748L262 1080L650 1080L650 748"
    "C632 738 618 730 608 716C590 690 590 650 594 560Z"
)
SHIRT = (
    "M-30 1140C-40 1010 -10 900 62 836C122 790 226 776 292 724C318 800 380 846 456 846C532 846 596 800 620 724"
    "C688 776 790 790 846 836C920 900 944 1010 936 1140Z"
)
BAND = (
    "M292 724C318 800 380 846 456 846C532 846 596 800 620 724L596 714C572 786 522 820 456 820C390 820 340 786 316 714Z"
)
BIB = "M232 1140C236 1060 250 990 274 936C332 948 390 954 456 954C522 954 580 948 638 936C662 990 676 1060 680 1140Z"
EAR = "M286 404C260 380 242 396 246 434C250 470 268 500 288 502C298 502 300 488 298 470Z"
EAR_FAR = "M616 408C632 384 650 396 646 432C642 464 632 492 616 494Z"
BEARD = (
    "M268 380L293 384C296 446 306 520 334 544C354 556 374 544 394 528C416 516 436 514 450 518C464 514 484 516 506 528"
    "C526 544 546 556 566 544C594 520 604 446 607 384L632 380C634 480 632 550 606 592C576 656 516 688 450 688"
    "C384 688 324 656 294 592C268 550 266 480 268 380Z"
)
UNDER_CHIN = "M330 600L570 600C560 650 520 690 450 690C380 690 340 650 330 600Z"


def _glow(x: float, y: float) -> float:
    """How much light falls on hair here, from the upper left."""
    return max(0.08, min(1.0, 1.1 - math.hypot(x - 350, y - 140) / 300))


def _curls() -> str:
    """Close curls over the skull, row behind row, and the uneven line that they make on the brow."""
    r = random.Random(5)
    out = ""
    for ring, count in ((1.04, 24), (0.95, 24), (0.84, 22), (0.72, 20), (0.58, 16), (0.42, 12), (0.24, 8)):
        for i in range(count):
            a = math.radians(176 + 188 * (i + r.uniform(-0.25, 0.25)) / (count - 1))
            x, y = 450 + 166 * ring * math.cos(a), 274 + 160 * ring * math.sin(a)
            if y > 262 and abs(x - 450) < 140:
                continue
            out += curl(x, y + r.uniform(-4, 4), r.uniform(14, 19), r.uniform(0, 6.3), TONES, _glow(x, y))
    for u in (-1, 0.94, -0.84, 0.78, -0.68, 0.6, -0.5, 0.42, -0.32, 0.24, -0.14, 0.06):
        x = 450 + 122 * u
        y = 206 + 40 * abs(u) ** 2.4 + r.uniform(-8, 8)
        out += curl(x, y, r.uniform(13, 17), r.uniform(0, 6.3), TONES, _glow(x, y))
    return out


def _sides(side: int) -> str:
    """Shorter hair down to the ear: small tight curls that grow smaller."""
    r = random.Random(60 + side)
    out = ""
    for i in range(54):
        t = i / 53
        y = 262 + 138 * t
        x = 450 + side * (r.uniform(140 + 6 * t, 168) + 6 * t)
        out += curl(x, y, (12 - 5.5 * t) * r.uniform(0.85, 1.1), r.uniform(0, 6.3), TONES, _glow(x, y) * 0.6)
    return out


def _whiskers() -> str:
    """The hairs of the beard: short, curling, lit on the near cheek and the chin."""
    r = random.Random(8)
    out = ""
    for i in range(3600):
        x, y = 450 + r.uniform(-172, 172), r.uniform(384, 684)
        across = abs(x - 450)
        top = 384 + 162 * min(1.0, max(0.0, (172 - across) / 58)) ** 0.7 - 28 * max(0.0, 1 - across / 70)
        if y < top or (548 < y < 590 and across < 62) or across > 168 - max(0.0, y - 540) * 0.55 - max(0.0, y - 620):
            continue
        sway = (x - 450) * 0.03 + r.uniform(-3, 3)
        light = max(0.0, 1 - math.hypot(x - 350, y - 590) / 220)
        colour = HAIR_GLEAM if r.random() < 0.3 * light else HAIR_LIGHT if i % 4 == 0 else HAIR
        out += shape(sliver((x, y), (x + sway * 0.2 + 2, y + 5), (x + sway, y + 10), 1.2), colour, r.uniform(0.4, 0.9))
    return out


def _flour() -> str:
    """Flour: a pat of it on the bib where a hand was wiped, and dust on the shirt."""
    r = random.Random(12)
    out = ""
    for _ in range(150):
        x, y = r.gauss(372, 54), r.gauss(1030, 26)
        out += disc(x, y, r.uniform(1, 3.4), "#ffffff", r.uniform(0.4, 0.9))
    for _ in range(90):
        x, y = r.gauss(170, 70), r.gauss(930, 60)
        out += disc(x, y, r.uniform(0.8, 2.2), "#ffffff", r.uniform(0.3, 0.8))
    return out


def _strap(d: str, colour: str, edge: str) -> str:
    return line(d, LINEN_DEEP, 36) + line(d, colour, 32) + line(d, edge, 25, 0.35)


_APRON: tuple[Layer, ...] = (
    inside(line("M296 940C290 880 290 800 308 728M616 940C622 880 622 800 604 728", TEE_DEEP, 46, 0.6), SHIRT, 7),
    inside(
        _strap("M294 944C288 880 288 800 306 720", LINEN_LIGHT, LINEN_LIGHT)
        + _strap("M618 944C624 880 624 800 606 720", LINEN_SHADE, LINEN_SHADE),
        SHIRT,
    ),
    inside(shape(BIB, TEE_DEEP, 0.7), SHIRT, 9),
    Layer(
        linear("l", 232, 0, 680, 0, (0, LINEN_LIGHT, 1), (0.45, LINEN, 1), (1, LINEN_SHADE, 1)) + shape(BIB, "url(#l)")
    ),
    inside(
        shape(sliver((300, 1140), (330, 1040), (310, 960), 9), LINEN_SHADE, 0.6)
        + shape(sliver((470, 1140), (452, 1050), (466, 970), 8), LINEN_SHADE, 0.5)
        + shape(sliver((600, 1140), (590, 1040), (606, 960), 10), LINEN_DEEP, 0.5),
        BIB,
        9,
    ),
    inside(line("M262 964C330 976 390 980 456 980C522 980 582 976 650 964", LINEN_DEEP, 2.6, 0.7), BIB),
    Layer(
        "".join(
            disc(x + 1, 953, 13, LINEN_DEEP) + disc(x, 951, 11.5, "#a9763f") + disc(x - 3, 947, 5, "#e3bd86")
            for x in (295, 618)
        )
    ),
    inside(disc(372, 1030, 60, "#ffffff", 0.55, 26), BIB, 15),
    inside(_flour(), SHIRT),
)

_TORSO: tuple[Layer, ...] = (
    Layer(
        linear("n", 300, 0, 610, 0, (0, PALETTE.light, 1), (0.4, PALETTE.skin, 1), (1, PALETTE.shade, 1))
        + shape(NECK, "url(#n)")
    ),
    inside(
        shape("M300 560L620 560L606 690C554 744 500 752 446 744C392 738 340 716 306 664Z", PALETTE.deep, 0.72), NECK, 14
    ),
    inside(
        shape(sliver((360, 700), (392, 760), (440, 812), 6), PALETTE.deep, 0.4)
        + shape(sliver((552, 700), (520, 760), (476, 812), 7), PALETTE.deep, 0.45),
        NECK,
        5,
    ),
    inside(line("M292 718C318 794 380 842 456 842C532 842 596 794 620 718", PALETTE.deep, 26, 0.45), NECK, 8),
    Layer(linear("t", 0, 740, 0, 1080, (0, TEE_LIGHT, 1), (0.45, TEE, 1), (1, TEE_SHADE, 1)) + shape(SHIRT, "url(#t)")),
    inside(shape("M690 770C790 840 780 960 750 1140L960 1140L960 760Z", TEE_DEEP, 0.6), SHIRT, 34),
    inside(disc(130, 880, 92, "#e4f1f7", 0.45, 66), SHIRT, 40),
    inside(
        shape(sliver((124, 1140), (150, 1010), (96, 900), 11), TEE_DEEP, 0.55)
        + shape(sliver((786, 1140), (764, 1010), (822, 900), 12), TEE_DEEP, 0.75)
        + shape(sliver((180, 1040), (224, 980), (250, 900), 8), TEE_DEEP, 0.35)
        + shape(sliver((736, 1040), (694, 980), (664, 900), 9), TEE_DEEP, 0.5),
        SHIRT,
        10,
    ),
    inside(line("M132 800C92 880 92 1000 118 1140M778 800C820 880 820 1000 794 1140", TEE_DEEP, 3, 0.45), SHIRT, 1),
    inside(shape(BAND, TEE_DEEP, 0.6), SHIRT, 6),
    Layer(linear("c", 292, 0, 620, 0, (0, TEE_LIGHT, 1), (0.5, TEE, 1), (1, TEE_SHADE, 1)) + shape(BAND, "url(#c)")),
    Layer(line("M300 730C326 802 386 840 456 840C526 840 588 802 612 730", TEE_DEEP, 2, 0.5)),
    *_APRON,
)

PERSON = Person(
    name="mateo",
    palette=PALETTE,
    head=Head(
        eye_y=404,
        eye_gap=75,
        eye_size=1.04,
        lid=1.0,
        brow_y=350,
        brow_weight=1.6,
        nose_y=506,
        nose_width=40,
        mouth_y=568,
        mouth_width=57,
        lips=1.1,
        chin_y=668,
        radius=182,
        age=0.12,
        lashes=0.9,
        ruddy=0.26,
    ),
    face=FACE,
    behind=(
        *_TORSO,
        Layer(shape(SKULL, HAIR)),
        Layer(shape(EAR, PALETTE.skin) + shape(EAR_FAR, PALETTE.shade)),
        inside(shape(EAR, PALETTE.blush, 0.3), EAR, 8),
        Layer(
            shape(sliver((268, 408), (254, 438), (278, 478), 5), PALETTE.deep, 0.5)
            + shape(sliver((628, 412), (638, 434), (620, 474), 5), PALETTE.deep, 0.5),
            "",
            1.5,
        ),
    ),
    beard=(
        Layer(shape(BEARD, HAIR_MID, 0.78), shape(FACE + UNDER_CHIN, "#fff"), 5),
        Layer(_whiskers()),
    ),
    over=(
        Layer(
            shape(
                "M290 400C300 320 312 258 356 226L544 226C588 258 600 320 610 400L650 330L600 110L300 110L250 330Z",
                PALETTE.deep,
                0.55,
            ),
            shape(FACE, "#fff"),
            9,
        ),
        inside(_sides(-1) + _sides(1), SKULL + FACE),
        Layer(
            shape(
                "M300 264C300 160 372 118 450 118C528 118 600 160 600 264C560 214 510 200 450 200C390 200 340 214 300 264Z",
                HAIR,
            ),
            "",
            3,
        ),
        Layer(_curls()),
        Layer(shape("M520 60L720 60L720 420L600 330L560 210Z", "#000000", 0.36), _curls(), 30),
    ),
)
