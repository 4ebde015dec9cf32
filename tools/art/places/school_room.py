# ruff: noqa: E501  (path data reads best unbroken)
"""A massage school's practice room: rows of tables under high windows in the morning, a white board, a skeleton."""

from tools.art.backdrop import WIDTH, Place, boards, glow, plant, pot, skirting, sunlight, under, vignette, wall
from tools.art.svg import Layer, disc, line, linear, rect, shape

_FLOOR = 430


def _windows() -> str:
    """Draws four high windows side by side, sky and the tops of trees."""
    out = ""
    for i in range(4):
        x = 40 + i * 212
        out += rect(x, 34, 192, 150, "#fdfcf8", 1, 4)
        out += linear(f"sky{i}", 0, 44, 0, 174, (0, "#a7d0ea", 1), (1, "#fff1cf", 1)) + rect(
            x + 10, 44, 172, 130, f"url(#sky{i})"
        )
        out += shape(
            f"M{x + 10} 174L{x + 10} {150 - i % 2 * 8}C{x + 40} {132 + i * 3} {x + 70} {140 - i * 2} {x + 96} 148C{x + 126} {130 + i % 3 * 8} {x + 156} 136 {x + 182} 146L{x + 182} 174Z",
            "#9fc39a",
        )
        out += rect(x + 92, 44, 8, 130, "#fdfcf8") + rect(x + 10, 44, 172, 4, "#5a6b78", 0.2)
        out += rect(x - 8, 182, 208, 12, "#fdfcf8", 1, 3) + rect(x - 4, 194, 200, 5, "#5a6b78", 0.16)
    return out


def _board() -> str:
    """Draws a wiped white board, with pens and a sponge on its ledge."""
    out = rect(316, 222, 388, 174, "#b7bec3", 1, 5)
    out += linear("wb", 316, 222, 704, 396, (0, "#ffffff", 1), (1, "#e6edf0", 1)) + rect(
        324, 230, 372, 158, "url(#wb)", 1, 2
    )
    out += shape("M380 230L470 230L400 388L324 388L324 352Z", "#ffffff", 0.8)
    out += line("M470 300C520 280 560 330 630 300M500 340C550 326 590 352 640 334", "#c3ced4", 9, 0.25)
    out += rect(306, 394, 408, 10, "#98a1a7", 1, 3)
    for x, colour in ((350, "#c8553d"), (386, "#4f7f98"), (422, "#5c8f66")):
        out += rect(x, 387, 28, 7, colour, 1, 3) + rect(x, 387, 8, 7, "#2e3539", 1, 3)
    return out + rect(600, 381, 44, 13, "#5f7f98", 1, 3)


def _bone(d: str, width: float) -> str:
    return line(d, "#a8977a", width + 2.5) + line(d, "#f6ecd6", width)


def _skeleton(x: float, y: float) -> str:
    """Draws a teaching skeleton that hangs from its stand; `y` is the floor, 380 above it the hook."""
    out = rect(x + 58, y - 392, 7, 386, "#7d8589") + line(
        f"M{x + 61} {y - 390}C{x + 54} {y - 402} {x + 12} {y - 404} {x} {y - 388}", "#7d8589", 6
    )
    out += line(f"M{x - 34} {y}L{x + 62} {y - 12}L{x + 108} {y}", "#5b6468", 9)
    spine = "".join(
        rect(x - 6, y - 302 + i * 11, 12, 8, "#f6ecd6", 1, 3) + rect(x - 6, y - 296 + i * 11, 12, 2, "#a8977a", 0.8)
        for i in range(13)
    )
    out += spine
    for i in range(6):
        top, wide = y - 282 + i * 13, (30, 38, 43, 45, 44, 40)[i]
        for k in (-1, 1):
            out += _bone(
                f"M{x + k * 5} {top}C{x + k * wide * 0.8} {top - 6} {x + k * wide * 1.15} {top + 8} {x + k * wide * 0.72} {top + 17}",
                4,
            )
    out += rect(x - 5, y - 278, 10, 62, "#f6ecd6", 1, 4)
    for k in (-1, 1):
        out += _bone(f"M{x + k * 4} {y - 290}C{x + k * 20} {y - 296} {x + k * 36} {y - 292} {x + k * 48} {y - 288}", 5)
        out += _bone(f"M{x + k * 50} {y - 284}L{x + k * 57} {y - 212}", 7) + _bone(
            f"M{x + k * 55} {y - 206}L{x + k * 60} {y - 146}M{x + k * 60} {y - 206}L{x + k * 65} {y - 146}", 3.5
        )
        out += "".join(
            _bone(f"M{x + k * 63} {y - 142}L{x + k * (56 + 5 * f)} {y - 112 - abs(f - 2) * 3}", 2.6) for f in range(4)
        )
        out += disc(x + k * 50, y - 286, 7, "#f6ecd6") + disc(x + k * 22, y - 144, 8, "#f6ecd6")
        out += _bone(f"M{x + k * 24} {y - 140}L{x + k * 19} {y - 78}", 8) + disc(x + k * 19, y - 76, 8, "#f6ecd6")
        out += _bone(f"M{x + k * 18} {y - 70}L{x + k * 17} {y - 18}", 6.5) + _bone(
            f"M{x + k * 17} {y - 14}L{x + k * 34} {y - 8}", 6
        )
    for k in (-1, 1):
        out += shape(
            f"M{x} {y - 148}C{x + k * 12} {y - 166} {x + k * 40} {y - 178} {x + k * 42} {y - 160}C{x + k * 40} {y - 142} {x + k * 22} {y - 130} {x + k * 7} {y - 134}Z",
            "#eadcc0",
        )
        out += disc(x + k * 19, y - 150, 6, "#a8977a", 0.7, 5)
    out += shape(
        f"M{x - 30} {y - 352}C{x - 30} {y - 394} {x + 30} {y - 394} {x + 30} {y - 352}C{x + 30} {y - 338} {x + 22} {y - 334} {x + 19} {y - 322}L{x + 14} {y - 306}L{x - 14} {y - 306}L{x - 19} {y - 322}C{x - 22} {y - 334} {x - 30} {y - 338} {x - 30} {y - 352}Z",
        "#f8efdb",
    )
    out += (
        disc(x - 12, y - 348, 8.5, "#5f5140")
        + disc(x + 12, y - 348, 8.5, "#5f5140")
        + shape(f"M{x} {y - 338}L{x + 5} {y - 328}L{x - 5} {y - 328}Z", "#5f5140")
    )
    out += line(f"M{x - 13} {y - 318}L{x + 13} {y - 318}", "#a8977a", 2)
    return out + "".join(line(f"M{x + dx} {y - 322}L{x + dx} {y - 313}", "#a8977a", 1.5) for dx in (-8, -3, 3, 8))


def _table(x: float, y: float, size: float, sheet: str, shade: str) -> tuple[Layer, ...]:
    """Draws a massage table from the side, made up, its face rest to the left; `size` 1 is 320 wide."""

    def box(dx: float, dy: float, w: float, h: float, colour: str, opacity: float = 1, radius: float = 0) -> str:
        return rect(x + dx * size, y + dy * size, w * size, h * size, colour, opacity, radius * size)

    def path(points: tuple[tuple[float, float], ...], colour: str, opacity: float = 1) -> str:
        return shape("M" + "L".join(f"{x + a * size:.1f} {y + b * size:.1f}" for a, b in points) + "Z", colour, opacity)

    legs = "".join(
        path(((a, -112), (a + 13, -112), (b + 11, 0), (b, 0)), wood)
        for a, b, wood in ((-108, -100, "#8a6340"), (96, 88, "#8a6340"), (-140, -150, "#c2945f"), (128, 138, "#c2945f"))
    )
    legs += line(f"M{x - 136 * size} {y - 46 * size}L{x + 136 * size} {y - 46 * size}", "#a97a4e", 6 * size)
    rest = path(((-172, -128), (-206, -134), (-206, -126), (-172, -118)), "#8a6340") + box(
        -232, -152, 58, 24, "#5b6f78", 1, 12
    )
    name = f"s{int(x)}at{int(y)}"
    drape = linear(name, x - 160 * size, 0, x + 160 * size, 0, (0, sheet, 1), (0.4, sheet, 1), (1, shade, 1))
    low = y - 76 * size
    top = y - 134 * size
    left, right = x - 164 * size, x + 164 * size
    drape += shape(
        f"M{left} {top}L{right} {top}L{right + 3 * size} {low}C{x + 90 * size} {low + 9 * size} {x - 70 * size} {low - 7 * size} {left - 3 * size} {low + 4 * size}Z",
        f"url(#{name})",
    )
    pad = (
        box(-166, -144, 332, 26, sheet, 1, 12)
        + box(-160, -143, 320, 6, "#ffffff", 0.55, 3)
        + box(-160, -120, 320, 4, "#23323a", 0.14)
    )
    folds = "".join(box(dx, -112, 3, 32, "#23323a", 0.12, 1) for dx in (-110, -40, 36, 104))
    towel = (
        box(70, -166, 66, 24, "#fdf8ee", 1, 11)
        + box(70, -152, 66, 4, "#c9b99e", 0.7, 2)
        + box(126, -164, 9, 20, "#e3d5bd", 1, 4)
    )
    return (
        under(x, y + 2, 190 * size, 12 * size, 0.36),
        Layer(legs + rest + drape + folds + pad + towel),
    )


_SHEETS = (("#6fa69c", "#4c7f77"), ("#f0e2c8", "#c8b48f"), ("#d98a63", "#a9613f"))


def _row(foot: float, size: float) -> tuple[Layer, ...]:
    """Draws three tables abreast, their feet on `foot`."""
    start = int(size * 10)
    return tuple(
        layer for k in (-1, 0, 1) for layer in _table(590 + k * 440 * size, foot, size, *_SHEETS[(k + start) % 3])
    )


PLACE = Place(
    "school-room",
    "morning",
    (
        Layer(wall("#f7ecd4", "#ecd9b6", _FLOOR)),
        Layer(rect(0, 300, WIDTH, 130, "#d9b98a", 0.35) + rect(940, 0, 340, _FLOOR, "#6f958c")),
        *(
            sunlight(
                [(900 + i * 90, 120), (950 + i * 90, 120), (1010 + i * 90, 420), (950 + i * 90, 420)], "#fff8dc", 0.4, 9
            )
            for i in range(4)
        ),
        Layer(boards(_FLOOR, "#c39a68", "#dcb684", "#8f6a40", 620) + skirting(_FLOOR, "#fbf3e2")),
        Layer("".join(rect(46 + i * 212, 44, 196, 160, "#5a4a2e", 0.25, 4) for i in range(4)), "", 9),
        Layer(_windows()),
        *(glow(136 + i * 212, 110, 190, "#fffbe6", 0.45) for i in range(4)),
        Layer(rect(322, 232, 392, 182, "#4a3a20", 0.3, 5), "", 9),
        Layer(_board()),
        *(
            sunlight(
                [(60 + i * 212, 440), (200 + i * 212, 440), (420 + i * 250, 720), (200 + i * 250, 720)],
                "#fff3c4",
                0.5,
                14,
            )
            for i in range(4)
        ),
        *_row(496, 0.52),
        *_row(574, 0.72),
        under(1180, 544, 92, 9, 0.4),
        Layer(_skeleton(1150, 540)),
        under(52, 542, 60, 9, 0.4),
        Layer(plant(54, 434, 120, ("#6f9f62", "#4d7a4c"), 9) + pot(54, 432, 80, 104, "#d98a63", "#9c5638")),
        *_row(692, 1.0),
        sunlight([(40, 40), (860, 40), (1240, 720), (340, 720)], "#fff4cf", 0.2, 34),
        vignette("#3a2610", 0.2),
    ),
)
