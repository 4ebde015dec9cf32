"""A scenario file as an editor holds it: its lines, its names, what is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from game.author.check.problems import examine
from game.author.lsp.names import Name, names
from game.author.lsp.spans import Span
from game.diagnostics import Diagnostic
from game.rubric.model import Rubric
from game.scenario.load import Loaded
from game.scenario.source import Data, Document, read_text

Finding: TypeAlias = tuple[Span, Diagnostic]

_WORD = re.compile(r"[\w-]+|\S")


@dataclass(frozen=True, slots=True)
class OpenText:
    """What could be read of a text. Where nothing could, the names are those of the text before it."""

    document: Document
    names: list[Name]
    rubric: Rubric

    @property
    def lines(self) -> list[str]:
        """The text's lines."""
        return self.document.lines

    @property
    def whole(self) -> bool:
        """True when YAML found nothing to mend or refuse, so that every name is where it seems to be."""
        return self.document.data is not None and not any(p.is_error for p in self.document.problems)

    def part(self, *path: str) -> Data | None:
        """What stands at a path of keys, if anything."""
        found = self.document.data
        for step in path:
            found = found.get(step) if isinstance(found, dict) else None
        return found


def read(text: str, rubric: Rubric, before: OpenText | None = None) -> OpenText:
    """The text read, as far as it can be."""
    document = read_text(text)
    if document.data is None and before is not None:
        return OpenText(document, before.names, rubric)
    return OpenText(document, names(document), rubric)


def problems(loaded: Loaded, rubric: Rubric) -> list[Finding]:
    """Everything that `check` says about a scenario that was read, each with the word it points at."""
    return [(_word(loaded.document, found), found) for found in examine(loaded, rubric).found]


def standing(findings: list[Finding], lines: list[str]) -> list[Finding]:
    """The warnings that may still hold of a changed text: those whose line reads as it did."""
    return [
        (span, found)
        for span, found in findings
        if not found.is_error and span.line < len(lines) and lines[span.line] == found.excerpt
    ]


def _word(document: Document, found: Diagnostic) -> Span:
    number, start = found.place.line - 1, found.place.column - 1
    line = document.lines[number] if number < len(document.lines) else ""
    word = _WORD.match(line, start)
    return Span(number, start, word.end() if word else max(start, len(line)))
