"""A play, a save, a class and its tables under faults of a computer; `benchmarks.soak --faults` has them all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchmarks.soak.faults import faults
from benchmarks.soak.under_faults import survived
from game.testing import SMALL

FEW = (
    "disk full: not a byte",
    "disk full in mid-play",
    "journals taken away in play",
)
REFUSED = FEW[:2]


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="sets limits of the system, and its zones")
def test_under_faults_of_a_computer_no_choice_is_lost_and_all_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text(SMALL, encoding="utf-8")
    few = [fault for fault in faults(limit=600) if fault.name in FEW]
    found = {one.name: one for one in survived(few, tmp_path, str(tmp_path / "small.yaml"))}
    assert {name: one.wrong for name, one in found.items()} == {name: [] for name in FEW}
    assert {name for name, one in found.items() if one.codes[0]} == set(REFUSED)
    assert "or choose another folder" in found[REFUSED[0]].said
    assert "What was chosen before is safe" in found[REFUSED[1]].said
    assert "was gone" in found["journals taken away in play"].said
    assert all(one.shown >= 2 for name, one in found.items() if name not in REFUSED)
