"""Whether there is a display to open a window on; asked before anything of the window is imported."""

from __future__ import annotations

import os
import sys

NAMES = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER")


def is_there() -> bool:
    """Returns False where a window plainly cannot be opened; what looks possible can still fail."""
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in NAMES)
