"""A text that is read by the help of one that was read before is read as if it were the first."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.edits import WORDS, seen
from game.scenario.document import Document, Mark
from game.scenario.load import read_scenario
from game.scenario.spans import parts
from game.studio.reread import Reading, reread
from tests.studio.a_studio import SMALL

ODD = (
    "\n",
    "\n  ",
    "  other:\n",
    "    - ",
    "- a\n",
    "# c\n",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    ": ",
    "|\n",
    "---\n",
    "...\n",
)


def read(text: str) -> Reading:
    return Reading(text, read_scenario(text), parts(text))


@cache
def small() -> Reading:
    return read(SMALL.read_text("utf-8"))


def told(mark: Mark) -> tuple[Any, ...]:
    inner = [(step, told(child)) for step, child in mark.children.items()]
    return mark.line, mark.column, mark.key_line, mark.key_column, inner


def all_of(one: Reading) -> tuple[Any, ...]:
    document: Document = one.document
    data = repr(seen(document.data))
    return one.text, data, told(document.marks), document.lines, document.problems, document.lost, one.whole


def changed(old: str, new: str) -> Reading | None:
    text = small().text
    assert old in text
    return reread(small(), text.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ines leans on the fence", "Ines sits on the fence"),
        ("Ines leans on the fence", "Ines\n\n        leans on the fence"),
        ("    place: clinic-desk\n", "    place: clinic-desk  # near the door\n    capacity: able\n"),
        ("    ending:\n", "    # how it ends\n    ending:\n"),
    ],
)  # fmt: skip
def test_a_change_within_a_scene_reads_that_scene_alone_and_all_stands_as_if_read_anew(old: str, new: str) -> None:
    again = changed(old, new)
    assert again is not None
    assert all_of(again) == all_of(read(again.text))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: ", "title: The "),  # no scene
        ("Ines leans on the fence", '"Ines leans on the fence'),  # a quote that is open
        ("    ending:\n", "...\n    ending:\n"),  # an end of the file
        ("    ending:\n", "  another:\n    ending:\n"),  # another scene begins
        ("Ines leans", "Ines\u00a0: leans"),
        ("    ending:\n", "    ending: &one\n"),  # what no scenario has
    ],
)
def test_what_could_be_read_otherwise_is_left_to_reading_the_whole(old: str, new: str) -> None:
    again = changed(old, new)
    assert again is None or all_of(again) == all_of(read(again.text))


@settings(max_examples=150)
@given(st.data())
def test_whatever_is_changed_is_read_as_if_it_were_the_first(data: st.DataObject) -> None:
    text = small().text
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.sampled_from((0, 0, 1, 3, 20)))
    new = data.draw(st.lists(st.sampled_from((*WORDS, *ODD)), max_size=2))
    again = reread(small(), text[:at] + "".join(new) + text[at + cut :])
    assert again is None or all_of(again) == all_of(read(again.text))
