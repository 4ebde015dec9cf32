"""Whether the words that are quoted for a move stand in the option."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.diagnostics import Diagnostic
from game.scenario.document import Document
from game.scenario.model import Scenario
from game.scenario.parts import options

Findings = Iterator[Diagnostic]


def evidence(scenario: Scenario, document: Document) -> Findings:
    """The evidence for a move stands in the option's own words; from format 2 on each move has some."""
    for path, option in options(scenario):
        words = _plain(option.say or option.do or "")
        for move, quote in option.evidence:
            if _plain(quote) not in words and path not in document.amiss:
                place = document.place((*path, "moves", move))
                message = f"`{option.id}` does not say or do “{quote[:60]}”, which is the evidence for `{move}`."
                hint = "Quote its words exactly; where none of them make the move true, the move does not belong here."
                yield document.diagnostic("evidence-not-found", place, message, hint)
        if scenario.format > 1 and option.moves and not option.evidence:
            place = document.place((*path, "moves"), key=True)
            message = f"`{option.id}` quotes no evidence for {', '.join(f'`{move}`' for move in option.moves)}."
            hint = f'Write each move with the words that make it true: moves: {{{option.moves[0]}: "…"}}.'
            yield document.warning("evidence-missing", place, message, hint)


def _plain(text: str) -> str:
    """Returns a text as evidence is held against it: whatever its capitals, blanks and kind of quotation mark."""
    return " ".join(re.sub('[‘’“”"`´]', "'", text).casefold().split())
