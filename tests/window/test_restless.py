"""Whatever hands do to the window, it stands and keeps every choice; `tests.window.restless` does more of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.window.toolkit.paint import soft_shadow
from tests.window.restless import restless


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_restless_hands_meet_nothing_unforeseen_at_any_size(seed: int, tmp_path: Path) -> None:
    found = restless(tmp_path, 700, seed)
    assert found.faults == []
    assert found.events == 700
    assert len(found.screens) > 5


@pytest.mark.parametrize("size", [(0, 0), (-60, 5), (5, -60)])
def test_a_box_without_room_still_has_a_shadow(size: tuple[int, int]) -> None:
    assert min(soft_shadow(size, 18, 4, 60).get_size()) > 0
