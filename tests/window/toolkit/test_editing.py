"""Writing as a value: what a caret passes, what a selection holds, and what a change leaves."""

from __future__ import annotations

import pytest

from game.window.input.commands import EditUnit
from game.window.toolkit.editing import Writing, all_selected, erased, moved, put, selected_around, typed

FAMILY = "👨\u200d👩\u200d👧"


def at(words: str) -> Writing:
    """Words with the caret where the bar stands."""
    caret = words.index("|")
    return Writing(words.replace("|", ""), caret, caret)


def shown(writing: Writing) -> str:
    return f"{writing.words[: writing.caret]}|{writing.words[writing.caret :]}"


@pytest.mark.parametrize("letter", ["e\u0301", FAMILY, "🇪🇸", "👍🏽", "ක්\u200d", "❤\ufe0f"])
def test_a_caret_passes_and_erases_what_is_seen_as_one_letter_at_once(letter: str) -> None:
    assert shown(moved(at(f"a{letter}|b"), -1, EditUnit.LETTER, select=False)) == f"a|{letter}b"
    assert shown(moved(at(f"a|{letter}b"), 1, EditUnit.LETTER, select=False)) == f"a{letter}|b"
    assert shown(erased(at(f"a{letter}|b"), -1, EditUnit.LETTER)) == "a|b"
    assert shown(erased(at(f"a|{letter}b"), 1, EditUnit.LETTER)) == "a|b"


def test_two_flags_side_by_side_are_two() -> None:
    assert shown(moved(at("🇪🇸🇫🇷|"), -1, EditUnit.LETTER, select=False)) == "🇪🇸|🇫🇷"


@pytest.mark.parametrize(
    ("before", "step", "after"),
    [
        ("I don't| know", -1, "I |don't know"),
        ("I don't |know", -1, "I |don't know"),
        ("I| don't know", 1, "I don't| know"),
        ("да, |нет", -1, "|да, нет"),
        ("end|", 1, "end|"),
    ],
)
def test_words_are_passed_whole(before: str, step: int, after: str) -> None:
    assert shown(moved(at(before), step, EditUnit.WORD, select=False)) == after


def test_words_and_lines_are_erased_whole() -> None:
    assert shown(erased(at("one two|"), -1, EditUnit.WORD)) == "one |"
    assert shown(erased(at("one\ntwo thr|ee"), -1, EditUnit.LINE)) == "one\n|ee"
    assert shown(erased(at("one\n|two"), -1, EditUnit.LINE)) == "one|two"


def test_a_selection_grows_and_is_typed_over_or_erased() -> None:
    picked = moved(moved(at("one two|"), -1, EditUnit.WORD, select=True), -1, EditUnit.LETTER, select=True)
    assert picked.selected == " two"
    assert shown(typed(picked, "!", 10)) == "one!|"
    assert shown(erased(picked, 1, EditUnit.LETTER)) == "one|"


def test_a_step_from_a_selection_leads_to_its_end() -> None:
    everything = all_selected(at("one| two"))
    assert shown(moved(everything, -1, EditUnit.LETTER, select=False)) == "|one two"
    assert shown(moved(everything, 1, EditUnit.LETTER, select=False)) == "one two|"


def test_a_word_or_a_line_is_selected_around_a_place() -> None:
    assert selected_around(at("one two|\nthree"), 5, EditUnit.WORD).selected == "two"
    assert selected_around(at("one two|\nthree"), 5, EditUnit.LINE).selected == "one two"
    assert selected_around(at("|"), 0, EditUnit.WORD).selected == ""


def test_what_is_pasted_keeps_its_lines_and_loses_controls() -> None:
    assert typed(Writing(), "a\r\nb\u2028c\u00a0d\te\x1b\u202e", 100).words == "a\nb\nc d e"


def test_what_does_not_fit_is_cut_between_letters() -> None:
    assert typed(Writing(), f"ab{FAMILY}", 4).words == "ab"
    assert typed(at("abc|"), "defg", 5).words == "abcde"
    assert typed(all_selected(at("abcde|")), "xyz", 5).words == "xyz"


def test_a_caret_is_never_put_within_a_letter_or_outside() -> None:
    assert put(Writing("e\u0301"), 1, select=False).caret == 0
    assert put(Writing("ab"), 99, select=False).caret == 2
