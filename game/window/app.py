"""The running window: events answered, a stack of screens, and a picture drawn only when something changed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pygame

from game.errors import GameError
from game.play.phases import LIVE
from game.play.players import last, tidy
from game.play.seen import ReadLines
from game.window import preferences
from game.window.context import AppContext
from game.window.destinations import Destination, ToBriefing, ToHelp, ToLeave, ToMessage, ToSettings, ToTitle
from game.window.frame import WindowParts, canvas_for, draw_below, small_picture
from game.window.full_screen import FullScreen
from game.window.input import pads
from game.window.input.commands import Command, OpenHelp, OpenSettings, Readable
from game.window.input.events import Inputs
from game.window.input.text_input import TextInput
from game.window.keeping import kept_in
from game.window.last_net import LastNet
from game.window.load_player import load_player
from game.window.preferences import Preferences
from game.window.screens.screen import Screen
from game.window.screens.title import TitleScreen
from game.window.sound.player import Sounds
from game.window.stage.fade import Fade
from game.window.stage.gallery import Gallery
from game.window.stage.life import Life
from game.window.stage.pace import Pace
from game.window.toolkit import text
from game.window.toolkit.look import Look
from game.window.voice import screen_reader as access
from game.window.voice.aloud import Aloud
from game.words import _

if TYPE_CHECKING:
    from game.play.session import Session

T = TypeVar("T")
SHOWN_ANEW = (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED, pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED)


class App:
    """The running window: screens ask it for other screens; tests drive it without the loop."""

    def __init__(self, context: AppContext, surface: pygame.Surface) -> None:
        name = last(context.plays.home) if context.player is None else tidy(context.player)
        self._plain = context.played_by(name)
        self._window, self.surface = surface, canvas_for(surface)
        self.preferences, self.notice = load_player(self._plain)
        self.context = self._plain.spoken_in(self.preferences.language)
        self.gallery = Gallery(context.assets)
        self.pace = Pace()
        self.seen = self._seen()
        self.stack: list[Screen] = []
        self.running = True
        self._remembered: dict[type, object] = {}
        self.left: Path | None = None  # where the play that was left last can be gone on with
        self.life = Life()
        self.fade = Fade()
        self.redraws = 0
        self.dirty_rects: list[pygame.Rect] = []  # what the last drawing changed, where that is not everything
        self.shown = False  # false: the whole picture must be drawn anew
        self.unseen = False  # true: another screen was opened, and nobody has seen it yet
        self._keyboard = TextInput()
        self._inputs = Inputs()
        self._bindings = self.preferences.bindings
        text.set_in(self.preferences.setting)
        self.full_screen = FullScreen()
        self._net = LastNet(self.go, lambda: self.context.plays.home)
        self.aloud = Aloud(self)
        self.sounds = Sounds(context.assets / "sounds")
        self.access: access.Access | None = None

    def start(self) -> None:
        """Opens the first screen."""
        self.aloud.follow(self.preferences)
        self._sound()
        self.open(TitleScreen(self))
        context = self.context
        if context.scenario is not None:
            first = ToBriefing(context.scenario, context.mode.value if context.mode else None)
            self._guarded(lambda: self.go(first))
        self.update(0.0)

    @property
    def _frame(self) -> WindowParts:
        """Returns how the window is shared out now."""
        return WindowParts(self.surface, self.preferences, self.aloud, unkept=self.context.unkept)

    @property
    def room(self) -> pygame.Surface:
        """Returns the part of the window that the screens have: all of it but what stands under them."""
        return self._frame.room

    @property
    def look(self) -> Look:
        """Returns the look that the screens' room and the preferences ask for."""
        return self._frame.look

    @property
    def top(self) -> Screen:
        """Returns the screen that has the player's attention."""
        return self.stack[-1]

    def remembered(self, kind: type[T]) -> T:
        """Returns what a screen remembers while the window is open: one value a kind, made when first asked for."""
        found = self._remembered.setdefault(kind, kind())
        assert isinstance(found, kind)
        return found

    def go(self, destination: Destination) -> None:
        """Opens a destination."""
        from game.window.routes import screen_at  # every screen comes with it: not before the title stands there

        self.open(screen_at(self, destination))

    def open(self, screen: Screen) -> None:
        """Shows a screen, over what is there when it is an overlay, else in place of everything."""
        if screen.overlay:
            self.stack.append(screen)
        else:
            for left in self.stack:
                left.leave()
            self.stack[:] = [screen]
        self.shown, self.unseen = False, True

    def close(self) -> None:
        """Goes back to the screen below; the last one stays."""
        if len(self.stack) > 1:
            self.stack.pop().leave()
            self.top.refresh()
        self.shown = False

    def pass_down(self, command: Command) -> None:
        """Goes back from an overlay, and lets the screen below answer a command."""
        self.close()
        self.top.process(command)

    def prefer(self, wished: Preferences) -> None:
        """Takes new preferences into use and keeps them."""
        self.notice = None if self.context.unkept else preferences.save(wished.mended(), self.context.settings)
        self._use(wished.mended(), other=wished.language != self.preferences.language)

    def keep_in(self, folder: Path | None) -> None:
        """Keeps everything in another folder from now on, nothing without one, and goes to the title."""
        self._plain, now = kept_in(self._plain, folder), self.preferences
        theirs, self.notice = (now, None) if folder is None else load_player(self._plain, now)
        self._use(theirs, other=True)
        self.seen = self._seen()
        self.go(ToTitle())

    def play_as(self, name: str) -> None:
        """Gives the game to a player, with all that is theirs; an empty name is nobody's."""
        self._plain = self._plain.played_by(tidy(name))
        self._remembered.clear()
        theirs, self.notice = load_player(self._plain, self.preferences)
        self._use(theirs, other=True)
        self.seen = self._seen()

    def _seen(self) -> ReadLines:
        return ReadLines(self.context.plays.own / "seen.txt" if self.context.plays.logs else None)

    def _use(self, wished: Preferences, other: bool) -> None:
        """Takes preferences into use; `other` when they are in another language, or somebody else's."""
        self.preferences = wished
        self._bindings = wished.bindings
        text.set_in(wished.setting)
        if other:
            self.context = self._plain.spoken_in(wished.language)
        self.full_screen.follow(wished.full_screen)
        self.aloud.follow(wished)
        self._sound()
        for screen in self.stack:
            screen.refresh()

    def _sound(self) -> None:
        """Sounds are as the settings say; what stands in their way is told once."""
        self.sounds.follow(self.preferences)
        self.notice = self.notice or self.sounds.tell()

    def quit(self) -> None:
        """Ends the loop."""
        self.running = False

    @property
    def quiet(self) -> bool:
        """Returns True while nothing is being spoken."""
        return self.aloud.narrator.quiet

    @property
    def playing(self) -> Session | None:
        """Returns the play under way, if one is."""
        from game.window.screens.play_screen import PlayScreen

        below = self.stack[0] if self.stack else None
        return below.session if isinstance(below, PlayScreen) and below.session.phase in LIVE else None

    def suspend_play(self) -> None:
        """Leaves the play under way, if one is, with what was being typed kept; it can be taken up again."""
        from game.window.screens.play_screen import PlayScreen

        below = self.stack[0]
        if isinstance(below, PlayScreen):
            self.left = below.session.journal_path if self.playing else None
            below.suspend_play()

    def snapshot(self) -> bytes:
        """Returns a small picture (PNG) of the screen that lies under all others."""
        return small_picture(self.stack[0], self.look, self.room.get_size())

    def paint_below(self, screen: Screen, surface: pygame.Surface, look: Look) -> None:
        """Draws the screen under this one, as the ground of an overlay."""
        draw_below(self.stack, screen, surface, look)

    def process(self, event: pygame.event.Event) -> None:
        """Answers one pygame event."""
        if event.type == pygame.QUIT:
            self._guarded(self._close_window)
        elif event.type == pygame.APP_TERMINATING:
            self.end()
        elif event.type in SHOWN_ANEW:
            self._window = pygame.display.get_surface() or self._window
            self.surface, self.shown = canvas_for(self._window), False
        elif event.type in (pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST):
            if self.access:
                self.access.window_focus(event.type == pygame.WINDOWFOCUSGAINED)
        elif event.type in (pygame.CONTROLLERDEVICEADDED, pygame.CONTROLLERDEVICEREMOVED):
            pads.open_all()
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_F11:
            self.prefer(replace(self.preferences, full_screen=not self.full_screen.on))
        else:
            command = self._command(event)
            if command is not None:
                self._guarded(lambda: self._answer(command))

    def _close_window(self) -> None:
        """Asks first in the middle of a play that is kept; asked again, it closes whatever happens."""
        from game.window.screens.leave import LeaveScreen

        session = self.playing
        asked = isinstance(self.top, LeaveScreen) and self.top.closing
        lost = session is not None and session.journal_path is None and not self.context.unkept  # a first minute
        if session is None or lost or asked:
            self.end()
        else:
            del self.stack[1:]
            self.go(ToLeave(session, closing=True))

    def end(self) -> None:
        """Ends the game without a question; all that is kept stays kept."""
        with suppress(GameError):
            self.suspend_play()
        self.running = False

    def _command(self, event: pygame.event.Event) -> Command | None:
        """Returns what an event asks for; a screen that waits for a key or a button to remember gets it as it is."""
        if self.top.listening and event.type in (pygame.KEYDOWN, pygame.CONTROLLERBUTTONDOWN):
            return self.top.hear(event)
        return self._inputs.command(event, self._bindings, self.surface.get_size(), self.top.typing)

    def _guarded(self, act: Callable[[], None]) -> None:
        """Does something, and shows what went wrong on a calm screen."""
        try:
            try:
                act()
            except GameError as problem:
                self.go(ToMessage(_("Something went wrong"), str(problem)))
            self._settle()
        except Exception:
            self._catch()

    def _catch(self) -> None:
        """Goes back to the last safe screen."""
        self._net.catch(self.playing)
        self._settle()

    def _answer(self, command: Command) -> None:
        match command:
            case Readable():
                self.prefer(preferences.readable(self.preferences))
            case OpenSettings() if self.top.opened_by is not OpenSettings:
                self.go(ToSettings())
            case OpenHelp() if self.top.opened_by is not OpenHelp:
                self.go(ToHelp())
            case _ if not self.aloud.answer(command):
                self.top.process(command)

    def update(self, dt: float) -> None:
        """Lets `dt` seconds pass for the top screen."""
        for wish in self.access.wishes() if self.access else ():
            self._guarded(partial(self._answer, wish))
        self._guarded(lambda: self.top.update(dt))
        if self.fade.on:
            self.fade.pass_time(dt)
            self.shown = self.shown and self.fade.on  # once more without it
        below = self.stack[0]
        self.sounds.hear(below.tone, below.cue)
        below.cue = None
        changed = self.top.dirty or not self.shown
        self.aloud.attend(self.top, dt, changed=changed)
        if self.access:
            self.access.attend(self.top, changed=changed)

    def _settle(self) -> None:
        """Brings the layout and the keyboard in line with what changed."""
        self.top.settle(self.look)
        typing = self.top.typing
        self._keyboard.follow(typing, self.top.writer.caret_place() if typing else None)

    def draw(self) -> bool:
        """Returns True when the picture was drawn anew; an idle window draws nothing."""
        try:
            drawn = self._draw()
        except Exception:
            self._catch()
            return False
        if drawn:
            self._net.stood()
        return drawn

    def _draw(self) -> bool:
        frame = self._frame
        look, room = frame.look, frame.room
        changed = not self.shown or self.top.dirty or self.fade.on
        self.dirty_rects = [] if changed else self.top.redraw_moving(room)
        if not changed and not self.aloud.turned(look):
            self.redraws += bool(self.dirty_rects)
            return bool(self.dirty_rects)
        self.dirty_rects = []
        if changed:
            ground = self.stack[0]
            scene = None if ground.only_waits else ground.tone or type(ground)
            self.fade.come_to(scene, room, self.preferences.motion and self.redraws > 0)
            self.top.draw(room)
            self.fade.draw(room)
        frame.draw_foot()
        if self.surface is not self._window:
            self._window.blit(self.surface, (0, 0))
        self.shown = True
        self.redraws += 1
        return True
