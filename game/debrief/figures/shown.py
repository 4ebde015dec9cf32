"""A class's counts as they may be shown: whoever reads them through `ShownClass` meets no hidden one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from game.debrief.figures.flows import EdgeKey, Flows
from game.debrief.figures.hidden_cells import HiddenCells, about
from game.debrief.figures.model import FEWEST, Edge, EndingFigures, PoleFigures, RuptureFigures
from game.debrief.figures.rounding import in_percent, to_half
from game.debrief.figures.sums import Key
from game.rubric.model import POLES
from game.rubric.scoring_model import ScoringModel
from game.scenario.model import Rupture, Scenario

FEWEST_FOR_POLES = 20  # choices


@dataclass(slots=True)
class ShownClass:
    """A class's counts; what its methods return is safe to show, but for `all_at` and `true_counts`."""

    exact: ScoringModel
    counts: Mapping[Key, int]
    flows: Flows
    hidden: HiddenCells
    options: dict[str, dict[str, int]]

    @property
    def scenario(self) -> Scenario:
        """Returns the scenario that the class played."""
        return self.exact.story.scenario

    @property
    def order(self) -> list[str]:
        """Returns the decisions in the author's order."""
        return [name for name, node in self.scenario.nodes.items() if node.options]

    def n(self, node: str) -> int | None:
        """Returns how many choices were made at a node; None where that is hidden."""
        return None if node in self.hidden.nodes | self.hidden.about else self.all_at(node)

    def all_at(self, node: str) -> int:
        """Returns how many choices were made at a node, hidden or not."""
        return sum(self.options.get(node, {}).values())

    def count(self, node: str, option: str) -> int | None:
        """Returns how many chose an option; None where that is hidden or only told rounded."""
        if node in self.hidden.nodes | self.hidden.about or (node, option) in self.hidden.pooled:
            return None
        return self.options.get(node, {}).get(option, 0)

    def others(self, node: str) -> int | None:
        """Returns how many chose one of the pooled options, all together; None where there is no pool to show."""
        n = self.n(node)
        if n is None or not self.pool(node):
            return None
        return n - sum(self.count(node, o) or 0 for o in self.options[node])

    def pool(self, node: str) -> set[str]:
        """Returns the options of a node that are only counted together."""
        return {option for name, option in self.hidden.pooled if name == node}

    def true_counts(self, node: str) -> dict[str, int]:
        """Returns how many chose each option of a node, hidden or not."""
        return self.options.get(node, {})

    def rows(self, node: str) -> tuple[dict[str, int], int]:
        """Returns the count of each shown option, and of the pool; the middle of their steps where they are told as
        "about", and nothing where the node is hidden."""
        if node in self.hidden.nodes:
            return {}, 0
        counts, pooled = self.options.get(node, {}), self.pool(node)
        rows = {o: c for o, c in counts.items() if o not in pooled}
        rest = sum(c for o, c in counts.items() if o in pooled)
        if node not in self.hidden.about:
            return rows, rest
        return {o: about(c) for o, c in rows.items()}, about(rest) if pooled else 0

    def edges(self) -> tuple[Edge, ...]:
        """Returns the steps of the map in the author's order, hidden ones without a count."""
        rank = {name: i for i, name in enumerate(self.scenario.nodes)}
        options = {o: i for i, o in enumerate(self.exact.weights)}
        keys = sorted(self.flows.edges, key=lambda k: (rank[k[0]], options[k[1]], rank[k[2]]))
        return tuple(Edge(*key, self._edge(key)) for key in keys)

    def _edge(self, key: EdgeKey) -> int | None:
        shown = self.count(key[0], key[1]) is not None and key not in self.hidden.edges
        return self.flows.edges[key] if shown else None

    def endings(self) -> tuple[EndingFigures, ...]:
        """Returns every ending with how many plays came to it, hidden ones without a count."""
        arrived = self.flows.arrivals()
        return tuple(
            EndingFigures(
                name,
                node.ending.kind.value,
                node.ending.title,
                None if name in self.hidden.endings else arrived.get(name, 0),
            )
            for name, node in self.scenario.nodes.items()
            if node.ending is not None
        )

    def endings_others(self) -> int | None:
        """Returns how many plays came to one of the pooled endings; None where none is pooled."""
        shown = sum(e.count or 0 for e in self.endings())
        return self.flows.complete - shown if self.hidden.endings and self.flows.complete >= FEWEST else None

    def poles(self) -> dict[str, PoleFigures]:
        """Returns for each pole which share of the choices leaned to it, at decisions where what is shown tells."""
        return {pole: self._pole(pole) for pole in POLES}

    def _pole(self, pole: str) -> PoleFigures:
        chosen = offered = told = decisions = 0
        for name in self.order:
            leaning = {o.id for o in self.scenario.nodes[name].options or () if pole in self.exact.weights[o.id].poles}
            if not leaning:
                continue
            decisions += 1
            rows, rest = self.rows(name)
            pool = self.pool(name)
            if (not rows and not rest) or (pool & leaning and pool - leaning):
                continue  # nothing is shown, or how the pool divides would tell
            told += 1
            offered += sum(rows.values()) + rest
            chosen += sum(count for option, count in rows.items() if option in leaning)
            chosen += rest if pool & leaning else 0
        if offered < FEWEST_FOR_POLES or 2 * told < decisions:
            return PoleFigures(None, told, decisions)
        return PoleFigures(in_percent(chosen, offered), told, decisions)

    def ruptures(self) -> tuple[RuptureFigures, ...]:
        """Returns the ruptures, counted where all their options are shown, so that they tell nothing new."""
        return tuple(self._rupture(name, rupture) for name, rupture in self.scenario.ruptures.items())

    def _rupture(self, name: str, rupture: Rupture) -> RuptureFigures:
        opened = self._times(name, "opened") if self._all_shown(name, "opens") else None
        repaired = self._times(name, "repaired") if opened is not None and self._all_shown(name, "repairs") else None
        if opened is not None and repaired is not None and 0 < opened - repaired < FEWEST:
            repaired = None  # those left open would be too few to tell
        late = self.counts.get(("rupture", name, "late"), 0)
        mean = to_half(Fraction(late, repaired)) if repaired else None
        return RuptureFigures(name, rupture.kind.value, rupture.what, opened, repaired, mean)

    def _times(self, name: str, what: str) -> int | None:
        count = self.counts.get(("rupture", name, what), 0)
        return count if count >= FEWEST else None

    def _all_shown(self, rupture: str, how: str) -> bool:
        """Returns whether every option that opens (or repairs) a rupture is shown."""
        return all(
            self.count(node, option.id) is not None
            for node in self.order
            for option in self.scenario.nodes[node].options or ()
            if (option.opens if how == "opens" else option.repairs) == rupture
        )
