"""That a person on the stage lives: breath and blinks as numbers, each at its own uneven pace."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from random import Random

BLINK = ((0.04, "lowered"), (0.10, "shut"), (0.06, "lowered"))  # seconds, and how the eyes look meanwhile
IN, OUT, STILL = 1.7, 2.3, 0.8  # seconds of a breath: drawn, let go, and the rest after it


@dataclass(slots=True)
class Life:
    """One for the whole window, so that a blink does not wait for a new screen. `lids` is "" but while a
    blink has them lowered or shut; `breath` goes from 0, let go, to 1. The same every time the window is opened."""

    lids: str = ""
    breath: float = 0.0
    chance: Random = field(default_factory=lambda: Random(5))
    _awake: float = 0.0  # seconds since the last blink
    _next: float = 4.0
    _drawn: float = 0.0  # seconds since this breath began, at the usual pace
    _pace: float = 1.0

    def pass_time(self, dt: float) -> None:
        """Lets `dt` seconds pass."""
        self._awake += dt
        since = self._awake - self._next
        self.lids = _lids(since)
        if since >= sum(seconds for seconds, _ in BLINK):
            self._awake, self._next = 0.0, self.chance.triangular(3.0, 7.0, 4.4)
        self._drawn += dt * self._pace
        if self._drawn >= IN + OUT + STILL:
            self._drawn %= IN + OUT + STILL
            self._pace = self.chance.uniform(0.85, 1.15)
        self.breath = _breath(self._drawn)


def _lids(since: float) -> str:
    """Returns how the eyes look, so long after a blink began."""
    for seconds, look in BLINK if since >= 0 else ():
        if since < seconds:
            return look
        since -= seconds
    return ""


def _breath(seconds: float) -> float:
    """Returns how full a breath is, so long after it began."""
    if seconds < IN:
        return (1 - math.cos(math.pi * seconds / IN)) / 2
    return (1 + math.cos(math.pi * min(1.0, (seconds - IN) / OUT))) / 2
