"""Every smell: one function a rule, each yielding warnings with their code."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.author.smells.draft import Draft
from game.author.smells.giveaways import best_stands_out, best_without_cost
from game.author.smells.later import late_repair, unmended_rupture, unused_answer
from game.author.smells.lengths import option_length
from game.author.smells.missing import missing_feedback, missing_instead, missing_questions, missing_thought
from game.author.smells.nodes import one_sided, option_count, small_scenario
from game.author.smells.reading import long_sentence, reading_grade
from game.author.smells.words import textbook_word
from game.diagnostics import Diagnostic

RULES: tuple[Callable[[Draft], Iterator[Diagnostic]], ...] = (
    option_length,
    best_stands_out,
    best_without_cost,
    one_sided,
    option_count,
    small_scenario,
    textbook_word,
    reading_grade,
    long_sentence,
    unmended_rupture,
    late_repair,
    unused_answer,
    missing_feedback,
    missing_instead,
    missing_thought,
    missing_questions,
)


def run(draft: Draft) -> Iterator[Diagnostic]:
    """Everything about the writing of a scenario that an author may want to look at again."""
    for rule in RULES:
        yield from rule(draft)
