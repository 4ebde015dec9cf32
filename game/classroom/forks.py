"""The forks of a class's debrief as questions that can be voted on again, beside how the class chose alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from game.classroom.question import Question, SaidLine, lettered
from game.debrief.class_pages import read_class
from game.debrief.figures.model import ClassFigures, Fork, ForkKind, NodeFigures, OptionFigures
from game.debrief.pages.wording import heard_before, option_of
from game.rubric.model import Rubric
from game.rubric.scoring_model import ScoringModel
from game.scenario.model import Scenario
from game.words import _

HIDDEN = "–"  # too few to be shown
KEY = "fork:"  # with which the key of such a question begins


@dataclass(frozen=True, slots=True)
class AskedFork:
    """A fork to vote on, and why it was picked."""

    question: Question
    why: str


def asked_forks(folder: Path, models: Mapping[str, ScoringModel]) -> tuple[AskedFork, ...]:
    """Returns the forks of the plays in a class's folder, two a scenario at most, told in the language of `models`.

    Raises GameError where there is no play yet.
    """
    found = []
    for figures, exact in read_class((folder,), lambda _: None).groups:
        model = models.get(figures.scenario, exact)
        told, rubric = model.story.scenario, model.rubric
        for fork in figures.forks:
            found.append(AskedFork(_question(figures, told, fork.node), _why(fork, rubric)))
    return tuple(found)


def _why(fork: Fork, rubric: Rubric) -> str:
    match fork.kind:
        case ForkKind.DIVIDED:
            return _("The class was most divided here.")
        case ForkKind.ONE_AXIS:
            axis = rubric.axes[fork.axis].name if fork.axis is not None and fork.axis in rubric.axes else ""
            return _("The answers parted on one thing only: {axis}.").format(axis=axis)
        case ForkKind.AUTHOR:
            return _("The author would talk about this one.")
        case _:
            assert_never(fork.kind)


def _question(figures: ClassFigures, scenario: Scenario, name: str) -> Question:
    node = figures.node(name)
    heard = tuple(SaidLine(who, text) for who, text in heard_before(scenario, node))
    options = lettered((one.option, _words(scenario, name, one), "", _before(one, node)) for one in node.options)
    title = f"{scenario.title}: {scenario.title_of(name)}"
    return Question(f"{KEY}{figures.scenario}:{name}", title, heard, options)


def _words(scenario: Scenario, node: str, option: OptionFigures) -> str:
    found = option_of(scenario, node, option.option)
    return found.words if found else option.say


def _before(option: OptionFigures, node: NodeFigures) -> str:
    """Returns how many chose an option when each played alone, as far as the class's page shows it."""
    if option.count is not None and node.n is not None:
        return _("{count} of {n}").format(count=option.count, n=node.n)
    return _("about {share} %").format(share=round(option.share)) if option.share is not None else HIDDEN
