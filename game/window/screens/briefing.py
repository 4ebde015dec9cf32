"""Before a scenario: who, where, what you know, the one question to hold, and how to play it."""

from __future__ import annotations

from dataclasses import dataclass

from typing_extensions import override

from game.play.events import Mode
from game.scenario.media import people_in_words
from game.scenario.model import Scenario
from game.window.destinations import ToLibrary, ToLookAgain, ToMenu, ToPlay, ToPublish, ToSettings
from game.window.input.commands import Back, Command, LookAgain, OpenMenu, OpenSettings
from game.window.preferences import MODES
from game.window.screens.screen import Desk
from game.window.stage.stage import StageScreen
from game.window.toolkit.boxes import Box, Column, Flow
from game.window.toolkit.controls import Button
from game.window.toolkit.widgets import Sign, Text, Widget
from game.words import N_, _

NOTES = {
    "practice": N_("After each choice you read what you did, and something else to try."),
    "assess": N_("Feedback waits until the end; then you see all of it."),
}


@dataclass(frozen=True, slots=True)
class Begin(Command):
    """Start the conversation."""


@dataclass(frozen=True, slots=True)
class OpenPublish(Command):
    """Make a page of this scenario for others."""


@dataclass(frozen=True, slots=True)
class UseMode(Command):
    """Play this time in this mode."""

    name: str


class BriefingScreen(StageScreen):
    """What to know before the first line."""

    def __init__(self, desk: Desk, scenario: Scenario, mode: str | None = None) -> None:
        super().__init__(desk, scenario)
        self.mode = mode or desk.preferences.mode
        self.finished = desk.context.plays.finished(scenario.id)
        self.page.focus_key = _("Begin")

    @override
    def card_parts(self) -> list[Widget]:
        """Returns what has to be seen before one begins, then what to know: the question, the notes and the mode stand
        in sight in a small window too."""
        story = self.scenario
        client = story.cast[story.client]
        who = f"{client.name} ({client.pronouns}), {client.relation}"
        minutes = Sign("clock", _("About {minutes} minutes").format(minutes=story.minutes))
        notes: list[Widget] = [
            Sign("note", _("Before you enter: {note}").format(note=note), "warm") for note in story.content_notes
        ]
        question: list[Widget] = [Text(story.question, "heading")]
        parts: list[Widget] = [
            Text(story.title, "title"),
            Box([Text(_("Hold this question"), "strong", "accent"), *question], bar="accent", pad=0.5, gap=0.2),
            self._modes(),
        ]
        parts += [Column(notes, 0.1)] if notes else []
        parts.append(Column([Sign("person", who), minutes], 0.1))
        if self.finished:
            parts.append(Flow([Button(_("See your last debrief"), LookAgain(), sign="history")]))
        return [*parts, *(Text(paragraph) for paragraph in paragraphs(story.briefing))]

    @property
    @override
    def shows(self) -> str:
        return "\n".join([*people_in_words(self.scenario), *filter(None, [super().shows])])

    def _modes(self) -> Widget:
        """Returns when feedback comes, to be chosen."""
        label = Text(_("Feedback"), "strong")
        chips = [
            Button(_(word), UseMode(name), kind="chip", chosen=name == self.mode, key=f"mode-{name}")
            for name, word in MODES.items()
        ]
        return Column([Flow([label, *chips], 0.6), Text(_(NOTES[self.mode]), colour="muted")], 0.15)

    @override
    def foot_parts(self) -> list[Widget]:
        return [Button(_("Begin"), Begin(), kind="primary", sign="forward", after=True)]

    @override
    def bar_parts(self) -> list[Widget]:
        way_out = (_("All scenarios"), "back") if self.desk.context.plays.library.files else (_("Leave"), "leave")
        publish = Button(_("Publish…"), OpenPublish(), kind="quiet", sign="open")
        return [
            Button(way_out[0], Back(), kind="quiet", sign=way_out[1]),
            Button(_("Settings"), OpenSettings(), kind="quiet", sign="settings"),
            *([publish] if self.desk.context.publish else []),
        ]

    @override
    def handle(self, command: Command) -> None:
        match command:
            case Begin():
                session = self.desk.context.plays.begin(self.scenario, Mode(self.mode))
                self.desk.go(ToPlay(session))
            case LookAgain() if self.finished:
                self.desk.go(ToLookAgain(self.finished.path))
            case UseMode(name):
                self.mode = name
                self.refresh()
            case OpenPublish():
                self.desk.go(ToPublish(self.scenario))
            case OpenSettings():
                self.desk.go(ToSettings())
            case OpenMenu(items):
                self.desk.go(ToMenu(items))
            case Back():
                self.desk.go(ToLibrary())


def paragraphs(text: str) -> list[str]:
    """Returns the paragraphs of a text; single line breaks inside one are only wrapping."""
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]
