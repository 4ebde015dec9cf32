"""Everything that is wrong with a scenario file or a rubric: shape, structure and proofs in one list."""

from __future__ import annotations

from pathlib import Path

from game.author.suppress import Sorted, sort_out
from game.diagnostics import Diagnostic, in_order
from game.rubric.load import load_file as load_rubric
from game.rubric.model import Rubric
from game.scenario.load import Loaded, load_file
from game.story import proofs
from game.story.engine import Story


def check_rubric(path: Path) -> list[Diagnostic]:
    """The problems of a rubric file."""
    return list(load_rubric(path).diagnostics)


def check_scenario(path: Path, rubric: Rubric) -> list[Diagnostic]:
    """The problems of a scenario file."""
    return check_loaded(load_file(path, rubric.moves), rubric)


def check_loaded(loaded: Loaded, rubric: Rubric) -> list[Diagnostic]:
    """The problems of a scenario that was read, without the warnings that its author allows."""
    return list(examine(loaded, rubric).found)


def examine(loaded: Loaded, rubric: Rubric) -> Sorted:
    """The problems of a scenario that was read, and apart from them the warnings that its author allows."""
    return sort_out(_everything(loaded, rubric), loaded.document)


def _everything(loaded: Loaded, rubric: Rubric) -> list[Diagnostic]:
    """Every problem, allowed or not; proofs only where the scenario can be played."""
    if loaded.scenario is None:
        return list(loaded.diagnostics)
    found = proofs.run(Story(loaded.scenario), loaded.document, rubric.gate_moves)
    return in_order([*loaded.diagnostics, *found])
