"""Textbook words, in what is said and done and nowhere else."""

from __future__ import annotations

import pytest

from game.diagnostics import SourcePlace
from tests.author.smells.drafts import a_draft, decision, option, smell


@pytest.mark.parametrize(
    "words",
    [
        "I need a boundary.",
        "That's outside my Scope of Practice.",
        "I hear you, and I validate that.",
        "Do you consent?",
    ],
)
def test_a_textbook_word_is_told_at_its_place(words: str) -> None:
    [found] = smell("textbook-word", a_draft(decision("first", option("a", say=words))))
    line = found.excerpt[found.place.column - 1 :]
    assert words[words.index(line[:5]) :].lower().startswith(found.message.split("“")[1].split("”")[0].lower())


def test_an_act_is_read_too() -> None:
    act = "      - {id: a, goto: over, do: Talk about autonomy.}\n"
    draft = a_draft(decision("first", act))
    begins = draft.at_option(draft.options["a"], "do")
    [found] = smell("textbook-word", draft)
    assert found.place == SourcePlace(begins.file, begins.line, begins.column + len("Talk about "))


@pytest.mark.parametrize("words", ["Is that valid?", "We drove to the ethnic market.", "Say no, that is fine."])
def test_plain_words_are_left_in_peace(words: str) -> None:
    assert smell("textbook-word", a_draft(decision("first", option("a", say=words)))) == []


def test_feedback_may_use_the_word() -> None:
    taught = option("a", feedback="You named the boundary.")
    assert smell("textbook-word", a_draft(decision("first", taught))) == []
