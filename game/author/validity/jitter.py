"""How far the archetypes' order hangs on the exact weights: points moved by −1, 0 or +1, many times over.

The archetypes choose by moves and never by points, so their plays stay as they are, and so do the decisions that
count. Each draw gives every component of every move another −1, 0 or +1, and weighs the plays' options anew. Scores are
read between the lowest and the highest mean that the rubric as written allows, which are held.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt
from typing import Any

from game.author.validity.tracks import Picks, Run, Tracks
from game.rubric.ceilings import FLOOR, ceiling
from game.rubric.model import COMPONENTS
from game.rubric.points import move_vector

Table = int | tuple[Any, ...]  # points, or three tables more: for a change of 0, of +1 and of −1

DRAWS = 10_000
SEED = 7


@dataclass(frozen=True, slots=True)
class OrderShares:
    """The share of draws in which Partner stays first, and all five keep their order; and of pairs that keep theirs."""

    first: float
    order: float
    pairs: float


def kept(tracks: Tracks, picks: dict[str, Picks], axis: str, draws: int = DRAWS, seed: int = SEED) -> OrderShares:
    """Returns how often the archetypes keep their order on an axis; those that are even as written may come either
    way."""
    plays = _Weighed(tracks, picks, axis)
    as_written = plays.scores([0] * plays.changes)
    pairs = [(a, b) if as_written[a] > as_written[b] else (b, a) for a, b in combinations(picks, 2)]
    pairs = [(a, b) for a, b in pairs if as_written[a] != as_written[b]]
    rng = random.Random(seed)
    first = order = in_order = 0
    for _ in range(draws):
        scores = plays.scores(rng.choices((-1, 0, 1), k=plays.changes))
        good = [scores[a] >= scores[b] for a, b in pairs]
        in_order += sum(good)
        order += all(good)
        first += scores["partner"] >= max(scores.values())
    return OrderShares(first / draws, order / draws, in_order / draws / len(pairs) if pairs else 1.0)


class _Weighed:
    """The archetypes' plays as counts of options, ready to be weighed anew on one axis.

    changes: how many numbers `scores` takes: for each move one on the first component and one on the second
    """

    def __init__(self, tracks: Tracks, picks: dict[str, Picks], axis: str) -> None:
        self._tracks = tracks
        runs = {code: tracks.run(taken.__getitem__) for code, taken in picks.items()}
        options = [tracks.steps[here][take].option for run in runs.values() for here, take in run]
        moves = sorted({move for option in options for move in option.moves})
        self.changes = 2 * len(moves)
        self._sides = []
        for side, component in enumerate(tracks.axes[axis]):
            places = {move: 2 * number + side for number, move in enumerate(moves)}
            self._sides.append(_Side(tracks, runs, component, places))

    def scores(self, drawn: Sequence[int]) -> dict[str, float]:
        """Returns each archetype's score with the moves' points changed by so much."""
        one, two = (side.shares(drawn) for side in self._sides)
        return {code: sqrt(share * two[code]) for code, share in one.items()}


class _Side:
    """One component of the plays: what each option that counts is worth, for every way that its moves may change.

    The points of an option lie in a nested table, asked once for each of its moves: `table[change][change]`. A change
    of −1 asks for the last of three, as Python counts; so nothing is added or limited ten thousand times.
    """

    def __init__(self, tracks: Tracks, runs: dict[str, Run], component: int, places: dict[str, int]) -> None:
        self._extent = tracks.extents[component]
        self._options: list[tuple[Table, list[int]]] = []
        self._plays: dict[str, list[int]] = {code: [] for code in runs}
        numbers: dict[tuple[object, ...], int] = {}  # by what an option's points are made of
        for code, run in runs.items():
            for here, take in run:
                if not tracks.stakes[here][component]:
                    continue
                node = tracks.exact.story.scenario.nodes[tracks.exact.plays.positions[here].node]
                option = tracks.steps[here][take].option
                made_of = (node.frame, node.capacity, tuple(sorted(option.moves)))
                if made_of not in numbers:
                    numbers[made_of] = len(self._options)
                    points = sum(move_vector(tracks.exact.rubric, node, move)[component] for move in option.moves)
                    poles = tracks.exact.weights[option.id].poles
                    top = ceiling(tracks.exact.rubric, node, poles, COMPONENTS[component])
                    table = _table(points, len(option.moves), top)
                    self._options.append((table, [places[move] for move in option.moves]))
                self._plays[code].append(numbers[made_of])

    def shares(self, drawn: Sequence[int]) -> dict[str, float]:
        """Returns how far each play comes between the lowest and the highest mean, 0 to 1."""
        worth = []
        for table, places in self._options:
            found: Any = table
            for place in places:
                found = found[drawn[place]]
            worth.append(found)
        return {code: self._share([worth[number] for number in play]) for code, play in self._plays.items()}

    def _share(self, points: list[int]) -> float:
        if self._extent is None or not points or self._extent[0] == self._extent[1]:
            return 0.0
        share = (sum(points) / len(points) - self._extent[0]) / (self._extent[1] - self._extent[0])
        return min(max(share, 0.0), 1.0)


def _table(points: int, moves: int, top: int) -> Table:
    """Returns an option's points for every change of so many moves, in the order 0, +1, −1 for each."""
    if moves == 0:
        return min(max(points, FLOOR), top)
    return tuple(_table(points + change, moves - 1, top) for change in (0, 1, -1))
