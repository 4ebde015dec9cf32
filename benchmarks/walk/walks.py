"""The walks, each a scenario long: one of the library, the minutes that teach, one that was drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.walk.acts import Setting, play
from benchmarks.walk.names import names_differ
from benchmarks.walk.positions import walk
from benchmarks.walk.settings import loaded, minutes, rubric_differs, settings, shelves, stem, texts_differ, told_in
from benchmarks.walk.twin import Difference, Twin
from game.rubric.scoring_model import ScoringModel
from game.scenario.model import Scenario
from game.testing import a_rubric
from game.web.pack import packed, packed_model

BESIDE, ANOTHER = "three-drinks-down", "what-came-up"  # a scenario that journals of the others are held against


@dataclass
class Found:
    """What was walked so far, and where the two writings of the rule part."""

    languages: list[str] = field(default_factory=list)
    positions: int = 0
    steps: int = 0
    plays: int = 0
    differences: list[Difference] = field(default_factory=list)

    def note(self, difference: Difference | None) -> None:
        """Keeps a difference, if there is one."""
        if difference is not None:
            self.differences.append(difference)

    def step_over(self, twin: Twin, exact: ScoringModel) -> None:
        """Walks every position of a scenario."""
        walked = walk(twin, exact)
        self.positions += walked.positions
        self.steps += walked.steps
        self.note(walked.difference)

    def play(self, twin: Twin, setting: Setting, seeds: Sequence[int]) -> None:
        """Plays a scenario at random, up to the first play that differs."""
        for seed in seeds:
            self.plays += 1
            if (difference := play(twin, setting, seed)) is not None:
                self.note(difference)
                return


def walk_scenarios(twin: Twin, names: Sequence[str], plays: int, positions: bool = True) -> Found:
    """Returns what came of walking scenarios, and of so many plays of each in each of its languages."""
    found = Found()
    beside = next(name for name in (BESIDE, ANOTHER) if [name] != list(names))
    for name, languages in loaded(twin, [*names, beside]).items():
        if name == beside and beside not in names:
            continue
        path = next(one for one in [*names, beside] if stem(one) == name)
        for language in languages:
            found.languages += [language] * (language not in found.languages)
            with told_in(language):
                for setting in settings(path, beside, language):
                    found.play(twin, setting, range(plays))
                found.note(texts_differ(twin, shelves(language).scenario(path), language))
                found.note(rubric_differs(twin, shelves(language).rubric, language))
                found.note(names_differ(twin, shelves(language).rubric))
        if positions:
            with told_in(languages[0]):
                twin.ask(do="texts", scenario=name, language=languages[0], seed="0")  # back to its own language
                twin.answer()
                found.step_over(twin, shelves().exact(path))
    return found


def walk_minutes(twin: Twin, plays: int) -> Found:
    """Returns what came of the minutes that teach how to play."""
    return walk_scenarios(twin, minutes(), plays)


def page_beside() -> Mapping[str, Any]:
    """Returns the data of a page to put drawn scenarios on."""
    return packed(shelves(), [BESIDE])


def walk_drawn(twin: Twin, page: Mapping[str, Any], scenario: Scenario, plays: Sequence[int], found: Found) -> None:
    """Walks a scenario that was drawn, and plays it with these seeds."""
    exact = ScoringModel(scenario, a_rubric())
    beside = shelves().exact(BESIDE)
    twin.load({**page, "scenarios": [packed_model(exact), *page["scenarios"]]})
    found.step_over(twin, exact)
    found.note(texts_differ(twin, scenario, "en"))
    found.play(twin, Setting(exact, "en", beside), plays)
