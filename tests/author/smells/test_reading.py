"""How hard a text is to read, and where."""

from __future__ import annotations

import pytest

from game.author.smells.prose import grade, sentences, syllables
from tests.author.smells.drafts import a_draft, decision, option, smell

HARD = "Considerable administrative responsibilities necessitate uncomfortable conversations about the remuneration. "


@pytest.mark.parametrize(
    ("word", "count"),
    [("shoulder", 2), ("table", 2), ("asked", 1), ("wanted", 2), ("kindness", 2), ("being", 2), ("station", 2),
     ("Dana's", 2), ("here", 1), ("the", 1), ("relationship", 4), ("9", 1)],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_sentences_end_where_they_end_and_know_where_they_begin() -> None:
    found = list(sentences("Wait… “Is it far?” Ten miles."))
    assert [(s.text, s.offset, s.words) for s in found] == [
        ("Wait…", 0, 1),
        ("“Is it far?”", 6, 3),
        ("Ten miles.", 19, 2),
    ]


def test_the_grade_follows_the_formula() -> None:
    [one] = sentences("The cat sat on the mat.")
    assert grade([one]) == pytest.approx(0.39 * 6 + 11.8 * 6 / 6 - 15.59)


def test_hard_text_is_told_with_the_lines_of_its_hardest_sentences() -> None:
    draft = a_draft(decision("first", option("a", feedback=f"'{HARD}'"), option("b", feedback=f"'{HARD * 12}'")))
    [found] = smell("reading-grade", draft)
    line = draft.at_option(draft.options["b"], "feedback").line
    assert f"line {line}: “Considerable" in found.message


def test_a_text_in_another_language_gets_no_english_grade_but_a_word_about_its_language() -> None:
    finnish = "'" + "Tunti maksaa kahdeksankymmentä euroa, tikkailla tai ilman. " * 20 + "'"
    [found] = smell("reading-grade", a_draft(decision("first", option("a", feedback=finnish))))
    assert "grade" not in found.message
    assert "`language: fi`" in found.hint


def test_a_text_of_a_few_words_has_no_grade_yet() -> None:
    assert smell("reading-grade", a_draft(decision("first", option("a", feedback=f"'{HARD}'")))) == []


def test_plain_text_is_left_in_peace() -> None:
    plain = "'" + "She sits down and looks at the door. " * 20 + "'"
    assert smell("reading-grade", a_draft(decision("first", option("a", feedback=plain)))) == []


def test_a_long_sentence_is_told_where_it_begins() -> None:
    words = " ".join(["and so on"] * 12) + "."
    draft = a_draft(decision("first", option("a", say=f"Yes. Then {words}")))
    [found] = smell("long-sentence", draft)
    assert found.excerpt[found.place.column - 1 :].startswith("Then and so")
    assert "37 words" in found.message


def test_what_only_teachers_read_is_not_counted() -> None:
    teaching = f"teaching: {{dilemma: '{HARD * 12}', trap: Haste.}}\n"
    assert smell("reading-grade", a_draft(decision("first", option("a")), more=teaching)) == []
