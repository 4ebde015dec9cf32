"""Boxes in layers from top to bottom: which layer and in what order (Sugiyama, by igraph), and how far to the right.

A way that skips layers is led through thin spots of its own, so that arrows do not run under boxes. A layer of many
endings stands in several rows, each box below the gap between two others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import Any

from game.author.map.graph import Graph
from game.errors import UsageError
from game.locations import more_packages

WIDE, HIGH = 196.0, 96.0  # a box
ACROSS, DOWN, BETWEEN = 34.0, 56.0, 22.0  # gaps between boxes, between layers, between the rows of one layer
THIN = 26.0  # the room that an arrow takes which passes a layer
MOST_IN_A_ROW = 6
SWEEPS = 24


@dataclass(slots=True)
class LayerSlot:
    """A place in a layer: for a box, or for an arrow that passes (`box` is False)."""

    layer: int
    box: bool
    x: float = 0.0
    row: int = 0


@dataclass(frozen=True, slots=True)
class LayeredGraph:
    """The spots of the boxes in the graph's order, then those that arrows pass; `stops` of each arrow, by number."""

    spots: list[LayerSlot]
    stops: list[list[int]]
    rows: list[int]  # of each layer


def layered(graph: Graph) -> LayeredGraph:
    """Returns the graph in layers; raises UsageError when igraph is not installed."""
    number = {box.id: n for n, box in enumerate(graph.boxes)}
    edges = [(number[arrow.source], number[arrow.target]) for arrow in graph.arrows]
    layers = [round(y) for _, y in _sugiyama(len(number), edges, None)]
    spots = [LayerSlot(layer, True) for layer in layers]
    stops, links = [], set[tuple[int, int]]()
    for source, target in edges:
        down = 1 if layers[target] >= layers[source] else -1
        passed = range(layers[source] + down, layers[target], down)
        stops.append([source, *range(len(spots), len(spots) + len(passed)), target])
        spots += [LayerSlot(layer, False) for layer in passed]
        links |= {(a, b) if down > 0 else (b, a) for a, b in pairwise(stops[-1]) if a != b}
    for spot, (x, _) in zip(spots, _sugiyama(len(spots), sorted(links), [spot.layer for spot in spots]), strict=True):
        spot.x = x
    return LayeredGraph(spots, stops, _spread_out(spots, sorted(links)))


def _sugiyama(count: int, edges: Sequence[tuple[int, int]], layers: list[int] | None) -> list[tuple[float, float]]:
    layout = _igraph().Graph(n=count, edges=edges, directed=True).layout_sugiyama(layers=layers, maxiter=500)
    return [(layout[n][0], layout[n][1]) for n in range(count)]


def _igraph() -> Any:
    try:
        import igraph
    except ImportError:
        raise UsageError(
            f"A drawn map needs igraph, which is not installed. Type: {more_packages('author')}. "
            "Or name a file that ends in .mmd, which needs nothing."
        ) from None
    return igraph


def _spread_out(spots: list[LayerSlot], links: list[tuple[int, int]]) -> list[int]:
    """Gives every spot its x in drawing units and its row, near to what it is linked with; the rows of each layer."""
    layers: list[list[int]] = [[] for _ in range(max(spot.layer for spot in spots) + 1)]
    for n in sorted(range(len(spots)), key=lambda n: spots[n].x):
        layers[spots[n].layer].append(n)
    last = {n for n in range(len(spots)) if spots[n].box} - {a for a, _ in links}
    rows = [ceil(len(own) / MOST_IN_A_ROW) if last.issuperset(own) else 1 for own in layers]
    above: list[list[int]] = [[] for _ in spots]
    below: list[list[int]] = [[] for _ in spots]
    for a, b in links:
        below[a].append(b)
        above[b].append(a)
    for own, count in zip(layers, rows, strict=True):
        for place, n in enumerate(own):
            spots[n].row = place % count
            spots[n].x *= (WIDE + ACROSS) / count
    for sweep in range(SWEEPS):  # upwards first, so that it ends downwards: every box below those that lead to it
        beside, way = (above, 1) if sweep % 2 else (below, -1)
        for own, count in list(zip(layers, rows, strict=True))[::way]:
            wanted = [sum(spots[m].x for m in beside[n]) / len(beside[n]) if beside[n] else spots[n].x for n in own]
            gaps = [_gap(spots[a], spots[b]) / count for a, b in pairwise(own)]
            for n, x in zip(own, _apart(wanted, gaps), strict=True):
                spots[n].x = x
    return rows


def _gap(a: LayerSlot, b: LayerSlot) -> float:
    """Returns how far apart the middles of two neighbours must stand."""
    return (WIDE + ACROSS if a.box else THIN) / 2 + (WIDE + ACROSS if b.box else THIN) / 2


def _apart(wanted: Sequence[float], gaps: Sequence[float]) -> list[float]:
    """Returns the places nearest to those wanted that keep the gaps (least squares: neighbours in conflict move as
    one)."""
    offsets = [0.0]
    for gap in gaps:
        offsets.append(offsets[-1] + gap)
    blocks: list[tuple[float, int]] = []  # the mean wanted place of a block without its gaps, and its size
    for place, offset in zip(wanted, offsets, strict=True):
        mean, size = place - offset, 1
        while blocks and blocks[-1][0] > mean:
            before, many = blocks.pop()
            mean, size = (mean * size + before * many) / (size + many), size + many
        blocks.append((mean, size))
    flat = [mean for mean, size in blocks for _ in range(size)]
    return [place + offset for place, offset in zip(flat, offsets, strict=True)]
