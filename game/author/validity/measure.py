"""The measure itself: names and weights do not decide it, its two axes are two, and all of it can be reached."""

from __future__ import annotations

import random
from statistics import correlation

from game.author.explore.summit import summit
from game.author.validity.jitter import DRAWS, SEED, kept
from game.author.validity.retold import retold
from game.author.validity.tracks import Picks, Run
from game.author.validity.trial import PARTNER, Check, CheckResult, Found, Trial, measured_axes, verdict
from game.rubric.model import COMPONENTS
from game.rubric.scoring_model import ScoringModel

MIXED = 5_000


def names_do_not_matter(on: Trial) -> Found:
    """Other names and pronouns leave every play and every point as it was."""
    other = ScoringModel(retold(on.bench.scenario), on.rubric)
    same_plays = [[(s.option.id, s.to) for s in steps] for steps in other.plays.steps] == [
        [(s.option.id, s.to) for s in steps] for steps in on.exact.plays.steps
    ]
    good = same_plays and other.weights == on.exact.weights
    figures = f"{len(on.exact.plays.steps):,} positions and {len(on.exact.weights)} options weigh the same"
    yield Check("Other names and pronouns change no score", verdict(good), figures if good else "scores differ")


def jitter_keeps_the_order(on: Trial) -> Found:
    """Points moved by −1, 0 or +1 at random leave Partner first in 95 % of draws.

    That is the order the rubric claims. It does not rank the four one-sided ways among themselves: on an axis two of
    them are low by design and two stand in between, so which of two equals leads is luck, told and not judged.
    """
    how = f"{DRAWS:,} draws, seed {SEED}"
    for axis in measured_axes(on, "Weights ±1 keep the archetypes' order"):
        if isinstance(axis, Check):
            yield axis
            continue
        found = kept(on.tracks, on.picks, axis)
        name = on.axis_name(axis)
        figures = f"{found.first:.1%}; all five as written {found.order:.1%}, of pairs {found.pairs:.1%}"
        yield Check(f"Weights ±1 keep Partner first: {name}", verdict(found.first >= 0.95), figures, how)


def the_axes_are_two(on: Trial) -> Found:
    """Over mixed bots, each a random blend of the one-sided archetypes and chance, the axes correlate below .7.

    Partner is left out: it is good at both by definition, so its share of each blend would correlate with itself.
    """
    asks = "The two axes correlate below .7"
    one_sided = [picks for code, picks in on.picks.items() if code != PARTNER]
    r, whole = _correlated(on, one_sided), _correlated(on, list(on.picks.values()))
    if r is None:
        yield Check(asks, CheckResult.NONE, "one axis is not put to the test")
        return
    figures = f"r = {r:.2f}" + ("" if whole is None else f"; {whole:.2f} with Partner in the blend")
    yield Check(asks, verdict(r < 0.7), figures, f"{MIXED:,} mixed bots, seed {SEED}")


def _correlated(on: Trial, ways: list[Picks]) -> float | None:
    """Returns how far the two axes go together over random blends of these ways and chance; None where one stands
    still."""
    rng = random.Random(SEED)
    rows = [tuple(on.tracks.path(_mixed(on, ways, rng)).values()) for _ in range(MIXED)]
    there = [(one, two) for one, two in rows if one is not None and two is not None]
    if len({one for one, _ in there}) < 2 or len({two for _, two in there}) < 2:
        return None
    return correlation([one for one, _ in there], [two for _, two in there])


def _mixed(on: Trial, ways: list[Picks], rng: random.Random) -> Run:
    """Returns a play by a blend of these ways and chance, the shares drawn evenly from all that add up to one."""
    cuts = sorted(rng.random() for _ in ways)

    def pick(here: int) -> int:
        drawn = rng.random()
        index = sum(cut < drawn for cut in cuts)
        return ways[index][here] if index < len(ways) else rng.randrange(len(on.tracks.steps[here]))

    return on.tracks.run(pick)


def eighty_on_all_four(on: Trial) -> Found:
    """At least one play reaches 80 on all four components."""
    found = summit(on.tracks, [on.picks[PARTNER]])
    asks = "A play reaches 80 on all four"
    if found is None:
        yield Check(asks, CheckResult.NONE, "not all four components are put to the test")
        return
    figures = " ".join(f"{letter} {points * 100:.0f}" for letter, points in zip("RACK", found.shares, strict=True))
    if found.least >= 0.8:
        more = ""
    else:
        more = "; proven that no play does" if found.most < 1 else "; the nearest found, not proven that none does"
    yield Check(asks, verdict(found.least >= 0.8), figures + more, "exact, that play")


def tested_three_times(on: Trial) -> Found:
    """Every full play puts each component to the test at least three times."""
    fewest = [0, 0, 0, 0]
    for index in range(len(COMPONENTS)):
        least = [0] * len(on.tracks.steps)
        for here in reversed(on.exact.plays.order):
            if steps := on.tracks.steps[here]:
                least[here] = on.tracks.stakes[here][index] + min(least[step.to] for step in steps)
        fewest[index] = least[0]
    figures = " ".join(f"{letter} {count}" for letter, count in zip("RACK", fewest, strict=True))
    yield Check("Each component is tested three times on every way", verdict(min(fewest) >= 3), f"fewest: {figures}")
