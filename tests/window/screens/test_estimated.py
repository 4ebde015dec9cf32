"""The debrief of a story that is too large for exact scores says that they are estimated."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from game.app import library as shelves
from game.play.events import Mode
from game.story.plays import all_plays
from game.testing import SMALL, made
from game.window.destinations import ToDebrief
from tests.window.drive import Driver, a_context


@pytest.mark.parametrize("most", [2, 1000])
def test_the_planes_of_a_debrief_are_marked_where_they_are_estimated(
    most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.story.plays.all_plays", partial(all_plays, most=most))
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    driver = Driver(a_context(tmp_path, scenarios={"small": path}))
    plays = driver.app.context.plays
    session = plays.begin(shelves.Library(files={"small": path}).scenario("small"), Mode.ASSESS)
    for choice in ("laugh-it-off", "own-it"):
        made(session, choice)
    session.reflect([])
    driver.app.go(ToDebrief(session))
    driver.wait()
    assert ("Estimated from 1,000 plays" in driver.words().replace("\n", " ")) == (most == 2)
