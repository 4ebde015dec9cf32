"""Lines that no play shows, proven.

A line decides nothing, so the positions by which choices are proven keep no more of the past than choices ask for.
Some plays show most lines; for each of the rest the positions are gone over with what that line asks for.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from game.diagnostics import Diagnostic
from game.scenario.document import Document, Path_
from game.scenario.model import STATE_PARTS, Line
from game.story.conditions import Demand, compiled, holds
from game.story.engine import Story, advance, choose, jumps, onward, open_options, reply, start, view
from game.story.position import Position
from game.story.reach import Reach

CHOICES, SEED = 5_000, 1


class LinePlace(NamedTuple):
    """Where a line stands: its path in the file, its node, and the option that it answers."""

    path: Path_
    node: str
    after: str | None = None


Lines = dict[LinePlace, Line]


def never_shown(reach: Reach, document: Document) -> Iterator[Diagnostic]:
    """Finds lines whose condition never holds where plays come to their node or choose their option."""
    left = _unseen(reach.story, _conditional(reach))
    never = {spot: line for spot, line in left.items() if not _ever(reach, spot, line)}
    exact = Reach(reach.story, lines=True) if never else reach
    for (path, node, after), line in never.items() if exact.graph.complete else ():
        assert line.when is not None
        message = f"No play shows this line: its `when` {exact.never(line.when, node, after)}."
        hint = "Loosen its `when`, let an option before it set what it asks for, or delete the line."
        yield document.warning("never-shown", document.place(path), message, hint)


def _conditional(reach: Reach) -> Lines:
    """Returns the lines with a condition, at nodes that plays come to and in answers to what they choose."""
    found: Lines = {}
    for name, node in reach.story.scenario.nodes.items():
        path: Path_ = ("nodes", name)
        if reach.stands(name):
            found |= {LinePlace((*path, "lines", i), name): line for i, line in enumerate(node.lines) if line.when}
        for index, option in enumerate(node.options or ()):
            if reach.stands(name, option.id):
                reply: Path_ = (*path, "options", index, "reply")
                found |= {LinePlace((*reply, i), name, option.id): o for i, o in enumerate(option.reply) if o.when}
    return found


def _unseen(story: Story, lines: Lines) -> Lines:
    """Returns the lines that some plays do not show, made to choose what was chosen less; others may show them."""
    draw, left = random.Random(SEED), {id(line): spot for spot, line in lines.items()}
    position, chosen = start(story), Counter[str]()
    for _ in range(CHOICES if left else 0):
        _strike(left, view(story, position).lines)
        while jumps(story, position):
            position = advance(story, position)
            _strike(left, view(story, position).lines)
        if options := open_options(story, position):
            option = min(options, key=lambda o: chosen[o.id] * draw.random())
            chosen[option.id] += 1
            position = choose(story, position, option.id)
            _strike(left, reply(story, option, position))
        elif left:
            position = start(story)
        else:
            break
    return {spot: lines[spot] for spot in left.values()}


def _strike(left: dict[int, LinePlace], lines: tuple[Line, ...]) -> None:
    for line in lines:
        left.pop(id(line), None)


def _ever(reach: Reach, spot: LinePlace, line: Line) -> bool:
    """Returns whether some play shows a line: over the positions, each with what this line asks for carried along."""
    story, graph = reach.story, reach.graph
    demand = compiled(line.when, story.facts)
    assert demand is not None
    parts = [STATE_PARTS[part] for part, _, _ in demand.ranges]
    first = start(story)
    if _shows(story, spot, demand, None, first):
        return True
    waiting = [(0, _carried(graph.positions[0], first, demand, parts))]
    seen = set(waiting)
    while waiting:
        here, position = waiting.pop()
        for step, (option, after) in zip(graph.steps[here], onward(story, position), strict=True):
            if _shows(story, spot, demand, option.id, after):
                return True
            there = (step.to, _carried(graph.positions[step.to], after, demand, parts))
            if there not in seen:
                seen.add(there)
                waiting.append(there)
    return False


def _carried(rests: Position, position: Position, demand: Demand, parts: list[str]) -> Position:
    """Returns a position of the graph with the facts and values that a demand asks for as they are."""
    facts = rests.facts | position.facts & (demand.has | demand.lacks)
    return rests._replace(facts=facts, **{part: getattr(position, part) for part in parts})


def _shows(story: Story, spot: LinePlace, demand: Demand, chosen: str | None, position: Position) -> bool:
    """Returns whether a line is shown between a choice and the next."""
    if spot.after is not None:
        return spot.after == chosen and holds(demand, position)
    while position.node != spot.node:
        if not jumps(story, position):
            return False
        position = advance(story, position)
    return holds(demand, position)
