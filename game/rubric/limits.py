"""Which options of a scenario cross a hard limit, and what mends their harm: the rubric's word to the story."""

from __future__ import annotations

from game.rubric.model import Rubric
from game.scenario.model import Option, Scenario
from game.story.endings_after_harm import Harm, Harms


def harms(scenario: Scenario, rubric: Rubric) -> Harms:
    """Returns the harm of each option that crosses a hard limit, by its id.

    It can be mended where the option opens a rupture that names every limit it crosses, and the rubric lets the harm of
    each of them be mended.
    """
    options = [option for node in scenario.nodes.values() for option in node.options or ()]
    return {option.id: _harm(scenario, rubric, option) for option in options if gates(rubric, option)}


def gates(rubric: Rubric, option: Option) -> tuple[str, ...]:
    """Returns the moves of an option that cross a hard limit."""
    return tuple(code for code in option.moves if rubric.moves[code].gate)


def _harm(scenario: Scenario, rubric: Rubric, option: Option) -> Harm:
    crossed = set(gates(rubric, option))
    same = frozenset(name for name, rupture in scenario.ruptures.items() if crossed & set(rupture.harm))
    opened = scenario.ruptures.get(option.opens or "")
    named = opened is not None and crossed <= set(opened.harm)
    mendable = named and all(rubric.moves[code].mendable for code in crossed)
    return Harm(option.opens if mendable else None, same)
