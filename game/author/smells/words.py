"""Textbook words in options: they sound like the right answer, and nobody says them to a client."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.author.smells.draft import ScenarioUnderTest
from game.diagnostics import Diagnostic

# In a line or an act; what people at work do say ("privacy", "the rules") is not in the list.
TEXTBOOK = re.compile(
    r"\b("
    r"boundar(?:y|ies)|(?:dual|multiple)[- ](?:role|relationship)s?|power (?:differential|imbalance|dynamic)s?|"
    r"(?:informed )?consent|scope of practice|therapeutic (?:relationship|alliance|frame|intent)|"
    r"(?:counter)?transference|autonomy|self-determination|empower\w*|validat(?:e|es|ed|ing|ion)|"
    r"client-cent(?:er|r)ed|shared decision[- ]making|paternalis\w+|rapport|contraindicat\w+|ethic(?:s|al|ally)?|"
    r"attunement|non-?judg(?:e)?mental(?:ly)?|rupture|code of conduct|active listening|holding space|hold space"
    r")\b",
    re.IGNORECASE,
)


def textbook_word(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """No option uses a word that gives it away as the taught answer."""
    for decision in draft.decisions:
        for option in decision.node.options or ():
            key, text = ("say", option.say) if option.say else ("do", option.do or "")
            if found := TEXTBOOK.search(text):
                place = draft.at_words(draft.at_option(option, key), found[0])
                message = f"`{option.id}` says “{found[0]}”, a word from the textbook."
                hint = "Say what it means to this client, here: who decides, what stays private, that no is fine."
                yield draft.warning("textbook-word", place, message, hint)
