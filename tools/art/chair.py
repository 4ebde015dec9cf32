"""A wheelchair as it is seen around the person who sits in it: its wheels, its back, its push handles."""

import math

from tools.art.svg import Layer, Point, disc, inside, line, linear, shape, sliver, smooth

TYRE, TYRE_LIGHT, STEEL, STEEL_LIGHT, STEEL_DEEP = "#1b1d20", "#4d5258", "#8f979e", "#e6ebee", "#4a5056"


def _ellipse(x: float, y: float, rx: float, ry: float, lean: float) -> list[Point]:
    """Returns points round an ellipse that leans (degrees, its top to the right)."""
    a = math.radians(lean)
    out: list[Point] = []
    for i in range(24):
        t = i * math.pi / 12
        u, v = rx * math.cos(t), ry * math.sin(t)
        out.append((x + u * math.cos(a) - v * math.sin(a), y + u * math.sin(a) + v * math.cos(a)))
    return out


def wheel(x: float, y: float, rx: float, ry: float, lean: float, frame: str) -> list[Layer]:
    """Draws a big wheel with its push rim: centre, half width and half height as seen, and how far its top leans in."""
    side = 1 if lean < 0 else -1
    tyre = smooth(_ellipse(x, y, rx, ry, lean), closed=True)
    rim = smooth(_ellipse(x, y, rx * 0.88, ry * 0.925, lean), closed=True)
    push = smooth(_ellipse(x + side * 24, y, rx * 0.86, ry * 0.87, lean), closed=True)
    hub = _ellipse(x, y, rx * 0.10, ry * 0.07, lean)
    ends = _ellipse(x, y, rx * 0.86, ry * 0.91, lean)
    spokes = "".join(
        line(f"M{hub[(i * 5) % 24][0]:.1f} {hub[(i * 5) % 24][1]:.1f}L{px:.1f} {py:.1f}", STEEL_LIGHT, 2.6, 0.85)
        for i, (px, py) in enumerate(ends)
    )
    return [
        Layer(line(tyre, "#000000", 34, 0.25), "", 7),
        Layer(spokes + disc(x, y, rx * 0.14, STEEL_DEEP, 1, ry * 0.06)),
        Layer(line(tyre, TYRE, 27) + line(tyre, TYRE_LIGHT, 8, 0.7) + line(rim, STEEL_DEEP, 13) + line(rim, frame, 9)),
        Layer(line(push, STEEL_DEEP, 17) + line(push, STEEL, 13) + line(push, STEEL_LIGHT, 4.5, 0.9)),
    ]


def back(left: float, right: float, top: float, bottom: float, frame: str) -> list[Layer]:
    """Draws the cloth back between its two tubes, to be drawn behind whoever leans on it."""
    d = (
        f"M{left} {top + 26}C{left} {top + 6} {left + 12} {top} {left + 34} {top}L{right - 34} {top}"
        f"C{right - 12} {top} {right} {top + 6} {right} {top + 26}L{right} {bottom}L{left} {bottom}Z"
    )
    tubes = f"M{left + 5} {top + 20}L{left + 5} {bottom}M{right - 5} {top + 20}L{right - 5} {bottom}"
    return [
        Layer(
            linear("cb", left, 0, right, 0, (0, "#4b5057", 1), (0.4, "#2d3136", 1), (1, "#17191c", 1))
            + shape(d, "url(#cb)")
        ),
        inside(line(f"M{left} {top + 22}L{right} {top + 22}", "#6d747c", 3, 0.6), d),
        Layer(line(tubes, STEEL_DEEP, 19) + line(tubes, frame, 14)),
    ]


def handle(x: float, y: float, foot: float, frame: str) -> list[Layer]:
    """Draws one push handle: the tube that rises from the back at height `foot`, bent towards us, and its ribbed
    grip."""
    tube = f"M{x} {foot}L{x} {y + 24}"
    grip = (
        f"M{x - 19} {y + 4}C{x - 19} {y - 20} {x + 19} {y - 20} {x + 19} {y + 4}"
        f"L{x + 17} {y + 58}C{x + 16} {y + 70} {x - 16} {y + 70} {x - 17} {y + 58}Z"
    )
    ribs = "".join(line(f"M{x - 17} {y + k}L{x + 17} {y + k}", "#0c0d0f", 3, 0.8) for k in (14, 26, 38, 50))
    return [
        Layer(
            line(tube, STEEL_DEEP, 21)
            + line(tube, frame, 16)
            + line(f"M{x - 4} {foot}L{x - 4} {y + 24}", "#ffffff", 3, 0.35)
        ),
        Layer(shape(grip, "#24272b")),
        inside(ribs + shape(sliver((x - 11, y - 6), (x - 13, y + 24), (x - 10, y + 58), 3), "#8b9299", 0.7), grip),
    ]
