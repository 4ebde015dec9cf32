"""The settings on one card: how large, in which colours, how fast, and which way to play; each takes effect at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from typing_extensions import override

from game.window.boxes import Column, Flow
from game.window.commands import Back, Command, OpenSettings, Readable
from game.window.controls import Button
from game.window.preferences import MODES, REVEALS, TEXT_SCALES
from game.window.screen import Desk
from game.window.sheet import SheetScreen
from game.window.theme import THEMES
from game.window.widgets import Sign, Text, Widget


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
class SetMode(Command):
    """Begin new plays in this mode."""

    name: str


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
            Button(theme.label, SetTheme(name), kind="chip", chosen=name == now.theme, key=f"theme-{name}")
            for name, theme in THEMES.items()
        ]
        reveals = [
            Button(label, SetReveal(name), kind="chip", chosen=name == now.reveal, key=f"reveal-{name}")
            for name, (label, _) in REVEALS.items()
        ]
        modes = [
            Button(label, SetMode(name), kind="chip", chosen=name == now.mode, key=f"mode-{name}")
            for name, label in MODES.items()
        ]
        parts: list[Widget] = [Text("Settings", "title")]
        if self.notice:
            parts.append(Sign("note", self.notice, "warm"))
        parts += [
            _group("Text size", sizes),
            _group("Colours", themes),
            _group("How lines appear", reveals, "Pressing a key always shows the whole line."),
            _group(
                "How to play", modes, "Practice tells you after each choice what you did. Assess waits until the end."
            ),
        ]
        return parts

    @override
    def foot(self) -> list[Widget]:
        return [
            Button("Done", Back(), kind="primary", sign="tick"),
            Button("Back to readable", Readable(), sign="again"),
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
            case SetMode(name):
                self.desk.prefer(replace(now, mode=name))
            case Back() | OpenSettings():
                self.desk.close()
        if self.notice != self.desk.notice:
            self.notice = self.desk.notice
            self.refresh()


def _group(label: str, buttons: list[Button], note: str = "") -> Column:
    """A label, its buttons, and a line on what they do."""
    parts: list[Widget] = [Text(label, "strong"), Flow(list(buttons), 0.5)]
    if note:
        parts.append(Text(note, colour="muted"))
    return Column(parts, 0.35)
