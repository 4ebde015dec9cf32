"""An indoor track in the early morning: lanes, a rail, bleachers, and low sun through the high windows.

The hall is drawn in one-point perspective: `_at` says where a spot in it is seen.
"""

from tools.art.backdrop import HEIGHT, WIDTH, Place, glow, sunlight, vignette
from tools.art.svg import Layer, Point, disc, line, linear, rect, shape

_EYE: Point = (560, 320)
_NEAR, _BACK = 0.35, 5.0
LEFT, _RIGHT, _CEILING, _GROUND = -170, 210, -150, 74
_TRACK = (-120, 62)
_LANES = 6
_TIERS = tuple((80 + k * 22, _GROUND - k * 21) for k in range(6))
"""Where each step of the bleachers begins: across, and the height of its foot."""


def _at(across: float, height: float, away: float) -> Point:
    """Returns a spot seen from the middle of the hall; `away` runs from `_NEAR` to `_BACK` (the far wall)."""
    scale = _BACK / away
    return _EYE[0] + across * scale, _EYE[1] + height * scale


def _face(corners: tuple[tuple[float, float, float], ...], fill: str, opacity: float = 1) -> str:
    """Draws a flat piece of the hall by its corners."""
    return shape("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in (_at(*c) for c in corners)) + "Z", fill, opacity)


def _edge(
    a: tuple[float, float, float], b: tuple[float, float, float], colour: str, width: float, opacity: float = 1
) -> str:
    (x0, y0), (x1, y1) = _at(*a), _at(*b)
    return line(f"M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}", colour, width, opacity)


def stretch(across: float, low: float, high: float, near: float, far: float, fill: str, opacity: float = 1) -> str:
    """Draws an upright strip that runs down the hall."""
    return _face(((across, low, near), (across, high, near), (across, high, far), (across, low, far)), fill, opacity)


def _flat(left: float, right: float, height: float, near: float, far: float, fill: str, opacity: float = 1) -> str:
    """Draws a level strip that runs down the hall."""
    return _face(
        ((left, height, near), (right, height, near), (right, height, far), (left, height, far)), fill, opacity
    )


def _shell() -> str:
    """Draws ceiling, far wall and side walls."""
    out = linear("roof", 0, 0, WIDTH, 0, (0, "#f3dcb8", 1), (0.5, "#e2c39a", 1), (1, "#c2a27c", 1)) + rect(
        0, 0, WIDTH, HEIGHT, "url(#roof)"
    )
    x0, y0 = _at(LEFT, _CEILING, _BACK)
    x1, y1 = _at(_RIGHT, _GROUND, _BACK)
    out += shape(f"M{x0} {y1}L{x0} {y0}Q{(x0 + x1) / 2} {y0 - 72} {x1} {y0}L{x1} {y1}Z", "#f6e7cb") + rect(
        x0, y1 - 110, x1 - x0, 110, "#d3a673"
    )
    out += stretch(LEFT, _GROUND, _CEILING, 0.7, _BACK, "#e9d3b0") + stretch(LEFT, _GROUND, -34, 0.7, _BACK, "#c4966a")
    return out + stretch(_RIGHT, _GROUND, _CEILING, 0.7, _BACK, "#d9bd96")


def _far_wall() -> str:
    """Draws double doors, a clock without figures, a hoop."""
    out = (
        rect(540, 300, 84, 94, "#4f7f86")
        + rect(580, 300, 4, 94, "#34595f")
        + rect(548, 310, 26, 34, "#cfe3e0", 0.8)
        + rect(590, 310, 26, 34, "#cfe3e0", 0.8)
    )
    out += (
        disc(460, 216, 19, "#7d5a3c")
        + disc(460, 216, 16, "#fffaf0")
        + line("M460 216L460 205M460 216L452 220", "#4a3a2c", 2.6)
    )
    out += rect(560, 196, 74, 48, "#fffaf0", 1, 3) + line("M582 238L582 218L612 218L612 238", "#c8553d", 3)
    return (
        out
        + line("M584 246L610 246", "#c8553d", 4)
        + line("M586 248L590 264L604 264L608 248M597 248L597 264", "#f7efe0", 2)
    )


def _windows() -> str:
    """Draws the band of high windows on the left, one bay after another."""
    out = ""
    for i in range(7):
        near, far = 0.9 + i * 0.6, 0.9 + i * 0.6 + 0.48
        out += stretch(LEFT, -60, -134, near - 0.03, far + 0.03, "#fbf3e2") + stretch(
            LEFT, -66, -128, near, far, "#ffeec2"
        )
        out += stretch(LEFT, -66, -84, near, far, "#cfe0cf", 0.9) + stretch(LEFT, -96, -99, near, far, "#fbf3e2")
        middle = (near + far) / 2
        out += stretch(LEFT, -66, -128, middle - 0.02, middle + 0.02, "#fbf3e2")
    return out


def _wall_bars() -> str:
    """Draws climbing bars along the left wall."""
    out = ""
    for near in (1.9, 2.7, 3.5):
        for height in range(-26, 70, 10):
            out += _edge((LEFT + 5, height, near), (LEFT + 5, height, near + 0.6), "#f0d3a2", 9 / near, 0.95)
        for away in (near, near + 0.6):
            out += _edge((LEFT + 5, -32, away), (LEFT + 5, _GROUND, away), "#8a5f3a", 15 / away)
    return out


def _trusses() -> str:
    """Draws steel bows under the roof."""
    out = ""
    middle = (LEFT + _RIGHT) / 2
    for i in range(6):
        away = _BACK - 0.35 - i * 0.7
        wide = 26 / away
        (x0, y0), (x1, y1), (x2, y2) = (
            _at(LEFT, _CEILING, away),
            _at(middle, _CEILING - 36, away),
            _at(_RIGHT, _CEILING, away),
        )
        out += line(f"M{x0:.1f} {y0:.1f}Q{x1:.1f} {y1:.1f} {x2:.1f} {y2:.1f}", "#8f7458", wide) + line(
            f"M{x0:.1f} {y0:.1f}L{x2:.1f} {y2:.1f}", "#a58a6b", wide * 0.5
        )
        for t in (0.2, 0.4, 0.6, 0.8):
            x = x0 + (x2 - x0) * t
            out += line(f"M{x:.1f} {y0:.1f}L{x:.1f} {y0 + (y1 - y0) * 2 * t * (1 - t):.1f}", "#a58a6b", wide * 0.4)
        if i % 2:
            out += _edge((-40, _CEILING + 3, away), (90, _CEILING + 3, away), "#fff8e2", 30 / away)
    return out


def _floor() -> str:
    out = _flat(LEFT, _RIGHT, _GROUND, 0.6, _BACK, "#7fa08c")
    left, right = _TRACK
    tone = linear("track", 0, 390, 0, HEIGHT, (0, "#c9764f", 1), (1, "#b85a3b", 1))
    out += tone + _flat(left, right, _GROUND, 0.6, _BACK, "url(#track)")
    step = (right - left) / _LANES
    for i in range(_LANES + 1):
        x = left + i * step
        out += _flat(x - 0.7, x + 0.7, _GROUND, 0.6, _BACK, "#fff4e2", 0.95)
    return out + _flat(left, right, _GROUND, 1.34, 1.38, "#fff4e2", 0.95)


def _bleachers() -> str:
    out = ""
    seats = ("#41758a", "#4c869b", "#5896aa")
    for k, (across, foot) in reversed(tuple(enumerate(_TIERS))):
        top = foot - 21
        out += stretch(across, foot, top, _NEAR, 4.6, "#b4946c") + _flat(
            across, across + 22, top, _NEAR, 4.6, "#e3cfa9"
        )
        for i in range(17):
            near = _NEAR + 0.02 + i * 0.25
            if i in (4, 10):
                out += stretch(across, foot, top, near, near + 0.22, "#f0dcb8")
                continue
            out += stretch(across + 9, top, top - 13, near, near + 0.22, seats[(i + k) % 3])
            out += _flat(across + 1, across + 9, top, near, near + 0.22, "#8fbccb")
        out += _edge((across, top, _NEAR), (across, top, 4.6), "#fff0d0", 2, 0.8)
    return out


def _rail() -> str:
    """Draws the rail between the track and the bleachers."""
    out = ""
    for away in (4.4, 3.6, 2.9, 2.3, 1.8, 1.4, 1.08, 0.84, 0.64):
        out += _edge((72, _GROUND, away), (72, 34, away), "#fbf3e2", 15 / away) + _edge(
            (73.4, _GROUND, away), (73.4, 34, away), "#8f8a80", 4 / away
        )
    for height, colour, thick in ((54, "#e9dfcc", 1.4), (34, "#fffaf0", 2.6)):
        out += stretch(72, height + thick, height - thick, _NEAR, 4.4, colour) + stretch(
            72, height + thick, height + thick * 0.4, _NEAR, 4.4, "#9a8f7e", 0.8
        )
    return out


def _hurdle(lane: float, away: float) -> str:
    a, b = lane - 12, lane + 12
    out = "".join(
        _edge((x, _GROUND, away), (x, 42, away), "#5b6468", 8 / away)
        + _edge((x, _GROUND, away), (x, _GROUND, away - 0.16), "#5b6468", 9 / away)
        for x in (a, b)
    )
    out += _face(((a - 3, 48, away), (b + 3, 48, away), (b + 3, 40, away), (a - 3, 40, away)), "#fffaf0")
    return out + _face(
        ((lane - 5, 48, away), (lane + 5, 48, away), (lane + 5, 40, away), (lane - 5, 40, away)), "#41758a"
    )


def _bench(away: float) -> str:
    """Draws a bench by the left wall, with a folded towel and a bottle."""
    near = away - 0.5
    out = "".join(_edge((x, _GROUND, z), (x, 54, z), "#6b4a30", 13 / z) for z in (away, near) for x in (-156, -134))
    out += _flat(-160, -130, 54, near - 0.06, away + 0.06, "#e3b581") + stretch(
        -130, 58, 54, near - 0.06, away + 0.06, "#a97a4e"
    )
    x, y = _at(-144, 54, near + 0.25)
    out += rect(x - 26, y - 18, 56, 16, "#fdf8ee", 1, 7) + rect(x - 26, y - 8, 56, 3, "#c9b99e", 0.8)
    return out + rect(x + 36, y - 34, 15, 34, "#5896aa", 1, 5) + rect(x + 39, y - 42, 9, 10, "#34495a", 1, 2)


def _beam(near: float, far: float) -> Layer:
    """Draws a bay's sun on the track."""
    return sunlight(
        [
            _at(-110, _GROUND, near + 0.1),
            _at(-110, _GROUND, far + 0.1),
            _at(66, _GROUND, far - 0.15),
            _at(66, _GROUND, near - 0.15),
        ],
        "#ffe9b4",
        0.55,
        9,
    )


PLACE = Place(
    "sports-hall",
    "early morning",
    (
        Layer(_shell()),
        Layer(_far_wall()),
        Layer(_trusses()),
        Layer(_windows()),
        glow(180, 120, 260, "#fff4d0", 0.55),
        Layer(_wall_bars()),
        Layer(_floor()),
        *(_beam(0.9 + i * 0.6, 1.38 + i * 0.6) for i in range(7)),
        Layer(_bleachers()),
        sunlight([(680, 250), (940, 200), (1280, 380), (1280, 520), (820, 420)], "#ffe6b0", 0.3, 30),
        Layer(_hurdle(-58, 2.7) + _hurdle(2, 2.5)),
        Layer(_bench(1.9)),
        Layer(_rail()),
        sunlight([(0, 0), (390, 190), (860, 560), (500, 720), (0, 500)], "#fff2cc", 0.13, 40),
        vignette("#3a1e10", 0.22),
    ),
)
