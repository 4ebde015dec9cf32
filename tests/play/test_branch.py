"""Playing on from any turn: a new journal beside the old one, which keeps what was chosen before that turn."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.errors import JournalError
from game.play.branch import branch_session
from game.play.events import Begun, Chosen, Mode, Reflected, Resumed, Worded, as_line
from game.play.family import family
from game.play.fold import fold
from game.play.journal import read_journal
from game.play.phases import Phase
from game.play.play_list import list_plays
from game.play.session import Session, resume_session
from game.testing import SMALL, Clock, a_session, an_exact, made, on

OWN_WORDS = SMALL.replace("  the-answer:\n", "  the-answer:\n    own_words: What would you say?\n")


def _path(session: Session) -> Path:
    assert session.journal_path is not None
    return session.journal_path


def _whole(folder: Path, *choices: str, mode: Mode = Mode.PRACTICE, player: str | None = None) -> Path:
    session = made(a_session(folder, mode=mode, player=player), *choices)
    session.reflect(["Mine."])
    return _path(session)


def _branch(path: Path, turn: int, text: str = SMALL) -> Session:
    return branch_session(an_exact(text), path, turn, Clock())[0]


def _choices(path: Path) -> list[str]:
    return [choice.option for choice in read_journal(path).choices]


# ── what a branch holds ───────────────────────────────────────────────────────────────────────────────


def test_a_branch_stands_before_the_choice_with_all_that_led_to_it(tmp_path: Path) -> None:
    path = _whole(tmp_path, "laugh-it-off", "change-subject")
    branch = _branch(path, 2)
    first = made(a_session(), "laugh-it-off")
    assert branch.phase is Phase.READING
    assert branch.chosen == ("laugh-it-off",)
    assert branch.position == first.position
    assert branch.history == first.history
    assert [o.option.id for o in on(branch).offers()] == [o.option.id for o in first.offers()]


def test_a_branch_at_the_first_turn_begins_with_the_first_lines(tmp_path: Path) -> None:
    branch = _branch(_whole(tmp_path, "laugh-it-off", "own-it"), 1)
    assert branch.phase is Phase.READING
    assert branch.turns == 0
    assert branch.scenes() == on(a_session()).scenes()


def test_a_branch_tells_where_it_comes_from_and_keeps_player_mode_and_seed(tmp_path: Path) -> None:
    path = _whole(tmp_path, "laugh-it-off", "own-it", mode=Mode.ASSESS, player="Ada")
    begun, parent = _branch(path, 2).begun, read_journal(path).begun
    assert (begun.branched_from, begun.branched_at) == (parent.session, 2)
    assert (begun.player, begun.mode, begun.seed) == ("Ada", Mode.ASSESS, parent.seed)
    assert begun.scenario == parent.scenario
    assert begun.session != parent.session


def test_a_branch_has_a_journal_of_its_own_that_is_scored_alone(tmp_path: Path) -> None:
    path = _whole(tmp_path, "laugh-it-off", "change-subject")
    branch = made(_branch(path, 2), "own-it")
    path.unlink()
    folded = fold(read_journal(_path(branch)), an_exact())
    assert [choice.option for choice in folded.card.choices] == ["laugh-it-off", "own-it"]
    assert folded.notes == ()
    assert folded.card == made(a_session(), "laugh-it-off", "own-it").card()


def test_the_first_play_stays_as_it_was(tmp_path: Path) -> None:
    path = _whole(tmp_path, "laugh-it-off", "change-subject")
    before = path.read_bytes()
    made(_branch(path, 1), "name-it", "say-how")
    assert path.read_bytes() == before


def test_the_copied_events_keep_their_times_and_are_numbered_without_a_gap(tmp_path: Path) -> None:
    session = a_session(tmp_path, text=OWN_WORDS)
    made(session, "laugh-it-off")
    session.put_in_own_words("I would wait.")
    session.abandon()
    session, _ = resume_session(an_exact(OWN_WORDS), _path(session), Clock())
    made(session, "own-it")
    copied = read_journal(_path(_branch(_path(session), 2, OWN_WORDS)))
    assert [type(event) for event in copied.events] == [Begun, Chosen]
    assert copied.lost == ()
    assert copied.choices == read_journal(_path(session)).choices[:1]


def test_what_was_typed_at_a_turn_before_is_kept_and_the_turn_made_anew_is_asked_again(tmp_path: Path) -> None:
    twice = OWN_WORDS.replace("  the-text:\n", "  the-text:\n    own_words: And here?\n")
    session = on(a_session(tmp_path, text=twice))
    for words, option in (("First.", "laugh-it-off"), ("Second.", "own-it")):
        session.put_in_own_words(words)
        session.choose(option)
        on(session)
    branch = on(_branch(_path(session), 2, twice))
    assert branch.worded == {1: "First."}
    assert branch.own_words == "What would you say?"
    kinds = [type(event) for event in read_journal(_path(branch)).events]
    assert kinds == [Begun, Worded, Chosen]


# ── which plays can be a parent ───────────────────────────────────────────────────────────────────────


def test_an_unfinished_play_can_be_played_on_from_where_it_stands(tmp_path: Path) -> None:
    session = made(a_session(tmp_path), "name-it")
    branch = made(_branch(_path(session), 2), "say-how")
    assert branch.phase is Phase.REFLECTION
    assert made(session, "change-subject").chosen == ("name-it", "change-subject")


def test_a_branch_can_be_branched(tmp_path: Path) -> None:
    first = made(_branch(_whole(tmp_path, "laugh-it-off", "own-it"), 1), "name-it", "say-how")
    second = made(_branch(_path(first), 2), "change-subject")
    assert second.begun.branched_from == first.begun.session
    assert second.chosen == ("name-it", "change-subject")


@pytest.mark.parametrize("turn", [0, -1, 3, 99])
def test_a_turn_that_is_not_there_is_refused_and_nothing_is_written(turn: int, tmp_path: Path) -> None:
    path = _whole(tmp_path, "laugh-it-off", "own-it")
    with pytest.raises(JournalError, match=f"has no turn {turn} to play on from. Name a turn from 1 to 2."):
        _branch(path, turn)
    assert list(tmp_path.iterdir()) == [path]


def test_a_changed_scenario_that_cannot_follow_gives_one_message_and_writes_nothing(tmp_path: Path) -> None:
    path = _whole(tmp_path, "laugh-it-off", "own-it")
    with pytest.raises(JournalError, match=r"choice 1 cannot be made again, because the scenario has changed"):
        _branch(path, 2, SMALL.replace("laugh-it-off", "laugh-it-away"))
    assert list(tmp_path.iterdir()) == [path]


def test_a_changed_scenario_that_can_follow_is_told(tmp_path: Path) -> None:
    path = _whole(tmp_path, "laugh-it-off", "own-it")
    changed = an_exact(SMALL.replace("Ha. Right.", "Ha. Fine."))
    branch, notes = branch_session(changed, path, 2, Clock())
    assert notes == ("The scenario has changed since this play began.",)
    assert branch.begun.scenario_fingerprint == changed.story.scenario.fingerprint


def test_a_damaged_play_is_played_on_from_what_is_whole(tmp_path: Path) -> None:
    path = _whole(tmp_path, "laugh-it-off", "own-it")
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0] + lines[1] + b"nonsense\n" + lines[3])
    branch, notes = branch_session(an_exact(), path, 2, Clock())
    assert branch.chosen == ("laugh-it-off",)
    assert notes == ("Line 3 cannot be read; it and the 1 after it are left out.",)


# ── nothing is lost ───────────────────────────────────────────────────────────────────────────────────


def test_a_branch_is_on_disk_before_it_is_shown_and_can_be_left_and_taken_up_again(tmp_path: Path) -> None:
    branch = _branch(_whole(tmp_path, "laugh-it-off", "change-subject"), 2)
    assert _choices(_path(branch)) == ["laugh-it-off"]
    again, lost = resume_session(an_exact(), _path(branch), Clock())
    assert lost == ()
    assert (again.begun, again.position, again.history) == (branch.begun, branch.position, branch.history)
    assert isinstance(read_journal(_path(again)).events[-1], Resumed)
    assert made(again, "own-it").chosen == ("laugh-it-off", "own-it")


@pytest.mark.parametrize("at", ["replace", "fsync"])
def test_a_branch_that_cannot_be_written_leaves_nothing_behind(
    at: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _whole(tmp_path, "laugh-it-off", "own-it")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, at, full)
    with pytest.raises(JournalError, match="Cannot begin the journal"):
        _branch(path, 2)
    assert list(tmp_path.iterdir()) == [path]


def test_a_branch_that_was_never_put_in_place_is_passed_over(tmp_path: Path) -> None:
    path = _whole(tmp_path, "laugh-it-off", "own-it")
    begun = as_line(_branch(path, 2).begun)
    for branch in set(tmp_path.iterdir()) - {path}:
        branch.unlink()
    (tmp_path / f".{path.name}.abc123").write_bytes(begun[:40])
    (tmp_path / "empty.jsonl").write_bytes(b"")
    assert [play.path for play in list_plays(tmp_path)] == [path]
    assert family(path) == (path,)


def test_an_older_journal_says_nothing_about_branches(tmp_path: Path) -> None:
    path = _whole(tmp_path, "laugh-it-off", "own-it")
    assert b"branched" not in path.read_bytes()
    assert read_journal(path).begun.branched_from is None


CHOICES = st.sampled_from([("name-it", "say-how"), ("name-it", "change-subject"), ("laugh-it-off", "own-it")])


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(choices=CHOICES, turn=st.integers(1, 2))
def test_a_branch_that_repeats_the_same_choices_gives_the_same_card(
    choices: tuple[str, str], turn: int, tmp_path: Path
) -> None:
    path = _whole(tmp_path, *choices)
    branch = made(_branch(path, turn), *choices[turn - 1 :])
    assert branch.card() == fold(read_journal(path), an_exact()).card
    assert [type(e) for e in read_journal(_path(branch)).events].count(Chosen) == len(choices)
    assert not any(isinstance(e, Reflected) for e in read_journal(_path(branch)).events)
