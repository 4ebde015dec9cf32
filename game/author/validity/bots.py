"""Players that hold a scenario's scores to account: they choose by words, by moves, or by leaning on another player.

None looks at points. Test-wise players are given as odds, so that what they can expect is computed over every play.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from math import comb, gcd, lcm

from game.rubric.archetypes import Player, player, preferring
from game.rubric.chance import Odds
from game.rubric.model import CLIENT, CLINICAL, Archetype, Rubric
from game.rubric.points import Weight
from game.scenario.model import Option

APOLOGY = re.compile(r"\b(sorry|apolog\w*|my fault|forgive)\b", re.IGNORECASE)

PARROT = Archetype(
    name="Parrot",
    prefers=(
        "invites_experience", "elicits_goal", "gives_graded_signal", "asks_specific_consent", "checks_capacity_now",
        "drops_answer", "accepts_fine", "bounces_decision", "menu_dump",
    ),
    avoids=("acts_on_report", "recommends_with_reason", "splits_the_work", "returns_authority", "refers_for_safety"),
)  # fmt: skip


def first(options: Sequence[Option]) -> Sequence[int]:
    """Picks always the first that the author listed."""
    return [int(index == 0) for index in range(len(options))]


def longest(options: Sequence[Option]) -> Sequence[int]:
    """Picks always the longest in characters; evenly where several are."""
    most = max(len(option.words) for option in options)
    return [int(len(option.words) == most) for option in options]


def a_question(options: Sequence[Option]) -> Sequence[int]:
    """Picks always one that asks something; evenly among those, or among all where none does."""
    return _those(["?" in option.words for option in options])


def an_apology(options: Sequence[Option]) -> Sequence[int]:
    """Picks always one that says sorry; evenly among those, or among all where none does."""
    return _those([bool(APOLOGY.search(option.words)) for option in options])


TEST_WISE: dict[str, Odds] = {
    "always the first": first,
    "always the longest": longest,
    "always a question": a_question,
    "always an apology": an_apology,
}


def _those(wanted: list[bool]) -> list[int]:
    return [int(one or not any(wanted)) for one in wanted]


def faithful(pick: Player, percent: int) -> Odds:
    """Returns a player's own pick in so many of a hundred choices, and otherwise any open option evenly."""

    def odds(options: Sequence[Option]) -> Sequence[int]:
        mine = pick(options)
        return [100 - percent + percent * len(options) * (option is mine) for option in options]

    return odds


def eliminating(weights: Mapping[str, Weight], percent: int) -> Odds:
    """Strikes an option that costs something or crosses a hard limit, each so many times in a hundred, and picks any
    of the rest evenly; of all, where nothing is left."""

    def odds(options: Sequence[Option]) -> Sequence[int]:
        bad = [min(weights[option.id].vector) < 0 or bool(weights[option.id].gates) for option in options]
        struck, good = sum(bad), len(bad) - sum(bad)
        share = lcm(*range(1, len(options) + 1))  # so that it can be dealt out evenly to any number
        each_good = each_bad = 0
        for count in range(struck + 1):
            times = comb(struck, count) * percent**count * (100 - percent) ** (struck - count)
            left = good + struck - count
            if left == 0:
                each_bad += times * share
                continue
            each_good += times * share // left * struck
            each_bad += times * share // left * (struck - count)
        # a bad one has its part of what the bad ones have together
        found = [each_bad if one else each_good for one in bad] if struck else [1] * len(options)
        return [odd // gcd(*found) for odd in found]

    return odds


def sharing_moves(rubric: Rubric) -> frozenset[str]:
    """Returns the moves that honour the client's power and keep clinical responsibility at once."""
    return frozenset(
        code for code, move in rubric.moves.items() if move.vector[CLIENT] > 0 and move.vector[CLINICAL] > 0
    )


def parrot(rubric: Rubric) -> Player:
    """Asks everything and acts on nothing."""
    return preferring(rubric, PARROT)


def vandal(rubric: Rubric) -> Player:
    """Breaks the bond wherever it can, then repairs it; otherwise Partner."""
    return _first_of(player(rubric, "partner"), lambda o: o.opens is not None, lambda o: o.repairs is not None)


def slipping(rubric: Rubric, turn: int, repairs: bool) -> Player:
    """Returns Partner, but for one slip at a turn (counted from 1), which it repairs as soon as it can, or never."""
    partner = player(rubric, "partner")
    turns, broken = 0, None

    def pick(options: Sequence[Option]) -> Option:
        nonlocal turns, broken
        turns += 1
        if turns == turn:
            slip = partner([option for option in options if option.opens])
            broken = slip.opens
            return slip
        mending = [option for option in options if broken is not None and option.repairs == broken]
        if mending and repairs:
            return partner(mending)
        return partner([option for option in options if option not in mending] or options)

    return pick


def _first_of(otherwise: Player, *wanted: Callable[[Option], bool]) -> Player:
    def pick(options: Sequence[Option]) -> Option:
        for want in wanted:
            if those := [option for option in options if want(option)]:
                return otherwise(those)
        return otherwise(options)

    return pick
