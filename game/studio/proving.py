"""What takes a while, in a process of its own: proofs of a text and figures, so that no key waits for them.

The process begins with the first proof, is less urgent than whatever the author does, and ends with the studio, also
where the studio is killed.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any, TypeVar

from game import locations
from game.errors import GameError
from game.rubric.model import Rubric
from game.scenario.translate import read_catalogue
from game.words import _, speak

T = TypeVar("T")
LESS_URGENT = 5


class Prover:
    """Works out one thing after another in a process of its own."""

    def __init__(self, rubric: Rubric, language: str | None) -> None:
        """rubric: what everything is held against. language: that of the interface, which what is found is told in."""
        self._rubric, self._language = rubric, language
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._turn = ThreadPoolExecutor(1, "proving")
        self._over = False

    async def run(self, work: Callable[..., T], *given: Any) -> T:
        """Returns what `work` makes of the rubric and of what is given, in the other process. Raises GameError."""
        if self._over:
            raise GameError(_("The studio is closing."))
        return await asyncio.get_running_loop().run_in_executor(self._turn, self._asked, work, given)

    def _asked(self, work: Callable[..., T], given: tuple[Any, ...]) -> T:
        with suppress(OSError, EOFError):
            return self._once(work, given)
        self._end()  # it was ended from outside, most likely for want of memory
        try:
            return self._once(work, given)
        except (OSError, EOFError):
            self._end()
            raise GameError(_("This computer ended it before it was done, perhaps for want of memory.")) from None

    def _once(self, work: Callable[..., T], given: tuple[Any, ...]) -> T:
        if self._over:
            raise GameError(_("The studio is closing."))
        if self._pipe is None:
            self._pipe, theirs = multiprocessing.Pipe()
            context = multiprocessing.get_context("spawn")  # a fork would copy threads
            self._process = context.Process(target=_serve, args=(theirs, self._rubric, self._language), daemon=True)
            self._process.start()
            theirs.close()
        self._pipe.send((work, given))
        found = self._pipe.recv()
        if isinstance(found, _Raised):
            raise GameError(found.why)
        made: T = found
        return made

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None

    def close(self) -> None:
        """Ends the process, whatever it is at."""
        self._over = True
        if self._process is not None:
            self._process.kill()
        self._turn.shutdown(cancel_futures=True)
        self._end()


class _Raised:
    """A reason why something cannot be worked out."""

    def __init__(self, why: str) -> None:
        self.why = why


def _serve(pipe: Connection, rubric: Rubric, language: str | None) -> None:
    """Works until the studio has gone, even in the middle of a proof."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the studio, which ends this
    with suppress(OSError, AttributeError):
        os.nice(LESS_URGENT)
    threading.Thread(target=_go_with_the_studio, daemon=True).start()
    if language:
        speak(read_catalogue(locations.catalogue_of(locations.INTERFACE, language)))
    with suppress(EOFError, OSError):
        while True:
            work, given = pipe.recv()
            try:
                found = work(rubric, *given)
            except GameError as why:
                found = _Raised(str(why))
            pipe.send(found)


def _go_with_the_studio() -> None:
    studio = multiprocessing.parent_process()
    assert studio is not None
    studio.join()
    os._exit(0)
