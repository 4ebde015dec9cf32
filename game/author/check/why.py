"""The page of each diagnostic code, for reading in a terminal, and the index of them all."""

from __future__ import annotations

import re
from pathlib import Path

from game.diagnostics import CODES
from game.did_you_mean import did_you_mean
from game.errors import UsageError

_FENCE = re.compile(r"^```.*\n", re.MULTILINE)
_HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
_CODE_LINE = re.compile(r"^(?:Error|Warning)\..*$", re.MULTILINE)


def page(folder: Path, code: str) -> str:
    """Returns the Markdown page of a code; raises UsageError for a code that there is not."""
    if code not in CODES:
        raise UsageError(f"No problem has the code `{code}`. {did_you_mean(code, CODES)}")
    return (folder / f"{code}.md").read_text(encoding="utf-8")


def as_text(markdown: str) -> str:
    """Returns a page as plain text: headings without their signs, examples indented."""
    parts = _FENCE.split(markdown)
    shown = [
        _HEADING.sub(r"\1", part) if index % 2 == 0 else "".join(f"    {row}" for row in part.splitlines(True))
        for index, part in enumerate(parts)
    ]
    return "".join(shown).rstrip()


def index(folder: Path) -> str:
    """Returns the table of all codes with what each means and whether it is an error, as Markdown."""
    rows = [
        "# What `check` can say",
        "",
        "One page for each code: what it means, a bad and a good example, how to mend it. In a terminal: `why CODE`.",
        "A good example stands in [base.yaml](base.yaml), or in the [rubric](../../scenarios/rubric.yaml), and the bad",
        "one takes its place there; a block marked `whole-file` is a file of its own. Tests run every example.",
        "",
        "| code | meaning | severity |",
        "| --- | --- | --- |",
    ]
    for code, meaning in CODES.items():
        found = _CODE_LINE.search(page(folder, code))
        rows.append(f"| [{code}]({code}.md) | {meaning} | {found[0].split('.')[0].lower() if found else ''} |")
    return "\n".join(rows)
