"""Whether to leave a play; leaving costs nothing, and it can be continued."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from typing_extensions import override

from game.errors import JournalError
from game.locations import COMMAND
from game.play.family import beside, look_again, trails
from game.play.session import Session
from game.window.destinations import Destination, ToDebrief, ToSaveAs, ToTitle
from game.window.input.commands import Back, Command, Leave, SaveAsFile
from game.window.screens.screen import Desk
from game.window.screens.sheet import SheetScreen
from game.window.toolkit.controls import Button
from game.window.toolkit.widgets import Text, Widget
from game.words import _


class LeaveScreen(SheetScreen):
    """A question with two answers; staying has the focus."""

    ems: ClassVar[float] = 28.0

    def __init__(self, desk: Desk, session: Session, closing: bool = False) -> None:
        super().__init__(desk)
        self.session, self.closing, self.told = session, closing, False
        self.page.focus_key = _("Stay")

    @override
    def parts(self) -> list[Widget]:
        if self.desk.context.unkept:
            lost = _("This play is not kept. It is gone when you leave, unless you save it as a file.")
            title = _("Close the game?") if self.closing else _("Leave this conversation?")
            return [Text(title, "title"), Text(lost)]
        if self.closing:
            kept = _("Everything so far is kept. Next time, Continue on the first screen brings you back here.")
            return [Text(_("Close the game?"), "title"), Text(kept)]
        kept = _("Everything so far is kept. You can continue from here at any time, and leaving costs nothing.")
        return [Text(_("Leave this conversation?"), "title"), Text(kept)]

    @override
    def foot(self) -> list[Widget]:
        save = Button(_("Save as a file"), SaveAsFile(), sign="save", key="save-as")
        return [
            Button(_("Stay"), Back(), kind="primary", sign="back"),
            *([save] if self.desk.context.unkept else []),
            Button(_("Close") if self.closing else _("Leave for now"), Leave(), sign="leave"),
        ]

    @override
    def handle(self, command: Command) -> None:
        match command:
            case Back():
                self.desk.close()
            case SaveAsFile():
                self.desk.go(ToSaveAs(self.session))
            case Leave():
                self._suspend()
                if self.closing:
                    self.desk.quit()
                    return
                self.desk.go(after_leaving(self.session))

    def _suspend(self) -> None:
        """Leaves the play. Words that cannot be kept are told once: whoever leaves all the same gets out."""
        try:
            self.desk.suspend_play()
        except JournalError:
            if not self.told:
                self.told = True
                raise
            self.session.abandon()


def told_where(journal: Path) -> str:
    """Returns where a play that was left is kept, and how it goes on."""
    kept = _("Your play is kept in {journal}").format(journal=journal)
    way = _("Open the game and press Continue, or type:")
    return f'{kept}\n{way} {COMMAND} continue "{journal}"'


def after_leaving(session: Session) -> Destination:
    """Returns where a play that was left leads: one that went on from an earlier turn to its debrief beside the
    other path (to the other's, where nothing was chosen yet), any other to the title."""
    begun, path = session.begun, session.journal_path
    if begun.branched_at is None or path is None:
        return ToTitle()
    if session.turns >= begun.branched_at:
        return ToDebrief(session)
    other = beside(trails(session.exact, path), begun)
    return ToDebrief(look_again(session.exact, other.journal)) if other else ToTitle()
