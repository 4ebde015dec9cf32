"""Diagnostics: what is wrong with a file, as values that are collected, sorted and printed.

Every code stands once in `CODES`; `tests/diagnostics/` holds one file for each, and a test fails
when a code has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

CODES: dict[str, str] = {
    # the file as such
    "unreadable": "the file cannot be opened",
    "not-a-file": "the path is not an ordinary file",
    "too-large": "the file, or one list in it, is larger than any scenario needs to be",
    "not-utf8": "the file is not saved as UTF-8 text",
    "not-plain-text": "the file is a document of another program, such as Word or TextEdit",
    "odd-letter": "a bullet, a space or a colon only looks like the letter that YAML reads",
    "code-fence": "a line of three back-quotes or tildes, as a chat puts round a file",
    "control-character": "the text holds an invisible control character",
    "empty-file": "the file holds nothing",
    # YAML
    "syntax": "the line is not what YAML expects",
    "too-deep": "lists and mappings are nested too deeply",
    "unopened-quote": "a quote closes at the end of a text and was never opened",
    "comment-in-text": "` #` within text begins a comment, so the text ends there",
    "duplicate-key": "the same key stands twice in one mapping",
    "key-not-text": "a key is a list or a mapping",
    "anchor": "`&name` marks an anchor",
    "alias": "`*name` refers to an anchor",
    "tag": "`!name` marks a type",
    "merge-key": "`<<` merges another mapping",
    "directive": "`%` starts a directive",
    "second-document": "`---` starts a second document",
    # shape
    "missing-key": "a key that must be there is not",
    "unknown-key": "a key that the format does not know",
    "wrong-kind": "text, a list or a mapping stands where another kind is needed",
    "wrong-number": "a number is not whole or out of range",
    "wrong-value": "a word is not one of those possible here",
    "bad-id": "an id holds something else than small letters, digits and hyphens",
    "bad-line": "a line of dialogue cannot be read",
    "bad-condition": "a condition cannot be read",
    "too-long": "a text is too long for its place",
    "newer-format": "the file was written for a newer game",
    # structure
    "missing-start": "`start` names a node that is not there",
    "unknown-target": "`goto` names a node that is not there",
    "unknown-speaker": "a line is spoken by someone who is not in the cast",
    "speaker-in-quotes": "a whole line stands in quotes, so that its speaker is read as narration",
    "unknown-client": "`client` names someone who is not in the cast",
    "unknown-move": "an option names a move that the rubric does not know",
    "evidence-not-found": "the words that are quoted for a move do not stand in the option",
    "evidence-missing": "an option names moves without the words that make them true",
    "unknown-rupture": "an option opens or repairs a rupture that is not declared",
    "unknown-fact": "a condition asks for a fact that nothing sets",
    "unknown-fork": "the teaching notes name a node that is not there",
    "misplaced-expression": "an expression in brackets stands after the colon, so that players would read it",
    "web-entity": "a text holds a code of web pages, such as &amp; or <b>, that players would read as it stands",
    "unknown-word": "a text holds a place for a varying word that nothing fills",
    "idle-words": "words that vary from play to play stand in no text",
    "duplicate-id": "two options have the same id",
    "empty-options": "a node lists no options",
    "one-way-on": "a node needs exactly one of options, goto and ending",
    "say-or-do": "an option needs exactly one of say and do",
    "lock-reason": "`needs` and `locked` belong together",
    "branch-order": "the last branch, and only the last, goes without `when`",
    "idle-instead": "an ending names another under `mended` or `unmended` and is never too good",
    "instead-too-good": "an ending after a hard limit is of too good a kind for that",
    "no-ending": "no ending can be reached from the start",
    "unreachable-node": "no play can come to this node",
    "jump-loop": "jumps lead round in a circle",
    # proofs over every play
    "endless-loop": "a play can come back to exactly where it was",
    "dead-end": "a play can come to a node where nothing can be chosen",
    "gate-with-best": "a play that crosses a hard limit can still reach a best ending",
    "gate-with-good": "a play that leaves the harm of a hard limit unmended can still reach a good ending",
    "too-many-positions": "the plays could not all be followed within the budget, so that scores are estimated",
    "never-reached": "no play comes to this node or ending, though a way leads there",
    "never-chosen": "no play can choose this option",
    "never-locked": "an option that can be locked is open in every play",
    "never-taken": "no play takes this branch",
    "never-shown": "no play shows this line",
    "fact-unread": "a fact is set and nothing asks for it",
    "same-effect": "two options at one node do the same",
    # proofs of what scores rest on
    "seldom-tested": "a full play puts a component to the test fewer than three times",
    "low-ceiling": "no play reaches 80 on all four components",
    "pole-missing": "a way out of balance is never on offer",
    # comments that silence a warning
    "allow-without-reason": "`# allow CODE` says no reason",
    "unknown-allow": "`# allow CODE` names a code that there is not",
    "idle-allow": "`# allow CODE` silences nothing",
    # smells: how a scenario is written
    "option-length": "the options at one decision differ in length by more than a fifth",
    "long-options": "more than three in a hundred options have over 24 words",
    "option-too-long": "an option has too many characters to be in sight with three others",
    "best-stands-out": "the best option can be told by its length, its place, a question, a “we” or an apology",
    "best-without-cost": "at most decisions the best option is best in every way",
    "one-sided": "at a decision every option is good, every option is poor, or all are worth the same",
    "option-count": "a decision offers fewer than three options, or more than four",
    "small-scenario": "the scenario has fewer decisions, endings or ruptures than a whole one should have",
    "textbook-word": "an option uses a word that sounds like the taught answer",
    "reading-grade": "the text as a whole is hard to read",
    "long-sentence": "a sentence is too long to be read aloud",
    "unmended-rupture": "an option opens a rupture that no play can repair from there on",
    "late-repair": "a rupture can only be repaired by the last choice of a play",
    "unused-answer": "an option asks something, and no later option can act on the answer",
    "missing-feedback": "an option has no feedback",
    "missing-instead": "an option that costs something proposes no other line to try",
    "missing-thought": "nobody privately thinks anything at a decision",
    "missing-outcome": "an ending does not say what it came to for the other person",
    "quote-not-said": "a feedback quotes words that nobody says",
    "missing-questions": "there are too few questions for the class, or none for the player",
    "gate-with-credit": "an option that crosses a hard limit earns something for responsibility",
    "harm-unnamed": "the feedback on an option that crosses a hard limit does not say what harm was done",
    "idle-harm": "a rupture names a harm that it can never mend",
    "minutes-off": "`minutes` is off by more than two from what an average play takes",
    "unknown-place": "a place is a slip away from one that there is a picture of",
    "unknown-portrait": "a portrait is a slip away from one that there is",
    "unknown-picture": "a text says what a picture shows that no portrait or place is called after",
    "media-unusable": "an own picture or sound cannot be shown or heard",
    "media-unfit": "an own picture has too few pixels, or somebody's is much wider than high",
    "media-unused": "a file among the own pictures and sounds is one that nothing shows",
    "media-undescribed": "nothing says in words what an own picture shows",
    "media-missing": "somebody's own pictures lack an expression that is shown",
    "hour-against-light": "narration states an hour that is not in the light of its node",
    "letter-not-shown": "a text holds a letter that none of the shipped fonts has",
    # rubric
    "unknown-component": "a vector or axis names a component that is not there",
}


class Severity(StrEnum):
    """How much a problem matters: an error stops play, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class SourcePlace:
    """A place in a file; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Slip:
    """A word that is not known at its place, and the words that are."""

    word: str
    known: frozenset[str]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: where, what, and how to mend it; `excerpt` is the line of the file.

    `slip` is there when the problem is one word that is not known.
    """

    code: str
    place: SourcePlace
    message: str
    hint: str
    severity: Severity = Severity.ERROR
    excerpt: str = ""
    slip: Slip | None = None

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"no such diagnostic code: {self.code}")

    @property
    def is_error(self) -> bool:
        """Returns True when the file cannot be played as it stands."""
        return self.severity is Severity.ERROR

    def as_dict(self) -> dict[str, str | int]:
        """Returns the diagnostic as plain data, for `--format json`."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "message": self.message,
            "hint": self.hint,
        }


def as_text(diagnostic: Diagnostic) -> str:
    """Returns the diagnostic as a person reads it: place, message, the line with a caret, hint."""
    rows = [f"{diagnostic.place}: {diagnostic.severity}: {diagnostic.message} [{diagnostic.code}]"]
    if diagnostic.excerpt:
        rows += _excerpt(diagnostic)
    rows.append(f"  hint: {diagnostic.hint}")
    return "\n".join(rows)


def _excerpt(diagnostic: Diagnostic, width: int = 100) -> list[str]:
    """Returns the offending line and a caret under its column, cut around the caret when it is long."""
    number, column = str(diagnostic.place.line), diagnostic.place.column - 1
    line = "".join(c if c.isprintable() else " " for c in diagnostic.excerpt)
    if len(line) > width:
        begin = max(0, min(column - width // 2, len(line) - width))
        line, column = line[begin : begin + width], column - begin
    return [f"  {number} | {line}", f"  {' ' * len(number)} | {' ' * column}^"]


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Returns the diagnostics by place, each said once."""
    return sorted(dict.fromkeys(diagnostics), key=lambda d: (d.place, d.code, d.message))


def as_report(diagnostics: Sequence[Diagnostic], most: int = 50) -> str:
    """Returns all diagnostics as one text; at most `most` of them, and the count of the rest."""
    shown = [as_text(d) for d in diagnostics[:most]]
    if len(diagnostics) > most:
        shown.append(f"… and {len(diagnostics) - most} more. Mend these first, then check again.")
    return "\n\n".join(shown)
