"""A disk that nothing can be written to any more, as a system leaves it that has met an error."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import pytest

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
WHY = os.strerror(errno.EROFS)


@contextmanager
def read_only() -> Iterator[None]:
    """Lets nothing of this process be written while it lasts, into files that are open already neither."""
    opened = os.open

    def refuse(*_arguments: Any, **_named: Any) -> NoReturn:
        raise OSError(errno.EROFS, WHY)

    def look(path: Any, flags: int, *rest: Any, **named: Any) -> int:
        return refuse() if flags & WRITES else opened(path, flags, *rest, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", look)
        for name in ("write", "ftruncate", "fsync", "replace", "rename", "link", "mkdir", "unlink", "remove", "rmdir"):
            patch.setattr(os, name, refuse)
        yield
