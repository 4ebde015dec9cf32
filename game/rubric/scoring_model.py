"""Exact figures over every play of a scenario: lowest and highest means, and what random play expects.

Nothing is sampled, but where a story is too large to be followed whole (`game.rubric.sample`). The position graph
(`game.story.plays`) is walked once for each question. The highest mean of a component over complete plays is a
maximum-ratio path, found by Dinkelbach's iteration (1967) with whole numbers; the lowest is the same with the signs
turned. What chance expects stands in `game.rubric.chance`.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

from game.errors import GameError
from game.rubric.limits import harms
from game.rubric.model import AXES, COMPONENTS, POLES, Rubric, Vector
from game.rubric.points import Weight, weigh
from game.scenario.model import Option, Scenario
from game.scenario.vary import varied, words_shown
from game.story.engine import Story

if TYPE_CHECKING:
    from game.rubric.chance import Chance, Extent, Odds
    from game.rubric.figure_cache import Edge, FigureCache, Figures
    from game.rubric.sample import HowGood, SampledPlays
    from game.story.plays import PlayGraph

MOST_TOLD = 200  # ways of telling a story that are kept, by the small words that differ from play to play


def at_stake(vectors: list[Vector]) -> tuple[bool, bool, bool, bool]:
    """Returns for each component, whether the options differ on it."""
    r, a, c, k = (len(set(points)) > 1 for points in zip(*vectors, strict=True)) if vectors else (False,) * 4
    return r, a, c, k


class OnOffer(NamedTuple):
    """The options of a decision together: for each component the least and most points and whether they differ, and the
    poles that one of them leans to."""

    low: Vector
    high: Vector
    at_stake: tuple[bool, bool, bool, bool]
    poles: tuple[str, ...]


def _together(weights: list[Weight]) -> OnOffer:
    vectors = [weight.vector for weight in weights]
    columns = list(zip(*vectors, strict=True))
    (r, a, c, k), (r_too, a_too, c_too, k_too) = map(min, columns), map(max, columns)
    poles = tuple(pole for pole in POLES if any(pole in weight.poles for weight in weights))
    return OnOffer((r, a, c, k), (r_too, a_too, c_too, k_too), at_stake(vectors), poles)


class ScoringModel:
    """A scenario made ready under a rubric, with all its exact figures, each computed when first asked for.

    In the folder `cache`, if one is given, those that every play's end needs are kept for the next time. What only
    the figures need is imported with the first of them, so that a play begins without it.
    """

    def __init__(self, scenario: Scenario, rubric: Rubric, cache: Path | None = None) -> None:
        self.story, self.rubric = Story(scenario, harms(scenario, rubric)), rubric
        self._cache = cache
        self._in_words: dict[tuple[int, ...], Story] = {}
        self.walked = WeakKeyDictionary[Story, dict[object, Any]]()  # by telling, what `score` knows of it
        self.figured: dict[object, Any] = {}  # by what a play came to, what `score` has made of it
        self._offers: dict[tuple[str, ...], OnOffer] = {}
        self.weights: dict[str, Weight] = {
            option.id: weigh(rubric, node, option) for node in scenario.nodes.values() for option in node.options or ()
        }

    def told(self, scenario: Scenario) -> Story:
        """Returns the story in other words (those of one play, or of another language), held to the same limits."""
        return self.story if scenario is self.story.scenario else Story(scenario, self.story.harms)

    def told_in(self, seed: int) -> Story:
        """Returns the story in the words of the play with this seed; plays that are told alike share it."""
        words = words_shown(self.story.scenario, seed)
        if (known := self._in_words.get(words)) is None:
            if len(self._in_words) >= MOST_TOLD:
                self._in_words.clear()
            known = self._in_words[words] = self.told(varied(self.story.scenario, seed))
        return known

    def on_offer(self, options: Sequence[Option]) -> OnOffer:
        """Returns what these options come to together, where they are offered."""
        ids = tuple([option.id for option in options])
        if (known := self._offers.get(ids)) is None:
            known = self._offers[ids] = _together([self.weights[name] for name in ids])
        return known

    @cached_property
    def _kept(self) -> FigureCache:
        from game.rubric.figure_cache import FigureCache

        return FigureCache(self._cache, self.story.scenario, self.rubric)

    @cached_property
    def _every(self) -> PlayGraph:
        from game.story.plays import all_plays

        return all_plays(self.story)

    @cached_property
    def sample(self) -> SampledPlays | None:
        """Returns the plays that figures are estimated from; None where every play can be followed."""
        if self._every.complete or self._every.loop is not None:
            return None
        from game.rubric.sample import SampledPlays

        return SampledPlays(self.story, self.weights, at_stake)

    @cached_property
    def estimate(self) -> HowGood | None:
        """Returns how good the figures are where they are estimated; None where they are exact."""
        from game.rubric.sample import HowGood

        kept = self._kept.figures("estimate", self._estimated)
        return HowGood(int(kept["plays"] or 0), kept["margin"] or Fraction(0)) if kept else None

    def _estimated(self) -> Figures:
        if self.sample is None:
            return {}
        return {"plays": Fraction(self.sample.plays), "margin": self._margin(self.sample)}

    def _margin(self, sample: SampledPlays) -> Fraction:
        """Returns how far figures may be off, by the spread of the random plays and by what half of the plays give."""
        from game.rubric.sample import error_of

        half, found = sample.half(), [error_of(shares) for shares in self._shares(sample).values()]
        for index, name in enumerate(COMPONENTS):
            whole = self.extents[name]
            low, high = self._best_mean(index, -1, half), self._best_mean(index, 1, half)
            if whole is not None and low is not None and high is not None and whole.high > whole.low:
                off = max(abs(whole.low + low), abs(whole.high - high))
                found.append(off / (whole.high - whole.low))
        return max(found)

    def _shares(self, sample: SampledPlays) -> dict[str, list[float]]:
        """Returns the path scores of the sample's random plays."""
        extents = [self.extents[name] for name in COMPONENTS]
        return sample.shares(
            lambda index, mean: None if (extent := extents[index]) is None else within(extent.share(mean)), self.rubric
        )

    @cached_property
    def plays(self) -> PlayGraph:
        """Returns the position graph; raises GameError when the scenario's checks would have refused it."""
        plays = self._every
        if plays.loop is not None:
            raise GameError(f"A play can come back to `{plays.loop.node}` for ever. Run `check` on the scenario.")
        if not plays.complete:
            raise GameError("The scenario has too many positions for exact scores. Run `check` on it.")
        return plays

    @cached_property
    def edges(self) -> list[Edge]:
        """Returns every step that some play can take, from node to node; those that are known, where not all plays can
        be followed."""
        return self._kept.edges("edges", self._every_edge)

    def _every_edge(self) -> list[Edge]:
        plays = self.known_plays
        nodes = [position.node for position in plays.positions]
        found = ((nodes[i], step.option.id, nodes[step.to]) for i, steps in enumerate(plays.steps) for step in steps)
        return list(dict.fromkeys(found))

    @cached_property
    def stakes(self) -> list[tuple[bool, bool, bool, bool]]:
        """Returns for each position, which components are at stake there."""
        return [at_stake([self.weights[s.option.id].vector for s in steps]) for steps in self.plays.steps]

    @cached_property
    def extents(self) -> dict[str, Extent | None]:
        """Returns the lowest and highest mean of each component; None where no play puts it at stake."""
        low, high = self._kept.figures("lowest", self._lowest), self._kept.figures("highest", self._highest)
        return {name: _extent(low[name], high[name]) for name in COMPONENTS}

    def _lowest(self) -> Figures:
        best = {name: self._best_mean(index, -1) for index, name in enumerate(COMPONENTS)}
        return {name: None if mean is None else -mean for name, mean in best.items()}

    def _highest(self) -> Figures:
        return {name: self._best_mean(index, 1) for index, name in enumerate(COMPONENTS)}

    def _best_mean(self, component: int, sign: int, graph: PlayGraph | None = None) -> Fraction | None:
        """Returns the highest mean of sign × points over complete plays (Dinkelbach)."""
        mean: Fraction | None = None
        while True:
            surplus, total, count = self._best_surplus(component, sign, mean, graph or self.known_plays)
            if count == 0 or (mean is not None and surplus <= 0):
                return mean
            mean = Fraction(total, count)

    def _best_surplus(self, component: int, sign: int, mean: Fraction | None, graph: PlayGraph) -> tuple[int, int, int]:
        """Returns the largest Σ(points − mean), times the mean's denominator, with the sum and count of that play.

        Without a mean, the play with the most decisions at stake is sought: any will do to begin with.
        """
        p, q = (mean.numerator, mean.denominator) if mean is not None else (-1, 0)
        best: list[tuple[int, int, int]] = [(0, 0, 0)] * len(graph.steps)
        stakes = self.sample.stakes if self.sample else self.stakes
        for here in reversed(graph.order):
            steps = graph.steps[here]
            if not steps:
                continue
            stake = stakes[here][component]
            found = []
            for step in steps:
                surplus, total, count = best[step.to]
                if stake:
                    points = sign * self.weights[step.option.id].vector[component]
                    surplus, total, count = surplus + q * points - p, total + points, count + 1
                found.append((surplus, total, count))
            best[here] = max(found)
        return best[0]

    @property
    def known_plays(self) -> PlayGraph:
        """Returns all positions that there are, or those of the sample where they cannot all be followed."""
        return self.sample.graph if self.sample else self.plays

    @cached_property
    def chance(self) -> Chance:
        """Returns the random player: every open option as likely as the next."""
        from game.rubric.chance import even_odds

        return self.expects(even_odds)

    def expects(self, odds: Odds) -> Chance:
        """Returns what a player who gives the open options these odds can expect."""
        from game.rubric.chance import Chance, ScoringInput

        points = {name: weight.vector for name, weight in self.weights.items()}
        return Chance(ScoringInput(self.rubric, self.plays, points, self.stakes, self.extents), odds)

    @cached_property
    def chance_levels(self) -> Figures:
        """Returns the random player's expected path score (0–1) by component and axis."""
        return self._kept.figures("levels", self._levels)

    def _levels(self) -> Figures:
        if self.sample is None:
            return self.chance.levels
        from game.rubric.sample import mean_of

        return {name: mean_of(shares) for name, shares in self._shares(self.sample).items()}

    def _deviations(self) -> Figures:
        if self.sample is None:
            return {axis: self.chance.spreads[axis].deviation for axis in AXES}
        from game.rubric.sample import deviation_of

        shares = self._shares(self.sample)
        return {axis: deviation_of(shares[axis]) for axis in AXES}

    @cached_property
    def chance_spreads(self) -> Figures:
        """Returns the standard deviation of the random player's axis scores (0–1)."""
        return self._kept.figures("deviations", self._deviations)


def within(share: Fraction | None) -> Fraction | None:
    """Returns a share that lies from 0 to 1: beside an estimated lowest or highest mean a play may lie beyond it."""
    return None if share is None else min(max(share, Fraction(0)), Fraction(1))


def _extent(low: Fraction | None, high: Fraction | None) -> Extent | None:
    from game.rubric.chance import Extent

    return None if low is None or high is None else Extent(low, high)
