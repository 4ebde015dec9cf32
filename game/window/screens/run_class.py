"""A class on its phones: conversations, a folder and an address to choose; then the room, its code and the ways on."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from typing_extensions import override

from game.errors import GameError
from game.play.learning import guided
from game.scenario.model import Scenario
from game.window.beside import Beside
from game.window.class_server import LOOPBACK, ClassServer, OpenClass
from game.window.destinations import ToClassDebrief
from game.window.input.commands import Back, Command
from game.window.screens.folder_contents import typed_path
from game.window.screens.screen import Desk
from game.window.screens.sheet import SheetScreen
from game.window.toolkit.boxes import Column, Flow, Row
from game.window.toolkit.controls import Button
from game.window.toolkit.field import TextField, TypedText
from game.window.toolkit.widgets import Sign, Text, Widget
from game.words import _


@dataclass(frozen=True, slots=True)
class PutIn(Command):
    """Choose a conversation, or leave it out again."""

    scenario: str


class OpenRoom(Command):
    """Open the class with what was chosen."""


class OpenConsole(Command):
    """Show the teacher's page in the browser."""


class StopClass(Command):
    """End the class."""


class Debrief(Command):
    """Go to the debrief of this class."""


class RunClassScreen(SheetScreen):
    """What the class plays, and where; while it is open, what phones type and where to go from here."""

    ems: ClassVar[float] = 36.0

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        assert desk.context.class_server, "offered only where a class can be opened"
        self.server: ClassServer = desk.context.class_server
        self.missing = self.server.missing()
        self.problem = ""
        self.opening: Beside[OpenClass] | None = None
        self.scenarios: list[Scenario] = []
        self.chosen: set[str] = set()
        folder, address = str(_usual_folder()), self.server.own_address()
        self.folder = TypedText(folder, len(folder), limit=1000)
        self.address = TypedText(address, len(address), limit=60)
        self._reading = Beside(lambda: desk.context.plays.library.shelf()[0])
        if self._reading.soon(desk.context.patience):
            self._take_shelf()
        self.page.focus_key = "console" if self.server.open else "open"

    # ── what stands there ────────────────────────────────────────────────────────────────────────────

    @override
    def parts(self) -> list[Widget]:
        title = Text(_("Run a class"), "title")
        problem = [Sign("note", self.problem, "warm")] if self.problem else []
        if self.missing:
            return [title, Sign("note", self.missing, "warm")]
        if self.opening:
            first = _("The first time, its pictures are drawn. That takes some seconds for each conversation.")
            return [title, Sign("clock", _("Opening the class …")), Text(first, colour="muted")]
        if self.server.open:
            return [title, *self._room(self.server.open), *problem]
        return [title, *self._choices(), *problem]

    def _choices(self) -> list[Widget]:
        """Returns what a class needs to know."""
        folder = TextField("folder", _("The class’s folder"), self.folder, hint=_("Type a folder"), then=OpenRoom())
        address = TextField(
            "address", _("This computer’s address"), self.address, hint=_("An address"), then=OpenRoom()
        )
        return [
            Text(_("Phones in the same network play what you choose here. No internet, no accounts, no names.")),
            Row([folder, address], (1, 1), gap=1.2, least=13),
            self._who_reaches(),
            self._conversations(),
        ]

    def _conversations(self) -> Widget:
        """Returns the conversations, each to be chosen or not."""
        if not self.scenarios:
            return Sign("clock", _("Reading the scenarios. This takes a moment the first time."))
        chips = [
            Button(one.title, PutIn(one.id), kind="chip", chosen=one.id in self.chosen, key=f"in-{one.id}")
            for one in self.scenarios
        ]
        return Column([Text(_("Conversations"), "strong"), Flow(chips, 0.4)], 0.3)

    def _who_reaches(self) -> Widget:
        """Returns who can reach the address that stands there."""
        if self.address.words.strip() in (LOOPBACK, "localhost"):
            told = _("Only this computer reaches that address. Join a network or open a hotspot, and come back here.")
            return Sign("note", told, "warm")
        told = _("Plays are kept in the folder as they are made. Only phones in the same network reach the address.")
        return Text(told, colour="muted")

    def _room(self, room: OpenClass) -> list[Widget]:
        """Returns where phones go, and what the teacher has."""
        return [
            Sign("tick", _("The class is open."), "accent", "strong"),
            Text(_("Phones open {address} and type {code}.").format(address=room.address, code=room.code), "heading"),
            Text(_("Your page in the browser has the page for the projector, and shows how many are in.")),
            Text(_("Plays lie in {folder}").format(folder=room.folder), colour="muted"),
            Text(_("The class goes on while you play here, and ends when you close this window."), colour="muted"),
        ]

    @override
    def foot(self) -> list[Widget]:
        leave = Button(_("Back"), Back(), kind="quiet", sign="back", key="back")
        if self.missing or self.opening:
            return [leave]
        if self.server.open:
            return [
                Button(_("Open your page"), OpenConsole(), kind="primary", sign="open", after=True, key="console"),
                Button(_("Debrief"), Debrief(), sign="history", key="debrief"),
                Button(_("Stop the class"), StopClass(), sign="cross", key="stop"),
                leave,
            ]
        ready = OpenRoom() if self.chosen else None
        return [Button(_("Open the class"), ready, kind="primary", sign="forward", after=True, key="open"), leave]

    # ── what happens ─────────────────────────────────────────────────────────────────────────────────

    @override
    def written(self, field: TextField) -> None:
        self.problem = ""
        self.refresh()

    @override
    def update(self, dt: float) -> None:
        super().update(dt)
        if not self.scenarios and self._reading.over:
            self._take_shelf()
            self.page.focus_key = self.page.focus_key or "open"  # which could not be pressed before
            self.refresh()
        if self.opening and self.opening.over:
            self._enter(self.opening)
            self.refresh()
        if self.server.ended:
            self.server.stop()
            self.problem = _("The class’s server has ended. Open it again with the same folder: phones go on.")
            self.page.focus_key = "open"
            self.refresh()

    def _take_shelf(self) -> None:
        """Takes the conversations that there are; the first is chosen."""
        own = self.desk.context.scenario
        shelf = [one for one in self._reading.result() if own is None or one.id != own.id]
        self.scenarios = guided([*shelf, *([own] if own else [])])
        first = own or next(iter(self.scenarios), None)
        self.chosen = {first.id} if first else set()

    def _enter(self, opening: Beside[OpenClass]) -> None:
        """Shows the room and the teacher's page, or tells why it did not open."""
        self.opening = None
        try:
            room = opening.result()
        except (GameError, OSError) as error:
            self.server.stop()
            self.problem = str(error)
            self.page.focus_key = "open"
            return
        self.page.focus_key = "console"
        self._browse(room)

    def _browse(self, room: OpenClass) -> None:
        if not self.desk.context.browse(room.console):
            told = _("No browser could be started. Open this address yourself, on this computer: {address}")
            self.problem = told.format(address=room.console)

    @override
    def handle(self, command: Command) -> None:
        match command:
            case PutIn(scenario):
                self.chosen ^= {scenario}
            case OpenRoom() if self.chosen and not self.opening:
                self._open()
            case OpenConsole() if self.server.open:
                self.problem = ""
                self._browse(self.server.open)
            case Debrief() if self.server.open:
                self.desk.go(ToClassDebrief(self.server.open.folder))
            case StopClass():
                self.server.stop()
                self.page.focus_key = "open"
            case Back() if self.opening:
                self.server.stop()
                self.opening, self.page.focus_key = None, "open"
            case Back():
                self.desk.close()
        self.refresh()

    def _open(self) -> None:
        """Starts to open the class, or says what is missing."""
        folder, address = typed_path(self.folder.words), self.address.words.strip()
        if folder is None or not os.path.isdir(folder.parent):  # which never raises, whatever the name
            self.problem = _("There is no folder to put it in.")
        elif not address:
            self.problem = _("Type this computer’s address.")
        else:
            names = [one.id for one in self.scenarios if one.id in self.chosen]
            language = self.desk.context.language
            self.opening = Beside(lambda: self.server.start(names, folder, address, language))
            self.problem, self.page.focus_key = "", ""


def _usual_folder() -> Path:
    """Returns the class's folder among one's documents, where there is such a folder, else in one's own."""
    documents = Path.home() / "Documents"
    return (documents if documents.is_dir() else Path.home()) / "class-room"
