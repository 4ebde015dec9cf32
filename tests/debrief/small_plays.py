"""Plays of the small story, made by a real session on a clock that stands in for time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game.debrief.figures.model import ScoredPlay
from game.play.events import Answer, Event, Reflected
from game.play.journal import Journal, MemoryRecorder
from game.rubric.score import score
from game.testing import Clock, a_session, an_exact, on

WHOLE = ("name-it", "say-how")
BROKEN = ("laugh-it-off", "own-it")


def a_play(*choices: str, session: str = "", scored: bool = True, **changes: object) -> ScoredPlay:
    """The play of these choices: four seconds a choice, two more between."""
    clock = Clock()
    played = on(a_session(clock=clock, player="Kim Real-Name"))
    for choice in choices or WHOLE:
        clock.pass_ms(4000)
        played.choose(choice)
        clock.pass_ms(2000)
        on(played)
    assert isinstance(played.recorder, MemoryRecorder)
    events: tuple[Event, ...] = tuple(played.recorder.events)
    begun = replace(played.begun, session=session or "0123456789abcdef0123456789abcdef")
    journal = Journal(Path("a.jsonl"), begun, (begun, *events[1:]), ())
    play = ScoredPlay(
        session=begun.session,
        actor="a" * 32,
        pseudonym="Amber Heron 042",
        name=None,
        class_code="Period 3",
        scenario=begun.scenario,
        title=begun.title,
        begun=begun.at,
        complete=journal.finished is not None,
        card=score(an_exact(), [c.option for c in journal.choices]) if scored else None,
        journal=journal,
    )
    return replace(play, **changes)  # type: ignore[arg-type]


def with_answer(play: ScoredPlay, question: str, text: str) -> ScoredPlay:
    """The play with an answer to an open question."""
    last = play.journal.events[-1]
    said = Reflected(last.n + 1, last.at, (Answer(question, text),))
    return replace(play, journal=replace(play.journal, events=(*play.journal.events, said)))
