"""How many of the plays in a folder came to each node."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from game.author.bench import Bench
from game.errors import OptionUnavailable, UsageError
from game.play.journal import read_journal
from game.play.play_list import list_plays
from game.story.engine import Story, advance, choose, jumps, start


@dataclass(frozen=True, slots=True)
class VisitShares:
    """The number of plays, and the share of them that came to each node."""

    plays: int
    shares: dict[str, Fraction]


def visited(bench: Bench, folder: Path) -> VisitShares:
    """Returns what the journals of this scenario in a folder passed; raises UsageError when there are none.

    A play is followed as far as the scenario of today lets it.
    """
    found = dict.fromkeys(bench.scenario.nodes, 0)
    own = [play for play in list_plays(folder) if play.scenario == bench.scenario.id]
    if not own:
        raise UsageError(f"{folder} holds no journal of `{bench.scenario.id}`. Name another folder after --logs.")
    for play in own:
        choices = [choice.option for choice in read_journal(play.path).choices]
        for node in set(_passed(bench.exact.story, choices)):
            found[node] += 1
    return VisitShares(len(own), {node: Fraction(count, len(own)) for node, count in found.items()})


def _passed(story: Story, choices: list[str]) -> Iterator[str]:
    position = start(story)
    yield position.node
    for option in ["", *choices]:
        if option:
            try:
                position = choose(story, position, option)
            except OptionUnavailable:
                return
            yield position.node
        while jumps(story, position):
            position = advance(story, position)
            yield position.node
