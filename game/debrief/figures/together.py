"""What pages of one class tell taken together: each lies in another, or shares no play with it.

Pages cut a class into parts, each counted by some of the pages. A reader adds and subtracts pages, so a count of a part
that no page shows may follow from all of them. It has another value as well where one player of the part could have
played otherwise, and either no page that counts the player shows it, or a player of another part could have played the
other way round: then only pages that count one of the two can show it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from game.debrief.figures.flows import Flows, without
from game.debrief.figures.hidden_cells import Cut, HiddenCells, Secret
from game.debrief.figures.hiding import secrets
from game.debrief.figures.otherwise import Otherwise
from game.debrief.figures.telling import Telling, price_of

MOST_TAKEN_OUT = 3  # pages that are taken out of a page at once, where it has more parts


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page: the plays that it counts, how they flow, and what it hides."""

    plays: frozenset[str]
    flows: Flows
    hidden: HiddenCells


@dataclass(frozen=True, slots=True)
class ClassPart:
    """Plays that the same pages count, and the numbers of these pages."""

    pages: frozenset[int]
    flows: Flows


@dataclass(frozen=True, slots=True)
class TellableGroup:
    """Parts whose plays can be told from the others by adding and subtracting pages."""

    parts: frozenset[int]
    flows: Flows


class PagesTogether:
    """Pages of one class, and what can be worked out from all of them; the last one's `hidden` can still grow."""

    def __init__(self, pages: Sequence[ShownPage], parts: Sequence[ClassPart], groups: Sequence[TellableGroup]) -> None:
        self._pages, self._parts, self._groups = pages, parts, groups
        self._searches: dict[tuple[int, int | None], Otherwise] = {}

    def hide(self) -> bool:
        """Hides more on the last page until no secret follows from all pages; returns whether that could be done."""
        wanted = [(group, secret) for group in self._groups for secret in secrets(group.flows)]
        while given_away := [(group, secret) for group, secret in wanted if not self._safe(group, secret)]:
            for group, secret in given_away:
                cuts = self._cheapest(group, secret)
                if cuts is None:
                    return False
                for cut in cuts:
                    self._pages[-1].hidden.add(cut)
        return True

    def _safe(self, group: TellableGroup, secret: Secret) -> bool:
        """Returns whether the secret could have another value; also where the story itself leaves it none."""
        for search, told in self._ways(group):
            fixed = [replace(one, fixed=True) for one in told]
            if search.price(secret, fixed) is not None:
                return True
        return all(search.price(secret, []) is None for search, _ in self._ways(group))

    def _cheapest(self, group: TellableGroup, secret: Secret) -> tuple[Cut, ...] | None:
        """Returns the cheapest that the last page can hide so that the secret could have another value; None where
        nothing helps, since other pages show it."""
        prices = (search.price(secret, told) for search, told in self._ways(group))
        return min((cuts for cuts in prices if cuts is not None), key=price_of, default=None)

    def _ways(self, group: TellableGroup) -> Iterator[tuple[Otherwise, list[Telling]]]:
        """Returns the ways in which a count of the group could be another: a search for plays, and the pages that count
        one of the two alone."""
        last = len(self._pages) - 1
        for other in (None, *(part for part in range(len(self._parts)) if part not in group.parts)):
            for part in sorted(group.parts):
                mine, theirs = self._parts[part].pages, frozenset() if other is None else self._parts[other].pages
                told = [
                    Telling(self._pages[page].flows, self._pages[page].hidden, page in theirs, fixed=page != last)
                    for page in sorted(mine ^ theirs)
                ]
                yield self._search(part, other), told

    def _search(self, part: int, other: int | None) -> Otherwise:
        if (part, other) not in self._searches:
            others = None if other is None else self._parts[other].flows
            self._searches[part, other] = Otherwise(self._parts[part].flows, others)
        return self._searches[part, other]


def together(pages: Sequence[ShownPage]) -> PagesTogether:
    """Returns these pages beside each other; of any two, one holds the other or they share no play."""
    inside = [_parts_of(pages, whole) for whole in pages]
    parts = list[ClassPart]()
    for n, page in enumerate(pages):
        left = without(page.flows, (pages[m].flows for m in inside[n]))
        if left.plays:
            parts.append(ClassPart(frozenset(m for m, other in enumerate(pages) if other.plays >= page.plays), left))
    groups = dict[frozenset[int], TellableGroup]()
    for n, page in enumerate(pages):
        for out in _taken_out(inside[n]):
            some = frozenset(k for k, part in enumerate(parts) if n in part.pages and not part.pages & {*out})
            if some and some not in groups:
                groups[some] = TellableGroup(some, without(page.flows, (pages[m].flows for m in out)))
    return PagesTogether(pages, parts, [*groups.values()])


def _parts_of(pages: Sequence[ShownPage], whole: ShownPage) -> list[int]:
    """Returns the numbers of the largest pages within one."""
    within = [n for n, page in enumerate(pages) if page.plays < whole.plays]
    return [n for n in within if not any(pages[n].plays < pages[m].plays for m in within)]


def _taken_out(inside: Sequence[int]) -> Iterator[tuple[int, ...]]:
    many = range(len(inside) + 1) if len(inside) <= MOST_TAKEN_OUT else (0, 1, len(inside) - 1, len(inside))
    for n in many:
        yield from combinations(inside, n)
