"""Every ending of the library, reached by keyboard: `python -m tests.window.endings OUTDIR [SCENARIO…]`.

For each ending the shortest play that comes to it is played with the number keys through the window's own event
queue, and the window is kept as a picture there and at the debrief.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pygame

from game import locations
from game.scenario import load
from game.scenario.model import Scenario
from game.story.engine import Story
from game.story.reach import Reach
from game.window.preferences import Preferences
from tests.window.drive import ROOT, Driver, a_context, the_rubric
from tests.window.shots import choose, read_on

SIZE = (1280, 720)


def reach_every_ending(scenario: Scenario, out: Path) -> list[str]:
    """Plays to each ending; the endings that a play came to, which must be all."""
    reach, reached = Reach(Story(scenario)), []
    for name, node in scenario.nodes.items():
        if node.ending is None:
            continue
        with tempfile.TemporaryDirectory() as folder:
            files = locations.scenario_files()
            driver = Driver(a_context(Path(folder), scenario=scenario, scenarios=files, assets=ROOT / "assets"), SIZE)
            driver.app.prefer(replace(Preferences(), reveal="at-once", motion=False))
            driver.draws = False
            driver.enter("Begin")
            for option in reach.nodes[name].way:
                read_on(driver)
                if driver.screen == "OwnWords":
                    driver.enter("See the options")
                choose(driver, option)
                driver.key(pygame.K_SPACE)
            read_on(driver)
            while driver.screen == "Conversation":
                driver.key(pygame.K_SPACE)
            assert driver.session.ending == node.ending
            driver.draws = True
            shoot(driver, out / f"{scenario.id}--{name}.png")
            driver.enter("See the debrief")
            assert driver.screen == "Debrief"
            reached.append(name)
    return reached


def shoot(driver: Driver, path: Path) -> None:
    """The window as it stands."""
    driver.app.top.refresh()
    driver.wait(0.4)
    pygame.image.save(driver.app.surface, str(path))


def main(out: Path, names: list[str]) -> None:
    """Writes the pictures and says what was reached."""
    out.mkdir(parents=True, exist_ok=True)
    moves = the_rubric().moves
    for name, path in locations.scenario_files().items():
        if not names or name in names:
            scenario = load.playable(load.load_file(path, moves))
            reached = reach_every_ending(scenario, out)
            print(f"{name}: {len(reached)} endings reached by keyboard: {', '.join(reached)}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
