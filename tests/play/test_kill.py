"""A game that is killed keeps every choice that it showed as made, and can be played on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.play.kill_bench import DECISIONS, kill_once

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("EQUAL_FOOTING_KILLS", "4"))


@pytest.mark.skipif(os.name != "posix", reason="reads a pipe with select")
@pytest.mark.parametrize("seed", range(1000, 1000 + KILLS))
def test_every_choice_shown_before_a_kill_is_in_the_journal_and_play_goes_on(seed: int, tmp_path: Path) -> None:
    kill = kill_once(tmp_path, seed)
    assert kill.wrong is None
    assert kill.shown <= kill.kept <= DECISIONS
