"""The card that a journal keeps as its player was shown it: what is left of a play that cannot be scored anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from game.play.journal import Journal
from game.rubric.model import COMPONENTS, Rubric
from game.words import _


@dataclass(frozen=True, slots=True)
class GivenCard:
    """The scenario and the ending by their ids, and the path scores of components and axes as they were shown."""

    scenario: str
    title: str
    ending: str
    scores: Mapping[str, float | None]


def given_card(journal: Journal) -> GivenCard | None:
    """Returns the card that a play was given when it came to its end; None of one that never did."""
    if journal.finished is None:
        return None
    return GivenCard(journal.begun.scenario, journal.begun.title, journal.finished.ending, journal.finished.card)


def given_as_text(card: GivenCard, rubric: Rubric) -> str:
    """Returns the card as a person reads it, and why there is no more."""
    rows = [
        _("SCORECARD AS IT WAS GIVEN: {title}").format(title=card.title),
        _("Ending: {ending}").format(ending=card.ending),
        _("The scenario has changed so far that this play is not scored anew. These are the scores it was given."),
    ]
    names = {code: axis.name for code, axis in rubric.axes.items()}
    names |= {code: rubric.components[code].name for code in COMPONENTS}
    rows += [f"  {names.get(code, code)}: {shown_score(score)}" for code, score in card.scores.items()]
    return "\n".join(rows)


def shown_score(value: float | None) -> str:
    """Returns a score in whole points, as a card shows it."""
    return _("no score") if value is None else f"{value:.0f}"


def given_as_data(card: GivenCard, axes: Mapping[str, object]) -> dict[str, Any]:
    """Returns the card as plain data for JSON: the shape of a scored card, with path scores alone."""
    paths = {name: {"path": score} for name, score in card.scores.items()}
    return {
        "scenario": card.scenario,
        "title": card.title,
        "complete": True,
        "scored": False,
        "ending": {"id": card.ending},
        "components": {name: path for name, path in paths.items() if name not in axes},
        "axes": {name: path for name, path in paths.items() if name in axes},
    }
