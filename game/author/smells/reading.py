"""Text that is hard to read: the grade of all of it together, and sentences that run long."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from game.author.smells.draft import ScenarioUnderTest
from game.author.smells.prose import Sentence, grade
from game.diagnostics import Diagnostic

HARDEST = 8  # school grades (domain brief, section 7: grade 6 to 8)
ENOUGH = 100  # words; in a shorter text one word moves the grade
# about a quarter of any English text: .23 of our eighteen scenarios, and .02 of their Spanish
EVERYDAY = frozenset({"the", "and", "a", "of", "to", "you", "is", "it", "in", "that", "i", "for", "on"})
FEWEST = 0.05  # of them in a text that may be English
LONGEST = 35  # words a sentence can have and still be read aloud in two breaths


def reading_grade(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """All that is read needs no more than eight years of school. The formula is one for English; other texts pass."""
    every = [sentence for _, sentence in draft.prose]
    if draft.scenario.language.partition("-")[0] != "en" or sum(sentence.words for sentence in every) < ENOUGH:
        return
    if not may_be_english(every):
        message = "The text does not look like English, and nothing says which language it is in."
        hint = "Say it at the top, such as `language: fi`: what is asked of English texts is then not asked of it."
        yield draft.warning("reading-grade", draft.whole(), message, hint)
        return
    if (needed := grade(every)) <= HARDEST:
        return
    worst = sorted((p for p in draft.prose if p[1].words > 5), key=lambda p: grade([p[1]]), reverse=True)[:3]
    shown = "; ".join(
        f"line {draft.at_sentence(where, sentence).line}: “{sentence.text[:60].strip()}…”" for where, sentence in worst
    )
    message = f"The text reads at grade {needed:.1f}; {HARDEST} is the most. Hardest are {shown}."
    hint = "Split long sentences and use short words; read them aloud, and write what you say."
    yield draft.warning("reading-grade", draft.whole(), message, hint)


def may_be_english(sentences: Sequence[Sentence]) -> bool:
    """Returns whether the words that no English text does without are there."""
    words = [word for sentence in sentences for word in re.findall(r"[^\W\d_]+", sentence.text.lower())]
    return sum(word in EVERYDAY for word in words) >= FEWEST * len(words)


def long_sentence(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """No sentence is too long to be read aloud."""
    for where, sentence in draft.prose:
        if sentence.words > LONGEST:
            message = f"This sentence has {sentence.words} words."
            hint = f"Make it two, or three: {LONGEST} words are about what can be read aloud and followed."
            yield draft.warning("long-sentence", draft.at_sentence(where, sentence), message, hint)
