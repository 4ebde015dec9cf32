"""What holds for every scenario, tried on drawn ones against the rules written a second time."""

from __future__ import annotations

from hypothesis import assume, given, settings

from game.scenario.model import Scenario
from game.story import engine
from game.story.engine import Story
from game.story.plays import all_plays
from game.story.position import Position
from tests.story import by_hand
from tests.story.drawn import scenarios

SETTINGS = settings(max_examples=50)


def _settle(story: Story, position: Position) -> Position:
    while engine.jumps(story, position):
        position = engine.advance(story, position)
    return position


def _sequences(story: Story, position: Position, most: int) -> list[tuple[str, ...]]:
    """The option ids of every play, step by step through the engine."""
    found: list[tuple[str, ...]] = []
    waiting = [(_settle(story, position), ())]
    while waiting and len(found) <= most:
        here, so_far = waiting.pop()
        options = engine.open_options(story, here)
        found += [] if options else [so_far]
        waiting += [(_settle(story, engine.choose(story, here, o.id)), (*so_far, o.id)) for o in options]
    return found


MOST = 400


@SETTINGS
@given(scenarios())
def test_the_engine_plays_by_the_rules_written_a_second_time(scenario: Scenario) -> None:
    story = Story(scenario)
    waiting = [(_settle(story, engine.start(story)), by_hand.first(scenario))]
    for _ in range(MOST):
        if not waiting:
            break
        position, stand = waiting.pop()
        assert position.node == stand.node
        assert (position.trust, position.ease, position.voice) == stand.state
        assert {f for f in story.facts_at(position) if not f.startswith("chosen ")} == stand.facts
        options = by_hand.open_at(scenario, stand)
        assert engine.open_options(story, position) == options
        for option in options:
            after = _settle(story, engine.choose(story, position, option.id))
            waiting.append((after, by_hand.after(scenario, stand, option)))


@SETTINGS
@given(scenarios())
def test_the_merged_graph_has_the_same_option_sequences_as_the_engine(scenario: Scenario) -> None:
    story = Story(scenario)
    slow = _sequences(story, engine.start(story), MOST)
    assume(len(slow) <= MOST)
    graph = all_plays(story)
    merged: list[tuple[str, ...]] = []
    waiting: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    while waiting:
        here, so_far = waiting.pop()
        merged += [] if graph.steps[here] else [so_far]
        waiting += [(step.to, (*so_far, step.option.id)) for step in graph.steps[here]]
    assert sorted(merged) == sorted(slow)


@SETTINGS
@given(scenarios())
def test_steps_only_go_forward_in_the_order(scenario: Scenario) -> None:
    graph = all_plays(Story(scenario))
    place = {index: at for at, index in enumerate(graph.order)}
    assert graph.loop is None
    assert sorted(place) == list(range(len(graph.positions)))
    assert all(place[here] < place[step.to] for here, steps in enumerate(graph.steps) for step in steps)


@SETTINGS
@given(scenarios())
def test_the_same_position_always_gives_the_same_view(scenario: Scenario) -> None:
    story, again = Story(scenario), Story(scenario)
    for position in all_plays(story).positions:
        assert engine.view(story, position) == engine.view(again, Position(*position))
        assert hash(position) == hash(Position(*position))
