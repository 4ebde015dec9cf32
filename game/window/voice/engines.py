"""The programs that speak on each system, as data: what to start, how to choose a voice and a rate.

What is to be said never stands on a command line: it goes in by standard input.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass

from game.words import N_

RATES: dict[str, str] = {"slow": N_("Slow"), "usual": N_("Normal"), "quick": N_("Fast")}
PACE = {"slow": 11.0, "usual": 14.5, "quick": 22.0}  # characters a second, about; a caption turns its page by it
_WORDS = {"slow": "130", "usual": "170", "quick": "260"}  # words a minute

# One line of input is one thing to say: "!" stops what is being said first, "+" waits for its end.
_POWERSHELL = """
Add-Type -AssemblyName System.Speech
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
$voice.Rate = {rate}
try {{ $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, [Globalization.CultureInfo]'{language}') }} catch {{ }}
$lines = New-Object IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::UTF8)
while ($null -ne ($line = $lines.ReadLine())) {{
  if ($line.StartsWith('!')) {{ $voice.SpeakAsyncCancelAll() }}
  if ($line.Length -gt 1) {{ $null = $voice.SpeakAsync($line.Substring(1)) }}
}}
"""


@dataclass(frozen=True, slots=True)
class Engine:
    """A program that speaks: its name, its command line for a language and a rate, and what stops it where killing
    it is not enough. A `lasting` one runs for as long as the window, and reads a line for each thing to say."""

    program: str
    command: Callable[[str, str], list[str]]
    stop: tuple[str, ...] = ()
    lasting: bool = False


def _espeak(program: str) -> Engine:
    return Engine(
        program, lambda language, rate: [program, "--stdin", "-v", language or "en", "-s", _WORDS[rate], "-b", "1"]
    )


def _spd_say(language: str, rate: str) -> list[str]:
    pace = {"slow": "-30", "usual": "0", "quick": "50"}[rate]
    return ["spd-say", "--wait", "--pipe-mode", "--language", language or "en", "--rate", pace]


def _powershell(language: str, rate: str) -> list[str]:
    pace = {"slow": "-3", "usual": "0", "quick": "4"}[rate]
    script = _POWERSHELL.format(rate=pace, language=language or "en")
    return ["powershell", "-NoProfile", "-NonInteractive", "-Command", script]


LINUX = (_espeak("espeak-ng"), _espeak("espeak"), Engine("spd-say", _spd_say, stop=("spd-say", "--cancel")))
WINDOWS = (Engine("powershell", _powershell, lasting=True),)


def macos(voices: str) -> tuple[Engine, ...]:
    """Returns the one engine of macOS; `voices` is what `say -v ?` prints."""

    def command(language: str, rate: str) -> list[str]:
        name = voice_of(voices, language) if language else ""
        return ["say", "-f", "-", "-r", _WORDS[rate], *(["-v", name] if name else [])]

    return (Engine("say", command),)


def voice_of(voices: str, language: str) -> str:
    """Returns the first voice for a language in what `say -v ?` prints, such as `Mónica es_ES # ¡Hola!`; empty for
    none."""
    for row in voices.splitlines():
        found = re.match(r"(\S.*?)\s+([a-z]{2,3})[_-]\w+\s+#", row)
        if found and found[2] == language[:2]:
            return found[1]
    return ""


HELP = {
    "linux": N_("No voice was found on this computer. On Debian or Ubuntu, install the package espeak-ng."),
    "darwin": N_("No voice was found on this computer: the command `say`, which belongs to macOS, is missing."),
    "win32": N_("No voice was found on this computer: PowerShell, which belongs to Windows, is missing."),
}


def pick(engines: tuple[Engine, ...], which: Callable[[str], str | None]) -> Engine | None:
    """Returns the first of the engines that this computer has; `which` finds a program."""
    return next((engine for engine in engines if which(engine.program)), None)


def how_to_get_one(platform: str = sys.platform) -> str:
    """Returns what a player without a voice can do, in English."""
    return HELP.get(platform, HELP["linux"])
