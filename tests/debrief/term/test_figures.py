"""A term's figures: what they tell, and of how few they tell nothing."""

from __future__ import annotations

from functools import cache

from game.debrief.term.figures import NextScenarios, TermFigures, term_figures
from game.debrief.term.groups import ScoreGroup
from game.debrief.term.plays import PersonInTerm
from game.testing import a_rubric
from tests.debrief.a_class import the_exact
from tests.debrief.term.a_term import STORY, a_person, exact, shelf, some_people

OTHERS = ("sixteen", "fine-fine")


@cache
def further(*names: str) -> NextScenarios:
    return NextScenarios(shelf(*names), a_rubric())


def figures(people: list[PersonInTerm], made: tuple[ScoreGroup, ...] = ()) -> TermFigures:
    names = tuple(sorted({name for person in people for name in person.played}))
    return term_figures(people, exact(*names), a_rubric(), further(STORY, *OTHERS), made)[0]


def test_a_group_is_told_with_chance_beside_its_mean():
    (scenario,) = figures(some_people([(50.0,), (70.0,)] * 6)).scenarios
    (everyone,) = scenario.groups
    axis = everyone.axes[0]
    assert axis.first is not None
    assert (axis.first.mean, axis.change) == (60, None)
    assert axis.chance == round(float(100 * the_exact().chance_levels["distinct_roles"]), 1)


def test_people_are_told_in_steps_of_three_and_fewer_than_three_not_at_all():
    assert [figures(some_people([(50.0,)] * n)).people for n in (2, 3, 5, 6, 31)] == [None, 4, 4, 7, 31]


def test_a_class_of_two_is_not_told_of():
    people = some_people([(50.0,)] * 12, code="4B") + some_people([(50.0,)] * 2, code="4C", start=50)
    found = figures(people)
    assert found.classes == ("4B",)
    assert [group.class_code for group in found.scenarios[0].groups] == ["", "4B"]


def test_what_moved_is_told_apart_from_what_did_not():
    up = figures(some_people([(40.0, 70.0 + n) for n in range(12)])).scenarios[0].groups[0]
    still = figures(some_people([(50.0, 50.0 + (-1) ** n * 20) for n in range(12)])).scenarios[0].groups[0]
    assert up.axes[0].change is not None
    assert still.axes[0].change is not None
    assert (up.axes[0].change.clear, still.axes[0].change.clear) == (1, 0)


def test_two_classes_are_compared_where_both_are_large_enough():
    four_b, four_c = ([(score + n,) for n in range(12)] for score in (30.0, 70.0))
    people = some_people(four_b, code="4B") + some_people(four_c, code="4C", start=50)
    found = figures(people).scenarios[0].differences
    assert [(one.axis, one.one, one.other, one.difference.clear) for one in found] == [
        ("Distinct roles", "4B", "4C", -1),
        ("Shared power", "4B", "4C", -1),
    ]
    assert figures(people[:20]).scenarios[0].differences == ()


def test_scenarios_stand_in_the_order_in_which_they_were_played():
    early, late = a_person(1, 50.0, scenario="sixteen"), a_person(9, 50.0, scenario="fine-fine")
    assert [scenario.id for scenario in figures([late, early]).scenarios] == ["sixteen", "fine-fine"]


def test_figures_of_a_page_made_before_are_kept_and_named():
    few = some_people([(50.0,)] * 12)
    _, made = term_figures(few, exact(), a_rubric(), further(STORY))
    found = figures(few + some_people([(100.0,)] * 3, start=50), tuple(made))
    assert found.kept == ("Saturday Friend",)
    assert found.scenarios[0].groups[0].axes[0].first.mean == 50  # type: ignore[union-attr]


def test_next_is_the_one_in_which_the_axis_further_behind_is_at_stake_most():
    found = figures(some_people([(50.0,)] * 12)).next
    assert found is not None
    assert found.title in ("Sixteen", "Fine, Fine.")
    assert 0 < found.here <= found.decisions


def test_nothing_is_next_where_all_was_played_or_nothing_scored():
    assert further(STORY).after({STORY}, "distinct_roles") is None
    assert further(STORY).after(set(), None) is None


def test_a_scenario_far_harder_than_those_played_waits():
    names = (STORY, *OTHERS, "corner-office-shoulders")
    levels = {one.title: one.level for one in shelf(*names)}
    easiest = min(shelf(*names), key=lambda one: one.level)
    found = further(*names).after({easiest.id}, "shared_power")
    assert found is not None
    assert levels[found.title] <= easiest.level + 1
