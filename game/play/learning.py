"""The guided order of a library, and after a play the scenario that works on what was thinnest in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from game.rubric.model import COMPONENTS, Rubric
from game.rubric.points import weigh
from game.rubric.score import Scorecard
from game.scenario.model import Scenario
from game.words import _

GOOD = 75  # a component whose path score reaches this needs no practice of its own
OFTEN = 0.25  # a pole chosen in this share of the decisions that offered it is worth practising


@dataclass(frozen=True, slots=True)
class Next:
    """The scenario to play next, and why, in words for the player."""

    scenario: Scenario
    why: str


def guided(scenarios: Iterable[Scenario]) -> list[Scenario]:
    """Returns the scenarios from first steps to the most demanding; those of one level by title."""
    return sorted(scenarios, key=lambda s: (s.level, s.title.casefold(), s.id))


def teaches(scenarios: Sequence[Scenario], rubric: Rubric, most: int = 2) -> dict[str, tuple[str, ...]]:
    """Returns by scenario the ideas that its decisions play most, measured against how much all of them play those."""
    shares = {scenario.id: _shares(scenario) for scenario in scenarios}
    total: Counter[int] = Counter()
    for each in shares.values():
        total.update(each)
    told = {}
    for scenario in scenarios:
        mine = shares[scenario.id]
        ideas = sorted(mine, key=lambda idea: (-(mine[idea] ** 2) / total[idea], idea))
        told[scenario.id] = tuple(rubric.ideas[idea] for idea in ideas[:most] if idea in rubric.ideas)
    return told


def _shares(scenario: Scenario) -> Counter[int]:
    """Returns how many in a thousand of a scenario's scenes play each idea; without any, its own list counts."""
    scenes = [node.concepts for node in scenario.nodes.values() if node.concepts] or [scenario.concepts]
    counts = Counter(idea for scene in scenes for idea in scene)
    return Counter({idea: 1000 * count // len(scenes) for idea, count in counts.items()})


def start_here(scenarios: Sequence[Scenario], tried: Collection[str]) -> Scenario | None:
    """Returns the first in the guided order that was not played to its end yet; None when all were."""
    return next((scenario for scenario in scenarios if scenario.id not in tried), None)


def suggest(card: Scorecard, rubric: Rubric, library: Iterable[Scenario], tried: Collection[str]) -> Next | None:
    """Returns what to play after this card: among those not tried yet, where the weakest side is asked for most often.

    The weakest side is the pole chosen most often where it was on offer, if that was often; otherwise the component
    with the lowest path score. After a play with no weak side it is simply the next in the guided order.
    """
    order = guided(s for s in library if s.id != card.scenario and s.id not in tried)
    if not order:
        return None
    if (pole := _strongest_pole(card)) is not None:
        name = rubric.poles[pole].name.lower()
        count = card.poles[pole]
        counts = {s.id: _offering(s, rubric, pole) for s in order}
        told = _("You leaned to “{name}” in {chosen} of the {offered} decisions that offered it.").format(
            name=name, chosen=count.chosen, offered=count.offered
        )
    elif (weakest := _weakest_component(card)) is not None:
        name = rubric.components[weakest].name.lower()
        counts = {s.id: staking(s, rubric, COMPONENTS.index(weakest)) for s in order}
        told = _("Your weakest area in this play was “{name}”.").format(name=name)
    else:
        return Next(order[0], _("It is the next one in the guided order."))
    most = _first_highest(order, counts)
    here, decisions = counts[most.id]
    if not here:
        return Next(order[0], _("It is the next one in the guided order."))
    return Next(
        most,
        told
        + " "
        + _("In “{title}” {here} of {decisions} decisions turn on that.").format(
            title=most.title, here=here, decisions=decisions
        ),
    )


def _strongest_pole(card: Scorecard) -> str | None:
    rates = {name: count.chosen / count.offered for name, count in card.poles.items() if count.chosen > 1}
    often = {name: rate for name, rate in rates.items() if rate >= OFTEN}
    return max(often, key=lambda name: often[name], default=None)


def _weakest_component(card: Scorecard) -> str | None:
    scores = {name: r.path for name, r in card.components.items() if r.path is not None and r.path < GOOD}
    return min(scores, key=lambda name: scores[name], default=None)


def _first_highest(order: Sequence[Scenario], counts: dict[str, tuple[int, int]]) -> Scenario:
    return max(order, key=lambda s: counts[s.id][0] / max(1, counts[s.id][1]))


def _offering(scenario: Scenario, rubric: Rubric, pole: str) -> tuple[int, int]:
    """Returns how many of a scenario's decisions offer a pole, of how many there are."""
    decisions = [node for node in scenario.nodes.values() if node.options]
    offering = sum(any(pole in weigh(rubric, node, o).poles for o in node.options or ()) for node in decisions)
    return offering, len(decisions)


def staking(scenario: Scenario, rubric: Rubric, index: int) -> tuple[int, int]:
    """Returns how many of a scenario's decisions differ clearly (by 2 points or more) on a component, of how many
    there are."""
    decisions = [node for node in scenario.nodes.values() if node.options]
    points = [[weigh(rubric, node, o).vector[index] for o in node.options or ()] for node in decisions]
    return sum(max(p) - min(p) >= 2 for p in points), len(decisions)
