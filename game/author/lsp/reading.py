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
from game.scenario.document import Data, Document
from game.scenario.load import LoadedScenario
from game.scenario.media import NOTHING, Media
from game.scenario.source import read_text

Finding: TypeAlias = tuple[Span, Diagnostic]

_TOP_KEY = re.compile(r"(title|summary|briefing|question|cast|client|client_state|start|nodes):")
_WORD = re.compile(r"[\w-]+|\S")


@dataclass(frozen=True, slots=True)
class OpenText:
    """What could be read of a text, and what pictures and sounds lie beside its file.

    Where nothing could be read, the names are those of the text before it.
    """

    document: Document
    names: list[Name]
    rubric: Rubric
    media: Media = NOTHING

    @property
    def lines(self) -> list[str]:
        """Returns the text's lines."""
        return self.document.lines

    @property
    def whole(self) -> bool:
        """Returns True when YAML found nothing to mend or refuse, so that every name is where it seems to be."""
        return self.document.data is not None and not any(p.is_error for p in self.document.problems)

    def part(self, *path: str) -> Data | None:
        """Returns what stands at a path of keys, if anything."""
        found = self.document.data
        for step in path:
            found = found.get(step) if isinstance(found, dict) else None
        return found


def read(text: str, rubric: Rubric, before: OpenText | None = None, media: Media = NOTHING) -> OpenText:
    """Returns the text read, as far as it can be."""
    document = read_text(text)
    if document.data is None and before is not None:
        return OpenText(document, before.names, rubric, media)
    return OpenText(document, names(document), rubric, media)


def is_a_scenario(text: str) -> bool:
    """Returns whether a text is meant as a scenario: two of the keys that every scenario has begin its lines.

    Editors hand over every YAML file, and of others nothing is told.
    """
    found = {match[1] for line in text.splitlines() if (match := _TOP_KEY.match(line.removeprefix("\ufeff")))}
    return len(found) >= 2


def problems(loaded: LoadedScenario, rubric: Rubric) -> list[Finding]:
    """Returns everything that `check` says about a scenario that was read, each with the word it points at."""
    return [(_word(loaded.document, found), found) for found in examine(loaded, rubric).found]


def standing(findings: list[Finding], lines: list[str]) -> list[Finding]:
    """Returns the warnings that may still hold of a changed text: those whose line reads as it did."""
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
