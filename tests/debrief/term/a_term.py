"""A term for tests: people whose plays have the scores that a test gives them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from game.debrief.term.plays import PersonInTerm, TermPlay
from game.rubric.scoring_model import ScoringModel
from game.scenario.model import Scenario
from tests.debrief.a_class import the_exact

AT = datetime(2026, 9, 1, 9, tzinfo=UTC)
STORY = "saturday-friend"


def exact(*names: str) -> dict[str, ScoringModel]:
    return {name: the_exact(name) for name in names or (STORY,)}


def shelf(*names: str) -> list[Scenario]:
    return [the_exact(name).story.scenario for name in names or (STORY,)]


def a_person(
    number: int, *scores: float | None, scenario: str = STORY, code: str = "", actor: str | None = None
) -> PersonInTerm:
    """A person who played once for each score (the same on both axes), a day apart; None is a play without an end."""
    plays = [
        TermPlay(
            scenario,
            f"{number:016x}{n:016x}",
            AT + timedelta(days=n, minutes=number),
            5,
            score is not None,
            True,
            (score, score),
        )
        for n, score in enumerate(scores)
    ]
    return PersonInTerm(actor or f"{number:032x}", f"Amber Heron {number:03}", "name", None, code, {scenario: plays})


def some_people(scores: Sequence[Sequence[float | None]], code: str = "", start: int = 0) -> list[PersonInTerm]:
    return [a_person(start + n, *mine, code=code) for n, mine in enumerate(scores)]
