"""A display of its own for a real window: Xvfb, for as long as it is needed."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from tests.support.patience import PATIENCE

T = TypeVar("T")


def until(there: Callable[[], T], otherwise: str) -> T:
    """What is there, as soon as it is; raises RuntimeError when it never is."""
    late = time.monotonic() + PATIENCE
    while not (found := there()):
        if time.monotonic() > late:
            raise RuntimeError(f"{otherwise} within {PATIENCE:.0f} seconds.")
        time.sleep(0.1)
    return found


def the_window(there: Mapping[str, str], game: subprocess.Popen[Any]) -> str:
    """The number of the one window that is to be seen, once it is there; ends the game where there is none."""
    search = ["xdotool", "search", "--onlyvisible", "."]

    def seen() -> list[str]:
        return subprocess.run(search, env=there, capture_output=True, text=True, check=False).stdout.split()

    try:
        return until(seen, "The game opened no window")[-1]
    except RuntimeError:
        game.terminate()
        raise


@contextmanager
def a_display(size: tuple[int, int]) -> Iterator[str]:
    """Starts Xvfb at a size, points this process at it, and ends it afterwards; its name."""
    name = f":{90 + os.getpid() % 800}"
    server = subprocess.Popen(["Xvfb", name, "-screen", "0", f"{size[0]}x{size[1]}x24"], stderr=subprocess.DEVNULL)
    socket = Path("/tmp/.X11-unix") / f"X{name[1:]}"
    try:
        until(socket.exists, "Xvfb made no display")
        os.environ |= {"DISPLAY": name, "SDL_VIDEODRIVER": "x11"}
        yield name
    finally:
        server.terminate()
        server.wait()
