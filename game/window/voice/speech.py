"""Who says it: a program of this computer, nobody, or a file beside either."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Protocol

from typing_extensions import override

from game.window.voice.engines import LINUX, PACE, WINDOWS, Engine, macos, pick

Start = Callable[[Sequence[str]], "subprocess.Popen[bytes]"]


class Voice(Protocol):
    """Says one thing at a time."""

    @property
    def failed(self) -> bool:
        """Returns True once it turned out that nothing can be heard."""

    def say(self, text: str, *, after: bool = False) -> None:
        """Begins to say this, in place of what is being said or, with `after`, when that has ended."""

    def stop(self) -> None:
        """Falls silent."""

    def busy(self, text: str, since: float) -> bool:
        """Returns True while `text` is being said, `since` seconds after it began."""

    def close(self) -> None:
        """Falls silent for good."""


def start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Returns a program that reads what to say; raises OSError where it cannot be started."""
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet, creationflags=hidden)


class NoVoice:
    """Nobody speaks; things are left standing for as long as it takes to read them."""

    failed = False

    def __init__(self, rate: str = "usual") -> None:
        self.pace = PACE[rate]

    def say(self, text: str, *, after: bool = False) -> None:
        """Says nothing."""

    def stop(self) -> None:
        """Does nothing: nothing was heard."""

    def busy(self, text: str, since: float) -> bool:
        """Returns True for as long as reading takes."""
        return since < len(text) / self.pace

    def close(self) -> None:
        """Does nothing: nothing is left over."""


class ProcessPerLine:
    """A program that is started for each thing to say, and ended when the next one comes."""

    def __init__(self, engine: Engine, command: Sequence[str], start: Start = start) -> None:
        self.failed = False
        self._engine, self._command, self._start = engine, tuple(command), start
        self._now: subprocess.Popen[bytes] | None = None
        self._ending: list[subprocess.Popen[bytes]] = []

    def say(self, text: str, *, after: bool = False) -> None:
        """Starts the program and hands it the text."""
        self.stop()
        try:
            self._now = self._start(self._command)
            assert self._now.stdin
            _write(self._now.stdin, f"{text}\n")
            with suppress(OSError):
                self._now.stdin.close()
        except OSError:
            self.failed = True

    def stop(self) -> None:
        """Ends the program, and what it started elsewhere."""
        now, self._now = self._now, None
        if now is None or now.poll() is not None:
            return
        now.kill()  # and nobody waits until it is gone
        self._ending = [*(program for program in self._ending if program.poll() is None), now]
        if self._engine.stop:
            with suppress(OSError):
                self._start(self._engine.stop).communicate()

    def busy(self, text: str, since: float) -> bool:
        """Returns True while the program runs; one that ends with an error has failed."""
        code = self._now.poll() if self._now else 0
        self.failed |= bool(code)
        return code is None

    def close(self) -> None:
        """Ends the program, and waits until all are gone."""
        self.stop()
        for program in self._ending:
            program.wait()


class LastingProcess(NoVoice):
    """A program that runs on and reads one line for each thing to say; when it has ended nobody knows, so that goes by
    the usual pace."""

    def __init__(self, command: Sequence[str], rate: str, start: Start = start) -> None:
        super().__init__(rate)
        self.failed = False
        self._command, self._start = tuple(command), start
        self._now: subprocess.Popen[bytes] | None = None

    @override
    def say(self, text: str, *, after: bool = False) -> None:
        self._send(("+" if after else "!") + " ".join(text.split()))

    @override
    def stop(self) -> None:
        if self._now:
            self._send("!")

    @override
    def close(self) -> None:
        now, self._now = self._now, None
        if now:
            now.kill()
            now.communicate()

    def _send(self, line: str) -> None:
        try:
            self._now = self._now or self._start(self._command)
            assert self._now.stdin
            self.failed |= self._now.poll() is not None
            _write(self._now.stdin, f"{line}\n")
        except OSError:
            self.failed = True


def _write(pipe: IO[bytes], text: str) -> None:
    """Hands a program a text; one that has ended already says so by its exit code."""
    with suppress(BrokenPipeError):
        pipe.write(text.encode("utf-8"))
        pipe.flush()


class VoiceLog:
    """Writes what is spoken to a file, a line for each thing said, and has it said by another voice."""

    def __init__(self, path: Path, inner: Voice) -> None:
        self._path, self._inner, self._told = path, inner, False

    @property
    def failed(self) -> bool:
        """Returns True when the other voice has failed."""
        return self._inner.failed

    def say(self, text: str, *, after: bool = False) -> None:
        """Writes it and passes it on."""
        try:
            with self._path.open("a", encoding="utf-8") as file:
                file.write(" ".join(text.split()) + "\n")
        except OSError as problem:
            if not self._told:
                print(f"what is spoken could not be written to {self._path}: {problem.strerror}", file=sys.stderr)
            self._told = True
        self._inner.say(text, after=after)

    def stop(self) -> None:
        """Passes it on."""
        self._inner.stop()

    def busy(self, text: str, since: float) -> bool:
        """Returns what the other voice says."""
        return self._inner.busy(text, since)

    def close(self) -> None:
        """Passes it on."""
        self._inner.close()


def find(
    language: str, rate: str, platform: str = sys.platform, which: Callable[[str], str | None] = shutil.which
) -> Voice | None:
    """Returns the voice of this computer for a language and a rate, or None where it has none."""
    engines = WINDOWS if platform == "win32" else macos(_mac_voices()) if platform == "darwin" else LINUX
    engine = pick(engines, which)
    if engine is None:
        return None
    command = engine.command(language, rate)
    return LastingProcess(command, rate) if engine.lasting else ProcessPerLine(engine, command)


def _mac_voices() -> str:
    """Returns what voices macOS has."""
    try:
        return subprocess.run(["say", "-v", "?"], capture_output=True, text=True, timeout=5, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ""
