"""Every play of a story at once: the graph of positions, merged where no difference can matter any more.

Two positions at one node are merged when they differ only in facts and client state that nothing further
on asks about. Jumps are followed through, so that the graph holds decisions and endings only. Since no
play may come back to the same position, the graph has an order in which every step goes forward.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from game.scenario.model import Condition, Option
from game.story.conditions import compiled
from game.story.engine import Story, advance, choose, jumps, open_options, start
from game.story.position import Position

MOST_POSITIONS = 200_000


class Step(NamedTuple):
    """One choice that can be made: the option and the index of the position it leads to."""

    option: Option
    to: int


@dataclass(frozen=True, slots=True)
class Plays:
    """The position graph. Index 0 is the start; `order` lists the indexes so that steps only go forward.

    `loop` is a position that a play can come back to (then `order` is empty); `complete` is False when
    the budget ran out before all positions were met.
    """

    story: Story
    positions: list[Position]
    steps: list[list[Step]]
    order: list[int]
    loop: Position | None = None
    complete: bool = True

    @property
    def endings(self) -> list[int]:
        """The positions where a play ends."""
        return [i for i, p in enumerate(self.positions) if self.story.scenario.nodes[p.node].ending]

    @property
    def dead_ends(self) -> list[int]:
        """The positions where nothing can be chosen and nothing has ended."""
        ended = set(self.endings)
        return [i for i, steps in enumerate(self.steps) if not steps and i not in ended]


def all_plays(story: Story, most: int = MOST_POSITIONS) -> Plays:
    """Every position that play can come to, breadth first, up to `most` of them."""
    live = _live(story)
    first = _settled(story, start(story), live)
    positions, index, steps = [first], {first: 0}, list[list[Step]]()
    for position in positions:  # grows while it is walked
        found = []
        for option in open_options(story, position):
            after = _settled(story, choose(story, position, option.id), live)
            if after not in index:
                if len(positions) >= most:
                    return Plays(story, positions, steps, [], complete=False)
                index[after] = len(positions)
                positions.append(after)
            found.append(Step(option, index[after]))
        steps.append(found)
    order, loop = _forward(steps)
    return Plays(story, positions, steps, order, positions[loop] if loop is not None else None)


def _settled(story: Story, position: Position, live: dict[str, _Live]) -> Position:
    """The decision or ending that follows by itself, without what can no longer matter."""
    while jumps(story, position):
        position = advance(story, position)
    alive = live[position.node]
    return Position(
        position.node,
        position.facts & alive.facts,
        position.trust if alive.trust else 0,
        position.ease if alive.ease else 0,
        position.voice if alive.voice else 0,
    )


class _Live(NamedTuple):
    """What something at a node or further on still asks about."""

    facts: int = 0
    trust: bool = False
    ease: bool = False
    voice: bool = False


def _live(story: Story) -> dict[str, _Live]:
    live = {name: _asked(story, name) for name in story.scenario.nodes}
    waiting = list(live)
    before: dict[str, list[str]] = {name: [] for name in live}
    for name, node in story.scenario.nodes.items():
        for branch in [*node.goto, *(b for o in node.options or () for b in o.goto)]:
            before[branch.to].append(name)
    while waiting:
        name = waiting.pop()
        for earlier in before[name]:
            both = _either(live[earlier], live[name])
            if both != live[earlier]:
                live[earlier] = both
                waiting.append(earlier)
    return live


def _asked(story: Story, name: str) -> _Live:
    """What the options and branches of one node ask about."""
    node = story.scenario.nodes[name]
    asked = _Live()
    for option in node.options or ():
        if option.once:
            asked = _either(asked, _Live(facts=story.facts[f"chosen {option.id}"]))
        for condition in (option.when, option.needs, *(b.when for b in option.goto)):
            asked = _either(asked, _reads(story, condition))
    for branch in node.goto:
        asked = _either(asked, _reads(story, branch.when))
    return asked


def _reads(story: Story, condition: Condition | None) -> _Live:
    demand = compiled(condition, story.facts)
    if condition is None or demand is None:
        return _Live()
    parts = {bound.part for bound in condition.bounds}
    return _Live(demand.has | demand.lacks, "trust" in parts, "ease" in parts, "voice" in parts)


def _either(a: _Live, b: _Live) -> _Live:
    return _Live(a.facts | b.facts, a.trust or b.trust, a.ease or b.ease, a.voice or b.voice)


def _forward(steps: list[list[Step]]) -> tuple[list[int], int | None]:
    """An order in which steps only go forward, or a position that lies on a loop (Kahn 1962)."""
    incoming = [0] * len(steps)
    for found in steps:
        for step in found:
            incoming[step.to] += 1
    ready = [i for i, n in enumerate(incoming) if n == 0]
    order = []
    while ready:
        here = ready.pop()
        order.append(here)
        for step in steps[here]:
            incoming[step.to] -= 1
            if incoming[step.to] == 0:
                ready.append(step.to)
    if len(order) == len(steps):
        return order, None
    return [], _on_a_loop(steps, incoming)


def _on_a_loop(steps: list[list[Step]], incoming: list[int]) -> int:
    """A position on a loop: going backwards through what is left never ends, so it repeats."""
    left = {i for i, n in enumerate(incoming) if n > 0}
    before = {step.to: i for i in left for step in steps[i] if step.to in left}
    here, seen = next(iter(before)), set[int]()
    while here not in seen:
        seen.add(here)
        here = before[here]
    return here


def gates_then_best(plays: Plays, gate_moves: frozenset[str]) -> tuple[Option, Position] | None:
    """A gate option and a best ending that one play can hold together, if there are any."""
    best = {i for i in plays.endings if plays.story.scenario.nodes[plays.positions[i].node].ending.kind == "best"}  # type: ignore[union-attr]
    reaches: dict[int, int] = {i: i for i in best}
    for here in reversed(plays.order):
        for step in plays.steps[here]:
            if step.to in reaches:
                reaches.setdefault(here, reaches[step.to])
    for here in plays.order:
        for step in plays.steps[here]:
            if gate_moves & set(step.option.moves) and step.to in reaches:
                return step.option, plays.positions[reaches[step.to]]
    return None
