"""What pages tell of a step of one play, and what must be hidden so that they tell nothing of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from game.debrief.figures.flows import EdgeKey, Flows
from game.debrief.figures.hidden_cells import FEWEST_FOR_ABOUT, STEP, Cut, HiddenCells
from game.debrief.figures.model import FEWEST

_PRICES = {"edge": 1, "option": 3, "ending": 4, "about": 6, "node": 14}

Priced = tuple[int, tuple[Cut, ...]]  # what must be hidden, and how dear that is
HidingWays = tuple[Priced, ...]  # of hiding what tells a step: none where nothing helps
FREE: Priced = (0, ())


@dataclass(frozen=True, slots=True)
class Telling:
    """A page, or what else shows counts: those of which plays, and what is hidden.

    of_other: it counts the second play, not the first
    fixed: it was shown already and can hide no more
    """

    flows: Flows
    hidden: HiddenCells
    of_other: bool = False
    fixed: bool = False


class WhatIsTold:
    """What all pages tell: what must be hidden so that all stay the same when one play goes as another did."""

    def __init__(self, told: Sequence[Telling], *, in_steps: bool) -> None:
        self._told = [(one, PageTelling(one.flows, one.hidden, in_steps=in_steps)) for one in told]
        self.mine_alone, self.other_alone = cache(self._mine_alone), cache(self._other_alone)

    def _mine_alone(self, node: str, option: str) -> HidingWays:
        """Returns the ways to hide that the first play alone took a step."""
        return self._all((one, (page.more if one.of_other else page.less)(node, option)) for one, page in self._told)

    def _other_alone(self, node: str, option: str) -> HidingWays:
        """Returns the ways to hide that the second play alone took a step."""
        return self._all((one, (page.less if one.of_other else page.more)(node, option)) for one, page in self._told)

    def both(self, mine: EdgeKey, other: EdgeKey) -> HidingWays:
        """Returns the ways to hide that a choice was another of the same decision."""
        return self._all((t, p.both(other, mine) if t.of_other else p.both(mine, other)) for t, p in self._told)

    def endings(self, mine: str, other: str) -> HidingWays:
        """Returns the ways to hide that an ending was another."""
        return self._all((one, page.endings(mine, other)) for one, page in self._told)

    def ends_untold(self, more: int) -> bool:
        """Returns whether no page tells how many came to an ending, nor would with so many more."""
        return all(
            max(t.flows.complete, t.flows.complete + (-more if t.of_other else more)) < FEWEST for t, _ in self._told
        )

    @staticmethod
    def _all(pages: Iterable[tuple[Telling, HidingWays]]) -> HidingWays:
        """Returns the ways to hide it on all pages; at most one of them can hide more."""
        found: HidingWays = (FREE,)
        for telling, ways in pages:
            if not telling.fixed:
                found = ways
            elif all(price for price, _ in ways):
                return ()
        return found


class PageTelling:
    """What one page tells: what must be hidden so that it stays the same with a step less, a step more, or another.

    `in_steps` says that a count may be told as "about"; no play comes to a decision twice then, so that one step more
    at a decision is one choice more there.
    """

    def __init__(self, flows: Flows, hidden: HiddenCells, *, in_steps: bool) -> None:
        self._counts, self._hidden, self._in_steps = flows.options(), hidden, in_steps
        self._branching = _branching(flows.edges)
        self._pools: dict[str, int] = {}
        for node, option in hidden.pooled:
            self._pools[node] = self._pools.get(node, 0) + self._counts[node].get(option, 0)
        self.less, self.more = cache(self._less), cache(self._more)

    def _less(self, node: str, option: str) -> HidingWays:
        """Returns what must be hidden so that a choice fewer does not show."""
        return (self._one(node, self._row(node, option) % STEP != 0),)

    def _more(self, node: str, option: str) -> HidingWays:
        """Returns what must be hidden so that a choice more does not show."""
        return (self._one(node, self._row(node, option) % STEP != STEP - 1),)

    def both(self, one: EdgeKey, two: EdgeKey) -> HidingWays:
        """Returns the ways to hide that a choice was another of the same decision."""
        node, hidden = one[0], self._hidden
        if node in hidden.nodes:
            return (FREE,)
        mine, other = (node, one[1]), (node, two[1])
        if mine == other:
            return (FREE,) if node in hidden.about else (self._edges(one, two),)
        pooling = tuple(("option", *way) for way in (mine, other) if way not in hidden.pooled)
        if not pooling:
            return (FREE,)
        stepping = tuple(dict.fromkeys((*self.less(*mine)[0][1], *self.more(*other)[0][1])))
        return (price_of(pooling), pooling), (price_of(stepping), stepping)

    def endings(self, one: str, two: str) -> HidingWays:
        """Returns what must be hidden so that one ending in place of another does not show."""
        cuts = () if one == two else tuple(("ending", e) for e in (one, two) if e not in self._hidden.endings)
        return ((price_of(cuts), cuts),)

    def _edges(self, one: EdgeKey, two: EdgeKey) -> Priced:
        if one == two or one[:2] not in self._branching or one[:2] in self._hidden.pooled:
            return FREE
        cuts = tuple(("edge", *edge) for edge in (one, two) if edge not in self._hidden.edges)
        return price_of(cuts), cuts

    def _one(self, node: str, within_its_step: bool) -> Priced:
        if node in self._hidden.nodes:
            return FREE
        many = sum(self._counts[node].values()) >= FEWEST_FOR_ABOUT
        if within_its_step and many and self._in_steps:
            return FREE if node in self._hidden.about else (_PRICES["about"], (("about", node),))
        return _PRICES["node"], (("node", node),)

    def _row(self, node: str, option: str) -> int:
        if (node, option) in self._hidden.pooled:
            return self._pools[node]
        return self._counts[node].get(option, 0)


def price_of(cuts: Iterable[Cut]) -> int:
    """Returns how dear it is to hide these."""
    return sum(_PRICES[cut[0]] for cut in cuts)


def _branching(edges: Iterable[EdgeKey]) -> frozenset[tuple[str, str]]:
    """Returns the options that lead to more than one place."""
    seen: set[tuple[str, str]] = set()
    found: set[tuple[str, str]] = set()
    for node, option, _ in edges:
        (found if (node, option) in seen else seen).add((node, option))
    return frozenset(found)
