"""A scenario as boxes and arrows: what stands in a box, and which options lead from one to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.rubric.model import Rubric, Vector
from game.rubric.points import weigh
from game.rubric.scoring_model import at_stake
from game.scenario.model import Ending, Node, Option, Scenario

AFTER_MENDED, AFTER_UNMENDED = "after harm that was mended", "after harm that was not mended"


@dataclass(frozen=True, slots=True)
class NodeBox:
    """A node as a box: `points` are the lowest and highest points of its options, by component."""

    id: str
    title: str
    place: str
    options: int
    ending: str | None
    start: bool
    stakes: tuple[bool, bool, bool, bool]
    points: tuple[tuple[int, int], ...]

    @property
    def kind(self) -> str:
        """Returns a decision, a node that goes on by itself, or an ending."""
        return "ending" if self.ending else "decision" if self.options else "passage"


@dataclass(frozen=True, slots=True)
class Arrow:
    """The ways from one box to another: option ids (none where a node goes on by itself), and whether all of them
    hang on a condition. From an ending it is the one that plays come to instead, and `harm` says after what."""

    source: str
    target: str
    options: tuple[str, ...]
    conditional: bool
    harm: str = ""


@dataclass(frozen=True, slots=True)
class Graph:
    """All boxes in the author's order, the start first, and all arrows."""

    title: str
    boxes: tuple[NodeBox, ...]
    arrows: tuple[Arrow, ...]


def graph(scenario: Scenario, rubric: Rubric) -> Graph:
    """Returns the scenario's graph; the ways from one node to another are one arrow."""
    order = sorted(scenario.nodes, key=lambda name: name != scenario.start)
    boxes = tuple(_box(scenario, rubric, name) for name in order)
    ways: dict[tuple[str, str], list[tuple[str | None, bool]]] = {}
    for source in order:
        for target, option, conditional in _ways(scenario.nodes[source]):
            ways.setdefault((source, target), []).append((option, conditional))
    arrows = [
        Arrow(source, target, tuple(dict.fromkeys(o for o, _ in found if o)), all(c for _, c in found))
        for (source, target), found in ways.items()
    ]
    turned = [
        Arrow(source, target, (), conditional=True, harm=" or ".join(after))
        for source in order
        for target, after in _instead(scenario.nodes[source].ending).items()
    ]
    return Graph(scenario.title, boxes, (*arrows, *turned))


def _box(scenario: Scenario, rubric: Rubric, name: str) -> NodeBox:
    node = scenario.nodes[name]
    options: tuple[Option, ...] = node.options or ()
    vectors: list[Vector] = [weigh(rubric, node, option).vector for option in options]
    return NodeBox(
        name,
        node.ending.title if node.ending else scenario.title_of(name),
        node.place.replace("-", " "),
        len(options),
        node.ending.kind.value if node.ending else None,
        name == scenario.start,
        at_stake(vectors),
        tuple((min(points), max(points)) for points in zip(*vectors, strict=True)),
    )


def _instead(ending: Ending | None) -> dict[str, list[str]]:
    """Returns the endings that a play comes to in place of this one, each with the harm that turns it there."""
    found: dict[str, list[str]] = {}
    for target, after in ((ending.mended, AFTER_MENDED), (ending.unmended, AFTER_UNMENDED)) if ending else ():
        if target:
            found.setdefault(target, []).append(after)
    return found


def _ways(node: Node) -> Iterator[tuple[str, str | None, bool]]:
    """Returns each way on: the node it leads to, the option that takes it, and whether it hangs on a condition."""
    for branch in node.goto:
        yield branch.to, None, branch.when is not None
    for option in node.options or ():
        closed = option.when is not None or option.needs is not None
        for branch in option.goto:
            yield branch.to, option.id, closed or branch.when is not None
