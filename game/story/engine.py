"""Story rules as pure functions: a Position in, a Position out; no clock, disk or display.

`start` gives the first position, `view` what to show there, `choose` and `advance` the next position.
A node with options waits for `choose`, a node that jumps for `advance`, an ending for nothing.

A play that crossed a hard limit, on its way to an ending that is too good for that, comes to the one that this ending
names instead; where it names none, the ending is told as no better than it may be (`game.story.endings_after_harm`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from game.errors import OptionUnavailable
from game.scenario.model import Branch, Ending, Line, Node, Option, Scenario, repaired
from game.scenario.parts import facts_set
from game.story.conditions import Demand, compiled, holds
from game.story.endings_after_harm import Effect, Harms, Limits, harm_facts, in_place_of
from game.story.position import Position
from game.words import N_, _

USED_UP = N_("You have done that already.")
NOT_NOW = N_("This is not open to you now.")


@dataclass(frozen=True, slots=True)
class Offer:
    """An option as it stands before the player: open, or locked with the reason."""

    option: Option
    locked: str | None = None


class View(NamedTuple):
    """What to show at a position: lines (private ones too), options in the author's order, or the ending."""

    node: Node
    lines: tuple[Line, ...]
    offers: tuple[Offer, ...]
    ending: Ending | None


_Ways = tuple[tuple[Demand | None, str], ...]


class _Way(NamedTuple):
    """An option made ready: its demands, what it sets, how it changes the client, where it leads."""

    option: Option
    open: Offer
    when: Demand | None
    needs: Demand | None
    always: bool  # open whatever has happened
    once: int
    sets: int
    trust: int
    ease: int
    voice: int
    goto: _Ways
    plain: str | None  # the one target, where nothing branches
    harm: Effect | None


class _Room(NamedTuple):
    """A node made ready; `still` is its view where no condition touches it."""

    node: Node
    lines: tuple[tuple[Demand | None, Line], ...]
    ways: dict[str, _Way]
    goto: _Ways
    still: View | None


class Story:
    """A scenario made ready to play: facts numbered, conditions compiled. Immutable by use.

    `harms` are its options that cross a hard limit; without them, no play is held to any.
    """

    def __init__(self, scenario: Scenario, harms: Harms | None = None) -> None:
        self.scenario, self.harms = scenario, harms or {}
        names = sorted(facts_set(scenario))
        once = sorted(o.id for n in scenario.nodes.values() for o in n.options or () if o.once)
        every = [*names, *(f"chosen {o}" for o in once), *harm_facts(self.harms)]
        self.facts = {name: 1 << i for i, name in enumerate(every)}
        self.limits = Limits(scenario.nodes, self.harms, self.facts)
        self.rooms = {name: _room(node, self.facts, self.limits) for name, node in scenario.nodes.items()}

    def facts_at(self, position: Position) -> frozenset[str]:
        """Returns the names of the facts that have happened."""
        return frozenset(name for name, bit in self.facts.items() if position.facts & bit)


def _room(node: Node, bits: dict[str, int], limits: Limits) -> _Room:
    lines = tuple((compiled(line.when, bits), line) for line in node.lines)
    ways = {option.id: _way(option, bits, limits) for option in node.options or ()}
    moving = any(demand for demand, _ in lines) or not all(way.always for way in ways.values())
    moving = moving or bool(node.ending and limits.asked_at(node.ending))
    still = None
    if not moving:
        still = View(node, node.lines, tuple(w.open for w in ways.values()), node.ending)
    return _Room(node, lines, ways, _goto(node.goto, bits), still)


def _way(option: Option, bits: dict[str, int], limits: Limits) -> _Way:
    facts = {*option.sets}
    facts |= {option.opens} if option.opens else set()
    facts |= {repaired(option.repairs)} if option.repairs else set()
    once = bits[f"chosen {option.id}"] if option.once else 0
    change = option.client
    return _Way(
        option,
        Offer(option),
        compiled(option.when, bits),
        compiled(option.needs, bits),
        option.when is None and option.needs is None and not once,
        once,
        sum(bits[fact] for fact in facts) | once,
        change.trust,
        change.ease,
        change.voice,
        _goto(option.goto, bits),
        option.goto[0].to if len(option.goto) == 1 and option.goto[0].to not in limits.instead else None,
        limits.effect(option),
    )


def _goto(branches: tuple[Branch, ...], bits: dict[str, int]) -> _Ways:
    return tuple((compiled(branch.when, bits), branch.to) for branch in branches)


def start(story: Story) -> Position:
    """Returns where every play begins."""
    state = story.scenario.client_state
    return Position(story.scenario.start, 0, state.trust, state.ease, state.voice)


def view(story: Story, position: Position) -> View:
    """Returns what to show at `position`; the same for the same position, always."""
    room = story.rooms[position[0]]
    if room.still is not None:
        return room.still
    lines = tuple(line for demand, line in room.lines if holds(demand, position))
    return View(room.node, lines, offers(story, position), ending(story, position))


def ending(story: Story, position: Position) -> Ending | None:
    """Returns the ending that a play has come to, as it is told; None where it has not ended."""
    found = story.rooms[position[0]].node.ending
    return story.limits.told(found, position) if found else None


def offers(story: Story, position: Position) -> tuple[Offer, ...]:
    """Returns the options at `position` in the author's order, locked ones with the reason."""
    room = story.rooms[position[0]]
    if room.still is not None:
        return room.still.offers
    shown = []
    for way in room.ways.values():
        if holds(way.when, position):
            reason = _locked(way, position)
            shown.append(way.open if reason is None else Offer(way.option, reason))
    return tuple(shown)


def _locked(way: _Way, position: Position) -> str | None:
    if way.once & position[1]:
        return _(USED_UP)
    if way.needs is not None and not holds(way.needs, position):
        return way.option.locked or _(NOT_NOW)
    return None


def open_options(story: Story, position: Position) -> tuple[Option, ...]:
    """Returns the options that can be chosen at `position`, in the author's order."""
    return tuple(o.option for o in offers(story, position) if o.locked is None)


def choose(story: Story, position: Position, option_id: str) -> Position:
    """Returns the position after choosing; raises OptionUnavailable for one that is locked or not offered."""
    way = story.rooms[position[0]].ways.get(option_id)
    if way is None:
        raise _unavailable(story, position, option_id, "is not offered here")
    if not way.always and not (holds(way.when, position) and (reason := _locked(way, position)) is None):
        offered = holds(way.when, position)
        raise _unavailable(story, position, option_id, f"is locked: {reason}" if offered else "is not offered here")
    return _after(story, way, position)


def onward(story: Story, position: Position) -> Iterator[tuple[Option, Position]]:
    """Returns each option that can be chosen at `position`, with the position after it."""
    for way in story.rooms[position[0]].ways.values():
        if way.always or (holds(way.when, position) and _locked(way, position) is None):
            yield way.option, _after(story, way, position)


def advance(story: Story, position: Position) -> Position:
    """Returns the position after a node that jumps."""
    return _branched(story, story.rooms[position.node].goto, position)


def jumps(story: Story, position: Position) -> bool:
    """Returns True where the story goes on by itself."""
    return bool(story.rooms[position[0]].goto)


def reply(story: Story, option: Option, after: Position) -> tuple[Line, ...]:
    """Returns the lines that answer a choice, read with what the choice has changed."""
    if all(line.when is None for line in option.reply):
        return option.reply
    return tuple(line for line in option.reply if holds(compiled(line.when, story.facts), after))


def _after(story: Story, way: _Way, position: Position) -> Position:
    node, facts, trust, ease, voice = position
    facts = way.harm.on(facts) if way.harm else facts
    trust, ease, voice = trust + way.trust, ease + way.ease, voice + way.voice
    after = Position(
        way.plain or node,
        facts | way.sets,
        0 if trust < 0 else 10 if trust > 10 else trust,
        0 if ease < 0 else 10 if ease > 10 else ease,
        0 if voice < 0 else 10 if voice > 10 else voice,
    )
    return after if way.plain else _branched(story, way.goto, after)


def _branched(story: Story, ways: _Ways, position: Position) -> Position:
    for demand, target in ways:
        if demand is None or holds(demand, position):
            others = story.limits.instead.get(target)
            return Position(in_place_of(others, target, position) if others else target, *position[1:])
    raise AssertionError(f"no branch holds at {position}")  # the checks see to a last one that always does


def _unavailable(story: Story, position: Position, option_id: str, why: str) -> OptionUnavailable:
    possible = ", ".join(o.id for o in open_options(story, position)) or "none"
    return OptionUnavailable(f"`{option_id[:60]}` {why} (at `{position.node}`). Possible: {possible}.")
