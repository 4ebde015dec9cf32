"""Whether a scenario's scores mean what they say: every check of the known-groups kind, with its figures.

Sources: the domain brief, section 4 (known groups, test-wise players, sensitivity of weights). Each check is one
function that returns Checks. A check that has no material in a scenario says that it does not apply, and why.
What is drawn at random says how often and from which seed; all the rest is exact.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import combinations, pairwise
from statistics import correlation

from game.author.bench import Bench
from game.author.explore.summit import summit
from game.author.validity.bots import TEST_WISE, faithful, parrot, sharing_moves, slipping, vandal
from game.author.validity.jitter import DRAWS, SEED, kept
from game.author.validity.retold import retold
from game.author.validity.tracks import Picks, Run, Tracks
from game.rubric.archetypes import Player, played, player, profiles, unmet
from game.rubric.model import AXES, COMPONENTS, POLES
from game.rubric.score import Scorecard, score
from game.rubric.scoring_model import ScoringModel
from game.scenario.model import Option
from game.story.play_counts import lengths
from game.story.too_good import dishonest

PARTNER = "partner"
MIXED = 5_000
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
        """The plays, ready to be run by the thousand."""
        return Tracks(self.exact)

    @cached_property
    def cards(self) -> dict[str, Scorecard]:
        """Each archetype's card, by its code."""
        return profiles(self.exact)

    @cached_property
    def picks(self) -> dict[str, list[int]]:
        """What each archetype takes at each position."""
        return {code: self.tracks.picks(player(self.rubric, code)) for code in self.rubric.archetypes}

    @cached_property
    def on_offer(self) -> frozenset[str]:
        """The poles that some option leans to."""
        return frozenset(pole for weight in self.exact.weights.values() for pole in weight.poles)

    def card(self, bot: Player) -> Scorecard:
        """The card of a bot's play."""
        return score(self.exact, played(self.exact, bot))

    def axis_name(self, axis: str) -> str:
        """The axis in few words, for figures."""
        return self.rubric.axes[axis].name.lower()


def trial(bench: Bench) -> list[Check]:
    """Every check of a scenario, in the order of the documents."""
    on = Trial(bench)
    return [check for ask in CHECKS for check in ask(on)]


def _verdict(good: bool) -> CheckResult:
    return CheckResult.PASS if good else CheckResult.FAIL


# ── known groups ──────────────────────────────────────────────────────────────────────────────────────


def archetypes_score_as_they_must(on: Trial) -> Found:
    """Each archetype's components lie where they must, and its pole is the one it chose most."""
    for code, card in on.cards.items():
        expects = on.rubric.archetypes[code].expects
        asks = f"{on.rubric.archetypes[code].name} scores as it must"
        figures = " ".join(f"{LETTERS[c]} {_whole(card.components[c].path)}" for c in COMPONENTS)
        if expects.pole is not None and expects.pole not in on.on_offer:
            yield Check(asks, CheckResult.NONE, f"no option is {on.rubric.poles[expects.pole].name.lower()}")
            continue
        problems = unmet(on.rubric, code, card)
        rates = ", ".join(f"{p} {card.poles[p].chosen}/{card.poles[p].offered}" for p in POLES if card.poles[p].chosen)
        yield Check(asks, _verdict(not problems), "; ".join([figures, *([rates] if rates else []), *problems]))


def partner_is_best(on: Trial) -> Found:
    """Partner has the highest score of the five on each axis."""
    for axis in _axes(on, "Partner is best"):
        if isinstance(axis, Check):
            yield axis
            continue
        scores = {on.rubric.archetypes[code].name: _axis(card, axis) for code, card in on.cards.items()}
        mine = scores.pop(on.rubric.archetypes[PARTNER].name)
        next_, most = max(scores.items(), key=lambda item: item[1])
        figures = f"{mine:.0f}, next {next_} {most:.0f}"
        yield Check(f"Partner is best: {on.axis_name(axis)}", _verdict(mine > most), figures)


def partner_beats_chance(on: Trial) -> Found:
    """Partner beats random play by more than one standard deviation of random play."""
    for axis in _axes(on, "Partner beats chance by more than 1 sd"):
        if isinstance(axis, Check):
            yield axis
            continue
        level, spread = _points(on.exact.chance_levels[axis]), _points(on.exact.chance_spreads[axis])
        mine = _axis(on.cards[PARTNER], axis)
        figures = f"{mine:.0f}, chance {level:.0f}, sd {spread:.0f}"
        asks = f"Partner beats chance by more than 1 sd: {on.axis_name(axis)}"
        yield Check(asks, _verdict(mine > level + spread), figures)


def faithful_bots_show_their_pole(on: Trial) -> Found:
    """A bot that keeps to its archetype in seven of ten choices still leans to its own pole most."""
    for code, archetype in on.rubric.archetypes.items():
        pole = archetype.expects.pole
        if pole is None:
            continue
        asks = f"{archetype.name}, 70 % faithful, still shows its pole"
        if pole not in on.on_offer:
            yield Check(asks, CheckResult.NONE, f"no option is {on.rubric.poles[pole].name.lower()}")
            continue
        rates = _pole_rates(on, player(on.rubric, code))
        figures = ", ".join(f"{p} {rate:.0%}" for p, rate in sorted(rates.items(), key=lambda item: -item[1]))
        good = all(rates[pole] > rate for p, rate in rates.items() if p != pole)
        yield Check(asks, _verdict(good), figures, "exact, choices expected of those offered")


def _pole_rates(on: Trial, bot: Player) -> dict[str, float]:
    """By pole on offer, how often a 70 % faithful bot chooses it of the decisions that offer it."""
    odds = faithful(bot, 70)
    visits = on.exact.expects(odds).visits
    chosen, offered = dict.fromkeys(POLES, 0.0), dict.fromkeys(POLES, 0.0)
    for here, steps in enumerate(on.exact.plays.steps):
        if not steps or not visits[here]:
            continue
        shares = odds([step.option for step in steps])
        for pole in POLES:
            leaning = [pole in on.exact.weights[step.option.id].poles for step in steps]
            if any(leaning):
                offered[pole] += float(visits[here])
                part = sum(share for share, lean in zip(shares, leaning, strict=True) if lean) / sum(shares)
                chosen[pole] += float(visits[here]) * part
    return {pole: chosen[pole] / offered[pole] for pole in POLES if offered[pole]}


def sharing_raises_the_score(on: Trial) -> Found:
    """Each pole's bot, given 0, 1, 2 and 3 choices that share power, scores higher with each."""
    asks = "0, 1, 2, 3 sharing moves raise shared power"
    share = sharing_moves(on.rubric)
    instead = [_shared_instead(on, here, share) for here in range(len(on.tracks.steps))]
    if all(take is None for take in instead):
        yield Check(asks, CheckResult.NONE, "no option shares power")
        return
    for code in on.rubric.archetypes:
        if code == PARTNER:
            continue
        means = [_mean_with_shared(on, code, instead, share, count) for count in range(4)]
        there = [mean for mean in means if mean is not None]
        rising = all(a < b for a, b in pairwise(there))
        figures = " → ".join("–" if mean is None else f"{mean * 100:.0f}" for mean in means)
        name = on.rubric.archetypes[code].name
        result = _verdict(rising) if len(there) > 1 else CheckResult.NONE
        yield Check(f"{asks}: {name}", result, figures, "exact mean over all places for them")


def _shared_instead(on: Trial, here: int, share: frozenset[str]) -> int | None:
    """The step that shares power at a position, as Partner would choose it; None where there is none."""
    options = [step.option for step in on.tracks.steps[here]]
    sharing = [option for option in options if share & set(option.moves)]
    return options.index(player(on.rubric, PARTNER)(sharing)) if sharing else None


def _mean_with_shared(
    on: Trial, code: str, instead: Sequence[int | None], share: frozenset[str], count: int
) -> float | None:
    """A bot's mean shared power over all ways to put so many sharing choices in place of its own."""
    found = []
    for turns in combinations(range(lengths(on.exact.plays).longest), count):
        run, replaced = _run_with(on, on.picks[code], instead, share, turns)
        path = on.tracks.path(run)["shared_power"]
        if replaced == count and path is not None:
            found.append(path)
    return sum(found) / len(found) if found else None


def _run_with(
    on: Trial, picks: Sequence[int], instead: Sequence[int | None], share: frozenset[str], turns: tuple[int, ...]
) -> tuple[Run, int]:
    run: Run = []
    here = replaced = 0
    while steps := on.tracks.steps[here]:
        take, other = picks[here], instead[here]
        if len(run) in turns and other is not None and not share & set(steps[take].option.moves):
            take, replaced = other, replaced + 1
        run.append((here, take))
        here = steps[take].to
    return run, replaced


# ── players that try to be clever ─────────────────────────────────────────────────────────────────────


def test_wise_players_gain_nothing(on: Trial) -> Found:
    """Choosing by place, length, question mark or apology expects at most ten points above chance."""
    for name, odds in TEST_WISE.items():
        asks = f"{name[0].upper()}{name[1:]}: at most chance + 10"
        if _never_differs(on, name):
            yield Check(asks, CheckResult.NONE, "no option is one")
            continue
        levels = on.exact.expects(odds).levels
        both = [(a, levels[a], on.exact.chance_levels[a]) for a in AXES]
        there = [
            (a, _points(mine), _points(level)) for a, mine, level in both if mine is not None and level is not None
        ]
        good = all(mine <= level + 10 for _, mine, level in there)
        figures = "; ".join(f"{on.axis_name(a)} {mine:.0f}, chance {level:.0f}" for a, mine, level in there)
        yield Check(asks, _verdict(good), figures)


def _never_differs(on: Trial, name: str) -> bool:
    odds = TEST_WISE[name]
    offered = ([step.option for step in steps] for steps in on.exact.plays.steps if steps)
    return all(len(set(odds(options))) == 1 for options in offered)


def the_parrot_stays_below(on: Trial) -> Found:
    """Asking everything and acting on nothing stays 25 points below Partner on shared power."""
    asks = "The Parrot is 25 below Partner on shared power"
    mine, partner = on.card(parrot(on.rubric)).axes["shared_power"].path, on.cards[PARTNER].axes["shared_power"].path
    if mine is None or partner is None:
        yield Check(asks, CheckResult.NONE, "shared power is not put to the test")
        return
    yield Check(asks, _verdict(mine <= partner - 25), f"{mine:.0f}, Partner {partner:.0f}")


def the_vandal_never_wins(on: Trial) -> Found:
    """Breaking the bond in order to repair it scores no higher than keeping it."""
    asks = "The Vandal never beats steady Partner"
    card = on.card(vandal(on.rubric))
    if not card.ruptures:
        yield Check(asks, CheckResult.NONE, "no way of playing Partner is offered a rupture")
        return
    mended = sum(rupture.repaired is not None for rupture in card.ruptures)
    good = all(_axis(card, axis) <= _axis(on.cards[PARTNER], axis) for axis in AXES)
    figures = _two(on, card, on.cards[PARTNER])
    yield Check(asks, _verdict(good), f"{figures}; {len(card.ruptures)} broken, {mended} mended")


def a_mended_slip_lies_between(on: Trial) -> Found:
    """One late slip that is repaired scores no more than none, and no less than one that is not repaired."""
    asks = "One late slip, mended, lies between Partner and not mended"
    turns = _turns_to_slip(on)
    if not turns:
        yield Check(asks, CheckResult.NONE, "Partner's way offers no slip")
        return
    mended, left = (on.card(slipping(on.rubric, turns[-1], repairs)) for repairs in (True, False))
    if not any(rupture.repaired for rupture in mended.ruptures):
        yield Check(asks, CheckResult.FAIL, f"after the slip at turn {turns[-1]} no repair is offered")
        return
    partner = on.cards[PARTNER]
    good = all(_axis(left, a) <= _axis(mended, a) <= _axis(partner, a) for a in AXES)
    good = good and any(_axis(left, a) < _axis(mended, a) for a in AXES)
    figures = "; ".join(
        f"{on.axis_name(a)} {_axis(left, a):.0f} ≤ {_axis(mended, a):.0f} ≤ {_axis(partner, a):.0f}" for a in AXES
    )
    yield Check(asks, _verdict(good), f"{figures}; slip at turn {turns[-1]}")


def _turns_to_slip(on: Trial) -> list[int]:
    """Returns the turns of Partner's play at which an open option would break the bond, counted from 1."""
    partner, offered = player(on.rubric, PARTNER), list[bool]()

    def pick(options: Sequence[Option]) -> Option:
        offered.append(any(option.opens for option in options))
        return partner(options)

    played(on.exact, pick)
    return [turn for turn, slip in enumerate(offered, start=1) if slip]


# ── the measure itself ────────────────────────────────────────────────────────────────────────────────


def names_do_not_matter(on: Trial) -> Found:
    """Other names and pronouns leave every play and every point as it was."""
    other = ScoringModel(retold(on.bench.scenario), on.rubric)
    same_plays = [[(s.option.id, s.to) for s in steps] for steps in other.plays.steps] == [
        [(s.option.id, s.to) for s in steps] for steps in on.exact.plays.steps
    ]
    good = same_plays and other.weights == on.exact.weights
    figures = f"{len(on.exact.plays.steps):,} positions and {len(on.exact.weights)} options weigh the same"
    yield Check("Other names and pronouns change no score", _verdict(good), figures if good else "scores differ")


def jitter_keeps_the_order(on: Trial) -> Found:
    """Points moved by −1, 0 or +1 at random leave Partner first in 95 % of draws.

    That is the order the rubric claims. It does not rank the four one-sided ways among themselves: on an axis two of
    them are low by design and two stand in between, so which of two equals leads is luck, told and not judged.
    """
    how = f"{DRAWS:,} draws, seed {SEED}"
    for axis in _axes(on, "Weights ±1 keep the archetypes' order"):
        if isinstance(axis, Check):
            yield axis
            continue
        found = kept(on.tracks, on.picks, axis)
        name = on.axis_name(axis)
        figures = f"{found.first:.1%}; all five as written {found.order:.1%}, of pairs {found.pairs:.1%}"
        yield Check(f"Weights ±1 keep Partner first: {name}", _verdict(found.first >= 0.95), figures, how)


def no_gate_ends_too_well(on: Trial) -> Found:
    """No play that crosses a hard limit ends best, and none that leaves harm unmended ends well."""
    asks = "No hard limit crossed together with a best ending, and none left unmended with a good one"
    harms = on.exact.story.harms
    if not harms:
        yield Check(asks, CheckResult.NONE, "no option crosses a hard limit")
        return
    found = dishonest(on.exact.plays)
    mendable = sum(harm.rupture is not None for harm in harms.values())
    figures = f"{len(harms)} options cross one, {mendable} of them can be mended"
    figures = figures if found is None else f"`{found[0]}`, then `{found[1]}`"
    yield Check(asks, _verdict(found is None), figures, "exact, a proof over every play")


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
    yield Check(asks, _verdict(r < 0.7), figures, f"{MIXED:,} mixed bots, seed {SEED}")


def _correlated(on: Trial, ways: list[Picks]) -> float | None:
    """How far the two axes go together over random blends of these ways and chance; None where one stands still."""
    rng = random.Random(SEED)
    rows = [tuple(on.tracks.path(_mixed(on, ways, rng)).values()) for _ in range(MIXED)]
    there = [(one, two) for one, two in rows if one is not None and two is not None]
    if len({one for one, _ in there}) < 2 or len({two for _, two in there}) < 2:
        return None
    return correlation([one for one, _ in there], [two for _, two in there])


def _mixed(on: Trial, ways: list[Picks], rng: random.Random) -> Run:
    """A play by a blend of these ways and chance, the shares drawn evenly from all that add up to one."""
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
    yield Check(asks, _verdict(found.least >= 0.8), figures + more, "exact, that play")


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
    yield Check("Each component is tested three times on every way", _verdict(min(fewest) >= 3), f"fewest: {figures}")


CHECKS: tuple[Callable[[Trial], Found], ...] = (
    archetypes_score_as_they_must,
    partner_is_best,
    partner_beats_chance,
    faithful_bots_show_their_pole,
    sharing_raises_the_score,
    test_wise_players_gain_nothing,
    the_parrot_stays_below,
    the_vandal_never_wins,
    a_mended_slip_lies_between,
    names_do_not_matter,
    jitter_keeps_the_order,
    no_gate_ends_too_well,
    the_axes_are_two,
    eighty_on_all_four,
    tested_three_times,
)


def _axes(on: Trial, asks: str) -> Iterator[str | Check]:
    """The axes that random play has a score on; for one that it has not, a check that does not apply."""
    for axis in AXES:
        if on.exact.chance_levels[axis] is None:
            yield Check(f"{asks}: {on.axis_name(axis)}", CheckResult.NONE, "not put to the test")
        else:
            yield axis


def _axis(card: Scorecard, axis: str) -> float:
    return card.axes[axis].path or 0.0


def _two(on: Trial, card: Scorecard, other: Scorecard) -> str:
    return "; ".join(f"{on.axis_name(a)} {_axis(card, a):.0f}, Partner {_axis(other, a):.0f}" for a in AXES)


def _whole(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f}"


def _points(share: object) -> float:
    return float(share) * 100  # type: ignore[arg-type]
