"""How fast a school's journals become sums, and in how much memory, beside a bare typed decode of the same files.

    python -m benchmarks.debrief            1,000 and 10,000 journals of 25 events
    python -m benchmarks.debrief --large    100,000 as well (about 500 MB of disk for one file a session)

The baseline opens the same files, cuts them into lines and has pydantic make the game's own frozen events of them,
which are then dropped. Each is measured in a fresh process, in turn, in CPU seconds of that one process; "all
processors" is the command's own way, by the clock, starting its processes included. Memory is the most that the process
held while it read (Linux: VmHWM, reset before), above what it held before the first file.
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
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.generate import long_walk
from game import locations
from game.debrief.read import sources
from game.debrief.read.classes import items
from game.debrief.read.cluster import Kit, read_here
from game.debrief.read.duplicates import drop_duplicates
from game.play.events import Begun, Chosen, Event, Finished, Mode, as_line, from_line
from game.rubric.load import load_file, usable
from game.scenario.load import load_text, playable

DECISIONS = 23  # and a first line and a last: 25 events
SHARD = 1000
RUNS = 3
_AT = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    """Prints every figure as a Markdown table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--large", action="store_true", help="100,000 journals too")
    parser.add_argument("--worker", choices=["decode", "debrief", "pool"])
    parser.add_argument("--folder", type=Path)
    wanted = parser.parse_args()
    if wanted.worker:
        _worker(wanted.worker, wanted.folder)
        return
    print(
        "| journals of 25 events | sessions a second | decode alone | time ÷ decode's | all processors "
        "| memory | decode's |"
    )
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as held:
        for count in (1_000, 10_000, 100_000) if wanted.large else (1_000, 10_000):
            for sharded in (False, True):
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


def _measured(what: str, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.debrief", "--worker", what, "--folder", str(folder)]
    done = subprocess.run(command, capture_output=True, check=True, cwd=Path(__file__).parent.parent)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _worker(what: str, folder: Path) -> None:
    """Measures one reading in this process: CPU seconds of one process, wall seconds of many."""
    kit = _kit()
    reader = kit.reader()
    exact = reader.exact("long-walk")
    assert exact is not None
    _ = exact.extents  # a scenario is made ready once, however many journals there are
    from_line(as_line(_begun(0)))
    before = _peak(reset=True)
    began, wall = time.process_time(), time.perf_counter()
    plays = 0
    match what:
        case "decode":
            plays = _decode(folder)
        case "debrief":
            read = reader.read(items(sources.files([folder])))
            drop_duplicates(read, lambda: items(sources.files([folder])), reader)
            plays = read.sums.plays()
        case _:
            read, _copies = read_here([folder], kit)
            plays = read.sums.plays()
    seconds = time.perf_counter() - wall if what == "pool" else time.process_time() - began
    print(json.dumps({"plays": plays, "seconds": seconds, "megabytes": (_peak() - before) / 1024}))


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
