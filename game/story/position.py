"""Where a player stands: one small hashable value, so that exploring can remember where it has been."""

from __future__ import annotations

from typing import NamedTuple


class Position(NamedTuple):
    """A node, the facts that have happened (one bit each, see `Story.facts`), and the client state 0–10."""

    node: str
    facts: int
    trust: int
    ease: int
    voice: int
