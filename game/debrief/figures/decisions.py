"""The figures of a decision: how often each option was chosen, and what it is worth."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from game.debrief.figures.item_statistics import ItemStatistics
from game.debrief.figures.model import FEWEST_FOR_FIRM, FEWEST_FOR_ITEMS, NodeFigures, OptionFigures
from game.debrief.figures.rounding import in_points, percent
from game.debrief.figures.shown import ShownClass
from game.rubric.model import COMPONENTS
from game.rubric.scoring_model import ScoringModel
from game.scenario.model import Node, Option


def decision_figures(shown: ShownClass, name: str) -> NodeFigures:
    """Returns the figures of a decision; of a hidden one only its words."""
    node, n, pool = shown.scenario.nodes[name], shown.n(name), shown.pool(name)
    rows, rest = shown.rows(name)
    whole = sum(rows.values()) + rest
    items = ItemStatistics.of(shown.counts, shown.exact, name, list(rows))
    hidden = name in shown.hidden.nodes
    return NodeFigures(
        node=name,
        place=node.place,
        n=n,
        options=tuple(_option(shown, name, o, rows, whole, items) for o in node.options or ()),
        others=shown.others(name),
        others_share=percent(rest, whole) if pool and not hidden else None,
        lines=tuple(line.text for line in node.lines if not line.private),
        thinks=_thoughts(node),
        items_hidden=hidden or items.n < FEWEST_FOR_ITEMS,
        provisional=items.n < FEWEST_FOR_FIRM,
        hidden=hidden,
        about=whole if n is None and not hidden else None,
    )


def _option(
    shown: ShownClass, name: str, option: Option, rows: Mapping[str, int], whole: int, items: ItemStatistics
) -> OptionFigures:
    return OptionFigures(
        option=option.id,
        say=option.say or option.do or "",
        count=shown.count(name, option.id),
        share=percent(rows.get(option.id), whole),
        achievable=_achievable(shown.exact, shown.scenario.nodes[name], option.id),
        point_biserial=items.point_biserials(option.id),
        tertiles=items.tertiles(option.id),
        pooled=(name, option.id) in shown.hidden.pooled and name not in shown.hidden.nodes,
    )


def _thoughts(node: Node) -> tuple[str, ...]:
    """Returns what somebody privately thinks at a node, in the author's words, whoever got to hear it."""
    lines = [*node.lines, *(line for o in node.options or () for line in o.reply)]
    return tuple(dict.fromkeys(line.text for line in lines if line.private))


def _achievable(exact: ScoringModel, node: Node, option: str) -> dict[str, float | None]:
    """Returns what an option earns of what the node's options could, 0–100 by component; None where they are alike."""
    vectors = [exact.weights[o.id].vector for o in node.options or ()]
    found: dict[str, float | None] = {}
    for index, component in enumerate(COMPONENTS):
        low, high = min(v[index] for v in vectors), max(v[index] for v in vectors)
        share = Fraction(exact.weights[option].vector[index] - low, high - low) if high > low else None
        found[component] = in_points(share)
    return found
