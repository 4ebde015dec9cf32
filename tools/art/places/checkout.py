# ruff: noqa: E501  (path data reads best unbroken)
"""The clinic's front desk at noon: counter, card reader, appointment book, and the door to the rooms behind."""

from tools.art.backdrop import (
    WIDTH,
    Place,
    boards,
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

_FLOOR = 500
_TOP = 476
"""Where the counter's top begins, at the back."""


def _door() -> str:
    """Draws a door that stands ajar on a warm corridor."""
    out = rect(806, 74, 220, 430, "#f3ece0") + rect(822, 90, 188, 414, "#8a6a4e")
    out += linear("hall", 822, 0, 1010, 0, (0, "#ffe6b8", 1), (1, "#d9a873", 1)) + rect(822, 90, 188, 414, "url(#hall)")
    out += shape("M822 504L900 420L1010 420L1010 504Z", "#b98659") + rect(900, 130, 66, 290, "#fff2d2", 0.55)
    out += rect(906, 190, 50, 60, "#c48a62", 0.6) + rect(911, 195, 40, 50, "#f7ead2", 0.8)
    out += linear("leaf", 950, 0, 1010, 0, (0, "#7fa09a", 1), (1, "#5d807b", 1))
    out += shape("M1010 90L944 112L944 486L1010 504Z", "url(#leaf)") + shape(
        "M944 112L950 110L950 488L944 486Z", "#c3d8d2"
    )
    for y0, y1 in ((140, 270), (300, 450)):
        out += shape(f"M960 {y0}L1000 {y0 - 8}L1000 {y1 + 3}L960 {y1}Z", "#48706a", 0.5)
    return out + disc(956, 300, 6, "#e9c27c") + rect(806, 74, 220, 5, "#ffffff", 0.7)


def _window() -> str:
    out = rect(70, 60, 330, 330, "#fbf7ee", 1, 5)
    out += linear("noon", 0, 76, 0, 374, (0, "#a9d3ea", 1), (1, "#eef4dd", 1)) + rect(84, 74, 302, 302, "url(#noon)")
    out += disc(140, 330, 74, "#9cc08e") + disc(240, 350, 84, "#b1cf9c") + disc(340, 326, 72, "#93b988")
    out += rect(84, 366, 302, 20, "#fbf7ee")
    return out + rect(229, 74, 12, 302, "#fbf7ee") + rect(84, 180, 302, 9, "#fbf7ee")


def _curtain() -> str:
    out = ""
    for x, w in ((44, 64), (364, 64)):
        out += linear(f"cur{x}", x, 0, x + w, 0, (0, "#e9a987", 1), (0.5, "#d9906c", 1), (1, "#e3a07c", 1))
        out += shape(
            f"M{x} 44L{x + w} 44C{x + w - 6} 200 {x + w - 4} 330 {x + w} 430L{x} 430C{x + 6} 300 {x + 4} 180 {x} 44Z",
            f"url(#cur{x})",
        )
        for k in (0.25, 0.5, 0.75):
            out += line(f"M{x + w * k} 48C{x + w * k - 4} 190 {x + w * k + 4} 310 {x + w * k} 426", "#8c4a30", 2, 0.35)
    return out + rect(30, 36, 412, 9, "#8f6a48", 1, 4) + disc(30, 40, 8, "#8f6a48") + disc(442, 40, 8, "#8f6a48")


def _shelf() -> str:
    """Oils and small towels for sale, on two boards."""
    out = ""
    for y in (170, 290):
        out += rect(1070, y, 190, 11, "#b98a5d", 1, 3) + rect(1070, y, 190, 3, "#ecc89a", 0.9, 1)
        out += rect(1074, y + 11, 182, 8, "#4a3320", 0.16)
    for x, colour in ((1082, "#b4713f"), (1116, "#7f9f79"), (1150, "#b4713f"), (1184, "#d8b06a")):
        out += rect(x, 122, 24, 48, colour, 1, 6) + rect(x + 7, 108, 10, 16, "#3d2c20", 1, 2)
        out += rect(x + 3, 136, 18, 20, "#faf3e4", 0.9, 2) + rect(x + 3, 126, 3, 40, "#ffffff", 0.3, 2)
    for i, colour in enumerate(("#efe3d0", "#c9dcd5", "#eac3a6")):
        out += rect(1084, 270 - i * 19, 86, 19, colour, 1, 8) + rect(1084, 284 - i * 19, 86, 4, "#000000", 0.1, 2)
    return out + disc(1214, 272, 22, "#f4eee0", 1, 18) + disc(1214, 258, 15, "#6b4a30", 1, 4)


def _counter() -> tuple[Layer, ...]:
    front = linear("front", 0, 546, 0, 720, (0, "#c4905f", 1), (1, "#8d603b", 1)) + rect(
        0, 546, WIDTH, 174, "url(#front)"
    )
    for x in range(6, WIDTH, 46):
        front += rect(x, 560, 3, 160, "#5a3a20", 0.32) + rect(x + 3, 560, 2, 160, "#ffe0b0", 0.25)
    top = linear("top", 0, 0, WIDTH, 0, (0, "#f7ecd9", 1), (0.5, "#eadac0", 1), (1, "#d2bc9c", 1))
    top += rect(0, _TOP, WIDTH, 60, "url(#top)") + rect(0, _TOP, WIDTH, 3, "#ffffff", 0.7)
    edge = rect(0, _TOP + 60, WIDTH, 16, "#c7ad88") + rect(0, _TOP + 60, WIDTH, 3, "#fff6e2", 0.8)
    return (
        Layer(front),
        Layer(rect(-40, 548, WIDTH + 80, 22, "#2b1a0d", 0.45), "", 9),
        Layer(top + edge),
        Layer(shape("M180 478L560 478L640 534L220 534Z", "#fff8de", 0.8), rect(0, _TOP, WIDTH, 60, "#fff"), 9),
    )


def _reader(x: float, y: float) -> str:
    """Draws a card reader on its stand, a card half in the slot."""
    out = shape(f"M{x - 46} {y}L{x + 46} {y}L{x + 34} {y - 22}L{x - 34} {y - 22}Z", "#4a5054")
    out += rect(x - 10, y - 50, 20, 34, "#5b6267")
    out += linear("reader", x - 44, 0, x + 44, 0, (0, "#4a5257", 1), (0.4, "#39424a", 1), (1, "#232a30", 1))
    out += shape(f"M{x - 38} {y - 150}L{x + 38} {y - 150}L{x + 46} {y - 34}L{x - 46} {y - 34}Z", "url(#reader)")
    out += rect(x - 38, y - 154, 76, 10, "#59636a", 1, 5)
    out += shape(f"M{x - 30} {y - 140}L{x + 30} {y - 140}L{x + 33} {y - 100}L{x - 33} {y - 100}Z", "#bfe3d6")
    out += shape(f"M{x - 30} {y - 140}L{x + 6} {y - 140}L{x - 16} {y - 100}L{x - 33} {y - 100}Z", "#ffffff", 0.35)
    for row in range(3):
        for col in range(3):
            wide = 21 + row
            out += rect(x - wide * 1.5 + col * wide + 2, y - 92 + row * 14, wide - 4, 9, "#dfe4e4", 0.9, 3)
    for i, colour in enumerate(("#c9604a", "#e0b04f", "#6a9f6c")):
        out += rect(x - 37 + i * 26, y - 50, 22, 9, colour, 1, 3)
    out += shape(f"M{x - 27} {y - 36}L{x + 27} {y - 36}L{x + 31} {y - 4}L{x - 31} {y - 4}Z", "#5f9aa8")
    return out + shape(f"M{x - 28} {y - 22}L{x + 29} {y - 22}L{x + 30} {y - 14}L{x - 29} {y - 14}Z", "#34606c")


def _book(x: float, y: float) -> str:
    """Draws an appointment book, open: ruled days, a ribbon, a pencil across the fold."""
    out = shape(f"M{x - 136} {y + 4}L{x - 106} {y - 46}L{x + 106} {y - 46}L{x + 136} {y + 4}Z", "#8c4436")
    out += shape(
        f"M{x} {y - 2}C{x - 40} {y - 12} {x - 90} {y - 8} {x - 128} {y - 2}L{x - 100} {y - 48}C{x - 60} {y - 56} {x - 30} {y - 54} {x} {y - 46}Z",
        "#fdf8ec",
    )
    out += shape(
        f"M{x} {y - 2}C{x + 40} {y - 12} {x + 90} {y - 8} {x + 128} {y - 2}L{x + 100} {y - 48}C{x + 60} {y - 56} {x + 30} {y - 54} {x} {y - 46}Z",
        "#f3ead8",
    )
    for i in range(1, 5):
        t = i / 5
        left, right, at = x - 128 + 28 * t, x + 128 - 28 * t, y - 4 - 44 * t
        for a, b in ((left + 8, x - 8), (x + 8, right - 8)):
            out += line(f"M{a} {at}C{a + 30} {at - 6} {b - 30} {at - 6} {b} {at}", "#b7a98f", 1.5, 0.8)
    for dx, dy, colour in ((-86, -38, "#e3a86c"), (-62, -20, "#86b3a8"), (38, -42, "#86b3a8"), (56, -22, "#d9826a")):
        out += rect(x + dx, y + dy, 40, 7, colour, 0.9, 3)
    out += line(f"M{x} {y - 46}L{x} {y - 2}", "#a18f72", 2.5, 0.6) + line(
        f"M{x + 4} {y - 4}L{x + 10} {y + 16}", "#c8553d", 5
    )
    return (
        out
        + line(f"M{x + 60} {y + 8}L{x + 176} {y - 12}", "#d9a441", 6)
        + line(f"M{x + 176} {y - 12}L{x + 186} {y - 14}", "#4a3526", 5)
    )


def _jar(x: float, y: float) -> str:
    """Draws a glass with a few coins and a folded note."""
    out = shape(f"M{x - 6} {y - 8}L{x - 16} {y - 76}L{x + 10} {y - 82}L{x + 14} {y - 8}Z", "#a9c09a")
    out += "".join(
        disc(x + dx, y - dy, 12, c, 1, 5) for dx, dy, c in ((-10, 6, "#d9a441"), (8, 9, "#c98f3a"), (-2, 14, "#e4bb62"))
    )
    out += shape(
        f"M{x - 30} {y - 66}L{x + 30} {y - 66}L{x + 26} {y}C{x + 10} {y + 5} {x - 10} {y + 5} {x - 26} {y}Z",
        "#dcecee",
        0.42,
    )
    return (
        out
        + line(f"M{x - 22} {y - 58}L{x - 20} {y - 10}", "#ffffff", 4, 0.75)
        + disc(x, y - 66, 30, "#ffffff", 0.35, 5)
    )


PLACE = Place(
    "checkout",
    "noon",
    (
        Layer(wall("#f3ddc4", "#e6c6a6", _FLOOR)),
        Layer(boards(_FLOOR, "#a07a58", "#b58e68", "#6b4a30", 700) + skirting(_FLOOR, "#f7efe2")),
        Layer(rect(76, 66, 336, 340, "#5a3a20", 0.25, 5), "", 10),
        Layer(_window(), rect(70, 60, 330, 330, "#fff", 1, 5)),
        Layer(rect(58, 384, 354, 15, "#fbf7ee", 1, 3) + rect(64, 399, 342, 6, "#5a3a20", 0.18)),
        glow(236, 210, 300, "#fffbe8", 0.5),
        Layer(_curtain()),
        sunlight([(470, 90), (640, 70), (760, 440), (590, 440)], "#fff6da", 0.5, 16),
        *picture(
            540,
            110,
            170,
            140,
            "#b98a5d",
            rect(556, 126, 138, 108, "#f5e6cf")
            + disc(650, 160, 20, "#e59a5f")
            + shape("M556 234L556 196C590 176 620 206 694 184L694 234Z", "#7fa69a")
            + shape("M556 234L556 214C600 204 640 226 694 210L694 234Z", "#55807a"),
        ),
        Layer(rect(812, 82, 222, 426, "#4a2e18", 0.3), "", 9),
        Layer(_door()),
        glow(900, 280, 190, "#ffe8b8", 0.45),
        Layer(_shelf()),
        *_counter(),
        under(480, 522, 90, 9, 0.4),
        Layer(_reader(470, 520)),
        under(760, 528, 160, 8, 0.4),
        Layer(_book(750, 520)),
        under(1000, 514, 44, 7, 0.4),
        Layer(_jar(992, 512)),
        under(1170, 518, 84, 9, 0.45),
        Layer(plant(1160, 436, 130, ("#6aa06a", "#49794f"), 9) + pot(1160, 434, 92, 78, "#5f9a98", "#386664")),
        sunlight([(84, 74), (386, 74), (900, 720), (330, 720)], "#fff4d2", 0.16, 28),
        vignette("#3a2014", 0.18),
    ),
)
