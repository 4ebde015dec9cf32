"""Exact figures over every play of a scenario: lowest and highest means, and what random play expects.

Nothing is sampled. The position graph (`game.story.plays`) is walked once for each question. The highest mean of
a component over complete plays is a maximum-ratio path, found by Dinkelbach's iteration (1967) with whole numbers;
the lowest is the same with the signs turned. What chance expects stands in `game.rubric.chance`.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from pathlib import Path

from game.errors import GameError
from game.rubric.chance import Chance, Extent, Odds, ScoringInput, even_odds, square_root
from game.rubric.figure_cache import Edge, FigureCache, Figures
from game.rubric.limits import harms
from game.rubric.model import AXES, COMPONENTS, Rubric, Vector
from game.rubric.points import Weight, weigh
from game.scenario.model import Scenario
from game.story.engine import Story
from game.story.plays import PlayGraph, all_plays

__all__ = ["Extent", "ScoringModel", "at_stake", "square_root"]


def at_stake(vectors: list[Vector]) -> tuple[bool, bool, bool, bool]:
    """For each component, whether the options differ on it."""
    r, a, c, k = (len(set(points)) > 1 for points in zip(*vectors, strict=True)) if vectors else (False,) * 4
    return r, a, c, k


class ScoringModel:
    """A scenario made ready under a rubric, with all its exact figures, each computed when first asked for.

    In the folder `cache`, if one is given, those that every play's end needs are kept for the next time.
    """

    def __init__(self, scenario: Scenario, rubric: Rubric, cache: Path | None = None) -> None:
        self.story, self.rubric = Story(scenario, harms(scenario, rubric)), rubric
        self._kept = FigureCache(cache, scenario, rubric)
        self.weights: dict[str, Weight] = {
            option.id: weigh(rubric, node, option) for node in scenario.nodes.values() for option in node.options or ()
        }

    def told(self, scenario: Scenario) -> Story:
        """The story in other words (those of one play, or of another language), held to the same limits."""
        return self.story if scenario is self.story.scenario else Story(scenario, self.story.harms)

    @cached_property
    def plays(self) -> PlayGraph:
        """The position graph; raises GameError when the scenario's checks would have refused it."""
        plays = all_plays(self.story)
        if plays.loop is not None:
            raise GameError(f"A play can come back to `{plays.loop.node}` for ever. Run `check` on the scenario.")
        if not plays.complete:
            raise GameError("The scenario has too many positions for exact scores. Run `check` on it.")
        return plays

    @cached_property
    def edges(self) -> list[Edge]:
        """Every step that some play can take, from node to node."""
        return self._kept.edges("edges", self._every_edge)

    def _every_edge(self) -> list[Edge]:
        nodes = [position.node for position in self.plays.positions]
        found = (
            (nodes[i], step.option.id, nodes[step.to]) for i, steps in enumerate(self.plays.steps) for step in steps
        )
        return list(dict.fromkeys(found))

    @cached_property
    def stakes(self) -> list[tuple[bool, bool, bool, bool]]:
        """For each position, which components are at stake there."""
        return [at_stake([self.weights[s.option.id].vector for s in steps]) for steps in self.plays.steps]

    @cached_property
    def extents(self) -> dict[str, Extent | None]:
        """The lowest and highest mean of each component; None where no play puts it at stake."""
        low, high = self._kept.figures("lowest", self._lowest), self._kept.figures("highest", self._highest)
        return {name: _extent(low[name], high[name]) for name in COMPONENTS}

    def _lowest(self) -> Figures:
        best = {name: self._best_mean(index, -1) for index, name in enumerate(COMPONENTS)}
        return {name: None if mean is None else -mean for name, mean in best.items()}

    def _highest(self) -> Figures:
        return {name: self._best_mean(index, 1) for index, name in enumerate(COMPONENTS)}

    def _best_mean(self, component: int, sign: int) -> Fraction | None:
        """The highest mean of sign × points over complete plays (Dinkelbach)."""
        mean: Fraction | None = None
        while True:
            surplus, total, count = self._best_surplus(component, sign, mean)
            if count == 0 or (mean is not None and surplus <= 0):
                return mean
            mean = Fraction(total, count)

    def _best_surplus(self, component: int, sign: int, mean: Fraction | None) -> tuple[int, int, int]:
        """The largest Σ(points − mean), times the mean's denominator, with the sum and count of that play.

        Without a mean, the play with the most decisions at stake is sought: any will do to begin with.
        """
        p, q = (mean.numerator, mean.denominator) if mean is not None else (-1, 0)
        best: list[tuple[int, int, int]] = [(0, 0, 0)] * len(self.plays.steps)
        for here in reversed(self.plays.order):
            steps = self.plays.steps[here]
            if not steps:
                continue
            stake = self.stakes[here][component]
            found = []
            for step in steps:
                surplus, total, count = best[step.to]
                if stake:
                    points = sign * self.weights[step.option.id].vector[component]
                    surplus, total, count = surplus + q * points - p, total + points, count + 1
                found.append((surplus, total, count))
            best[here] = max(found)
        return best[0]

    @cached_property
    def chance(self) -> Chance:
        """The random player: every open option as likely as the next."""
        return self.expects(even_odds)

    def expects(self, odds: Odds) -> Chance:
        """What a player who gives the open options these odds can expect."""
        points = {name: weight.vector for name, weight in self.weights.items()}
        return Chance(ScoringInput(self.rubric, self.plays, points, self.stakes, self.extents), odds)

    @cached_property
    def chance_levels(self) -> Figures:
        """The random player's expected path score (0–1) by component and axis."""
        return self._kept.figures("levels", lambda: self.chance.levels)

    @cached_property
    def chance_spreads(self) -> Figures:
        """The standard deviation of the random player's axis scores (0–1)."""
        return self._kept.figures("deviations", lambda: {axis: self.chance.spreads[axis].deviation for axis in AXES})


def _extent(low: Fraction | None, high: Fraction | None) -> Extent | None:
    return None if low is None or high is None else Extent(low, high)
