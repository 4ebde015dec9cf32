"""A line is said to be never shown exactly where no play of the list of all plays shows it."""

from __future__ import annotations

from itertools import islice

from hypothesis import assume, given, settings

from game.scenario.model import Line, Scenario
from game.story import lines
from game.story.engine import Story
from game.story.reach import Reach
from tests.story import by_hand
from tests.story.drawn import scenarios

SETTINGS = settings(max_examples=100)
MOST = 300


@SETTINGS
@given(scenarios())
def test_what_is_proven_of_a_line_is_what_the_list_of_all_plays_says(scenario: Scenario) -> None:
    plays = list(islice(by_hand.plays(scenario), MOST + 1))
    assume(len(plays) <= MOST)
    stands = {by_hand.first(scenario)} | {turn.to for play in plays for turn in play}
    answers = {(turn.option.id, turn.to) for play in plays for turn in play}
    reach, exact = Reach(Story(scenario)), Reach(Story(scenario), lines=True)
    sought = {s: line for s, line in lines._conditional(reach).items() if s.after or not scenario.nodes[s.node].goto}
    unseen = lines._unseen(reach.story, sought)
    for spot, line in sought.items():
        at = [s for s in stands if s.node == spot.node] if spot.after is None else _after(answers, spot.after)
        shown = any(by_hand.met(line.when, stand) for stand in at)
        assert lines._ever(reach, spot, line) == shown
        assert line.when is not None
        assert exact.ever(line.when, spot.node, spot.after) == shown
        assert shown or spot in unseen


def _after(answers: set[tuple[str, by_hand.Stand]], option: str) -> list[by_hand.Stand]:
    return [stand for id_, stand in answers if id_ == option]


def test_equal_lines_at_two_places_are_two() -> None:
    one, other = Line("dana", "Hm."), Line("dana", "Hm.")
    spots = {
        id(one): lines.LinePlace(("nodes", "a", "lines", 0), "a"),
        id(other): lines.LinePlace(("nodes", "b", "lines", 0), "b"),
    }
    lines._strike(spots, (one,))
    assert [spot.node for spot in spots.values()] == ["b"]
