"""Known groups: the five archetypes score as the rubric says they must, and so do bots that lean on them.

Source: the domain brief, section 4, and the brief on the judge, section 3.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from game.author.validity.bots import faithful, sharing_moves
from game.author.validity.tracks import Run
from game.author.validity.trial import (
    LETTERS,
    PARTNER,
    Check,
    CheckResult,
    Found,
    Trial,
    axis_score,
    measured_axes,
    points,
    verdict,
    whole,
)
from game.rubric.archetypes import Player, above_partner, highest_above, player, unmet
from game.rubric.model import COMPONENTS, POLES
from game.story.play_counts import lengths


def archetypes_score_as_they_must(on: Trial) -> Found:
    """Each archetype's components lie where they must, and its pole is the one it chose most."""
    for code, card in on.cards.items():
        expects = on.rubric.archetypes[code].expects
        asks = f"{on.rubric.archetypes[code].name} scores as it must"
        figures = " ".join(f"{LETTERS[c]} {whole(card.components[c].path)}" for c in COMPONENTS)
        if expects.pole is not None and expects.pole not in on.on_offer:
            yield Check(asks, CheckResult.NONE, f"no option is {on.rubric.poles[expects.pole].name.lower()}")
            continue
        problems = unmet(on.rubric, code, card)
        rates = ", ".join(f"{p} {card.poles[p].chosen}/{card.poles[p].offered}" for p in POLES if card.poles[p].chosen)
        yield Check(asks, verdict(not problems), "; ".join([figures, *([rates] if rates else []), *problems]))


def none_scores_above_partner(on: Trial) -> Found:
    """No other archetype scores above Partner on a component, by more than the rubric lets it."""
    found = above_partner(on.rubric, on.cards)
    gaps = ", ".join(f"{LETTERS[name]} {gap:+.0f}" for name, gap in highest_above(on.rubric, on.cards).items())
    figures = "; ".join([f"the next best less Partner: {gaps}", *found])
    yield Check("No archetype scores above Partner on a component", verdict(not found), figures)


def partner_is_best(on: Trial) -> Found:
    """Partner has the highest score of the five on each axis."""
    for axis in measured_axes(on, "Partner is best"):
        if isinstance(axis, Check):
            yield axis
            continue
        scores = {on.rubric.archetypes[code].name: axis_score(card, axis) for code, card in on.cards.items()}
        mine = scores.pop(on.rubric.archetypes[PARTNER].name)
        next_, most = max(scores.items(), key=lambda item: item[1])
        figures = f"{mine:.0f}, next {next_} {most:.0f}"
        yield Check(f"Partner is best: {on.axis_name(axis)}", verdict(mine > most), figures)


def partner_beats_chance(on: Trial) -> Found:
    """Partner beats random play by more than one standard deviation of random play."""
    for axis in measured_axes(on, "Partner beats chance by more than 1 sd"):
        if isinstance(axis, Check):
            yield axis
            continue
        level, spread = points(on.exact.chance_levels[axis]), points(on.exact.chance_spreads[axis])
        mine = axis_score(on.cards[PARTNER], axis)
        figures = f"{mine:.0f}, chance {level:.0f}, sd {spread:.0f}"
        asks = f"Partner beats chance by more than 1 sd: {on.axis_name(axis)}"
        yield Check(asks, verdict(mine > level + spread), figures)


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
        yield Check(asks, verdict(good), figures, "exact, choices expected of those offered")


def _pole_rates(on: Trial, bot: Player) -> dict[str, float]:
    """Returns by pole on offer how often a 70 % faithful bot chooses it, of the decisions that offer it."""
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
        result = verdict(rising) if len(there) > 1 else CheckResult.NONE
        yield Check(f"{asks}: {name}", result, figures, "exact mean over all places for them")


def _shared_instead(on: Trial, here: int, share: frozenset[str]) -> int | None:
    """Returns the step that shares power at a position, as Partner would choose it; None where there is none."""
    options = [step.option for step in on.tracks.steps[here]]
    sharing = [option for option in options if share & set(option.moves)]
    return options.index(player(on.rubric, PARTNER)(sharing)) if sharing else None


def _mean_with_shared(
    on: Trial, code: str, instead: Sequence[int | None], share: frozenset[str], count: int
) -> float | None:
    """Returns a bot's mean shared power over all ways to put so many sharing choices in place of its own."""
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
