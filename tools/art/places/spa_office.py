# ruff: noqa: E501  (path data reads best unbroken)
"""The office of a hotel spa at seven in the morning: towel shelves, a rota board, an orchid, pink first light."""

import random

from tools.art.backdrop import Place, boards, chair, glow, mug, skirting, steam, sunlight, under, vignette, wall
from tools.art.svg import Layer, disc, line, linear, rect, shape, sliver

_FLOOR = 548
_PANE = (80, 50, 270, 380)


def _dawn() -> str:
    """Hills and a lake under the first sun."""
    x, y, w, h = _PANE
    out = linear(
        "dawn", 0, y, 0, y + h, (0, "#8d93c0", 1), (0.45, "#e0a7b2", 1), (0.75, "#f8c79b", 1), (1, "#ffe3ae", 1)
    )
    out += rect(x, y, w, h, "url(#dawn)") + disc(262, 306, 27, "#fff3cf")
    out += shape("M80 330L80 280C120 250 160 262 196 292C240 312 300 296 350 270L350 340Z", "#a58aa6")
    out += shape("M80 350L80 312C130 300 180 322 230 326C280 328 320 318 350 308L350 360Z", "#86748f")
    out += rect(x, 344, w, 86, "#e9b7a4") + "".join(
        disc(262 + dx, 356 + i * 13, 40 - i * 4, "#fff0cc", 0.7, 2.4) for i, dx in enumerate((0, 5, -6, 4, -3))
    )
    return out + shape("M80 430L80 398C150 390 220 408 350 402L350 430Z", "#6b6079")


def _window() -> str:
    x, y, w, h = _PANE
    out = rect(x - 14, y - 14, w + 28, 14, "#fbf1e6") + rect(x - 14, y + h, w + 28, 14, "#fbf1e6")
    out += rect(x - 14, y - 14, 14, h + 28, "#fbf1e6") + rect(x + w, y - 14, 14, h + 28, "#fbf1e6")
    out += (
        rect(x + w / 2 - 5, y, 10, h, "#fbf1e6") + rect(x, y + 150, w, 8, "#fbf1e6") + rect(x, y, w, 4, "#4a2f3a", 0.2)
    )
    return (
        out
        + rect(x - 30, y + h + 10, w + 60, 16, "#fffaf2", 1, 3)
        + rect(x - 24, y + h + 26, w + 48, 6, "#4a2f3a", 0.16)
    )


def _rota() -> tuple[Layer, ...]:
    """Draws a week's board: seven columns of bare coloured tags, nothing written."""
    r = random.Random(5)
    x, y, w, h = 440, 84, 380, 244
    board = rect(x, y, w, h, "#8a5f42", 1, 5) + rect(x + 10, y + 10, w - 20, h - 20, "#fffaf1", 1, 2)
    board += rect(x + 10, y + 10, w - 20, 30, "#c98f86")
    step = (w - 20) / 7
    for i in range(7):
        left = x + 10 + i * step
        board += disc(left + step / 2, y + 25, 6, "#fffaf1", 0.9)
        if i:
            board += line(f"M{left:.1f} {y + 12}L{left:.1f} {y + h - 12}", "#cdb9a6", 1.8)
        for row in range(4):
            if r.random() < 0.78:
                colour = r.choice(("#86b3a2", "#e8b068", "#9a8fc0", "#dc8f80"))
                board += rect(left + 6, y + 50 + row * 46, step - 12, 32, colour, 1, 4) + rect(
                    left + 6, y + 50 + row * 46, step - 12, 5, "#ffffff", 0.35, 3
                )
    for row in range(1, 4):
        board += line(f"M{x + 12} {y + 43 + row * 46}L{x + w - 12} {y + 43 + row * 46}", "#cdb9a6", 1.5)
    return (
        Layer(rect(x + 6, y + 12, w, h, "#3a2028", 0.32, 5), "", 8),
        Layer(board),
        Layer(shape(f"M{x} {y}L{x + 170} {y}L{x + 60} {y + h}L{x} {y + h}Z", "#fff0d8", 0.22)),
    )


def _rolled(x: float, y: float, size: float, colour: str, shade: str) -> str:
    """Draws a towel rolled up, seen at its end."""
    out = disc(x, y, size, shade) + disc(x - 1, y - 1.5, size * 0.94, colour)
    out += line(
        f"M{x + size * 0.62} {y + 3}C{x + size * 0.5} {y - size * 0.7} {x - size * 0.66} {y - size * 0.6} {x - size * 0.5} {y + size * 0.2}"
        f"C{x - size * 0.34} {y + size * 0.64} {x + size * 0.36} {y + size * 0.5} {x + size * 0.26} {y - 1}C{x + size * 0.1} {y - size * 0.3} {x - size * 0.2} {y - size * 0.2} {x - size * 0.14} {y + 3}",
        shade,
        size * 0.13,
    )
    return out


def _folded(x: float, y: float, w: float, colours: tuple[str, ...]) -> str:
    """Draws a pile of folded towels that stands on `y`."""
    out = ""
    for i, colour in enumerate(colours):
        top = y - (i + 1) * 21
        out += rect(x, top, w, 21, colour, 1, 9) + rect(x + 3, top + 15, w - 6, 5, "#3a2028", 0.13, 3)
        out += line(f"M{x + 8} {top + 10}L{x + w - 12} {top + 10}", "#3a2028", 1.4, 0.16) + rect(
            x + 6, top + 2, w - 12, 3, "#ffffff", 0.5, 2
        )
    return out


def _shelves() -> tuple[Layer, ...]:
    """Draws a tall case full of towels."""
    x, w = 896, 350
    case = (
        rect(x, 40, w, 508, "#9a6a48", 1, 5)
        + linear("deep", x, 0, x + w, 0, (0, "#6b4534", 1), (1, "#7d533c", 1))
        + rect(x + 14, 54, w - 28, 486, "url(#deep)")
    )
    boards_ = "".join(
        rect(x + 8, y, w - 16, 14, "#b5835a", 1, 2) + rect(x + 8, y, w - 16, 3, "#e8bf90", 0.9, 1)
        for y in (166, 290, 414, 536)
    )
    shade = "".join(rect(x + 14, y, w - 28, 26, "#2b1710", 0.5) for y in (46, 176, 300, 424))
    white, rose, sage, sand = (
        ("#fdf7ee", "#dcc6b2"),
        ("#e9b3a6", "#bd7f72"),
        ("#a9c7b6", "#76998a"),
        ("#ecd9b8", "#c4a67a"),
    )
    rolls = "".join(_rolled(x + 48 + i * 50, 142, 25, *white) for i in range(6)) + "".join(
        _rolled(x + 73 + i * 50, 99, 25, *rose) for i in range(5)
    )
    rolls += "".join(_rolled(x + 210 + i * 48, 390, 24, *sage) for i in range(3)) + "".join(
        _rolled(x + 234 + i * 48, 349, 24, *sand) for i in range(2)
    )
    piles = _folded(x + 22, 290, 142, (white[0],) * 4) + _folded(
        x + 184, 290, 142, (sage[0], sand[0], sage[0], sand[0], sage[0])
    )
    piles += _folded(x + 22, 414, 142, (rose[0], white[0], rose[0], white[0])) + _folded(
        x + 22, 536, 142, (white[0],) * 5
    )
    basket = shape(f"M{x + 186} 456L{x + 326} 456L{x + 314} 536L{x + 198} 536Z", "#c79a62") + rect(
        x + 180, 450, 152, 13, "#deb77f", 1, 6
    )
    for i in range(5):
        basket += line(f"M{x + 190 + i * 2} {474 + i * 13}L{x + 322 - i * 2} {474 + i * 13}", "#7d5630", 2.4, 0.5)
    for i in range(9):
        basket += line(f"M{x + 196 + i * 15} 464L{x + 203 + i * 13.4:.1f} 534", "#7d5630", 2, 0.3)
    slippers = "".join(disc(x + 222 + i * 36, 446, 22, "#fdf7ee", 1, 13) for i in range(3))
    return (
        Layer(rect(x + 6, 50, w, 506, "#3a2028", 0.4), "", 10),
        Layer(case),
        Layer(shade, rect(x + 14, 54, w - 28, 486, "#fff"), 9),
        Layer(boards_ + rolls + piles + slippers + basket),
        sunlight([(900, 60), (1040, 40), (1100, 300), (900, 420)], "#ffe2bd", 0.28, 26),
    )


def _flower(x: float, y: float, size: float) -> str:
    """Draws a moth orchid's flower from the front."""
    out = "".join(
        disc(x + dx * size, y + dy * size, 0.42 * size, "#f3c9d4", 1, 0.52 * size)
        for dx, dy in ((0, -0.62), (-0.5, 0.56), (0.5, 0.56))
    )
    out += "".join(disc(x + k * 0.62 * size, y - 0.06 * size, 0.66 * size, "#fbe4ea", 1, 0.54 * size) for k in (-1, 1))
    return out + disc(x, y + 0.2 * size, 0.24 * size, "#c2457a", 1, 0.3 * size) + disc(x, y, 0.15 * size, "#f2c14e")


def _orchid(x: float, y: float) -> str:
    """Draws an orchid in a white pot whose foot is at (x, y)."""
    out = ""
    for ex, ey, wide in ((-92, -88, 15), (96, -92, 15), (-60, -132, 13), (66, -128, 13)):
        out += shape(
            sliver((x, y - 70), (x + ex * 0.6, y + ey - 44), (x + ex, y + ey), wide), ("#5c8f5e", "#47784d")[wide % 2]
        )
    for d in (
        f"M{x - 4} {y - 72}C{x - 18} {y - 190} {x - 4} {y - 268} {x + 62} {y - 282}C{x + 104} {y - 288} {x + 132} {y - 262} {x + 142} {y - 232}",
        f"M{x + 2} {y - 72}C{x + 6} {y - 150} {x - 26} {y - 214} {x - 78} {y - 216}",
    ):
        out += line(d, "#5f7f45", 4.5)
    for fx, fy, size in (
        (6, -252, 25),
        (46, -276, 27),
        (88, -272, 26),
        (122, -244, 23),
        (-40, -204, 24),
        (-76, -204, 21),
    ):
        out += _flower(x + fx, y + fy, size)
    out += disc(x + 143, y - 222, 8, "#d98fa6", 1, 10) + disc(x - 102, y - 198, 7, "#d98fa6", 1, 9)
    out += linear("orchidpot", x - 40, 0, x + 40, 0, (0, "#fffaf2", 1), (0.45, "#f3e9dd", 1), (1, "#c4b09f", 1))
    return (
        out
        + shape(f"M{x - 42} {y - 76}L{x + 42} {y - 76}L{x + 30} {y}L{x - 30} {y}Z", "url(#orchidpot)")
        + rect(x - 46, y - 82, 92, 13, "url(#orchidpot)", 1, 5)
    )


def _desk() -> tuple[Layer, ...]:
    top = "M400 546L850 546L900 590L350 590Z"
    legs = "".join(rect(lx, 606, 18, 112, "#7d5238") + rect(lx, 606, 5, 112, "#b5835a") for lx in (372, 860))
    drawer = (
        rect(640, 608, 200, 54, "#9a6a48", 1, 3)
        + rect(648, 614, 184, 42, "#b5835a", 1, 3)
        + rect(718, 630, 44, 8, "#5a3828", 1, 4)
    )
    laptop = shape("M664 486L796 486L804 562L656 562Z", "#4a4650") + shape(
        "M672 493L788 493L795 555L665 555Z", "#a8b4c8"
    )
    laptop += shape("M672 493L740 493L700 555L665 555Z", "#ffffff", 0.25) + shape(
        "M650 562L810 562L822 576L638 576Z", "#c9c6c8"
    )
    return (
        Layer(rect(370, 604, 510, 22, "#2b1710", 0.4), "", 9),
        Layer(legs + drawer),
        Layer(
            linear("wood", 350, 0, 900, 0, (0, "#d9a679", 1), (1, "#a8754e", 1))
            + shape(top, "url(#wood)")
            + rect(350, 590, 550, 18, "#8f6040")
            + rect(350, 590, 550, 4, "#f0c79c", 0.8)
        ),
        under(480, 578, 80, 7, 0.4),
        under(730, 576, 110, 6, 0.4),
        Layer(laptop + mug(590, 574, 40, "#9a8fc0", "#675d8f")),
        steam(590, 526, 54),
        Layer(_orchid(474, 576)),
    )


PLACE = Place(
    "spa-office",
    "first light",
    (
        Layer(wall("#e9cfc6", "#d8b3a6", _FLOOR)),
        Layer(boards(_FLOOR, "#8f6650", "#a87b60", "#5a3a2c", 560) + skirting(_FLOOR, "#f7e9df")),
        Layer(rect(76, 48, 300, 420, "#4a2f3a", 0.25, 4), "", 11),
        Layer(_dawn(), rect(*_PANE, "#fff")),
        glow(262, 306, 170, "#fff0c8", 0.6),
        Layer(_window()),
        sunlight([(420, 60), (860, 30), (900, 380), (460, 440)], "#ffe3c4", 0.4, 34),
        *_rota(),
        *_shelves(),
        under(640, 700, 90, 10, 0.35),
        Layer(chair(640, 690, 150, "#9fb8ab", "#6f8f82", "#6b4a36")),
        *_desk(),
        sunlight([(84, 180), (350, 130), (900, 640), (520, 720), (200, 720)], "#ffd9b4", 0.22, 34),
        vignette("#3a1a28", 0.26),
    ),
)
