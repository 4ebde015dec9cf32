"""The form's edits: what each makes of the text, and that nothing else in it changes."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.edits import WORDS, run
from game import locations
from game.rubric.load import load_file, usable
from game.rubric.model import Rubric
from game.scenario.source import read_text
from game.studio.edits import EditRefused, edited

STORY = """\
# by Ana
title: A Ladder  # for now
briefing: |
  Two lines
  of text.
start: one

nodes:
  # the first
  one:
    place: cafe
    lines: [Rain., Wind.]
    options:
      - id: a
        say: "Yes."  # kind
        sets: joked
        client: {trust: +1}
        goto: two
      # the other one
      - id: b
        say: 'No.'
        sets: [left, joked]
        goto:
          - {when: {has: [joked]}, to: one}
          - to: two

  two:
    place: cafe
    lines:
      - ana (warm): Well.
    ending:
      kind: good
      title: Out
      text: It ends.
"""


@cache
def the_rubric() -> Rubric:
    return usable(load_file(locations.RUBRIC))


def after(*edits: dict[str, Any], text: str = STORY) -> str:
    return edited(text, edits, the_rubric())


def changed(*edits: dict[str, Any], text: str = STORY) -> tuple[list[str], list[str]]:
    """Returns the lines that are gone, and those that came."""
    before, now = text.split("\n"), after(*edits, text=text).split("\n")
    return [line for line in before if line not in now], [line for line in now if line not in before]


def a_set(value: Any, *path: str | int) -> dict[str, Any]:
    return {"op": "set", "path": list(path), "value": value}


WELL = "      - ana (warm): Well."
A, B = ("nodes", "one", "options", 0), ("nodes", "one", "options", 1)


@pytest.mark.parametrize(
    ("value", "path", "gone", "come"),
    [
        ("A Chair", ("title",), "title: A Ladder  # for now", "title: A Chair  # for now"),
        ("A: Chair", ("title",), "title: A Ladder  # for now", 'title: "A: Chair"  # for now'),
        ("No.", (*A, "say"), '        say: "Yes."  # kind', '        say: "No."  # kind'),
        ("It's no.", (*B, "say"), "        say: 'No.'", "        say: 'It''s no.'"),
        (2, (*A, "client", "trust"), "        client: {trust: +1}", "        client: {trust: 2}"),
        (1, (*A, "client", "ease"), "        client: {trust: +1}", "        client: {trust: +1, ease: 1}"),
        (["joked", "late"], (*A, "sets"), "        sets: joked", "        sets: [joked, late]"),
        (["left"], (*B, "sets"), "        sets: [left, joked]", "        sets: [left]"),
        ("left", (*B, "sets"), "        sets: [left, joked]", "        sets: left"),
        (["Rain.", "Ha, ho."], ("nodes", "one", "lines"), "    lines: [Rain., Wind.]", '    lines: [Rain., "Ha, ho."]'),
        ("Oh. 😀", ("nodes", "two", "lines", 0, "ana (warm)"), WELL, "      - ana (warm): Oh. 😀"),
        ([{"ana (hurt)": "Well."}], ("nodes", "two", "lines"), WELL, "      - ana (hurt): Well."),
    ],
)  # fmt: skip
def test_a_changed_value_changes_its_line_alone(value: Any, path: tuple[str | int, ...], gone: str, come: str) -> None:
    assert changed(a_set(value, *path)) == ([gone], [come])


def test_a_value_that_is_the_same_changes_nothing() -> None:
    data = read_text(STORY).data
    assert isinstance(data, dict)
    assert after(*(a_set(value, key) for key, value in data.items())) == STORY


def test_words_of_several_lines_stand_line_by_line() -> None:
    assert changed(a_set("Two lines\nof words.\n", "briefing")) == (["  of text."], ["  of words."])
    assert "title: |-  # for now\n  A\n  B\nbriefing" in after(a_set("A\nB", "title"))
    assert 'briefing: "One"\n' in after(a_set("One", "briefing")) or "briefing: One\n" in after(
        a_set("One", "briefing")
    )


def test_one_way_on_becomes_several_and_one_again() -> None:
    several = after(a_set([{"when": {"has": ["x"]}, "to": "one"}, {"to": "two"}], *A, "goto"))
    rows = ["        goto:", "          - {when: {has: [x]}, to: one}", "          - to: two"]
    assert "\n".join(rows) in several
    assert after(a_set("two", *A, "goto"), text=several) == STORY


def test_a_new_option_stands_below_the_last_and_a_new_key_where_the_library_has_it() -> None:
    option = {"id": "c", "do": "You wait.", "reply": [{"ana (warm)": "Oh."}], "goto": "two"}
    rows = [
        "      - id: c",
        '        do: "You wait."',
        "        reply:",
        "          - ana (warm): Oh.",
        "        goto: two",
    ]
    text = after({"op": "insert", "path": ["nodes", "one", "options", 2], "value": option})
    assert "          - to: two\n" + "\n".join(rows) + "\n\n  two:" in text
    text = after(a_set(["sets_frame"], *A, "moves"))
    assert '        say: "Yes."  # kind\n        moves: [sets_frame]\n        sets: joked\n' in text


def test_a_new_scene_has_an_empty_line_above_it_as_the_others_have() -> None:
    scene = {"place": "cafe", "lines": ["Quiet."], "goto": "two"}
    text = after({"op": "insert", "path": ["nodes", "three"], "value": scene, "before": "two"})
    assert "\n\n  three:\n    place: cafe\n    lines:\n      - Quiet.\n    goto: two\n\n  two:\n" in text


def test_a_deleted_option_takes_its_own_lines_and_leaves_the_note_above_it() -> None:
    text = after({"op": "delete", "path": list(B)})
    assert "        goto: two\n      # the other one\n\n  two:" in text


def test_the_last_item_leaves_an_empty_list_and_the_next_begins_one() -> None:
    empty = after({"op": "delete", "path": ["nodes", "two", "lines", 0]})
    assert "    lines: []\n    ending:" in empty
    assert (
        after({"op": "insert", "path": ["nodes", "two", "lines", 0], "value": {"ana (warm)": "Well."}}, text=empty)
        == STORY
    )


def test_a_moved_option_takes_the_note_right_above_it_along_and_comes_back() -> None:
    moved = after({"op": "move", "path": list(B), "to": 0})
    assert moved.index("# the other one") < moved.index("id: b") < moved.index("id: a")
    assert after({"op": "move", "path": list(A), "to": 1}, text=moved) == STORY


def test_a_moved_scene_leaves_the_empty_lines_where_they_are() -> None:
    moved = after({"op": "move", "path": ["nodes", "two"], "to": "one"})
    assert list(read_text(moved).data["nodes"]) == ["two", "one"]  # type: ignore[call-overload,index,arg-type]
    assert after({"op": "move", "path": ["nodes", "two"], "to": 1}, text=moved) == STORY


def test_a_renamed_scene_is_renamed_wherever_it_is_led_to() -> None:
    text = after({"op": "rename_scene", "from": "two", "to": "outside"})
    assert text == STORY.replace("two", "outside").replace("Two", "Two")


def test_a_deleted_scene_sends_its_ways_elsewhere() -> None:
    with pytest.raises(EditRefused, match="lead here"):
        after({"op": "delete_scene", "scene": "two"})
    text = after({"op": "delete_scene", "scene": "two", "goto": "one"})
    assert "two" not in text
    assert text.count("goto: one") == 1


def test_a_note_within_what_would_be_written_anew_is_not_lost() -> None:
    text = STORY.replace("          - to: two", "          # else\n          - to: two")
    with pytest.raises(EditRefused, match="note"):
        after(a_set("two", *B, "goto"), text=text)


def test_a_list_that_is_set_shorter_loses_no_note_within_what_is_gone() -> None:
    with pytest.raises(EditRefused, match="note"):
        after(a_set([["line\n"]], "nodes", "one", "options"))
    assert "# kind" not in after({"op": "delete", "path": list(A)})


def test_line_breaks_of_other_programs_become_ours_and_what_cannot_be_seen_goes() -> None:
    text = after(a_set("one\u2028two\r\nthree\x07", "title"))
    assert read_text(text).data["title"] == "one\ntwo\nthree"  # type: ignore[call-overload,index]


def test_a_text_that_cannot_be_read_is_not_edited() -> None:
    with pytest.raises(EditRefused, match="cannot be read"):
        after(a_set("x", "title"), text=STORY.replace("title: A Ladder", "title: [A"))


@pytest.mark.parametrize(
    "edit",
    [7, {}, {"op": "set"}, {"op": "set", "path": [], "value": 1}, {"op": "set", "path": ["nodes", 3], "value": 1},
     {"op": "set", "path": ["title"], "value": 1.5}, {"op": "delete", "path": ["nodes", "three"]},
     {"op": "move", "path": list(A), "to": 9}, {"op": "move", "path": list(A), "to": None},
     {"op": "insert", "path": ["nodes", "one"], "value": {}}, {"op": "rename_scene", "from": "one", "to": "two"},
     {"op": "rename_scene", "from": "x", "to": "y"}, {"op": "delete_scene", "scene": "x"}],
)  # fmt: skip
def test_an_edit_that_cannot_be_made_is_refused_with_a_sentence(edit: Any) -> None:
    with pytest.raises(EditRefused, match=r"\.$"):
        after(edit)


@pytest.mark.slow
@settings(max_examples=20)
@given(st.lists(st.text() | st.sampled_from(WORDS), min_size=1, max_size=3))
def test_whatever_is_typed_is_read_back(words: list[str]) -> None:
    text = after(a_set(words, "nodes", "two", "lines"), a_set(words[0], "title"), a_set(words[0], *A, "say"))
    data: Any = read_text(text).data
    assert data["nodes"]["two"]["lines"] == [data["title"], *data["nodes"]["two"]["lines"][1:]]
    assert data["nodes"]["one"]["options"][0]["say"] == data["title"]
    assert after(a_set("A Ladder", "title"), a_set("Yes.", *A, "say"), text=text).count("# for now") == 1


@pytest.mark.slow
def test_the_law_of_edits_holds_over_two_scenarios_of_the_library() -> None:
    """`python -m benchmarks.edits` holds it over all, with 12,000 edits."""
    went, _why, _took, wrongs = run(150, 5, the_rubric(), scenarios=2)
    assert wrongs == []
    assert went["right"] > 100
