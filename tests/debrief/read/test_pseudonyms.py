"""Pseudonyms: the same for the same person under one key, and no way back without it."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from game.debrief.read.pseudonyms import Pseudonyms, known_by, normalised, open_key
from game.errors import UsageError
from tests.debrief.a_class import a_play, the_exact

KEY = Pseudonyms(bytes(32))


def test_a_name_has_one_pseudonym_however_it_is_typed() -> None:
    assert KEY.of_name("Ana  Ruiz ") == KEY.of_name("ana ruiz") == KEY.of_name("ANA RUIZ")
    assert KEY.of_name("Émile") == KEY.of_name("E\u0301mile")
    assert normalised(" Ｊun\tPark ") == "jun park"


def test_another_key_gives_other_pseudonyms() -> None:
    assert KEY.of_name("Ana Ruiz") != Pseudonyms(bytes(31) + b"\1").of_name("Ana Ruiz")


def test_a_class_has_a_pseudonym_each() -> None:
    assert len({KEY.of_name(f"Player {i}").pseudonym for i in range(300)}) == 300


def test_a_pseudonym_tells_nothing_of_the_name() -> None:
    alias = KEY.of_name("Ana Ruiz")
    assert "ana" not in alias.pseudonym.casefold()
    assert alias.pseudonym.replace(" ", "").isalnum()
    assert len(alias.actor) == 32


def test_a_play_without_a_name_goes_by_its_session() -> None:
    begun = a_play(the_exact(), 1).journal.begun
    other = a_play(the_exact(), 2).journal.begun
    assert KEY.of(begun) == KEY.of(replace(begun, player="  "))
    assert KEY.of(begun) != KEY.of(other)
    assert KEY.of(replace(begun, player="Ana")) == KEY.of(replace(other, player="ana"))


def test_plays_without_a_name_go_by_their_device_where_they_have_its_mark() -> None:
    begun = replace(a_play(the_exact(), 1).journal.begun, device="ab" * 16)
    other = replace(a_play(the_exact(), 2).journal.begun, device="ab" * 16)
    assert KEY.of(begun) == KEY.of(other)
    assert KEY.of(begun) != KEY.of(replace(other, device="cd" * 16))
    assert KEY.of(begun) != KEY.of(replace(begun, device=None))
    named = replace(begun, player="Ana")
    assert KEY.of(named) == KEY.of_name("Ana")
    found = [known_by(one) for one in (named, begun, replace(begun, device=None))]
    assert found == ["name", "device", "session"]


def test_a_lone_surrogate_in_a_name_is_no_error() -> None:
    assert KEY.of_name("Ana \ud800")


def test_a_key_file_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "new" / "teacher.key"
    first, made = open_key(path)
    again, made_again = open_key(path)
    assert (made, made_again) == (True, False)
    assert first.of_name("Ana") == again.of_name("Ana")
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_empty_key_file_that_a_full_disk_left_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "teacher.key"
    path.write_bytes(b"")
    _, made = open_key(path)
    assert made
    assert len(path.read_bytes()) > 64


@pytest.mark.parametrize("data", [b"hello\n", b"ab" * 31, b"\xff" * 5000, b"zz" * 32])
def test_a_file_that_is_no_key_is_refused_and_left_alone(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "teacher.key"
    path.write_bytes(data)
    with pytest.raises(UsageError):
        open_key(path)
    assert path.read_bytes() == data


def test_a_folder_is_no_key_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        open_key(tmp_path)


def test_two_people_of_one_name_are_told_apart_by_their_class_codes() -> None:
    begun = replace(a_play(the_exact(), 1).journal.begun, player="Ana Ruiz", class_code="4B")
    assert KEY.of(begun) == KEY.of_name("ana ruiz", " 4b ")
    assert KEY.of(begun) != KEY.of(replace(begun, class_code="4C"))
    assert KEY.of(begun) != KEY.of(replace(begun, class_code=None))


def test_ten_thousand_people_have_ten_thousand_pseudonyms() -> None:
    key = Pseudonyms(bytes(32))
    assert len({key.of_name(f"Player {i}").pseudonym for i in range(10_000)}) == 10_000


def test_a_pseudonym_that_is_taken_gets_more_digits() -> None:
    key = Pseudonyms(bytes(32))
    taken = key.of_name("Ana").pseudonym
    other = Pseudonyms(bytes(32))
    other._given[taken] = "someone else"
    assert other.of_name("Ana").pseudonym.startswith(f"{taken} ")
    assert other.of_name("Ana") == other.of_name("ana")
