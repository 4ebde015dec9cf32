"""Plays as statements: what is said, about whom, and that the same play says the same again."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import pytest
from pydantic import ValidationError

from game.debrief.export.questions import Questions
from game.debrief.export.shared_parts import EXTENSION, SharedParts
from game.debrief.export.statement import Statement, StatementScore
from game.debrief.export.xapi import played_ms, statements
from game.debrief.figures.model import ScoredPlay
from game.play.events import Abandoned, Begun, Event, Resumed
from game.testing import a_rubric
from tests.debrief.a_class import a_class, played_on, the_exact
from tests.debrief.small_plays import BROKEN, a_play, with_answer


def told(play: ScoredPlay) -> list[dict[str, Any]]:
    return [json.loads(s) for s in statements(play, a_rubric())]


def verbs(play: ScoredPlay) -> list[str]:
    return [row["verb"]["display"]["en"] for row in told(play)]


def one(play: ScoredPlay, verb: str) -> dict[str, Any]:
    return next(row for row in told(play) if row["verb"]["display"]["en"] == verb)


def extension(row: dict[str, Any], name: str) -> Any:
    return row["result"]["extensions"][EXTENSION + name]


def test_a_whole_play_begins_answers_progresses_is_scored_on_what_it_tested_and_ends():
    choice = ["answered", "progressed"]
    assert verbs(a_play()) == ["initialized", *choice, *choice, "scored", "completed"]


def test_an_unfinished_play_has_no_scores_and_no_end():
    assert verbs(a_play("name-it")) == ["initialized", "answered", "progressed", "terminated"]


def test_the_actor_is_an_account_and_nobody_is_named():
    play = with_answer(a_play(), "Who was it?", "My sister Ann")
    for row in told(play):
        assert row["actor"] == {
            "objectType": "Agent",
            "name": "Amber Heron 042",
            "account": {"homePage": "https://equal-footing.example/players", "name": "a" * 32},
        }
        text = json.dumps(row)
        assert not [s for s in ("Real-Name", "Ann", "Period 3") if s in text]


def test_the_scenario_as_it_was_played_is_the_revision():
    play = a_play()
    assert {row["context"]["revision"] for row in told(play)} == {play.journal.begun.scenario_fingerprint}


def test_an_answer_tells_what_was_shown_in_which_order_and_both_axes():
    play = a_play(*BROKEN)
    first = one(play, "answered")
    assert first["result"]["response"] == "laugh-it-off"
    assert extension(first, "shown") == list(play.journal.choices[0].offered)
    axes = extension(first, "axes")
    assert axes["distinct_roles"] == {
        "role_held": {"points": 0, "lowest": 0, "highest": 1, "at_stake": True},
        "relationship_acknowledged": {"points": -2, "lowest": -2, "highest": 2, "at_stake": True},
    }
    assert set(axes["shared_power"]) == {"client_power", "clinical_responsibility"}
    assert first["result"]["duration"] == "PT4.00S"
    assert first["timestamp"] == "2026-01-01T09:00:04.000Z"


def test_progress_is_told_in_turns_with_the_clients_state():
    row = one(a_play(), "progressed")
    assert extension(row, "turn") == 1
    assert extension(row, "client-state") == {"trust": 6, "ease": 5, "voice": 5}
    assert row["result"]["completion"] is False


def test_a_score_is_scaled_and_raw_and_says_what_chance_would_score():
    play = a_play(*BROKEN)
    assert play.card is not None
    reading = play.card.axes["distinct_roles"]
    row = one(play, "scored")
    assert row["object"]["id"].endswith("/axes/distinct_roles")
    assert row["result"]["score"]["raw"] == reading.path
    assert row["result"]["score"]["scaled"] == pytest.approx((reading.path or 0) / 100)
    assert extension(row, "chance") == reading.chance
    assert set(extension(row, "components")) == {"role_held", "relationship_acknowledged"}


def test_the_end_names_the_ending_and_keeps_an_axis_that_was_never_at_stake_as_none():
    row = one(a_play(), "completed")
    assert extension(row, "ending") == "clear"
    assert row["result"]["completion"] is True
    assert extension(row, "axes")["shared_power"]["path"] is None


def test_ids_are_the_same_every_time_and_differ_from_each_other():
    first, again = told(a_play()), told(a_play())
    assert first == again
    assert len({row["id"] for row in first}) == len(first)
    assert {UUID(row["id"]).version for row in first} == {5}


def test_an_id_is_a_uuid_of_version_5_of_the_session_and_what_was_done():
    play = a_play()
    space = uuid5(NAMESPACE_URL, "https://equal-footing.example/statements")
    for row in told(play):
        number, verb = row["context"]["extensions"][EXTENSION + "sequence"], row["verb"]["id"].rsplit("/", 1)[-1]
        part = row["object"]["id"].rsplit("/", 1)[-1] if verb == "scored" else ""
        assert row["id"] == str(uuid5(space, f"{play.session}/{number}/{verb}/{part}"))


def test_another_session_shares_no_ids():
    one_play, other = told(a_play()), told(a_play(session="f" * 32))
    assert not {row["id"] for row in one_play} & {row["id"] for row in other}


def test_what_was_told_of_an_unfinished_play_stands_when_it_is_finished():
    assert told(a_play("name-it"))[:3] == told(a_play())[:3]


def test_a_play_that_cannot_be_scored_keeps_its_choices():
    play = a_play(scored=False)
    assert verbs(play) == ["initialized", *["answered", "progressed"] * 2, "completed"]
    assert set(one(play, "answered")["result"]["extensions"]) == {EXTENSION + "shown"}
    assert one(play, "answered")["context"]["extensions"][EXTENSION + "scored"] == "as given"


def test_a_play_that_was_scored_anew_says_so():
    assert one(a_play(), "completed")["context"]["extensions"][EXTENSION + "scored"] == "anew"


def test_time_away_from_the_play_is_not_counted():
    play = a_play()
    begun, first, *rest = play.journal.events
    later: list[Event] = [Abandoned(0, first.at), Resumed(0, first.at + timedelta(days=2))]
    later += [replace(event, at=event.at + timedelta(days=2)) for event in rest]
    events = [replace(event, n=n) for n, event in enumerate([begun, first, *later])]
    row = one(replace(play, journal=replace(play.journal, events=tuple(events))), "completed")
    assert row["result"]["duration"] == one(play, "completed")["result"]["duration"]


def with_beginning(play: ScoredPlay, **changes: Any) -> ScoredPlay:
    begun: Begun = replace(play.journal.begun, **changes)
    return replace(
        play,
        scenario=begun.scenario,
        title=begun.title,
        journal=replace(play.journal, begun=begun, events=(begun, *play.journal.events[1:])),
    )


@pytest.mark.parametrize("name", ["../../etc", 'a"<b> {c}', "", "ünï 🙂", "\x00\n", "%00", "?x=1#y"])
def test_whatever_a_journal_calls_its_scenario_makes_a_valid_iri(name: str):
    rows = told(with_beginning(a_play(scored=False), scenario=name, title=name, scenario_fingerprint=""))
    for row in rows:
        assert row["object"]["id"].startswith("https://equal-footing.example/scenarios/")
        assert row["object"]["id"].isascii()
        assert "revision" not in row["context"]


def test_a_time_at_the_edge_of_the_calendar_is_still_told():
    edge = datetime(9999, 12, 31, 23, 59, 59, tzinfo=timezone(timedelta(hours=-10)))
    assert told(with_beginning(a_play(scored=False), at=edge))[0]["timestamp"] == "9999-12-31T23:59:59.000-10:00"


def test_times_leave_in_one_zone():
    half_past = datetime(2026, 1, 1, 9, 30, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    assert told(with_beginning(a_play(), at=half_past))[0]["timestamp"] == "2026-01-01T04:00:00.000Z"


def test_no_key_is_empty():
    def empty(value: Any) -> bool:
        return value in (None, "", {}) or (isinstance(value, dict) and any(empty(v) for v in value.values()))

    for row in told(a_play()):
        for part in ("result", "context"):
            row.get(part, {}).pop("extensions", None)
        assert not empty(row)


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("actor", {"mbox": "mailto:kim@example.org"}),
        ("actor", {"openid": "https://kim.example", "account": {"homePage": "https://a.example", "name": "a"}}),
        ("actor", {"account": {"homePage": "no iri", "name": "a"}}),
        ("actor", {"account": {"homePage": "https://a.example", "name": ""}}),
        ("verb", {"id": "answered", "display": {"en": "answered"}}),
        ("verb", {"id": "http://a.example/v", "display": {"not a tag": "answered"}}),
        ("object", {"id": "http://a.example/ x"}),
        ("result", {"duration": "4 seconds"}),
        ("result", {"extensions": {"shown": []}}),
        ("result", {"extensions": {"http://a.example/x": float("nan")}}),
        ("result", {"score": {"scaled": 1.5, "raw": 1.0, "min": 0.0, "max": 100.0}}),
        ("result", {"grade": "A"}),
        ("timestamp", datetime(2026, 1, 1)),
        ("id", "no uuid"),
        ("context", {"registration": UUID(int=0)}),
    ],
)
def test_a_statement_out_of_shape_never_leaves(part: str, value: object):
    good = Statement.model_validate_json(next(statements(a_play(), a_rubric()))).model_dump()
    good["timestamp"] = datetime(2026, 1, 1, tzinfo=UTC)
    Statement.model_validate(good)
    with pytest.raises(ValidationError):
        Statement.model_validate(good | {part: value})


def test_every_line_is_what_the_shape_of_a_statement_writes_itself():
    asked = Questions(the_exact("fine-fine").story.scenario)
    for play in a_class(12, "fine-fine"):
        for line in statements(play, a_rubric(), asked, answers=True):
            assert Statement.model_validate_json(line).model_dump_json(exclude_none=True) == line


def test_parts_that_plays_share_change_no_line():
    exact = the_exact("fine-fine")
    shared = SharedParts("fine-fine", a_rubric(), Questions(exact.story.scenario))
    for play in a_class(12, "fine-fine"):
        alone = statements(play, a_rubric(), Questions(exact.story.scenario))
        assert list(statements(play, a_rubric(), shared=shared)) == list(alone)


def test_a_raw_score_outside_its_bounds_never_leaves():
    with pytest.raises(ValidationError):
        StatementScore(scaled=1.0, raw=120.0, min=0.0, max=100.0)


def test_of_a_play_from_an_earlier_turn_on_only_what_is_new_is_told_with_where_it_came_from():
    first = a_play()
    branch = played_on(a_play("name-it", "change-subject", session="b" * 32), first, 2)
    assert verbs(branch)[:3] == ["initialized", "answered", "progressed"]
    assert [extension(row, "turn") for row in told(branch) if "progress" in row["verb"]["id"]] == [2]
    for row in told(branch):
        about = row["context"]["extensions"]
        assert about[EXTENSION + "branched-from"] == str(UUID(first.session))
        assert about[EXTENSION + "branched-at"] == 2
    assert not any("branched" in key for row in told(first) for key in row["context"]["extensions"])


def test_time_in_a_play_from_an_earlier_turn_on_begins_where_it_goes_its_own_way():
    branch = played_on(a_play("name-it", "change-subject"), a_play(), 2)
    begun = branch.journal.begun
    late = replace(begun, at=begun.at + timedelta(seconds=6))
    branch = replace(branch, journal=replace(branch.journal, begun=late, events=(late, *branch.journal.events[1:])))
    assert one(branch, "completed")["result"]["duration"] == "PT6.00S"


def test_a_lid_that_was_closed_overnight_is_no_time_played():
    events = list(a_play().journal.events)
    before = played_ms(events)
    late = [replace(event, at=event.at + timedelta(hours=11)) for event in events[2:]]
    assert played_ms([*events[:2], *late]) <= before + 15 * 60 * 1000
