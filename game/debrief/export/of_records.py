"""What is made of choices, once for all the plays that chose alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from game.rubric.score import ChoiceRecord

MOST_REMEMBERED = 10_000
Made = TypeVar("Made")


class OfRecords(Generic[Made]):
    """What is made of a choice's record, once for all the plays that share it."""

    def __init__(self, make: Callable[[ChoiceRecord], Made]) -> None:
        self._make = make
        self._made: dict[int, tuple[ChoiceRecord, Made]] = {}

    def of(self, record: ChoiceRecord) -> Made:
        """Returns what was made of a record, or is made of it now."""
        known = self._made.get(id(record))
        if known is None or known[0] is not record:
            if len(self._made) >= MOST_REMEMBERED:
                self._made.clear()
            known = self._made[id(record)] = (record, self._make(record))
        return known[1]
