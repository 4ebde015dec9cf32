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
from game.scenario.load import Loaded, load_file
from game.scenario.source import Document
from game.story import proofs
from game.story.plays import merged
from game.story.reach import Reach


def check_rubric(path: Path) -> list[Diagnostic]:
    """The problems of a rubric file."""
    return list(load_rubric(path).diagnostics)


def check_scenario(path: Path, rubric: Rubric) -> list[Diagnostic]:
    """The problems of a scenario file, smells and all."""
    return list(examine(load_file(path, rubric.moves), rubric).found)


def check_loaded(loaded: Loaded, rubric: Rubric) -> list[Diagnostic]:
    """What keeps a scenario that was read from working as it should: its problems without the smells."""
    return list(examine(loaded, rubric, smells=False).found)


def examine(loaded: Loaded, rubric: Rubric, smells: bool = True) -> SortedProblems:
    """The problems of a scenario that was read, and apart from them the warnings that its author allows."""
    every = sort_out(_everything(loaded, rubric), loaded.document)
    return every if smells else replace(every, found=tuple(d for d in every.found if d.code not in rules.RULES))


def _everything(loaded: Loaded, rubric: Rubric) -> list[Diagnostic]:
    """Every problem, allowed or not; proofs only where the scenario can be played, smells where nothing breaks play."""
    if loaded.scenario is None:
        return list(loaded.diagnostics)
    exact = ScoringModel(loaded.scenario, rubric)
    found = [*loaded.diagnostics, *proven(exact, loaded.document)]
    if not any(problem.is_error for problem in found):
        found += rules.run(ScenarioUnderTest(loaded.document, exact.plays, rubric))
    return in_order(found)


def proven(exact: ScoringModel, document: Document) -> list[Diagnostic]:
    """What following every play shows; what scores rest on only where nothing breaks play."""
    reach = Reach(exact.story)
    found = list(proofs.run(reach, document))
    if any(problem.is_error for problem in found):
        return found
    exact.plays = merged(reach.graph)  # the same that it would follow once more
    return [*found, *ceilings.run(exact, document)]
