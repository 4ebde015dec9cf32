"""The author's studio from the window: a process of its own, which ends by itself when its last tab is closed."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.errors import GameError
from game.words import _

_ADDRESS = re.compile(r"http://\S+")


@dataclass(slots=True)
class StudioOpener:
    """Opens the studio, and knows whether one is open.

    command: what starts the game's command line; `studio` is put behind it
    missing: what to tell where packages are missing that the studio needs; empty where none are
    """

    command: Sequence[str]
    missing: Callable[[], str]
    address: str = ""
    process: subprocess.Popen[str] | None = None

    def open(self, language: str | None) -> str:
        """Returns the address of the studio once it is there; it opens in the browser by itself. Raises GameError with
        what it said where it cannot open."""
        if why := self.missing():
            raise GameError(why)
        if self.process is not None and self.process.poll() is None:
            return self.address
        self.process = subprocess.Popen(
            [*self.command, "studio", "--beside-window", *(["--lang", language] if language else [])],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            start_new_session=os.name == "posix",  # it outlives the window: what is written there goes on
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert self.process.stdout, "it was asked for"
        with self.process.stdout as said:
            told = said.readline()
            found = _ADDRESS.search(told)
            if found is None:
                told += said.read()
        if found is None:
            raise GameError(" ".join(told.split()) or _("The studio could not be opened."))
        self.address = found[0]
        return self.address
