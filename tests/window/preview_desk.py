"""An author at work for the tests: a file, an editor that saves it, and the window beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame

from game.author.preview import Preview
from game.play.events import Mode
from game.window.context import AppContext
from game.window.screens.preview import PreviewApp
from tests.window.drive import SAMPLE, Driver, a_context, the_rubric
from tests.window.shots import read_on


class Editor:
    """The window previewing a file, and a hand that saves it; a saving is told at once, proofs when asked for."""

    def __init__(
        self, folder: Path, size: tuple[int, int] = (1280, 720), *, text: str | None = None,
        choices: tuple[str, ...] | None = None, name: str = "my-scenario.yaml",
    ) -> None:  # fmt: skip
        self.file, self.saved = folder / name, 0
        self.text = SAMPLE.read_text(encoding="utf-8") if text is None else text
        self.file.write_text(self.text, encoding="utf-8")
        self.work: list[Callable[[], None]] = []
        self.author = Preview(
            self.file, the_rubric(), choices, stamp=lambda _: (self.saved, 0, 0), later=self.work.append
        )
        context = a_context(folder, scenarios={}, logs=None, mode=Mode.PRACTICE)
        self.driver = Driver(context, size, self._window)

    def _window(self, context: AppContext, surface: pygame.Surface) -> PreviewApp:
        return PreviewApp(context, surface, self.author)

    def save(self, old: str = "", new: str = "") -> None:
        """Saves the file with one change, which stays, and lets the window notice."""
        assert old in self.text
        self.text = self.text.replace(old, new, 1)
        self.file.write_text(self.text, encoding="utf-8")
        self.saved += 1
        self.driver.wait(0.033)
        self.driver.wait(0.033)

    def prove(self) -> None:
        """Lets the work beside the game be done, until there is no more."""
        self.driver.wait(0.033)
        while self.work:
            self.work.pop()()
            self.driver.wait(0.033)
            self.driver.wait(0.033)

    def line_of(self, words: str) -> int:
        """The line of the file on which these words first stand."""
        return self.text[: self.text.index(words)].count("\n") + 1

    @property
    def app(self) -> PreviewApp:
        """The window."""
        app = self.driver.app
        assert isinstance(app, PreviewApp)
        return app

    @property
    def strip(self) -> str:
        """What the strip would say with all the room it wants."""
        told = self.app.told()
        return f"{told.head} {told.detail}"

    def begin(self) -> None:
        """From the briefing to the first decision."""
        self.driver.wait()  # a new screen takes no press at once
        self.driver.enter("Begin")
        read_on(self.driver)

    @property
    def choices(self) -> tuple[str, ...]:
        """The choices of the play under way."""
        session = self.app.session
        return session.chosen if session else ()
