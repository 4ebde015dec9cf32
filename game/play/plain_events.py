"""Lines of a journal as the game itself writes them, read without pydantic: to import that costs more than to read a
few journals. Whatever is not plain is left to `game.play.event_fields`, which says what a line may hold."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from types import MappingProxyType
from typing import Any

from game.play.events import (
    FIRST_YEAR,
    LAST_YEAR,
    Abandoned,
    Answer,
    Begun,
    Chosen,
    Event,
    Finished,
    Mode,
    Reflected,
    Resumed,
    Worded,
)

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{6})?Z", re.ASCII)
_SESSION = re.compile("[0-9a-f]{32}")
_MOST = 2**53
MOST_OFFERED = 500  # as `game.scenario.binding` has it for any list
Read = Callable[[Any], Any]


class _NotPlain(ValueError):
    """A line that is left to pydantic."""


def plain_event(line: bytes) -> Event | None:
    """Returns the event of one JSON line; None where it is none, or none as the game writes it."""
    if b"\\u" in line:  # half a character may hide there
        return None
    try:
        told = json.loads(line.decode("utf-8"), parse_constant=_never)
        kind, fields = _KINDS[told["event"]]
        held = {name: fields[name](value) for name, value in told.items() if name in fields and name != "event"}
        event: Event = kind(**held)
        return event
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
        return None


def _never(constant: str) -> None:
    raise _NotPlain(constant)


def _text(value: Any, most: int) -> str:
    if type(value) is not str or len(value) > most:
        raise _NotPlain
    return value


def _whole(value: Any, least: int, most: int) -> int:
    if type(value) is not int or not least <= value <= most:
        raise _NotPlain
    return value


def _moment(value: Any) -> datetime:
    if not _MOMENT.fullmatch(value):
        raise _NotPlain
    moment = datetime.fromisoformat(value)
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise _NotPlain
    return moment


def _session(value: Any) -> str:
    if not _SESSION.fullmatch(value):
        raise _NotPlain
    return str(value)


def _one_of(value: Any, allowed: Any) -> Any:
    if type(value) is not type(allowed) or value != allowed:
        raise _NotPlain
    return value


def _mode(value: Any) -> Mode:
    return Mode(_text(value, 20))


def _listed(value: Any, each: Read, most: int) -> tuple[Any, ...]:
    if type(value) is not list or len(value) > most:
        raise _NotPlain
    return tuple(map(each, value))


def _answer(value: Any) -> Answer:
    return Answer(_words(value["question"]), _words(value["text"]))


def _score(value: Any) -> float | None:
    if value is not None and type(value) not in (int, float):
        raise _NotPlain
    return None if value is None else float(value)


def _card(value: Any) -> dict[str, float | None]:
    if type(value) is not dict or len(value) > 50:
        raise _NotPlain
    return {_words(name): _score(score) for name, score in value.items()}


_name, _words = partial(_text, most=200), partial(_text, most=20_000)
_count, _turn = partial(_whole, least=0, most=_MOST), partial(_whole, least=1, most=_MOST)
_options, _answers = partial(_listed, each=_name, most=MOST_OFFERED), partial(_listed, each=_answer, most=50)
_EACH: Mapping[str, Read] = MappingProxyType({"n": _count, "at": _moment, "event": _name})
_NAMES = ("scenario", "title", "scenario_fingerprint", "rubric_fingerprint", "game", "player", "class_code")
_BEGUN: Mapping[str, Read] = MappingProxyType(
    {
        **dict.fromkeys(_NAMES, _name),
        **dict.fromkeys(("session", "device", "branched_from"), _session),
        "seed": partial(_whole, least=-(2**63), most=2**63 - 1),
        "mode": _mode,
        "branched_at": _turn,
        "together": partial(_one_of, allowed=True),
        "format": partial(_one_of, allowed=1),
    }
)
_KINDS: Mapping[str, tuple[type[Any], Mapping[str, Read]]] = MappingProxyType(
    {
        "begun": (Begun, {**_EACH, **_BEGUN}),
        "chosen": (
            Chosen,
            {
                **_EACH,
                "node": _name,
                "option": _name,
                "elapsed_ms": _count,
                "offered": lambda v: _listed(v, _name, MOST_OFFERED),
            },
        ),
        "worded": (Worded, {**_EACH, "node": _name, "text": _words}),
        "resumed": (Resumed, _EACH),
        "reflected": (Reflected, {**_EACH, "answers": _answers}),
        "finished": (Finished, {**_EACH, "ending": _name, "card": _card}),
        "abandoned": (Abandoned, _EACH),
    }
)
