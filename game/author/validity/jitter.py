"""How far the archetypes' order hangs on the exact weights: points moved by −1, 0 or +1, many times over.

The archetypes choose by moves and never by points, so their plays stay as they are, and so do the decisions that
count. Each draw gives every component of every move another −1, 0 or +1, and weighs the plays' options anew. Scores are
read between the lowest and the highest mean that the rubric as written allows, which are held.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

from game.author.validity.tracks import Picks, Tracks
from game.rubric.model import COMPONENTS
from game.rubric.points import FLOOR, ceiling, move_vector

DRAWS = 10_000
SEED = 7


@dataclass(frozen=True, slots=True)
class OrderShares:
    """The share of draws in which Partner stays first, and all five keep their order; and of pairs that keep theirs."""

    first: float
    order: float
    pairs: float


def kept(tracks: Tracks, picks: dict[str, Picks], axis: str, draws: int = DRAWS, seed: int = SEED) -> OrderShares:
    """How often the archetypes keep their order on an axis; those that are even as written may come either way."""
    plays = _Weighed(tracks, picks, axis)
    as_written = plays.scores(dict.fromkeys(plays.moves, (0, 0)))
    pairs = [(a, b) if as_written[a] > as_written[b] else (b, a) for a, b in combinations(picks, 2)]
    pairs = [(a, b) for a, b in pairs if as_written[a] != as_written[b]]
    rng = random.Random(seed)
    first = order = in_order = 0
    for _ in range(draws):
        drawn = rng.choices((-1, 0, 1), k=2 * len(plays.moves))
        scores = plays.scores(dict(zip(plays.moves, zip(drawn[::2], drawn[1::2], strict=True), strict=True)))
        good = [scores[a] >= scores[b] for a, b in pairs]
        in_order += sum(good)
        order += all(good)
        first += all(scores["partner"] >= score for score in scores.values())
    return OrderShares(first / draws, order / draws, in_order / draws / len(pairs) if pairs else 1.0)


class _Weighed:
    """The archetypes' plays as counts of options, ready to be weighed anew on one axis."""

    def __init__(self, tracks: Tracks, picks: dict[str, Picks], axis: str) -> None:
        self._axis, self._tracks = tracks.axes[axis], tracks
        exact = tracks.exact
        nodes = exact.story.scenario.nodes
        self._made: dict[tuple[object, ...], int] = {}  # what an option's points are made of, numbered
        self._parts: list[tuple[list[tuple[str, int, int]], int, int]] = []
        self._plays: dict[str, list[tuple[int, bool, bool]]] = {}
        for code, taken in picks.items():
            rows = []
            for here, take in tracks.run(taken.__getitem__):
                node = nodes[exact.plays.positions[here].node]
                option = tracks.steps[here][take].option
                key = (node.frame, node.capacity, tuple(sorted(option.moves)))
                if key not in self._made:
                    self._made[key] = len(self._parts)
                    vectors = [(m, move_vector(exact.rubric, node, m)) for m in option.moves]
                    poles = exact.weights[option.id].poles
                    tops = [ceiling(exact.rubric, node, poles, COMPONENTS[i]) for i in self._axis]
                    parts = [(m, vector[self._axis[0]], vector[self._axis[1]]) for m, vector in vectors]
                    self._parts.append((parts, tops[0], tops[1]))
                stake = tracks.stakes[here]
                rows.append((self._made[key], stake[self._axis[0]], stake[self._axis[1]]))
            self._plays[code] = rows
        self.moves = sorted({move for parts, _, _ in self._parts for move, _, _ in parts})
        self._counts = {code: self._counted(rows) for code, rows in self._plays.items()}

    @staticmethod
    def _counted(rows: list[tuple[int, bool, bool]]) -> tuple[list[int], list[int]]:
        """For each of the two components, the options that count."""
        return [index for index, one, _ in rows if one], [index for index, _, two in rows if two]

    def scores(self, jitter: dict[str, tuple[int, int]]) -> dict[str, float]:
        """Each archetype's score with the moves' points changed by so much."""
        ones, twos = [], []
        for parts, top, other_top in self._parts:
            one = sum(points + jitter[move][0] for move, points, _ in parts)
            two = sum(points + jitter[move][1] for move, _, points in parts)
            ones.append(min(max(one, FLOOR), top))
            twos.append(min(max(two, FLOOR), other_top))
        return {
            code: sqrt(self._share(0, [ones[i] for i in first]) * self._share(1, [twos[i] for i in second]))
            for code, (first, second) in self._counts.items()
        }

    def _share(self, which: int, points: list[int]) -> float:
        extent = self._tracks.extents[self._axis[which]]
        if extent is None or not points or extent[0] == extent[1]:
            return 0.0
        share = (sum(points) / len(points) - extent[0]) / (extent[1] - extent[0])
        return min(max(share, 0.0), 1.0)
