"""Everything that is wrong with a file, in one list."""

from __future__ import annotations

from pathlib import Path

from game import library
from game.author.check import check_loaded, check_rubric, check_scenario
from tests.builders import SMALL, a_rubric, loaded


def test_a_good_scenario_has_no_problems(tmp_path: Path) -> None:
    file = tmp_path / "saturday-friend.yaml"
    file.write_text(SMALL, encoding="utf-8")
    assert check_scenario(file, a_rubric()) == []


def test_the_shipped_rubric_has_no_problems() -> None:
    assert check_rubric(library.RUBRIC) == []


def test_proofs_are_added_to_a_scenario_that_can_be_played() -> None:
    endless = loaded(
        """
        nodes:
          first:
            place: phone
            frame: social
            options:
              - {id: again, say: "Again.", goto: first}
              - {id: stop, say: "Stop.", goto: over}
          over: {place: phone, frame: social, ending: {kind: good, title: Over, text: It is over.}}
        """
    )
    assert endless.diagnostics == ()
    assert [d.code for d in check_loaded(endless, a_rubric())] == ["endless-loop"]


def test_a_scenario_that_cannot_be_played_is_not_proved_anything_about() -> None:
    broken = loaded("nodes:\n  first: {place: phone, frame: social, goto: nowhere}\n")
    codes = [d.code for d in check_loaded(broken, a_rubric())]
    assert "unknown-target" in codes
    assert codes == [d.code for d in broken.diagnostics]


def test_a_missing_file_is_one_problem_and_no_exception(tmp_path: Path) -> None:
    assert [d.code for d in check_scenario(tmp_path / "none.yaml", a_rubric())] == ["unreadable"]
    assert [d.code for d in check_rubric(tmp_path)] == ["not-a-file"]
