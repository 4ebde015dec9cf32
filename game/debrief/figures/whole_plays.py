"""Where whole plays, the random player and the archetypes stand on the planes, and how the client fared by turns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache

from game.debrief.figures.hidden_cells import about
from game.debrief.figures.model import FEWEST, PlaneMark, PlanePoint, TracePoint
from game.debrief.figures.rounding import in_points, to_half
from game.debrief.figures.sums import Key
from game.rubric.archetypes import profiles
from game.rubric.score import Scorecard
from game.rubric.scoring_model import ScoringModel

FEWEST_FOR_PLANES = 20
SQUARE = 20  # points from side to side
FEWEST_FOR_TRACE = 20


def points(counts: Mapping[Key, int], exact: ScoringModel, complete: int) -> dict[str, tuple[PlanePoint, ...]]:
    """Returns how many whole plays lie in each square of each plane, in steps of three; none of fewer than three."""
    found: dict[str, tuple[PlanePoint, ...]] = {}
    for axis in exact.rubric.axes:
        squares: Counter[tuple[int, int]] = Counter()
        for key, count in counts.items():
            if key[0] == "points" and key[1] == axis:
                squares[_middle(int(key[2])), _middle(int(key[3]))] += count
        rows = sorted((x, y, about(count)) for (x, y), count in squares.items() if count >= FEWEST)
        found[axis] = tuple(PlanePoint(*row) for row in rows) if complete >= FEWEST_FOR_PLANES else ()
    return found


def _middle(score: int) -> int:
    """Returns the middle of the square that a score lies in."""
    return min(score, 99) // SQUARE * SQUARE + SQUARE // 2


@lru_cache(maxsize=8)
def chance_marks(exact: ScoringModel) -> dict[str, PlaneMark]:
    """Returns for each axis where the random player stands on average."""
    return _marks(exact, lambda component: in_points(exact.chance_levels[component]))


@lru_cache(maxsize=8)
def archetype_marks(exact: ScoringModel) -> dict[str, dict[str, PlaneMark]]:
    """Returns for each archetype where it stands on each axis."""
    return {code: _card_marks(exact, card) for code, card in profiles(exact).items()}


def _card_marks(exact: ScoringModel, card: Scorecard) -> dict[str, PlaneMark]:
    return _marks(exact, lambda component: card.components[component].path)


def _marks(exact: ScoringModel, at: Callable[[str], float | None]) -> dict[str, PlaneMark]:
    found = {}
    for axis, description in exact.rubric.axes.items():
        x, y = (at(component) for component in description.components)
        if x is not None and y is not None:
            found[axis] = PlaneMark(x, y)
    return found


def trace(counts: Mapping[Key, int]) -> tuple[TracePoint, ...]:
    """Returns trust, ease and voice after each turn that enough came to: means to the half, numbers down to five."""
    found = []
    last = max((int(key[1]) for key in counts if key[0] == "turn"), default=0)
    for turn in range(1, last + 1):
        n = counts.get(("turn", turn, "n"), 0)
        if n < FEWEST_FOR_TRACE:
            break
        trust, ease, voice = (
            to_half(Fraction(counts.get(("turn", turn, part), 0), n)) for part in ("trust", "ease", "voice")
        )
        found.append(TracePoint(turn, n // 5 * 5, trust, ease, voice))
    return tuple(found)
