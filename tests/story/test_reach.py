"""What can be reached is proven with the shortest way there; what cannot, with the reason."""

from __future__ import annotations

from itertools import islice

from hypothesis import assume, given, settings

from game.scenario.model import Scenario
from game.story.engine import Story, advance, choose, jumps, start
from game.story.reach import Reach, Verdict
from game.testing import a_story
from tests.story import by_hand
from tests.story.drawn import scenarios

SETTINGS = settings(max_examples=200)
MOST = 400


@SETTINGS
@given(scenarios())
def test_what_is_reached_and_how_soon_is_what_the_list_of_all_plays_says(scenario: Scenario) -> None:
    plays = list(islice(by_hand.plays(scenario), MOST + 1))
    assume(len(plays) <= MOST)
    soonest: dict[str, int] = {}
    for play in plays:
        for turn, choice in enumerate(play, 1):
            soonest[choice.option.id] = min(turn, soonest.get(choice.option.id, turn))
    for option, finding in Reach(Story(scenario)).options.items():
        assert (finding.verdict is Verdict.REACHABLE) == (option in soonest)
        assert len(finding.way) == soonest.get(option, 0)
        assert (finding.why == "") == (option in soonest)


@SETTINGS
@given(scenarios())
def test_every_way_leads_to_its_node(scenario: Scenario) -> None:
    story = Story(scenario)
    for name, finding in Reach(story).nodes.items():
        if finding.verdict is Verdict.REACHABLE:
            assert name in _passed(story, finding.way)


def _passed(story: Story, way: tuple[str, ...]) -> list[str]:
    position = start(story)
    names = [position.node]
    for option in (*way, None):
        while jumps(story, position):
            position = advance(story, position)
            names.append(position.node)
        if option is not None:
            position = choose(story, position, option)
            names.append(position.node)
    return names


CLOSED = """
nodes:
  first:
    place: cafe
    frame: social
    options:
      - {id: plain, say: "Plain.", sets: told, goto: second}
      - {id: eager, say: "Eager.", when: {trust: ">= 9"}, goto: second}
      - {id: needy, say: "Needy.", needs: {has: [told]}, locked: "Not yet.", goto: nowhere}
  second:
    place: cafe
    frame: social
    options:
      - {id: split, say: "Split.", goto: [{when: {not: [told]}, to: aside}, {to: over}]}
      - {id: both, say: "Both.", when: {has: [told]}, needs: {not: [told]}, locked: "No.", goto: over}
      - {id: at-odds, say: "At odds.", when: {has: [told], not: [told]}, goto: over}
  aside: {place: cafe, frame: social, options: [{id: lost, say: "Lost.", goto: over}]}
  nowhere: {place: cafe, frame: social, goto: over}
  alone: {place: cafe, frame: social, goto: over}
  over: {place: cafe, frame: social, ending: {kind: good, title: Over, text: It is over.}}
"""


def test_an_option_that_no_play_can_choose_says_which_condition_and_why() -> None:
    options = Reach(a_story(CLOSED)).options
    assert options["plain"].way == ("plain",)
    assert options["split"].way == ("plain", "split")
    assert {name: f.why for name, f in options.items() if f.verdict is Verdict.IMPOSSIBLE} == {
        "eager": "Its `when` asks for trust at least 9, and here it is 5.",
        "needy": "Its `needs` asks for `told`, which never has happened here: no way from `plain` leads here.",
        "both": "Its `needs` asks that not `told`, which always has happened.",
        "at-odds": "Its `when` asks that not `told`, which always has happened.",
        "lost": ("No play comes to `aside`: the branch of `split` asks that not `told`, which always has happened."),
    }


def test_a_node_that_no_play_comes_to_says_why() -> None:
    nodes = Reach(a_story(CLOSED)).nodes
    assert nodes["first"].way == ()
    assert nodes["over"].way == ("plain", "split")
    assert nodes["nowhere"].why == "it is led to by `needy`, which no play can choose."
    assert nodes["alone"].why == "nothing leads to it."


def test_beyond_the_budget_nothing_is_said_to_be_impossible() -> None:
    options = Reach(a_story(CLOSED), most=1).options
    assert options["eager"].verdict is Verdict.OPEN
    assert options["eager"].why == "1 positions were followed, and more can be reached."
