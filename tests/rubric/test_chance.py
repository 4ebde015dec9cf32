"""What players of any odds can expect, against the list of all plays."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings

from game.rubric.chance import Spread
from game.rubric.model import COMPONENTS
from game.rubric.scoring_model import ScoringModel
from game.scenario.model import Option, Scenario
from game.testing import a_rubric, an_exact
from tests.story import by_hand
from tests.story.drawn import scenarios

SETTINGS = settings(max_examples=100)


def uneven(options: Sequence[Option]) -> Sequence[int]:
    """Odds that rise along the list, with nothing for the second of three or more."""
    return [0 if len(options) > 2 and i == 1 else i + 1 for i in range(len(options))]


def _probability(play: by_hand.Play) -> Fraction:
    chance = Fraction(1)
    for turn in play:
        odds = uneven(turn.options)
        chance *= Fraction(odds[turn.options.index(turn.option)], sum(odds))
    return chance


@SETTINGS
@given(scenarios())
def test_a_player_of_uneven_odds_expects_what_the_list_of_all_plays_says(scenario: Scenario) -> None:
    figures = by_hand.Figures(scenario, a_rubric())
    assume(figures.complete)
    chance = ScoringModel(scenario, a_rubric()).expects(uneven)
    for index, name in enumerate(COMPONENTS):
        weights: dict[Fraction, Fraction] = {}
        for play in figures.plays:
            path = figures.path(play, index)
            if path is not None and (probability := _probability(play)):
                weights[path] = weights.get(path, Fraction(0)) + probability
        spread = chance.spreads[name]
        assert spread.values == sorted(weights)
        total = sum(weights.values())
        assert [Fraction(w, sum(spread.weights)) for w in spread.weights] == [weights[v] / total for v in spread.values]


@SETTINGS
@given(scenarios())
def test_the_spread_at_the_one_ending_is_the_spread_of_all(scenario: Scenario) -> None:
    chance = ScoringModel(scenario, a_rubric()).expects(uneven)
    (ending,) = chance.endings
    assert chance.endings == {ending: 1}
    assert {name: s.mean for name, s in chance.at_ending(ending).items()} == chance.levels


def test_endings_have_the_probability_of_the_plays_that_lead_there() -> None:
    assert an_exact().chance.endings == {"clear": Fraction(1, 2), "vague": Fraction(1, 2)}
    vague = an_exact().chance.at_ending("vague")
    assert vague["relationship_acknowledged"] == Spread([Fraction(0), Fraction(1)], [1, 1])
    assert an_exact().chance.at_ending("no-such-node")["role_held"].values == []


def test_percentiles_are_the_least_score_that_so_many_do_not_exceed() -> None:
    spread = Spread([Fraction(0), Fraction(1, 2), Fraction(1)], [1, 2, 1])
    assert [spread.percentile(p) for p in (5, 25, 26, 75, 76)] == [0, 0, Fraction(1, 2), Fraction(1, 2), 1]
    assert spread.mean == Fraction(1, 2)
    assert float(spread.deviation or 0) == pytest.approx(0.125**0.5)


def test_a_spread_of_nothing_has_no_figures() -> None:
    spread = Spread([], [])
    assert (spread.mean, spread.deviation, spread.percentile(50)) == (None, None, None)
