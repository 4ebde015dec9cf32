# ruff: noqa: E501  (path data reads best unbroken)
"""Gareth Pugh: 58, piano tuner who sees light and large shapes, small and upright, grey waves, corduroy, long cane."""

import random

from tools.art.figure import Build, Cloth, dressed, ears, neck, outline
from tools.art.hair import Guide, along, lock, swept
from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, disc, inside, line, linear, rect, shape, sliver

PALETTE = Palette(
    skin="#e9bb9f",
    light="#fde0ca",
    shade="#c08a70",
    deep="#834f3f",
    crease="#96604c",
    blush="#cf5142",
    lip="#bd7468",
    lip_dark="#9a544a",
    lip_light="#e0a79b",
    brow="#6f6960",
    lash="#55453b",
    iris="#6f8796",
    iris_light="#c3d2d8",
)
TONES = ("#505357", "#7d8186", "#a3a7ab", "#c8cbcd", "#f0f1f1")
CORD = Cloth("#7b5334", "#9a6e49", "#5a3a23", "#341f12", "#e2bd94")
WOOL = Cloth("#7f9078", "#9dad95", "#61705c", "#3b4738", "#dbe5d4")
SHIRT = Cloth("#f0e9dc", "#fdf9f1", "#c8bda9", "#867b69", "#ffffff")

BUILD = Build(half=340, top=754, neck=74, fall=92)
FACE = outline(
    (
        (0, 128),
        (98, 142),
        (154, 208),
        (168, 300),
        (160, 380),
        (166, 442),
        (160, 508),
        (140, 570),
        (104, 622),
        (60, 652),
        (0, 660),
    )
)
BODY = "M370 712C384 744 420 784 457 804C494 784 530 744 544 712L566 1140L348 1140Z"
PULLOVER = "M380 764C398 824 428 866 457 884C486 866 516 824 534 764L590 800L590 1140L324 1140L324 800Z"
JACKET = (
    "M117 1140C118 1030 134 900 190 846C246 800 330 784 374 732C382 830 408 930 428 1004L420 1140Z"
    "M797 1140C796 1030 780 900 724 846C668 800 584 784 540 732C532 830 506 930 486 1004L494 1140Z"
)
LAPEL = "M374 730C350 754 332 800 326 852L362 864L338 892C368 940 404 984 428 1010C402 930 382 830 374 730Z"
LAPEL_FAR = "M540 730C564 754 582 800 588 852L552 864L576 892C546 940 510 984 486 1010C512 930 532 830 540 730Z"
COLLAR = "M380 706C384 750 414 800 455 832L414 888C380 852 356 796 366 738Z"
COLLAR_FAR = "M534 706C530 750 500 800 459 832L500 888C534 852 558 796 548 738Z"

ROOTS: Guide = [
    (286, 426),
    (291, 360),
    (302, 300),
    (316, 248),
    (340, 204),
    (382, 196),
    (430, 206),
    (462, 206),
    (508, 194),
    (556, 200),
    (588, 250),
    (602, 310),
    (610, 360),
    (614, 426),
]
TIPS: Guide = [
    (272, 436),
    (254, 362),
    (250, 286),
    (266, 206),
    (304, 138),
    (364, 96),
    (430, 78),
    (478, 78),
    (544, 92),
    (604, 138),
    (642, 206),
    (652, 286),
    (648, 362),
    (630, 436),
]


def _waves() -> str:
    """Draws thick hair brushed back by feel: waves that rise from the brow and roll to both sides."""
    r = random.Random(17)
    out = ""
    for i in range(34):
        s = 0.25 + 0.5 * ((i * 11) % 34) / 33
        u = (s - 0.5) / 0.25
        (ax, ay), (bx, by) = along(ROOTS, s), along(TIPS, s)
        swell = r.uniform(9, 15) * (1 if u >= -0.2 else -1)
        path: Guide = [
            (ax, ay + 6),
            (ax - swell * 0.4, ay + (by - ay) * 0.3 - 8),
            (ax + (bx - ax) * 0.5 + swell * 0.5, ay + (by - ay) * 0.7 - 6),
            (bx + swell * 0.8 - 4 * u, by + 2 + 8 * abs(u)),
            (bx + swell * 1.6 - 12 * u, by + 16 + 70 * u * u + r.uniform(-6, 10)),
        ]
        out += lock(path, r.uniform(9, 13), TONES, max(0.2, 0.75 - 0.3 * u), r.uniform(0, 6))
    return out


def _sides() -> str:
    """Draws whiter hair brushed back over the ears, a little long for the barber."""
    r = random.Random(23)
    tones = (TONES[1], TONES[2], TONES[3], TONES[4], "#ffffff")
    out = ""
    for i in range(70):
        side = -1 if i % 2 else 1
        t = (i // 2) / 34
        x, y = 450 + side * (142 + 10 * t + r.uniform(0, 12)), 222 + 132 * t + r.uniform(-8, 8)
        drop = 66 - 14 * t
        path: Guide = [
            (x, y),
            (x + side * 16, y + drop * 0.2),
            (x + side * 28, y + drop * 0.55),
            (x + side * (34 - 10 * t) + r.uniform(-4, 4), y + drop * r.uniform(0.9, 1.2)),
        ]
        out += lock(path, r.uniform(6, 9), tones, 0.6 if side < 0 else 0.3, r.uniform(0, 6))
    return out


def _wales() -> str:
    """Draws the wales of the corduroy."""
    out = ""
    for i in range(76):
        x = 112 + i * 9.1
        slant = (457 - x) * 0.12
        out += line(f"M{x + slant:.1f} 730L{x:.1f} 1090", CORD.deep, 2.6, 0.3) + line(
            f"M{x + 3.4 + slant:.1f} 730L{x + 3.4:.1f} 1090", CORD.light, 1.8, 0.36
        )
    return out


def _fork() -> tuple[Layer, ...]:
    """Draws a tuning fork in the breast pocket, its tines up."""
    tines = "M586 880L586 938C586 962 616 962 616 938L616 880M601 956L601 1000"
    pocket = "M556 984L654 970L656 984L558 998Z"
    return (
        inside(line(tines, CORD.deep, 12, 0.6), JACKET, 5),
        Layer(
            line(tines, "#4e565c", 9.5)
            + line(tines, "#aab3b9", 7)
            + line("M584 882L584 938C585 952 592 958 600 959M614 882L614 936", "#f1f5f7", 2.2, 0.9)
        ),
        inside(
            shape("M552 984L658 969L664 1060L556 1072Z", CORD.plain)
            + shape("M552 984L658 969L664 1060L556 1072Z", CORD.deep, 0.2),
            JACKET,
        ),
        Layer(
            shape(pocket, CORD.light)
            + line("M557 998L656 984", CORD.deep, 3, 0.8)
            + line("M556 984L654 970", CORD.sheen, 1.6, 0.5)
        ),
    )


def _cane() -> tuple[Layer, ...]:
    """Draws the long cane that stands beside him: a black grip with its loop, and the white tube below."""
    tube = (
        rect(742, 850, 17, 300, "#8d959b", 1, 6)
        + rect(744, 850, 12, 300, "#f8f9f9", 1, 5)
        + rect(752, 850, 4, 300, "#c6cdd2", 0.9, 2)
    )
    grip = rect(737, 668, 27, 196, "#121315", 1, 12) + rect(742, 676, 7, 178, "#5b5e64", 0.75, 3.5)
    ridges = "".join(line(f"M739 {y}L762 {y}", "#000000", 2, 0.6) for y in range(700, 850, 13))
    loop = "M752 672C770 640 790 660 784 706C778 746 764 770 756 788"
    return (
        inside(rect(722, 690, 44, 450, CORD.deep, 0.7, 20), JACKET, 12),
        Layer(tube + line(loop, "#0f1012", 5) + line(loop, "#50535a", 1.6, 0.8) + grip + ridges),
        Layer(rect(740, 1010, 21, 42, "#a8322b", 1, 3) + rect(744, 1010, 5, 42, "#d9685e", 0.9, 2)),
    )


_CLOTHES: tuple[Layer, ...] = (
    *dressed(BUILD, BODY, SHIRT),
    Layer(
        line("M457 834L457 900", SHIRT.shade, 2.4) + disc(458, 860, 5.4, SHIRT.deep) + disc(457, 859, 4.4, "#ffffff")
    ),
    Layer(shape(PULLOVER, SHIRT.deep, 0.6), shape(BODY, "#fff"), 8),
    Layer(
        linear("p", 334, 0, 580, 0, (0, WOOL.light, 1), (0.5, WOOL.plain, 1), (1, WOOL.shade, 1))
        + shape(PULLOVER, "url(#p)")
    ),
    inside("".join(line(f"M{x} 760L{x} 1140", WOOL.deep, 2, 0.22) for x in range(338, 580, 9)), PULLOVER),
    inside(
        line("M380 764C398 824 428 866 457 884C486 866 516 824 534 764", WOOL.shade, 22)
        + line("M370 780C390 838 424 880 457 898C490 880 524 838 544 780", WOOL.deep, 2.4, 0.6),
        PULLOVER,
    ),
    Layer(shape(COLLAR + COLLAR_FAR, WOOL.deep, 0.6), shape(BODY + PULLOVER, "#fff"), 8),
    Layer(shape(COLLAR, SHIRT.light) + shape(COLLAR_FAR, "#dfd5c4")),
    Layer(line("M370 742C366 792 388 842 413 876M544 742C548 792 526 842 501 876", SHIRT.shade, 1.8)),
    Layer(shape(JACKET, "#241a12", 0.6), shape(PULLOVER + BODY, "#fff"), 10),
    *dressed(BUILD, JACKET, CORD, (Layer(_wales()),)),
    Layer(shape(LAPEL + LAPEL_FAR, CORD.deep, 0.65), shape(JACKET, "#fff"), 9),
    Layer(
        linear("l", 326, 0, 588, 0, (0, CORD.light, 1), (0.5, CORD.plain, 1), (1, CORD.shade, 1))
        + shape(LAPEL + LAPEL_FAR, "url(#l)")
    ),
    inside(_wales(), LAPEL + LAPEL_FAR),
    Layer(
        line("M326 852L362 864L338 892M588 852L552 864L576 892", CORD.deep, 2.4, 0.7)
        + line("M374 736C352 760 335 800 329 850", CORD.sheen, 2, 0.5)
    ),
    *_fork(),
    *_cane(),
)

PERSON = Person(
    name="gareth",
    palette=PALETTE,
    head=Head(
        eye_y=400,
        eye_gap=74,
        eye_size=0.98,
        lid=0.9,
        hooded=0.5,
        brow_y=348,
        brow_weight=1.25,
        nose_y=508,
        nose_width=38,
        mouth_y=574,
        mouth_width=54,
        lips=0.72,
        chin_y=656,
        radius=172,
        age=0.7,
        lashes=0.45,
        ruddy=0.26,
        aside=4.5,
        corners=(3.0, 2.5),
        arch=(2.0, 1.0, -4.0),
    ),
    face=FACE,
    behind=(
        Layer(
            shape(
                outline(((0, 100), (120, 120), (186, 220), (192, 340), (172, 470), (110, 530), (0, 540)), 452), TONES[1]
            ),
            "",
            2,
        ),
        *neck(BUILD, PALETTE, 0.55),
        *_CLOTHES,
        *ears(PALETTE, 288, 614, 404, 1.06),
    ),
    skin=(
        Layer(disc(340, 486, 44, PALETTE.blush, 0.12, 24) + disc(560, 486, 40, PALETTE.blush, 0.12, 24), "", 13),
        Layer(disc(344, 566, 26, PALETTE.shade, 0.35, 46) + disc(562, 570, 24, PALETTE.shade, 0.4, 46), "", 15),
        Layer(shape(sliver((448, 630), (451, 638), (450, 648), 3), PALETTE.deep, 0.35), "", 2.4),
    ),
    over=(
        Layer(
            shape(
                "M290 420C298 320 318 246 346 208C430 224 480 220 554 206C588 250 604 330 612 420L650 330L600 100L300 100L252 300Z",
                PALETTE.deep,
                0.38,
            ),
            shape(FACE, "#fff"),
            9,
        ),
        *swept(ROOTS, TIPS, TONES, 420, 5, 8, 0.0),
        Layer(_sides()),
        Layer(_waves()),
        Layer(shape("M540 60L720 60L720 440L616 420L590 220Z", "#1d2024", 0.34), _waves() + _sides(), 30),
        Layer(disc(368, 140, 74, "#ffffff", 0.22, 44), _waves(), 26),
    ),
    view=(-45.0, -108.0, 990.0, 1188.0),
)
