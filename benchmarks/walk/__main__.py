"""`python -m benchmarks.walk`: the whole library, the minutes that teach, and scenarios that Hypothesis makes up.

`--mutations` plants mistakes in either side instead, and says which of them the quick walk catches.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from time import process_time

from hypothesis import HealthCheck, Phase, given, settings

from benchmarks.walk.drawn import richer
from benchmarks.walk.mutations import caught, every_mutation
from benchmarks.walk.twin import NODE, Twin
from benchmarks.walk.walks import Found, page_beside, walk_drawn, walk_minutes, walk_scenarios
from game import locations
from game.scenario.model import Scenario
from game.web.pack import PLAYER

DRAWN, MINUTES = "drawn by Hypothesis", "the first minutes"
HEAD = """\
| scenario | languages | positions | steps | plays | CPU s | differences |
| --- | --- | ---: | ---: | ---: | ---: | ---: |"""


@dataclass(frozen=True, slots=True)
class Job:
    """Something to walk: how many plays in each language, or how many scenarios to draw; the player as it was built."""

    name: str
    plays: int
    drawn: int
    player: Path


def walked(job: Job) -> tuple[Job, Found, float]:
    """Returns what came of a job, and the CPU seconds of this side of it."""
    began = process_time()
    with Twin(job.player) as twin:
        match job.name:
            case name if name == DRAWN:
                found = walked_as_drawn(twin, job.drawn)
            case name if name == MINUTES:
                found = walk_minutes(twin, job.plays)
            case name:
                found = walk_scenarios(twin, [name], job.plays)
    return job, found, process_time() - began


def walked_as_drawn(twin: Twin, examples: int) -> Found:
    """Returns what came of so many drawn scenarios, two plays of each; always the same ones."""
    found, page = Found(["en"]), page_beside()

    @settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(richer())
    def each(scenario: Scenario) -> None:
        walk_drawn(twin, page, scenario, (found.plays, found.plays + 1), found)

    each()
    return found


def table(jobs: Sequence[Job]) -> int:
    """Walks, prints a row a job and a sum, and returns how many differences there were."""
    print(HEAD)
    every = Found()
    seconds = 0.0
    with Pool(2) as pool:
        for job, found, took in pool.imap(walked, jobs):
            print(row(job.name, found, took), flush=True)
            for difference in found.differences:
                print(difference, file=sys.stderr)
            every.positions += found.positions
            every.steps += found.steps
            every.plays += found.plays
            every.differences += found.differences
            seconds += took
    print(row("**all**", every, seconds))
    return len(every.differences)


def row(name: str, found: Found, seconds: float) -> str:
    """Returns a row of the table."""
    figures = (f"{n:,}" for n in (found.positions, found.steps, found.plays, round(seconds), len(found.differences)))
    return f"| {name} | {', '.join(found.languages)} | {' | '.join(figures)} |"


def mutate() -> int:
    """Plants each mistake in turn, prints whether the quick walk catches it, and returns how many it does not."""
    print("| planted in | where | what | caught |\n| --- | --- | --- | --- |")
    missed = 0
    for mutation in every_mutation():
        by = caught(mutation)
        missed += by is None
        print(f"| {mutation.side} | `{mutation.file}` | {mutation.what} | {by or '**no**'} |", flush=True)
    return missed


def main(arguments: Sequence[str]) -> int:
    """Walks what is named, or everything; returns 1 where anything differs."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.walk", description=__doc__)
    parser.add_argument("scenarios", nargs="*", help="ids; without any, the whole library and what is beside it")
    parser.add_argument("--plays", type=int, default=100, help="random plays of each scenario in each language")
    parser.add_argument("--drawn", type=int, default=300, help="scenarios that Hypothesis makes up")
    parser.add_argument("--player", type=Path, default=PLAYER / "player.js", help="the built player")
    parser.add_argument("--mutations", action="store_true", help="plant mistakes instead")
    given_ = parser.parse_args(arguments)
    if NODE is None:
        print("Node.js is not installed, so the player cannot be asked.", file=sys.stderr)
        return 2
    if given_.mutations:
        return int(mutate() > 0)
    names = given_.scenarios or [*locations.scenario_files(), MINUTES, DRAWN]
    return int(table([Job(name, given_.plays, given_.drawn, given_.player) for name in names]) > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
