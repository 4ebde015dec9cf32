"""A journal looked at for a list says what reading it whole says, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.play.journal import parse_journal
from game.play.peek import peek
from game.testing import a_session, made


def _journal(folder: Path, *chosen: str) -> bytes:
    session = made(a_session(folder, player="Añá"), *chosen)
    if session.ending is not None:
        session.reflect(["Mine."])
    else:
        session.abandon()
    assert session.journal_path is not None
    return session.journal_path.read_bytes()


@pytest.mark.parametrize("chosen", [(), ("name-it",), ("laugh-it-off", "own-it")])
def test_it_tells_what_reading_the_whole_tells(chosen: tuple[str, ...], tmp_path: Path) -> None:
    data = _journal(tmp_path, *chosen)
    found, whole = peek(data), parse_journal(data, tmp_path)
    assert found is not None
    ending = whole.finished.ending if whole.finished else None
    begun = whole.begun
    assert found == (begun.scenario, begun.title, begun.player, begun.at, len(whole.choices), ending)


def test_of_a_journal_that_is_not_as_it_was_written_it_tells_nothing(tmp_path: Path) -> None:
    data = _journal(tmp_path, "laugh-it-off", "own-it")
    lines = data.splitlines(keepends=True)
    damaged = [
        b"",
        b"{}\n",
        b"[]\n",
        data[:-1],
        data + b"{\n",
        b"".join(lines[1:]),
        b"".join([lines[0], *lines[2:]]),
        data.replace(b'"format":1', b'"format":2'),
        data.replace(b'"node":"the-text"', b'"node":7'),
        data.replace(b'"at":"2026', b'"at":"0001', 1),
        data.replace(b'"event":"finished"', b'"event":"other"'),
        b"\xff" + data,
    ]
    assert [peek(bad) for bad in damaged] == [None] * len(damaged)
