"""A small part of `python -m benchmarks.walk`: Python and the built player, in Node, tell the same of a play."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.walk.drawn import richer
from benchmarks.walk.mutations import ROOT, SOURCES, every_mutation
from benchmarks.walk.names import names_differ
from benchmarks.walk.settings import rubric_differs, shelves, told_in
from benchmarks.walk.twin import NODE, Twin, as_json
from benchmarks.walk.walks import Found, page_beside, walk_drawn, walk_minutes, walk_scenarios
from game.play.players import tidy
from game.scenario.model import Scenario

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(NODE is None, reason="Node.js is not installed, so the player cannot be asked"),
]
SMALLEST = ("three-drinks-down", "what-came-up", "whatever-you-think")


@pytest.fixture(scope="module")
def twin() -> Iterator[Twin]:
    with Twin() as made:
        yield made


@pytest.fixture(scope="module")
def page() -> Mapping[str, Any]:
    return page_beside()


@pytest.mark.parametrize("scenario", SMALLEST)
def test_every_position_and_every_step_of_a_scenario_is_told_alike(twin: Twin, scenario: str):
    found = walk_scenarios(twin, [scenario], plays=8)
    assert found.differences == []
    assert found.positions > 500
    assert found.steps > 5 * found.positions / 2
    assert found.plays == 8


def test_plays_in_another_language_are_told_alike(twin: Twin):
    found = walk_scenarios(twin, ["saturday-friend"], plays=8, positions=False)
    assert found.differences == []
    assert found.languages == ["en", "es"]
    assert found.plays == 16


def test_the_minutes_that_teach_are_told_alike(twin: Twin):
    found = walk_minutes(twin, plays=4)
    assert found.differences == []
    assert found.languages == ["en", "es"]


def test_the_rubrics_words_are_told_alike(twin: Twin):
    walk_scenarios(twin, ["fine-fine"], plays=0, positions=False)
    for language in ("en", "es"):
        with told_in(language):
            assert rubric_differs(twin, shelves(language).rubric, language) is None


@given(scenario=richer(), seed=st.integers(0, 10_000))
@settings(max_examples=30)
def test_a_scenario_that_was_made_up_is_told_alike(twin: Twin, page: Mapping[str, Any], scenario: Scenario, seed: int):
    found = Found()
    walk_drawn(twin, page, scenario, (seed,), found)
    assert found.differences == []


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cn")), max_size=70), min_size=20))
@settings(max_examples=20)
def test_a_players_name_is_cleaned_alike(twin: Twin, names: list[str]):
    twin.ask(do="tidy", names=names)
    assert twin.difference(as_json([tidy(name) for name in names]), do="tidy", names=names) is None


def test_a_difference_is_found_and_shown(twin: Twin):
    walk_scenarios(twin, ["fine-fine"], plays=0, positions=False)
    request = {"do": "texts", "scenario": "fine-fine", "language": "en", "seed": "0"}
    twin.ask(**request)
    found = twin.difference("[]", **request)
    assert found is not None
    assert "fine-fine" in found.asked
    assert (found.python, found.player[:12]) == ("'[]'", '\'[["title","')


def test_every_mistake_that_the_walk_plants_still_has_its_place() -> None:
    for one in every_mutation():
        text = ((ROOT if one.side == "Python" else SOURCES) / one.file).read_text("utf-8")
        assert text.count(one.before) == 1, f"{one.file}: {one.what}"


def test_what_a_play_is_called_is_told_alike_for_all_that_decides_it(twin: Twin):
    walk_scenarios(twin, ["fine-fine"], plays=0, positions=False)
    rubric = shelves("en").rubric
    twin.ask(do="texts", scenario="fine-fine", language="en", seed="0")
    twin.answer()
    assert names_differ(twin, rubric) is None
    another = replace(rubric, naming=replace(rubric.naming, lean_times=rubric.naming.lean_times + 0.01))
    assert names_differ(twin, another) is not None
