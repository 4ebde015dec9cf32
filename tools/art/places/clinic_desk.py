"""The intake desk of a clinic: morning through the blinds, a clipboard, two chairs at one corner of a desk."""

from tools.art.backdrop import (
    Place,
    boards,
    chair,
    glow,
    leaf,
    mug,
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


def _window() -> str:
    out = (
        rect(60, 70, 330, 290, "#fbfcfb", 1, 5)
        + linear("sky", 0, 84, 0, 346, (0, "#b4d9ee", 1), (1, "#fdf3d9", 1))
        + rect(74, 84, 302, 262, "url(#sky)")
    )
    out += shape("M74 346L74 286C120 262 160 282 210 270C270 254 320 270 376 262L376 346Z", "#a9cba4")
    for i in range(16):
        y = 86 + i * 11
        out += rect(70, y, 310, 7.5, "#fdfbf4", 0.94, 1) + rect(70, y + 6, 310, 2, "#a79f8a", 0.4)
    out += (
        rect(66, 74, 318, 13, "#efeadd", 1, 3)
        + line("M120 86L120 264M326 86L326 264", "#cfc6b2", 2)
        + line("M360 90L360 330", "#d8d0be", 2)
        + disc(360, 333, 5, "#d8d0be")
    )
    return out + rect(48, 350, 354, 15, "#fbfcfb", 1, 3) + rect(52, 365, 346, 6, "#000000", 0.12)


def _clock(x: float, y: float) -> tuple[Layer, ...]:
    ticks = "".join(disc(x + dx, y + dy, 2, "#5b6468") for dx, dy in ((0, -27), (27, 0), (0, 27), (-27, 0)))
    return (
        Layer(disc(x + 4, y + 7, 38, "#2d3f44", 0.35), "", 6),
        Layer(
            disc(x, y, 38, "#456b73")
            + disc(x, y, 33, "#fdfbf5")
            + ticks
            + line(f"M{x} {y}L{x - 14} {y - 12}", "#2c3a3e", 4)
            + line(f"M{x} {y}L{x + 4} {y - 23}", "#2c3a3e", 3)
            + disc(x, y, 3.4, "#c86a45")
        ),
    )


def _rack() -> str:
    out = rect(1086, 150, 132, 190, "#c7a27a", 1, 4) + rect(1086, 150, 132, 190, "#5a3c22", 0.10, 4)
    tones = (
        ("#e8b06a", "#6fa69c", "#d9785a"),
        ("#86a9c2", "#f0d79a", "#9dbb84"),
        ("#d9785a", "#c5b7d6", "#6fa69c"),
    )
    for row, colours in enumerate(tones):
        y = 162 + row * 58
        for col, colour in enumerate(colours):
            x = 1094 + col * 40
            out += (
                rect(x, y, 34, 46, colour, 1, 2)
                + rect(x + 5, y + 7, 24, 4, "#ffffff", 0.85)
                + rect(x + 5, y + 15, 16, 3, "#ffffff", 0.6)
            )
        out += rect(1088, y + 28, 128, 22, "#d9b78f", 1, 2) + rect(1088, y + 28, 128, 3, "#ffffff", 0.35)
    return out


def _desk() -> tuple[Layer, ...]:
    top = "M470 470L1150 470L1230 520L430 520Z"
    front = rect(430, 520, 800, 22, "#a97a4e") + rect(430, 520, 800, 4, "#f0cfa3", 0.7)
    panel = linear("pan", 0, 542, 0, 690, (0, "#b98a5d", 1), (1, "#8e6440", 1)) + rect(
        900, 542, 300, 150, "url(#pan)", 1, 3
    )
    for y in (554, 602, 650):
        panel += (
            rect(914, y, 272, 40, "#5a3c22", 0.16, 3)
            + rect(916, y + 1, 268, 37, "#c79a6c", 0.85, 3)
            + rect(1030, y + 15, 40, 7, "#6b4a2e", 1, 3)
        )
    legs = rect(448, 542, 22, 152, "#8e6440") + rect(448, 542, 7, 152, "#c79a6c")
    return (
        Layer(rect(440, 542, 470, 30, "#2b1a0d", 0.4), "", 12),
        Layer(legs + panel),
        Layer(
            linear("dt", 430, 0, 1230, 0, (0, "#e3bb8c", 1), (0.5, "#d1a374", 1), (1, "#b98a5d", 1))
            + shape(top, "url(#dt)")
            + front
        ),
        Layer(shape("M560 474L760 474L800 518L540 518Z", "#fff3d2", 0.45), shape(top, "#fff"), 8),
    )


def _things() -> tuple[Layer, ...]:
    board = "M610 486L742 486L760 516L600 516Z"
    paper = "M618 488L734 488L750 513L609 513Z"
    text = "".join(
        line(f"M{626 - i * 2.4} {494 + i * 5}L{716 + i * 2 - (i % 2) * 26} {494 + i * 5}", "#7d8b90", 1.8, 0.75)
        for i in range(4)
    )
    screen = (
        rect(962, 352, 170, 112, "#2e3539", 1, 7)
        + linear("scr", 962, 352, 1132, 464, (0, "#5f8088", 1), (1, "#3c5960", 1))
        + rect(969, 359, 156, 96, "url(#scr)", 1, 3)
    )
    screen += (
        shape("M969 359L1060 359L1000 455L969 455Z", "#ffffff", 0.12)
        + rect(1036, 464, 22, 20, "#454e53")
        + shape("M1004 484L1090 484L1100 494L994 494Z", "#3b4347")
    )
    keys = shape("M970 498L1096 498L1106 512L962 512Z", "#e8eaea") + line(
        "M974 503L1094 503M970 508L1100 508", "#b6bcbf", 2
    )
    return (
        Layer(shape("M606 492L770 492L780 522L600 522Z", "#4a2e16", 0.4), "", 5),
        Layer(shape(board, "#7b5536") + shape(paper, "#fdfcf7") + text + rect(658, 482, 34, 8, "#9aa3a8", 1, 3)),
        Layer(line("M772 506L826 492", "#33566b", 5) + line("M820 494L828 491.5", "#d9a441", 5)),
        Layer(shape("M990 490L1110 490L1130 516L960 516Z", "#4a2e16", 0.35), "", 6),
        Layer(screen + keys),
        Layer(disc(884, 508, 40, "#4a2e16", 0.4, 7), "", 4),
        Layer(mug(878, 508, 44, "#7fb0a4", "#4d7d72")),
        Layer(disc(530, 502, 40, "#4a2e16", 0.4, 7), "", 4),
        Layer(plant(524, 470, 58, ("#6aa573", "#4b8459"), 6) + pot(524, 468, 44, 34, "#f3efe6", "#c5bca9")),
        Layer(
            rect(1148, 484, 50, 26, "#dfe9ec", 1, 4)
            + rect(1148, 484, 50, 8, "#ffffff", 0.8, 3)
            + shape("M1160 484C1162 466 1170 472 1172 462C1178 470 1184 470 1186 484Z", "#ffffff")
        ),
    )


PLACE = Place(
    "clinic-desk",
    "morning",
    (
        Layer(wall("#e4ece9", "#c6d6d4", _FLOOR)),
        Layer(rect(0, 330, 1280, 190, "#9dbdb6", 0.55) + rect(0, 326, 1280, 6, "#f7faf8", 0.9)),
        *(
            sunlight(
                [(470, 90 + i * 40), (800, 60 + i * 40), (800, 76 + i * 40), (470, 106 + i * 40)],
                "#fff5d8",
                0.42,
                8,
            )
            for i in range(7)
        ),
        Layer(boards(_FLOOR, "#a98d70", "#c2a585", "#6b523a", 560) + skirting(_FLOOR, "#f7f8f4")),
        Layer(rect(66, 78, 336, 300, "#2d443f", 0.22, 5), "", 10),
        Layer(_window()),
        glow(230, 190, 290, "#fff6da", 0.5),
        *picture(
            520,
            110,
            150,
            118,
            "#f8f6ef",
            rect(536, 126, 118, 86, "#dcebe8")
            + shape("M536 212L536 180C566 158 590 184 620 168C636 160 648 164 654 170L654 212Z", "#82b2a8")
            + disc(624, 150, 13, "#f0b878"),
        ),
        *picture(
            700,
            120,
            88,
            100,
            "#c7a27a",
            rect(716, 136, 56, 70, "#f3eee0")
            + leaf(744, 204, 90, 60, 12, "#5c976f")
            + leaf(744, 198, 130, 36, 9, "#437b58")
            + leaf(744, 198, 50, 36, 9, "#437b58"),
        ),
        *_clock(930, 160),
        Layer(rect(1092, 158, 136, 196, "#2d443f", 0.3, 4), "", 8),
        Layer(_rack()),
        under(800, 694, 430, 16, 0.4),
        Layer(chair(820, 640, 158, "#d98d62", "#a35c38", "#6b4a2e")),
        under(356, 688, 100, 12, 0.45),
        Layer(chair(356, 688, 156, "#6fa69c", "#467a70", "#6b4a2e", -1)),
        *_desk(),
        *_things(),
        under(1234, 690, 62, 10, 0.5),
        Layer(plant(1236, 560, 150, ("#5c976f", "#437b58"), 14) + pot(1236, 558, 84, 130, "#eee8dc", "#b9ae9a")),
        sunlight([(74, 90), (376, 90), (860, 720), (260, 720)], "#fff2cc", 0.16, 28),
        sunlight([(210, 610), (390, 610), (500, 720), (250, 720)], "#ffeec2", 0.35, 10),
        vignette("#1f302f", 0.16),
    ),
)
