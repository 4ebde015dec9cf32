"""Journals that came wrapped into something are found in it, or it is said what to do."""

from __future__ import annotations

import html
import io
import tarfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from game.debrief.read.classes import ClassReader
from game.debrief.read.collect import collect
from game.debrief.read.plays import ScoringModels
from game.debrief.read.sources import ForeignFile, FoundJournal, Trouble, read
from tests.debrief.a_class import a_play, the_exact
from tests.debrief.as_files import journal_bytes


@pytest.fixture(scope="module")
def data() -> bytes:
    """A journal, as it lies in its file."""
    return journal_bytes(a_play(the_exact(), 1), "Ana")


def found(path: Path) -> list[bytes]:
    """The journals in a file."""
    return [item.data for item in read(path) if isinstance(item, FoundJournal)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", ["play.jsonl", "play.txt"])
def test_a_journal_saved_in_notepad_is_found(tmp_path: Path, encoding: str, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data.decode().encode(encoding))
    assert found(tmp_path / name) == [data]


def test_what_a_mac_lays_beside_each_file_is_passed_over(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "._play.jsonl").write_bytes(b"\0\5\x16\7" + b"Mac OS X")
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("logs/._play.jsonl", b"\0\5\x16\7")
        archive.writestr("logs/play.jsonl", data)
    assert [type(item) for item in read(tmp_path / "._play.jsonl")] == [ForeignFile]
    assert [type(item) for item in read(tmp_path / "all.zip")] == [ForeignFile, FoundJournal]


@pytest.mark.parametrize("name", ["class.tgz", "class.tar", "class.tar.bz2"])
def test_a_tar_is_read_through(tmp_path: Path, name: str, data: bytes) -> None:
    with tarfile.open(tmp_path / name, "w:" + {"tgz": "gz", "bz2": "bz2"}.get(name.rsplit(".", 1)[1], "")) as archive:
        for inside in ("logs/a.jsonl", "logs/._a.jsonl", "logs/photo.png"):
            entry = tarfile.TarInfo(inside)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    assert found(tmp_path / name) == [data]


def test_a_damaged_tar_is_said_to_be_damaged(tmp_path: Path) -> None:
    (tmp_path / "a.tgz").write_bytes(b"\x1f\x8b\x08" + b"nothing")
    (trouble,) = read(tmp_path / "a.tgz")
    assert isinstance(trouble, Trouble)
    assert "damaged tar" in trouble.why


def test_a_rar_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "class.rar").write_bytes(b"Rar!\x1a\x07\x01\0 and more")
    (trouble,) = read(tmp_path / "class.rar")
    assert isinstance(trouble, Trouble)
    assert trouble.why.endswith("Unpack it, or pack it anew as a zip.")


def test_a_journal_pasted_into_an_online_text_of_moodle_is_found(tmp_path: Path, data: bytes) -> None:
    lines = "".join(f"<p dir='ltr'>{html.escape(line)}<br></p>" for line in data.decode().splitlines())
    with zipfile.ZipFile(tmp_path / "moodle.zip", "w") as archive:
        archive.writestr("Ana_1_assignsubmission_onlinetext/onlinetext.html", f"<html><body>{lines}</body></html>")
        archive.writestr("Ben_2_assignsubmission_onlinetext/onlinetext.html", "<p>I forgot.</p>")
    assert found(tmp_path / "moodle.zip") == [data]


def test_the_message_names_the_copy_that_was_set_aside(tmp_path: Path, data: bytes) -> None:
    short, far = (tmp_path / name for name in ("a-short.jsonl", "b-far.jsonl"))
    lines = data.splitlines(keepends=True)
    short.write_bytes(b"".join(lines[:2]) + lines[2].replace(b'"elapsed_ms":4000', b'"elapsed_ms":9'))
    far.write_bytes(data)
    done = collect([tmp_path], tmp_path / "class")
    assert [trouble.label for trouble in done.troubles] == [str(short)]


def test_a_scenario_is_known_by_its_fingerprint_whatever_its_file_is_called() -> None:
    exact = the_exact()
    reader = ClassReader(ScoringModels(the_exact, {"saturday-friend": exact.story.scenario}))
    play = a_play(exact, 1)
    begun = replace(
        play.journal.begun, scenario="saturday-friend-1", scenario_fingerprint=exact.story.scenario.fingerprint
    )
    renamed = replace(play, journal=replace(play.journal, begun=begun, events=(begun, *play.journal.events[1:])))
    read_ = reader.read(
        [FoundJournal("a", journal_bytes(renamed, "Ana")), FoundJournal("b", journal_bytes(play, "Ben"))]
    )
    assert [scenario for scenario, _ in read_.sums.groups] == ["saturday-friend"]
    assert read_.sums.plays() == 2
