"""What a journal records: one frozen value a line, ids and answers only, never points."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from game.records import record

if TYPE_CHECKING:  # only reading needs what pydantic checks: `game.play.event_fields` binds these names here then
    from pydantic import ConfigDict

    from game.play.event_fields import Answers, Card, Count, Moment, Name, Offered, Seed, SessionId, Turn

JOURNAL_FORMAT = 1
FIRST_YEAR, LAST_YEAR = 1900, 9000  # outside, a change of zone leaves the calendar that Python has

MOST_PLAIN = 3000
"""Lines that a process reads without pydantic: about as many as its import is worth."""
_left_to_read = MOST_PLAIN

_SHAPE: ConfigDict = {"extra": "ignore", "str_max_length": 20_000}  # a newer game may add keys


class Mode(StrEnum):
    """Practice shows feedback after each choice; assess shows none until the end."""

    PRACTICE = "practice"
    ASSESS = "assess"


@record(frozen=True, slots=True)
class Begun:
    """The first line: who plays what, with which seed, and what the scores will rest on.

    A play that goes on from an earlier one names that play's session and the turn at which it goes its own way;
    the choices before that turn are copied into its journal. `device` is the mark of the player's folder or browser
    (`game.play.device`); journals of version 0.1 have none. `together` marks a play that a class decided by votes: it
    counts as no person in any figure.
    """

    __pydantic_config__ = _SHAPE

    n: Count
    at: Moment
    session: SessionId
    scenario: Name
    title: Name
    scenario_fingerprint: Name
    rubric_fingerprint: Name
    seed: Seed
    mode: Mode
    player: Name | None = None
    class_code: Name | None = None
    game: Name = ""
    device: SessionId | None = None
    branched_from: SessionId | None = None
    branched_at: Turn | None = None
    together: Literal[True] | None = None
    format: Literal[1] = 1
    event: Literal["begun"] = "begun"


@record(frozen=True, slots=True)
class Chosen:
    """A choice: where, which option, what was offered in the order shown, and how long it took (ms)."""

    __pydantic_config__ = _SHAPE

    n: Count
    at: Moment
    node: Name
    option: Name
    offered: Offered
    elapsed_ms: Count
    event: Literal["chosen"] = "chosen"


@record(frozen=True, slots=True)
class Worded:
    """What the player would say, typed before the options were shown; unscored."""

    __pydantic_config__ = _SHAPE

    n: Count
    at: Moment
    node: Name
    text: str
    event: Literal["worded"] = "worded"


@record(frozen=True, slots=True)
class Resumed:
    """An unfinished play was taken up again."""

    __pydantic_config__ = _SHAPE

    n: Count
    at: Moment
    event: Literal["resumed"] = "resumed"


@record(frozen=True, slots=True)
class Answer:
    """An open question and what the player typed; unscored."""

    __pydantic_config__ = _SHAPE

    question: str
    text: str


@record(frozen=True, slots=True)
class Reflected:
    """The answers to the open questions after a play."""

    __pydantic_config__ = _SHAPE

    n: Count
    at: Moment
    answers: Answers
    event: Literal["reflected"] = "reflected"


@record(frozen=True, slots=True)
class Finished:
    """The last line of a whole play: the ending, and the path scores as they were shown."""

    __pydantic_config__ = _SHAPE

    n: Count
    at: Moment
    ending: Name
    card: Card
    event: Literal["finished"] = "finished"


@record(frozen=True, slots=True)
class Abandoned:
    """The player left; the play can be taken up again."""

    __pydantic_config__ = _SHAPE

    n: Count
    at: Moment
    event: Literal["abandoned"] = "abandoned"


Event: TypeAlias = Begun | Chosen | Worded | Resumed | Reflected | Finished | Abandoned


def as_line(event: Event) -> bytes:
    """Returns the event as one JSON line, newline included."""
    text = json.dumps(_plain(event), ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace") + b"\n"  # half a character, which no file can hold, becomes a ?


def _plain(value: Any) -> Any:
    """Returns an event, or what it holds, as what JSON can hold; fields without a value are left out."""
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        held = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: _plain(item) for name, item in held if item is not None}
    return value


def from_line(line: bytes) -> Event:
    """Returns the event of one JSON line; raises ValueError (pydantic's) when it is none."""
    if found := _plainly([line]):
        return found[0]
    from game.play import event_fields

    return event_fields.one().validate_json(line)


def from_lines(lines: Sequence[bytes]) -> tuple[Event, ...] | None:
    """Returns the events of JSON lines, faster than one by one; None when not every line is one event."""
    if found := _plainly(lines):
        return found
    from game.play import event_fields

    try:
        events = event_fields.many().validate_json(b"[" + b",".join(lines) + b"]")
    except ValueError:
        return None
    return events if len(events) == len(lines) else None


def _plainly(lines: Sequence[bytes]) -> tuple[Event, ...]:
    """Returns the events of a few plain lines while pydantic is not there: to import it costs more than to read them.
    Empty where they are not plain, and where it reads faster."""
    global _left_to_read
    if "pydantic" in sys.modules or len(lines) > _left_to_read:
        return ()
    from game.play.plain_events import plain_event

    _left_to_read -= len(lines)
    events = tuple(event for line in lines if (event := plain_event(line)))
    return events if len(events) == len(lines) else ()
