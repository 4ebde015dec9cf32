"""All rules together, on the library and on every case."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.author.bench import on_bench
from game.author.check.suppress import sort_out
from game.author.smells.draft import ScenarioUnderTest
from game.author.smells.lengths import share_alike
from game.author.smells.rules import RULES, run
from game.diagnostics import CODES, Severity, as_report
from game.testing import a_rubric
from tests.support.library import LIBRARY, on_the_bench

CASES = Path(__file__).parents[2] / "diagnostics/smells"


def opened(path: Path) -> ScenarioUnderTest:
    bench = on_bench(path, a_rubric())
    return ScenarioUnderTest(bench.document, bench.exact.plays, a_rubric())


@pytest.mark.parametrize("name", sorted(LIBRARY))
def test_a_scenario_of_the_library_smells_of_nothing(name: str) -> None:
    bench = on_the_bench(name)
    draft = ScenarioUnderTest(bench.document, bench.exact.plays, a_rubric())
    found = [problem for problem in sort_out(list(run(draft)), bench.document).found if problem.code in RULES]
    assert found == [], as_report(found)
    share = share_alike(draft)
    assert share.alike >= 0.9 * share.decisions


@pytest.mark.parametrize("code", RULES)
def test_a_rule_tells_its_own_code_as_a_warning(code: str) -> None:
    assert code in CODES
    found = list(RULES[code](opened(CASES / f"{code}.yaml")))
    assert {(d.code, d.severity) for d in found} == {(code, Severity.WARNING)}
