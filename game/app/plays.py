"""One player's plays on this computer: begun, gone on with, branched, saved, looked at again and suggested.

What only some of it needs is imported there, so that a play begins without it.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from game.app.library import Library
from game.errors import GameError
from game.play import players
from game.play.device import device_mark
from game.play.events import Mode
from game.play.journal import Clock, read_journal, utc_now
from game.play.phases import LIVE
from game.play.play_list import PlaySummary

if TYPE_CHECKING:
    from game.play.glossary import Group
    from game.play.learning import Next
    from game.play.own_data import OwnData
    from game.play.players import KnownNames
    from game.play.saves import Save
    from game.play.session import Session
    from game.rubric.score import Scorecard
    from game.rubric.scoring_model import ScoringModel
    from game.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class FinishedPlays:
    """A scenario with the plays of it that came to their end, the newest first."""

    scenario: Scenario
    plays: tuple[PlaySummary, ...]

    @property
    def endings(self) -> int:
        """Returns how many endings there are."""
        return sum(node.ending is not None for node in self.scenario.nodes.values())

    @property
    def seen(self) -> tuple[str, ...]:
        """Returns the titles of the endings that were seen, those first that were seen first."""
        return tuple(dict.fromkeys(title for play in reversed(self.plays) if (title := self.title(play))))

    def title(self, play: PlaySummary) -> str:
        """Returns the title of the ending that a play came to; empty where the scenario has it no more."""
        node = self.scenario.nodes.get(play.ending or "")
        return node.ending.title if node and node.ending else ""


def any_seed() -> int:
    """Returns a seed for the order of options, another one at each call."""
    return int.from_bytes(os.urandom(8), "big") % 1_000_000


@dataclass(frozen=True)
class Plays:
    """What one player does with the library.

    library: the scenarios that can be played
    home: the folder of everything that is kept on this computer
    logs: the folder of the journals; None keeps nothing
    player: who plays; empty for nobody by name
    class_code: the class's code, kept in each journal
    seed: gives a new play its seed
    clock: tells the time
    opened: a scenario from outside the library that can be played too
    ahead: works a play's exact figures out beside it, so that its end need not wait
    """

    library: Library
    home: Path
    logs: Path | None
    player: str = ""
    class_code: str | None = None
    seed: Callable[[], int] = any_seed
    clock: Clock = utc_now
    opened: Scenario | None = None
    ahead: bool = False

    # ── begin and go on ──────────────────────────────────────────────────────────────────────────────────

    def begin(self, scenario: Scenario, mode: Mode) -> Session:
        """Returns a new play, begun: its first lines are ready to read."""
        from game.play.session import new_session

        session = new_session(
            self.library.ready(scenario),
            mode=mode,
            seed=self.seed(),
            clock=self.clock,
            logs=self.logs,
            player=self.player or None,
            class_code=self.class_code,
            device=self.device,
        )
        session.begin()
        self._work_ahead(session.exact)
        return session

    def begin_first_minute(self, file: Path, keys: Mapping[str, str]) -> Session:
        """Returns the minute that teaches how to play, begun; `keys` says what the keys it teaches are called. Nothing
        of it is kept. Raises GameError."""
        from game.play.session import new_session
        from game.scenario.vary import filled

        told = filled(self.library.read(file), keys)
        session = new_session(self.library.ready(told), mode=Mode.PRACTICE, seed=self.seed(), clock=self.clock)
        session.begin()
        return session

    def resume(self, journal: Path) -> tuple[Session, tuple[str, ...]]:
        """Returns the play in a journal where it stopped, and what was lost. Raises GameError when it cannot go on."""
        from game.play.session import resume_session

        session, lost = resume_session(self._exact(read_journal(journal).begun.scenario), journal, self.clock)
        self._work_ahead(session.exact)
        return session, lost

    def branch(self, journal: Path, turn: int) -> tuple[Session, tuple[str, ...]]:
        """Returns a new play that goes its own way from a turn of this one, and what was lost. Raises GameError."""
        from game.play.branch import branch_session

        return branch_session(self._exact(read_journal(journal).begun.scenario), journal, turn, self.clock)

    def look_again(self, journal: Path) -> Session:
        """Returns a play that is over, to look at its debrief. Raises GameError."""
        from game.play.family import look_again

        read = read_journal(journal)
        return look_again(self._exact(read.begun.scenario), read)

    def prepare_debrief(self, session: Session) -> None:
        """Works out what a debrief needs and takes long: the exact figures, and the bots' plays. What cannot be scored
        says so when it is asked for."""
        from game.rubric.archetypes import profiles

        _work_out(session.exact)
        with suppress(GameError):
            profiles(session.exact)

    # ── saves ────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def own(self) -> Path:
        """Returns the folder of what is this player's own: settings, what was read, saves."""
        return players.folder_of(self.home, self.player)

    @property
    def device(self) -> str | None:
        """Returns the mark that this player's journals carry here; None where nothing is kept."""
        return device_mark(self.home, self.logs, self.player) if self.logs else None

    @property
    def saves_folder(self) -> Path:
        """Returns where this player's saves lie."""
        return self.own / players.SAVES

    def saves(self) -> tuple[list[Save], list[str]]:
        """Returns what was saved, the newest first, and in words what cannot be used."""
        from game.play import saves

        return saves.list_saves(self.saves_folder)

    def has_saves(self) -> bool:
        """Returns whether anything lies among this player's saves, usable or not."""
        return next(self.saves_folder.glob("*.json"), None) is not None

    def quick_save(self) -> Save | None:
        """Returns the one quick save, or None."""
        from game.play import saves

        return saves.find(self.saves_folder, saves.QUICK)

    def save(self, session: Session, name: str, picture: bytes | None = None, place: str | None = None) -> Save:
        """Saves this moment and returns the save. Raises SaveError."""
        from game.play import saves

        return saves.keep(self.saves_folder, session, name, self.clock(), picture, place)

    def load(self, save: Save, session: Session | None = None) -> Session:
        """Returns the play of a save at its moment; `session`, played until now, is left. Raises GameError."""
        from game.play import saves

        loaded, _lost = saves.go_on(save, self._exact(save.mark.scenario), self.logs, self.clock)
        if session is not None and session.phase in LIVE and session.journal_path != loaded.journal_path:
            session.abandon()
        self._work_ahead(loaded.exact)
        return loaded

    # ── what was played ──────────────────────────────────────────────────────────────────────────────────

    def all(self) -> list[PlaySummary]:
        """Returns this player's plays, the newest first."""
        return players.plays_of(self.logs, self.player)

    def unfinished(self) -> PlaySummary | None:
        """Returns the newest play, if it was left before its end and can be found again."""
        newest = next(iter(self.all()), None)
        return newest if newest and not newest.finished and newest.scenario in self.library.files else None

    def finished(self, scenario: str | None = None) -> PlaySummary | None:
        """Returns the newest play, of this scenario or of any, that came to its end and can be found again."""
        ended = (play for play in self.all() if play.finished and play.scenario in self.library.files)
        return next((play for play in ended if scenario in (None, play.scenario)), None)

    def played(self) -> list[FinishedPlays]:
        """Returns what this player played to its end, scenario by scenario, the one played last first."""
        by_scenario: dict[str, list[PlaySummary]] = {}
        for play in self.all():
            if play.finished and play.scenario in self.library.files:
                by_scenario.setdefault(play.scenario, []).append(play)
        known = {scenario.id: scenario for scenario in self.library.shelf(by_scenario)[0]}
        return [FinishedPlays(known[name], tuple(plays)) for name, plays in by_scenario.items() if name in known]

    def tried(self) -> Counter[str]:
        """Returns how many plays of each scenario came to an end."""
        return Counter(play.scenario for play in self.all() if play.finished)

    def next_after(self, card: Scorecard) -> Next | None:
        """Returns what to play after a play with this card, or None when everything was tried."""
        from game.play.learning import suggest

        return suggest(card, self.library.rubric, self.library.shelf()[0], self.tried())

    def glossary(self) -> tuple[Group, ...]:
        """Returns the moves in plain words; nothing before a first play came to its end."""
        from game.play.glossary import glossary_of, met

        known = met(self.logs, self.player)
        if not known:
            return ()
        played = [(scenario, known[scenario.id]) for scenario in self.library.shelf(known)[0]]
        return glossary_of(self.library.rubric, played)

    # ── who plays, and what is kept ──────────────────────────────────────────────────────────────────────

    def known_players(self) -> KnownNames:
        """Returns who has played here."""
        return players.known(self.home, self.logs)

    def own_data(self) -> OwnData:
        """Returns what is kept of players on this computer."""
        from game.play.own_data import OwnData

        return OwnData(self.home, self.logs or self.home / "logs")

    def of(self, player: str) -> Plays:
        """Returns the plays of another player."""
        return replace(self, player=player)

    # ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _exact(self, name: str) -> ScoringModel:
        """Returns the scenario that a journal or save names: by its id, never by a path. Raises GameError."""
        if self.opened is not None and self.opened.id == name:
            return self.library.ready(self.opened)
        return self.library.ready(self.library.by_id(name))

    def _work_ahead(self, exact: ScoringModel) -> None:
        """Starts on the figures that the end of a play needs (up to seconds for a large scenario)."""
        if self.ahead:
            Thread(target=_work_out, args=(exact,), daemon=True).start()


def _work_out(exact: ScoringModel) -> None:
    """Works the figures out, which stay with `exact`. What cannot be scored says so at the end of the play."""
    with suppress(GameError):
        _ = exact.extents, exact.chance_levels
