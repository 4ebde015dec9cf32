"""The key of a class is backed up, brought over, and told from another."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from game.debrief.read.keys import back_up, other_keys, restore, sign
from game.debrief.read.pseudonyms import Pseudonyms, open_key
from game.errors import UsageError

ONE, OTHER = Pseudonyms(bytes(32)), Pseudonyms(bytes(31) + b"\1")


def test_a_key_that_was_backed_up_gives_the_same_pseudonyms_on_another_computer(tmp_path: Path) -> None:
    back_up(ONE, tmp_path / "stick.key")
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "stick.key").stat().st_mode) == 0o600
    assert restore(tmp_path / "stick.key", tmp_path / "new" / "teacher.key") is None
    again, made = open_key(tmp_path / "new" / "teacher.key")
    assert not made
    assert again.of_name("Ana") == ONE.of_name("Ana")


def test_a_key_is_never_written_over(tmp_path: Path) -> None:
    back_up(ONE, tmp_path / "a.key")
    with pytest.raises(UsageError, match="never written over"):
        back_up(OTHER, tmp_path / "a.key")
    back_up(OTHER, tmp_path / "teacher.key")
    aside = restore(tmp_path / "a.key", tmp_path / "teacher.key")
    assert aside is not None
    assert open_key(Path(aside))[0].mark == OTHER.mark
    assert open_key(tmp_path / "teacher.key")[0].mark == ONE.mark


def test_a_folder_that_rests_on_another_key_says_so(tmp_path: Path) -> None:
    sign(tmp_path, ONE)
    sign(tmp_path, OTHER)  # the first stands
    assert other_keys([tmp_path, tmp_path / "none"], ONE) == []
    (told,) = other_keys([tmp_path], OTHER)
    assert ONE.mark in told
    assert OTHER.mark in told
    assert "key restore" in told


def test_a_mark_tells_nothing_of_its_key() -> None:
    assert ONE.mark != OTHER.mark
    assert ONE.mark not in ONE.as_file.decode()


def test_what_is_no_key_is_not_restored(tmp_path: Path) -> None:
    (tmp_path / "no.key").write_text("hello\n")
    with pytest.raises(UsageError, match="not a key file"):
        restore(tmp_path / "no.key", tmp_path / "teacher.key")
    with pytest.raises(UsageError, match="no key file at"):
        restore(tmp_path / "none.key", tmp_path / "teacher.key")
    assert not (tmp_path / "none.key").exists()
