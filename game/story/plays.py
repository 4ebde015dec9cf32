"""Every play of a story at once: the graph of positions, merged where no difference can matter any more.

Two positions at one node are one when they differ only in what nothing further on asks about: facts never
read again, values of the client state that no later threshold tells apart. What is left is merged once more
from the endings back, where the same options lead on alike. Jumps are followed through, so that the graph
holds decisions and endings only. Since no play may come back to the same position, the graph has an order in
which every step goes forward.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from game.scenario.model import STATE_PARTS, Branch, Condition, Option
from game.story.conditions import compiled
from game.story.engine import Story, advance, onward, start
from game.story.position import Position

MOST_POSITIONS = 200_000


class Step(NamedTuple):
    """One choice that can be made: the option and the index of the position it leads to."""

    option: Option
    to: int


@dataclass(frozen=True, slots=True)
class PlayGraph:
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
        """Returns the positions where a play ends."""
        return [i for i, p in enumerate(self.positions) if self.story.scenario.nodes[p.node].ending]

    @property
    def dead_ends(self) -> list[int]:
        """Returns the positions where nothing can be chosen and nothing has ended."""
        ended = set(self.endings)
        return [i for i, steps in enumerate(self.steps) if not steps and i not in ended]


def all_plays(story: Story, most: int = MOST_POSITIONS) -> PlayGraph:
    """Returns every position that play can come to, up to `most` of them; then those that play on alike made one."""
    plays = every_position(story, most)
    return merged(plays) if plays.order else plays


def every_position(story: Story, most: int = MOST_POSITIONS, lines: bool = False) -> PlayGraph:
    """Returns every position that play can come to, the soonest reached first, up to `most` of them.

    Those that play on alike still stand apart, so that it can be asked what holds at each. With `lines`, so do those
    at which other lines are read.
    """
    rests = _rests(story, lines)
    first = _settled(story, start(story), rests)
    positions, index, steps = [first], {first: 0}, list[list[Step]]()
    for position in positions:  # grows while it is walked
        found = []
        for option, after in onward(story, position):
            settled = _settled(story, after, rests)
            to = index.setdefault(settled, len(positions))
            if to == len(positions):
                if to >= most:
                    return PlayGraph(story, positions, steps, [], complete=False)
                positions.append(settled)
            found.append(Step(option, to))
        steps.append(found)
    order, loop = forward(steps)
    if loop is not None:
        return PlayGraph(story, positions, steps, [], positions[loop])
    return PlayGraph(story, positions, steps, order)


def settling(story: Story) -> Callable[[Position], Position]:
    """Returns what takes a position to the decision or ending that follows by itself, without what can no longer
    matter: two plays that come to the same such position can go on in the same ways."""
    rests = _rests(story, lines=False)
    return lambda position: _settled(story, position, rests)


def merged(plays: PlayGraph) -> PlayGraph:
    """Returns the same plays with positions made one where the same options lead on alike, from the endings back."""
    same: dict[tuple[str, tuple[tuple[str, int], ...]], int] = {}
    becomes = [0] * len(plays.positions)
    positions: list[Position] = []
    steps: list[list[Step]] = []
    for here in reversed(plays.order):
        onward = [Step(step.option, becomes[step.to]) for step in plays.steps[here]]
        key = (plays.positions[here].node, tuple((step.option.id, step.to) for step in onward))
        if key not in same:
            same[key] = len(positions)
            positions.append(plays.positions[here])
            steps.append(onward)
        becomes[here] = same[key]
    # numbered from the endings back, so that turning it round puts the start first and every step forward
    last = len(positions) - 1
    turned = [[Step(step.option, last - step.to) for step in found] for found in reversed(steps)]
    return PlayGraph(plays.story, positions[::-1], turned, list(range(last + 1)))


class _Rest(NamedTuple):
    """What a position keeps that comes to rest at a node: its facts as a mask, its client state value for value."""

    facts: int
    trust: tuple[int, ...]
    ease: tuple[int, ...]
    voice: tuple[int, ...]


def _rests(story: Story, lines: bool) -> dict[str, _Rest | None]:
    """Returns for each node, what a position keeps there; None where it does not come to rest but jumps on."""
    return {
        name: None
        if story.rooms[name].goto
        else _Rest(later.facts, _coarse(later.trust), _coarse(later.ease), _coarse(later.voice))
        for name, later in _asked_later(story, lines).items()
    }


def _settled(story: Story, position: Position, rests: dict[str, _Rest | None]) -> Position:
    """Returns the decision or ending that follows by itself, without what can no longer matter."""
    while (rest := rests[position[0]]) is None:
        position = advance(story, position)
    node, facts, trust, ease, voice = position
    return Position(node, facts & rest[0], rest[1][trust], rest[2][ease], rest[3][voice])


class _Asked(NamedTuple):
    """What something at a node or further on still asks about: facts, and for each part of the client state the
    thresholds that tell two values apart (bit b: whether the value is at least b)."""

    facts: int = 0
    trust: int = 0
    ease: int = 0
    voice: int = 0


@cache
def _coarse(thresholds: int) -> tuple[int, ...]:
    """Returns for each value 0–10, the least value that no threshold tells apart from it."""
    return tuple(max((b for b in range(1, value + 1) if thresholds >> b & 1), default=0) for value in range(11))


@cache
def _before(thresholds: int, change: int) -> int:
    """Returns the thresholds on a value before a change that amount to these after it (0–10 clamped)."""
    return sum(1 << b - change for b in range(1, 11) if thresholds >> b & 1 and 1 <= b - change <= 10)


def _asked_later(story: Story, lines: bool) -> dict[str, _Asked]:
    """Returns for each node, what is asked there or further on: a fixed point, walked backwards."""
    nodes = story.scenario.nodes
    asked = dict.fromkeys(nodes, _Asked())
    leads_to: dict[str, set[str]] = {name: set() for name in nodes}
    for name, node in nodes.items():
        for branch in [*node.goto, *(b for o in node.options or () for b in o.goto)]:
            leads_to[branch.to].add(name)
    waiting = list(nodes)
    while waiting:
        name = waiting.pop()
        found = _asked_at(story, name, asked, lines)
        if found != asked[name]:
            asked[name] = found
            waiting += leads_to[name]
    return asked


def _asked_at(story: Story, name: str, asked: dict[str, _Asked], lines: bool) -> _Asked:
    """Returns what a node's own options and branches ask, with what is asked where they lead."""
    node = story.scenario.nodes[name]
    found = _onward(story, node.goto, asked)
    if node.ending:
        found = _both(found, _Asked(story.limits.asked_at(node.ending)))
    for line in node.lines if lines else ():
        found = _both(found, _reads(story, line.when))
    for option in node.options or ():
        after, change = _onward(story, option.goto, asked), option.client
        for line in option.reply if lines else ():
            after = _both(after, _reads(story, line.when))
        found = _both(
            found,
            _Asked(
                after.facts | (story.facts[f"chosen {option.id}"] if option.once else 0),
                _before(after.trust, change.trust),
                _before(after.ease, change.ease),
                _before(after.voice, change.voice),
            ),
        )
        found = _both(_both(found, _reads(story, option.when)), _reads(story, option.needs))
    return found


def _onward(story: Story, branches: tuple[Branch, ...], asked: dict[str, _Asked]) -> _Asked:
    found = _Asked()
    for branch in branches:
        found = _both(_both(found, asked[branch.to]), _reads(story, branch.when))
    return found


def _reads(story: Story, condition: Condition | None) -> _Asked:
    demand = compiled(condition, story.facts)
    if condition is None or demand is None:
        return _Asked()
    thresholds = dict.fromkeys(STATE_PARTS, 0)
    for bound in condition.bounds:
        for value in (bound.low, bound.high + 1):
            if 1 <= value <= 10:
                thresholds[bound.part] |= 1 << value
    return _Asked(demand.has | demand.lacks, **thresholds)


def _both(a: _Asked, b: _Asked) -> _Asked:
    return _Asked(a.facts | b.facts, a.trust | b.trust, a.ease | b.ease, a.voice | b.voice)


def forward(steps: list[list[Step]]) -> tuple[list[int], int | None]:
    """Returns an order in which steps only go forward, or a position that lies on a loop (Kahn 1962)."""
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
    """Returns a position on a loop: going backwards through what is left never ends, so it repeats."""
    left = {i for i, n in enumerate(incoming) if n > 0}
    before = {step.to: i for i in left for step in steps[i] if step.to in left}
    here, seen = next(iter(before)), set[int]()
    while here not in seen:
        seen.add(here)
        here = before[here]
    return here
