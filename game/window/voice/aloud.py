"""The window's voice: it follows the settings and the screen on top, and keeps the caption under it."""

from __future__ import annotations

from dataclasses import replace

import pygame

from game.window.input.commands import Command, SayAgain, ToggleVoice
from game.window.preferences import Preferences
from game.window.screens.screen import Desk, Screen
from game.window.toolkit.look import Look
from game.window.voice import captions
from game.window.voice.engines import PACE
from game.window.voice.narrator import Narrator
from game.window.voice.speech import Voice, VoiceLog
from game.words import _


class Aloud:
    """Speaks while the settings say so."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.narrator = Narrator(self._find)
        self._drawn: tuple[str, int] = ("", 0)  # the caption and its page that stand in the strip
        self._told = ("", "")  # the language and the rate of the voice
        self._screen: Screen | None = None  # what it speaks for

    def _find(self) -> Voice | None:
        context = self._desk.context
        self._told = self._wanted(self._desk.preferences.rate)
        voice = context.voice(*self._told)
        return VoiceLog(context.voice_log, voice) if voice and context.voice_log else voice

    def _wanted(self, rate: str) -> tuple[str, str]:
        """Returns the language and the rate that the voice should have: a conversation is read in its own language,
        everything else in the interface's."""
        told = self._screen.language if self._screen else None
        language = told or self._desk.context.language or ""
        return "" if language == "en" else language, rate

    def answer(self, command: Command) -> bool:
        """Returns True for a command that is the voice's own."""
        match command:
            case ToggleVoice():
                now = self._desk.preferences
                self._desk.prefer(replace(now, voice=not now.voice))
            case SayAgain():
                self.narrator.repeat()
            case _:
                return False
        return True

    def follow(self, wished: Preferences) -> None:
        """Speaks or falls silent as the settings say, in their language and at their rate."""
        narrator = self.narrator
        if wished.voice and not narrator.on:
            narrator.switch_on([_("The voice is on."), _("R says it again, F4 turns it off.")])
        elif narrator.on and not wished.voice:
            narrator.switch_off(_("The voice is off."))
        elif narrator.on and self._told != self._wanted(wished.rate):
            narrator.replace_voice()

    def attend(self, screen: Screen, dt: float, *, changed: bool) -> None:
        """Says what changed on the screen on top, and goes on with what is being said."""
        self._screen = screen
        if self.narrator.on and self._told != self._wanted(self._desk.preferences.rate):
            self.narrator.replace_voice()
        if changed:
            self.narrator.look(screen)
        self.narrator.pass_time(dt)

    # ── the caption ──────────────────────────────────────────────────────────────────────────────────

    def strip_high(self, look: Look) -> int:
        """Returns how much of the window's foot the caption takes, in pixels."""
        shown = self.narrator.on and (self._desk.preferences.captions or self.narrator.mute)
        return captions.strip_high(look) if shown else 0

    def turned(self, look: Look) -> bool:
        """Returns True when the strip must be drawn anew."""
        return self.narrator.on and self._page(look)[0] != self._drawn

    def draw(self, onto: pygame.Surface, box: pygame.Rect, look: Look) -> None:
        """Draws the caption in its strip, where there is one."""
        if box.height:
            self._drawn, lines = self._page(look)
            captions.draw(onto, box, look, lines)

    def _page(self, look: Look) -> tuple[tuple[str, int], list[str]]:
        words = self.narrator.caption
        turned = captions.pages(words, look)
        number = captions.page_at(turned, self.narrator.since, PACE[self._desk.preferences.rate])
        return (words, number), turned[number] if turned else []

    def close(self) -> None:
        """Falls silent at once and for good."""
        self.narrator.close()
