"""Players that choose by moves, never by score: the five archetypes, and the random player."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence

from game.errors import UsageError
from game.rubric.model import Archetype, Rubric
from game.rubric.score import Scorecard, score
from game.rubric.scoring_model import ScoringModel
from game.scenario.model import Option
from game.story.engine import advance, choose, jumps, open_options, start

Player = Callable[[Sequence[Option]], Option]
RANDOM, PARTNER = "random", "partner"


def player(rubric: Rubric, name: str, seed: int = 0) -> Player:
    """Returns the player called `name` (an archetype's code or `random`), which picks one of the open options."""
    if name == RANDOM:
        return random.Random(seed).choice
    archetype = rubric.archetypes.get(name)
    if archetype is None:
        known = ", ".join([*rubric.archetypes, RANDOM])
        raise UsageError(f"There is no bot called `{name}`. Possible: {known}.")
    return preferring(rubric, archetype)


def preferring(rubric: Rubric, archetype: Archetype) -> Player:
    """Returns the player that an archetype describes."""
    return lambda options: min(options, key=lambda option: _dislike(rubric, archetype, option))


def _dislike(rubric: Rubric, archetype: Archetype, option: Option) -> tuple[int, tuple[int, ...]]:
    """Returns how far down an option stands: avoided moves count first, then the ranks of its moves, best first."""
    avoided = sum(m in archetype.avoids or rubric.moves[m].pole in archetype.avoids for m in option.moves)
    last = len(archetype.prefers)
    ranks = sorted(archetype.prefers.index(m) if m in archetype.prefers else last for m in option.moves)
    return avoided, tuple([*ranks, last, last, last][:3])


def played(exact: ScoringModel, pick: Player) -> list[str]:
    """Returns the option ids of one whole play by a player."""
    story, chosen = exact.story, list[str]()
    position = start(story)
    while True:
        while jumps(story, position):
            position = advance(story, position)
        options = open_options(story, position)
        if not options:
            return chosen
        option = pick(options)
        chosen.append(option.id)
        position = choose(story, position, option.id)


def profiles(exact: ScoringModel) -> dict[str, Scorecard]:
    """Returns the card of each archetype's play, by its code."""
    return {code: score(exact, played(exact, player(exact.rubric, code))) for code in exact.rubric.archetypes}


def unmet(rubric: Rubric, code: str, card: Scorecard) -> list[str]:
    """Returns what an archetype's card should show and does not, in words; empty when all is met.

    The pole that an archetype stands for must be the one it chose most often where it was on offer; Partner
    may choose no pole at more than one in ten of the decisions that offered it.
    """
    expects = rubric.archetypes[code].expects
    found = []
    for name, wanted in expects.ranges.items():
        path = card.components[name].path
        if path is None or not wanted.low <= path <= wanted.high:
            found.append(f"{rubric.components[name].name} is {path}, wanted {wanted.low}–{wanted.high}")
    rates = {p: c.chosen / c.offered for p, c in card.poles.items() if c.offered}
    if expects.pole in rates and not 0 < max(rates.values()) <= rates[expects.pole]:
        found.append(f"{rubric.poles[expects.pole].name} is not the pole chosen most")
    if expects.pole is None and expects.ranges:
        found += [f"{rubric.poles[p].name} at {rate:.0%}" for p, rate in rates.items() if rate > 0.1]
    return found


def highest_above(rubric: Rubric, cards: Mapping[str, Scorecard]) -> dict[str, float]:
    """Returns by component how far the best of the other archetypes lies above Partner (below it, where negative)."""
    found = {}
    for name in rubric.components:
        mine = cards[PARTNER].components[name].path
        others = [c.components[name].path for code, c in cards.items() if code != PARTNER]
        there = [path for path in others if path is not None]
        if mine is not None and there:
            found[name] = max(there) - mine
    return found


def above_partner(rubric: Rubric, cards: Mapping[str, Scorecard]) -> list[str]:
    """Returns in words every archetype that scores further above Partner on a component than the rubric lets it."""
    found = []
    for name, most in rubric.never_above_partner.items():
        mine = cards[PARTNER].components[name].path
        for code, card in cards.items():
            path = card.components[name].path
            if mine is not None and path is not None and path > mine + most:
                who, what = rubric.archetypes[code].name, rubric.components[name].name
                found.append(f"{who} is above Partner on {what}: {path:.0f}, Partner {mine:.0f}")
    return found
