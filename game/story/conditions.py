"""Conditions as demands on a Position: compiled once, since every view and every choice asks them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from game.scenario.model import STATE_PARTS, Condition
from game.story.position import Position


class Demand(NamedTuple):
    """Bits that must be set, bits that must not, and closed ranges for trust, ease and voice."""

    has: int
    lacks: int
    ranges: tuple[tuple[int, int, int], ...]  # (which part, low, high)


def compiled(condition: Condition | None, bits: Mapping[str, int]) -> Demand | None:
    """Returns the demand a condition makes; None when there is none."""
    if condition is None:
        return None
    has = sum(bits[fact] for fact in set(condition.has))
    lacks = sum(bits[fact] for fact in set(condition.lacks))
    ranges = tuple((STATE_PARTS.index(b.part), b.low, b.high) for b in condition.bounds)
    return Demand(has, lacks, ranges)


def holds(demand: Demand | None, position: Position) -> bool:
    """Returns True when the position meets the demand; always, when there is none."""
    if demand is None:
        return True
    has, lacks, ranges = demand
    facts = position[1]
    if facts & has != has or facts & lacks:
        return False
    state = (position[2], position[3], position[4])
    return all(low <= state[part] <= high for part, low, high in ranges)
