"""After a choice, in practice: what you did in plain words, what it did, and another line to try; no verdict."""

from __future__ import annotations

from typing_extensions import override

from game.play.session import Session
from game.window.destinations import ToPlay
from game.window.input.commands import Advance, Command, SkipSeen
from game.window.screens.play_screen import PlayScreen
from game.window.screens.screen import Desk
from game.window.stage.reading import exchange
from game.window.stage.transcript import as_speech
from game.window.toolkit.boxes import Box
from game.window.toolkit.controls import Button
from game.window.toolkit.widgets import Sign, Space, Text, Widget
from game.words import _, to_try


class FeedbackScreen(PlayScreen):
    """One choice, looked at after the answer to it was read."""

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__(desk, session)
        self.feedback = session.feedback()
        mine, answer = exchange(session)
        self.lines = (mine, *answer.lines)
        self.set_scene(answer.node, self.lines)
        self.page.focus_key = _("Continue")

    @override
    def card_parts(self) -> list[Widget]:
        feedback = self.feedback
        parts: list[Widget] = [as_speech(self.scenario, self.lines[:1])[0], Space(0.1)]
        if feedback.did:
            parts.append(Text(_("What you did"), "heading", "accent"))
            parts += [Text(did) for did in feedback.did]
        if feedback.text:
            parts += [Space(0.05), Text(_("What came of it"), "heading", "accent"), Text(feedback.text)]
        if feedback.instead:
            box = [Sign("pencil", _("Something else to try"), "accent", "strong"), Text(to_try(feedback.instead))]
            parts += [Space(0.1), Box(box, bar="accent")]
        return parts

    @override
    def whole_parts(self) -> list[Widget] | None:
        return self.card_parts()

    @override
    def foot_parts(self) -> list[Widget]:
        way_on = Button(_("Continue"), Advance(), kind="primary", sign="forward", after=True)
        return [*self.skip_button(), *self.back_button(), way_on]

    @property
    @override
    def can_skip(self) -> bool:
        return self.feedback_known

    @override
    def handle(self, command: Command) -> None:
        match command:
            case Advance():
                self.desk.seen.add([self.feedback_words])
                self.session.go_on()
                self.desk.go(ToPlay(self.session))
            case SkipSeen() if self.can_skip:
                self.session.go_on()
                self.desk.go(ToPlay(self.session, skip=True))
            case _:
                super().handle(command)
