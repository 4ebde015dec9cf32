# ruff: noqa: E501  (path data reads best unbroken)
"""Peg Tully: 66, retired postal worker, heavyset, freckled, white-ginger hair set in waves, reading glasses on a cord."""

import math
import random

from tools.art.hair import Guide, along, band, comb
from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, disc, line, linear, radial, shape, sliver, smooth

PALETTE = Palette(
    skin="#efc0a8",
    light="#ffe6d6",
    shade="#cf8d78",
    deep="#96554a",
    crease="#a9604f",
    blush="#d8483f",
    lip="#cf7570",
    lip_dark="#ad564f",
    lip_light="#efaea6",
    brow="#ad744a",
    lash="#6b4432",
    iris="#5d7f5a",
    iris_light="#b2c78e",
)
CREAM, PALE, GINGER, COPPER, RUST = "#fbf7f1", "#f0dfd0", "#dda274", "#c57a48", "#94532f"
NAVY, NAVY_LIGHT, NAVY_SHADE, NAVY_DEEP = "#26355c", "#43558a", "#18233f", "#0e162b"
CLOTH, CLOTH_SHADE, STRIPE = "#f6f2ea", "#c4c3c4", "#a8515f"
FRECKLE = "#b8693f"

FACE = (
    "M258 388C250 226 330 130 450 130C570 130 650 226 642 388C648 452 648 512 628 566"
    "C604 632 530 668 450 668C370 668 296 632 272 566C252 512 252 452 258 388Z"
)
CHIN = "M290 560C286 650 340 724 452 726C566 724 620 650 616 560Z"
NECK = "M312 560C316 650 322 700 308 736C290 766 262 780 240 800L240 960L676 960L676 800C650 780 620 766 602 736C586 700 592 650 594 560Z"
BLOUSE = "M300 736C320 800 390 852 458 862C526 852 590 800 612 736L690 790L690 1090L230 1090L230 790Z"
COLLAR_LEFT = "M302 724C316 782 380 838 452 864L396 926C330 886 270 816 276 752Z"
COLLAR_RIGHT = "M608 724C596 782 534 838 464 864L520 926C584 886 644 816 636 752Z"
CARDIGAN = (
    "M-30 1090C-30 960 6 858 104 806C192 768 258 770 290 736C300 830 352 960 396 1090Z"
    "M938 1090C938 960 904 858 806 806C718 768 652 770 622 736C612 830 562 960 520 1090Z"
)
EAR_NEAR = "M266 394C240 364 218 382 220 428C224 470 240 512 262 516C278 518 282 500 278 478Z"
EAR_FAR = "M636 400C652 374 672 388 668 428C664 466 654 504 636 508Z"

WAVE = 9.0
"""How far a wave swings aside."""


def _set(path: Guide, swing: float = WAVE, waves: float = 2.5) -> Guide:
    """Returns the guide with waves set in it."""
    out: Guide = []
    for i in range(19):
        t = i / 18
        (ax, ay), (bx, by) = along(path, max(0.0, t - 0.02)), along(path, min(1.0, t + 0.02))
        length = math.hypot(bx - ax, by - ay) or 1.0
        sway = swing * math.sin(t * waves * 2 * math.pi) * min(1.0, 0.3 + t)
        x, y = along(path, t)
        out.append((x - (by - ay) / length * sway, y + (bx - ax) / length * sway))
    return out


FAR: list[Guide] = [
    _set([(410, 222), (470, 190), (548, 206), (604, 264), (634, 346), (666, 430)]),
    _set([(406, 184), (476, 144), (574, 166), (638, 244), (660, 342), (672, 440)]),
    _set([(402, 134), (480, 96), (592, 122), (668, 218), (688, 336), (678, 446)]),
    _set([(396, 70), (484, 50), (612, 90), (690, 200), (708, 330), (684, 444)]),
]
"""From the parting over the crown to behind the far ear."""
NEAR: list[Guide] = [
    _set([(402, 222), (348, 228), (302, 272), (272, 344), (226, 436)], -WAVE),
    _set([(400, 184), (322, 192), (268, 250), (240, 338), (220, 446)], -WAVE),
    _set([(398, 130), (302, 136), (232, 218), (210, 330), (214, 452)], -WAVE),
    _set([(396, 70), (292, 74), (206, 182), (188, 322), (208, 450)], -WAVE),
]
"""From the parting down over the top of the near ear."""


def _edge(guides: list[Guide]) -> Guide:
    """Returns the guide round the hair between the first and the last guide."""
    tips = [guide[-1] for guide in guides]
    return [*guides[0], *tips[1:-1], *reversed(guides[-1])]


def _outline(guides: list[Guide]) -> str:
    points = _edge(guides)
    return smooth(points, closed=True)


HAIR = _outline(FAR) + _outline(NEAR)
BACK = (
    "M262 496C236 496 214 474 212 430C196 372 206 300 222 268C232 186 330 110 456 110C584 110 668 180 682 262"
    "C704 300 708 372 686 426C684 470 664 494 640 496Z"
)


def _waves() -> tuple[Layer, ...]:
    """Draws short white-ginger hair set in waves away from a parting: strands, then the light and shade across them."""
    tones = (CREAM, PALE, GINGER, CREAM, COPPER, CREAM)
    strands = comb(FAR, 620, 21, tones, 2.0, (0.14, 0.34), (0.45, 0.9)) + comb(
        NEAR, 460, 23, tones, 2.0, (0.14, 0.34), (0.45, 0.9)
    )
    valleys, crests = "", ""
    for guides in (FAR, NEAR):
        for t in (0.21, 0.61, 0.97):
            valleys += band(guides, t, RUST, 15, 0.62)
        for t in (0.08, 0.41, 0.8):
            crests += band(guides, t, "#fffaf0", 17, 0.7)
    inside = shape(HAIR, "#fff")
    return (
        Layer(shape(HAIR, PALETTE.deep, 0.5), shape(FACE, "#fff"), 9),
        Layer(shape(HAIR, GINGER), "", 1.6),
        Layer(strands),
        Layer(valleys, inside, 9),
        Layer(crests, inside, 9),
        Layer(
            comb(FAR, 200, 31, (CREAM, PALE, COPPER), 1.5, (0.1, 0.25), (0.4, 0.8))
            + comb(NEAR, 150, 33, (CREAM, PALE, COPPER), 1.5, (0.1, 0.25), (0.4, 0.8))
        ),
        Layer(shape(sliver((412, 224), (398, 170), (396, 88), 2.6), RUST, 0.7), "", 2),
        Layer(shape("M600 60L740 90L740 540L640 540L650 260Z", "#5e3322", 0.42), inside, 32),
        Layer(disc(330, 170, 80, "#fffaf0", 0.4, 60), inside, 30),
    )


def _nape() -> str:
    """Draws the short ends behind the ears."""
    near: list[Guide] = [[(208, 400), (212, 450), (236, 496)], [(250, 400), (250, 450), (270, 490)]]
    far: list[Guide] = [[(690, 400), (686, 450), (662, 494)], [(650, 400), (652, 450), (636, 490)]]
    tones = (CREAM, PALE, GINGER, COPPER)
    return comb(near, 110, 41, tones, 1.8, (0.3, 0.6)) + comb(far, 110, 43, (GINGER, PALE, COPPER), 1.8, (0.3, 0.6))


def _freckles() -> str:
    """Freckles, thickest over the cheeks and the nose."""
    r = random.Random(6)
    out = ""
    for _ in range(210):
        x, y = 450 + r.gauss(0, 92), 478 + r.gauss(0, 44)
        if abs(x - 450) < 168 and not (abs(y - 576) < 26 and abs(x - 450) < 66):
            out += disc(x, y, r.uniform(1.3, 3.4), FRECKLE, r.uniform(0.16, 0.44), r.uniform(1.2, 2.8))
    for _ in range(50):
        x, y = 450 + r.uniform(-130, 130), r.uniform(236, 340)
        out += disc(x, y, r.uniform(1.2, 2.8), FRECKLE, r.uniform(0.12, 0.28))
    return out


def _stripes() -> str:
    out = ""
    for i in range(-8, 9):
        x = 458 + i * 26
        out += line(f"M{x} 730L{x + i * 2} 1090", STRIPE, 5, 0.85) + line(
            f"M{x + 8} 730L{x + 8 + i * 2} 1090", STRIPE, 1.4, 0.6
        )
    return out


def _collar_stripes(side: int) -> str:
    """Stripes that follow the slope of one half of the collar."""
    out = ""
    for i in range(-2, 8):
        x = 458 + side * (40 + i * 26)
        out += line(f"M{x} 700L{x - side * 50} 930", STRIPE, 4, 0.8)
    return out


def _knit() -> str:
    """Draws fine upright ribs of the cardigan."""
    out = ""
    for i in range(70):
        x = -30 + i * 14.2
        out += line(f"M{x + 0.06 * (450 - x):.1f} 730L{x:.1f} 1090", NAVY_DEEP, 2.6, 0.34)
    return out


def _spectacles() -> tuple[Layer, ...]:
    """Draws reading glasses that hang folded open on a beaded cord."""
    cord = "M286 764C300 850 356 930 398 962M630 764C616 850 562 930 520 962"
    rims, lenses = "", ""
    for side in (-1, 1):
        x, y = 459 + side * 37, 986
        rim = f"M{x - 30} {y - 12}C{x - 28} {y - 24} {x + 28} {y - 24} {x + 30} {y - 12}C{x + 31} {y + 12} {x + 18} {y + 24} {x} {y + 24}C{x - 18} {y + 24} {x - 31} {y + 12} {x - 30} {y - 12}Z"
        lenses += shape(rim, "#eef6fb", 0.42) + shape(
            f"M{x - 22} {y + 4}L{x - 4} {y - 18}L{x + 8} {y - 18}L{x - 16} {y + 12}Z", "#ffffff", 0.5
        )
        rims += line(rim, "#5e2230", 6) + line(
            f"M{x - 27} {y - 14}C{x - 18} {y - 20} {x + 8} {y - 21} {x + 18} {y - 19}", "#c77585", 1.8, 0.9
        )
    rims += line("M452 980C455 976 463 976 466 980", "#5e2230", 5.5)
    rims += line("M392 974L396 962", "#5e2230", 6) + line("M526 974L522 962", "#5e2230", 6)
    return (
        Layer(f'<g transform="translate(5 7)">{line(cord, "#120d14", 5, 0.45)}</g>', "", 4),
        Layer(disc(459, 998, 74, "#2a2430", 0.35, 26), "", 8),
        Layer(line(cord, "#8a6a34", 4.6) + line(cord, "#e2c37c", 2)),
        Layer(lenses + rims),
    )


_BLOUSE: tuple[Layer, ...] = (
    Layer(
        linear("b", 290, 0, 640, 0, (0, "#fffdf8", 1), (0.5, CLOTH, 1), (1, CLOTH_SHADE, 1)) + shape(BLOUSE, "url(#b)")
    ),
    Layer(_stripes(), shape(BLOUSE, "#fff")),
    Layer(
        line("M459 866L459 1090", "#8d8b92", 2.4, 0.7) + shape("M440 866L478 866L482 1090L440 1090Z", "#8d8b92", 0.22),
        shape(BLOUSE, "#fff"),
        2,
    ),
    Layer(disc(459, 920, 7, "#8d8b92") + disc(458, 918.5, 6, "#fdfcf8")),
    Layer(shape(COLLAR_LEFT, "#4a3a44", 0.55) + shape(COLLAR_RIGHT, "#4a3a44", 0.6), shape(BLOUSE, "#fff"), 9),
    Layer(shape(COLLAR_LEFT, "#fffdf8") + shape(COLLAR_RIGHT, "#dcd9d8")),
    Layer(_collar_stripes(-1), shape(COLLAR_LEFT, "#fff")),
    Layer(_collar_stripes(1), shape(COLLAR_RIGHT, "#fff")),
)

_CARDIGAN: tuple[Layer, ...] = (
    Layer(shape(CARDIGAN, "#1a1420", 0.55), shape(BLOUSE, "#fff"), 12),
    Layer(
        linear("t", 0, 740, 0, 1090, (0, NAVY_LIGHT, 1), (0.35, NAVY, 1), (1, NAVY_SHADE, 1))
        + shape(CARDIGAN, "url(#t)")
    ),
    Layer(_knit(), shape(CARDIGAN, "#fff")),
    Layer(shape("M680 780C770 830 800 960 760 1090L950 1090L950 770Z", NAVY_DEEP, 0.75), shape(CARDIGAN, "#fff"), 34),
    Layer(
        radial("h", 140, 890, 190, (0, "#a9bbec", 0.40), (1, "#a9bbec", 0)) + disc(140, 890, 190, "url(#h)"),
        shape(CARDIGAN, "#fff"),
    ),
    Layer(
        shape(sliver((110, 1090), (140, 990), (100, 920), 11), NAVY_DEEP, 0.8)
        + shape(sliver((800, 1090), (780, 990), (812, 920), 11), NAVY_DEEP, 0.9)
        + shape(sliver((230, 800), (270, 900), (300, 1010), 9), NAVY_DEEP, 0.5),
        shape(CARDIGAN, "#fff"),
        10,
    ),
    Layer(
        line("M278 744C288 836 336 960 376 1090", NAVY_SHADE, 30)
        + line("M634 744C624 836 576 960 540 1090", NAVY_SHADE, 30)
        + line("M262 750C274 842 320 962 358 1090", NAVY_LIGHT, 3, 0.7)
        + line("M650 750C638 842 594 962 558 1090", NAVY_LIGHT, 2.4, 0.4),
        shape(CARDIGAN, "#fff"),
    ),
    *(
        Layer(disc(x, y, 10, NAVY_DEEP) + disc(x - 1, y - 2, 8, "#8d6b3a") + disc(x - 3, y - 4, 3.4, "#e5c88c"))
        for x, y in ((344, 1000), (370, 1070))
    ),
)

_NECK: tuple[Layer, ...] = (
    Layer(
        linear("n", 310, 0, 600, 0, (0, PALETTE.light, 1), (0.4, PALETTE.skin, 1), (1, PALETTE.shade, 1))
        + shape(NECK, "url(#n)")
    ),
    Layer(
        shape("M286 600L620 600L620 720C580 772 510 780 450 776C390 772 330 744 286 700Z", PALETTE.deep, 0.6),
        shape(NECK, "#fff"),
        15,
    ),
    Layer(
        shape(sliver((352, 762), (440, 806), (560, 768), 4), PALETTE.deep, 0.4)
        + disc(440, 830, 60, PALETTE.blush, 0.16, 30),
        shape(NECK, "#fff"),
        5,
    ),
)

_CHIN: tuple[Layer, ...] = (
    Layer(
        linear("c", 290, 0, 620, 0, (0, PALETTE.light, 1), (0.4, PALETTE.skin, 1), (1, PALETTE.shade, 1))
        + shape(CHIN, "url(#c)"),
        "",
        1.5,
    ),
    Layer(
        shape("M286 560L620 560L622 668C580 700 520 704 450 702C390 700 330 690 286 640Z", PALETTE.deep, 0.42),
        shape(CHIN, "#fff"),
        11,
    ),
    Layer(disc(430, 712, 70, PALETTE.light, 0.4, 9), shape(CHIN, "#fff"), 7),
)

PERSON = Person(
    name="peg",
    palette=PALETTE,
    head=Head(
        eye_y=412,
        eye_gap=78,
        eye_size=1.06,
        lid=0.98,
        hooded=0.45,
        brow_y=356,
        brow_weight=0.8,
        nose_y=514,
        nose_width=37,
        mouth_y=578,
        mouth_width=50,
        lips=0.78,
        chin_y=668,
        radius=196,
        age=0.75,
        lashes=0.6,
        ruddy=0.28,
    ),
    face=FACE,
    behind=(
        Layer(shape(BACK, COPPER), "", 2),
        Layer(_nape()),
        Layer(shape("M240 400L670 400L670 540L240 540Z", RUST, 0.45), shape(BACK, "#fff"), 24),
        *_NECK,
        *_CHIN,
        *_BLOUSE,
        *_CARDIGAN,
        *_spectacles(),
        Layer(shape(EAR_NEAR, PALETTE.skin) + shape(EAR_FAR, PALETTE.shade)),
        Layer(shape(EAR_NEAR, PALETTE.blush, 0.3), shape(EAR_NEAR, "#fff"), 10),
        Layer(
            shape(sliver((242, 440), (232, 462), (260, 500), 5), PALETTE.deep, 0.45)
            + shape(sliver((652, 430), (656, 460), (642, 492), 4), PALETTE.deep, 0.4),
            "",
            2,
        ),
    ),
    skin=(
        Layer(disc(338, 500, 62, PALETTE.blush, 0.12, 46) + disc(556, 500, 56, PALETTE.blush, 0.10, 46), "", 24),
        Layer(disc(318, 590, 44, PALETTE.light, 0.4, 30), "", 16),
        Layer(_freckles(), "", 0.7),
    ),
    over=(
        *_waves(),
        Layer(disc(254, 512, 8, "#b9a98e") + disc(252, 510, 6.6, "#fffaf0") + disc(250, 508, 2.4, "#ffffff")),
    ),
)
