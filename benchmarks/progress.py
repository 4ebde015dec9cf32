"""How fast a term's journals become its page, beside a bare typed decode of the same files.

    python -m benchmarks.progress               30, 1,000 and 10,000 journals of 25 events, one file each
    python -m benchmarks.progress --intervals   how often intervals hold the truth, and tell apart what is alike

The baseline is that of `benchmarks.debrief`. Each is measured in a fresh process, in turn, in CPU seconds of that one
process: reading, figures with their intervals, the page with a row for each person (up to 500 people), and the table of
all people. Memory is the most that the process held while it did so, above what it held before the first file.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from pathlib import Path

from benchmarks.debrief import _decode, _kit, _measured, _peak, _write
from game.debrief.read import sources
from game.debrief.read.classes import items
from game.debrief.read.pseudonyms import Pseudonyms
from game.debrief.term.estimates import difference, estimate
from game.debrief.term.figures import NextScenarios, term_figures
from game.debrief.term.page import term_page
from game.debrief.term.plays import read_term
from game.debrief.term.rows import write_people

COUNTS = (30, 1_000, 10_000)
RUNS = 3
DRAWN, MIDDLE, SPREAD = 600, 52.5, 18.0  # groups; points, as path scores lie


def main() -> None:
    """Prints every figure as a Markdown table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--worker", choices=["decode", "progress"])
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--intervals", action="store_true")
    wanted = parser.parse_args()
    if wanted.worker:
        _worker(wanted.worker, wanted.folder)
        return
    if wanted.intervals:
        _intervals()
        return
    print("| journals of 25 events | progress | decode alone | time ÷ decode's | memory | decode's |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as held:
        for count in COUNTS:
            folder = Path(held) / str(count)
            _write(folder, count, sharded=False)
            print(_row(count, folder), flush=True)


def _intervals() -> None:
    """Prints, for groups of several sizes drawn from one normal curve, how often the interval holds the truth, and how
    often two such groups are told apart."""
    print("| people | intervals that hold the truth | two alike told apart |")
    print("| ---: | ---: | ---: |")
    for people in (10, 15, 30):
        held = apart = 0
        for seed in range(DRAWN):
            dice = random.Random(seed)
            one, two = ([dice.gauss(MIDDLE, SPREAD) for _ in range(people)] for _ in range(2))
            mean, between = estimate(one, str(seed)), difference(one, two, str(seed))
            assert mean is not None
            assert between is not None
            held += mean.low <= MIDDLE <= mean.high
            apart += between.clear != 0
        print(f"| {people} | {held / DRAWN:.1%} | {apart / DRAWN:.1%} |", flush=True)


def _row(count: int, folder: Path) -> str:
    """Returns one row: the best of a few runs of each, in turn."""
    ours, theirs = [], []
    for _ in range(RUNS):
        theirs.append(_measured("decode", folder, "benchmarks.progress"))
        ours.append(_measured("progress", folder, "benchmarks.progress"))
    assert all(found["plays"] == count for found in (*ours, *theirs))
    mine, bare = (min(rows, key=lambda row: row["seconds"]) for rows in (ours, theirs))
    return (
        f"| {count:,} | {mine['seconds']:.2f} s | {bare['seconds']:.2f} s | {mine['seconds'] / bare['seconds']:.2f} "
        f"| {mine['megabytes']:.1f} MB | {bare['megabytes']:.1f} MB |"
    )


def _worker(what: str, folder: Path) -> None:
    kit = _kit()
    reader = kit.reader()
    model = reader.exact("long-walk")
    assert model is not None
    _ = model.extents, model.chance_levels  # a scenario is made ready once, however many journals there are
    further = NextScenarios(list(kit.scenarios.values()), kit.rubric)
    before = _peak(reset=True)
    began = time.process_time()
    if what == "decode":
        plays = _decode(folder)
    else:
        read = read_term(items(sources.files([folder])), reader, Pseudonyms(bytes(32)))
        exact = {"long-walk": model}
        figures, _ = term_figures(read.people, exact, kit.rubric, further)
        term_page(figures, read, exact, kit.rubric, further)
        with tempfile.TemporaryDirectory() as out:
            write_people(read.people, exact, Path(out) / "people.csv", "comma", names=False)
        plays = read.plays
    seconds = time.process_time() - began
    print(json.dumps({"plays": plays, "seconds": seconds, "megabytes": (_peak() - before) / 1024}))


if __name__ == "__main__":
    main()
