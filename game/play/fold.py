"""A journal's choices as a Scorecard: the same journal under the same scenario and rubric, the same card."""

from __future__ import annotations

from dataclasses import dataclass

from game.errors import JournalError, OptionUnavailable
from game.play.given import given_card
from game.play.journal import Journal
from game.rubric.score import Scorecard, score
from game.rubric.scoring_model import ScoringModel
from game.words import _


@dataclass(frozen=True, slots=True)
class ScoredJournal:
    """The card of a journal, and in words what a reader should know about it."""

    journal: Journal
    card: Scorecard
    notes: tuple[str, ...]


class NotScored(JournalError):
    """A play that today's scenario cannot score, since a choice of it, or the way between two, is gone. `given` is the
    card that its player was shown; None where the play never came to its end."""

    def __init__(self, journal: Journal, why: str) -> None:
        super().__init__(
            f"{journal.path} cannot be scored with today's scenario `{journal.begun.scenario}`, which has "
            f"changed since: {why} Name the scenario as it was with --scenario FILE."
        )
        self.given = given_card(journal)


def fold(journal: Journal, exact: ScoringModel) -> ScoredJournal:
    """Returns the card, scored anew with the scenario and rubric of today; raises NotScored when it cannot be."""
    try:
        card = score(exact, [choice.option for choice in journal.choices], exact.told_in(journal.begun.seed))
    except OptionUnavailable as error:
        raise NotScored(journal, str(error)) from None
    if journal.finished is not None and not card.complete:
        raise NotScored(journal, "these choices come to no ending any more.")
    return ScoredJournal(journal, card, (*journal.lost, *_changes(journal, exact, card)))


def _changes(journal: Journal, exact: ScoringModel, card: Scorecard) -> list[str]:
    notes = []
    if journal.begun.scenario_fingerprint != exact.story.scenario.fingerprint:
        notes.append(_("The scenario has changed since this play."))
    if journal.begun.rubric_fingerprint != exact.rubric.fingerprint:
        notes.append(_("The rubric has changed since this play."))
    if journal.finished is not None:
        now = {name: reading.path for name, reading in {**card.components, **card.axes}.items()}
        if card.ending is not None and card.ending.id != journal.finished.ending:
            told = _("Today it comes to another ending than it did: `{name}`.")
            notes.append(told.format(name=card.ending.id))
        if now != journal.finished.card:
            notes.append(_("The scores below differ from those that the player was shown."))
    return notes
