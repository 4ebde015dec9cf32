"""YAML text to a Document: strings first, no YAML magic, and a plain mistake mended and read on from.

The dialect is JSON with a friendlier face: every scalar stays the text it is (`no`, `12:30`, `1.10`), and the field
that wants a number or a truth value reads it later; `yaml_dialect` holds what is refused. Where a line's mistake is
plain, the corrected line is in the hint, and reading goes on as if it stood.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from game.diagnostics import Diagnostic, SourcePlace, in_order
from game.files import FileProblem, read_bounded
from game.scenario.document import Data, Document
from game.scenario.foreign import foreign_program
from game.scenario.letters import without_odd_letters
from game.scenario.mend import Correction, corrections
from game.scenario.yaml_dialect import CONTROL, YamlError, fill, position

MOST_BYTES = 2 * 1024 * 1024
MOST_MENDS = 30
MOST_EFFORT = 3_000_000  # characters parsed to try corrections; about a second

Faults: TypeAlias = Callable[["Data | None"], int]

_LINE_BREAK = re.compile("\r\n|[\r\n]")
_DIRECTIVE = re.compile(r"\A(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|[\r\n]))*%[^\r\n]*")


def read_file(path: Path, faults: Faults | None = None) -> Document:
    """Returns the file at `path` as a Document; whatever is wrong is in its problems, nothing is raised."""
    name = str(path)
    try:
        raw = read_bounded(path, MOST_BYTES)
    except FileProblem as problem:
        return Document(name, [], problems=[Diagnostic(problem.code, SourcePlace(name), problem.message, problem.hint)])
    if foreign := foreign_program(raw):
        message, hint = f"This is no plain text: the file is {foreign[0]}.", foreign[1]
        return Document(name, [], problems=[Diagnostic("not-plain-text", SourcePlace(name), message, hint)])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig")
        place = SourcePlace(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
        wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        message = f"The file is {'saved as UTF-16 and ' if wide else ''}not saved as UTF-8 text."
        return Document(
            name, [], problems=[Diagnostic("not-utf8", place, message, 'Save it again with encoding "UTF-8".')]
        )
    return read_text(text, name, faults)


def read_text(
    text: str, name: str = "scenario", faults: Faults | None = None, most_effort: int = MOST_EFFORT
) -> Document:
    """Returns YAML text as a Document; a mendable line is reported with its correction and read as mended.

    faults: counts what is wrong with data as such: of several corrections the one is taken that leaves the fewest
    most_effort: characters that may be read to try corrections
    """
    lines = _LINE_BREAK.split(text)
    if hidden := CONTROL.search(text):
        return _with_hidden_character(name, lines, text, hidden)
    meant, odd = without_odd_letters(lines)
    original = Document(name, lines)
    mends = [
        original.diagnostic(
            letter.code, SourcePlace(name, letter.number + 1, letter.column + 1), letter.why, letter.hint
        )
        for letter in odd
    ]
    text = "\n".join(meant) if odd else text
    if directive := _DIRECTIVE.match(text):
        at = directive[0].rfind("%")
        place = SourcePlace(name, len(_LINE_BREAK.split(directive[0])))
        message, hint = "`%` directives have no meaning here.", "Delete the line that begins with %."
        mends.append(original.diagnostic("directive", place, message, hint))
        text = text[:at] + "#" + text[at + 1 :]
    effort = most_effort
    while True:
        document = Document(name, lines)
        error = fill(document, text)
        if error is None:
            break
        left = effort if len(mends) < MOST_MENDS else 0
        text, diagnostic, effort = _mended(document, text, error, left, faults or _no_faults)
        mends.append(diagnostic)
        if not text:
            document.data = None
            document.untold = 0 if left > 0 else len(lines) - diagnostic.place.line  # lines that were not read
            break
    if not mends and document.data is None and not document.problems:
        hint = "Start with `format: 2` and `title:`; docs/authoring.md shows a whole small scenario."
        document.problems.append(Diagnostic("empty-file", SourcePlace(name), "The file is empty.", hint))
    document.problems = in_order([*mends, *document.problems])
    document.effort = most_effort - effort
    return document


def _no_faults(_: Data | None) -> int:
    return 0


def _with_hidden_character(name: str, lines: list[str], text: str, hidden: re.Match[str]) -> Document:
    before = _LINE_BREAK.split(text[: hidden.start()])
    document = Document(name, lines)
    place = SourcePlace(name, len(before), len(before[-1]) + 1)
    message = f"An invisible character (U+{ord(hidden[0]):04X}) stands here."
    hint = "Delete it; it often comes along when text is copied from another program."
    if hidden[0] == "\0":
        hint = 'Perhaps this is no text file, or it is saved as UTF-16: save it again with encoding "UTF-8".'
    document.problems.append(document.diagnostic("control-character", place, message, hint))
    return document


def _mended(
    document: Document, text: str, error: YamlError, effort: int, faults: Faults
) -> tuple[str, Diagnostic, int]:
    """Returns the text with the faulty line corrected, the diagnostic, and the effort left; no text when nobody can say
    how.

    Of the corrections that bring the parser past the trouble, the one that brings it furthest is taken; of several
    that do, the one after which the fewest faults are left.
    """
    lines = _LINE_BREAK.split(text)
    at = position(error.problem_mark or error.context_mark)
    if error.problem == "did not find expected <document start>":
        dots = next((n for n in range(at[0] - 1, -1, -1) if lines[n].startswith("...")), at[0])
        message, hint = "`...` ends the scenario here.", "Delete the `...` line, or what follows it."
        return "", document.diagnostic("second-document", SourcePlace(document.name, dots + 1), message, hint), effort
    best: tuple[tuple[int, int], int] = ((-1, -1), 0)
    mend: tuple[Correction, str] | None = None
    for correction in corrections(lines, error):
        if effort <= 0:
            break
        changed = "\n".join(correction.applied(lines))
        tried = Document(document.name, document.lines)
        later = fill(tried, changed)
        stopped, cost = _stop(later, len(changed))
        effort -= cost + len(changed) // 8
        if stopped <= (max(at[0], correction.last), 1_000_000) or stopped < best[0]:
            continue
        rank = stopped, -faults(tried.data) - len(tried.problems)
        if mend is None or rank > best:
            best, mend = rank, (correction, changed)
            if rank == (_NOWHERE, 0):
                break
    if mend is not None:
        taken, changed = mend
        column = _first_difference(lines[taken.number], taken.line) + 1
        place = SourcePlace(document.name, taken.number + 1, column)
        return changed, document.diagnostic("syntax", place, taken.why, taken.hint), effort
    place = SourcePlace(document.name, at[0] + 1, at[1] + 1)
    detail = (error.problem or "this is not what YAML expects here").replace("<", "").replace(">", "")
    message = f"YAML cannot be read here: {detail}."
    if "tab character" in detail:
        message = "A tab stands here; YAML wants spaces."
    hint = (
        "Compare the spaces and dashes at the beginning of this line with the lines above; text that holds "
        'a colon, a quote or a bracket goes in "double quotes". What follows was not read.'
    )
    return "", document.diagnostic("syntax", place, message, hint), effort


_NOWHERE = (1 << 60, 0)


def _stop(error: YamlError | None, length: int) -> tuple[tuple[int, int], int]:
    """Returns where the parser stopped (`_NOWHERE` when it read all that we would read), and how much it read."""
    if error is None:
        return _NOWHERE, length
    mark = error.problem_mark or error.context_mark
    return position(mark), mark.index if mark is not None else length


def _first_difference(before: str, after: str) -> int:
    pairs = enumerate(zip(before, after, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(before), len(after)))
