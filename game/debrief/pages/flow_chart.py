"""The class's paths on the scenario's map: decisions below each other, the plays as a stream through them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from markupsafe import Markup

from game.debrief.figures.model import ClassFigures, NodeFigures
from game.debrief.pages.charts import HIDDEN, LETTERS, WIDE, chosen, reached
from game.debrief.pages.flow_layout import FOOT, STEP, FlowNode, onward, placed, scale_of
from game.pages.svg import PATTERNS, POOLED, Chart, drawing, group, plain, short, tag, words, wrapped
from game.scenario.model import Scenario
from game.words import N_, _

_BAR = 18.0
_TITLE = N_("Where the class went")
_SAYS = N_(
    "Decisions from top to bottom. Each bar is as wide as the number of plays that reached it and is cut into "
    "the options chosen there; streams lead on to the next decision and, at the foot, to the endings. "
    "Dashed lines are ways whose numbers are small, or nothing, or would give a small one away."
)


def label_of(node: str, scenario: Scenario) -> str:
    """Returns a decision's name as it is printed: its title, or its id as words."""
    return plain(scenario.title_of(node), 60)


@dataclass(frozen=True, slots=True)
class Legend:
    """What the letters at a decision stand for: the words of each option, pooled or not."""

    place: str
    options: tuple[tuple[str, str], ...]


def legends(figures: ClassFigures, scenario: Scenario) -> list[Legend]:
    """Returns the letters of every decision on the map, in the order of the map's table."""
    return [
        Legend(
            label_of(node.node, scenario),
            tuple((LETTERS[number % 26], plain(option.say, 400)) for number, option in enumerate(node.options)),
        )
        for node in figures.nodes
    ]


def legends_in_parts(found: Sequence[Legend], rows: int = 4) -> list[Sequence[Legend]]:
    """Returns the same in pieces that a slide has room for."""
    return [found[start : start + rows] for start in range(0, len(found), rows)]


def river(key: str, figures: ClassFigures, scenario: Scenario) -> Chart:
    """Returns the map with the class on it; a stream is as wide as the plays in it, and thin and dashed when too
    few."""
    parts, high = _drawn(figures, scenario)
    title = _(_TITLE)
    return _chart(key, title, figures, scenario, drawing(key, title, _(_SAYS), WIDE, high, parts))


def river_in_parts(key: str, figures: ClassFigures, scenario: Scenario, rows: int = 6) -> list[Chart]:
    """Returns the same map cut across into pieces that are wider than high, for a projector."""
    parts, high = _drawn(figures, scenario)
    pieces = max(1, round((high - FOOT) / (rows * STEP)))
    each = ceil((high - FOOT) / STEP / pieces) * STEP
    found = []
    for number in range(pieces):
        part = _("{title}, part {number} of {pieces}").format(title=_(_TITLE), number=number + 1, pieces=pieces)
        title = _(_TITLE) if pieces == 1 else part
        last = number == pieces - 1
        tall = high - number * each if last else each
        svg = drawing(f"{key}-{number}", title, _(_SAYS), WIDE, tall, parts, top=number * each)
        found.append(_chart(f"{key}-{number}", title, figures, scenario, svg))
    return found


def _drawn(figures: ClassFigures, scenario: Scenario) -> tuple[list[Markup], float]:
    ways = onward(scenario)
    stops, high = placed(figures, scenario, ways)
    return [*_streams(figures, ways, stops), *_stops(figures, scenario, stops), *_endings(figures, stops)], high


def _chart(key: str, title: str, figures: ClassFigures, scenario: Scenario, svg: Markup) -> Chart:
    head = (_("Decision"), _("Plays that reached it"), _("Options chosen there"))
    rows = tuple((label_of(n.node, scenario), reached(n), _split(n)) for n in figures.nodes)
    return Chart(key, title, _(_SAYS), svg, head, rows)


def _split(node: NodeFigures) -> str:
    if node.hidden:
        return _(HIDDEN)
    return ", ".join(f"{letter} {text}" for letter, _share, _pattern, text in _pieces(node))


def _pieces(node: NodeFigures) -> list[tuple[str, float, str, str]]:
    """Returns the parts of a decision's bar: letters, share (0–1), pattern and figure."""
    found = []
    for number, option in enumerate(node.options):
        if not option.pooled and option.share is not None:
            text = str(option.count) if option.count is not None else chosen(option, node)
            found.append((LETTERS[number % 26], option.share / 100, PATTERNS[number % 6], text))
    if pooled := "".join(LETTERS[i % 26] for i, o in enumerate(node.options) if o.pooled):
        text = str(node.others) if node.others is not None else _("together")
        found.append((pooled, (node.others_share or 0.0) / 100, POOLED, text))
    return found


def _streams(
    figures: ClassFigures, ways: Mapping[str, tuple[str, ...]], stops: Mapping[str, FlowNode]
) -> Iterator[Markup]:
    """Returns the streams between the stops: side by side where they leave and where they come in."""
    flows = _flows(figures, ways, stops)
    scale = scale_of(figures)
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
    """Returns the path so far across and down from here, leaving and coming in upright."""
    if abs(across) < 0.05:
        return f"v{short(down)}"
    return f"c0 {short(down / 2)} {short(across)} {short(down / 2)} {short(across)} {short(down)}"


def _flows(
    figures: ClassFigures, ways: Mapping[str, tuple[str, ...]], stops: Mapping[str, FlowNode]
) -> dict[tuple[str, str], int | None]:
    """Returns for each way, how many plays took it as far as that may be shown; None for a dashed line."""
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
        many = _(HIDDEN) if node.hidden else _("{n} plays").format(n=reached(node))
        if stop.lane == 0:
            names.append(words(name, 0, stop.y + 8))
            came.append(words(many, 0, stop.y + 24))
        else:
            both = f"{name}, {many}"
            aside.append(words(both, min(stop.x, WIDE - 3.4 * len(both)), stop.y - 5))
        if node.hidden:
            bars.append(tag("rect", x=left, y=stop.y, width=stop.wide, height=_BAR, rx=3, cls="unseen"))
        x = left
        for letter, share, pattern, _text in [] if node.hidden else _pieces(node):
            wide = stop.wide * share
            if wide > 0:
                bars.append(tag("rect", x=x, y=stop.y, width=wide, height=_BAR, cls=pattern))
            if wide >= 7 * len(letter) + 6:
                letters.append(words(letter, x + wide / 2, stop.y + 13.5))
            x += wide
        if node.node in forks:
            bars.append(tag("rect", x=left - 3, y=stop.y - 3, width=stop.wide + 6, height=_BAR + 6, rx=5, cls="fork"))
            at, anchor = (
                (left + stop.wide + 9, "start") if stop.lane == 0 else (left - 9, "end")
            )  # where no name stands
            bars.append(words(_("fork {n}").format(n=forks[node.node]), at, stop.y + 14, "forked halo", anchor))
    yield from bars
    yield group("name", names)
    yield group("axis", came)
    yield group("halo small", [*aside, *letters], "middle")


def _endings(figures: ClassFigures, stops: Mapping[str, FlowNode]) -> Iterator[Markup]:
    shown: list[tuple[str, str, int | None]] = [(e.id, e.title, e.count) for e in figures.endings if e.count]
    if "" in stops:
        shown.append(("", _("Other endings together"), figures.endings_others))
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
        for line, text in enumerate([_(HIDDEN) if count is None else str(count), *rows]):
            yield words(text, stop.x, stop.y + _BAR + 16 + 15 * line, "num" if line == 0 else "small", "middle")
