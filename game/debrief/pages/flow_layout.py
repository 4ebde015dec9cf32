"""Where everything stands on the map of a class's paths: decisions in rows by depth, endings at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.debrief.figures.model import ClassFigures
from game.debrief.pages.charts import WIDE
from game.scenario.model import Scenario

STEP = 56.0
FOOT = 138.0  # the endings below the last decision
_GUTTER = 196.0
_STREAM = 280.0


@dataclass(frozen=True, slots=True)
class FlowNode:
    """A decision or ending on the map: where it stands, and how wide."""

    id: str
    x: float
    y: float
    wide: float
    lane: int


def onward(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    """Returns for each decision, the decisions and endings that can come next, jumps followed through."""
    return {
        name: tuple(dict.fromkeys(to for o in node.options for b in o.goto for to in _settled(scenario, b.to)))
        for name, node in scenario.nodes.items()
        if node.options
    }


def _settled(scenario: Scenario, name: str, seen: frozenset[str] = frozenset()) -> Iterator[str]:
    node = scenario.nodes[name]
    if node.options or node.ending:
        yield name
    elif name not in seen:
        for branch in node.goto:
            yield from _settled(scenario, branch.to, seen | {name})


def steps(ways: Mapping[str, tuple[str, ...]], start: str) -> dict[str, int]:
    """Returns how many choices lie before each decision or ending on the longest way there."""
    found = {start: 0}
    for _ in range(len(ways) + 1):  # a loop is cut after as many rounds as there are decisions
        changed = False
        for name, targets in ways.items():
            for to in targets:
                if name in found and to != name and found.get(to, -1) < found[name] + 1 <= len(ways):
                    found[to] = found[name] + 1
                    changed = True
        if not changed:
            break
    return found


def placed(
    figures: ClassFigures, scenario: Scenario, ways: Mapping[str, tuple[str, ...]]
) -> tuple[dict[str, FlowNode], float]:
    """Returns every decision and ending with its place, and how high the map is."""
    first = next(_settled(scenario, scenario.start), scenario.start)
    depth = steps(ways, first)
    sizes = _sizes(figures)
    order = sorted((n for n in ways if n in depth), key=lambda n: (depth[n], -sizes.get(n, 0)))
    foot = 14 + len({depth[n] for n in order}) * STEP + 34
    stops = _decisions(order, ways, depth, figures) | _endings(figures, foot)
    return stops, foot - 34 + FOOT


def _decisions(
    order: Sequence[str], ways: Mapping[str, tuple[str, ...]], depth: Mapping[str, int], figures: ClassFigures
) -> dict[str, FlowNode]:
    """Returns the decisions in rows by depth and in lanes beside one another."""
    sizes, scale, lanes = _sizes(figures), scale_of(figures), _lanes(order, ways, depth)
    rows = {level: row for row, level in enumerate(sorted({depth[name] for name in order}))}
    stops = {}
    for name in order:
        lane, wide = lanes[name], max(26.0, sizes.get(name, 0) * scale)
        centre = _GUTTER + _STREAM / 2 if lane == 0 else _GUTTER + _STREAM + 48 + (lane - 0.5) * 150
        if lane == 0 and _bypassed(name, order, ways, depth, lanes):
            centre = _GUTTER + _STREAM - wide / 2  # aside, so that the stream that goes past is seen
        y = 14 + rows[depth[name]] * STEP
        stops[name] = FlowNode(name, min(centre, WIDE - wide / 2 - 2), y, wide, lane)
    return stops


def _lanes(order: Sequence[str], ways: Mapping[str, tuple[str, ...]], depth: Mapping[str, int]) -> dict[str, int]:
    """Returns each decision's lane: that of one that leads to it, if no other of its row has it, else the next."""
    lanes: dict[str, int] = {}
    for name in order:
        used = {lane for other, lane in lanes.items() if depth[other] == depth[name]}
        wanted = sorted(lane for other, lane in lanes.items() if name in ways[other])
        lanes[name] = next((lane for lane in [*wanted, *range(len(order))] if lane not in used), 0)
    return lanes


def _endings(figures: ClassFigures, foot: float) -> dict[str, FlowNode]:
    """Returns the endings beside one another at the foot; those whose number is hidden share one place."""
    scale = scale_of(figures)
    shown = [ending for ending in figures.endings if ending.count]
    hidden = [ending for ending in figures.endings if ending.count is None]
    boxes = len(shown) + bool(hidden)
    room = WIDE / max(1, boxes)
    stops = {}
    for number, ending in enumerate(shown):
        wide = max(6.0, (ending.count or 0) * scale)
        stops[ending.id] = FlowNode(ending.id, (number + 0.5) * room, foot, min(wide, room - 8), 0)
    if hidden:
        wide = min(room - 8, max(26.0, (figures.endings_others or 0) * scale))
        others = FlowNode("", (boxes - 0.5) * room, foot, wide, 0)
        stops |= {"": others} | {ending.id: others for ending in hidden}
    return stops


def _bypassed(
    name: str,
    order: Sequence[str],
    ways: Mapping[str, tuple[str, ...]],
    depth: Mapping[str, int],
    lanes: Mapping[str, int],
) -> bool:
    """Returns whether a way in the same lane leads past this decision."""
    return any(
        to in ways and depth[one] < depth[name] < depth.get(to, 0) and lanes.get(one) == lanes[name]
        for one in order
        for to in ways[one]
    )


def _sizes(figures: ClassFigures) -> dict[str, int]:
    """Returns how many plays each decision is drawn for: about so many where its exact number is hidden."""
    return {n.node: n.n or n.about or 0 for n in figures.nodes}


def scale_of(figures: ClassFigures) -> float:
    """Returns how wide one play is."""
    return _STREAM / (max(_sizes(figures).values(), default=0) or 1)
