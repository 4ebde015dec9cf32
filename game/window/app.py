"""The running window: events answered, a stack of screens, and a picture drawn only when something changed."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

import pygame

from game.errors import GameError
from game.play.phases import LIVE
from game.play.players import last, tidy
from game.play.seen import Seen
from game.play.session import Session
from game.window import preferences
from game.window.context import AppContext
from game.window.destinations import Destination, ToHelp, ToLeave, ToMessage, ToSettings, ToTitle
from game.window.input import pads
from game.window.input.commands import Command, OpenHelp, OpenSettings, Readable
from game.window.input.events import Inputs
from game.window.load_player import load_player
from game.window.preferences import Preferences
from game.window.routes import first_destination, screen_at
from game.window.screens.help import HelpScreen
from game.window.screens.leave import LeaveScreen
from game.window.screens.play_screen import PlayScreen
from game.window.screens.screen import Screen
from game.window.screens.settings import SettingsScreen
from game.window.sound.player import Sounds
from game.window.stage.fade import Fade
from game.window.stage.gallery import Gallery
from game.window.stage.life import Life
from game.window.stage.pace import Pace
from game.window.toolkit import text
from game.window.toolkit.look import Look
from game.window.toolkit.theme import THEMES
from game.window.voice import screen_reader as access
from game.window.voice.aloud import Aloud
from game.words import _

SHOT_WIDE = 480
REPEAT_MS = (400, 33)  # how long a key is held before it repeats while typing, and how often


class App:
    """The running window: screens ask it for other screens; tests drive it without the loop."""

    def __init__(self, context: AppContext, surface: pygame.Surface) -> None:
        name = last(context.plays.home) if context.player is None else tidy(context.player)
        self._plain = context.played_by(name)
        self.surface = surface
        self.preferences, self.notice = load_player(self._plain)
        self.context = self._plain.spoken_in(self.preferences.language)
        self.gallery = Gallery(context.assets)
        self.pace = Pace()
        self.seen = self._seen()
        self.stack: list[Screen] = []
        self.running = True
        self.left: Path | None = None  # where the play that was left last can be gone on with
        self.life = Life()
        self.fade = Fade()
        self.redraws = 0
        self.dirty_rects: list[
            pygame.Rect
        ] = []  # all that the last drawing changed, where that is less than everything
        self.shown = False  # false: the whole picture must be drawn anew
        self._typing = False
        self._caret: pygame.Rect | None = None
        self._inputs = Inputs()
        self._bindings = self.preferences.bindings
        text.set_in(self.preferences.setting)
        self.aloud = Aloud(self)
        self.sounds = Sounds(context.assets / "sounds")
        self.access: access.Access | None = None

    def start(self) -> None:
        """Opens the first screen."""
        self.aloud.follow(self.preferences)
        self._sound()
        self.go(ToTitle())
        first = first_destination(self)
        if first != ToTitle():
            self._guarded(lambda: self.go(first))
        self.update(0.0)

    @property
    def room(self) -> pygame.Surface:
        """The part of the window that the screens have: all of it but the caption's strip."""
        wide, high = self.surface.get_size()
        return self.surface.subsurface((0, 0, wide, high - self._strip_high)) if self._strip_high else self.surface

    @property
    def _strip_high(self) -> int:
        """How high the caption's strip is, in pixels."""
        size = self.surface.get_size()
        now = self.preferences
        return self.aloud.strip_high(Look(THEMES[now.theme], *size, now.text_scale, setting=now.setting))

    @property
    def look(self) -> Look:
        """The look that the screens' room and the preferences ask for."""
        wide, high = self.room.get_size()
        now = self.preferences
        return Look(THEMES[now.theme], wide, high, now.text_scale, self._strip_high, now.setting)

    @property
    def top(self) -> Screen:
        """The screen that has the player's attention."""
        return self.stack[-1]

    def go(self, destination: Destination) -> None:
        """Opens a destination."""
        self.open(screen_at(self, destination))

    def open(self, screen: Screen) -> None:
        """Shows a screen, over what is there when it is an overlay, else in place of everything."""
        if screen.overlay:
            self.stack.append(screen)
        else:
            self.stack[:] = [screen]
        self.shown = False

    def close(self) -> None:
        """Goes back to the screen below; the last one stays."""
        if len(self.stack) > 1:
            self.stack.pop()
            self.top.refresh()
        self.shown = False

    def prefer(self, wished: Preferences) -> None:
        """Takes new preferences into use and keeps them."""
        self.notice = preferences.save(wished.mended(), self.context.settings)
        self._use(wished.mended(), other=wished.language != self.preferences.language)

    def play_as(self, name: str) -> None:
        """From now on the game is this player's, with all that is theirs; empty is nobody by name."""
        self._plain = self._plain.played_by(tidy(name))
        theirs, self.notice = load_player(self._plain, self.preferences)
        self._use(theirs, other=True)
        self.seen = self._seen()

    def _seen(self) -> Seen:
        return Seen(self.context.plays.own / "seen.txt" if self.context.plays.logs else None)

    def _use(self, wished: Preferences, other: bool) -> None:
        """Takes preferences into use; `other` when they are in another language, or somebody else's."""
        self.preferences = wished
        self._bindings = wished.bindings
        text.set_in(wished.setting)
        if other:
            self.context = self._plain.spoken_in(wished.language)
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
        """True while nothing is being spoken."""
        return self.aloud.narrator.quiet

    @property
    def playing(self) -> Session | None:
        """The play under way, if one is."""
        below = self.stack[0] if self.stack else None
        return below.session if isinstance(below, PlayScreen) and below.session.phase in LIVE else None

    def suspend_play(self) -> None:
        """Leaves the play under way, if one is, with what was being typed kept; it can be taken up again."""
        below = self.stack[0]
        if isinstance(below, PlayScreen):
            self.left = below.session.journal_path if self.playing else None
            below.suspend_play()

    def snapshot(self) -> bytes:
        """A small picture (PNG) of the screen that lies under all others."""
        whole = pygame.Surface(self.room.get_size())
        self.stack[0].settle(self.look)
        self.stack[0].draw(whole)
        high = round(SHOT_WIDE * whole.get_height() / whole.get_width())
        file = io.BytesIO()
        pygame.image.save(pygame.transform.smoothscale(whole, (SHOT_WIDE, high)), file, "shot.png")
        return file.getvalue()

    def paint_below(self, screen: Screen, surface: pygame.Surface, look: Look) -> None:
        """Draws the screen under this one, as the ground of an overlay."""
        here = self.stack.index(screen)
        if here == 0:
            surface.fill(look.theme.bg)
            return
        below = self.stack[here - 1]
        below.settle(look)
        below.draw(surface)

    def process(self, event: pygame.event.Event) -> None:
        """Answers one pygame event."""
        if event.type == pygame.QUIT:
            self._guarded(self._close_window)
        elif event.type in (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED):
            self.surface = pygame.display.get_surface() or self.surface
            self.shown = False
        elif event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED):
            self.shown = False
        elif event.type in (pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST):
            if self.access:
                self.access.window_focus(event.type == pygame.WINDOWFOCUSGAINED)
        elif event.type in (pygame.CONTROLLERDEVICEADDED, pygame.CONTROLLERDEVICEREMOVED):
            pads.open_all()
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_F11:
            pygame.display.toggle_fullscreen()
        else:
            command = self._command(event)
            if command is not None:
                self._guarded(lambda: self._answer(command))

    def _close_window(self) -> None:
        """Asks first in the middle of a play that is kept; asked again, it closes whatever happens."""
        session = self.playing
        asked = isinstance(self.top, LeaveScreen) and self.top.closing
        if session is None or session.journal_path is None or asked:
            with suppress(GameError):
                self.suspend_play()
            self.quit()
        else:
            del self.stack[1:]
            self.go(ToLeave(session, closing=True))

    def _command(self, event: pygame.event.Event) -> Command | None:
        """What an event asks for; a screen that waits for a key or a button to remember gets it as it is."""
        if self.top.listening and event.type in (pygame.KEYDOWN, pygame.CONTROLLERBUTTONDOWN):
            return self.top.hear(event)
        return self._inputs.command(event, self._bindings, self.surface.get_size(), self.top.typing)

    def _guarded(self, act: Callable[[], None]) -> None:
        """Does something, and shows what went wrong on a calm screen."""
        try:
            act()
        except GameError as problem:
            self.go(ToMessage(_("Something went wrong"), str(problem)))
        self._settle()

    def _answer(self, command: Command) -> None:
        match command:
            case Readable():
                kept = self.preferences
                plain = Preferences(mode=kept.mode, player=kept.player, language=kept.language, begun=kept.begun)
                heard = replace(plain, voice=kept.voice, rate=kept.rate, sound=kept.sound, volume=kept.volume)
                self.prefer(replace(heard, motion=kept.motion))  # who listens goes on listening, who wants calm has it
            case OpenSettings() if not isinstance(self.top, SettingsScreen):
                self.go(ToSettings())
            case OpenHelp() if not isinstance(self.top, HelpScreen):
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
        if self.top.typing != self._typing:
            self._typing = self.top.typing
            (pygame.key.start_text_input if self._typing else pygame.key.stop_text_input)()
            pygame.key.set_repeat(*(REPEAT_MS if self._typing else (0, 0)))  # letters repeat by themselves, carets not
        place = self.top.writer.caret_place() if self._typing else None
        if place is not None and place != self._caret:
            self._caret = place
            pygame.key.set_text_input_rect(place)  # where an input method shows what can be picked

    def draw(self) -> bool:
        """True when the picture was drawn anew; an idle window draws nothing."""
        look, room = self.look, self.room
        changed = not self.shown or self.top.dirty or self.fade.on
        self.dirty_rects = [] if changed else self.top.redraw_moving(room)
        if not changed and not self.aloud.turned(look):
            self.redraws += bool(self.dirty_rects)
            return bool(self.dirty_rects)
        self.dirty_rects = []
        if changed:
            ground = self.stack[0]
            self.fade.come_to(ground.tone or type(ground), room, self.preferences.motion and self.redraws > 0)
            self.top.draw(room)
            self.fade.draw(room)
        self.aloud.draw(self.surface, pygame.Rect(0, room.get_height(), room.get_width(), self._strip_high), look)
        self.shown = True
        self.redraws += 1
        return True
