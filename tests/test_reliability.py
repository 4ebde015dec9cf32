"""Every promise of docs/reliability.md names a test that exists."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROMISES = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")


def promises() -> list[str]:
    rows = [row for row in PROMISES.split("\n") if row.startswith("|") and "::" in row]
    return [row.split("|")[-2].strip(" `") for row in rows]


def test_every_promise_is_held_by_a_test_that_exists() -> None:
    missing = []
    for named in promises():
        file, _, test = named.partition("::")
        text = (ROOT / file).read_text(encoding="utf-8") if (ROOT / file).is_file() else ""
        if not re.search(rf"^(?:(?:async )?def {re.escape(test)}\(|{re.escape(test)} = )", text, re.M):
            missing.append(named)
    assert missing == []


def test_every_row_of_promises_and_of_faults_names_its_test() -> None:
    parts = PROMISES.split("\n## ")[1:5]
    assert [part.split("\n")[0] for part in parts] == [
        "What is never lost", "What is refused, in one sentence", "What is private",
        "Faults of others that were tried here",
    ]  # fmt: skip
    rows = [row for part in parts for row in part.split("\n") if row.startswith("| ") and "---" not in row]
    assert len([row for row in rows if not row.startswith("| what")]) == len(promises()) > 25
