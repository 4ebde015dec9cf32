"""Warnings that an author allows, each with a reason: `# allow CODE: reason`.

The rule. A comment at the end of a line counts for that line; one on a line of its own counts for the next
line that holds more than a comment. Before the first key of the file it counts for what is said about the whole
file: what `check` places on the lines of `format`, `title`, `start` or `nodes`. Errors cannot be allowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from game.diagnostics import CODES, Diagnostic, Severity, SourcePlace, in_order
from game.did_you_mean import did_you_mean
from game.scenario.comments import Comment, comments
from game.scenario.document import Document

_ALLOW = re.compile(r"#\s*allow\s+(?P<code>[\w-]+)(?P<rest>.*)")
_WHOLE_FILE = ("format", "title", "start", "nodes")


@dataclass(frozen=True, slots=True)
class AllowedProblem:
    """A warning that the author has silenced, why, and where the comment stands that says so."""

    diagnostic: Diagnostic
    reason: str
    comment: SourcePlace


@dataclass(frozen=True, slots=True)
class SortedProblems:
    """What is left to tell, and what the author has allowed."""

    found: tuple[Diagnostic, ...]
    allowed: tuple[AllowedProblem, ...] = ()


@dataclass(slots=True)
class _Allow:
    """One comment that allows something: where it stands, the lines it counts for, and whether it was of use."""

    place: SourcePlace
    code: str
    reason: str
    lines: frozenset[int]
    used: bool = field(default=False)


def sort_out(diagnostics: Iterable[Diagnostic], document: Document) -> SortedProblems:
    """Returns the diagnostics without the warnings that the document's comments allow, and with what is wrong with
    those."""
    found = list(diagnostics)
    if not any("allow" in line and "#" in line for line in document.lines):
        return SortedProblems(tuple(found))
    allows = list(_allows(document))
    left: list[Diagnostic] = []
    allowed: list[AllowedProblem] = []
    for diagnostic in found:
        fits = [a for a in allows if a.code == diagnostic.code and diagnostic.place.line in a.lines]
        if not fits or diagnostic.is_error or not fits[0].reason:
            left.append(diagnostic)
        else:
            allowed.append(AllowedProblem(diagnostic, fits[0].reason, fits[0].place))
            fits[0].used = True
    return SortedProblems(tuple(in_order([*left, *_amiss(allows, found, document)])), tuple(allowed))


def _allows(document: Document) -> Iterator[_Allow]:
    every = comments(document)
    whole = [document.place((key,), key=True).line for key in _WHOLE_FILE if document.holds((key,))]
    for comment in every:
        match = _ALLOW.match(comment.text)
        if match is None:
            continue
        code, rest = match["code"], match["rest"].strip()
        if rest and not rest.startswith(":") and code not in CODES:
            continue  # a comment like any other that begins with this word
        reason = rest[1:].strip() if rest.startswith(":") else ""
        line = comment.line + 1 if not comment.alone else _next_line(comment, document.lines)
        lines = [line, *whole] if comment.alone and line == document.marks.line + 1 else [line]
        yield _Allow(SourcePlace(document.name, comment.line + 1, comment.column + 1), code, reason, frozenset(lines))


def _next_line(comment: Comment, lines: Sequence[str]) -> int:
    """Returns the line, counted from 1, of what comes after a comment that has a line to itself."""
    after = range(comment.line + 1, len(lines))
    return next((n for n in after if lines[n].strip() and not lines[n].lstrip().startswith("#")), comment.line) + 1


def _amiss(allows: Sequence[_Allow], found: Sequence[Diagnostic], document: Document) -> Iterator[Diagnostic]:
    """Finds what is wrong with the comments themselves; idleness is told only where every check could run."""
    complete = not any(d.is_error for d in found)
    for allow in allows:
        here = [d for d in found if d.code == allow.code and d.place.line in allow.lines]
        if allow.code not in CODES:
            message = f"No problem has the code `{allow.code}`."
            yield _warning("unknown-allow", allow, message, did_you_mean(allow.code, CODES), document)
        elif not allow.reason:
            hint = f"Write it like this: # allow {allow.code}: because …"
            yield _warning("allow-without-reason", allow, "A warning is allowed for a reason only.", hint, document)
        elif any(d.is_error for d in here):
            message = f"`{allow.code}` is an error here, and errors cannot be allowed."
            yield _warning("idle-allow", allow, message, "Mend the error, and delete this comment.", document)
        elif complete and not allow.used:
            message = f"Nothing is silenced here: the line has no warning `{allow.code}`."
            hint = "Delete this comment, or move it to the line above the one that `check` names."
            yield _warning("idle-allow", allow, message, hint, document)


def _warning(code: str, allow: _Allow, message: str, hint: str, document: Document) -> Diagnostic:
    return Diagnostic(code, allow.place, message, hint, Severity.WARNING, document.lines[allow.place.line - 1])
