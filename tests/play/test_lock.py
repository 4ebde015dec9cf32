"""A play is in one process's hands at a time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.errors import JournalError
from game.play import lock
from game.play.journal import JournalFile, read_journal
from game.play.session import resume_session
from game.testing import Clock, a_session, an_exact, made, on
from tests.support.homes import HOLDER, a_holder, a_play_that_was_left


def test_a_second_process_is_told_plainly_and_nothing_is_lost(tmp_path: Path) -> None:
    path = a_play_that_was_left(tmp_path)
    before = path.read_bytes()
    with a_holder(path) as other:
        with pytest.raises(JournalError, match="is open in another window or terminal"):
            resume_session(an_exact(), path, Clock())
        assert path.read_bytes() == before
        assert len(read_journal(path).choices) == 1  # looking at it is no harm
        other.communicate("")
    assert resume_session(an_exact(), path, Clock())[0].turns == 1


def test_whoever_is_killed_lets_go(tmp_path: Path) -> None:
    path = a_play_that_was_left(tmp_path)
    with a_holder(path) as other:
        other.kill()
    assert resume_session(an_exact(), path, Clock())[0].turns == 1


def test_a_new_play_is_held_too(tmp_path: Path) -> None:
    session = on(a_session(tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", HOLDER, str(session.journal_path)], input="", capture_output=True, text=True, check=False
    )
    assert "is open in another window or terminal" in done.stderr
    session.choose("name-it")


def test_taking_a_play_up_again_in_the_same_window_is_no_second_one(tmp_path: Path) -> None:
    first = made(a_session(tmp_path), "name-it")
    assert first.journal_path
    again, _ = resume_session(an_exact(), first.journal_path, Clock())
    on(again).choose("say-how")
    with pytest.raises(JournalError):
        first.choose("say-how")


def test_a_play_that_is_left_or_over_is_let_go(tmp_path: Path) -> None:
    for end in ("abandon", "reflect"):
        session = made(a_session(tmp_path), "name-it", "say-how")
        session.abandon() if end == "abandon" else session.reflect(())
        assert session.journal_path
        with a_holder(session.journal_path) as other:
            other.communicate("")
        assert other.returncode == 0


def test_where_nothing_can_be_locked_nobody_is_kept_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(handle: int) -> None:
        raise OSError(95, "not supported")

    monkeypatch.setattr(lock, "_lock", refuse)
    path = tmp_path / "file"
    handle = os.open(path, os.O_WRONLY | os.O_CREAT)
    assert lock.hold(handle)
    os.close(handle)


def test_a_closed_recorder_writes_into_no_other_file(tmp_path: Path) -> None:
    session = on(a_session(tmp_path))
    assert isinstance(session.recorder, JournalFile)
    session.recorder.close()
    session.recorder.close()
    with (tmp_path / "other").open("wb") as other:
        with pytest.raises(JournalError):
            session.choose("name-it")
        assert other.tell() == 0
    assert (tmp_path / "other").read_bytes() == b""
