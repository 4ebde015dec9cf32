"""Each validity check passes where it must, fails where it must, and says when it does not apply."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given, settings

from game.author.explore.summit import summit
from game.author.validity import clever, groups, limits, measure, names, readers, shape
from game.author.validity.bots import TEST_WISE, eliminating, faithful
from game.author.validity.checks import ANY_FORMAT, CHECKS, trial
from game.author.validity.jitter import kept
from game.author.validity.retold import retold
from game.author.validity.tracks import Tracks
from game.author.validity.trial import Check, CheckResult, Found, Trial
from game.author.validity.verdicts import Outcome, as_data, as_text, outcome_of
from game.rubric.archetypes import player, profiles
from game.rubric.model import AXES, COMPONENTS
from game.rubric.score import score
from game.rubric.scoring_model import ScoringModel
from game.scenario.model import Scenario
from game.testing import a_rubric
from tests.author.benches import CLOSED, a_bench
from tests.story import by_hand
from tests.story.drawn import scenarios
from tests.support.full_marks import FULL
from tests.support.library import LIBRARY, on_the_bench

ROOT = Path(__file__).parents[3]
SETTINGS = settings(max_examples=60)


def results(check: Callable[[Trial], Found], text: str = FULL) -> dict[str, CheckResult]:
    return {found.asks: found.result for found in check(Trial(a_bench(text)))}


PAGE = (ROOT / "docs/validity.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(LIBRARY))
def test_the_page_in_the_documents_tells_what_the_command_finds(name: str) -> None:
    section = as_text([outcome_of(on_the_bench(name))]).split("\n## ")[1]
    assert f"\n## {section.rstrip()}\n" in PAGE, "python main.py validity --library > docs/validity.md"


def test_the_overview_of_the_page_agrees_with_its_sections() -> None:
    overview, *sections = PAGE.split("\n## ")
    rows = [[cell.strip() for cell in row.split("|")[1:-1]] for row in overview.splitlines() if row.startswith("|")]
    assert len(sections) == len(LIBRARY) == len(rows[0]) - 1
    marks = {"pass": "✓", "**fail**": "✗", "not applicable": "–"}
    for column, section in enumerate(sections, 1):
        table = [row.split("|") for row in section.splitlines() if row.startswith("|")][2:]
        assert [marks[row[2].strip()] for row in table] == [row[column] for row in rows[2:]]


def test_a_scenario_that_tells_the_archetypes_apart_passes_the_known_groups() -> None:
    for check in (
        groups.archetypes_score_as_they_must,
        groups.partner_is_best,
        groups.partner_beats_chance,
        groups.faithful_bots_show_their_pole,
        clever.the_parrot_stays_below,
        measure.names_do_not_matter,
        measure.eighty_on_all_four,
    ):
        assert set(results(check).values()) == {CheckResult.PASS}, check.__name__


def test_an_archetype_whose_pole_is_never_on_offer_does_not_apply() -> None:
    found = results(groups.archetypes_score_as_they_must, CLOSED)
    assert found["Authority scores as it must"] is CheckResult.NONE
    assert found["Menu scores as it must"] is CheckResult.NONE
    assert found["Wall scores as it must"] is not CheckResult.NONE
    assert results(groups.faithful_bots_show_their_pole, CLOSED)["Menu, 70 % faithful, still shows its pole"] is (
        CheckResult.NONE
    )


def test_an_axis_that_is_not_put_to_the_test_does_not_apply() -> None:
    for check in (groups.partner_is_best, groups.partner_beats_chance, measure.jitter_keeps_the_order):
        found = results(check, CLOSED)
        assert [r for asks, r in found.items() if asks.endswith("shared power")] == [CheckResult.NONE]
    assert set(results(measure.eighty_on_all_four, CLOSED).values()) == {CheckResult.NONE}
    assert set(results(measure.the_axes_are_two, CLOSED).values()) == {CheckResult.NONE}


def test_a_best_option_that_always_stands_first_fails_the_test_wise_check() -> None:
    found = results(clever.test_wise_players_gain_nothing)
    assert found["Always the first: at most chance + 10"] is CheckResult.FAIL
    assert found["Always an apology: at most chance + 10"] is CheckResult.NONE


def test_a_route_with_two_decisions_fails_tested_three_times() -> None:
    assert set(results(measure.tested_three_times).values()) == {CheckResult.FAIL}


GATED = FULL.replace("takes_over, recommends_with_reason", "assumes_consent")
SHAPED = """
nodes:
  first:
    place: cafe
    frame: therapeutic
    options:
      - {id: split, say: "Split.", moves: [splits_the_work], goto: last}
      - {id: plan, say: "Plan.", moves: [recommends_with_reason], goto: last}
      - {id: menu, say: "List.", moves: [menu_dump], goto: last}
  last:
    place: cafe
    frame: therapeutic
    options:
      - {id: boss, say: "Mine.", moves: [takes_over], goto: over}
      - {id: press, say: "Breathe through it.", moves: [works_against_signs], goto: over}
  over: {place: cafe, frame: social, ending: {kind: mixed, title: Over, text: It is over.}}
"""


def test_gates_never_end_too_well_since_the_engine_lowers_what_an_author_forgot() -> None:
    assert set(results(limits.no_gate_ends_too_well).values()) == {CheckResult.NONE}
    assert set(results(limits.no_gate_ends_too_well, GATED).values()) == {CheckResult.PASS}


def test_the_gate_budget_counts_options_and_decisions() -> None:
    (check,) = limits.few_options_cross_a_limit(Trial(a_bench(SHAPED)))
    assert (check.result, check.figures) == (CheckResult.FAIL, "1 of 5 options, at 1 of 2 decisions")
    assert set(results(limits.few_options_cross_a_limit).values()) == {CheckResult.PASS}


def test_a_careful_player_is_counted_exactly() -> None:
    (check,) = limits.a_careful_player_seldom_crosses(Trial(a_bench(SHAPED)))
    # Partner takes `boss` or `press`, both avoided: the first listed; three times in ten at random, so 15 %
    assert (check.result, check.figures) == (CheckResult.PASS, "15%; random play 50%, Partner 0%")


def test_two_respectable_options_and_none_are_counted() -> None:
    (check,) = shape.two_ways_are_often_good(Trial(a_bench(SHAPED)))
    assert (check.result, check.figures) == (CheckResult.PASS, "two at 1 of 2, none at 1")


def test_one_set_of_poles_at_most_decisions_fails() -> None:
    (check,) = shape.no_pattern_of_poles(Trial(a_bench(SHAPED)))
    assert (check.result, check.figures) == (CheckResult.FAIL, "paternalism: 1 of 2")


def test_long_options_fail() -> None:
    assert set(results(shape.options_are_short, SHAPED).values()) == {CheckResult.PASS}
    long = SHAPED.replace("Split.", "And " * 25 + "so on.")
    assert set(results(shape.options_are_short, long).values()) == {CheckResult.FAIL}


def test_good_names_are_counted_over_drawn_plays() -> None:
    (check,) = names.good_names_are_earned(Trial(a_bench(FULL)))
    assert "Partner yes" in check.figures
    assert check.how == "4,000 plays drawn, seed 7"


def test_none_above_partner_names_who_is() -> None:
    assert set(results(groups.none_scores_above_partner).values()) == {CheckResult.PASS}
    kinder = FULL.replace("names_dual_role, sets_frame,", "sets_frame,")
    (check,) = groups.none_scores_above_partner(Trial(a_bench(kinder)))
    assert check.result is CheckResult.FAIL
    assert "Pal is above Partner on Relationship acknowledged" in check.figures


def test_the_eliminator_strikes_seven_times_in_ten() -> None:
    exact = a_bench(SHAPED).exact
    odds = eliminating(exact.weights, 70)
    first, last = ([o for n in exact.story.scenario.nodes.values() for o in n.options or () if o.id in ids]
                   for ids in (("split", "plan", "menu"), ("boss", "press")))  # fmt: skip
    # `menu` is left three times in ten, and then one of three: 10 %, the others share the rest
    assert [odd / sum(odds(first)) for odd in odds(first)] == pytest.approx([0.45, 0.45, 0.1])
    assert [odd / sum(odds(last)) for odd in odds(last)] == pytest.approx([0.5, 0.5])


def test_a_reader_learns_which_words_good_options_use() -> None:
    lessons = [(frozenset({"say", "stop"}), True)] * 5 + [(frozenset({"i", "decide"}), False)] * 5
    worth = readers.learned([*lessons, (frozenset({"seldom"}), True)])
    assert worth["stop"] > 0 > worth["decide"]
    assert "seldom" not in worth


def test_readers_take_turns_and_forget_the_scenario_that_they_are_held_against() -> None:
    without = {name: readers.learned_odds(a_rubric(), name) for name in sorted(LIBRARY)[:2]}
    options = next(node.options for node in a_bench(SHAPED).scenario.nodes.values() if node.options)
    for odds in without.values():
        assert odds is not None
        assert sum(odds(options)) == readers.READERS


def test_a_file_of_format_1_is_held_to_what_makes_sense_there() -> None:
    told = trial(a_bench(FULL))
    assert told[0].asks == "Written in format 2"
    assert told[0].figures.startswith("not yet format 2")
    assert len(ANY_FORMAT) < len(CHECKS)
    assert not any("Two respectable" in check.asks for check in told)


RUPTURE = """
nodes:
  first:
    place: cafe
    frame: therapeutic
    options:
      - {id: hear, say: "Hear.", moves: [names_dual_role, acts_on_report], goto: last}
      - {id: gossip, say: "Gossip.", moves: [friend_leak, drops_answer], opens: gossip, goto: after}
  after:
    place: cafe
    frame: therapeutic
    options:
      - {id: mend, say: "I am sorry.", moves: [owns_part, supports_choice], repairs: gossip, goto: last}
      - {id: pass-over, say: "Anyway.", moves: [defends_self, takes_over], goto: last}
  last:
    place: cafe
    frame: therapeutic
    options:
      - {id: split, say: "Split.", moves: [splits_the_work, warm_limit], goto: over}
      - {id: menu, say: "List.", moves: [menu_dump, skips_frame], goto: over}
  over: {place: cafe, frame: social, ending: {kind: good, title: Over, text: It is over.}}
"""


def test_a_mended_slip_lies_between_and_the_vandal_does_not_win() -> None:
    assert set(results(clever.a_mended_slip_lies_between, RUPTURE).values()) == {CheckResult.PASS}
    assert set(results(clever.the_vandal_never_wins, RUPTURE).values()) == {CheckResult.PASS}
    (check,) = clever.the_vandal_never_wins(Trial(a_bench(RUPTURE)))
    assert check.figures.endswith("1 broken, 1 mended")


def test_a_repair_that_pays_better_than_steadiness_fails() -> None:
    paying = RUPTURE.replace("names_dual_role, acts_on_report", "names_dual_role").replace(
        "friend_leak, drops_answer", "warm_limit, invites_correction"
    )
    assert set(results(clever.the_vandal_never_wins, paying).values()) == {CheckResult.FAIL}
    without = RUPTURE.replace(", repairs: gossip", "")
    assert set(results(clever.a_mended_slip_lies_between, without).values()) == {CheckResult.FAIL}


def test_without_a_rupture_neither_applies() -> None:
    assert set(results(clever.a_mended_slip_lies_between).values()) == {CheckResult.NONE}
    assert set(results(clever.the_vandal_never_wins).values()) == {CheckResult.NONE}


def test_sharing_more_scores_more() -> None:
    found = results(groups.sharing_raises_the_score)
    assert len(found) == 4
    assert CheckResult.FAIL not in found.values()
    assert set(results(groups.sharing_raises_the_score, CLOSED).values()) == {CheckResult.NONE}


def test_names_and_pronouns_are_changed_and_ids_are_not() -> None:
    before = a_bench(CLOSED).scenario
    after = retold(before)
    assert [p.name for p in after.cast.values()] == ["Henrik", "Robin"]
    assert [p.pronouns for p in after.cast.values()] == ["he/him", "she/her"]
    assert after.ruptures["gossip"].what == "You talked about his."
    assert (list(after.cast), list(after.nodes), after.client) == (list(before.cast), list(before.nodes), "dana")


# ── the tracks, the jitter and the summit against slower ways ─────────────────────────────────────────


@SETTINGS
@given(scenarios())
def test_a_play_on_the_tracks_scores_as_its_card(scenario: Scenario) -> None:
    exact = ScoringModel(scenario, a_rubric())
    tracks = Tracks(exact)
    run = tracks.run(lambda here: len(tracks.steps[here]) - 1)
    card = score(exact, [tracks.steps[here][take].option.id for here, take in run])
    for axis in AXES:
        path, shown = tracks.path(run)[axis], card.axes[axis].path
        assert (path is None) == (shown is None)
        assert path is None or shown is None or abs(path * 100 - shown) <= 0.0501


@SETTINGS
@given(scenarios(most=4))
def test_the_summit_never_claims_more_than_the_list_of_all_plays_allows(scenario: Scenario) -> None:
    figures = by_hand.Figures(scenario, a_rubric())
    assume(figures.complete)
    tracks = Tracks(ScoringModel(scenario, a_rubric()))
    found = summit(tracks, [])
    paths = [[figures.path(play, index) for index in range(len(COMPONENTS))] for play in figures.plays]
    whole = [min(float(p) for p in path if p is not None) for path in paths if None not in path]
    if found is not None:
        assert any(abs(found.least - least) < 1e-9 for least in whole)
        assert max(whole) <= found.most + 1e-9 or found.most == 0.8 > max(whole)


def test_jitter_is_the_same_for_the_same_seed_and_leaves_the_order_without_any() -> None:
    tracks = Tracks(a_bench(FULL).exact)
    picks = {code: tracks.picks(player(a_rubric(), code)) for code in a_rubric().archetypes}
    one, same, other = (kept(tracks, picks, "shared_power", draws=200, seed=seed) for seed in (1, 1, 2))
    assert one == same
    assert one != other
    assert 0 <= one.order <= one.first <= 1


@pytest.mark.parametrize("name", sorted(LIBRARY))
def test_a_bot_that_is_wholly_faithful_plays_as_its_archetype(name: str) -> None:
    exact = on_the_bench(name).exact
    levels = exact.expects(faithful(player(exact.rubric, "wall"), 100)).levels
    card = profiles(exact)["wall"]
    for component in COMPONENTS:
        assert float(levels[component] or 0) * 100 == pytest.approx(card.components[component].path, abs=0.051)


def test_test_wise_odds_fall_on_what_they_look_for() -> None:
    exact = a_bench(RUPTURE).exact
    options = [step.option for step in next(steps for steps in exact.plays.steps if steps[0].option.id == "mend")]
    assert [list(odds(options)) for odds in TEST_WISE.values()] == [[1, 0], [1, 0], [1, 1], [1, 0]]


# ── as text and as data ───────────────────────────────────────────────────────────────────────────────

ONE = Outcome(
    "one",
    "One",
    [Check("Is good", CheckResult.PASS, "1 | 2"), Check("Is best", CheckResult.FAIL, "0", "10 draws, seed 7")],
)
TWO = Outcome("two", "Two", [Check("Is good", CheckResult.NONE, "nothing to say")])


def test_several_scenarios_have_an_overview_and_a_table_each() -> None:
    told = as_text([ONE, TWO])
    assert "| Is good | ✓ | – |\n| Is best | ✗ | – |" in told
    assert "## One\n\n1 pass, 1 fail.\n" in told
    assert "| Is good | pass | 1 \\| 2 | exact |\n| Is best | **fail** | 0 | 10 draws, seed 7 |" in told
    assert "✓" not in as_text([ONE])


def test_the_data_says_whether_all_is_met() -> None:
    assert [one["met"] for one in as_data([ONE, TWO])] == [False, True]
    assert as_data([ONE])[0]["checks"][1] == {
        "asks": "Is best", "result": "fail", "figures": "0", "how": "10 draws, seed 7",
    }  # fmt: skip


def test_where_no_play_reaches_eighty_on_all_four_that_is_proven() -> None:
    either = """
    nodes:
      first:
        place: cafe
        frame: therapeutic
        options:
          - {id: roles, say: "Roles.", moves: [names_dual_role, sets_frame, drops_answer, menu_dump], goto: over}
          - {id: power, say: "Power.", moves: [brushes_off_awkwardness, skips_frame, splits_the_work], goto: over}
      over: {place: cafe, frame: social, ending: {kind: good, title: Over, text: It is over.}}
    """
    (check,) = measure.eighty_on_all_four(Trial(a_bench(either)))
    assert check.result is CheckResult.FAIL
    assert check.figures.endswith("proven that no play does")
