"""The library: scenarios and the rubric they are scored by, told in one language, ready to play and to score.

Here alone a scenario's file, its translation, the rubric and the folder of kept figures come together.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from game import locations
from game.errors import UsageError
from game.play.learning import guided
from game.rubric.load import load_file as load_rubric
from game.rubric.load import usable
from game.rubric.model import Rubric
from game.rubric.scoring_model import ScoringModel
from game.rubric.translate import told_in as rubric_told_in
from game.scenario.load import load_file, playable
from game.scenario.model import Scenario
from game.scenario.translate import read_catalogue, told_in


@dataclass(frozen=True)
class Library:
    """Scenarios to choose from and their rubric.

    files: the scenarios on offer, by id
    language: the language they are told in where they are translated; None for the original
    cache: the folder that keeps exact figures from run to run; None keeps none
    rubric_file: the rubric's file
    """

    files: Mapping[str, Path] = field(default_factory=lambda: locations.scenario_files())
    language: str | None = None
    cache: Path | None = None
    rubric_file: Path = locations.RUBRIC

    @classmethod
    def shipped(cls, language: str | None = None) -> Library:
        """Returns the library that comes with the game."""
        return cls(language=language, cache=locations.cache())

    def in_language(self, language: str | None) -> Library:
        """Returns the same library told in another language."""
        return replace(self, language=language)

    @cached_property
    def rubric(self) -> Rubric:
        """The rubric, told in the library's language. Raises ScenarioError where its file cannot be used."""
        rubric = usable(load_rubric(self.rubric_file))
        if self.language is None:
            return rubric
        return rubric_told_in(rubric, read_catalogue(locations.catalogue_of(self.rubric_file, self.language)))

    def find(self, name: str) -> Path:
        """Returns the file of a scenario given by its id or by a path. Raises UsageError where there is none."""
        return self.files.get(name) or locations.find(name)

    def scenario(self, name: str) -> Scenario:
        """Returns a scenario given by its id or by a path. Raises UsageError or ScenarioError."""
        return self.read(self.find(name))

    def read(self, path: Path) -> Scenario:
        """Returns the scenario in a file, in the library's language. Raises ScenarioError where it cannot be played."""
        return self._told(playable(load_file(path, self.rubric.moves)), path)

    def by_id(self, name: str) -> Scenario:
        """Returns a scenario of the library by its id alone, as journals and saves name it. Raises UsageError."""
        if name not in self.files:
            raise UsageError(
                f"There is no scenario called `{name[:64]}` in the library. Name its file with --scenario FILE."
            )
        return self.read(self.files[name])

    def ready(self, scenario: Scenario) -> ScoringModel:
        """Returns a scenario with its rubric, ready to play and to score."""
        return ScoringModel(scenario, self.rubric, self.cache)

    def exact(self, name: str) -> ScoringModel:
        """Returns a scenario given by its id or by a path, ready to play and to score. Raises GameError."""
        return self.ready(self.scenario(name))

    def shelf(self, only: Collection[str] | None = None) -> tuple[list[Scenario], list[str]]:
        """Returns what can be played, in the guided order, and the ids of what cannot (`check` tells why).

        only: the ids to read; None for all
        """
        wanted = {name: path for name, path in self.files.items() if only is None or name in only}
        found = {name: load_file(path, self.rubric.moves).scenario for name, path in wanted.items()}
        told = [self._told(scenario, self.files[name]) for name, scenario in found.items() if scenario is not None]
        return guided(told), [name for name, scenario in found.items() if scenario is None]

    def _told(self, scenario: Scenario, path: Path) -> Scenario:
        if self.language is None:
            return scenario
        return told_in(scenario, read_catalogue(locations.catalogue_of(path, self.language)))
