"""Reading a class in one process, in many, and on a Dask cluster: the same bytes."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from game import locations
from game.debrief.figures.figures import figures
from game.debrief.figures.sums import Sums, merge
from game.debrief.read import classes, cluster, sources
from game.debrief.read.cluster import Kit, read_here, read_on_dask
from game.debrief.read.pseudonyms import Pseudonyms
from game.debrief.read.sources import files
from game.errors import UsageError
from game.testing import a_rubric
from tests.debrief.a_class import a_class, a_play, played_on, the_exact
from tests.debrief.as_files import journal_bytes, write_class
from tests.support.patience import PATIENCE

pytestmark = pytest.mark.slow

KEY = Pseudonyms(bytes(32))


@pytest.fixture(scope="module")
def kit() -> Kit:
    """The library's scenarios."""
    return Kit.of(a_rubric(), locations.scenario_files())


def test_a_folder_comes_to_the_sums_of_its_journals(tmp_path: Path, kit: Kit) -> None:
    for play in a_class(30):
        (tmp_path / f"{play.session}.jsonl").write_bytes(journal_bytes(play))
    read, copies = read_here([tmp_path], kit)
    assert copies == 0
    assert read.sums == merge(Sums.of(play.journal, the_exact()) for play in a_class(30))
    assert figures(read.sums, the_exact()).plays == 30


def test_each_session_counts_once_by_its_furthest_journal(tmp_path: Path, kit: Kit) -> None:
    write_class(tmp_path, plays=12, seed=2)
    read, copies = read_here([tmp_path], kit)
    expected = {}
    for path in files([tmp_path]):
        for item in classes.items([path]):
            if isinstance(item, classes.FoundJournal) and (journal := kit.reader().journal(item)) is not None:
                old = expected.get(journal.begun.session)
                if old is None or len(journal.events) > len(old.events):
                    expected[journal.begun.session] = journal
    reader = kit.reader()
    assert copies == 6  # five in the zip, and an early copy
    assert len(expected) == 14
    assert read.sums == merge(Sums.of(j, reader.exact(j.begun.scenario)) for j in expected.values())
    plays = classes.plays(classes.items(files([tmp_path])), reader, KEY, names=False)
    assert {play.session for play in plays} == set(expected)
    assert all(play.name is None for play in plays)


def test_journals_and_sums_add_up(tmp_path: Path, kit: Kit) -> None:
    group = a_class(30)
    (tmp_path / "other-school.sums").write_bytes(merge(Sums.of(p.journal, the_exact()) for p in group[:20]).as_json())
    (tmp_path / "shard.jsonl").write_bytes(b"".join(journal_bytes(play) for play in group[20:]))
    read, _ = read_here([tmp_path], kit)
    assert read.sums == merge(Sums.of(play.journal, the_exact()) for play in group)


def test_only_the_scenario_that_was_asked_for(tmp_path: Path, kit: Kit) -> None:
    write_class(tmp_path, plays=3, seed=2)
    read, _ = read_here([tmp_path], Kit(kit.rubric, kit.scenarios, "whatever-you-think"))
    assert read.sums.groups == {}


def test_a_pool_gives_the_same_bytes(tmp_path: Path, kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    write_class(tmp_path, plays=20, seed=4)
    alone, copies = read_here([tmp_path], kit)
    monkeypatch.setattr(cluster, "BYTES_A_BATCH", 10_000)
    monkeypatch.setattr(cluster, "_processors", lambda: 2)
    seen: list[int] = []
    pooled, copies_too = read_here([tmp_path], kit, seen.append)
    assert pooled.sums.as_json() == alone.sums.as_json()
    assert (copies_too, pooled.unread) == (copies, alone.unread)
    assert seen == sorted(seen)
    assert seen[-1] > 30


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_many_troubles_are_counted_and_few_are_kept(tmp_path: Path, kit: Kit) -> None:
    for i in range(150):
        (tmp_path / f"{i}.jsonl").write_bytes(b"no\n")
    read, _ = read_here([tmp_path], kit)
    assert (read.unread, len(read.troubles)) == (150, classes.MOST_TROUBLES)


DOCUMENT = Path(__file__).parents[3] / "docs/debrief.md"


@contextmanager
def started(command: str, says: str, folder: Path) -> Iterator[str]:
    """What a process of the cluster says once it is up: the rest of the line that begins so."""
    program, *arguments = shlex.split(command)
    assert program == "python"
    with subprocess.Popen(
        [sys.executable, *arguments], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        heard = []
        for line in process.stderr:
            heard.append(line)
            if says in line:
                break
        else:
            pytest.fail("".join(heard))
        drained = threading.Thread(target=process.stderr.read)  # a full pipe would stop it
        drained.start()
        try:
            yield line.partition(says)[2].strip()
        finally:
            process.terminate()
            drained.join()


@contextmanager
def a_cluster(folder: Path, workers: int, *, workers_in: Path | None = None) -> Iterator[str]:
    """The address of a cluster on loopback, its processes started in a folder by the commands of the document."""
    pytest.importorskip("distributed")
    scheduler, worker = re.findall(r"^python -m dask .*", DOCUMENT.read_text(encoding="utf-8"), re.M)
    with ExitStack() as running:
        command = scheduler.replace("8786", "0 --no-dashboard")
        address = running.enter_context(started(command, "Scheduler at:", folder))
        for _ in range(workers):
            command = f"{worker.replace('tcp://127.0.0.1:8786', address)} --no-dashboard --nthreads 1"
            running.enter_context(started(command, "Registered to:", workers_in or folder))
        yield address


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the cluster takes to answer."""
    monkeypatch.setattr(cluster, "CONNECT_S", PATIENCE)


@pytest.mark.cluster
@pytest.mark.filterwarnings("default")  # what the cluster's own threads warn of is not ours
@pytest.mark.usefixtures("patient")
def test_a_cluster_started_as_the_document_says_gives_the_same_bytes(
    tmp_path: Path, kit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_class(tmp_path, plays=20, seed=4)
    monkeypatch.setattr(cluster, "BYTES_A_BATCH", 10_000)  # both workers get some
    alone, copies = read_here([tmp_path], kit)
    with a_cluster(DOCUMENT.parents[1], workers=2) as address:
        there, copies_too = read_on_dask([tmp_path], kit, address)
    assert there.sums.as_json() == alone.sums.as_json()
    assert figures(there.sums, the_exact()) == figures(alone.sums, the_exact())
    assert (copies_too, there.unread) == (copies, alone.unread)


@pytest.mark.cluster
@pytest.mark.filterwarnings("default")
def test_an_address_without_a_scheduler_is_told(tmp_path: Path, kit: Kit) -> None:
    pytest.importorskip("distributed")
    with pytest.raises(UsageError, match="no Dask scheduler"):
        read_on_dask([tmp_path], kit, "nonsense://127.0.0.1:1")


@pytest.mark.cluster
@pytest.mark.filterwarnings("default")
@pytest.mark.usefixtures("patient")
def test_workers_that_have_not_the_game_are_told_and_no_worker_too(tmp_path: Path, kit: Kit) -> None:
    write_class(tmp_path / "class", plays=2, seed=4)
    root = DOCUMENT.parents[1]
    with (
        a_cluster(root, workers=1, workers_in=tmp_path) as address,
        pytest.raises(UsageError, match=r"need this game.*No module named 'game'.*python -m dask worker"),
    ):
        read_on_dask([tmp_path / "class"], kit, address)
    with a_cluster(root, workers=0) as address, pytest.raises(UsageError, match="No worker has joined"):
        read_on_dask([tmp_path / "class"], kit, address)


def test_a_play_read_twice_by_its_beginning_and_whole_keeps_the_whole(tmp_path: Path, kit: Kit) -> None:
    data = journal_bytes(a_play(the_exact(), 1))
    (tmp_path / "a.jsonl").write_bytes(b"".join(data.splitlines(keepends=True)[:3]))
    (tmp_path / "b.jsonl").write_bytes(data)
    read, copies = read_here([tmp_path], kit)
    assert copies == 1
    assert read.sums == Sums.of(a_play(the_exact(), 1).journal, the_exact())


def test_plays_from_an_earlier_turn_on_are_counted_and_stand_in_no_sums(tmp_path: Path, kit: Kit) -> None:
    group = [a_play(the_exact(), seed) for seed in range(4)]
    for play in group:
        (tmp_path / f"{play.session}.jsonl").write_bytes(journal_bytes(play))
    for name, seed in (("one", 90), ("copy-of-one", 90), ("two", 91)):
        (tmp_path / f"{name}.jsonl").write_bytes(journal_bytes(played_on(a_play(the_exact(), seed), group[0], 3)))
    read, copies = read_here([tmp_path], kit)
    assert (len(read.branches), copies) == (2, 0)
    assert read.sums == merge(Sums.of(play.journal, the_exact()) for play in group)
    found = classes.plays(classes.items(files([tmp_path])), kit.reader(), KEY, names=False)
    assert {play.session for play in found} == {play.session for play in group}


def test_the_files_of_a_class_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_class(tmp_path, plays=6, seed=2)
    opened: list[Path] = []
    real = sources.read

    def read(path: Path) -> Iterator[sources.Item]:
        opened.append(path)
        return real(path)

    monkeypatch.setattr(sources, "read", read)
    everything = classes.RememberedItems(lambda: sources.files([tmp_path]))
    assert list(everything) == list(everything)
    assert len(opened) == len(set(opened))


def test_more_files_than_are_remembered_are_read_anew(tmp_path: Path) -> None:
    write_class(tmp_path, plays=6, seed=2)
    everything = classes.RememberedItems(lambda: sources.files([tmp_path]), most=1)
    assert list(everything) == list(everything)
