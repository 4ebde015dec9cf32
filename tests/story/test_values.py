"""The values that occur are those of the list of all plays."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice

from hypothesis import assume, given, settings

from game.scenario.model import Scenario
from game.story.engine import Story
from game.story.plays import every_position
from game.story.values import in_words, values
from game.testing import a_story
from tests.story import by_hand
from tests.story.drawn import scenarios

SETTINGS = settings(max_examples=100)
MOST = 300
PARTS = ("trust", "ease", "voice")


@SETTINGS
@given(scenarios())
def test_the_values_where_something_is_decided_are_those_of_every_play(scenario: Scenario) -> None:
    plays = list(islice(by_hand.plays(scenario), MOST + 1))
    assume(len(plays) <= MOST)
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    for play in plays:
        for stand in (by_hand.first(scenario), *(turn.to for turn in play)):
            for part, value in zip(PARTS, stand.state, strict=True):
                found[part, stand.node].add(value)
    graph = every_position(Story(scenario))
    for name, node in scenario.nodes.items():
        for part in PARTS if not node.goto else ():
            assert values(graph, part, name) == sorted(found[part, name])


STORY = """
nodes:
  first:
    place: cafe
    frame: social
    options:
      - {id: up, say: "Up.", client: {trust: +3}, goto: pass}
      - {id: down, say: "Down.", client: {trust: -3}, goto: pass}
  pass: {place: cafe, frame: social, goto: [{when: {trust: ">= 6"}, to: high}, {to: over}]}
  high:
    place: cafe
    frame: social
    options: [{id: higher, say: "Higher.", client: {trust: +3}, goto: over}]
  over: {place: cafe, frame: social, ending: {kind: good, title: Over, text: It is over.}}
"""


def test_values_are_known_where_a_story_only_passes_and_right_after_an_option() -> None:
    graph = every_position(a_story(STORY))
    assert values(graph, "trust", "first") == [5]
    assert values(graph, "trust", "pass") == [2, 8]
    assert values(graph, "trust", "first", after="up") == [8]
    assert values(graph, "trust", "over") == [2, 10]


def test_values_are_said_as_a_person_says_them() -> None:
    assert [in_words(found) for found in ([5], [2, 3], [2, 3, 4], [2, 4])] == ["5", "2 or 3", "2 to 4", "2 or 4"]
