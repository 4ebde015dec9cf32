"""A reader of a class's page who knows the story and can reckon: what can be worked out from all that is shown.

Every number on the page is an equation (or two inequalities) over how many plays took each step of the story's graph of
positions. A linear programme then gives the lowest and highest value that any count could have. It knows nothing of how
the game decides what to hide.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from highspy import Highs, HighsModelStatus, kHighsInf

from game.debrief.figures.model import ClassFigures, NodeFigures
from game.rubric.scoring_model import ScoringModel

SURE = 1e-6
ROUNDS = 8  # of asking for many counts at once, at least, before each is asked for alone
PRIMAL = 4  # the simplex of HiGHS that goes on from where another goal was best
Row = dict[int, float]


@dataclass(frozen=True)
class Cell:
    """A count of a class: its name, how many there were, the variables that make it up, and whether it is secret."""

    name: str
    truth: int
    variables: tuple[int, ...]
    secret: bool


class Auditor:
    """What is known of one scenario: the steps, the stops and the endings are variables."""

    def __init__(self, exact: ScoringModel) -> None:
        self.exact = exact
        graph = exact.plays
        self.nodes = [position.node for position in graph.positions]
        self.arcs = [(i, step.option.id, step.to) for i, steps in enumerate(graph.steps) for step in steps]
        self.stops = {i: len(self.arcs) + n for n, i in enumerate(i for i, steps in enumerate(graph.steps) if steps)}
        self.coming: dict[int, list[int]] = {}
        self.leaving: dict[int, list[int]] = {}
        self.endings: dict[str, list[int]] = {}
        self.by_option: dict[str, list[int]] = {}
        self.by_node: dict[str, list[int]] = {}
        self.by_edge: dict[tuple[str, str, str], list[int]] = {}
        for number, (here, option, to) in enumerate(self.arcs):
            self.leaving.setdefault(here, []).append(number)
            self.coming.setdefault(to, []).append(number)
            self.by_option.setdefault(option, []).append(number)
            self.by_node.setdefault(self.nodes[here], []).append(number)
            self.by_edge.setdefault((self.nodes[here], option, self.nodes[to]), []).append(number)
            if to not in self.stops:
                self.endings.setdefault(self.nodes[to], []).append(number)

    @property
    def variables(self) -> int:
        """How many there are."""
        return len(self.arcs) + len(self.stops)

    def cells(self, ways: Iterable[Sequence[str]]) -> list[Cell]:
        """Every count of a class, from its plays one by one; secret are those under three, and every hard limit."""
        number = {(here, option): n for n, (here, option, _) in enumerate(self.arcs)}
        took = np.zeros(self.variables)
        for way in ways:
            here = 0
            for option in way:
                arc = number[here, option]
                took[arc] += 1
                here = self.arcs[arc][2]
        many: dict[tuple[str, str], int] = {}
        for node, option, _ in self.by_edge:
            many[node, option] = many.get((node, option), 0) + 1

        def cell(name: str, variables: list[int], hard: bool = False, least: int = 0) -> Cell:
            truth = int(took[variables].sum())
            return Cell(name, truth, tuple(variables), hard or least <= truth < 3)

        gates = {option for option, weight in self.exact.weights.items() if weight.gates}
        found = [cell(f"option {o}", v, hard=o in gates) for o, v in self.by_option.items()]
        found += [cell(f"decision {n}", v) for n, v in self.by_node.items()]
        found += [cell(f"ending {e}", v) for e, v in self.endings.items()]
        found += [cell(f"edge {' '.join(e)}", v, least=1) for e, v in self.by_edge.items() if many[e[:2]] > 1]
        return found

    def recovered(self, page: ClassFigures, cells: Sequence[Cell]) -> list[Cell]:
        """The secret counts that have one value only with all that the page shows."""
        return self.recovered_from([page], cells)

    def recovered_from(self, pages: Sequence[ClassFigures], cells: Sequence[Cell]) -> list[Cell]:
        """The same for several pages of one class."""
        bounds = _System(self.variables)
        for page in pages:
            for equal, row, low, high in self._told(page):
                bounds.add(row, low, high, equal=equal)
        return self._narrow(bounds, [cell for cell in cells if cell.secret], self.variables)

    def _narrow(self, bounds: _System, left: list[Cell], variables: int) -> list[Cell]:
        dice = random.Random(len(left))
        rounds, settled = 0, 2
        while left and (rounds < ROUNDS or settled >= 2):  # as long as that takes fewer programmes than each alone
            goal = np.zeros(variables)
            for cell in left:  # more of what is nought; of others more or fewer
                goal[list(cell.variables)] += (dice.choice((-1, 1)) if cell.truth else -1) * dice.uniform(0.2, 1)
            found = bounds.best(goal)
            before, rounds = len(left), rounds + 1
            left = [c for c in left if abs(found[list(c.variables)].sum() - c.truth) < 1 - SURE]
            settled = before - len(left)
        return [cell for cell in left if not self._wide(bounds, cell, variables)]

    def recovered_apart(
        self, before: ClassFigures, after: ClassFigures, old: Sequence[Cell], new: Sequence[Cell]
    ) -> list[Cell]:
        """The secrets of those on the earlier page, and of those who came since, that both pages together give away."""
        return self.recovered_beside([(before, {0}), (after, {0, 1})], [(old, {0}), (new, {1})])

    def recovered_beside(
        self, pages: Sequence[tuple[ClassFigures, set[int]]], asked: Sequence[tuple[Sequence[Cell], set[int]]]
    ) -> list[Cell]:
        """The secrets that pages of groups of plays give away, all taken together.

        pages: each with the numbers of the groups that it counts; groups share no play
        asked: cells, each with the numbers of the groups that they are counted in
        """
        groups, more = 1 + max(group for _, counted in (*pages, *asked) for group in counted), self.variables
        bounds = _System(groups * more)
        for group in range(groups):
            for row in self._going_on():  # each by itself, since no page tells how one of them did
                bounds.add({n + group * more: v for n, v in row.items()}, 0, 0, equal=True)
        for page, counted in pages:
            for equal, row, low, high in self._told(page):
                spread = {n + group * more: v for group in counted for n, v in row.items()}
                bounds.add(spread, low, high, equal=equal)
        cells = [
            Cell(c.name, c.truth, tuple(n + group * more for group in counted for n in c.variables), c.secret)
            for some, counted in asked
            for c in some
        ]
        return self._narrow(bounds, [cell for cell in cells if cell.secret], groups * more)

    def _going_on(self) -> Iterator[Row]:
        """Each position but the first: whoever came goes on or stops."""
        for here, stop in self.stops.items():
            if here:
                came = dict.fromkeys(self.coming.get(here, []), -1.0)
                yield came | dict.fromkeys(self.leaving[here], 1.0) | {stop: 1.0}

    def _wide(self, bounds: _System, cell: Cell, variables: int) -> bool:
        goal = np.zeros(variables)
        goal[list(cell.variables)] = 1
        low, high = (bounds.best(sign * goal)[list(cell.variables)].sum() for sign in (1, -1))
        return bool(np.floor(high + SURE) > np.ceil(low - SURE))

    def _told(self, page: ClassFigures) -> Iterator[tuple[bool, Row, float, float]]:
        """Each thing that is known, as a sum of variables between two numbers."""
        for here, stop in self.stops.items():  # whoever came goes on or stops
            came = dict.fromkeys(self.coming.get(here, []), -1.0)
            went = dict.fromkeys(self.leaving[here], 1.0)
            yield True, came | went | {stop: 1.0}, page.plays * (here == 0), 0
        stopped = dict.fromkeys(self.stops.values(), 1.0)
        if page.complete is None:  # fewer than three came to an ending
            yield False, stopped, page.plays - 2, page.plays
        else:
            yield True, stopped, page.plays - page.complete, 0
        for figures in page.nodes:
            yield from self._decision(figures)
        for edge in page.edges:
            if edge.count is not None:
                yield True, self._sum(self.by_edge.get((edge.node, edge.option, edge.to), [])), edge.count, 0
        for ending in page.endings:
            if ending.count is not None:
                yield True, self._sum(self.endings.get(ending.id, [])), ending.count, 0

    def _decision(self, node: NodeFigures) -> Iterator[tuple[bool, Row, float, float]]:
        pooled = [n for o in node.options if o.pooled for n in self.by_option.get(o.option, [])]
        if node.n is not None:
            yield True, self._sum(self.by_node.get(node.node, [])), node.n, 0
        for option in node.options:
            mine = self._sum(self.by_option.get(option.option, []))
            if option.count is not None:
                yield True, mine, option.count, 0
            elif node.about is not None and option.share is not None:
                middle = round(option.share * node.about / 100)
                yield False, mine, middle - 1, middle + 1
        if node.others is not None:
            yield True, self._sum(pooled), node.others, 0
        elif node.about is not None and node.others_share is not None:
            middle = round(node.others_share * node.about / 100)
            yield False, self._sum(pooled), middle - 1, middle + 1

    def _sum(self, variables: list[int]) -> Row:
        return dict.fromkeys(variables, 1.0)


class _System:
    """Equations and inequalities over variables that are nought or more."""

    def __init__(self, variables: int) -> None:
        self._solver = Highs()
        self._solver.silent()
        self._solver.setOptionValue("solver", "ipm")  # quickest from nothing
        self._solver.setOptionValue("simplex_strategy", PRIMAL)
        self._solver.addVars(variables, np.zeros(variables), np.full(variables, kHighsInf))
        self._columns = np.arange(variables, dtype=np.int32)

    def add(self, row: Row, low: float, high: float, *, equal: bool) -> None:
        """Adds one more; of an equation only `low` counts."""
        most = low if equal else high
        self._solver.addRow(low, most, len(row), np.array(list(row), np.int32), np.array(list(row.values()), float))

    def best(self, goal: np.ndarray) -> np.ndarray:
        """The values that make the goal least; each search but the first begins where the last one ended."""
        self._solver.changeColsCost(len(goal), self._columns, goal)
        self._solver.run()
        status = self._solver.getModelStatus()
        assert status == HighsModelStatus.kOptimal, self._solver.modelStatusToString(status)
        self._solver.setOptionValue("solver", "simplex")
        return np.array(self._solver.getSolution().col_value)
