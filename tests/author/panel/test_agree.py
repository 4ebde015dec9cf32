"""Agreement on ratings whose answer is known, by the libraries that the extra `panel` brings."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PYTHON = os.environ.get("EQUAL_FOOTING_PANEL_PYTHON", "")
pytestmark = [pytest.mark.panel, pytest.mark.skipif(not PYTHON, reason="needs EQUAL_FOOTING_PANEL_PYTHON")]


TURNED = ("two-hats",)  # an option of Saturday Friend with points on two components or more


def run(*arguments: str | Path, where: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [PYTHON, *map(str, arguments)]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "EQUAL_FOOTING_HOME": str(where)}
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=env, timeout=600)


def computed(code: str) -> list[float]:
    answer = run(
        "-c", f"import json\nfrom game.author.panel.agree import *\nfrom game.author.panel.agree import _alpha\n{code}"
    )
    assert answer.returncode == 0, answer.stderr
    found: list[float] = json.loads(answer.stdout)
    return found


def test_the_intraclass_correlations_of_a_published_table_come_out() -> None:
    # Shrout & Fleiss (1979), table 2: four judges, six targets; ICC(2,1) = .29, ICC(2,4) = .62
    table = [[9, 6, 8, 7, 10, 6], [2, 1, 4, 1, 5, 2], [5, 3, 6, 2, 6, 4], [8, 2, 8, 6, 9, 7]]
    assert computed(f"print(json.dumps(icc({table})))") == pytest.approx([0.29, 0.62], abs=0.005)


def test_alpha_is_one_where_all_agree_and_near_nothing_where_ratings_are_reversed() -> None:
    same, reversed_ = [[1, 2, 3, 4, 5]] * 2, [[1, 2, 3, 4, 5], [5, 4, 3, 2, 1]]
    one, less = computed(f"print(json.dumps([_alpha({same}), _alpha({reversed_})]))")
    assert one == pytest.approx(1.0)
    assert less < 0


def test_raters_who_follow_the_rubric_part_from_it_nowhere_and_one_who_does_not_is_named(tmp_path: Path) -> None:
    paths = [_sheet(tmp_path / f"{name}.csv", turned=()) for name in ("ana", "ben")]
    out = tmp_path / "agree.html"
    told = run("main.py", "panel", "agree", *paths, "--scenario", "saturday-friend", "-o", out, where=tmp_path)
    assert told.returncode == 0, told.stderr
    assert "α 1.00" in told.stdout
    assert "0 part from the rubric" in told.stdout
    turned = [_sheet(tmp_path / f"{name}.csv", turned=TURNED) for name in ("ana", "ben")]
    told = run("main.py", "panel", "agree", *turned, "--scenario", "saturday-friend", "-o", out, where=tmp_path)
    assert f"saturday-friend: {TURNED[0]}" in out.read_text(encoding="utf-8")


def test_one_rater_is_no_panel(tmp_path: Path) -> None:
    told = run(
        "main.py", "panel", "agree", _sheet(tmp_path / "ana.csv", ()), "--scenario", "saturday-friend", where=tmp_path
    )
    assert told.returncode == 1
    assert "two raters or more" in told.stderr
    assert "Traceback" not in told.stderr


def _sheet(path: Path, turned: Sequence[str]) -> Path:
    """A sheet filled in by a rater who gives what the rubric gives, but the opposite for the options `turned`."""
    from game.app.library import Library
    from game.author.panel.items import items

    rows = ["code,component,moment,words,rating"]
    for item in items([Library().exact("saturday-friend")]):
        points = -item.points if item.option in turned else item.points
        rows.append(f"{item.code},,,,{min(7, max(1, round(4 + 1.5 * points)))}")
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path
