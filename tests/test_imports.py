"""What is loaded when: pygame only with the window."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from pathlib import Path

import game
from tests.support.patience import PATIENCE

ROOT = Path(__file__).parents[1]


def _modules() -> list[str]:
    found = [module.name for module in pkgutil.walk_packages(game.__path__, "game.")]
    return [name for name in found if not name.startswith("game.window")]


def _loads(statement: str) -> str:
    told = subprocess.run(
        [sys.executable, "-W", "error", "-c", f"{statement}\nimport sys\nprint(*sorted(m for m in sys.modules))"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    return told.stdout


def test_nothing_outside_the_window_loads_pygame() -> None:
    modules = _modules()
    assert {"game.cli.main", "game.story.engine", "game.play.session", "game.terminal.player"} <= set(modules)
    loaded = _loads("\n".join(f"import {name}" for name in modules)).split()
    assert "game.cli.main" in loaded
    assert not [name for name in loaded if name.split(".")[0] == "pygame" or name.startswith("game.window")]


def test_the_story_alone_loads_no_state_machine() -> None:
    assert "transitions" not in _loads("import game.story.engine, game.rubric.score").split()
