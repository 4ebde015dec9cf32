"""What a screen may ask of the app that shows it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

import pygame

from game.play.seen import ReadLines
from game.window.context import AppContext
from game.window.destinations import Destination
from game.window.input.commands import Command
from game.window.preferences import Preferences
from game.window.stage.gallery import Gallery
from game.window.stage.life import Life
from game.window.stage.pace import Pace
from game.window.toolkit.look import Look

if TYPE_CHECKING:
    from game.play.session import Session
    from game.window.screens.screen import Screen


T = TypeVar("T")


class Desk(Protocol):
    """What a screen may ask of the app: other screens, pictures, preferences."""

    @property
    def context(self) -> AppContext:
        """Returns what the window was given from outside."""

    @property
    def gallery(self) -> Gallery:
        """Returns the pictures."""

    @property
    def preferences(self) -> Preferences:
        """Returns what the player set."""

    @property
    def look(self) -> Look:
        """Returns the look that screens are laid out for."""

    @property
    def pace(self) -> Pace:
        """Returns whether text moves by itself."""

    @property
    def quiet(self) -> bool:
        """Returns True while nothing is being spoken."""

    @property
    def life(self) -> Life:
        """Returns how the person on the stage breathes and blinks."""

    @property
    def seen(self) -> ReadLines:
        """Returns what the player has read before."""

    @property
    def notice(self) -> str | None:
        """Returns what to tell about the settings' file, if anything."""

    def remembered(self, kind: type[T]) -> T:
        """Returns what a screen remembers while the window is open: one value a kind, made when first asked for."""

    def go(self, destination: Destination) -> None:
        """Opens a destination."""

    def close(self) -> None:
        """Goes back from an overlay."""

    def pass_down(self, command: Command) -> None:
        """Goes back from an overlay, and lets the screen below answer a command."""

    def prefer(self, preferences: Preferences) -> None:
        """Takes new preferences into use."""

    def keep_in(self, folder: Path | None) -> None:
        """Keeps everything in another folder from now on, nothing without one, and goes to the title."""

    def play_as(self, name: str) -> None:
        """Lets somebody else play; empty is nobody by name."""

    @property
    def playing(self) -> Session | None:
        """Returns the play under way, if one is."""

    def suspend_play(self) -> None:
        """Leaves the play under way, with what was being typed kept."""

    def snapshot(self) -> bytes:
        """Returns a small picture (PNG) of the screen that lies under all others."""

    def paint_below(self, screen: Screen, surface: pygame.Surface, look: Look) -> None:
        """Draws the screen under an overlay."""

    def quit(self) -> None:
        """Ends the loop."""
