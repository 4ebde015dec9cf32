"""Which counts of a class may be shown, so that no small one can be worked out from the rest.

Counts under three are hidden; within a decision they are pooled into one row. That alone is not enough: who knows
the story can add and subtract along it (all who came to a node came by some option). So the class is seen as a
network in which plays flow from the start through options to endings, every count being the flow of one arc. A
hidden count can be worked out exactly when its arc lies on no cycle of arcs that are hidden too, where an arc may
also be walked backwards if anything flows in it: along such a cycle one play more or less could go round, and
everything shown would stay as it is (D. Gusfield, A graph theoretic approach to statistical data security, SIAM J.
Computing 17, 1988). Where a small count has no such cycle, the cheapest further counts are hidden that give it one:
an edge of the map, an option that joins its pool, an ending, or all counts of a decision, which then shows shares
rounded to the ten if enough came to it for that.

A nought is pooled like any small count, but a decision is not given up for it: where all visibly went another way,
everyone can see that nobody went this one, and it points at no person.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from game.debrief.figures.model import FEWEST

EdgeKey = tuple[str, str, str]
_Spot = tuple[str, ...]
_NEVER = 10**6
_COST_EDGE, _COST_OPTION, _COST_ENDING, _COST_NODE = 1, 3, 4, 12
FEWEST_FOR_ROUNDED = 20  # so that a step of ten in a hundred spans two plays


@dataclass(frozen=True, slots=True)
class Flows:
    """What is known inside: plays, and for every step that the story allows how many took it (zero too).

    `private` options are never counted on their own, however many chose them.
    """

    plays: int
    complete: int
    start: str
    edges: Mapping[EdgeKey, int]
    endings: Collection[str]
    private: Collection[str] = ()

    def options(self) -> dict[str, dict[str, int]]:
        """For each node how often each option was chosen."""
        found: dict[str, dict[str, int]] = {}
        for (node, option, _), count in self.edges.items():
            counts = found.setdefault(node, {})
            counts[option] = counts.get(option, 0) + count
        return found

    def arrivals(self) -> dict[str, int]:
        """How many plays came to each node and ending."""
        found = {self.start: self.plays}
        for (_, _, to), count in self.edges.items():
            found[to] = found.get(to, 0) + count
        return found


@dataclass(slots=True)
class HiddenCells:
    """What is not shown: whole nodes; counts of nodes whose shares are shown rounded; options in the pool of their
    node; endings; single edges of shown options."""

    nodes: set[str] = field(default_factory=set)
    rounded: set[str] = field(default_factory=set)
    pooled: set[tuple[str, str]] = field(default_factory=set)
    endings: set[str] = field(default_factory=set)
    edges: set[EdgeKey] = field(default_factory=set)

    def add(self, kind: str, key: _Spot, flow: int) -> None:
        """Hides one thing more, through which so many went."""
        match kind:
            case "node":
                (self.rounded if flow >= FEWEST_FOR_ROUNDED else self.nodes).add(key[0])
            case "option":
                self.pooled.add((key[0], key[1]))
            case "ending":
                self.endings.add(key[0])
            case _:
                self.edges.add((key[0], key[1], key[2]))


def hide(flows: Flows) -> HiddenCells:
    """What must be hidden in a class."""
    hidden = _small(flows)
    safe: set[_Spot] = set()
    while True:
        arcs = list(_arcs(flows, hidden))
        leaving = _leaving(arcs)
        for arc in arcs:
            if arc.small and arc.name not in safe:
                if _cheapest(arc, leaving, 0) is not None:
                    safe.add(arc.name)
                    continue
                path = _cheapest(arc, leaving, _NEVER - 1 if arc.flow else _COST_NODE - 1)
                safe.add(arc.name)  # or else the story itself tells it, and nothing shown does
                if path:
                    given_up = {cut.key[0] for cut in path if cut.kind == "node"}
                    for cut in path:
                        if cut.kind == "option" and cut.key[0] in given_up:
                            continue  # its node shows no counts any more
                        hidden.add(cut.kind, cut.key, cut.flow)
                    _tidy(flows, hidden)
                    break
        else:
            return hidden


def _small(flows: Flows) -> HiddenCells:
    """What is hidden for its own size, and what joins it in a pool."""
    hidden = HiddenCells()
    for node, counts in flows.options().items():
        if sum(counts.values()) < FEWEST or flows.plays < FEWEST:
            hidden.nodes.add(node)
            continue
        hidden.pooled |= {(node, option) for option in pool(counts, flows.private)}
    arrived = flows.arrivals()
    hidden.endings |= pool({e: arrived.get(e, 0) for e in flows.endings}, ())
    hidden.edges |= {key for key, count in flows.edges.items() if count < FEWEST}
    return hidden


def pool(counts: Mapping[str, int], private: Collection[str]) -> set[str]:
    """The options to count together: the small ones, and the next smallest until they are two and three plays."""
    order = sorted(counts, key=lambda o: (o not in private, counts[o], o))
    pooled = [o for o in order if counts[o] < FEWEST or o in private]
    rest = [o for o in order if o not in pooled]
    while pooled and rest and (len(pooled) < 2 or sum(counts[o] for o in pooled) < FEWEST):
        pooled.append(rest.pop(0))
    return set(pooled)


def _tidy(flows: Flows, hidden: HiddenCells) -> None:
    """A pool of one would show what it hides, so the next smallest joins it."""
    for node, counts in flows.options().items():
        mine = {o for n, o in hidden.pooled if n == node}
        while mine and len(mine) < len(counts) and (len(mine) < 2 or sum(counts[o] for o in mine) < FEWEST):
            mine.add(min((o for o in counts if o not in mine), key=lambda o: (counts[o], o)))
        hidden.pooled |= {(node, o) for o in mine}


class _Arc(NamedTuple):
    """One count as a flow. `cost` 0: hidden. `small`: must not be worked out. `kind`, `key`: what hiding it takes."""

    name: _Spot
    tail: _Spot
    head: _Spot
    flow: int
    cost: int
    small: bool
    kind: str = ""
    key: _Spot = ()


def _arcs(flows: Flows, hidden: HiddenCells) -> Iterator[_Arc]:
    """The network: circuit → start → arrival → decision → option → arrival or ending → circuit."""
    arrived = flows.arrivals()
    yield _Arc(("plays",), _CIRCUIT, _at(flows.start, flows.endings), flows.plays, _NEVER, False)
    yield _Arc(("complete",), _ENDED, _CIRCUIT, flows.complete, _NEVER, False)
    yield _Arc(("stopped",), _STOPPED, _CIRCUIT, flows.plays - flows.complete, _NEVER, False)
    for ending in flows.endings:
        count, free = arrived.get(ending, 0), ending in hidden.endings
        small = free and count < FEWEST
        yield _Arc(
            ("e", ending), ("end", ending), _ENDED, count, 0 if free else _COST_ENDING, small, "ending", (ending,)
        )
    for node, counts in flows.options().items():
        n, away = sum(counts.values()), node in hidden.nodes | hidden.rounded
        yield _Arc(("s", node), ("in", node), _STOPPED, arrived.get(node, 0) - n, 0, False)
        cost = 0 if away else _COST_NODE
        yield _Arc(("n", node), ("in", node), ("out", node), n, cost, away and n < FEWEST, "node", (node,))
        for option, count in counts.items():
            free = away or (node, option) in hidden.pooled
            small = free and (count < FEWEST or option in flows.private)
            cost = 0 if free else _COST_OPTION
            way = ("o", node, option)
            yield _Arc(way, ("out", node), way, count, cost, small, "option", (node, option))
    many = _many(flows)
    for key, count in flows.edges.items():
        node, option, to = key
        free = (
            node in hidden.nodes or (node, option) in hidden.pooled or key in hidden.edges or (node, option) not in many
        )
        small = free and (node, option) in many and 0 < count < FEWEST
        yield _Arc(
            ("t", *key),
            ("o", node, option),
            _at(to, flows.endings),
            count,
            0 if free else _COST_EDGE,
            small,
            "edge",
            key,
        )


_CIRCUIT, _ENDED, _STOPPED = ("circuit",), ("ended",), ("stopped",)


def _at(place: str, endings: Collection[str]) -> _Spot:
    return ("end" if place in endings else "in", place)


def _many(flows: Flows) -> set[tuple[str, str]]:
    """The options that can lead to more than one place."""
    seen: set[tuple[str, str]] = set()
    many: set[tuple[str, str]] = set()
    for node, option, _ in flows.edges:
        (many if (node, option) in seen else seen).add((node, option))
    return many


_Leaving = dict[_Spot, list[tuple[_Spot, _Arc]]]


def _leaving(arcs: list[_Arc]) -> _Leaving:
    """For each spot where one can go: along an arc, and back along one in which something flows."""
    found: _Leaving = {}
    for arc in arcs:
        found.setdefault(arc.tail, []).append((arc.head, arc))
        if arc.flow > 0:
            found.setdefault(arc.head, []).append((arc.tail, arc))
    return found


def _cheapest(arc: _Arc, leaving: _Leaving, most: int) -> list[_Arc] | None:
    """What must be hidden so that the arc lies on a cycle: the cheapest, up to a cost; None where there is none."""
    ways = [_path(arc.head, arc.tail, arc, leaving, most)]
    if arc.flow > 0:
        ways.append(_path(arc.tail, arc.head, arc, leaving, most))
    found = [way for way in ways if way is not None]
    return min(found, key=lambda way: sum(a.cost for a in way)) if found else None


def _path(start: _Spot, goal: _Spot, without: _Arc, leaving: _Leaving, most: int) -> list[_Arc] | None:
    """The shown arcs on the cheapest way between two spots that does not use one arc (Dijkstra)."""
    best: dict[_Spot, int] = {start: 0}
    came: dict[_Spot, tuple[_Spot, _Arc]] = {}
    waiting = [(0, start)]
    while waiting:
        cost, here = heapq.heappop(waiting)
        if here == goal:
            break
        if cost > best[here]:
            continue
        for there, arc in leaving.get(here, ()):
            total = cost + arc.cost
            if arc.name != without.name and total <= most and total < best.get(there, _NEVER):
                best[there], came[there] = total, (here, arc)
                heapq.heappush(waiting, (total, there))
    if goal not in best:
        return None
    path, here = [], goal
    while here != start:
        here, arc = came[here]
        path += [arc] if arc.cost else []
    return path
