"""All scenarios as cards, in the guided order: who, what it is about, what it teaches, how long, and what was tried."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pygame
from typing_extensions import override

from game.locations import Origin, origin_of
from game.play.learning import start_here
from game.scenario.media import Media
from game.scenario.model import Scenario
from game.window.beside import Beside
from game.window.destinations import ToBriefing, ToBring, ToMyPlays, ToSettings, ToTitle
from game.window.input.commands import Back, Command, Drop, OpenSettings
from game.window.screens.bring import bring_in
from game.window.screens.desk import Desk
from game.window.screens.screen import Screen
from game.window.stage.faces import Faces, FacesInMemory
from game.window.toolkit import layout, paint
from game.window.toolkit.boxes import Aside, Column, Flow, Row
from game.window.toolkit.controls import Button, Card
from game.window.toolkit.field import TextField, TypedText
from game.window.toolkit.look import Look
from game.window.toolkit.page import Pane
from game.window.toolkit.widgets import Picture, Sign, Space, Text, Widget
from game.words import N_, _

ALL, NEW, TRIED = "all", "new", "tried"
SHOWN = {ALL: N_("All"), NEW: N_("Not played yet"), TRIED: N_("Played")}
LEVELS = {1: N_("First steps"), 2: N_("More at once"), 3: N_("Hard to get right")}
ORIGINS = {Origin.BUILT_IN: "", Origin.SCHOOL: N_("From your school"), Origin.OWN: N_("Your own")}
FEW = 3  # so many need neither a field to look for one nor headings
FIND = "find"


@dataclass(frozen=True, slots=True)
class Enter(Command):
    """Go to the briefing of this scenario."""

    scenario: str


@dataclass(frozen=True, slots=True)
class Show(Command):
    """Show all scenarios, or only those that were played or were not."""

    which: str


@dataclass(frozen=True, slots=True)
class BringScenario(Command):
    """Bring a scenario from a file."""


@dataclass(frozen=True, slots=True)
class OpenMyPlays(Command):
    """Go to the plays that came to their end."""


@dataclass(slots=True)
class LibraryView:
    """What the library is looked at by, for as long as the window is open: where one was, and what is looked for."""

    wanted: TypedText = field(default_factory=lambda: TypedText(limit=60))
    which: str = ALL
    focus: str = ""


class LibraryScreen(Screen):
    """The cards."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.tried = desk.context.plays.tried()
        self.view = desk.remembered(LibraryView)
        self.panel = pygame.Rect(0, 0, 0, 0)
        self.scenarios: list[Scenario] = []
        self.broken: list[str] = []
        self.teaches: Mapping[str, Sequence[str]] = {}
        self.faces = Faces(desk.gallery, desk.remembered(FacesInMemory), desk.context.plays.library.cache)
        self._faceless: list[tuple[pygame.Surface, str, Media]] = []
        self._arrived = True
        self._language = desk.context.language
        self._reading: Beside[tuple[list[Scenario], list[str]]] | None = None
        self._read()

    def _read(self) -> None:
        """Reads the shelf: at once where it is at hand, else beside the loop."""
        library = self.desk.context.plays.library
        self._reading = Beside(library.shelf) if library.to_check() else None
        if self._reading is None or self._reading.soon(self.desk.context.patience):
            self._take(self._reading.result() if self._reading else library.shelf())

    def _take(self, shelf: tuple[list[Scenario], list[str]]) -> None:
        self.scenarios, self.broken = shelf
        self.teaches = self.desk.context.plays.library.teaches(self.scenarios)
        start = start_here(self.scenarios, self.tried) or next(iter(self.scenarios), None)
        known = self.view.focus in {scenario.id for scenario in self.scenarios}
        self.page.focus_key = self.view.focus if known else start.id if start else ""
        self._reading, self._arrived = None, True
        self.refresh()

    @override
    def update(self, dt: float) -> None:
        super().update(dt)
        if self._reading and self._reading.over:
            self._take(self._reading.result())
        elif self._faceless and not self.dirty:  # the cards stand there already
            self._draw_a_face()

    @override
    def settled(self) -> None:
        """Brings the card where one was into sight."""
        if self._arrived and self.scenarios:
            self._arrived = False
            self.page.focus(self.page.focus_key)

    @override
    def build(self, look: Look) -> list[Pane]:
        if self.desk.context.language != self._language:
            self._language = self.desk.context.language
            self._read()
        edge = layout.margin(look) if look.width >= 700 else look.dp(10)
        self.panel = pygame.Rect(edge, edge, look.width - 2 * edge, look.height - 2 * edge)
        room, ring = layout.inner(self.panel, look), 2 * look.ring + 1
        plays = [Button(_("My plays"), OpenMyPlays(), kind="quiet", sign="history")] if self.tried else []
        head = Flow([Button(_("Title"), Back(), kind="quiet", sign="back"), *plays, settings_button()], 0.2)
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
        """Returns what there is to look for, then the cards, level by level, in as many columns as fit."""
        if self._reading:
            return [Sign("clock", _("Reading the scenarios. This takes a moment the first time."))]
        self._faceless = []
        fit = layout.columns(look, wide - look.dp(14), 21, 3)
        there = [scenario for scenario in self.scenarios if self._wanted(scenario)]
        rows: list[Widget] = [self._tools()] if len(self.scenarios) > FEW else []
        for level in sorted({scenario.level for scenario in there}):
            if len(self.scenarios) > FEW:
                rows.append(Text(_(LEVELS[level]), "heading", "accent"))
            rows += self._level(look, [scenario for scenario in there if scenario.level == level], fit)
        if not there:
            none = _("Nothing here fits that.") if self.scenarios else _("There is no scenario here yet.")
            rows.append(Text(none))
        told = _("Cannot be played, as its file has errors: {names}. The command `check` tells which.").format(
            names=", ".join(self.broken)
        )
        bring = Button(_("Bring a scenario"), BringScenario(), kind="quiet", sign="save", key="bring")
        return [*rows, *([Sign("note", told, "warm")] if self.broken else []), bring]

    def _level(self, look: Look, scenarios: list[Scenario], fit: int) -> list[Widget]:
        rows: list[Widget] = []
        for start in range(0, len(scenarios), fit):
            row = [self._card(look, scenario) for scenario in scenarios[start : start + fit]]
            blanks: list[Widget] = [Space(0.1) for _ in range(fit - len(row))]
            rows.append(Row([*row, *blanks], gap=0.8, least=10, level=True) if fit > 1 else row[0])
        return rows

    def _tools(self) -> Widget:
        """Returns the field to look for a scenario, and which to show."""
        hint = _("A name, a title or any word")
        find = TextField(FIND, _("Find"), self.view.wanted, hint=hint)
        chips = [
            Button(_(word), Show(which), kind="chip", chosen=which == self.view.which, key=f"show-{which}")
            for which, word in SHOWN.items()
        ]
        return Row([find, Flow(chips, 0.4)] if self.tried else [find, Space(0.1)], (1, 1), gap=1.2, least=16)

    def _wanted(self, scenario: Scenario) -> bool:
        """Returns True for a scenario that is to be shown, and that holds every word that was typed."""
        if self.view.which != ALL and (self.view.which == TRIED) != bool(self.tried[scenario.id]):
            return False
        names = [person.name for person in scenario.cast.values()]
        texts = (scenario.title, scenario.summary, *names, *scenario.content_notes, *self.teaches[scenario.id])
        return all(word in " ".join(texts).casefold() for word in self.view.wanted.words.casefold().split())

    @override
    def paint_ground(self, surface: pygame.Surface, look: Look) -> None:
        surface.blit(self.desk.gallery.place("waiting-room", surface.get_size(), blurred=True), (0, 0))
        if look.theme.name != "calm":
            paint.veil(surface, look.theme.veil, 130 if look.theme.name == "dark" else 215)
        paint.panel(surface, self.panel, look)

    def _card(self, look: Look, scenario: Scenario) -> Card:
        """Returns one scenario's card."""
        words: list[Widget] = [Text(scenario.title, "heading"), Text(scenario.summary), *self._facts(scenario)]
        column = Column(words, 0.22)
        who = scenario.cast[scenario.client]
        if not who.portrait:
            return Card([column], Enter(scenario.id), scenario.id)
        face = self._face(look, who.portrait, Media.of(scenario))
        return Card([Aside(face, column, 0.8, least=11, middle=False)], Enter(scenario.id), scenario.id, pad=0.8)

    def _facts(self, scenario: Scenario) -> list[Widget]:
        """Returns where to start, what it teaches, how long it takes, and how often it was played."""
        facts: list[Widget] = []
        start = start_here(self.scenarios, self.tried)
        if start and start.id == scenario.id and len(self.scenarios) > 1:
            word = _("Next for you") if self.tried else _("Start here")
            facts.append(Sign("forward", word, "accent", "strong"))
        if self.teaches[scenario.id]:
            ideas = ". ".join(self.teaches[scenario.id])
            facts.append(Text(_("It teaches: {ideas}.").format(ideas=ideas), colour="muted"))
        if word := ORIGINS[self._origin(scenario)]:
            facts.append(Text(_(word), colour="muted"))
        facts.append(Sign("clock", _("{minutes} minutes").format(minutes=scenario.minutes)))
        if plays := self.tried[scenario.id]:
            told = _("Played once") if plays == 1 else _("Played {plays} times").format(plays=plays)
            facts.append(Sign("tick", told, "accent"))
        return facts

    def _origin(self, scenario: Scenario) -> Origin:
        """Returns whose the scenario is."""
        return origin_of(self.desk.context.plays.library.files[scenario.id], self.desk.context.plays.home)

    def _face(self, look: Look, portrait: str, media: Media) -> Picture:
        """Returns the client's face on a quiet disc; the disc alone for now where the face must first be drawn."""
        side = look.em(4.4)
        disc = paint.round_box((side, side), side // 2, look.theme.bg, look.theme.panel_edge, 1).premul_alpha()
        if face := self.faces.kept(portrait, side, media):
            disc.blit(face, (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)
        else:
            self._faceless.append((disc, portrait, media))
        return Picture(disc)

    def _draw_a_face(self) -> None:
        """Draws one of the faces that are missing, those at the top first."""
        disc, portrait, media = self._faceless.pop(0)
        face = self.faces.drawn(portrait, disc.get_width(), media)
        disc.blit(face, (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)
        self.dirty = True

    @override
    def written(self, field: TextField) -> None:
        self.refresh()

    @override
    def handle(self, command: Command) -> None:
        match command:
            case Enter(name):
                self.view.focus = name
                self.desk.go(ToBriefing(next(scenario for scenario in self.scenarios if scenario.id == name)))
            case Show(which):
                self.view.which = which
                self.refresh()
            case BringScenario():
                self.desk.go(ToBring())
            case Drop(file):
                bring_in(self.desk, Path(file))
            case OpenMyPlays():
                self.desk.go(ToMyPlays())
            case OpenSettings():
                self.desk.go(ToSettings())
            case Back():
                self.view.focus = self.page.focus_key
                self.desk.go(ToTitle())


def settings_button() -> Button:
    """Returns the quiet way to the settings."""
    return Button(_("Settings"), OpenSettings(), kind="quiet", sign="settings")
