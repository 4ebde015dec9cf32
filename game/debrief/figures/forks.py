"""The two forks as they are read aloud: why each was picked, the moment, the split, what stayed unsaid, openings."""

from __future__ import annotations

from dataclasses import dataclass

from game.debrief.figures.model import ClassFigures, Fork, ForkKind, NodeFigures
from game.debrief.pages import charts
from game.debrief.pages.charts import LETTERS
from game.debrief.pages.flow_chart import label_of
from game.debrief.pages.wording import Stem, heard_before, stems, thoughts_after, thoughts_before
from game.pages.svg import Chart
from game.rubric.model import Rubric
from game.scenario.model import Scenario
from game.words import _


@dataclass(frozen=True, slots=True)
class ForkView:
    """A fork as it is read: why it was picked, the moment, the split, what stayed unsaid, three openings, and in
    `told` how many chose there."""

    number: int
    place: str
    why: str
    lines: tuple[tuple[str, str], ...]
    split: Chart
    thinks: tuple[str, ...]
    after: tuple[tuple[str, str], ...]
    stems: tuple[Stem, ...]
    told: str


def fork_views(figures: ClassFigures, scenario: Scenario, rubric: Rubric) -> list[ForkView]:
    """Returns the forks to talk about, each with all that is read at it."""
    return [
        _fork(number, fork, figures.node(fork.node), scenario, rubric) for number, fork in enumerate(figures.forks, 1)
    ]


def _fork(number: int, fork: Fork, node: NodeFigures, scenario: Scenario, rubric: Rubric) -> ForkView:
    why = _why(fork, rubric)
    after = [
        (LETTERS[i % 26], thoughts[-1])
        for i, option in enumerate(node.options)
        if option.share and (thoughts := thoughts_after(scenario, node.node, option.option))
    ]
    return ForkView(
        number=number,
        place=label_of(node.node, scenario),
        why=why,
        lines=heard_before(scenario, node),
        split=charts.option_split(f"split-{number}", _("Fork {n}: what the class chose").format(n=number), node),
        thinks=thoughts_before(scenario, node),
        after=tuple(after),
        stems=stems(node, scenario, rubric, fork.axis),
        told=charts.choices_told(node),
    )


def _why(fork: Fork, rubric: Rubric) -> str:
    match fork.kind, fork.among_shown:
        case ForkKind.AUTHOR, _shown:
            return _("The author would talk about this one.")
        case ForkKind.DIVIDED, False:
            return _("The class was most divided here.")
        case ForkKind.DIVIDED, True:
            return _("The class was most divided here, among the decisions that can be shown.")
        case _kind, False:
            told = _("The answers parted on one thing only: {axis}.")
        case _:
            told = _("The answers parted on one thing only: {axis}, among the decisions that can be shown.")
    axis = rubric.axes.get(fork.axis or "")
    return told.format(axis=axis.name if axis else _("one of the two axes"))
