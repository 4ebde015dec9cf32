"""The map as one SVG file: the drawing, its words for who does not see it, and a legend below."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from game.author.map.graph import Graph
from game.author.map.layout import laid_out
from game.author.map.measures import Measure
from game.author.map.page import TEMPLATES
from game.author.map.svg import SHAPES, body, describe
from game.pages.svg import mark, plain, tag, words

LEGEND = 118.0


def drawn(graph: Graph, shown: Measure) -> str:
    """Returns the whole file; raises UsageError when igraph is not installed."""
    layout = laid_out(graph)
    style = Markup((TEMPLATES / "map_drawing.css").read_text(encoding="utf-8"))
    wide, high = max(layout.wide, 900), layout.high + LEGEND
    picture = tag(
        "svg",
        tag("title", plain(graph.title, 200), id="t"),
        tag("desc", describe(graph), id="d"),
        tag("style", style),
        tag("rect", x=0, y=-30, width=wide, height=high + 30, style="fill:var(--back)"),
        body(graph, layout, [], shown),
        tag("g", *_legend(shown), transform=f"translate(24 {layout.high + 16:.0f})"),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 -30 {wide:.0f} {high + 30:.0f}",
        cls="map",
        role="img",
        aria_labelledby="t",
        aria_describedby="d",
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{picture}\n'


def _legend(shown: Measure) -> Iterator[Markup]:
    yield words(f"{shown.name}. {shown.says}", 0, 12, "title")
    for level, said in enumerate(shown.scale):
        x = 165 * level
        box = tag("rect", x=x, y=24, width=30, height=20, rx=4, cls="edge")
        yield tag("g", box, words(said, x + 38, 39), cls=f"box l{level}")
    for n, (kind, shape) in enumerate(SHAPES.items()):
        yield mark(shape, 165 * n + 15, 64, 7, "mark") + words(f"{kind} ending", 165 * n + 38, 69)
    told = "R A C K in black: at stake. A number on an arrow: so many options. "
    yield words(told + "A dashed arrow: only on a condition, or after harm.", 0, 96)
