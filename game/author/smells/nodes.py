"""Decisions that decide nothing, menus of the wrong size, and a scenario that is smaller than a whole one."""

from __future__ import annotations

from collections.abc import Iterator

from game.author.smells.draft import Menu, ScenarioUnderTest
from game.diagnostics import Diagnostic
from game.scenario.model import EndingKind, Option
from game.story.play_counts import lengths

# Sizes of a whole scenario: the domain brief, section 6. A shorter one than SKETCH is not yet held to them.
SKETCH = 4
LONGEST, SHORTEST, ENDINGS, RESPECTABLE, FEWEST, MOST = 12, 7, 3, 2, 3, 4


def one_sided(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """At every decision something is at stake: neither all options good, nor all poor, nor all worth the same."""
    for decision in draft.decisions:
        told = next((words for menu in decision.menus if (words := _one_side(draft, menu))), None)
        if told:
            message, hint = told
            place = draft.at_node(decision.name)
            yield draft.warning("one-sided", place, f"At `{decision.name}` {message}", hint)


def _one_side(draft: ScenarioUnderTest, menu: Menu) -> tuple[str, str] | None:
    if len(menu) < 2:
        return None
    if len({draft.weight(option).vector for option in menu}) == 1:
        return "every option is worth the same.", "Check the moves, or make it a plain line: nothing is decided here."
    if all(good(draft, option) for option in menu):
        return "every option is good.", "Add the tempting line: one with a decent motive that costs the client or you."
    if all(poor(draft, option) for option in menu):
        return "every option is poor.", "Offer one that costs nothing on any component, even if it is not easy to say."
    return None


def good(draft: ScenarioUnderTest, option: Option) -> bool:
    """Returns True for an option that earns something, costs nothing on any component and crosses no hard limit."""
    weight = draft.weight(option)
    return min(weight.vector) >= 0 < max(weight.vector) and not weight.gates


def poor(draft: ScenarioUnderTest, option: Option) -> bool:
    """Returns True for an option that costs something on some component, or crosses a hard limit."""
    weight = draft.weight(option)
    return min(weight.vector) < 0 or bool(weight.gates)


def option_count(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """Players choose among three or four options."""
    for decision in draft.decisions:
        sizes = [len(menu) for menu in decision.menus]
        if min(sizes) >= FEWEST and max(sizes) <= MOST:
            continue
        odd = min(sizes) if min(sizes) < FEWEST else max(sizes)
        shown = f"{odd} option{'s' if odd > 1 else ''}"
        message = f"`{decision.name}` offers {shown}{'' if len(set(sizes)) == 1 else ' in some plays'}."
        hint = (
            "Three or four make a choice: think of what a kind, a hurried or a modest colleague would say here."
            if odd < FEWEST
            else "Three or four can be weighed at once: leave out the one that the fewest would take."
        )
        yield draft.warning("option-count", draft.at_node(decision.name), message, hint)


def small_scenario(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """A scenario that is more than a sketch is as large as a whole one should be."""
    all_plays = lengths(draft.plays)
    longest = all_plays.longest
    if longest < SKETCH:
        return
    kinds = _endings(draft)
    respectable = sum(kind in (EndingKind.BEST, EndingKind.GOOD) for kind in kinds)
    shortest = _shortest_within_limits(draft, all_plays.shortest)
    opened = any(step.option.opens for steps in draft.plays.steps for step in steps)
    missing = [
        *([f"{longest} decisions in the longest play ({LONGEST} or more)"] if longest < LONGEST else []),
        *([f"{shortest} in the shortest ({SHORTEST} or more)"] if shortest < SHORTEST else []),
        *([f"{_counted(len(kinds), 'ending')} ({ENDINGS} or more)"] if len(kinds) < ENDINGS else []),
        *([f"{respectable} good or best ending ({RESPECTABLE} or more)"] if respectable < RESPECTABLE else []),
        *([] if opened else ["no option that opens a rupture (1 or more)"]),
    ]
    if missing:
        message = f"This scenario is smaller than a whole one should be: {', '.join(missing)}."
        hint = "A score is a mean over choices: with few of them it says little. Add what is named here."
        yield draft.warning("small-scenario", draft.whole(), message, hint)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _endings(draft: ScenarioUnderTest) -> list[EndingKind]:
    """Returns the kinds of the endings that some play comes to."""
    nodes = draft.scenario.nodes
    names = dict.fromkeys(draft.plays.positions[i].node for i in draft.plays.endings)
    return [ending.kind for name in names if (ending := nodes[name].ending)]


def _shortest_within_limits(draft: ScenarioUnderTest, otherwise: int) -> int:
    """Returns the choices in the shortest play that crosses no hard limit, since a gate may well end the hour early."""
    far = 1_000_000
    short = [0] * len(draft.plays.steps)
    for here in reversed(draft.plays.order):
        if steps := draft.plays.steps[here]:
            allowed = [short[step.to] for step in steps if not draft.weight(step.option).gates]
            short[here] = 1 + min(allowed, default=far)
    return short[0] if short[0] < far else otherwise
