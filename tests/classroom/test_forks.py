"""The forks of a class that played alone, voted on again together, beside how it chose the first time."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.classroom.forks import KEY, asked_forks
from game.classroom.room import ClassRoom
from game.classroom.screens import for_everyone, for_teacher
from game.classroom.together import BigScreen, Together
from game.classroom.votes_kept import Ballot
from game.debrief.class_pages import read_class
from game.debrief.figures.model import FEWEST
from game.play.events import as_line
from tests.debrief.a_class import a_play, the_exact

pytestmark = pytest.mark.slow

MODELS = {"saturday-friend": the_exact()}
PLAYS = 30


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class's folder after each has played alone."""
    made = tmp_path_factory.mktemp("class")
    for seed in range(PLAYS):
        events = a_play(the_exact(), seed).journal.events
        (made / f"{seed}.jsonl").write_bytes(b"".join(map(as_line, events)))
    return made


def test_the_forks_are_those_of_the_page_with_how_the_class_chose(folder: Path) -> None:
    forks = asked_forks(folder, MODELS)
    assert 1 <= len(forks) <= 2
    for fork in forks:
        question = fork.question
        assert question.key.startswith(f"{KEY}saturday-friend:")
        assert question.title.startswith("Saturday Friend: ")
        assert fork.why.startswith(("The class was most divided", "The answers parted", "The author"))
        assert [option.letter for option in question.options] == list("ABCD")[: len(question.options)]
        counts = [int(option.before.split(" of ")[0]) for option in question.options if " of " in option.before]
        assert all(count >= FEWEST or count == 0 for count in counts)  # what the page hides is hidden here
        assert all(option.before for option in question.options)


def test_a_fork_is_voted_on_beside_the_first_split_and_a_restart_keeps_it(folder: Path) -> None:
    together = Together(folder, MODELS)
    together.forks = together.find_forks()
    assert for_teacher(together)["forks"][0][0] == together.forks[0].question.title
    for what in ("fork", "open"):
        together.act({"act": what, "step": together.step, "number": 0})
    vote = together.open_vote
    assert vote is not None
    first = vote.question.options[0].id
    assert "before" not in for_everyone(together)
    together.votes.cast([Ballot(letter * 32, vote.n, first) for letter in "abcde"])
    together.act({"act": "close", "step": together.step})
    shown = for_everyone(together)
    assert shown["split"]["counts"][first] == 5
    assert shown["before"] == {option.id: option.before for option in vote.question.options}
    again = Together(folder, MODELS)
    assert again.screen is BigScreen.SPLIT
    assert for_everyone(again) == shown
    assert not for_teacher(again)["follows"]  # it leads nowhere: no conversation stands there


def test_of_a_class_that_played_alone_the_debrief_leaves_nothing_out(folder: Path) -> None:
    ClassRoom(folder, MODELS).write()
    said: list[str] = []
    read_class((folder,), said.append)
    assert [line for line in said if line.startswith("Left out")] == []
