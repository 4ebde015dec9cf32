"""The choices that weighed most: by hand, against every play there is, and as laws."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import product
from math import sqrt

import pytest
from hypothesis import assume, given, settings

from game.errors import OptionUnavailable
from game.rubric.archetypes import played
from game.rubric.model import COMPONENTS
from game.rubric.score import Scorecard, score
from game.rubric.scoring_model import ScoringModel
from game.rubric.weighed_most import Improvement, weighed_most
from game.scenario.model import Option, Scenario
from game.testing import a_rubric, an_exact
from tests.story.drawn import scenarios

IN_A_ROW = """
nodes:
  first:
    place: phone
    frame: workplace
    options:
      - {id: frame, say: "How it works.", moves: [sets_frame], goto: second}
      - {id: leak, say: "Gossip.", moves: [skips_frame], goto: second}
      - {id: wall, say: "Policy.", moves: [hides_behind_policy], goto: second}
  second:
    place: cafe
    frame: workplace
    options:
      - {id: name, say: "Both hats.", moves: [names_dual_role], goto: third}
      - {id: wave, say: "Silly.", moves: [brushes_off_awkwardness], goto: third}
      - {id: shrug, say: "Hm.", goto: third}
  third:
    place: cafe
    frame: workplace
    options:
      - {id: plan, say: "One plan.", moves: [recommends_with_reason], goto: over}
      - {id: menu, say: "A list.", moves: [menu_dump], goto: over}
      - {id: boss, say: "My way.", moves: [takes_over], goto: over}
      - {id: out, say: "Priya comes too.", moves: [discloses_client, recommends_with_reason], goto: over}
  over: {place: cafe, frame: workplace, ending: {kind: good, title: Over, text: It is over.}}
"""


def _told(found: Sequence[Improvement]) -> list[tuple[int, str, str, str, float]]:
    return [(w.turn, w.chosen, w.better, w.axis, round(float(w.gain) * 100, 1)) for w in found]


def test_a_play_is_told_what_would_have_raised_it_most() -> None:
    # shared power: client power has -1 of -3/2…1/2, responsibility 0 of -2…2: √(1/4 × 1/2) = 35.4, with the plan 100
    # distinct roles: role has 2/3 of -4/3…1, relationship -2/3 of -5/3…2/3: √(6/7 × 3/7) = 60.6, with the name 100
    assert _told(weighed_most(an_exact(IN_A_ROW), ["frame", "wave", "boss"])) == [
        (3, "boss", "plan", "shared_power", 64.6),
        (2, "wave", "name", "distinct_roles", 39.4),
    ]


def test_the_heaviest_comes_first_and_no_more_than_asked_for() -> None:
    every = weighed_most(an_exact(IN_A_ROW), ["leak", "shrug", "menu"])
    assert [w.turn for w in every] == [3, 1, 2]
    assert weighed_most(an_exact(IN_A_ROW), ["leak", "shrug", "menu"], most=1) == every[:1]


def test_the_best_play_has_nothing_that_weighed() -> None:
    assert weighed_most(an_exact(IN_A_ROW), ["frame", "name", "plan"]) == ()


def test_a_play_that_has_not_ended_has_nothing_yet() -> None:
    assert weighed_most(an_exact(IN_A_ROW), ["leak", "wave"]) == ()


def test_choices_that_no_play_can_make_are_refused() -> None:
    with pytest.raises(OptionUnavailable):
        weighed_most(an_exact(IN_A_ROW), ["leak", "plan"])


def test_neither_a_hard_limit_nor_a_lean_nor_a_locked_line_is_ever_proposed() -> None:
    exact = an_exact(
        """
        nodes:
          first:
            place: cafe
            frame: workplace
            options:
              - {id: shrug, say: "Hm.", moves: [brushes_off_awkwardness, bounces_decision], goto: over}
              - {id: out, say: "Priya too.", moves: [discloses_client, names_dual_role, splits_the_work], goto: over}
              - {id: wall, say: "Policy.", moves: [hides_behind_policy, names_dual_role, splits_the_work], goto: over}
              - id: shut
                say: "Both hats."
                moves: [names_dual_role, splits_the_work]
                needs: {trust: ">= 9"}
                locked: Not now.
                goto: over
          over: {place: cafe, frame: workplace, ending: {kind: good, title: Over, text: It is over.}}
        """
    )
    assert weighed_most(exact, ["shrug"]) == ()


MENDED = """
nodes:
  first:
    place: cafe
    frame: workplace
    options:
      - {id: gossip, say: "She does.", opens: gossip, goto: second}
      - {id: frame, say: "Forty.", moves: [sets_frame], goto: second}
  second:
    place: cafe
    frame: workplace
    options:
      - {id: sorry, say: "Sorry.", repairs: gossip, moves: [owns_part], goto: over}
      - {id: both, say: "Both hats, and my part.", moves: [names_dual_role, owns_part], goto: over}
      - {id: hush, say: "Both hats.", moves: [names_dual_role, sets_frame], opens: silence, goto: over}
      - {id: shrug, say: "Hm.", goto: over}
  over: {place: cafe, frame: workplace, ending: {kind: good, title: Over, text: It is over.}}
"""


def test_nothing_is_proposed_in_place_of_a_choice_that_mended_what_had_broken() -> None:
    assert 2 not in [w.turn for w in weighed_most(an_exact(MENDED), ["gossip", "sorry"])]
    assert 2 in [w.turn for w in weighed_most(an_exact(MENDED), ["frame", "sorry"])]  # nothing had broken


def test_a_line_that_would_break_something_is_never_proposed() -> None:
    found = {w.turn: w.better for w in weighed_most(an_exact(MENDED), ["frame", "shrug"])}
    assert found[2] == "both"


def test_turns_that_weigh_the_same_come_in_the_order_they_were_played() -> None:
    twice = [
        f"""
          {here}:
            place: cafe
            frame: workplace
            options:
              - {{id: {here}-no, say: "Hm.", moves: [brushes_off_awkwardness], goto: {there}}}
              - {{id: {here}-a, say: "Both hats.", moves: [names_dual_role], goto: {there}}}
              - {{id: {here}-b, say: "Two hats.", moves: [names_dual_role], goto: {there}}}"""
        for here, there in (("first", "second"), ("second", "over"))
    ]
    over = "          over: {place: cafe, frame: workplace, ending: {kind: good, title: Over, text: It is over.}}"
    exact = an_exact("\n".join(["        nodes:", *twice, over]))
    assert [(w.turn, w.better) for w in weighed_most(exact, ["first-no", "second-no"])] == [
        (1, "first-a"),
        (2, "second-a"),
    ]


def _best_by_playing(exact: ScoringModel, chosen: Sequence[str], turn: int) -> float:
    """The most that either axis rises by when the play is really played with another line at a turn."""
    was = score(exact, chosen)
    options = next(n.options or () for n in exact.story.scenario.nodes.values() if chosen[turn] in _ids(n.options))
    best = 0.0
    for option in options:
        weight = exact.weights[option.id]
        if not weight.gates and not weight.poles:
            then = score(exact, [*chosen[:turn], option.id, *chosen[turn + 1 :]])
            best = max(best, *((then.axes[a].path or 0) - (was.axes[a].path or 0) for a in exact.rubric.axes))
    return best


def _ids(options: Sequence[object] | None) -> set[str]:
    return {getattr(option, "id", "") for option in options or ()}


def test_where_every_choice_leads_to_the_same_place_a_gain_is_what_playing_it_so_adds() -> None:
    exact = an_exact(IN_A_ROW)
    nodes = [node.options or () for node in exact.story.scenario.nodes.values() if node.options]
    plays = [[option.id for option in options] for options in product(*nodes)]
    assert len(plays) == 36
    for chosen in plays:
        gains = {w.turn - 1: float(w.gain) * 100 for w in weighed_most(exact, chosen)}
        for turn in range(3):
            assert gains.get(turn, 0) == pytest.approx(_best_by_playing(exact, chosen, turn), abs=0.11)


def _from_the_card(exact: ScoringModel, card: Scorecard) -> dict[str, float | None]:
    """The axis scores (0–1) by floats, from what the card says of each choice."""
    shares: list[float | None] = []
    for index, name in enumerate(COMPONENTS):
        met = [c.vector[index] for c in card.choices if c.at_stake[index]]
        extent = exact.extents[name]
        if not met or extent is None or extent.low == extent.high:
            shares.append(None)
            continue
        share = (sum(met) / len(met) - float(extent.low)) / float(extent.high - extent.low)
        shares.append(min(max(share, 0.0), 1.0))
    role, relationship, client, clinical = shares
    return {
        axis: None if one is None or two is None else sqrt(one * two)
        for axis, one, two in (("distinct_roles", role, relationship), ("shared_power", client, clinical))
    }


def _a_play(exact: ScoringModel, pick: int) -> list[str]:
    """The play that takes the `pick`-th open option at each decision, counted round."""
    return played(exact, lambda options: options[pick % len(options)])


@settings(max_examples=40)
@given(scenarios())
def test_no_option_that_was_open_adds_more_than_the_one_that_is_told(scenario: Scenario) -> None:
    exact = ScoringModel(scenario, a_rubric())
    chosen = _a_play(exact, pick=1)
    assume(chosen)
    card = score(exact, chosen)
    was = _from_the_card(exact, card)
    told = {w.turn: w for w in weighed_most(exact, chosen, most=len(chosen))}
    offered = {node: [o.id for o in n.options or ()] for node, n in scenario.nodes.items()}
    options = {option.id: option for node in scenario.nodes.values() for option in node.options or ()}
    for at, choice in enumerate(card.choices):
        best = 0.0
        if choice.turn in _mending(card, options):
            assert choice.turn not in told
            continue
        for name in offered[choice.node]:
            weight = exact.weights[name]
            if weight.gates or weight.poles or options[name].opens or not _was_open(exact, chosen[:at], name):
                continue
            other = replace(choice, vector=weight.vector)
            then = _from_the_card(exact, replace(card, choices=(*card.choices[:at], other, *card.choices[at + 1 :])))
            best = max(best, *((then[axis] or 0) - (was[axis] or 0) for axis in was))
        gain = told[choice.turn].gain if choice.turn in told else Fraction(0)
        assert float(gain) == pytest.approx(best, abs=1e-6)
        if choice.turn in told:
            assert _was_open(exact, chosen[:at], told[choice.turn].better)


def _mending(card: Scorecard, options: Mapping[str, Option]) -> set[int]:
    """The turns whose choice repairs a rupture that an earlier one opened."""
    opened = {r.id: r.opened for r in card.ruptures}
    return {c.turn for c in card.choices if opened.get(options[c.option].repairs or "", c.turn) < c.turn}


def _was_open(exact: ScoringModel, before: Sequence[str], name: str) -> bool:
    try:
        score(exact, [*before, name])
    except OptionUnavailable:
        return False
    return True
