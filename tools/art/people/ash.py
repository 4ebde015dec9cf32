# ruff: noqa: E501  (path data reads best unbroken)
"""Ash Bergeron: 24, stocky, once played defence; short in front and long at the neck, tattooed, a brick-red tank top."""

import math
import random

from tools.art.hair import lock
from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, Point, disc, inside, line, linear, shape, sliver, smooth

PALETTE = Palette(
    skin="#dcaa85",
    light="#f6d3b2",
    shade="#a9744f",
    deep="#6c402a",
    crease="#7d4d35",
    blush="#cc5a49",
    lip="#bd7064",
    lip_dark="#96504a",
    lip_light="#e0a195",
    brow="#3a2619",
    lash="#2a1a12",
    iris="#4d6a7c",
    iris_light="#a3c0ca",
)
ROOTS = ("#20150f", "#3a281b", "#4b3524", "#67492f", "#86633f")
BLEACH = ("#86622f", "#b98b45", "#d3a95c", "#ecca85", "#fbe6b4")
RED, RED_LIGHT, RED_SHADE, RED_DEEP = "#a4402f", "#c5604a", "#7c2c21", "#4f1912"
INK = "#28364a"

FACE = (
    "M282 384C274 240 344 156 450 156C556 156 626 240 618 384C622 450 614 516 594 566"
    "C568 620 504 652 450 652C396 652 332 620 306 566C286 516 278 450 282 384Z"
)
SKULL = "M282 400C256 240 332 122 450 122C568 122 644 240 618 400Z"
TEMPLES = "M282 404C296 372 304 340 312 300C316 280 322 262 334 244L566 244C578 262 584 280 588 300C596 340 604 372 618 404L650 330L600 110L300 110L250 330Z"
BODY = (
    "M330 540C340 640 336 690 308 726C262 762 172 776 112 832C52 890 30 1000 24 1140L888 1140"
    "C884 1000 862 890 802 832C742 776 652 762 606 726C578 690 574 640 582 540Z"
)
TOP = (
    "M214 778C240 768 262 762 282 752C306 850 372 906 456 906C540 906 606 850 632 752"
    "C652 762 674 768 700 778C690 870 712 970 756 1140L158 1140C202 970 224 870 214 778Z"
)
EDGE = (
    "M282 752C306 850 372 906 456 906C540 906 606 850 632 752L652 762C626 872 548 926 456 926C364 926 288 872 262 762Z"
)
EAR = "M292 400C268 376 248 392 252 430C256 466 272 496 292 498C302 498 304 484 302 466Z"
EAR_FAR = "M610 404C626 380 644 392 640 428C636 460 626 488 610 492Z"


def _glow(x: float, y: float) -> float:
    """Returns how much light falls on hair here, from the upper left."""
    return max(0.08, min(1.0, 1.12 - math.hypot(x - 350, y - 140) / 320))


def _tail(side: int) -> str:
    """Draws the hair that is long at the neck: waving locks from behind an ear that turn up at the collar."""
    r = random.Random(30 + side)
    out = ""
    for i in range(24):
        t = ((i * 7) % 24) / 23
        x, phase = 450 + side * (80 + 74 * t), r.uniform(-0.9, 0.9)
        end, flick = 716 - 56 * t + r.uniform(-26, 16), side * r.uniform(6, 40) * (0.4 + t)
        path: list[Point] = []
        for k in range(8):
            f = k / 7
            sway = 8 * math.sin(phase + f * 7) * min(1.0, 3 * f)
            path.append(
                (x + side * 22 * math.sin(f * 2.2) + sway + flick * max(0.0, f - 0.55) * 2.2, 420 + (end - 420) * f)
            )
        out += lock(path, r.uniform(7, 11), BLEACH if i % 4 else ROOTS, _glow(x, 400) * 0.8, r.uniform(0, 6))
    return out


def _clipped(side: int) -> str:
    """Draws hair clipped short over one ear: single hairs, dark as the roots."""
    r = random.Random(40 + side)
    out = ""
    for _ in range(620):
        t = r.random()
        y = 216 + 190 * t
        edge = 170 - 40 * max(0.0, 1 - (y - 216) / 130) ** 1.2
        x = 450 + side * r.uniform(edge - 26, 172)
        out += shape(
            sliver((x, y), (x + side * 2, y + 4), (x + side * 3, y + 9), 0.8),
            ROOTS[1] if r.random() < 0.7 else ROOTS[3],
            (0.8 - 0.35 * t) * r.uniform(0.6, 1.0),
        )
    return out


def _mop() -> str:
    """Draws bleached hair on top, thrown forward and to one side by a hand: rows from the brow back to the crown."""
    r = random.Random(78)
    out = ""
    for root, tip, half, count in (
        (186, 268, 128, 24),
        (160, 240, 130, 22),
        (134, 210, 124, 21),
        (110, 178, 108, 19),
        (94, 146, 78, 14),
    ):
        for i in sorted(range(count), key=lambda i: -abs(i - (count - 1) / 2)):
            u = (i + r.uniform(-0.2, 0.2)) / (count - 1) * 2 - 1
            x, y = 464 + half * u, root + 40 * abs(u) ** 2.2 + r.uniform(-6, 6)
            lean = -34 + 18 * u + 56 * max(0.0, u - 0.3) + r.uniform(-20, 20)
            drop = (tip - root) * (1 - 0.25 * u * u) * r.uniform(0.8, 1.15)
            path: list[Point] = [
                (x - 34 * u, y + 12),
                (x - 8 * u + lean * 0.1, y - 8 + drop * 0.05),
                (x + lean * 0.35, y - 6 + drop * 0.35),
                (x + lean * 0.8, y + drop * 0.7),
                (x + lean * r.uniform(1.0, 1.6), y + drop),
            ]
            out += lock(path, r.uniform(7, 10), BLEACH, _glow(x, y), r.uniform(0, 6))
    return out


def _pine(x: float, y: float, tall: float) -> str:
    """Draws a tattooed spruce with its foot at a point."""
    out = line(f"M{x} {y}L{x} {y - tall}", INK, 2.6)
    for i in range(6):
        t = i / 6
        half = tall * (0.30 - 0.25 * t)
        top = y - tall * (0.12 + 0.80 * t)
        out += shape(
            sliver((x, top - tall * 0.16), (x - half * 0.4, top), (x - half, top + tall * 0.05), 3.2), INK
        ) + shape(sliver((x, top - tall * 0.16), (x + half * 0.4, top), (x + half, top + tall * 0.05), 3.2), INK)
    return out


def _bird(x: float, y: float, size: float) -> str:
    """Draws a tattooed swallow seen from above, wings wide."""
    out = shape(sliver((x - size, y - size * 0.5), (x - size * 0.3, y - size * 0.75), (x, y), size * 0.16), INK)
    out += shape(sliver((x + size, y - size * 0.6), (x + size * 0.4, y - size * 0.7), (x, y), size * 0.16), INK)
    out += shape(
        sliver((x + size * 0.1, y - size * 0.5), (x + size * 0.02, y), (x - size * 0.1, y + size * 0.35), size * 0.2),
        INK,
    )
    for lean in (-0.36, 0.16):
        out += shape(
            sliver((x - size * 0.06, y + size * 0.2), (x, y + size * 0.5), (x + lean * size, y + size), size * 0.07),
            INK,
        )
    return out


def _ink() -> str:
    """Draws the tattoos: spruces and a moon on the near arm, waves on the far one, swallows under the collarbone, a
    puck."""
    out = "".join(
        _pine(x, y, tall) for x, y, tall in ((62, 1062, 96), (98, 1050, 132), (136, 1058, 104), (168, 1066, 70))
    )
    out += line("M34 1068C80 1056 140 1060 186 1072", INK, 5) + line("M34 1082C80 1070 140 1074 186 1086", INK, 2.4)
    out += shape(
        "M120 858C96 862 84 886 94 906C104 924 128 928 142 914C124 914 112 902 110 888C108 876 112 866 120 858Z", INK
    )
    for i, y in enumerate((918, 944, 970, 996)):
        waves = smooth([(744 + k * 17, y + (9 if k % 2 else -9) + k * 2) for k in range(10)])
        out += line(waves, INK, (5, 3, 5, 2.4)[i])
    out += line("M736 1026C780 1036 840 1040 890 1034M738 1040C780 1050 840 1054 890 1048", INK, 4)
    out += _bird(352, 812, 36) + _bird(572, 806, 28)
    return out


def _jewels() -> str:
    """Rings along the near ear and one in the far one."""
    out = ""
    for x, y in ((262, 470), (254, 446)):
        out += line(f"M{x + 10} {y - 7}C{x - 6} {y - 12} {x - 10} {y + 10} {x + 6} {y + 10}", "#5f666d", 4.6)
        out += line(f"M{x + 9} {y - 7}C{x - 6} {y - 11} {x - 9} {y + 9} {x + 5} {y + 9}", "#e4e8eb", 2.2)
    return out + disc(626, 482, 6, "#5f666d") + disc(625, 481, 4.6, "#dfe4e8")


_TORSO: tuple[Layer, ...] = (
    Layer(
        linear("n", 60, 0, 820, 0, (0, PALETTE.light, 1), (0.4, PALETTE.skin, 1), (1, PALETTE.shade, 1))
        + shape(BODY, "url(#n)")
    ),
    inside(
        shape("M316 540L600 540L594 656C544 714 490 726 440 718C392 710 346 682 322 628Z", PALETTE.deep, 0.66), BODY, 13
    ),
    inside(
        shape(sliver((360, 660), (390, 740), (440, 806), 6), PALETTE.deep, 0.4)
        + shape(sliver((552, 660), (520, 740), (476, 806), 7), PALETTE.deep, 0.5)
        + shape(sliver((170, 806), (320, 786), (436, 824), 7), PALETTE.deep, 0.42)
        + shape(sliver((742, 806), (594, 786), (480, 824), 7), PALETTE.deep, 0.5)
        + disc(458, 822, 12, PALETTE.deep, 0.42, 10),
        BODY,
        6,
    ),
    inside(
        disc(130, 872, 60, PALETTE.light, 0.6, 46)
        + shape(sliver((190, 790), (310, 766), (410, 800), 7), PALETTE.light, 0.6)
        + shape(sliver((340, 690), (362, 750), (410, 806), 5), PALETTE.light, 0.5),
        BODY,
        13,
    ),
    inside(shape("M700 770C800 850 790 960 760 1140L900 1140L900 780Z", PALETTE.deep, 0.42), BODY, 30),
    inside(
        shape(sliver((196, 1140), (214, 1020), (206, 900), 12), PALETTE.deep, 0.6)
        + shape(sliver((720, 1140), (702, 1020), (710, 900), 13), PALETTE.deep, 0.75),
        BODY,
        8,
    ),
    inside(f'<g opacity="0.72">{_ink()}</g>', BODY, 0.5),
    inside(shape(TOP, PALETTE.deep, 0.6), BODY, 9),
    Layer(linear("t", 0, 760, 0, 1080, (0, RED_LIGHT, 1), (0.45, RED, 1), (1, RED_SHADE, 1)) + shape(TOP, "url(#t)")),
    inside(shape("M560 780C640 880 640 990 600 1140L800 1140L760 770Z", RED_DEEP, 0.62), TOP, 34),
    inside(disc(320, 960, 70, "#ee9a80", 0.35, 60), TOP, 36),
    inside(
        shape(sliver((250, 1000), (350, 1030), (450, 1000), 9), RED_DEEP, 0.4)
        + shape(sliver((680, 990), (580, 1034), (470, 1010), 9), RED_DEEP, 0.5)
        + shape(sliver((236, 820), (262, 900), (250, 1010), 8), RED_DEEP, 0.45)
        + shape(sliver((672, 820), (652, 900), (664, 1010), 9), RED_DEEP, 0.6),
        TOP,
        10,
    ),
    inside(line("M282 752C306 850 372 906 456 906C540 906 606 850 632 752", RED_DEEP, 26, 0.5), TOP, 8),
    Layer(linear("e", 262, 0, 652, 0, (0, RED_LIGHT, 1), (0.5, RED, 1), (1, RED_SHADE, 1)) + shape(EDGE, "url(#e)")),
    Layer(
        line("M266 768C292 876 366 930 456 930C546 930 620 876 648 768", RED_DEEP, 2, 0.6)
        + line("M226 776C236 870 216 968 170 1140M688 776C678 870 700 970 744 1140", RED_DEEP, 2.2, 0.5)
    ),
    Layer(_jewels()),
)

PERSON = Person(
    name="ash",
    palette=PALETTE,
    head=Head(
        eye_y=404,
        eye_gap=74,
        eye_size=1.02,
        lid=0.94,
        brow_y=352,
        brow_weight=1.35,
        nose_width=35,
        mouth_width=53,
        lips=0.96,
        chin_y=650,
        radius=176,
        lashes=0.75,
        ruddy=0.26,
    ),
    face=FACE,
    behind=(
        Layer(_tail(-1) + _tail(1)),
        Layer(shape("M260 420L650 420L640 720L280 720Z", "#1d120a", 0.5), _tail(-1) + _tail(1), 26),
        *_TORSO,
        Layer(
            linear("k", 0, 220, 0, 400, (0, ROOTS[0], 1), (0.6, ROOTS[1], 1), (1, PALETTE.shade, 1))
            + shape(SKULL, "url(#k)")
        ),
        Layer(shape(EAR, PALETTE.skin) + shape(EAR_FAR, PALETTE.shade)),
        inside(shape(EAR, PALETTE.blush, 0.25), EAR, 8),
        Layer(
            shape(sliver((274, 404), (260, 434), (284, 472), 5), PALETTE.deep, 0.5)
            + shape(sliver((622, 408), (632, 430), (614, 470), 5), PALETTE.deep, 0.5),
            "",
            1.5,
        ),
    ),
    skin=(
        Layer(shape(sliver((388, 610), (400, 618), (414, 620), 1.9), PALETTE.light, 0.9), "", 0.6),
        Layer(shape(sliver((440, 446), (452, 452), (462, 446), 1.6), PALETTE.light, 0.8), "", 0.6),
        Layer(disc(342, 520, 20, PALETTE.shade, 0.25, 40), "", 14),
    ),
    over=(
        Layer(
            shape(
                "M300 330C306 260 330 226 400 204L560 204C590 240 598 280 602 330L640 240L600 110L300 110L262 240Z",
                PALETTE.deep,
                0.5,
            ),
            shape(FACE, "#fff"),
            10,
        ),
        Layer(shape(TEMPLES, ROOTS[1], 0.5), shape(SKULL, "#fff"), 9),
        inside(_clipped(-1) + _clipped(1), SKULL),
        Layer(
            shape(
                "M312 236C320 160 376 124 452 124C532 124 588 166 592 236C548 196 510 188 450 188C390 188 350 200 312 236Z",
                ROOTS[1],
                0.96,
            ),
            shape(SKULL, "#fff"),
            5,
        ),
        Layer(_mop()),
        Layer(shape("M540 60L720 60L720 340L600 320L560 200Z", "#2b1806", 0.38), _mop(), 30),
        Layer(shape(sliver((410, 108), (474, 136), (552, 116), 18), ROOTS[0], 0.5), _mop(), 9),
        Layer(disc(370, 160, 60, "#fff0c4", 0.25, 40), _mop(), 24),
    ),
)
