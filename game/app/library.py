"""The library: scenarios and the rubric they are scored by, told in one language, ready to play and to score.

Here alone a scenario's file, its translation, the rubric and the folder of kept figures come together.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from game import locations
from game.did_you_mean import did_you_mean
from game.errors import UsageError

if TYPE_CHECKING:
    from game.app.checked_cache import CheckedCache
    from game.rubric.model import Rubric
    from game.rubric.scoring_model import ScoringModel
    from game.scenario.load import LoadedScenario
    from game.scenario.model import Scenario


@dataclass(frozen=True)
class Library:
    """Scenarios to choose from and their rubric.

    files: the scenarios on offer, by id; one that is brought into the library joins them
    language: the language they are told in where they are translated; None for the original
    cache: the folder that keeps exact figures and checked scenarios from run to run; None keeps none
    rubric_file: the rubric's file
    """

    files: dict[str, Path] = field(default_factory=lambda: locations.offered_files())
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
        """Returns the rubric, told in the library's language. Raises ScenarioError where its file cannot be used."""
        rubric = self._kept.rubric(self.rubric_file) or self._read_rubric()
        if self.language is None:
            return rubric
        from game.rubric.translate import told_in
        from game.scenario.translate import read_catalogue

        return told_in(rubric, read_catalogue(locations.catalogue_of(self.rubric_file, self.language)))

    def find(self, name: str) -> Path:
        """Returns the file of a scenario given by its id or by a path. Raises UsageError where there is none."""
        return self.files.get(name) or locations.find(name)

    def scenario(self, name: str) -> Scenario:
        """Returns a scenario given by its id or by a path. Raises UsageError or ScenarioError."""
        return self.read(self.find(name))

    def read(self, path: Path) -> Scenario:
        """Returns the scenario in a file, in the library's language. Raises ScenarioError where it cannot be
        played, UsageError where neither it nor anything in the library is told in that language."""
        if self.language and not locations.catalogue_of(path, self.language).exists():
            see_that_something_is_told_in(self.language)
        scenario = self._known(path)
        if scenario is not None:
            return scenario
        from game.scenario.load import playable

        return self.told(playable(self._load(path)), path)

    def by_id(self, name: str) -> Scenario:
        """Returns a scenario of the library by its id alone, as journals and saves name it. Raises UsageError."""
        if name not in self.files:
            raise UsageError(
                f"There is no scenario called `{name[:64]}` in the library. Name its file with --scenario FILE."
            )
        return self.read(self.files[name])

    def ready(self, scenario: Scenario) -> ScoringModel:
        """Returns a scenario with its rubric, ready to play and to score."""
        from game.rubric.scoring_model import ScoringModel

        return ScoringModel(scenario, self.rubric, self.cache)

    def exact(self, name: str) -> ScoringModel:
        """Returns a scenario given by its id or by a path, ready to play and to score. Raises GameError."""
        return self.ready(self.scenario(name))

    def shelf(self, only: Collection[str] | None = None) -> tuple[list[Scenario], list[str]]:
        """Returns what can be played, in the guided order, and the ids of what cannot (`check` tells why).

        only: the ids to read; None for all
        """
        from game.play.learning import guided

        wanted = {name: path for name, path in self.files.items() if only is None or name in only}
        found = {name: self._known(path) or self._checked(path) for name, path in wanted.items()}
        told = [scenario for scenario in found.values() if scenario is not None]
        return guided(told), [name for name, scenario in found.items() if scenario is None]

    def teaches(self, scenarios: Sequence[Scenario]) -> Mapping[str, Sequence[str]]:
        """Returns in words what each of these scenarios teaches, by its id."""
        from game.play.learning import teaches

        texts = (f"{s.id} {s.fingerprint}" for s in scenarios)
        of = " ".join([self.rubric.fingerprint, *self.rubric.ideas.values(), *texts])
        told: Mapping[str, Sequence[str]] = self._kept.small(
            f"teaches-{self.language or 'en'}", of, lambda: teaches(scenarios, self.rubric)
        )
        return told

    def to_check(self) -> list[Path]:
        """Returns the files that `shelf` will have to read and check anew, which takes long; the others are at hand."""
        if "rubric" not in vars(self) and self._kept.rubric(self.rubric_file) is None:
            return list(self.files.values())
        return [path for path in self.files.values() if self._known(path) is None]

    @cached_property
    def _memory(self) -> dict[Path, tuple[object, Scenario]]:
        """Returns what was read before, with what its files looked like then."""
        return {}

    def _known(self, path: Path) -> Scenario | None:
        """Returns a scenario that was read before, now or in an earlier start; None where its file was changed since
        or cannot be played."""
        stamp = self._stamp(path)
        if (held := self._memory.get(path)) and held[0] == stamp:
            return held[1]
        kept = self._kept.scenario(path, self.rubric.moves)
        return None if kept is None else self._held(path, kept)

    def _checked(self, path: Path) -> Scenario | None:
        scenario = self._load(path).scenario
        return None if scenario is None else self._held(path, scenario)

    def _held(self, path: Path, scenario: Scenario) -> Scenario:
        """Returns a scenario as it is told, and holds it."""
        told = self.told(scenario, path)
        self._memory[path] = (self._stamp(path), told)
        return told

    def _stamp(self, path: Path) -> object:
        """Returns what a scenario's file and its translation look like from outside."""
        files = (path, locations.catalogue_of(path, self.language)) if self.language else (path,)
        return tuple((file.stat().st_mtime_ns, file.stat().st_size) for file in files if file.exists())

    @property
    def _kept(self) -> CheckedCache:
        from game.app.checked_cache import CheckedCache

        return CheckedCache(self.cache)

    def _load(self, path: Path) -> LoadedScenario:
        """Returns what comes of reading and checking a file, which is kept where it can be played."""
        from game.scenario.load import load_file  # and pydantic with it: not needed where all is kept

        loaded = load_file(path, self.rubric.moves)
        if loaded.scenario is not None:
            self._kept.keep_scenario(path, self.rubric.moves, loaded.scenario)
        return loaded

    def _read_rubric(self) -> Rubric:
        from game.rubric.load import load_file, usable

        rubric = usable(load_file(self.rubric_file))
        self._kept.keep_rubric(self.rubric_file, rubric)
        return rubric

    def told(self, scenario: Scenario, path: Path) -> Scenario:
        """Returns the scenario of a file in the library's language, as far as it is told in it."""
        if self.language is None:
            return scenario
        from game.scenario.translate import read_catalogue, told_in

        file = locations.catalogue_of(path, self.language)
        return told_in(scenario, read_catalogue(file)) if file.exists() else scenario


def see_that_something_is_told_in(language: str) -> None:
    """Raises UsageError where no scenario of the library is told in a language."""
    there = locations.languages()
    if language not in there:
        raise UsageError(f"Nothing is told in `{language[:20]}` yet. {did_you_mean(language, ['en', *there])}")
