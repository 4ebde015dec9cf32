# ruff: noqa: E501  (path data reads best unbroken)
"""Aunt Zohra: 71, tiny, a narrow lined face and bright eyes, grey hair under a loose flowered scarf, a walking stick."""

import math
import random

from tools.art.cloth import Wrap, flower
from tools.art.hair import comb
from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, Point, disc, line, linear, shape, sliver, smooth

PALETTE = Palette(
    skin="#a56d47",
    light="#d3a076",
    shade="#7c4a2f",
    deep="#4d2a1b",
    crease="#5a3120",
    blush="#b4523f",
    lip="#98564a",
    lip_dark="#733d35",
    lip_light="#c28a7b",
    brow="#cfc7bf",
    lash="#241512",
    iris="#2e1a10",
    iris_light="#8a5529",
    white="#fbf6f0",
)
HAIR, HAIR_LIGHT, HAIR_BRIGHT, HAIR_DARK = "#8f8b88", "#bab6b2", "#e6e3df", "#5f5b5a"
CREAM, CREAM_LIGHT, CREAM_SHADE, CREAM_DEEP = "#ecdcbd", "#fbf3e0", "#b89f78", "#73593b"
CORAL, WINE, BLUE, LEAF, YOLK = "#c8503f", "#8a2b35", "#3f5c8e", "#6b7d4a", "#e5b04c"
MOSS, MOSS_LIGHT, MOSS_SHADE, MOSS_DEEP = "#66734a", "#8c9a69", "#465031", "#2a311c"
DRESS, DRESS_SHADE = "#6b4238", "#472a24"

FACE = (
    "M298 452C292 320 356 240 450 240C544 240 608 320 602 452C606 510 602 552 588 596C574 642 554 672 526 692"
    "C502 708 480 714 450 714C420 714 398 708 374 692C346 672 326 642 312 596C298 552 294 510 298 452Z"
)
NECK = (
    "M392 640C396 700 398 740 388 776C372 806 330 822 300 852L300 1020L620 1020L620 852"
    "C590 822 556 806 540 776C530 740 532 700 536 640Z"
)
CARDIGAN = (
    "M170 1140C172 1020 186 930 246 882C296 846 356 834 386 800C396 900 426 1010 454 1090L454 1140Z"
    "M454 1140L454 1090C484 1010 522 900 534 800C562 834 616 846 668 882C726 930 740 1020 742 1140Z"
)

WRAP = Wrap(
    inner=(
        (446, 884), (376, 800), (322, 690), (290, 580), (278, 460), (300, 330), (366, 246), (458, 218),
        (548, 246), (608, 330), (624, 460), (612, 580), (588, 690), (548, 800), (484, 884),
    ),
    outer=(
        (430, 936), (268, 888), (214, 790), (232, 640), (232, 470), (248, 320), (330, 208), (458, 166),
        (580, 206), (660, 318), (676, 470), (682, 640), (704, 790), (650, 888), (498, 936),
    ),
)  # fmt: skip
"""From the near side of the chin over the crown to the far side."""
SCARF = WRAP.outline()
WHOLE = smooth([*WRAP.outer], closed=True)
KNOT = "M424 872C440 852 490 850 508 872C520 898 512 934 488 944C468 950 444 948 432 938C414 920 414 892 424 872Z"
ENDS = (
    "M436 926C424 960 396 1000 366 1040C392 1056 420 1064 446 1066C458 1020 468 980 472 944Z"
    "M470 944C482 980 500 1014 508 1056C532 1052 556 1042 576 1026C546 990 518 952 496 922Z"
)

NEAR_HAIR = (
    "M460 214L460 304C404 308 344 352 320 422C312 448 306 474 300 506C282 474 276 420 282 358C298 270 380 214 460 214Z"
)
FAR_HAIR = (
    "M460 214L460 304C514 308 564 352 586 422C592 448 596 474 602 506C620 474 626 420 620 358C604 270 534 214 460 214Z"
)


def _print() -> str:
    """Flowers strewn over the whole scarf, large ones in rows with small ones between."""
    r = random.Random(19)
    colours = ((CORAL, YOLK, LEAF), (BLUE, YOLK, LEAF), (WINE, "#f0c7a4", LEAF))
    out = ""
    for i in range(30):
        x, y = WRAP.at(0.3 if i % 2 else 0.72, (i + 0.5) / 30)
        size = r.uniform(13, 17) if i % 3 else r.uniform(9, 11)
        out += flower(x + r.uniform(-5, 5), y + r.uniform(-5, 5), size, r.uniform(0, 6.3), colours[i % 3])
    for i in range(44):
        x, y = WRAP.at(r.uniform(0.1, 0.95), (i + 0.5) / 44)
        out += disc(x, y, 2.6, (CORAL, BLUE, LEAF)[i % 3], 0.8)
    for i, (x, y) in enumerate(((412, 1020), (536, 1000), (450, 984), (484, 900), (440, 916), (508, 1036))):
        out += flower(x, y, 12, i * 1.3, colours[i % 3])
    return out


def _scarf() -> list[Layer]:
    """Draws the scarf in front: printed cloth, its hem, soft folds, and light from the left."""
    r = random.Random(27)
    dark = pale = fine = ""
    for i in range(26):
        start = r.uniform(0.0, 0.8)
        d = smooth(WRAP.run(r.uniform(0.1, 0.95), start, min(1.0, start + r.uniform(0.16, 0.3)), r.uniform(-0.5, 0.5)))
        if i % 2:
            dark += line(d, CREAM_DEEP, r.uniform(6, 11), 0.34)
        else:
            pale += line(d, CREAM_LIGHT, r.uniform(6, 11), 0.4)
    for _ in range(22):
        start = r.uniform(0.0, 0.85)
        path = WRAP.run(r.uniform(0.1, 0.9), start, start + r.uniform(0.08, 0.15), r.choice((-0.4, 0.4)))
        fine += shape(sliver(path[0], path[5], path[-1], 2.2), CREAM_DEEP, 0.5)
    cloth = shape(SCARF, "#fff")
    ground = linear("s", 220, 0, 700, 0, (0, CREAM_LIGHT, 1), (0.4, CREAM, 1), (1, CREAM_SHADE, 1))
    ends = shape(ENDS, "#fff")
    knot = shape(KNOT, "#fff")
    return [
        Layer(ground + shape(ENDS, "url(#s)")),
        Layer(_print(), ends),
        Layer(
            shape(
                sliver((462, 940), (440, 990), (410, 1060), 7) + sliver((486, 940), (510, 990), (536, 1050), 7),
                CREAM_DEEP,
                0.45,
            )
            + disc(464, 944, 56, CREAM_DEEP, 0.45, 26),
            ends,
            6,
        ),
        Layer(line("M368 1036C394 1052 420 1060 446 1062M509 1052C532 1048 554 1038 574 1024", WINE, 5), ends),
        Layer(ground + shape(SCARF, "url(#s)")),
        Layer(_print(), cloth),
        Layer(line(smooth(WRAP.run(0.0, 0, 0.5) + WRAP.run(0.0, 0.5, 1)[1:]), WINE, 13, 0.9), cloth),
        Layer(dark + pale, cloth, 6),
        Layer(fine, cloth, 1.4),
        Layer(disc(320, 250, 60, "#ffffff", 0.5, 60) + disc(236, 560, 22, "#ffffff", 0.3, 130), cloth, 26),
        Layer(
            shape("M570 150L740 150L740 940L560 940L650 760L640 420C630 320 610 240 570 200Z", "#4a3220", 0.5),
            cloth,
            26,
        ),
        Layer(shape("M400 860C430 820 500 820 530 860L520 940L410 940Z", CREAM_DEEP, 0.5), cloth, 12),
        Layer(ground + shape(KNOT, "url(#s)")),
        Layer(_print(), knot),
        Layer(
            shape(
                sliver((430, 880), (470, 900), (504, 884), 4) + sliver((426, 912), (464, 926), (506, 904), 4),
                CREAM_DEEP,
                0.5,
            )
            + shape("M490 850L530 850L530 950L480 950Z", CREAM_DEEP, 0.4),
            knot,
            4,
        ),
    ]


def _knit() -> str:
    """Draws the ribs of the cardigan."""
    out = ""
    for i in range(44):
        x = 150 + i * 14.2
        out += line(f"M{x + 0.10 * (456 - x):.1f} 830L{x:.1f} 1140", MOSS_DEEP, 2.6, 0.3)
    return out


def _brooch(x: float, y: float) -> list[Layer]:
    """Draws a round silver brooch with a coral stone and a ring of beads."""
    beads = "".join(
        disc(x + 21 * math.cos(a), y + 21 * math.sin(a), 4.2, "#f4f5f4")
        + disc(x + 21 * math.cos(a) + 1, y + 21 * math.sin(a) + 1.2, 2.6, "#9aa0a2")
        for a in (i * math.pi / 6 for i in range(12))
    )
    face = disc(x, y, 26, "#7d8487") + disc(x - 1, y - 1, 24, "#c9cecf") + disc(x - 3, y - 4, 15, "#eef0ef", 0.8)
    stone = disc(x, y, 10.5, "#7d1f22") + disc(x - 0.6, y - 0.8, 9, "#c93a35") + disc(x - 3, y - 4, 3, "#ffd9cc", 0.85)
    return [Layer(disc(x + 3, y + 5, 28, MOSS_DEEP, 0.9), shape(CARDIGAN, "#fff"), 5), Layer(face + beads + stone)]


def _stick() -> list[Layer]:
    """Draws the crook of a walking stick that leans beside her."""
    crook = "M786 1140L778 930C776 884 752 862 722 866C698 870 684 888 684 912"
    return [
        Layer(line("M796 1140L788 934", "#000000", 20, 0.18), shape(CARDIGAN, "#fff"), 8),
        Layer(line(crook, "#38200f", 27) + line(crook, "#7a4a24", 22)),
        Layer(line("M780 1140L772 932C770 890 750 870 724 873C706 876 694 888 691 904", "#c08a52", 5, 0.8), "", 1.5),
        Layer(line("M790 1140L784 936", "#4d2d14", 5, 0.6), "", 2),
        Layer(line("M771 956L785 955", "#b9a06a", 15) + line("M773 953L779 953", "#f1e2b4", 6, 0.8)),
    ]


NEAR_GUIDES: list[list[Point]] = [
    [(460, 216), (380, 232), (318, 290), (286, 380), (288, 470)],
    [(460, 260), (394, 274), (330, 326), (300, 402), (296, 490)],
    [(460, 300), (404, 312), (350, 356), (322, 420), (302, 500)],
]
FAR_GUIDES: list[list[Point]] = [[(918 - x if x < 460 else x, y) for x, y in guide] for guide in NEAR_GUIDES]


def _hair() -> list[Layer]:
    """Draws grey hair parted in the middle and smoothed behind the ears, under the scarf."""
    near, far = shape(NEAR_HAIR, "#fff"), shape(FAR_HAIR, "#fff")
    return [
        Layer(shape(NEAR_HAIR, HAIR) + shape(FAR_HAIR, "#787472"), "", 1),
        Layer(comb(NEAR_GUIDES, 150, 3, (HAIR_LIGHT, HAIR_BRIGHT, HAIR_DARK, HAIR_LIGHT), 1.7), near),
        Layer(comb(FAR_GUIDES, 150, 4, (HAIR_LIGHT, HAIR_BRIGHT, HAIR, HAIR_LIGHT), 1.7), far),
        Layer(disc(356, 300, 40, HAIR_BRIGHT, 0.5, 26), near, 14),
        Layer(line("M460 222L460 304", HAIR_DARK, 5, 0.8) + line("M460 240L460 302", PALETTE.shade, 2), "", 1),
        Layer(line(smooth([*WRAP.inner]), "#2b1a12", 34, 0.55), shape(NEAR_HAIR + FAR_HAIR, "#fff"), 9),
    ]


def _age() -> tuple[Layer, ...]:
    """Draws what seventy years of sun and talk have left: hollows, spots, lines on cheeks and lips."""
    lines = ""
    for side in (-1, 1):
        for a, b, c, w in (
            ((96, 560), (112, 600), (94, 648), 2.0),
            ((112, 548), (126, 590), (110, 634), 1.7),
            ((46, 636), (58, 660), (50, 690), 2.0),
            ((126, 500), (132, 524), (122, 548), 1.4),
        ):
            p, q, s = ((450 + side * x, float(y)) for x, y in (a, b, c))
            lines += shape(sliver(p, q, s, w), PALETTE.crease, 0.4)
    for dx in (-26, -15, -5, 6, 16, 27):
        lines += shape(
            sliver((450 + dx, 600), (450 + dx * 0.97, 606), (450 + dx * 0.92, 613), 1.0), PALETTE.crease, 0.5
        )
    return (
        Layer(disc(350, 610, 24, PALETTE.deep, 0.3, 46) + disc(550, 610, 24, PALETTE.deep, 0.3, 46), "", 14),
        Layer(disc(344, 540, 30, PALETTE.light, 0.55, 15), "", 10),
        Layer(lines, "", 0.8),
        Layer(
            disc(334, 410, 5, PALETTE.deep, 0.3)
            + disc(556, 396, 6, PALETTE.deep, 0.25, 5)
            + disc(372, 586, 4, PALETTE.deep, 0.3),
            "",
            1.5,
        ),
    )


_BODY: tuple[Layer, ...] = (
    Layer(
        linear("n", 388, 0, 540, 0, (0, PALETTE.light, 1), (0.4, PALETTE.skin, 1), (1, PALETTE.shade, 1))
        + shape(NECK, "url(#n)")
    ),
    Layer(
        shape("M380 640L550 640L550 720C520 760 490 768 462 764C430 760 400 740 380 700Z", PALETTE.deep, 0.75),
        shape(NECK, "#fff"),
        12,
    ),
    Layer(
        shape(
            sliver((416, 730), (424, 790), (446, 850), 5) + sliver((512, 730), (502, 790), (478, 850), 5),
            PALETTE.deep,
            0.6,
        )
        + shape(
            sliver((396, 772), (456, 792), (530, 770), 3) + sliver((392, 796), (456, 818), (540, 794), 3),
            PALETTE.crease,
            0.6,
        ),
        shape(NECK, "#fff"),
        3,
    ),
    Layer(
        linear("d", 0, 870, 0, 1090, (0, DRESS, 1), (1, DRESS_SHADE, 1))
        + shape("M360 868C420 906 500 906 560 868L560 1140L360 1140Z", "url(#d)")
    ),
    Layer(
        linear("t", 0, 820, 0, 1100, (0, MOSS_LIGHT, 1), (0.4, MOSS, 1), (1, MOSS_SHADE, 1))
        + shape(CARDIGAN, "url(#t)")
    ),
    Layer(_knit(), shape(CARDIGAN, "#fff")),
    Layer(shape("M600 840C660 900 660 1000 630 1140L760 1140L760 840Z", MOSS_DEEP, 0.7), shape(CARDIGAN, "#fff"), 26),
    Layer(disc(262, 940, 60, "#d3dcae", 0.4, 50), shape(CARDIGAN, "#fff"), 30),
    Layer(
        shape(
            sliver((262, 1140), (276, 1050), (252, 986), 9) + sliver((656, 1140), (640, 1050), (664, 986), 9),
            MOSS_DEEP,
            0.8,
        ),
        shape(CARDIGAN, "#fff"),
        7,
    ),
    Layer(
        line("M386 804C396 900 424 1010 450 1086L450 1140", MOSS_DEEP, 30, 0.6)
        + line("M534 804C522 900 486 1010 460 1086L458 1140", MOSS_DEEP, 30, 0.6),
        shape(CARDIGAN, "#fff"),
        5,
    ),
    Layer(
        line("M380 804C390 900 418 1010 448 1092L448 1140", MOSS, 22)
        + line("M540 804C528 900 490 1010 462 1092L462 1140", MOSS_SHADE, 22)
        + line("M372 812C382 904 408 1004 438 1088", MOSS_LIGHT, 2.4, 0.8),
        shape(CARDIGAN, "#fff"),
    ),
    *_brooch(316, 986),
)

PERSON = Person(
    name="zohra",
    palette=PALETTE,
    head=Head(
        eye_y=474,
        eye_gap=66,
        eye_size=1.1,
        lid=0.98,
        hooded=0.45,
        brow_y=424,
        brow_weight=0.84,
        nose_y=570,
        nose_width=33,
        mouth_y=626,
        mouth_width=44,
        lips=0.7,
        chin_y=714,
        radius=162,
        age=1.0,
        lashes=0.55,
        ruddy=0.22,
    ),
    face=FACE,
    behind=(
        Layer(shape(WHOLE, CREAM_DEEP)),
        Layer(
            shape("M300 560L610 560L600 900L320 900Z", "#2a1a10", 0.55),
            shape(WHOLE, "#fff"),
            26,
        ),
        *_BODY,
        *_stick(),
    ),
    skin=_age(),
    over=(
        Layer(
            line("M300 500C310 440 330 370 404 318L460 306L516 318C570 370 592 440 602 500", PALETTE.deep, 26, 0.5),
            shape(FACE, "#fff"),
            9,
        ),
        *_hair(),
        Layer(shape(SCARF, "#1c120b", 0.5), shape(CARDIGAN, "#fff"), 12),
        *_scarf(),
    ),
)
