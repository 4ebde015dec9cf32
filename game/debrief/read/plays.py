"""Journals to plays: folded anew with the scenario and rubric of today, each with what a reader should know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from game.debrief.figures.model import ScoredPlay
from game.debrief.read.pseudonyms import Pseudonyms
from game.errors import GameError, JournalError
from game.play.fold import fold
from game.play.journal import Journal
from game.rubric.scoring_model import ScoringModel
from game.scenario.model import Scenario
from game.words import N_, _

Scenarios = Callable[[str], ScoringModel]
FINGERPRINT = 16  # hex digits of a scenario's fingerprint that a journal holds
_COUNTED = N_("In the figures only its choices are counted.")


class ScoringModels:
    """The scenarios of today by id, each made ready once; a missing one is remembered as missing."""

    def __init__(self, load: Scenarios, shelf: Mapping[str, Scenario] = MappingProxyType({})) -> None:
        self._load, self._shelf = load, shelf
        self._ready: dict[str, ScoringModel | None] = {}
        self._names: dict[tuple[str, str], str] = {}

    def name_of(self, scenario: str, fingerprint: str) -> str:
        """Returns the id that today's library has for a scenario: its own, or, where there is none, that of the same
        scenario under another file name, which its fingerprint tells."""
        if (scenario, fingerprint) not in self._names:
            here = scenario in self._shelf or len(fingerprint) < FINGERPRINT
            same = () if here else (n for n, s in self._shelf.items() if s.fingerprint.startswith(fingerprint))
            self._names[scenario, fingerprint] = next(iter(same), scenario)
        return self._names[scenario, fingerprint]

    def exact(self, scenario: str) -> ScoringModel | None:
        """Returns the scenario ready to score, or None where today's library has none that can be played."""
        if scenario not in self._ready:
            try:
                self._ready[scenario] = self._load(scenario)
            except GameError:
                self._ready[scenario] = None
        return self._ready[scenario]


def play_of(journal: Journal, exact: ScoringModel | None, pseudonyms: Pseudonyms, *, names: bool = False) -> ScoredPlay:
    """Returns the play in a journal. Its card is None, and a note says why, where today's scenario cannot score it."""
    begun = journal.begun
    alias = pseudonyms.of(begun)
    card, notes = None, journal.lost
    if exact is None:
        told = _("The scenario `{name}` is not in the library any more.").format(name=begun.scenario[:64])
        notes += (f"{told} {_(_COUNTED)}",)
    else:
        try:
            folded = fold(journal, exact)
        except JournalError:
            says = [_("The scenario has changed so far that this play cannot be scored anew.")]
            says += [_("It keeps the scores that it was given.")] if journal.finished else []
            notes += (" ".join([*says, _(_COUNTED)]),)
        else:
            card, notes = folded.card, folded.notes
    return ScoredPlay(
        session=begun.session,
        actor=alias.actor,
        pseudonym=alias.pseudonym,
        name=begun.player if names else None,
        class_code=begun.class_code if names else None,
        scenario=begun.scenario,
        title=exact.story.scenario.title if exact is not None else begun.title,
        begun=begun.at,
        complete=card.complete if card is not None else journal.finished is not None,
        card=card,
        journal=journal,
        notes=notes,
    )
