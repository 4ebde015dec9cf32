"""One process a play: a lock that the system drops by itself when its holder ends, however it ends."""

from __future__ import annotations

import os
import sys

FAR = 2**31 - 2  # a byte that no journal reaches: on Windows a locked byte cannot be read by others


def hold(handle: int) -> bool:
    """Returns False when the open file is in another's hands. Where a system or a folder cannot lock, nobody is kept
    out."""
    try:
        _lock(handle)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
