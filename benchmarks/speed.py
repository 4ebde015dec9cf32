"""How fast the engine, the session and the check are, and how soon the first choice stands in the terminal.

    python -m benchmarks.speed

Each figure is CPU time, the median of several runs, beside a baseline measured in turn with it, so that the
ratio holds on a noisy machine.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import yaml

from benchmarks.generate import long_walk
from benchmarks.usage import given
from game import locations
from game.author.check.problems import examine
from game.play.events import Mode
from game.play.phases import Phases
from game.play.session import new_session
from game.rubric.load import load_file, usable
from game.rubric.model import Rubric
from game.rubric.scoring_model import ScoringModel
from game.scenario.load import load_text, playable
from game.story.engine import Story, choose, start, view

RUNS = 7
DECISIONS = 100


def main() -> None:
    """Prints every figure as a Markdown table."""
    rubric = usable(load_file(locations.RUBRIC))
    scenario = playable(load_text(long_walk(DECISIONS), rubric.moves, "long-walk"))
    story = Story(scenario)
    ids = [f"o-{i}-0" for i in range(DECISIONS)]
    exact = ScoringModel(scenario, rubric)
    rows = [
        _row(
            "pure engine: view + choose",
            *_pair(lambda: _engine(story, ids), lambda: _walk(_graph(story), ids), DECISIONS),
            "the same play as look-ups in a bare dict of dicts",
        ),
        _row(
            "full session without disk (assess mode)",
            *_pair(lambda: _session(exact, ids), lambda: _phases(DECISIONS), DECISIONS),
            "the phase machine's triggers alone",
        ),
    ]
    print("| what | choices per CPU-second | baseline | baseline's | ratio |\n| --- | ---: | --- | ---: | ---: |")
    print("\n".join(rows))
    print("\n| what | CPU seconds | baseline | baseline's | ratio |\n| --- | ---: | --- | ---: | ---: |")
    print(_first_choice())
    print(_check(rubric))


def _pair(ours: Callable[[], object], theirs: Callable[[], object], count: int) -> tuple[float, float]:
    """Medians of both, as things done per CPU-second, measured in turn."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(RUNS):
        for work, into in zip((ours, theirs), times, strict=True):
            rounds, begun = 0, time.process_time()
            while time.process_time() - begun < 0.4:
                work()
                rounds += 1
            into.append((time.process_time() - begun) / rounds)
    return count / statistics.median(times[0]), count / statistics.median(times[1])


def _row(name: str, ours: float, theirs: float, baseline: str) -> str:
    return f"| {name} | {ours:,.0f} | {baseline} | {theirs:,.0f} | {ours / theirs:.2f} |"


def _engine(story: Story, ids: list[str]) -> None:
    position = start(story)
    for option in ids:
        view(story, position)
        position = choose(story, position, option)


def _graph(story: Story) -> dict[str, dict[str, str]]:
    nodes = story.scenario.nodes
    return {name: {o.id: o.goto[0].to for o in node.options or ()} for name, node in nodes.items()}


def _walk(graph: dict[str, dict[str, str]], ids: list[str]) -> None:
    here = "n-0"
    for option in ids:
        here = graph[here][option]


_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


def _session(exact: ScoringModel, ids: list[str]) -> None:
    session = new_session(exact, mode=Mode.ASSESS, seed=1, clock=lambda: _EPOCH + timedelta(seconds=1))
    session.begin()
    for option in ids:
        session.scenes()
        session.read()
        session.offers()
        session.choose(option)


def _phases(count: int) -> None:
    phases = Phases()
    phases.to("begin")
    for _ in range(count):
        phases.to("offer")
        phases.to("choose")


def _first_choice() -> str:
    """Time until the first options of a 100-node story stand in a pipe, beside a bare interpreter's start."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "long-walk.yaml"
        file.write_text(long_walk(100), encoding="utf-8")
        ours, bare = [], []
        command = [sys.executable, "main.py", "play", str(file), "--text", "--seed", "1", "--logs", folder]
        libraries = [sys.executable, "-c", "import yaml, pydantic, click, transitions"]
        for _ in range(RUNS):
            ours.append(_cpu(command))
            bare.append(_cpu(libraries))
        mine, theirs = statistics.median(ours), statistics.median(bare)
        what, baseline = "first choice of a 100-node story in the terminal", "Python importing the same libraries"
        return f"| {what} | {mine:.2f} | {baseline} | {theirs:.2f} | {mine / theirs:.2f} |"


def _check(rubric: Rubric) -> str:
    """Reading and checking a 1,000-node file, beside a bare load of it by the same C parser."""
    text = long_walk(1_000)
    ours, bare = [], []
    for _ in range(RUNS):
        bare.append(_timed(lambda: yaml.load(text, Loader=yaml.CSafeLoader)))
        ours.append(_timed(lambda: examine(load_text(text, rubric.moves), rubric)))
    mine, theirs = statistics.median(ours), statistics.median(bare)
    what, baseline = f"parse and full check of 1,000 nodes ({len(text) // 1024} KiB)", "PyYAML's C loader, bare"
    return f"| {what} | {mine:.2f} | {baseline} | {theirs:.2f} | {mine / theirs:.2f} |"


def _timed(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _cpu(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    root = Path(__file__).parent.parent
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, cwd=root, env=os.environ, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    given(__doc__)
    main()
