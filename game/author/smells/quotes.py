"""Words that a feedback puts in quotation marks: somebody says them, and the player's own are the chosen ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.author.smells.draft import ScenarioUnderTest
from game.diagnostics import Diagnostic
from game.scenario.model import YOU, Option, Scenario

_QUOTED = re.compile(r'“([^“”]+)”|"([^"]+)"|(?<!\w)‘([^‘’]+)’(?!\w)')
# “You said, …” just before a quotation makes it the player's words; “you'd said …” tells of an earlier choice.
_YOU_SAID = re.compile(r"\byou (?:said|say|told|asked|wrote|answered|called)\b[^.!?]{0,24}$", re.IGNORECASE)


def quote_not_said(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """No feedback quotes words that nobody says, or gives the player words that this option does not say."""
    said = _plain(" | ".join(_spoken(draft.scenario)))
    for option in draft.options.values():
        answers = [line.text for line in option.reply if line.speaker == YOU]
        chosen = _plain(" | ".join([option.say or option.do or "", *answers]))
        for quote, is_yours in _quotes(option):
            words = _plain(quote)
            if words in (chosen if is_yours else said) or not (is_yours or " " in words):
                continue  # one word alone may be a mention (“less”)
            why = "which is not what the player says there" if is_yours else "which nobody says in this scenario"
            message = f"The feedback on `{option.id}` quotes “{quote[:60]}”, {why}."
            hint = "Quote what is really said, or tell it without quotation marks."
            yield draft.warning("quote-not-said", draft.at_option(option, "feedback"), message, hint)


def _quotes(option: Option) -> Iterator[tuple[str, bool]]:
    """Returns what an option's feedback quotes, and whether it is given as the player's words at this choice."""
    text = option.feedback or ""
    for found in _QUOTED.finditer(text):
        yield found[1] or found[2] or found[3], bool(_YOU_SAID.search(text[: found.start()]))


def _spoken(scenario: Scenario) -> Iterator[str]:
    """Returns everything that is said, done, thought or shown before a play ends."""
    yield scenario.briefing
    for node in scenario.nodes.values():
        yield from (line.text for line in node.lines)
        for option in node.options or ():
            yield option.say or option.do or ""
            yield from (line.text for line in option.reply)


def _plain(text: str) -> str:
    """Returns a text as quotations are held against it: its words alone, in small letters."""
    return " ".join(re.findall(r"[\w|]+(?:'\w+)*", re.sub("[‘’`´]", "'", text).casefold()))
