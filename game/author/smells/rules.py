"""Every smell: one function a rule, each yielding warnings with their code."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.author.smells.best_option import best_stands_out, best_without_cost
from game.author.smells.draft import ScenarioUnderTest
from game.author.smells.harm import gate_with_credit, harm_unnamed, idle_harm
from game.author.smells.hours import hour_against_light
from game.author.smells.later import late_repair, unmended_rupture, unused_answer
from game.author.smells.lengths import long_options, option_length, option_too_long
from game.author.smells.letters import letter_not_shown
from game.author.smells.media import (
    media_missing,
    media_undescribed,
    media_unfit,
    media_unusable,
    media_unused,
    unknown_picture,
)
from game.author.smells.minutes import minutes_off
from game.author.smells.missing import (
    missing_feedback,
    missing_instead,
    missing_outcome,
    missing_questions,
    missing_thought,
)
from game.author.smells.nodes import one_sided, option_count, small_scenario
from game.author.smells.pictures import unknown_place, unknown_portrait
from game.author.smells.quotes import quote_not_said
from game.author.smells.reading import long_sentence, reading_grade
from game.author.smells.words import textbook_word
from game.diagnostics import Diagnostic

Rule = Callable[[ScenarioUnderTest], Iterator[Diagnostic]]

# each under the one code that it tells
RULES: dict[str, Rule] = {
    "option-length": option_length,
    "long-options": long_options,
    "option-too-long": option_too_long,
    "best-stands-out": best_stands_out,
    "best-without-cost": best_without_cost,
    "one-sided": one_sided,
    "option-count": option_count,
    "small-scenario": small_scenario,
    "textbook-word": textbook_word,
    "reading-grade": reading_grade,
    "long-sentence": long_sentence,
    "unmended-rupture": unmended_rupture,
    "late-repair": late_repair,
    "unused-answer": unused_answer,
    "missing-feedback": missing_feedback,
    "missing-instead": missing_instead,
    "missing-thought": missing_thought,
    "missing-outcome": missing_outcome,
    "missing-questions": missing_questions,
    "quote-not-said": quote_not_said,
    "gate-with-credit": gate_with_credit,
    "harm-unnamed": harm_unnamed,
    "idle-harm": idle_harm,
    "minutes-off": minutes_off,
    "unknown-place": unknown_place,
    "unknown-portrait": unknown_portrait,
    "unknown-picture": unknown_picture,
    "media-unusable": media_unusable,
    "media-unfit": media_unfit,
    "media-unused": media_unused,
    "media-undescribed": media_undescribed,
    "media-missing": media_missing,
    "hour-against-light": hour_against_light,
    "letter-not-shown": letter_not_shown,
}


def run(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """Finds everything about the writing of a scenario that an author may want to look at again."""
    for rule in RULES.values():
        yield from rule(draft)
