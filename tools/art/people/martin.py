# ruff: noqa: E501  (path data reads best unbroken)
"""Martin Hale: 33, baker, broad, flushed from the oven, close brown curls and a full short beard, a floury apron."""

import math
import random

from tools.art.figure import Build, Cloth, band, dressed, ears, garment, neck, outline
from tools.art.hair import curl, curly_cap
from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, disc, inside, line, linear, shape, sliver

PALETTE = Palette(
    skin="#e9b99d",
    light="#fde0cb",
    shade="#c08770",
    deep="#82493a",
    crease="#985e4b",
    blush="#d94c39",
    lip="#c37468",
    lip_dark="#9c5048",
    lip_light="#e5a99d",
    brow="#4b3220",
    lash="#3a281c",
    iris="#5a4a2c",
    iris_light="#a99159",
)
TONES = ("#2e1d12", "#4a301d", "#6a472c", "#8f6540", "#bd9263")
BEARD_TONES = ("#3d2414", "#5d3a20", "#84552f", "#ab7a49")
TEE = Cloth("#5d6f86", "#8495aa", "#42526a", "#27344a", "#ccd8e8")
LINEN, LINEN_LIGHT, LINEN_SHADE, LINEN_DEEP = "#e4d9c4", "#f7f0e2", "#b9ab92", "#857862"
STRING = "#c23f37"

BUILD = Build(half=484, top=744, neck=124, fall=86)
FACE = outline(
    (
        (0, 150),
        (104, 162),
        (162, 226),
        (176, 310),
        (172, 390),
        (180, 460),
        (176, 532),
        (154, 594),
        (104, 646),
        (54, 668),
        (0, 672),
    )
)
SKULL = "M276 400C252 244 330 122 450 122C570 122 648 244 624 400Z"
SHIRT = garment(BUILD, 142, 66)
BIB = "M232 1140C236 1060 250 990 274 936C332 948 390 954 456 954C522 954 580 948 638 936C662 990 676 1060 680 1140Z"
BEARD = (
    "M268 396L292 400C296 456 308 526 336 550C356 562 376 548 394 534C416 522 436 520 450 524C464 520 484 522 506 534"
    "C524 548 544 562 564 550C592 526 604 456 608 400L632 396C634 490 632 556 606 598C576 660 516 692 450 692"
    "C384 692 324 660 294 598C268 556 266 490 268 396Z"
)
UNDER_CHIN = "M330 600L570 600C560 650 520 694 450 694C380 694 340 650 330 600Z"


def _glow(x: float, y: float) -> float:
    """Returns how much light falls on hair here, from the upper left."""
    return max(0.08, min(1.0, 1.1 - math.hypot(x - 350, y - 140) / 300))


def _sides(side: int) -> str:
    """Draws shorter hair down to the ear: small tight curls that grow smaller."""
    r = random.Random(60 + side)
    out = ""
    for i in range(54):
        t = i / 53
        x, y = 450 + side * (r.uniform(144 + 8 * t, 170) + 6 * t), 262 + 136 * t
        out += curl(x, y, (12 - 6 * t) * r.uniform(0.85, 1.1), r.uniform(0, 6.3), TONES, _glow(x, y) * 0.7)
    return out


def _whiskers() -> str:
    """Draws the hairs of the beard: short, a little red, lit on the near cheek and the chin."""
    r = random.Random(8)
    deep, dark, middle, light = BEARD_TONES
    out = ""
    for i in range(3400):
        x, y = 450 + r.uniform(-174, 174), r.uniform(398, 690)
        across = abs(x - 450)
        top = 398 + 154 * min(1.0, max(0.0, (172 - across) / 54)) ** 0.7 - 28 * max(0.0, 1 - across / 70)
        if y < top or (556 < y < 596 and across < 64) or across > 172 - max(0.0, y - 550) * 0.5 - max(0.0, y - 624):
            continue
        sway = (x - 450) * 0.03 + r.uniform(-3, 3)
        lit = max(0.0, 1 - math.hypot(x - 350, y - 590) / 240)
        colour = light if r.random() < 0.5 * lit else middle if i % 3 == 0 else deep if i % 3 == 1 else dark
        out += shape(sliver((x, y), (x + sway * 0.2 + 2, y + 5), (x + sway, y + 10), 1.2), colour, r.uniform(0.4, 0.9))
    return out


def _flour() -> str:
    """Draws flour: a pat of it on the bib where a hand was wiped, and dust on the shirt."""
    r = random.Random(12)
    pat = "".join(
        disc(r.gauss(372, 54), r.gauss(1030, 26), r.uniform(1, 3.4), "#ffffff", r.uniform(0.4, 0.9)) for _ in range(150)
    )
    dust = "".join(
        disc(r.gauss(170, 70), r.gauss(930, 60), r.uniform(0.8, 2.2), "#ffffff", r.uniform(0.3, 0.8)) for _ in range(90)
    )
    return pat + dust


def _strap(d: str, colour: str) -> str:
    return line(d, LINEN_DEEP, 36) + line(d, colour, 32) + line(d, colour, 25, 0.35)


def _string() -> str:
    """Draws a loop of bakery string, red and white, hung over the button of the bib."""
    loop = ((616, 958), (600, 992), (604, 1036), (626, 1052), (640, 1024), (634, 984), (622, 958))
    d = "M616 958C596 990 592 1052 622 1054C650 1052 644 990 622 958"
    twist = "".join(line(f"M{x - 4} {y + 3}L{x + 4} {y - 3}", STRING, 3.4) for x, y in loop[1:-1])
    return line(d, LINEN_DEEP, 8, 0.8) + line(d, "#faf6ee", 5.4) + twist


_APRON: tuple[Layer, ...] = (
    inside(line("M296 940C290 880 290 800 314 728M616 940C622 880 622 800 598 728", TEE.deep, 46, 0.6), SHIRT, 7),
    inside(
        _strap("M294 944C288 880 288 800 312 720", LINEN_LIGHT)
        + _strap("M618 944C624 880 624 800 600 720", LINEN_SHADE),
        SHIRT,
    ),
    inside(shape(BIB, TEE.deep, 0.7), SHIRT, 9),
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
    Layer(_string()),
    Layer(
        "".join(
            disc(x + 1, 953, 13, LINEN_DEEP) + disc(x, 951, 11.5, "#a9763f") + disc(x - 3, 947, 5, "#e3bd86")
            for x in (295, 618)
        )
    ),
    inside(disc(372, 1030, 60, "#ffffff", 0.55, 26), BIB, 15),
    inside(_flour(), SHIRT),
)
_CURLS = curly_cap(214, (164, 156), TONES, 5, (13.0, 18.0))

PERSON = Person(
    name="martin",
    palette=PALETTE,
    head=Head(
        eye_y=406,
        eye_gap=75,
        eye_size=1.0,
        lid=0.96,
        hooded=0.2,
        brow_y=353,
        brow_weight=1.35,
        nose_y=510,
        nose_width=37,
        mouth_y=574,
        mouth_width=54,
        lips=0.9,
        chin_y=672,
        radius=182,
        age=0.16,
        lashes=0.6,
        ruddy=0.28,
        corners=(1.0, 1.0),
        arch=(5.0, 0.0, -3.0),
    ),
    face=FACE,
    behind=(
        *neck(BUILD, PALETTE, 0.3),
        *dressed(BUILD, SHIRT, TEE),
        *band(BUILD, 140, 64, 30, TEE),
        *_APRON,
        Layer(shape(SKULL, TONES[0])),
        *ears(PALETTE, 280, 622, 406, 0.98),
    ),
    skin=(
        Layer(disc(450, 484, 112, PALETTE.blush, 0.12, 30), "", 18),
        Layer(disc(446, 494, 22, PALETTE.blush, 0.16, 16), "", 8),
    ),
    beard=(
        Layer(shape(BEARD, BEARD_TONES[1], 0.72), shape(FACE + UNDER_CHIN, "#fff"), 5),
        Layer(_whiskers()),
    ),
    over=(
        Layer(
            shape(
                "M290 400C300 320 312 262 356 230L544 230C588 262 600 320 610 400L650 330L600 110L300 110L250 330Z",
                PALETTE.deep,
                0.5,
            ),
            shape(FACE, "#fff"),
            9,
        ),
        inside(_sides(-1) + _sides(1), SKULL + FACE),
        Layer(
            shape(
                "M300 264C300 160 372 118 450 118C528 118 600 160 600 264C560 218 510 206 450 206C390 206 340 218 300 264Z",
                TONES[0],
            ),
            "",
            3,
        ),
        Layer(_CURLS),
        Layer(shape("M520 60L720 60L720 420L600 330L560 210Z", "#000000", 0.3), _CURLS, 30),
    ),
)
