"""The shape of decisions: often two good ways, sometimes none, never one pattern; and options that are short.

Source: the brief on the judge, section 2, rule 7, and section 6.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median

from game.author.validity.trial import Check, Found, Trial, verdict
from game.rubric.model import POLES
from game.scenario.model import Option

TWO_GOOD, SAME_POLES, LONG = 40, 30, 3  # per cent
MEDIAN, MOST_WORDS = 18, 24


def menus(on: Trial) -> list[Sequence[Option]]:
    """Returns for each decision that some play meets, the most options that are open there together."""
    found: dict[str, Sequence[Option]] = {}
    for position, steps in zip(on.exact.plays.positions, on.exact.plays.steps, strict=True):
        options = [step.option for step in steps]
        if len(options) > len(found.get(position.node, ())):
            found[position.node] = options
    return list(found.values())


def respectable(on: Trial, option: Option) -> bool:
    """Returns True for an option that leans to no pole, crosses no limit and costs nothing on any component."""
    weight = on.exact.weights[option.id]
    return not weight.poles and not weight.gates and min(weight.vector) >= 0


def two_ways_are_often_good(on: Trial) -> Found:
    """At four decisions in ten two options are respectable, and at some none is."""
    counts = [sum(respectable(on, option) for option in menu) for menu in menus(on)]
    two, none = sum(count >= 2 for count in counts), sum(count == 0 for count in counts)
    good = two * 100 >= TWO_GOOD * len(counts) and none > 0
    asks = f"Two respectable options at {TWO_GOOD} % of decisions or more, none at one or more"
    yield Check(asks, verdict(good), f"two at {two} of {len(counts)}, none at {none}")


def no_pattern_of_poles(on: Trial) -> Found:
    """No set of poles is on offer at more than three decisions in ten."""
    sets = Counter(frozenset(p for o in menu for p in on.exact.weights[o.id].poles) for menu in menus(on))
    most, times = max(sets.items(), key=lambda item: (item[1], sorted(item[0])))
    names = ", ".join(pole for pole in POLES if pole in most) or "none"
    total = sum(sets.values())
    asks = f"No set of poles at more than {SAME_POLES} % of decisions"
    yield Check(asks, verdict(times * 100 <= SAME_POLES * total), f"{names}: {times} of {total}")


def options_are_short(on: Trial) -> Found:
    """Half of the options have 18 words or fewer, and no more than three in a hundred more than 24."""
    words = [len(o.words.split()) for node in on.bench.scenario.nodes.values() for o in node.options or ()]
    long = sum(count > MOST_WORDS for count in words)
    good = median(words) <= MEDIAN and long * 100 <= LONG * len(words)
    asks = f"Options: median {MEDIAN} words at most, {LONG} % over {MOST_WORDS} at most"
    yield Check(asks, verdict(good), f"median {median(words):g}, {long} of {len(words)} over {MOST_WORDS}")
