"""The exceptions of the game, as a tree.

GameError                    anything a user can be told: says where, what, and how to mend it
├── UsageError               a command was given something it cannot use (exit code 2)
├── ScenarioError            a scenario or rubric file has problems; carries the Diagnostics
├── OptionUnavailable        a player asked for an option that is locked or not offered here
├── WrongPhase               a session was asked for something its phase does not allow
├── JournalError             a journal cannot be read, written or replayed
├── SaveError                a save cannot be written or read, or its play is gone
└── SettingsError            settings could not be stored
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.diagnostics import Diagnostic


class GameError(Exception):
    """Anything that a user can be told; `str(error)` is the message, complete with how to mend it."""


class UsageError(GameError):
    """A command was given something it cannot use."""


class ScenarioError(GameError):
    """A scenario or rubric file has problems; `diagnostics` lists them all."""

    def __init__(self, message: str, diagnostics: Sequence[Diagnostic] = ()) -> None:
        super().__init__(message)
        self.diagnostics = tuple(diagnostics)


class OptionUnavailable(GameError):
    """A player asked for an option that is locked or not offered here."""


class WrongPhase(GameError):
    """A session was asked for something that its phase does not allow."""


class JournalError(GameError):
    """A journal cannot be read, written or replayed."""


class SaveError(GameError):
    """A save cannot be written or read, or its play is gone."""


class SettingsError(GameError):
    """Settings could not be stored."""
