"""A scenario on the author's bench: its file, what was read in it, and everything exact about it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game import locations
from game.diagnostics import Diagnostic
from game.rubric.load import load_file as load_rubric
from game.rubric.load import usable
from game.rubric.model import Rubric
from game.rubric.scoring_model import ScoringModel
from game.scenario.document import Document
from game.scenario.load import load_file, playable
from game.scenario.model import Option, Scenario


@dataclass(frozen=True, slots=True)
class Bench:
    """A scenario that can be played, with the document it was read from and what is amiss in it all the same."""

    name: str
    document: Document
    warnings: tuple[Diagnostic, ...]
    exact: ScoringModel

    @property
    def scenario(self) -> Scenario:
        """Returns what the author wrote."""
        return self.exact.story.scenario

    def line_of_node(self, name: str) -> int:
        """Returns the line of the author's file on which a node begins."""
        return self.document.place(("nodes", name), key=True).line

    def line_of_option(self, option_id: str) -> int:
        """Returns the line of the author's file on which an option begins."""
        return next(
            self.document.place(("nodes", name, "options", index)).line
            for name, node in self.scenario.nodes.items()
            for index, option in enumerate(node.options or ())
            if option.id == option_id
        )

    def options(self) -> dict[str, tuple[str, Option]]:
        """Returns every option by id, with its node, in the author's order."""
        return {o.id: (name, o) for name, node in self.scenario.nodes.items() for o in node.options or ()}


def the_rubric() -> Rubric:
    """Returns the shipped rubric; raises ScenarioError when it cannot be used."""
    return usable(load_rubric(locations.RUBRIC))


def opened(name: str, rubric: Rubric | None = None) -> Bench:
    """Returns the scenario given by its id in the library or by a path; raises UsageError or ScenarioError."""
    rubric = rubric or the_rubric()
    return on_bench(locations.find(name), rubric, name)


def on_bench(path: Path, rubric: Rubric, name: str = "") -> Bench:
    """Returns the scenario in a file; raises ScenarioError with everything that is wrong with it."""
    loaded = load_file(path, rubric.moves)
    return Bench(name or str(path), loaded.document, loaded.diagnostics, ScoringModel(playable(loaded), rubric))
