"""What a scenario lets players show: told of whole conversations only, and shown by a play."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from game.author.bench import Bench, on_bench
from game.author.check.ceilings import least_tested, run, the_summit, times_tested
from game.author.explore.explain import explain
from game.author.validity.tracks import Tracks
from game.errors import GameError
from game.rubric.scoring_model import ScoringModel
from game.scenario.model import Scenario
from game.testing import a_rubric
from tests.author.benches import a_bench
from tests.story import by_hand
from tests.story.drawn import scenarios

CASES = Path(__file__).parents[2] / "diagnostics"
SETTINGS = settings(max_examples=50)


def a_case(code: str) -> Bench:
    return on_bench(CASES / f"{code}.yaml", a_rubric())


def test_a_draft_without_a_whole_conversation_is_left_in_peace() -> None:
    bench = a_bench()
    assert list(run(bench.exact, bench.document)) == []


@SETTINGS
@given(scenarios())
def test_the_play_that_tests_least_is_that_of_the_list_of_all_plays(scenario: Scenario) -> None:
    figures = by_hand.Figures(scenario, a_rubric())
    if not figures.complete:
        return
    tracks = Tracks(ScoringModel(scenario, a_rubric()))
    for index in range(4):
        for choices in {0, min(2, max(map(len, figures.plays)))}:
            plays = [play for play in figures.plays if len(play) >= choices]
            fewest = min(sum(figures.at_stake(turn, index) for turn in play) for play in plays)
            found = least_tested(tracks, index, choices)
            assert times_tested(tracks, index, found) == fewest
            assert len(found) >= choices


def test_a_component_that_is_seldom_tested_is_shown_by_the_play() -> None:
    bench = a_case("seldom-tested")
    shown = explain(bench, "seldom-tested")
    assert len(shown.choices) == 7
    assert "“Clinical responsibility kept” is put to the test twice on a play of 7 choices" in shown.what


def test_a_low_ceiling_is_shown_by_the_play_that_comes_nearest() -> None:
    bench = a_case("low-ceiling")
    found = the_summit(Tracks(bench.exact))
    assert found is not None
    assert found.least < 0.8
    assert found.most == 0.8
    assert explain(bench, "low-ceiling").choices == Tracks(bench.exact).ids(found.run)


def test_what_no_play_offers_says_so_when_asked_for_a_play() -> None:
    bench = a_case("pole-missing")
    [problem] = list(run(bench.exact, bench.document))
    assert problem.message.startswith("No option that can be chosen is paternalism")
    assert "`takes_over`" in problem.hint
    with pytest.raises(GameError, match="lies outside of every node, so no play shows it"):
        explain(bench, "pole-missing")
