"""How a class's figures are rounded: halves up, on fractions, so that equal sums give equal figures everywhere."""

from __future__ import annotations

from fractions import Fraction


def percent(part: int | None, whole: int | None) -> float | None:
    """Returns a part as points of a hundred, to one place; None where either is not shown or the whole is nought."""
    return None if part is None or not whole else in_points(Fraction(part, whole))


def nearest_five(part: int, whole: int) -> int:
    """Returns a share to the nearest five of a hundred."""
    return int(Fraction(20 * part, whole) + Fraction(1, 2)) * 5


def in_percent(part: int, whole: int) -> int:
    """Returns a share to the nearest hundredth."""
    return int(Fraction(100 * part, whole) + Fraction(1, 2))


def in_points(share: Fraction | None) -> float | None:
    """Returns a share (0 to 1) as points of a hundred, to one place; None for None."""
    return None if share is None else int(share * 1000 + Fraction(1, 2)) / 10


def to_half(value: Fraction) -> float:
    """Returns a value to the nearest half."""
    return int(value * 2 + Fraction(1, 2)) / 2
