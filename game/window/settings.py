"""The settings on one card: how large, in which colours, how fast, and which way to play; each takes effect at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from typing_extensions import override

from game.window.boxes import Column, Flow
from game.window.commands import Back, Command, OpenSettings, Readable
from game.window.controls import Button
from game.window.destinations import ToKeys
from game.window.pace import AUTOS, Hold
from game.window.preferences import MODES, REVEALS, TEXT_SCALES
from game.window.screen import Desk
from game.window.sheet import SheetScreen
from game.window.theme import THEMES
from game.window.voice.engines import RATES
from game.window.widgets import Sign, Text, Widget
from game.words import _


@dataclass(frozen=True, slots=True)
class SetScale(Command):
    """Use this text size."""

    scale: float


@dataclass(frozen=True, slots=True)
class SetTheme(Command):
    """Use these colours."""

    name: str


@dataclass(frozen=True, slots=True)
class SetReveal(Command):
    """Show lines at this speed."""

    name: str


@dataclass(frozen=True, slots=True)
class SetAuto(Command):
    """Let lines go on by themselves at this pace, or not."""

    name: str


@dataclass(frozen=True, slots=True)
class SetMode(Command):
    """Begin new plays in this mode."""

    name: str


@dataclass(frozen=True, slots=True)
class SetLanguage(Command):
    """Speak this language."""

    code: str


@dataclass(frozen=True, slots=True)
class SetVoice(Command):
    """Let the game speak, or not."""

    on: bool


@dataclass(frozen=True, slots=True)
class SetRate(Command):
    """Speak so fast."""

    name: str


@dataclass(frozen=True, slots=True)
class SetCaptions(Command):
    """Show what is spoken, or not."""

    on: bool


@dataclass(frozen=True, slots=True)
class OpenKeys(Command):
    """Choose which key and button does what."""


class SettingsScreen(SheetScreen):
    """The settings."""

    ems: ClassVar[float] = 36.0

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.notice: str | None = None

    @override
    def parts(self) -> list[Widget]:
        now = self.desk.preferences
        sizes = [
            Button(
                f"{size:.0%}", SetScale(size), kind="chip", chosen=abs(size - now.text_scale) < 0.01, key=f"size-{size}"
            )
            for size in TEXT_SCALES
        ]
        themes = [
            Button(_(theme.label), SetTheme(name), kind="chip", chosen=name == now.theme, key=f"theme-{name}")
            for name, theme in THEMES.items()
        ]
        reveals = [
            Button(_(label), SetReveal(name), kind="chip", chosen=name == now.reveal, key=f"reveal-{name}")
            for name, (label, _speed) in REVEALS.items()
        ]
        autos = [
            Button(_(label), SetAuto(name), kind="chip", chosen=name == now.auto, key=f"auto-{name}")
            for name, (label, _speed) in AUTOS.items()
        ]
        modes = [
            Button(_(label), SetMode(name), kind="chip", chosen=name == now.mode, key=f"mode-{name}")
            for name, label in MODES.items()
        ]
        parts: list[Widget] = [Text(_("Settings"), "title")]
        if self.notice:
            parts.append(Sign("note", self.notice, "warm"))
        parts += [
            _group(_("Text size"), sizes),
            _group(_("Colours"), themes),
            _group(_("How lines appear"), reveals, _("Pressing a key always shows the whole line.")),
            _group(_("Lines go on by themselves"), autos, _("Any key stops them, and P. Options always wait for you.")),
            _group(
                _("How to play"),
                modes,
                _("Practice tells you after each choice what you did. Assess waits until the end."),
            ),
        ]
        if self.desk.context.languages:
            told = [
                Button(
                    language(code), SetLanguage(code), kind="chip", chosen=code == now.language, key=f"language-{code}"
                )
                for code in ("", *self.desk.context.languages)
            ]
            parts.append(_group(_("Language"), told, _("A conversation that has begun stays in its language.")))
        parts += self._voice()
        parts.append(_group(_("Controls"), [Button(_("Keys and buttons"), OpenKeys(), sign="forward", after=True)]))
        return parts

    def _voice(self) -> list[Widget]:
        """Whether the game speaks, and while it does, how."""
        now = self.desk.preferences
        speaks = [
            Button(_("Off"), SetVoice(False), kind="chip", chosen=not now.voice, key="voice-off"),
            Button(_("On"), SetVoice(True), kind="chip", chosen=now.voice, key="voice-on"),
        ]
        told = _group(
            _("The game speaks"), speaks, _("What stands on the screen is read aloud. The key F4 does it too.")
        )
        if not now.voice:
            return [told]
        rates = [
            Button(_(label), SetRate(name), kind="chip", chosen=name == now.rate, key=f"rate-{name}")
            for name, label in RATES.items()
        ]
        captions = [
            Button(_("Off"), SetCaptions(False), kind="chip", chosen=not now.captions, key="captions-off"),
            Button(_("On"), SetCaptions(True), kind="chip", chosen=now.captions, key="captions-on"),
        ]
        shown = _group(_("Captions"), captions, _("What is spoken stands under the screen."))
        return [told, _group(_("How fast it speaks"), rates), shown]

    @override
    def foot(self) -> list[Widget]:
        return [
            Button(_("Done"), Back(), kind="primary", sign="tick"),
            Button(_("Back to readable"), Readable(), sign="again"),
        ]

    @override
    def handle(self, command: Command) -> None:
        now = self.desk.preferences
        match command:
            case SetScale(scale):
                self.desk.prefer(replace(now, text_scale=scale))
            case SetTheme(name):
                self.desk.prefer(replace(now, theme=name))
            case SetReveal(name):
                self.desk.prefer(replace(now, reveal=name))
            case SetAuto(name):
                self.desk.pace.hold = Hold.NOT
                self.desk.prefer(replace(now, auto=name))
            case SetMode(name):
                self.desk.prefer(replace(now, mode=name))
            case SetLanguage(code):
                self.desk.prefer(replace(now, language=code))
            case SetVoice(on):
                self.desk.prefer(replace(now, voice=on))
            case SetRate(name):
                self.desk.prefer(replace(now, rate=name))
            case SetCaptions(on):
                self.desk.prefer(replace(now, captions=on))
            case OpenKeys():
                self.desk.go(ToKeys())
            case Back() | OpenSettings():
                self.desk.close()
        if self.notice != self.desk.notice:
            self.notice = self.desk.notice
            self.refresh()


def language(code: str) -> str:
    """A language's name in itself, or its code."""
    return {"": "English", "es": "Español"}.get(code, code)


def _group(label: str, buttons: list[Button], note: str = "") -> Column:
    """A label, its buttons, and a line on what they do."""
    parts: list[Widget] = [Text(label, "strong"), Flow(list(buttons), 0.5)]
    if note:
        parts.append(Text(note, colour="muted"))
    for part in (parts[0], *parts[2:]):
        part.told = ""  # who listens hears both with the buttons
    for button in buttons:
        button.group, button.about = label, note
    return Column(parts, 0.35)
