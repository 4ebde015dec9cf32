"""Plays for tests: a clock that a test moves, a session, and a player that makes given choices."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from game.play.events import Mode
from game.play.phases import Phase
from game.play.session import Session, new_session
from game.testing.stories import SMALL, an_exact


class Clock:
    """A clock that stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 1, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Returns the moment that it stands at."""
        return self.now

    def pass_ms(self, milliseconds: float) -> None:
        """Lets time pass."""
        self.now += timedelta(milliseconds=milliseconds)


def a_session(
    logs: Path | None = None,
    mode: Mode = Mode.PRACTICE,
    text: str = SMALL,
    seed: int = 7,
    player: str | None = None,
    clock: Clock | None = None,
) -> Session:
    """Returns a new play of the small story, its journal in `logs`."""
    return new_session(an_exact(text), mode=mode, seed=seed, logs=logs, player=player, clock=clock or Clock())


def on(session: Session, until: Sequence[Phase] = (Phase.CHOOSING, Phase.REFLECTION)) -> Session:
    """Returns the session, read on to the next choice or to the end."""
    while session.phase not in until:
        match session.phase:
            case Phase.BRIEFING:
                session.begin()
            case Phase.READING:
                session.read()
            case Phase.FEEDBACK:
                session.go_on()
            case _:
                raise AssertionError(session.phase)
    return session


def made(session: Session, *choices: str) -> Session:
    """Returns the session after these choices, read on to the next choice or to the end."""
    on(session)
    for option_id in choices:
        session.choose(option_id)
        on(session)
    return session
