"""Sums to the figures of a class, small numbers hidden; source of the rules: the domain brief, section 8.

All arithmetic is on whole numbers and fractions until a figure is rounded for print, so that equal sums give equal
figures on every machine. Every figure is worked out from what was chosen, and only then hidden where it would tell a
small number; what is no count (trace, planes, poles) is rounded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from game.debrief.figures.decisions import decision_figures
from game.debrief.figures.flows import Flows, flows_of
from game.debrief.figures.hidden_cells import HiddenCells
from game.debrief.figures.hiding import hide
from game.debrief.figures.model import FEWEST, ClassFigures
from game.debrief.figures.shown import ShownClass
from game.debrief.figures.sums import UNSCORED, Key, Sums
from game.debrief.figures.unscored import unscored
from game.debrief.figures.whole_plays import archetype_marks, chance_marks, points, trace
from game.debrief.figures.worth_talking import forks, minority
from game.rubric.scoring_model import ScoringModel
from game.words import N_, _


def figures(sums: Sums, exact: ScoringModel, hidden: HiddenCells | None = None) -> ClassFigures:
    """Returns the figures of one scenario in the sums, as scored with the scenario and rubric of today.

    What is hidden follows from the counts, unless it is given (beside other pages, or to see what another class would
    show in the same form).
    """
    scenario, basis = exact.story.scenario, _basis(exact)
    counts = _counts(sums, exact)
    flows = flows_of(counts, exact)
    hidden = hidden or hide(flows)
    shown = ShownClass(exact, counts, flows, hidden, flows.options())
    nodes = tuple(decision_figures(shown, name) for name in shown.order)
    return ClassFigures(
        scenario=scenario.id,
        title=scenario.title,
        plays=flows.plays,
        complete=flows.complete if flows.complete >= FEWEST else None,
        unscored=unscored(sums, scenario.id, flows.ways.private),
        nodes=nodes,
        edges=shown.edges(),
        endings=shown.endings(),
        endings_others=shown.endings_others(),
        points=points(counts, exact, flows.complete),
        chance=chance_marks(exact),
        archetypes=archetype_marks(exact),
        trace=trace(counts),
        poles=shown.poles(),
        ruptures=shown.ruptures(),
        forks=forks(shown, nodes),
        minority=minority(shown, nodes),
        notes=(*_notes(sums, scenario.id, basis), *([] if flows.followed else [_(_OLDER)])),
        estimated={"plays": exact.estimate.plays, "points": exact.estimate.points} if exact.estimate else None,
    )


def flows_in(several: Sequence[Sums], exact: ScoringModel) -> list[Flows]:
    """Returns how the plays in each of these sums flow through the scenario, all on the same ways, as far as they were
    scored as of today."""
    found, ways = list[Flows](), None
    for sums in several:
        found.append(flows_of(_counts(sums, exact), exact, ways))
        ways = found[-1].ways
    return [replace(flows, ways=found[-1].ways) for flows in found]


def _counts(sums: Sums, exact: ScoringModel) -> Mapping[Key, int]:
    return sums.groups.get((exact.story.scenario.id, _basis(exact)), {})


def _basis(exact: ScoringModel) -> str:
    return f"{exact.story.scenario.fingerprint[:16]}:{exact.rubric.fingerprint[:16]}"


_OLDER = N_(
    "Sums of an older version do not say what would give someone away, so no count of them is shown. "
    "Make them anew from the journals."
)


def _notes(sums: Sums, scenario: str, basis: str) -> tuple[str, ...]:
    """Returns what a reader should know: that sums rest on another scenario text or rubric and are left out."""
    other = sum(c["plays",] for (s, b), c in sums.groups.items() if s == scenario and b not in (basis, UNSCORED))
    if not other:
        return ()
    told = _("{n} plays in the sums were scored with another version of the scenario or rubric and are left out.")
    return (told.format(n=other),)
