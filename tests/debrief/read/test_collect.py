"""Collecting: whole copies, each play once, what is broken set aside, nothing altered; and deletion that deletes."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from game.cli.main import commands
from game.debrief.read import collect as collecting
from game.debrief.read.collect import QUARANTINE, CollectionOutcome, collect
from game.debrief.read.erase import erase
from game.debrief.read.pseudonyms import Pseudonyms
from game.errors import UsageError
from game.play.events import Begun, as_line, from_line
from tests.debrief.a_class import a_play, the_exact
from tests.debrief.as_files import journal_bytes, write_class

KEY = Pseudonyms(bytes(32))
ONE, OTHER = "1" * 32, "2" * 32


def a_journal(seed: int, player: str | None = None) -> bytes:
    """A whole journal."""
    return journal_bytes(a_play(the_exact(), seed), player)


def put(folder: Path, **named: bytes) -> Path:
    """A folder with these journals."""
    folder.mkdir(exist_ok=True)
    for name, data in named.items():
        (folder / f"{name}.jsonl").write_bytes(data)
    return folder


def kept(folder: Path) -> set[bytes]:
    """The journals that a folder has collected."""
    return {path.read_bytes() for path in folder.glob("*.jsonl")}


def set_aside(folder: Path) -> dict[bytes, str]:
    """What is in quarantine, with its reasons."""
    found = (folder / QUARANTINE).glob("*.bin")
    return {path.read_bytes(): path.with_suffix(".txt").read_text(encoding="utf-8") for path in found}


def snapshot(folder: Path) -> dict[str, tuple[int, int, str]]:
    """Every file of a folder: size, time of change, content."""
    return {
        str(path): (
            path.lstat().st_size,
            path.lstat().st_mtime_ns,
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() and not path.is_symlink() else "",
        )
        for path in sorted(folder.rglob("*"))
        if not stat.S_ISFIFO(path.lstat().st_mode)
    }


def test_journals_are_copied_whole_under_their_session_id(tmp_path: Path) -> None:
    source = put(tmp_path / "stick", **{"../x".replace("/", "_"): a_journal(1), "b": a_journal(2)})
    done = collect([source], tmp_path / "class")
    assert done.new == 2
    assert kept(tmp_path / "class") == {a_journal(1), a_journal(2)}
    assert {p.stem for p in (tmp_path / "class").glob("*.jsonl")} == {f"{1:032x}", f"{2:032x}"}


def test_a_second_time_nothing_is_new(tmp_path: Path) -> None:
    source = put(tmp_path / "stick", a=a_journal(1))
    collect([source], tmp_path / "class")
    before = snapshot(tmp_path / "class")
    done = collect([source], tmp_path / "class")
    assert (done.new, done.same, done.longer) == (0, 1, 0)
    assert snapshot(tmp_path / "class") == before


@pytest.mark.parametrize("order", [("early", "whole"), ("whole", "early")])
def test_of_two_copies_of_a_session_the_longer_stays(tmp_path: Path, order: tuple[str, str]) -> None:
    whole = a_journal(1)
    copies = {"whole": whole, "early": b"".join(whole.splitlines(keepends=True)[:4])}
    for name in order:
        collect([put(tmp_path / name, a=copies[name])], tmp_path / "class")
    assert kept(tmp_path / "class") == {whole}
    assert not set_aside(tmp_path / "class")


def test_a_torn_end_is_kept_and_gives_way_to_the_whole(tmp_path: Path) -> None:
    whole = a_journal(1)
    done = collect([put(tmp_path / "a", a=whole[:-30])], tmp_path / "class")
    assert (done.new, done.torn) == (1, 1)
    collect([put(tmp_path / "b", a=whole)], tmp_path / "class")
    assert kept(tmp_path / "class") == {whole}


@pytest.mark.parametrize("turned", [False, True])
def test_where_a_session_went_two_ways_the_other_is_set_aside(tmp_path: Path, turned: bool) -> None:
    whole = a_journal(1)
    lines = whole.splitlines(keepends=True)
    other = b"".join(lines[:5]) + lines[5].replace(b'"elapsed_ms":4000', b'"elapsed_ms":4001')
    copies = [put(tmp_path / "a", a=whole), put(tmp_path / "b", b=other)]
    collect(copies[::-1] if turned else copies, tmp_path / "class")
    assert kept(tmp_path / "class") == {whole}
    assert list(set_aside(tmp_path / "class")) == [other]
    assert "goes on differently" in set_aside(tmp_path / "class")[other]


def test_what_is_broken_goes_to_quarantine_with_its_reason(tmp_path: Path) -> None:
    newer = a_journal(3).replace(b'"format":1', b'"format":7')
    source = put(tmp_path / "stick", empty=b"", noise=b"\0\1\2", newer=newer, good=a_journal(1))
    done = collect([source], tmp_path / "class")
    assert (done.new, len(done.troubles)) == (1, 3)
    reasons = set_aside(tmp_path / "class")
    assert "newer game" in reasons[newer]
    assert "not a journal" in reasons[b"\0\1\2"]
    assert "It is empty." in done.text


def test_a_class_with_everything_in_it(tmp_path: Path) -> None:
    write_class(tmp_path / "sources", plays=12, seed=3)
    before = snapshot(tmp_path / "sources")
    done = collect([tmp_path / "sources"], tmp_path / "class")
    assert snapshot(tmp_path / "sources") == before
    assert done.new == 14  # twelve, a torn one, and one of a scenario that is gone
    assert done.torn == 1
    assert done.foreign == 2
    assert len(done.text.splitlines()) < 20
    assert not [p for p in (tmp_path / "class").rglob("*") if p.name.startswith(".")]
    names = {p.name for p in (tmp_path / "class").rglob("*") if p.is_file()}
    assert all(name.rstrip("ltxbinjso").strip(".").isalnum() for name in names)


def test_a_folder_inside_its_own_source_is_not_read(tmp_path: Path) -> None:
    put(tmp_path, a=a_journal(1))
    assert collect([tmp_path], tmp_path / "class").new == 1
    assert collect([tmp_path], tmp_path / "class").same == 1


def test_the_quarantine_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collecting, "MOST_QUARANTINED", 100)
    collect([put(tmp_path / "s", a=b"x" * 80, b=b"y" * 80)], tmp_path / "class")
    assert len(set_aside(tmp_path / "class")) == 1
    assert len(list((tmp_path / "class" / QUARANTINE).glob("*.txt"))) == 2


def test_a_summary_lists_twenty_at_most(tmp_path: Path) -> None:
    done = collect([put(tmp_path / "s", **{f"n{i}": bytes([65 + i]) for i in range(30)})], tmp_path / "class")
    assert done.text.endswith("… and 10 more.")
    assert isinstance(done, CollectionOutcome)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user that is not root")
def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    with pytest.raises(UsageError, match="cannot be written"):
        collect([put(tmp_path / "s", a=a_journal(1))], tmp_path / "locked" / "class")


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "class").write_text("I am a file", encoding="utf-8")
    with pytest.raises(UsageError):
        collect([put(tmp_path / "s", a=a_journal(1))], tmp_path / "class")


# ── erasing ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def gathered(tmp_path: Path) -> Path:
    """A folder with two plays of Ana, one of Bo, and a broken file that names Ana."""
    broken = b'{"n":0,"player":"Ana Ruiz", torn'
    source = put(
        tmp_path / "s", a=a_journal(1, "Ana Ruiz"), b=a_journal(2, "ana  ruiz"), c=a_journal(3, "Bo"), d=broken
    )
    collect([source], tmp_path / "class")
    return tmp_path / "class"


def test_erasing_a_name_deletes_all_of_that_player_and_nothing_else(gathered: Path) -> None:
    done = erase("ANA RUIZ", gathered, KEY)
    assert len(done.journals) == 2
    assert kept(gathered) == {a_journal(3, "Bo")}
    assert not set_aside(gathered)
    assert b"ana" not in b"".join(p.read_bytes() for p in gathered.rglob("*") if p.is_file()).lower()


def test_erasing_by_pseudonym_deletes_the_same(gathered: Path) -> None:
    done = erase(KEY.of_name("Ana Ruiz", "4B").pseudonym.upper(), gathered, KEY)
    assert len(done.journals) == 2
    assert not set_aside(gathered)


def test_part_of_a_name_erases_nothing(gathered: Path) -> None:
    assert erase("Ru", gathered, KEY).journals == ()
    assert len(set_aside(gathered)) == 1


def test_what_was_erased_stays_away(gathered: Path) -> None:
    erase("Ana Ruiz", gathered, KEY)
    done = collect([gathered.parent / "s"], gathered)
    assert (done.erased, done.new) == (2, 0)
    assert "left out" in done.text


@pytest.mark.parametrize("player", ["", "  "])
def test_nobody_cannot_be_erased(gathered: Path, player: str) -> None:
    with pytest.raises(UsageError):
        erase(player, gathered, KEY)


def test_the_commands_say_what_they_did(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EQUAL_FOOTING_HOME", str(tmp_path / "home"))
    source = put(tmp_path / "s", a=a_journal(1, "Ana Ruiz"), b=b"broken")
    run = CliRunner().invoke(commands, ["collect", str(source), "--into", str(tmp_path / "class")])
    assert run.exit_code == 0
    assert "1 play copied" in run.output
    assert "1 could not be used" in run.output
    run = CliRunner().invoke(commands, ["erase", "Ana Ruiz", "--in", str(tmp_path / "class")])
    assert run.exit_code == 0
    assert "Deleted 1 journal of" in run.output
    assert (tmp_path / "home" / "teacher.key").exists()
    run = CliRunner().invoke(commands, ["erase", "Ana Ruiz", "--in", str(tmp_path / "class")])
    assert isinstance(run.exception, UsageError)


def test_a_source_that_is_not_there_is_said_and_nothing_is_made(tmp_path: Path) -> None:
    run = CliRunner().invoke(commands, ["collect", str(tmp_path / "stick"), "--into", str(tmp_path / "class")])
    assert isinstance(run.exception, UsageError)
    assert "There is nothing at" in str(run.exception)
    assert not (tmp_path / "class").exists()


# ── plays without a name ─────────────────────────────────────────────────────────────────────────────────


def a_nameless_journal(seed: int, device: str) -> bytes:
    """A whole journal of somebody who gave no name, on a device."""
    first, rest = a_journal(seed).split(b"\n", 1)
    return as_line(replace(from_line(first), device=device)) + rest


def test_plays_without_a_name_are_copied_with_their_device_mark_and_its_devices_counted(tmp_path: Path) -> None:
    journals = {"a": a_nameless_journal(1, ONE), "b": a_nameless_journal(2, ONE), "c": a_nameless_journal(3, OTHER)}
    done = collect([put(tmp_path / "s", **journals, d=a_journal(4, "Ana"))], tmp_path / "class")
    assert kept(tmp_path / "class") >= set(journals.values())
    assert "Plays without a name are from 2 devices." in done.text


def test_of_older_plays_without_a_name_no_device_is_told(tmp_path: Path) -> None:
    done = collect([put(tmp_path / "s", a=a_journal(1))], tmp_path / "class")
    assert "device" not in done.text


def test_plays_without_a_name_are_erased_by_the_pseudonym_of_their_device(tmp_path: Path) -> None:
    broken = a_nameless_journal(5, ONE).split(b"\n", 1)[0][:-30]
    source = put(tmp_path / "s", a=a_nameless_journal(1, ONE), b=a_nameless_journal(2, OTHER), d=broken)
    collect([source], tmp_path / "class")
    begun = from_line(a_nameless_journal(1, ONE).split(b"\n", 1)[0])
    assert isinstance(begun, Begun)
    done = erase(KEY.of(begun).pseudonym, tmp_path / "class", KEY)
    assert len(done.journals) == 1
    assert kept(tmp_path / "class") == {a_nameless_journal(2, OTHER)}
    assert ONE.encode() not in b"".join(p.read_bytes() for p in (tmp_path / "class").rglob("*") if p.is_file())
