"""What can be mended for an author for certain, as edits of single lines; all other lines stay as they are.

Only what `check` complains of is mended, and only where one reading is plain: the one correction that lets the file be
read, the one known name that is near. Each edit must leave fewer errors than there were; otherwise it is not made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from game.author.check.nearby import surely_meant
from game.diagnostics import Diagnostic
from game.rubric.model import Rubric
from game.scenario.load import Loaded, load_text
from game.scenario.mend import in_quotes
from game.scenario.model import FORMAT
from game.scenario.rivals import rivals

MOST_CHANGES = 100


@dataclass(frozen=True, slots=True)
class Change:
    """One edit: the line (from 1), what stood there (None: the line is new), what stands there now, and why."""

    line: int
    before: str | None
    after: str
    why: str


def fix(lines: list[str], rubric: Rubric) -> tuple[list[str], list[Change]]:
    """The lines, mended as far as is certain, and the changes in the order they were made."""
    changes: list[Change] = []
    now = _load(lines, rubric)
    while len(changes) < MOST_CHANGES and (better := _first_that_helps(lines, now, rubric)):
        lines, now, change = better
        changes.append(change)
    return lines, changes


def applied(lines: list[str], change: Change) -> list[str]:
    """The lines with one change made."""
    kept = change.line - 1 if change.before is None else change.line
    return [*lines[: change.line - 1], change.after, *lines[kept:]]


def _first_that_helps(lines: list[str], now: Loaded, rubric: Rubric) -> tuple[list[str], Loaded, Change] | None:
    """The first change that leaves fewer errors, with the lines and the reading that it leads to."""
    for change in _changes(lines, now, rubric):
        changed = applied(lines, change)
        later = _load(changed, rubric)
        if _errors(later) < _errors(now):
            return changed, later, change
    return None


def _changes(lines: list[str], now: Loaded, rubric: Rubric) -> Iterator[Change]:
    """What may be worth changing, the layout before the words."""
    if any(diagnostic.code == "syntax" for diagnostic in now.diagnostics):
        yield from _syntax(lines, rubric)
    for diagnostic in now.diagnostics:
        yield from _word(lines, diagnostic)
        yield from _hash(lines, diagnostic)
    yield from _format(lines, now)


def _syntax(lines: list[str], rubric: Rubric) -> Iterator[Change]:
    """Yields the one correction of the first syntax error; of several, the one that leaves fewer errors than any other.
    A comment is its author's: where only another comment would help, nothing is changed."""
    ranked = sorted(
        ((_errors(_load(one.applied(lines), rubric)), one) for one in rivals(lines)), key=lambda pair: pair[0]
    )
    if ranked and (len(ranked) == 1 or ranked[0][0] < ranked[1][0]):
        best = ranked[0][1]
        if not lines[best.number].lstrip().startswith("#"):
            yield Change(best.number + 1, lines[best.number], best.line, best.why)


def _word(lines: list[str], diagnostic: Diagnostic) -> Iterator[Change]:
    """A misspelt name, where one known name is near and the word stands once on its line."""
    meant = surely_meant(diagnostic.slip) if diagnostic.slip else None
    if diagnostic.slip is None or meant is None or diagnostic.place.line > len(lines):
        return
    line = lines[diagnostic.place.line - 1]
    found = list(re.finditer(rf"(?<![\w-]){re.escape(diagnostic.slip.word)}(?![\w-])", line))
    here = [match for match in found if match.start() == diagnostic.place.column - 1] or found
    if len(here) == 1:
        after = line[: here[0].start()] + meant + line[here[0].end() :]
        yield Change(diagnostic.place.line, line, after, diagnostic.message)


def _hash(lines: list[str], diagnostic: Diagnostic) -> Iterator[Change]:
    """Text that begins with #, in quotes."""
    if diagnostic.code == "comment-in-text" and diagnostic.is_error:
        line, at = lines[diagnostic.place.line - 1], diagnostic.place.column - 1
        yield Change(diagnostic.place.line, line, line[:at] + in_quotes(line[at:].rstrip()), diagnostic.message)


def _format(lines: list[str], now: Loaded) -> Iterator[Change]:
    """The line that says the format, where it was left out: the one that is written now."""
    document = now.document
    first = document.marks.line
    if isinstance(document.data, dict) and not document.holds(("format",)) and not lines[first].startswith(("{", " ")):
        yield Change(first + 1, None, f"format: {FORMAT}", "The file has no `format`.")


def _load(lines: list[str], rubric: Rubric) -> Loaded:
    return load_text("\n".join(lines), rubric.moves)


def _errors(loaded: Loaded) -> int:
    return sum(d.is_error for d in loaded.diagnostics)
