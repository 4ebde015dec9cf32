"""What nobody foresaw: one sentence and the last safe screen, in place of a window that closes."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from game.files import write_whole
from game.window.destinations import Destination, ToMessage, ToPlay, ToTitle
from game.words import _

if TYPE_CHECKING:
    from game.play.session import Session

MOST_FALLS = 3  # one after another, with no picture drawn between them: then there is no safe screen


class LastNet:
    """Knows what to show after an error that is nobody's message: the moment of the play again, and where that fails
    too, the title."""

    def __init__(self, go: Callable[[Destination], None], home: Callable[[], Path]) -> None:
        self._go, self._home = go, home
        self._falls = 0
        self._fallen: Session | None = None  # the play in which it happened last

    def stood(self) -> None:
        """Notes that a picture was drawn."""
        self._falls = 0

    def catch(self, playing: Session | None) -> None:
        """Keeps what happened, and shows the last safe screen under one sentence. Raises what cannot be caught."""
        self._falls += 1
        if self._falls >= MOST_FALLS:
            raise
        place = self._keep(traceback.format_exc())
        again = playing is not None and playing is not self._fallen and self._falls == 1
        self._fallen = playing
        try:
            self._go(ToPlay(playing) if again and playing else ToTitle())
            self._go(ToMessage(_("Something went wrong"), _told(playing, place)))
        except Exception:
            self.catch(None)

    def _keep(self, details: str) -> Path | None:
        """Writes what happened to a file for whoever mends it, and to the error output."""
        print(details, file=sys.stderr)
        path = self._home() / "crash.txt"
        try:
            write_whole(path, details.encode("utf-8", "replace"))
        except OSError:
            return None
        return path


def _told(playing: Session | None, place: Path | None) -> str:
    """Returns the sentence, and where the details lie."""
    safe = _("Something happened that was not foreseen.")
    if playing is not None and playing.journal_path is not None:
        safe = _("Something happened that was not foreseen. What you have chosen so far is kept.")
    return f"{safe} " + _("The details are in {path}.").format(path=place) if place else safe
