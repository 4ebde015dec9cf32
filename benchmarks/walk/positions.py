"""Every position that play can come to, those apart at which other lines are read, and every step from each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.walk.twin import Difference, Twin
from game.rubric.scoring_model import ScoringModel
from game.scenario.model import Line
from game.story.engine import Story, advance, choose, jumps, open_options, reply, view
from game.story.plays import every_position
from game.story.position import Position

AT_ONCE = 1000  # positions a request
NO_END = 10_000_000


@dataclass(frozen=True, slots=True)
class Walked:
    """How many positions and steps were held against each other, and the first difference."""

    positions: int
    steps: int
    difference: Difference | None = None


def walk(twin: Twin, exact: ScoringModel) -> Walked:
    """Returns what came of walking a scenario that the twin has loaded."""
    graph = every_position(exact.story, NO_END, lines=True)
    done = steps = 0
    for rows in _chunks(graph.positions):
        request = {"do": "positions", "scenario": exact.story.scenario.id, "positions": [_row(p) for p in rows]}
        twin.ask(**request)
        told = "\n".join(tell_position(exact.story, position) for position in rows)
        steps += sum(map(len, graph.steps[done : done + len(rows)]))
        done += len(rows)
        if (difference := twin.difference(told, **request)) is not None:
            return Walked(done, steps, difference)
    return Walked(done, steps)


def tell_position(story: Story, position: Position) -> str:
    """Returns a position and every step from it: the answer, and what is read until something is to be decided."""
    rows = [_view(story, position)]
    for option in open_options(story, position):
        after = choose(story, position, option.id)
        rows.append(f"{option.id}>{_numbers(reply(story, option, after), option.reply)}")
        rows.append(_view(story, after))
        while jumps(story, after):
            after = advance(story, after)
            rows.append(_view(story, after))
    return "\n".join(rows)


def _view(story: Story, position: Position) -> str:
    node, lines, offers, ending = view(story, position)
    offered = ",".join(o.option.id if o.locked is None else f"{o.option.id}!{o.locked}" for o in offers)
    where = f"{position.node} {position.facts:x} {position.trust} {position.ease} {position.voice}"
    return f"{where}|{_numbers(lines, node.lines)}|{offered}|{ending.kind if ending else ''}"


def _numbers(lines: Sequence[Line], all_: Sequence[Line]) -> str:
    """Which of `all_` these lines are."""
    if lines is all_:
        return ",".join(map(str, range(len(all_))))
    places = {id(line): str(index) for index, line in enumerate(all_)}
    return ",".join(places[id(line)] for line in lines)


def _row(position: Position) -> tuple[str, str, int, int, int]:
    return position.node, f"{position.facts:x}", position.trust, position.ease, position.voice


def _chunks(positions: Sequence[Position]) -> Iterator[Sequence[Position]]:
    for first in range(0, len(positions), AT_ONCE):
        yield positions[first : first + AT_ONCE]
