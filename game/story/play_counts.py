"""What the plays of a story come to when they are counted: how many, how long, and how few cover every option.

All of it reads a merged graph without loops (`game.story.plays.all_plays`), from the endings back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.story.plays import PlayGraph


def number_of_plays(plays: PlayGraph) -> int:
    """Returns how many different plays there are: sequences of options from the start until nothing can be chosen."""
    ways = [1] * len(plays.steps)
    for here in reversed(plays.order):
        if plays.steps[here]:
            ways[here] = sum(ways[step.to] for step in plays.steps[here])
    return ways[0]


class Lengths(NamedTuple):
    """The number of choices in the shortest and in the longest play."""

    shortest: int
    longest: int


def lengths(plays: PlayGraph) -> Lengths:
    """Returns how long plays are, in choices."""
    short, long = [0] * len(plays.steps), [0] * len(plays.steps)
    for here in reversed(plays.order):
        if steps := plays.steps[here]:
            short[here] = 1 + min(short[step.to] for step in steps)
            long[here] = 1 + max(long[step.to] for step in steps)
    return Lengths(short[0], long[0])


class Cover(NamedTuple):
    """Plays that between them choose every option that can be chosen.

    `fewest` is a proven least number: that many options of which no play can choose two. Where it equals the
    number of plays, no fewer plays will do.
    """

    plays: list[list[str]]
    fewest: int

    @property
    def proven(self) -> bool:
        """Returns True when fewer plays are impossible."""
        return len(self.plays) == self.fewest


def cover(plays: PlayGraph) -> Cover:
    """Returns plays that choose every option: greedily the richest first, then each made to spare another where it
    can."""
    missing = {step.option.id for steps in plays.steps for step in steps}
    fewest = _most_exclusive(plays) if missing else 0
    found = []
    while missing:
        found.append(_richest(plays, dict.fromkeys(missing, 1)))
        missing -= set(found[-1])
    while len(found) > fewest and (fewer := _one_spared(plays, found)):
        found = fewer
    return Cover(found, fewest)


def _one_spared(plays: PlayGraph, found: list[list[str]]) -> list[list[str]]:
    """Returns the same cover with one play less, the others rerouted through what only it chose; empty when none is
    found."""
    for spared in sorted(range(len(found)), key=lambda i: len(_only_in(found, i))):
        trial = [*found[:spared], *found[spared + 1 :], found[spared]]
        for index in range(len(trial) - 1):
            keep, want = _only_in(trial, index), _only_in(trial, -1)
            worth = dict.fromkeys(want, 1) | dict.fromkeys(keep, len(want) + 1)
            trial[index] = _richest(plays, worth)
        if set().union(*trial[:-1]) == set().union(*found):  # whatever was rerouted, nothing is lost
            return trial[:-1]
    return []


def _only_in(found: list[list[str]], index: int) -> set[str]:
    """Returns the options that one play chooses and no other does."""
    mine = found[index]
    return set(mine).difference(*(play for play in found if play is not mine))


def _richest(plays: PlayGraph, worth: dict[str, int]) -> list[str]:
    """Returns the play whose options are worth the most, the shorter and then the earlier listed where equal."""
    best: list[tuple[int, int]] = [(0, 0)] * len(plays.steps)
    take = [0] * len(plays.steps)
    for here in reversed(plays.order):
        if steps := plays.steps[here]:
            gains = [(best[s.to][0] + worth.get(s.option.id, 0), best[s.to][1] - 1) for s in steps]
            best[here] = max(gains)
            take[here] = gains.index(best[here])
    chosen, here = list[str](), 0
    while plays.steps[here]:
        step = plays.steps[here][take[here]]
        chosen.append(step.option.id)
        here = step.to
    return chosen


def _most_exclusive(plays: PlayGraph) -> int:
    """Returns the size of a largest set of options no two of which lie on a chain of plays (Dilworth 1950).

    One option precedes another when some play chooses them in this order. Closed under chains, and with options
    that precede one another taken as one, that is a partial order: its widest antichain has as many members as there
    are, less a largest matching. No play chooses two members of an antichain, so each needs a play of its own.
    """
    later = _chosen_later(plays)
    members = {_first_in_circle(later, option) for option in range(len(later))}
    among = sum(1 << member for member in members)
    return len(members) - _matching({member: later[member] & among & ~(1 << member) for member in sorted(members)})


def _first_in_circle(later: list[int], option: int) -> int:
    """Returns the first of the options that both precede and follow an option; itself where none does."""
    if not later[option] >> option & 1:
        return option
    return next(other for other in _bits(later[option]) if later[other] >> option & 1)


def _chosen_later(plays: PlayGraph) -> list[int]:
    """Returns for each option by number, a bit for each option that stands after it on some chain of plays."""
    number = {o: i for i, o in enumerate(dict.fromkeys(s.option.id for steps in plays.steps for s in steps))}
    numbered = [[(number[step.option.id], step.to) for step in steps] for steps in plays.steps]
    ahead = [0] * len(numbered)
    later = [0] * len(number)
    before: list[int] = []
    while later != before:  # once more for options that stand at several positions, until nothing is new
        before = later[:]
        for here in reversed(plays.order):
            for option, to in numbered[here]:
                later[option] |= ahead[to]
                ahead[here] |= ahead[to] | 1 << option | later[option]
    return later


def _bits(number: int) -> Iterator[int]:
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


def _matching(after: dict[int, int]) -> int:
    """Returns the size of a largest matching of members with members after them (augmenting paths, Kuhn 1955)."""
    taken_by: dict[int, int] = {}
    partner: dict[int, int] = {}
    free = sum(1 << member for member in after)
    for first in after:
        came_from: dict[int, int] = {}
        seen, waiting = 0, [first]
        while waiting:
            here = waiting.pop()
            fresh = after[here] & ~seen
            if ends := fresh & free:
                there = next(_bits(ends))
                free ^= 1 << there
                came_from[there] = here
                _shift(there, first, came_from, taken_by, partner)
                break
            seen |= fresh
            for there in _bits(fresh):
                came_from[there] = here
                waiting.append(taken_by[there])
    return len(taken_by)


def _shift(
    there: int, first: int, came_from: dict[int, int], taken_by: dict[int, int], partner: dict[int, int]
) -> None:
    """Gives each member on the way back to `first` the partner that the search found for it."""
    while True:
        giver = came_from[there]
        left = partner.get(giver)
        taken_by[there], partner[giver] = giver, there
        if giver == first:
            return
        assert left is not None  # the search reached every other giver through its partner
        there = left
