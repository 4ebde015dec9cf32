"""The map as one page that needs nothing else: the drawing to wander in, and the words of each node beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path

from game.author.explore.lines import Part
from game.author.map.graph import Graph
from game.author.map.layout import laid_out
from game.author.map.measures import LETTERS, Measure
from game.author.map.svg import SHAPES, body, describe
from game.author.map.words import all_words
from game.pages.paper import environment, script
from game.pages.svg import mark
from game.rubric.model import COMPONENTS, Rubric
from game.scenario.model import Scenario

TEMPLATES = Path(__file__).parent / "templates"


def page(
    graph: Graph,
    scenario: Scenario,
    rubric: Rubric,
    measures: Sequence[Measure],
    shown: Measure,
    shares: Mapping[Part, Fraction] | None,
    lines: Mapping[str, int],
) -> str:
    """Returns the page as HTML; without its script the drawing scrolls and all words stand beside it."""
    layout = laid_out(graph)
    return (
        environment(TEMPLATES)
        .get_template("map.html")
        .render(
            scenario=scenario,
            says=describe(graph),
            drawing=body(graph, layout, measures, shown),
            wide=round(layout.wide),
            high=round(layout.high),
            measures=measures,
            shown=shown,
            nodes=all_words(graph, scenario, rubric, shares, lines),
            kinds=[(kind, mark(shape, 9, 9, 6, "mark")) for kind, shape in SHAPES.items()],
            components=list(zip(LETTERS, (rubric.components[name].name for name in COMPONENTS), strict=True)),
            script=script(TEMPLATES / "map.js"),
        )
    )
