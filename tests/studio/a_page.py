"""The studio as an author meets it: the command runs, and a real browser shows its page."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.patience import PATIENCE


@dataclass
class Author:
    """Somebody at the studio's page, with a folder of their own."""

    page: Any
    folder: Path
    complaints: list[str]

    def text(self, name: str) -> str:
        """Returns what the file of this name holds now."""
        return (self.folder / name).read_text("utf-8")

    def saved(self) -> None:
        """Waits until everything is on the disk."""
        self.page.keyboard.press("Control+s")
        self.page.get_by_text("Saved", exact=True).wait_for()

    def open_text(self) -> None:
        """Opens the text view, and waits until its words are known to the language server."""
        told: list[str] = []
        self.page.on("websocket", lambda line: line.on("framereceived", lambda frame: told.append(str(frame))))
        self.page.get_by_role("button", name="Text", exact=True).click()
        while not any("capabilities" in frame for frame in told):
            self.page.evaluate("new Promise(requestAnimationFrame)")  # frames are heard while the page is asked

    def choose(self, words: str) -> None:
        """Picks the option of the play that holds these words. A pick that comes too soon after the options does
        nothing there, so it is made until it counts."""
        told = self.page.locator(".where")
        told.wait_for()
        before = told.inner_text()
        option = self.page.frame_locator("iframe").locator("button.option", has_text=words)
        option.wait_for()
        while told.inner_text() == before:
            option.evaluate_all("found => found[0]?.click()")

    def begin(self, kind: str, title: str) -> None:
        """Begins a scenario of a kind from the first screen."""
        self.page.get_by_role("button", name=kind).click()
        self.page.get_by_label("What is it called?").fill(title)
        self.page.get_by_role("button", name="Begin").click()
        self.page.get_by_role("region", name="The scene").wait_for()


@contextmanager
def studio(folder: Path, *more: str) -> Iterator[str]:
    """Runs the studio on a folder; gives its address."""
    folder.mkdir(parents=True, exist_ok=True)
    environment = os.environ | {"EQUAL_FOOTING_HOME": str(folder.parent / "home"), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "main.py", "studio", str(folder), "--no-browser", *more]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        assert running.stdout is not None
        found = re.search(r"http\S+", running.stdout.readline())
        assert found, "the studio printed no address"
        yield found[0]
    finally:
        running.terminate()
        running.communicate(timeout=PATIENCE)


@contextmanager
def author(browser: Any, folder: Path, wide: int = 1280, high: int = 800, **settings: Any) -> Iterator[Author]:
    """Lets an author open the studio on a folder."""
    with studio(folder) as address:
        context = browser.new_context(viewport={"width": wide, "height": high}, accept_downloads=True, **settings)
        page = context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        page.get_by_role("heading", name="Write a scenario").wait_for()
        yield Author(page, folder, complaints)
        context.close()
