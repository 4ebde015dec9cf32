"""What gives the best option away without thought: its length, its place, a question, a "we", an apology."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from math import floor
from typing import NamedTuple

from game.author.smells.draft import Decision, Menu, ScenarioUnderTest, in_words
from game.author.smells.lengths import length
from game.author.validity.bots import APOLOGY
from game.diagnostics import Diagnostic
from game.scenario.model import Option

# How often a scenario that gives nothing away may be warned, all cues together.
FALSE_ALARM = 0.05
_WE = re.compile(r"\b(we|we're|we've|we'll|we'd|us|let's|our|together)\b", re.IGNORECASE)

Marks = Callable[[Menu], list[bool]]


class Cue(NamedTuple):
    """Something a player can go by: what it is, which options of a menu show it, and how to mend it."""

    name: str
    marks: Marks
    hint: str


def _words(option: Option) -> str:
    return option.say or option.do or ""


def _longest(menu: Menu) -> list[bool]:
    return [length(option) == max(map(length, menu)) for option in menu]


def _shortest(menu: Menu) -> list[bool]:
    return [length(option) == min(map(length, menu)) for option in menu]


def _at(place: int) -> Marks:
    return lambda menu: [index == place % len(menu) for index in range(len(menu))]


def _says(pattern: re.Pattern[str]) -> Marks:
    return lambda menu: [bool(pattern.search(_words(option))) for option in menu]


_LENGTH = "Let another option be the {} at some of these."
_PLACE = "Change the order of the options at some of these, so that no place is the safe one."
CUES = (
    Cue("the longest", _longest, _LENGTH.format("longest")),
    Cue("the shortest", _shortest, _LENGTH.format("shortest")),
    Cue("written first", _at(0), _PLACE),
    Cue("written last", _at(-1), _PLACE),
    Cue("a question", _says(re.compile(r"\?")), "Let some of the best tell or stay silent, and some weaker ones ask."),
    Cue("one with “we”, “us” or “together”", _says(_WE), "Give the “we” to weaker options too, or say “you and I”."),
    Cue("one with an apology", _says(APOLOGY), "Let weaker options say sorry too, or mend without the word."),
)


class GuessTally(NamedTuple):
    """How often the best option shows a cue, where some options show it and some do not."""

    hits: Fraction
    decisions: list[str]
    chances: list[Fraction]

    @property
    def expected(self) -> float:
        """Returns how often it would, were the best placed by lot."""
        return float(sum(self.chances))

    @property
    def odds(self) -> float:
        """Returns how likely so many hits, or more, are by lot (exact: the sum of unlike coin tosses)."""
        return at_least(floor(self.hits), self.chances)


def tally(draft: ScenarioUnderTest, cue: Cue) -> GuessTally:
    """Returns the cue's tally over the decisions of a scenario; several best options share one hit."""
    hits, decisions, chances = Fraction(0), [], []
    for decision in draft.decisions:
        marks, best = cue.marks(decision.richest), draft.best(decision.richest)
        if not best or all(marks) or not any(marks):
            continue
        showing = {option.id for option, shows in zip(decision.richest, marks, strict=True) if shows}
        marked = len(showing & best)
        hits += Fraction(marked, len(best))
        chances.append(Fraction(sum(marks), len(marks)))
        if marked:
            decisions.append(decision.name)
    return GuessTally(hits, decisions, chances)


def at_least(count: int, chances: Sequence[Fraction]) -> float:
    """Returns how likely it is that at least so many of several independent chances come true."""
    odds = [1.0]  # of none, one, two… having come true
    for chance in map(float, chances):
        stays, rises = [*odds, 0.0], [0.0, *odds]
        odds = [same * (1 - chance) + less * chance for same, less in zip(stays, rises, strict=True)]
    return sum(odds[count:])


def best_stands_out(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """The best option shows no cue clearly more often than it would by lot."""
    for cue in CUES:
        found = tally(draft, cue)
        if found.odds >= FALSE_ALARM / len(CUES):
            continue
        message = (
            f"The best option is {cue.name} at {float(found.hits):.3g} of the {len(found.chances)} decisions where "
            f"that tells options apart; by chance about {found.expected:.0f}: {in_words(found.decisions, 40)}."
        )
        yield draft.warning("best-stands-out", draft.whole(), message, cue.hint)


def best_without_cost(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """The best option does not mostly win on everything: its price can be felt in the points or by the client."""
    easy = [decision for decision in draft.decisions if _wins_on_everything(draft, decision)]
    if len(easy) < 4 or 2 * len(easy) <= len(draft.decisions):
        return
    message = (
        f"At {len(easy)} of {len(draft.decisions)} decisions one option is at least as good as every other on all "
        f"four components, and the client likes it best: {in_words([d.name for d in easy], 40)}."
    )
    hint = "Let the best line cost something (time, money, a friend's ease), or give another a strength of its own."
    yield draft.warning("best-without-cost", draft.whole(), message, hint)


def _wins_on_everything(draft: ScenarioUnderTest, decision: Decision) -> bool:
    def worth(option: Option) -> tuple[int, ...]:
        return (*draft.weight(option).vector, option.client.trust, option.client.ease, option.client.voice)

    every = [worth(option) for option in decision.richest]
    most = tuple(map(max, zip(*every, strict=True)))
    return every.count(most) == 1
