"""Coverage by line of the author's file: the exact share of random plays that read each part of it.

Walked over the positions at which other lines are read (`every_position` with `lines`), with whole weights, so that
every division comes out even. A part is a path into the file, such as ("nodes", "desk", "lines", 2). What can be met
twice in one play is counted once.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import lcm

from game.scenario.document import Document, Mark
from game.story.conditions import compiled, holds
from game.story.engine import Story, advance, choose, jumps, offers, start
from game.story.play_counts import lengths
from game.story.plays import MOST_POSITIONS, PlayGraph, every_position
from game.story.position import Position

Part = tuple[str | int, ...]
Spot = tuple[int, int]  # a position and a step from it; step -1 is the position itself


def read_shares(story: Story, most: int = MOST_POSITIONS) -> dict[Part, Fraction] | None:
    """Returns the share of random plays that read each part; None when plays never end or are more than the budget."""
    plays = every_position(story, most, lines=True)
    if not plays.order:
        return None
    certain, spots = _met(plays)
    repeated = _repeated(story)
    weights = _Weights(plays)
    shares = dict.fromkeys(_parts(story), Fraction(0)) | dict.fromkeys(certain, Fraction(1))
    for part, met in spots.items():
        if part not in certain:
            shares[part] = weights.once(met) if part[1] in repeated else weights.summed(met)
    return shares


def by_line(document: Document, shares: dict[Part, Fraction]) -> list[Fraction | None]:
    """Returns for each line of the file the share of what begins there or goes on; None where nothing is read."""
    begun: dict[int, list[Part]] = {}
    for line, part in _marks(document.marks):
        begun.setdefault(line, []).append(part)
    found: list[Fraction | None] = []
    goes_on: Part = ()
    for number, text in enumerate(document.lines):
        here = begun.get(number, [goes_on])
        goes_on = here[-1]
        bare = text.strip()
        found.append(_share(here[0], shares) if bare and not bare.startswith("#") else None)
    return found


def ranges(lines: list[Fraction | None], most: Fraction) -> list[tuple[str, Fraction]]:
    """Returns the lines read by at most such a share of plays, in words, neighbours with the same share together."""
    runs: list[tuple[int, int, Fraction]] = []
    for number, share in enumerate(lines, 1):
        if share is None or share > most:
            continue
        if runs and runs[-1][1] == number - 1 and runs[-1][2] == share:
            runs[-1] = (runs[-1][0], number, share)
        else:
            runs.append((number, number, share))
    return [(f"line {a}" if a == b else f"lines {a}–{b}", share) for a, b, share in runs]


def _share(part: Part, shares: dict[Part, Fraction]) -> Fraction | None:
    """Returns the share of a part, or of the nearest that holds it."""
    while part and part not in shares:
        part = part[:-1]
    return shares.get(part)


def _marks(mark: Mark, part: Part = ()) -> Iterator[tuple[int, Part]]:
    """Returns the line on which every value of the file begins, in the file's order."""
    for key, child in mark.children.items():
        yield (child.key_line if isinstance(key, str) else child.line), (*part, key)
        yield from _marks(child, (*part, key))


def _parts(story: Story) -> Iterator[Part]:
    """Returns every part that a play can read or take."""
    for name, node in story.scenario.nodes.items():
        at: Part = ("nodes", name)
        yield at
        yield from ((*at, "lines", n) for n in range(len(node.lines)))
        yield from ((*at, "goto", n) for n in range(len(node.goto)))
        for index, option in enumerate(node.options or ()):
            own = (*at, "options", index)
            yield from (own, (*own, "say"), (*own, "do"), (*own, "locked"))
            yield from ((*own, "reply", n) for n in range(len(option.reply)))
            yield from ((*own, "goto", n) for n in range(len(option.goto)))


def _met(plays: PlayGraph) -> tuple[set[Part], dict[Part, list[Spot]]]:
    """Returns the parts that every play begins with, and for each part the spots where it is met."""
    story = plays.story
    certain, _ = _passed(story, start(story))
    spots: dict[Part, list[Spot]] = {}
    for here, position in enumerate(plays.positions):
        for part in _stood_at(story, position):
            spots.setdefault(part, []).append((here, -1))
        for number, step in enumerate(plays.steps[here]):
            after = choose(story, position, step.option.id)
            passed, _ = _passed(story, after)
            for part in (*_chosen(story, position, step.option.id, after), *passed):
                spots.setdefault(part, []).append((here, number))
    return set(certain), spots


def _stood_at(story: Story, position: Position) -> Iterator[Part]:
    """Returns what is read where a play waits for a choice or has ended: lines, and the words of what is offered."""
    at = ("nodes", position.node)
    yield from _read(story, position)
    index = {option.id: n for n, option in enumerate(story.scenario.nodes[position.node].options or ())}
    for offer in offers(story, position):
        own = (*at, "options", index[offer.option.id])
        yield (*own, "say" if offer.option.say else "do")
        if offer.locked is not None and offer.locked == offer.option.locked:
            yield (*own, "locked")


def _read(story: Story, position: Position) -> Iterator[Part]:
    """Returns a node and those of its lines that are read at a position."""
    at = ("nodes", position.node)
    yield at
    yield from (
        (*at, "lines", n) for n, (when, _) in enumerate(story.rooms[position.node].lines) if holds(when, position)
    )


def _chosen(story: Story, position: Position, option_id: str, after: Position) -> Iterator[Part]:
    """Returns an option chosen: itself, the lines that answer it, the branch that is taken."""
    options = story.scenario.nodes[position.node].options or ()
    index, option = next((n, o) for n, o in enumerate(options) if o.id == option_id)
    own = ("nodes", position.node, "options", index)
    yield own
    for n, line in enumerate(option.reply):
        if line.when is None or holds(compiled(line.when, story.facts), after):
            yield (*own, "reply", n)
    ways = story.rooms[position.node].ways[option_id].goto
    yield (*own, "goto", next(n for n, (when, _) in enumerate(ways) if holds(when, after)))


def _passed(story: Story, position: Position) -> tuple[list[Part], Position]:
    """Returns what is read at the nodes that a play passes by itself, and the position where it rests."""
    found: list[Part] = []
    while jumps(story, position):
        found += _read(story, position)
        ways = story.rooms[position.node].goto
        taken = next(n for n, (when, _) in enumerate(ways) if holds(when, position))
        found.append(("nodes", position.node, "goto", taken))
        position = advance(story, position)
    return found, position


def _repeated(story: Story) -> set[str | int]:
    """Returns the nodes that a play may come to twice: those from which ways lead back to them."""
    nodes = story.scenario.nodes
    onward = {
        name: {b.to for b in (*node.goto, *(b for o in node.options or () for b in o.goto))}
        for name, node in nodes.items()
    }
    found: set[str | int] = set()
    for name in nodes:
        seen, waiting = set[str](), list(onward[name])
        while waiting:
            here = waiting.pop()
            if here not in seen:
                seen.add(here)
                waiting += onward[here]
        if name in seen:
            found.add(name)
    return found


class _Weights:
    """How many of a large whole number of random plays come to each position; all divisions come out even."""

    def __init__(self, plays: PlayGraph) -> None:
        self.plays = plays
        self.whole: int = lcm(*(len(steps) for steps in plays.steps if steps)) ** lengths(plays).longest
        self.at = [0] * len(plays.steps)
        self.at[0] = self.whole
        for here in plays.order:
            for step in plays.steps[here]:
                self.at[step.to] += self.at[here] // len(plays.steps[here])

    def summed(self, spots: list[Spot]) -> Fraction:
        """Returns the share of plays that come to one of the spots, when none comes to two."""
        total = sum(self.at[here] if step < 0 else self.at[here] // len(self.plays.steps[here]) for here, step in spots)
        return Fraction(total, self.whole)

    def once(self, spots: list[Spot]) -> Fraction:
        """Returns the share of plays that come to at least one of the spots: what has come to one is carried no
        further."""
        among = set(spots)
        left, come = [0] * len(self.at), 0
        left[0] = self.whole
        for here in self.plays.order:
            if (here, -1) in among:
                come += left[here]
                continue
            steps = self.plays.steps[here]
            for number, step in enumerate(steps):
                if (here, number) in among:
                    come += left[here] // len(steps)
                else:
                    left[step.to] += left[here] // len(steps)
        return Fraction(come, self.whole)
