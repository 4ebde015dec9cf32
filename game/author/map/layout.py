"""Where boxes and arrows go: the layers folded into columns, as text is, so that the whole fills a screen."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import inf

from game.author.map.graph import Graph
from game.author.map.layers import ACROSS, BETWEEN, DOWN, HIGH, WIDE, LayeredGraph, layered

GUTTER = 64.0  # between columns
SCREEN = 1.6  # the shape to fill: width over height


@dataclass(frozen=True, slots=True)
class Route:
    """The way of an arrow as an SVG path, with a point near its beginning for words, and one for a count."""

    path: str
    label: tuple[float, float]
    middle: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Layout:
    """The middle of each box, the route of each arrow (in the graph's order), and the size of it all."""

    boxes: dict[str, tuple[float, float]]
    routes: tuple[Route, ...]
    wide: float
    high: float


@dataclass(frozen=True, slots=True)
class _Stop:
    """Where an arrow passes: how far down it comes in and goes out, and the column with its edges."""

    x: float
    top: float
    bottom: float
    column: int
    right: float


def laid_out(graph: Graph) -> Layout:
    """Returns the layout; raises UsageError when igraph is not installed."""
    found = layered(graph)
    columns = _folded(found)
    stops, wide, high = _stops(found, columns)
    boxes = {box.id: (stops[n].x, (stops[n].top + stops[n].bottom) / 2) for n, box in enumerate(graph.boxes)}
    return Layout(boxes, tuple(_route([stops[n] for n in own]) for own in found.stops), wide, high)


def _heights(found: LayeredGraph) -> list[float]:
    return [rows * (HIGH + BETWEEN) - BETWEEN + DOWN for rows in found.rows]


def _extents(found: LayeredGraph) -> list[tuple[float, float]]:
    """Returns how far each layer reaches to the left and to the right."""
    reach = [(inf, -inf)] * len(found.rows)
    for spot in found.spots:
        half = (WIDE if spot.box else 0) / 2
        left, right = reach[spot.layer]
        reach[spot.layer] = (min(left, spot.x - half), max(right, spot.x + half))
    return reach


def _folded(found: LayeredGraph) -> list[int]:
    """Returns the column of each layer: the fold that brings the whole nearest to the shape of a screen."""
    heights, extents = _heights(found), _extents(found)
    best, chosen = inf, [0] * len(heights)
    for count in range(1, min(len(heights), 24) + 1):
        limit, column, used, columns = sum(heights) / count, 0, 0.0, list[int]()
        for height in heights:
            if used + height / 2 > limit * (column + 1) and column < count - 1:
                column += 1
            used += height
            columns.append(column)
        wide, high = 0.0, 0.0
        for n in range(column + 1):
            own = [layer for layer, c in enumerate(columns) if c == n]
            wide += max(extents[i][1] for i in own) - min(extents[i][0] for i in own) + ACROSS + GUTTER
            high = max(high, sum(heights[i] for i in own))
        off = max(wide / high / SCREEN, SCREEN * high / wide)
        if off < best:
            best, chosen = off, columns
    return chosen


def _stops(found: LayeredGraph, columns: list[int]) -> tuple[list[_Stop], float, float]:
    """Returns every spot as a stop of arrows, with the size of the whole."""
    heights, extents = _heights(found), _extents(found)
    tops, shifts, rights = [0.0] * len(columns), [0.0] * len(columns), [0.0] * len(columns)
    left, high = ACROSS, 0.0
    for column in range(columns[-1] + 1):
        own = [layer for layer, c in enumerate(columns) if c == column]
        least, most = min(extents[i][0] for i in own), max(extents[i][1] for i in own)
        y = DOWN / 2
        for layer in own:
            tops[layer], shifts[layer], rights[layer] = y, left - least, left + most - least
            y += heights[layer]
        left += most - least + GUTTER
        high = max(high, y)
    stops = []
    for spot in found.spots:
        top = tops[spot.layer] + (spot.row * (HIGH + BETWEEN) if spot.box else 0)
        bottom = top + HIGH if spot.box else tops[spot.layer] + heights[spot.layer] - DOWN
        stops.append(_Stop(spot.x + shifts[spot.layer], top, bottom, columns[spot.layer], rights[spot.layer]))
    return stops, left - GUTTER + ACROSS, high - DOWN / 2


def _route(stops: list[_Stop]) -> Route:
    """Returns the way from the bottom of one box to the top of another; upwards the other way round, to itself at
    the side."""
    first, last = stops[0], stops[-1]
    if first is last:
        x, y = first.x + WIDE / 2, (first.top + first.bottom) / 2
        return Route(f"M{x:.0f} {y - 14:.0f}c34 -10 34 38 4 28", (x + 8, y - 20), (x + 26, y))
    up = (last.column, last.top) < (first.column, first.top)
    x, y = first.x, first.top if up else first.bottom
    path, points = f"M{x:.1f} {y:.1f}", [(x, y)]
    for before, stop in pairwise(stops):
        enter, leave = (stop.bottom, stop.top) if up else (stop.top, stop.bottom)
        if stop is last:
            enter += 7 if up else -7  # room for the head
        if stop.column == before.column:
            middle = (y + enter) / 2
            path += f"C{x:.1f} {middle:.1f} {stop.x:.1f} {middle:.1f} {stop.x:.1f} {enter:.1f}"
        else:
            path += _by_the_gutter(x, y, before, stop, enter, up)
        x, y = stop.x, enter
        points.append((x, y))
        if stop is not last:
            path += f"V{leave:.1f}"
            y = leave
    (ax, ay), (bx, by) = points[0], points[1]
    same = first.column == stops[1].column
    middle_at = ((ax + bx) / 2, (ay + by) / 2) if same else (ax, ay + (-14 if up else 14))
    return Route(path, (bx if same else ax, by - 12 if same and not up else ay + 16), middle_at)


def _by_the_gutter(x: float, y: float, before: _Stop, stop: _Stop, enter: float, up: bool) -> str:
    """Returns the part of a way that leads into another column, with round corners."""
    side = (before if before.column < stop.column else stop).right + GUTTER / 2
    out, into = (y - 16, enter + 16) if up else (y + 16, enter - 16)
    across = 8 if side > x else -8
    along = 8 if into > out else -8
    inward = 8 if stop.x > side else -8
    return (
        f"V{out - (-8 if up else 8):.1f}Q{x:.1f} {out:.1f} {x + across:.1f} {out:.1f}H{side - across:.1f}"
        f"Q{side:.1f} {out:.1f} {side:.1f} {out + along:.1f}V{into - along:.1f}"
        f"Q{side:.1f} {into:.1f} {side + inward:.1f} {into:.1f}H{stop.x - inward:.1f}"
        f"Q{stop.x:.1f} {into:.1f} {stop.x:.1f} {enter:.1f}"
    )
