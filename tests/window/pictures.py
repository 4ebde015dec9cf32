"""Makes the pictures in the docs from a real play: `python -m tests.window.pictures`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pygame

from game import locations
from game.rubric.archetypes import played, player
from game.rubric.scoring_model import ScoringModel
from game.scenario import load
from game.window.preferences import Preferences, save
from tests.window.drive import ROOT, Driver, a_context, the_rubric
from tests.window.preview_desk import Editor
from tests.window.shots import choose, read_on

HERE = ROOT / "docs" / "pictures"


def main(out: Path = HERE) -> None:
    """Plays Saturday Friend as Partner would, with a picture of a choice and of the debrief; then previews a file."""
    rubric = the_rubric()
    files = locations.scenario_files()
    scenario = load.playable(load.load_file(files["saturday-friend"], rubric.moves))
    exact = ScoringModel(scenario, rubric)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        save(Preferences(reveal="at-once", motion=False), Path(folder) / "config" / "settings.json")
        driver = Driver(a_context(Path(folder), scenarios=files, scenario=scenario))
        driver.enter("Begin")
        for turn, option in enumerate(played(exact, player(rubric, "partner"))):
            read_on(driver)
            if driver.screen == "OwnWords":
                driver.enter("See the options")
            if turn == 4:
                keep(driver, out / "conversation.png")
            choose(driver, option)
            driver.key(pygame.K_SPACE)
        read_on(driver)
        while driver.screen == "Conversation":
            driver.key(pygame.K_SPACE)
        driver.enter("See the debrief")
        keep(driver, out / "debrief.png")
    preview(out)


def preview(out: Path) -> None:
    """A play beside the editor, just after a saving with a slip in it."""
    with tempfile.TemporaryDirectory() as folder:
        save(Preferences(reveal="at-once", motion=False), Path(folder) / "config" / "settings.json")
        editor = Editor(Path(folder), choices=("name-it", "frame-it"))
        read_on(editor.driver)
        editor.save("goto: table", "goto: tabel")
        keep(editor.driver, out / "preview.png")


def keep(driver: Driver, path: Path) -> None:
    driver.wait(0.5)
    pygame.image.save(driver.app.surface, path)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:]))
