"""The class's paths on the scenario's map: decisions below each other, the plays as a stream through them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from markupsafe import Markup

from game.debrief.figures.model import ClassFigures, NodeFigures
from game.debrief.pages.charts import HIDDEN, LETTERS, WIDE, chosen, reached, why_hidden
from game.pages.svg import PATTERNS, POOLED, Chart, drawing, group, plain, short, tag, words, wrapped
from game.scenario.model import Scenario

_STEP = 56.0
_BAR = 18.0
_GUTTER = 196.0
_STREAM = 280.0
_FOOT = 138.0  # the endings below the last decision
_TITLE = "Where the class went"
_SAYS = (
    "Decisions from top to bottom. Each bar is as wide as the number of plays that reached it and is cut into "
    "the options chosen there; streams lead on to the next decision and, at the foot, to the endings. "
    "Dashed lines are ways whose numbers are small, or nothing, or would give a small one away."
)


@dataclass(frozen=True, slots=True)
class FlowNode:
    """A decision or ending on the map: where it stands, and how wide."""

    id: str
    x: float
    y: float
    wide: float
    lane: int


def label_of(node: str, scenario: Scenario) -> str:
    """A decision's name as it is printed: its title, or its id as words."""
    return plain(scenario.title_of(node), 60)


def river(key: str, figures: ClassFigures, scenario: Scenario) -> Chart:
    """The map with the class on it; a stream is as wide as the plays in it, and thin and dashed when too few."""
    parts, high = _drawn(figures, scenario)
    return _chart(key, _TITLE, figures, scenario, drawing(key, _TITLE, _SAYS, WIDE, high, parts))


def river_in_parts(key: str, figures: ClassFigures, scenario: Scenario, rows: int = 6) -> list[Chart]:
    """The same map cut across into pieces that are wider than high, for a projector."""
    parts, high = _drawn(figures, scenario)
    pieces = max(1, round((high - _FOOT) / (rows * _STEP)))
    each = ceil((high - _FOOT) / _STEP / pieces) * _STEP
    found = []
    for number in range(pieces):
        title = _TITLE if pieces == 1 else f"{_TITLE}, part {number + 1} of {pieces}"
        last = number == pieces - 1
        tall = high - number * each if last else each
        svg = drawing(f"{key}-{number}", title, _SAYS, WIDE, tall, parts, top=number * each)
        found.append(_chart(f"{key}-{number}", title, figures, scenario, svg))
    return found


def _drawn(figures: ClassFigures, scenario: Scenario) -> tuple[list[Markup], float]:
    ways = onward(scenario)
    stops, high = _placed(figures, scenario, ways)
    return [*_streams(figures, ways, stops), *_stops(figures, scenario, stops), *_endings(figures, stops)], high


def _chart(key: str, title: str, figures: ClassFigures, scenario: Scenario, svg: Markup) -> Chart:
    head = ("Decision", "Plays that reached it", "Options chosen there")
    rows = tuple((label_of(n.node, scenario), reached(n), _split(n)) for n in figures.nodes)
    return Chart(key, title, _SAYS, svg, head, rows)


def _split(node: NodeFigures) -> str:
    if node.hidden:
        return why_hidden(node)
    found = ", ".join(f"{letter} {text}" for letter, _, _, text in _pieces(node))
    return f"{found} ({why_hidden(node)})" if node.rounded else found


def _pieces(node: NodeFigures) -> list[tuple[str, float, str, str]]:
    """The parts of a decision's bar: letters, share (0–1), pattern and figure."""
    found = []
    for number, option in enumerate(node.options):
        if not option.pooled and option.share is not None:
            text = str(option.count) if option.count is not None else chosen(option, node)
            found.append((LETTERS[number % 26], option.share / 100, PATTERNS[number % 6], text))
    if pooled := "".join(LETTERS[i % 26] for i, o in enumerate(node.options) if o.pooled):
        text = str(node.others) if node.others is not None else "together"
        found.append((pooled, (node.others_share or 0.0) / 100, POOLED, text))
    return found


def _sizes(figures: ClassFigures) -> dict[str, int]:
    """How many plays each decision is drawn for: where its n is rounded, as many as are shown to come in."""
    coming: dict[str, int] = {}
    for edge in figures.edges:
        coming[edge.to] = coming.get(edge.to, 0) + (edge.count or 0)
    return {n.node: max(20, coming.get(n.node, 0)) if n.rounded else n.n or 0 for n in figures.nodes}


def onward(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    """For each decision, the decisions and endings that can come next, jumps followed through."""
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
    """How many choices lie before each decision or ending on the longest way there."""
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


def _placed(
    figures: ClassFigures, scenario: Scenario, ways: Mapping[str, tuple[str, ...]]
) -> tuple[dict[str, FlowNode], float]:
    first = next(_settled(scenario, scenario.start), scenario.start)
    depth = steps(ways, first)
    sizes = _sizes(figures)
    scale = _scale(figures)
    stops: dict[str, FlowNode] = {}
    order = sorted((n for n in ways if n in depth), key=lambda n: (depth[n], -sizes.get(n, 0)))
    rows: dict[int, int] = {level: row for row, level in enumerate(sorted({depth[n] for n in order}))}
    lanes: dict[str, int] = {}
    for name in order:
        used = {lanes[o] for o in order if o in lanes and depth[o] == depth[name]}
        wanted = [lanes[p] for p in order if p in lanes and name in ways[p]]
        lanes[name] = next((lane for lane in [*sorted(wanted), *range(len(order))] if lane not in used), 0)
        wide = max(26.0, sizes.get(name, 0) * scale)
        centre = _GUTTER + _STREAM / 2 if lanes[name] == 0 else _GUTTER + _STREAM + 48 + (lanes[name] - 0.5) * 150
        if lanes[name] == 0 and _bypassed(name, order, ways, depth, lanes):
            centre = _GUTTER + _STREAM - wide / 2  # aside, so that the stream that goes past is seen
        y = 14 + rows[depth[name]] * _STEP
        stops[name] = FlowNode(name, min(centre, WIDE - wide / 2 - 2), y, wide, lanes[name])
    foot = 14 + len(rows) * _STEP + 34
    shown = [e for e in figures.endings if e.count]
    boxes = len(shown) + any(e.count is None for e in figures.endings)
    room = WIDE / max(1, boxes)
    for number, ending in enumerate(shown):
        wide = max(6.0, (ending.count or 0) * scale)
        stops[ending.id] = FlowNode(ending.id, (number + 0.5) * room, foot, min(wide, room - 8), 0)
    if boxes > len(shown):
        wide = min(room - 8, max(26.0, (figures.endings_others or 0) * scale))
        others = FlowNode("", (boxes - 0.5) * room, foot, wide, 0)
        stops |= {"": others} | {e.id: others for e in figures.endings if e.count is None}
    return stops, foot - 34 + _FOOT


def _bypassed(
    name: str,
    order: Sequence[str],
    ways: Mapping[str, tuple[str, ...]],
    depth: Mapping[str, int],
    lanes: Mapping[str, int],
) -> bool:
    """Whether a way in the same lane leads past this decision."""
    return any(
        to in ways and depth[one] < depth[name] < depth.get(to, 0) and lanes.get(one) == lanes[name]
        for one in order
        for to in ways[one]
    )


def _scale(figures: ClassFigures) -> float:
    """How wide one play is."""
    return _STREAM / (max(_sizes(figures).values(), default=0) or 1)


def _streams(
    figures: ClassFigures, ways: Mapping[str, tuple[str, ...]], stops: Mapping[str, FlowNode]
) -> Iterator[Markup]:
    """The streams between the stops: side by side where they leave and where they come in."""
    flows = _flows(figures, ways, stops)
    scale = _scale(figures)
    streams: list[Markup] = []
    few: list[str] = []
    leaving: dict[str, float] = {}
    coming: dict[str, float] = {}
    for (one, two), count in sorted(flows.items(), key=lambda flow: stops[flow[0][1]].x):
        a, b = stops[one], stops[two]
        top, bottom = a.y + _BAR, b.y
        if count is None:
            few.append(f"M{a.x:.0f} {top:.0f}{_curve(b.x - a.x, bottom - top)}")
            continue
        wide = count * scale
        x1 = a.x - a.wide / 2 + leaving.get(one, 0.0)
        x2 = b.x - b.wide / 2 + coming.get(two, 0.0)
        leaving[one] = leaving.get(one, 0.0) + wide
        coming[two] = coming.get(two, 0.0) + wide
        across, down = x2 - x1, bottom - top
        band = f"M{short(x1)} {top:.0f}{_curve(across, down)}h{short(wide)}{_curve(-across, -down)}z"
        streams.append(tag("path", d=band))
    yield group("stream", streams)
    if few:
        yield tag("path", d="".join(few), cls="few")


def _curve(across: float, down: float) -> str:
    """From here so far across and down, leaving and coming in upright."""
    if abs(across) < 0.05:
        return f"v{short(down)}"
    return f"c0 {short(down / 2)} {short(across)} {short(down / 2)} {short(across)} {short(down)}"


def _flows(
    figures: ClassFigures, ways: Mapping[str, tuple[str, ...]], stops: Mapping[str, FlowNode]
) -> dict[tuple[str, str], int | None]:
    """For each way, how many plays took it as far as that may be shown; None for a dashed line."""
    sums: dict[tuple[str, str], int] = {}
    for edge in figures.edges:
        if edge.count is not None:
            sums[edge.node, edge.to] = sums.get((edge.node, edge.to), 0) + edge.count
    sizes = {n.node: n.n for n in figures.nodes}
    found: dict[tuple[str, str], int | None] = {}
    for name, targets in ways.items():
        if len(targets) == 1 and targets[0] in stops:  # all who were here and went on went there
            here, there = sizes.get(name), sizes.get(targets[0])
            if here is not None and there is not None:
                sums[name, targets[0]] = min(here, there)
        for to in targets:
            if name in stops and to in stops:
                pair = name, stops[to].id
                count = sums.get((name, to))
                before = found.get(pair)
                found[pair] = count if before is None else before + (count or 0)
    return found


def _stops(figures: ClassFigures, scenario: Scenario, stops: Mapping[str, FlowNode]) -> Iterator[Markup]:
    forks = {fork.node: number for number, fork in enumerate(figures.forks, 1)}
    names, came, aside, bars, letters = [], [], [], [], []
    for node in figures.nodes:
        stop = stops.get(node.node)
        if stop is None:
            continue
        left = stop.x - stop.wide / 2
        name = label_of(node.node, scenario)
        many = HIDDEN if node.hidden else f"{reached(node)} plays"
        if stop.lane == 0:
            names.append(words(name, 0, stop.y + 8))
            came.append(words(many, 0, stop.y + 24))
        else:
            both = f"{name}, {many}"
            aside.append(words(both, min(stop.x, WIDE - 3.4 * len(both)), stop.y - 5))
        if node.hidden:
            bars.append(tag("rect", x=left, y=stop.y, width=stop.wide, height=_BAR, rx=3, cls="unseen"))
        x = left
        for letter, share, pattern, _ in [] if node.hidden else _pieces(node):
            wide = stop.wide * share
            if wide > 0:
                bars.append(tag("rect", x=x, y=stop.y, width=wide, height=_BAR, cls=pattern))
            if wide >= 7 * len(letter) + 6:
                letters.append(words(letter, x + wide / 2, stop.y + 13.5))
            x += wide
        if node.node in forks:
            bars.append(tag("rect", x=left - 3, y=stop.y - 3, width=stop.wide + 6, height=_BAR + 6, rx=5, cls="fork"))
            bars.append(words(f"fork {forks[node.node]}", left - 9, stop.y + 14, "forked", "end"))
    yield from bars
    yield group("name", names)
    yield group("axis", came)
    yield group("halo small", [*aside, *letters], "middle")


def _endings(figures: ClassFigures, stops: Mapping[str, FlowNode]) -> Iterator[Markup]:
    shown: list[tuple[str, str, int | None]] = [(e.id, e.title, e.count) for e in figures.endings if e.count]
    if "" in stops:
        shown.append(("", "Other endings together", figures.endings_others))
    room = WIDE / max(1, len(shown))
    for name, title, count in shown:
        stop = stops[name]
        yield tag(
            "rect",
            x=stop.x - stop.wide / 2,
            y=stop.y,
            width=stop.wide,
            height=_BAR,
            rx=3,
            cls="ending" if name else POOLED,
        )
        rows = wrapped(title, max(9, int(room / 7)), 4)
        for line, text in enumerate([HIDDEN if count is None else str(count), *rows]):
            yield words(text, stop.x, stop.y + _BAR + 16 + 15 * line, "num" if line == 0 else "small", "middle")
