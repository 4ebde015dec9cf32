"""The exact figures: against small sums done by hand, and against the list of all plays of drawn scenarios."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given, settings

from game.errors import GameError
from game.rubric.chance import Extent, square_root
from game.rubric.model import COMPONENTS
from game.rubric.score import score
from game.rubric.scoring_model import ScoringModel, at_stake
from game.scenario.model import Scenario
from game.story.engine import Story
from game.story.plays import every_position
from game.testing import a_rubric, an_exact
from tests.story import by_hand
from tests.story.drawn import scenarios

SETTINGS = settings(max_examples=40)


def _both(scenario: Scenario) -> tuple[ScoringModel, by_hand.Figures]:
    figures = by_hand.Figures(scenario, a_rubric())
    assume(figures.complete)
    return ScoringModel(scenario, a_rubric()), figures


@SETTINGS
@given(scenarios())
def test_lowest_and_highest_means_are_those_of_all_plays(scenario: Scenario) -> None:
    exact, figures = _both(scenario)
    for index, name in enumerate(COMPONENTS):
        extent = exact.extents[name]
        assert (None if extent is None else (extent.low, extent.high)) == figures.extent(index)


@SETTINGS
@given(scenarios())
def test_chance_levels_are_those_of_all_plays(scenario: Scenario) -> None:
    exact, figures = _both(scenario)
    for index, name in enumerate(COMPONENTS):
        assert exact.chance_levels[name] == figures.level(index)
    for axis in by_hand.PAIRS:
        level, expected = exact.chance_levels[axis], figures.axis(axis)
        assert (level is None) == (expected is None)
        if level is not None and expected is not None:
            assert float(level) == pytest.approx(expected[0], abs=1e-9)


@SETTINGS
@given(scenarios())
def test_chance_spreads_are_those_of_all_plays(scenario: Scenario) -> None:
    exact, figures = _both(scenario)
    for axis in by_hand.PAIRS:
        spread, expected = exact.chance_spreads[axis], figures.axis(axis)
        assert (spread is None) == (expected is None)
        if spread is not None and expected is not None:
            assert float(spread) ** 2 == pytest.approx(expected[1], abs=1e-9)


@SETTINGS
@given(scenarios(most=4))
def test_every_play_scores_as_it_does_by_hand(scenario: Scenario) -> None:
    exact, figures = _both(scenario)
    for play in figures.plays:
        card = score(exact, [turn.option.id for turn in play])
        assert card.complete
        for index, name in enumerate(COMPONENTS):
            _same(card.components[name].moment, figures.moment(play, index))
            _same(card.components[name].path, figures.path(play, index))


def _same(points: float | None, share: Fraction | None) -> None:
    """Points of a hundred, to one place, against the exact share."""
    assert (points is None) == (share is None)
    if points is not None and share is not None:
        assert abs(Fraction(str(points)) / 100 - share) <= Fraction(1, 2000)


TWO_DECISIONS = """
nodes:
  first:
    place: phone
    frame: workplace
    options:
      - {id: good, say: "Good.", moves: [sets_frame], goto: second}
      - {id: bad, say: "Bad.", moves: [skips_frame], goto: over}
  second:
    place: phone
    frame: workplace
    options:
      - {id: fine, say: "Fine.", moves: [names_dual_role], goto: over}
      - {id: cold, say: "Cold.", moves: [brushes_off_awkwardness], goto: over}
  over:
    place: phone
    frame: workplace
    ending: {kind: good, title: Over, text: It is over.}
"""


def test_the_extent_is_a_mean_over_the_choices_where_the_component_was_at_stake() -> None:
    exact = an_exact(TWO_DECISIONS)  # role: good +2, bad -2, then fine +1, cold 0
    assert exact.extents["role_held"] == Extent(Fraction(-2), Fraction(3, 2))
    # the relationship is at stake in the second decision only: fine +2, cold -2
    assert exact.extents["relationship_acknowledged"] == Extent(Fraction(-2), Fraction(2))


def test_a_component_never_at_stake_has_no_extent_and_no_chance() -> None:
    exact = an_exact(TWO_DECISIONS)
    assert exact.extents["client_power"] is None
    assert exact.chance_levels["client_power"] is None
    assert exact.chance_levels["shared_power"] is None
    assert exact.chance_spreads["shared_power"] is None


def test_the_random_player_weighs_each_decision_not_each_play() -> None:
    exact = an_exact(TWO_DECISIONS)
    # half of all random plays end at once (share 0), a quarter each reach (2+1)/2 and (2+0)/2 of -2…3/2
    expected = Fraction(1, 4) * 1 + Fraction(1, 4) * (1 + 2) / (Fraction(3, 2) + 2)
    assert exact.chance_levels["role_held"] == expected
    # only the half that reaches the second decision has a score for the relationship
    assert exact.chance_levels["relationship_acknowledged"] == Fraction(1, 2)


def test_an_extent_of_one_point_gives_no_share() -> None:
    assert Extent(Fraction(1), Fraction(1)).share(Fraction(1)) is None
    assert Extent(Fraction(0), Fraction(2)).share(Fraction(1)) == Fraction(1, 2)


def test_what_all_options_share_is_not_at_stake() -> None:
    assert at_stake([(1, 0, 2, 0), (1, 1, 2, -1)]) == (False, True, False, True)
    assert at_stake([(1, 0, 2, 0)]) == (False,) * 4
    assert at_stake([]) == (False,) * 4


def test_a_square_root_is_rounded_down_at_the_twelfth_place() -> None:
    assert square_root(Fraction(1, 4)) == Fraction(1, 2)
    assert square_root(Fraction(0)) == 0
    two = square_root(Fraction(2))
    assert two**2 <= 2 < (two + Fraction(1, 10**12)) ** 2


def test_a_story_with_a_loop_has_no_exact_figures_and_says_what_to_run() -> None:
    exact = an_exact(
        """
        nodes:
          first:
            place: phone
            frame: social
            options:
              - {id: again, say: "Again.", goto: first}
              - {id: stop, say: "Stop.", goto: over}
          over: {place: phone, frame: social, ending: {kind: good, title: Over, text: It is over.}}
        """
    )
    with pytest.raises(GameError, match=r"come back to `first` for ever. Run `check`"):
        exact.extents  # noqa: B018


def test_a_story_with_too_many_positions_has_no_exact_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.story.plays.all_plays", lambda story: _cut_short(story))
    with pytest.raises(GameError, match="too many positions"):
        an_exact(TWO_DECISIONS).plays  # noqa: B018


def _cut_short(story: Story) -> object:
    return every_position(story, most=1)
