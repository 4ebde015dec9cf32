"""What a term's page tells: where people stood, what moved, class against class, and which scenario is next."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean, median

from game.debrief.figures.hidden_cells import about
from game.debrief.figures.model import FEWEST
from game.debrief.term.estimates import Estimate, difference, estimate
from game.debrief.term.groups import ALL, ScoreGroup, beside_earlier, groups_of
from game.debrief.term.plays import PersonInTerm
from game.play.learning import guided, staking
from game.rubric.model import COMPONENTS, Rubric
from game.rubric.sample import HowGood
from game.rubric.score import as_points
from game.rubric.scoring_model import ScoringModel
from game.scenario.model import Scenario

MOST_CLASSES = 12  # that are compared with each other


@dataclass(frozen=True, slots=True)
class AxisInTerm:
    """An axis in a group: chance's score, the mean of first plays, and of the changes from first to latest; None where
    they are too few to say."""

    axis: str
    chance: float | None
    first: Estimate | None
    change: Estimate | None


@dataclass(frozen=True, slots=True)
class GroupInTerm:
    """A group in one scenario, as it may be shown. People are told in steps of three, `None` standing for fewer than
    three; `class_code` is empty for all."""

    class_code: str
    people: int | None
    again: int | None
    axes: tuple[AxisInTerm, ...]


@dataclass(frozen=True, slots=True)
class ClassDifference:
    """How far one class's mean of first plays lies above another's."""

    axis: str
    one: str
    other: str
    difference: Estimate


@dataclass(frozen=True, slots=True)
class ScenarioInTerm:
    """A scenario that was played: all people first, then class by class; and every two classes that can be compared.
    `estimate` says how good its scores are where they are not exact."""

    id: str
    title: str
    groups: tuple[GroupInTerm, ...]
    differences: tuple[ClassDifference, ...]
    estimate: HowGood | None = None


@dataclass(frozen=True, slots=True)
class NextInTerm:
    """A scenario to play next, and why: the axis that is further behind, and how often it is at stake there."""

    title: str
    axis: str
    here: int
    decisions: int


@dataclass(frozen=True, slots=True)
class TermFigures:
    """Everything of a term that may be shown, scenarios in the order in which they were played. `kept` names those
    whose figures are of a page made before; `axes` are the names of the rubric's axes."""

    axes: tuple[str, ...]
    people: int | None
    classes: tuple[str, ...]
    scenarios: tuple[ScenarioInTerm, ...]
    next: NextInTerm | None
    kept: tuple[str, ...]


def term_figures(
    people: Sequence[PersonInTerm],
    exact: Mapping[str, ScoringModel],
    rubric: Rubric,
    further: NextScenarios,
    made: Sequence[ScoreGroup] = (),
    among: str = "",
) -> tuple[TermFigures, list[ScoreGroup]]:
    """Returns what may be shown of a term, and the groups that it rests on.

    exact: the scenarios that can be scored, by id
    further: what could be played next
    made: groups that were shown before
    among: the class codes that were asked for, where not all were
    """
    told, kept, shown = [], [], []
    for scenario in _in_order(people, exact):
        now = groups_of(people, scenario, len(rubric.axes), among)
        groups = [beside_earlier(group, made) for group in now]
        kept += [exact[scenario].story.scenario.title] if groups != now else []
        told.append(_scenario(exact[scenario], groups))
        shown += groups
    codes = tuple(sorted({g.class_code for s in told for g in s.groups if g.class_code != ALL}))
    weakest = weakest_axis(people, exact, rubric) if len(people) >= FEWEST else None
    return (
        TermFigures(
            tuple(axis.name for axis in rubric.axes.values()),
            _about(len(people)),
            codes,
            tuple(told),
            further.after({scenario.id for scenario in told}, weakest),
            tuple(kept),
        ),
        shown,
    )


def _in_order(people: Sequence[PersonInTerm], exact: Mapping[str, ScoringModel]) -> list[str]:
    """Returns the scenarios that can be scored, by when half of the people had begun them."""
    began: dict[str, list[float]] = {}
    for person in people:
        for scenario in person.played.keys() & exact.keys():
            began.setdefault(scenario, []).append(person.first(scenario).begun.timestamp())
    return sorted(began, key=lambda scenario: (median(began[scenario]), scenario))


def _scenario(exact: ScoringModel, groups: Sequence[ScoreGroup]) -> ScenarioInTerm:
    scenario = exact.story.scenario
    classes = [group for group in groups if group.class_code != ALL and group.people >= FEWEST]
    return ScenarioInTerm(
        scenario.id,
        scenario.title,
        tuple(_group(exact, group) for group in groups if group.class_code == ALL or group in classes),
        tuple(_differences(exact, classes[:MOST_CLASSES])),
        exact.estimate,
    )


def _group(exact: ScoringModel, group: ScoreGroup) -> GroupInTerm:
    seed = f"{group.scenario} {group.class_code}"
    axes = tuple(
        AxisInTerm(
            axis.name,
            as_points(exact.chance_levels[name]),
            estimate(first, f"{seed} {name} first"),
            estimate(change, f"{seed} {name} change"),
        )
        for (name, axis), first, change in zip(exact.rubric.axes.items(), group.first, group.change, strict=True)
    )
    return GroupInTerm(group.class_code, _about(group.people), _about(group.again), axes)


def _differences(exact: ScoringModel, classes: Sequence[ScoreGroup]) -> list[ClassDifference]:
    found = []
    for index, (name, axis) in enumerate(exact.rubric.axes.items()):
        for one, other in combinations(classes, 2):
            seed = f"{one.scenario} {one.class_code} {other.class_code} {name}"
            if between := difference(one.first[index], other.first[index], seed):
                found.append(ClassDifference(axis.name, one.class_code, other.class_code, between))
    return found


def _about(people: int) -> int | None:
    """Returns about how many people, in steps of three; None for fewer than three."""
    return about(people) if people >= FEWEST else None


def weakest_axis(people: Sequence[PersonInTerm], exact: Mapping[str, ScoringModel], rubric: Rubric) -> str | None:
    """Returns the axis on which people lie least above chance, each scenario counted by the latest whole play; None
    where nothing was scored."""
    above: dict[str, list[float]] = {axis: [] for axis in rubric.axes}
    for person in people:
        for scenario in person.played.keys() & exact.keys():
            play = person.latest(scenario) or person.first(scenario)
            for axis, path in zip(rubric.axes, play.axes, strict=False):
                chance = exact[scenario].chance_levels[axis]
                if path is not None and chance is not None:
                    above[axis].append(path - float(100 * chance))
    means = {axis: fmean(values) for axis, values in above.items() if values}
    return min(means, key=lambda axis: means[axis], default=None)


class NextScenarios:
    """What could be played next: the library in its guided order, and how often each scenario asks for each axis."""

    def __init__(self, library: Sequence[Scenario], rubric: Rubric) -> None:
        self._order, self._rubric = guided(library), rubric
        self._stakes = {(s.id, axis): _at_stake(s, rubric, axis) for s in self._order for axis in rubric.axes}

    def after(self, played: Collection[str], axis: str | None) -> NextInTerm | None:
        """Returns, of the scenarios not played yet, one level at the most above the hardest of those that were, the one
        in which an axis is at stake most often; None where all were played, or without an axis."""
        if axis is None:
            return None
        level = max((s.level for s in self._order if s.id in played), default=0) + 1
        left = [s for s in self._order if s.id not in played]
        left = [s for s in left if s.level <= level] or left
        if not left:
            return None
        best = max(left, key=lambda s: self._share(s, axis))
        return NextInTerm(best.title, self._rubric.axes[axis].name, *self._stakes[best.id, axis])

    def _share(self, scenario: Scenario, axis: str) -> float:
        here, decisions = self._stakes[scenario.id, axis]
        return here / max(1, decisions)


def _at_stake(scenario: Scenario, rubric: Rubric, axis: str) -> tuple[int, int]:
    """Returns at how many decisions either side of an axis is clearly at stake, by the side that is so more often, and
    how many decisions there are."""
    return max(staking(scenario, rubric, COMPONENTS.index(component)) for component in rubric.axes[axis].components)
