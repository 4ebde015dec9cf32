"""Before some decisions: what the player would say, typed in words of their own before the options are seen."""

from __future__ import annotations

from dataclasses import dataclass

from typing_extensions import override

from game.play.session import Session
from game.window.destinations import ToPlay
from game.window.input.commands import Command
from game.window.screens.play_screen import PlayScreen
from game.window.screens.screen import Desk
from game.window.stage.presence import PHONE
from game.window.stage.transcript import as_messages, as_speech
from game.window.toolkit.controls import Button
from game.window.toolkit.field import TextField, TypedText
from game.window.toolkit.widgets import Space, Text, Widget
from game.words import _


@dataclass(frozen=True, slots=True)
class HandOver(Command):
    """Keep what was typed, such as it is, and see the options."""


class OwnWordsScreen(PlayScreen):
    """The last lines, and room for an answer of one's own."""

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__(desk, session)
        self.draft = TypedText()
        self.page.focus_key = "own-words"
        self.scene_before = next(scene for scene in reversed(session.history) if scene.lines)
        self.set_scene(self.scene_before.node, self.scene_before.lines)
        self.as_phone = self.place == PHONE

    @override
    def card_parts(self) -> list[Widget]:
        lines = self.scene_before.lines[-2:]
        is_kept = self.session.journal_path is not None
        kept = _("What you type is kept in your journal and not scored.") if is_kept else _("Not kept, and not scored.")
        column = (as_messages(self.scenario, lines) if self.as_phone else as_speech(self.scenario, lines))[0]
        return [
            column,
            Space(0.3),
            TextField(
                "own-words",
                self.session.own_words or "",
                self.draft,
                rows=3,
                hint=_("Your own words, or nothing."),
                then=HandOver(),
            ),
            Text(
                " ".join((_("Then you will see what the game offers."), kept, _("Shift and Enter open a new line."))),
                colour="muted",
            ),
        ]

    @override
    def whole_parts(self) -> list[Widget] | None:
        return self.card_parts()

    @override
    def foot_parts(self) -> list[Widget]:
        way_on = Button(_("See the options"), HandOver(), kind="primary", sign="forward", after=True)
        return [*self.back_button(24), way_on]

    @override
    def keep_typed(self) -> None:
        if self.draft.words.strip():
            self.session.put_in_own_words(self.draft.words)

    @override
    def handle(self, command: Command) -> None:
        match command:
            case HandOver():
                self.session.put_in_own_words(self.draft.words)
                self.desk.go(ToPlay(self.session))
            case _:
                super().handle(command)
