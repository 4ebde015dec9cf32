# ruff: noqa: E501  (path data reads best unbroken)
"""A small town's ice rink at night, seen from the players' bench: boards, white ice, a scoreboard, breath that steams."""

import random

from tools.art.backdrop import HEIGHT, WIDTH, Place, glow, under, vignette
from tools.art.svg import Layer, disc, line, linear, rect, shape, sliver

_ICE, _RAIL = 262, 566
_BULB = "#fff4d6"


def _roof() -> str:
    """Draws dark steel under the roof, and the lamps that hang from it in rows."""
    out = linear("roof", 0, 0, 0, 210, (0, "#0d141d", 1), (1, "#263444", 1)) + rect(0, 0, WIDTH, 220, "url(#roof)")
    for i in range(7):
        y, wide = 14 + i * 22, 9 - i
        out += line(f"M{-60 + i * 40} {y + 26}Q640 {y - 34} {WIDTH + 60 - i * 40} {y + 26}", "#3f5163", wide)
    for x in range(60, WIDTH, 116):
        out += line(f"M{x} 0L{640 + (x - 640) * 0.42:.0f} 168", "#33424f", 2.4, 0.7)
    return out


def _lamps() -> tuple[Layer, ...]:
    """Draws three rows of lamps, smaller the farther they hang."""
    shades, lights = "", []
    for y, half, step, size in ((58, 560, 280, 26), (106, 400, 200, 18), (142, 290, 145, 12)):
        for i in range(5):
            x = 640 - half + i * step
            shades += shape(
                f"M{x - size} {y}L{x + size} {y}L{x + size * 0.5} {y - size * 0.6}L{x - size * 0.5} {y - size * 0.6}Z",
                "#1a232d",
            )
            shades += disc(x, y, size * 0.9, _BULB, 1, size * 0.22)
            lights.append(glow(x, y + 6, size * 3.4, "#ffe9b8", 0.36))
    return (Layer(shades), *lights)


def _stand() -> str:
    """Draws the far stand: three steps with a few people in coats, a door with its lit sign, a canteen hatch."""
    out = rect(0, 168, WIDTH, 62, "#2b3947")
    for i in range(3):
        out += rect(0, 176 + i * 17, WIDTH, 5, "#4d6072", 0.9)
    r = random.Random(9)
    for _ in range(17):
        x, row = r.uniform(60, 1220), r.randrange(3)
        y = 172 + row * 17
        coat = r.choice(("#7a3a3a", "#3f5f86", "#8a7a4a", "#55606a", "#4f7a5f"))
        out += disc(x, y, 8, coat, 0.9, 10) + disc(x, y - 13, 5, r.choice(("#c99a78", "#8a5f44", "#e2bb9a")), 0.9)
    out += (
        rect(1012, 162, 150, 62, "#e8b765", 0.95, 3)
        + rect(1012, 162, 150, 10, "#7a3a2a")
        + rect(1040, 190, 22, 34, "#6a4a30", 0.7)
        + rect(1096, 182, 40, 42, "#6a4a30", 0.5)
    )
    return out + rect(96, 168, 54, 60, "#3a4a58") + rect(100, 152, 46, 13, "#3f9a6a", 1, 2)


def _scoreboard() -> tuple[Layer, ...]:
    """Draws the scoreboard over the far end: two lit numbers, a clock, and dots for the period."""
    segments = {
        "2": ("a", "b", "g", "e", "d"), "3": ("a", "b", "g", "c", "d"), "1": ("b", "c"), "4": ("f", "g", "b", "c"), "7": ("a", "b", "c"),
    }  # fmt: skip

    def digit(x: float, y: float, size: float, number: str, colour: str) -> str:
        w, h = size * 0.56, size
        bars = {
            "a": f"M{x} {y}L{x + w} {y}", "b": f"M{x + w} {y}L{x + w} {y + h / 2}", "c": f"M{x + w} {y + h / 2}L{x + w} {y + h}",
            "d": f"M{x} {y + h}L{x + w} {y + h}", "e": f"M{x} {y + h / 2}L{x} {y + h}", "f": f"M{x} {y}L{x} {y + h / 2}",
            "g": f"M{x} {y + h / 2}L{x + w} {y + h / 2}",
        }  # fmt: skip
        return "".join(line(bars[name], colour, size * 0.13) for name in segments[number])

    red, amber = "#ff6a4a", "#ffc35a"
    board = (
        rect(500, 30, 280, 112, "#0c1116", 1, 8)
        + rect(500, 30, 280, 4, "#5b6b7a", 0.8, 2)
        + rect(512, 42, 256, 88, "#171e26", 1, 4)
    )
    board += line("M540 0L540 30M740 0L740 30", "#33424f", 5)
    lit = digit(536, 58, 44, "3", red) + digit(720, 58, 44, "2", red)
    lit += (
        digit(596, 64, 30, "1", amber)
        + digit(620, 64, 30, "4", amber)
        + digit(650, 64, 30, "2", amber)
        + digit(676, 64, 30, "7", amber)
    )
    lit += (
        disc(644, 72, 2.4, amber)
        + disc(644, 88, 2.4, amber)
        + disc(622, 116, 4, amber)
        + disc(640, 116, 4, amber)
        + disc(658, 116, 4, "#5a4320")
    )
    return (Layer(board), Layer(lit, "", 5), Layer(lit))


def _ice() -> str:
    """Draws the sheet of ice: its lines, what the lamps lay on it, and the marks of blades."""
    out = linear("ice", 0, _ICE, 0, _RAIL, (0, "#c3d6e2", 1), (0.5, "#dfeaf0", 1), (1, "#f2f7f9", 1)) + rect(
        0, _ICE - 14, WIDTH, 330, "url(#ice)"
    )
    out += shape("M604 248L676 248L704 570L576 570Z", "#c7473f", 0.42) + shape(
        "M622 248L658 248L668 570L612 570Z", "#f0f5f8", 0.25
    )
    out += shape("M262 248L286 248L130 570L84 570Z", "#3f6fae", 0.55) + shape(
        "M994 248L1018 248L1196 570L1150 570Z", "#3f6fae", 0.55
    )
    for rx in (150, 146):
        out += line(
            f"M{640 - rx} 380C{640 - rx} 344 {640 + rx} 344 {640 + rx} 380C{640 + rx} 416 {640 - rx} 416 {640 - rx} 380",
            "#3f6fae",
            2.6,
            0.6,
        )
    r = random.Random(21)
    for _ in range(90):
        x, y = r.uniform(-40, WIDTH), r.uniform(_ICE + 6, _RAIL)
        long = 30 + (y - _ICE) * 0.5
        d = sliver((x, y), (x + long * 0.5, y + r.uniform(-8, 8)), (x + long, y + r.uniform(-5, 5)), 0.9)
        out += shape(d, "#8fa9ba" if r.random() < 0.5 else "#ffffff", r.uniform(0.25, 0.6))
    return out


def _shine() -> Layer:
    """Draws the lamps, mirrored in the ice."""
    out = "".join(
        disc(x, 330 + 80 * (i % 2), 38, "#fff8e2", 0.75, 58) for i, x in enumerate((110, 330, 520, 760, 950, 1170))
    )
    return Layer(out, "", 22)


def _skater(x: float, y: float, size: float, jersey: str, lean: float) -> str:
    """Draws somebody at the far end, small: helmet, jersey, stick and skates."""
    s = size
    out = disc(x + lean * 6 * s, y - 52 * s, 8 * s, "#20262c") + shape(
        f"M{x - 13 * s} {y - 18 * s}L{x + lean * 5 * s - 13 * s} {y - 46 * s}L{x + lean * 5 * s + 13 * s} {y - 46 * s}L{x + 12 * s} {y - 18 * s}Z",
        jersey,
    )
    out += line(
        f"M{x - 6 * s} {y - 18 * s}L{x - 11 * s} {y}M{x + 6 * s} {y - 18 * s}L{x + 12 * s} {y}", "#1c2630", 8 * s
    )
    out += line(
        f"M{x + lean * 12 * s} {y - 36 * s}L{x + lean * 40 * s} {y - 1 * s}L{x + lean * 52 * s} {y}", "#a57a4a", 2.6 * s
    )
    out += line(f"M{x + lean * 2 * s} {y - 42 * s}L{x + lean * 18 * s} {y - 30 * s}", jersey, 8 * s)
    out += disc(x + lean * 19 * s, y - 29 * s, 4.4 * s, "#20262c")
    return out + line(
        f"M{x - 17 * s} {y + 2 * s}L{x - 5 * s} {y + 2 * s}M{x + 6 * s} {y + 2 * s}L{x + 19 * s} {y + 2 * s}",
        "#5a6873",
        2 * s,
    )


def _far_boards() -> str:
    """Draws the boards round the far side, their yellow kick strip, and painted panels without words."""
    out = rect(0, 216, WIDTH, 48, "#e9eef1") + rect(0, 216, WIDTH, 5, "#3f6fae") + rect(0, 254, WIDTH, 10, "#e2b83f")
    for x, w, colour in (
        (40, 150, "#3f7f72"),
        (226, 170, "#b5533f"),
        (452, 130, "#44618a"),
        (700, 170, "#8a6aa0"),
        (910, 130, "#c98a3f"),
        (1078, 160, "#4f7a4f"),
    ):
        out += (
            rect(x, 224, w, 27, colour, 0.85, 2)
            + rect(x + 14, 233, w * 0.4, 8, "#ffffff", 0.7, 3)
            + disc(x + w - 24, 237, 8, "#ffffff", 0.7)
        )
    for x in range(0, WIDTH, 128):
        out += rect(x, 184, 3, 34, "#9fb4c2", 0.6)
    return out + rect(0, 182, WIDTH, 36, "#dcecf5", 0.13) + rect(0, 182, WIDTH, 2, "#ffffff", 0.5)


def _bench() -> tuple[Layer, ...]:
    """Draws what is near: the top of the boards before the bench, gloves and a bottle on it, sticks that lean, a
    roll of tape."""
    rail = linear("rail", 0, _RAIL, 0, _RAIL + 44, (0, "#f8fafb", 1), (1, "#c2ced6", 1)) + rect(
        -10, _RAIL, WIDTH + 20, 44, "url(#rail)", 1, 8
    )
    front = linear("front", 0, 606, 0, HEIGHT, (0, "#dfe6ea", 1), (1, "#9fb0bb", 1)) + rect(
        0, 606, WIDTH, 120, "url(#front)"
    )
    front += rect(0, 606, WIDTH, 7, "#3f6fae") + "".join(
        rect(x, 613, 3, 110, "#6f828e", 0.5) for x in range(120, WIDTH, 260)
    )
    bottle = (
        rect(1060, 486, 46, 86, "#3f8f5f", 1, 10)
        + rect(1060, 486, 14, 86, "#ffffff", 0.25, 8)
        + rect(1066, 468, 34, 22, "#1f2a30", 1, 5)
        + rect(1078, 454, 10, 16, "#e9eef1", 1, 4)
    )
    gloves = shape(
        "M842 572C836 540 850 516 884 512C918 508 934 522 936 548L960 544C972 548 972 566 960 572Z", "#27333f"
    )
    gloves += shape("M842 572C838 556 842 540 852 528L872 572Z", "#b5533f") + line(
        "M886 516L890 546M906 514L910 546M924 522L926 548", "#55697a", 5, 0.9
    )
    tape = (
        disc(1004, 556, 22, "#e9e4d8", 1, 16)
        + disc(1004, 553, 22, "#ffffff", 1, 15)
        + disc(1004, 553, 10, "#4a5560", 1, 7)
    )
    sticks = (
        line("M1150 720L1216 330M1196 720L1246 350", "#2b1d12", 15)
        + line("M1150 720L1216 330M1196 720L1246 350", "#b98a55", 11)
        + line("M1212 350L1218 318M1242 372L1249 336", "#1c2024", 13)
    )
    return (
        Layer(rect(-20, 600, WIDTH + 40, 26, "#101a24", 0.5), "", 10),
        Layer(front),
        Layer(rail),
        under(904, 576, 70, 7, 0.45),
        under(1084, 576, 34, 6, 0.45),
        under(1004, 572, 26, 5, 0.4),
        Layer(gloves + bottle + tape),
        Layer(
            f'<g transform="translate(10 8)">{line("M1150 720L1216 330M1196 720L1246 350", "#101a24", 14, 0.4)}</g>',
            "",
            8,
        ),
        Layer(sticks),
    )


def _breath() -> tuple[Layer, ...]:
    """Draws breath that hangs over the boards, and the cold above the ice."""
    clouds = "".join(
        disc(x, y, rx, "#ffffff", o, ry)
        for x, y, rx, ry, o in (
            (760, 470, 70, 34, 0.3),
            (820, 440, 56, 30, 0.24),
            (716, 438, 40, 22, 0.22),
            (1010, 420, 60, 26, 0.18),
        )
    )
    return (Layer(clouds, "", 26), Layer(rect(0, 236, WIDTH, 60, "#eef6fa", 0.32), "", 18))


PLACE = Place(
    "rink",
    "night",
    (
        Layer(_roof()),
        Layer(_stand()),
        *_lamps(),
        *_scoreboard(),
        Layer(_ice()),
        _shine(),
        Layer(_far_boards()),
        Layer(
            "".join(disc(x, y, 26, "#5f7f95", 0.35, 5) for x, y in ((820, 330), (876, 322), (930, 334), (450, 352))),
            "",
            4,
        ),
        Layer(
            _skater(820, 330, 1.2, "#b5433a", 1)
            + _skater(876, 322, 1.1, "#2f5f9a", -1)
            + _skater(930, 334, 1.25, "#b5433a", -1)
            + _skater(450, 352, 1.4, "#2f5f9a", 1)
        ),
        *_breath(),
        *_bench(),
        Layer(shape(f"M0 0L340 0L300 {HEIGHT}L0 {HEIGHT}Z", "#0b1420", 0.2), "", 60),
        vignette("#060c14", 0.42),
    ),
)
