"""How fast a school's journals become sums, and files for other programs, and in how much memory, beside a bare typed
decode of the same files.

    python -m benchmarks.debrief            30, 1,000 and 10,000 journals of 25 events
    python -m benchmarks.debrief --large    100,000 as well (about 500 MB of disk for one file a session)
    python -m benchmarks.debrief --exports  `export csv`, `export xapi` and `progress` of 30, 1,000 and 10,000; of sizes
                                            from `--least` to `--most`, up to 100,000 (xapi writes 10 GB of these), and
                                            of one command with `--of`
    python -m benchmarks.debrief --dask     the page of 10,000 on a cluster of two processes, and on this machine's own

The baseline opens the same files, cuts them into lines and has pydantic make the game's own frozen events of them,
which are then dropped. Each is measured in a fresh process, in turn, in CPU seconds of that one process; "all
processors" and the cluster go by the clock, starting processes included, but not the cluster. Memory is the most that
the process held while it read (Linux: VmHWM, reset before), above what it held before the first file.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.generate import long_walk
from game import locations
from game.cli.main import commands
from game.debrief.read import cluster, sources
from game.debrief.read.classes import ClassReader, items
from game.debrief.read.cluster import Kit, read_here, read_on_dask
from game.debrief.read.first_plays import keep_first_plays
from game.play.events import Begun, Chosen, Event, Finished, Mode, as_line, from_line
from game.rubric.load import load_file, usable
from game.scenario.load import load_text, playable

DECISIONS = 23  # and a first line and a last: 25 events
SHARD = 1000
SIZES = (30, 1_000, 10_000, 100_000)
RUNS = 3
EXPORTS = {"csv": ("export", "csv"), "xapi": ("export", "xapi"), "progress": ("progress",)}
_AT = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    """Prints every figure as a Markdown table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--large", action="store_true", help="100,000 journals too")
    parser.add_argument("--exports", action="store_true", help="files for other programs, in place of the sums")
    parser.add_argument("--least", type=int, default=0, help="with --exports, no fewer journals than these")
    parser.add_argument("--most", type=int, default=10_000, help="with --exports, no more journals than these")
    parser.add_argument("--of", choices=EXPORTS, action="append", help="with --exports, this command alone")
    parser.add_argument("--dask", action="store_true", help="a cluster of two processes, in place of the rest")
    parser.add_argument("--worker", choices=["decode", "debrief", "pool", *EXPORTS])
    parser.add_argument("--folder", type=Path)
    wanted = parser.parse_args()
    if wanted.worker:
        print(json.dumps(_worker(wanted.worker, wanted.folder)))
        return
    if wanted.exports:
        _exports([n for n in SIZES if wanted.least <= n <= wanted.most], wanted.of or list(EXPORTS))
        return
    if wanted.dask:
        _dask()
        return
    print(
        "| journals of 25 events | sessions a second | decode alone | time ÷ decode's | all processors "
        "| memory | decode's |"
    )
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as held:
        for count in SIZES if wanted.large else SIZES[:3]:
            for sharded in (False, True) if count >= SHARD else (False,):
                folder = Path(held) / f"{count}-{sharded}"
                _write(folder, count, sharded)
                print(_row(count, sharded, folder), flush=True)


def _row(count: int, sharded: bool, folder: Path) -> str:
    """One row: the best of a few runs of each, in turn."""
    runs = RUNS if count < 100_000 else 1
    ours, theirs, pool = [], [], []
    for _ in range(runs):
        theirs.append(_measured("decode", folder))
        ours.append(_measured("debrief", folder))
        pool.append(_measured("pool", folder))
    assert all(found["plays"] == count for found in (*ours, *pool))
    mine, bare, many = (min(rows, key=lambda row: row["seconds"]) for rows in (ours, theirs, pool))
    shape = f"in files of {SHARD:,}" if sharded else "one file each"
    return (
        f"| {count:,}, {shape} | {count / mine['seconds']:,.0f} | {count / bare['seconds']:,.0f} "
        f"| {mine['seconds'] / bare['seconds']:.2f} | {count / many['seconds']:,.0f} "
        f"| {mine['megabytes']:.1f} MB | {bare['megabytes']:.1f} MB |"
    )


def _measured(what: str, folder: Path, module: str = "benchmarks.debrief") -> dict[str, float]:
    command = [sys.executable, "-m", module, "--worker", what, "--folder", str(folder)]
    done = subprocess.run(command, capture_output=True, check=True, cwd=Path(__file__).parent.parent)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _worker(what: str, folder: Path) -> dict[str, float]:
    """Measures one reading in this process: CPU seconds of one process, wall seconds of many."""
    kit = _kit()
    reader = kit.reader()
    exact = reader.exact("long-walk")
    assert exact is not None
    _ = exact.extents  # a scenario is made ready once, however many journals there are
    from_line(as_line(_begun(0)))
    work: dict[str, Callable[[Path], int]] = {
        "decode": _decode,
        "debrief": lambda folder: _sums(folder, reader),
        "pool": lambda folder: _pool(folder, kit),
    }
    if what in EXPORTS:
        return _export(what, folder)
    before = _peak(reset=True)
    began, wall = time.process_time(), time.perf_counter()
    plays = work[what](folder)
    seconds = time.perf_counter() - wall if what == "pool" else time.process_time() - began
    return {"plays": plays, "seconds": seconds, "megabytes": (_peak() - before) / 1024}


def _sums(folder: Path, reader: ClassReader) -> int:
    read = reader.read(items(sources.files([folder])))
    keep_first_plays(read, lambda: items(sources.files([folder])), reader)
    return read.sums.plays()


def _pool(folder: Path, kit: Kit) -> int:
    return read_here([folder], kit)[0].sums.plays()


# ── files for other programs ─────────────────────────────────────────────────────────────────────────────


def _exports(sizes: Sequence[int], commands: Sequence[str]) -> None:
    """Prints a row for each command and size; the command as it is typed, in one process."""
    print(
        "| command | journals of 25 events | plays a second | decode alone | time ÷ decode's | memory | of the file |"
    )
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as held:
        for count in sizes:
            folder = Path(held) / str(count)
            _write(folder, count, sharded=False)
            runs = RUNS if count < 10_000 else 1
            for what in commands:
                bare = min(_measured("decode", folder)["seconds"] for _ in range(runs))
                mine = min((_measured(what, folder) for _ in range(runs)), key=lambda row: row["seconds"])
                print(
                    f"| `{' '.join(EXPORTS[what])}` | {count:,} | {count / mine['seconds']:,.0f} "
                    f"| {count / bare:,.0f} | {mine['seconds'] / bare:.1f} | {mine['megabytes']:.1f} MB "
                    f"| {mine['written'] / 1e6:.1f} MB |",
                    flush=True,
                )


def _export(what: str, folder: Path) -> dict[str, float]:
    """Measures a command in this process, once everything that it needs was read for one play."""
    cluster._processors = lambda: 1  # one process on both sides
    with tempfile.TemporaryDirectory() as held, redirect_stdout(None):
        place = Path(held)
        os.environ["EQUAL_FOOTING_HOME"] = str(place / "home")
        scenario = place / "long-walk.yaml"
        scenario.write_text(long_walk(DECISIONS, conditions=False), encoding="utf-8")
        (place / "one").mkdir()
        (place / "one" / "0.jsonl").write_bytes(_journal(0))
        out = place / "out"
        for logs in (place / "one", folder):
            before = _peak(reset=True)
            began = time.process_time()
            command = [*EXPORTS[what], str(logs), "--scenario", str(scenario), "-o", str(out)]
            commands.main(command, standalone_mode=False)
            seconds = time.process_time() - began
        written = sum(path.stat().st_size for path in [out, *out.rglob("*")] if path.is_file())
    return {"seconds": seconds, "megabytes": (_peak() - before) / 1024, "written": written}


# ── a cluster ────────────────────────────────────────────────────────────────────────────────────────────


def _dask() -> None:
    """Prints how long a cluster of two processes, started as docs/debrief.md says, takes beside this machine's own."""
    from tests.debrief.read.test_cluster import DOCUMENT, a_cluster

    print("| 10,000 journals | by the clock | bytes the same |")
    print("| --- | ---: | --- |")
    kit = _kit()
    found: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory() as held, a_cluster(DOCUMENT.parents[1], workers=2) as address:
        folder = Path(held) / "class"
        _write(folder, 10_000, sharded=True)
        ways: dict[str, Callable[[], Any]] = {
            "all processors of this machine": lambda: read_here([folder], kit),
            "two workers of a Dask cluster on it": lambda: read_on_dask([folder], kit, address),
        }
        for name, read in ways.items():
            times = []
            for _ in range(RUNS):
                began = time.perf_counter()
                found[name] = read()[0].sums.as_json()
                times.append(time.perf_counter() - began)
            same = len(set(found.values())) == 1
            print(f"| {name} | {min(times):.2f} s | {'yes' if same else 'NO'} |", flush=True)


def _decode(folder: Path) -> int:
    """The bare typed decode: every line of every file as an event, nothing kept."""
    count = 0
    for path in sorted(folder.iterdir()):
        with path.open("rb") as file:
            for line in file:
                count += isinstance(from_line(line), Begun)
    return count


def _kit() -> Kit:
    rubric = usable(load_file(locations.RUBRIC))
    return Kit(
        rubric, {"long-walk": playable(load_text(long_walk(DECISIONS, conditions=False), rubric.moves, "long-walk"))}
    )


def _peak(reset: bool = False) -> int:
    """The most memory held so far, in KiB; with `reset`, from now on."""
    if reset:
        gc.collect()
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.findall(r"VmHWM:\s+(\d+)", status)[0])


def _begun(number: int) -> Begun:
    return Begun(
        0,
        _AT,
        f"{number:032x}",
        "long-walk",
        "A long walk",
        "a" * 16,
        "b" * 16,
        number,
        Mode.PRACTICE,
        f"Player {number}",
        "4B",
    )


def _journal(number: int) -> bytes:
    """A journal of 25 events; choices differ from play to play."""
    events: list[Event] = [_begun(number)]
    for i in range(DECISIONS):
        ids = tuple(f"o-{i}-{j}" for j in range(4))
        at = _AT + timedelta(seconds=20 * i + number)
        events.append(Chosen(i + 1, at, f"n-{i}", ids[(number * (i + 3) + number // 7 + i) % 4], ids, 4000 + i))
    events.append(Finished(DECISIONS + 1, _AT, "end", {"distinct_roles": 50.0, "shared_power": 50.0}))
    return b"".join(as_line(event) for event in events)


def _write(folder: Path, count: int, sharded: bool) -> None:
    folder.mkdir()
    if sharded:
        for first in range(0, count, SHARD):
            data = b"".join(_journal(i) for i in range(first, first + SHARD))
            (folder / f"{first:06}.jsonl").write_bytes(data)
    else:
        for i in range(count):
            (folder / f"{i:06}.jsonl").write_bytes(_journal(i))
    os.sync()


if __name__ == "__main__":
    main()
