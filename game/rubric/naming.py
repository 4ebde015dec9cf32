"""The name that a play earns on an axis: a good one for both components and no gate, else one for the pole chosen.

A name never follows from a low component. Source: the brief on the judge, section 2, rule 2.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache

from game.rubric.model import AXIS_POLES, Axis, Rubric

HIGH = 50  # the middle of a plane


def are_good(rubric: Rubric, one: Fraction | None, two: Fraction | None) -> bool | None:
    """Returns whether both path scores (0–1) of an axis are high enough for its good name; None without one."""
    return None if one is None or two is None else min(one, two) * 100 >= _exactly(rubric.naming.good_from)


def earned_name(
    rubric: Rubric, axis: str, good: bool | None, poles: Mapping[str, tuple[int, ...]], crossed: bool
) -> str | None:
    """Returns the name of a play on an axis; None where one of its components has no score.

    `good` tells whether both are high (`are_good`), `poles` how often each pole was chosen and offered, `crossed`
    whether any hard limit was, mended or not.
    """
    if good is None:
        return None
    naming = rubric.naming
    if good and not crossed:
        return rubric.axes[axis].earned
    rates = {pole: Fraction(*poles[pole]) if poles[pole][1] else Fraction(0) for pole in AXIS_POLES[axis]}
    most, least = sorted(rates, key=rates.__getitem__, reverse=True)
    lean_from, times, both_from = (
        _exactly(number) for number in (naming.lean_from, naming.lean_times, naming.both_leans_from)
    )
    if rates[most] >= lean_from and rates[most] >= times * rates[least]:
        return lean_name(rubric, most)
    return naming.both_ways if rates[least] >= both_from else naming.no_lean


def lean_name(rubric: Rubric, pole: str) -> str:
    """Returns the name of a play that leans to a pole."""
    return rubric.poles[pole].leans or f"leans to {rubric.poles[pole].name.lower()}"


@cache
def _exactly(number: float) -> Fraction:
    """Returns a number of the rubric as it is written there."""
    return Fraction(str(number))


def corner(axis: Axis, one: float, two: float) -> str:
    """Returns the corner of an axis's plane that two scores (0–100) lie in: which is high, 50 or more, and which low.

    It says where a play stands and nothing of how it leans: that is earned by choices (`earned_name`).
    """
    corners = axis.quadrants
    if one >= HIGH:
        return corners.both if two >= HIGH else corners.first_only
    return corners.second_only if two >= HIGH else corners.neither


def good_names(rubric: Rubric) -> frozenset[str]:
    """Returns the names that only a play without a gate can earn."""
    return frozenset(axis.earned for axis in rubric.axes.values())
