"""Everything exact about a scenario: how many plays, how long, how they end, what chance scores, what is reached.

Computed over every play by dynamic programming on the merged positions; nothing is sampled. What could not be
followed within the budget is said to be not proven, with the count, and then no other figures are given.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from game.author.bench import Bench
from game.author.explore.lines import by_line, read_shares
from game.rubric.chance import Spread
from game.story.play_counts import Cover, Lengths, cover, lengths, number_of_plays
from game.story.plays import MOST_POSITIONS, PlayGraph
from game.story.reach import Finding, Reach

PERCENTILES = (5, 25, 50, 75, 95)


@dataclass(frozen=True, slots=True)
class EndingFound:
    """An ending: how likely it is under random play, and what plays that come to it can score (0–1)."""

    node: str
    title: str
    kind: str
    probability: Fraction
    spreads: dict[str, Spread]


@dataclass(frozen=True, slots=True)
class ScenarioFigures:
    """What all plays come to."""

    plays: int
    positions: int
    lengths: Lengths
    length_odds: dict[int, Fraction]
    endings: list[EndingFound]
    spreads: dict[str, Spread]
    means: dict[str, tuple[Fraction, Fraction] | None]
    cover: Cover


@dataclass(frozen=True, slots=True)
class Exploration:
    """What was found: the figures, or in words why there are none; and the finding on each node and option.

    `lines` holds for each line of the file the share of random plays that read it; None where there is nothing to
    read. It is empty when it was not asked for or could not be counted.
    """

    bench: Bench
    figures: ScenarioFigures | None
    why_none: str
    nodes: dict[str, Finding]
    options: dict[str, Finding]
    lines: list[Fraction | None]


def explore(bench: Bench, most: int = MOST_POSITIONS, lines: bool = False) -> Exploration:
    """Returns everything exact about a scenario, within a budget of so many positions; coverage by line where asked
    for."""
    reach = Reach(bench.exact.story, most)
    why_none = ""
    if not reach.graph.complete:
        why_none = (
            f"Not proven: after {len(reach.graph.positions):,} positions there were more to follow. "
            "Use fewer facts, or ask about client state in fewer places."
        )
    elif reach.graph.loop is not None:
        why_none = (
            f"A play can come back to `{reach.graph.loop.node}` for ever, so plays cannot be counted. Run `check`."
        )
    figures = None if why_none else _figures(bench)
    shares = read_shares(bench.exact.story, most) if figures and lines else None
    by = by_line(bench.document, shares) if shares else []
    return Exploration(bench, figures, why_none, reach.nodes, reach.options, by)


def _figures(bench: Bench) -> ScenarioFigures:
    exact, plays = bench.exact, bench.exact.plays
    endings = []
    for node, probability in exact.chance.endings.items():
        ending = bench.scenario.nodes[node].ending
        assert ending is not None
        endings.append(EndingFound(node, ending.title, ending.kind.value, probability, exact.chance.at_ending(node)))
    means = {name: (extent.low, extent.high) if extent else None for name, extent in exact.extents.items()}
    return ScenarioFigures(
        number_of_plays(plays),
        len(plays.positions),
        lengths(plays),
        length_odds(plays),
        sorted(endings, key=lambda e: -e.probability),
        exact.chance.spreads,
        means,
        cover(plays),
    )


def length_odds(plays: PlayGraph) -> dict[int, Fraction]:
    """Returns how likely a play of each length (in choices) is when every choice is left to chance, the shortest
    first."""
    at: list[dict[int, Fraction]] = [{} for _ in plays.steps]
    at[0][0] = Fraction(1)
    ends: dict[int, Fraction] = {}
    for here in plays.order:
        steps, reached = plays.steps[here], at[here]
        for length, chance in reached.items():
            if not steps:
                ends[length] = ends.get(length, Fraction(0)) + chance
            for step in steps:
                there = at[step.to]
                there[length + 1] = there.get(length + 1, Fraction(0)) + chance / len(steps)
    return dict(sorted(ends.items()))
