"""Which counts of a class may be shown, so that no small one, and no crossed hard limit, can be worked out.

Counts under three are hidden; within a decision they are pooled into one row. That alone is not enough. Who knows the
story can add and subtract along it: all who came to a node came by some option, and a story remembers, so that an
option may be open to some of them only. So a hidden count is safe when **one player could have played otherwise
without a number on the page being another**: when some play of the class and some other way through the story come
under the same shown counts and differ in the hidden one (`game.debrief.figures.otherwise` looks for such a pair on the
graph of positions). Then it has two values at least that fit all that is shown.

Where there is no such pair, the cheapest further counts are hidden that make one: an edge of the map, an option that
joins its pool, an ending, the exact counts of a decision (which then stand in steps of three, "about 13" being 12, 13
or 14), or all counts of a decision.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from game.debrief.figures.flows import EdgeKey, Flows
from game.debrief.figures.hidden_cells import HiddenCells, Secret
from game.debrief.figures.model import FEWEST
from game.debrief.figures.otherwise import Otherwise
from game.debrief.figures.telling import Telling


def secrets(flows: Flows) -> Iterator[Secret]:
    """Returns every count that must not be worked out: those under three, and options that cross a hard limit."""
    options = flows.options()
    onward: dict[tuple[str, str], list[EdgeKey]] = {}
    for edge in flows.edges:
        onward.setdefault(edge[:2], []).append(edge)
    for node, counts in options.items():
        for option, count in counts.items():
            if count < FEWEST or option in flows.ways.private:
                yield Secret(frozenset(onward[node, option]))
        if sum(counts.values()) < FEWEST:
            yield Secret(frozenset(edge for option in counts for edge in onward[node, option]))
    for edge, count in flows.edges.items():
        if 0 < count < FEWEST and len(onward[edge[:2]]) > 1:
            yield Secret(frozenset([edge]))
    arrived = flows.arrivals()
    for ending in sorted(flows.ways.endings):
        if arrived.get(ending, 0) < FEWEST:
            yield Secret(frozenset(), ending)


def hide(flows: Flows) -> HiddenCells:
    """Returns what must be hidden in a class."""
    if not flows.followed:
        options = flows.options()
        return HiddenCells(nodes=set(options), endings=set(flows.ways.endings), edges=set(flows.edges))
    hidden = small(flows)
    if flows.plays < FEWEST:
        return hidden
    search, page, wanted = Otherwise(flows), Telling(flows, hidden), list(secrets(flows))
    changed = True
    while changed:  # an option that joins a pool told as "about" may put it in another step
        changed = False
        for secret in wanted:
            for cut in search.price(secret, [page]) or ():
                hidden.add(cut)
                changed = changed or (cut[0] == "option" and cut[1] in hidden.about)
    return hidden


def small(flows: Flows) -> HiddenCells:
    """Returns what is hidden for its own size, and what joins it in a pool."""
    hidden = HiddenCells()
    for node, counts in flows.options().items():
        if sum(counts.values()) < FEWEST or flows.plays < FEWEST:
            hidden.nodes.add(node)
            continue
        hidden.pooled |= {(node, option) for option in pool(counts, flows.ways.private)}
    arrived = flows.arrivals()
    hidden.endings |= pool({e: arrived.get(e, 0) for e in flows.ways.endings}, ())
    hidden.edges |= {key for key, count in flows.edges.items() if count < FEWEST}
    return hidden


def pool(counts: Mapping[str, int], private: Collection[str]) -> set[str]:
    """Returns the options to count together: the small ones, and the next smallest until they are two and three plays.

    An option that crosses a hard limit is small however often it was chosen.
    """
    order = sorted(counts, key=lambda o: (o not in private, counts[o], o))
    pooled = [o for o in order if counts[o] < FEWEST or o in private]
    rest = [o for o in order if o not in pooled]
    while pooled and rest and (len(pooled) < 2 or sum(counts[o] for o in pooled) < FEWEST):
        pooled.append(rest.pop(0))
    return set(pooled)
