"""Journals to plays: folded anew, with notes where something has changed."""

from __future__ import annotations

from dataclasses import replace

from game.debrief.read.plays import ScoringModels, play_of
from game.debrief.read.pseudonyms import Pseudonyms
from game.errors import UsageError
from game.play.journal import Journal
from game.rubric.score import score
from game.rubric.scoring_model import ScoringModel
from game.scenario.vary import varied
from game.story.engine import Story
from game.testing import SMALL, an_exact
from tests.debrief.a_class import a_play, the_exact

KEY = Pseudonyms(bytes(32))


def a_journal(**changes: str) -> Journal:
    """A whole journal with these changes to its first line."""
    journal = a_play(the_exact(), 4).journal
    begun = replace(journal.begun, **changes)  # type: ignore[arg-type]
    return replace(journal, begun=begun, events=(begun, *journal.events[1:]))


def test_a_play_is_folded_anew() -> None:
    journal = a_journal(player="Ana Ruiz", class_code="4B")
    exact = the_exact()
    play = play_of(journal, exact, KEY)
    told = Story(varied(exact.story.scenario, journal.begun.seed))
    assert play.card == score(exact, [choice.option for choice in journal.choices], told)
    assert play.complete
    assert play.pseudonym == KEY.of_name("Ana Ruiz", "4B").pseudonym


def test_a_name_is_there_only_when_it_was_asked_for() -> None:
    journal = a_journal(player="Ana Ruiz", class_code="4B")
    assert (play_of(journal, the_exact(), KEY).name, play_of(journal, the_exact(), KEY).class_code) == (None, None)
    assert play_of(journal, the_exact(), KEY, names=True).name == "Ana Ruiz"


def test_a_changed_scenario_and_rubric_are_noted() -> None:
    notes = play_of(a_journal(scenario_fingerprint="old", rubric_fingerprint="old"), the_exact(), KEY).notes
    assert any("scenario has changed" in note for note in notes)
    assert any("rubric has changed" in note for note in notes)


def test_a_scenario_that_is_gone_leaves_the_choices() -> None:
    play = play_of(a_journal(), None, KEY)
    assert play.card is None
    assert play.complete
    assert play.journal.choices
    assert "not in the library" in play.notes[-1]


def test_a_scenario_that_does_not_allow_the_play_any_more_leaves_the_choices() -> None:
    play = play_of(a_journal(), an_exact(SMALL), KEY)
    assert play.card is None
    assert "changed so far" in play.notes[-1]


def test_a_scenario_is_made_ready_once_and_a_missing_one_asked_for_once() -> None:
    asked = []

    def load(name: str) -> ScoringModel:
        asked.append(name)
        if name == "gone":
            raise UsageError("gone")
        return the_exact()

    library = ScoringModels(load)
    assert library.exact("here") is library.exact("here") is the_exact()
    assert library.exact("gone") is library.exact("gone") is None
    assert asked == ["here", "gone"]
