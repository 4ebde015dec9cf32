"""`docs/debrief.md` names every column of every table, and none that is not there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from game.debrief.export.rows import ANSWERS, CHOICES, ITEMS, NAMES, PLAYS
from game.debrief.export.shared_parts import VerbName
from game.debrief.term.rows import PEOPLE, TERM
from game.rubric.model import AXES, COMPONENTS, POLES

GUIDE = Path(__file__).parents[3] / "docs" / "debrief.md"
TABLES = {
    "plays.csv": PLAYS,
    "choices.csv": CHOICES,
    "answers.csv": ANSWERS,
    "items.csv": ITEMS,
    "term.csv": TERM,
    "people.csv": PEOPLE,
    "names.csv": NAMES,
}
STANDS_FOR = {"{component}": COMPONENTS, "{axis}": AXES, "{pole}": POLES}


def first_cells(heading: str) -> list[str]:
    """The names in the first column of the table under a heading."""
    part = GUIDE.read_text(encoding="utf-8").split(f"### `{heading}`\n", 1)[1].split("\n### ", 1)[0]
    rows = re.findall(r"^\| (`.*?) \|", part, re.M)
    return [name for row in rows for name in re.findall(r"`([^`]+)`", row)]


def spelt_out(name: str) -> Sequence[str]:
    """A column for each component, axis or pole that a name stands for."""
    return next(
        ([name.replace(word, one) for one in ones] for word, ones in STANDS_FOR.items() if word in name), [name]
    )


@pytest.mark.parametrize("table", TABLES)
def test_the_guide_describes_the_columns_of_a_table_and_no_others(table: str):
    described = [column for name in first_cells(table) for column in spelt_out(name)]
    assert sorted(described) == sorted(TABLES[table])


def test_the_guide_describes_every_verb():
    assert sorted(first_cells("class.xapi.json")) == sorted(VerbName.__args__)


def test_the_guide_says_of_every_file_who_may_see_it():
    text = GUIDE.read_text(encoding="utf-8")
    listed = text.split("| file | who may see it |", 1)[1].split("\n\n", 1)[0]
    for table in (*TABLES, "class.json", "class.xapi.json", "gradebook.csv", "class.xlsx", "class-teacher-only.xlsx"):
        assert f"{table}`" in listed
