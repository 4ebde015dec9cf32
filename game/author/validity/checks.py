"""Whether a scenario's scores mean what they say: every check, in the order of the documents.

Sources: the domain brief, section 4 (known groups, test-wise players, sensitivity of weights), and the brief on the
judge, section 2. Each check is one function that returns Checks. A check that has no material in a scenario says that
it does not apply, and why. What is drawn at random says how often and from which seed; all the rest is exact.
"""

from __future__ import annotations

from collections.abc import Callable

from game.author.bench import Bench
from game.author.validity import clever, groups, limits, measure, names, shape
from game.author.validity.trial import Check, CheckResult, Found, Trial

Ask = Callable[[Trial], Found]

# What a file of format 1, written for other rules, is held to as well.
ANY_FORMAT: tuple[Ask, ...] = (
    groups.partner_is_best,
    groups.partner_beats_chance,
    groups.faithful_bots_show_their_pole,
    groups.sharing_raises_the_score,
    clever.test_wise_players_gain_nothing,
    clever.the_parrot_stays_below,
    clever.the_vandal_never_wins,
    clever.a_mended_slip_lies_between,
    measure.names_do_not_matter,
    measure.jitter_keeps_the_order,
    limits.no_gate_ends_too_well,
    measure.the_axes_are_two,
    measure.eighty_on_all_four,
    measure.tested_three_times,
)
CHECKS: tuple[Ask, ...] = (
    groups.archetypes_score_as_they_must,
    groups.none_scores_above_partner,
    *ANY_FORMAT,
    limits.few_options_cross_a_limit,
    limits.a_careful_player_seldom_crosses,
    names.good_names_are_earned,
    clever.the_eliminator_gains_little,
    clever.words_give_little_away,
    shape.two_ways_are_often_good,
    shape.no_pattern_of_poles,
    shape.options_are_short,
)


def trial(bench: Bench) -> list[Check]:
    """Returns every check of a scenario, in the order of the documents; of a file of format 1 those that make sense
    there."""
    on = Trial(bench)
    if bench.scenario.format < 2:
        not_yet = Check("Written in format 2", CheckResult.NONE, "not yet format 2, so the rest is not asked of it")
        return [not_yet, *(check for ask in ANY_FORMAT for check in ask(on))]
    return [check for ask in CHECKS for check in ask(on)]
