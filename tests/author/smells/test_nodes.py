"""Decisions at which something is at stake, among three or four options, in a scenario of full size."""

from __future__ import annotations

import pytest

from tests.author.smells.drafts import a_draft, chain, decision, option, smell


@pytest.mark.parametrize(
    ("moves", "says"),
    [
        (("sets_frame", "names_dual_role"), "every option is good"),
        (("skips_frame", "takes_over"), "every option is poor"),
        (("sets_frame", "sets_frame"), "every option is worth the same"),
        (("", ""), "every option is worth the same"),
    ],
)
def test_a_decision_with_one_side_only_is_told(moves: tuple[str, str], says: str) -> None:
    options = (option(f"o-{i}", moves=f"[{move}]") for i, move in enumerate(moves))
    [found] = smell("one-sided", a_draft(decision("first", *options)))
    assert says in found.message


def test_an_option_that_gains_here_and_costs_there_is_poor_beside_a_good_one() -> None:
    options = option("a", moves="[takes_over, sets_frame]"), option("b", moves="[sets_frame]")
    assert smell("one-sided", a_draft(decision("first", *options))) == []


def test_the_frame_says_what_is_good() -> None:
    options = option("a", moves="[recommends_with_reason]"), option("b", moves="[inhabits_friend_role]")
    assert len(smell("one-sided", a_draft(decision("first", *options)))) == 1
    assert smell("one-sided", a_draft(decision("first", *options, frame="social"))) == []


@pytest.mark.parametrize(("count", "told"), [(2, True), (3, False), (4, False), (5, True)])
def test_three_or_four_options_make_a_choice(count: int, told: bool) -> None:
    draft = a_draft(decision("first", *(option(f"o-{i}") for i in range(count))))
    assert bool(smell("option-count", draft)) == told


def test_a_menu_that_only_some_plays_meet_is_counted_too() -> None:
    first = decision("first", *(option(f"o-{i}", "next", sets="[told]" if i else "[]") for i in range(3)))
    later = decision("next", option("a"), option("b"), option("c", when="{has: [told]}"))
    [found] = smell("option-count", a_draft(first, later))
    assert found.message == "`next` offers 2 options in some plays."


def test_a_sketch_is_not_held_to_the_size_of_a_whole_scenario() -> None:
    assert smell("small-scenario", a_draft(chain(3, ("Yes.", "sets_frame"), ("No.", "skips_frame")))) == []


def test_a_scenario_hears_of_everything_it_is_short_of_at_once() -> None:
    [found] = smell("small-scenario", a_draft(chain(5, ("Yes.", "sets_frame"), ("No.", "skips_frame"))))
    assert found.message == (
        "This scenario is smaller than a whole one should be: 5 decisions in the longest play (12 or more), "
        "5 in the shortest (7 or more), 1 ending (3 or more), 1 good or best ending (2 or more), "
        "no option that opens a rupture (1 or more)."
    )


def test_a_play_that_a_hard_limit_cuts_short_is_not_the_shortest() -> None:
    long = chain(12, ("Yes.", "sets_frame"), ("No.", "skips_frame"))
    gate = option("tell-all", moves="[discloses_client]")
    [found] = smell("small-scenario", a_draft(long.replace("  node-1:", f"{gate}  node-1:")))
    assert "shortest" not in found.message
    leave = option("leave", moves="[sets_frame]")
    [found] = smell("small-scenario", a_draft(long.replace("  node-1:", f"{leave}  node-1:")))
    assert "1 in the shortest" in found.message
