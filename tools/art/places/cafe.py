# ruff: noqa: E501  (path data reads best unbroken)
"""A café at dusk: blue hour behind the glass, warm lamps above the tables."""

import random

from tools.art.backdrop import (
    Place,
    boards,
    chair,
    glow,
    mug,
    plant,
    pot,
    steam,
    sunlight,
    under,
    vignette,
)
from tools.art.svg import Layer, disc, line, linear, rect, shape

_FLOOR = 560


def _street() -> str:
    r = random.Random(21)
    out = linear(
        "dusk",
        0,
        40,
        0,
        440,
        (0, "#31426f", 1),
        (0.45, "#7a6491", 1),
        (0.75, "#d98a6c", 1),
        (1, "#f3bb7c", 1),
    ) + rect(60, 50, 720, 400, "url(#dusk)")
    x = 50.0
    while x < 790:
        w, h = r.uniform(60, 110), r.uniform(110, 230)
        out += rect(x, 450 - h, w, h, r.choice(("#2c2f4d", "#34304f", "#3d3452")))
        for wx in range(int(x) + 12, int(x + w) - 14, 22):
            for wy in range(int(450 - h) + 16, 430, 30):
                if r.random() < 0.34:
                    out += rect(wx, wy, 11, 15, r.choice(("#ffcf82", "#ffe0a8", "#f5b45f")), r.uniform(0.5, 0.95), 1)
        x += w + r.uniform(-6, 14)
    return out


def _bokeh() -> str:
    r = random.Random(33)
    out = ""
    for _ in range(26):
        out += disc(
            r.uniform(70, 770),
            r.uniform(300, 436),
            r.uniform(6, 17),
            r.choice(("#ffcb7a", "#ffe2b0", "#ff9a6b", "#f7d7ff")),
            r.uniform(0.18, 0.45),
        )
    return out


def _frame() -> str:
    out = ""
    for x in (48, 292, 536, 776):
        out += rect(x, 36, 16, 430, "#3a241a") + rect(x, 36, 4, 430, "#7a5038", 0.8)
    out += (
        rect(48, 36, 744, 16, "#3a241a")
        + rect(48, 150, 744, 10, "#3a241a")
        + rect(36, 452, 768, 22, "#4b2f20", 1, 3)
        + rect(36, 452, 768, 5, "#a06c48", 0.8, 2)
    )
    return out


def _shelves() -> str:
    r = random.Random(4)
    out = rect(850, 60, 380, 300, "#3d251a", 0.55, 6)
    for y in (150, 250, 350):
        out += rect(842, y, 396, 12, "#8a5b38", 1, 3) + rect(842, y, 396, 3, "#d39a67", 0.9, 1)
        x = 862.0
        while x < 1200:
            kind = r.random()
            if kind < 0.5:
                h, colour = (
                    r.uniform(44, 70),
                    r.choice(("#7f9a78", "#b65f43", "#d8b06a", "#5a6f86", "#e8dcc4")),
                )
                out += (
                    rect(x, y - h, 22, h, colour, 1, 6)
                    + rect(x + 4, y - h + 8, 4, h - 16, "#ffffff", 0.35, 2)
                    + rect(x + 7, y - h - 8, 8, 10, "#4b2f20", 1, 2)
                )
                x += 32
            else:
                out += rect(x, y - 26, 32, 26, r.choice(("#f3e6d0", "#dba36c", "#8fb0a6")), 1, 6) + line(
                    f"M{x + 32} {y - 20}C{x + 42} {y - 18} {x + 42} {y - 8} {x + 31} {y - 7}", "#e2cfae", 4
                )
                x += 52
    return out


def _counter() -> str:
    out = linear("bar", 0, 420, 0, 570, (0, "#7d4d2f", 1), (1, "#4f2e1c", 1)) + rect(820, 410, 470, 160, "url(#bar)")
    for x in range(832, 1280, 38):
        out += rect(x, 430, 30, 130, "#000000", 0.13, 2) + rect(x, 430, 3, 130, "#e2a873", 0.18)
    out += linear("bart", 0, 396, 0, 416, (0, "#d9a06b", 1), (1, "#9a6540", 1)) + rect(
        806, 394, 490, 22, "url(#bart)", 1, 5
    )
    out += (
        rect(1010, 296, 170, 100, "#b9bcc0", 1, 10)
        + rect(1010, 296, 170, 26, "#e7e9ea", 1, 10)
        + rect(1024, 334, 142, 40, "#3c3f45", 1, 5)
        + disc(1044, 310, 6, "#5a5f66")
        + disc(1068, 310, 6, "#5a5f66")
        + rect(1060, 356, 12, 20, "#8a8f96")
        + rect(1118, 356, 12, 20, "#8a8f96")
        + rect(1030, 384, 130, 12, "#6b7077")
    )
    out += (
        shape("M880 394L880 330C880 316 960 316 960 330L960 394Z", "#dfeef0", 0.45)
        + disc(908, 384, 19, "#c98a4b")
        + disc(936, 382, 20, "#b9713a")
        + disc(922, 368, 18, "#dba05c")
        + line("M884 390L884 334C886 322 954 322 956 334L956 390", "#ffffff", 2, 0.6)
        + disc(920, 316, 6, "#d9a06b")
    )
    return out


def _pendant(x: float, y: float, size: float) -> str:
    s = size
    out = line(f"M{x} -10L{x} {y - 44 * s}", "#20140f", 3)
    out += linear(
        f"pen{int(x)}",
        x - 50 * s,
        0,
        x + 50 * s,
        0,
        (0, "#c9743f", 1),
        (0.5, "#9a4f2b", 1),
        (1, "#5f2e19", 1),
    )
    out += shape(
        f"M{x - 50 * s} {y}C{x - 46 * s} {y - 36 * s} {x - 20 * s} {y - 48 * s} {x} {y - 48 * s}C{x + 20 * s} {y - 48 * s} {x + 46 * s} {y - 36 * s} {x + 50 * s} {y}Z",
        f"url(#pen{int(x)})",
    )
    return out + disc(x, y, 50 * s, "#ffe7b0", 1, 8 * s) + disc(x, y + 4 * s, 15 * s, "#fffbe8", 1, 13 * s)


def _table() -> str:
    out = rect(632, 560, 18, 130, "#2b1a12") + disc(641, 694, 74, "#2b1a12", 1, 11)
    out += (
        disc(641, 560, 212, "#5a351f", 1, 34)
        + linear("tab", 430, 0, 852, 0, (0, "#d7935a", 1), (0.5, "#b87443", 1), (1, "#8a5230", 1))
        + disc(641, 551, 212, "url(#tab)", 1, 33)
    )
    return out + disc(600, 545, 120, "#ffe0a6", 0.25, 15)


PLACE = Place(
    "cafe",
    "dusk",
    (
        Layer(
            linear("wall", 0, 0, 1280, 0, (0, "#6b4632", 1), (0.6, "#8a5a3c", 1), (1, "#734830", 1))
            + rect(0, 0, 1280, _FLOOR, "url(#wall)")
        ),
        Layer(_street()),
        Layer(_bokeh(), rect(60, 50, 720, 400, "#fff"), 3),
        Layer(shape("M60 50L220 50L120 450L60 450Z M420 50L500 50L380 450L300 450Z", "#ffffff", 0.06)),
        Layer(_frame()),
        Layer(_shelves()),
        Layer(boards(_FLOOR, "#5a3723", "#7a4c30", "#2b180d", 700)),
        under(1040, 572, 250, 16, 0.5),
        Layer(_counter()),
        glow(420, 236, 260, "#ffc46b", 0.30),
        glow(700, 216, 280, "#ffc46b", 0.36),
        glow(1060, 196, 300, "#ffc46b", 0.40),
        Layer(_pendant(420, 200, 0.9) + _pendant(700, 180, 1.0) + _pendant(1060, 160, 1.1)),
        glow(420, 206, 110, "#fff0c4", 0.6),
        glow(700, 186, 120, "#fff0c4", 0.6),
        glow(1060, 168, 130, "#fff0c4", 0.6),
        under(420, 690, 110, 14, 0.55),
        Layer(chair(408, 690, 146, "#5f7f78", "#34504b", "#2b1a12")),
        under(900, 692, 110, 14, 0.55),
        Layer(chair(880, 690, 146, "#5f7f78", "#34504b", "#2b1a12", -1)),
        under(641, 700, 150, 16, 0.55),
        Layer(_table()),
        under(570, 556, 52, 8, 0.5),
        under(742, 552, 48, 8, 0.5),
        Layer(
            disc(564, 552, 50, "#efe6d8", 1, 10)
            + mug(564, 550, 52, "#f7efe2", "#c9b49a")
            + disc(734, 547, 46, "#efe6d8", 1, 9)
            + mug(734, 545, 48, "#c96f4c", "#8f4529")
        ),
        Layer(
            rect(645, 512, 22, 34, "#fff1cf", 0.9, 5)
            + shape("M656 512C650 502 656 496 656 488C662 496 664 504 656 512Z", "#ffd27a")
        ),
        glow(656, 506, 90, "#ffce77", 0.55),
        steam(564, 490, 70),
        Layer(plant(1226, 520, 130, ("#5b7d52", "#40603c"), 12) + pot(1226, 516, 96, 110, "#b9653f", "#7a3c22")),
        sunlight([(520, 190), (780, 190), (960, 720), (340, 720)], "#ffcf86", 0.12, 30),
        vignette("#160b12", 0.5),
    ),
)
