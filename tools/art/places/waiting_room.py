"""A waiting room while it rains: grey-blue glass, wet leaves outside, one warm lamp, empty chairs."""

import random

from tools.art.backdrop import (
    Place,
    boards,
    chair,
    glow,
    picture,
    plant,
    pot,
    skirting,
    sunlight,
    under,
    vignette,
    wall,
)
from tools.art.svg import Layer, disc, line, linear, rect, shape, sliver

_FLOOR = 550
_PANE = (110, 60, 700, 310)


def _outside() -> str:
    r = random.Random(3)
    out = linear("rain", 0, 60, 0, 370, (0, "#7f93a3", 1), (0.6, "#a9b8bf", 1), (1, "#b9c2c0", 1)) + rect(
        *_PANE, "url(#rain)"
    )
    for _ in range(34):
        x, y, s = r.uniform(110, 810), r.uniform(236, 380), r.uniform(26, 62)
        out += disc(x, y + s * 0.4, s, r.choice(("#5d7a70", "#6c887c", "#4f6c66", "#7b9488")), 0.85)
    for x in (210, 470, 700):
        out += (
            rect(x, 150, 12, 230, "#55605f", 0.8)
            + disc(x + 6, 150, 66, "#6a8479", 0.85, 52)
            + disc(x - 22, 178, 42, "#5c776d", 0.85, 34)
            + disc(x + 36, 176, 44, "#748d82", 0.85, 34)
        )
    return out + shape("M110 370L110 350C300 334 600 340 810 346L810 370Z", "#8b9793")


def _drops() -> str:
    r = random.Random(8)
    out = ""
    for _ in range(230):
        x, y, s = r.uniform(112, 808), r.uniform(62, 366), r.uniform(1.2, 4.2)
        out += disc(x, y, s, "#e9f2f5", r.uniform(0.3, 0.65), s * 1.25) + disc(
            x + s * 0.3, y + s * 0.4, s * 0.55, "#4f646e", 0.4
        )
    for _ in range(26):
        x, y, h = r.uniform(116, 804), r.uniform(62, 260), r.uniform(40, 120)
        out += shape(
            sliver((x, y), (x + r.uniform(-4, 4), y + h / 2), (x + r.uniform(-3, 3), y + h), 2.0),
            "#eef6f8",
            0.45,
        ) + disc(x, y + h, 4.2, "#f4fafb", 0.8, 6)
    for _ in range(70):
        x, y = r.uniform(100, 820), r.uniform(50, 340)
        out += line(f"M{x:.0f} {y:.0f}L{x - 7:.0f} {y + 34:.0f}", "#ffffff", 1.2, 0.22)
    return out


def _frame() -> str:
    out = ""
    for x in (98, 334, 570, 806):
        out += rect(x, 48, 14, 332, "#f1f2ef") + rect(x + 11, 48, 3, 332, "#000000", 0.13)
    out += (
        rect(98, 48, 722, 14, "#f1f2ef")
        + rect(98, 60, 722, 3, "#000000", 0.10)
        + rect(84, 368, 750, 20, "#f6f6f2", 1, 4)
        + rect(90, 388, 738, 8, "#000000", 0.16)
    )
    return out


def _low_table() -> str:
    out = (
        shape("M520 640L760 640L792 668L490 668Z", "#b58a62")
        + rect(490, 668, 302, 10, "#8a6342")
        + rect(490, 668, 302, 3, "#dcb78d", 0.7)
    )
    for x in (504, 768):
        out += rect(x, 678, 10, 40, "#6b4a30")
    out += (
        shape("M560 646L640 644L652 658L566 661Z", "#c4573f")
        + shape("M566 650L630 648L634 653L570 655Z", "#ffffff", 0.8)
        + shape("M580 640L664 642L668 656L584 652Z", "#e9dfca")
        + shape("M588 643L626 644L628 650L590 649Z", "#6f9aa8")
    )
    return (
        out
        + shape("M712 656C704 640 704 626 716 622L728 622C740 626 740 640 732 656Z", "#7aa6a0")
        + line("M720 622L714 590M724 622L730 584M722 622L722 596", "#5c7f56", 2.4)
        + disc(714, 588, 8, "#f0d9a6")
        + disc(731, 582, 9, "#f3e7cf")
        + disc(722, 594, 7, "#e2b87a")
    )


def _lamp() -> str:
    out = rect(1080, 300, 8, 330, "#4a4038") + disc(1084, 634, 46, "#3d342d", 1, 9)
    return (
        out
        + linear("ls", 1030, 0, 1140, 0, (0, "#fff1cd", 1), (0.5, "#ffdf9f", 1), (1, "#e3b570", 1))
        + shape("M1026 302C1060 312 1108 312 1142 302L1116 206C1098 200 1070 200 1052 206Z", "url(#ls)")
    )


def _umbrella() -> str:
    out = shape("M1188 560L1256 560L1248 690L1196 690Z", "#6d7f86") + rect(1184, 552, 76, 14, "#8fa0a6", 1, 6)
    out += (
        line("M1214 560L1198 440", "#33455c", 13)
        + line("M1198 440C1194 420 1172 424 1176 442", "#8a5f3c", 6)
        + line("M1232 560L1242 452", "#a8553f", 12)
        + line("M1242 452L1244 428", "#8a5f3c", 6)
    )
    return out


PLACE = Place(
    "waiting-room",
    "a rainy afternoon",
    (
        Layer(wall("#cfd6d4", "#b3bfbe", _FLOOR)),
        Layer(rect(0, 0, 1280, _FLOOR, "#f0d9b0", 0.06)),
        sunlight([(120, 400), (800, 400), (900, 550), (60, 550)], "#e3eef2", 0.30, 24),
        Layer(boards(_FLOOR, "#8d8073", "#a39384", "#52473d", 520) + skirting(_FLOOR, "#eceeea")),
        Layer(shape("M140 560L800 560L930 720L20 720Z", "#dfeaee", 0.25), "", 22),
        Layer(rect(102, 56, 726, 340, "#283437", 0.3, 4), "", 10),
        Layer(_outside(), rect(*_PANE, "#fff"), 3.2),
        Layer(_drops(), rect(*_PANE, "#fff")),
        Layer(_frame()),
        *picture(
            900,
            120,
            104,
            134,
            "#5d5148",
            rect(916, 136, 72, 102, "#dfe6e4")
            + shape("M912 240L912 196C934 176 958 200 992 180L992 240Z", "#6d93a0")
            + shape("M912 240L912 216C940 204 960 222 992 208L992 240Z", "#4d7482"),
        ),
        glow(1084, 250, 300, "#ffd48a", 0.55),
        under(1084, 640, 80, 12, 0.4),
        Layer(_lamp()),
        glow(1084, 262, 140, "#fff1c9", 0.55),
        *(under(x, 622, 96, 12, 0.45) for x in (310, 520, 730, 940)),
        Layer(chair(940, 620, 132, "#c98563", "#8f5338", "#54402f")),
        Layer(
            chair(310, 620, 132, "#7d9ba3", "#4f6b74", "#54402f")
            + chair(520, 620, 132, "#7d9ba3", "#4f6b74", "#54402f")
            + chair(730, 620, 132, "#7d9ba3", "#4f6b74", "#54402f")
        ),
        under(640, 714, 190, 14, 0.5),
        Layer(_low_table()),
        under(1222, 692, 60, 9, 0.5),
        Layer(_umbrella()),
        under(60, 700, 90, 12, 0.5),
        Layer(plant(64, 540, 180, ("#557f68", "#3c6350"), 10) + pot(64, 540, 100, 156, "#d8d4ca", "#9b978d")),
        glow(1090, 520, 340, "#ffcf86", 0.16),
        vignette("#141d22", 0.24),
    ),
)
