"""The format's rules and the scores written a second time, as slowly and plainly as can be, to hold the engine against.

Nothing here is shared with `game.story` or `game.rubric` except the frozen data that they read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from math import sqrt

from game.rubric.model import Rubric
from game.scenario.model import Branch, Condition, Node, Option, Scenario

Points = tuple[int, ...]
PAIRS = {"distinct_roles": (0, 1), "shared_power": (2, 3)}


@dataclass(frozen=True)
class Stand:
    """Where a player stands: node, facts by name, options used up, client state."""

    node: str
    facts: frozenset[str]
    used: frozenset[str]
    state: tuple[int, int, int]


@dataclass(frozen=True)
class Turn:
    """A choice, among which open options, and where it led."""

    node: str
    option: Option
    options: tuple[Option, ...]
    to: Stand


Play = tuple[Turn, ...]


def met(condition: Condition | None, stand: Stand) -> bool:
    if condition is None:
        return True
    values = dict(zip(("trust", "ease", "voice"), stand.state, strict=True))
    return (
        all(fact in stand.facts for fact in condition.has)
        and not any(fact in stand.facts for fact in condition.lacks)
        and all(bound.low <= values[bound.part] <= bound.high for bound in condition.bounds)
    )


def first(scenario: Scenario) -> Stand:
    state = scenario.client_state
    return _on(scenario, Stand(scenario.start, frozenset(), frozenset(), (state.trust, state.ease, state.voice)))


def open_at(scenario: Scenario, stand: Stand) -> tuple[Option, ...]:
    return tuple(
        option
        for option in scenario.nodes[stand.node].options or ()
        if met(option.when, stand) and met(option.needs, stand) and not (option.once and option.id in stand.used)
    )


def after(scenario: Scenario, stand: Stand, option: Option) -> Stand:
    facts = set(stand.facts) | set(option.sets)
    if option.opens:
        facts.add(option.opens)
    if option.repairs:
        facts.add(f"{option.repairs}-repaired")
    change = (option.client.trust, option.client.ease, option.client.voice)
    state = tuple(max(0, min(10, value + delta)) for value, delta in zip(stand.state, change, strict=True))
    there = Stand(stand.node, frozenset(facts), stand.used | {option.id}, state)  # type: ignore[arg-type]
    return _on(scenario, _branch(there, option.goto))


def _branch(stand: Stand, ways: tuple[Branch, ...]) -> Stand:
    to = next(way.to for way in ways if met(way.when, stand))
    return Stand(to, stand.facts, stand.used, stand.state)


def _on(scenario: Scenario, stand: Stand) -> Stand:
    while ways := scenario.nodes[stand.node].goto:
        stand = _branch(stand, ways)
    return stand


def plays(scenario: Scenario, stand: Stand | None = None) -> Iterator[Play]:
    """Every complete play."""
    here = first(scenario) if stand is None else stand
    options = open_at(scenario, here)
    if not options:
        yield ()
    for option in options:
        there = after(scenario, here, option)
        for rest in plays(scenario, there):
            yield (Turn(here.node, option, options, there), *rest)


def worth(rubric: Rubric, node: Node, option: Option) -> Points:
    """The sum of the moves, re-keyed and clamped."""
    total = [0, 0, 0, 0]
    for code in option.moves:
        points = list(rubric.moves[code].vector)
        if node.capacity == "impaired":
            points = list(rubric.capacity["impaired"].moves.get(code, tuple(points)))
        if node.frame == "social" and rubric.moves[code].clinical:
            points[0] -= 2
            points[3] = min(points[3], 0)
        total = [a + b for a, b in zip(total, points, strict=True)]
    bossy = any(rubric.moves[code].pole == "paternalism" for code in option.moves)
    ceilings = [2, 2, 2, 1 if bossy else 3 if node.capacity == "impaired" else 2]
    return tuple(max(-2, min(top, value)) for top, value in zip(ceilings, total, strict=True))


class Figures:
    """Lowest and highest means, chance levels and spreads, from the list of all plays."""

    def __init__(self, scenario: Scenario, rubric: Rubric, most: int = 400) -> None:
        self.scenario, self.rubric = scenario, rubric
        self.plays = list(islice(plays(scenario), most + 1))
        self.complete = len(self.plays) <= most
        self.means = [[self.mean(play, index) for index in range(4)] for play in self.plays]
        self.weights = [self._chance(play) for play in self.plays]

    def points(self, turn: Turn, option: Option) -> Points:
        return worth(self.rubric, self.scenario.nodes[turn.node], option)

    def at_stake(self, turn: Turn, index: int) -> bool:
        return len({self.points(turn, option)[index] for option in turn.options}) > 1

    def mean(self, play: Play, index: int) -> Fraction | None:
        found = [self.points(turn, turn.option)[index] for turn in play if self.at_stake(turn, index)]
        return Fraction(sum(found), len(found)) if found else None

    def moment(self, play: Play, index: int) -> Fraction | None:
        met_at = [turn for turn in play if self.at_stake(turn, index)]
        columns = [[self.points(turn, option)[index] for option in turn.options] for turn in met_at]
        mine = [self.points(turn, turn.option)[index] for turn in met_at]
        room = sum(max(column) - min(column) for column in columns)
        return Fraction(sum(mine) - sum(min(column) for column in columns), room) if room else None

    def extent(self, index: int) -> tuple[Fraction, Fraction] | None:
        there = [means[index] for means in self.means if means[index] is not None]
        return (min(there), max(there)) if there else None  # type: ignore[type-var]

    def path(self, play: Play, index: int) -> Fraction | None:
        mean, extent = self.mean(play, index), self.extent(index)
        if mean is None or extent is None or extent[0] == extent[1]:
            return None
        return (mean - extent[0]) / (extent[1] - extent[0])

    def _chance(self, play: Play) -> Fraction:
        chance = Fraction(1)
        for turn in play:
            chance /= len(turn.options)
        return chance

    def level(self, index: int) -> Fraction | None:
        """The random player's expected path score of a component."""
        return _expected([(self.path(play, index), w) for play, w in zip(self.plays, self.weights, strict=True)])

    def axis(self, name: str) -> tuple[float, float] | None:
        """The random player's expected axis score and its variance."""
        one, two = PAIRS[name]
        products = [_product(self.path(play, one), self.path(play, two)) for play in self.plays]
        if all(p is None for p in products):
            return None
        rows = list(zip(products, self.weights, strict=True))
        level = _expected([(Fraction(sqrt(p)) if p is not None else None, w) for p, w in rows])
        square = _expected(rows)
        assert level is not None
        assert square is not None
        return float(level), float(square - level * level)


def _product(one: Fraction | None, two: Fraction | None) -> Fraction | None:
    return None if one is None or two is None else one * two


def _expected(rows: list[tuple[Fraction | None, Fraction]]) -> Fraction | None:
    there = [(value, weight) for value, weight in rows if value is not None]
    total = sum((weight for _, weight in there), Fraction(0))
    return sum((value * weight for value, weight in there), Fraction(0)) / total if there else None
