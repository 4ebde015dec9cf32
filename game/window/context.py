"""What the window is given from outside: where things lie, what time it is, and what the command line asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from game.play.events import Mode
from game.play.journal import Clock, PlaySummary, list_plays, read_journal
from game.play.session import Session, new_session, resume_session, utc_now
from game.rubric.exact import Exact
from game.rubric.model import Rubric
from game.scenario import load
from game.scenario.model import Scenario
from game.story.engine import Story


@dataclass(frozen=True)
class AppContext:
    """`scenarios` are the library's files by id, `config` the settings' file, `logs` the folder of the journals
    (None: nothing is kept), `seed` gives a new play its seed; `scenario`, `mode`, `player` and
    `class_code` open the window straight at a briefing."""

    rubric: Rubric
    scenarios: Mapping[str, Path]
    assets: Path
    config: Path
    logs: Path | None
    seed: Callable[[], int]
    clock: Clock = utc_now
    scenario: Scenario | None = None
    mode: Mode | None = None
    player: str | None = None
    class_code: str | None = None

    def library(self) -> list[Scenario]:
        """Every scenario that can be played; one with errors is left out (`check` tells why)."""
        found = (load.load_file(path, self.rubric.moves).scenario for path in self.scenarios.values())
        return [scenario for scenario in found if scenario is not None]

    def begin(self, scenario: Scenario, mode: str, player: str) -> Session:
        """A new play, begun: its first lines are ready to read."""
        session = new_session(
            Exact(Story(scenario), self.rubric),
            mode=Mode(mode),
            seed=self.seed(),
            clock=self.clock,
            logs=self.logs,
            player=self.player or player or None,
            class_code=self.class_code,
        )
        session.begin()
        return session

    def resume(self, journal: Path) -> tuple[Session, tuple[str, ...]]:
        """The play in a journal where it stopped, and what was lost; raises GameError when it cannot go on."""
        name = read_journal(journal).begun.scenario
        path = self.scenarios.get(name)
        if path is None and self.scenario is not None and self.scenario.id == name:
            scenario = self.scenario
        else:
            scenario = load.playable(load.load_file(path or Path(name), self.rubric.moves))
        return resume_session(Exact(Story(scenario), self.rubric), journal, self.clock)

    def unfinished(self) -> PlaySummary | None:
        """The newest play, if it was left before its end and can be found again."""
        newest = next(iter(self._plays()), None)
        return newest if newest and not newest.finished and newest.scenario in self.scenarios else None

    def tried(self) -> Counter[str]:
        """How many plays of each scenario came to an end."""
        return Counter(play.scenario for play in self._plays() if play.finished)

    def _plays(self) -> list[PlaySummary]:
        return list_plays(self.logs) if self.logs else []
