"""One or two open questions before the debrief; what is typed is kept in the log, unscored, and may be nothing."""

from __future__ import annotations

from dataclasses import dataclass

from typing_extensions import override

from game.play.session import Session
from game.window.destinations import ToPlay
from game.window.input.commands import Command
from game.window.screens.play_screen import PlayScreen
from game.window.screens.screen import Desk
from game.window.toolkit.controls import Button
from game.window.toolkit.field import TextField, TypedText
from game.window.toolkit.widgets import Space, Text, Widget
from game.words import _


@dataclass(frozen=True, slots=True)
class HandIn(Command):
    """Keep the answers, such as they are, and go on to the debrief."""


class ReflectionScreen(PlayScreen):
    """The ending in a few words, then questions in the player's own words."""

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__(desk, session)
        self.drafts = [TypedText() for _ in session.reflection]
        self.page.focus_key = "answer-0"
        if session.history:
            last = session.history[-1]
            self.set_scene(last.node, last.lines)

    @override
    def card_parts(self) -> list[Widget]:
        parts: list[Widget] = []
        ending = self.session.ending
        if ending is not None:
            parts += [Text(ending.title, "title"), Text(ending.text), Space(0.3)]
        parts.append(Text(_("Before the debrief"), "heading", "accent"))
        for n, (question, draft) in enumerate(zip(self.session.reflection, self.drafts, strict=True)):
            last = n + 1 == len(self.drafts)
            hint = _("Your own words, or nothing at all.")
            parts.append(TextField(f"answer-{n}", question, draft, rows=3, hint=hint, then=HandIn() if last else None))
        kept = (
            _("Kept in your journal. Nobody scores it.")
            if self.session.journal_path
            else _("Not kept, and not scored.")
        )
        parts.append(Text(kept + " " + _("Shift and Enter open a new line."), colour="muted"))
        return parts

    @override
    def whole_parts(self) -> list[Widget] | None:
        return self.card_parts()

    @override
    def foot_parts(self) -> list[Widget]:
        return [
            *self.back_button(24),
            Button(_("See the debrief"), HandIn(), kind="primary", sign="forward", after=True),
        ]

    @override
    def keep_typed(self) -> None:
        answers = [draft.words.strip() for draft in self.drafts]
        if any(answers):
            self.session.reflect(answers)

    @override
    def handle(self, command: Command) -> None:
        match command:
            case HandIn():
                self.session.reflect([draft.words.strip() for draft in self.drafts])
                self.desk.go(ToPlay(self.session))
            case _:
                super().handle(command)
