"""Which program speaks on each system, and that no text ever stands on a command line."""

from __future__ import annotations

import pytest

from game.window.voice.engines import LINUX, RATES, WINDOWS, how_to_get_one, macos, pick, voice_of

MAC_VOICES = """\
Alex                en_US    # Most people recognize me by my voice.
Eddy (Spanish (Spain)) es_ES    # ¡Hola! Me llamo Eddy.
Mónica              es_ES    # Hola, me llamo Mónica.
"""


def test_linux_takes_the_first_of_its_voices_that_is_there() -> None:
    def there(*names: str) -> str | None:
        engine = pick(LINUX, lambda name: name if name in names else None)
        return engine.program if engine else None

    assert there("espeak-ng", "espeak", "spd-say") == "espeak-ng"
    assert there("espeak", "spd-say") == "espeak"
    assert there("spd-say") == "spd-say"
    assert there() is None


def test_espeak_reads_its_input_in_the_language_and_at_the_rate() -> None:
    assert LINUX[0].command("es", "quick") == ["espeak-ng", "--stdin", "-v", "es", "-s", "260", "-b", "1"]
    assert LINUX[1].command("", "slow") == ["espeak", "--stdin", "-v", "en", "-s", "130", "-b", "1"]


def test_speech_dispatcher_is_told_to_wait_and_to_cancel() -> None:
    assert LINUX[2].command("es", "usual") == [
        "spd-say", "--wait", "--pipe-mode", "--language", "es", "--rate", "0",
    ]  # fmt: skip
    assert LINUX[2].stop == ("spd-say", "--cancel")


def test_macos_reads_its_input_with_a_voice_of_the_language_where_it_has_one() -> None:
    (say,) = macos(MAC_VOICES)
    assert say.command("", "usual") == ["say", "-f", "-", "-r", "170"]
    assert say.command("es", "slow") == ["say", "-f", "-", "-r", "130", "-v", "Eddy (Spanish (Spain))"]
    assert say.command("fi", "usual") == ["say", "-f", "-", "-r", "170"]


@pytest.mark.parametrize(("language", "voice"), [("en", "Alex"), ("es", "Eddy (Spanish (Spain))"), ("fr", "")])
def test_a_mac_s_voice_is_found_by_its_language(language: str, voice: str) -> None:
    assert voice_of(MAC_VOICES, language) == voice


def test_windows_keeps_one_powershell_that_reads_a_line_for_each_thing_to_say() -> None:
    (engine,) = WINDOWS
    program, *flags, script = engine.command("es", "slow")
    assert (program, flags) == ("powershell", ["-NoProfile", "-NonInteractive", "-Command"])
    assert engine.lasting
    for part in ("System.Speech", "$voice.Rate = -3", "[Globalization.CultureInfo]'es'", "ReadLine()", "UTF8"):
        assert part in script
    assert "{{" not in script


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("language", ["", "es"])
def test_a_command_line_depends_on_nothing_but_language_and_rate(language: str, rate: str) -> None:
    for engine in (*LINUX, *WINDOWS, *macos(MAC_VOICES)):
        assert engine.command(language, rate) == engine.command(language, rate)
        assert engine.command(language, rate)[0] == engine.program


@pytest.mark.parametrize(("platform", "word"), [("linux", "espeak-ng"), ("darwin", "say"), ("win32", "PowerShell")])
def test_without_a_voice_one_sentence_says_how_to_get_one(platform: str, word: str) -> None:
    assert word in how_to_get_one(platform)
    assert how_to_get_one("freebsd14") == how_to_get_one("linux")
