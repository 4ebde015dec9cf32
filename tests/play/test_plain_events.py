"""A journal is read the same without pydantic as with it: what the game writes at once, all else by pydantic alone."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.play import event_fields, events
from game.play.events import (
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
    as_line,
    from_line,
    from_lines,
)
from game.play.plain_events import MOST_OFFERED, plain_event
from game.scenario.binding import MOST_ITEMS

AT = datetime(2026, 1, 2, 3, 4, 5, 678, tzinfo=UTC)
WRITTEN: tuple[Event, ...] = (
    Begun(
        0, AT, "a" * 32, "sample", "Tïtle", "f", "r", -5, Mode.ASSESS, "Zoë 李", "4B", "1", "b" * 32, "c" * 32, 3, True
    ),
    Begun(0, AT.replace(microsecond=0), "a" * 32, "sample", "T", "f", "r", 2**62, Mode.PRACTICE),
    Chosen(1, AT, "the-text", "name-it", ("name-it", "brush-off"), 4000),
    Worded(2, AT, "the-text", "„Ja“, 🙂\nund \u2028 mehr"),
    Resumed(3, AT),
    Reflected(4, AT, (Answer("What?", ""), Answer("Why?", "So."))),
    Finished(5, AT, "end", {"role_held": 50.0, "shared_power": None, "client_power": 33.3}),
    Abandoned(6, AT),
)  # fmt: skip


@pytest.mark.parametrize("event", WRITTEN, ids=lambda event: event.event)
def test_what_the_game_writes_is_plain_and_reads_as_pydantic_reads_it(event: Event) -> None:
    line = as_line(event).rstrip()
    assert plain_event(line) == event == event_fields.one().validate_json(line)


HOSTILE = (
    b"", b"{}", b"[]", b"null", b'{"event":"chosen"}', b'{"event":["chosen"]}', b"[" * 100_000, b'"event"', b"\xff{}",
    b'{"event":"resumed","n":true,"at":"2026-01-02T03:04:05Z"}',
    b'{"event":"resumed","n":1.0,"at":"2026-01-02T03:04:05Z"}',
    b'{"event":"resumed","n":NaN,"at":"2026-01-02T03:04:05Z"}',
    b'{"event":"resumed","n":-1,"at":"2026-01-02T03:04:05Z"}',
    b'{"event":"resumed","n":1,"at":"2026-01-02"}',
    b'{"event":"resumed","n":1,"at":"2026-02-30T03:04:05Z"}',
    b'{"event":"resumed","n":1,"at":"0026-01-02T03:04:05Z"}',
    b'{"event":"resumed","n":1,"at":1767322000}',
    b'{"event":"worded","n":1,"at":"2026-01-02T03:04:05Z","node":"a","text":"\\ud800"}',
    b'{"event":"finished","n":1,"at":"2026-01-02T03:04:05Z","ending":"e","card":{"a":true}}',
    b'{"event":"finished","n":1,"at":"2026-01-02T03:04:05Z","ending":"e","card":{"a":"x"}}',
)  # fmt: skip


@pytest.mark.parametrize("line", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_not_plain_is_left_to_pydantic(line: bytes) -> None:
    assert plain_event(line) is None


VALUES: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**64), 2**64),
    st.floats(),
    st.text(max_size=4),
    st.sampled_from(["2026-01-02T03:04:05Z", "2026-01-02T03:04:05+02:00", "x" * 201, "a" * 32, "assess", 1, 3, True]),
    st.lists(st.text(max_size=3), max_size=3),
    st.dictionaries(st.text(max_size=3), st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=2)),
)


@given(st.sampled_from(WRITTEN), st.data())
def test_whatever_is_read_as_plain_reads_the_same_with_pydantic(event: Event, data: st.DataObject) -> None:
    told: dict[str, Any] = json.loads(as_line(event))
    for _change in range(data.draw(st.integers(1, 2))):
        name = data.draw(st.sampled_from([*told, "newer"]))
        if data.draw(st.booleans()):
            told[name] = data.draw(VALUES)
        else:
            told.pop(name, None)
    line = json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass")
    found = plain_event(line)
    assert found is None or found == event_fields.one().validate_json(line)


def test_a_list_of_options_is_as_long_as_any_list_may_be() -> None:
    assert MOST_OFFERED == MOST_ITEMS


def test_few_lines_are_read_plainly_and_many_by_pydantic(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [as_line(event).rstrip() for event in WRITTEN]
    monkeypatch.delitem(sys.modules, "pydantic")
    monkeypatch.setattr(events, "_left_to_read", len(lines) + 1)
    monkeypatch.setattr(event_fields, "many", lambda: pytest.fail("pydantic was asked"))
    assert from_lines(lines) == WRITTEN
    assert from_line(lines[0]) == WRITTEN[0]
    monkeypatch.undo()
    assert from_lines(lines) == WRITTEN
