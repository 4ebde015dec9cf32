"""Hard limits: no play that crosses one ends too well, few options cross one, and a careful player seldom does.

Source: the brief on the judge, section 2, rules 3 and 6.
"""

from __future__ import annotations

from fractions import Fraction

from game.author.validity.bots import faithful
from game.author.validity.trial import PARTNER, Check, CheckResult, Found, Trial, verdict
from game.rubric.archetypes import player
from game.rubric.chance import Odds, even_odds
from game.story.too_good import dishonest

MOST_OPTIONS, MOST_DECISIONS, MOST_PLAYS = 8, 25, 20  # per cent


def no_gate_ends_too_well(on: Trial) -> Found:
    """No play that crosses a hard limit ends best, and none that leaves harm unmended ends well."""
    asks = "No hard limit crossed together with a best ending, and none left unmended with a good one"
    harms = on.exact.story.harms
    if not harms:
        yield Check(asks, CheckResult.NONE, "no option crosses a hard limit")
        return
    found = dishonest(on.exact.plays)
    mendable = sum(harm.rupture is not None for harm in harms.values())
    figures = f"{len(harms)} options cross one, {mendable} of them can be mended"
    figures = figures if found is None else f"`{found[0]}`, then `{found[1]}`"
    yield Check(asks, verdict(found is None), figures, "exact, a proof over every play")


def few_options_cross_a_limit(on: Trial) -> Found:
    """At most eight options in a hundred cross a hard limit, and at most one decision in four offers one that does."""
    options = list(on.exact.weights.values())
    nodes = [node for node in on.bench.scenario.nodes.values() if node.options]
    offering = sum(any(on.exact.weights[o.id].gates for o in node.options or ()) for node in nodes)
    crossing = sum(bool(weight.gates) for weight in options)
    good = crossing * 100 <= MOST_OPTIONS * len(options) and offering * 100 <= MOST_DECISIONS * len(nodes)
    asks = f"At most {MOST_OPTIONS} % of options cross a hard limit, at 1 decision in 4 at most"
    yield Check(asks, verdict(good), f"{crossing} of {len(options)} options, at {offering} of {len(nodes)} decisions")


def a_careful_player_seldom_crosses(on: Trial) -> Found:
    """A 70 % faithful Partner crosses a hard limit in at most one play in five, and Partner in none."""
    partner = player(on.rubric, PARTNER)
    random, careful, true = (_crossing(on, odds) for odds in (even_odds, faithful(partner, 70), faithful(partner, 100)))
    figures = f"{float(careful):.0%}; random play {float(random):.0%}, Partner {float(true):.0%}"
    asks = f"Partner, 70 % faithful, crosses a hard limit in at most {MOST_PLAYS} % of plays"
    yield Check(asks, verdict(careful * 100 <= MOST_PLAYS and not true), figures)


def _crossing(on: Trial, odds: Odds) -> Fraction:
    """Returns the share of a player's plays that cross a hard limit."""
    free = [Fraction(1)] * len(on.exact.plays.steps)  # that none is crossed from here on
    for here in reversed(on.exact.plays.order):
        if steps := on.exact.plays.steps[here]:
            shares = odds([step.option for step in steps])
            kept = (
                share * free[step.to]
                for step, share in zip(steps, shares, strict=True)
                if not on.exact.weights[step.option.id].gates
            )
            free[here] = sum(kept, Fraction(0)) / sum(shares)
    return 1 - free[0]
