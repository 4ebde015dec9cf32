"""A display of its own for a real window: Xvfb, for as long as it is needed."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def a_display(size: tuple[int, int]) -> Iterator[str]:
    """Starts Xvfb at a size, points this process at it, and ends it afterwards; its name."""
    name = f":{90 + os.getpid() % 800}"
    server = subprocess.Popen(["Xvfb", name, "-screen", "0", f"{size[0]}x{size[1]}x24"], stderr=subprocess.DEVNULL)
    socket = Path("/tmp/.X11-unix") / f"X{name[1:]}"
    try:
        for _ in range(120):  # a busy machine takes its time
            time.sleep(0.25)
            if socket.exists():
                break
        os.environ |= {"DISPLAY": name, "SDL_VIDEODRIVER": "x11"}
        yield name
    finally:
        server.terminate()
        server.wait()
