"""What a validity check is, and what several of them need of a scenario, worked out once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from game.author.bench import Bench
from game.author.validity.tracks import Tracks
from game.rubric.archetypes import Player, played, player, profiles
from game.rubric.model import AXES, COMPONENTS
from game.rubric.score import Scorecard, score

PARTNER = "partner"
LETTERS = dict(zip(COMPONENTS, "RACK", strict=True))


class CheckResult(StrEnum):
    """How a check came out."""

    PASS = "pass"
    FAIL = "fail"
    NONE = "not applicable"


@dataclass(frozen=True, slots=True)
class Check:
    """One check: what it asks for, how it came out, the figures, and how they were found."""

    asks: str
    result: CheckResult
    figures: str
    how: str = "exact"


Found = Iterator[Check]


class Trial:
    """A scenario on trial: what several checks need is worked out once."""

    def __init__(self, bench: Bench) -> None:
        self.bench, self.exact, self.rubric = bench, bench.exact, bench.exact.rubric

    @cached_property
    def tracks(self) -> Tracks:
        """Returns the plays, ready to be run by the thousand."""
        return Tracks(self.exact)

    @cached_property
    def cards(self) -> dict[str, Scorecard]:
        """Returns each archetype's card, by its code."""
        return profiles(self.exact)

    @cached_property
    def picks(self) -> dict[str, list[int]]:
        """Returns what each archetype takes at each position."""
        return {code: self.tracks.picks(player(self.rubric, code)) for code in self.rubric.archetypes}

    @cached_property
    def on_offer(self) -> frozenset[str]:
        """Returns the poles that some option leans to."""
        return frozenset(pole for weight in self.exact.weights.values() for pole in weight.poles)

    def card(self, bot: Player) -> Scorecard:
        """Returns the card of a bot's play."""
        return score(self.exact, played(self.exact, bot))

    def axis_name(self, axis: str) -> str:
        """Returns the axis in few words, for figures."""
        return self.rubric.axes[axis].name.lower()


def verdict(good: bool) -> CheckResult:
    """Returns the check's result: passed or failed."""
    return CheckResult.PASS if good else CheckResult.FAIL


def measured_axes(on: Trial, asks: str) -> Iterator[str | Check]:
    """Returns the axes that random play has a score on; for one that it has not, a check that does not apply."""
    for axis in AXES:
        if on.exact.chance_levels[axis] is None:
            yield Check(f"{asks}: {on.axis_name(axis)}", CheckResult.NONE, "not put to the test")
        else:
            yield axis


def axis_score(card: Scorecard, axis: str) -> float:
    """Returns a card's path score on an axis, nought where it has none."""
    return card.axes[axis].path or 0.0


def two_axes(on: Trial, card: Scorecard, other: Scorecard) -> str:
    """Returns a card's scores on both axes beside Partner's, for figures."""
    return "; ".join(f"{on.axis_name(a)} {axis_score(card, a):.0f}, Partner {axis_score(other, a):.0f}" for a in AXES)


def whole(value: float | None) -> str:
    """Returns a score in whole points, or a dash."""
    return "–" if value is None else f"{value:.0f}"


def points(share: object) -> float:
    """Returns a share (0–1) as points of a hundred."""
    return float(share) * 100  # type: ignore[arg-type]
