"""Where a screen can send the player, as plain values; `routes` knows which screen stands there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.play.saves import Save
    from game.play.session import Session
    from game.scenario.model import Scenario
    from game.window.input.commands import Command


@dataclass(frozen=True, slots=True)
class Destination:
    """A place to go."""


class ToTitle(Destination):
    """The first screen."""


class ToPlayers(Destination):
    """Who plays, over the title."""


class ToLibrary(Destination):
    """All scenarios."""


class ToFirstMinute(Destination):
    """The minute that teaches how to play."""


@dataclass(frozen=True, slots=True)
class ToBriefing(Destination):
    """What to know before a scenario begins; `mode` where the command line chose one."""

    scenario: Scenario
    mode: str | None = None


@dataclass(frozen=True, slots=True)
class ToPlay(Destination):
    """Wherever a session's phase stands; `skip` goes past what was read in an earlier play."""

    session: Session
    skip: bool = False


@dataclass(frozen=True, slots=True)
class ToDebrief(Destination):
    """The debrief of a play, whether it came to its end or was left; `ready` when its figures are worked out."""

    session: Session
    ready: bool = False


@dataclass(frozen=True, slots=True)
class ToLookAgain(Destination):
    """The debrief of a play that is over, from its journal."""

    journal: Path


class ToMyPlays(Destination):
    """The plays that came to their end, over the library."""


@dataclass(frozen=True, slots=True)
class ToContinue(Destination):
    """An unfinished play, taken up from its journal."""

    journal: Path


@dataclass(frozen=True, slots=True)
class ToHistory(Destination):
    """What was said so far, over the conversation; the last `unread` lines are still to come."""

    session: Session
    unread: int = 0


@dataclass(frozen=True, slots=True)
class ToMenu(Destination):
    """The quiet buttons of a play, over it, where there is no room for each: label, command and sign."""

    items: tuple[tuple[str, Command, str], ...]


@dataclass(frozen=True, slots=True)
class ToLookBack(Destination):
    """Earlier lines one at a time, over a play: the first of them is the one `ago` lines before the `unread` ones."""

    session: Session
    unread: int = 0
    ago: int = 1


@dataclass(frozen=True, slots=True)
class ToSaves(Destination):
    """What was saved, over the title or over a play."""

    session: Session | None = None


@dataclass(frozen=True, slots=True)
class ToSave(Destination):
    """One save, over the others or over a play."""

    save: Save
    session: Session | None = None


@dataclass(frozen=True, slots=True)
class ToLeave(Destination):
    """The question whether to leave, over the conversation; `closing` when the whole window would close."""

    session: Session
    closing: bool = False


class ToBring(Destination):
    """A file to bring a scenario from, over the library."""


class ToFolder(Destination):
    """Where else to keep things, over the title."""


@dataclass(frozen=True, slots=True)
class ToSaveAs(Destination):
    """A file for a play that was not kept, over anything."""

    session: Session


class ToSettings(Destination):
    """The settings, over anything."""


class ToKeys(Destination):
    """Which key and which button does what, over the settings."""


class ToData(Destination):
    """What is kept and where, over the settings."""


@dataclass(frozen=True, slots=True)
class ToErase(Destination):
    """The questions before erasing one player's plays, or everybody's, or the settings too."""

    player: str | None = None
    settings: bool = False


class ToCredits(Destination):
    """Who made what, over anything."""


class ToGlossary(Destination):
    """The moves in plain words, over anything."""


class ToHelp(Destination):
    """The help, over anything."""


@dataclass(frozen=True, slots=True)
class ToPublish(Destination):
    """A page of this scenario for others."""

    scenario: Scenario


@dataclass(frozen=True, slots=True)
class ToClassDebrief(Destination):
    """The page for a class's half hour, over the title; `folder` where the class is known."""

    folder: Path | None = None


class ToRunClass(Destination):
    """A class that plays on its phones, over the title."""


@dataclass(frozen=True, slots=True)
class ToMessage(Destination):
    """Something to tell, over anything."""

    title: str
    words: str


@dataclass(frozen=True, slots=True)
class ToFeedback(Destination):
    """What a choice did, once the answer to it was read."""

    session: Session
