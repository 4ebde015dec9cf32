"""Where a window stands, in a line of words: a real one tells it, a shadow is held against it."""

from __future__ import annotations

import json
import sys
from subprocess import Popen
from threading import Condition, Thread

import pygame
from typing_extensions import override

from game.window.app import App
from game.window.context import AppContext
from game.window.screens.screen import GUARD
from tests.support.patience import PATIENCE
from tests.window.display import EACH

GAME = """
import sys
from pathlib import Path
from game.window.loop import run
from tests.window.drive import a_context
from tests.window.told import TellingApp
run(a_context(Path(sys.argv[1])), TellingApp)
"""


def standing(app: App) -> str:
    """The window's size, the screen on top, its focus, the newest line, what is offered, how far its columns are
    scrolled, and whether a press is a choice by now."""
    top = app.top
    reading = getattr(top, "reading", None)
    line = [reading.part, reading.line] if reading else []
    offers = [offer.option.id for offer in getattr(top, "offers", ())]
    scrolls = [round(pane.scroll) for pane in top.page.panes]
    return json.dumps(
        [app.surface.get_size(), type(top).__name__, top.page.focus_key, line, offers, scrolls, top.age >= GUARD]
    )


class TellingApp(App):
    """The app, telling on its standard output where it stands whenever that changes: of a new screen only once it
    was seen, since a key that is pressed before then is thrown away."""

    def __init__(self, context: AppContext, surface: pygame.Surface) -> None:
        super().__init__(context, surface)
        self.told = ""

    @override
    def draw(self) -> bool:
        drawn = super().draw()
        if not self.unseen and self.told != (now := standing(self)):
            self.told = now
            print(now, file=sys.stdout, flush=True)
        return drawn


class Listener:
    """Hears where a real window stands."""

    def __init__(self, game: Popen[str]) -> None:
        assert game.stdout is not None
        self._lines, self._last, self._heard = game.stdout, "", Condition()
        self._over = False
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in self._lines:
            with self._heard:
                self._last = line.strip()
                self._heard.notify_all()
        with self._heard:
            self._over = True
            self._heard.notify_all()

    def wait_for(self, wanted: str) -> None:
        """Returns when the window stands so; raises RuntimeError when it never does, or has closed before."""
        with self._heard:
            for waited in range(round(EACH), round(PATIENCE) + 1, round(EACH)):
                if self._heard.wait_for(lambda: self._over or self._last == wanted, EACH):
                    break
                stands = f"the window stands at {self._last}, its shadow at {wanted}"
                print(f"After {waited} seconds {stands}.", file=sys.stderr, flush=True)
            if self._last != wanted:
                ended = " It has closed." if self._over else ""
                raise RuntimeError(f"The window stands at {self._last}, and its shadow at {wanted}.{ended}")
