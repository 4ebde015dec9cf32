"""`python -m tools.art.roles` counts the lines of everyone in the library, and says who speaks more than three without
a face."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from game.app.library import Library
from game.scenario.load import load_file, playable
from game.scenario.model import Expression, Line, Scenario

FEW = 3
"""Whoever says more lines than this has a face."""


@cache
def _scenarios() -> tuple[Scenario, ...]:
    library = Library.shipped()
    return tuple(playable(load_file(file, library.rubric.moves)) for file in library.files.values())


def said(scenario: Scenario) -> Iterator[Line]:
    """Returns every line that somebody of the cast says aloud, in nodes and in answers to options."""
    for node in scenario.nodes.values():
        for line in (*node.lines, *(line for option in node.options or () for line in option.reply)):
            if line.speaker in scenario.cast and line.expression is not Expression.THINKS:
                yield line


def faceless(scenario: Scenario) -> dict[str, int]:
    """Returns who says more than a few lines and has no portrait, with how many."""
    lines = Counter(line.speaker for line in said(scenario))
    return {who: count for who, count in lines.items() if count > FEW and not scenario.cast[who].portrait}


def used(portrait: str) -> set[str]:
    """Returns the expressions that the library gives to whoever has this portrait."""
    return {
        str(line.expression)
        for scenario in _scenarios()
        for line in said(scenario)
        if scenario.cast[line.speaker].portrait == portrait
    }


def main() -> None:
    """Prints the count."""
    every = [(scenario, who, count) for scenario in _scenarios() for who, count in faceless(scenario).items()]
    for scenario, who, count in sorted(every, key=lambda one: -one[2]):
        print(f"{count:3} lines  {scenario.id}  {scenario.cast[who].name}")
    print(f"{len(every)} who say more than {FEW} lines have no face.")


if __name__ == "__main__":
    main()
