"""Players that try to be clever: by place, by length, by words, by asking everything, by breaking what they repair."""

from __future__ import annotations

from collections.abc import Sequence

from game.author.validity.bots import TEST_WISE, eliminating, parrot, slipping, vandal
from game.author.validity.readers import READERS, SEED, learned_odds
from game.author.validity.trial import PARTNER, Check, CheckResult, Found, Trial, axis_score, points, two_axes, verdict
from game.rubric.archetypes import played, player
from game.rubric.chance import Odds
from game.rubric.model import AXES
from game.scenario.model import Option


def test_wise_players_gain_nothing(on: Trial) -> Found:
    """Choosing by place, length, question mark or apology expects at most ten points above chance."""
    for name, odds in TEST_WISE.items():
        asks = f"{name[0].upper()}{name[1:]}: at most chance + 10"
        if _never_differs(on, name):
            yield Check(asks, CheckResult.NONE, "no option is one")
            continue
        yield _gains_at_most(on, asks, odds, 10)


def _never_differs(on: Trial, name: str) -> bool:
    odds = TEST_WISE[name]
    offered = ([step.option for step in steps] for steps in on.exact.plays.steps if steps)
    return all(len(set(odds(options))) == 1 for options in offered)


def the_eliminator_gains_little(on: Trial) -> Found:
    """Striking what costs something or crosses a limit, seven times in ten, expects at most 15 above chance."""
    yield _gains_at_most(on, "The eliminator: at most chance + 15", eliminating(on.exact.weights, 70), 15)


def words_give_little_away(on: Trial) -> Found:
    """Going by the words that were good in the rest of the library expects at most 10 above chance."""
    asks = "Words learned from the other scenarios: at most chance + 10"
    odds = learned_odds(on.rubric, on.bench.scenario.id)
    if odds is None:
        yield Check(asks, CheckResult.NONE, "no other scenario of format 2 to learn from")
        return
    yield _gains_at_most(on, asks, odds, 10, f"exact for {READERS} readers, seed {SEED}")


def _gains_at_most(on: Trial, asks: str, odds: Odds, most: int, how: str = "exact") -> Check:
    """Returns whether a player of these odds expects at most so many points above chance on both axes."""
    levels = on.exact.expects(odds).levels
    both = [(a, levels[a], on.exact.chance_levels[a]) for a in AXES]
    there = [(a, points(mine), points(level)) for a, mine, level in both if mine is not None and level is not None]
    figures = "; ".join(f"{on.axis_name(a)} {mine:.0f}, chance {level:.0f}" for a, mine, level in there)
    return Check(asks, verdict(all(mine <= level + most for _, mine, level in there)), figures, how)


def the_parrot_stays_below(on: Trial) -> Found:
    """Asking everything and acting on nothing stays 25 points below Partner on shared power."""
    asks = "The Parrot is 25 below Partner on shared power"
    mine, partner = on.card(parrot(on.rubric)).axes["shared_power"].path, on.cards[PARTNER].axes["shared_power"].path
    if mine is None or partner is None:
        yield Check(asks, CheckResult.NONE, "shared power is not put to the test")
        return
    yield Check(asks, verdict(mine <= partner - 25), f"{mine:.0f}, Partner {partner:.0f}")


def the_vandal_never_wins(on: Trial) -> Found:
    """Breaking the bond in order to repair it scores no higher than keeping it."""
    asks = "The Vandal never beats steady Partner"
    card = on.card(vandal(on.rubric))
    if not card.ruptures:
        yield Check(asks, CheckResult.NONE, "no way of playing Partner is offered a rupture")
        return
    mended = sum(rupture.repaired is not None for rupture in card.ruptures)
    good = all(axis_score(card, axis) <= axis_score(on.cards[PARTNER], axis) for axis in AXES)
    figures = two_axes(on, card, on.cards[PARTNER])
    yield Check(asks, verdict(good), f"{figures}; {len(card.ruptures)} broken, {mended} mended")


def a_mended_slip_lies_between(on: Trial) -> Found:
    """One late slip that is repaired scores no more than none, and no less than one that is not repaired."""
    asks = "One late slip, mended, lies between Partner and not mended"
    turns = _turns_to_slip(on)
    if not turns:
        yield Check(asks, CheckResult.NONE, "Partner's way offers no slip")
        return
    mended, left = (on.card(slipping(on.rubric, turns[-1], repairs)) for repairs in (True, False))
    if not any(rupture.repaired for rupture in mended.ruptures):
        yield Check(asks, CheckResult.FAIL, f"after the slip at turn {turns[-1]} no repair is offered")
        return
    partner = on.cards[PARTNER]
    good = all(axis_score(left, a) <= axis_score(mended, a) <= axis_score(partner, a) for a in AXES)
    good = good and any(axis_score(left, a) < axis_score(mended, a) for a in AXES)
    rising = {axis: [axis_score(card, axis) for card in (left, mended, partner)] for axis in AXES}
    figures = "; ".join(
        f"{on.axis_name(axis)} {' ≤ '.join(f'{score:.0f}' for score in scores)}" for axis, scores in rising.items()
    )
    yield Check(asks, verdict(good), f"{figures}; slip at turn {turns[-1]}")


def _turns_to_slip(on: Trial) -> list[int]:
    """Returns the turns of Partner's play at which an open option would break the bond, counted from 1."""
    partner, offered = player(on.rubric, PARTNER), list[bool]()

    def pick(options: Sequence[Option]) -> Option:
        offered.append(any(option.opens for option in options))
        return partner(options)

    played(on.exact, pick)
    return [turn for turn, slip in enumerate(offered, start=1) if slip]
