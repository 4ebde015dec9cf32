"""What to make of a class's folder, to be chosen: the page, slides or a term; of which conversation and class."""

from __future__ import annotations

from dataclasses import dataclass

from game.debrief.wanted import PageKind, Wanted
from game.scenario.model import Scenario
from game.window.beside import Beside
from game.window.input.commands import Command
from game.window.screens.screen import Desk
from game.window.toolkit.boxes import Column, Flow, Row
from game.window.toolkit.controls import Button
from game.window.toolkit.field import TextField, TypedText
from game.window.toolkit.widgets import Sign, Text, Widget
from game.words import N_, _

KINDS = {PageKind.PAGE: N_("The page"), PageKind.SLIDES: N_("Slides"), PageKind.TERM: N_("A term")}
NOTES = {
    PageKind.PAGE: N_("For the half hour with the class, one a conversation, with a sheet for each person."),
    PageKind.SLIDES: N_("For a projector. They hold nothing of a single person."),
    PageKind.TERM: N_("What moved from first plays to latest ones, class against class."),
}
MAKE = {
    PageKind.PAGE: N_("Make the page"),
    PageKind.SLIDES: N_("Make the slides"),
    PageKind.TERM: N_("Make the term’s page"),
}


@dataclass(frozen=True, slots=True)
class UseKind(Command):
    """Choose what to make."""

    kind: PageKind


class ListScenarios(Command):
    """Show the conversations to choose from."""


@dataclass(frozen=True, slots=True)
class UseScenario(Command):
    """Choose a conversation; None for all that were played."""

    scenario: Scenario | None


class PageWanted:
    """What was chosen so far, and how it is chosen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.kind = PageKind.PAGE
        self.scenario: Scenario | None = None
        self.code = TypedText("", 0, limit=200)
        self.shelf: Beside[list[Scenario]] | None = None  # the conversations, while one is chosen
        self._seen = False  # whether they stand there

    @property
    def wanted(self) -> Wanted:
        """Returns what is to be made."""
        return Wanted(
            self.kind,
            self.scenario.id if self.scenario else None,
            self.code.words.strip() or None,
            self._desk.context.language,
        )

    def widgets(self, make: Command) -> list[Widget]:
        """Returns the choices; `make` is what Enter in the class code's field does."""
        chips = [
            Button(_(word), UseKind(kind), kind="chip", chosen=kind is self.kind, key=kind.value)
            for kind, word in KINDS.items()
        ]
        title = self.scenario.title if self.scenario else _("All that were played")
        conversation = Column(
            [
                Text(_("Conversation"), "strong"),
                Button(title, ListScenarios(), sign="open", after=True, wide=True, key="scenario"),
            ],
            0.2,
        )
        code = TextField("class-code", _("Class code"), self.code, hint=_("Any"), then=make)
        return [
            Column([Flow(chips, 0.4), Text(_(NOTES[self.kind]), colour="muted")], 0.3),
            Row([conversation, code], (1, 1), gap=1.2, least=13),
        ]

    def list(self) -> list[Widget]:
        """Returns the conversations to choose from."""
        assert self.shelf
        if not self._seen:
            return [Sign("clock", _("Reading the scenarios. This takes a moment the first time."))]
        every: list[Scenario | None] = [None, *sorted(self.shelf.result(), key=lambda one: one.title.casefold())]
        return [
            Button(
                one.title if one else _("All that were played"),
                UseScenario(one),
                wide=True,
                sign="tick" if (one and one.id) == (self.scenario and self.scenario.id) else "",
                key=f"use-{one.id if one else ''}",
            )
            for one in every
        ]

    def choose(self) -> None:
        """Begins to look for the conversations."""
        library = self._desk.context.plays.library
        self.shelf = Beside(lambda: library.shelf()[0])
        self._seen = self.shelf.soon(self._desk.context.patience)

    def come(self) -> bool:
        """Returns, once, that the conversations are there by now."""
        if self.shelf is None or self._seen or not self.shelf.over:
            return False
        self._seen = True
        return True

    def take(self, scenario: Scenario | None) -> None:
        """Keeps the conversation that was chosen."""
        self.scenario, self.shelf = scenario, None
