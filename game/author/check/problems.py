"""Everything that is wrong with a scenario file or a rubric: shape, structure, proofs and smells in one list."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game.author.check import ceilings
from game.author.check.suppress import SortedProblems, sort_out
from game.author.smells import rules
from game.author.smells.draft import ScenarioUnderTest
from game.diagnostics import Diagnostic, in_order
from game.rubric.load import load_file as load_rubric
from game.rubric.model import Rubric
from game.rubric.scoring_model import ScoringModel
from game.scenario.document import Document
from game.scenario.load import LoadedScenario, load_file
from game.story import proofs
from game.story.plays import merged
from game.story.reach import Reach


def check_rubric(path: Path) -> list[Diagnostic]:
    """Returns the problems of a rubric file."""
    return list(load_rubric(path).diagnostics)


def check_scenario(path: Path, rubric: Rubric) -> list[Diagnostic]:
    """Returns the problems of a scenario file, smells and all."""
    return list(examine(load_file(path, rubric.moves), rubric).found)


def check_loaded(loaded: LoadedScenario, rubric: Rubric) -> list[Diagnostic]:
    """Returns what keeps a scenario that was read from working as it should: its problems without the smells."""
    return list(examine(loaded, rubric, smells=False).found)


def examine(
    loaded: LoadedScenario, rubric: Rubric, smells: bool = True, exact: ScoringModel | None = None
) -> SortedProblems:
    """Returns the problems of a scenario that was read, and apart from them the warnings that its author allows.

    exact: the same scenario ready to score, for whoever wants its figures afterwards
    """
    every = sort_out(_everything(loaded, rubric, exact), loaded.document)
    return every if smells else replace(every, found=tuple(d for d in every.found if d.code not in rules.RULES))


def _everything(loaded: LoadedScenario, rubric: Rubric, exact: ScoringModel | None) -> list[Diagnostic]:
    """Returns every problem, allowed or not; proofs only where the scenario can be played, smells where nothing
    breaks play."""
    if loaded.scenario is None:
        return list(loaded.diagnostics)
    exact = exact or ScoringModel(loaded.scenario, rubric)
    found = [*loaded.diagnostics, *proven(exact, loaded.document)]
    if not any(problem.is_error or problem.code == "too-many-positions" for problem in found):
        found += rules.run(ScenarioUnderTest(loaded.document, exact.plays, rubric))
    return in_order(found)


def proven(exact: ScoringModel, document: Document) -> list[Diagnostic]:
    """Returns what following every play shows; what scores rest on only where nothing breaks play."""
    reach = Reach(exact.story)
    found = list(proofs.run(reach, document))
    if not reach.graph.complete or any(problem.is_error for problem in found):
        return found
    exact.plays = merged(reach.graph)  # the same that it would follow once more
    return [*found, *ceilings.run(exact, document)]
