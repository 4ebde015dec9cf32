"""The first screen: a room, the name, and where to begin; it asks for nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pygame
from typing_extensions import override

from game.play.journal import PlaySummary
from game.window.destinations import (
    ToClassDebrief,
    ToContinue,
    ToFirstMinute,
    ToHelp,
    ToLibrary,
    ToLookAgain,
    ToPlayers,
    ToSaves,
    ToSettings,
)
from game.window.input.commands import Back, Command, LookAgain, OpenHelp, OpenSaves, OpenSettings
from game.window.screens.screen import Desk, Screen
from game.window.toolkit import layout, paint
from game.window.toolkit.boxes import Aside, Column, Flow
from game.window.toolkit.controls import Button, Card
from game.window.toolkit.emblem import emblem
from game.window.toolkit.look import Look
from game.window.toolkit.page import Pane
from game.window.toolkit.widgets import Picture, Sign, Space, Text, Widget
from game.words import _


@dataclass(frozen=True, slots=True)
class ChooseScenario(Command):
    """Go to the scenarios."""


@dataclass(frozen=True, slots=True)
class Continue(Command):
    """Take up the play that was left last."""


@dataclass(frozen=True, slots=True)
class OpenPlayers(Command):
    """Choose who plays."""


@dataclass(frozen=True, slots=True)
class DebriefClass(Command):
    """Make the page for a class's half hour."""


@dataclass(frozen=True, slots=True)
class Quit(Command):
    """Close the window."""


class TitleScreen(Screen):
    """The room, the name and the ways in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.unfinished: PlaySummary | None = desk.context.plays.unfinished()
        self.has_saves = any(desk.context.plays.saves())
        self.finished: PlaySummary | None = desk.context.plays.finished()
        self.card = pygame.Rect(0, 0, 0, 0)
        self.new_here = not desk.preferences.begun and desk.context.new_here()
        self.page.focus_key = "continue" if self.unfinished else _("Begin") if self.new_here else _("Play")

    @override
    def build(self, look: Look) -> list[Pane]:
        theme = look.theme
        sign = emblem(look.em(2.7), theme.accent, theme.warm, theme.text)
        parts: list[Widget] = [
            Aside(Picture(sign, premultiplied=False), Text(_("Equal Footing"), "display"), 0.7, least=13),
            Text(_("Practise being someone’s therapist, and someone they know."), colour="muted"),
            Space(0.3),
        ]
        if self.unfinished:
            turns = self.unfinished.turns
            told = Text(_("Turn {number}").format(number=turns + 1) if turns else _("At the beginning"), colour="muted")
            name = Sign("play", _("Continue: {title}").format(title=self.unfinished.title), "accent", "strong")
            parts.append(Card([name, told], Continue(), "continue"))
        elif self.finished:
            label = _("See the debrief: {title}").format(title=self.finished.title)
            parts.append(Button(label, LookAgain(), sign="history", wide=True, key="look-again"))
        teach = Button(_("Debrief a class"), DebriefClass(), kind="quiet", sign="person")
        kind = "plain" if self.unfinished else "primary"
        label = _("Begin") if self.new_here else _("Play")
        parts.append(Button(label, ChooseScenario(), kind=kind, sign="forward", after=True, wide=True))
        if self.new_here:
            parts.append(Text(_("It begins with a minute that shows how to play."), colour="muted"))
        parts += [
            Space(0.1),
            Flow([Button(self._who(), OpenPlayers(), kind="quiet", sign="person", key="players")]),
            Flow(
                [
                    *([Button(_("Saves"), OpenSaves(), kind="quiet", sign="save")] if self.has_saves else []),
                    Button(_("Settings"), OpenSettings(), kind="quiet", sign="settings"),
                    Button(_("Help"), OpenHelp(), kind="quiet", sign="help"),
                    Button(_("Quit"), Quit(), kind="quiet", sign="leave"),
                ],
                0.2,
            ),
            *([teach] if self.desk.context.debrief else []),
        ]
        if self.desk.notice:
            parts.append(Sign("note", self.desk.notice, "warm"))
        column, ring = Column(parts, 0.55), 2 * look.ring + 1
        wide = min(look.width - 2 * layout.margin(look), look.em(22) + 2 * layout.padding(look))
        most = pygame.Rect(0, 0, wide - 2 * layout.padding(look) + 2 * ring, look.height)
        need = Pane("title", most, column, look).height
        self.card = self._card(look, wide, need - 2 * ring + 2 * layout.padding(look))
        room = layout.inner(self.card, look)
        return [Pane("title", room.inflate(2 * ring, 2 * ring), column, look)]

    def _card(self, look: Look, wide: int, need: int) -> pygame.Rect:
        """Where the card stands: at the right where the room stays visible beside it, else in the middle."""
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
            case OpenPlayers():
                self.desk.go(ToPlayers())
            case OpenSaves():
                self.desk.go(ToSaves())
            case OpenSettings():
                self.desk.go(ToSettings())
            case OpenHelp():
                self.desk.go(ToHelp())
            case DebriefClass():
                self.desk.go(ToClassDebrief())
            case Quit():
                self.desk.quit()
            case Back():
                self.page.focus(_("Quit"))
                self.page.ring = True
                self.dirty = True

    def _who(self) -> str:
        """Who plays, in words."""
        player = self.desk.context.plays.player
        return _("Playing: {name}").format(name=player) if player else _("Name or class code")
