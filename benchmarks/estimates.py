"""Holds figures estimated from plays against the exact ones of the same scenarios: `python -m benchmarks.estimates`."""

from __future__ import annotations

from unittest.mock import patch

from benchmarks.usage import given
from game.app import library as shelves
from game.rubric.model import COMPONENTS
from game.rubric.sample import HowGood, SampledPlays
from game.rubric.scoring_model import ScoringModel, at_stake


def main(names: list[str]) -> None:
    """Prints for each scenario the margin that would be told, and how far off chance and extents really are."""
    library = shelves.Library.shipped()
    for name in names or sorted(library.files):
        exact = library.exact(name)
        guess, estimate = guessed(exact)
        chance = [abs(guess.chance_levels[k] - v) for k, v in exact.chance_levels.items() if v is not None]  # type: ignore[operator]
        print(
            f"{name:24} told ±{estimate.points:2}, chance off {float(max(chance)) * 100:4.1f}, "
            f"lowest and highest off {off(exact, guess) * 100:4.1f} points",
            flush=True,
        )


def guessed(exact: ScoringModel) -> tuple[ScoringModel, HowGood]:
    """Returns a scenario as if it were too large to be followed, with how good its figures would be said to be."""
    guess = ScoringModel(exact.story.scenario, exact.rubric)
    with patch.object(ScoringModel, "sample", SampledPlays(guess.story, guess.weights, at_stake)):
        estimate = guess.estimate
        _ = guess.extents, guess.chance_levels
    assert estimate is not None
    return guess, estimate


def off(exact: ScoringModel, guess: ScoringModel) -> float:
    """Returns how far the lowest and highest means are off at most, as a share of what lies between them."""
    found = [0.0]
    for name in COMPONENTS:
        one, other = exact.extents[name], guess.extents[name]
        if one and other and one.high > one.low:
            found.append(float(max(abs(one.low - other.low), abs(one.high - other.high)) / (one.high - one.low)))
    return max(found)


if __name__ == "__main__":
    main(given(__doc__, lambda names: {*names} <= {*shelves.Library.shipped().files}))
