# ruff: noqa: E501  (path data reads best unbroken)
"""Kenji Watanabe: 58, piano tuner with low vision, lean, tidy grey-black hair, tinted glasses, waistcoat, long cane."""

from tools.art.hair import Guide, comb
from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, disc, line, linear, radial, rect, shape, sliver

PALETTE = Palette(
    skin="#d8a47c",
    light="#f2cda6",
    shade="#ad7650",
    deep="#744630",
    crease="#83502f",
    blush="#c25a44",
    lip="#bd7e66",
    lip_dark="#9a5d4a",
    lip_light="#dfa88e",
    brow="#37332f",
    lash="#221a16",
    iris="#38241a",
    iris_light="#7d573b",
)
BLACK, DARK, STEEL, GREY, PALE = "#1f2023", "#34363a", "#5b5e63", "#8f9297", "#c3c5c8"
SHIRT, SHIRT_LIGHT, SHIRT_SHADE, SHIRT_DEEP = "#eceff0", "#fcfdfd", "#b9c2c8", "#84919b"
WOOL, WOOL_LIGHT, WOOL_SHADE, WOOL_DEEP = "#45484d", "#666a70", "#2e3034", "#1a1b1e"
FRAME, FRAME_LIGHT = "#2c2724", "#8d8378"

FACE = (
    "M288 372C278 206 348 120 450 120C552 120 622 206 612 372C614 430 609 500 597 556"
    "C582 606 516 658 450 658C384 658 318 606 303 556C291 500 286 430 288 372Z"
)
NECK = "M360 560C366 650 370 690 362 722C354 744 356 770 360 800L360 960L560 960L560 800C558 770 556 744 550 722C542 690 542 650 548 560Z"
SLEEVES = (
    "M84 1090C86 966 104 880 186 834C262 796 344 786 364 722C392 780 420 800 458 806"
    "C496 800 524 780 550 722C570 786 652 796 728 834C810 880 826 966 828 1090Z"
)
COLLAR_LEFT = "M356 708C366 748 404 790 456 810L410 876C370 846 338 790 346 740Z"
COLLAR_RIGHT = "M558 708C548 748 510 790 460 810L506 876C546 846 576 790 566 740Z"
WAISTCOAT = (
    "M252 806C276 884 248 960 230 1090L684 1090C666 960 638 884 662 806C634 797 606 785 582 767"
    "C562 860 498 926 464 972L456 972C416 926 352 860 332 767C308 785 280 797 252 806Z"
)
EAR_NEAR = "M294 376C266 344 246 364 248 412C252 456 266 500 288 504C302 506 306 488 304 466Z"
EAR_FAR = "M584 380L608 380C626 354 646 370 642 414C638 452 628 492 610 498L584 498Z"
BACK = "M286 440C262 420 252 340 262 280C276 170 350 92 452 90C556 92 628 170 640 280C648 340 640 420 618 440Z"
CAP = (
    "M284 408C266 352 258 300 268 250C284 150 356 76 458 76C562 78 628 152 638 250C644 300 636 356 620 410"
    "C614 360 612 322 600 284C594 250 574 222 548 206C512 188 450 180 408 206C376 214 336 232 318 276C302 318 290 360 284 408Z"
)

TOP: list[Guide] = [
    [(404, 208), (450, 182), (520, 190), (572, 222), (604, 290)],
    [(400, 186), (450, 146), (530, 150), (594, 206), (618, 300)],
    [(394, 150), (450, 108), (536, 116), (606, 180), (630, 310)],
    [(384, 112), (450, 80), (540, 90), (612, 160), (640, 290)],
]
"""From the parting over the crown to the far temple."""
NEAR: list[Guide] = [
    [(400, 206), (364, 214), (328, 248), (306, 310), (286, 400)],
    [(394, 180), (346, 188), (310, 226), (290, 300), (278, 390)],
    [(386, 148), (334, 158), (294, 206), (274, 284), (270, 370)],
    [(380, 112), (330, 128), (286, 180), (266, 260), (264, 340)],
]
"""From the parting down to the near temple."""
FAR: list[Guide] = [
    [(598, 276), (608, 320), (612, 360), (620, 406)],
    [(618, 240), (628, 300), (630, 350), (624, 406)],
    [(630, 220), (642, 290), (640, 350), (630, 410)],
]
"""The short side over the far ear."""


def _hair() -> tuple[Layer, ...]:
    """Draws short hair parted on the near side, dark on the crown and grey at the temples."""
    parting = shape(sliver((410, 208), (398, 164), (390, 108), 2.4), BLACK, 0.7)
    return (
        Layer(shape(CAP, PALETTE.deep, 0.5), shape(FACE, "#fff"), 9),
        Layer(shape(CAP, DARK), "", 1.4),
        Layer(comb(TOP, 420, 3, (BLACK, DARK, STEEL, DARK, GREY), 1.8, (0.2, 0.45))),
        Layer(comb(NEAR, 300, 5, (BLACK, DARK, STEEL, GREY), 1.7, (0.2, 0.4))),
        Layer(comb(FAR, 160, 8, (DARK, STEEL, GREY, STEEL), 1.5, (0.2, 0.45))),
        Layer(parting, "", 1.5),
        Layer(
            comb([g[2:] for g in NEAR[:3]], 170, 11, (PALE, GREY, PALE), 1.3, (0.2, 0.4), (0.3, 0.8))
            + comb([g[3:] for g in TOP[:3]], 60, 13, (GREY, STEEL), 1.2, (0.4, 0.8), (0.3, 0.7)),
        ),
        Layer(disc(380, 130, 84, "#dfe3ea", 0.22, 46), shape(CAP, "#fff"), 26),
        Layer(comb([g[:4] for g in TOP[1:3]], 60, 17, (GREY, PALE), 1.4, (0.15, 0.3), (0.25, 0.6))),
        Layer(shape("M560 60L700 90L700 440L600 440L612 240Z", "#0b0b0d", 0.42), shape(CAP, "#fff"), 30),
    )


def _glasses() -> tuple[Layer, ...]:
    """Draws dark frames with lenses tinted like weak tea, deeper at the top: the eyes stay to be read."""
    rims, lenses, gleam = "", "", ""
    tint = linear("tint", 0, 356, 0, 446, (0, "#5a3417", 0.34), (0.5, "#7a4a22", 0.15), (1, "#8a5a2c", 0.08))
    for side in (-1, 1):
        x = 450 + side * 75
        rim = (
            f"M{x - 59} 372C{x - 57} 360 {x - 46} 357 {x} 357C{x + 46} 357 {x + 57} 360 {x + 59} 372"
            f"C{x + 60} 408 {x + 54} 442 {x + 30} 446C{x + 14} 448 {x - 14} 448 {x - 30} 446C{x - 54} 442 {x - 60} 408 {x - 59} 372Z"
        )
        lenses += shape(rim, "url(#tint)")
        rims += line(rim, FRAME, 6.2)
        rims += line(f"M{x - 55} 366C{x - 46} 358 {x - 20} 356 {x + 20} 356", FRAME_LIGHT, 1.8, 0.8)
        gleam += shape(f"M{x - 46} 402L{x - 16} 362L{x - 2} 362L{x - 40} 418Z", "#ffffff", 0.12)
    rims += line("M434 378C442 370 458 370 466 378", FRAME, 6)
    rims += line("M316 376L288 372", FRAME, 7) + line("M584 376L612 372", FRAME, 6)
    cast = "M318 412C320 444 336 456 372 458C406 458 428 446 434 412M468 412C472 444 490 456 526 458C562 458 580 444 584 412"
    return (
        Layer(line(cast, PALETTE.deep, 6, 0.35), shape(FACE, "#fff"), 3),
        Layer(tint + lenses + gleam),
        Layer(rims),
    )


def _cane() -> tuple[Layer, ...]:
    """Draws the top of a folded long cane: four white tubes, one with red tape, a black grip, its elastic loop."""
    tubes = ""
    for i, x in enumerate((660, 676, 692, 708)):
        top = (938, 918, 926, 934)[i]
        tubes += rect(x, top, 15, 200, "#8f979c", 1, 5) + rect(x + 1.5, top + 1, 11, 200, "#f7f8f8", 1, 5)
        tubes += rect(x + 8, top + 4, 4, 200, "#c9d0d4", 0.9, 2)
    grip = rect(674, 858, 20, 108, "#141416", 1, 9) + rect(678, 864, 5, 96, "#56585e", 0.8, 2.5)
    loop = "M684 862C664 838 648 866 652 900C656 930 674 944 690 946"
    band = rect(657, 1026, 69, 14, "#1c1d20", 1, 5) + rect(659, 1029, 64, 3, "#5d6067", 0.8, 1.5)
    red = rect(709.5, 968, 11, 40, "#c23a33", 1, 2)
    return (
        Layer(rect(648, 880, 84, 220, "#39424a", 0.5, 10), shape(SLEEVES, "#fff"), 12),
        Layer(tubes + red + grip + line(loop, "#0f1012", 4.4) + line(loop, "#4a4c52", 1.5, 0.8) + band),
    )


def _wool() -> str:
    """Draws a fine upright stripe in the cloth."""
    return "".join(
        line(f"M{x} 760L{x + (450 - x) * 0.03:.1f} 1090", WOOL_LIGHT, 1.4, 0.32) for x in range(222, 700, 13)
    )


_SHIRT: tuple[Layer, ...] = (
    Layer(
        linear("s", 90, 0, 830, 0, (0, SHIRT_LIGHT, 1), (0.45, SHIRT, 1), (1, SHIRT_SHADE, 1))
        + shape(SLEEVES, "url(#s)")
    ),
    Layer(
        shape("M640 800C730 850 760 960 740 1090L860 1090L860 800Z", SHIRT_DEEP, 0.6)
        + shape(sliver((150, 1090), (166, 980), (206, 880), 14), SHIRT_DEEP, 0.5)
        + shape(sliver((112, 1080), (120, 960), (168, 872), 8), SHIRT_SHADE, 0.6)
        + shape(sliver((770, 1090), (752, 980), (716, 880), 14), SHIRT_DEEP, 0.6)
        + shape(sliver((438, 820), (452, 890), (446, 960), 6), SHIRT_DEEP, 0.4),
        shape(SLEEVES, "#fff"),
        12,
    ),
    Layer(line("M459 818L459 980", SHIRT_SHADE, 2.4) + disc(459, 884, 5.5, "#8e9ba6") + disc(458, 883, 4.6, "#fafcfd")),
    Layer(disc(458, 812, 5.5, "#8e9ba6") + disc(457, 811, 4.6, "#fafcfd")),
    Layer(shape(COLLAR_LEFT, "#3d4a58", 0.5) + shape(COLLAR_RIGHT, "#3d4a58", 0.6), shape(SLEEVES, "#fff"), 8),
    Layer(shape(COLLAR_LEFT, SHIRT_LIGHT) + shape(COLLAR_RIGHT, "#d6dde2")),
    Layer(
        line("M352 746C350 790 378 834 408 862", SHIRT_SHADE, 1.8)
        + line("M560 746C564 790 538 834 508 862", SHIRT_DEEP, 1.6, 0.6)
    ),
)

_WAISTCOAT: tuple[Layer, ...] = (
    Layer(shape(WAISTCOAT, "#39424a", 0.7), shape(SLEEVES, "#fff"), 10),
    Layer(
        linear("w", 0, 770, 0, 1090, (0, WOOL_LIGHT, 1), (0.4, WOOL, 1), (1, WOOL_SHADE, 1))
        + shape(WAISTCOAT, "url(#w)")
    ),
    Layer(_wool(), shape(WAISTCOAT, "#fff")),
    Layer(
        shape("M560 790C620 880 600 980 590 1090L700 1090L700 790Z", WOOL_DEEP, 0.75)
        + shape(sliver((300, 1090), (330, 1000), (300, 930), 10), WOOL_DEEP, 0.6)
        + shape(sliver((610, 1090), (584, 1000), (612, 930), 10), WOOL_DEEP, 0.6),
        shape(WAISTCOAT, "#fff"),
        22,
    ),
    Layer(
        radial("h", 288, 900, 120, (0, "#c3c8d0", 0.34), (1, "#c3c8d0", 0)) + disc(288, 900, 120, "url(#h)"),
        shape(WAISTCOAT, "#fff"),
    ),
    Layer(
        line("M334 767C356 862 418 926 462 972", WOOL_DEEP, 4, 0.8)
        + line("M580 767C560 862 496 926 464 966", WOOL_DEEP, 4, 0.8)
        + line("M329 772C352 866 414 932 456 978", WOOL_LIGHT, 2.2, 0.9)
        + line("M463 974L472 1090", WOOL_DEEP, 4, 0.9)
        + line("M254 808C279 886 251 960 233 1086", WOOL_LIGHT, 3, 0.6)
        + line("M660 808C635 886 663 960 681 1086", WOOL_DEEP, 4, 0.8),
        shape(WAISTCOAT, "#fff"),
    ),
    *(
        Layer(disc(450, y, 8.5, "#0c0c0e") + disc(449, y - 1.5, 7, "#3a3c41") + disc(447, y - 3.5, 2.6, "#8d9097"))
        for y in (990, 1050)
    ),
)

PERSON = Person(
    name="kenji",
    palette=PALETTE,
    head=Head(
        eye_y=398,
        eye_gap=72,
        eye_size=1.06,
        lid=0.94,
        hooded=0.85,
        brow_y=342,
        brow_weight=1.2,
        nose_y=502,
        nose_width=34,
        mouth_y=566,
        mouth_width=49,
        lips=0.68,
        chin_y=656,
        radius=166,
        age=0.6,
        lashes=0.5,
        ruddy=0.14,
        aside=4.5,
    ),
    face=FACE,
    behind=(
        Layer(shape(BACK, DARK), "", 2),
        Layer(
            linear("n", 370, 0, 545, 0, (0, PALETTE.light, 1), (0.4, PALETTE.skin, 1), (1, PALETTE.shade, 1))
            + shape(NECK, "url(#n)")
        ),
        Layer(
            shape("M350 560L570 560L570 664C540 728 490 742 442 728C404 716 376 690 350 640Z", PALETTE.deep, 0.75),
            shape(NECK, "#fff"),
            13,
        ),
        Layer(
            shape(sliver((404, 696), (418, 746), (440, 796), 5), PALETTE.deep, 0.5)
            + shape(sliver((514, 696), (502, 746), (480, 796), 6), PALETTE.deep, 0.55)
            + disc(462, 752, 12, PALETTE.light, 0.35, 20),
            shape(NECK, "#fff"),
            4,
        ),
        *_SHIRT,
        *_WAISTCOAT,
        *_cane(),
        Layer(shape(EAR_NEAR, PALETTE.skin) + shape(EAR_FAR, PALETTE.shade)),
        Layer(shape(EAR_NEAR, PALETTE.blush, 0.22), shape(EAR_NEAR, "#fff"), 10),
        Layer(
            shape(sliver((270, 384), (254, 420), (282, 478), 6), PALETTE.deep, 0.55)
            + shape(sliver((288, 410), (270, 430), (290, 456), 5), PALETTE.deep, 0.4)
            + shape(sliver((628, 392), (634, 420), (618, 468), 5), PALETTE.deep, 0.5),
            "",
            2,
        ),
    ),
    skin=(
        Layer(
            shape(sliver((322, 480), (350, 530), (362, 590), 16), PALETTE.shade, 0.55)
            + shape(sliver((580, 480), (556, 530), (544, 590), 14), PALETTE.shade, 0.5),
            "",
            13,
        ),
        Layer(disc(450, 622, 92, "#7d6a60", 0.16, 44) + disc(450, 536, 44, "#7d6a60", 0.12, 12), "", 15),
        Layer(disc(352, 500, 3.2, PALETTE.deep, 0.6), "", 0.8),
    ),
    glasses=_glasses(),
    over=_hair(),
)
