"""The first screen: a room, the name, and where to begin; it asks for nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
from typing_extensions import override

from game.errors import GameError
from game.play.play_list import PlaySummary
from game.window.beside import Beside
from game.window.destinations import (
    Destination,
    ToClassDebrief,
    ToContinue,
    ToFirstMinute,
    ToFolder,
    ToHelp,
    ToLibrary,
    ToLookAgain,
    ToPlayers,
    ToRunClass,
    ToSaves,
    ToSettings,
)
from game.window.input.commands import Back, Command, Drop, LookAgain, OpenHelp, OpenSaves, OpenSettings
from game.window.keeping import why_not_kept, why_unwritable
from game.window.screens.bring import bring_in
from game.window.screens.screen import Desk, Screen
from game.window.toolkit import layout, paint
from game.window.toolkit.boxes import Aside, Column, Flow
from game.window.toolkit.controls import Button, Card
from game.window.toolkit.emblem import emblem
from game.window.toolkit.look import Look
from game.window.toolkit.page import Pane
from game.window.toolkit.widgets import Picture, Sign, Space, Text, Widget
from game.words import _


class ChooseScenario(Command):
    """Go to the scenarios."""


class Continue(Command):
    """Take up the play that was left last."""


class OpenPlayers(Command):
    """Choose who plays."""


class DebriefClass(Command):
    """Make the page for a class's half hour."""


class RunClass(Command):
    """Let a class play on its phones."""


class WriteScenario(Command):
    """Open the author's studio in the browser."""


class ChooseFolder(Command):
    """Choose where to keep things, since they cannot be kept where they should."""


class PlayUnkept(Command):
    """Play though nothing can be kept."""


class Quit(Command):
    """Close the window."""


DOORS: dict[type[Command], Destination] = {
    ChooseFolder: ToFolder(),
    OpenPlayers: ToPlayers(),
    OpenSaves: ToSaves(),
    OpenSettings: ToSettings(),
    OpenHelp: ToHelp(),
    DebriefClass: ToClassDebrief(),
    RunClass: ToRunClass(),
}


class TitleScreen(Screen):
    """The room, the name and the ways in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.unfinished: PlaySummary | None = desk.context.plays.unfinished()
        self.has_saves = desk.context.plays.has_saves()
        self.finished: PlaySummary | None = desk.context.plays.finished()
        self.card = pygame.Rect(0, 0, 0, 0)
        self.new_here = not desk.preferences.begun and desk.context.new_here()
        self.unkept = why_not_kept(desk.context.plays)
        self.page.focus_key = self._first_focus()
        self._arrived = True
        self.studio = ""  # what is told of the author's studio
        self._opening: Beside[str] | None = None

    @override
    def settled(self) -> None:
        """Brings what most come here for into sight."""
        if self._arrived:
            self._arrived = False
            self.page.focus(self.page.focus_key)

    @override
    def update(self, dt: float) -> None:
        super().update(dt)
        if self._opening and self._opening.over:
            opening, self._opening = self._opening, None
            self._tell_studio(self._opened(opening))

    def _tell_studio(self, words: str) -> None:
        self.studio = words
        self.refresh()

    def _opened(self, opening: Beside[str]) -> str:
        """Returns where the studio is, or why it is not."""
        try:
            address = opening.result()
        except (GameError, OSError) as why:
            return str(why)
        told = _("The studio opens in your browser. If it does not, type this address there: {address}")
        return told.format(address=address)

    def _first_focus(self) -> str:
        """Returns the key of what most come here for."""
        if self.unkept:
            return "choose-folder"
        return "continue" if self.unfinished else _("Begin") if self.new_here else _("Play")

    @override
    def build(self, look: Look) -> list[Pane]:
        theme = look.theme
        sign = emblem(look.em(2.7), theme.accent, theme.warm, theme.text)
        parts: list[Widget] = [
            Aside(Picture(sign, premultiplied=False), Text(_("Equal Footing"), "display"), 0.7, least=13),
            Text(_("Practise being someone’s therapist, and someone they know."), colour="muted"),
            Space(0.3),
        ]
        parts += self._nothing_kept(self.unkept) if self.unkept else self._ways_in()
        parts += self._quiet()
        if self.studio:
            parts.append(Sign("note", self.studio, "text"))
        if self.desk.notice and not self.unkept:
            parts.append(Sign("note", self.desk.notice, "warm"))
        column, ring = Column(parts, 0.55), 2 * look.ring + 1
        wide = min(look.width - 2 * layout.margin(look), look.em(22) + 2 * layout.padding(look))
        most = pygame.Rect(0, 0, wide - 2 * layout.padding(look) + 2 * ring, look.height)
        need = Pane("title", most, column, look).height
        self.card = self._card(look, wide, need - 2 * ring + 2 * layout.padding(look))
        room = layout.inner(self.card, look)
        return [Pane("title", room.inflate(2 * ring, 2 * ring), column, look)]

    def _nothing_kept(self, reason: str) -> list[Widget]:
        """Returns why nothing can be kept here, and what can be done about it."""
        plays = self.desk.context.plays
        folder = plays.logs if plays.logs and not why_unwritable(plays.home) else plays.home
        told = _("Nothing can be kept in {folder}: {reason}.").format(folder=folder, reason=reason)
        return [
            Sign("warning", told, "text"),
            Button(
                _("Choose another folder"),
                ChooseFolder(),
                kind="primary",
                sign="open",
                after=True,
                wide=True,
                key="choose-folder",
            ),
            Button(_("Play without keeping"), PlayUnkept(), sign="forward", after=True, wide=True, key="unkept"),
            Text(_("Such a play can be saved as a file at its end."), colour="muted"),
        ]

    def _ways_in(self) -> list[Widget]:
        """Returns the play to go on with, or to look at again, and the way to all others."""
        parts: list[Widget] = []
        if self.unfinished:
            turns = self.unfinished.turns
            told = Text(_("Turn {number}").format(number=turns + 1) if turns else _("At the beginning"), colour="muted")
            name = Sign("play", _("Continue: {title}").format(title=self.unfinished.title), "accent", "strong")
            parts.append(Card([name, told], Continue(), "continue"))
        elif self.finished:
            label = _("See the debrief: {title}").format(title=self.finished.title)
            parts.append(Button(label, LookAgain(), sign="history", wide=True, key="look-again"))
        kind = "plain" if self.unfinished else "primary"
        label = _("Begin") if self.new_here else _("Play")
        parts.append(Button(label, ChooseScenario(), kind=kind, sign="forward", after=True, wide=True))
        if self.new_here:
            parts.append(Text(_("It begins with a minute that shows how to play."), colour="muted"))
        who = Button(self._who(), OpenPlayers(), kind="quiet", sign="person", key="players")
        return [*parts, Space(0.1), Flow([who])]

    def _quiet(self) -> list[Widget]:
        """Returns the quiet buttons."""
        context = self.desk.context
        teach = [
            *([Button(_("Run a class"), RunClass(), kind="quiet", sign="person")] if context.class_server else []),
            *([Button(_("Debrief a class"), DebriefClass(), kind="quiet", sign="person")] if context.debrief else []),
            *([Button(_("Write a scenario"), WriteScenario(), kind="quiet", sign="pencil")] if context.studio else []),
        ]
        saves = Button(_("Saves"), OpenSaves(), kind="quiet", sign="save")
        row = [
            *([saves] if self.has_saves and not self.unkept else []),
            Button(_("Settings"), OpenSettings(), kind="quiet", sign="settings"),
            Button(_("Help"), OpenHelp(), kind="quiet", sign="help"),
            Button(_("Quit"), Quit(), kind="quiet", sign="leave"),
        ]
        return [Flow(row, 0.2), *([Flow(teach, 0.2)] if teach else [])]

    def _card(self, look: Look, wide: int, need: int) -> pygame.Rect:
        """Returns where the card stands: at the right where the room stays visible beside it, else in the middle."""
        edge = layout.margin(look)
        high = min(look.height - 2 * edge, need)
        left = look.width - wide - 3 * edge if wide < look.width * 0.62 else (look.width - wide) // 2
        return pygame.Rect(left, (look.height - high) // 2, wide, high)

    @override
    def ground_key(self) -> object:
        return self.card.topleft, self.card.size

    @override
    def paint_ground(self, surface: pygame.Surface, look: Look) -> None:
        surface.blit(self.desk.gallery.place("treatment-room", surface.get_size()), (0, 0))
        if look.theme.name != "calm":
            paint.veil(surface, look.theme.veil, 130 if look.theme.name == "dark" else 215)
        paint.panel(surface, self.card, look)

    @override
    def handle(self, command: Command) -> None:
        match command:
            case ChooseScenario() if self.new_here:
                self.desk.prefer(replace(self.desk.preferences, begun=True))
                self.desk.go(ToFirstMinute())
            case ChooseScenario():
                self.desk.go(ToLibrary())
            case Continue() if self.unfinished:
                self.desk.go(ToContinue(self.unfinished.path))
            case LookAgain() if self.finished:
                self.desk.go(ToLookAgain(self.finished.path))
            case WriteScenario() if self.desk.context.studio and not self._opening:
                studio, language = self.desk.context.studio, self.desk.context.language
                self._opening = Beside(lambda: studio.open(language))
                self._tell_studio(_("Opening the studio …"))
            case Drop(file):
                bring_in(self.desk, Path(file))
            case PlayUnkept():
                self.desk.keep_in(None)
            case Quit():
                self.desk.quit()
            case Back():
                self.page.focus(_("Quit"))
                self.page.ring = True
                self.dirty = True
            case _ if type(command) in DOORS:
                self.desk.go(DOORS[type(command)])

    def _who(self) -> str:
        """Returns who plays, in words."""
        player = self.desk.context.plays.player
        return _("Playing: {name}").format(name=player) if player else _("Name or class code")
