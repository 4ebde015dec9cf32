"""Where Twine draws each passage: as on the map; in rows by distance from the start where igraph is not installed."""

from __future__ import annotations

from itertools import chain

from game.author.map.graph import graph
from game.author.map.layout import laid_out
from game.errors import UsageError
from game.rubric.model import Rubric
from game.scenario.model import Scenario

MARGIN, SIDE = 50, 100  # round the whole; a passage's box
APART = 150


def places(scenario: Scenario, rubric: Rubric) -> dict[str, tuple[int, int]]:
    """Returns the upper left corner of each node's box."""
    try:
        boxes = laid_out(graph(scenario, rubric)).boxes
    except UsageError:
        return in_rows(scenario)
    left, top = min(x for x, _ in boxes.values()), min(y for _, y in boxes.values())
    return {name: (round(x - left) + MARGIN, round(y - top) + MARGIN) for name, (x, y) in boxes.items()}


def in_rows(scenario: Scenario) -> dict[str, tuple[int, int]]:
    """Returns every node in the row that says how many steps it is away from the start; what nothing leads to comes
    last."""
    rows: list[list[str]] = [[scenario.start]]
    seen = {scenario.start}
    while rows[-1]:
        following: list[str] = []
        for name in rows[-1]:
            node = scenario.nodes[name]
            ways = chain(node.goto, *(option.goto for option in node.options or ()))
            for target in dict.fromkeys(branch.to for branch in ways):
                if target not in seen:
                    seen.add(target)
                    following.append(target)
        rows.append(following)
    rows[-1] = [name for name in scenario.nodes if name not in seen]
    return {name: (MARGIN + n * APART, MARGIN + y * APART) for y, row in enumerate(rows) for n, name in enumerate(row)}
