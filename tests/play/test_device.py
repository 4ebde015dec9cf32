"""The device mark: one a player's folder, random, made on first use, told in `data`, and gone with the data."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.play.device import FILE, device_mark
from game.play.erase import erase
from game.play.events import Mode, as_line, from_line
from game.play.journal import read_journal
from game.play.own_data import DEVICE, OwnData
from game.play.players import folder_of, known
from game.play.session import new_session
from game.testing import an_exact


def test_a_folder_has_one_mark_and_every_folder_another(tmp_path: Path) -> None:
    marks = [device_mark(tmp_path, None, who) for who in ("", "", "Ana", "Ana", "Ben")]
    assert marks[0] == marks[1]
    assert marks[2] == marks[3]
    assert len(set(marks)) == 3
    assert device_mark(tmp_path / "elsewhere", None, "") not in marks


def test_a_mark_is_thirty_two_hex_digits(tmp_path: Path) -> None:
    mark = device_mark(tmp_path, None, "")
    assert mark is not None
    assert len(mark) == 32
    assert bytes.fromhex(mark)


def test_a_players_mark_does_not_make_their_folder_a_strangers(tmp_path: Path) -> None:
    device_mark(tmp_path, None, "Ana")
    assert known(tmp_path, None).names == ("Ana",)
    assert known(tmp_path, None).problem is None


@pytest.mark.parametrize("broken", [b"", b"abc\n", b"\x00" * 32, b"0" * 10_000, "é".encode() * 16])
def test_a_broken_mark_is_made_anew(tmp_path: Path, broken: bytes) -> None:
    (tmp_path / FILE).write_bytes(broken)
    mark = device_mark(tmp_path, None, "")
    assert mark is not None
    assert (tmp_path / FILE).read_text() == f"{mark}\n"


def test_where_it_cannot_be_kept_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("in the way")
    assert device_mark(tmp_path / "home", None, "") is None


def test_it_stands_in_the_first_line_of_a_play_and_nowhere_else(tmp_path: Path) -> None:
    session = new_session(an_exact(), mode=Mode.PRACTICE, seed=1, logs=tmp_path, device="ab" * 16)
    session.abandon()
    assert session.journal_path is not None
    assert read_journal(session.journal_path).begun.device == "ab" * 16
    first, second = session.journal_path.read_text().splitlines()
    assert "device" in first
    assert "device" not in second


def test_a_play_without_one_does_not_say_so(tmp_path: Path) -> None:
    session = new_session(an_exact(), mode=Mode.PRACTICE, seed=1, logs=tmp_path)
    assert session.journal_path is not None
    assert "device" not in session.journal_path.read_text()


@pytest.mark.parametrize("mark", ["", "AB" * 16, "ab" * 15, "ab" * 17, "my laptop"])
def test_a_first_line_with_something_else_in_its_place_is_none(mark: str) -> None:
    line = as_line(new_session(an_exact(), mode=Mode.PRACTICE, seed=1, device="ab" * 16).begun)
    with pytest.raises(ValueError, match="device"):
        from_line(line.replace(b"ab" * 16, mark.encode()))


def test_it_is_told_as_the_players_own_and_goes_with_their_data(tmp_path: Path) -> None:
    for who in ("", "Ana"):
        device_mark(tmp_path, None, who)
    own = OwnData(tmp_path, tmp_path / "logs")
    (kind,) = (kind for kind in own.kinds() if kind.name == DEVICE)
    assert len(kind.files) == 2
    hers = folder_of(tmp_path, "Ana") / FILE
    assert hers in own.files_of("Ana")
    assert tmp_path / FILE not in own.files_of("Ana")
    before = device_mark(tmp_path, None, "")
    erase(own.files_of_all(settings=False))
    assert not hers.exists()
    assert device_mark(tmp_path, None, "") != before
