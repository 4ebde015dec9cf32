"""What the window is given from outside: where things lie, what time it is, and what the command line asked for."""

from __future__ import annotations

import webbrowser
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Thread

from game.errors import GameError
from game.locations import INTERFACE, RUBRIC, catalogue_of
from game.play import players, saves
from game.play.events import Mode
from game.play.family import look_again
from game.play.glossary import Group, glossary_of, met
from game.play.journal import Clock, PlaySummary, read_journal
from game.play.learning import Next, guided, suggest
from game.play.own_data import OwnData
from game.play.phases import LIVE
from game.play.players import Known
from game.play.saves import Save
from game.play.session import Session, new_session, resume_session, utc_now
from game.rubric.exact import Exact
from game.rubric.model import Rubric
from game.rubric.score import Scorecard
from game.rubric.translate import told_in as rubric_in
from game.scenario import load
from game.scenario.model import Scenario
from game.scenario.translate import read_catalogue, told_in
from game.scenario.vary import filled
from game.story.engine import Story
from game.window.voice.speech import Voice, find
from game.words import speak

Debrief = Callable[[Path, Callable[[int, int], None], Callable[[str], None]], tuple[Path, ...]]


@dataclass(frozen=True)
class AppContext:
    """`scenarios` are the library's files by id, `config` the settings' file of nobody by name, `logs` the folder of
    the journals (None: nothing is kept), `seed` gives a new play its seed; `scenario`, `mode` and `class_code` open the
    window straight at a briefing; `player` is who plays (empty: nobody by name; None: whoever played last); `ahead`
    works a play's exact figures out beside it, so its end need not wait, and `cache` is where they are kept. `debrief`
    makes a class's pages (one or more) from a folder's journals, telling (done, of how many) on the way and saying what
    was left out, and raises GameError; `browse` opens a page by its address, False where it cannot. `first_minute` is
    the scenario that teaches how to play, kept nowhere.
    `voice` finds a voice for a language and a rate, None where there is none, and what it speaks is written to the file
    `voice_log` too. `zips` is the folder that a copy of a player's data goes to unless another is named.
    """

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
    ahead: bool = True
    cache: Path | None = None
    language: str | None = None
    languages: tuple[str, ...] = ()
    debrief: Debrief | None = None
    browse: Callable[[str], bool] = webbrowser.open
    first_minute: Path | None = None
    voice: Callable[[str, str], Voice | None] = find
    voice_log: Path | None = None
    zips: Path = field(default_factory=Path.home)

    def spoken_in(self, preferred: str) -> AppContext:
        """From now on the game speaks the language asked for on the command line, else the one preferred; the rubric
        and the library come in it too."""
        language = self.language or (preferred if preferred in self.languages else "")
        speak(read_catalogue(catalogue_of(INTERFACE, language)))
        if not language:
            return self
        told = rubric_in(self.rubric, read_catalogue(catalogue_of(RUBRIC, language)))
        return replace(self, language=language, rubric=told)

    @property
    def own(self) -> Path:
        """The folder of what is this player's own: settings, what was read, saves."""
        return players.folder_of(self.home, self.player or "")

    @property
    def home(self) -> Path:
        """The folder of everything that is kept here, whoever plays."""
        return self.config.parent

    @property
    def settings(self) -> Path:
        """The file of this player's settings."""
        return self.own / self.config.name

    def known_players(self) -> Known:
        """Who has played here."""
        return players.known(self.home, self.logs)

    def own_data(self) -> OwnData:
        """What is kept of players on this computer."""
        return OwnData(self.home, self.logs or self.home / "logs")

    def glossary(self) -> tuple[Group, ...]:
        """The moves in plain words; nothing before a first play came to its end."""
        known = met(self.logs, self.player or "")
        told = ((self._told(self.scenarios[name]), what) for name, what in known.items() if name in self.scenarios)
        played = [(scenario, what) for scenario, what in told if scenario is not None]
        return glossary_of(self.rubric, played) if known else ()

    def library(self) -> tuple[list[Scenario], list[str]]:
        """What can be played, in the guided order, and the ids of what cannot (`check` tells why)."""
        found = {name: self._told(path) for name, path in self.scenarios.items()}
        playable = guided(scenario for scenario in found.values() if scenario is not None)
        return playable, [name for name, scenario in found.items() if scenario is None]

    def _told(self, path: Path) -> Scenario | None:
        found = load.load_file(path, self.rubric.moves).scenario
        return self._in_language(found, path) if found else None

    def _in_language(self, scenario: Scenario, path: Path | None) -> Scenario:
        if self.language is None or path is None:
            return scenario
        return told_in(scenario, read_catalogue(catalogue_of(path, self.language)))

    def next_after(self, card: Scorecard) -> Next | None:
        """What to play after a play with this card."""
        return suggest(card, self.rubric, self.library()[0], self.tried())

    def new_here(self) -> bool:
        """True when there is a first minute to offer and nothing was ever played here."""
        return self.first_minute is not None and not self._plays()

    def begin_first_minute(self, keys: Mapping[str, str]) -> Session:
        """The minute that teaches how to play, with what the `keys` that it teaches are called now; nothing of it is
        kept. Raises GameError."""
        assert self.first_minute is not None, "offered only where there is one"
        scenario = load.playable(load.load_file(self.first_minute, self.rubric.moves))
        told = filled(self._in_language(scenario, self.first_minute), keys)
        exact = Exact(Story(told), self.rubric)
        session = new_session(exact, mode=Mode.PRACTICE, seed=self.seed(), clock=self.clock)
        session.begin()
        return session

    def is_first_minute(self, session: Session) -> bool:
        """True for the minute that teaches how to play."""
        return self.first_minute is not None and session.scenario.id == self.first_minute.stem

    def begin(self, scenario: Scenario, mode: str) -> Session:
        """A new play, begun: its first lines are ready to read."""
        session = new_session(
            Exact(Story(scenario), self.rubric, self.cache),
            mode=Mode(mode),
            seed=self.seed(),
            clock=self.clock,
            logs=self.logs,
            player=self.player or None,
            class_code=self.class_code,
        )
        session.begin()
        self._work_ahead(session.exact)
        return session

    def saves(self) -> tuple[list[Save], list[str]]:
        """What was saved, the newest first, and in words what cannot be used."""
        return saves.list_saves(self._saves)

    def quick_save(self) -> Save | None:
        """The one quick save, if there is one."""
        return saves.find(self._saves, saves.QUICK)

    def save(self, session: Session, name: str, picture: bytes, place: str | None = None) -> Save:
        """This moment, saved. Raises SaveError."""
        return saves.keep(self._saves, session, name, self.clock(), picture, place)

    def load(self, save: Save, session: Session | None = None) -> Session:
        """The play of a save, at its moment; `session`, which was played until now, is left. Raises GameError."""
        loaded, _lost = saves.go_on(save, self._exact(save.mark.scenario), self.logs, self.clock)
        if session is not None and session.phase in LIVE and session.journal_path != loaded.journal_path:
            session.abandon()
        self._work_ahead(loaded.exact)
        return loaded

    @property
    def _saves(self) -> Path:
        return self.own / "saves"

    def resume(self, journal: Path) -> tuple[Session, tuple[str, ...]]:
        """The play in a journal where it stopped, and what was lost; raises GameError when it cannot go on."""
        session, lost = resume_session(self._exact(read_journal(journal).begun.scenario), journal, self.clock)
        self._work_ahead(session.exact)
        return session, lost

    def look_again(self, journal: Path) -> Session:
        """A play that is over, to look at its debrief. Raises GameError."""
        read = read_journal(journal)
        return look_again(self._exact(read.begun.scenario), read)

    def _exact(self, name: str) -> Exact:
        """The scenario of a play, by what its journal calls it. Raises GameError."""
        path = self.scenarios.get(name)
        if path is None and self.scenario is not None and self.scenario.id == name:
            scenario = self.scenario
        else:
            scenario = self._in_language(load.playable(load.load_file(path or Path(name), self.rubric.moves)), path)
        return Exact(Story(scenario), self.rubric, self.cache)

    def _work_ahead(self, exact: Exact) -> None:
        """Starts on the figures that the end of a play needs (up to seconds for a large scenario)."""
        if self.ahead:
            Thread(target=_work_out, args=(exact,), daemon=True).start()

    def unfinished(self) -> PlaySummary | None:
        """The newest play, if it was left before its end and can be found again."""
        newest = next(iter(self._plays()), None)
        return newest if newest and not newest.finished and newest.scenario in self.scenarios else None

    def finished(self, scenario: str | None = None) -> PlaySummary | None:
        """The newest play, of this scenario or of any, that came to its end and can be found again."""
        ended = (play for play in self._plays() if play.finished and play.scenario in self.scenarios)
        return next((play for play in ended if scenario in (None, play.scenario)), None)

    def tried(self) -> Counter[str]:
        """How many plays of each scenario came to an end."""
        return Counter(play.scenario for play in self._plays() if play.finished)

    def _plays(self) -> list[PlaySummary]:
        return players.plays_of(self.logs, self.player or "")


def _work_out(exact: Exact) -> None:
    """The figures stay with `exact`. A scenario that cannot be scored says so at the end of the play."""
    with suppress(GameError):
        _ = exact.extents, exact.chance_levels
