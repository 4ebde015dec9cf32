"""Mends what a full disk does to Python itself: a module's compiled copy (`__pycache__`) that was cut short.

Python does not look how much of it was written, and from then on cannot read it: each start would end, for ever.
"""

from __future__ import annotations

import os
from contextlib import suppress
from importlib.machinery import SourceFileLoader
from importlib.util import cache_from_source
from types import CodeType

_as_python_does = SourceFileLoader.get_code


def _code(self: SourceFileLoader, fullname: str) -> CodeType | None:
    """Returns a module's code; where its compiled copy cannot be read, from its source, and the copy goes."""
    try:
        return _as_python_does(self, fullname)
    except (EOFError, ValueError, TypeError):
        path = self.get_filename(fullname)
        with suppress(OSError, NotImplementedError):
            os.unlink(cache_from_source(path))
        return self.source_to_code(self.get_data(path), path)


def survive_cut_copies() -> None:
    """Lets every module that is imported from now on be read from its source where its compiled copy was cut."""
    SourceFileLoader.get_code = _code  # type: ignore[assignment,method-assign]
