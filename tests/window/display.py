"""A display of its own for a real window: Xvfb, for as long as it is needed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from select import select
from tempfile import TemporaryFile
from typing import Any, TypeVar

from tests.support.patience import PATIENCE

T = TypeVar("T")
EACH = 60.0  # seconds after which a wait says what it is waiting for


def until(there: Callable[[], T], otherwise: str, running: Callable[[], bool] = lambda: True) -> T:
    """What is there, as soon as it is; raises RuntimeError when it never is, or when what would make it has ended. Says
    each minute what it is waiting for."""
    begun, told = time.monotonic(), EACH
    while not (found := there()):
        waited = time.monotonic() - begun
        if not running():
            raise RuntimeError(f"{otherwise}: what would have made it has ended.")
        if waited > PATIENCE:
            raise RuntimeError(f"{otherwise} within {PATIENCE:.0f} seconds.")
        if waited > told:
            print(f"After {waited:.0f} seconds: {otherwise}, yet.", file=sys.stderr, flush=True)
            told += EACH
        time.sleep(0.1)
    return found


def the_window(there: Mapping[str, str], game: subprocess.Popen[Any]) -> str:
    """The number of the one window that is to be seen, once it is there; ends the game where there is none."""
    search = ["xdotool", "search", "--onlyvisible", "."]

    def seen() -> list[str]:
        return subprocess.run(search, env=there, capture_output=True, text=True, check=False).stdout.split()

    try:
        return until(seen, "The game opened no window", lambda: game.poll() is None)[-1]
    except RuntimeError:
        game.terminate()
        raise


@contextmanager
def a_display(size: tuple[int, int]) -> Iterator[str]:
    """Starts Xvfb at a size, points this process at it, and ends it afterwards; its name. Its number is drawn by
    chance, so that displays that begin at one moment never fight for the lowest one, and it tells when it can be used.
    It does not begin anew whenever its last program leaves: one that came just then would find no display."""
    asked = f":{1000 + int.from_bytes(os.urandom(2)) % 50_000}"
    told, tells = os.pipe()
    words = ["Xvfb", asked, "-noreset", "-displayfd", str(tells), "-screen", "0", f"{size[0]}x{size[1]}x24"]
    with TemporaryFile("w+", errors="replace") as complaints, open(told, encoding="ascii") as number:
        server = subprocess.Popen(words, stderr=complaints, pass_fds=[tells])
        os.close(tells)
        try:
            until(lambda: select([number], [], [], 0)[0], "Xvfb made no display")
            name = f":{number.readline().strip()}"
            if name == ":":
                complaints.seek(0)
                raise RuntimeError(f"Xvfb made no display. It says: {complaints.read().strip()}")
            os.environ |= {"DISPLAY": name, "SDL_VIDEODRIVER": "x11"}
            yield name
        finally:
            server.terminate()
            server.wait()
