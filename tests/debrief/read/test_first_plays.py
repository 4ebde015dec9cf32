"""A person counts once in a scenario, by the first play; later plays stand apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from game.debrief.figures.model import ScoredPlay
from game.debrief.figures.sums import Sums, merge
from game.debrief.pages.student_sheet import own_page
from game.debrief.read.classes import ClassReader
from game.debrief.read.first_plays import keep_first_plays, people
from game.debrief.read.plays import ScoringModels
from game.debrief.read.sources import FoundJournal
from game.play.events import Begun, Chosen, as_line
from tests.debrief.a_class import a_play, the_exact

READER = ClassReader(ScoringModels(the_exact))


def by(name: str, seed: int, *, days: int = 0, code: str = "4B") -> ScoredPlay:
    """A play by someone, so many days later."""
    play = a_play(the_exact(), seed)
    begun = replace(play.journal.begun, player=name, class_code=code, at=play.journal.begun.at + timedelta(days=days))
    journal = replace(play.journal, begun=begun, events=(begun, *play.journal.events[1:]))
    return replace(play, actor=f"{name} {code}", begun=begun.at, journal=journal)


def as_file(play: ScoredPlay) -> FoundJournal:
    """Its journal as a file."""
    return FoundJournal("a file", b"".join(map(as_line, play.journal.events)))


def counted(plays: Sequence[ScoredPlay]) -> tuple[Sums, int, int]:
    """The sums of these journals, how many copies there were, and how many replays."""
    files = [as_file(play) for play in plays]
    read = READER.read(files)
    copies = keep_first_plays(read, lambda: files, READER)
    return read.sums, copies, read.replays["saturday-friend"]


def sums(*plays: ScoredPlay) -> Sums:
    """The sums of exactly these."""
    return merge(Sums.of(play.journal, the_exact()) for play in plays)


def test_only_the_first_play_of_a_person_counts() -> None:
    first, again, third, other = by("Ana", 1), by("Ana", 2, days=1), by("Ana", 3, days=2), by("Ben", 4)
    assert counted([third, first, other, again]) == (sums(first, other), 0, 2)


def test_a_play_that_came_in_twice_is_no_replay() -> None:
    first, other = by("Ana", 1), by("Ben", 4)
    assert counted([first, other, first, first]) == (sums(first, other), 2, 0)


def test_two_people_of_one_name_both_count() -> None:
    one, two = by("Ana", 1), by("Ana", 2, code="4C")
    assert counted([one, two]) == (sums(one, two), 0, 0)


def test_a_play_that_was_opened_and_left_is_no_first_try() -> None:
    opened, played = by("Ana", 1), by("Ana", 2, days=1)
    begun = opened.journal.events[0]
    left = replace(opened, journal=replace(opened.journal, events=(begun,)))
    assert counted([left, played]) == (sums(played), 0, 1)
    assert [person.first for person in people([left, played])] == [played]


def test_a_sheet_sets_the_latest_play_beside_the_first() -> None:
    exact = the_exact()
    (person,) = people([by("Ana", 2, days=1), by("Ana", 1)])
    sheet = own_page(person, None, exact, names=False)
    assert sheet.again[0].startswith("1 later play; the latest on 21 November 2026, complete")
    assert len(sheet.again) == 3
    assert all(" → " in row and "chance" in row for row in sheet.again[1:])
    (alone,) = people([by("Ana", 1)])
    assert own_page(alone, None, exact, names=False).again == ()


def test_a_small_chart_has_one_shape_for_two_turns_and_for_forty() -> None:
    exact, play = the_exact(), by("Ana", 1)
    choices = [e for e in play.journal.events if isinstance(e, Begun | Chosen)]
    assert play.card is not None
    short = replace(play, journal=replace(play.journal, events=tuple(choices[:3])))
    short = replace(short, card=replace(play.card, choices=play.card.choices[:2]))
    frames = {
        own_page(people([one])[0], None, exact, names=False).picture.split('viewBox="')[1].split('"')[0]
        for one in (play, short)
    }
    assert len(frames) == 1
