"""Counts, lengths and covers of plays, against the list of all plays written out by the slow rules."""

from __future__ import annotations

from itertools import combinations, islice

import pytest
from hypothesis import assume, given, settings

from game.scenario.model import Scenario
from game.story.engine import Story
from game.story.play_counts import Lengths, cover, lengths, number_of_plays
from game.story.plays import all_plays
from game.testing import a_story
from tests.story import by_hand
from tests.story.drawn import scenarios
from tests.support.library import LIBRARY, on_the_bench

SETTINGS = settings(max_examples=200)
MOST = 400


def _all(scenario: Scenario) -> list[tuple[str, ...]]:
    found = list(islice(by_hand.plays(scenario), MOST + 1))
    assume(len(found) <= MOST)
    return [tuple(turn.option.id for turn in play) for play in found]


@SETTINGS
@given(scenarios())
def test_the_number_and_the_lengths_are_those_of_the_list_of_all_plays(scenario: Scenario) -> None:
    plays = _all(scenario)
    graph = all_plays(Story(scenario))
    assert number_of_plays(graph) == len(plays)
    assert lengths(graph) == Lengths(min(map(len, plays)), max(map(len, plays)))


@SETTINGS
@given(scenarios(most=4))
def test_a_cover_holds_real_plays_that_choose_every_option_and_its_bound_is_true(scenario: Scenario) -> None:
    plays = _all(scenario)
    found = cover(all_plays(Story(scenario)))
    assert {tuple(play) for play in found.plays} <= set(plays)
    options = {option for play in plays for option in play}
    assert {option for play in found.plays for option in play} == options
    assert found.fewest <= len(found.plays)
    assume(len(plays) <= 40)
    fewer = range(found.fewest)
    assert not any(set().union(*some) == options for n in fewer if n for some in combinations(plays, n) if n <= 3)


def test_a_story_of_two_decisions_needs_as_many_plays_as_its_widest_node() -> None:
    graph = all_plays(a_story())
    assert number_of_plays(graph) == 4
    assert lengths(graph) == Lengths(2, 2)
    found = cover(graph)
    assert sorted(found.plays) == [["laugh-it-off", "own-it"], ["name-it", "change-subject"], ["name-it", "say-how"]]
    assert found.proven


@pytest.mark.parametrize("name", sorted(LIBRARY))
def test_every_option_of_a_library_scenario_is_covered_by_few_plays(name: str) -> None:
    bench = on_the_bench(name)
    found = cover(bench.exact.plays)
    options = set(bench.options())
    assert {option for play in found.plays for option in play} == options
    assert found.fewest <= len(found.plays) <= 1.5 * found.fewest
