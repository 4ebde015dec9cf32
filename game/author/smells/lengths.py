"""Options at one decision should be about as long as one another: a player must not see the best by its size."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.author.smells.draft import Menu, ScenarioUnderTest
from game.diagnostics import Diagnostic
from game.scenario.model import Option

FIFTH = 1.2  # the longest is at most a fifth longer than the shortest (domain brief, section 7)
MOST_WORDS, MOST_LONG = 24, 0.03  # words of an option, and the share of options that may have more (plain lines)
MOST_CHARACTERS = (
    108  # of an option that is in sight with three like it (`python -m benchmarks.options_in_sight --budget`)
)
SLACK = 8  # characters, about two words: what the eye does not notice between short lines


def length(option: Option) -> int:
    """Returns how long an option is to the eye, in characters without the quotes."""
    return len(option.say or option.do or "")


def alike(menu: Menu) -> bool:
    """Returns True when the longest option is at most a fifth longer than the shortest."""
    lengths = [length(option) for option in menu]
    return max(lengths) <= FIFTH * min(lengths)


class LengthShare(NamedTuple):
    """At how many decisions, of how many, all options are alike in length."""

    alike: int
    decisions: int


def share_alike(draft: ScenarioUnderTest) -> LengthShare:
    """Returns at how many decisions the options are alike in length, whatever the play."""
    return LengthShare(sum(all(map(alike, d.menus)) for d in draft.decisions), len(draft.decisions))


def option_length(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """The options at one decision differ by no more than a fifth, or two words."""
    for decision in draft.decisions:
        menu = max(decision.menus, key=_spread)
        longest, shortest = max(menu, key=length), min(menu, key=length)
        if alike(menu) or length(longest) - length(shortest) <= SLACK:
            continue
        message = (
            f"At `{decision.name}` the longest option has {length(longest)} characters (`{longest.id}`), "
            f"the shortest {length(shortest)} (`{shortest.id}`)."
        )
        hint = "Players guess by length. Cut the long one or let the short one say more, to within a fifth."
        yield draft.warning("option-length", draft.at_node(decision.name), message, hint)


def long_options(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """Of a file of format 2, no more than three in a hundred options have more than 24 words."""
    long = [option for option in draft.options.values() if len(option.words.split()) > MOST_WORDS]
    if draft.scenario.format < 2 or len(long) <= MOST_LONG * len(draft.options):
        return
    for option in long:
        message = f"`{option.id}` has {len(option.words.split())} words; {MOST_WORDS} are the most."
        hint = "Say it in two or three short sentences of 10 to 20 words in all; wit belongs in the reply."
        yield draft.warning("long-options", draft.at_option(option, "say" if option.say else "do"), message, hint)


def option_too_long(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """An option is short enough to stand in sight with three like it, in small windows and large letters too."""
    for option in draft.options.values():
        if length(option) > MOST_CHARACTERS:
            message = f"`{option.id}` has {length(option)} characters; {MOST_CHARACTERS} are the most."
            hint = "Four longer ones are not all in sight on a phone or in large letters. Say it in fewer words."
            yield draft.warning(
                "option-too-long", draft.at_option(option, "say" if option.say else "do"), message, hint
            )


def _spread(menu: Menu) -> float:
    lengths = [length(option) for option in menu]
    return max(lengths) / max(1, min(lengths))
