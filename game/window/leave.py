"""Whether to leave a play; leaving costs nothing, and it can be continued."""

from __future__ import annotations

from typing import ClassVar

from typing_extensions import override

from game.play.session import Session
from game.window.commands import Back, Command, Leave
from game.window.controls import Button
from game.window.destinations import ToTitle
from game.window.screen import Desk
from game.window.sheet import SheetScreen
from game.window.widgets import Text, Widget
from game.words import _


class LeaveScreen(SheetScreen):
    """A question with two answers; staying has the focus."""

    ems: ClassVar[float] = 28.0

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__(desk)
        self.session = session
        self.page.focus_key = _("Stay")

    @override
    def parts(self) -> list[Widget]:
        kept = _("Everything so far is kept. You can go on from here whenever you like, and leaving counts as nothing.")
        return [Text(_("Leave this conversation?"), "title"), Text(kept)]

    @override
    def foot(self) -> list[Widget]:
        return [
            Button(_("Stay"), Back(), kind="primary", sign="back"),
            Button(_("Leave for now"), Leave(), sign="leave"),
        ]

    @override
    def handle(self, command: Command) -> None:
        match command:
            case Back():
                self.desk.close()
            case Leave():
                self.session.abandon()
                self.desk.go(ToTitle())
