"""Plays on numbered tracks: the position graph with points beside each step, to run thousands of plays in seconds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import sqrt

from game.rubric.archetypes import Player
from game.rubric.model import AXES, COMPONENTS
from game.rubric.scoring_model import ScoringModel

Picks = list[int]  # by position: the index of the step that a player takes there
Run = list[tuple[int, int]]  # the positions of a play, each with the index of the step taken


class Tracks:
    """A scenario's plays, ready to be run by picks that were made beforehand."""

    def __init__(self, exact: ScoringModel) -> None:
        self.exact = exact
        self.steps = exact.plays.steps
        self.stakes = exact.stakes
        self.vectors = [[exact.weights[s.option.id].vector for s in steps] for steps in self.steps]
        self.axes = {axis: tuple(COMPONENTS.index(c) for c in exact.rubric.axes[axis].components) for axis in AXES}
        self.extents = [
            (float(extent.low), float(extent.high)) if (extent := exact.extents[name]) else None for name in COMPONENTS
        ]

    def picks(self, player: Player) -> Picks:
        """Returns what a player takes at each position; the player must not remember."""
        options = [[step.option for step in steps] for steps in self.steps]
        return [offered.index(player(offered)) if offered else -1 for offered in options]

    def run(self, pick: Callable[[int], int]) -> Run:
        """Returns one play: `pick` gives the index of the step to take at a position."""
        found, here = [], 0
        while self.steps[here]:
            take = pick(here)
            found.append((here, take))
            here = self.steps[here][take].to
        return found

    def ids(self, run: Run) -> tuple[str, ...]:
        """Returns the ids of the options that a play chooses."""
        return tuple(self.steps[here][take].option.id for here, take in run)

    def path(self, run: Sequence[tuple[int, int]]) -> dict[str, float | None]:
        """Returns a whole play's path scores (0–1) by axis."""
        shares = [self._share(run, component) for component in range(len(COMPONENTS))]
        found: dict[str, float | None] = {}
        for axis, (first, second) in self.axes.items():
            one, two = shares[first], shares[second]
            found[axis] = None if one is None or two is None else sqrt(one * two)
        return found

    def shares(self, run: Sequence[tuple[int, int]]) -> tuple[float, float, float, float] | None:
        """Returns a whole play's path scores (0–1) by component; None when it does not put all four to the test."""
        r, a, c, k = (self._share(run, component) for component in range(len(COMPONENTS)))
        return None if r is None or a is None or c is None or k is None else (r, a, c, k)

    def _share(self, run: Sequence[tuple[int, int]], component: int) -> float | None:
        extent = self.extents[component]
        points = [self.vectors[here][take][component] for here, take in run if self.stakes[here][component]]
        if extent is None or extent[0] == extent[1] or not points:
            return None
        return (sum(points) / len(points) - extent[0]) / (extent[1] - extent[0])
