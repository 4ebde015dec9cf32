"""The harness that the game ships for other people's tests, used as its own words say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import game.testing
from game.testing import SMALL, a_session, made
from tests.support.patience import PATIENCE


def test_a_play_of_a_story_in_its_own_words_comes_to_its_ending() -> None:
    session = made(a_session(text=SMALL), "name-it", "say-how")
    assert session.ending is not None
    assert session.ending.kind == "best"


def test_everything_that_it_offers_is_there_and_told() -> None:
    assert all(getattr(game.testing, name) is not None for name in game.testing.__all__)
    assert all(getattr(game.testing, name).__doc__ for name in game.testing.__all__)


def test_it_needs_no_test_tool_and_no_window() -> None:
    code = "import sys, game.testing; print(sorted({'pytest', 'hypothesis', 'pygame'} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(game.testing.__file__).parents[2], capture_output=True, text=True,
        timeout=PATIENCE,
    )  # fmt: skip
    assert done.stdout == "[]\n"
