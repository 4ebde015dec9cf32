"""Makes the map of a scenario in the form that the file's name asks for: `.html`, `.svg` or `.mmd`."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

from game.author.bench import Bench
from game.author.explore.lines import Part, read_shares
from game.author.map.draw import drawn
from game.author.map.graph import Graph, graph
from game.author.map.journals import visited
from game.author.map.measures import LETTERS, Measure, component, shares, stake
from game.author.map.mermaid import as_mermaid
from game.author.map.page import page
from game.errors import UsageError

FORMS = (".html", ".svg", ".mmd")
BY = ("stake", *LETTERS.lower(), "chance", "journals")


def the_map(bench: Bench, form: str, by: str = "stake", logs: Path | None = None) -> str:
    """Returns the map as text; raises UsageError for what cannot be drawn."""
    if form not in FORMS:
        raise UsageError(f"A map is written to a file that ends in {', '.join(FORMS)}; `{form[:20]}` is none of them.")
    boxes = graph(bench.scenario, bench.exact.rubric)
    if form == ".mmd":
        return as_mermaid(boxes)
    read = read_shares(bench.exact.story) if form == ".html" or by == "chance" else None
    measures = _measures(bench, boxes, read, logs)
    shown = next((m for m in measures if m.key == by), None)
    if shown is None:
        raise UsageError(
            "To colour by journals, name their folder with --logs."
            if by == "journals"
            else "There is no share of random plays here: plays have no end, or are too many to follow."
        )
    if form == ".svg":
        return drawn(boxes, shown)
    lines = {box.id: bench.line_of_node(box.id) for box in boxes.boxes}
    return page(boxes, bench.scenario, bench.exact.rubric, measures, shown, read, lines)


def _measures(bench: Bench, boxes: Graph, read: Mapping[Part, Fraction] | None, logs: Path | None) -> list[Measure]:
    rubric = bench.exact.rubric
    found = [stake(boxes), *(component(boxes, rubric, index) for index in range(len(LETTERS)))]
    if read is not None:
        says = "The exact share of plays that come here when every choice is left to chance."
        found.append(shares("chance", "Random plays", says, {b.id: read["nodes", b.id] for b in boxes.boxes}))
    if logs is not None:
        counted = visited(bench, logs)
        says = f"The share of the {counted.plays} plays in the folder that came here."
        found.append(shares("journals", "Plays in the folder", says, counted.shares))
    return found
