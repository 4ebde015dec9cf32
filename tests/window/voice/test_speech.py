"""The programs that speak: text goes in by standard input, and the next thing ends the one before."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from game.window.voice.engines import LINUX, WINDOWS, Engine
from game.window.voice.speech import LastingProcess, NoVoice, ProcessPerLine, VoiceLog, find, start
from tests.support.patience import PATIENCE
from tests.window.voice.listener import Listener

KEEP = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_bytes(sys.stdin.buffer.read())"
KEEP_LINES = """
import sys, pathlib
with pathlib.Path(sys.argv[1]).open("ab") as file:
    for line in sys.stdin.buffer:
        file.write(line)
        file.flush()
"""
FOREVER = "import sys, time; sys.stdin.read(); print('ready', flush=True); time.sleep(600)"
ENGINE = Engine("a-voice", lambda language, rate: ["a-voice"])


@pytest.fixture
def started() -> Iterator[list[subprocess.Popen[bytes]]]:
    """The programs that were started; none outlives its test."""
    programs: list[subprocess.Popen[bytes]] = []
    yield programs
    for program in programs:
        program.kill()
        program.wait()


def with_python(script: str, programs: list[subprocess.Popen[bytes]], *words: str) -> Callable[..., object]:
    def begin(command: Sequence[str]) -> subprocess.Popen[bytes]:
        programs.append(start([sys.executable, "-c", script, *words]))
        return programs[-1]

    return begin


def test_a_text_reaches_the_program_by_standard_input(tmp_path: Path, started: list[subprocess.Popen[bytes]]) -> None:
    heard = tmp_path / "heard"
    voice = ProcessPerLine(ENGINE, ["a-voice"], with_python(KEEP, started, str(heard)))  # type: ignore[arg-type]
    voice.say("-x “Ça va?” $(rm)")
    started[0].wait(PATIENCE)
    assert heard.read_text(encoding="utf-8") == "-x “Ça va?” $(rm)\n"
    assert not voice.busy("", 0.0)
    assert not voice.failed


def test_a_new_thing_ends_the_program_that_was_speaking(started: list[subprocess.Popen[bytes]]) -> None:
    voice = ProcessPerLine(ENGINE, ["a-voice"], with_python(FOREVER, started))  # type: ignore[arg-type]
    voice.say("a long story")
    assert voice.busy("", 0.0)
    voice.say("stop")
    assert started[0].wait(PATIENCE) != 0
    assert started[1].poll() is None
    voice.close()
    assert started[1].poll() is not None


def test_where_killing_is_not_enough_the_program_that_cancels_is_run(started: list[subprocess.Popen[bytes]]) -> None:
    commands: list[Sequence[str]] = []

    def begin(command: Sequence[str]) -> subprocess.Popen[bytes]:
        commands.append(command)
        script = FOREVER if command[0] == "spd-say" and "--cancel" not in command else "pass"
        started.append(start([sys.executable, "-c", script]))
        return started[-1]

    voice = ProcessPerLine(LINUX[2], LINUX[2].command("", "usual"), begin)
    voice.say("a long story")
    voice.stop()
    assert [command[-1] for command in commands] == ["0", "--cancel"]


def test_a_voice_that_cannot_be_started_has_failed_and_nothing_else_has() -> None:
    voice = ProcessPerLine(ENGINE, ["/no/such/voice"])
    voice.say("hello")
    assert voice.failed
    assert not voice.busy("hello", 0.0)


def test_a_voice_that_ends_with_an_error_has_failed(started: list[subprocess.Popen[bytes]]) -> None:
    voice = ProcessPerLine(ENGINE, ["a-voice"], with_python("raise SystemExit(3)", started))  # type: ignore[arg-type]
    voice.say("hello")
    started[0].wait(PATIENCE)
    assert not voice.busy("hello", 0.0)
    assert voice.failed


def test_a_lasting_voice_reads_a_line_for_each_thing(tmp_path: Path, started: list[subprocess.Popen[bytes]]) -> None:
    heard = tmp_path / "heard"
    voice = LastingProcess(["a-voice"], "usual", with_python(KEEP_LINES, started, str(heard)))  # type: ignore[arg-type]
    voice.say("one\ntwo")
    voice.say("três", after=True)
    voice.stop()
    assert len(started) == 1
    assert started[0].stdin
    started[0].stdin.close()
    started[0].wait(PATIENCE)
    assert heard.read_text(encoding="utf-8").splitlines() == ["!one two", "+três", "!"]


def test_a_lasting_voice_is_busy_for_as_long_as_such_a_text_takes() -> None:
    voice = LastingProcess(["a-voice"], "usual")
    assert voice.busy("x" * 145, 9.9)
    assert not voice.busy("x" * 145, 10.1)


def test_without_a_voice_a_text_stands_for_as_long_as_reading_takes() -> None:
    assert NoVoice("slow").busy("x" * 22, 1.9)
    assert not NoVoice("slow").busy("x" * 22, 2.1)


def test_a_recorder_writes_a_line_for_each_thing_and_passes_it_on(tmp_path: Path) -> None:
    listener = Listener()
    recorder = VoiceLog(tmp_path / "spoken.txt", listener)
    recorder.say("Dana: “Hi.”\nAre you there?")
    recorder.say("Continue, button.", after=True)
    assert (tmp_path / "spoken.txt").read_text(encoding="utf-8").splitlines() == [
        "Dana: “Hi.” Are you there?",
        "Continue, button.",
    ]
    assert listener.said == ["Dana: “Hi.”\nAre you there?", "Continue, button."]
    assert not recorder.failed


def test_a_record_that_cannot_be_written_is_told_once_and_no_reason_to_fall_silent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listener = Listener()
    recorder = VoiceLog(tmp_path / "none" / "spoken.txt", listener)
    recorder.say("hello")
    recorder.say("again")
    assert listener.said == ["hello", "again"]
    assert not recorder.failed
    assert capsys.readouterr().err.count("could not be written") == 1


def test_each_system_finds_its_own_voice() -> None:
    assert isinstance(find("", "usual", "linux", lambda name: name), ProcessPerLine)
    assert isinstance(find("", "usual", "win32", lambda name: name), LastingProcess)
    assert find("", "usual", "linux", lambda name: None) is None
    assert WINDOWS[0].lasting
