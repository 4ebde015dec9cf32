"""Tess Boucher: 41, gymnastics coach, sinewy, a brown ponytail going grey, a whistle on its cord, a track top."""

import random

from tools.art.figure import Build, Cloth, bust, dressed, ears, garment, neck, outline
from tools.art.hair import Guide, lock, locks, swept
from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, disc, inside, line, linear, rect, shape, sliver

PALETTE = Palette(
    skin="#dda985",
    light="#f7d3b3",
    shade="#b07a58",
    deep="#754831",
    crease="#88573d",
    blush="#c85a44",
    lip="#ba6f60",
    lip_dark="#965046",
    lip_light="#dea08f",
    brow="#4a3022",
    lash="#33211a",
    iris="#5b4027",
    iris_light="#b08552",
)
TONES = ("#2d1c13", "#4b3122", "#694833", "#8b6546", "#b48c68")
GREYING = (TONES[0], TONES[1], "#847a72", "#aaa29a", "#d6d1cb")
GREY = ("#a89f96", "#cac4bd")
TOP = Cloth("#6b7a8a", "#8f9dab", "#4c5967", "#2e3843", "#dbe4ec")
STRIPE, STRIPE_SHADE, SHIRT = "#f0b93e", "#b27f1b", "#f2f0ec"

BUILD = Build(half=366, top=752, neck=76, fall=100)
FACE = outline(
    (
        (0, 142),
        (92, 156),
        (142, 214),
        (151, 300),
        (148, 376),
        (156, 434),
        (140, 506),
        (116, 572),
        (82, 630),
        (40, 660),
        (0, 666),
    )
)
JACKET = garment(BUILD, 110, 150)
COLLAR_LEFT = (
    "M357 708C340 720 332 748 338 776C350 822 388 872 440 904L452 884C410 852 382 800 374 752C371 734 368 704 357 708Z"
)
COLLAR_RIGHT = (
    "M557 708C574 720 582 748 576 776C564 822 526 872 474 904L462 884C504 852 532 800 540 752C543 734 546 704 557 708Z"
)

ROOTS: Guide = [
    (298, 414),
    (303, 350),
    (310, 284),
    (338, 234),
    (384, 204),
    (432, 192),
    (470, 192),
    (522, 204),
    (566, 236),
    (591, 288),
    (598, 350),
    (604, 414),
]
TIPS: Guide = [
    (290, 420),
    (278, 344),
    (278, 266),
    (308, 180),
    (360, 128),
    (424, 104),
    (480, 104),
    (544, 128),
    (594, 182),
    (624, 266),
    (624, 344),
    (614, 420),
]


def _tail() -> str:
    """Draws the ponytail, high at the back: it comes over and falls behind the far ear to the collarbone."""
    r = random.Random(9)
    out = ""
    for i in range(40):
        u = -1 + 2 * ((i * 13) % 40) / 39
        end = 866 - 50 * u * u + r.uniform(-40, 20)
        sway = r.uniform(-5, 5)
        path: Guide = [
            (520, 150 + 10 * u),
            (590 + 22 * u, 152 - 26 * u),
            (628 + 27 * u, 262 - 12 * u),
            (626 + 34 * u + sway, 410),
            (606 + 38 * u, 560),
            (612 + 32 * u - sway, 690),
            (594 + 26 * u, 790),
            (590 + 14 * u + r.uniform(-16, 16), end),
        ]
        tones = GREYING if r.random() < 0.2 else TONES
        out += lock(path, r.uniform(6, 10), tones, max(0.12, 0.55 - 0.35 * u), r.uniform(0, 6))
    return out


def _loose() -> str:
    """Draws what came out of the band in four hours of practice."""
    return locks(
        (
            ([(312, 296), (298, 352), (300, 420), (284, 492)], 4.6),
            ([(318, 276), (308, 330), (314, 388), (304, 432)], 3.2),
            ([(590, 300), (602, 360), (598, 420), (612, 470)], 4.2),
            ([(440, 194), (400, 204), (366, 232), (352, 270)], 3.0),
            ([(470, 194), (512, 208), (544, 236), (556, 268)], 3.0),
        ),
        TONES,
        0.45,
        1.0,
    )


def _whistle() -> tuple[Layer, ...]:
    """Draws a steel whistle on a red cord."""
    cord = "M386 742C396 836 424 930 452 996M530 742C520 836 488 930 464 996"
    body = (
        "M446 1004L520 1004C536 1004 536 1030 520 1030L494 1034C494 1064 470 1078 450 1070C424 1060 424 1014 446 1004Z"
    )
    steel = linear("w", 430, 1000, 530, 1074, (0, "#f4f7f9", 1), (0.5, "#bcc5cb", 1), (1, "#7a858d", 1))
    return (
        inside(line(cord, "#2a323b", 10, 0.5), JACKET + bust(BUILD), 5),
        Layer(line(cord, "#7e231d", 6.4) + line(cord, "#c73e33", 4.4)),
        inside(shape(body, "#252d35", 0.7), JACKET + bust(BUILD), 8),
        Layer(
            line("M458 996C450 1000 450 1006 458 1008", "#6d767d", 4)
            + steel
            + shape(body, "url(#w)")
            + rect(488, 1004, 14, 7, "#39424a", 0.9, 2)
            + disc(458, 1042, 15, "#8c979e", 0.7)
            + disc(456, 1040, 11, "#dbe1e5", 0.9)
            + line("M450 1008L516 1008", "#ffffff", 2.2, 0.8)
        ),
    )


def _stripes() -> str:
    """Draws two yellow stripes down each sleeve."""
    out = ""
    for shift in (0, 26):
        near = (
            f"M{330 - shift} {750 + shift * 0.3}C{214 - shift} {806 + shift * 0.4} {166 - shift} 900 {160 - shift} 1140"
        )
        far = (
            f"M{584 + shift} {750 + shift * 0.3}C{700 + shift} {806 + shift * 0.4} {748 + shift} 900 {754 + shift} 1140"
        )
        out += (
            line(near, STRIPE_SHADE, 13) + line(near, STRIPE, 10) + line(far, STRIPE_SHADE, 13) + line(far, STRIPE, 10)
        )
    return out


PERSON = Person(
    name="tess",
    palette=PALETTE,
    head=Head(
        eye_y=402,
        eye_gap=69,
        eye_size=1.06,
        lid=1.0,
        hooded=0.3,
        brow_y=344,
        brow_weight=0.8,
        nose_y=508,
        nose_width=29,
        mouth_y=570,
        mouth_width=54,
        lips=0.76,
        chin_y=662,
        radius=160,
        age=0.42,
        lashes=0.7,
        ruddy=0.22,
        corners=(2.5, 2.0),
        arch=(6.0, 3.0, -4.0),
    ),
    face=FACE,
    behind=(
        *neck(BUILD, PALETTE, 0.62),
        inside(
            shape("M376 786C400 822 430 838 457 838C484 838 514 822 538 786L600 1000L320 1000Z", SHIRT), bust(BUILD)
        ),
        inside(line("M372 780C400 822 430 842 457 842C484 842 514 822 542 780", "#b9b4aa", 5), bust(BUILD), 1),
        *dressed(BUILD, JACKET, TOP, (Layer(_stripes()),)),
        inside(line("M457 890L457 1140", TOP.deep, 15, 0.7) + line("M457 900L457 1140", "#20272e", 5), JACKET),
        Layer(shape(COLLAR_LEFT + COLLAR_RIGHT, TOP.deep, 0.6), shape(JACKET + bust(BUILD), "#fff"), 9),
        Layer(
            linear("c", 334, 0, 580, 0, (0, TOP.light, 1), (0.5, TOP.plain, 1), (1, TOP.shade, 1))
            + shape(COLLAR_LEFT, "url(#c)")
            + shape(COLLAR_RIGHT, "url(#c)")
        ),
        inside(
            line("M366 712C376 790 402 852 452 892M548 712C538 790 512 852 462 892", TOP.deep, 10, 0.6),
            COLLAR_LEFT + COLLAR_RIGHT,
            4,
        ),
        *_whistle(),
        inside(shape("M556 700L650 690L640 880L560 880Z", TOP.deep, 0.5), JACKET, 16),
        Layer(_tail()),
        Layer(shape("M560 380L616 340L610 640L540 700Z", "#120a06", 0.5), _tail(), 20),
        Layer(disc(606, 730, 18, "#d8b48f", 0.24, 80), _tail(), 16),
        Layer(
            shape("M300 400L604 400L560 560L340 560Z", TONES[0], 0.8),
            shape(outline(((0, 300), (148, 370), (140, 480), (90, 580), (0, 600))), "#fff"),
            5,
        ),
        *ears(PALETTE, 302, 600, 400, 0.98),
    ),
    skin=(
        Layer(disc(346, 524, 22, PALETTE.deep, 0.22, 50) + disc(556, 526, 20, PALETTE.deep, 0.24, 50), "", 14),
        Layer(disc(380, 434, 30, "#7d5560", 0.2, 10) + disc(520, 434, 28, "#7d5560", 0.2, 10), "", 6),
        Layer(
            shape(sliver((354, 434), (382, 450), (412, 440), 2.4), PALETTE.crease, 0.3)
            + shape(sliver((546, 434), (518, 450), (488, 440), 2.4), PALETTE.crease, 0.3),
            "",
            1.4,
        ),
        Layer(disc(450, 478, 84, PALETTE.blush, 0.12, 22), "", 14),
    ),
    over=(
        Layer(
            shape(
                "M302 414C308 300 340 240 450 206C560 240 594 300 602 414L640 330L600 110L300 110L262 300Z",
                PALETTE.deep,
                0.4,
            ),
            shape(FACE, "#fff"),
            10,
        ),
        *swept(ROOTS, TIPS, TONES, 560, 7, 8, 0.42, GREY),
        Layer(_loose()),
    ),
)
