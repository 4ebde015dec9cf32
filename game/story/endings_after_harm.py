"""What crossing a hard limit does to a play: harm that is open, mended or past mending, and how well it may then end.

Who crosses a limit, and what mends it, is given as data (`Harms`); the rubric knows, the story does not. A repair mends
only the harm that its rupture names, and only what was done before it; the same harm done again after a repair is past
mending. Any harm: never a best ending. Harm that is not mended: a mixed ending at most. Source: the brief on the judge,
section 2, rule 3.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from game.scenario.model import Ending, EndingKind, Node, Option
from game.story.conditions import Demand, holds
from game.story.position import Position

FOR_GOOD = "harm for good"
KINDS = (EndingKind.POOR, EndingKind.MIXED, EndingKind.GOOD, EndingKind.BEST)


class Harm(NamedTuple):
    """The harm of an option that crosses a hard limit: the rupture whose repair mends it (none: nothing does), and the
    ruptures that stand for the same harm: once one of them has been repaired, this is past mending too."""

    rupture: str | None
    again: frozenset[str] = frozenset()


Harms = Mapping[str, Harm]  # by the id of the option


def harm_facts(harms: Harms) -> list[str]:
    """Returns the facts that tell what became of harm: past mending, and for each rupture that it was done, and
    mended."""
    ruptures = sorted({harm.rupture for harm in harms.values() if harm.rupture})
    return [*([FOR_GOOD] if harms else []), *(fact for r in ruptures for fact in (_done(r), _mended(r)))]


def _done(rupture: str) -> str:
    return f"harm {rupture}"


def _mended(rupture: str) -> str:
    return f"harm {rupture} mended"


class Effect(NamedTuple):
    """What an option does to the facts about harm, as bits: what it mends where that was done, what it does itself,
    the mended harms that make it past mending, and all that no longer matters then."""

    mends_done: int
    mends: int
    does: int
    again: int
    for_good: int
    forgets: int

    def on(self, facts: int) -> int:
        """Returns the facts after it."""
        if self.mends_done & facts:
            facts |= self.mends
        if self.does:
            facts |= self.for_good if self.again & facts else self.does
        return facts & ~self.forgets if facts & self.for_good else facts


class Limits:
    """The harms of a story made ready: what each option does to them, and how well each ending may be told."""

    def __init__(self, nodes: Mapping[str, Node], harms: Harms, bits: Mapping[str, int]) -> None:
        self.every = sum(bits[fact] for fact in harm_facts(harms))
        self._bits, self._harms = bits, harms
        self._for_good = bits.get(FOR_GOOD, 0)
        ruptures = sorted({harm.rupture for harm in harms.values() if harm.rupture})
        self._ruptures = {r: (bits[_done(r)], bits[_mended(r)]) for r in ruptures}
        past = [Demand(self._for_good, 0, ())] if harms else []
        self.crossed = (*past, *(Demand(done, 0, ()) for done, _ in self._ruptures.values()))
        self.unmended = (*past, *(Demand(done, mended, ()) for done, mended in self._ruptures.values()))
        self.instead = {name: ways for name, node in nodes.items() if (ways := self._instead(nodes, node))}

    def effect(self, option: Option) -> Effect | None:
        """Returns what an option does to the facts about harm; None where it does nothing."""
        harm = self._harms.get(option.id)
        mends_done, mends = self._ruptures.get(option.repairs or "", (0, 0))
        if harm is None and not mends:
            return None
        again = sum(self._ruptures[r][1] for r in harm.again if r in self._ruptures) if harm else 0
        does = 0 if harm is None else self._ruptures[harm.rupture][0] if harm.rupture else self._for_good
        return Effect(mends_done, mends, does, again, self._for_good, self.every & ~self._for_good)

    def asked_at(self, ending: Ending) -> int:
        """Returns the facts that decide whether a play may come to an ending, and how it is told."""
        return self.every if KINDS.index(ending.kind) > KINDS.index(EndingKind.MIXED) else 0

    def best_kind(self, position: Position) -> EndingKind:
        """Returns the kind that an ending may have at most."""
        if any(holds(demand, position) for demand in self.unmended):
            return EndingKind.MIXED
        return EndingKind.GOOD if any(holds(demand, position) for demand in self.crossed) else EndingKind.BEST

    def told(self, ending: Ending, position: Position) -> Ending:
        """Returns the ending as it is told: of no better kind than what was done allows."""
        most = self.best_kind(position) if self.every else EndingKind.BEST
        return ending if not better(ending.kind, most) else replace(ending, kind=most)

    def _instead(self, nodes: Mapping[str, Node], node: Node) -> tuple[tuple[Demand, str | None], ...]:
        """Returns the endings that a play comes to in place of this one, each with what it then has done; None is
        this one."""
        if node.ending is None or not self.asked_at(node.ending) or not (node.ending.mended or node.ending.unmended):
            return ()
        unmended = _fit(nodes, node.ending.unmended, EndingKind.MIXED)
        mended = _fit(nodes, node.ending.mended, EndingKind.GOOD)
        after_repair = mended if node.ending.kind is EndingKind.BEST else None
        return (*((demand, unmended) for demand in self.unmended), *((demand, after_repair) for demand in self.crossed))


def better(one: EndingKind, other: EndingKind) -> bool:
    """Returns True when one kind of ending is better than the other."""
    return KINDS.index(one) > KINDS.index(other)


def _fit(nodes: Mapping[str, Node], name: str | None, most: EndingKind) -> str | None:
    """Returns the ending of that name, where it is of no better kind than that."""
    node = nodes.get(name or "")
    return name if node and node.ending and not better(node.ending.kind, most) else None


def in_place_of(ways: Iterable[tuple[Demand, str | None]], name: str, position: Position) -> str:
    """Returns the ending that a play comes to that was on its way to the one of that name."""
    return next((to or name for demand, to in ways if holds(demand, position)), name)
