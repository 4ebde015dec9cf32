"""What the lines of a journal may hold, as pydantic checks it; bound in the events' module by name, as the fields of a
scenario are (`game.scenario.fields`). Only reading a journal needs this."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Annotated

from pydantic import AfterValidator, FailFast, Field, TypeAdapter

from game.play import events
from game.play.events import (
    FIRST_YEAR,
    LAST_YEAR,
    Abandoned,
    Answer,
    Begun,
    Chosen,
    Event,
    Finished,
    Reflected,
    Resumed,
    Worded,
)
from game.scenario.binding import MOST_ITEMS, bind


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a time needs its zone")
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(f"a time lies between the years {FIRST_YEAR} and {LAST_YEAR}")
    return moment


Moment = Annotated[datetime, AfterValidator(_aware)]
Name = Annotated[str, Field(max_length=200)]
Count = Annotated[int, Field(ge=0, le=2**53, strict=True)]
Turn = Annotated[int, Field(ge=1, le=2**53, strict=True)]
Seed = Annotated[int, Field(ge=-(2**63), lt=2**63, strict=True)]
SessionId = Annotated[str, Field(pattern="^[0-9a-f]{32}$")]
Offered = Annotated[tuple[Name, ...], Field(max_length=MOST_ITEMS)]
Answers = Annotated[tuple[Answer, ...], Field(max_length=50)]
Card = Annotated[dict[str, float | None], Field(max_length=50)]
_Any = Annotated[Begun | Chosen | Worded | Resumed | Reflected | Finished | Abandoned, Field(discriminator="event")]

bind(events, globals())


@cache
def one() -> TypeAdapter[Event]:
    """Returns what reads one event."""
    return TypeAdapter(_Any)


@cache
def many() -> TypeAdapter[tuple[Event, ...]]:
    """Returns what reads many, and stops at the first that is none: a bad file would make a million errors."""
    return TypeAdapter(Annotated[tuple[_Any, ...], FailFast()])
