"""What keeps a window small that stands open for hours."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress

_MMAP_THRESHOLD = -3  # in glibc's malloc.h
_LARGE = 2**19  # bytes


def keep_small() -> None:
    """Lets Python look for garbage again, once the title stands there: a start puts it off, but screens that were left
    hang in rings, and hold the pictures of an hour. What was made until now stays, and is not looked at each time."""
    gc.freeze()
    gc.set_threshold(700, 10, 10)
    large_apart()


def large_apart() -> None:
    """Lets what is large, as a picture of the window, have memory of its own that goes back to the system when it is
    freed, where that is Linux: its C library would keep the room for the next, with holes in it."""
    if sys.platform == "linux":
        import ctypes

        with suppress(AttributeError, OSError):  # another C library than glibc
            ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE)


def give_back() -> None:
    """Gives the memory of what was freed back to the system, where that is Linux: its C library keeps the room of the
    pictures of a play that is over, a hundred megabytes with holes in them. Takes a few milliseconds."""
    if sys.platform == "linux":
        import ctypes

        with suppress(AttributeError, OSError):  # another C library than glibc
            ctypes.CDLL(None).malloc_trim(0)
