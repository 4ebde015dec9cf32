"""The debrief: the conversation seen from above, its turns one by one, and questions to talk over."""

from __future__ import annotations

from dataclasses import dataclass

import pygame
from typing_extensions import override

from game.play.closing import closing
from game.play.family import look_again
from game.play.learning import Next
from game.play.session import Session
from game.play.summing_up import summing_up
from game.rubric.score import Scorecard
from game.window.beside import Beside
from game.window.charts.comparison import Comparison, LayBeside, OpenOther
from game.window.charts.pair_strip import PairStrip
from game.window.charts.strip import OpenTurn, TurnStrip
from game.window.destinations import (
    ToBriefing,
    ToDebrief,
    ToGlossary,
    ToHistory,
    ToLibrary,
    ToPlay,
    ToSaveAs,
    ToSettings,
    ToTitle,
)
from game.window.input.commands import Back, Command, OpenSettings, SaveAsFile, ToggleHistory
from game.window.screens.glossary import OpenGlossary
from game.window.screens.planes_part import PlanesPart, SecondReading
from game.window.screens.screen import Desk, Screen
from game.window.screens.summary import breaks, own_words, summary
from game.window.screens.turns import PlayOn, flags, opened, tracks
from game.window.toolkit import layout, paint
from game.window.toolkit.boxes import Column, Flow, Row
from game.window.toolkit.controls import Button
from game.window.toolkit.look import Look
from game.window.toolkit.page import Pane
from game.window.toolkit.widgets import Divider, Sign, Text, Widget
from game.words import _


@dataclass(frozen=True, slots=True)
class PlayAgain(Command):
    """Go back to this scenario's briefing."""


@dataclass(frozen=True, slots=True)
class PlayNext(Command):
    """Go to the briefing of the scenario that is suggested."""


@dataclass(frozen=True, slots=True)
class StepTurn(Command):
    """Open the next turn (+1) or the one before (−1)."""

    step: int


class DebriefScreen(Screen):
    """What the play came to, with nothing hidden."""

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__(desk)
        self.session = session
        self.card: Scorecard = session.card()
        self.summing_up = summing_up(session)
        self.turn = next((choice.turn for choice in self.summing_up.choices), telling_turn(self.card))
        self.strip: Widget | None = None
        self.steps: Widget | None = None
        self.turned = False  # another turn was opened, so it has to come into sight
        self.beside = Comparison(session)
        self.planes = PlanesPart(session, self.beside)
        if anew := session.begun.branched_at:
            self.turn = min(anew, max(1, len(self.card.choices)))
        self.next: Next | None = None
        self._suggesting = Beside(lambda: desk.context.plays.next_after(self.card))
        if self._suggesting.soon(desk.context.patience / 8):  # it stands at the end of the page, and may come later
            self.next = self._suggesting.result()
        self.place = session.history[-1].place if session.history else session.node.place

    @override
    def build(self, look: Look) -> list[Pane]:
        edge = layout.margin(look) if look.width >= 700 else look.dp(10)
        ring = 2 * look.ring + 1
        way_out = (_("All scenarios"), "back") if self.desk.context.plays.library.files else (_("Leave"), "leave")
        save = Button(_("Save as a file"), SaveAsFile(), sign="save", key="save-as")
        foot = Flow(
            [
                Button(_("Play again"), PlayAgain(), kind="primary", sign="again"),
                Button(way_out[0], Back(), sign=way_out[1]),
                *([save] if self.desk.context.unkept else []),
                Button(_("History"), ToggleHistory(), kind="quiet", sign="history"),
                Button(_("Settings"), OpenSettings(), kind="quiet", sign="settings"),
            ]
        )
        self.card_box = pygame.Rect(edge, edge, look.width - 2 * edge, look.height - 2 * edge)
        room = layout.inner(self.card_box, look)
        foot_high = foot.layout(look, 0, 0, room.width) + 2 * ring
        if foot_high > room.height * 0.22:  # large text in a small window: the buttons come last instead
            whole = room.inflate(2 * ring, 2 * ring)
            return [Pane("debrief", whole, Column([*self._parts(), foot], 0.7), look)]
        low = pygame.Rect(room.x - ring, room.bottom - foot_high + ring, room.width + 2 * ring, foot_high)
        high = pygame.Rect(room.x - ring, room.y - ring, room.width + 2 * ring, low.y - room.y)
        return [
            Pane("debrief", high, Column(self._parts(), 0.7), look),
            Pane("foot", low, foot, look, scrolls=False),
        ]

    def _parts(self) -> list[Widget]:
        """Returns every section, in reading order."""
        return [
            *self._opening(),
            Divider(),
            *self._told(own_words(self.session)),
            *self.beside.picker(),
            *self.beside.legend(),
            *self.planes.parts(),
            *self._beside(),
            Divider(),
            *self._turns(),
            Divider(),
            Row([Column(breaks(self.summing_up)), Column(self._questions())], gap=2.0, least=17),
            *self._limits(),
            *self._next(),
            Divider(),
            *self._log(),
        ]

    def _opening(self) -> list[Widget]:
        """Returns what came of it, what weighed most, and hard limits; then how it ended, in the author's words."""
        ending = self.card.ending
        head = Text(ending.title if ending else self.card.title, "title")
        told = ending.text if ending and ending.text != self.summing_up.outcome else ""
        after: list[Widget] = [Text(told, colour="muted")] if told else []
        return [head, *summary(self.summing_up, anew=self.session.journal_path is not None), *after]

    def _told(self, parts: list[Widget]) -> list[Widget]:
        """Returns a section that may be empty, with a line under it where it is not."""
        return [*parts, Divider()] if parts else []

    def _limits(self) -> list[Widget]:
        """Returns what tempts in this scenario, and what it leaves out."""
        found = closing(self.card, self.session.scenario)
        parts: list[Widget] = []
        if found.trap:
            parts += [Text(_("What tempts here"), "heading"), Text(found.trap)]
        if found.limits:
            parts += [Text(_("What this scene leaves out"), "heading"), *(Text(limit) for limit in found.limits)]
        return [Divider(), *parts] if parts else []

    def _beside(self) -> list[Widget]:
        """Returns this path and the one laid beside it, in words."""
        words = self.beside.in_words()
        return [Divider(), *words] if words else []

    def _turns(self) -> list[Widget]:
        choices = self.card.choices
        if not choices:
            return [Text(_("No choice was made in this play."), colour="muted")]
        start = self.session.scenario.client_state
        who = self.session.scenario.cast[self.session.scenario.client].name.split()[0]
        mine, marked, laid = tracks(start, choices), flags(self.card), self.beside.laid
        strip = (
            PairStrip(mine, tracks(start, laid.card.choices), marked, self.turn, self.beside.fork, laid.name)
            if laid
            else TurnStrip(mine, marked, self.turn)
        )
        before = StepTurn(-1) if self.turn > 1 else None
        after = StepTurn(1) if self.turn < len(choices) else None
        steps = [
            Button(_("Turn before"), before, sign="back"),
            Button(_("Next turn"), after, sign="forward", after=True),
        ]
        self.strip, self.steps = strip, Flow([*steps, Button(_("Glossary"), OpenGlossary(), kind="quiet", sign="help")])
        return [
            Text(_("Turn by turn"), "title"),
            Text(
                _("How {who} felt: trust in you, ease with the situation, and voice to say what they feel.").format(
                    who=who
                ),
                colour="muted",
            ),
            *self.beside.names(),
            strip,
            self.steps,
            opened(
                self.session.scenario,
                self.session.exact.rubric,
                self.card,
                self.turn,
                self.session.worded.get(self.turn),
                anew=self.session.journal_path is not None,
            ),
        ]

    def _questions(self) -> list[Widget]:
        parts: list[Widget] = [Text(_("To talk about"), "heading")]
        parts += [Sign("help", question, "text") for question in self.session.scenario.discussion]
        return parts

    def _next(self) -> list[Widget]:
        """Returns what to play next, and why."""
        if self.next is None:
            return []
        name = self.next.scenario.title
        return [
            Divider(),
            Text(_("Where to go next"), "heading"),
            Text(self.next.why),
            Flow([Button(_("Go to “{name}”").format(name=name), PlayNext(), sign="forward", after=True)]),
        ]

    def _log(self) -> list[Widget]:
        path = self.session.journal_path
        where = (
            _("Your journal of this play: {path}").format(path=path)
            if path
            else _("This play was not kept in a journal.")
        )
        return [
            Text(where, colour="muted"),
            Text(_("Formative practice, to learn from. Not legal advice."), colour="muted"),
        ]

    @override
    def update(self, dt: float) -> None:
        super().update(dt)
        if self.next is None and self._suggesting.over and (found := self._suggesting.result()):
            self.next = found
            self.refresh()

    @override
    def ground_key(self) -> object:
        return self.place

    @override
    def paint_ground(self, surface: pygame.Surface, look: Look) -> None:
        surface.blit(
            self.desk.gallery.of(self.session.scenario).place(self.place, surface.get_size(), blurred=True), (0, 0)
        )
        if look.theme.name != "calm":
            paint.veil(surface, look.theme.veil, 130 if look.theme.name == "dark" else 215)
        paint.panel(surface, self.card_box, look)

    def _turn_to(self, turn: int) -> None:
        """Opens a turn."""
        self.turn, self.turned = turn, True
        self.refresh()

    @override
    def settled(self) -> None:
        """Brings an opened turn into sight, with the strip above it where there is room for both."""
        if not self.turned or self.strip is None or self.steps is None:
            return
        self.turned = False
        pane = self.page.pane("debrief")
        room_below = pane.rect.height - (self.steps.rect.bottom - self.strip.rect.top)
        above = self.strip if room_below > pane.look.em(9) else self.steps
        pane.scroll_to(above.rect.top - pane.edge - pane.look.em(0.5))

    def _play_on(self, turn: int) -> None:
        """Begins a play beside this one, before the choice of a turn."""
        path = self.session.journal_path
        if path is not None:
            session, _notes = self.desk.context.plays.branch(path, turn)
            self.desk.go(ToPlay(session))

    @override
    def handle(self, command: Command) -> None:
        match command:
            case OpenTurn(turn):
                self._turn_to(turn)
            case StepTurn(step):
                self._turn_to(min(len(self.card.choices), max(1, self.turn + step)))
            case PlayOn(turn):
                self._play_on(turn)
            case SaveAsFile():
                self.desk.go(ToSaveAs(self.session))
            case LayBeside() | SecondReading():
                self.planes.answer(command)
                self.refresh()
            case OpenOther() if self.beside.laid is not None:
                self.desk.go(ToDebrief(look_again(self.session.exact, self.beside.laid.journal)))
            case PlayAgain():
                self.desk.go(ToBriefing(self.session.scenario, self.session.mode.value))
            case PlayNext() if self.next is not None:
                self.desk.go(ToBriefing(self.next.scenario, self.session.mode.value))
            case ToggleHistory():
                self.desk.go(ToHistory(self.session))
            case OpenGlossary() | OpenSettings():
                self.desk.go(ToGlossary() if isinstance(command, OpenGlossary) else ToSettings())
            case Back():
                self.desk.go(ToTitle() if not self.desk.context.plays.library.files else ToLibrary())


def telling_turn(card: Scorecard) -> int:
    """Returns the turn to open first: where something broke, else where most was lost of what could be done, else 1."""
    if card.ruptures:
        return card.ruptures[0].opened
    lost = [sum(high - got for high, got in zip(r.high, r.vector, strict=True)) for r in card.choices]
    return lost.index(max(lost)) + 1 if lost else 1
