"""The library's pictures for pickers: places at their hours, people with their faces, small and once each."""

from __future__ import annotations

from functools import lru_cache

from game.locations import ASSETS
from game.scenario.model import Expression, Hour
from game.web.pictures import place_at, portrait_of

WIDE, HIGH = 480, 270  # of a place
TALL = 260  # of a person


@lru_cache(200)
def place(name: str, hour: str) -> bytes | None:
    """Returns a place at an hour as a WebP file; None where there is no such picture."""
    if hour not in list(Hour) or not _plain(name):
        return None
    return place_at(name, hour, ASSETS, (WIDE, HIGH))


@lru_cache(400)
def face(name: str, expression: str) -> bytes | None:
    """Returns a person with an expression as a WebP file; None where there is no such picture."""
    if expression not in list(Expression) or not _plain(name):
        return None
    return portrait_of(name, expression, ASSETS, TALL)


def _plain(name: str) -> bool:
    return name.replace("-", "").isalnum() and name.isascii()
