"""Which decisions are worth a class's time: two forks, and a choice of the few that can well be argued for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.debrief.figures.division import axis_split, divided
from game.debrief.figures.model import Fork, ForkKind, Minority, NodeFigures, OptionFigures
from game.debrief.figures.shown import ShownClass

FEWEST_FOR_FORK = 5
MOST_FORKS = 2
LEAST_FOR_MINORITY = 60  # of 100 that could be earned


def forks(shown: ShownClass, nodes: Sequence[NodeFigures]) -> tuple[Fork, ...]:
    """Returns two decisions worth the class's time: what the class names, and the author's where that is less; fewer
    where the author names none either."""
    found = _by_the_class(shown, nodes)
    teaching, named = shown.scenario.teaching, {fork.node for fork in found}
    others = [node for node in (teaching.forks if teaching else ()) if node in shown.order and node not in named]
    return (*found, *(Fork(ForkKind.AUTHOR, node) for node in others[: MOST_FORKS - len(found)]))


def _by_the_class(shown: ShownClass, nodes: Sequence[NodeFigures]) -> tuple[Fork, ...]:
    """Returns at most two decisions: the most divided, and the one that split a single axis.

    Both are picked by what was chosen, hidden or not, among the decisions that at least half of the plays of the
    busiest one reached, so that the room can talk. Of these the first is taken whose split can be shown.
    """
    busiest = max((shown.all_at(node) for node in shown.order), default=0)
    fewest = max(FEWEST_FOR_FORK, (busiest + 1) // 2)
    able = [node for node in shown.order if shown.all_at(node) >= fewest and divided(shown.true_counts(node))]
    rank = {node: i for i, node in enumerate(shown.order)}
    able.sort(key=lambda n: (-divided(shown.true_counts(n)), -shown.all_at(n), rank[n]))
    showing = {node.node for node in nodes if _shows_a_split(shown, node)}
    first = next((node for node in able if node in showing), None)
    if first is None:
        return ()
    found = [Fork(ForkKind.DIVIDED, first, among_shown=first != able[0])]
    others = [node for node in able if node != first]
    splits = {node: axis_split(shown.exact, shown.true_counts(node)) for node in others}
    ranked = [(-_one_sided(splits[n], axis), rank[n], n, axis) for n in others for axis in splits[n]]
    ranked = sorted(row for row in ranked if row[0] < 0)
    second = next((row for row in ranked if row[2] in showing), None)
    if second is not None:
        found.append(Fork(ForkKind.ONE_AXIS, second[2], second[3], among_shown=second != ranked[0]))
    return tuple(found)


def _shows_a_split(shown: ShownClass, node: NodeFigures) -> bool:
    """Returns whether at least two rows of a decision can be drawn, and no more choices are counted together than stand
    in rows of their own: a bar of "the others" shows no split."""
    rows, rest = shown.rows(node.node)
    return sum(count > 0 for count in (*rows.values(), rest)) >= 2 and rest <= sum(rows.values())


def _one_sided(split: Mapping[str, float], axis: str) -> float:
    """Returns how much further a decision split one axis than the other; the other's split counts double against it."""
    other = max((v for name, v in split.items() if name != axis), default=0.0)
    return round(split[axis] - 2 * other, 6)


def minority(shown: ShownClass, nodes: Sequence[NodeFigures]) -> Minority | None:
    """Returns the choice of a third or fewer that can best be argued for; None where there is no such choice.

    The case for it is the share of the achievable that it earns, 60 of 100 or more; of equals the rarer, then the
    earlier choice.
    """
    best: tuple[tuple[float, float, int], NodeFigures, OptionFigures] | None = None
    for place, node in enumerate(nodes):
        if not node.n or node.n < FEWEST_FOR_FORK:
            continue
        for row in node.options:
            worth = _mean_achievable(row)
            if worth is None or worth < LEAST_FOR_MINORITY or not _chosen_by_few(row, node):
                continue
            key = (worth, -(row.share or 0), -place)
            if best is None or key > best[0]:
                best = key, node, row
    if best is None:
        return None
    _, node, row = best
    option = next(o for o in shown.scenario.nodes[node.node].options or () if o.id == row.option)
    did = tuple(shown.exact.rubric.moves[m].did for m in option.moves)
    return Minority(node.node, row.option, row.say, row.count or 0, node.n or 0, did)


def _mean_achievable(row: OptionFigures) -> float | None:
    worth = [v for v in row.achievable.values() if v is not None]
    return sum(worth) / len(worth) if worth else None


def _chosen_by_few(row: OptionFigures, node: NodeFigures) -> bool:
    """Returns whether somebody, a third of those here at most, and fewer than chose another option, chose this one."""
    largest = max(other.count or 0 for other in node.options)
    return bool(row.count) and row.share is not None and row.share <= 100 / 3 and (row.count or 0) < largest
