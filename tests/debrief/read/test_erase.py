"""Of two people of one name it is asked which, before anything is deleted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.debrief.read.collect import collect
from game.debrief.read.erase import erase
from game.debrief.read.pseudonyms import Pseudonyms
from game.errors import UsageError
from tests.debrief.a_class import a_play, the_exact
from tests.debrief.as_files import journal_bytes

KEY = Pseudonyms(bytes(32))


@pytest.fixture
def gathered(tmp_path: Path) -> Path:
    """Two people called Ana Ruiz, in 4B and in 4C."""
    stick = tmp_path / "stick"
    stick.mkdir()
    for seed, code in ((1, "4B"), (2, "4C"), (3, "4C")):
        play = a_play(the_exact(), seed)
        (stick / f"{seed}.jsonl").write_bytes(journal_bytes(replace(play), "Ana Ruiz", code))
    collect([stick], tmp_path / "class")
    return tmp_path / "class"


def test_a_name_that_two_people_have_deletes_nothing(gathered: Path) -> None:
    with pytest.raises(UsageError, match="2 people answer to that name") as asked:
        erase("ana ruiz", gathered, KEY)
    assert f"{KEY.of_name('Ana Ruiz', '4C').pseudonym}: class 4C, 2 plays, 2026-11-20" in str(asked.value)
    assert len(list(gathered.glob("*.jsonl"))) == 3


@pytest.mark.parametrize(("who", "code"), [("Ana Ruiz", "4c"), (KEY.of_name("Ana Ruiz", "4C").pseudonym, None)])
def test_a_class_code_or_a_pseudonym_says_which(gathered: Path, who: str, code: str | None) -> None:
    assert len(erase(who, gathered, KEY, code).journals) == 2
    assert len(list(gathered.glob("*.jsonl"))) == 1


def test_a_pseudonym_of_an_older_page_is_known(gathered: Path) -> None:
    older = KEY.of_name("Ana Ruiz", "4B").pseudonym.rsplit(" ", 1)[0]
    assert len(erase(older, gathered, KEY).journals) == 1
