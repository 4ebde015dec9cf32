"""A small street of brick shops in late light: the rain is over, the pavement shines."""

import random

from tools.art.backdrop import HEIGHT, WIDTH, Place, glow, plant, pot, sunlight, under, vignette
from tools.art.svg import Layer, disc, line, linear, rect, shape

_FOOT = 548
_KERB = 626


def _sky() -> str:
    out = linear("sky", 0, 0, 0, 460, (0, "#8fb0c9", 1), (0.5, "#f0cfa6", 1), (1, "#ffd489", 1))
    out += rect(0, 0, WIDTH, HEIGHT, "url(#sky)")
    for x, y, wide in ((150, 110, 130), (250, 140, 110), (60, 190, 90)):
        out += disc(x, y, wide, "#fff0d6", 0.5, 13) + disc(x + 40, y - 10, wide * 0.5, "#fff6e6", 0.5, 13)
    return out


def _far() -> str:
    """Draws the far end of the street: roofs in the haze, and a tree."""
    out = ""
    for x, w, top, colour in ((-10, 96, 300, "#c99a80"), (80, 84, 340, "#d7ad8d"), (158, 78, 318, "#cc9f86")):
        out += shape(f"M{x} {_FOOT}L{x} {top}L{x + w / 2} {top - 40}L{x + w} {top}L{x + w} {_FOOT}Z", colour)
        out += rect(x + w * 0.66, top - 54, 14, 44, colour)
        for wx in (x + 18, x + w - 32):
            for wy in (top + 28, top + 84):
                out += rect(wx, wy, 14, 24, "#ffe2a6", 0.8, 1)
    return out


def _bricks(x: float, w: float, top: float, colour: str, seed: int) -> str:
    r = random.Random(seed)
    out = rect(x, top, w, _FOOT - top, colour)
    for row, y in enumerate(range(int(top) + 8, _FOOT, 11)):
        out += line(f"M{x} {y}L{x + w} {y}", "#4a1d10", 1.1, 0.2)
        for bx in range(int(x) + (row % 2) * 13, int(x + w) - 26, 26):
            if r.random() < 0.3:
                out += rect(bx, y + 1, 25, 9.5, r.choice(("#4a1d10", "#ffd9ae")), r.uniform(0.06, 0.2))
    return out


def _sash(x: float, y: float, lit: bool) -> str:
    """Draws a tall window with a stone lintel and sill, 54 × 84."""
    pane = "#ffd98f" if lit else "#8aa3b3"
    out = rect(x - 8, y - 14, 70, 15, "#ead9c0", 1, 2) + rect(x - 8, y + 84, 70, 10, "#ead9c0", 1, 2)
    out += rect(x - 8, y + 94, 70, 5, "#3a160c", 0.3) + rect(x, y, 54, 84, "#f6efe2")
    out += rect(x + 5, y + 5, 44, 35, pane) + rect(x + 5, y + 44, 44, 35, pane)
    out += shape(f"M{x + 5} {y + 5}L{x + 30} {y + 5}L{x + 5} {y + 40}Z", "#fff3d6", 0.5)
    return out + rect(x + 5, y + 5, 44, 5, "#3a160c", 0.22) + rect(x + 25, y + 5, 4, 74, "#f6efe2")


def _awning(x: float, w: float, y: float, colour: str) -> str:
    n = max(4, round(w / 34))
    step = w / n
    out = ""
    for i in range(n):
        left, low = x + i * step, x - 12 + i * (w + 24) / n
        right, low_right = left + step, low + (w + 24) / n
        tone = colour if i % 2 == 0 else "#fbf0dc"
        half = (low_right - low) / 2
        out += shape(f"M{left} {y}L{right} {y}L{low_right} {y + 46}L{low} {y + 46}Z", tone)
        out += shape(
            f"M{low} {y + 46}L{low_right} {y + 46}C{low_right} {y + 64} {low + half} {y + 64} {low + half} {y + 64}"
            f"C{low + half} {y + 64} {low} {y + 64} {low} {y + 46}Z",
            tone,
        )
        out += rect(low, y + 44, low_right - low, 3, "#3a160c", 0.18)
    return out


def _shop(x: float, w: float, front: str, dark: str, awning: str) -> str:
    """Draws a shop front 190 high: blank board, awning, lit window, door on the right."""
    top = _FOOT - 196
    out = rect(x, top, w, 196, front) + rect(x, top, w, 8, "#ffffff", 0.35) + rect(x, top + 34, w, 4, dark, 0.6)
    out += linear(f"in{int(x)}", 0, top + 60, 0, _FOOT - 44, (0, "#ffc46a", 1), (0.7, "#ffe3a4", 1), (1, "#e8a24f", 1))
    wide = w - 118
    out += rect(x + 16, top + 50, wide, 104, dark) + rect(x + 22, top + 56, wide - 12, 92, f"url(#in{int(x)})")
    out += rect(x + 22 + wide * 0.46, top + 56, 6, 92, dark)
    out += rect(x + 22, _FOOT - 36, wide - 12, 28, dark, 0.35, 2)
    door = x + w - 84
    out += rect(door, top + 50, 62, 146, dark, 1, 2) + rect(door + 10, top + 60, 42, 78, "#ffd78c")
    out += rect(door + 10, top + 150, 42, 34, front, 0.8, 2) + disc(door + 56, top + 128, 3.4, "#f3d79a")
    return out + _awning(x + 8, w - 16, top + 40, awning) + rect(x - 4, top + 36, w + 8, 5, "#fbf0dc", 0.9)


def _wares() -> str:
    """Draws what stands in the windows: loaves, vases, books, as plain shapes behind the glass."""
    y = _FOOT - 48
    out = "".join(disc(x, y - 4, 15, c, 1, 10) for x, c in ((306, "#b9702f"), (338, "#c98440"), (372, "#a8602a")))
    for x, h, c in ((648, 34, "#c4573f"), (672, 24, "#5f8a80"), (716, 40, "#6c7fa6"), (744, 26, "#d8893f")):
        out += rect(x, y + 4 - h, 18, h, c, 1, 6)
    for i in range(9):
        out += rect(1012 + i * 13, y - 28 - i % 3 * 5, 11, 32 + i % 3 * 5, ("#8a4a3a", "#4f7a74", "#c79a4c")[i % 3])
    return out


def _row() -> str:
    out = ""
    for x, w, top, colour, seed in (
        (240, 350, 60, "#b2603f", 3),
        (590, 350, 20, "#9a4c36", 5),
        (940, 350, 74, "#bd7450", 8),
    ):
        out += _bricks(x, w, top, colour, seed)
        out += rect(x - 6, top - 14, w + 12, 24, "#e5d2b6", 1, 2) + rect(x - 2, top + 10, w + 4, 7, "#3a160c", 0.28)
        for i in range(3):
            out += _sash(x + 42 + i * 106, top + (108 if top < 70 else 96), (seed + i) % 4 == 0)
    out += _shop(240, 350, "#3f6b66", "#23403d", "#c8553d") + _shop(590, 350, "#c9a25e", "#6b4a26", "#4f7f78")
    return out + _shop(940, 350, "#5a6b8c", "#323e57", "#d9924a") + _wares()


def _ground() -> str:
    out = linear("pave", 0, _FOOT, 0, _KERB, (0, "#a98a78", 1), (1, "#c0a08a", 1))
    out += rect(0, _FOOT, WIDTH, _KERB - _FOOT, "url(#pave)")
    out += linear("road", 0, _KERB, 0, HEIGHT, (0, "#6f6267", 1), (1, "#544a54", 1))
    return out + rect(0, _KERB, WIDTH, HEIGHT - _KERB, "url(#road)")


def _mirrored() -> str:
    """Draws the row once more, upside down, as the wet ground shows it."""
    return f'<g transform="translate(0 {2 * _FOOT}) scale(1 -1)">{_far()}{_row()}</g>'


def _stones() -> str:
    out = line(f"M0 {_FOOT + 30}L{WIDTH} {_FOOT + 30}", "#4f3a33", 1.6, 0.4)
    for i in range(-8, 20):
        x = 560 + (i - 6) * 92
        out += line(f"M{x} {_FOOT}L{560 + (x - 560) * 1.16:.1f} {_KERB}", "#4f3a33", 1.6, 0.35)
    out += rect(0, _KERB - 4, WIDTH, 8, "#e6cdb2") + rect(0, _KERB + 4, WIDTH, 14, "#7d6a66")
    return out + rect(0, _KERB + 18, WIDTH, 6, "#241a20", 0.3)


def _shine() -> str:
    """Streaks of low sun on the wet ground."""
    r = random.Random(12)
    out = ""
    for _ in range(46):
        x, y = r.uniform(-20, 1250), r.uniform(_FOOT + 10, HEIGHT - 4)
        out += disc(x, y, r.uniform(30, 120), "#ffe9bd", r.uniform(0.08, 0.3), r.uniform(1.2, 3))
    return out


def _lamp(x: float) -> str:
    out = rect(x - 4, 226, 8, _KERB - 234, "#2f2b31") + rect(x - 10, _KERB - 50, 20, 44, "#2f2b31", 1, 4)
    out += rect(x - 3, 226, 2, _KERB - 240, "#f0bb7e", 0.7) + rect(x - 12, 218, 24, 8, "#2f2b31", 1, 3)
    out += shape(f"M{x - 13} 218L{x - 19} 168L{x + 19} 168L{x + 13} 218Z", "#fff0c0")
    out += line(f"M{x - 13} 218L{x - 19} 168M{x + 13} 218L{x + 19} 168M{x} 218L{x} 168", "#2f2b31", 2.4)
    return out + shape(f"M{x - 24} 168L{x} 146L{x + 24} 168Z", "#2f2b31") + disc(x, 144, 5, "#2f2b31")


def _bicycle(x: float, y: float) -> str:
    out = ""
    for wx in (x, x + 112):
        out += line(f"M{wx - 35} {y}C{wx - 35} {y - 46} {wx + 35} {y - 46} {wx + 35} {y}", "#2a252b", 5)
        out += line(f"M{wx - 35} {y}C{wx - 35} {y + 46} {wx + 35} {y + 46} {wx + 35} {y}", "#2a252b", 5)
        out += line(f"M{wx - 33} {y}L{wx + 33} {y}M{wx} {y - 33}L{wx} {y + 33}", "#2a252b", 1, 0.6)
    out += line(f"M{x} {y}L{x + 34} {y - 56}L{x + 88} {y - 56}L{x + 50} {y}L{x} {y}", "#d9dfd2", 5)
    out += line(f"M{x + 50} {y}L{x + 28} {y - 68}M{x + 112} {y}L{x + 84} {y - 76}", "#d9dfd2", 5)
    out += line(f"M{x + 84} {y - 76}L{x + 100} {y - 84}L{x + 94} {y - 70}", "#3a2c26", 5)
    return out + line(f"M{x + 14} {y - 71}L{x + 40} {y - 71}", "#5a3320", 8)


_GROUND = rect(0, _FOOT, WIDTH, HEIGHT - _FOOT, "#fff")

PLACE = Place(
    "street",
    "late afternoon, after rain",
    (
        Layer(_sky()),
        glow(96, 300, 420, "#fff0c0", 0.8),
        Layer(_far(), "", 2),
        glow(60, 380, 260, "#ffe7ae", 0.75),
        Layer(_row()),
        sunlight([(240, 40), (420, 60), (900, 548), (240, 548)], "#ffdf9a", 0.24, 40),
        Layer(_ground()),
        Layer(_mirrored(), _GROUND, 7),
        Layer(rect(0, _FOOT, WIDTH, _KERB - _FOOT, "#c7a489", 0.5) + rect(0, _KERB, WIDTH, 100, "#584d58", 0.6)),
        Layer(_stones()),
        Layer(_shine(), _GROUND, 2),
        glow(90, 600, 260, "#ffe6ae", 0.5),
        under(760, 552, 560, 5, 0.5),
        Layer(plant(946, 516, 62, ("#6d8f52", "#4d6f44"), 5) + pot(946, 514, 46, 44, "#d9c3a2", "#a08060")),
        under(740, 606, 100, 7, 0.5),
        Layer(_bicycle(690, 568)),
        under(1180, 622, 50, 6, 0.5),
        Layer(_lamp(1180)),
        glow(1180, 194, 120, "#ffe9ac", 0.55),
        sunlight([(0, 200), (0, 420), (1280, 720), (420, 720)], "#ffdc96", 0.16, 40),
        vignette("#2a1424", 0.3),
    ),
)
