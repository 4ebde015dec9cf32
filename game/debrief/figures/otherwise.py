"""Whether one player could have played otherwise without a number on the page being another, and what that would take.

Two plays are walked beside each other on the graph of positions: one that the class holds, and one that the story
allows. They go together until the second goes another way. Each step of the two must come under the same shown count,
or under none; where it does not, what tells them apart can be hidden, at a price. The cheapest walk after which one of
the two alone has met the secret is a shortest path (Dijkstra); its price is nought where enough is hidden already.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from game.debrief.figures.flows import EdgeKey, Flows, Ways
from game.debrief.figures.hidden_cells import Cut, Secret
from game.debrief.figures.telling import FREE, Priced, Telling, WhatIsTold, price_of

_MOST = 10_000  # a price at which nothing is left to hide
_OVER = -1  # where a play is that has ended or stopped


class _Move(NamedTuple):
    """A step of one or both: where it leads, what must be hidden for it, and what each came through (an edge, or an
    ending)."""

    mine: int
    other: int
    cuts: Priced
    my_way: EdgeKey | str = ""
    other_way: EdgeKey | str = ""


class Otherwise:
    """Looks for such pairs of plays: the first is one of a class; the second one that the story allows, or one of some
    others, who then played the other way round."""

    def __init__(self, flows: Flows, others: Flows | None = None) -> None:
        ways = flows.ways
        self._ways, self._rank = ways, _ranks(ways)
        self._mine, self._steps = _taken(flows), dict(enumerate(ways.steps)) if others is None else _taken(others)
        self._stopped, self._may_stop = flows.stopped(), None if others is None else others.stopped()
        self._at: dict[str, list[int]] = {}
        for here, node in enumerate(ways.nodes):
            self._at.setdefault(node, []).append(here)
        self._before, self._mine_before = _before(self._steps), _before(self._mine)

    def price(self, secret: Secret, told: Sequence[Telling]) -> tuple[Cut, ...] | None:
        """Returns what more must be hidden, where something can, so that the secret could have another value with all
        that is told: nothing where it could already, None where nothing helps."""
        page = WhatIsTold(told, in_steps=bool(self._rank))
        one = self._walk(page, secret, _MOST, of_class=True)
        if one is not None and not one[0]:
            return ()
        two = self._walk(page, secret, _MOST if one is None else one[0] - 1, of_class=False)
        found = two or one
        return None if found is None else found[1]

    def _can_stop(self, here: int) -> bool:
        """Returns whether the other may have stopped at a position: anyone may stop anywhere."""
        return self._may_stop is None or here == _OVER or here in self._may_stop

    def _walk(self, page: WhatIsTold, secret: Secret, most: int, *, of_class: bool) -> Priced | None:
        """Returns what must be hidden for the cheapest pair of which the class's play (or else the other) alone meets
        the secret; None where that costs more than `most`."""
        walk = _Walk(secret, most, self._ahead(secret, of_class), of_class=of_class)
        for here in walk.ahead:
            if here in self._mine or here in self._stopped:
                walk.reach(0, (), False, self._parting(page, here))
        for price, mine, other, met, cuts in walk.cheapest_first():
            if mine != other:
                walk.reach(price, cuts, met, self._onward(page, mine, other))
            elif met:
                return price, cuts
        return None

    def _ahead(self, secret: Secret, of_class: bool) -> set[int]:
        """Returns the positions from which the secret can be met, by plays of the class or by any."""
        steps, before = (self._mine, self._mine_before) if of_class else (self._steps, self._before)
        found = set(self._at.get(secret.ending, ()))
        for node, option, to in secret.edges:
            at = (here for here in self._at.get(node, ()) if option in steps.get(here, ()))
            found |= {here for here in at if self._ways.nodes[steps[here][option]] == to}
        waiting = list(found)
        while waiting:
            for here in before.get(waiting.pop(), ()):
                if here not in found:
                    found.add(here)
                    waiting.append(here)
        return found

    def _parting(self, page: WhatIsTold, here: int) -> Iterator[_Move]:
        """Returns the ways in which the two can part at a position."""
        for move in self._together(page, here, here):
            if move.my_way[1:2] != move.other_way[1:2]:
                yield move
        if here in self._stopped:  # mine stops, and the other goes on
            yield from (m._replace(mine=_OVER) for m in self._other_alone(page, here, here))
        if self._can_stop(here):  # and mine goes on
            yield from (move._replace(other=_OVER) for move in self._mine_alone(page, here, here))

    def _onward(self, page: WhatIsTold, mine: int, other: int) -> Iterator[_Move]:
        """Returns the steps that two plays can take that have parted: the one that is behind goes on, and both where
        they are at one decision."""
        nodes, endings, rank = self._ways.nodes, self._ways.endings, self._rank
        yield from self._any_end(page, mine, other)
        if mine == _OVER or other == _OVER:
            if other == _OVER:
                yield from self._mine_alone(page, mine, other)
            else:
                yield from self._other_alone(page, mine, other)
            if mine in self._stopped or (mine == _OVER and nodes[other] not in endings and self._can_stop(other)):
                yield _Move(_OVER, _OVER, FREE)
            return
        here, there = nodes[mine], nodes[other]
        if here == there and here not in endings:
            yield from self._together(page, mine, other)
        elif here in endings and there in endings:
            yield from (_Move(_OVER, _OVER, cuts, here, there) for cuts in page.endings(here, there))
        else:
            if not rank or rank[here] <= rank[there]:
                yield from self._mine_alone(page, mine, other)
            if not rank or rank[here] > rank[there]:
                yield from self._other_alone(page, mine, other)
        if mine in self._stopped and there not in endings and self._can_stop(other):
            yield _Move(_OVER, _OVER, FREE)

    def _any_end(self, page: WhatIsTold, mine: int, other: int) -> Iterator[_Move]:
        """Returns the end of both where it is not told how many came to an ending, and to which: one may, and the other
        stop, as long as there are not too many for that to stay untold."""
        my_end, other_end = self._ending_at(mine), self._ending_at(other)
        if not my_end and mine != _OVER and mine not in self._stopped:
            return
        if (other_end or self._can_stop(other)) and page.ends_untold(bool(other_end) - bool(my_end)):
            yield _Move(_OVER, _OVER, FREE, my_end, other_end)

    def _ending_at(self, here: int) -> str:
        node = self._ways.nodes[here] if here != _OVER else ""
        return node if node in self._ways.endings else ""

    def _together(self, page: WhatIsTold, mine: int, other: int) -> Iterator[_Move]:
        nodes = self._ways.nodes
        here = nodes[mine]
        for option, to in self._mine.get(mine, {}).items():
            my_way = (here, option, nodes[to])
            for another, there in self._steps.get(other, {}).items():
                other_way = (here, another, nodes[there])
                for cuts in page.both(my_way, other_way):
                    yield _Move(to, there, cuts, my_way, other_way)

    def _mine_alone(self, page: WhatIsTold, mine: int, other: int) -> Iterator[_Move]:
        nodes = self._ways.nodes
        for option, to in self._mine.get(mine, {}).items():
            for cuts in page.mine_alone(nodes[mine], option):
                yield _Move(to, other, cuts, (nodes[mine], option, nodes[to]))

    def _other_alone(self, page: WhatIsTold, mine: int, other: int) -> Iterator[_Move]:
        nodes = self._ways.nodes
        for option, to in self._steps.get(other, {}).items():
            for cuts in page.other_alone(nodes[other], option):
                yield _Move(mine, to, cuts, "", (nodes[other], option, nodes[to]))


class _Walk:
    """The pairs that a search has come to, and what each costs at the least."""

    def __init__(self, secret: Secret, most: int, ahead: set[int], *, of_class: bool) -> None:
        self._secret, self._most, self.ahead, self._of_class = secret, most, ahead, of_class
        self._best: dict[tuple[int, int, bool], int] = {}
        self._waiting: list[tuple[int, int, int, int, bool, tuple[Cut, ...]]] = []

    def reach(self, price: int, cuts: tuple[Cut, ...], met: bool, moves: Iterable[_Move]) -> None:
        """Takes these steps from a pair that was reached at a price."""
        meets, most, best = self._secret.meets, self._most, self._best
        for mine, other, (more, fresh), my_way, other_way in moves:
            if self._of_class:
                spoils, now, mover = meets(other_way), met or meets(my_way), mine
            else:
                spoils, now, mover = meets(my_way), met or meets(other_way), other
            if spoils or (not now and mover not in self.ahead):
                continue  # the one that must not meet the secret does, or the one that must cannot any more
            if more and cuts:
                fresh = tuple(cut for cut in fresh if cut not in cuts)
                more = price_of(fresh)
            total = price + more
            if total <= most and total < best.get((mine, other, now), most + 1):
                best[mine, other, now] = total
                heapq.heappush(self._waiting, (total, len(best), mine, other, now, (*cuts, *fresh)))

    def cheapest_first(self) -> Iterator[tuple[int, int, int, bool, tuple[Cut, ...]]]:
        """Returns the pairs reached, with price and what must be hidden; more may be reached on the way."""
        while self._waiting:
            price, _, mine, other, met, cuts = heapq.heappop(self._waiting)
            if price == self._best[mine, other, met]:
                yield price, mine, other, met, cuts


def _taken(flows: Flows) -> dict[int, dict[str, int]]:
    """Returns for each position the options that were chosen there, and where each led."""
    found: dict[int, dict[str, int]] = {}
    for (here, option), count in flows.taken.items():
        if count > 0:
            found.setdefault(here, {})[option] = flows.ways.steps[here][option]
    return found


def _ranks(ways: Ways) -> dict[str, int]:
    """Returns the nodes in an order in which every step goes forward; nothing where a play can come to one again."""
    onward: dict[str, set[str]] = {node: set() for node in ways.nodes}
    for here, steps in enumerate(ways.steps):
        onward[ways.nodes[here]].update(ways.nodes[to] for to in steps.values())
    try:
        order = tuple(TopologicalSorter(onward).static_order())
    except CycleError:
        return {}
    return {node: -rank for rank, node in enumerate(order)}


def _before(steps: Mapping[int, Mapping[str, int]]) -> dict[int, list[int]]:
    """Returns for each position those from which a step leads there."""
    found: dict[int, list[int]] = {}
    for here, onward in steps.items():
        for to in onward.values():
            found.setdefault(to, []).append(here)
    return found
