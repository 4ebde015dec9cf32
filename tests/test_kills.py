"""A game killed while it saves, collects, exports or erases leaves nothing half done; `benchmarks.kills` does more."""

from __future__ import annotations

import pytest

from benchmarks.kills import DEEDS, killed


@pytest.mark.slow
@pytest.mark.parametrize("deed", DEEDS)
def test_what_was_killed_is_whole_and_the_second_time_comes_to_the_end(deed: str) -> None:
    found = killed(DEEDS[deed], 2, seed=2)
    assert found.wrong == []
    assert found.kills == 2
    assert found.still == 0
