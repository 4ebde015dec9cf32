"""The game beside the editor: saved changes appear in place, and a strip under the game says what came of them."""

from __future__ import annotations

from typing import Protocol

import pygame
from typing_extensions import override

from game.diagnostics import Diagnostic
from game.play.phases import Phase
from game.play.session import Session
from game.rubric.scoring_model import ScoringModel
from game.window.app import App
from game.window.context import AppContext
from game.window.destinations import Destination, ToBriefing, ToFeedback, ToLeave, ToLibrary, ToPlay, ToTitle
from game.window.frame import WindowParts
from game.window.input.commands import Command
from game.window.loop import run
from game.window.routes import screen_at
from game.window.screens.conversation import ConversationScreen
from game.window.screens.debrief import DebriefScreen
from game.window.screens.feedback import FeedbackScreen
from game.window.screens.help import HelpScreen
from game.window.screens.preview_sheet import (
    ClosePreview,
    FromStart,
    OneBack,
    OpenSheet,
    PreviewSheet,
    PreviewStatus,
    status,
)
from game.window.screens.preview_strip import draw_strip, strip_high
from game.window.screens.reflection import ReflectionScreen
from game.window.screens.screen import Screen
from game.window.screens.settings import SettingsScreen
from game.window.toolkit.look import Look
from game.window.toolkit.theme import THEMES

KEYS: dict[int, Command] = {pygame.K_F5: FromStart(), pygame.K_F6: OpenSheet(), pygame.K_F7: OneBack()}


class Author(Protocol):
    """The file under its author's hands: `exact` is its last good version, `problems` are those it has now, and
    `broken` says that they keep it from being played."""

    exact: ScoringModel | None
    broken: bool
    problems: tuple[Diagnostic, ...]

    @property
    def name(self) -> str:
        """Returns what the author calls the file."""

    def poll(self) -> bool:
        """Returns True when the version or the problems are new."""

    def opening(self) -> Session | None:
        """Returns the play to open at; None to begin at the briefing."""

    def again(self, before: Session) -> tuple[Session, str]:
        """Returns the same play in the newest version, and in words where it stands now."""

    def back(self, before: Session) -> Session | None:
        """Returns the same play with its last choice open again; None before the first."""


class PreviewApp(App):
    """The running window with a strip at its foot; leaving a play leads to the strip's sheet, not to a title."""

    def __init__(self, context: AppContext, surface: pygame.Surface, author: Author) -> None:
        super().__init__(context, surface)
        self.author = author
        self._version: ScoringModel | None = None
        self._word, self._reloaded = "", ""
        self._status: PreviewStatus | None = None
        self._held = False  # the strip is being pressed

    # ── what is shown ────────────────────────────────────────────────────────────────────────────────

    @override
    def start(self) -> None:
        self._renew()
        self.update(0.0)

    @override
    def update(self, dt: float) -> None:
        self._guarded(self._watch)
        super().update(dt)
        told = self.told()
        if told != self._status:
            self._status, self.shown = told, False

    def _watch(self) -> None:
        """Takes in what the author has saved."""
        if not self.author.poll():
            return
        if self.author.exact is not self._version:
            self._reloaded = self.context.plays.clock().astimezone().strftime("%H:%M:%S")
            self._renew()
        for screen in self.stack:
            if isinstance(screen, PreviewSheet):
                screen.refresh()

    def _renew(self) -> None:
        """Shows the newest version: where the play was, or from its beginning."""
        self._version = self.author.exact
        session = self.session
        if self._version is None:
            self.stack[:] = [self._sheet(bare=True)]
        elif session is not None:
            after, self._word = self.author.again(session)
            self._rebase(_same_screen(self, self.stack[0], after))
        else:
            first = not self.stack or isinstance(self.stack[0], PreviewSheet)
            self._begin(self.author.opening() if first else None)
            self._word = "" if first else "at the briefing"

    def _begin(self, session: Session | None) -> None:
        """Goes to a play, or to the briefing."""
        assert self._version is not None, "begun only when something can be played"
        mode = self.context.mode
        briefing = ToBriefing(self._version.story.scenario, mode.value if mode else None)
        self._word = ""
        self._rebase(screen_at(self, ToPlay(session) if session else briefing))

    def _rebase(self, screen: Screen) -> None:
        """Puts a screen in place of the one at the bottom; what lies over it stays, unless it is of the old play."""
        kept = [over for over in self.stack[1:] if isinstance(over, PreviewSheet | SettingsScreen | HelpScreen)]
        self.stack[:] = [screen, *kept]
        for over in kept:
            over.refresh()
        self.shown = False

    @property
    def session(self) -> Session | None:
        """Returns the play under way."""
        return _session_of(self.stack[0]) if self.stack else None

    def told(self) -> PreviewStatus:
        """Returns what there is to say now."""
        return status(
            self.author.name, self.author.problems, self._word, broken=self.author.broken,
            reloaded=self._reloaded, playable=self._version is not None, session=self.session,
        )  # fmt: skip

    def _sheet(self, *, bare: bool = False) -> PreviewSheet:
        return PreviewSheet(self, self.author.name, self.told, self._act, bare=bare)

    # ── what is asked for ────────────────────────────────────────────────────────────────────────────

    @override
    def go(self, destination: Destination) -> None:
        match destination:
            case ToLeave() | ToTitle() | ToLibrary():  # nothing is kept here, and there is no other scenario
                self._act(OpenSheet())
            case _:
                super().go(destination)

    def _act(self, command: Command) -> None:
        """Does what the sheet, the strip and the function keys ask for."""
        match command:
            case OpenSheet() if isinstance(self.top, PreviewSheet):
                self.close()
            case OpenSheet():
                self.open(self._sheet())
            case ClosePreview():
                self.quit()
            case FromStart() | OneBack() if self._version is not None:
                session = self.session if isinstance(command, OneBack) else None
                del self.stack[1:]
                self._begin(self.author.back(session) if session else None)

    @override
    def process(self, event: pygame.event.Event) -> None:
        if event.type == pygame.KEYDOWN and event.key in KEYS:
            self._guarded(lambda: self._act(KEYS[event.key]))
        elif not self._pressed_strip(event):
            super().process(event)

    def _pressed_strip(self, event: pygame.event.Event) -> bool:
        """Returns True for a press that is the strip's own; the sheet opens when it is let go there too."""
        if event.type not in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP) or event.button != 1:
            return False
        inside = self._strip.collidepoint(event.pos)
        if event.type == pygame.MOUSEBUTTONDOWN:
            self._held = inside
            return inside
        held, self._held = self._held, False
        if held and inside:
            self._guarded(lambda: self._act(OpenSheet()))
        return held

    # ── where it stands ──────────────────────────────────────────────────────────────────────────────

    @property
    def _strip(self) -> pygame.Rect:
        wide, high = self.surface.get_size()
        now = self.preferences
        part = strip_high(Look(THEMES[now.theme], wide, high, now.text_scale, setting=now.setting))
        return pygame.Rect(0, high - part, wide, part)

    @property
    @override
    def _frame(self) -> WindowParts:
        unkept, foot = self.context.unkept, self._strip.height
        return WindowParts(self.surface, self.preferences, self.aloud, unkept=unkept, foot=foot)

    @override
    def draw(self) -> bool:
        drawn = super().draw()
        if drawn and not self.dirty_rects:
            draw_strip(self.surface, self._strip, self.look, self.told())
        return drawn


def _session_of(screen: Screen) -> Session | None:
    """Returns the play that a screen shows, if any."""
    if isinstance(screen, ConversationScreen | FeedbackScreen | ReflectionScreen | DebriefScreen):
        return screen.session
    return None


def _same_screen(desk: PreviewApp, before: Screen, session: Session) -> Screen:
    """Returns the screen that an older one becomes for the same play in a newer version."""
    old = _session_of(before)
    if isinstance(before, FeedbackScreen) and session.phase is Phase.FEEDBACK:
        return screen_at(desk, ToFeedback(session))
    after = screen_at(desk, ToPlay(session))
    still = old is not None and (old.chosen, old.phase) == (session.chosen, session.phase)
    if still and type(after) is type(before):
        after.page = before.page  # with what has the focus, and how far it was scrolled
    if still and isinstance(after, ConversationScreen) and isinstance(before, ConversationScreen):
        after.take_up(before)
    return after


def run_preview(context: AppContext, author: Author) -> int:
    """Returns the exit code, 0, once the author has closed the window; raises NoDisplay where it cannot be opened."""
    return run(context, lambda context, surface: PreviewApp(context, surface, author))
