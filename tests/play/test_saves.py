"""Saves are bookmarks: they lead back to their moment, whatever was played since, and hold nothing of their own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.errors import GameError, SaveError
from game.play.journal import read_journal
from game.play.play_list import list_plays
from game.play.saves import QUICK, Save, delete, find, go_on, keep, list_saves, read_save, rename
from game.play.session import Session
from game.testing import Clock, a_session, an_exact, made, on

PICTURE = b"\x89PNG and so on"


def kept(tmp_path: Path, session: Session, name: str = "Before I say it", place: str | None = None) -> Save:
    return keep(tmp_path / "saves", session, name, Clock()(), PICTURE, place)


def loaded(save: Save, tmp_path: Path) -> Session:
    return go_on(save, an_exact(), tmp_path / "logs", Clock())[0]


def test_a_save_is_a_small_file_with_a_picture_beside_it(tmp_path: Path) -> None:
    session = made(a_session(tmp_path / "logs"), "name-it")
    save = kept(tmp_path, session)
    told = json.loads(save.path.read_text())
    assert (told["name"], told["turn"], told["session"]) == ("Before I say it", 1, session.begun.session)
    assert save.picture.read_bytes() == PICTURE
    assert read_save(save.path) == save


def test_a_play_still_at_that_moment_goes_on_in_the_same_journal(tmp_path: Path) -> None:
    session = made(a_session(tmp_path / "logs"), "name-it")
    again = loaded(kept(tmp_path, session), tmp_path)
    assert again.journal_path == session.journal_path
    assert (again.chosen, again.history) == (session.chosen, session.history)


def test_a_play_that_has_gone_on_branches_at_that_moment(tmp_path: Path) -> None:
    session = made(a_session(tmp_path / "logs"), "name-it")
    save, history = kept(tmp_path, session), list(session.history)
    made(session, "say-how")
    again = loaded(save, tmp_path)
    assert again.journal_path != session.journal_path
    assert again.chosen == ("name-it",)
    assert again.history == history
    assert again.begun.branched_from == session.begun.session
    on(again).choose("change-subject")
    assert read_journal(session.journal_path).finished if session.journal_path else False


def test_a_save_before_the_first_choice_leads_back_to_the_beginning(tmp_path: Path) -> None:
    session = on(a_session(tmp_path / "logs"))
    save = kept(tmp_path, session)
    made(session, "name-it", "say-how")
    assert loaded(save, tmp_path).chosen == ()


def test_the_quick_save_is_one_and_the_last(tmp_path: Path) -> None:
    session = on(a_session(tmp_path / "logs"))
    kept(tmp_path, session, place=QUICK)
    made(session, "name-it")
    kept(tmp_path, session, place=QUICK)
    (save,), wrong = list_saves(tmp_path / "saves")
    assert not wrong
    assert save == find(tmp_path / "saves", QUICK)
    assert save.mark.turn == 1


def test_saves_can_be_renamed_and_removed_and_the_play_stays(tmp_path: Path) -> None:
    session = on(a_session(tmp_path / "logs"))
    save = rename(kept(tmp_path, session), "  The good one  ")
    assert read_save(save.path).mark.name == "The good one"
    delete(save)
    assert list_saves(tmp_path / "saves") == ([], [])
    assert not save.picture.exists()
    assert len(list_plays(tmp_path / "logs")) == 1


def test_logs_that_moved_are_found_where_they_are_now(tmp_path: Path) -> None:
    session = made(a_session(tmp_path / "logs"), "name-it")
    save = kept(tmp_path, session)
    session.abandon()
    (tmp_path / "logs").rename(tmp_path / "elsewhere")
    assert go_on(save, an_exact(), tmp_path / "elsewhere", Clock())[0].turns == 1


@pytest.mark.parametrize("damage", [b"", b"{}", b"nothing", b"[" * 60_000, b'{"format": 1, "name": 3}'])
def test_what_is_no_save_is_told_in_one_line_and_the_others_stay(tmp_path: Path, damage: bytes) -> None:
    save = kept(tmp_path, on(a_session(tmp_path / "logs")))
    (tmp_path / "saves" / "broken.json").write_bytes(damage)
    found, (message,) = list_saves(tmp_path / "saves")
    assert found == [save]
    assert "broken.json" in message
    assert "\n" not in message


def test_a_save_whose_play_is_gone_says_so(tmp_path: Path) -> None:
    session = on(a_session(tmp_path / "logs"))
    save = kept(tmp_path, session)
    session.abandon()
    for play in list_plays(tmp_path / "logs"):
        play.path.unlink()
    with pytest.raises(SaveError, match="“Before I say it” belongs to is no longer there"):
        loaded(save, tmp_path)


def test_a_save_of_another_play_under_the_same_name_leads_nowhere(tmp_path: Path) -> None:
    save = kept(tmp_path, on(a_session(tmp_path / "logs")))
    other = on(a_session(tmp_path / "other"))
    assert other.journal_path
    Path(save.mark.journal).write_bytes(other.journal_path.read_bytes())
    with pytest.raises(SaveError, match="no longer there"):
        loaded(save, tmp_path)


def test_a_save_further_on_than_its_play_is_told(tmp_path: Path) -> None:
    save = kept(tmp_path, on(a_session(tmp_path / "logs")))
    told = json.loads(save.path.read_text()) | {"turn": 9}
    save.path.write_text(json.dumps(told))
    with pytest.raises(GameError, match="no turn 10"):
        loaded(read_save(save.path), tmp_path)


def test_what_is_not_kept_or_is_over_cannot_be_saved(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="not kept"):
        kept(tmp_path, on(a_session(None)))
    with pytest.raises(SaveError, match="at its end"):
        kept(tmp_path, made(a_session(tmp_path / "logs"), "name-it", "say-how"))


def test_a_name_from_outside_reaches_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{}")
    assert find(tmp_path / "saves", "../settings") is None
