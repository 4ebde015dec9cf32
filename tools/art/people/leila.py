"""Leila Amrani: 45, round and full of face, olive skin, kept brows, a draped scarf of deep teal silk, a plum blouse."""

import random

from tools.art.cloth import Wrap
from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, Point, disc, line, linear, shape, sliver, smooth

PALETTE = Palette(
    skin="#c99a6b",
    light="#ebc799",
    shade="#9e7147",
    deep="#6d432b",
    crease="#80502f",
    blush="#c65a4c",
    lip="#a94d57",
    lip_dark="#84343f",
    lip_light="#d68a8d",
    brow="#2b1c17",
    lash="#150d0c",
    iris="#4c3a1c",
    iris_light="#97803f",
)
SILK, SILK_LIGHT, SILK_GLEAM, SILK_SHADE, SILK_DEEP = "#14606a", "#2b8890", "#8fd0cf", "#0c434c", "#062a31"
PLUM, PLUM_LIGHT, PLUM_SHADE, PLUM_DEEP = "#6e2f57", "#98567f", "#4d1c3c", "#2d0e23"
PEARL, PEARL_SHADE = "#efe4da", "#a08a86"

FACE = (
    "M264 380C254 232 336 152 450 152C564 152 646 232 636 380C644 436 646 484 630 528"
    "C606 600 534 668 450 668C366 668 294 600 270 528C254 484 256 436 264 380Z"
)
SECOND_CHIN = "M264 440L654 440C652 620 616 704 560 738C520 756 420 756 376 738C312 704 268 620 264 440Z"
BLOUSE = (
    "M2 1140C0 1010 12 890 118 822C204 774 300 752 350 724L570 724C622 750 706 772 788 818C890 884 900 1010 898 1140Z"
)
COLLAR_NEAR = "M262 772C268 838 306 912 372 962C404 924 442 890 474 872L470 800L350 740Z"
COLLAR_FAR = "M668 772C664 838 634 912 574 962C544 924 508 890 474 872L470 800L590 740Z"
COWL = (
    "M240 630C266 664 300 688 336 704C374 728 420 740 466 740C512 740 560 726 592 702C624 684 652 658 671 626"
    "C682 676 708 722 762 764C744 806 610 880 474 884C338 880 198 812 160 768C210 728 234 680 240 630Z"
)
TAIL = (
    "M196 752C246 756 316 792 362 838C352 884 346 950 352 1010C358 1060 350 1100 346 1140L176 1140"
    "C186 1080 160 1010 156 940C150 870 160 800 196 752Z"
)

WRAP = Wrap(
    inner=(
        (334, 700), (296, 636), (276, 540), (278, 420), (300, 316), (350, 240), (404, 212), (458, 204),
        (512, 212), (562, 240), (606, 306), (630, 410), (638, 530), (622, 632), (590, 700),
    ),
    outer=(
        (262, 700), (240, 630), (220, 540), (214, 420), (228, 300), (286, 164), (364, 106), (456, 88),
        (550, 104), (622, 160), (678, 290), (696, 410), (692, 530), (672, 630), (650, 700),
    ),
)  # fmt: skip
"""From the near side of the chin over the crown to the far side."""

HOOD = WRAP.outline()
BAND = smooth(
    [*WRAP.run(0.25, 0.2, 0.8), *[(x, y + 20 * (1 - (abs(x - 458) / 182) ** 4)) for x, y in WRAP.run(0.0, 0.8, 0.2)]],
    closed=True,
)


def _hood_folds() -> list[Layer]:
    """Draws silk drawn round the head: broad soft folds first, then fine ones."""
    r = random.Random(14)
    soft = fine = ""
    for i in range(26):
        t, start = r.uniform(0.08, 0.95), r.uniform(0.0, 0.7)
        d = smooth(WRAP.run(t, start, min(1.0, start + r.uniform(0.2, 0.45)), r.uniform(-0.5, 0.5)))
        if i % 2:
            soft += line(d, SILK_DEEP, r.uniform(6, 12), 0.5)
        else:
            soft += line(d, SILK_LIGHT, r.uniform(6, 13), 0.55)
    for i in range(22):
        start = r.uniform(0.0, 0.75)
        path = WRAP.run(
            r.uniform(0.1, 0.9), start, min(1.0, start + r.uniform(0.12, 0.3)), r.choice((-1, 1)) * r.uniform(0.2, 0.6)
        )
        d = sliver(path[0], path[len(path) // 2], path[-1], r.uniform(1.6, 3.4))
        fine += shape(d, SILK_DEEP if i % 3 else SILK_GLEAM, 0.55 if i % 3 else 0.4)
    inside = shape(HOOD, "#fff")
    return [Layer(soft, inside, 6), Layer(fine, inside, 1.2)]


def _sag(t: float, lean: float) -> tuple[Point, Point, Point]:
    """Returns a fold of the cowl, hanging from one side of the neck to the other, `t` of the way down."""
    return (
        (250 - 84 * t, 610 + 150 * t),
        (466 + lean, 776 + 150 * t),
        (660 + 92 * t, 606 + 150 * t),
    )


def _cowl_folds() -> list[Layer]:
    """Draws silk laid in folds round the neck."""
    r = random.Random(6)
    soft = fine = ""
    for i in range(9):
        start, bend, end = _sag((i + 0.4) / 9, r.uniform(-46, 46))
        soft += shape(sliver(start, bend, end, r.uniform(11, 15)), SILK_DEEP, 0.62)
        lifted = (bend[0] - 10, bend[1] - 16)
        soft += shape(sliver((start[0], start[1] - 10), lifted, (end[0], end[1] - 12), 8), SILK_LIGHT, 0.75)
        fine += shape(
            sliver((start[0] + 10, start[1] - 6), (bend[0] - 40, bend[1] - 20), (480, bend[1] - 32), 2.4),
            SILK_GLEAM,
            0.5,
        )
        fine += shape(sliver(start, (bend[0], bend[1] + 3), end, 2.6), SILK_DEEP, 0.6)
    inside = shape(COWL, "#fff")
    return [Layer(soft, inside, 6), Layer(fine, inside, 1.4)]


def _tail_folds() -> list[Layer]:
    """Draws the end of the scarf, hanging from the near shoulder."""
    soft = fine = ""
    for i in range(7):
        x = 186 + 26 * i
        start, bend, end = (x + 14.0, 760.0 + 12 * i), (x - 14.0, 930.0), (x + (6.0 if i % 2 else -8.0), 1140.0)
        soft += shape(sliver(start, bend, end, 7), SILK_DEEP if i % 2 else SILK_LIGHT, 0.6)
        fine += shape(sliver((start[0] + 6, start[1] + 20), (bend[0] + 6, bend[1]), end, 1.8), SILK_DEEP, 0.5)
    inside = shape(TAIL, "#fff")
    return [Layer(soft, inside, 5), Layer(fine, inside, 1.2)]


def _buttons() -> str:
    out = ""
    for y in (930, 1010):
        out += disc(478, y + 3, 11, PLUM_DEEP, 0.7) + disc(476, y, 10, PEARL_SHADE) + disc(475, y - 1, 8.5, PEARL)
    return out


_BLOUSE: tuple[Layer, ...] = (
    Layer(
        linear("t", 0, 740, 0, 1080, (0, PLUM_LIGHT, 1), (0.35, PLUM, 1), (1, PLUM_SHADE, 1)) + shape(BLOUSE, "url(#t)")
    ),
    Layer(shape("M640 780C760 850 770 980 740 1140L920 1140L920 780Z", PLUM_DEEP, 0.7), shape(BLOUSE, "#fff"), 36),
    Layer(
        disc(160, 900, 84, "#d79bbd", 0.45, 70)
        + disc(300, 1010, 96, "#b8769c", 0.4, 70)
        + disc(604, 1016, 90, "#b8769c", 0.25, 70),
        shape(BLOUSE, "#fff"),
        42,
    ),
    Layer(
        shape(sliver((116, 1140), (150, 1010), (116, 920), 12), PLUM_DEEP, 0.75)
        + shape(sliver((790, 1140), (752, 1010), (790, 920), 12), PLUM_DEEP, 0.85)
        + shape(sliver((700, 860), (640, 960), (530, 1000), 10), PLUM_DEEP, 0.4)
        + shape(sliver((770, 900), (690, 980), (640, 1090), 10), PLUM_DEEP, 0.4)
        + shape(sliver((390, 1000), (470, 1040), (560, 1000), 10), PLUM_DEEP, 0.35),
        shape(BLOUSE, "#fff"),
        9,
    ),
    Layer(
        shape("M452 860L500 860L502 1140L450 1140Z", PLUM_LIGHT, 0.32)
        + line("M451 880L450 1140", PLUM_DEEP, 2.4, 0.6)
        + line("M501 880L502 1140", PLUM_DEEP, 3, 0.7)
    ),
    Layer(_buttons()),
    Layer(shape(COLLAR_NEAR, PLUM_DEEP, 0.75) + shape(COLLAR_FAR, PLUM_DEEP, 0.75), "", 9),
    Layer(
        linear("c", 262, 0, 668, 0, (0, "#b06f97", 1), (0.5, "#86446d", 1), (1, PLUM_SHADE, 1))
        + shape(COLLAR_NEAR, "url(#c)")
        + shape(COLLAR_FAR, "url(#c)")
    ),
    Layer(
        line("M270 790C280 846 316 908 373 948C404 912 440 882 470 864", "#d8a9c4", 2.2, 0.75)
        + line("M660 790C652 846 624 908 573 948C546 914 512 884 480 866", "#c78fb0", 2, 0.55)
    ),
)

PERSON = Person(
    name="leila",
    palette=PALETTE,
    head=Head(
        eye_y=406,
        eye_gap=76,
        eye_size=1.2,
        lid=1.04,
        hooded=0.2,
        brow_y=350,
        brow_weight=0.82,
        nose_y=508,
        nose_width=37,
        mouth_y=568,
        mouth_width=54,
        lips=1.12,
        chin_y=664,
        radius=200,
        age=0.16,
        lashes=1.05,
        ruddy=0.26,
    ),
    face=FACE,
    behind=(
        *_BLOUSE,
        Layer(shape(HOOD, SILK_DEEP)),
        Layer(
            linear("n", 320, 0, 620, 0, (0, PALETTE.light, 1), (0.4, PALETTE.skin, 1), (1, PALETTE.shade, 1))
            + shape(SECOND_CHIN, "url(#n)")
        ),
        Layer(
            shape("M280 500L644 500L644 590C616 660 546 700 468 700C388 700 306 660 280 590Z", PALETTE.deep, 0.5),
            shape(SECOND_CHIN, "#fff"),
            11,
        ),
        Layer(disc(440, 720, 60, PALETTE.light, 0.35, 10), shape(SECOND_CHIN, "#fff"), 8),
    ),
    skin=(
        Layer(disc(344, 512, 62, PALETTE.light, 0.35, 56) + disc(560, 512, 56, PALETTE.light, 0.16, 52), "", 26),
        Layer(shape(sliver((404, 622), (450, 634), (496, 622), 4), PALETTE.deep, 0.28), "", 4),
        Layer(disc(322, 508, 3.6, PALETTE.deep, 0.7), "", 0.6),
    ),
    over=(
        Layer(line(smooth([*WRAP.inner]), PALETTE.deep, 40, 0.5), shape(FACE, "#fff"), 10),
        Layer(line(smooth([*WRAP.run(0, 0.3, 0.7)]), PALETTE.deep, 70, 0.35), shape(FACE, "#fff"), 14),
        Layer(shape(BAND, SILK_DEEP)),
        Layer(line(smooth([(x, y + 16) for x, y in WRAP.run(0.0, 0.36, 0.64)]), SILK_LIGHT, 2.4, 0.5)),
        Layer(
            linear("h", 214, 0, 696, 0, (0, SILK_LIGHT, 1), (0.4, SILK, 1), (1, SILK_SHADE, 1)) + shape(HOOD, "url(#h)")
        ),
        *_hood_folds(),
        Layer(
            disc(318, 196, 84, SILK_GLEAM, 0.5, 56) + disc(238, 440, 20, SILK_GLEAM, 0.35, 90), shape(HOOD, "#fff"), 26
        ),
        Layer(
            shape("M560 80L720 80L720 720L650 720L650 420C650 320 620 240 560 180Z", SILK_DEEP, 0.55),
            shape(HOOD, "#fff"),
            26,
        ),
        Layer(line(smooth([*WRAP.inner]), SILK_GLEAM, 2.2, 0.55) + line(smooth(WRAP.run(0.09)), SILK_DEEP, 2, 0.5)),
        Layer(shape(TAIL, PLUM_DEEP, 0.6), shape(BLOUSE, "#fff"), 12),
        Layer(
            linear("l", 150, 0, 362, 0, (0, SILK_LIGHT, 1), (0.5, SILK, 1), (1, SILK_SHADE, 1)) + shape(TAIL, "url(#l)")
        ),
        *_tail_folds(),
        Layer(shape(COWL, SILK_DEEP, 0.8), shape(BLOUSE + SECOND_CHIN + HOOD, "#fff"), 10),
        Layer(
            linear("w", 160, 0, 762, 0, (0, SILK_LIGHT, 1), (0.4, SILK, 1), (1, SILK_SHADE, 1)) + shape(COWL, "url(#w)")
        ),
        *_cowl_folds(),
        Layer(disc(262, 772, 60, SILK_GLEAM, 0.42, 30), shape(COWL, "#fff"), 20),
        Layer(shape("M560 900L790 900L790 580L640 580L600 720Z", SILK_DEEP, 0.5), shape(COWL, "#fff"), 26),
        Layer(
            line(
                "M300 688C312 694 324 699 336 704C374 728 420 740 466 740C512 740 560 726 592 702", SILK_GLEAM, 2.2, 0.5
            )
        ),
    ),
)
