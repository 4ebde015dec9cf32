"""A class's server beside the window: a process of its own that opens a room, and ends with the window."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from game.errors import GameError
from game.words import _

LOOPBACK = "127.0.0.1"
_LAST_WORDS_S = 5.0  # how long a server may take to end by itself


@dataclass(frozen=True, slots=True)
class OpenClass:
    """A room that phones can enter.

    address: what phones open
    code: what they type there
    console: the teacher's own page
    folder: where plays go
    """

    address: str
    code: str
    console: str
    folder: Path


@dataclass(slots=True)
class ClassServer:
    """Opens one class at a time, and stops it.

    command: what starts the command `class`; the rest of the line is put behind it
    own_address: this computer's address in the network that it is in
    missing: what to tell where packages are missing that a class needs; empty where none are
    files: what scenarios from outside the library are called in the command, by id
    """

    command: Sequence[str]
    own_address: Callable[[], str]
    missing: Callable[[], str]
    files: Mapping[str, str] = field(default_factory=dict)
    open: OpenClass | None = None
    _process: subprocess.Popen[str] | None = None

    def start(self, scenarios: Sequence[str], folder: Path, address: str, language: str | None) -> OpenClass:
        """Returns the class once phones can enter it. Raises GameError with what the server said where it cannot open.

        scenarios: their ids. address: the one of this computer that phones reach it at.
        """
        names = [self.files.get(scenario, scenario) for scenario in scenarios]
        words = [*names, "--into", str(folder), "--bind", address, *(["--lang", language] if language else [])]
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as complaints:
            self._process = subprocess.Popen(
                [*self.command, "class", *words, "--beside-window"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,  # a file: a pipe that nobody reads would fill, and the server wait for ever
                encoding="utf-8",
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            assert self._process.stdout, "it was asked for"
            told = self._process.stdout.readline()
            if not told:
                self._process.wait()
                complaints.seek(0)
                raise GameError(_told(complaints.read()))
        found = json.loads(told)
        self.open = OpenClass(found["address"], found["code"], found["console"], Path(found["folder"]))
        return self.open

    @property
    def ended(self) -> bool:
        """Returns True where the class was opened and its server is no longer there."""
        return self.open is not None and (self._process is None or self._process.poll() is not None)

    def stop(self) -> None:
        """Ends the class, if there is one; what was handed in stays."""
        process, self._process, self.open = self._process, None, None
        if process is None:
            return
        try:
            process.communicate(timeout=_LAST_WORDS_S)  # closes its input, by which it knows that the window is gone
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def _told(said: str) -> str:
    """Returns what a command told before it ended, without the sentences about options that nobody types here."""
    sentences = re.split(r"(?<=[.!?]) +", " ".join(said.split()))
    return " ".join(each for each in sentences if "--" not in each) or _("The class could not be opened.")
