# ruff: noqa: E501  (path data reads best unbroken)
"""Warren Teague: 54, builds cabins, fit, square jaw, tanned neck, grey hair combed back, fleece vest, half a smile."""

import random
from dataclasses import replace

from tools.art.detail import hem, whiskers
from tools.art.figure import Build, Cloth, bust, dressed, ears, garment, neck, outline
from tools.art.hair import Guide, swept
from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, disc, inside, line, linear, rect, shape, sliver

PALETTE = Palette(
    skin="#dda681",
    light="#f6d0ae",
    shade="#b07656",
    deep="#724331",
    crease="#8b5540",
    blush="#c9513f",
    lip="#b9705f",
    lip_dark="#965347",
    lip_light="#dba08f",
    brow="#6b625b",
    lash="#463a33",
    iris="#4d6f86",
    iris_light="#a7c6d4",
)
SUNNED = replace(PALETTE, skin="#c98a63", light="#e6b38b", shade="#99603f")
TONES = ("#4b4e53", "#777b80", "#a0a4a9", "#c9cccf", "#f2f3f4")
SHIRT = Cloth("#8e3b34", "#b25d50", "#692723", "#3a1210", "#e2a092")
FLEECE = Cloth("#4a5248", "#6c7668", "#353c34", "#1b201b", "#b7c2ae")

BUILD = Build(half=432, top=764, neck=106, fall=80)
FACE = outline(
    ((0, 134), (92, 146), (148, 206), (164, 294), (165, 382), (168, 446), (164, 520), (154, 584), (120, 640), (64, 672), (0, 676))
)  # fmt: skip
SLEEVES = garment(BUILD, 118, 120)
VEST = (
    "M222 1140C226 1050 248 980 226 880C232 842 262 818 304 802C326 794 340 780 350 758C364 850 408 922 450 992L464 992"
    "C506 922 550 850 564 758C574 780 588 794 610 802C652 818 682 842 688 880C666 980 688 1050 692 1140Z"
)
STAND = (
    "M352 716C336 732 330 762 334 800C352 872 404 940 450 996L456 970C424 916 384 846 372 770C366 748 362 728 352 716Z"
    "M562 716C578 732 584 762 580 800C562 872 510 940 464 996L458 970C490 916 530 846 542 770C548 748 552 728 562 716Z"
)
COLLAR = (
    "M346 724C350 764 396 812 452 848L414 916C378 886 346 842 338 786Z"
    "M568 724C564 764 518 812 462 848L500 916C536 886 568 842 576 786Z"
)

ROOTS: Guide = [
    (290, 420), (292, 352), (294, 284), (318, 222), (356, 188), (412, 200),
    (464, 212), (514, 202), (566, 190), (594, 234), (606, 330), (612, 420),
]  # fmt: skip
TIPS: Guide = [
    (278, 430), (262, 350), (262, 262), (288, 172), (344, 106), (412, 80),
    (482, 76), (552, 94), (612, 150), (642, 240), (642, 346), (624, 430),
]  # fmt: skip


def _combed() -> str:
    """Furrows that the comb has left, from the brow back over the crown."""
    r = random.Random(6)
    out = ""
    for i in range(30):
        t = i / 29
        x0, x1 = 330 + 250 * t, 318 + 290 * t
        y0 = 214 - 28 * (1 - (2 * t - 1) ** 2) + r.uniform(-6, 2)
        y1 = 112 - 26 * (1 - (2 * t - 1) ** 2) + 30 * (2 * t - 1) ** 4
        bend = (x0 + (x1 - x0) * 0.3 - 14 * (0.5 - t), y0 - 70)
        tone = TONES[4] if i % 3 == 0 and t < 0.6 else TONES[0] if i % 2 else TONES[3]
        out += shape(sliver((x0, y0), bend, (x1, y1), r.uniform(1.6, 3.0)), tone, 0.55)
    return out


def _check() -> str:
    """Draws a flannel check: broad bands that cross, and a pale thread between them."""
    out = ""
    for i in range(13):
        x = 12 + i * 74
        out += line(f"M{x} 730L{x + (x - 457) * 0.1:.1f} 1100", SHIRT.deep, 22, 0.34) + line(
            f"M{x + 37} 730L{x + 37 + (x - 457) * 0.1:.1f} 1100", "#e8d3b5", 3, 0.5
        )
    for i in range(7):
        y = 760 + i * 62
        out += line(f"M20 {y + 20}C200 {y - 16} 700 {y - 16} 900 {y + 20}", SHIRT.deep, 20, 0.32) + line(
            f"M20 {y + 51}C200 {y + 15} 700 {y + 15} 900 {y + 51}", "#e8d3b5", 3, 0.45
        )
    return out


def _nap() -> str:
    """Draws the nap of the fleece, its zip, a seam at each shoulder and a stitched pocket."""
    r = random.Random(40)
    out = ""
    for _ in range(700):
        x, y = r.uniform(210, 700), r.uniform(770, 1090)
        out += disc(x, y, r.uniform(2, 4), FLEECE.light if r.random() < 0.5 else FLEECE.deep, 0.12, r.uniform(1.6, 3))
    out += line("M246 830C290 850 320 846 352 820M668 830C624 850 594 846 562 820", FLEECE.deep, 3, 0.6)
    return out + rect(540, 962, 104, 6, FLEECE.deep, 0.8, 3) + rect(546, 964, 14, 26, "#9fa6a2", 1, 3)


def _vest() -> tuple[Layer, ...]:
    return (
        inside(shape(VEST, SHIRT.deep, 0.8), SLEEVES, 10),
        Layer(
            linear("v", 0, 760, 0, 1090, (0, FLEECE.light, 1), (0.4, FLEECE.plain, 1), (1, FLEECE.shade, 1))
            + shape(VEST, "url(#v)")
        ),
        inside(_nap(), VEST, 1),
        inside(shape("M560 770C640 860 620 980 600 1140L720 1140L720 770Z", FLEECE.deep, 0.6), VEST, 30),
        inside(disc(296, 900, 64, FLEECE.sheen, 0.32, 60), VEST, 30),
        inside(
            shape(
                sliver((270, 1140), (310, 1040), (280, 950), 9) + sliver((640, 1140), (610, 1050), (640, 960), 9),
                FLEECE.deep,
                0.5,
            ),
            VEST,
            9,
        ),
        Layer(hem("M226 880C248 980 226 1050 222 1138M688 880C666 980 688 1050 692 1138", FLEECE, 3)),
        inside(line("M457 992L457 1140", FLEECE.deep, 16, 0.8) + line("M457 992L457 1140", "#c0c4bd", 4), VEST),
        Layer(shape(STAND, FLEECE.deep, 0.6), shape(VEST, "#fff") + shape(SLEEVES, "#fff"), 8),
        Layer(
            linear("s", 330, 0, 584, 0, (0, FLEECE.light, 1), (0.5, FLEECE.plain, 1), (1, FLEECE.shade, 1))
            + shape(STAND, "url(#s)")
        ),
        Layer(hem("M336 802C354 872 404 938 450 994M578 802C560 872 510 938 464 994", FLEECE, 1.8)),
    )


PERSON = Person(
    name="warren",
    palette=PALETTE,
    head=Head(
        eye_y=400,
        eye_gap=73,
        eye_size=0.98,
        lid=0.92,
        hooded=0.55,
        brow_y=350,
        brow_weight=1.2,
        nose_y=512,
        nose_width=35,
        mouth_y=580,
        mouth_width=57,
        lips=0.74,
        chin_y=674,
        radius=172,
        age=0.52,
        lashes=0.45,
        ruddy=0.26,
        aside=2.5,
        corners=(1.0, 6.5),
        arch=(0.0, 3.0, 1.0),
    ),
    face=FACE,
    behind=(
        *neck(BUILD, SUNNED, 0.5),
        inside(
            shape(
                sliver((366, 700), (420, 716), (500, 700), 3) + sliver((372, 728), (430, 744), (520, 726), 3),
                SUNNED.crease,
                0.4,
            ),
            bust(BUILD),
            2,
        ),
        Layer(
            linear("t", 0, 760, 0, 900, (0, "#f4f1ea", 1), (1, "#c9c4ba", 1))
            + shape("M366 800C400 846 430 856 457 856C484 856 514 846 548 800L480 1000L434 1000Z", "url(#t)")
        ),
        *dressed(BUILD, SLEEVES, SHIRT, (Layer(_check()),)),
        Layer(shape("M366 790C400 840 430 852 457 852C484 852 514 840 548 790L474 1000L440 1000Z", "#e9e5dc")),
        Layer(shape(COLLAR, SHIRT.deep, 0.7), shape(SLEEVES, "#fff") + shape(bust(BUILD), "#fff"), 8),
        Layer(
            linear("c", 338, 0, 576, 0, (0, SHIRT.light, 1), (0.5, SHIRT.plain, 1), (1, SHIRT.shade, 1))
            + shape(COLLAR, "url(#c)")
        ),
        inside(_check(), COLLAR),
        *_vest(),
        Layer(
            shape("M286 420C300 500 320 540 350 580L560 580C590 540 606 500 616 420Z", TONES[0], 0.9),
            shape(bust(BUILD), "#fff"),
            8,
        ),
        *ears(PALETTE, 290, 612, 402, 1.06),
    ),
    skin=(
        Layer(
            shape(
                sliver((318, 500), (342, 548), (352, 610), 12) + sliver((582, 500), (560, 548), (550, 610), 11),
                PALETTE.shade,
                0.5,
            ),
            "",
            12,
        ),
        Layer(disc(450, 470, 104, PALETTE.blush, 0.13, 28), "", 16),
        Layer(shape(sliver((524, 524), (546, 552), (540, 590), 3), PALETTE.crease, 0.5), "", 1),
        Layer(shape(sliver((450, 634), (453, 646), (450, 662), 3.4), PALETTE.deep, 0.4), "", 2),
        Layer(disc(450, 616, 110, "#7c6a60", 0.15, 50), "", 16),
        Layer(
            whiskers(700, 9, ("#8b7f78", "#c4bdb6"), (320, 540, 260, 134), 5),
            shape(outline(((0, 560), (70, 552), (128, 530), (150, 584), (116, 638), (62, 668), (0, 672))), "#fff"),
            0.6,
        ),
    ),
    over=(
        Layer(
            shape(
                "M294 410C300 300 312 246 352 212L570 220C592 260 602 320 608 410L640 330L600 110L300 110L262 300Z",
                PALETTE.deep,
                0.4,
            ),
            shape(FACE, "#fff"),
            9,
        ),
        *swept(ROOTS, TIPS, TONES, 520, 14, 18, 0.05),
        Layer(_combed(), "", 0.8),
    ),
)
