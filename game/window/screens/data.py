"""Where a player's data lies: every kind of file in plain words, a zip of it all, and the ways to erase it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from typing_extensions import override

from game.errors import GameError
from game.play.own_data import DataKind, OwnData, count_told, size_told
from game.play.pack import free_name, pack
from game.window.destinations import ToErase
from game.window.input.commands import Back, Command
from game.window.screens.folder_contents import typed_folder
from game.window.screens.screen import Desk
from game.window.screens.sheet import SheetScreen
from game.window.toolkit.boxes import Column, Flow, Row
from game.window.toolkit.controls import Button
from game.window.toolkit.field import TextField, TypedText
from game.window.toolkit.widgets import Divider, Sign, Text, Widget
from game.words import _

MOST_PLAYERS = 30


@dataclass(frozen=True, slots=True)
class OpenFolder(Command):
    """Show this folder outside the game."""

    folder: Path


@dataclass(frozen=True, slots=True)
class MakeZip(Command):
    """Put a zip of everything into the folder typed."""


@dataclass(frozen=True, slots=True)
class AskErase(Command):
    """Ask whether to erase: one player's plays, or everybody's, or the settings too."""

    player: str | None = None
    settings: bool = False


class DataScreen(SheetScreen):
    """What is kept, a copy of it, and the way to be rid of it."""

    ems: ClassVar[float] = 40.0

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words = str(desk.context.zips)
        self.folder = TypedText(words, len(words), limit=1000)
        self.said: tuple[str, str, str] | None = None  # a sign, words and their colour
        self.page.focus_key = _("Back")

    @property
    def own(self) -> OwnData:
        """Returns what is kept now."""
        return self.desk.context.plays.own_data()

    @override
    def parts(self) -> list[Widget]:
        own = self.own
        lies = _("Everything the game keeps lies in {folder}. Nothing is ever sent anywhere.").format(folder=own.home)
        return [
            Text(_("Where my data is"), "title"),
            *([Sign(*self.said)] if self.said else []),
            Text(lies),
            Flow([Button(_("Open the folder"), OpenFolder(own.home), sign="open", after=True)]),
            *(part for kind in own.kinds() for part in (Divider(), _told(kind, own))),
            Divider(),
            *self._copy(),
            Divider(),
            *self._erasing(own),
        ]

    def _copy(self) -> list[Widget]:
        """Returns a zip of everything, and where it shall lie."""
        name = self.desk.context.plays.player
        whose = (
            _("A zip of {name}’s plays, saves and settings. Everything stays here too.").format(name=name)
            if name
            else _("A zip of all plays, saves and settings. Everything stays here too.")
        )
        return [
            Text(_("A copy to keep"), "heading"),
            Text(whose, colour="muted"),
            TextField("zip-folder", _("Folder for the zip"), self.folder, then=MakeZip()),
            Flow([Button(_("Make the zip"), MakeZip(), sign="save")]),
        ]

    def _erasing(self, own: OwnData) -> list[Widget]:
        """Returns the ways to erase; none while a conversation goes on."""
        parts: list[Widget] = [Text(_("Erase"), "heading")]
        if self.desk.playing is not None:
            return [*parts, Sign("note", _("Leave the conversation first; what is open cannot be erased."))]
        players = own.players()
        each = [
            Button(_("Erase {name}’s plays").format(name=name), AskErase(name), sign="cross", key=f"erase-{name}")
            for name in players[:MOST_PLAYERS]
        ]
        everything = [
            Button(_("Erase all plays and saves"), AskErase(), sign="cross", key="erase-plays"),
            Button(_("Erase everything, settings too"), AskErase(settings=True), sign="cross", key="erase-all"),
        ]
        asked = Text(_("You are asked twice, and told first exactly what goes."), colour="muted")
        return [*parts, asked, Flow([*each, *everything])]

    @override
    def handle(self, command: Command) -> None:
        match command:
            case OpenFolder(folder):
                self._open(folder)
            case MakeZip():
                self._pack()
            case AskErase(player, settings):
                self.desk.go(ToErase(player, settings))
            case Back():
                self.desk.close()

    def _open(self, folder: Path) -> None:
        """Shows a folder outside; where that cannot be done, says so."""
        if folder.is_dir() and self.desk.context.browse(folder.as_uri()):
            self._say("tick", _("The folder opens in another window."), "accent")
        else:
            self._say("note", _("It could not be opened from here. Open it yourself: {folder}").format(folder=folder))

    def _pack(self) -> None:
        """Writes the zip."""
        folder = typed_folder(self.folder.words)
        if folder is None:
            self._say("note", _("There is no folder of this name."))
            return
        try:
            into = free_name(folder, self.desk.context.plays.clock())
            packed = pack(self.own, into, self.desk.context.plays.player or None)
        except GameError as problem:
            self._say("note", str(problem))
            return
        told = _("{path} holds {count}.").format(count=count_told(packed.count), path=packed.path)
        left = [_("Left out: {problem}").format(problem=problem) for problem in packed.left_out]
        self._say("note" if left else "tick", "\n".join([told, *left]), "warm" if left else "accent")

    def _say(self, sign: str, words: str, colour: str = "warm") -> None:
        """Tells something at the top of the page."""
        self.said = (sign, words, colour)
        for pane in self.page.panes:
            pane.scroll_to(0)
        self.refresh()


def _told(kind: DataKind, own: OwnData) -> Widget:
    """Returns a kind of file: what it is, how many there are, how large, and where they lie."""
    return Column([Row([Text(kind.label, "strong"), Text(_much(kind))], (1.2, 1), least=9), *_more(kind, own)], 0.15)


def _much(kind: DataKind) -> str:
    if not kind.files:
        return _("none yet")
    return f"{count_told(len(kind.files))}, {size_told(kind.size)}"


def _more(kind: DataKind, own: OwnData) -> Iterator[Widget]:
    yield Text(kind.about, colour="muted")
    places = ", ".join(_place(place, own.home) for place in kind.places)
    yield Text(_("In {place}").format(place=places), "aside", "muted")


def _place(place: Path, home: Path) -> str:
    """Returns a place below the game's folder without what is told above, any other whole."""
    return place.relative_to(home).as_posix() if place != home and place.is_relative_to(home) else str(place)
