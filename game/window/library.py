"""All scenarios as cards: who, what it is about, how long, and what was tried."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.scenario.model import Scenario
from game.window import layout, paint
from game.window.boxes import Aside, Column, Flow, Row
from game.window.commands import Back, Command, OpenSettings
from game.window.controls import Button, Card
from game.window.destinations import ToBriefing, ToSettings, ToTitle
from game.window.look import Look
from game.window.page import Pane
from game.window.screen import Desk, Screen
from game.window.widgets import Picture, Sign, Space, Text, Widget


@dataclass(frozen=True, slots=True)
class Enter(Command):
    """Go to the briefing of this scenario."""

    scenario: str


class LibraryScreen(Screen):
    """The cards."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.scenarios = list(desk.context.library())
        self.tried = desk.context.tried()
        if self.scenarios:
            self.page.focus_key = self.scenarios[0].id

    def build(self, look: Look) -> list[Pane]:
        edge = layout.margin(look)
        head = Flow([Button("Title", Back(), kind="plain", sign="back"), Button("Settings", OpenSettings(), kind="plain", sign="settings")])
        ring = 2 * look.ring + 1
        head_wide = min(look.width - 2 * edge, head.natural(look)) + 2 * ring
        head_high = head.layout(look, 0, 0, head_wide - 2 * ring) + 2 * ring
        top = pygame.Rect(edge - ring, edge - ring, head_wide, head_high)
        body = pygame.Rect(edge - ring, top.bottom, look.width - 2 * edge + 2 * ring, look.height - top.bottom - ring)
        fit = layout.columns(look, body.width - look.dp(14), 22, 3)
        parts: list[Widget] = [Text("Choose someone to meet", "title"), Space(0.1)]
        for start in range(0, len(self.scenarios), fit):
            row = [self._card(look, scenario) for scenario in self.scenarios[start : start + fit]]
            blanks: list[Widget] = [Space(0.1) for _ in range(fit - len(row))]
            parts.append(Row([*row, *blanks], gap=0.8, least=10, level=True) if fit > 1 else row[0])
        if not self.scenarios:
            parts.append(Text("There is no scenario here yet."))
        parts.append(Space(0.4))
        return [Pane("head", top, head, look, scrolls=False), Pane("cards", body, Column(parts, 0.7), look, ground="bg")]

    def _card(self, look: Look, scenario: Scenario) -> Card:
        """One scenario's card."""
        facts: list[Widget] = [Sign("clock", f"{scenario.minutes} minutes")]
        plays = self.tried[scenario.id]
        if plays:
            facts.append(Sign("tick", "Played once" if plays == 1 else f"Played {plays} times", "accent"))
        if scenario.content_notes:
            facts.append(Sign("note", "Has a note to read first", "warm"))
        words: list[Widget] = [Text(scenario.title, "heading"), Text(scenario.summary), Space(0.05), *facts]
        column = Column(words, 0.22)
        who = scenario.cast[scenario.client]
        if not who.portrait:
            return Card([column], Enter(scenario.id), scenario.id)
        face = self._face(look, who.portrait)
        return Card([Aside(Picture(face), column, 0.8, least=11, middle=False)], Enter(scenario.id), scenario.id, pad=0.8)

    def _face(self, look: Look, portrait: str) -> pygame.Surface:
        """The client's face on a quiet disc."""
        side = look.em(4.4)
        disc = paint.round_box((side, side), side // 2, look.theme.bg, look.theme.panel_edge, 1).premul_alpha()
        disc.blit(self.desk.gallery.face(portrait, "neutral", side), (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)
        return disc

    def handle(self, command: Command) -> None:
        match command:
            case Enter(name):
                self.desk.go(ToBriefing(next(scenario for scenario in self.scenarios if scenario.id == name)))
            case OpenSettings():
                self.desk.go(ToSettings())
            case Back():
                self.desk.go(ToTitle())
