"""Options as items of a test: who chose them by rest score, as a correlation and in thirds of the class."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from game.debrief.figures.model import FEWEST, FEWEST_FOR_FIRM, FEWEST_FOR_ITEMS
from game.debrief.figures.rounding import nearest_five
from game.debrief.figures.sums import Key
from game.rubric.scoring_model import ScoringModel

WHOLE_STEP = 20  # steps of the rest score from 0 to 100

Histogram = list[int]  # how many on each step of the rest score
ByThird = tuple[int, int, int]  # lowest, middle, highest


@dataclass(slots=True)
class ItemStatistics:
    """The rest scores of those who chose at a node, by option and axis: how often each step of five."""

    n: int
    by_axis: dict[str, dict[str, Histogram]]
    triples: dict[str, dict[str, tuple[float, float, float]]]
    shown: Sequence[str]

    @classmethod
    def of(cls, counts: Mapping[Key, int], exact: ScoringModel, node: str, shown: Sequence[str]) -> ItemStatistics:
        """Returns the items of a node; `shown` are the options whose counts are."""
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
        """Returns choosing the option against the rest score of each axis; None where hidden, or one is constant."""
        fit = self.n >= FEWEST_FOR_ITEMS and option in self.shown
        places = 2 if self.n >= FEWEST_FOR_FIRM else 1
        return {axis: point_biserial(rows, option, places) if fit else None for axis, rows in self.by_axis.items()}

    def tertiles(self, option: str) -> dict[str, tuple[float, float, float] | None]:
        """Returns the option's share (0–100) in the lowest, middle and highest third; None where hidden."""
        return {axis: self.triples[axis].get(option) for axis in self.by_axis}


def point_biserial(rows: Mapping[str, Histogram], option: str, places: int = 2) -> float | None:
    """Returns Pearson's correlation of an option's choice with the rest score (in steps of five), rounded."""
    everyone = [sum(column) for column in zip(*rows.values(), strict=True)]
    n, chose = sum(everyone), sum(rows[option])
    total = sum(step * count for step, count in enumerate(everyone))
    squares = sum(step * step * count for step, count in enumerate(everyone))
    mine = sum(step * count for step, count in enumerate(rows[option]))
    over = n * mine - chose * total
    under = (n * chose - chose * chose) * (n * squares - total * total)
    return round(over / math.sqrt(under), places) + 0.0 if under > 0 else None


def thirds(everyone: Sequence[int]) -> list[int]:
    """Returns for each step of the rest score the third (0, 1, 2) that the middle of those on it belongs to.

    Ties stay together.
    """
    n, before, found = sum(everyone), 0, []
    for count in everyone:
        middle = 2 * before + count  # of 2n
        found.append(0 if 3 * middle < 2 * n else 1 if 3 * middle < 4 * n else 2)
        before += count
    return found


def _tertiles(rows: Mapping[str, Histogram], shown: Sequence[str]) -> dict[str, tuple[float, float, float]]:
    """Returns each shown option's share of every third, to the nearest five of a hundred.

    Options with a cell under three are left out, and as many more as it takes that those left out are two or more,
    and three or more plays in each third together.
    """
    third = thirds([sum(column) for column in zip(*rows.values(), strict=True)])
    cells = {option: _by_third(row, third) for option, row in rows.items()}
    sizes = _total(cells.values())
    if min(sizes) < FEWEST:
        return {}
    order = sorted(cells, key=lambda o: (sum(cells[o]), o))
    out = [o for o in order if o not in shown or min(cells[o]) < FEWEST]
    rest = [o for o in order if o not in out]
    while out and rest and (len(out) < 2 or min(_total(cells[o] for o in out)) < FEWEST):
        out.append(rest.pop(0))
    return {o: _shares(cells[o], sizes) for o in rest}


def _by_third(row: Histogram, third: Sequence[int]) -> ByThird:
    """Returns how many of a row lie in each third."""
    found = [0, 0, 0]
    for count, number in zip(row, third, strict=True):
        found[number] += count
    return found[0], found[1], found[2]


def _total(cells: Iterable[ByThird]) -> ByThird:
    low, middle, high = (sum(column) for column in zip(*cells, strict=True))
    return low, middle, high


def _shares(cell: ByThird, sizes: ByThird) -> tuple[float, float, float]:
    low, middle, high = (float(nearest_five(part, whole)) for part, whole in zip(cell, sizes, strict=True))
    return low, middle, high
