"""Sums to the figures of a class, small numbers hidden; source of the rules: the domain brief, section 8.

All arithmetic is on whole numbers and fractions until a figure is rounded for print, so that equal sums give equal
figures on every machine. What is shown beside the counts is either made from shown counts alone (shares, forks,
poles, the minority choice) or rounded so far that a single choice does not show in it (trace, planes).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from game.debrief.figures.hiding import FEWEST_FOR_ROUNDED, EdgeKey, Flows, HiddenCells, hide
from game.debrief.figures.model import (
    FEWEST,
    FEWEST_FOR_FIRM,
    FEWEST_FOR_ITEMS,
    ClassFigures,
    Edge,
    EndingFigures,
    Fork,
    ForkKind,
    Minority,
    NodeFigures,
    OptionFigures,
    PlaneMark,
    PlanePoint,
    PoleFigures,
    RuptureFigures,
    TracePoint,
    Unscored,
)
from game.debrief.figures.sums import UNSCORED, Key, Sums
from game.rubric.archetypes import profiles
from game.rubric.model import COMPONENTS, POLES
from game.rubric.scoring_model import ScoringModel
from game.scenario.model import Node, Scenario
from game.story.engine import advance, jumps, start

FEWEST_FOR_PLANES = 10
FEWEST_FOR_TRACE = 20
FEWEST_FOR_FORK = 5
WHOLE_STEP = 20  # steps of the rest score from 0 to 100

Counts = Mapping[Key, int]
Histogram = list[int]


def figures(sums: Sums, exact: ScoringModel, hidden: HiddenCells | None = None) -> ClassFigures:
    """The figures of one scenario in the sums, as scored with the scenario and rubric of today.

    What is hidden follows from the counts, unless it is given (to see what another class would show in the same form).
    """
    scenario = exact.story.scenario
    basis = f"{scenario.fingerprint[:16]}:{exact.rubric.fingerprint[:16]}"
    counts: Counts = sums.groups.get((scenario.id, basis), {})
    flows = flows_of(counts, exact)
    hidden = hidden or hide(flows)
    page = _Page(exact, counts, flows, hidden, flows.options())
    nodes = tuple(page.node(name) for name in page.order)
    return ClassFigures(
        scenario=scenario.id,
        title=scenario.title,
        plays=flows.plays,
        complete=flows.complete,
        unscored=unscored(sums, scenario.id),
        nodes=nodes,
        edges=page.edges(),
        endings=page.endings(),
        endings_others=page.endings_others(),
        points=_points(counts, exact, flows.complete),
        chance=_chance(exact),
        archetypes=_archetypes(exact),
        trace=_trace(counts),
        poles=page.poles(),
        ruptures=page.ruptures(),
        forks=forks(nodes),
        minority=page.minority(nodes),
        notes=_notes(sums, scenario.id, basis),
    )


def flows_of(counts: Counts, exact: ScoringModel) -> Flows:
    """The class on the story's own network: every step that the story allows, taken or not."""
    way = _way(exact)
    edges = dict(way.edges)
    for key, count in counts.items():
        if key[0] == "edge":
            edges[str(key[1]), str(key[2]), str(key[3])] = count
    return replace(way, plays=counts.get(("plays",), 0), complete=counts.get(("complete",), 0), edges=edges)


@lru_cache(maxsize=8)
def _way(exact: ScoringModel) -> Flows:
    """The story's network with nobody in it."""
    first = start(exact.story)
    while jumps(exact.story, first):
        first = advance(exact.story, first)
    return Flows(
        plays=0,
        complete=0,
        start=first.node,
        edges=dict.fromkeys(exact.edges, 0),
        endings=[name for name, node in exact.story.scenario.nodes.items() if node.ending is not None],
        private=frozenset(option for option, weight in exact.weights.items() if weight.gates),
    )


@dataclass(slots=True)
class _Page:
    """The shown part of a class: everything below reads counts through it."""

    exact: ScoringModel
    counts: Counts
    flows: Flows
    hidden: HiddenCells
    options: dict[str, dict[str, int]]

    @property
    def scenario(self) -> Scenario:
        return self.exact.story.scenario

    @property
    def order(self) -> list[str]:
        """The decisions in the author's order."""
        return [name for name, node in self.scenario.nodes.items() if node.options]

    def n(self, node: str) -> int | None:
        """How many choices were made at a node, where that is shown."""
        return None if node in self.hidden.nodes | self.hidden.rounded else self.all_at(node)

    def all_at(self, node: str) -> int:
        """How many choices were made at a node, shown or not."""
        return sum(self.options.get(node, {}).values())

    def count(self, node: str, option: str) -> int | None:
        """How many chose an option, where that is shown."""
        if node in self.hidden.nodes | self.hidden.rounded or (node, option) in self.hidden.pooled:
            return None
        return self.options.get(node, {}).get(option, 0)

    def others(self, node: str) -> int | None:
        """How many chose one of the pooled options, all together."""
        n = self.n(node)
        if n is None or not self._pool(node):
            return None
        return n - sum(self.count(node, o) or 0 for o in self.options[node])

    def _pool(self, node: str) -> set[str]:
        return {option for name, option in self.hidden.pooled if name == node}

    def _rows(self, node: str) -> tuple[dict[str, int], int]:
        """The rows that may be drawn: each shown option and the pool, in plays, or in tens of a hundred where only
        rounded shares are shown."""
        if node in self.hidden.nodes:
            return {}, 0
        counts, pooled = self.options.get(node, {}), self._pool(node)
        rows = {o: c for o, c in counts.items() if o not in pooled}
        rest = sum(c for o, c in counts.items() if o in pooled)
        if node not in self.hidden.rounded:
            return rows, rest
        n = self.all_at(node)
        return {o: _tens(c, n) for o, c in rows.items()}, _tens(rest, n)

    def node(self, name: str) -> NodeFigures:
        """The figures of a decision."""
        node, n = self.scenario.nodes[name], self.n(name)
        rows, rest = self._rows(name)
        whole = n if n is not None else 10
        shares = {o: _percent(c, whole) for o, c in rows.items()}
        items = _Items.of(self.counts, self.exact, name, list(rows))
        options = tuple(
            OptionFigures(
                option=o.id,
                say=o.say or o.do or "",
                count=self.count(name, o.id),
                share=shares.get(o.id),
                achievable=_achievable(self.exact, node, o.id),
                point_biserial=items.point_biserials(o.id),
                tertiles=items.tertiles(o.id),
                pooled=(name, o.id) in self.hidden.pooled and name not in self.hidden.nodes,
            )
            for o in node.options or ()
        )
        away = name in self.hidden.nodes
        return NodeFigures(
            node=name,
            place=node.place,
            n=n,
            options=options,
            others=self.others(name),
            others_share=_percent(rest, whole) if self._pool(name) and not away else None,
            lines=tuple(line.text for line in node.lines if not line.private),
            thinks=_thoughts(node),
            divided=None if away else _divided([c for c in (*rows.values(), rest) if c]),
            axis_split={} if away else _axis_split(self.exact, rows, self._pool(name), rest),
            items_hidden=away or items.n < FEWEST_FOR_ITEMS,
            provisional=items.n < FEWEST_FOR_FIRM,
            hidden=away,
            rounded=name in self.hidden.rounded,
        )

    def edges(self) -> tuple[Edge, ...]:
        """The steps of the map, in the author's order."""
        rank = {name: i for i, name in enumerate(self.scenario.nodes)}
        options = {o: i for i, o in enumerate(self.exact.weights)}
        keys = sorted(self.flows.edges, key=lambda k: (rank[k[0]], options[k[1]], rank[k[2]]))
        return tuple(Edge(*key, self._edge(key)) for key in keys)

    def _edge(self, key: EdgeKey) -> int | None:
        shown = self.count(key[0], key[1]) is not None and key not in self.hidden.edges
        return self.flows.edges[key] if shown else None

    def endings(self) -> tuple[EndingFigures, ...]:
        """The endings with how many plays came to them."""
        arrived = self.flows.arrivals()
        return tuple(
            EndingFigures(
                name,
                node.ending.kind.value,
                node.ending.title,
                None if name in self.hidden.endings else arrived.get(name, 0),
            )
            for name, node in self.scenario.nodes.items()
            if node.ending is not None
        )

    def endings_others(self) -> int | None:
        """How many plays came to one of the pooled endings."""
        shown = sum(e.count or 0 for e in self.endings())
        return self.flows.complete - shown if self.hidden.endings else None

    def poles(self) -> dict[str, PoleFigures]:
        """Of the choices whose option is shown: how many leaned to a pole where it was on offer."""
        found = {}
        for pole in POLES:
            chosen = offered = 0
            for name in self.order:
                options = [o.id for o in self.scenario.nodes[name].options or ()]
                if any(pole in self.exact.weights[o].poles for o in options):
                    offered += sum(self.count(name, o) or 0 for o in options)
                    chosen += sum(self.count(name, o) or 0 for o in options if pole in self.exact.weights[o].poles)
            found[pole] = PoleFigures(chosen, offered) if offered >= FEWEST else PoleFigures(None, None)
        return found

    def ruptures(self) -> tuple[RuptureFigures, ...]:
        """Ruptures whose options are all shown, so that their number tells nothing that the options do not."""
        found = []
        for name, rupture in self.scenario.ruptures.items():
            opened = self._rupture(name, "opened") if self._all_shown(name, "opens") else None
            repaired = (
                self._rupture(name, "repaired") if opened is not None and self._all_shown(name, "repairs") else None
            )
            if repaired is not None and opened is not None and 0 < opened - repaired < FEWEST:
                repaired = None
            late = self.counts.get(("rupture", name, "late"), 0)
            mean = _to_half(Fraction(late, repaired)) if repaired else None
            found.append(RuptureFigures(name, rupture.kind.value, rupture.what, opened, repaired, mean))
        return tuple(found)

    def _rupture(self, name: str, what: str) -> int | None:
        count = self.counts.get(("rupture", name, what), 0)
        return count if count >= FEWEST else None

    def _all_shown(self, rupture: str, how: str) -> bool:
        """Whether every option that opens (or repairs) a rupture is shown."""
        return all(
            self.count(node, option.id) is not None
            for node in self.order
            for option in self.scenario.nodes[node].options or ()
            if (option.opens if how == "opens" else option.repairs) == rupture
        )

    def minority(self, nodes: Sequence[NodeFigures]) -> Minority | None:
        """The choice of a third or fewer that can best be argued for: the highest share of the achievable."""
        best: tuple[tuple[float, float, int], NodeFigures, OptionFigures] | None = None
        for place, node in enumerate(nodes):
            for row in node.options if node.n and node.n >= FEWEST_FOR_FORK else ():
                worth = [v for v in row.achievable.values() if v is not None]
                few = row.count and row.share is not None and row.share <= 100 / 3 and row.count < _largest(node)
                if few and worth and row.share is not None:
                    mean = sum(worth) / len(worth)
                    key = (mean, -row.share, -place)
                    if mean >= 60 and (best is None or key > best[0]):
                        best = key, node, row
        if best is None:
            return None
        _, node, row = best
        option = next(o for o in self.scenario.nodes[node.node].options or () if o.id == row.option)
        did = tuple(self.exact.rubric.moves[m].did for m in option.moves)
        return Minority(node.node, row.option, row.say, row.count or 0, node.n or 0, did)


def _largest(node: NodeFigures) -> int:
    return max(row.count or 0 for row in node.options)


def _thoughts(node: Node) -> tuple[str, ...]:
    """What was privately felt at a node: the author's words, whoever got to hear them."""
    lines = [*node.lines, *(line for o in node.options or () for line in o.reply)]
    return tuple(dict.fromkeys(line.text for line in lines if line.private))


def _achievable(exact: ScoringModel, node: Node, option: str) -> dict[str, float | None]:
    """What an option earns of what the node's options could, 0–100 by component; None where they are alike."""
    vectors = [exact.weights[o.id].vector for o in node.options or ()]
    found: dict[str, float | None] = {}
    for index, component in enumerate(COMPONENTS):
        low, high = min(v[index] for v in vectors), max(v[index] for v in vectors)
        share = Fraction(exact.weights[option].vector[index] - low, high - low) if high > low else None
        found[component] = _score(share)
    return found


# ── forks ────────────────────────────────────────────────────────────────────────────────────────────────


def _divided(rows: Sequence[int]) -> float:
    """The entropy of the rows over that of as many even ones: 0 when all chose alike, 1 when evenly spread."""
    n = sum(rows)
    if len(rows) < 2:
        return 0.0
    bits = -sum(row / n * math.log2(row / n) for row in rows)
    return round(bits / math.log2(len(rows)), 3)


def _axis_split(exact: ScoringModel, rows: Mapping[str, int], pooled: set[str], rest: int) -> dict[str, float]:
    """For each axis, how far apart two plays chosen at random lie here on its components (points, the larger)."""
    found = {}
    for axis, description in exact.rubric.axes.items():
        spreads = []
        for component in description.components:
            index = COMPONENTS.index(component)
            values = [(Fraction(exact.weights[o].vector[index]), count) for o, count in rows.items()]
            if pooled:  # how the pool divides is hidden, so its members stand for it evenly
                values.append((Fraction(sum(exact.weights[o].vector[index] for o in pooled), len(pooled)), rest))
            n = sum(count for _, count in values)
            apart = sum(abs(a - b) * c * d for i, (a, c) in enumerate(values) for b, d in values[:i])
            spreads.append(Fraction(2 * apart, n * n) if n else Fraction(0))
        found[axis] = float(round(max(spreads), 3))
    return found


def _about(node: NodeFigures) -> int:
    """How many choices a decision is known to have had."""
    return FEWEST_FOR_ROUNDED if node.rounded else node.n or 0


def forks(nodes: Sequence[NodeFigures]) -> tuple[Fork, ...]:
    """The two decisions worth the class's time: the most divided, and the one that split a single axis only.

    Only decisions that at least half of the plays of the busiest one reached count, so that the room can talk.
    """
    most = max((_about(node) for node in nodes), default=0)
    able = [n for n in nodes if _about(n) >= max(FEWEST_FOR_FORK, (most + 1) // 2) and n.divided]
    if not able:
        return ()
    order = {node.node: i for i, node in enumerate(nodes)}
    first = max(able, key=lambda n: (n.divided or 0, _about(n), -order[n.node]))
    found = [Fork(ForkKind.DIVIDED, first.node)]
    second = max(
        ((_one_sided(n, axis), -order[n.node], n.node, axis) for n in able if n is not first for axis in n.axis_split),
        default=None,
    )
    if second is not None and second[0] > 0:
        found.append(Fork(ForkKind.ONE_AXIS, second[2], second[3]))
    return tuple(found)


def _one_sided(node: NodeFigures, axis: str) -> float:
    """How much further a decision split one axis than the other; the other's split counts double against it."""
    other = max((v for name, v in node.axis_split.items() if name != axis), default=0.0)
    return round(node.axis_split[axis] - 2 * other, 6)


# ── items ────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(slots=True)
class _Items:
    """The rest scores of those who chose at a node, by option and axis: how often each step of five."""

    n: int
    by_axis: dict[str, dict[str, Histogram]]
    triples: dict[str, dict[str, tuple[float, float, float]]]
    shown: Sequence[str]

    @classmethod
    def of(cls, counts: Counts, exact: ScoringModel, node: str, shown: Sequence[str]) -> _Items:
        """The items of a node; `shown` are the options whose counts are."""
        by_axis: dict[str, dict[str, Histogram]] = {}
        for axis in exact.rubric.axes:
            rows = {o.id: [0] * (WHOLE_STEP + 1) for o in exact.story.scenario.nodes[node].options or ()}
            for option, row in rows.items():
                for step in range(WHOLE_STEP + 1):
                    row[step] = counts.get(("rest", axis, node, option, step), 0)
            by_axis[axis] = rows
        n = min(sum(map(sum, rows.values())) for rows in by_axis.values())
        triples = {a: _tertiles(rows, shown) if n >= FEWEST_FOR_ITEMS else {} for a, rows in by_axis.items()}
        return cls(n, by_axis, triples, shown)

    def point_biserials(self, option: str) -> dict[str, float | None]:
        """Choosing the option against the rest score of each axis; None where hidden, or where one is constant."""
        fit = self.n >= FEWEST_FOR_ITEMS and option in self.shown
        return {axis: point_biserial(rows, option) if fit else None for axis, rows in self.by_axis.items()}

    def tertiles(self, option: str) -> dict[str, tuple[float, float, float] | None]:
        """The option's share (0–100) in the lowest, middle and highest third; None where hidden."""
        return {axis: self.triples[axis].get(option) for axis in self.by_axis}


def point_biserial(rows: Mapping[str, Histogram], option: str) -> float | None:
    """Pearson's correlation of having chosen an option with the rest score (in steps of five), to two places."""
    everyone = [sum(column) for column in zip(*rows.values(), strict=True)]
    n, chose = sum(everyone), sum(rows[option])
    total = sum(step * count for step, count in enumerate(everyone))
    squares = sum(step * step * count for step, count in enumerate(everyone))
    mine = sum(step * count for step, count in enumerate(rows[option]))
    over = n * mine - chose * total
    under = (n * chose - chose * chose) * (n * squares - total * total)
    return round(over / math.sqrt(under), 2) + 0.0 if under > 0 else None


def thirds(everyone: Sequence[int]) -> list[int]:
    """For each step of the rest score the third (0, 1, 2) that the middle of those on it belongs to; ties stay
    together."""
    n, before, found = sum(everyone), 0, []
    for count in everyone:
        middle = 2 * before + count  # of 2n
        found.append(0 if 3 * middle < 2 * n else 1 if 3 * middle < 4 * n else 2)
        before += count
    return found


def _tertiles(rows: Mapping[str, Histogram], shown: Sequence[str]) -> dict[str, tuple[float, float, float]]:
    """Each shown option's share of every third. Options with a cell under three are left out, and as many more
    as it takes that those left out are two or more, and three or more plays in each third together."""
    third = thirds([sum(column) for column in zip(*rows.values(), strict=True)])
    cells = {
        option: [sum(c for c, t in zip(row, third, strict=True) if t == k) for k in range(3)]
        for option, row in rows.items()
    }
    sizes = [sum(cell[k] for cell in cells.values()) for k in range(3)]
    if min(sizes) < FEWEST:
        return {}
    order = sorted(cells, key=lambda o: (sum(cells[o]), o))
    out = [o for o in order if o not in shown or min(cells[o]) < FEWEST]
    rest = [o for o in order if o not in out]
    while out and rest and (len(out) < 2 or min(sum(cells[o][k] for o in out) for k in range(3)) < FEWEST):
        out.append(rest.pop(0))
    return {o: tuple(_percent(cells[o][k], sizes[k]) or 0.0 for k in range(3)) for o in rest}  # type: ignore[misc]


# ── planes, trace ────────────────────────────────────────────────────────────────────────────────────────


def _points(counts: Counts, exact: ScoringModel, complete: int) -> dict[str, tuple[PlanePoint, ...]]:
    """Every whole play as a place on each plane, in steps of five; none for a handful of plays."""
    found: dict[str, tuple[PlanePoint, ...]] = {}
    for axis in exact.rubric.axes:
        rows = sorted((int(k[2]), int(k[3]), c) for k, c in counts.items() if k[0] == "points" and k[1] == axis and c)
        found[axis] = tuple(PlanePoint(*row) for row in rows) if complete >= FEWEST_FOR_PLANES else ()
    return found


@lru_cache(maxsize=8)
def _chance(exact: ScoringModel) -> dict[str, PlaneMark]:
    """Where the random player stands on average."""
    return _spots(exact, lambda component: _score(exact.chance_levels[component]))


@lru_cache(maxsize=8)
def _archetypes(exact: ScoringModel) -> dict[str, dict[str, PlaneMark]]:
    """Where each archetype stands."""
    cards = profiles(exact)
    return {code: _spots(exact, lambda c, card=card: card.components[c].path) for code, card in cards.items()}  # type: ignore[misc]


def _spots(exact: ScoringModel, at: Callable[[str], float | None]) -> dict[str, PlaneMark]:
    found = {}
    for axis, description in exact.rubric.axes.items():
        x, y = (at(component) for component in description.components)
        if x is not None and y is not None:
            found[axis] = PlaneMark(x, y)
    return found


def _trace(counts: Counts) -> tuple[TracePoint, ...]:
    """Trust, ease and voice after each turn that enough came to: means to the half, their number down to five."""
    found = []
    for turn in range(1, 1 + max((int(k[1]) for k in counts if k[0] == "turn"), default=0)):
        n = counts.get(("turn", turn, "n"), 0)
        if n < FEWEST_FOR_TRACE:
            break
        trust, ease, voice = (
            _to_half(Fraction(counts.get(("turn", turn, part), 0), n)) for part in ("trust", "ease", "voice")
        )
        found.append(TracePoint(turn, n // 5 * 5, trust, ease, voice))
    return tuple(found)


# ── plays that could not be scored ───────────────────────────────────────────────────────────────────────


def unscored(sums: Sums, scenario: str) -> Unscored | None:
    """Plays of a scenario that is gone or has changed, counted by ids, small counts hidden the same way."""
    counts = sums.groups.get((scenario, UNSCORED))
    if not counts or not counts["plays",]:
        return None
    edges = {(str(k[1]), str(k[2]), str(k[3])): c for k, c in counts.items() if k[0] == "edge" and c}
    nodes = {node for node, _, _ in edges}
    endings = {to for _, _, to in edges} - nodes
    arrived = {to for _, _, to in edges}
    first = min(nodes - arrived, default=min(nodes, default=""))
    flows = Flows(counts["plays",], counts["complete",], first, edges, sorted(endings))
    hidden = hide(flows)
    shown = [
        (node, option, count)
        for node, options in sorted(flows.options().items())
        for option, count in sorted(options.items())
        if node not in hidden.nodes | hidden.rounded and (node, option) not in hidden.pooled
    ]
    came = flows.arrivals()
    ended = [(e, came[e]) for e in sorted(endings - {""}) if e not in hidden.endings]
    return Unscored(flows.plays, flows.complete, tuple(shown), tuple(ended))


def unscored_scenarios(sums: Sums) -> list[str]:
    """The scenarios of which some plays could not be scored."""
    return sorted(
        scenario for (scenario, basis), counts in sums.groups.items() if basis == UNSCORED and counts["plays",]
    )


def _notes(sums: Sums, scenario: str, basis: str) -> tuple[str, ...]:
    """What a reader should know: sums that rest on another scenario text or rubric are left out."""
    other = sum(c["plays",] for (s, b), c in sums.groups.items() if s == scenario and b not in (basis, UNSCORED))
    if not other:
        return ()
    return (f"{other} plays in the sums were scored with another version of the scenario or rubric and are left out.",)


# ── rounding ─────────────────────────────────────────────────────────────────────────────────────────────


def _percent(part: int | None, whole: int | None) -> float | None:
    return None if part is None or not whole else _score(Fraction(part, whole))


def _tens(part: int, whole: int) -> int:
    """A share to the nearest tenth, in tenths."""
    return int(Fraction(10 * part, whole) + Fraction(1, 2))


def _score(share: Fraction | None) -> float | None:
    """A share as points of a hundred to one place, halves up."""
    return None if share is None else int(share * 1000 + Fraction(1, 2)) / 10


def _to_half(value: Fraction) -> float:
    return int(value * 2 + Fraction(1, 2)) / 2
