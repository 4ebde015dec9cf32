"""What the studio keeps while somebody writes: what stands now, and no more of what stood before than it needs."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("starlette")

from game.app.library import Library
from game.rubric.scoring_model import ScoringModel
from game.scenario.document import Document
from game.scenario.model import Scenario
from game.scenario.spans import Part, parts
from game.studio.serve import open_studio, run
from tests.studio.a_studio import SMALL, AStudio, until

EDITS = 8


@pytest.fixture
def _garbage_as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def kept() -> dict[str, int]:
    """Returns how many of what is made anew with every edit are there."""
    gc.collect()
    here = gc.get_objects()
    return {kind.__name__: sum(type(one) is kind for one in here) for kind in (ScoringModel, Scenario, Document, Part)}


def test_many_edits_keep_no_more_than_a_few_of_each_text(tmp_path: Path) -> None:
    def count(part: Part) -> int:
        return 1 + sum(count(child.value) + (child.key is not None) for _step, child in part.steps())

    whole = parts(SMALL.read_text("utf-8"))
    assert whole is not None
    studio = AStudio(tmp_path)
    with studio.browser() as client, studio.tab(client) as tab:
        until(tab, "view", checked=True)
        before = kept()
        for number in range(EDITS):
            edit = {"op": "set", "path": ["title"], "value": f"Title {number}"}
            tab.send_json({"type": "edit", "base": number, "edits": [edit], "id": number})
            assert client.get("/play-data", params={"file": "f1"}).status_code == 200
            until(tab, "view", revision=number + 1, checked=True)
        more = {name: number - before[name] for name, number in kept().items()}
    texts = {name: number / (count(whole) if name == "Part" else 1) for name, number in more.items()}
    assert {name: number for name, number in texts.items() if number > EDITS / 2} == {}


@pytest.mark.usefixtures("_garbage_as_before")
def test_garbage_is_looked_for_often_while_it_serves_though_a_start_puts_it_off(tmp_path: Path) -> None:
    gc.set_threshold(50_000)
    found = []

    def ready() -> None:
        found.append(gc.get_threshold()[0])
        raise KeyboardInterrupt

    opened = open_studio(Library(), tmp_path, None)
    try:
        run(opened, ready)
    finally:
        for one in opened.sockets:
            one.close()
    assert 0 < found[0] <= 1_000
