# ruff: noqa: E501  (path data reads best unbroken)
"""A kitchen late in the evening: one lamp over the table, the window dark, a mug gone cold."""

import random

from tools.art.backdrop import Place, boards, chair, glow, mug, plant, pot, sunlight, under, vignette
from tools.art.svg import Layer, disc, line, linear, rect, shape

_FLOOR = 560


def _window() -> str:
    r = random.Random(6)
    out = (
        rect(120, 80, 300, 260, "#6d6a78", 1, 5)
        + linear("night", 0, 92, 0, 328, (0, "#0f1830", 1), (0.7, "#24325a", 1), (1, "#3f4a74", 1))
        + rect(134, 94, 272, 232, "url(#night)")
    )
    for _ in range(26):
        out += disc(r.uniform(138, 402), r.uniform(98, 220), r.uniform(0.7, 1.7), "#ffffff", r.uniform(0.4, 0.9))
    out += disc(338, 148, 21, "#f6efd6") + disc(330, 142, 6, "#ddd3b4", 0.5) + disc(345, 155, 4, "#ddd3b4", 0.5)
    x = 134.0
    while x < 400:
        w, h = r.uniform(34, 60), r.uniform(44, 100)
        w = min(w, 406 - x)
        out += rect(x, 326 - h, w, h, "#141b33")
        for wx in range(int(x) + 7, int(x + w) - 8, 13):
            for wy in range(int(326 - h) + 9, 318, 17):
                if r.random() < 0.25:
                    out += rect(wx, wy, 6, 8, "#ffcf7e", 0.85)
        x += w
    out += (
        rect(265, 94, 9, 232, "#6d6a78")
        + rect(134, 204, 272, 8, "#6d6a78")
        + rect(106, 332, 328, 16, "#7d7684", 1, 4)
        + rect(106, 332, 328, 4, "#c9a97c", 0.5, 2)
    )
    return out + plant(170, 306, 44, ("#3d5c4f", "#2e4a40"), 3) + pot(170, 306, 34, 26, "#8a5640", "#5a3527")


def _units() -> str:
    out = linear("un", 540, 0, 1280, 0, (0, "#5a5f70", 1), (0.4, "#6b6a72", 1), (1, "#3e4256", 1))
    out += rect(560, 60, 420, 130, "url(#un)", 1, 4)
    for x in (568, 708, 848):
        out += (
            rect(x, 68, 126, 114, "#10131f", 0.18, 3)
            + rect(x + 3, 71, 120, 108, "url(#un)", 1, 3)
            + rect(x + 100, 150, 6, 22, "#cfae7e", 0.8, 3)
        )
    out += rect(540, 390, 460, 180, "url(#un)")
    for x in (552, 700, 848):
        out += (
            rect(x, 414, 140, 146, "#10131f", 0.2, 3)
            + rect(x + 3, 417, 134, 140, "url(#un)", 1, 3)
            + rect(x + 50, 426, 40, 6, "#cfae7e", 0.8, 3)
        )
    out += linear("ct", 0, 376, 0, 394, (0, "#a98661", 1), (1, "#6b4f38", 1)) + rect(
        530, 376, 480, 18, "url(#ct)", 1, 3
    )
    for row in range(5):
        for col in range(9):
            out += rect(541 + col * 50 + (25 if row % 2 else 0), 196 + row * 36, 47, 33, "#8b8793", 0.22, 2)
    out += (
        rect(640, 318, 84, 58, "#8c4a3a", 1, 16)
        + shape("M724 340C744 330 748 322 752 314L758 318C754 334 744 352 724 358Z", "#8c4a3a")
        + line("M652 320C656 292 708 292 712 320", "#2a1c1a", 6)
        + disc(682, 316, 8, "#2a1c1a")
        + rect(652, 328, 7, 34, "#e0a08a", 0.5, 3)
    )
    out += (
        rect(860, 326, 18, 50, "#a8b0a2", 1, 6)
        + rect(884, 338, 18, 38, "#c39a5f", 1, 6)
        + rect(908, 332, 18, 44, "#7d5a67", 1, 6)
    )
    return out


def _fridge() -> str:
    out = linear("fr", 1040, 0, 1230, 0, (0, "#aeb2bd", 1), (0.3, "#8a8f9e", 1), (1, "#4f556b", 1)) + rect(
        1040, 120, 200, 446, "url(#fr)", 1, 12
    )
    out += (
        rect(1040, 276, 200, 5, "#1b2032", 0.5)
        + rect(1056, 180, 9, 76, "#e3e3e6", 0.9, 4)
        + rect(1056, 300, 9, 120, "#e3e3e6", 0.9, 4)
    )
    out += (
        rect(1110, 306, 46, 40, "#f0d78c", 0.95, 1)
        + rect(1164, 320, 42, 52, "#e9e4da", 0.95, 1)
        + rect(1120, 360, 34, 30, "#c98f86", 0.95, 1)
    )
    out += (
        line(
            "M1118 318L1148 318M1118 326L1142 326M1172 334L1198 334M1172 342L1196 342M1172 350L1190 350",
            "#6b5a3c",
            2,
            0.7,
        )
        + disc(1133, 304, 5, "#b8473a")
        + disc(1185, 318, 5, "#3f7f86")
        + disc(1137, 358, 5, "#3f7f86")
    )
    return out


def _lamp(x: float, y: float) -> str:
    out = line(f"M{x} -10L{x} {y - 74}", "#15131a", 4) + linear(
        "lp", x - 96, 0, x + 96, 0, (0, "#d9a75c", 1), (0.45, "#b9803d", 1), (1, "#6e4620", 1)
    )
    out += shape(
        f"M{x - 96} {y}C{x - 88} {y - 52} {x - 40} {y - 78} {x} {y - 78}C{x + 40} {y - 78} {x + 88} {y - 52} {x + 96} {y}Z",
        "url(#lp)",
    )
    return out + disc(x, y, 96, "#ffe4a6", 1, 13) + disc(x, y + 6, 24, "#fffbe6", 1, 17)


def _table() -> str:
    top = "M380 560L980 560L1070 626L300 626Z"
    out = rect(322, 640, 24, 90, "#3d281a") + rect(1024, 640, 24, 90, "#2e1d13")
    out += linear("tt", 300, 0, 1070, 0, (0, "#8a5f3d", 1), (0.5, "#d0965c", 1), (1, "#7a5033", 1)) + shape(
        top, "url(#tt)"
    )
    for k in range(5):
        y = 571 + k * 11
        out += line(f"M{366 - k * 13} {y}C{560} {y - 3} {800} {y + 4} {994 + k * 15} {y}", "#5d3b20", 1.4, 0.28)
    return out + rect(300, 626, 770, 18, "#6b452b") + rect(300, 626, 770, 4, "#f0bd7c", 0.55)


PLACE = Place(
    "night-kitchen",
    "late evening",
    (
        Layer(
            linear("w", 0, 0, 1280, 0, (0, "#3b3c50", 1), (0.5, "#5d5558", 1), (1, "#35374b", 1))
            + rect(0, 0, 1280, _FLOOR, "url(#w)")
        ),
        glow(680, 260, 620, "#ffb75e", 0.30),
        Layer(_window()),
        Layer(shape("M134 94L230 94L160 326L134 326Z", "#ffffff", 0.05)),
        Layer(_units()),
        Layer(rect(1052, 130, 200, 440, "#0c0f1c", 0.4, 10), "", 10),
        Layer(_fridge()),
        Layer(boards(_FLOOR, "#3a2f33", "#4d3b36", "#17110f", 680)),
        under(770, 566, 330, 10, 0.5),
        glow(680, 640, 560, "#ffb054", 0.30),
        Layer(_lamp(680, 236)),
        sunlight([(590, 246), (770, 246), (1010, 600), (350, 600)], "#ffcf80", 0.22, 22),
        glow(680, 256, 190, "#fff0c0", 0.7),
        under(470, 700, 100, 14, 0.5),
        Layer(chair(870, 640, 150, "#8a5f50", "#543629", "#33221a", -1)),
        under(690, 716, 380, 16, 0.6),
        Layer(_table()),
        Layer(disc(690, 590, 210, "#ffe3a8", 0.42, 20), shape("M380 560L980 560L1070 626L300 626Z", "#fff"), 14),
        under(598, 604, 46, 8, 0.5),
        Layer(mug(590, 602, 56, "#5f8f93", "#2f565c")),
        under(766, 606, 80, 8, 0.45),
        Layer(
            shape("M696 594L786 586L806 608L704 616Z", "#f3ead6")
            + shape("M786 586L850 592L872 612L806 608Z", "#e3d6bc")
            + line("M712 600L782 594M716 606L788 600M796 596L848 600M804 602L854 606", "#8c7a5c", 1.6, 0.6)
            + line("M832 618L892 600", "#2f4a63", 5)
        ),
        vignette("#05060f", 0.62),
    ),
)
