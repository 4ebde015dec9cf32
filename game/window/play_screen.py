"""What the screens of a play share: the quiet bar, looking back, and what is said for a moment at the card's foot."""

from __future__ import annotations

from typing import ClassVar

from typing_extensions import override

from game.play.session import Session
from game.window.commands import (
    Back,
    Command,
    Leave,
    LineBack,
    LineForward,
    OpenSettings,
    Scroll,
    SkipSeen,
    ToggleHistory,
)
from game.window.controls import Button
from game.window.destinations import ToHistory, ToLeave, ToLookBack, ToSettings
from game.window.reading import heard
from game.window.screen import Desk
from game.window.stage import StageScreen
from game.window.widgets import Widget
from game.words import _


class PlayScreen(StageScreen):
    """A moment of a play; subclasses show it and answer what is theirs."""

    lines_told: ClassVar[str] = "new"

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__(desk, session.scenario)
        self.session = session

    @property
    def unread(self) -> int:
        """How many lines of the play are still to come before this moment is read."""
        return 0

    @property
    def shows_newest(self) -> bool:
        """True when the newest line stands on the card, so that looking back begins at the one before it."""
        return False

    @property
    def can_look_back(self) -> bool:
        """True when there is an earlier line."""
        lines = sum(len(scene.lines) for scene in heard(self.session, self.unread))
        return lines > self.shows_newest

    @override
    def bar_parts(self) -> list[Widget]:
        return [
            Button(_("History"), ToggleHistory(), kind="quiet", sign="history"),
            Button(_("Settings"), OpenSettings(), kind="quiet", sign="settings"),
            Button(_("Leave"), Leave(), kind="quiet", sign="leave"),
        ]

    def back_button(self) -> list[Widget]:
        """The way to the line before, where there is one."""
        return [Button(_("Back a line"), LineBack(), kind="quiet", sign="back")] if self.can_look_back else []

    @property
    def can_skip(self) -> bool:
        """True when what stands here was read in an earlier play."""
        return False

    @property
    def feedback_known(self) -> bool:
        """True when the feedback on the last choice was read in an earlier play."""
        return self.feedback_words in self.desk.seen

    @property
    def feedback_words(self) -> str:
        """The feedback on the last choice as it is remembered."""
        feedback = self.session.feedback()
        words = "\n".join((*feedback.did, feedback.text or "", feedback.instead or ""))
        return f"{self.scenario.id}\n{feedback.option.id}\n{words}"

    def skip_button(self) -> list[Widget]:
        """The way past what is known, and the sign that it is known."""
        return [Button(_("Skip to what is new"), SkipSeen(), kind="quiet", sign="skip")] if self.can_skip else []

    @override
    def handle(self, command: Command) -> None:
        match command:
            case LineBack() if self.can_look_back:
                self.desk.go(ToLookBack(self.session, self.unread, 1 + self.shows_newest))
            case ToggleHistory():
                self.desk.go(ToHistory(self.session, self.unread))
            case OpenSettings():
                self.desk.go(ToSettings())
            case Leave() | Back():
                self.desk.go(ToLeave(self.session))

    @override
    def unscrolled(self, scroll: Scroll) -> None:
        self.handle(line_step(scroll))


def line_step(scroll: Scroll) -> Command:
    """The step through the lines that a scroll means where no column can follow it."""
    return LineBack() if scroll.steps + scroll.pages < 0 else LineForward()
