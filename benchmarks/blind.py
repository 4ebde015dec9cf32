"""How obvious the best option is, to a reader who has not seen the moves.

`python -m benchmarks.blind alone SCENARIO… > options.txt` prints the options of every decision, shuffled, and nothing
else; `python -m benchmarks.blind scene …` prints before them what was said there, as a player would have heard it.
The reader writes a guess a line (`scenario<TAB>node<TAB>number`) into a file before looking at anything else, and
`python -m benchmarks.blind score GUESSES` holds it against the rubric: the best options of a decision are those with
the most points in all; where several share the most, each of them is a hit.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from game import library
from game.rubric.load import load_file as load_rubric
from game.rubric.load import usable
from game.rubric.weigh import weigh
from game.scenario.load import load_file, playable
from game.scenario.model import Node, Option, Scenario

RUBRIC = usable(load_rubric(library.RUBRIC))


def decisions(scenario: Scenario) -> Iterator[tuple[str, Node, list[Option]]]:
    """Every node with two options or more, and its options in an order that is the same for every reader."""
    for name, node in scenario.nodes.items():
        options = list(node.options or ())
        if len(options) > 1:
            random.Random(name).shuffle(options)
            yield name, node, options


def shown(scenario: Scenario, scene: bool) -> str:
    """What the reader sees: the options, with or without what was said before them."""
    rows = [f"##### {scenario.id}", *([scenario.briefing] if scene else [])]
    for name, node, options in decisions(scenario):
        rows.append(f"\n== {name}" + (f" ({node.frame})" if scene else ""))
        if scene:
            rows += [f"    {line.speaker}: {line.text}" for line in node.lines if not line.private]
        rows += [f"  {number}. {option.words}" for number, option in enumerate(options, 1)]
    return "\n".join(rows)


def best(node: Node, options: list[Option]) -> set[int]:
    """The numbers of the options with the most points."""
    points = [sum(weigh(RUBRIC, node, option).vector) for option in options]
    return {number for number, one in enumerate(points, 1) if one == max(points)}


def scored(guesses: Path) -> str:
    """Hits beside chance, a row a scenario."""
    rows: dict[str, dict[str, int]] = {}
    for line in guesses.read_text("utf-8").splitlines():
        name, node, number = line.split("\t")[:3]
        rows.setdefault(name, {})[node] = int(number)
    told = []
    for name, given in rows.items():
        there = {node: (best(at, options), len(options)) for node, at, options in decisions(the_scenario(name))}
        hits = sum(given.get(node) in good for node, (good, _) in there.items())
        chance = sum(len(good) / of for good, of in there.values()) / len(there)
        told.append(f"{name}: {hits} of {len(there)} hit ({hits / len(there):.0%}), chance {chance:.0%}")
    return "\n".join(told)


def the_scenario(name: str) -> Scenario:
    """A scenario by its id or file."""
    return playable(load_file(library.find(name), RUBRIC.moves))


if __name__ == "__main__":
    command, *names = sys.argv[1:]
    if command == "score":
        print(scored(Path(names[0])))
    else:
        print("\n\n".join(shown(the_scenario(name), scene=command == "scene") for name in names))
