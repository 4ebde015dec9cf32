# ruff: noqa: E501  (path data reads best unbroken)
"""Anjali Raman: 31, races a wheelchair; lean with big shoulders, a long plait, a raspberry vest, her everyday chair."""

import math
import random

from tools.art import chair
from tools.art.hair import Guide, comb, plait
from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, disc, inside, line, linear, shape, sliver

PALETTE = Palette(
    skin="#96603c",
    light="#c48d60",
    shade="#6b4026",
    deep="#412413",
    crease="#4c2b18",
    blush="#a8462f",
    lip="#9b5147",
    lip_dark="#703530",
    lip_light="#c58477",
    brow="#17100e",
    lash="#100b0a",
    iris="#2f1c11",
    iris_light="#7a4d2b",
    white="#f4ebe2",
)
HAIR, HAIR_MID, HAIR_LIGHT, HAIR_GLEAM = "#0f0d10", "#1f1b20", "#3b353d", "#716a78"
TONES = (HAIR, HAIR_MID, HAIR_MID, HAIR_LIGHT, HAIR_GLEAM)
RED, RED_LIGHT, RED_SHADE, RED_DEEP = "#b52a5c", "#d95f88", "#851b42", "#540d29"
STRIPE, STRIPE_SHADE = "#f3efe6", "#c9bfb2"
FRAME = "#c8a13a"

FACE = (
    "M292 384C286 240 350 158 450 158C550 158 614 240 608 384C610 448 604 508 584 560"
    "C560 618 500 654 450 654C400 654 340 618 316 560C296 508 290 448 292 384Z"
)
SKULL = "M286 400C256 236 336 116 450 116C564 116 644 236 614 400C600 300 560 222 454 190C346 222 300 300 286 400Z"
BODY = (
    "M376 560C382 650 380 700 362 732C340 764 300 772 244 784C160 800 96 830 66 906C42 980 42 1080 40 1160C34 1230 52 1310 62 1520"
    "L166 1520C180 1400 196 1300 202 1230C208 1180 216 1130 232 1080L280 1520L636 1520L684 1080C700 1130 708 1180 714 1230C720 1300 736 1400 750 1520"
    "L854 1520C864 1310 882 1230 876 1160C874 1080 876 980 850 906C820 830 756 800 672 784C616 772 576 764 554 732C536 700 534 650 540 560Z"
)
VEST = (
    "M262 780C286 774 306 770 324 764C336 850 384 930 458 930C532 930 580 850 592 764C610 770 630 774 654 780"
    "C640 880 648 980 690 1060C676 1180 660 1300 648 1520L268 1520C256 1300 240 1180 226 1060C268 980 276 880 262 780Z"
)
NECK_EDGE = "M324 764C336 850 384 930 458 930C532 930 580 850 592 764"
ARM_EDGES = "M262 780C276 880 268 980 226 1060M654 780C640 880 648 980 690 1060"
PLAIT = "M330 610C300 640 286 700 300 760C292 840 300 920 318 1000C326 1060 330 1110 326 1160L372 1160C384 1100 388 1040 380 980C372 900 372 830 378 770C384 720 384 660 372 620Z"
EAR = "M300 396C278 374 260 392 264 428C268 462 282 492 302 494C312 494 312 482 310 464Z"
EAR_FAR = "M600 400C616 378 634 390 630 426C626 458 616 486 600 490Z"

NEAR: list[Guide] = [
    [(446, 200), (380, 218), (330, 276), (304, 350), (288, 440)],
    [(448, 160), (360, 176), (302, 250), (280, 344), (272, 440)],
    [(450, 120), (340, 128), (282, 222), (264, 330), (264, 440)],
]
"""From the parting down to behind the near ear."""
FAR: list[Guide] = [[(904 - x, y) for x, y in guide] for guide in NEAR]


def _smooth_hair() -> tuple[Layer, ...]:
    """Draws hair drawn back tight from a middle parting, glossy on the near side."""
    head = shape(SKULL, "#fff")
    return (
        Layer(shape(SKULL, PALETTE.deep, 0.6), shape(FACE, "#fff"), 8),
        Layer(shape(SKULL, HAIR)),
        Layer(
            comb(NEAR, 240, 3, (HAIR_MID, HAIR_LIGHT, HAIR_MID, HAIR_LIGHT), 1.3)
            + comb(FAR, 200, 4, (HAIR_MID, HAIR, HAIR_LIGHT), 1.3),
            head,
        ),
        Layer(shape(sliver((316, 300), (336, 210), (408, 150), 13), HAIR_GLEAM, 0.75), head, 10),
        Layer(shape(sliver((520, 152), (570, 200), (594, 272), 8), HAIR_GLEAM, 0.4), head, 10),
        Layer(line("M452 118L451 196", PALETTE.shade, 4, 0.9), head, 0.8),
        Layer(comb(NEAR, 30, 8, (HAIR_GLEAM,), 0.8, (0.2, 0.4), (0.3, 0.6)), head),
    )


def _plait() -> str:
    """Draws the plait over the near shoulder: strands that cross, each lit along its upper side."""
    r = random.Random(9)
    spine = [(334 + 46 * 0.55**i - 8 * math.sin(i * 0.5) + i * 1.2, 600.0 + i * 36, 46 - 1.5 * i) for i in range(15)]
    out = plait(spine, TONES, r)
    y = 600 + 15 * 36
    out += shape(f"M322 {y - 4}L386 {y - 4}L384 {y + 20}L324 {y + 20}Z", RED)
    out += line(f"M324 {y + 4}L386 {y + 2}M324 {y + 12}L385 {y + 10}", RED_DEEP, 2, 0.7)
    for k in range(12):
        out += shape(
            sliver((330 + k * 4.6, y + 18), (326 + k * 5, y + 70), (336 + k * 3.4 + r.uniform(-8, 8), y + 120), 4),
            HAIR if k % 3 else HAIR_LIGHT,
        )
    return out


def _muscle() -> tuple[Layer, ...]:
    """Draws light and shade on the neck, the collarbones and the shoulders of somebody who pushes for a living."""
    return (
        inside(
            shape("M360 560L556 560L550 680C514 730 480 738 446 730C414 724 386 700 372 650Z", PALETTE.deep, 0.7),
            BODY,
            12,
        ),
        inside(
            shape(sliver((398, 690), (416, 760), (450, 830), 6), PALETTE.deep, 0.5)
            + shape(sliver((524, 690), (506, 760), (470, 830), 7), PALETTE.deep, 0.55)
            + shape(sliver((240, 812), (350, 800), (440, 842), 7), PALETTE.deep, 0.45)
            + shape(sliver((676, 812), (566, 800), (480, 842), 7), PALETTE.deep, 0.5)
            + disc(460, 838, 12, PALETTE.deep, 0.5, 10),
            BODY,
            5,
        ),
        inside(
            shape(sliver((256, 796), (350, 782), (420, 820), 6), PALETTE.light, 0.7)
            + disc(128, 890, 50, PALETTE.light, 0.75, 62)
            + disc(96, 1110, 22, PALETTE.light, 0.5, 90),
            BODY,
            15,
        ),
        inside(disc(764, 880, 40, PALETTE.light, 0.35, 50), BODY, 16),
        inside(
            shape(sliver((190, 830), (238, 930), (214, 1050), 11), PALETTE.deep, 0.65)
            + shape(sliver((84, 1010), (130, 1050), (196, 1000), 9), PALETTE.deep, 0.45)
            + shape(sliver((170, 1060), (150, 1130), (160, 1200), 8), PALETTE.deep, 0.35)
            + shape(sliver((60, 1226), (110, 1256), (180, 1230), 7), PALETTE.deep, 0.45)
            + shape(sliver((734, 1230), (800, 1256), (856, 1226), 7), PALETTE.deep, 0.5)
            + shape(sliver((728, 830), (680, 930), (704, 1050), 12), PALETTE.deep, 0.75)
            + shape(sliver((832, 1010), (786, 1050), (720, 1000), 9), PALETTE.deep, 0.5),
            BODY,
            8,
        ),
        inside(shape("M790 850C880 920 860 1200 850 1520L930 1520L930 840Z", PALETTE.deep, 0.6), BODY, 28),
    )


_VEST: tuple[Layer, ...] = (
    inside(shape(VEST, PALETTE.deep, 0.65), BODY, 9),
    Layer(linear("v", 0, 770, 0, 1400, (0, RED_LIGHT, 1), (0.3, RED, 1), (1, RED_SHADE, 1)) + shape(VEST, "url(#v)")),
    inside(
        shape("M226 1050C268 980 276 880 262 770L300 766C310 900 290 1000 262 1090L300 1520L226 1520Z", STRIPE, 0.95),
        VEST,
    ),
    inside(
        shape(
            "M690 1050C648 980 640 880 654 770L616 766C606 900 626 1000 654 1090L616 1520L690 1520Z", STRIPE_SHADE, 0.95
        ),
        VEST,
    ),
    inside(shape("M560 780C640 900 640 1100 590 1520L700 1520L700 780Z", RED_DEEP, 0.55), VEST, 30),
    inside(disc(390, 1020, 60, "#ff9dbb", 0.35, 90), VEST, 36),
    inside(
        shape(sliver((300, 1250), (400, 1290), (500, 1250), 9), RED_DEEP, 0.45)
        + shape(sliver((640, 1180), (560, 1230), (470, 1210), 9), RED_DEEP, 0.5)
        + shape(sliver((600, 1060), (540, 1110), (470, 1100), 8), RED_DEEP, 0.35),
        VEST,
        10,
    ),
    inside(line(NECK_EDGE, RED_DEEP, 24, 0.5), VEST, 6),
    inside(line(NECK_EDGE, STRIPE, 15), BODY),
    inside(line(ARM_EDGES, RED_SHADE, 8), BODY),
    Layer(
        line(
            "M540 1010C540 980 584 980 584 1010C584 1040 540 1040 540 1010M562 989L562 1031M544 999L580 1021M544 1021L580 999",
            STRIPE,
            5,
            0.9,
        )
    ),
)

PERSON = Person(
    name="anjali",
    palette=PALETTE,
    head=Head(
        eye_gap=71,
        eye_size=1.1,
        lid=1.06,
        brow_y=346,
        brow_weight=1.15,
        nose_width=31,
        mouth_width=51,
        lips=1.22,
        chin_y=654,
        radius=164,
        lashes=1.15,
        ruddy=0.2,
    ),
    face=FACE,
    view=(-140, 44, 1200, 1440),
    behind=(
        *chair.back(196, 720, 1090, 1500, FRAME),
        Layer(
            linear("n", 30, 0, 860, 0, (0, PALETTE.light, 1), (0.4, PALETTE.skin, 1), (1, PALETTE.shade, 1))
            + shape(BODY, "url(#n)")
        ),
        *_muscle(),
        *_VEST,
        *chair.wheel(172, 1590, 92, 400, 6, FRAME),
        *chair.wheel(752, 1590, 76, 396, -6, FRAME),
        Layer(shape(PLAIT, "#1d0a10", 0.5), shape(BODY, "#fff"), 12),
        Layer(_plait()),
        Layer(shape(sliver((322, 640), (318, 880), (338, 1130), 9), HAIR_GLEAM, 0.5), _plait(), 9),
        Layer(shape("M286 400C256 236 336 116 450 116C564 116 644 236 614 400L570 470L330 470Z", HAIR)),
        Layer(shape(EAR, PALETTE.skin) + shape(EAR_FAR, PALETTE.shade)),
        inside(shape(EAR, PALETTE.shade, 0.4), EAR, 8),
        Layer(
            shape(sliver((284, 400), (272, 430), (292, 468), 5), PALETTE.deep, 0.6)
            + shape(sliver((612, 404), (622, 428), (606, 464), 5), PALETTE.deep, 0.6),
            "",
            1.5,
        ),
        Layer(
            "".join(
                disc(x + 1, y + 1, 7, "#6d4d10") + disc(x, y, 6, "#e0b34a") + disc(x - 2, y - 2, 2.2, "#fff3c8")
                for x, y in ((290, 484), (612, 480))
            )
        ),
    ),
    skin=(
        Layer(disc(344, 512, 18, PALETTE.deep, 0.22, 44) + disc(560, 512, 18, PALETTE.deep, 0.25, 44), "", 13),
        Layer(disc(338, 462, 26, PALETTE.light, 0.5, 13), "", 9),
    ),
    beard=(Layer(disc(424, 492, 3.4, "#6d4d10") + disc(423.4, 491.2, 2.7, "#f0cf74")),),
    over=_smooth_hair(),
)
