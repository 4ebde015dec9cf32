"""The outcome of all validity checks, for one scenario or a library, as Markdown and as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any

from game.author.bench import Bench, opened
from game.author.validity.checks import trial
from game.author.validity.trial import Check, CheckResult

EXPLANATION = """\
# Whether the scores mean what they say

Made by `python main.py validity --library > docs/validity.md`. R is role held, A relationship acknowledged, C the
client's power honoured, K clinical responsibility kept: path scores from 0 to 100. The bots choose by moves, by words
or by place, never by points; *chance* is the random player. Figures are exact, over every play, unless a row says how
often something was drawn and from which seed. A check that a scenario has no material for does not apply to it."""

_SIGNS = {CheckResult.PASS: "✓", CheckResult.FAIL: "✗", CheckResult.NONE: "–"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """A scenario's checks."""

    scenario: str
    title: str
    checks: list[Check]

    @property
    def met(self) -> bool:
        """Returns True when no check failed."""
        return not self.failed

    @property
    def failed(self) -> list[Check]:
        """Returns the checks that failed."""
        return [check for check in self.checks if check.result is CheckResult.FAIL]


def outcome(name: str) -> Outcome:
    """Returns the checks of the scenario given by its id or path; raises GameError."""
    return outcome_of(opened(name))


def outcome_of(bench: Bench) -> Outcome:
    """Returns the checks of a scenario on the bench."""
    return Outcome(bench.scenario.id, bench.scenario.title, trial(bench))


def outcomes(names: Sequence[str]) -> list[Outcome]:
    """Returns the checks of several scenarios, side by side on the processors there are."""
    if len(names) == 1:
        return [outcome(names[0])]
    with ProcessPoolExecutor() as pool:
        return list(pool.map(outcome, names))


def as_text(found: Sequence[Outcome]) -> str:
    """Returns all outcomes as one Markdown page: an overview where there are several, then a table for each
    scenario."""
    parts = [EXPLANATION]
    if len(found) > 1:
        parts.append(_overview(found))
    return "\n\n".join([*parts, *(_table(one) for one in found)])


def _overview(found: Sequence[Outcome]) -> str:
    rows = [_row(["check", *(one.title for one in found)]), _row(["---", *(":-:" for _ in found)])]
    for asks in dict.fromkeys(check.asks for one in found for check in one.checks):
        results = [next((c.result for c in one.checks if c.asks == asks), CheckResult.NONE) for one in found]
        rows.append(_row([asks, *(_SIGNS[result] for result in results)]))
    return "\n".join(["✓ pass, ✗ fail, – not applicable.", "", *rows])


def _table(one: Outcome) -> str:
    counts = {result: sum(check.result is result for check in one.checks) for result in CheckResult}
    told = ", ".join(f"{count} {result.value}" for result, count in counts.items() if count)
    rows = [f"## {one.title}", "", f"{told}.", "", _row(["check", "result", "figures", "how"]), _row(["---"] * 4)]
    return "\n".join([*rows, *(_row([c.asks, _bold(c.result), c.figures, c.how]) for c in one.checks)])


def _bold(result: CheckResult) -> str:
    return f"**{result.value}**" if result is CheckResult.FAIL else result.value


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def as_data(found: Sequence[Outcome]) -> list[dict[str, Any]]:
    """Returns all outcomes as plain data for JSON."""
    return [
        {
            "scenario": one.scenario,
            "title": one.title,
            "met": one.met,
            "checks": [
                {"asks": c.asks, "result": c.result.value, "figures": c.figures, "how": c.how} for c in one.checks
            ],
        }
        for one in found
    ]
