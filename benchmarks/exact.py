"""How long the exact figures of a scenario take, worked out and read back from the cache folder.

    python -m benchmarks.exact                     a library scenario, and generated ones of 23, 100 and 1,000 decisions
    python -m benchmarks.exact --sizes 500 1900    generated ones of other sizes (a file holds 2,000 nodes at most)

CPU seconds, the best of three. The joint distribution behind chance levels grows with the square of a play's length in
each component: it is left out for plays of more than 100 decisions.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.generate import long_walk
from game import locations
from game.rubric.load import load_file as load_rubric
from game.rubric.load import usable
from game.rubric.model import Rubric
from game.rubric.scoring_model import ScoringModel
from game.scenario.load import load_file, load_text, playable
from game.scenario.model import Scenario
from game.story.engine import Story
from game.story.plays import all_plays

RUNS = 3
MOST_FOR_CHANCE = 100


def main() -> None:
    """Prints every figure as a Markdown table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", type=int, nargs="*")
    sizes = parser.parse_args().sizes
    rubric = usable(load_rubric(locations.RUBRIC))
    print("| scenario | positions, merged | the graph | lowest and highest | chance | all, read back |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    if sizes is None:
        print(
            _row("saturday-friend", playable(load_file(locations.find("saturday-friend"), rubric.moves)), rubric, True)
        )
    for size in sizes or (23, 100, 1_000):
        scenario = playable(load_text(long_walk(size), rubric.moves, "long-walk"))
        print(_row(f"{size:,} decisions in a row", scenario, rubric, size <= MOST_FOR_CHANCE), flush=True)


def _row(name: str, scenario: Scenario, rubric: Rubric, chance: bool) -> str:
    story = Story(scenario)
    graph = _best(lambda: all_plays(story))
    plays = all_plays(story)

    def figures(wanted: Callable[[ScoringModel], object], cache: Path | None = None) -> float:
        def work() -> object:
            exact = ScoringModel(scenario, rubric, cache)
            if cache is None:
                exact.plays = plays
            return wanted(exact)

        return _best(work)

    extremes = figures(lambda exact: exact.extents)
    cells = ["–", "–"]
    if chance:
        with tempfile.TemporaryDirectory() as folder:
            back = figures(lambda exact: (exact.extents, exact.chance_levels, exact.chance_spreads), Path(folder))
        cells = [f"{figures(lambda exact: exact.chance_levels) - extremes:.3f}", f"{back:.3f}"]
    return f"| {name} | {len(plays.positions):,} | {graph:.3f} | {extremes:.3f} | {' | '.join(cells)} |"


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


if __name__ == "__main__":
    main()
