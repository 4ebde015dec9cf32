"""What the window is given from outside: whose plays, where pictures lie, what the command line asked for."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from game.app.plays import Plays
from game.locations import INTERFACE, catalogue_of
from game.play.events import Mode
from game.play.session import Session
from game.scenario.model import Scenario
from game.scenario.translate import read_catalogue
from game.window.voice.speech import Voice, find
from game.words import speak

Debrief = Callable[[Path, Callable[[int, int], None], Callable[[str], None]], tuple[Path, ...]]


@dataclass(frozen=True)
class AppContext:
    """What the window needs beside a player's plays.

    plays: the plays of whoever plays
    assets: the folder of pictures and sounds
    config: the settings' file of nobody by name
    scenario: opens the window straight at this briefing
    mode: the mode that was asked for
    player: who was asked for by name; empty for nobody by name, None for whoever played last
    language: the language that was asked for; None for the one in the settings
    languages: the languages that there are beside English
    debrief: makes a class's pages from a folder's journals, telling (done, of how many) and what was left out
    browse: opens a page by its address; False where it cannot
    first_minute: the scenario that teaches how to play
    voice: finds a voice for a language and a rate; None where there is none
    voice_log: the file that what is spoken is written to as well
    zips: the folder that a copy of a player's data goes to unless another is named
    """

    plays: Plays
    assets: Path
    config: Path
    scenario: Scenario | None = None
    mode: Mode | None = None
    player: str | None = None
    language: str | None = None
    languages: tuple[str, ...] = ()
    debrief: Debrief | None = None
    browse: Callable[[str], bool] = webbrowser.open
    first_minute: Path | None = None
    voice: Callable[[str, str], Voice | None] = find
    voice_log: Path | None = None
    zips: Path = field(default_factory=Path.home)

    def played_by(self, name: str) -> AppContext:
        """Returns the same window for another player."""
        return replace(self, plays=self.plays.of(name))

    def spoken_in(self, preferred: str) -> AppContext:
        """Returns the same window in the language asked for, else in the one preferred; the interface follows."""
        language = self.language or (preferred if preferred in self.languages else None)
        speak(read_catalogue(catalogue_of(INTERFACE, language or "")))
        library = self.plays.library.in_language(language)
        return replace(self, language=language, plays=replace(self.plays, library=library)) if language else self

    @property
    def settings(self) -> Path:
        """The file of this player's settings."""
        return self.plays.own / self.config.name

    def new_here(self) -> bool:
        """Returns True when there is a first minute to offer and nothing was ever played here."""
        return self.first_minute is not None and not self.plays.all()

    def begin_first_minute(self, keys: Mapping[str, str]) -> Session:
        """Returns the minute that teaches how to play, begun, with what the `keys` that it teaches are called now.
        Raises GameError."""
        assert self.first_minute is not None, "offered only where there is one"
        return self.plays.begin_first_minute(self.first_minute, keys)

    def is_first_minute(self, session: Session) -> bool:
        """Returns True for the minute that teaches how to play."""
        return self.first_minute is not None and session.scenario.id == self.first_minute.stem
