"""A journal that met another program is read as it was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.play.events import as_line, from_line
from game.play.journal import Journal, JournalFile, MemoryRecorder, parse_journal
from game.testing import Clock, a_session, on

HERE = Path("play.jsonl")


@pytest.fixture(scope="module")
def data() -> bytes:
    """A whole play."""
    played = on(a_session(clock=Clock(), player="Zoë"))
    for choice in ("name-it", "say-how"):
        played.choose(choice)
        on(played)
    assert isinstance(played.recorder, MemoryRecorder)
    return b"".join(map(as_line, played.recorder.events))


def read(data: bytes) -> Journal:
    """The journal in these bytes."""
    return parse_journal(data, HERE)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_and_utf_16_lose_nothing(data: bytes, encoding: str) -> None:
    met = data.decode().replace("\n", "\r\n").encode(encoding)
    assert read(met).events == read(data).events
    assert read(met).lost == ()


def test_a_last_line_without_its_break_is_whole_where_its_json_is(data: bytes) -> None:
    assert read(data[:-1]).events == read(data).events
    assert read(data[:-1]).lost == ()
    assert len(read(data[:-5]).events) == len(read(data).events) - 1
    assert "torn" in read(data[:-5]).lost[0]


def test_blank_lines_are_nothing(data: bytes) -> None:
    met = b"\n" + data.replace(b"\n", b"\n\r\n\n")
    assert read(met).events == read(data).events
    assert read(met).lost == ()


def test_a_damaged_line_costs_only_itself_where_it_was_no_choice(data: bytes) -> None:
    first, *rest = data.splitlines(keepends=True)
    resumed = as_line(from_line(first)).replace(b'"event":"begun"', b'"event":"resumed","oops')
    later = [as_line(_moved(line)) for line in rest]
    found = read(b"".join([first, resumed, *later]))
    assert len(found.events) == 1 + len(rest)
    assert found.lost == ("Line 2 cannot be read and is left out; it was no choice.",)


def _moved(line: bytes):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    event = from_line(line)
    return replace(event, n=event.n + 1)


def test_a_damaged_choice_keeps_what_stands_before_it(data: bytes) -> None:
    lines = data.splitlines(keepends=True)
    found = read(b"".join([*lines[:2], b"garbage\n", *lines[3:]]))
    assert len(found.events) == 2
    assert "it and the" in found.lost[0]


def test_a_play_saved_by_another_program_is_gone_on_with(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "play.jsonl"
    lines = data.splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:2]).rstrip().decode().encode("utf-16"))
    recorder = JournalFile.reopen(path)
    recorder.write(from_line(lines[2]))
    recorder.close()
    assert path.read_bytes() == b"".join(lines[:3])
