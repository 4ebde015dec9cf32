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


TITLE = """
import os, tempfile
os.environ |= {"SDL_VIDEODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
from pathlib import Path
import pygame
from game import locations
from game.app.library import Library
from game.app.plays import Plays
from game.window.app import App
from game.window.context import AppContext
pygame.display.init()
pygame.font.init()
surface = pygame.display.set_mode((1280, 720))
with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    plays = Plays(Library(), folder, folder / "logs")
    app = App(AppContext(plays, locations.ASSETS, folder / "settings.json"), surface)
    app.start()
    app.process(pygame.event.Event(pygame.MOUSEMOTION, pos=(640, 360), rel=(0, 0), buttons=(0, 0, 0), touch=False))
    assert app.draw()
"""


def test_the_title_stands_there_before_anything_is_loaded_that_only_a_play_needs() -> None:
    loaded = set(_loads(TITLE).split())
    assert "game.window.screens.title" in loaded
    assert not loaded & {
        "game.play.session",
        "game.story.engine",
        "game.window.routes",
        "pydantic",
        "yaml",
        "webbrowser",
    }


def test_a_journal_is_read_without_the_parser_of_scenarios() -> None:
    loaded = set(_loads("from game.play.journal import parse_journal\nimport game.play.event_fields").split())
    assert "pydantic" in loaded
    assert not loaded & {"yaml", "game.scenario.source", "game.scenario.shorthand", "game.diagnostics"}
