"""Scorecards: moment and path by hand, poles, gates, ruptures, and what a card must never do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from game.errors import OptionUnavailable
from game.rubric.model import COMPONENTS
from game.rubric.score import Scorecard, score
from game.rubric.scoring_model import ScoringModel
from game.scenario.model import Person, RuptureKind, Scenario
from game.story.engine import open_options
from game.testing import a_rubric, a_scenario, an_exact
from tests.story import by_hand
from tests.story.drawn import scenarios

THREE = """
nodes:
  first:
    place: phone
    frame: workplace
    lines:
      - dana (thinks): I hope this is all right.
    options:
      - {id: frame, say: "How it works.", moves: [sets_frame]}
      - {id: leak, say: "Gossip.", moves: [skips_frame]}
      - {id: wall, say: "Policy.", moves: [hides_behind_policy]}
  second:
    place: cafe
    frame: workplace
    lines:
      - dana: So?
      - dana (thinks): Say it.
    options:
      - {id: name, say: "Both hats.", moves: [names_dual_role], reply: [dana: Oh., dana (thinks): At last.]}
      - {id: wave, say: "Silly.", moves: [brushes_off_awkwardness]}
  third:
    place: cafe
    frame: workplace
    options:
      - {id: plan, say: "One plan.", moves: [recommends_with_reason]}
      - {id: menu, say: "A list.", moves: [menu_dump]}
      - {id: boss, say: "My way.", moves: [takes_over]}
      - {id: out, say: "Priya comes too.", moves: [discloses_client]}
  over:
    place: cafe
    frame: workplace
    lines:
      - dana (thinks): I will come back.
    ending: {kind: good, title: Over, text: It is over.}
"""


def _linked(text: str) -> str:
    """The text with each node's options leading to the next node."""
    rows, order = text.split("\n"), ["first", "second", "third", "over"]
    here = ""
    for number, row in enumerate(rows):
        here = row.strip(" :") if row.startswith("  ") and not row.startswith("   ") else here
        if "{id: " in row:
            rows[number] = row[: row.rindex("}")] + f", goto: {order[order.index(here) + 1]}" + "}"
    return "\n".join(rows)


def _card(*chosen: str) -> Scorecard:
    return score(an_exact(_linked(THREE)), chosen)


def test_moment_is_the_share_of_what_could_be_gained_at_the_decisions_met() -> None:
    card = _card("wall", "name", "menu")
    # role: policy 0 of -2…2, name +1 of 0…1, menu 0 of -2…0 (a client outed): (2 + 1 + 2) of (4 + 1 + 2)
    assert card.components["role_held"].moment == 71.4
    # relationship: policy -2 of -2…0, name 2 of -2…2, menu 0 of -1…0: (0 + 4 + 1) of (2 + 4 + 1)
    assert card.components["relationship_acknowledged"].moment == 71.4


def test_path_is_where_the_mean_lies_between_the_lowest_and_highest_of_any_play() -> None:
    card = _card("wall", "name", "menu")
    # role: mean (0 + 1 + 0)/3, from (-2 + 0 - 2)/3 to (2 + 1 + 0)/3: 5 of 7
    assert card.components["role_held"].path == 71.4
    # client: policy -1, menu -1; at stake in first (-1…0) and third (-2…1): from -3/2 to 1/2
    assert card.components["client_power"].path == 25.0
    # responsibility: at stake in third alone, -2…2, and menu -2
    assert card.components["clinical_responsibility"].path == 0


def test_the_lowest_and_the_highest_play_score_nought_and_a_hundred() -> None:
    assert _card("leak", "wave", "out").components["role_held"].path == 0
    assert _card("frame", "name", "plan").components["role_held"].path == 100


def test_an_axis_is_the_geometric_mean_and_not_the_average() -> None:
    low = _card("frame", "name", "boss")
    client, clinical = low.components["client_power"].path, low.components["clinical_responsibility"].path
    assert (client, clinical) == (25.0, 50.0)  # the average would be 37.5
    assert low.axes["shared_power"].path == 35.4  # √(25 × 50) = 35.36


def test_an_axis_with_one_component_at_the_bottom_is_at_the_bottom() -> None:
    assert _card("wall", "name", "out").components["client_power"].path == 0
    assert _card("wall", "name", "out").components["clinical_responsibility"].path == 50
    assert _card("wall", "name", "out").axes["shared_power"].path == 0


@pytest.mark.parametrize(
    ("chosen", "name"),
    [
        (("frame", "name", "plan"), "distinct and warm"),
        (("frame", "wave", "plan"), "leans to walled-off"),
        (("leak", "name", "plan"), "leans to blurred"),
        (("leak", "wave", "out"), "leans to blurred"),
    ],
)
def test_a_card_names_its_axes_by_what_was_chosen(chosen: tuple[str, ...], name: str) -> None:
    assert _card(*chosen).axes["distinct_roles"].name == name


def test_a_pole_that_was_not_chosen_gives_no_name_however_low_the_score() -> None:
    card = _card("wall", "name", "out")
    assert card.components["client_power"].path == 0
    assert card.axes["shared_power"].name == "no clear lean"


def test_poles_count_where_they_were_chosen_and_where_they_were_on_offer() -> None:
    poles = _card("leak", "name", "boss").poles
    assert (poles["blurred"].chosen, poles["blurred"].offered) == (1, 2)
    assert (poles["walled_off"].chosen, poles["walled_off"].offered) == (0, 2)
    assert (poles["paternalism"].chosen, poles["paternalism"].offered) == (1, 1)
    assert (poles["abdication"].chosen, poles["abdication"].offered) == (0, 1)


def test_a_hard_limit_is_reported_apart_with_its_turn() -> None:
    (gate,) = _card("frame", "name", "out").gates
    assert (gate.turn, gate.node, gate.option, gate.move) == (3, "third", "out", "discloses_client")
    assert gate.what == "telling someone who your clients are"
    assert _card("frame", "name", "plan").gates == ()


def test_an_unfinished_play_has_moments_but_no_path() -> None:
    card = _card("frame", "name")
    assert not card.complete
    assert card.ending is None
    assert card.components["role_held"].moment == 100
    assert [reading.path for reading in (*card.components.values(), *card.axes.values())] == [None] * 6
    assert [axis.name for axis in card.axes.values()] == [None, None]


def test_a_play_without_choices_has_no_moments_either() -> None:
    card = _card()
    assert [reading.moment for reading in (*card.components.values(), *card.axes.values())] == [None] * 6
    assert card.components["role_held"].chance is not None


def test_a_component_never_at_stake_has_no_score_and_neither_has_its_axis() -> None:
    card = score(an_exact(), ["name-it", "say-how"])
    assert card.complete
    assert card.components["client_power"].moment is None
    assert card.components["client_power"].path is None
    assert card.components["client_power"].chance is None
    assert card.axes["shared_power"].path is None
    assert card.axes["shared_power"].name is None
    assert card.components["role_held"].path is not None


def test_a_locked_option_does_not_count_as_on_offer() -> None:
    # after laughing it off `say-how` is locked and `own-it` offered; the frame's clinical point is out of reach
    (_, second) = score(an_exact(), ["laugh-it-off", "own-it"]).choices
    assert second.at_stake == (True, True, False, False)
    assert second.high == (2, 2, 0, 0)


def test_a_card_names_its_ending() -> None:
    ending = score(an_exact(), ["name-it", "say-how"]).ending
    assert ending is not None
    assert (ending.id, ending.kind, ending.title) == ("clear", "best", "Clear and close")


def test_a_rupture_has_the_turn_it_opened_in_and_the_turn_of_its_repair() -> None:
    (rupture,) = score(an_exact(), ["laugh-it-off", "own-it"]).ruptures
    assert (rupture.id, rupture.kind, rupture.opened, rupture.repaired) == (
        "brushed-off",
        RuptureKind.WITHDRAWAL,
        1,
        2,
    )
    assert rupture.what == "You laughed her question away."


def test_a_rupture_that_nobody_repaired_says_so() -> None:
    (rupture,) = score(an_exact(), ["laugh-it-off", "change-subject"]).ruptures
    assert rupture.repaired is None
    assert score(an_exact(), ["name-it", "say-how"]).ruptures == ()


def test_a_rupture_that_is_opened_again_keeps_its_first_turn() -> None:
    exact = an_exact(
        """
        nodes:
          first:
            place: phone
            frame: social
            options:
              - {id: tell, say: "Priya comes too.", opens: gossip, goto: second}
          second:
            place: phone
            frame: social
            options:
              - {id: tell-more, say: "And Henrik.", opens: gossip, goto: over}
          over: {place: phone, frame: social, ending: {kind: poor, title: Over, text: It is over.}}
        """
    )
    (rupture,) = score(exact, ["tell", "tell-more"]).ruptures
    assert (rupture.opened, rupture.repaired) == (1, None)


def test_a_repair_of_what_never_broke_is_no_repair() -> None:
    exact = an_exact(
        """
        nodes:
          first:
            place: phone
            frame: social
            options:
              - {id: sorry, say: "Sorry.", repairs: gossip, goto: second}
          second:
            place: phone
            frame: social
            options:
              - {id: tell, say: "Priya comes too.", opens: gossip, goto: over}
          over: {place: phone, frame: social, ending: {kind: poor, title: Over, text: It is over.}}
        """
    )
    (rupture,) = score(exact, ["sorry", "tell"]).ruptures
    assert (rupture.opened, rupture.repaired) == (2, None)


def test_a_repair_after_a_rupture_never_beats_the_same_play_without_it() -> None:
    repaired, steady = (score(an_exact(), ids) for ids in (["laugh-it-off", "own-it"], ["name-it", "say-how"]))
    unrepaired = score(an_exact(), ["laugh-it-off", "change-subject"])
    relationship = [c.components["relationship_acknowledged"].path for c in (unrepaired, repaired, steady)]
    assert relationship == [0.0, 25.0, 75.0]
    assert (repaired.components["role_held"].path, steady.components["role_held"].path) == (0.0, 100.0)


def test_each_thought_stands_on_the_card_once_and_the_last_one_too() -> None:
    choices = _card("frame", "name", "plan").choices
    assert [[thought.words for thought in choice.thinks] for choice in choices] == [
        ["I hope this is all right."],
        ["Say it.", "At last."],
        ["I will come back."],
    ]
    assert {thought.who for choice in choices for thought in choice.thinks} == {"Dana"}


def test_the_record_of_a_choice_tells_what_was_heard_before_it_without_thoughts() -> None:
    third = _card("frame", "name", "plan").choices[2]
    assert [line.text for line in third.heard] == ["Oh."]
    assert (third.turn, third.node, third.place, third.say) == (3, "third", "cafe", "One plan.")
    assert third.vector == (0, 0, 1, 2)
    assert (third.low, third.high) == ((-2, -1, -2, -2), (0, 0, 1, 2))


def test_the_client_state_stands_on_the_card_as_it_was_after_the_choice() -> None:
    first, second = score(an_exact(), ["laugh-it-off", "own-it"]).choices
    assert (first.state.trust, first.state.ease, first.state.voice) == (5, 1, 5)
    assert (second.state.trust, second.state.ease, second.state.voice) == (7, 1, 5)


@pytest.mark.parametrize("ids", [["nonsense"], ["say-how"], ["name-it", "own-it"], ["name-it", "say-how", "name-it"]])
def test_choices_that_cannot_have_been_made_have_no_card(ids: list[str]) -> None:
    with pytest.raises(OptionUnavailable):
        score(an_exact(), ids)


SETTINGS = settings(max_examples=25)


@SETTINGS
@given(scenarios(), st.data())
def test_the_same_choices_always_give_the_same_card(scenario: Scenario, data: st.DataObject) -> None:
    ids = _some_play(scenario, data)
    assert score(ScoringModel(scenario, a_rubric()), ids) == score(ScoringModel(scenario, a_rubric()), ids)


@SETTINGS
@given(scenarios(), st.data(), st.sampled_from(["they/them", "he/him", "xe/xem"]))
def test_another_name_and_other_pronouns_change_no_score(scenario: Scenario, data: st.DataObject, other: str) -> None:
    ids = _some_play(scenario, data)
    renamed = replace(scenario, cast={"dana": Person("Somebody Else", other, "stranger")})
    assert score(ScoringModel(scenario, a_rubric()), ids) == score(ScoringModel(renamed, a_rubric()), ids)


@SETTINGS
@given(scenarios(), st.data())
def test_every_figure_lies_between_nought_and_a_hundred(scenario: Scenario, data: st.DataObject) -> None:
    card = score(ScoringModel(scenario, a_rubric()), _some_play(scenario, data))
    for reading in (*card.components.values(), *card.axes.values()):
        assert all(0 <= value <= 100 for value in (reading.moment, reading.path, reading.chance) if value is not None)
    for axis, (one, two) in by_hand.PAIRS.items():
        both = [card.components[COMPONENTS[i]].path for i in (one, two)]
        path = card.axes[axis].path
        assert (path is None) == (None in both)
        if path is not None and both[0] is not None and both[1] is not None:
            assert min(both) - 0.1 <= path <= (both[0] + both[1]) / 2 + 0.1


def _some_play(scenario: Scenario, data: st.DataObject) -> list[str]:
    """The option ids of one complete play, picked by Hypothesis."""
    ids, stand = [], by_hand.first(scenario)
    while options := by_hand.open_at(scenario, stand):
        option = data.draw(st.sampled_from(options))
        ids.append(option.id)
        stand = by_hand.after(scenario, stand, option)
    assume(ids)
    return ids


def test_swapping_two_members_of_the_cast_changes_no_score() -> None:
    scenario = a_scenario(_linked(THREE))
    dana, henrik = scenario.cast["dana"], scenario.cast["henrik"]
    swapped = replace(scenario, cast={"dana": henrik, "henrik": dana})
    for ids in (["frame", "name", "plan"], ["leak", "wave", "out"]):
        cards = [score(ScoringModel(told, a_rubric()), ids) for told in (scenario, swapped)]
        assert _nameless(cards[0]) == _nameless(cards[1])
        assert {thought.who for choice in cards[1].choices for thought in choice.thinks} == {"Henrik"}


def _nameless(card: Scorecard) -> Scorecard:
    """The card without the names of those who thought something."""
    choices = [replace(c, thinks=tuple(replace(one, who="") for one in c.thinks)) for c in card.choices]
    return replace(card, choices=tuple(choices))


def test_the_options_behind_a_card_are_those_of_the_engine() -> None:
    exact = an_exact()
    chosen = score(exact, ["name-it", "change-subject"]).choices
    assert [c.option for c in chosen] == ["name-it", "change-subject"]
    assert [o.id for o in open_options(exact.story, exact.plays.positions[0])] == ["name-it", "laugh-it-off"]
