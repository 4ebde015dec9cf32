"""The play whose lowest component is highest, with a proof of how much higher any play could come.

Whether a play's four path scores can all reach a height is a question about sums: each choice adds its points less
the height's mean. For any blend of the four sums the best play is found exactly, and no play can have its lowest
above the blend's best. So each blend gives both a play and a limit; blends lean to what the last play lacked.
"""

from __future__ import annotations

from typing import NamedTuple

from game.author.validity.tracks import Picks, Run, Tracks

ROUNDS = 60


class Summit(NamedTuple):
    """A play and its four path scores (0–1), and a height that no play's lowest score exceeds."""

    shares: tuple[float, float, float, float]
    most: float
    run: Run

    @property
    def least(self) -> float:
        """Returns the lowest of the four."""
        return min(self.shares)


def summit(tracks: Tracks, begin_with: list[Picks], enough: float = 0.8) -> Summit | None:
    """Returns the best play found, at once when one has `enough` on all four; None when not all four can be scored."""
    if any(extent is None or extent[0] == extent[1] for extent in tracks.extents):
        return None
    best: Summit | None = None
    for picks in begin_with:
        best = _higher(best, tracks, tracks.run(picks.__getitem__))
    blend, impossible = [1.0, 1.0, 1.0, 1.0], False
    for round_ in range(1, ROUNDS + 1):
        if impossible or (best is not None and best.least >= enough):
            break
        run, surplus = _richest(tracks, blend, enough)
        impossible = surplus < -1e-9  # well beyond what rounding could do
        best, shares = _higher(best, tracks, run), tracks.shares(run)
        if shares is None:
            break
        blend = [weight * (1 + (enough - share) / round_**0.5) for weight, share in zip(blend, shares, strict=True)]
    return best._replace(most=enough) if best is not None and impossible else best


def _higher(best: Summit | None, tracks: Tracks, run: Run) -> Summit | None:
    """Returns the play whose lowest score is higher; a play that does not test all four has none."""
    shares = tracks.shares(run)
    if shares is None or (best is not None and best.least >= min(shares)):
        return best
    return Summit(shares, 1.0, run)


def _richest(tracks: Tracks, blend: list[float], height: float) -> tuple[Run, float]:
    """Returns the play with the largest blended surplus over a height, and that surplus."""
    means = [e[0] + height * (e[1] - e[0]) for e in tracks.extents if e is not None]
    widths = [e[1] - e[0] for e in tracks.extents if e is not None]
    best = [0.0] * len(tracks.steps)
    take = [0] * len(tracks.steps)
    for here in reversed(tracks.exact.plays.order):
        if steps := tracks.steps[here]:
            sums = [
                best[step.to]
                + sum(blend[i] * (vector[i] - means[i]) / widths[i] for i in range(4) if tracks.stakes[here][i])
                for step, vector in zip(steps, tracks.vectors[here], strict=True)
            ]
            best[here] = max(sums)
            take[here] = sums.index(best[here])
    return tracks.run(take.__getitem__), best[0]
