"""What can be set, group by group: how each is called, what there is to choose from, and a line on what it does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game.window.input.commands import Command, OpenCredits
from game.window.preferences import MODES, REVEALS, TEXT_SCALES, VOLUMES, Preferences
from game.window.stage.pace import AUTOS
from game.window.toolkit.boxes import Column, Flow
from game.window.toolkit.controls import Button
from game.window.toolkit.theme import THEMES
from game.window.toolkit.typefaces import FAMILIES, LETTERS, LINES
from game.window.toolkit.widgets import Divider, Text, Widget
from game.window.voice.engines import RATES
from game.words import N_, _

SWITCH = {False: N_("Off"), True: N_("On")}


@dataclass(frozen=True, slots=True)
class Prefer(Command):
    """Use this value for the preference of this name."""

    name: str
    value: str | float | bool


@dataclass(frozen=True, slots=True)
class OpenKeys(Command):
    """Choose which key and button does what."""


@dataclass(frozen=True, slots=True)
class OpenData(Command):
    """See what is kept, and where."""


def groups(now: Preferences, languages: Sequence[str]) -> Iterable[Widget]:
    """Returns everything on the settings' card below its title, in reading order."""
    for label, parts in (
        (_("Reading"), reading(now)),
        (_("Conversations"), conversations(now)),
        (_("Sound and voice"), sound_and_voice(now)),
        (_("Motion"), motion(now)),
        (_("Window"), window(now)),
        (_("Controls"), [Flow([Button(_("Keys and buttons"), OpenKeys(), sign="forward", after=True)])]),
        (_("Language"), language(now, languages) if languages else []),
        (_("Data"), data()),
    ):
        if parts:
            yield Divider()
            yield Text(label, "heading")
            yield from parts


def reading(now: Preferences) -> list[Widget]:
    """Returns how words look."""
    sizes = {size: f"{size:.0%}" for size in TEXT_SCALES}
    return [
        _group(_("Text size"), _chips("size", "text_scale", now.text_scale, sizes)),
        _group(_("Theme"), _chips("theme", "theme", now.theme, {n: _(theme.label) for n, theme in THEMES.items()})),
        _group(_("Font"), _chips("family", "family", now.family, {n: one.label for n, one in FAMILIES.items()})),
        _group(_("Letter spacing"), _chips("letters", "letters", now.letters, _labels(LETTERS))),
        _group(_("Line spacing"), _chips("lines", "lines", now.lines, _labels(LINES))),
    ]


def conversations(now: Preferences) -> list[Widget]:
    """Returns how lines appear, and when a choice is talked about."""
    return [
        _group(
            _("Text speed"),
            _chips("reveal", "reveal", now.reveal, _labels(REVEALS)),
            _("Pressing a key always shows the whole line."),
        ),
        _group(
            _("Auto-advance"),
            _chips("auto", "auto", now.auto, _labels(AUTOS)),
            _("Any key stops it, and P. Options always wait for you."),
        ),
        _group(
            _("Feedback"),
            _chips("mode", "mode", now.mode, {name: _(label) for name, label in MODES.items()}),
            _("After each choice you read what you did, or all of it at the end."),
        ),
    ]


def sound_and_voice(now: Preferences) -> list[Widget]:
    """Sounds, and whether the game speaks; while they are on, how."""
    parts: list[Widget] = [
        _group(
            _("Sounds"),
            _chips("sound", "sound", now.sound, _switch()),
            _("A room’s quiet hum, a phone that buzzes, a door. Every sound is also told in words."),
        )
    ]
    if now.sound:
        parts.append(_group(_("Volume"), _chips("volume", "volume", now.volume, _labels(VOLUMES))))
    parts.append(
        _group(
            _("Read aloud"),
            _chips("voice", "voice", now.voice, _switch()),
            _("What is on the screen is read aloud. The key F4 does it too."),
        )
    )
    if now.voice:
        rates = {name: _(label) for name, label in RATES.items()}
        parts += [
            _group(_("Speech rate"), _chips("rate", "rate", now.rate, rates)),
            _group(
                _("Captions"),
                _chips("captions", "captions", now.captions, _switch()),
                _("What is spoken is shown under the screen."),
            ),
        ]
    return parts


def motion(now: Preferences) -> list[Widget]:
    """Returns whether pictures move."""
    return [
        _group(
            _("Animated portraits"),
            _chips("motion", "motion", now.motion, _switch()),
            _("When off, pictures stand still. You miss nothing."),
        )
    ]


def window(now: Preferences) -> list[Widget]:
    """Returns how much of the screen the window has."""
    return [
        _group(
            _("Full screen"),
            _chips("full-screen", "full_screen", now.full_screen, _switch()),
            _("The key F11 does it too."),
        )
    ]


def language(now: Preferences, languages: Sequence[str]) -> list[Widget]:
    """Returns the language that the game is told in."""
    told = {code: language_name(code) for code in ("", *languages)}
    return [
        _group(
            _("Game language"),
            _chips("language", "language", now.language, told),
            _("A conversation that has begun stays in its language."),
        )
    ]


def data() -> list[Widget]:
    """Returns the ways to what is kept, and to who made all this."""
    mine = Button(_("Where my data is"), OpenData(), sign="forward", after=True)
    made = Button(_("Credits and licences"), OpenCredits(), sign="forward", after=True)
    return [Flow([mine, made])]


def language_name(code: str) -> str:
    """Returns a language's name in itself, or its code."""
    return {"": "English", "es": "Español"}.get(code, code)


def _labels(choices: Mapping[str, tuple[str, Any]]) -> dict[str, str]:
    """Returns how each of several choices is called."""
    return {name: _(label) for name, (label, _value) in choices.items()}


def _switch() -> dict[bool, str]:
    return {value: _(label) for value, label in SWITCH.items()}


def _chips(stem: str, name: str, now: str | float | bool, choices: Mapping[Any, str]) -> list[Button]:
    """Returns a button for each value that a preference can have; the one in use is marked."""
    return [
        Button(label, Prefer(name, value), kind="chip", chosen=value == now, key=f"{stem}-{_as_key(value)}")
        for value, label in choices.items()
    ]


def _as_key(value: str | float | bool) -> str:
    return {False: "off", True: "on"}[value] if isinstance(value, bool) else str(value)


def _group(label: str, buttons: list[Button], note: str = "") -> Column:
    """Returns a label, its buttons, and a line on what they do."""
    parts: list[Widget] = [Text(label, "strong"), Flow(list(buttons), 0.5)]
    if note:
        parts.append(Text(note, colour="muted"))
    for part in (parts[0], *parts[2:]):
        part.told = ""  # who listens hears both with the buttons
    for button in buttons:
        button.group, button.about = label, note
    return Column(parts, 0.35)
