"""What the window is given from outside: whose plays, where pictures lie, what the command line asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING

from game.app.plays import Plays
from game.locations import INTERFACE, catalogue_of
from game.play.events import Mode
from game.window.beside import Beside
from game.window.voice.speech import Voice, find
from game.words import speak

if TYPE_CHECKING:
    from game.app.library import Library
    from game.debrief.wanted import Wanted
    from game.play.session import Session
    from game.scenario.model import Scenario
    from game.web.shapes import Shape
    from game.window.class_server import ClassServer
    from game.window.studio_opener import StudioOpener

Publish = Callable[["Library", "Scenario", "Shape", Path, Callable[[int, int], None]], Path]
Debrief = Callable[[Path, "Wanted", Callable[[int, int], None], Callable[[str], None]], tuple[Path, ...]]


_STARTS_S = 2.0  # a browser that has not come back by then is one that stays: it is started


def open_in_browser(address: str) -> bool:
    """Returns whether a browser was started; the window waits for none that stays in front until it is closed."""
    import webbrowser  # not before a page is asked for: it looks for every browser there is

    opening = Beside(lambda: webbrowser.open(address))
    return not opening.soon(_STARTS_S) or opening.result()


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
    publish: makes a page, a site or a package of a scenario in a folder, telling (done, of how many), and returns the
        file to open; None where that cannot be
    class_server: opens a class for phones, and stops it; None where that cannot be
    studio: opens the author's studio in a browser; None where that cannot be
    browse: opens a page by its address; False where it cannot
    first_minute: the scenario that teaches how to play
    voice: finds a voice for a language and a rate; None where there is none
    voice_log: the file that what is spoken is written to as well
    patience: how long a screen may take to be made, in seconds, before another one says that it is on its way
    unkept: the player plays on though nothing can be kept
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
    publish: Publish | None = None
    class_server: ClassServer | None = None
    studio: StudioOpener | None = None
    browse: Callable[[str], bool] = open_in_browser
    first_minute: Path | None = None
    voice: Callable[[str, str], Voice | None] = find
    voice_log: Path | None = None
    patience: float = 0.08
    unkept: bool = False
    zips: Path = field(default_factory=Path.home)

    def played_by(self, name: str) -> AppContext:
        """Returns the same window for another player."""
        return replace(self, plays=self.plays.of(name))

    def spoken_in(self, preferred: str) -> AppContext:
        """Returns the same window in the language asked for, else in the one preferred; the interface follows."""
        language = self.language or (preferred if preferred in self.languages else None)
        speak(_catalogue(language) if language else NullTranslations())
        library = self.plays.library.in_language(language)
        return replace(self, language=language, plays=replace(self.plays, library=library)) if language else self

    @property
    def settings(self) -> Path:
        """Returns the file of this player's settings."""
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


def _catalogue(language: str) -> NullTranslations:
    """Returns what the interface says in a language."""
    from game.scenario.translate import read_catalogue

    return read_catalogue(catalogue_of(INTERFACE, language))
