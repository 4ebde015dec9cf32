"""The table of single options: what each is worth, who chose it, and what hangs together with it."""

from __future__ import annotations

from dataclasses import dataclass

from game.debrief.figures.model import ClassFigures, NodeFigures
from game.debrief.pages import charts
from game.debrief.pages.charts import LETTERS
from game.debrief.pages.flow_chart import label_of
from game.pages.svg import plain
from game.rubric.model import COMPONENTS, Rubric
from game.scenario.model import Scenario
from game.words import _


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An option in the table of item figures, every cell as it is printed."""

    letter: str
    say: str
    count: str
    share: str
    achievable: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A decision in the table of item figures."""

    name: str
    reached: str
    why: str
    hidden: bool
    provisional: bool
    items_hidden: bool
    rows: tuple[ItemRow, ...]


def items(figures: ClassFigures, scenario: Scenario, rubric: Rubric) -> list[Item]:
    """Returns the item figures as they are printed."""
    return [
        Item(
            name=label_of(node.node, scenario),
            reached=charts.reached(node),
            why=charts.why_hidden(node),
            hidden=node.hidden,
            provisional=node.provisional,
            items_hidden=node.items_hidden,
            rows=tuple(_item_rows(node, rubric)),
        )
        for node in figures.nodes
    ]


def _item_rows(node: NodeFigures, rubric: Rubric) -> list[ItemRow]:
    rows = []
    for number, option in enumerate(node.options):
        letter, own = LETTERS[number % 26], not (option.pooled or node.hidden)
        figured = own and not node.items_hidden
        rows.append(
            ItemRow(
                letter,
                plain(option.say, 400),
                (_("about") if option.count is None else str(option.count)) if own else _("pooled"),
                as_points(option.share) if own else "",
                tuple(as_points(option.achievable.get(name)) for name in COMPONENTS),
                tuple(
                    (_signed(option.point_biserial.get(name)), _thirds(option.tertiles.get(name)))
                    if figured
                    else ("", "")
                    for name in rubric.axes
                ),
            )
        )
    if not node.hidden and any(o.pooled for o in node.options):
        blank = (("", ""),) * len(rubric.axes)
        others = _("about") if node.others is None else str(node.others)
        share = as_points(node.others_share)
        rows.append(ItemRow("", _("others together"), others, share, ("",) * len(rubric.components), blank))
    return rows


def as_points(value: float | None) -> str:
    """Returns a score as it is printed: whole, or a dash where there is none."""
    return "–" if value is None else f"{value:.0f}"


def _signed(value: float | None) -> str:
    return "–" if value is None else f"{value:+.2f}".replace("-", "−")


def _thirds(value: tuple[float, float, float] | None) -> str:
    return "–" if value is None else " · ".join(f"{part:.0f}" for part in value)
