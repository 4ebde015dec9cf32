"""Who plays: the names used before, a new one, or nobody by name."""

from __future__ import annotations

from dataclasses import dataclass

from typing_extensions import override

from game.letters import missing
from game.play.players import MOST_NAME, tidy
from game.window.destinations import ToTitle
from game.window.input.commands import Back, Command
from game.window.screens.screen import Desk
from game.window.screens.sheet import SheetScreen
from game.window.toolkit.boxes import Column, Flow
from game.window.toolkit.controls import Button
from game.window.toolkit.field import TextField, TypedText
from game.window.toolkit.widgets import Divider, Sign, Text, Widget
from game.words import _


@dataclass(frozen=True, slots=True)
class PlayAs(Command):
    """Let this one play; empty is nobody by name."""

    name: str


@dataclass(frozen=True, slots=True)
class PlayAsTyped(Command):
    """Let whoever's name was typed play."""


class PlayersScreen(SheetScreen):
    """A name to type, and below it all that were used before."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.known = desk.context.plays.known_players()
        self.name = TypedText(limit=MOST_NAME)
        self.page.focus_key = "name"

    @override
    def parts(self) -> list[Widget]:
        hint = _("It goes into the journal of what you play")
        about = _("Each name has its own settings, plays and saves on this computer. None is needed.")
        command = PlayAsTyped() if tidy(self.name.words) else None
        field = TextField("name", _("Name or class code"), self.name, hint=hint, then=command)
        parts: list[Widget] = [
            Text(_("Who plays?"), "title"),
            Column([field, Button(_("Play under this name"), command, sign="forward", after=True)], 0.4),
            *self._boxes(),
            Text(about, colour="muted"),
            Divider(),
        ]
        if self.known.names:
            parts.append(Text(_("Played here before"), "strong"))
        parts.append(Flow([*map(self._button, self.known.names), self._button("")], 0.4))
        if self.known.problem:
            parts.append(Sign("note", self.known.problem, "warm"))
        return parts

    def _boxes(self) -> list[Widget]:
        """Returns what to know of letters that may show as boxes elsewhere."""
        if not (letters := missing(self.name.words)):
            return []
        told = _("On another computer these letters may show as boxes: {letters}").format(letters=" ".join(letters))
        return [Sign("note", told, "warm")]

    @override
    def written(self, field: TextField) -> None:
        self.refresh()

    def _button(self, name: str) -> Button:
        """Returns a name to pick; a tick stands beside the one in use."""
        chosen = name == self.desk.context.plays.player
        return Button(name or _("Nobody by name"), PlayAs(name), kind="chip", chosen=chosen, key=f"player-{name}")

    @override
    def handle(self, command: Command) -> None:
        match command:
            case PlayAs(name):
                self.desk.play_as(name)
                self.desk.go(ToTitle())
            case PlayAsTyped():
                self.handle(PlayAs(self.name.words))
            case Back():
                self.desk.close()
