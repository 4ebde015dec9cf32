"""What was read before is remembered as hashes, and only as hashes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.play.seen import ReadLines


def test_what_was_read_is_known_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "own" / "seen.txt"
    ReadLines(path).add(["Morning!", "Odd question."])
    again = ReadLines(path)
    assert "Morning!" in again
    assert "Would it be weird?" not in again


def test_no_word_stands_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "seen.txt"
    ReadLines(path).add(["My shoulder has been awful"])
    assert re.fullmatch(r"[0-9a-f]{16}\n", path.read_text())


def test_a_line_is_kept_once(tmp_path: Path) -> None:
    path = tmp_path / "seen.txt"
    seen = ReadLines(path)
    for _time in range(3):
        seen.add(["Morning!"])
    assert path.read_bytes().count(b"\n") == 1


@pytest.mark.parametrize("broken", [b"\xff\xfe nothing\n", b"zz\n" * 50, b"{}"])
def test_a_broken_file_costs_nothing_but_the_skipping(tmp_path: Path, broken: bytes) -> None:
    path = tmp_path / "seen.txt"
    path.write_bytes(broken)
    seen = ReadLines(path)
    assert "Morning!" not in seen
    seen.add(["Morning!"])
    assert "Morning!" in ReadLines(path)


def test_where_nothing_can_be_written_it_is_known_for_now(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    seen = ReadLines(tmp_path / "file" / "seen.txt")
    seen.add(["Morning!"])
    assert "Morning!" in seen


def test_without_a_file_nothing_is_kept() -> None:
    seen = ReadLines(None)
    seen.add(["Morning!"])
    assert "Morning!" in seen
