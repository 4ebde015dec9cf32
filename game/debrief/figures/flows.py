"""A class as plays that flow through a story: how many took each step, from position to position and from node to node.

Positions are those of `game.story.plays`: a node, and what of the past can still matter there. A page shows counts of
nodes; what can be worked out from them hangs on the positions, since the story lets not everyone go everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from game.debrief.figures.sums import Key
from game.debrief.read.play_scorer import mark_of
from game.rubric.scoring_model import ScoringModel
from game.story.engine import start
from game.story.plays import settling

EdgeKey = tuple[str, str, str]  # a node, an option there, the node or ending that it led to


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways through a story: the node of each position (0 is the start) and where each option leads from it.

    `endings` are the nodes that end a play; `private` options are never counted on their own.
    """

    nodes: Sequence[str]
    steps: Sequence[Mapping[str, int]]
    endings: frozenset[str]
    private: frozenset[str] = frozenset()
    edges: frozenset[EdgeKey] = frozenset()


@dataclass(frozen=True, slots=True)
class Flows:
    """A class on the ways of its story: for each step from a position how many took it, and so for each edge.

    Plays of older sums have no positions: they are in `edges` and not in `taken`.
    """

    ways: Ways
    plays: int
    complete: int
    edges: Mapping[EdgeKey, int]
    taken: Mapping[tuple[int, str], int] = field(default_factory=dict)

    @property
    def followed(self) -> bool:
        """Returns whether every step is known from position to position; in older sums they are not."""
        return sum(self.taken.values()) == sum(self.edges.values())

    def options(self) -> dict[str, dict[str, int]]:
        """Returns for each node how often each option was chosen."""
        found: dict[str, dict[str, int]] = {}
        for (node, option, _), count in self.edges.items():
            counts = found.setdefault(node, {})
            counts[option] = counts.get(option, 0) + count
        return found

    def arrivals(self) -> dict[str, int]:
        """Returns how many plays came to each node and ending."""
        found = {self.ways.nodes[0]: self.plays}
        for (_, _, to), count in self.edges.items():
            found[to] = found.get(to, 0) + count
        return found

    def stopped(self) -> dict[int, int]:
        """Returns for each position how many plays stopped there without an ending."""
        left = {0: self.plays}
        for (here, option), count in self.taken.items():
            to = self.ways.steps[here][option]
            left[to] = left.get(to, 0) + count
            left[here] = left.get(here, 0) - count
        endings = self.ways.endings
        return {here: n for here, n in left.items() if n > 0 and self.ways.nodes[here] not in endings}


def without(flows: Flows, others: Iterable[Flows]) -> Flows:
    """Returns how the plays flow that are left when others of them, on the same ways, are taken out."""
    edges, taken, plays, complete = dict(flows.edges), dict(flows.taken), flows.plays, flows.complete
    for other in others:
        plays, complete = plays - other.plays, complete - other.complete
        for edge, count in other.edges.items():
            edges[edge] -= count
        for step, count in other.taken.items():
            taken[step] -= count
    return Flows(flows.ways, plays, complete, edges, {step: count for step, count in taken.items() if count})


def flows_of(counts: Mapping[Key, int], exact: ScoringModel, known: Ways | None = None) -> Flows:
    """Returns the class on the story's own ways: every step that the story allows, taken or not.

    known: ways that other plays were found to go, of a story that cannot be followed whole; they keep their numbers
    """
    ways, first = known or ways_of(exact), settling(exact.story)(start(exact.story))
    edges = dict.fromkeys(sorted(ways.edges), 0)  # in one order, so that the same class hides the same
    steps: dict[tuple[str, str], list[tuple[str, str, str, int]]] = {}
    for key, count in counts.items():
        match key:
            case ("edge", str(node), str(option), str(to)):
                edges[node, option, to] = edges.get((node, option, to), 0) + count
            case ("step", str(node), str(at), str(option), str(to), str(there)):
                edges[node, option, to] = edges.get((node, option, to), 0) + count
                steps.setdefault((node, at), []).append((option, to, there, count))
    plays, complete = counts.get(("plays",), 0), counts.get(("complete",), 0)
    begins = (first.node, mark_of(first))
    if exact.estimate is not None:
        ways = _with_own(ways, begins, steps)
    return Flows(ways, plays, complete, edges, _taken(ways, begins, steps))


_Place = tuple[str, str]  # a node, and the mark of a position there


def _taken(
    ways: Ways, first: _Place, steps: Mapping[_Place, list[tuple[str, str, str, int]]]
) -> dict[tuple[int, str], int]:
    """Returns how many took each step from each position, the positions found by following the steps from the start."""
    taken: dict[tuple[int, str], int] = {}
    number = {first: 0}
    waiting = [first]
    while waiting:
        place = waiting.pop()
        here = number[place]
        for option, to, there, count in steps.get(place, ()):
            taken[here, option] = taken.get((here, option), 0) + count
            if (to, there) not in number:
                number[to, there] = ways.steps[here][option]
                waiting.append((to, there))
    return taken


def _with_own(ways: Ways, first: _Place, steps: Mapping[_Place, list[tuple[str, str, str, int]]]) -> Ways:
    """Returns the ways that are known with those that the class found beside them: not all could be followed."""
    nodes, onward = [*ways.nodes], [dict(found) for found in ways.steps]
    number, waiting = {first: 0}, [first]
    while waiting:
        place = waiting.pop()
        for option, to, there, _count in steps.get(place, ()):
            if option not in onward[number[place]]:
                onward[number[place]][option] = number.get((to, there), len(nodes))
                if (to, there) not in number:
                    nodes.append(to)
                    onward.append({})
            if (to, there) not in number:
                number[to, there] = onward[number[place]][option]
                waiting.append((to, there))
    return replace(ways, nodes=tuple(nodes), steps=tuple(onward))


@lru_cache(maxsize=8)
def ways_of(exact: ScoringModel) -> Ways:
    """Returns the ways through a scenario; of one that cannot be followed whole, those that are known."""
    plays, scenario = exact.known_plays, exact.story.scenario
    nodes = tuple(position.node for position in plays.positions)
    return Ways(
        nodes,
        tuple({step.option.id: step.to for step in found} for found in plays.steps),
        frozenset(name for name, node in scenario.nodes.items() if node.ending is not None),
        frozenset(option for option, weight in exact.weights.items() if weight.gates),
        frozenset(exact.edges),
    )
