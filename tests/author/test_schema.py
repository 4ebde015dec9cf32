"""The schema of scenario files: it takes what the game takes, refuses what is misshapen, and is never stale."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from game import locations
from game.author.schema import FILE, HEADER, as_json, scenario_schema
from game.scenario.source import read_file
from game.testing import a_rubric

CASES = Path(__file__).parents[1] / "diagnostics"
SHAPE = [
    "bad-condition", "bad-id", "bad-line", "lock-reason", "missing-key", "one-way-on", "say-or-do", "too-long",
    "unknown-key", "unknown-move", "wrong-kind", "wrong-number", "wrong-value",
]  # fmt: skip
WHOLE = """
format: 1
title: 1984
summary: no
briefing: 12:30
question: true
cast: {no: {name: No, pronouns: she/her, relation: friend}}
client: no
client_state: {trust: 1, ease: "2", voice: 03}
start: 7
nodes:
  7:
    place: cafe
    frame: social
    lines: [1.10, {when: {ease: ">= 3"}, dana (bright): 5}]
    options:
      - {id: a, say: yes, once: true, moves: sets_frame, client: {ease: +1, trust: -2}, instead: null, goto: end}
  end: {place: cafe, frame: social, ending: {kind: good, title: End, text: It ends.}}
"""


@cache
def schema() -> dict[str, Any]:
    return scenario_schema(a_rubric())


def refusals(data: object) -> list[str]:
    return [error.message for error in Draft202012Validator(schema()).iter_errors(data)]


def with_text_keys(data: Any) -> Any:
    """As an editor sees it: keys are always text."""
    if isinstance(data, dict):
        return {str(key).lower(): with_text_keys(value) for key, value in data.items()}
    return [with_text_keys(item) for item in data] if isinstance(data, list) else data


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


def test_the_schema_in_the_library_is_what_the_command_makes() -> None:
    kept = (locations.SCENARIOS / FILE).read_text(encoding="utf-8")
    assert kept == as_json(schema()), "stale: python main.py schema > scenarios/scenario.schema.json"


@pytest.mark.parametrize("path", locations.scenario_files().values(), ids=lambda p: p.stem)
def test_every_scenario_of_the_library_fits_and_says_so_to_editors(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.splitlines()[0] == HEADER
    assert refusals(read_file(path).data) == [], "with every scalar as text"
    assert refusals(with_text_keys(yaml.safe_load(text))) == [], "with YAML's own numbers and truth values"


def test_words_that_yaml_takes_for_numbers_and_truth_values_are_text() -> None:
    assert refusals(with_text_keys(yaml.safe_load(WHOLE))) == []


@pytest.mark.parametrize("code", SHAPE)
def test_what_is_misshapen_is_refused(code: str) -> None:
    data = yaml.safe_load((CASES / f"{code}.yaml").read_text(encoding="utf-8"))
    assert refusals(data) != []


@pytest.mark.parametrize(
    "line",
    ["dana (brigth): Hello.", "{dana: Hello, jo: Hi}", "{when: {has: [a]}}", "{dana: [a]}", "{when: {}, dana: Hello}"],
)
def test_a_line_that_cannot_be_read_is_refused(line: str) -> None:
    whole = yaml.safe_load(WHOLE)
    whole["nodes"][7]["lines"] = [yaml.safe_load(line)]
    assert refusals(with_text_keys(whole)) != []


def test_every_key_says_what_it_is_for() -> None:
    silent = [
        f"{name}.{key}"
        for name, shape in {"Scenario": schema(), **schema()["$defs"]}.items()
        for key, value in shape.get("properties", {}).items()
        if not value.get("description")
    ]
    assert silent == []


def test_every_move_says_what_it_means_and_what_it_is_worth() -> None:
    move = schema()["$defs"]["Move"]
    assert move["enum"] == list(a_rubric().moves)
    note = move["markdownEnumDescriptions"][move["enum"].index("takes_over")]
    assert note.startswith("**takes_over**: decides for them. Client's power honoured −2. ")
    assert "Leans to paternalism." in note


def test_the_schema_as_text_is_json_in_one_spelling() -> None:
    assert json.loads(as_json(schema())) == schema()
