# ruff: noqa: E501  (path data reads best unbroken)
"""Ngozi Okafor: 52, spa manager, very tall, deep brown skin, close-cropped greying hair, a sharp ink-blue blazer."""

import itertools
import math
import random

from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, disc, line, linear, raised, rect, shape, sliver, smooth

PALETTE = Palette(
    skin="#70452f",
    light="#a8714e",
    shade="#4c2b1c",
    deep="#2c150d",
    crease="#331a10",
    blush="#93402e",
    lip="#95504a",
    lip_dark="#693433",
    lip_light="#c07f75",
    brow="#1a1110",
    lash="#120a08",
    iris="#2b1710",
    iris_light="#704227",
    white="#f3eae2",
)
HAIR, HAIR_LIGHT, GREY, SILVER = "#211d1e", "#4b4344", "#8d8787", "#d2cfcf"
INK, INK_LIGHT, INK_SHADE, INK_DEEP = "#26357c", "#4a5fb0", "#182257", "#0c1235"
SILK, SILK_LIGHT, SILK_SHADE = "#eee2d2", "#fffaf0", "#b8a48e"
GOLD, GOLD_LIGHT, GOLD_DEEP = "#d6a23c", "#fbe6aa", "#76521a"

RAISED = 88
"""How far the clothes are lifted: even a long neck ends somewhere."""

FACE = (
    "M286 322C276 170 352 74 450 74C548 74 624 170 614 322C618 352 618 382 608 414C600 458 586 492 560 530"
    "C530 574 494 600 450 600C406 600 370 574 340 530C314 492 300 458 292 414C282 382 282 352 286 322Z"
)
NECK = (
    "M350 500C360 590 364 650 360 690C352 734 322 758 262 782L282 1120L638 1120L658 782"
    "C594 758 566 734 558 690C554 650 552 590 558 500Z"
)
BLOUSE = "M376 800C396 872 424 924 458 956C492 924 524 872 542 800L612 850L640 1240L280 1240L306 850Z"
BLAZER = (
    "M24 1240C26 1000 46 896 138 856C226 822 322 812 372 764C378 850 410 960 456 1066C502 960 540 850 546 764"
    "C596 812 690 822 778 856C866 896 886 1000 888 1240Z"
)
LAPEL_NEAR = "M372 760C330 792 306 806 290 814C288 850 290 878 296 908L244 902L268 952C314 1020 376 1082 446 1110L462 1074C412 968 380 862 372 760Z"
LAPEL_FAR = "M546 760C588 792 612 806 628 814C630 850 628 878 622 908L674 902L650 952C604 1020 540 1082 466 1110L452 1074C504 968 538 862 546 760Z"
EAR_NEAR = "M302 322C270 292 252 312 256 360C260 402 276 436 298 440C310 440 312 426 306 400Z"
EAR_FAR = "M592 330C622 298 642 314 638 360C634 402 622 432 606 438L586 430Z"

# the edge of the hair over the forehead and the temples, from the near ear to the far one
HAIRLINE = (
    (288, 352), (300, 320), (304, 282), (318, 244), (330, 206), (366, 178), (412, 162), (462, 158),
    (512, 162), (556, 178), (588, 208), (596, 246), (606, 284), (608, 320), (616, 352),
)  # fmt: skip
CROWN = (
    (630, 330), (640, 262), (626, 180), (588, 112), (528, 70), (458, 56), (388, 68), (328, 108),
    (286, 176), (270, 260), (276, 330),
)  # fmt: skip
CAP = smooth([*HAIRLINE, *CROWN], closed=True)


def _cap_light(x: float, y: float) -> float:
    """Returns how much light falls on the cropped hair here, from the upper left."""
    return max(0.0, 1 - math.hypot(x - 350, y - 130) / 250)


def _crop() -> str:
    """Draws tiny tight curls over the whole cap, black, brown and grey, greyest at the temples."""
    r = random.Random(13)
    out = ""
    for _ in range(1700):
        a, k = r.uniform(math.radians(170), math.radians(370)), math.sqrt(r.uniform(0.25, 1.0))
        x, y = 455 + 184 * k * math.cos(a), 262 + 204 * k * math.sin(a)
        glow = _cap_light(x, y)
        temple = min(1.0, abs(x - 455) / 170) ** 2
        grey = r.random() < 0.16 + 0.42 * temple
        colour = (SILVER if r.random() < 0.4 else GREY) if grey else (HAIR_LIGHT if r.random() < 0.5 else "#0d0b0c")
        turn, size = r.uniform(0, 6.3), r.uniform(2.0, 3.6)
        dx, dy = size * math.cos(turn), size * math.sin(turn)
        curl = f"M{x - dx:.1f} {y - dy:.1f}C{x + dy:.1f} {y - dx:.1f} {x + dx + dy:.1f} {y + dy:.1f} {x + dx:.1f} {y + dy:.1f}"
        out += line(curl, colour, 1.5, (0.4 if grey else 0.55) + 0.4 * glow)
    return out


def _edge() -> str:
    """Draws short hairs that soften the hairline."""
    r = random.Random(27)
    out = ""
    for (ax, ay), (bx, by) in itertools.pairwise(HAIRLINE):
        for _ in range(22):
            t = r.uniform(0, 1)
            x, y = ax + (bx - ax) * t + r.uniform(-3, 3), ay + (by - ay) * t + r.uniform(-3, 4)
            end = (x + (455 - x) * 0.03 + r.uniform(-3, 3), y + r.uniform(2, 8))
            out += shape(
                sliver((x, y - 3), (x, y), end, 1.0), GREY if r.random() < 0.25 else HAIR, r.uniform(0.4, 0.85)
            )
    return out


def _weave() -> str:
    """Draws the fine diagonal weave of the blazer."""
    return "".join(line(f"M{x} 740L{x - 130} 1130", INK_DEEP, 1.6, 0.22) for x in range(0, 1060, 9))


def _earring(x: float, y: float) -> str:
    """Draws a small gold stud with a short drop."""
    drop = f"M{x} {y + 6}C{x - 8} {y + 18} {x - 7} {y + 30} {x} {y + 31}C{x + 7} {y + 30} {x + 8} {y + 18} {x} {y + 6}Z"
    return (
        shape(drop, GOLD_DEEP)
        + shape(sliver((x - 1, y + 8), (x - 4, y + 20), (x - 1, y + 29), 4), GOLD)
        + disc(x, y, 6.4, GOLD_DEEP)
        + disc(x - 0.6, y - 0.6, 5, GOLD)
        + disc(x - 2, y - 2, 1.9, GOLD_LIGHT)
        + line(f"M{x - 3} {y + 18}L{x - 3} {y + 25}", GOLD_LIGHT, 1.8)
    )


def _badge() -> tuple[Layer, ...]:
    """Draws a name badge without a name: a brushed plate with a gold edge."""
    plate = rect(664, 962, 118, 44, "url(#plate)", 1, 7)
    tone = linear("plate", 664, 962, 782, 1006, (0, "#fffdf6", 1), (0.5, "#e9e2d3", 1), (1, "#bfb39c", 1))
    return (
        Layer(rect(667, 967, 120, 46, "#050818", 0.55, 8), "", 5),
        Layer(rect(661, 959, 124, 50, GOLD_DEEP, 1, 9) + rect(662, 960, 121, 47, GOLD, 1, 9) + tone + plate),
        Layer(shape("M672 1002L706 966L726 966L692 1002Z M736 1002L770 966L775 966L741 1002Z", "#ffffff", 0.6)),
    )


_NECK = (
    Layer(
        linear("n", 376, 0, 544, 0, (0, PALETTE.light, 1), (0.4, PALETTE.skin, 1), (1, PALETTE.shade, 1))
        + shape(NECK, "url(#n)")
    ),
    Layer(
        shape("M370 500L560 500L560 618C536 664 490 680 450 668C414 656 388 632 372 590Z", PALETTE.deep, 0.8),
        shape(NECK, "#fff"),
        14,
    ),
    Layer(
        shape(sliver((394, 640), (412, 710), (446, 790), 7), PALETTE.deep, 0.42)
        + shape(sliver((526, 632), (508, 710), (472, 790), 8), PALETTE.deep, 0.48)
        + disc(458, 794, 14, PALETTE.deep, 0.4, 9)
        + shape(sliver((384, 690), (440, 704), (510, 692), 2), PALETTE.deep, 0.32),
        shape(NECK, "#fff"),
        5,
    ),
    Layer(
        line("M378 630C380 670 379 700 374 726", PALETTE.light, 9, 0.6)
        + shape(
            sliver((330, 780), (390, 782), (436, 810), 7) + sliver((580, 780), (526, 782), (482, 810), 6),
            PALETTE.light,
            0.5,
        ),
        shape(NECK, "#fff"),
        6,
    ),
)

_BLOUSE = (
    Layer(
        linear("b", 300, 0, 620, 0, (0, SILK_LIGHT, 1), (0.5, SILK, 1), (1, SILK_SHADE, 1)) + shape(BLOUSE, "url(#b)")
    ),
    Layer(
        shape(
            sliver((380, 880), (410, 960), (440, 1040), 8) + sliver((540, 880), (510, 960), (470, 1040), 9),
            SILK_SHADE,
            0.8,
        )
        + line("M376 800C396 872 424 924 458 956C492 924 524 872 542 800", SILK_SHADE, 12, 0.6),
        shape(BLOUSE, "#fff"),
        6,
    ),
    Layer(line("M377 806C397 874 425 924 458 955C491 924 523 874 541 806", SILK_LIGHT, 3, 0.8)),
)

_BLAZER = (
    Layer(shape(BLAZER, "#120c0a", 0.5), shape(BLOUSE, "#fff"), 10),
    Layer(linear("z", 0, 770, 0, 1080, (0, INK_LIGHT, 1), (0.3, INK, 1), (1, INK_SHADE, 1)) + shape(BLAZER, "url(#z)")),
    Layer(_weave(), shape(BLAZER, "#fff")),
    Layer(shape("M660 780C760 840 776 960 750 1240L920 1240L920 780Z", INK_DEEP, 0.75), shape(BLAZER, "#fff"), 34),
    Layer(disc(160, 890, 70, "#8fa4ee", 0.42, 60), shape(BLAZER, "#fff"), 40),
    Layer(
        shape(
            sliver((150, 1240), (186, 1010), (156, 930), 10) + sliver((764, 1240), (730, 1010), (762, 930), 11),
            INK_DEEP,
            0.85,
        )
        + shape(sliver((190, 852), (250, 900), (300, 906), 8), INK_DEEP, 0.3),
        shape(BLAZER, "#fff"),
        9,
    ),
    Layer(shape(LAPEL_NEAR + LAPEL_FAR, INK_DEEP, 0.9), shape(BLAZER, "#fff"), 9),
    Layer(
        linear("l", 250, 770, 480, 1080, (0, INK_LIGHT, 1), (0.6, INK, 1), (1, INK_SHADE, 1))
        + shape(LAPEL_NEAR, "url(#l)")
    ),
    Layer(linear("r", 560, 770, 600, 1080, (0, INK, 1), (1, INK_DEEP, 1)) + shape(LAPEL_FAR, "url(#r)")),
    Layer(_weave(), shape(LAPEL_NEAR + LAPEL_FAR, "#fff")),
    Layer(
        line("M296 908L244 902L268 952C314 1020 376 1082 446 1110", "#7f92da", 2.4, 0.7)
        + line("M622 908L674 902L650 952C604 1020 540 1082 466 1110", INK_LIGHT, 2, 0.6)
        + line("M372 762C380 862 412 968 460 1070", "#7f92da", 2, 0.5)
        + line("M296 908L334 890", INK_DEEP, 3, 0.8)
        + line("M622 908L586 890", INK_DEEP, 3, 0.9)
    ),
)


_EARS = (
    Layer(shape(EAR_NEAR, PALETTE.skin) + shape(EAR_FAR, PALETTE.shade)),
    Layer(shape(EAR_NEAR, PALETTE.blush, 0.25), shape(EAR_NEAR, "#fff"), 10),
    Layer(
        shape(
            sliver((278, 328), (258, 362), (288, 420), 5) + sliver((292, 350), (276, 370), (292, 394), 4),
            PALETTE.deep,
            0.6,
        )
        + shape(sliver((624, 330), (632, 366), (614, 412), 5), PALETTE.deep, 0.6),
        "",
        2,
    ),
    Layer(_earring(286, 440) + _earring(614, 440)),
)

PERSON = Person(
    name="ngozi",
    palette=PALETTE,
    head=Head(
        eye_y=344,
        eye_gap=74,
        eye_size=1.06,
        lid=1.02,
        hooded=0.15,
        brow_y=290,
        brow_weight=0.82,
        nose_y=446,
        nose_width=39,
        mouth_y=508,
        mouth_width=54,
        lips=1.4,
        chin_y=600,
        radius=166,
        age=0.4,
        lashes=0.85,
        ruddy=0.16,
    ),
    face=FACE,
    behind=(*_NECK, *(raised(layer, RAISED) for layer in (*_BLOUSE, *_BLAZER)), *_badge(), *_EARS),
    skin=(
        Layer(disc(344, 398, 34, PALETTE.light, 0.75, 13) + disc(552, 398, 26, PALETTE.light, 0.35, 11), "", 9),
        Layer(
            shape(
                sliver((306, 420), (346, 470), (392, 486), 16) + sliver((598, 420), (560, 470), (512, 486), 16),
                PALETTE.deep,
                0.5,
            ),
            "",
            13,
        ),
    ),
    over=(
        Layer(shape(CAP, PALETTE.deep, 0.6), shape(FACE, "#fff"), 8),
        Layer(
            linear("h", 270, 60, 640, 340, (0, "#57504f", 1), (0.45, HAIR, 1), (1, "#0f0c0d", 1))
            + shape(CAP, "url(#h)"),
            "",
            1.2,
        ),
        Layer(_crop(), shape(CAP, "#fff")),
        Layer(_edge()),
        Layer(disc(350, 128, 76, "#b9b2b4", 0.26, 50), shape(CAP, "#fff"), 34),
    ),
)
