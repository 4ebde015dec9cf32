"""Which values of trust, ease and voice occur where: exactly, over every play.

The position graph keeps values only as far as something asks about them. Its ways are plays all the same, so the
values themselves follow by going over its steps once more, with a bit for each value from 0 to 10.
"""

from __future__ import annotations

from game.scenario.model import Option
from game.story.engine import Story, advance, choose, jumps, start
from game.story.plays import PlayGraph
from game.story.position import Position

_ALL = (1 << 11) - 1


def values(graph: PlayGraph, part: str, node: str, after: str | None = None) -> list[int]:
    """Returns the values that one part of the client state takes at a node, or right after an option there."""
    story = graph.story
    first = 1 << int(getattr(story.scenario.client_state, part))
    at = _at_positions(graph, part, first)
    found = first if after is None and _passes(story, start(story), node) else 0
    for here, steps in enumerate(graph.steps):
        for step in steps:
            changed = _changed(at[here], step.option, part)
            if after is not None:
                found |= changed if step.option.id == after else 0
            elif changed & ~found and _passes(story, choose(story, graph.positions[here], step.option.id), node):
                found |= changed
    return [value for value in range(11) if found >> value & 1]


def in_words(found: list[int]) -> str:
    """Values as a person says them: `3 to 6`, `2 or 5`."""
    if len(found) > 2 and found == list(range(found[0], found[-1] + 1)):
        return f"{found[0]} to {found[-1]}"
    return " or ".join(str(value) for value in found)


def _at_positions(graph: PlayGraph, part: str, first: int) -> list[int]:
    """Returns for each position of the graph, the values with which plays come to it."""
    at = [0] * len(graph.positions)
    at[0], waiting = first, [0]
    while waiting:
        here = waiting.pop()
        for step in graph.steps[here]:
            more = _changed(at[here], step.option, part) & ~at[step.to]
            if more:
                at[step.to] |= more
                waiting.append(step.to)
    return at


def _changed(found: int, option: Option, part: str) -> int:
    """Returns the values after an option, kept within 0 and 10."""
    change = int(getattr(option.client, part))
    if change >= 0:
        over = found >> max(0, 11 - change) if change else 0
        return found << change & _ALL | (1 << 10 if over else 0)
    under = found & (1 << -change) - 1
    return found >> -change | (1 if under else 0)


def _passes(story: Story, position: Position, node: str) -> bool:
    while position.node != node:
        if not jumps(story, position):
            return False
        position = advance(story, position)
    return True
