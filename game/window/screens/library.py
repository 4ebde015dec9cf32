"""All scenarios as cards: who, what it is about, how long, and what was tried."""

from __future__ import annotations

from dataclasses import dataclass

import pygame
from typing_extensions import override

from game.scenario.model import Scenario
from game.window.destinations import ToBriefing, ToSettings, ToTitle
from game.window.input.commands import Back, Command, OpenSettings
from game.window.screens.screen import Desk, Screen
from game.window.toolkit import layout, paint
from game.window.toolkit.boxes import Aside, Column, Flow, Row
from game.window.toolkit.controls import Button, Card
from game.window.toolkit.look import Look
from game.window.toolkit.page import Pane
from game.window.toolkit.widgets import Picture, Sign, Space, Text, Widget
from game.words import _


@dataclass(frozen=True, slots=True)
class Enter(Command):
    """Go to the briefing of this scenario."""

    scenario: str


class LibraryScreen(Screen):
    """The cards."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.scenarios, self.broken = desk.context.plays.library.shelf()
        self.tried = desk.context.plays.tried()
        self.panel = pygame.Rect(0, 0, 0, 0)
        if self.scenarios:
            self.page.focus_key = self.scenarios[0].id

    @override
    def build(self, look: Look) -> list[Pane]:
        edge = layout.margin(look) if look.width >= 700 else look.dp(10)
        self.panel = pygame.Rect(edge, edge, look.width - 2 * edge, look.height - 2 * edge)
        room, ring = layout.inner(self.panel, look), 2 * look.ring + 1
        head = Flow([Button(_("Title"), Back(), kind="quiet", sign="back"), settings_button()], 0.2)
        head_wide = min(room.width, head.natural(look)) + 2 * ring
        head_high = head.layout(look, 0, 0, head_wide - 2 * ring) + 2 * ring
        top = pygame.Rect(room.right - head_wide + ring, room.y - ring, head_wide, head_high)
        name = Text(_("Choose someone to meet"), "title")
        beside = room.width - head_wide - look.em(1) >= name.natural(look)
        name_room = pygame.Rect(room.x - ring, room.y - ring, room.width - (head_wide if beside else 0), head_high)
        if not beside:
            top.x, name_room.y = room.x - ring - look.em(0.4), top.bottom
        heading = Pane("name", name_room, name, look, scrolls=False)
        name_room.height = heading.height
        name_room.y += (head_high - heading.height) // 2 if beside else 0
        low = max(top.bottom, name_room.bottom) + look.em(0.3)
        body = pygame.Rect(room.x - ring, low, room.width + 2 * ring, room.bottom + ring - low)
        return [
            heading,
            Pane("head", top, head, look, scrolls=False),
            Pane("cards", body, Column(self._rows(look, body.width), 0.8), look),
        ]

    def _rows(self, look: Look, wide: int) -> list[Widget]:
        """The cards in as many columns as fit."""
        fit = layout.columns(look, wide - look.dp(14), 21, 3)
        rows: list[Widget] = []
        for start in range(0, len(self.scenarios), fit):
            row = [self._card(look, scenario) for scenario in self.scenarios[start : start + fit]]
            blanks: list[Widget] = [Space(0.1) for _ in range(fit - len(row))]
            rows.append(Row([*row, *blanks], gap=0.8, least=10, level=True) if fit > 1 else row[0])
        told = _("Cannot be played, as its file has errors: {names}. The command `check` tells which.").format(
            names=", ".join(self.broken)
        )
        notes: list[Widget] = [Sign("note", told, "warm")] if self.broken else []
        return [*(rows or [Text(_("There is no scenario here yet."))]), *notes]

    @override
    def paint_ground(self, surface: pygame.Surface, look: Look) -> None:
        surface.blit(self.desk.gallery.place("waiting-room", surface.get_size(), blurred=True), (0, 0))
        if look.theme.name != "calm":
            paint.veil(surface, look.theme.veil, 130 if look.theme.name == "dark" else 215)
        paint.panel(surface, self.panel, look)

    def _card(self, look: Look, scenario: Scenario) -> Card:
        """One scenario's card."""
        facts: list[Widget] = [Sign("clock", _("{minutes} minutes").format(minutes=scenario.minutes))]
        plays = self.tried[scenario.id]
        if plays:
            facts.append(
                Sign(
                    "tick", _("Played once") if plays == 1 else _("Played {plays} times").format(plays=plays), "accent"
                )
            )
        if scenario.content_notes:
            facts.append(Sign("note", _("Has a note to read first"), "warm"))
        words: list[Widget] = [Text(scenario.title, "heading"), Text(scenario.summary), Space(0.05), *facts]
        column = Column(words, 0.22)
        who = scenario.cast[scenario.client]
        if not who.portrait:
            return Card([column], Enter(scenario.id), scenario.id)
        face = self._face(look, who.portrait)
        return Card(
            [Aside(Picture(face), column, 0.8, least=11, middle=False)], Enter(scenario.id), scenario.id, pad=0.8
        )

    def _face(self, look: Look, portrait: str) -> pygame.Surface:
        """The client's face on a quiet disc."""
        side = look.em(4.4)
        disc = paint.round_box((side, side), side // 2, look.theme.bg, look.theme.panel_edge, 1).premul_alpha()
        disc.blit(self.desk.gallery.face(portrait, "neutral", side), (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)
        return disc

    @override
    def handle(self, command: Command) -> None:
        match command:
            case Enter(name):
                self.desk.go(ToBriefing(next(scenario for scenario in self.scenarios if scenario.id == name)))
            case OpenSettings():
                self.desk.go(ToSettings())
            case Back():
                self.desk.go(ToTitle())


def settings_button() -> Button:
    """The quiet way to the settings."""
    return Button(_("Settings"), OpenSettings(), kind="quiet", sign="settings")
