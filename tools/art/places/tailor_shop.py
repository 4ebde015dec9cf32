# ruff: noqa: E501  (path data reads best unbroken)
"""A narrow tailor's shop by day: a window on a tram street, machines below it, bobbins, a long mirror, hanging coats."""

import random

from tools.art.backdrop import HEIGHT, WIDTH, Place, boards, glow, skirting, sunlight, under, vignette, wall
from tools.art.svg import Layer, disc, line, linear, rect, shape, sliver

_FLOOR = 560
_THREADS = (
    "#c8553d", "#e0a84a", "#f0e2c4", "#6f9d93", "#3f6f86", "#7a4a6a", "#d98b8b", "#4f7f4f", "#2f3d5a", "#b98a5d",
)  # fmt: skip
_COATS = ("#3d4a5c", "#8a5a3c", "#6d2f3a", "#566a52", "#c9b08a", "#2f3a40")


def _window() -> str:
    """Houses over the way, wires, and a green and cream tram that goes by."""
    out = linear("sky", 0, 60, 0, 380, (0, "#cfe4ee", 1), (1, "#f6ecd6", 1)) + rect(80, 60, 560, 330, "url(#sky)")
    for x, w, top, colour in (
        (60, 150, 150, "#c99f86"),
        (210, 130, 120, "#dcc7a4"),
        (340, 150, 162, "#b98f7c"),
        (490, 170, 132, "#cdb79c"),
    ):
        out += rect(x, top, w, 260, colour) + rect(x, top, w, 8, "#8a6a56", 0.7)
        for i in range(3):
            out += rect(x + 14 + i * w * 0.3, top + 26, w * 0.17, 38, "#7f97a0", 0.85) + rect(
                x + 14 + i * w * 0.3, top + 26, w * 0.17, 4, "#ffffff", 0.5
            )
        out += rect(x, top + 84, w, 20, "#6a7f72" if colour != "#dcc7a4" else "#a5533f", 0.8)
    out += rect(60, 352, 600, 60, "#a9a7a2") + rect(60, 376, 600, 3, "#6e6c68") + rect(60, 388, 600, 3, "#6e6c68")
    out += line("M60 104C240 114 460 114 660 100M60 122C240 130 460 130 660 120", "#4c4a48", 1.8, 0.8)
    out += line("M360 204L392 118M392 118L404 204", "#4c4a48", 2.6)
    out += rect(214, 204, 480, 168, "#1f5a45", 1, 14) + rect(214, 300, 480, 10, "#e7c868")
    out += rect(214, 204, 480, 22, "#efe3c8", 1, 10) + rect(226, 352, 480, 22, "#22302c")
    for i in range(5):
        x = 236 + i * 84
        out += rect(x, 236, 68, 58, "#a9c8d0", 1, 5) + shape(
            f"M{x + 8} 290L{x + 36} 238L{x + 52} 238L{x + 24} 290Z", "#ffffff", 0.4
        )
        out += disc(x + 36, 272, 10, "#5b4a44", 0.55) + disc(x + 36, 292, 17, "#6a5a66", 0.5, 13)
    return out + disc(284, 374, 17, "#1c2220") + disc(352, 374, 17, "#1c2220") + disc(560, 374, 17, "#1c2220")


def _frame() -> str:
    """Draws the frame of the window and its sill, with a row of pots of buttons."""
    out = ""
    for d in ((68, 48, 584, 14), (68, 48, 14, 346), (638, 48, 14, 346), (352, 48, 10, 346), (68, 384, 584, 14)):
        out += rect(*d, "#5f3f2a", 1, 2) + rect(d[0], d[1], d[2], 3, "#a57a52", 0.7)
    out += rect(56, 394, 608, 16, "#8a6140", 1, 3) + rect(56, 394, 608, 4, "#d7ad80", 0.8)
    return out


def _bobbins() -> str:
    """Draws a rack of thread on the wall, each reel another colour."""
    out = rect(690, 70, 214, 262, "#8a6140", 1, 4) + rect(698, 78, 198, 246, "#6a4729")
    r = random.Random(4)
    for row in range(6):
        y = 84 + row * 40
        out += rect(698, y + 32, 198, 6, "#a57a52")
        for i in range(9):
            x, colour = 706 + i * 21, r.choice(_THREADS)
            out += (
                rect(x, y + 2, 16, 4, "#e0c9a4", 1, 2)
                + rect(x + 1, y + 6, 14, 22, colour, 1, 2)
                + rect(x, y + 28, 16, 4, "#e0c9a4", 1, 2)
            )
            out += rect(x + 3, y + 6, 3, 22, "#ffffff", 0.35) + line(
                f"M{x + 1} {y + 13}L{x + 15} {y + 15}M{x + 1} {y + 20}L{x + 15} {y + 22}", "#000000", 1, 0.2
            )
    return out


def _mirror() -> tuple[Layer, ...]:
    """Draws the long mirror on its stand: it has the far wall and the light of the window in it."""
    glass = "M944 96L1084 96L1092 560L936 560Z"
    inner = linear("glass", 940, 0, 1092, 0, (0, "#dfe9e6", 1), (0.5, "#c3d2cf", 1), (1, "#9fb1b0", 1)) + shape(
        glass, "url(#glass)"
    )
    inner += (
        rect(930, 470, 170, 100, "#8f6f52", 0.6)
        + rect(960, 170, 60, 120, "#fff8e4", 0.7)
        + rect(988, 170, 4, 120, "#8a6140", 0.6)
    )
    inner += shape("M950 560L1030 96L1056 96L980 560Z", "#ffffff", 0.3)
    return (
        Layer(shape("M936 90L1100 90L1112 590L930 590Z", "#2b1a0d", 0.35), "", 12),
        Layer(inner, shape(glass, "#fff")),
        Layer(
            line("M944 96L1084 96L1092 560L936 560Z", "#4a2e1a", 15)
            + line("M941 96L1082 95", "#b98a5d", 3, 0.8)
            + line("M940 100L932 556", "#b98a5d", 3, 0.7)
        ),
        Layer(line("M930 566L916 612M1098 566L1114 612", "#4a2e1a", 11)),
    )


def _rail() -> tuple[Layer, ...]:
    """Coats that wait on a rail, each with a ticket."""
    out = line("M1120 96L1280 90", "#9a9488", 8) + line("M1120 94L1280 88", "#e4dfd2", 2)
    for i, colour in enumerate(_COATS):
        x = 1128 + i * 30
        out += line(f"M{x + 14} 94C{x + 14} 108 {x + 20} 110 {x + 18} 120", "#7a7468", 3)
        out += shape(
            f"M{x + 18} 118C{x + 34} 128 {x + 46} 138 {x + 48} 160L{x + 54} 450L{x - 12} 456L{x - 8} 160C{x - 6} 138 {x + 4} 126 {x + 18} 118Z",
            colour,
        )
        out += shape(sliver((x + 4, 150), (x - 2, 300), (x + 4, 448), 5), "#000000", 0.28)
        out += shape(sliver((x - 4, 150), (x - 8, 300), (x - 8, 440), 3), "#ffffff", 0.2)
        out += rect(x + 4, 190 + 16 * (i % 3), 18, 26, "#f6efdd", 1, 2) + line(
            f"M{x + 8} {200 + 16 * (i % 3)}L{x + 18} {200 + 16 * (i % 3)}", "#8a8274", 2
        )
    return (Layer(shape("M1110 130L1280 120L1280 470L1110 470Z", "#2b1a0d", 0.3), "", 14), Layer(out))


def _machine(x: float, y: float, body: str, light: str, shade: str) -> str:
    """Draws a sewing machine that stands on a table at (x, y): bed, pillar, arm, wheel and reel."""
    out = rect(x - 96, y - 20, 196, 20, shade, 1, 5) + rect(x - 96, y - 20, 196, 5, light, 0.7, 2)
    out += shape(
        f"M{x + 44} {y - 20}C{x + 44} {y - 60} {x + 40} {y - 74} {x + 30} {y - 84}L{x - 84} {y - 84}C{x - 94} {y - 84} {x - 96} {y - 90} {x - 96} {y - 100}L{x - 92} {y - 122}C{x - 40} {y - 128} {x + 50} {y - 128} {x + 80} {y - 118}C{x + 92} {y - 90} {x + 92} {y - 50} {x + 90} {y - 20}Z",
        body,
    )
    out += shape(
        f"M{x - 90} {y - 120}C{x - 40} {y - 126} {x + 50} {y - 126} {x + 78} {y - 117}L{x + 80} {y - 110}C{x + 40} {y - 118} {x - 40} {y - 118} {x - 92} {y - 112}Z",
        light,
        0.8,
    )
    out += rect(x - 92, y - 88, 20, 40, shade, 1, 3) + line(f"M{x - 82} {y - 50}L{x - 82} {y - 22}", "#d5d8da", 3)
    out += disc(x + 98, y - 82, 11, shade, 1, 22) + disc(x + 96, y - 82, 8, light, 0.6, 17)
    return (
        out
        + rect(x + 10, y - 154, 16, 30, "#c8553d", 1, 3)
        + rect(x + 8, y - 128, 20, 5, "#efe3c8")
        + line(f"M{x + 12} {y - 140}C{x - 30} {y - 150} {x - 60} {y - 136} {x - 80} {y - 100}", "#c8553d", 1.4, 0.8)
    )


def _table() -> tuple[Layer, ...]:
    """Draws the work table below the window with both machines, cloth under one needle, shears and chalk."""
    top = linear("top", 0, 0, 700, 0, (0, "#d9ad7c", 1), (1, "#a87a4e", 1)) + shape(
        "M-20 506L700 506L726 548L-20 548Z", "url(#top)"
    )
    legs = (
        rect(650, 560, 22, 130, "#6a4729")
        + rect(40, 560, 22, 160, "#6a4729")
        + rect(-20, 548, 740, 20, "#8a6140")
        + rect(-20, 548, 740, 3, "#e6c193", 0.7)
    )
    cloth = shape(
        "M112 516C180 508 250 512 312 520L350 548L352 640C300 652 240 630 190 648C160 640 130 650 104 640L96 548Z",
        "#7a8fa6",
    )
    cloth += shape(
        sliver((150, 540), (146, 590), (156, 642), 6)
        + sliver((240, 544), (246, 600), (236, 636), 7)
        + sliver((312, 548), (308, 600), (318, 640), 5),
        "#3d5068",
        0.6,
    )
    cloth += shape(sliver((180, 540), (178, 590), (184, 640), 4), "#c9d6e4", 0.6)
    shears = (
        line("M594 532L652 522M594 522L652 534", "#c3c9cc", 5)
        + disc(664, 519, 9, "#33292a", 1, 6)
        + disc(664, 537, 9, "#33292a", 1, 6)
    )
    chalk = rect(548, 528, 26, 9, "#f4f6f8", 1, 3) + rect(70, 530, 24, 8, "#8ec3d8", 1, 3)
    return (
        Layer(rect(-20, 560, 690, 150, "#2b1a0d", 0.4), "", 20),
        Layer(legs + top),
        under(216, 516, 110, 8, 0.45),
        under(486, 516, 110, 8, 0.45),
        Layer(_machine(212, 516, "#2c3238", "#6f7a82", "#171b1f")),
        Layer(cloth),
        Layer(_machine(478, 516, "#dfe3da", "#ffffff", "#aeb6b0")),
        Layer(shears + chalk),
    )


def _box() -> tuple[Layer, ...]:
    """Draws the box that one stands on to be pinned, carpeted on top, and a pincushion left on it."""
    out = shape("M800 610L1040 610L1072 656L768 656Z", "#a5533f") + shape(
        "M812 615L1028 615L1052 650L788 650Z", "#c07a5c", 0.7
    )
    out += (
        rect(768, 656, 304, 52, "#7a5233")
        + rect(768, 656, 304, 4, "#d7ad80", 0.7)
        + rect(768, 680, 304, 2, "#3d2614", 0.5)
    )
    cushion = disc(1004, 630, 20, "#7a2f3a", 1, 13) + disc(1000, 626, 12, "#a85560", 0.7, 7)
    for dx, dy, colour in ((-8, -16, "#f2c84b"), (2, -20, "#ffffff"), (10, -14, "#6f9fd0"), (-2, -12, "#e8785c")):
        cushion += line(f"M{1004 + dx * 0.6} 624L{1004 + dx} {628 + dy}", "#c9cdd0", 1.6) + disc(
            1004 + dx, 628 + dy, 3, colour
        )
    return (under(920, 706, 176, 12, 0.5), Layer(out), under(1004, 642, 22, 4, 0.4), Layer(cushion))


PLACE = Place(
    "tailor-shop",
    "day",
    (
        Layer(wall("#efdcc0", "#e2c5a0", _FLOOR)),
        Layer(boards(_FLOOR, "#8f6b4c", "#a67c57", "#5a3d26", 620) + skirting(_FLOOR, "#f2e6d2")),
        Layer(rect(72, 56, 588, 350, "#4a2e18", 0.3, 5), "", 12),
        Layer(_window(), rect(74, 54, 572, 336, "#fff")),
        Layer(_frame()),
        glow(360, 210, 330, "#fff6dc", 0.35),
        Layer(rect(696, 78, 218, 268, "#3d2614", 0.35), "", 9),
        Layer(_bobbins()),
        *_rail(),
        *_mirror(),
        *_table(),
        *_box(),
        sunlight([(90, 70), (640, 70), (1060, HEIGHT), (430, HEIGHT)], "#fff2cc", 0.18, 30),
        Layer(rect(0, 0, WIDTH, 26, "#3a2414", 0.3), "", 12),
        vignette("#3a2014", 0.2),
    ),
)
