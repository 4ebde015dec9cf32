# ruff: noqa: E501  (path data reads best unbroken)
"""A family flat in the evening: string lights, the balcony door open on the blue hour, a cake, stacked plates."""

import math
import random
from itertools import pairwise

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
from tools.art.svg import Layer, disc, line, linear, rect, shape

_FLOOR = 540
_DOOR = (150, 60, 380, 480)


def _evening() -> str:
    """Draws what lies beyond the balcony: sky, roofs with windows, a railing, a pot of flowers."""
    r = random.Random(14)
    x, y, w, h = _DOOR
    out = linear(
        "eve", 0, y, 0, y + 400, (0, "#2c3a6b", 1), (0.55, "#6f6396", 1), (0.85, "#d58f83", 1), (1, "#f0b78a", 1)
    )
    out += rect(x, y, w, h, "url(#eve)") + disc(448, 124, 17, "#fff4d8") + disc(440, 119, 15, "#3a4578")
    at = float(x) - 20
    while at < x + w:
        wide, tall = r.uniform(60, 100), r.uniform(90, 170)
        out += rect(at, 440 - tall, wide, tall + 40, r.choice(("#39345c", "#433a61", "#2f3157")))
        for wx in range(int(at) + 10, int(at + wide) - 14, 20):
            for wy in range(int(440 - tall) + 14, 420, 28):
                if r.random() < 0.4:
                    out += rect(wx, wy, 10, 14, "#ffd28a", r.uniform(0.5, 0.95), 1)
        at += wide + 4
    out += rect(x, 470, w, 70, "#6d5968") + rect(x, 470, w, 4, "#9a8290", 0.7)
    for bar in range(x + 6, x + w, 22):
        out += rect(bar, 372, 5, 110, "#241f33")
    return out + rect(x, 362, w, 12, "#241f33", 1, 4) + rect(x, 474, w, 7, "#241f33")


def _door_frame() -> str:
    x, y, w, h = _DOOR
    out = rect(x - 16, y - 16, w + 32, 18, "#f2e4cf") + rect(x - 16, y - 16, 18, h + 16, "#f2e4cf")
    out += rect(x + w - 2, y - 16, 18, h + 16, "#f2e4cf") + rect(x, y + 2, w, 5, "#000000", 0.2)
    middle = x + w / 2
    out += rect(middle - 4, y, 20, h, "#e7d5bb") + rect(middle - 4, y, 4, h, "#000000", 0.2)
    for dx, dy, dw, dh in ((0, 0, 192, 20), (0, 460, 192, 20), (168, 0, 24, 480)):
        out += rect(middle + dx, y + dy, dw, dh, "#e7d5bb")
    out += rect(middle + 16, y + 310, 156, 12, "#e7d5bb")
    out += shape(
        f"M{middle + 20} {y + 24}L{middle + 90} {y + 24}L{middle + 30} {y + 300}L{middle + 20} {y + 300}Z",
        "#ffffff",
        0.12,
    )
    return out + rect(middle + 2, y + 230, 8, 40, "#b98f4f", 1, 4)


def _leaf_of_door() -> str:
    """Draws the open half, swung into the room, seen nearly edge on."""
    return (
        shape("M150 60L92 40L92 566L150 540Z", "#e7d5bb")
        + shape("M140 82L104 70L104 370L140 368Z", "#7f86a8", 0.75)
        + shape("M140 384L104 388L104 530L140 516Z", "#cdb798")
        + shape("M92 40L97 42L97 564L92 566Z", "#fff3dc")
    )


def _string(points: list[tuple[float, float]], sag: float, bulbs: int) -> list[tuple[float, float]]:
    """Returns where the bulbs hang on a cord that sags between its hooks."""
    out = []
    for (x0, y0), (x1, y1) in pairwise(points):
        for i in range(bulbs):
            t = (i + 0.5) / bulbs
            out.append((x0 + (x1 - x0) * t, y0 + (y1 - y0) * t + sag * math.sin(math.pi * t)))
    return out


_HOOKS: list[tuple[float, float]] = [(-30, 30), (330, 12), (700, 20), (1010, 8), (1310, 36)]
_BULBS = _string(_HOOKS, 74, 8)


def _lights() -> str:
    cord = "".join(
        line("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in [a, *_string([a, b], 74, 12), b]), "#3a2620", 2.6)
        for a, b in pairwise(_HOOKS)
    )
    tones = ("#ffe7a8", "#ffd27a", "#ffb98a", "#ffeec4")
    return cord + "".join(
        rect(x - 3, y - 1, 6, 8, "#3a2620", 1, 2)
        + disc(x, y + 15, 8, tones[i % 4], 1, 10)
        + disc(x - 2, y + 12, 3, "#fffdf0")
        for i, (x, y) in enumerate(_BULBS)
    )


def _halos() -> str:
    return "".join(disc(x, y + 15, 27, "#ffd98c", 0.5) for x, y in _BULBS)


def _table() -> tuple[Layer, ...]:
    """Draws a long table with a cloth that hangs down in front."""
    top = "M520 556L1210 556L1290 610L440 610Z"
    cloth = linear("cloth", 440, 0, 1290, 0, (0, "#f6e2c4", 1), (0.5, "#ecd0a8", 1), (1, "#c9a47a", 1))
    fall = "M440 610L1290 610L1290 700C1270 712 1250 690 1226 700C1190 712 1160 690 1120 700C1080 712 1040 688 1000 700C960 712 920 690 880 700C840 712 800 690 760 700C720 712 680 690 640 700C600 712 560 690 520 700C490 708 460 694 440 698Z"
    folds = "".join(line(f"M{x} 614C{x - 6} 640 {x + 6} 670 {x} 698", "#7a4f2c", 3, 0.2) for x in range(500, 1280, 58))
    return (
        Layer(cloth + shape(fall, "url(#cloth)") + rect(440, 676, 850, 6, "#b9573f", 0.75) + folds),
        Layer(shape(fall, "#4a2818", 0.22)),
        Layer(shape(top, "#f9ead0") + shape("M440 610L1290 610L1290 616L440 616Z", "#ffffff", 0.7)),
        Layer(disc(800, 584, 260, "#fff3cf", 0.8, 26), shape(top, "#fff"), 10),
    )


def _cake(x: float, y: float) -> str:
    """Draws two tiers on a foot, with icing that runs down, berries, and candles."""
    out = shape(f"M{x - 18} {y}L{x - 10} {y - 24}L{x + 10} {y - 24}L{x + 18} {y}Z", "#c9d6d4") + disc(
        x, y, 44, "#dbe5e2", 1, 7
    )
    out += disc(x, y - 26, 116, "#b7c8c6", 1, 15) + disc(x, y - 30, 116, "#eef4f1", 1, 14)
    for wide, low, high in ((92, 34, 98), (62, 98, 150)):
        out += linear(
            f"tier{wide}", x - wide, 0, x + wide, 0, (0, "#f7c9a8", 1), (0.45, "#eaa987", 1), (1, "#b9715a", 1)
        )
        out += shape(
            f"M{x - wide} {y - high}L{x + wide} {y - high}L{x + wide} {y - low}C{x + wide * 0.6} {y - low + 13} {x - wide * 0.6} {y - low + 13} {x - wide} {y - low}Z",
            f"url(#tier{wide})",
        )
        n = wide // 13
        step = wide * 2 / n
        for i in range(n):
            left, drop = x - wide + i * step, (16, 28, 20, 24)[i % 4]
            out += rect(left, y - high - 4, step + 0.6, drop + 6, "#fff6ea", 1, step / 2)
        out += disc(x, y - high, wide, "#fffaf1", 1, wide * 0.13)
        for i in range(n):
            a = math.pi * (i + 0.5) / n
            out += disc(x - math.cos(a) * wide * 0.9, y - high + math.sin(a) * wide * 0.1, 6.5, "#c23f48")
    for i, dx in enumerate((-34, -12, 12, 34)):
        out += rect(x + dx - 3, y - 190, 6, 38, ("#e9a24f", "#7fb0a4")[i % 2], 1, 2)
        out += shape(
            f"M{x + dx} {y - 190}C{x + dx - 9} {y - 202} {x + dx - 1} {y - 208} {x + dx} {y - 218}C{x + dx + 3} {y - 208} {x + dx + 9} {y - 202} {x + dx} {y - 190}Z",
            "#ffd56f",
        )
    return out


def _plates(x: float, y: float) -> str:
    out = "".join(
        disc(x, y - i * 9, 82, "#b9a58c", 1, 14) + disc(x, y - i * 9 - 4, 82, ("#f4efe4", "#dfe9e6")[i % 2], 1, 14)
        for i in range(9)
    )
    top = y - 76
    return (
        out
        + disc(x, top, 60, "#ffffff", 0.8, 9)
        + line(f"M{x - 30} {top - 6}L{x + 36} {top + 3}", "#9aa3a8", 4)
        + disc(x - 34, top - 6, 9, "#b7bfc3", 1, 4)
    )


def _glass(x: float, y: float, drink: str) -> str:
    out = shape(f"M{x - 15} {y - 40}L{x + 15} {y - 40}L{x + 12} {y}L{x - 12} {y}Z", drink, 0.9)
    out += shape(f"M{x - 18} {y - 58}L{x + 18} {y - 58}L{x + 13} {y + 2}L{x - 13} {y + 2}Z", "#eef6f6", 0.35)
    return (
        out + line(f"M{x - 13} {y - 52}L{x - 10} {y - 6}", "#ffffff", 3, 0.75) + disc(x, y - 58, 18, "#ffffff", 0.35, 3)
    )


def _person(x: float, y: float, colour: str) -> str:
    """Draws a head and shoulders for a photograph on the wall."""
    hair = disc(x, y - 3, 17, "#4a2f22", 1, 19)
    return hair + disc(x, y + 3, 12, "#d9a07a", 1, 14) + disc(x, y + 46, 26, colour, 1, 30)


PLACE = Place(
    "party",
    "evening",
    (
        Layer(wall("#8a5a4c", "#a86f55", _FLOOR)),
        Layer(boards(_FLOOR, "#6b4330", "#85553a", "#3a2015", 620) + skirting(_FLOOR, "#d9bfa0")),
        Layer(_evening(), rect(*_DOOR, "#fff"), 1),
        Layer(_door_frame()),
        Layer(_leaf_of_door()),
        *picture(
            640,
            150,
            150,
            120,
            "#3f2a20",
            rect(650, 160, 130, 100, "#e9cfa4") + _person(690, 206, "#7f9f98") + _person(738, 210, "#b9573f"),
        ),
        *picture(820, 130, 96, 116, "#d9b98a", rect(830, 140, 80, 100, "#c9d6cf") + _person(868, 186, "#5f6f96")),
        *picture(
            820,
            272,
            96,
            80,
            "#3f2a20",
            rect(830, 280, 80, 70, "#f3dfc0") + disc(868, 316, 15, "#c8553d") + disc(880, 322, 12, "#d9a441"),
        ),
        *picture(
            640,
            296,
            150,
            90,
            "#d9b98a",
            rect(650, 300, 130, 80, "#8fb0b6") + shape("M650 390L650 350C690 330 730 366 790 340L790 390Z", "#55807a"),
        ),
        under(1120, 544, 110, 9, 0.5),
        Layer(
            rect(980, 300, 250, 240, "#5a3524", 1, 4)
            + rect(972, 290, 266, 14, "#7d4e34", 1, 4)
            + "".join(
                rect(990 + i * 118, 318, 112, 212, "#6b412c", 1, 4) + disc((1090, 1120)[i], 430, 5, "#d9a868")
                for i in (0, 1)
            )
        ),
        Layer(plant(1200, 262, 92, ("#6f9a62", "#4a7350"), 6) + pot(1200, 260, 56, 34, "#d9c3a2", "#a08060")),
        Layer(
            rect(1068, 246, 10, 44, "#3f2a20")
            + rect(1050, 282, 46, 9, "#3f2a20", 1, 4)
            + shape("M1030 250L1116 250L1098 186L1048 186Z", "#ffe3a6")
        ),
        glow(1073, 220, 200, "#ffd48a", 0.6),
        under(1240, 690, 90, 12, 0.5),
        *(under(x, 640, 90, 10, 0.4) for x in (620, 1060)),
        Layer(
            chair(620, 640, 130, "#b9573f", "#7f3526", "#4a2a1a")
            + chair(1060, 640, 130, "#5f8a80", "#375a53", "#4a2a1a", -1)
        ),
        *_table(),
        under(790, 600, 120, 9, 0.4),
        Layer(_cake(780, 598)),
        glow(780, 384, 150, "#ffd77f", 0.5),
        under(1040, 598, 90, 9, 0.45),
        Layer(_plates(1030, 592)),
        under(590, 600, 70, 6, 0.35),
        Layer(_glass(560, 598, "#d9803f") + _glass(610, 588, "#c9495a") + _glass(1170, 598, "#d9803f")),
        Layer(_halos(), "", 12),
        Layer(_lights()),
        sunlight([(380, 0), (1180, 0), (1290, 720), (300, 720)], "#ffcf86", 0.1, 60),
        sunlight([(160, 560), (420, 556), (360, 720), (60, 720)], "#8a86c4", 0.2, 22),
        vignette("#1a0a14", 0.42),
    ),
)
