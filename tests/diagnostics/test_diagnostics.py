"""Every diagnostic code has a file here that shows it; its first lines say what must be told, and where.

What no text file can show (bytes, folders, pipes, budgets) is made by the test and listed in `MADE`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from game.author.check.problems import check_loaded, check_rubric, check_scenario
from game.diagnostics import CODES, Diagnostic, Severity, SourcePlace, as_report, as_text, in_order
from game.did_you_mean import did_you_mean
from game.scenario.load import load_file
from game.story.reach import Reach
from game.testing import SMALL, a_rubric
from tests.support.made_problems import MADE, written

HERE = Path(__file__).parent
SCENARIOS = sorted(HERE.glob("*.yaml"))
RUBRICS = sorted((HERE / "rubric").glob("*.yaml"))
SMELLS = sorted((HERE / "smells").glob("*.yaml"))


def told(found: list[Diagnostic]) -> list[str]:
    return [f"{d.code} {d.place.line}:{d.place.column}" for d in found]


def expected(path: Path) -> list[str]:
    return re.findall(r"^# expect: (.*)$", path.read_text("utf-8"), re.MULTILINE)


def check(path: Path) -> list[Diagnostic]:
    """All that is told of a file; of a case outside `smells/`, what is wrong rather than how it is written."""
    if path.parent.name == "rubric":
        return check_rubric(path)
    if path.parent.name == "smells":
        return check_scenario(path, a_rubric())
    return check_loaded(load_file(path, a_rubric().moves), a_rubric())


@pytest.mark.parametrize("path", [*SCENARIOS, *RUBRICS, *SMELLS], ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_a_case_tells_exactly_what_it_shows_with_a_hint(path: Path):
    found = check(path)
    assert told(found) == expected(path)
    assert [d.code for d in found] == [path.stem]
    assert all(len(d.hint) > 10 and d.message.endswith((".", "?")) for d in found), as_report(found)
    lines = path.read_text("utf-8").splitlines()
    assert all(d.excerpt == lines[d.place.line - 1] for d in found)


@pytest.mark.parametrize(("expect", "make"), MADE)
def test_a_made_case_tells_exactly_what_it_shows_with_a_hint(expect: str, make: Callable[[Path], Path], tmp_path: Path):
    found = check(make(tmp_path))
    assert told(found) == [expect]
    assert all(len(d.hint) > 10 for d in found)


def test_too_many_positions_are_told_and_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("game.author.check.problems.Reach", partial(Reach, most=2))
    assert told(check(written(SMALL)(tmp_path))) == ["too-many-positions 14:1"]


def test_every_code_has_a_case():
    shown = {p.stem for p in (*SCENARIOS, *RUBRICS, *SMELLS)} | {expect.split()[0] for expect, _ in MADE}
    assert shown | {"too-many-positions"} == set(CODES)


def test_an_unknown_code_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="no such diagnostic code"):
        Diagnostic("nonsense", SourcePlace("a.yaml"), "m", "h")


def a_diagnostic(line: int = 1, column: int = 1, excerpt: str = "", message: str = "Wrong.") -> Diagnostic:
    return Diagnostic("syntax", SourcePlace("a.yaml", line, column), message, "Write it so.", excerpt=excerpt)


def test_a_diagnostic_prints_place_line_caret_and_hint():
    assert as_text(a_diagnostic(12, 3, "a\tb: c")) == (
        "a.yaml:12:3: error: Wrong. [syntax]\n  12 | a b: c\n     |   ^\n  hint: Write it so."
    )


def test_a_long_line_is_cut_around_its_caret():
    row, caret = as_text(a_diagnostic(1, 500, "x" * 499 + "!" + "y" * 499)).splitlines()[1:3]
    assert len(row) < 120
    assert row[caret.index("^")] == "!"


def test_a_report_counts_what_it_leaves_out():
    many = [a_diagnostic(n) for n in range(1, 61)]
    assert as_report(many).endswith("… and 10 more. Mend these first, then check again.")


def test_diagnostics_come_in_the_order_of_the_file_and_once():
    late, early = a_diagnostic(9), a_diagnostic(2)
    assert in_order([late, early, late]) == [early, late]


def test_a_diagnostic_as_data_holds_what_a_machine_needs():
    data = a_diagnostic(4, 2).as_dict()
    assert data == {
        "code": "syntax", "severity": "error", "file": "a.yaml", "line": 4, "column": 2,
        "message": "Wrong.", "hint": "Write it so.",
    }  # fmt: skip


def test_only_an_error_stops_play():
    warning = Diagnostic("unreachable-node", SourcePlace("a.yaml"), "m", "h", Severity.WARNING)
    assert not warning.is_error
    assert a_diagnostic().is_error


def test_a_near_miss_is_named_whatever_its_capitals():
    assert did_you_mean("Dana", {"dana", "henrik", "you"}) == "Did you mean `dana`?"


def test_a_few_words_are_listed_when_none_is_near():
    assert did_you_mean("xyz", {"b", "a"}) == "Possible here: `a`, `b`."


def test_many_words_are_not_listed():
    assert "spelling" in did_you_mean("xyz", {f"word-{n}" for n in range(40)})
