"""What is certain is mended line by line; everything else stays as it was, byte for byte."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.generate import long_walk
from game.author.check import fix as fix_module
from game.author.check.fix import applied, fix
from game.scenario.load import LoadedScenario, load_document
from game.scenario.rivals import rivals
from game.testing import SMALL, a_rubric, loaded
from tests.support.stories import SLIPS

LINES = SMALL.split("\n")
RESTORED = [
    "a lost dash, text aligned", "a lost dash before narration", "a line too far right", "a node too far left",
    "a tab", "a key without its colon", "an open bracket", "a comparison without quotes", "a speaker in capitals",
    "a colon without its space", "nodes misspelt", "a rupture misspelt where it opens",
]  # fmt: skip


def errors(lines: list[str]) -> int:
    return sum(d.is_error for d in loaded("\n".join(lines)).diagnostics)


def mended(text: str) -> str:
    return "\n".join(fix(text.split("\n"), a_rubric())[0])


def test_nothing_is_changed_in_a_file_without_errors() -> None:
    assert fix(LINES, a_rubric()) == (LINES, [])


@pytest.mark.parametrize("slip", [s for s in SLIPS if s[0] in RESTORED], ids=lambda s: s[0])
def test_a_slip_is_mended_to_what_stood_there(slip: tuple[str, str, str, str, str]) -> None:
    assert mended(SMALL.replace(slip[1], slip[2], 1)) == SMALL


@pytest.mark.parametrize(
    ("slip", "line"),
    [
        ("dana (bright): One thing: would it be?", '- dana (bright): "One thing: would it be?"'),
        ("dana (bright): [laughs] Would it be?", '- dana (bright): "[laughs] Would it be?"'),
        ("dana (bright): #1 of all?", '- dana (bright): "#1 of all?"'),
        ("*She waves.*", '- "*She waves.*"'),
    ],
)
def test_text_that_needs_quotes_gets_them(slip: str, line: str) -> None:
    text = SMALL.replace("dana (bright): Would it be weird if I booked with you?", slip)
    changed = mended(text).split("\n")
    assert changed[20] == f"      {line}"
    assert changed[:20] + changed[21:] == LINES[:20] + LINES[21:]


def test_a_missing_format_is_put_before_the_first_key_and_after_the_comments() -> None:
    without = SMALL.removeprefix("format: 1\n")
    assert mended(f"# Mine.\n{without}") == f"# Mine.\nformat: 2\n{without}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("goto: vague", "goto: somewhere"),
        ("goto: vague", "next: vague"),
        ("how it would work?\"\n        goto", "how it would work?\n        goto"),
        ("minutes: 3", "minutes: ten"),
    ],
    ids=["a name that is near none", "a key that is near none", "a quote open for lines", "a word for a number"],
)  # fmt: skip
def test_what_is_not_certain_is_left_to_the_author(before: str, after: str) -> None:
    text = SMALL.replace(before, after, 1)
    assert text != SMALL
    assert mended(text) == text


@pytest.mark.parametrize("comment", ["\t# a note", "  \t# a note", "# a\tnote"])
def test_a_comment_stays_even_where_a_tab_before_it_stops_the_reading(comment: str) -> None:
    text = SMALL.replace("nodes:\n", f"nodes:\n{comment}\n", 1)
    assert [line for line in mended(text).split("\n") if "#" in line] == [comment]


def test_two_near_names_leave_a_choice() -> None:
    text = SMALL.replace("  vague:\n", "  clean:\n").replace("goto: vague", "goto: cleas")
    assert mended(text) == text


COMMENTS = ["  # a note", "# allow unreachable-node: a note", "", "    # ── Saturday ──", "#"]


@given(data=st.data())
@settings(max_examples=40)
def test_mending_is_done_at_once_and_touches_only_what_it_says(data: st.DataObject) -> None:
    text = SMALL
    for slip in data.draw(st.lists(st.sampled_from(SLIPS), min_size=1, max_size=3, unique_by=lambda s: s[0])):
        text = text.replace(slip[1], slip[2], 1)
    lines = text.split("\n")
    for comment in data.draw(st.lists(st.sampled_from(COMMENTS), max_size=4)):
        lines.insert(data.draw(st.integers(0, len(lines))), comment)
    if data.draw(st.booleans()):
        letters = [n for n, line in enumerate(lines) if re.search("[a-z]{4}", line)]
        number = data.draw(st.sampled_from(letters))
        at = data.draw(st.integers(0, len(lines[number])))
        lines[number] = (
            lines[number][:at] + data.draw(st.sampled_from(['"', ":", "x", "\t", "[", " #", "}"])) + lines[number][at:]
        )
    after, changes = fix(lines, a_rubric())
    assert fix(after, a_rubric()) == (after, [])
    assert errors(after) <= errors(lines)
    replayed = lines
    for change in changes:
        assert change.before is None or replayed[change.line - 1] == change.before
        assert change.before is None or not change.before.lstrip().startswith("#")
        replayed = applied(replayed, change)
    assert replayed == after
    assert [x for x in lines if x.lstrip().startswith("#")] == [x for x in after if x.lstrip().startswith("#")]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("     say: ", "     sya: "), ("     moves: [", "     moves: [x"), ("     - ada (warm)", "     - Ada (warm)")],
    ids=["keys, more than are told of", "moves, more than are told of", "speakers"],
)  # fmt: skip
def test_hundreds_of_slips_of_a_kind_are_all_mended(right: str, wrong: str) -> None:
    text = long_walk(80, conditions=False)
    assert mended(text.replace(right, wrong)) == text


def test_a_large_file_is_read_a_few_times_however_many_slips_cannot_be_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    read = list[LoadedScenario]()

    def counted(*given: Any) -> LoadedScenario:
        read.append(load_document(*given))
        return read[-1]

    monkeypatch.setattr(fix_module, "load_document", counted)
    text = re.sub(r"goto: n-(\d+)$", r"goto: n-\1x", long_walk(80), flags=re.M)  # each is near two names or more
    fix(text.split("\n"), a_rubric())
    assert 1 < len(read) <= fix_module.MOST_EFFORT // (fix_module.READING * len(text)) + 1


@pytest.mark.parametrize("most", [0, 1, 5_000, 40_000, 10**9])
def test_rivals_are_named_only_where_all_could_be_tried(most: int) -> None:
    lines = SMALL.replace("dana (bright): Would", "dana (bright): One thing: would").split("\n")
    every, effort = rivals(lines, 10**9)
    found, taken = rivals(lines, most)
    assert every
    assert found == (every if most >= effort else [])
    assert taken <= min(effort, most + 2 * len("\n".join(lines)))
