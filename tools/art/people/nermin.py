# ruff: noqa: E501  (path data reads best unbroken)
"""Nermin Aydin: 58, tailor, stout, short copper-dyed hair, glasses low on the nose, a tape measure, a floral blouse."""

import math
import random

from tools.art.cloth import flower
from tools.art.detail import button, hem
from tools.art.figure import Build, Cloth, dressed, ears, garment, neck, outline
from tools.art.hair import lock
from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, Point, disc, inside, line, linear, shape, sliver, smooth

PALETTE = Palette(
    skin="#e0ae88",
    light="#f9d9b8",
    shade="#b67f5c",
    deep="#7a4a35",
    crease="#8f5840",
    blush="#cf5f4e",
    lip="#b8443f",
    lip_dark="#8f2f30",
    lip_light="#df8078",
    brow="#5b3420",
    lash="#20140f",
    iris="#4f3a1c",
    iris_light="#9b7f43",
)
TONES = ("#4f1d11", "#7a3318", "#a54e23", "#cb7538", "#efb37c")
ROOTS = "#b9aca2"
TEAL = Cloth("#27636b", "#3f8389", "#17474f", "#09282f", "#9fd0cf")
PRINT = (("#e8785c", "#ffd9a0", "#7fb0a0"), ("#f5e3cf", "#d98b3c", "#5d9a8c"), ("#d85a6f", "#ffe0b0", "#7fb0a0"))
TAPE, TAPE_SHADE, TAPE_DEEP = "#f2c84b", "#c99a2c", "#6f5015"
FRAME, FRAME_LIGHT, GOLD, GOLD_LIGHT = "#3b1c2c", "#8f5a72", "#b48a35", "#f3dc96"

FACE = outline(((0, 134), (88, 148), (152, 212), (178, 300), (184, 388), (186, 456), (182, 524), (158, 596), (112, 650), (56, 676), (0, 680)))  # fmt: skip
CHIN = "M286 560C290 660 340 734 458 736C572 734 620 660 624 560Z"
BUILD = Build(half=478, top=758, neck=142, fall=96)
BLOUSE = garment(BUILD, 152, 150)
COLLAR = (
    "M308 736C336 808 396 878 456 926C414 930 366 936 306 956C276 910 262 870 262 836C268 794 282 760 308 736Z"
    "M604 736C576 808 516 878 456 926C498 930 546 936 606 956C636 910 650 870 650 836C644 794 630 760 604 736Z"
)
TAPE_NEAR: list[Point] = [(334, 690), (292, 810), (300, 890), (322, 1000), (316, 1140)]
TAPE_FAR: list[Point] = [(578, 690), (620, 810), (616, 890), (594, 1000), (604, 1140)]


def _glow(x: float, y: float) -> float:
    """Returns how much light falls on hair here, from the upper left."""
    return max(0.06, min(1.0, 1.12 - math.hypot(x - 330, y - 150) / 360))


def _back() -> str:
    """Draws the hair behind the ears, cut to the nape."""
    r = random.Random(3)
    out = shape(
        "M282 520C236 500 214 400 226 300C244 170 340 96 462 96C584 96 672 172 688 300C698 400 676 500 630 520Z",
        TONES[0],
    )
    for i in range(40):
        t = ((i * 7) % 40) / 39
        side = -1 if i % 2 else 1
        x = 456 + side * (150 + 62 * t)
        end = (x - side * r.uniform(6, 30), 536 - 60 * t + r.uniform(-18, 16))
        out += lock(
            [(x, 300), (x + side * 12, 400), (x + side * 8, 480), end],
            r.uniform(9, 13),
            TONES,
            _glow(x, 420) * 0.7,
            r.uniform(0, 6),
        )
    return out


def _crown() -> str:
    """Draws hair blown back from a parting, full over the crown and over the tops of the ears."""
    r = random.Random(12)
    out = shape(
        "M262 430C226 320 250 180 340 122C400 84 520 82 588 124C676 180 696 320 656 430C650 320 610 230 512 188C410 196 300 260 262 430Z",
        TONES[0],
    )
    for i in range(54):
        t = ((i * 13) % 54) / 53
        stray = r.uniform(-8, 8)
        near: list[Point] = [
            (512 - 22 * t, 190 - 94 * t), (424 - 26 * t, 176 - 84 * t + stray), (334 - 38 * t + stray, 214 - 70 * t),
            (278 - 46 * t + stray, 300 - 36 * t), (258 - 32 * t + stray, 380 - 14 * t),
            (272 - 40 * t + stray, 430 + r.uniform(-34, 36)),
        ]  # fmt: skip
        out += lock(near, r.uniform(9, 15), TONES, _glow(*near[2]), r.uniform(0, 6))
    for i in range(44):
        t = ((i * 17) % 44) / 43
        stray = r.uniform(-8, 8)
        far: list[Point] = [
            (512 - 20 * t, 190 - 94 * t), (576 + 10 * t, 188 - 70 * t - stray), (632 + 22 * t, 262 - 54 * t),
            (652 + 34 * t + stray, 352 - 24 * t), (648 + 34 * t + stray, 434 + r.uniform(-34, 36)),
        ]  # fmt: skip
        out += lock(far, r.uniform(9, 15), TONES, _glow(*far[2]), r.uniform(0, 6))
    return out


def _fringe() -> str:
    """Locks lifted off the forehead and laid aside."""
    paths: tuple[tuple[list[Point], float], ...] = (
        ([(510, 192), (426, 196), (348, 232), (300, 300), (286, 372)], 17),
        ([(508, 190), (420, 182), (336, 212), (284, 288), (268, 380)], 18),
        ([(512, 192), (446, 212), (380, 240), (328, 288), (314, 330)], 14),
        ([(514, 192), (566, 202), (612, 250), (634, 316), (640, 388)], 16),
        ([(514, 190), (556, 216), (592, 258), (616, 306), (626, 346)], 12),
        ([(510, 186), (410, 160), (316, 184), (262, 270), (246, 372)], 18),
    )
    return "".join(lock(path, width, TONES, _glow(*path[2]), i * 1.3) for i, (path, width) in enumerate(paths))


def _roots() -> str:
    """Draws grey that shows along the parting."""
    out = ""
    for i in range(9):
        y = 186 - 10 * i
        x = 512 - 2.6 * i
        out += shape(sliver((x, y), (x - 14, y - 6), (x - 34, y - 4), 2.2), ROOTS, 0.6)
        out += shape(sliver((x, y), (x + 10, y - 5), (x + 24, y + 2), 2), ROOTS, 0.5)
    return out


def _spectacles() -> tuple[Layer, ...]:
    """Draws narrow reading glasses, low on the nose: she looks at people over them. A chain runs down from both
    sides."""
    lenses, rims = "", ""
    for side in (-1, 1):
        x, y = 450 + side * 66, 470
        rim = (
            f"M{x - 50} {y - 12}C{x - 30} {y - 17} {x + 30} {y - 17} {x + 50} {y - 12}C{x + 54} {y + 10} {x + 40} {y + 28} {x + 18} {y + 30}"
            f"C{x + 6} {y + 31} {x - 6} {y + 31} {x - 18} {y + 30}C{x - 40} {y + 28} {x - 54} {y + 10} {x - 50} {y - 12}Z"
        )
        lenses += shape(rim, "#f2f8fb", 0.22)
        lenses += shape(f"M{x - 34} {y + 14}L{x - 14} {y - 13}L{x - 2} {y - 13}L{x - 24} {y + 22}Z", "#ffffff", 0.35)
        rims += line(rim, FRAME, 5)
        rims += line(f"M{x - 46} {y - 12}C{x - 28} {y - 17} {x + 10} {y - 17} {x + 30} {y - 15}", FRAME_LIGHT, 1.6, 0.9)
        rims += line(f"M{x + side * 50} {y - 10}L{450 + side * 184} {y - 52}", FRAME, 5.5)
    rims += line("M434 466C442 458 458 458 466 466", FRAME, 5)
    return (
        Layer(
            line("M336 500C350 508 390 508 412 498M488 498C510 508 550 508 564 500", PALETTE.deep, 5, 0.3),
            shape(FACE, "#fff"),
            3,
        ),
        Layer(lenses + rims),
    )


def _chain() -> str:
    """Draws both ends of the chain of her glasses, link by link, from the ears to the shoulders."""
    paths = (
        smooth([(266, 440), (252, 540), (262, 640), (290, 714), (318, 748)]),
        smooth([(646, 440), (662, 540), (652, 640), (622, 714), (594, 748)]),
    )
    out = ""
    for d in paths:
        out += line(d, "#6d4f18", 5.4) + line(d, GOLD, 3.8)
        out += f'<path d="{d}" fill="none" stroke="{GOLD_LIGHT}" stroke-width="2.2" stroke-dasharray="3 7"/>'
    return out


def _print() -> str:
    """Flowers all over the blouse, never two on one spot."""
    r = random.Random(8)
    out, spots = "", [(1.0, 1.0)]
    for _ in range(900):
        x, y = r.uniform(-20, 930), r.uniform(750, 1090)
        if all(math.hypot(x - a, y - b) > 40 for a, b in spots):
            spots.append((x, y))
            out += flower(x, y, r.uniform(9, 15), r.uniform(0, 6.3), PRINT[len(spots) % 3])
    return out


def _tape(path: list[Point], plain: str) -> str:
    """Draws one end of the tape measure: a yellow ribbon with its marks, and a longer mark at every fifth."""
    out = line(smooth(path), TAPE_DEEP, 33, 0.8) + line(smooth(path), plain, 30)
    for i in range(34):
        t = i / 33 * (len(path) - 1)
        k = min(int(t), len(path) - 2)
        x, y = (path[k][j] + (path[k + 1][j] - path[k][j]) * (t - k) for j in (0, 1))
        long = 13 if i % 5 == 0 else 8
        out += line(
            f"M{x - 14:.1f} {y:.1f}L{x - 14 + long:.1f} {y + 1:.1f}", TAPE_DEEP, 2.2 if i % 5 == 0 else 1.5, 0.9
        )
        if i % 5 == 0:
            out += line(f"M{x + 5:.1f} {y - 4:.1f}L{x + 5:.1f} {y + 4:.1f}", "#a3352b", 2.4, 0.9)
    return out


_CLOTHES: tuple[Layer, ...] = (
    *dressed(BUILD, BLOUSE, TEAL, (Layer(_print()),)),
    inside(line("M456 926L456 1140", TEAL.deep, 4, 0.6), BLOUSE),
    Layer(button(456, 976, 9, "#efe6d8", TEAL.deep, "#ffffff") + button(456, 1056, 9, "#efe6d8", TEAL.deep, "#ffffff")),
    inside(shape(COLLAR, TEAL.deep, 0.8), BLOUSE, 9),
    Layer(
        linear("c", 262, 0, 650, 0, (0, TEAL.light, 1), (0.5, TEAL.plain, 1), (1, TEAL.shade, 1))
        + shape(COLLAR, "url(#c)")
        + hem(
            "M262 836C262 870 276 910 306 956C366 936 414 930 456 926C498 930 546 936 606 956C636 910 650 870 650 836",
            TEAL,
            1.6,
        )
    ),
    inside(line(smooth(TAPE_NEAR), TEAL.deep, 44, 0.6) + line(smooth(TAPE_FAR), TEAL.deep, 44, 0.6), BLOUSE, 8),
    Layer(_tape(TAPE_NEAR, TAPE) + _tape(TAPE_FAR, TAPE_SHADE), shape(BLOUSE, "#fff") + shape(COLLAR, "#fff")),
)

PERSON = Person(
    name="nermin",
    palette=PALETTE,
    head=Head(
        eye_y=410,
        eye_gap=75,
        eye_size=1.1,
        lid=1.0,
        hooded=0.5,
        brow_y=352,
        brow_weight=0.95,
        nose_y=524,
        nose_width=39,
        mouth_y=586,
        mouth_width=56,
        lips=0.96,
        corners=(4, 5),
        chin_y=680,
        radius=190,
        age=0.6,
        lashes=0.95,
        ruddy=0.3,
    ),
    face=FACE,
    behind=(
        Layer(_back()),
        Layer(shape("M250 420L660 420L650 620L270 620Z", "#1b0a05", 0.45), _back(), 22),
        *neck(BUILD, PALETTE, 0.35),
        Layer(
            linear("c", 290, 0, 620, 0, (0, PALETTE.light, 1), (0.4, PALETTE.skin, 1), (1, PALETTE.shade, 1))
            + shape(CHIN, "url(#c)"),
            "",
            1.5,
        ),
        inside(
            shape("M280 560L630 560L630 668C580 706 520 712 456 712C390 712 330 700 280 650Z", PALETTE.deep, 0.42),
            CHIN,
            11,
        ),
        *ears(PALETTE, 272, 634, 404, 1.02),
        *_CLOTHES,
        Layer(_chain()),
        Layer(
            "".join(
                disc(x, 506, 7.4, "#6d4f18") + disc(x - 1, 505, 6.2, GOLD) + disc(x - 3, 503, 2.4, GOLD_LIGHT)
                for x in (256, 652)
            )
        ),
    ),
    skin=(
        Layer(disc(334, 520, 60, PALETTE.light, 0.4, 48) + disc(560, 520, 54, PALETTE.light, 0.16, 46), "", 24),
        Layer(
            shape(sliver((352, 612), (340, 646), (364, 676), 7), PALETTE.deep, 0.34)
            + shape(sliver((548, 612), (560, 646), (536, 676), 7), PALETTE.deep, 0.34),
            "",
            6,
        ),
        Layer(disc(366, 566, 3.6, PALETTE.deep, 0.7), "", 0.6),
    ),
    glasses=_spectacles(),
    over=(
        Layer(
            shape(
                "M290 400C300 300 350 236 510 194C600 226 630 300 640 400L680 300L600 110L300 110L240 300Z",
                PALETTE.deep,
                0.5,
            ),
            shape(FACE, "#fff"),
            9,
        ),
        Layer(_crown()),
        Layer(_roots(), "", 1.4),
        Layer(_fringe()),
        Layer(disc(334, 168, 80, "#ffd9ac", 0.3, 56), _crown(), 32),
        Layer(shape("M560 80L720 120L720 540L630 540L640 300Z", "#200a04", 0.42), _crown(), 32),
    ),
)
