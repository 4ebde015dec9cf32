"""What a player set, kept in a small JSON file of their own; a broken file means defaults and a word about it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from game.files import write_whole
from game.window.input.bindings import BUTTONS, KEYS, Bindings, stranded, usable, usual_buttons, usual_keys
from game.window.stage.pace import AUTOS
from game.window.toolkit.theme import THEMES
from game.window.toolkit.typefaces import FAMILIES, LETTERS, LINES, Setting
from game.window.voice.engines import RATES
from game.words import N_, _

TEXT_SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
REVEALS: dict[str, tuple[str, float | None]] = {
    "at-once": (N_("Instant"), None),
    "brisk": (N_("Fast"), 90.0),
    "gentle": (N_("Medium"), 45.0),
    "slow": (N_("Slow"), 22.0),
}
LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")
MODES = {"practice": N_("After each choice"), "assess": N_("At the end")}
VOLUMES: dict[str, tuple[str, float]] = {
    "faint": (N_("Very quiet"), 0.15),
    "soft": (N_("Quiet"), 0.35),
    "full": (N_("Full"), 0.8),
}


@dataclass(frozen=True, slots=True)
class Preferences:
    """Text size (1.0–2.0), theme, how fast lines appear, how to play, the name to play under, the language's code,
    the key and gamepad button of each action, whether the game speaks, how fast, and whether that is captioned,
    at which pace lines go on by themselves, in which typeface, how far letters and lines stand apart, whether pictures
    move, whether there are sounds, how loud, and whether the window has the whole screen. `begun` says that the first
    minute was."""

    text_scale: float = 1.0
    theme: str = "calm"
    reveal: str = "gentle"
    mode: str = "practice"
    player: str = ""
    language: str = ""
    keys: Mapping[str, str] = field(default_factory=usual_keys)
    buttons: Mapping[str, str] = field(default_factory=usual_buttons)
    voice: bool = False
    rate: str = "usual"
    captions: bool = True
    auto: str = "off"
    begun: bool = False
    family: str = "atkinson"
    letters: str = "usual"
    lines: str = "usual"
    motion: bool = True
    sound: bool = False
    volume: str = "soft"
    full_screen: bool = False

    @property
    def bindings(self) -> Bindings:
        """Returns what every key and button asks for."""
        return Bindings(self.keys, self.buttons)

    @property
    def setting(self) -> Setting:
        """Returns how words are set."""
        return Setting(self.family, self.letters, self.lines)

    @property
    def speed(self) -> float | None:
        """Characters a second, or None when lines appear whole, as they do for who listens."""
        return None if self.voice else REVEALS[self.reveal][1]

    def mended(self) -> Preferences:
        """Returns the same preferences with anything unknown put back to its default."""
        plain = Preferences()
        buttons = usable(self.buttons, BUTTONS, usual_buttons())
        scale = self.text_scale if isinstance(self.text_scale, int | float) else plain.text_scale
        return Preferences(
            text_scale=min(2.0, max(1.0, float(scale))) if scale == scale else plain.text_scale,
            theme=self.theme if self.theme in THEMES else plain.theme,
            reveal=self.reveal if self.reveal in REVEALS else plain.reveal,
            mode=self.mode if self.mode in MODES else plain.mode,
            player=self.player[:60] if isinstance(self.player, str) else plain.player,
            language=self.language if isinstance(self.language, str) and LANGUAGE.fullmatch(self.language) else "",
            keys=usable(self.keys, KEYS, usual_keys()),
            buttons=usual_buttons() if stranded(buttons) else buttons,
            voice=self.voice is True,
            rate=self.rate if self.rate in RATES else plain.rate,
            captions=self.captions is not False,
            begun=self.begun is True,
            auto=self.auto if self.auto in AUTOS else plain.auto,
            family=self.family if self.family in FAMILIES else plain.family,
            letters=self.letters if self.letters in LETTERS else plain.letters,
            lines=self.lines if self.lines in LINES else plain.lines,
            motion=self.motion is not False,
            sound=self.sound is True,
            volume=self.volume if self.volume in VOLUMES else plain.volume,
            full_screen=self.full_screen is True,
        )


def readable(kept: Preferences) -> Preferences:
    """Returns the defaults, which anybody can read, with all that is not about reading as it was: who listens goes on
    listening, who wants calm has it."""
    plain = Preferences(mode=kept.mode, player=kept.player, language=kept.language, begun=kept.begun)
    heard = replace(plain, voice=kept.voice, rate=kept.rate, sound=kept.sound, volume=kept.volume)
    return replace(heard, motion=kept.motion, full_screen=kept.full_screen)


def load(path: Path) -> tuple[Preferences, str | None]:
    """Returns the kept preferences, and what to tell the player when the file could not be used."""
    try:
        kept = json.loads(path.read_bytes().decode("utf-8"))
    except FileNotFoundError:
        return Preferences(), None
    except (OSError, ValueError, RecursionError):
        return Preferences(), _("Your settings in {path} could not be read, so the defaults are in use.").format(
            path=path
        )
    if not isinstance(kept, dict):
        return Preferences(), _("Your settings in {path} were not understood, so the defaults are in use.").format(
            path=path
        )
    known = {name: value for name, value in kept.items() if name in asdict(Preferences())}
    wished = replace(Preferences(), **known)
    try:
        mended = wished.mended()
    except (TypeError, ValueError, OverflowError):  # a list where a word belongs is unhashable
        return Preferences(), _("Your settings in {path} were not understood, so the defaults are in use.").format(
            path=path
        )
    if asdict(mended) != asdict(wished):
        return mended, _("Some settings in {path} were not understood; those are back to their defaults.").format(
            path=path
        )
    return mended, None


def save(preferences: Preferences, path: Path) -> str | None:
    """Returns what to tell the player when the file could not be written; the old file stays whole until the new one
    is."""
    try:
        write_whole(path, f"{json.dumps(asdict(preferences), indent=2)}\n".encode())
    except OSError as problem:
        return _("The settings hold for now but could not be kept in {path}: {strerror}.").format(
            path=path, strerror=problem.strerror
        )
    return None
