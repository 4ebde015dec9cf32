"""Plays what is heard: a room's tone that fades when the place changes, and cues over it; the mixer runs only while
sounds are on."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pygame

from game.scenario.media import read
from game.scenario.picture_head import NotUsable
from game.window.preferences import VOLUMES, Preferences
from game.words import _

IN_MS, OUT_MS = 1500, 900
CUE = 1.6  # how much louder a cue is than a room
UNDER_VOICE = 0.4  # what is left of every sound while the game speaks


class Sounds:
    """Silent until the settings say otherwise; whatever goes wrong is silence and one message."""

    def __init__(self, folder: Path, start: Callable[[], None] | None = None) -> None:
        self._folder, self._start = folder, start or _start_mixer
        self._on = False
        self._loud = 0.0
        self._channel: pygame.mixer.Channel | None = None
        self._kept: dict[str | Path, pygame.mixer.Sound] = {}
        self.room: str | Path | None = None
        self._failed = False  # nothing can be played here
        self._problem: str | None = None

    @property
    def on(self) -> bool:
        """Returns True while the mixer runs."""
        return self._on

    def follow(self, wished: Preferences) -> None:
        """Starts, stops or changes loudness as the settings say."""
        self._loud = VOLUMES[wished.volume][1] * (UNDER_VOICE if wished.voice else 1.0)
        if wished.sound and not self._on and not self._failed:
            self._begin()
        elif not wished.sound:
            self.close()
        if self._channel is not None:
            self._channel.set_volume(self._loud)

    def _begin(self) -> None:
        """Starts the mixer, or finds out that there is nothing to play on."""
        try:
            self._start()
        except pygame.error as problem:
            told = _("No sound can be played here ({problem}), so the game stays silent.")
            self._failed, self._problem = True, told.format(problem=problem)
        else:
            self._on = True

    def tell(self) -> str | None:
        """Returns what went wrong, once."""
        told, self._problem = self._problem, None
        return told

    def hear(self, room: str | Path | None, cue: str | None) -> None:
        """Lets the tone of a place, or an author's own file, sound until it is another's (None for silence), and a cue
        once."""
        if not self._on:
            return
        if room != self.room:
            self._enter(room)
        sound = self._sound(cue) if cue else None
        if sound is not None:
            sound.set_volume(min(1.0, CUE * self._loud))
            sound.play()

    def close(self) -> None:
        """Falls silent, and lets go of the mixer."""
        if self._on:
            pygame.mixer.quit()
        self._on, self._failed, self.room, self._channel = False, False, None, None
        self._kept.clear()

    def _enter(self, room: str | Path | None) -> None:
        """Lets the old tone fade out while the new one comes in."""
        if self._channel is not None:
            self._channel.fadeout(OUT_MS)
        self.room = room
        tone = self._sound(room) if room else None
        self._channel = tone.play(loops=-1, fade_ms=IN_MS) if tone else None
        if self._channel is not None:
            self._channel.set_volume(self._loud)

    def _sound(self, name: str | Path) -> pygame.mixer.Sound | None:
        """Returns the sound of this name, or of an author's own file; where it is missing or broken there is none."""
        if name not in self._kept:
            try:
                file = io.BytesIO(read(name)) if isinstance(name, Path) else self._folder / f"{name}.wav"
                self._kept[name] = pygame.mixer.Sound(file)
            except (pygame.error, OSError, NotUsable):
                return None
        return self._kept[name]


def _start_mixer() -> None:
    pygame.mixer.init(frequency=22_050, size=-16, channels=1, buffer=1024)
