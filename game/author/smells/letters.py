"""Letters that none of the shipped fonts has: on a machine whose own fonts lack them too, players see boxes."""

from __future__ import annotations

from collections.abc import Iterator

from game.author.smells.draft import ScenarioUnderTest
from game.diagnostics import Diagnostic
from game.letters import missing
from game.scenario.texts import authored, texts

SHOWN = 6
"""How many letters a message names."""


def letter_not_shown(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """Every letter that players read is in one of the shipped fonts."""
    for where, text in texts(draft.scenario):
        if letters := missing(text):
            place = draft.document.place(authored(where, draft.scenario))
            named = " ".join(f"{letter} (U+{ord(letter):04X})" for letter in letters[:SHOWN])
            more = f" and {len(letters) - SHOWN} more" if len(letters) > SHOWN else ""
            message = f"No shipped font has {named}{more}."
            hint = "Players see boxes where their system has no font for it: write it otherwise if you can."
            yield draft.warning("letter-not-shown", place, message, hint)
