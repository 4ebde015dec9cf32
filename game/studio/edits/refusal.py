"""Why an edit is not made."""

from __future__ import annotations

from game.errors import GameError


class EditRefused(GameError):
    """An edit that cannot be made for certain; the sentence tells why."""
