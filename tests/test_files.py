"""Whole files: read without blocking and within bounds, written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from game import files
from game.files import FileProblem, read_bounded, write_whole


def test_a_file_of_just_the_allowed_size_is_read(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"12345")
    assert read_bounded(tmp_path / "a", 5) == b"12345"


def test_a_file_of_one_byte_more_is_not_read(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"123456")
    with pytest.raises(FileProblem) as caught:
        read_bounded(tmp_path / "a", 5)
    assert caught.value.code == "too-large"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("missing", "unreadable"),
        ("", "not-a-file"),
        ("x" * 5_000, "unreadable"),
        ("nul\0", "unreadable"),
        ("a/b/c", "unreadable"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, code: str):
    with pytest.raises(FileProblem) as caught:
        read_bounded(tmp_path / name, 5)
    assert caught.value.code == code
    assert caught.value.hint


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_does_not_block(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileProblem, match="not an ordinary file"):
        read_bounded(tmp_path / "pipe", 5)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_leave_to_read_says_so(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "a").chmod(0)
    with pytest.raises(FileProblem, match="cannot be opened"):
        read_bounded(tmp_path / "a", 5)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="handles cannot be counted here")
def test_no_handle_is_left_open_whatever_happens(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "large").write_bytes(b"123456")
    before = len(os.listdir("/proc/self/fd"))
    for name in ("pipe", "large", "", "missing"):
        with pytest.raises(FileProblem):
            read_bounded(tmp_path / name, 5)
    assert len(os.listdir("/proc/self/fd")) == before


def test_what_is_written_stands_there_whole_and_replaces_what_was(tmp_path: Path):
    path = tmp_path / "new" / "folder" / "a.json"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert [p.name for p in path.parent.iterdir()] == ["a.json"]


def test_a_failed_write_leaves_what_was_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "a.json"
    write_whole(path, b"one")

    def no_room(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", no_room)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"two")
    assert path.read_bytes() == b"one"
    assert [p.name for p in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.skipif(os.name == "nt", reason="rights are other things there")
def test_what_is_written_can_be_read_by_its_owner(tmp_path: Path):
    write_whole(tmp_path / "a", b"one")
    assert (tmp_path / "a").stat().st_mode & stat.S_IRUSR
