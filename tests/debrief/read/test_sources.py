"""Whatever a stick carries, the walk over it ends, stays small and harms nothing."""

from __future__ import annotations

import io
import os
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from game.debrief.read import sources
from game.debrief.read.sources import ForeignFile, FoundJournal, Item, Trouble, files, read, show
from tests.debrief.a_class import a_play, the_exact
from tests.debrief.as_files import hostile, journal_bytes

GOOD = b'{"n":0,"event":"begun"}\n{"n":1}\n'


def everything(*paths: Path) -> list[Item]:
    """All items at and under these paths."""
    return [item for path in files(paths) for item in ([path] if isinstance(path, Trouble) else read(path))]


def a_zip(entries: dict[str, bytes]) -> bytes:
    """A zip of these files."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return held.getvalue()


def test_files_come_in_the_order_of_their_names_and_once(tmp_path: Path) -> None:
    for name in ("b.jsonl", "a.jsonl", "deep/c.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(GOOD)
    found = [p.name for p in files([tmp_path, tmp_path, tmp_path / "deep"]) if isinstance(p, Path)]
    assert found == ["a.jsonl", "b.jsonl", "c.jsonl"]


def test_a_link_inside_a_folder_is_passed_over_and_a_loop_ends(tmp_path: Path) -> None:
    (tmp_path / "real.jsonl").write_bytes(GOOD)
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "out.jsonl").symlink_to("/etc/passwd")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert list(files([tmp_path])) == [tmp_path / "real.jsonl"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jsonl")
    assert list(files([tmp_path])) == []
    assert isinstance(next(iter(files([tmp_path / "pipe.jsonl"]))), Trouble)
    (item,) = read(tmp_path / "pipe.jsonl")
    assert isinstance(item, Trouble)


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    (item,) = files([tmp_path / "nowhere"])
    assert isinstance(item, Trouble)
    assert "No such file" in item.why


def test_a_shard_holds_many_plays(tmp_path: Path) -> None:
    journals = [journal_bytes(a_play(the_exact(), seed)) for seed in range(40)]
    path = tmp_path / "shard.jsonl"
    path.write_bytes(b"".join(journals) * 10)
    found = [item.data for item in read(path) if isinstance(item, FoundJournal)]
    assert found == journals * 10


def test_a_shard_is_cut_the_same_wherever_its_blocks_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journals = [journal_bytes(a_play(the_exact(), seed)) for seed in range(3)]
    path = tmp_path / "shard.jsonl"
    path.write_bytes(b"".join(journals))
    for block in (7, 100, 1001):
        monkeypatch.setattr(sources, "_BLOCK", block)
        assert [item.data for item in read(path) if isinstance(item, FoundJournal)] == journals


def test_a_journal_larger_than_any_is_refused_and_not_kept_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "huge.jsonl"
    with path.open("wb") as file:
        file.write(b'{"n":0,')
        file.truncate(60 * 1024 * 1024)
    tracemalloc.start()
    (item,) = read(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(item, Trouble)
    assert peak < 30 * 1024 * 1024


def test_journals_are_found_in_zips_and_in_zips_in_them(tmp_path: Path) -> None:
    inner = a_zip({"submission/play.jsonl": GOOD, "picture.png": b"x"})
    (tmp_path / "lms.zip").write_bytes(a_zip({"Ana Ruiz/inner.zip": inner, "b.txt": GOOD, "read me.txt": b"Hello"}))
    found = list(read(tmp_path / "lms.zip"))
    assert [item.data for item in found if isinstance(item, FoundJournal)] == [GOOD, GOOD]
    assert sum(isinstance(item, ForeignFile) for item in found) == 2


def test_zips_in_zips_end(tmp_path: Path) -> None:
    data = GOOD
    for _ in range(10):
        data = a_zip({"next.zip": data})
    (tmp_path / "nest.zip").write_bytes(data)
    (item,) = read(tmp_path / "nest.zip")
    assert isinstance(item, Trouble)
    assert "deep" in item.why


def test_a_bomb_is_left_after_the_size_of_a_journal(tmp_path: Path) -> None:
    (tmp_path / "bomb.zip").write_bytes(a_zip({"zeros.jsonl": b"0" * (64 * 1024 * 1024), "good.jsonl": GOOD}))
    tracemalloc.start()
    found = list(read(tmp_path / "bomb.zip"))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [type(item) for item in found] == [Trouble, FoundJournal]
    assert peak < 40 * 1024 * 1024


def test_many_entries_that_unpack_to_much_stop_at_the_budget(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MOST_UNPACKED", 1000)
    (tmp_path / "many.zip").write_bytes(a_zip({f"{i}.jsonl": b'{"n":0,' + b"x" * 300 for i in range(50)}))
    found = list(read(tmp_path / "many.zip"))
    assert sum(isinstance(item, FoundJournal) for item in found) == 3
    assert isinstance(found[-1], Trouble)
    assert len(found) < 7


@pytest.mark.parametrize("cut", [4, 30, 100])
def test_a_damaged_zip_is_told(tmp_path: Path, cut: int) -> None:
    whole = a_zip({"a.jsonl": GOOD * 20})
    (tmp_path / "cut.zip").write_bytes(whole[:cut])
    (item,) = read(tmp_path / "cut.zip")
    assert isinstance(item, Trouble)


def test_a_zip_with_a_changed_byte_is_told_or_read_but_never_raises(tmp_path: Path) -> None:
    whole = a_zip({"a.jsonl": GOOD * 20, "b.jsonl": GOOD})
    path = tmp_path / "changed.zip"
    for place in range(0, len(whole), 3):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        assert all(isinstance(item, FoundJournal | Trouble | ForeignFile) for item in read(path))


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_zip_packed_in_an_unusual_way_is_told_whole_or_damaged(tmp_path: Path, method: int) -> None:
    with zipfile.ZipFile(tmp_path / "odd.zip", "w", method) as archive:
        archive.writestr("play.jsonl", GOOD * 20)
    whole = (tmp_path / "odd.zip").read_bytes()
    for data in (whole, whole[:45] + b"\xff" * 12 + whole[57:]):
        (tmp_path / "odd.zip").write_bytes(data)
        (item,) = read(tmp_path / "odd.zip")
        assert isinstance(item, Trouble)


def test_an_encrypted_entry_is_told(tmp_path: Path) -> None:
    whole = bytearray(a_zip({"a.jsonl": GOOD}))
    whole[6] |= 1
    whole[whole.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "locked.zip").write_bytes(bytes(whole))
    (item,) = read(tmp_path / "locked.zip")
    assert isinstance(item, Trouble)


def test_everything_hostile_at_once(tmp_path: Path) -> None:
    hostile(tmp_path)
    found = everything(tmp_path)
    assert {type(item) for item in found} == {FoundJournal, Trouble, ForeignFile}
    assert not (tmp_path.parent / "escaped.jsonl").exists()


def test_a_name_is_printed_without_control_codes() -> None:
    assert show("a\x1b[31m\u202eb\n") == "a�[31m�b�"
    assert len(show("x" * 9999)) == 300
    assert show(Path(os.fsdecode(b"caf\xe9"))) == "caf?"
