"""Whatever an author writes comes back as they wrote it, and whatever is in a file, reading never raises."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.author.check.problems import check_loaded
from game.scenario.document import Null
from game.scenario.source import read_text
from game.testing import SMALL, a_rubric, a_scenario, loaded

LINES = SMALL.splitlines(keepends=True)
WORDS = [
    "no", "Yes", "off", "null", "12:30", "1.10", "Norway", "NO", "0x1F", "010", "1e3", ".inf", "2026-02-30", "-", "~",
    "true", "1_000", "=", "+1", "y",
]  # fmt: skip
# what YAML makes something of, so that chance finds it soon
SPICE = st.sampled_from(
    [*"\t\n:-#'\"[]{}>|*&!%@`,? ", ": ", "- ", "--- ", "...\n", "<<: ", " #x", "\r", "\ufeff", "\x00"]
)


def spoken(written: str) -> str:
    return (
        a_scenario(f"""
        nodes:
          first:
            place: cafe
            frame: social
            lines:
              - dana: {written}
            ending: {{kind: good, title: T, text: x}}
    """)
        .nodes["first"]
        .lines[0]
        .text
    )


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("quote", ['"', "'"])
def test_a_quoted_word_stays_the_text_it_is(word: str, quote: str):
    assert spoken(f"{quote}{word}{quote}") == word


@pytest.mark.parametrize("word", [w for w in WORDS if w not in ("null", "~", "-")])
def test_a_plain_word_stays_the_text_it_is(word: str):
    assert spoken(word) == word


@pytest.mark.parametrize("word", ["null", "~", ""])
def test_only_nothing_itself_is_nothing(word: str):
    data = read_text(f"a: {word}").data
    assert isinstance(data, dict)
    assert isinstance(data["a"], Null)


# braces apart: a word in them stands for one that varies
@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="{}"), min_size=1, max_size=200))
def test_printable_text_in_double_quotes_comes_back_the_same(text: str):
    text = "".join(c for c in text if c.isprintable()).strip()
    for written in (json.dumps(text, ensure_ascii=False), json.dumps(text)) if text else ():
        if not re.search(r"\\ud[89a-f]", written):  # YAML has no pairs of surrogates
            assert spoken(written) == text


@given(text=st.text(max_size=300) | st.lists(SPICE | st.text(max_size=3), max_size=60).map("".join))
@settings(max_examples=300)
def test_reading_never_raises_and_is_never_silent(text: str):
    document = read_text(text)
    assert document.data is not None or document.problems
    assert all(p.message and p.hint and p.place.line >= 1 and p.place.column >= 1 for p in document.problems)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """SMALL with up to four slips: lines lost, doubled or moved, characters lost, doubled or put in."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        line, column = lines[at], draw(st.integers(0, len(lines[at])))
        match draw(st.integers(0, 6)):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, line)
            case 2:
                lines.insert(draw(st.integers(0, len(lines))), lines.pop(at))
            case 3:
                lines[at] = line[:column] + line[column + draw(st.integers(1, 3)) :]
            case 4:
                lines[at] = line[:column] + draw(SPICE) + line[column:]
            case 5:
                lines[at] = " " * draw(st.integers(0, 12)) + line.lstrip()
            case _:
                lines[at] = line[:column] + draw(st.text(max_size=4)) + line[column:]
    return "".join(lines)


@given(text=damaged())
@settings(max_examples=400)
def test_a_damaged_file_is_played_or_explained(text: str):
    read = loaded(text)
    found = check_loaded(read, a_rubric())
    assert read.scenario is not None or any(d.is_error for d in found)
    assert all(d.hint and d.message for d in found)
    height = len(read.document.lines)
    assert all(1 <= d.place.line <= height and d.place.column >= 1 for d in found)


def test_the_fingerprint_is_of_the_meaning_alone():
    same = SMALL.replace("\n", "   # said in passing\n", 1)
    for before, after in [
        ("minutes: 3\n", "\n\n# how long?\nminutes: 3\n\n"),
        ("place: phone", "place: 'phone'"),
        ("say: Anyway, how is the dog?", 'say: "Anyway, how is the dog?"'),
        ("{trust: 6, ease: 3, voice: 5}", "{voice: 5, trust: 6, ease: 3}"),
        ("[4, 5]", "\n  - 4\n  - 5"),
        ("        moves: [sets_frame]\n        goto: clear\n", "        goto: clear\n        moves: sets_frame\n"),
    ]:
        assert before in same
        same = same.replace(before, after)
    head, vague = same.split("  vague:\n")
    vague, tail = vague.split("discussion:")
    same = head.replace("  the-text:\n", f"  vague:\n{vague}  the-text:\n") + "discussion:" + tail
    assert a_scenario(same).fingerprint == a_scenario(SMALL).fingerprint


def test_the_fingerprint_changes_with_one_word():
    changes = [
        ("", ""),
        ("the dog", "the cat"),
        ("ease: +2", "ease: +1"),
        ("kind: mixed", "kind: poor"),
        ("opens: ", "sets: "),
        ("(hurt)", "(guarded)"),
        ("portrait: dana, ", ""),
    ]
    prints = {a_scenario(SMALL.replace(*change)).fingerprint for change in changes}
    assert len(prints) == len(changes)


@pytest.mark.parametrize("escape", [r"\e", r"\0", r"\x9b", r"\u2028", r"\a"])
def test_an_escape_that_stands_for_no_letter_is_refused_where_it_stands(escape: str) -> None:
    text = SMALL.replace("title: Saturday Friend", f'title: "A {escape} Friend"', 1)
    line = text.splitlines().index(f'title: "A {escape} Friend"') + 1
    assert [(d.code, d.place.line) for d in read_text(text).problems] == [("control-character", line)]
