"""Imani Brooks: 29, firefighter, dark brown skin, strong jaw and shoulders, short twists over a fade, navy T-shirt."""

import math
import random

from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, Point, disc, inside, line, linear, shape, sliver, smooth

PALETTE = Palette(
    skin="#74472f",
    light="#a5704e",
    shade="#4b2a1b",
    deep="#2a140c",
    crease="#2f170e",
    blush="#9c3f2c",
    lip="#84463d",
    lip_dark="#5b2c27",
    lip_light="#b97b70",
    brow="#130b09",
    lash="#0d0706",
    iris="#2c170d",
    iris_light="#74442a",
    white="#f1e8df",
)
HAIR, HAIR_MID, HAIR_LIGHT, HAIR_GLEAM = "#120c0b", "#2a1f1c", "#4a3932", "#7d6558"
NAVY, NAVY_LIGHT, NAVY_SHADE, NAVY_DEEP = "#26344f", "#41547a", "#182238", "#0d1424"
PRINT = "#d8c48a"

FACE = (
    "M286 380C278 236 346 152 450 152C554 152 622 236 614 380C616 452 610 514 592 566"
    "C570 616 506 656 450 656C394 656 330 616 308 566C290 514 284 452 286 380Z"
)
SKULL = "M286 396C262 240 336 122 450 122C564 122 638 240 614 396Z"
HAIRLINE = (
    "M286 400C292 372 302 352 310 322C314 300 318 282 330 262C348 236 396 222 450 222C504 222 552 236 570 262"
    "C582 282 586 300 590 322C598 352 608 372 614 400L640 330L600 110L300 110L262 330Z"
)
CAP = "M300 238C306 160 372 122 450 122C528 122 594 160 600 238C560 204 510 194 450 194C390 194 340 204 300 238Z"
NECK = (
    "M346 540C352 630 350 674 336 706C322 726 296 740 262 756L262 1080L650 1080L650 756"
    "C616 740 592 726 578 706C564 674 562 630 566 540Z"
)
SHIRT = (
    "M22 1140C4 1040 8 930 54 862C92 810 196 788 304 734C330 800 386 846 456 846C526 846 584 800 610 734"
    "C716 788 812 810 850 862C896 930 900 1040 882 1140Z"
)
BAND = (
    "M304 734C330 800 386 846 456 846C526 846 584 800 610 734L586 722C562 784 518 818 456 818C394 818 350 784 328 722Z"
)
ARMS = "M0 1034C40 1052 110 1058 152 1046L146 1140L0 1140Z M904 1034C866 1052 796 1058 754 1046L760 1140L904 1140Z"
EAR = "M296 396C272 372 254 390 258 426C262 458 276 490 296 492C306 492 308 480 306 462Z"
EAR_FAR = "M606 400C622 376 640 388 636 424C632 456 622 484 606 488Z"


def _twist(root: Point, angle: float, length: float, width: float, glow: float, bend: float) -> str:
    """Draws one short twist of hair: two strands wound round each other, each turn of them lit on its upper side."""
    a = math.radians(angle)
    points: list[Point] = []
    for i in range(5):
        t = i / 4
        turn = a + math.radians(bend) * t
        points.append((root[0] + math.cos(turn) * length * t, root[1] + math.sin(turn) * length * t))
    d = smooth(points)
    out = line(d, HAIR, width * 1.18) + line(d, HAIR_MID, width * 0.86)
    turns = max(3, round(length / (width * 0.42)))
    for i in range(turns):
        t = (i + 0.5) / turns
        turn = a + math.radians(bend) * t
        x, y = root[0] + math.cos(turn) * length * t, root[1] + math.sin(turn) * length * t
        along, across = math.cos(turn), math.sin(turn)
        wide = width * 0.40
        low = (x - across * wide - along * wide * 0.6, y + along * wide - across * wide * 0.6)
        high = (x + across * wide + along * wide * 0.6, y - along * wide + across * wide * 0.6)
        out += shape(sliver(low, (x + along, y + across), high, 2.6), HAIR_LIGHT, 0.25 + 0.6 * glow)
        out += shape(sliver((x - 1, y - 1), (x, y - 1), high, 1.1), HAIR_GLEAM, 0.1 + 0.75 * glow)
    return out


def _glow(x: float, y: float) -> float:
    """Returns how much light falls on hair here, from the upper left."""
    return max(0.08, min(1.0, 1.1 - math.hypot(x - 350, y - 130) / 270))


def _twists() -> str:
    """Draws the twists on top of the head: rings from its edge to the crown, then rows that fall over the hairline."""
    r = random.Random(14)
    out = ""
    for ring, count in ((0.97, 17), (0.88, 16), (0.76, 15), (0.62, 13), (0.46, 10), (0.28, 7)):
        for i in range(count):
            a = math.radians(198 + 144 * (i + r.uniform(-0.15, 0.15)) / (count - 1))
            x, y = 450 + 158 * ring * math.cos(a), 258 + 140 * ring * math.sin(a)
            u = math.cos(a)
            lean = -90 + 74 * u + r.uniform(-20, 20) if ring > 0.9 else -90 + 118 * u + r.uniform(-38, 38)
            long = r.uniform(27, 36) * (1 - 0.3 * abs(u) ** 4)
            out += _twist((x, y), lean, long, r.uniform(18, 21), _glow(x, y), 44 * u + r.uniform(-22, 22))
    for count, top, half in ((11, 172, 110), (11, 194, 114)):
        for i in sorted(range(count), key=lambda i: -abs(i - (count - 1) / 2)):
            u = (i + r.uniform(-0.15, 0.15)) / (count - 1) * 2 - 1
            x, y = 450 + half * u, top + 52 * abs(u) ** 2.6 + r.uniform(-4, 4)
            out += _twist(
                (x, y),
                90 - 58 * u + r.uniform(-16, 16),
                r.uniform(26, 36),
                r.uniform(17, 20),
                _glow(x, y),
                r.uniform(-24, 24),
            )
    return out


def _fade(side: int) -> str:
    """Draws clipped hair at one temple: single short hairs, fewer and fewer towards the ear."""
    r = random.Random(20 + side)
    out = ""
    for _ in range(520):
        t = r.random() ** 1.35
        y = 226 + 176 * t
        edge = 172 - 44 * max(0.0, 1 - (y - 226) / 130) ** 1.2
        x = 450 + side * r.uniform(edge - 20, 158 + 7 * t)
        out += shape(
            sliver((x, y), (x + side * 1.5, y + 3), (x + side * 2, y + 7), 0.9),
            HAIR if r.random() < 0.8 else HAIR_LIGHT,
            (0.75 - 0.5 * t) * r.uniform(0.6, 1.0),
        )
    return out


def _stud(x: float, y: float) -> str:
    return (
        disc(x + 1, y + 2, 6, PALETTE.deep, 0.6) + disc(x, y, 5.4, "#b9bec6") + disc(x - 1.4, y - 1.6, 2.2, "#ffffff")
    )


def _badge(x: float, y: float) -> str:
    """Draws the station's cross, printed small on the chest and worn by washing."""
    out = ""
    for dx, dy in ((0, -1), (1, 0), (0, 1), (-1, 0)):
        ax, ay = x + dx * 34, y + dy * 34
        out += shape(
            f"M{x + dy * 5} {y + dx * 5}L{ax + dy * 19} {ay + dx * 19}C{ax + dx * 5 + dy * 8} {ay + dy * 5 + dx * 8} "
            f"{ax + dx * 5 - dy * 8} {ay + dy * 5 - dx * 8} {ax - dy * 19} {ay - dx * 19}L{x - dy * 5} {y - dx * 5}Z",
            PRINT,
            0.62,
        )
    return out + disc(x, y, 14, NAVY) + disc(x, y, 10.5, PRINT, 0.62)


def _creases() -> str:
    """Folds of the shirt: over the collarbones, from the arms, across the chest."""
    out = shape(sliver((150, 1140), (172, 1010), (118, 900), 10), NAVY_DEEP, 0.75)
    out += shape(sliver((752, 1140), (734, 1010), (788, 900), 11), NAVY_DEEP, 0.9)
    out += shape(sliver((196, 1000), (300, 1020), (400, 980), 9), NAVY_DEEP, 0.4)
    out += shape(sliver((716, 1000), (610, 1024), (520, 990), 9), NAVY_DEEP, 0.5)
    out += shape(sliver((214, 900), (320, 890), (390, 868), 7), NAVY_DEEP, 0.35)
    return out + shape(sliver((690, 900), (590, 894), (520, 872), 7), NAVY_DEEP, 0.45)


_TORSO: tuple[Layer, ...] = (
    Layer(
        linear("n", 330, 0, 590, 0, (0, PALETTE.light, 1), (0.4, PALETTE.skin, 1), (1, PALETTE.shade, 1))
        + shape(NECK, "url(#n)")
    ),
    inside(
        shape("M330 540L600 540L590 664C540 716 490 732 440 724C392 716 352 690 336 640Z", PALETTE.deep, 0.72), NECK, 13
    ),
    inside(
        shape(sliver((372, 664), (398, 744), (440, 806), 7), PALETTE.deep, 0.5)
        + shape(sliver((540, 664), (516, 744), (474, 806), 8), PALETTE.deep, 0.55)
        + disc(457, 812, 13, PALETTE.deep, 0.5, 10),
        NECK,
        5,
    ),
    inside(shape(sliver((352, 680), (370, 746), (412, 800), 5), PALETTE.light, 0.5), NECK, 5),
    inside(line("M304 728C330 794 386 840 456 840C526 840 584 794 610 728", PALETTE.deep, 26, 0.45), NECK, 8),
    Layer(
        linear("t", 0, 740, 0, 1080, (0, NAVY_LIGHT, 1), (0.45, NAVY, 1), (1, NAVY_SHADE, 1)) + shape(SHIRT, "url(#t)")
    ),
    inside(shape("M640 760C740 840 724 960 690 1140L910 1140L910 760Z", NAVY_DEEP, 0.7), SHIRT, 34),
    inside(disc(150, 878, 92, "#93abda", 0.36, 66) + disc(330, 940, 90, "#93abda", 0.16, 60), SHIRT, 40),
    inside(_creases(), SHIRT, 10),
    inside(line("M164 800C128 880 128 990 150 1080M746 800C786 880 784 990 756 1080", NAVY_DEEP, 3.4, 0.6), SHIRT, 1),
    inside(shape(ARMS, PALETTE.skin), SHIRT),
    inside(
        line("M0 1036C40 1054 110 1060 152 1048M904 1036C866 1054 796 1060 754 1048", PALETTE.deep, 12, 0.6), SHIRT, 4
    ),
    inside(shape("M754 1052L910 1052L910 1140L754 1140Z", PALETTE.deep, 0.45), SHIRT, 4),
    inside(line("M0 1022C40 1040 110 1046 152 1034M904 1022C866 1040 796 1046 754 1034", NAVY_DEEP, 2.4, 0.7), SHIRT),
    inside(shape(BAND, NAVY_DEEP, 0.6), SHIRT, 6),
    Layer(linear("c", 304, 0, 610, 0, (0, NAVY_LIGHT, 1), (0.5, NAVY, 1), (1, NAVY_SHADE, 1)) + shape(BAND, "url(#c)")),
    Layer(line("M312 740C338 802 390 840 456 840C522 840 576 802 602 740", NAVY_DEEP, 2, 0.6)),
    Layer(_badge(604, 958)),
)

_HEAD: tuple[Layer, ...] = (
    Layer(
        linear("k", 0, 230, 0, 396, (0, HAIR, 1), (0.5, HAIR_MID, 1), (1, PALETTE.shade, 1)) + shape(SKULL, "url(#k)")
    ),
    Layer(shape(EAR, PALETTE.skin) + shape(EAR_FAR, PALETTE.shade)),
    inside(shape(EAR, PALETTE.shade, 0.4), EAR, 8),
    Layer(
        shape(sliver((280, 400), (266, 430), (288, 468), 5), PALETTE.deep, 0.6)
        + shape(sliver((618, 404), (628, 426), (610, 464), 5), PALETTE.deep, 0.6),
        "",
        1.5,
    ),
    Layer(_stud(285, 481) + _stud(614, 478)),
)

PERSON = Person(
    name="imani",
    palette=PALETTE,
    head=Head(
        eye_size=1.08,
        lid=1.02,
        brow_y=346,
        brow_weight=1.05,
        nose_width=39,
        mouth_width=54,
        lips=1.42,
        chin_y=656,
        radius=172,
        lashes=0.85,
        ruddy=0.2,
    ),
    face=FACE,
    behind=(*_TORSO, *_HEAD),
    skin=(Layer(shape(sliver((350, 560), (358, 574), (372, 586), 1.8), PALETTE.light, 0.7), "", 0.6),),
    over=(
        Layer(shape(HAIRLINE, HAIR, 0.42), shape(SKULL, "#fff"), 9),
        Layer(_fade(-1) + _fade(1)),
        Layer(shape(CAP, HAIR, 0.94), "", 5),
        Layer(_twists()),
        Layer(shape("M520 90L700 90L700 420L600 330L560 220Z", "#000000", 0.34), _twists(), 30),
    ),
)
