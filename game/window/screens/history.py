"""What was said so far, over the conversation; it opens at the newest line."""

from __future__ import annotations

from typing import ClassVar

from typing_extensions import override

from game.play.session import Session
from game.window.input.commands import Back, Command, ToggleHistory
from game.window.screens.screen import Desk
from game.window.screens.sheet import SheetScreen
from game.window.stage.reading import heard
from game.window.stage.transcript import as_speech
from game.window.toolkit.widgets import Divider, Text, Widget
from game.words import _


class HistoryScreen(SheetScreen):
    """Every scene read in this play."""

    ems: ClassVar[float] = 38.0

    def __init__(self, desk: Desk, session: Session, unread: int) -> None:
        super().__init__(desk)
        self.session = session
        self.scenes = heard(session, unread)
        self.fresh = True
        self.page.focus_key = _("Back")

    @override
    def parts(self) -> list[Widget]:
        parts: list[Widget] = [Text(_("So far"), "title")]
        place = ""
        for scene in self.scenes:
            if scene.place != place:
                place = scene.place
                parts += [Divider(), Text(_(place.replace("-", " ")).capitalize(), "strong", "muted")]
            parts.append(as_speech(self.session.scenario, scene.lines)[0])
        if not self.scenes:
            parts.append(Text(_("Nothing has been said yet."), colour="muted"))
        return parts

    def settled(self) -> None:
        """Goes to the newest line the first time."""
        if self.fresh:
            self.fresh = False
            pane = self.page.pane("words")
            pane.scroll_to(pane.longest)

    @override
    def handle(self, command: Command) -> None:
        if isinstance(command, Back | ToggleHistory):
            self.desk.close()
