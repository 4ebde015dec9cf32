"""The name that a play earns on an axis: a good one for both components and no gate, else one for the pole chosen.

A name never follows from a low component. Source: the brief on the judge, section 2, rule 2.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from game.rubric.model import AXIS_POLES, Rubric


def earned_name(
    rubric: Rubric,
    axis: str,
    scores: tuple[Fraction | None, Fraction | None],
    poles: Mapping[str, tuple[int, int]],
    crossed: bool,
) -> str | None:
    """The name of a play on an axis; None where one of its components has no score.

    `scores` are the path scores (0–1) of its components, `poles` how often each pole was chosen and offered, `crossed`
    whether any hard limit was, mended or not.
    """
    one, two = scores
    if one is None or two is None:
        return None
    naming = rubric.naming
    if min(one, two) * 100 >= Fraction(str(naming.good_from)) and not crossed:
        return rubric.axes[axis].earned
    rates = {pole: Fraction(*poles[pole]) if poles[pole][1] else Fraction(0) for pole in AXIS_POLES[axis]}
    most, least = sorted(rates, key=rates.__getitem__, reverse=True)
    lean_from, times, both_from = (
        Fraction(str(number)) for number in (naming.lean_from, naming.lean_times, naming.both_leans_from)
    )
    if rates[most] >= lean_from and rates[most] >= times * rates[least]:
        return rubric.poles[most].leans or f"leans to {rubric.poles[most].name.lower()}"
    return naming.both_ways if rates[least] >= both_from else naming.no_lean


def good_names(rubric: Rubric) -> frozenset[str]:
    """The names that only a play without a gate can earn."""
    return frozenset(axis.earned for axis in rubric.axes.values())
