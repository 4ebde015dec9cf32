"""Earlier lines, one at a time, over a play: who spoke and where, as it was; the play itself stands still below."""

from __future__ import annotations

from typing import ClassVar

from typing_extensions import override

from game.play.session import Session
from game.window.destinations import ToHistory, ToSettings
from game.window.input.commands import (
    Advance,
    Back,
    Command,
    LineBack,
    LineForward,
    OpenSettings,
    Scroll,
    ToggleHistory,
)
from game.window.screens.play_screen import line_step
from game.window.screens.screen import Desk
from game.window.stage.presence import PHONE
from game.window.stage.reading import heard
from game.window.stage.stage import StageScreen
from game.window.stage.transcript import as_messages, as_speech
from game.window.toolkit.controls import Button
from game.window.toolkit.widgets import Widget
from game.words import _


class LookingBackScreen(StageScreen):
    """One line of the play so far, with those before it in the same scene; forward of the newest it closes."""

    overlay: ClassVar[bool] = True
    lines_told: ClassVar[str] = "last"

    def __init__(self, desk: Desk, session: Session, unread: int, ago: int) -> None:
        super().__init__(desk, session.scenario)
        self.session, self.unread = session, unread
        scenes = heard(session, unread)
        self.spots = [(scene, n + 1) for scene in scenes for n in range(len(scene.lines))]
        self.newest = len(self.spots) - ago
        self.at = self.newest
        self._show()

    def _show(self) -> None:
        """Turns to the line, its place and whoever spoke last there."""
        scene, upto = self.spots[self.at]
        self.lines = scene.lines[:upto]
        self.set_scene(scene.node, self.lines)
        self.as_phone = self.place == PHONE
        self.refresh()

    @override
    def card_parts(self) -> list[Widget]:
        column, self.last = (
            as_messages(self.scenario, self.lines)
            if self.as_phone
            else as_speech(self.scenario, self.lines, fresh=len(self.lines) - 1)
        )
        return [column]

    @override
    def whole_parts(self) -> list[Widget] | None:
        return self.card_parts()

    @override
    def bar_parts(self) -> list[Widget]:
        told = _("Looking back: line {number} of {count}").format(number=self.at + 1, count=len(self.spots))
        return [Button(told, None, kind="quiet", sign="history")]

    @override
    def foot_parts(self) -> list[Widget]:
        back = [Button(_("Back a line"), LineBack(), kind="quiet", sign="back")] if self.at else []
        return [
            *back,
            Button(_("Next line"), LineForward(), kind="quiet", sign="forward", after=True),
            Button(_("To the newest"), Back(), kind="primary", sign="tick"),
        ]

    def settled(self) -> None:
        """Brings the line into view."""
        if self.last is not None:
            self.page.pane("words").reveal(self.last.rect)

    @override
    def handle(self, command: Command) -> None:
        match command:
            case LineBack() if self.at:
                self.at -= 1
                self._show()
            case LineForward() | Advance() if self.at < self.newest:
                self.at += 1
                self._show()
            case LineForward() | Advance() | Back():
                self.desk.close()
            case ToggleHistory():
                self.desk.go(ToHistory(self.session, self.unread))
            case OpenSettings():
                self.desk.go(ToSettings())

    @override
    def unscrolled(self, scroll: Scroll) -> None:
        self.handle(line_step(scroll))
