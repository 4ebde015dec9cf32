"""All rules together, on the library and on every case."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import locations
from game.author.bench import on_bench
from game.author.check.problems import examine
from game.author.smells.draft import ScenarioUnderTest
from game.author.smells.lengths import share_alike
from game.author.smells.rules import RULES
from game.diagnostics import CODES, Severity, as_report
from game.scenario.load import load_file
from game.testing import a_rubric

CASES = Path(__file__).parents[2] / "diagnostics/smells"


def opened(path: Path) -> ScenarioUnderTest:
    bench = on_bench(path, a_rubric())
    return ScenarioUnderTest(bench.document, bench.exact.plays, a_rubric())


@pytest.mark.parametrize("path", locations.scenario_files().values(), ids=lambda path: path.stem)
def test_a_scenario_of_the_library_smells_of_nothing(path: Path) -> None:
    draft = opened(path)
    found = [
        problem for problem in examine(load_file(path, a_rubric().moves), a_rubric()).found if problem.code in RULES
    ]
    assert found == [], as_report(found)
    share = share_alike(draft)
    assert share.alike >= 0.9 * share.decisions


@pytest.mark.parametrize("code", RULES)
def test_a_rule_tells_its_own_code_as_a_warning(code: str) -> None:
    assert code in CODES
    found = list(RULES[code](opened(CASES / f"{code}.yaml")))
    assert {(d.code, d.severity) for d in found} == {(code, Severity.WARNING)}
