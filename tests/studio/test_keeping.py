"""A file on disk: each line's break, the byte order mark and the mode stay, and twenty copies lie aside."""

from __future__ import annotations

import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from game.errors import GameError
from game.studio.keeping import MOST_COPIES, ChangedMeanwhile, DiskFile, DiskText
from game.studio.merge import merged


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def later(self, minutes: int = 3) -> None:
        self.now += timedelta(minutes=minutes)


def a_file(path: Path, raw: bytes, clock: Clock | None = None) -> DiskFile:
    path.write_bytes(raw)
    return DiskFile(path, clock or Clock())


@pytest.mark.parametrize(
    ("raw", "old", "new", "after"),
    [
        (b"a\r\nb\r\n", "b", "c", b"a\r\nc\r\n"),
        (b"a\nb", "b", "c\nd", b"a\nc\nd"),
        (b"\xef\xbb\xbfa\r\nb", "b", "b\nc", b"\xef\xbb\xbfa\r\nb\r\nc"),
        (b"a\r\nb\nc\rd\r\ne\r\n", "c", "x", b"a\r\nb\nx\r\nd\r\ne\r\n"),
        (b"a\xe2\x80\xa8b\n", "b", "c", b"a\xe2\x80\xa8c\n"),
        (b"", "", "x", b"x"),
    ],
)
def test_lines_keep_the_breaks_that_they_have(tmp_path: Path, raw: bytes, old: str, new: str, after: bytes) -> None:
    file = a_file(tmp_path / "a.yaml", raw)
    file.save(file.disk.text.replace(old, new, 1) if old else new)
    assert file.path.read_bytes() == after
    assert file.changed_outside() is None


@pytest.mark.skipif(os.name != "posix", reason="needs permissions of Unix")
def test_a_file_keeps_its_mode(tmp_path: Path) -> None:
    file = a_file(tmp_path / "a.yaml", b"a\n")
    for mode in (0o664, 0o600, 0o644):
        file.path.chmod(mode)
        file.save(f"{mode}\n")
        assert stat.S_IMODE(file.path.stat().st_mode) == mode


def test_the_last_twenty_copies_lie_aside_and_none_within_two_minutes(tmp_path: Path) -> None:
    clock = Clock()
    file = a_file(tmp_path / "a.yaml", b"0\n", clock)
    for number in range(1, MOST_COPIES + 5):
        file.save(f"{number}\n")
        file.save(f"{number} again\n")
        clock.later()
    names = file.versions()
    assert len(names) == MOST_COPIES
    assert file.version(names[0]) == f"{MOST_COPIES + 3} again\n"
    assert file.version(names[-1]) == "4 again\n"


def test_what_the_file_held_before_the_studio_came_is_kept_at_its_first_saving(tmp_path: Path) -> None:
    file = a_file(tmp_path / "a.yaml", b"before\n")
    file.save("after\n")
    assert [file.version(name) for name in file.versions()] == ["before\n"]


@pytest.mark.parametrize("name", ["../a", "2026", "", "2026-01-01T00-00-00-000000"])
def test_there_is_no_version_of_another_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(GameError, match="no version"):
        a_file(tmp_path / "a.yaml", b"a\n").version(name)


def test_a_change_outside_is_told_by_what_the_file_holds(tmp_path: Path) -> None:
    file = a_file(tmp_path / "a.yaml", b"a\n")
    file.path.write_bytes(b"a\n")
    assert seen(file) is None
    file.path.write_bytes(b"b\n")
    found = seen(file)
    assert found is not None
    assert found.text == "b\n"
    file.path.unlink()
    assert seen(file) is None


def seen(file: DiskFile) -> DiskText | None:
    """Returns what two looks at a file find, which is what it takes to know that its writer is done."""
    assert file.changed_outside() is None
    return file.changed_outside()


def test_a_file_that_another_program_has_emptied_and_not_yet_filled_has_not_changed(tmp_path: Path) -> None:
    file = a_file(tmp_path / "a.yaml", b"a\n")
    with file.path.open("wb") as other:
        assert file.changed_outside() is None
        other.write(b"b\n")
    found = seen(file)
    assert found is not None
    assert found.text == "b\n"


def test_a_change_between_the_last_look_and_the_saving_is_not_written_over(tmp_path: Path) -> None:
    file = a_file(tmp_path / "a.yaml", b"a\n")
    assert file.changed_outside() is None
    file.path.write_bytes(b"theirs\n")
    with pytest.raises(ChangedMeanwhile):
        file.save("mine\n")
    assert [path.read_bytes() for path in tmp_path.glob("*a.yaml*")] == [b"theirs\n"]


def test_a_change_between_the_saving_and_the_look_after_it_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = a_file(tmp_path / "a.yaml", b"a\n")
    replace = os.replace

    def replaced_and_changed(source: Path, target: Path) -> None:
        replace(source, target)
        if target == file.path:
            target.write_bytes(b"theirs\n")

    monkeypatch.setattr("os.replace", replaced_and_changed)
    file.save("mine\n")
    found = file.changed_outside()
    assert found is not None
    assert found.text == "theirs\n"


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        ("a\nB\nc\nd\ne", "a\nb\nc\nd\nE", "a\nB\nc\nd\nE"),
        ("x\na\nb\nc\nd\ne", "a\nb\nc\nd\ne\ny", "x\na\nb\nc\nd\ne\ny"),
        ("a\nb\nc\nd\ne", "b\nc\nd\ne", "b\nc\nd\ne"),
        ("a\nB\nc\nd\ne", "a\nB\nc\nd\ne", "a\nB\nc\nd\ne"),
        ("a\nB\nc\nd\ne", "a\nX\nc\nd\ne", None),
        ("a\nb\nd\ne", "a\nb\nC\nd\ne", None),
        ("a\nB\nc\nd\ne", "a\nb\nC\nd\ne", None),
    ],
)
def test_changes_of_different_lines_are_put_together(mine: str, theirs: str, both: str | None) -> None:
    assert merged("a\nb\nc\nd\ne", mine, theirs) == both
    assert merged("a\nb\nc\nd\ne", theirs, mine) == both
