"""Somebody at a terminal."""

from __future__ import annotations

from collections.abc import Callable

from game.play.session import Session
from game.testing import a_session, made


def reads(*lines: str) -> Callable[[str], str | None]:
    """A person who types these lines, and then nothing more."""
    left = list(lines)
    return lambda prompt: left.pop(0) if left else None


def number(session: Session, option_id: str) -> str:
    """The number of an option in the order shown."""
    return str([o.option.id for o in session.offers()].index(option_id) + 1)


def numbers(*choices: str) -> list[str]:
    """The numbers that make these choices in a session with the usual seed."""
    session, typed = made(a_session()), []
    for option_id in choices:
        typed.append(number(session, option_id))
        made(session, option_id)
    return typed
