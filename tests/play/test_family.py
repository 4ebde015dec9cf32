"""The plays that go back to one first play: found, named, and looked at again without writing anything."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from game.play.branch import branch_session
from game.play.family import beside, family, found_trails, look_again, told_not_scored, trails
from game.play.journal import read_journal
from game.play.phases import Phase
from game.play.session import Session, resume_session
from game.testing import SMALL, Clock, a_session, an_exact, made, on


def _path(session: Session) -> Path:
    assert session.journal_path is not None
    return session.journal_path


def _whole(folder: Path, *choices: str) -> Path:
    session = made(a_session(folder), *choices)
    session.reflect(["Mine."])
    return _path(session)


def _later(path: Path, turn: int, minutes: int, choose: bool = True) -> Path:
    """A play on from a turn, with one choice of its own unless told otherwise."""
    clock = Clock()
    clock.now += timedelta(minutes=minutes)
    branch = on(branch_session(an_exact(), path, turn, clock)[0])
    if choose:
        branch.choose("name-it" if turn == 1 else "change-subject")
    return _path(branch)


def test_the_family_of_a_play_is_all_that_goes_back_to_the_same_first_play(tmp_path: Path) -> None:
    first, stranger = _whole(tmp_path, "laugh-it-off", "own-it"), _whole(tmp_path, "name-it", "say-how")
    child = _later(first, 2, 1)
    grandchild = _later(child, 1, 2)
    other = _later(first, 1, 3)
    assert family(first) == family(grandchild) == (first, child, grandchild, other)
    assert family(stranger) == (stranger,)


def test_plays_on_from_a_play_that_is_gone_are_still_a_family(tmp_path: Path) -> None:
    first = _whole(tmp_path, "laugh-it-off", "own-it")
    one, two = _later(first, 1, 1), _later(first, 2, 2)
    first.unlink()
    assert family(one) == (one, two)


def test_journals_that_name_each_other_as_parents_hang_nothing(tmp_path: Path) -> None:
    first = _whole(tmp_path, "laugh-it-off", "own-it")
    child = _later(first, 1, 1)
    parent = f'"branched_from":"{read_journal(child).begun.session}","format":1'.encode()
    first.write_bytes(first.read_bytes().replace(b'"format":1', parent, 1))
    assert read_journal(first).begun.branched_from == read_journal(child).begun.session
    assert family(child) == (child,)


def test_what_is_no_journal_has_no_family(tmp_path: Path) -> None:
    (tmp_path / "notes.jsonl").write_text("hello\n")
    assert family(tmp_path / "notes.jsonl") == ()
    assert family(tmp_path / "gone.jsonl") == ()


def test_the_first_play_and_those_from_an_earlier_turn_on_have_names(tmp_path: Path) -> None:
    first = _whole(tmp_path, "laugh-it-off", "own-it")
    _later(first, 2, 1)
    _later(first, 1, 2)
    _later(first, 1, 3, choose=False)  # nothing to lay beside yet
    names = [trail.name for trail in trails(an_exact(), first)]
    assert names == ["the first path", "path 2, from turn 2", "path 3, from turn 1"]


def test_what_todays_scenario_cannot_score_is_left_out(tmp_path: Path) -> None:
    first = _whole(tmp_path, "laugh-it-off", "own-it")
    child = _later(first, 1, 1)
    changed = an_exact(SMALL.replace("laugh-it-off", "laugh-it-away"))
    assert [trail.path for trail in trails(changed, first)] == [child]
    assert found_trails(changed, first).not_scored == 1
    assert found_trails(an_exact(), first).not_scored == 0


def test_how_many_were_left_out_is_said_in_a_sentence() -> None:
    assert told_not_scored(0) == ""
    assert told_not_scored(1).startswith("Another path of this conversation is not shown")
    assert told_not_scored(2).startswith("2 other paths of this conversation are not shown")


def test_beside_a_play_lies_the_one_it_goes_on_from_else_the_newest(tmp_path: Path) -> None:
    first = _whole(tmp_path, "laugh-it-off", "own-it")
    child = _later(first, 2, 1)
    last = _later(first, 1, 2)
    found = trails(an_exact(), first)

    def laid(path: Path) -> Path | None:
        trail = beside(found, read_journal(path).begun)
        return trail.path if trail else None

    assert laid(child) == laid(last) == first
    assert laid(first) == last
    assert beside(found[:1], read_journal(first).begun) is None


def test_a_finished_play_is_looked_at_again_and_nothing_is_written(tmp_path: Path) -> None:
    first = _whole(tmp_path, "laugh-it-off", "own-it")
    before = first.read_bytes()
    session = look_again(an_exact(), read_journal(first))
    assert session.phase is Phase.DEBRIEF
    assert session.journal_path == first
    assert session.card() == made(a_session(), "laugh-it-off", "own-it").card()
    assert first.read_bytes() == before


def test_an_unfinished_play_is_looked_at_where_it_stands_and_can_still_be_taken_up(tmp_path: Path) -> None:
    session = made(a_session(tmp_path), "laugh-it-off")
    looked = look_again(an_exact(), read_journal(_path(session)))
    assert looked.chosen == ("laugh-it-off",)
    again, _lost = resume_session(an_exact(), _path(session), Clock())
    assert made(again, "own-it").phase is Phase.REFLECTION
