"""Plays one at a time: each session once, whatever copies of it there are."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.read.classes import ClassReader
from game.debrief.read.plays import ScoringModels
from game.debrief.read.pseudonyms import Pseudonyms
from game.debrief.read.sources import FoundJournal, Item, Trouble
from game.debrief.read.stream import furthest, plays
from game.play.events import as_line
from game.testing import an_exact
from tests.debrief.small_plays import BROKEN, WHOLE, a_play

READER = ClassReader(ScoringModels(lambda _: an_exact()))


def a_file(*choices: str, session: str = "1" * 32, torn: bool = False) -> FoundJournal:
    data = b"".join(as_line(event) for event in a_play(*choices, session=session).journal.events)
    return FoundJournal(f"{session[:4]}.jsonl", data[:-9] if torn else data)


def found(*items: Item) -> tuple[list[tuple[str, tuple[str, ...]]], list[Trouble]]:
    """The plays as sessions with their choices, and what could not be used."""
    troubles: list[Trouble] = []
    best = furthest(items, READER, troubles.append)
    made = plays(items, best, READER, Pseudonyms(b"k" * 32), names=False)
    return [(p.session[0], tuple(c.option for c in p.journal.choices)) for p in made], troubles


def test_each_session_is_there_once_by_its_furthest_journal():
    rows, troubles = found(
        a_file("name-it"),
        a_file(*BROKEN, session="2" * 32),
        a_file(*WHOLE),
        a_file(*WHOLE),
        a_file(*WHOLE, torn=True),
    )
    assert rows == [("2", BROKEN), ("1", WHOLE)]
    assert troubles == []


def test_what_cannot_be_used_is_told_and_passed_over():
    rows, troubles = found(
        FoundJournal("essay.txt", b"Dear teacher,\n"),
        Trouble("stick", "It is broken."),
        a_file(),
        FoundJournal("a.sums", b'{"equal_footing_sums": 1}'),
    )
    assert rows == [("1", WHOLE)]
    assert [t.label for t in troubles] == ["essay.txt", "stick"]


def test_a_journal_that_changes_between_the_readings_is_left_out_rather_than_half_told():
    best = furthest([a_file(*WHOLE)], READER, lambda _: None)
    assert list(plays([a_file("name-it")], best, READER, Pseudonyms(b"k" * 32), names=False)) == []


def test_plays_come_one_at_a_time():
    taken = 0

    def items() -> Iterator[Item]:
        nonlocal taken
        for n in range(5):
            taken += 1
            yield a_file(session=f"{n:032x}")

    best = furthest(items(), READER, lambda _: None)
    taken = 0
    next(plays(items(), best, READER, Pseudonyms(b"k" * 32), names=False))
    assert taken == 1
