"""Folding: a journal's choices as a card, under the scenario and rubric of today."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.errors import JournalError
from game.play.fold import NotScored, fold
from game.play.given import given_as_data, given_as_text
from game.play.journal import Journal, read_journal
from game.rubric.scoring_model import ScoringModel
from game.testing import SMALL, a_rubric, a_scenario, a_session, an_exact, made


def _journal(folder: Path, *choices: str) -> Journal:
    session = made(a_session(folder), *choices)
    assert session.journal_path is not None
    return read_journal(session.journal_path)


def test_a_journal_folds_to_the_card_that_the_play_showed(tmp_path: Path) -> None:
    session = made(a_session(tmp_path), "laugh-it-off", "own-it")
    assert session.journal_path is not None
    folded = fold(read_journal(session.journal_path), an_exact())
    assert folded.card == session.card()
    assert folded.notes == ()


def test_the_same_journal_folds_to_the_same_card_twice(tmp_path: Path) -> None:
    journal = _journal(tmp_path, "name-it", "change-subject")
    assert fold(journal, an_exact()) == fold(journal, an_exact())


def test_an_unfinished_journal_folds_to_an_unfinished_card(tmp_path: Path) -> None:
    folded = fold(_journal(tmp_path, "name-it"), an_exact())
    assert not folded.card.complete
    assert folded.notes == ()


def test_a_changed_scenario_is_noted(tmp_path: Path) -> None:
    journal = _journal(tmp_path, "name-it", "say-how")
    folded = fold(journal, an_exact(SMALL.replace("how is the dog", "how is your dog")))
    assert folded.notes == ("The scenario has changed since this play.",)


def test_a_changed_layout_of_the_file_is_no_change(tmp_path: Path) -> None:
    journal = _journal(tmp_path, "name-it", "say-how")
    assert fold(journal, an_exact(SMALL.replace("start: the-text", "# here it begins\nstart:   the-text"))).notes == ()


def test_a_changed_rubric_is_noted_and_so_are_scores_that_differ(tmp_path: Path) -> None:
    journal = _journal(tmp_path, "name-it", "say-how")
    rubric = a_rubric()
    moves = {**rubric.moves, "sets_frame": replace(rubric.moves["sets_frame"], vector=(-2, 0, 0, 1))}
    folded = fold(journal, ScoringModel(a_scenario(), replace(rubric, moves=moves, fingerprint="another")))
    assert folded.notes == (
        "The rubric has changed since this play.",
        "The scores below differ from those that the player was shown.",
    )


def test_what_a_journal_has_lost_is_noted_first(tmp_path: Path) -> None:
    path = _journal(tmp_path, "name-it").path
    path.write_bytes(path.read_bytes()[:-3])
    (note,) = fold(read_journal(path), an_exact()).notes
    assert note.startswith("The last line is torn")


def test_a_scenario_that_no_longer_has_the_option_is_said_with_the_way_out(tmp_path: Path) -> None:
    journal = _journal(tmp_path, "name-it")
    with pytest.raises(JournalError) as error:
        fold(journal, an_exact(SMALL.replace("id: name-it", "id: name-both")))
    assert "cannot be scored with today's scenario `scenario`, which has changed since" in str(error.value)
    assert "`name-it` is not offered here" in str(error.value)
    assert "--scenario FILE" in str(error.value)


def test_a_finished_play_that_is_not_scored_anew_keeps_the_card_it_was_given(tmp_path: Path) -> None:
    journal = _journal(tmp_path, "name-it", "say-how")
    assert journal.finished is not None
    with pytest.raises(NotScored) as error:
        fold(journal, an_exact(SMALL.replace("id: say-how", "id: say-what")))
    given = error.value.given
    assert given is not None
    assert (given.ending, given.scores) == (journal.finished.ending, journal.finished.card)
    told = given_as_text(given, a_rubric())
    assert "not scored anew" in told
    assert "Role held: " in told
    assert given_as_data(given, a_rubric().axes)["scored"] is False


def test_choices_that_come_to_no_ending_any_more_are_not_scored_anew(tmp_path: Path) -> None:
    journal = _journal(tmp_path, "name-it", "say-how")
    longer = SMALL.replace(
        "    ending: {kind: best, title: Clear and close, text: She books for Tuesday.}",
        "    options: [{id: so, say: So., goto: vague}]",
    )
    with pytest.raises(NotScored, match="come to no ending any more"):
        fold(journal, an_exact(longer))


def test_another_ending_today_is_noted(tmp_path: Path) -> None:
    journal = _journal(tmp_path, "name-it", "say-how")
    other = SMALL.replace("moves: [sets_frame]\n        goto: clear", "moves: [sets_frame]\n        goto: vague")
    assert "Today it comes to another ending than it did: `vague`." in fold(journal, an_exact(other)).notes
