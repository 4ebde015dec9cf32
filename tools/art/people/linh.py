# ruff: noqa: E501  (path data reads best unbroken)
"""Linh Nguyen: 48, Bao's daughter, a primary-school teacher: a black bob with a grey streak, round glasses, a green raincoat."""

import random

from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, Point, disc, line, linear, raised, shape, sliver

PALETTE = Palette(
    skin="#dcb086",
    light="#f6d6af",
    shade="#b17f58",
    deep="#784b32",
    crease="#85543a",
    blush="#d2604c",
    lip="#bf6c60",
    lip_dark="#96504a",
    lip_light="#e0a090",
    brow="#2a2220",
    lash="#1b1413",
    iris="#33211a",
    iris_light="#75513a",
)
HAIR, HAIR_MID, HAIR_LIGHT, GLEAM = "#17161b", "#2a2931", "#4b4a57", "#868599"
STREAK, STREAK_LIGHT = "#a9a7ab", "#e4e2e3"
COAT, COAT_LIGHT, COAT_SHADE, COAT_DEEP = "#3f7f5b", "#6fae86", "#2a5c41", "#16382a"
HORN, HORN_LIGHT = "#b58c31", "#f6e3a4"
TEE, TEE_SHADE = "#f3ece1", "#bfb4a3"
FRAME, FRAME_LIGHT = "#7c3b2e", "#c98468"

RAISED = 36
"""How far the clothes are lifted: her coat sits close under the chin."""

FACE = (
    "M284 384C276 236 348 148 450 148C552 148 624 236 616 384C622 448 618 506 592 558"
    "C562 618 506 656 450 656C394 656 338 618 308 558C282 506 278 448 284 384Z"
)
NECK = "M378 560C384 640 386 690 374 722C362 752 330 772 296 800L320 1120L600 1120L624 800C586 772 556 752 544 722C532 690 534 640 538 560Z"
SHIRT = "M352 770C382 836 418 862 460 862C502 862 540 836 566 770L660 1120L260 1120Z"
JACKET = (
    "M60 1120C62 1000 78 902 162 850C232 812 310 800 346 752C366 850 404 940 452 1000L456 1120Z"
    "M858 1120C856 1000 840 902 756 850C686 812 608 800 572 752C552 850 510 940 462 1000L452 1120Z"
)
COLLAR_NEAR = (
    "M350 728C318 752 286 770 258 800C262 850 290 912 330 950C372 930 412 950 446 992C398 920 362 830 350 728Z"
)
COLLAR_FAR = "M566 728C598 752 632 770 660 800C656 850 628 912 588 950C546 930 504 950 468 992C516 920 554 830 566 728Z"
HOOD = "M236 822C262 742 340 708 456 708C574 708 652 742 680 822C640 850 580 800 456 800C336 800 276 850 236 822Z"
BACK = (
    "M452 92C330 92 246 176 234 308C226 410 222 520 232 610C236 642 250 658 276 660L640 660C664 658 680 642 684 610"
    "C694 520 690 410 682 308C668 176 574 92 452 92Z"
)
SIDE_NEAR = (
    "M522 134C430 262 280 280 314 668C276 674 244 660 234 634"
    "C222 540 222 420 236 306C252 178 340 96 454 94C490 98 516 112 522 134Z"
)
SIDE_FAR = (
    "M518 130C566 176 596 236 604 316C610 380 606 460 594 540C590 590 598 632 612 668C646 674 674 658 682 634"
    "C694 540 694 420 682 306C666 180 580 98 462 93C488 98 512 112 518 130Z"
)


def _along(path: list[Point], t: float) -> Point:
    """Returns the point at `t` (0 to 1) of a cubic through four points."""
    a, b, c, d = path
    k = 1 - t
    return (
        k**3 * a[0] + 3 * k * k * t * b[0] + 3 * k * t * t * c[0] + t**3 * d[0],
        k**3 * a[1] + 3 * k * k * t * b[1] + 3 * k * t * t * c[1] + t**3 * d[1],
    )


def _strand(side: int, t: float, r: random.Random) -> list[Point]:
    """Returns one hair of the bob, from the parting to the ends; `t` grows from the face outwards."""
    root = (520 - 64 * t, 134 - 40 * t)
    if side < 0:
        return [
            root,
            (430 - 170 * t, 262 - 182 * t),
            (280 - 66 * t, 280 + 80 * t),
            (314 - 72 * t + r.uniform(-5, 5), 668 - 22 * t),
        ]
    return [root, (596 + 60 * t, 160 - 76 * t), (614 + 90 * t, 360), (600 + 74 * t + r.uniform(-5, 5), 668 - 22 * t)]


def _strands() -> str:
    """Draws straight glossy hair: long fine strands, lit in a band round the head and darker below."""
    r = random.Random(21)
    out = ""
    for side in (-1, 1):
        for _ in range(170):
            path = _strand(side, r.uniform(0, 1), r)
            d = "M{:.1f} {:.1f}C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}".format(*(v for p in path for v in p))
            out += line(
                d, r.choice((HAIR_MID, HAIR_MID, HAIR_LIGHT, "#0b0a0d")), r.uniform(0.8, 2.2), r.uniform(0.3, 0.7)
            )
    for side in (-1, 1):
        for _ in range(95 if side < 0 else 50):
            path = _strand(side, r.uniform(0.05, 0.95), r)
            start = r.uniform(0.3, 0.36)
            a, b, c = (_along(path, start + k) for k in (0, 0.06, r.uniform(0.1, 0.16)))
            out += shape(sliver(a, b, c, 1.8), GLEAM, r.uniform(0.3, 0.75) * (1 if side < 0 else 0.6))
    return out


def _streak() -> str:
    """Draws the grey streak, from the parting down the near side of the face."""
    r = random.Random(34)
    out = ""
    for i in range(46):
        path = _strand(-1, r.gauss(0.3, 0.055), r)
        d = "M{:.1f} {:.1f}C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}".format(*(v for p in path for v in p))
        out += line(d, STREAK_LIGHT if i % 3 == 0 else STREAK, r.uniform(0.7, 1.8), r.uniform(0.35, 0.85))
    return out


def _glasses() -> tuple[Layer, ...]:
    """Draws round frames of dark red horn, and what they throw on the cheeks."""
    cast, lenses, frames, lights = "", "", "", ""
    for side in (-1, 1):
        x, y, r = 450 + side * 74, 414, 58
        k = r * 0.5523
        ring = (
            f"M{x - r} {y}C{x - r} {y - k} {x - k} {y - r} {x} {y - r}C{x + k} {y - r} {x + r} {y - k} {x + r} {y}"
            f"C{x + r} {y + k} {x + k} {y + r} {x} {y + r}C{x - k} {y + r} {x - r} {y + k} {x - r} {y}Z"
        )
        cast += line(
            f"M{x - r + 2} {y + 18}C{x - r + 8} {y + k + 16} {x - k} {y + r + 10} {x} {y + r + 10}"
            f"C{x + k} {y + r + 10} {x + r - 8} {y + k + 16} {x + r - 2} {y + 18}",
            PALETTE.deep,
            6,
            0.4,
        )
        lenses += shape(ring, "#ffffff", 0.06)
        lenses += shape(f"M{x - 46} {y + 12}L{x - 14} {y - 48}L{x + 4} {y - 50}L{x - 38} {y + 30}Z", "#ffffff", 0.14)
        frames += line(ring, FRAME, 6.4)
        lights += line(
            f"M{x - r} {y - 8}C{x - r + 4} {y - k - 4} {x - k - 4} {y - r + 2} {x - 4} {y - r}", FRAME_LIGHT, 2, 0.9
        )
    frames += line("M433 404C440 392 460 392 467 404", FRAME, 6) + line("M318 404L288 396M582 404L612 396", FRAME, 6)
    return (
        Layer(cast, shape(FACE, "#fff"), 3),
        Layer(lenses),
        Layer(frames + lights + line("M436 400C444 393 456 393 463 399", FRAME_LIGHT, 1.6, 0.9)),
    )


def _rain() -> str:
    """Drops on the shoulders of the coat, each with a light and a small shadow."""
    r = random.Random(5)
    out = ""
    for _ in range(60):
        x, y, size = r.uniform(90, 830), r.uniform(850, 1070), r.uniform(2.2, 5.2)
        out += disc(x + 1.2, y + 1.8, size, COAT_DEEP, 0.4, size * 1.2) + disc(x, y, size, COAT_LIGHT, 0.5, size * 1.2)
        out += disc(x - size * 0.3, y - size * 0.4, size * 0.32, "#ffffff", 0.85)
    return out


_NECK = (
    Layer(
        linear("n", 372, 0, 546, 0, (0, PALETTE.light, 1), (0.4, PALETTE.skin, 1), (1, PALETTE.shade, 1))
        + shape(NECK, "url(#n)")
    ),
    Layer(
        shape("M360 560L560 560L560 660C540 712 486 728 446 714C410 700 380 676 366 636Z", PALETTE.deep, 0.7),
        shape(NECK, "#fff"),
        13,
    ),
    Layer(
        shape(sliver((412, 700), (426, 756), (446, 806), 5), PALETTE.deep, 0.4)
        + shape(sliver((514, 700), (502, 756), (478, 806), 6), PALETTE.deep, 0.42),
        shape(NECK, "#fff"),
        4,
    ),
)

_HOOD = (
    Layer(
        linear("o", 230, 720, 690, 820, (0, COAT_LIGHT, 1), (0.4, COAT_SHADE, 1), (1, COAT_DEEP, 1))
        + shape(HOOD, "url(#o)")
    ),
    Layer(line(HOOD, COAT_LIGHT, 3, 0.5), shape(HOOD, "#fff")),
)

_RAINCOAT = (
    Layer(linear("t", 340, 0, 580, 0, (0, "#fffaf1", 1), (0.5, TEE, 1), (1, TEE_SHADE, 1)) + shape(SHIRT, "url(#t)")),
    Layer(
        line("M352 770C382 836 418 862 460 862C502 862 540 836 566 770", TEE_SHADE, 16, 0.5)
        + shape(sliver((420, 900), (440, 980), (446, 1070), 8), TEE_SHADE, 0.6),
        shape(SHIRT, "#fff"),
        4,
    ),
    Layer(shape(JACKET, "#1c241c", 0.55), shape(SHIRT, "#fff"), 9),
    Layer(
        linear("c", 0, 760, 0, 1080, (0, COAT_LIGHT, 1), (0.35, COAT, 1), (1, COAT_SHADE, 1)) + shape(JACKET, "url(#c)")
    ),
    Layer(shape("M640 790C740 840 752 970 730 1120L900 1120L900 790Z", COAT_DEEP, 0.7), shape(JACKET, "#fff"), 32),
    Layer(
        shape(sliver((150, 900), (196, 940), (186, 1070), 16), "#d2f2dc", 0.55)
        + shape(sliver((268, 960), (330, 1010), (352, 1090), 12), "#d2f2dc", 0.35)
        + shape(sliver((690, 880), (676, 960), (704, 1080), 9), "#d2f2dc", 0.25)
        + disc(200, 872, 60, "#d2f2dc", 0.5, 24),
        shape(JACKET, "#fff"),
        12,
    ),
    Layer(
        shape(
            sliver((176, 1120), (216, 1010), (182, 930), 10) + sliver((738, 1120), (704, 1010), (736, 930), 11),
            COAT_DEEP,
            0.8,
        )
        + shape(
            sliver((300, 940), (390, 1010), (440, 1090), 9) + sliver((620, 940), (540, 1010), (480, 1090), 9),
            COAT_DEEP,
            0.4,
        ),
        shape(JACKET, "#fff"),
        9,
    ),
    Layer(shape("M444 990L456 1004L470 990L468 1120L446 1120Z", COAT_SHADE)),
    Layer(line("M452 1000L453 1120", COAT_DEEP, 5) + line("M446 1004L447 1120", COAT_LIGHT, 2, 0.8)),
    Layer(shape(COLLAR_NEAR + COLLAR_FAR, COAT_DEEP, 0.85), shape(JACKET, "#fff"), 8),
    Layer(
        linear("k", 250, 730, 450, 990, (0, COAT_LIGHT, 1), (0.5, COAT, 1), (1, COAT_SHADE, 1))
        + shape(COLLAR_NEAR, "url(#k)")
    ),
    Layer(linear("f", 560, 730, 600, 990, (0, COAT, 1), (1, COAT_SHADE, 1)) + shape(COLLAR_FAR, "url(#f)")),
    Layer(
        line("M266 806C272 852 296 904 332 940C372 922 408 938 436 970", COAT_LIGHT, 2, 0.8)
        + line("M652 806C646 852 622 904 586 940C548 924 510 936 482 968", COAT_LIGHT, 2, 0.4)
    ),
    Layer(_rain(), shape(JACKET, "#fff")),
    Layer(disc(424, 1050, 9, COAT_DEEP) + disc(424, 1048, 8, HORN) + disc(422, 1046, 4, HORN_LIGHT)),
)


PERSON = Person(
    name="linh",
    palette=PALETTE,
    head=Head(
        eye_y=412,
        eye_gap=74,
        eye_size=1.0,
        lid=0.84,
        hooded=0.5,
        brow_y=346,
        brow_weight=0.78,
        nose_y=516,
        nose_width=33,
        mouth_y=574,
        mouth_width=48,
        lips=0.98,
        chin_y=656,
        radius=166,
        age=0.3,
        lashes=0.75,
        ruddy=0.26,
    ),
    face=FACE,
    behind=(
        Layer(shape(BACK, HAIR)),
        Layer(shape("M260 600C320 520 600 520 660 600L660 680L260 680Z", "#000000", 0.5), shape(BACK, "#fff"), 20),
        *(raised(layer, RAISED) for layer in _HOOD),
        *_NECK,
        *(raised(layer, RAISED) for layer in _RAINCOAT),
    ),
    glasses=_glasses(),
    over=(
        Layer(
            shape(
                "M300 700L312 330C330 230 420 170 506 150C570 180 606 240 606 330L612 700L700 700L700 90L220 90L220 700Z",
                "#2a120a",
                0.5,
            ),
            shape(FACE, "#fff"),
            10,
        ),
        Layer(
            linear("h", 230, 90, 690, 640, (0, "#33323c", 1), (0.5, HAIR, 1), (1, "#09080b", 1))
            + shape(SIDE_NEAR, "url(#h)")
            + shape(SIDE_FAR, "url(#h)")
        ),
        Layer(_strands(), shape(SIDE_NEAR + SIDE_FAR, "#fff")),
        Layer(_streak(), shape(SIDE_NEAR, "#fff")),
        Layer(shape("M600 90L720 120L720 700L630 700L640 320Z", "#000000", 0.4), shape(SIDE_FAR, "#fff"), 34),
    ),
)
