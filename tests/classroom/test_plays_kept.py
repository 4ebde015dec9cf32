"""Plays that phones hand in: on disk before they count, once each, and never another device's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.classroom.plays_kept import MOST_PLAYS, OWNERS, PlaysKept, Refused
from game.play.journal import read_journal
from game.testing import an_exact
from game.testing.plays import a_session, made

STORIES = {"scenario": an_exact().story}
ANA, BEN = "a" * 32, "b" * 32


def a_play(folder: Path) -> tuple[str, list[str]]:
    """A play's session, and the lines of its journal."""
    session = made(a_session(folder), "name-it", "say-how")
    (path,) = folder.glob("*.jsonl")
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.unlink()
    return read_journal_of(lines), lines if session else []


def read_journal_of(lines: list[str]) -> str:
    return lines[0].split('"session":"')[1][:32]


def handed_in(room: PlaysKept, owner: str, session: str, lines: list[str]) -> None:
    for n, line in enumerate(lines):
        assert room.keep(owner, session, n, line) == n + 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "class"


@pytest.fixture
def play(tmp_path: Path) -> tuple[str, list[str]]:
    (tmp_path / "phone").mkdir()
    return a_play(tmp_path / "phone")


def test_every_line_is_on_disk_byte_for_byte_when_it_counts(folder: Path, play: tuple[str, list[str]]) -> None:
    session, lines = play
    room = PlaysKept(folder, STORIES)
    for n, line in enumerate(lines):
        room.keep(ANA, session, n, line)
        (path,) = folder.glob("*.jsonl")
        assert path.read_text("utf-8") == "".join(lines[: n + 1])
    assert [choice.option for choice in read_journal(path).choices] == ["name-it", "say-how"]
    assert room.of(ANA) == {session: len(lines)}
    assert room.of(BEN) == {}


def test_a_line_sent_twice_is_kept_once(folder: Path, play: tuple[str, list[str]]) -> None:
    session, lines = play
    room = PlaysKept(folder, STORIES)
    handed_in(room, ANA, session, lines)
    assert room.keep(ANA, session, 1, lines[1]) == len(lines)
    (path,) = folder.glob("*.jsonl")
    assert path.read_text("utf-8") == "".join(lines)


@pytest.mark.parametrize("cut", [0, 1, 7])
def test_a_server_started_again_knows_what_it_has_and_cuts_off_a_torn_line(
    folder: Path, play: tuple[str, list[str]], cut: int
) -> None:
    session, lines = play
    handed_in(PlaysKept(folder, STORIES), ANA, session, lines)
    (path,) = folder.glob("*.jsonl")
    os.truncate(path, path.stat().st_size - cut)
    again = PlaysKept(folder, STORIES)
    have = again.of(ANA)[session]
    assert have == len(lines) - (cut > 0)
    for n in range(have, len(lines)):
        again.keep(ANA, session, n, lines[n])
    assert path.read_text("utf-8") == "".join(lines)


@pytest.mark.parametrize("there", [0, 20])
def test_a_play_whose_first_line_was_cut_off_can_be_handed_in(
    folder: Path, play: tuple[str, list[str]], there: int
) -> None:
    session, lines = play
    PlaysKept(folder, STORIES).keep(ANA, session, 0, lines[0])
    (path,) = folder.glob("*.jsonl")
    os.truncate(path, there)
    again = PlaysKept(folder, STORIES)
    assert again.of(ANA) == {}
    handed_in(again, ANA, session, lines)
    assert path.read_text("utf-8") == "".join(lines)


def test_what_a_stopped_server_left_half_written_is_gone_when_it_starts_again(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    half, other = folder / f".{OWNERS}.67bbb48d.unfinished", folder / ".debrief.html.67bbb48d.unfinished"
    for path in (half, other):
        path.write_bytes(b"{")
    PlaysKept(folder, STORIES)
    assert (half.exists(), other.exists()) == (False, True)


def test_what_does_not_follow_is_refused(folder: Path, play: tuple[str, list[str]]) -> None:
    session, lines = play
    room = PlaysKept(folder, STORIES)
    for owner, name, n, line in [
        (ANA, session, 1, lines[1]),
        (ANA, "../../etc", 0, lines[0]),
        (ANA, "c" * 32, 0, lines[0]),
        (ANA, session, 0, "no json\n"),
        (ANA, session, 0, lines[0] + lines[1]),
        (ANA, session, 0, lines[0].replace('"scenario"', '"/etc/passwd"')),
    ]:
        with pytest.raises(Refused):
            room.keep(owner, name, n, line)
    assert not list(folder.glob("*.jsonl"))
    room.keep(ANA, session, 0, lines[0])
    for owner, n, line in [
        (BEN, 1, lines[1]),
        (ANA, 0, lines[0].replace('"seed":7', '"seed":8')),
        (ANA, 2, lines[2]),
        (ANA, 1, lines[1].replace("name-it", "own-it")),
        (ANA, 1, lines[1].replace('"node":"the-text"', '"node":"the-answer"')),
        (ANA, 1, lines[0]),
    ]:
        with pytest.raises(Refused):
            room.keep(owner, session, n, line)
    assert room.of(ANA) == {session: 1}


def test_a_full_disk_loses_nothing_and_counts_nothing(
    folder: Path, play: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    session, lines = play
    room = PlaysKept(folder, STORIES)
    room.keep(ANA, session, 0, lines[0])
    write = os.write

    def half(handle: int, data: bytes) -> int:
        return write(handle, data[:5])

    monkeypatch.setattr(os, "write", half)
    with pytest.raises(OSError, match="No space"):
        room.keep(ANA, session, 1, lines[1])
    monkeypatch.undo()
    handed_in_from = room.of(ANA)[session]
    assert handed_in_from == 1
    room.keep(ANA, session, 1, lines[1])
    (path,) = folder.glob("*.jsonl")
    assert path.read_text("utf-8") == "".join(lines[:2])


def test_a_device_takes_its_plays_back_and_nobody_elses(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    ana, ben = a_play(tmp_path / "a"), a_play(tmp_path / "b")
    room = PlaysKept(folder, STORIES)
    handed_in(room, ANA, *ana)
    handed_in(room, BEN, *ben)
    assert room.take_back(ANA) == 1
    assert [read_journal(path).begun.session for path in folder.glob("*.jsonl")] == [ben[0]]
    assert ana[0] not in (folder / OWNERS).read_text("utf-8")
    assert PlaysKept(folder, STORIES).of(ANA) == {}


def test_the_teacher_sees_how_many_are_where_and_not_those_at_their_end(folder: Path, tmp_path: Path) -> None:
    room = PlaysKept(folder, STORIES)
    scenario = STORIES["scenario"].scenario
    for owner, lines in ((ANA, 1), (BEN, 2), ("c" * 32, 2)):
        (tmp_path / owner).mkdir()
        session, play = a_play(tmp_path / owner)
        handed_in(room, owner, session, play[:lines])
    first, then, *_rest = [(scenario.title, scenario.title_of(node)) for node in scenario.nodes]
    assert room.where() == [(*first, 1), (*then, 2)] == PlaysKept(folder, STORIES).where()
    (tmp_path / "again").mkdir()
    handed_in(room, BEN, *a_play(tmp_path / "again"))  # which comes to its end
    assert room.where() == [(*first, 1), (*then, 1)]


def test_one_device_cannot_fill_the_disk(folder: Path, tmp_path: Path) -> None:
    room = PlaysKept(folder, STORIES)
    _, lines = a_play_in(tmp_path)
    for number in range(MOST_PLAYS):
        session = f"{number:032x}"[::-1]
        room.keep(ANA, session, 0, lines[0].replace(read_journal_of(lines), session))
    with pytest.raises(Refused, match="More than"):
        room.keep(ANA, "f" * 32, 0, lines[0].replace(read_journal_of(lines), "f" * 32))


def a_play_in(tmp_path: Path) -> tuple[str, list[str]]:
    (tmp_path / "phone").mkdir()
    return a_play(tmp_path / "phone")
