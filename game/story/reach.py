"""What of a story can be reached, proven over every position: the shortest way there, or why there is none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from game.scenario.instead import named_instead
from game.scenario.model import Bound, Branch, Condition, Option
from game.story.conditions import compiled, holds
from game.story.engine import Story, advance, jumps, onward, start
from game.story.plays import MOST_POSITIONS, every_position
from game.story.position import Position
from game.story.values import in_words, values


class Verdict(StrEnum):
    """What is known of a node or an option."""

    REACHABLE = "proven reachable"
    IMPOSSIBLE = "proven impossible"
    OPEN = "not proven within the budget"


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict on a node or an option: with the shortest choices that show it, or why none can."""

    verdict: Verdict
    find_way: Callable[[], tuple[str, ...]] = tuple
    why: str = ""

    @property
    def way(self) -> tuple[str, ...]:
        """Returns the ids of the choices that lead there; looked for when asked, since few are and all together are
        long."""
        return self.find_way()


class _Came(NamedTuple):
    """How something was come to: from which position of the graph, and by which option (none: it is the start)."""

    at: int
    option: str | None


class Reach:
    """What the positions of a story prove, up to `most` of them; with `lines`, what they prove of lines too."""

    def __init__(self, story: Story, most: int = MOST_POSITIONS, lines: bool = False) -> None:
        self.story = story
        self.graph = every_position(story, most, lines)
        # by node or option, how it was first come to: the position of the graph, and the option chosen there
        self._node_ways: dict[str, _Came] = {}
        self._option_ways: dict[str, _Came] = {}
        # by node, the positions that stand there; by option, those right after it, where its branches are tried
        self._stands: dict[str, set[Position]] = defaultdict(set)
        self._follow()

    @cached_property
    def nodes(self) -> dict[str, Finding]:
        """Returns the finding on each node, those that only jump on included."""
        return {name: self._finding(self._node_ways, name, self._why_no_node) for name in self.story.scenario.nodes}

    @cached_property
    def options(self) -> dict[str, Finding]:
        """Returns the finding on each option: whether some play can choose it."""
        ways, why = self._option_ways, self._why_no_option
        return {option.id: self._finding(ways, option.id, why) for _, option in _options(self.story)}

    def stands(self, node: str, after: str | None = None) -> Set[Position]:
        """Returns the positions at a node, as far as they matter; or right after an option, where its branches are
        tried."""
        return self._stands.get(f"option {after}" if after else f"node {node}", set())

    def setters(self, fact: str) -> list[str]:
        """Returns the ids of the options that set a fact."""
        bit, rooms = self.story.facts[fact], self.story.rooms
        return [option.id for node, option in _options(self.story) if rooms[node].ways[option.id].sets & bit]

    def is_targeted(self, name: str) -> bool:
        """Returns True where a play comes as near to a node as to a branch that names it."""
        return any(
            way.node in self._node_ways and (way.option is None or way.option in self._option_ways)
            for way in _ways_to(self.story, name)
        )

    def way_to(self, index: int) -> tuple[str, ...]:
        """Returns the option ids of the shortest way to a position of the graph."""
        ids: list[str] = []
        while index:
            index, option = self._came_by[index]
            ids.append(option)
        return tuple(reversed(ids))

    @cached_property
    def _came_by(self) -> dict[int, tuple[int, str]]:
        """Returns how each position was first come to: the graph lists the soonest reached first, so by the shortest
        way."""
        came: dict[int, tuple[int, str]] = {}
        for index, steps in enumerate(self.graph.steps):
            for step in steps:
                came.setdefault(step.to, (index, step.option.id))
        return came

    def _follow(self) -> None:
        """Walks every step once, and notes what it passes."""
        self._pass(start(self.story), 0, None)
        for index in range(len(self.graph.steps)):
            for option, after in onward(self.story, self.graph.positions[index]):
                if option.id not in self._option_ways:
                    self._option_ways[option.id] = _Came(index, option.id)
                stands = self._stands[f"option {option.id}"]
                if after not in stands:
                    stands.add(after)
                    self._pass(after, index, option)

    def _pass(self, position: Position, index: int, option: Option | None) -> None:
        """Notes the nodes from a position to the next decision or ending, with the way there where they are new."""
        while True:
            if position.node not in self._node_ways:
                self._node_ways[position.node] = _Came(index, option.id if option else None)
            self._stands[f"node {position.node}"].add(position)
            if not jumps(self.story, position):
                return
            position = advance(self.story, position)

    def _finding(self, ways: dict[str, _Came], name: str, why: Callable[[str], str]) -> Finding:
        if name in ways:
            index, option = ways[name]
            return Finding(Verdict.REACHABLE, lambda: (*self.way_to(index), option) if option else ())
        if not self.graph.complete:
            followed = f"{len(self.graph.positions):,} positions were followed, and more can be reached."
            return Finding(Verdict.OPEN, why=followed)
        return Finding(Verdict.IMPOSSIBLE, why=why(name))

    def _why_no_option(self, name: str) -> str:
        node, option = next((n, o) for n, o in _options(self.story) if o.id == name)
        if not self.stands(node):
            return f"No play comes to `{node}`: {self._why_no_node(node)}"
        for key, condition in (("when", option.when), ("needs", option.needs)):
            if condition is not None and not self.ever(condition, node):
                return f"Its `{key}` {self.never(condition, node)}."
        return f"Its `when` and its `needs` never hold together at `{node}`."

    def _why_no_node(self, name: str) -> str:
        ways = list(dict.fromkeys(self._why_no_way(way, name) for way in _ways_to(self.story, name)))
        ways += [f"no play is turned away to it from `{other}`" for other in self._in_place_of(name)]
        return f"{'; '.join(ways)}." if ways else "nothing leads to it."

    def _in_place_of(self, name: str) -> list[str]:
        """Returns the endings that name this one as `mended` or `unmended`."""
        return list(dict.fromkeys(one for one, _, to in named_instead(self.story.scenario) if to == name))

    def _why_no_way(self, way: _Way, name: str) -> str:
        """Returns why an option or a jump, that names the node among its branches, never leads there."""
        if way.node not in self._node_ways:
            return f"it is led to from `{way.node}`, where no play comes"
        if way.option is not None and way.option not in self._option_ways:
            return f"it is led to by `{way.option}`, which no play can choose"
        by = f"`{way.option}`" if way.option else f"`{way.node}`"
        for branch in way.branches:
            if branch.to == name and branch.when is not None and not self.ever(branch.when, way.node, way.option):
                return f"the branch of {by} {self.never(branch.when, way.node, way.option)}"
        if name in self.story.limits.instead:
            return f"whoever comes from {by} has crossed a hard limit, or an earlier branch always holds first"
        return f"an earlier branch of {by} always holds first"

    def ever(self, condition: Condition, node: str, after: str | None = None) -> bool:
        """Returns True when some play meets a condition at a node, or right after an option there."""
        demand = compiled(condition, self.story.facts)
        return any(holds(demand, position) for position in self.stands(node, after))

    def never(self, condition: Condition, node: str, after: str | None = None) -> str:
        """Returns which part of a condition no play meets there, and why, in words that follow `its when`."""
        for fact in condition.has:
            if not self.ever(Condition(has=(fact,)), node, after):
                return f"asks for `{fact}`, {self._why_no_fact(fact)}"
        for fact in condition.lacks:
            if not self.ever(Condition(lacks=(fact,)), node, after):
                return f"asks that not `{fact}`, which always has happened"
        for bound in condition.bounds:
            if not self.ever(Condition(bounds=(bound,)), node, after):
                found = in_words(values(self.graph, bound.part, node, after))
                return f"asks for {_in_words(bound)}, and here it is {found}"
        return "asks for things that can never hold together"

    def _why_no_fact(self, fact: str) -> str:
        """Returns why a fact has not happened by then: who could have set it."""
        setters = self.setters(fact)
        able = [f"`{option}`" for option in setters if option in self._option_ways]
        if not able:
            return f"which only {' and '.join(f'`{option}`' for option in setters)} sets, and no play can choose that"
        return f"which never has happened here: no way from {' or '.join(able)} leads here"


class _Way(NamedTuple):
    """What names a node among its branches: an option at a node, or the node itself where it jumps."""

    node: str
    option: str | None
    branches: tuple[Branch, ...]


def _ways_to(story: Story, name: str) -> list[_Way]:
    ways = [_Way(n, None, node.goto) for n, node in story.scenario.nodes.items()]
    ways += [_Way(n, option.id, option.goto) for n, option in _options(story)]
    return [way for way in ways if any(branch.to == name for branch in way.branches)]


def _options(story: Story) -> Iterator[tuple[str, Option]]:
    return ((name, option) for name, node in story.scenario.nodes.items() for option in node.options or ())


def _in_words(bound: Bound) -> str:
    """Returns a bound as an author would say it: `trust at least 3`."""
    if bound.low == bound.high:
        return f"{bound.part} exactly {bound.low}"
    if bound.high == 10:
        return f"{bound.part} at least {bound.low}"
    return f"{bound.part} at most {bound.high}" if bound.low == 0 else f"{bound.part} from {bound.low} to {bound.high}"
