"""Everything that is wrong with a file, in one list."""

from __future__ import annotations

from pathlib import Path

from game import locations
from game.author.check.problems import check_loaded, check_rubric, check_scenario, examine
from game.author.smells.rules import RULES
from game.testing import SMALL, a_rubric, loaded


def test_a_good_scenario_has_no_problems() -> None:
    assert check_scenario(locations.find("whatever-you-think"), a_rubric()) == []


def test_smells_are_told_of_a_file_and_left_out_where_only_faults_are_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "saturday-friend.yaml"
    file.write_text(SMALL, encoding="utf-8")
    assert {"option-count", "missing-feedback"} <= {d.code for d in check_scenario(file, a_rubric())}
    assert not RULES.keys() & {d.code for d in check_loaded(loaded(SMALL), a_rubric())}


def test_a_smell_that_its_author_allows_is_not_told() -> None:
    allowed = SMALL.replace("  the-text:\n", "  the-text:  # allow option-count: two is the point\n")
    seen = examine(loaded(allowed), a_rubric())
    [one] = seen.allowed
    assert (one.diagnostic.code, one.reason) == ("option-count", "two is the point")
    assert one.diagnostic not in seen.found
    assert "idle-allow" not in {d.code for d in check_loaded(loaded(allowed), a_rubric())}


def test_the_shipped_rubric_has_no_problems() -> None:
    assert check_rubric(locations.RUBRIC) == []


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
    assert not RULES.keys() & {d.code for d in examine(endless, a_rubric()).found}


def test_a_scenario_that_cannot_be_played_is_not_proved_anything_about() -> None:
    broken = loaded("nodes:\n  first: {place: phone, frame: social, goto: nowhere}\n")
    codes = [d.code for d in check_loaded(broken, a_rubric())]
    assert "unknown-target" in codes
    assert codes == [d.code for d in broken.diagnostics]


def test_a_missing_file_is_one_problem_and_no_exception(tmp_path: Path) -> None:
    assert [d.code for d in check_scenario(tmp_path / "none.yaml", a_rubric())] == ["unreadable"]
    assert [d.code for d in check_rubric(tmp_path)] == ["not-a-file"]
