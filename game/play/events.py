"""What a journal records: one frozen value a line, ids and answers only, never points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, FailFast, Field, TypeAdapter

from game.scenario.source import MOST_ITEMS

JOURNAL_FORMAT = 1

_SHAPE = ConfigDict(extra="ignore", str_max_length=20_000)  # a newer game may add keys


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a time needs its zone")
    return moment


Moment = Annotated[datetime, AfterValidator(_aware)]
Name = Annotated[str, Field(max_length=200)]
Count = Annotated[int, Field(ge=0, le=2**53, strict=True)]


class Mode(StrEnum):
    """Practice shows feedback after each choice; assess shows none until the end."""

    PRACTICE = "practice"
    ASSESS = "assess"


@dataclass(frozen=True, slots=True)
class Begun:
    """The first line: who plays what, with which seed, and what the scores will rest on.

    A play that goes on from an earlier one names that play's session and the turn at which it goes its own way;
    the choices before that turn are copied into its journal. `device` is the mark of the player's folder or browser
    (`game.play.device`); journals of version 0.1 have none.
    """

    __pydantic_config__ = _SHAPE

    n: Count
    at: Moment
    session: Annotated[str, Field(pattern="^[0-9a-f]{32}$")]
    scenario: Name
    title: Name
    scenario_fingerprint: Name
    rubric_fingerprint: Name
    seed: Annotated[int, Field(ge=-(2**63), lt=2**63, strict=True)]
    mode: Mode
    player: Name | None = None
    class_code: Name | None = None
    game: Name = ""
    device: Annotated[str, Field(pattern="^[0-9a-f]{32}$")] | None = None
    branched_from: Annotated[str, Field(pattern="^[0-9a-f]{32}$")] | None = None
    branched_at: Annotated[int, Field(ge=1, le=2**53, strict=True)] | None = None
    format: Literal[1] = 1
    event: Literal["begun"] = "begun"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice: where, which option, what was offered in the order shown, and how long it took (ms)."""

    __pydantic_config__ = _SHAPE

    n: Count
    at: Moment
    node: Name
    option: Name
    offered: Annotated[tuple[Name, ...], Field(max_length=MOST_ITEMS)]
    elapsed_ms: Count
    event: Literal["chosen"] = "chosen"


@dataclass(frozen=True, slots=True)
class Worded:
    """What the player would say, typed before the options were shown; unscored."""

    __pydantic_config__ = _SHAPE

    n: Count
    at: Moment
    node: Name
    text: str
    event: Literal["worded"] = "worded"


@dataclass(frozen=True, slots=True)
class Resumed:
    """An unfinished play was taken up again."""

    __pydantic_config__ = _SHAPE

    n: Count
    at: Moment
    event: Literal["resumed"] = "resumed"


@dataclass(frozen=True, slots=True)
class Answer:
    """An open question and what the player typed; unscored."""

    __pydantic_config__ = _SHAPE

    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Reflected:
    """The answers to the open questions after a play."""

    __pydantic_config__ = _SHAPE

    n: Count
    at: Moment
    answers: Annotated[tuple[Answer, ...], Field(max_length=50)]
    event: Literal["reflected"] = "reflected"


@dataclass(frozen=True, slots=True)
class Finished:
    """The last line of a whole play: the ending, and the path scores as they were shown."""

    __pydantic_config__ = _SHAPE

    n: Count
    at: Moment
    ending: Name
    card: Annotated[dict[str, float | None], Field(max_length=50)]
    event: Literal["finished"] = "finished"


@dataclass(frozen=True, slots=True)
class Abandoned:
    """The player left; the play can be taken up again."""

    __pydantic_config__ = _SHAPE

    n: Count
    at: Moment
    event: Literal["abandoned"] = "abandoned"


Event = Annotated[Begun | Chosen | Worded | Resumed | Reflected | Finished | Abandoned, Field(discriminator="event")]


@cache
def _adapter() -> TypeAdapter[Event]:
    return TypeAdapter(Event)


def as_line(event: Event) -> bytes:
    """The event as one JSON line, newline included."""
    return _adapter().dump_json(event, exclude_none=True) + b"\n"


def from_line(line: bytes) -> Event:
    """The event of one JSON line; raises ValueError (pydantic's) when it is none."""
    return _adapter().validate_json(line)


@cache
def _many() -> TypeAdapter[tuple[Event, ...]]:
    return TypeAdapter(Annotated[tuple[Event, ...], FailFast()])  # or else a bad file makes a million errors


def from_lines(lines: Sequence[bytes]) -> tuple[Event, ...] | None:
    """The events of JSON lines, faster than one by one; None when not every line is one event."""
    try:
        events = _many().validate_json(b"[" + b",".join(lines) + b"]")
    except ValueError:
        return None
    return events if len(events) == len(lines) else None
