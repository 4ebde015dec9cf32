# ruff: noqa: E501  (path data reads best unbroken)
"""Dana Reyes: mid-thirties, warm brown skin, dark curls to the shoulders, a mustard jumper, small hoops."""

# Long: one drawing from the crown to the collar; nobody else is drawn with these strokes.

import math
import random

from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, Point, disc, line, linear, raised, shape, sliver, smooth

PALETTE = Palette(
    skin="#b97a55",
    light="#dba37c",
    shade="#8f5538",
    deep="#5f301f",
    crease="#6b3a27",
    blush="#c4503c",
    lip="#b3574b",
    lip_dark="#8c3d36",
    lip_light="#dd9183",
    brow="#2a1814",
    lash="#1c0f0c",
    iris="#4a2a18",
    iris_light="#9a5f35",
)
HAIR, HAIR_MID, HAIR_LIGHT, HAIR_GLEAM = "#1f1311", "#3a2420", "#5c3b31", "#8c6350"
TOP, TOP_LIGHT, TOP_SHADE, TOP_DEEP = "#cf9a34", "#e6bb5e", "#a87422", "#7c5216"
GOLD, GOLD_LIGHT = "#d9a441", "#fbe3a0"

RAISED = 46
"""How far the clothes are lifted: the shoulders are drawn too low for this neck."""

FACE = (
    "M288 378C280 240 350 160 450 160C550 160 620 240 612 378C614 452 604 520 574 572"
    "C544 620 494 646 450 646C406 646 356 620 326 572C296 520 286 452 288 378Z"
)
NECK = (
    "M376 560C382 640 384 690 372 720C362 742 336 756 300 790L300 1080L620 1080L620 790"
    "C580 756 554 742 544 720C532 690 534 640 540 560Z"
)
JUMPER = (
    "M58 1140C60 1010 74 900 160 842C214 810 312 792 356 746C376 800 416 826 460 826"
    "C504 826 542 800 560 746C604 792 700 810 754 842C838 900 852 1010 854 1140Z"
)
COLLAR = (
    "M350 742C370 806 412 834 460 834C508 834 548 806 566 742L546 730C534 784 502 808 460 808C418 808 384 784 370 730Z"
)


def _lock(path: list[Point], amp: float, waves: float, width: float, phase: float, glow: float) -> str:
    """Draws one curl: a waving ribbon along `path`, lit where it swings towards the light, dark where it swings
    away."""
    dense: list[Point] = []
    swing: list[float] = []
    steps = max(12, int(waves * 10))
    for i in range(steps + 1):
        t = i / steps * (len(path) - 1)
        k = min(int(t), len(path) - 2)
        f = t - k
        (ax, ay), (bx, by) = path[k], path[k + 1]
        x, y = ax + (bx - ax) * f, ay + (by - ay) * f
        length = math.hypot(bx - ax, by - ay) or 1
        s = i / steps
        turn = phase + s * waves * 2 * math.pi
        sway = amp * (math.sin(turn) + 0.22 * math.sin(turn * 1.7 + phase)) * min(1.0, 0.3 + s * 1.8)
        dense.append((x - (by - ay) / length * sway, y + (bx - ax) / length * sway))
        swing.append(math.cos(turn))
    d = smooth(dense)
    out = line(d, HAIR, width, 0.9) + line(d, HAIR_MID, width * 0.72)
    run: list[Point] = []
    for i, ((x, y), c) in enumerate(zip(dense, swing, strict=True)):
        if c > -0.15:
            run.append((x - width * 0.08, y - width * 0.06))
        if (c <= -0.15 or i == len(dense) - 1) and run:
            if len(run) > 2:
                mid = len(run) // 2
                out += line(smooth(run), HAIR_LIGHT, width * 0.46, 0.25 + 0.6 * glow)
                out += shape(
                    sliver(run[0], (run[mid][0] - width * 0.1, run[mid][1]), run[-1], width * 0.16),
                    HAIR_GLEAM,
                    0.2 + 0.7 * glow,
                )
            run = []
    return out


def _glow(x: float, y: float) -> float:
    """Returns how much light falls on hair here, from the upper left."""
    return max(0.1, min(1.0, 1.15 - math.hypot(x - 330, y - 200) / 430))


def _mass() -> str:
    """Returns the outline of the hair behind the head, uneven like curls."""
    r = random.Random(11)
    points: list[Point] = []
    outline: list[Point] = [
        (450, 84),
        (370, 92),
        (300, 126),
        (246, 186),
        (214, 262),
        (198, 346),
        (186, 430),
        (176, 520),
        (176, 610),
        (196, 690),
        (236, 744),
        (300, 770),
        (360, 740),
        (450, 700),
        (548, 740),
        (606, 768),
        (668, 742),
        (710, 688),
        (730, 606),
        (728, 516),
        (716, 428),
        (702, 346),
        (686, 262),
        (654, 186),
        (602, 126),
        (532, 92),
    ]
    for x, y in outline:
        points.append((x + r.uniform(-7, 7), y + r.uniform(-6, 6)))
    return smooth(points, closed=True)


def _back() -> str:
    """Curls that fall behind the face, from the crown to the shoulders."""
    r = random.Random(5)
    out = shape(_mass(), HAIR)
    for row in range(2):
        for side in (-1, 1):
            for i in range(22):
                t = r.random() if row else i / 21
                x0 = 450 + side * (20 + 170 * t)
                y0 = 84 + 112 * t**2.6 + r.uniform(-5, 10)
                x1 = 450 + side * (166 + 84 * t + r.uniform(-12, 12))
                x2 = 450 + side * (120 + 165 * t + r.uniform(-16, 16))
                y2 = 700 + 66 * math.sin(math.pi * (0.2 + 0.6 * t)) + r.uniform(-26, 18)
                path: list[Point] = [
                    (x0, y0),
                    ((x0 + x1) / 2 + side * 18, 230 + 50 * t),
                    (x1, 420),
                    (x1 + side * 10, 570),
                    (x2, y2),
                ]
                out += _lock(
                    path,
                    r.uniform(10, 17),
                    r.uniform(5.0, 6.6),
                    r.uniform(15, 22),
                    r.uniform(0, 6.3),
                    _glow(x1, 420),
                )
    return out


def _front_side() -> str:
    """Curls in front of the shoulders, beside the jaw."""
    r = random.Random(23)
    out = ""
    for side, n in ((-1, 22), (1, 24)):
        for i in range(n):
            t = ((i * 5) % n) / (n - 1)
            x = 450 + side * (180 + 66 * t)
            y0 = (452 if side < 0 else 430) + r.uniform(-20, 20)
            path: list[Point] = [
                (x - side * 4, y0),
                (x + side * 12, 560),
                (x + side * r.uniform(-2, 14), 660),
                (x - side * (6 + 22 * (1 - t)) + r.uniform(-12, 12), 744 + r.uniform(-50, 50)),
            ]
            out += _lock(
                path,
                r.uniform(9, 15),
                r.uniform(3.6, 5.2),
                r.uniform(8, 15),
                r.uniform(0, 6.3),
                _glow(x, 480) * 0.9,
            )
    return out


def _fringe() -> str:
    """Draws the hair over the forehead and temples, parted to the left of the middle, with loose curls."""
    r = random.Random(8)
    left = "M424 186C366 196 326 240 308 318C298 352 292 392 282 424C262 400 248 366 250 320C254 210 330 84 450 78C474 108 456 176 424 186Z"
    right = "M424 186C494 190 566 226 590 312C600 346 608 400 614 452C634 420 648 372 648 318C644 206 564 84 446 78C424 108 410 170 424 186Z"
    out = shape(left, HAIR) + shape(right, HAIR)
    for i in range(29):
        t = ((i * 7) % 29) / 28
        path: list[Point] = [
            (430 - 6 * t, 178 - 92 * t),
            (372 - 46 * t, 194 - 82 * t),
            (320 - 58 * t, 262 - 62 * t),
            (292 - 58 * t, 336 - 20 * t),
            (284 - 62 * t, 430 + r.uniform(-6, 50) * t),
        ]
        out += _lock(
            path,
            r.uniform(5, 8) + 6 * t,
            r.uniform(3.6, 5.4),
            r.uniform(9, 16),
            r.uniform(0, 6.3),
            _glow(path[2][0], path[2][1]),
        )
    for i in range(34):
        t = ((i * 7) % 34) / 33
        path = [
            (430 + 6 * t, 178 - 92 * t),
            (502 + 46 * t, 190 - 82 * t),
            (570 + 62 * t, 250 - 64 * t),
            (602 + 62 * t, 330 - 30 * t),
            (618 + 66 * t, 440 + 40 * t),
            (624 + 64 * t, 530 + 46 * t),
        ]
        out += _lock(
            path,
            r.uniform(5, 8) + 7 * t,
            r.uniform(4.8, 6.4),
            r.uniform(9, 16),
            r.uniform(0, 6.3),
            _glow(path[2][0], path[2][1]),
        )
    # loose curls on the forehead
    loose: tuple[tuple[list[Point], float, float, float], ...] = (
        ([(452, 180), (512, 206), (552, 250), (572, 322)], 3.4, 11, 0.4),
        ([(440, 182), (496, 212), (530, 262), (536, 300)], 2.9, 9, 2.4),
        ([(470, 176), (540, 214), (580, 272), (592, 352)], 3.6, 11, 4.0),
        ([(408, 186), (356, 224), (328, 276), (318, 318)], 2.9, 10, 2.2),
        ([(416, 186), (376, 214), (350, 252)], 2.2, 8, 0.2),
    )
    for path, waves, width, phase in loose:
        out += _lock(path, 8, waves, width, phase, 0.85)
    return out


def _knit() -> str:
    """Stitches and ribs of the jumper."""
    out = ""
    for row in range(26):
        y = 742 + row * 16
        for col in range(54):
            x = 46 + col * 15.5
            sag = 10 * math.sin((x - 70) / 780 * math.pi)
            out += line(
                f"M{x:.1f} {y + sag:.1f}L{x + 5:.1f} {y + 8 + sag:.1f}L{x + 10:.1f} {y + sag:.1f}",
                TOP_SHADE,
                2.2,
                0.30,
            )
    return out


def _ribs() -> str:
    out = ""
    for i in range(31):
        a = math.pi * (0.03 + 0.94 * i / 30)
        x0, y0 = 458 - 90 * math.cos(a), 734 + 76 * math.sin(a)
        x1, y1 = 458 - 110 * math.cos(a), 742 + 94 * math.sin(a)
        out += line(f"M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}", TOP_DEEP, 2.4, 0.35)
    return out


def _hoop(x: float, y: float) -> str:
    ring = f"M{x - 3} {y}C{x - 19} {y + 4} {x - 20} {y + 34} {x} {y + 37}C{x + 19} {y + 36} {x + 18} {y + 6} {x + 3} {y + 1}"
    return (
        line(ring, "#7a5417", 6.4)
        + line(ring, GOLD, 4.6)
        + line(f"M{x - 15} {y + 12}C{x - 17} {y + 24} {x - 10} {y + 34} {x} {y + 35}", GOLD_LIGHT, 1.8)
    )


EAR = "M302 392C280 374 264 392 268 424C272 452 284 478 300 480C308 480 310 470 308 458Z"

_TORSO: tuple[Layer, ...] = (
    Layer(
        shape(sliver((408, 690), (424, 740), (446, 776), 5), PALETTE.shade, 0.45)
        + shape(sliver((520, 690), (506, 740), (482, 776), 6), PALETTE.deep, 0.4)
        + disc(464, 790, 12, PALETTE.deep, 0.16, 7),
        shape(NECK, "#fff"),
        4,
    ),
    Layer(
        shape(
            "M350 752C372 824 412 846 460 846C508 846 548 824 566 752L566 700C548 790 508 816 460 816C412 816 372 790 350 700Z",
            PALETTE.deep,
            0.35,
        ),
        shape(NECK, "#fff"),
        8,
    ),
    Layer(linear("t", 0, 740, 0, 1080, (0, TOP_LIGHT, 1), (0.4, TOP, 1), (1, TOP_SHADE, 1)) + shape(JUMPER, "url(#t)")),
    Layer(_knit(), shape(JUMPER, "#fff")),
    Layer(
        shape("M640 780C720 840 710 960 680 1140L880 1140L880 780Z", TOP_DEEP, 0.62),
        shape(JUMPER, "#fff"),
        34,
    ),
    Layer(disc(226, 900, 110, "#fff0c4", 0.42, 90), shape(JUMPER, "#fff"), 46),
    Layer(
        shape(sliver((190, 1140), (204, 1010), (172, 940), 10), TOP_DEEP, 0.6)
        + shape(sliver((718, 1140), (706, 1010), (738, 940), 11), TOP_DEEP, 0.8)
        + shape(sliver((300, 840), (420, 930), (560, 930), 10), TOP_DEEP, 0.25)
        + shape(sliver((600, 850), (560, 960), (420, 1000), 12), TOP_DEEP, 0.25),
        shape(JUMPER, "#fff"),
        9,
    ),
    Layer(shape(COLLAR, TOP_DEEP, 0.5), shape(JUMPER, "#fff"), 7),
    Layer(linear("c", 350, 0, 566, 0, (0, TOP_LIGHT, 1), (0.5, TOP, 1), (1, TOP_SHADE, 1)) + shape(COLLAR, "url(#c)")),
    Layer(_ribs(), shape(COLLAR, "#fff")),
)


PERSON = Person(
    name="dana",
    palette=PALETTE,
    head=Head(
        lips=1.16,
        lashes=1.0,
        mouth_width=49,
        eye_size=1.14,
        lid=1.08,
        brow_weight=0.9,
        brow_y=344,
        chin_y=646,
    ),
    face=FACE,
    behind=(
        Layer(_back()),
        Layer(disc(230, 330, 90, "#a5745a", 0.30, 230), _back(), 46),
        Layer(shape("M600 80L780 80L800 800L620 800L660 420Z", "#0d0706", 0.42), _back(), 40),
        Layer(shape("M250 640C300 560 600 560 660 640L650 800L260 800Z", "#000000", 0.4), _mass(), 26),
        raised(
            Layer(shape("M346 748C360 712 396 700 460 700C524 700 556 712 570 748L566 800L350 800Z", TOP_DEEP)), RAISED
        ),
        Layer(
            linear("n", 380, 0, 540, 0, (0, PALETTE.light, 1), (0.35, PALETTE.skin, 1), (1, PALETTE.shade, 1))
            + shape(NECK, "url(#n)")
        ),
        Layer(
            shape(
                "M372 560L560 560L560 640C540 700 486 716 446 700C410 686 384 660 372 620Z",
                PALETTE.deep,
                0.72,
            ),
            shape(NECK, "#fff"),
            12,
        ),
        *(raised(layer, RAISED) for layer in _TORSO),
        raised(
            Layer(
                shape(
                    "M170 700L330 700L336 800L270 846L190 836Z M580 700L740 700L720 846L640 836L576 800Z",
                    "#3a200e",
                    0.42,
                ),
                shape(JUMPER, "#fff"),
                18,
            ),
            RAISED,
        ),
        Layer(_front_side()),
        Layer(disc(230, 560, 60, "#a5745a", 0.22, 150), _front_side(), 40),
        Layer(shape("M640 400L780 400L790 800L600 800Z", "#0d0706", 0.38), _front_side(), 36),
        Layer(
            shape("M300 500L330 600L320 760L280 760Z M600 500L570 600L580 760L620 760Z", "#0d0706", 0.5),
            _front_side(),
            16,
        ),
        Layer(shape(EAR, PALETTE.skin)),
        Layer(shape(EAR, PALETTE.shade, 0.5), shape(EAR, "#fff"), 8),
        Layer(shape(sliver((284, 404), (276, 430), (292, 462), 4), PALETTE.deep, 0.55), "", 1.5),
    ),
    over=(
        Layer(_hoop(291, 474)),
        Layer(
            shape(
                "M300 300C310 240 360 206 424 196C500 200 560 240 586 320L610 450L640 320L600 120L300 120L270 300Z",
                "#2a120a",
                0.55,
            ),
            shape(FACE, "#fff"),
            10,
        ),
        Layer(_fringe()),
        Layer(disc(320, 190, 90, "#b98364", 0.34, 70), _fringe(), 36),
        Layer(shape("M540 80L700 120L700 640L600 640L610 300Z", "#0d0706", 0.40), _fringe(), 36),
        Layer(_hoop(636, 498)),
    ),
)
