"""What takes a while is worked out in a process of its own, which ends with the studio whatever ends that."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("uvicorn")

from game.author.bench import the_rubric
from game.errors import GameError
from game.rubric.model import Rubric
from game.studio.proving import Prover
from tests.studio.a_studio import SMALL
from tests.support.a_running_studio import RunningStudio, message
from tests.support.patience import PATIENCE


def its_process(_rubric: Rubric) -> int:
    return os.getpid()


def it_ends(_rubric: Rubric, mark: str) -> str:
    """Ends the process at the first time, as want of memory does."""
    if not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


def it_refuses(_rubric: Rubric) -> None:
    raise GameError("It has no end.")


@pytest.fixture
def prover() -> Iterator[Prover]:
    made = Prover(the_rubric(), None)
    yield made
    made.close()


@pytest.mark.slow
def test_it_works_elsewhere_says_why_it_cannot_and_begins_again_where_it_was_ended(
    prover: Prover, tmp_path: Path
) -> None:
    there = asyncio.run(prover.run(its_process))
    assert there != os.getpid()
    with pytest.raises(GameError, match="no end"):
        asyncio.run(prover.run(it_refuses))
    assert asyncio.run(prover.run(its_process)) == there
    assert asyncio.run(prover.run(it_ends, str(tmp_path / "mark"))) == "done"
    assert asyncio.run(prover.run(its_process)) != there
    prover.close()
    with pytest.raises(GameError):
        asyncio.run(prover.run(its_process))


def children(process: int) -> list[int]:
    """Returns the processes that a process has begun."""
    found = []
    for thread in Path(f"/proc/{process}/task").iterdir():
        found += [int(one) for one in (thread / "children").read_text().split()]
    return found


def lives(process: int) -> bool:
    """Returns whether a process runs; one that has ended and is not waited for yet does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks at processes as Linux tells them")
@pytest.mark.parametrize("how", ["killed", "ended"])
def test_no_process_is_left_when_the_studio_is_killed_or_ends(tmp_path: Path, how: str) -> None:
    (tmp_path / "mine").mkdir()
    studio = RunningStudio(Path(shutil.copy(SMALL, tmp_path / "mine" / "story.yaml")), tmp_path / "home")
    with studio.tab() as tab:
        message(tab, "view", checked=True)
        begun = children(studio.process.pid)
        assert begun
        studio.kill() if how == "killed" else studio.end()
    deadline = time.monotonic() + PATIENCE
    while any(map(lives, begun)) and time.monotonic() < deadline:
        os.sched_yield()
    assert not any(map(lives, begun))
