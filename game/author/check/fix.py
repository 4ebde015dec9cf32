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
from game.scenario.load import LoadedScenario, load_document, read_scenario
from game.scenario.mend import Correction, in_quotes
from game.scenario.model import FORMAT
from game.scenario.rivals import rivals
from game.scenario.source import MOST_EFFORT as MOST_TRIED

MOST_ROUNDS = 100  # of looking for what helps; many slips of a kind take one
MOST_EFFORT = 4_000_000  # characters that may be read on the whole; less than a second
READING = 10  # times as long as reading on takes a file that is held to its form too


@dataclass(frozen=True, slots=True)
class Change:
    """One edit: the line (from 1), what stood there (None: the line is new), what stands there now (None: it is taken
    out), and why."""

    line: int
    before: str | None
    after: str | None
    why: str


def fix(lines: list[str], rubric: Rubric) -> tuple[list[str], list[Change]]:
    """Returns the lines, mended as far as is certain and there is time for, and the changes in the order they were
    made."""
    changes: list[Change] = []
    trials = _Trials(rubric)
    now = trials.read(lines)
    for _ in range(MOST_ROUNDS):
        better = _all_that_help(lines, now, trials) or _first_that_helps(lines, now, trials)
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


class _Trials:
    """Readings of a file with a change or without, until they have taken the effort that one mending may take."""

    def __init__(self, rubric: Rubric) -> None:
        self._rubric, self._left = rubric, MOST_EFFORT

    @property
    def over(self) -> bool:
        """Returns True when nothing more is read."""
        return self._left <= 0

    def read(self, lines: list[str]) -> LoadedScenario:
        """Returns what reading the lines comes to."""
        text = "\n".join(lines)
        document = read_scenario(text, most_effort=max(0, min(self._left, MOST_TRIED)))
        self._left -= document.effort + READING * len(text)
        return load_document(document, "scenario", self._rubric.moves)

    def rivals(self, lines: list[str]) -> list[Correction]:
        """Returns the corrections of the first syntax error that help most."""
        found, effort = rivals(lines, self._left)
        self._left -= effort
        return found


@dataclass(frozen=True, slots=True)
class _Better:
    """Changes that leave fewer errors, the lines with them, and what reading those comes to."""

    changes: list[Change]
    lines: list[str]
    now: LoadedScenario


def _all_that_help(lines: list[str], now: LoadedScenario, trials: _Trials) -> _Better | None:
    """Returns the changes that stand for themselves, where together they mend an error each: so a file is read once for
    many slips of a kind. Where all do not, those of one code may; None where there are not two, or they do not."""
    found: dict[str, dict[int, Change]] = {
        "": {change.line: change for change in _odd_letters(lines) if _alone(change)}
    }
    for diagnostic in () if found[""] else now.diagnostics:
        of_its_code = found.setdefault(diagnostic.code, {})
        of_its_code |= {change.line: change for change in mends(lines, diagnostic) if _alone(change)}
    every = {line: change for some in found.values() for line, change in some.items()}
    for some in (every, *(some for some in found.values() if len(some) < len(every))):
        if len(some) > 1 and not trials.over:
            changed = list(lines)
            for change in some.values():
                changed[change.line - 1] = str(change.after)
            later = trials.read(changed)
            if _errors(later) <= _errors(now) - len(some):
                return _Better(list(some.values()), changed, later)
    return None


def _alone(change: Change) -> bool:
    """Returns whether a change stands for itself: no line comes or goes."""
    return change.after is not None and change.before is not None


def _first_that_helps(lines: list[str], now: LoadedScenario, trials: _Trials) -> _Better | None:
    """Returns the first change that leaves fewer errors, with the lines and the reading that it leads to."""
    for change in _changes(lines, now, trials):
        if trials.over:
            break
        changed = applied(lines, change)
        later = trials.read(changed)
        if _errors(later) < _errors(now):
            return _Better([change], changed, later)
    return None


def _changes(lines: list[str], now: LoadedScenario, trials: _Trials) -> Iterator[Change]:
    """Returns what may be worth changing: odd letters, then the layout, then the words."""
    yield from islice(_odd_letters(lines), 1)
    if any(diagnostic.code == "syntax" for diagnostic in now.diagnostics):
        yield from _syntax(lines, trials)
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


def _syntax(lines: list[str], trials: _Trials) -> Iterator[Change]:
    """Yields the one correction of the first syntax error; of several, the one that leaves fewer errors than any other.
    A comment is its author's: where only another comment would help, nothing is changed."""
    ranked = sorted(
        ((_errors(trials.read(one.applied(lines))), one) for one in trials.rivals(lines)), key=lambda pair: pair[0]
    )
    if trials.over:  # what was read last may not have been read to its end
        return
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


def _errors(loaded: LoadedScenario) -> int:
    """Returns how much is wrong: the errors that are told, and about how many are not."""
    return sum(d.is_error for d in loaded.diagnostics) + loaded.document.untold
