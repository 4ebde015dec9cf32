"""Whole files: read without blocking and within bounds, written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import IO

import pytest

from game import files
from game.files import (
    UNFINISHED,
    FileProblem,
    create_private,
    create_shared,
    opened_whole,
    read_bounded,
    unfinished,
    write_shared,
    write_whole,
)


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


# ── what is written ──────────────────────────────────────────────────────────────────────────────────────


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def usual_mask():
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
@pytest.mark.usefixtures("usual_mask")
def test_what_is_private_is_the_owners_alone_and_what_is_shared_is_as_other_files(tmp_path: Path):
    write_whole(tmp_path / "journal", b"1")
    create_private(tmp_path / "key", b"1")
    write_shared(tmp_path / "page", b"1")
    create_shared(tmp_path / "scenario", b"1")
    assert [mode(tmp_path / name) for name in ("journal", "key", "page", "scenario")] == [0o600, 0o600, 0o644, 0o644]


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_a_shared_file_written_anew_keeps_its_permissions(tmp_path: Path):
    (tmp_path / "page").write_bytes(b"old")
    (tmp_path / "page").chmod(0o640)
    write_shared(tmp_path / "page", b"new")
    assert (mode(tmp_path / "page"), (tmp_path / "page").read_bytes()) == (0o640, b"new")


@pytest.mark.parametrize("create", [create_shared, create_private])
@pytest.mark.parametrize("links", [True, False])
def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path, create, links: bool, monkeypatch):
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    create(tmp_path / "a", b"first")
    with pytest.raises(FileExistsError):
        create(tmp_path / "a", b"second")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_bytes() == b"first"


def no_links(*_: object) -> None:
    raise OSError(1, "Operation not permitted")


def test_what_a_stopped_writer_left_is_known_by_its_name(tmp_path: Path, monkeypatch):
    def stop(*_: object, missing_ok: bool = False) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", stop)
    monkeypatch.setattr(Path, "unlink", stop)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "deep" / "a", b"1")
    (left,) = unfinished(tmp_path)
    assert left.name.startswith(".a.")


def test_a_text_that_cannot_be_written_to_its_end_leaves_what_was_there(tmp_path: Path):
    (tmp_path / "table.csv").write_text("whole")

    def half(file: IO[str]) -> None:
        file.write("a,b\n")
        raise ValueError("half")

    with pytest.raises(ValueError, match="half"), opened_whole(tmp_path / "table.csv") as file:
        half(file)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("table.csv", "whole")]


def test_what_a_stopped_writer_left_an_hour_ago_goes_and_nothing_else(tmp_path: Path) -> None:
    old, young, foreign = (
        tmp_path / name for name in (f".a.json.0123abcd{UNFINISHED}", f".b.0123abcd{UNFINISHED}", UNFINISHED)
    )
    for path in (old, young, foreign):
        path.write_bytes(b"half")
    for path in (old, foreign):
        os.utime(path, (path.stat().st_mtime - 3700,) * 2)
    link = tmp_path / f".c.0123abcd{UNFINISHED}"
    link.symlink_to(old)
    write_whole(tmp_path / "a.json", b"whole")
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"a.json", young.name, foreign.name, link.name}
