"""How long a play takes, measured: the words of an average play at reading speed, and time to choose."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from functools import cache

from game.author.smells.draft import ScenarioUnderTest
from game.diagnostics import Diagnostic
from game.scenario.model import Line
from game.story.engine import Story, advance, choose, ending, jumps, offers, open_options, reply, start, view

# The project's measure of time (the issue on plain lines): reading speed, and what a choice takes.
WORDS_A_MINUTE, SECONDS_A_CHOICE = 200, 15
SLACK = 2  # minutes that the author may be off
PLAYS, SEED = 200, 1


def minutes_off(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """`minutes` of a file of format 2 says what a play takes, to within two."""
    if draft.scenario.format < 2:
        return
    needed = minutes(draft.plays.story)
    if abs(needed - draft.scenario.minutes) <= SLACK:
        return
    document = draft.document
    place = document.place(("minutes",)) if document.holds(("minutes",)) else draft.whole()
    message = f"`minutes` says {draft.scenario.minutes}, and an average play takes {needed:.0f}."
    hint = f"Write `minutes: {needed:.0f}`: {WORDS_A_MINUTE} words a minute, {SECONDS_A_CHOICE} seconds a choice."
    yield draft.warning("minutes-off", place, message, hint)


def minutes(story: Story) -> float:
    """Returns the minutes that a play takes on average, over plays drawn with a seed; feedback and its other line
    are read."""
    draw = random.Random(SEED)
    return sum(_one(story, draw) for _ in range(PLAYS)) / PLAYS


def _one(story: Story, draw: random.Random) -> float:
    scenario = story.scenario
    words = _count(scenario.briefing) + _count(scenario.question)
    position, choices = start(story), 0
    while True:
        words += _read(view(story, position).lines)
        while jumps(story, position):
            position = advance(story, position)
            words += _read(view(story, position).lines)
        if not (options := open_options(story, position)):
            break
        words += sum(_count(offer.option.words) for offer in offers(story, position))
        option = draw.choice(options)
        position = choose(story, position, option.id)
        words += _read(reply(story, option, position)) + _count(option.feedback) + _count(option.instead)
        choices += 1
    if told := ending(story, position):
        words += _count(told.title) + _count(told.text) + _count(told.outcome)
    return words / WORDS_A_MINUTE + choices * SECONDS_A_CHOICE / 60


def _read(lines: Iterable[Line]) -> int:
    return sum(_count(line.text) for line in lines if not line.private)


@cache
def _count(text: str | None) -> int:
    return len((text or "").split())
