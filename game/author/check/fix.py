"""What can be mended for an author for certain, as edits of single lines; all other lines stay as they are.

Only what `check` complains of is mended, and only where one reading is plain: the one correction that lets the file be
read, the one known name that is near. Each edit must leave fewer errors than there were; otherwise it is not made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from game.author.check.nearby import surely_meant
from game.diagnostics import Diagnostic
from game.rubric.model import Rubric
from game.scenario.letters import odd_letters
from game.scenario.load import LoadedScenario, load_text
from game.scenario.mend import in_quotes
from game.scenario.model import FORMAT
from game.scenario.rivals import rivals

MOST_ROUNDS = 100  # readings of the file; many slips of a kind take one


@dataclass(frozen=True, slots=True)
class Change:
    """One edit: the line (from 1), what stood there (None: the line is new), what stands there now (None: it is taken
    out), and why."""

    line: int
    before: str | None
    after: str | None
    why: str


def fix(lines: list[str], rubric: Rubric) -> tuple[list[str], list[Change]]:
    """Returns the lines, mended as far as is certain, and the changes in the order they were made."""
    changes: list[Change] = []
    now = _load(lines, rubric)
    for _ in range(MOST_ROUNDS):
        better = _all_that_help(lines, now, rubric) or _first_that_helps(lines, now, rubric)
        if better is None:
            break
        lines, now = better.lines, better.now
        changes += better.changes
    return lines, changes


def applied(lines: list[str], change: Change) -> list[str]:
    """Returns the lines with one change made."""
    kept = change.line - 1 if change.before is None else change.line
    put = [] if change.after is None else [change.after]
    return [*lines[: change.line - 1], *put, *lines[kept:]]


@dataclass(frozen=True, slots=True)
class _Better:
    """Changes that leave fewer errors, the lines with them, and what reading those comes to."""

    changes: list[Change]
    lines: list[str]
    now: LoadedScenario


def _all_that_help(lines: list[str], now: LoadedScenario, rubric: Rubric) -> _Better | None:
    """Returns all changes that stand for themselves, where together they mend an error each: so a file is read once
    for many slips of a kind. None where there are not two, or they do not."""
    found = list(_odd_letters(lines)) or [change for d in now.diagnostics for change in mends(lines, d)]
    alone = {change.line: change for change in found if change.after is not None and change.before is not None}
    if len(alone) < 2:
        return None
    changes = list(alone.values())
    changed = list(lines)
    for change in changes:
        changed[change.line - 1] = str(change.after)
    later = _load(changed, rubric)
    return _Better(changes, changed, later) if _errors(later) <= _errors(now) - len(changes) else None


def _first_that_helps(lines: list[str], now: LoadedScenario, rubric: Rubric) -> _Better | None:
    """Returns the first change that leaves fewer errors, with the lines and the reading that it leads to."""
    for change in _changes(lines, now, rubric):
        changed = applied(lines, change)
        later = _load(changed, rubric)
        if _errors(later) < _errors(now):
            return _Better([change], changed, later)
    return None


def _changes(lines: list[str], now: LoadedScenario, rubric: Rubric) -> Iterator[Change]:
    """Returns what may be worth changing: odd letters, then the layout, then the words."""
    yield from islice(_odd_letters(lines), 1)
    if any(diagnostic.code == "syntax" for diagnostic in now.diagnostics):
        yield from _syntax(lines, rubric)
    for diagnostic in now.diagnostics:
        yield from mends(lines, diagnostic)
    yield from _format(lines, now)


def mends(lines: list[str], diagnostic: Diagnostic) -> Iterator[Change]:
    """Returns what would mend the one thing that a diagnostic tells of, where one reading is plain."""
    if diagnostic.code in ("odd-letter", "code-fence"):
        yield from (change for change in _odd_letters(lines) if change.line == diagnostic.place.line)
    yield from _word(lines, diagnostic)
    yield from _hash(lines, diagnostic)
    yield from _brackets(lines, diagnostic)
    yield from _expression(lines, diagnostic)


def _odd_letters(lines: list[str]) -> Iterator[Change]:
    """Returns the letters that another program put in, and lines of a chat."""
    for letter in odd_letters(lines):
        yield Change(letter.number + 1, lines[letter.number], letter.line, letter.why)


def _brackets(lines: list[str], diagnostic: Diagnostic) -> Iterator[Change]:
    """Returns names in a row, in brackets."""
    before, bracket, names = diagnostic.hint.partition("Write it like this: [")
    if diagnostic.code == "wrong-kind" and bracket and not before:
        line, at = lines[diagnostic.place.line - 1], diagnostic.place.column - 1
        yield Change(diagnostic.place.line, line, f"{line[:at]}[{names}", diagnostic.message)


def _expression(lines: list[str], diagnostic: Diagnostic) -> Iterator[Change]:
    """Returns a line whose expression stands before the colon again."""
    if diagnostic.code == "misplaced-expression":
        line = lines[diagnostic.place.line - 1]
        after = re.sub(r"^( *- +[\w-]+)(?: *\([a-z]+\))?: +\"?(\([a-z]+\)) *", r"\1 \2: ", line)
        if line.count('"') == after.count('"'):
            yield Change(diagnostic.place.line, line, after, diagnostic.message)


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
    """Returns a misspelt name, where one known name is near and the word stands once on its line."""
    meant = _meant(diagnostic)
    if diagnostic.slip is None or meant is None or diagnostic.place.line > len(lines):
        return
    line = lines[diagnostic.place.line - 1]
    found = list(re.finditer(rf"(?<![\w-]){re.escape(diagnostic.slip.word)}(?![\w-])", line))
    here = [match for match in found if match.start() == diagnostic.place.column - 1] or found
    if len(here) == 1:
        after = line[: here[0].start()] + meant + line[here[0].end() :]
        yield Change(diagnostic.place.line, line, after, diagnostic.message)


def _meant(diagnostic: Diagnostic) -> str | None:
    """Returns the word that was surely meant: the only one near, or the short name of the cast."""
    slip = diagnostic.slip
    if slip and diagnostic.code == "bad-line":
        return next(iter(slip.known))
    return surely_meant(slip) if slip else None


def _hash(lines: list[str], diagnostic: Diagnostic) -> Iterator[Change]:
    """Returns text that begins with #, in quotes."""
    if diagnostic.code == "comment-in-text" and diagnostic.is_error:
        line, at = lines[diagnostic.place.line - 1], diagnostic.place.column - 1
        yield Change(diagnostic.place.line, line, line[:at] + in_quotes(line[at:].rstrip()), diagnostic.message)


def _format(lines: list[str], now: LoadedScenario) -> Iterator[Change]:
    """Returns the line that says the format, where it was left out: the one that is written now."""
    document = now.document
    first = document.marks.line
    if isinstance(document.data, dict) and not document.holds(("format",)) and not lines[first].startswith(("{", " ")):
        yield Change(first + 1, None, f"format: {FORMAT}", "The file has no `format`.")


def _load(lines: list[str], rubric: Rubric) -> LoadedScenario:
    return load_text("\n".join(lines), rubric.moves)


def _errors(loaded: LoadedScenario) -> int:
    return sum(d.is_error for d in loaded.diagnostics)
