"""Statements against the rules of xAPI 1.0.3, read from the standard and not from our own shapes.

Source: xAPI 1.0.3, part two: 2.1 ids and nulls, 2.4.1–2.4.7, 4.2 language maps, 4.5 timestamps, 4.6 durations.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import pytest

from game.debrief.export.questions import Questions
from game.debrief.export.xapi import statements
from game.debrief.figures.model import ScoredPlay
from game.play.events import Abandoned, Event, Resumed, Worded
from game.testing import a_rubric, an_exact
from tests.debrief.a_class import a_play as a_noisy_play
from tests.debrief.a_class import the_exact
from tests.debrief.small_plays import a_play, with_answer
from tests.support.library import LIBRARY

KEYS = {
    "": {"id", "actor", "verb", "object", "result", "context", "timestamp", "stored", "authority", "version"},
    "actor": {"objectType", "name", "mbox", "mbox_sha1sum", "openid", "account"},
    "verb": {"id", "display"},
    "object": {"objectType", "id", "definition"},
    "definition": {
        *("name", "description", "type", "moreInfo", "interactionType", "correctResponsesPattern"),
        *("choices", "scale", "source", "target", "steps", "extensions"),
    },
    "result": {"score", "success", "completion", "response", "duration", "extensions"},
    "context": {
        *("registration", "instructor", "team", "contextActivities", "revision", "platform", "language"),
        *("statement", "extensions"),
    },
}
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
DURATION = re.compile(r"PT\d+(\.\d+)?S")
INTERACTIONS = {"true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert"}


def broken(row: dict[str, Any]) -> list[str]:
    """What of a statement breaks a rule."""
    found = [f"{part or 'statement'} has {key}" for part, key in _foreign(row)]
    found += ["a null"] * ("null" in json.dumps(_without_extensions(row)).replace('"null"', ""))
    found += ["an id that is no UUID"] * (str(UUID(row["id"])) != row["id"].lower())
    actor = row["actor"]
    found += ["not one identifier"] * (len(actor.keys() & {"mbox", "mbox_sha1sum", "openid", "account"}) != 1)
    found += [f"no IRI: {iri}" for iri in _iris(row) if not urlsplit(iri).scheme or re.search(r"\s", iri)]
    found += [f"no language: {tag}" for tag in _languages(row) if not LANGUAGE.fullmatch(tag)]
    stamp = datetime.fromisoformat(row["timestamp"].replace("Z", "+00:00"))
    found += ["a time without a zone"] * (stamp.tzinfo is None)
    result = row.get("result", {})
    found += ["no duration"] * (not DURATION.fullmatch(result.get("duration", "PT0S")))
    if score := result.get("score"):
        found += ["a score out of bounds"] * (not (-1 <= score["scaled"] <= 1 and score["min"] <= score["raw"]))
    found += _question_breaks(row["object"].get("definition", {}), result.get("response"))
    parents = row["context"]["contextActivities"]
    found += ["an unknown kind of context"] * bool(parents.keys() - {"parent", "grouping", "category", "other"})
    return found


def _question_breaks(asked: dict[str, Any], response: str | None) -> list[str]:
    kind, choices = asked.get("interactionType"), asked.get("choices", [])
    ids = [choice["id"] for choice in choices]
    found = ["an unknown interaction"] * (kind is not None and kind not in INTERACTIONS)
    found += ["choices of no choice"] * (bool(choices) and kind not in ("choice", "sequencing"))
    found += ["ids twice"] * (len(set(ids)) != len(ids))
    found += ["an id with a space or a delimiter"] * any(re.search(r"\s|\[,\]", name) for name in ids)
    found += ["a response that is no choice"] * (kind == "choice" and bool(ids) and response not in (None, *ids))
    return found


def _foreign(row: dict[str, Any]) -> list[tuple[str, str]]:
    parts = {"": row, "definition": row["object"].get("definition", {})}
    parts |= {name: row.get(name, {}) for name in ("actor", "verb", "object", "result", "context")}
    return [(name, key) for name, part in parts.items() for key in part.keys() - KEYS[name]]


def _without_extensions(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_extensions(part) for key, part in value.items() if key != "extensions"}
    return [_without_extensions(part) for part in value] if isinstance(value, list) else value


def _iris(row: dict[str, Any]) -> list[str]:
    kept = [row["verb"]["id"], row["object"]["id"], row["actor"]["account"]["homePage"]]
    kept += [*row.get("result", {}).get("extensions", {}), *row["context"].get("extensions", {})]
    definition = row["object"].get("definition", {})
    return [*kept, *([definition["type"]] if "type" in definition else [])]


def _languages(row: dict[str, Any]) -> list[str]:
    definition = row["object"].get("definition", {})
    maps = [row["verb"]["display"], definition.get("name", {}), definition.get("description", {})]
    maps += [choice.get("description", {}) for choice in definition.get("choices", [])]
    return [tag for held in maps for tag in held]


@cache
def questions(scenario: str) -> Questions:
    return Questions(the_exact(scenario).story.scenario)


def told(play: ScoredPlay, asked: Questions | None = None, *, answers: bool = True) -> list[dict[str, Any]]:
    found = statements(play, a_rubric(), asked, answers=answers)
    return [json.loads(statement) for statement in found]


def with_events(play: ScoredPlay, *events: Event) -> ScoredPlay:
    numbered = tuple(replace(event, n=n) for n, event in enumerate(events))
    return replace(play, journal=replace(play.journal, events=numbered))


def verbs(play: ScoredPlay) -> list[str]:
    return [row["verb"]["display"]["en"] for row in told(play)]


@pytest.mark.parametrize("scenario", LIBRARY)
def test_no_statement_of_the_library_breaks_a_rule(scenario: str):
    for seed in range(3):
        play = a_noisy_play(the_exact(scenario), seed, ("I would say so.", "The fee.", "Slowly."))
        for row in told(play, questions(scenario)):
            assert broken(row) == []


def test_the_rules_find_what_breaks_them():
    row = told(a_play(), Questions(an_exact().story.scenario))[1]
    assert broken(row) == []
    row["object"]["definition"]["choices"].append(row["object"]["definition"]["choices"][0])
    row["result"]["response"] = "elsewhere"
    row["verb"]["id"] = "answered"
    row["actor"]["mbox"] = "mailto:kim@example.org"
    row["context"]["grade"] = None
    assert len(broken(row)) == 6


def test_a_question_has_its_words_and_every_option():
    asked = told(a_play(), Questions(an_exact().story.scenario))[1]["object"]["definition"]
    assert asked["interactionType"] == "choice"
    assert asked["choices"][0]["id"] == "name-it"
    assert all(choice["description"]["en"] for choice in asked["choices"])
    assert asked["description"]["en"]


def test_a_question_says_the_same_whoever_was_asked():
    first, other = (told(play, questions("saturday-friend")) for play in two_plays())
    asked: dict[str, Any] = {}
    for row in (*first, *other):
        assert asked.setdefault(row["object"]["id"], row["object"]) == row["object"]


def two_plays() -> list[ScoredPlay]:
    return [a_noisy_play(the_exact(), seed) for seed in (1, 2)]


def test_what_was_typed_leaves_only_when_it_is_asked_for():
    play = with_answer(a_play(), "Which line?", "The first.")
    begun, *rest = play.journal.events
    play = with_events(play, begun, Worded(0, begun.at, "the-text", "I would ask."), *rest)
    typed = [row for row in told(play) if row["object"]["definition"].get("interactionType") == "long-fill-in"]
    assert [row["result"]["response"] for row in typed] == ["I would ask.", "The first."]
    assert "The first." not in json.dumps(told(play, answers=False))


def test_a_play_that_its_player_left_is_suspended_and_one_that_breaks_off_is_terminated():
    play = a_play("name-it")
    begun, first = play.journal.events[:2]
    left = with_events(play, begun, first, Abandoned(0, first.at + timedelta(seconds=9)))
    assert verbs(left)[-1] == "suspended"
    assert verbs(play)[-1] == "terminated"
    assert told(left)[-1]["result"] == {"completion": False, "duration": "PT13.00S"}


def test_a_play_taken_up_again_says_so_and_keeps_what_was_told_of_it_before():
    whole = a_play()
    begun, first, *rest = whole.journal.events
    again = Resumed(0, first.at + timedelta(hours=1))
    broken_off, taken_up = with_events(whole, begun, first), with_events(whole, begun, first, again, *rest)
    assert told(taken_up)[:4] == told(broken_off)
    assert verbs(taken_up)[3:5] == ["terminated", "resumed"]
    assert verbs(taken_up).count("terminated") == 1


def test_a_scenario_that_has_lost_a_decision_asks_it_without_words():
    asked = Questions(an_exact().story.scenario)
    assert asked.decision("gone").choices is None
    assert asked.own_words("gone").description is None
