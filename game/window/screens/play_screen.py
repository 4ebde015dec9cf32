"""What the screens of a play share: the quiet bar, looking back, and what is said for a moment at the card's foot."""

from __future__ import annotations

from typing import ClassVar

from typing_extensions import override

from game.errors import SaveError
from game.play.phases import LIVE
from game.play.saves import QUICK
from game.play.session import Session
from game.window.destinations import (
    ToHistory,
    ToLeave,
    ToLibrary,
    ToLookBack,
    ToMenu,
    ToMessage,
    ToSave,
    ToSaves,
    ToSettings,
)
from game.window.input.commands import (
    Back,
    Command,
    Leave,
    LineBack,
    LineForward,
    OpenMenu,
    OpenSaves,
    OpenSettings,
    PointAt,
    Press,
    QuickLoad,
    QuickSave,
    Scroll,
    SkipSeen,
    ToggleHistory,
)
from game.window.screens.screen import Desk
from game.window.stage.reading import heard
from game.window.stage.stage import StageScreen
from game.window.toolkit.controls import Button
from game.window.toolkit.widgets import Widget
from game.words import _


class PlayScreen(StageScreen):
    """A moment of a play; subclasses show it and answer what is theirs."""

    lines_told: ClassVar[str] = "new"

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__(desk, session.scenario)
        self.session = session
        self.first_minute = desk.context.is_first_minute(session)
        self.said = ""

    @property
    def unread(self) -> int:
        """Returns how many lines of the play are still to come before this moment is read."""
        return 0

    @property
    def shows_newest(self) -> bool:
        """Returns True when the newest line stands on the card, so that looking back begins at the one before it."""
        return False

    @property
    def can_look_back(self) -> bool:
        """Returns True when there is an earlier line."""
        lines = sum(len(scene.lines) for scene in heard(self.session, self.unread))
        return lines > self.shows_newest

    @override
    def update(self, dt: float) -> None:
        super().update(dt)
        if news := self.session.news():
            self.desk.go(ToMessage(_("Something was mended"), news))

    @override
    def bar_parts(self) -> list[Widget]:
        if self.first_minute:
            return [
                Button(_("History"), ToggleHistory(), kind="quiet", sign="history"),
                Button(_("Settings"), OpenSettings(), kind="quiet", sign="settings"),
                Button(_("Skip this minute"), Leave(), kind="quiet", sign="skip"),
            ]
        saves = Button(_("Saves"), OpenSaves(), kind="quiet", sign="save")
        return [
            Button(_("History"), ToggleHistory(), kind="quiet", sign="history"),
            *([saves] if self.session.journal_path else []),
            Button(_("Settings"), OpenSettings(), kind="quiet", sign="settings"),
            Button(_("Leave"), Leave(), kind="quiet", sign="leave"),
        ]

    def back_button(self, least: float = 0.0) -> list[Widget]:
        """Returns what there is to say for a moment, and the way to the line before, where there is one and the
        window is at least so many ems wide."""
        room = self.look.width / self.look.px if self.look else 0.0
        return [*self.said_parts(), *(self.line_back() if room >= least else [])]

    def said_parts(self) -> list[Widget]:
        """Returns what there is to say for a moment."""
        return [Button(self.said, None, kind="quiet", sign="note")] if self.said else []

    def line_back(self) -> list[Widget]:
        """Returns the way to the line before, where there is one."""
        return [Button(_("Back a line"), LineBack(), kind="quiet", sign="back")] if self.can_look_back else []

    @property
    def can_skip(self) -> bool:
        """Returns True when what stands here was read in an earlier play."""
        return False

    @property
    def feedback_known(self) -> bool:
        """Returns True when the feedback on the last choice was read in an earlier play."""
        return self.feedback_words in self.desk.seen

    @property
    def feedback_words(self) -> str:
        """Returns the feedback on the last choice as it is remembered."""
        feedback = self.session.feedback()
        words = "\n".join((*feedback.did, feedback.text or "", feedback.instead or ""))
        return f"{self.scenario.id}\n{feedback.option.id}\n{words}"

    def skip_button(self) -> list[Widget]:
        """Returns the way past what is known, and the sign that it is known."""
        return [Button(_("Skip what you have read"), SkipSeen(), kind="quiet", sign="skip")] if self.can_skip else []

    @override
    def handle(self, command: Command) -> None:
        match command:
            case LineBack() if self.can_look_back:
                self.desk.go(ToLookBack(self.session, self.unread, 1 + self.shows_newest))
            case QuickSave():
                self._save_quickly()
            case QuickLoad():
                self._load_quickly()
            case OpenSaves() if self.session.journal_path:
                self.desk.go(ToSaves(self.session))
            case ToggleHistory():
                self.desk.go(ToHistory(self.session, self.unread))
            case OpenSettings():
                self.desk.go(ToSettings())
            case OpenMenu(items):
                self.desk.go(ToMenu(items))
            case Leave() | Back() if self.first_minute:
                self.desk.go(ToLibrary())
            case Leave() | Back():
                self.desk.go(ToLeave(self.session))

    def _save_quickly(self) -> None:
        """Keeps this moment under the one quick name, and says so, or why not."""
        try:
            self.desk.context.plays.save(self.session, _("Quick save"), self.desk.snapshot(), QUICK)
        except SaveError as problem:
            self.say(str(problem))
        else:
            self.say(_("Saved. F9 leads back here."))

    def _load_quickly(self) -> None:
        """Shows the quick save, to go on from there or not."""
        save = self.desk.context.plays.quick_save()
        if save is None:
            self.say(_("There is no quick save yet. F5 makes one."))
        else:
            self.desk.go(ToSave(save, self.session))

    def keep_typed(self) -> None:
        """Keeps what is being typed on this screen, if anything."""

    def suspend_play(self) -> None:
        """Leaves the play, with what was being typed kept."""
        self.keep_typed()
        if self.session.phase in LIVE:
            self.session.abandon()

    def say(self, words: str) -> None:
        """Tells something at the card's foot, until the player does anything."""
        self.said = words
        self.refresh()

    @override
    def process(self, command: Command) -> None:
        if self.said and not isinstance(command, PointAt | Press):
            self.say("")
        super().process(command)

    @override
    def unscrolled(self, scroll: Scroll) -> None:
        self.handle(line_step(scroll))


def line_step(scroll: Scroll) -> Command:
    """Returns the step through the lines that a scroll means where no column can follow it."""
    return LineBack() if scroll.steps + scroll.pages < 0 else LineForward()
