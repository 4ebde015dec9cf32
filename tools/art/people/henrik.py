# ruff: noqa: E501  (path data reads best unbroken)
"""Henrik Sørensen: 73, retired ship's engineer, ruddy, white hair and short beard, thin glasses, hearing aid."""

# Long: one drawing from the crown to the collar; nobody else is drawn with these strokes.

import math
import random

from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, Point, disc, line, linear, radial, shape, sliver

PALETTE = Palette(
    skin="#e3b196",
    light="#fbdcc4",
    shade="#bd7d66",
    deep="#8a4a3c",
    crease="#96543f",
    blush="#d0453a",
    lip="#c47f72",
    lip_dark="#a2584e",
    lip_light="#e7b3a6",
    brow="#e4e2dd",
    lash="#5d4038",
    iris="#4d6a7c",
    iris_light="#9dbccb",
)
WHITE, GREY, DARK, BRIGHT = "#e9e7e2", "#c3c0bb", "#8f8d8c", "#ffffff"
NAVY, NAVY_LIGHT, NAVY_SHADE, NAVY_DEEP = "#2b3b5a", "#4a5f86", "#1c2740", "#111a2d"
SHIRT, SHIRT_SHADE = "#e3ebf0", "#a9b9c6"

FACE = (
    "M268 372C256 196 336 112 450 112C564 112 644 196 632 372C634 440 626 512 606 570"
    "C584 630 520 668 450 668C380 668 316 630 294 570C274 512 266 440 268 372Z"
)
NECK = "M338 540C344 640 344 690 332 722C310 752 250 770 200 790L200 1080L720 1080L720 790C660 770 602 752 580 722C568 690 566 640 570 540Z"
COAT = (
    "M14 1080C16 950 40 846 136 792C222 760 300 752 336 722C352 800 396 920 452 1080Z"
    "M886 1080C884 950 860 846 768 792C684 760 612 752 576 722C560 800 516 920 452 1080Z"
)
SHIRT_FRONT = "M330 722C352 780 396 850 456 880C516 850 558 780 580 722L640 1080L270 1080Z"
COLLAR_LEFT = "M326 716C336 742 372 792 440 826L396 880C352 850 314 796 304 744Z"
COLLAR_RIGHT = "M586 716C576 742 544 792 474 826L522 880C562 850 600 796 608 744Z"
BEARD = (
    "M270 430C284 474 300 520 336 546C356 558 372 552 390 540L450 528L510 540C528 552 544 558 564 546"
    "C600 520 616 474 630 430C636 500 628 556 608 602C580 660 516 700 450 700C384 700 320 660 292 602C272 556 264 500 270 430Z"
)
MOUTH_GAP = "M392 566C420 556 480 556 508 566C512 600 490 614 450 614C410 614 388 600 392 566Z"


def _hairs(spots: list[tuple[Point, float, float]], seed: int, colours: tuple[str, ...], width: float) -> str:
    """Draws short tapering hairs: each from a root, at an angle (degrees), of a length."""
    r = random.Random(seed)
    out = ""
    for (x, y), angle, length in spots:
        a = math.radians(angle + r.uniform(-12, 12))
        end = (x + math.cos(a) * length, y + math.sin(a) * length)
        bend = ((x + end[0]) / 2 + r.uniform(-3, 3), (y + end[1]) / 2 + r.uniform(-3, 3))
        out += shape(sliver((x, y), bend, end, width), r.choice(colours), r.uniform(0.55, 0.95))
    return out


def _beard_hairs() -> str:
    """Draws short hairs over the beard; a fringe of them breaks its lower edge."""
    r = random.Random(3)
    spots: list[tuple[Point, float, float]] = []
    for i in range(760):
        a = math.radians(r.uniform(0, 180))
        k = r.uniform(0.97, 1.0) if i < 150 else math.sqrt(r.uniform(0.40, 1.0))
        x, y = 450 + 176 * k * math.cos(a), 474 + 218 * k * math.sin(a)
        if y < 560 and abs(x - 450) < 100 + (560 - y) * 0.62:
            continue
        spots.append(((x, y), 90 - (x - 450) * 0.16, r.uniform(9, 20)))
    spots.sort(key=lambda s: s[0][1])
    return _hairs(spots, 4, (WHITE, BRIGHT, GREY, WHITE), 0.95)


def _moustache() -> list[Layer]:
    """Draws a trimmed moustache that leaves the lips to be read."""
    half = "M450 530C432 522 410 526 396 540C386 550 378 560 368 574C386 574 404 564 420 557C432 553 442 552 450 554Z"
    other = "M450 530C468 522 490 526 504 540C514 550 522 560 532 574C514 574 496 564 480 557C468 553 458 552 450 554Z"
    r = random.Random(9)
    spots: list[tuple[Point, float, float]] = []
    for _ in range(230):
        t = r.uniform(0, 1)
        side = r.choice((-1, 1))
        x = 450 + side * (2 + 68 * t)
        y = 530 + 26 * t**1.7 + r.uniform(-3, 16 * (1 - t) + 2)
        spots.append(((x, y), 90 - side * (16 + 36 * t), r.uniform(10, 17)))
    tone = linear("m", 370, 0, 530, 0, (0, "#f3f1ec", 1), (0.5, "#dedbd6", 1), (1, "#bdbab7", 1))
    return [
        Layer(shape(half, PALETTE.deep, 0.35) + shape(other, PALETTE.deep, 0.35), "", 5),
        Layer(tone + shape(half, "url(#m)") + shape(other, "url(#m)"), "", 1),
        Layer(_hairs(spots, 12, (WHITE, BRIGHT, WHITE, GREY), 1.0)),
    ]


def _halo() -> str:
    """Draws white hair round the back of the head, a little wider than the skull."""
    out = linear("halo", 240, 0, 670, 0, (0, "#eceae5", 1), (0.5, "#cfccc7", 1), (1, "#a3a09e", 1)) + shape(
        "M262 448C240 430 236 360 242 300C250 180 336 92 456 92C578 92 658 180 662 300C666 360 658 430 640 448Z",
        "url(#halo)",
    )
    r = random.Random(31)
    for i in range(420):
        a = math.radians(r.uniform(168, 372))
        k = r.uniform(0.90, 1.0)
        x, y = 452 + 210 * k * math.cos(a), 304 + 212 * k * math.sin(a)
        if math.sin(a) > 0:
            y = 304 + 150 * k * math.sin(a) * 3.2
        along = math.degrees(a) + (90 if math.cos(a) > 0 else -90) + r.uniform(-16, 10) * (1 if math.cos(a) > 0 else -1)
        b = math.radians(along)
        n = r.uniform(20, 40)
        end = (x + math.cos(b) * n, y + math.sin(b) * n)
        bend = ((x + end[0]) / 2 + math.cos(a) * 5, (y + end[1]) / 2 + math.sin(a) * 5)
        out += shape(sliver((x, y), bend, end, 1.3), (WHITE, BRIGHT, GREY, DARK, WHITE)[i % 5], r.uniform(0.35, 0.85))
    return out


def _temples() -> str:
    """Draws hair in front of the ears that fades into the bare temples."""
    r = random.Random(41)
    out = ""
    for side in (-1, 1):
        for i in range(150):
            t = r.uniform(0, 1)
            edge = 178 - 34 * math.sin(t * 2.6)
            dx = _spread(r, edge, 192)
            y = 196 + 214 * t
            n = r.uniform(16, 34)
            end = (450 + side * (dx + 8 + 10 * (1 - t)), y + n)
            out += shape(
                sliver((450 + side * dx, y), (450 + side * (dx + 8), y + n / 2), end, 1.4),
                (WHITE, BRIGHT, GREY, WHITE)[i % 4] if side < 0 else (WHITE, GREY, GREY, DARK)[i % 4],
                r.uniform(0.45, 0.9),
            )
    return out


def _spread(r: random.Random, low: float, high: float) -> float:
    """Returns a number between two others, more often near the higher."""
    return low + (high - low) * math.sqrt(r.uniform(0, 1))


def _top_hair() -> str:
    """Draws thin white hair combed back from a receding line; the scalp shows through."""
    r = random.Random(17)
    out = ""
    for i in range(330):
        t = r.uniform(-1, 1)
        x0 = 462 + t * 140
        front = 150 - 12 * math.cos(t * 5) + 40 * t * t
        y0 = front + r.uniform(-36, 3)
        sweep = 16 + 10 * t
        x2 = x0 - t * 26 + sweep
        y2 = max(y0 - r.uniform(26, 46), 92 + 56 * abs(t) ** 2.2)
        thick = 0.25 + 0.6 * min(1.0, max(0.0, (front + 4 - y0) / 30))
        out += shape(
            sliver((x0, y0), ((x0 + x2) / 2 - 9 + t * 8, (y0 + y2) / 2 - 4), (x2, y2), r.uniform(1.0, 1.8)),
            (WHITE, BRIGHT, GREY, WHITE)[i % 4],
            thick * r.uniform(0.7, 1.0),
        )
    return out


def _glasses() -> tuple[Layer, ...]:
    frames = ""
    lenses = ""
    gleam = ""
    for side in (-1, 1):
        x = 450 + side * 80
        rim = (
            f"M{x - 62} 392C{x - 62} 366 {x - 44} 358 {x} 358C{x + 44} 358 {x + 62} 366 {x + 62} 392"
            f"C{x + 60} 434 {x + 38} 456 {x} 456C{x - 38} 456 {x - 60} 434 {x - 62} 392Z"
        )
        lenses += shape(rim, "#ffffff", 0.07)
        frames += line(rim, "#5b5149", 4.6)
        frames += line(f"M{x - 59} 384C{x - 54} 366 {x - 36} 361 {x} 361", "#c9bba8", 1.7, 0.9)
        gleam += shape(f"M{x - 50} 404L{x - 22} 364L{x - 6} 364L{x - 44} 422Z", "#ffffff", 0.13)
    frames += line("M432 384C438 374 462 374 468 384", "#5b5149", 4.8) + line(
        "M434 381C442 374 458 374 464 380", "#c9bba8", 1.6
    )
    frames += line("M308 384L272 376", "#5b5149", 5) + line("M592 384L628 376", "#5b5149", 5)
    frames += line("M430 412C434 424 432 432 428 438", "#5b5149", 2, 0.6) + line(
        "M470 412C466 424 468 432 472 438", "#5b5149", 2, 0.6
    )
    cast = "M308 400C310 372 330 366 370 366C410 366 432 374 432 396M468 396C468 372 490 366 530 366C572 366 592 374 592 400M318 436C330 460 350 468 372 468C398 468 420 458 428 436M472 436C484 460 504 468 528 468C552 468 574 458 584 436"
    return (
        Layer(line(cast, PALETTE.deep, 6, 0.42), shape(FACE, "#fff"), 3),
        Layer(lenses + gleam),
        Layer(frames),
    )


EAR_NEAR = "M276 372C246 340 222 362 226 412C230 456 246 502 270 506C284 506 288 488 284 466Z"
EAR_FAR = "M626 378C644 352 664 368 660 412C656 452 646 492 628 498Z"


def _knit() -> str:
    out = ""
    for i in range(56):
        x = -10 + i * 16.6
        out += line(f"M{x + 0.06 * (450 - x):.1f} 740L{x:.1f} 1080", NAVY_DEEP, 3, 0.34)
    return out


PERSON = Person(
    name="henrik",
    palette=PALETTE,
    head=Head(
        eye_y=404,
        eye_gap=78,
        eye_size=1.02,
        lid=0.92,
        hooded=0.6,
        brow_y=352,
        brow_weight=1.25,
        bushy=True,
        nose_y=512,
        nose_width=40,
        mouth_y=576,
        mouth_width=52,
        lips=0.66,
        chin_y=672,
        radius=186,
        turn=11,
        age=1.0,
        lashes=0.45,
        ruddy=0.20,
    ),
    face=FACE,
    behind=(
        Layer(_halo()),
        Layer(
            linear("n", 330, 0, 590, 0, (0, PALETTE.light, 1), (0.4, PALETTE.skin, 1), (1, PALETTE.shade, 1))
            + shape(NECK, "url(#n)")
        ),
        Layer(
            shape(
                "M320 560L610 560L610 690C570 740 500 752 440 738C390 728 346 700 320 650Z",
                PALETTE.deep,
                0.75,
            ),
            shape(NECK, "#fff"),
            13,
        ),
        Layer(
            shape(sliver((404, 700), (416, 752), (438, 806), 5), PALETTE.deep, 0.5)
            + shape(sliver((516, 700), (504, 752), (484, 806), 6), PALETTE.deep, 0.55)
            + shape(sliver((360, 716), (384, 738), (412, 744), 3), PALETTE.deep, 0.4)
            + shape(sliver((352, 742), (384, 766), (414, 772), 3), PALETTE.deep, 0.35),
            shape(NECK, "#fff"),
            3,
        ),
        Layer(
            linear("s", 300, 0, 620, 0, (0, "#f4f8fa", 1), (0.5, SHIRT, 1), (1, SHIRT_SHADE, 1))
            + shape(SHIRT_FRONT, "url(#s)")
        ),
        Layer(
            line("M456 878L454 1080", SHIRT_SHADE, 3) + shape("M420 870L496 870L500 1080L410 1080Z", SHIRT_SHADE, 0.3),
            shape(SHIRT_FRONT, "#fff"),
            3,
        ),
        Layer(
            disc(455, 930, 6, "#8e9ba6")
            + disc(454, 929, 5, "#f7fafc")
            + disc(455, 1020, 6, "#8e9ba6")
            + disc(454, 1019, 5, "#f7fafc")
        ),
        Layer(shape(COLLAR_LEFT, "#3d4a58", 0.5) + shape(COLLAR_RIGHT, "#3d4a58", 0.6), "", 8),
        Layer(shape(COLLAR_LEFT, "#f5f9fb") + shape(COLLAR_RIGHT, "#ccd8e0")),
        Layer(
            shape(COLLAR_LEFT, SHIRT_SHADE, 0.6) + shape(COLLAR_RIGHT, SHIRT_SHADE, 0.6),
            shape(
                sliver((312, 744), (340, 830), (400, 872), 12) + sliver((600, 744), (576, 830), (518, 872), 12),
                "#fff",
            ),
            4,
        ),
        Layer(
            linear("t", 0, 740, 0, 1080, (0, NAVY_LIGHT, 1), (0.35, NAVY, 1), (1, NAVY_SHADE, 1))
            + shape(COAT, "url(#t)")
        ),
        Layer(_knit(), shape(COAT, "#fff")),
        Layer(
            shape("M640 780C730 830 750 960 720 1080L920 1080L920 780Z", NAVY_DEEP, 0.75),
            shape(COAT, "#fff"),
            34,
        ),
        Layer(
            radial("h", 170, 870, 190, (0, "#a9c0e6", 0.42), (1, "#a9c0e6", 0)) + disc(170, 870, 190, "url(#h)"),
            shape(COAT, "#fff"),
        ),
        Layer(
            shape(sliver((150, 1080), (176, 980), (140, 910), 10), NAVY_DEEP, 0.8)
            + shape(sliver((760, 1080), (742, 980), (772, 910), 10), NAVY_DEEP, 0.9),
            shape(COAT, "#fff"),
            9,
        ),
        Layer(
            line("M338 730C356 810 398 930 450 1080", NAVY_DEEP, 40, 0.55),
            shape(COAT, "#fff"),
            5,
        ),
        Layer(
            line("M330 730C346 810 388 930 438 1080", NAVY_SHADE, 30)
            + line("M582 730C566 810 524 930 468 1080", NAVY_SHADE, 30)
            + line("M322 736C338 816 378 930 426 1080", NAVY_LIGHT, 3, 0.7)
            + line("M592 736C576 816 536 930 482 1080", NAVY_LIGHT, 2.4, 0.4),
            shape(COAT, "#fff"),
        ),
        Layer(disc(438, 1034, 11, "#0d1422") + disc(436, 1032, 9, "#5b4a3a") + disc(434, 1030, 4, "#8b7560")),
        Layer(shape(EAR_NEAR, PALETTE.skin) + shape(EAR_FAR, PALETTE.shade)),
        Layer(shape(sliver((644, 390), (652, 420), (634, 470), 5), PALETTE.deep, 0.5), shape(EAR_FAR, "#fff"), 2),
        Layer(shape(EAR_NEAR, PALETTE.blush, 0.3), shape(EAR_NEAR, "#fff"), 10),
        Layer(
            shape(sliver((250, 384), (232, 420), (262, 480), 6), PALETTE.deep, 0.6)
            + shape(sliver((268, 410), (250, 430), (270, 456), 5), PALETTE.deep, 0.45),
            "",
            2,
        ),
        Layer(
            line("M262 366C240 352 226 372 230 410", "#9aa1a6", 9)
            + line("M262 365C241 352 228 372 232 406", "#d7dcdf", 4)
            + line("M270 372C272 400 270 420 264 436", "#e8edf0", 2.2, 0.9)
            + disc(263, 440, 6, "#b9a08c"),
        ),
    ),
    skin=(
        Layer(disc(344, 470, 40, PALETTE.blush, 0.10, 24) + disc(552, 470, 40, PALETTE.blush, 0.10, 24), "", 12),
        Layer(
            disc(330, 226, 5, PALETTE.shade, 0.28, 4)
            + disc(544, 210, 6, PALETTE.shade, 0.28, 5)
            + disc(570, 250, 4, PALETTE.shade, 0.28)
            + disc(306, 300, 5, PALETTE.shade, 0.28),
            "",
            1.5,
        ),
    ),
    beard=(
        Layer(shape(BEARD, PALETTE.deep, 0.3), shape(FACE, "#fff"), 8),
        Layer(
            linear("b", 290, 0, 620, 0, (0, "#f1efea", 1), (0.5, "#d9d6d1", 1), (1, "#a9a6a4", 1))
            + shape(BEARD, "url(#b)"),
            "",
            1.6,
        ),
        Layer(
            shape("M300 560C340 650 420 690 450 694C520 694 580 656 606 600L640 600L600 720L300 720Z", DARK, 0.4),
            shape(BEARD, "#fff"),
            16,
        ),
        Layer(_beard_hairs()),
        Layer(shape(MOUTH_GAP, PALETTE.skin, 0.9), "", 7),
        *_moustache(),
    ),
    glasses=_glasses(),
    over=(
        Layer(_temples()),
        Layer(
            shape(
                "M300 196C330 132 390 92 456 92C530 92 590 132 616 196C590 150 530 132 456 132C390 132 330 150 300 196Z",
                WHITE,
                0.75,
            ),
            "",
            9,
        ),
        Layer(_top_hair()),
    ),
)
