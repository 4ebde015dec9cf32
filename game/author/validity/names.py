"""Names are earned: random play is seldom called good at both both/ands, and Partner always is.

Source: the brief on the judge, section 2, rule 2.
"""

from __future__ import annotations

import random

from game.author.validity.jitter import SEED
from game.author.validity.tracks import Run
from game.author.validity.trial import PARTNER, Check, Found, Trial, verdict
from game.rubric.naming import good_names

PLAYS, SELDOM = 4_000, 3  # plays drawn, and the per cent of random plays that may be called good at both


def good_names_are_earned(on: Trial) -> Found:
    """Random play is called good on both axes in at most three plays in a hundred; Partner is, without a slip."""
    rng = random.Random(SEED)
    partner = on.picks[PARTNER]

    def slipping(here: int) -> int:
        return partner[here] if rng.random() < 0.85 else rng.randrange(len(on.tracks.steps[here]))

    lucky = _share(on, [on.tracks.run(lambda here: rng.randrange(len(on.tracks.steps[here]))) for _ in range(PLAYS)])
    nearly = _share(on, [on.tracks.run(slipping) for _ in range(PLAYS)])
    names = [axis.name for axis in on.cards[PARTNER].axes.values()]
    true = all(name is None or name in good_names(on.rubric) for name in names)
    figures = f"random {lucky:.1%}, Partner {'yes' if true else 'no'}, 85 % Partner {nearly:.0%}"
    asks = f"Good on both axes: random play in at most {SELDOM} % of plays, Partner always"
    yield Check(asks, verdict(lucky * 100 <= SELDOM and true), figures, f"{PLAYS:,} plays drawn, seed {SEED}")


def _share(on: Trial, runs: list[Run]) -> float:
    """Returns the share of plays that are called good on both axes."""
    return sum(_good(on, run) for run in runs) / len(runs)


def _good(on: Trial, run: Run) -> bool:
    if any(on.exact.weights[on.tracks.steps[here][take].option.id].gates for here, take in run):
        return False
    shares = on.tracks.shares(run)
    return shares is not None and min(shares) * 100 >= on.rubric.naming.good_from
