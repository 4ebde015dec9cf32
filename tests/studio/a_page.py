"""The studio as an author meets it: the command runs, and a real browser shows its page.

A studio takes a second of the processor to begin, its first screen another, and so does a browser that has never seen
its page. So tests share a studio, which is a process of its own, and a browser's memory of scripts; each begins in a
tab of its own, at the desk, with a scenario of its own. What is about the first screen begins there.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.studio.folder import AuthorFolder
from tests.support.a_running_studio import RunningStudio
from tests.support.patience import PATIENCE

KIND, TITLE = "dual-role", "Across the Road"


@dataclass
class Author:
    """Somebody at the studio's page, with a folder of their own."""

    page: Any
    folder: Path
    complaints: list[str]
    begun: Path | None = None  # the file that was open at the beginning

    @property
    def file(self) -> Path:
        """Returns the file that was open at the beginning."""
        assert self.begun is not None, "the page began at the first screen"
        return self.begun

    def text(self, name: str = "") -> str:
        """Returns what the file of this name holds now, or the one that was open at the beginning."""
        return (self.folder / name if name else self.file).read_text("utf-8")

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


class SharedStudio:
    """A studio on one folder for many tests, which stays while no page is open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "mine"
        self.folder.mkdir()
        self.process = RunningStudio(self.folder, folder / "home")
        self.address = f"http://{self.process.host}/"
        self._stays = ExitStack()
        self._stays.enter_context(self.process.tab("here"))

    def begun(self) -> Path:
        """Returns a new file of the folder, as the first screen would have begun it."""
        mine = AuthorFolder(self.folder)
        return mine.file(mine.begin(KIND, TITLE))

    def desk(self, file: Path) -> str:
        """Returns the address of the desk with a file of the folder."""
        told = {"X-Studio-Token": self.process.token, "Origin": self.address.rstrip("/")}
        body = json.dumps({"name": file.name}).encode()
        with urllib.request.urlopen(urllib.request.Request(f"{self.address}open", body, told)) as answer:
            return f"{self.address}?file={json.load(answer)['file']}#{self.process.token}"

    @property
    def first_screen(self) -> str:
        """Returns the address of the first screen."""
        return f"{self.address}#{self.process.token}"

    def kill(self) -> None:
        """Ends it."""
        self.process.kill()
        self._stays.close()


@contextmanager
def a_page(browser: Any, address: str, wide: int = 1280, high: int = 800) -> Iterator[Any]:
    """Opens an address in a new tab, which keeps its complaints; what the page keeps in the browser goes with it."""
    context = browser.contexts[0] if browser.contexts else browser.new_context(accept_downloads=True)
    page = context.new_page()
    page.set_viewport_size({"width": wide, "height": high})
    page.set_default_timeout(PATIENCE * 1000)
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(address)
    try:
        yield page
    finally:
        page.evaluate("localStorage.clear()")
        page.close()


@contextmanager
def at_the_desk(browser: Any, shared: SharedStudio, wide: int = 1280, high: int = 800) -> Iterator[Author]:
    """Lets an author sit before a scenario that was begun."""
    file = shared.begun()
    with a_page(browser, shared.desk(file), wide, high) as page:
        page.get_by_role("region", name="The scene").wait_for()
        yield Author(page, shared.folder, page.complaints, file)


@contextmanager
def at_the_first_screen(browser: Any, address: str, folder: Path, *size: int) -> Iterator[Author]:
    """Lets an author begin."""
    with a_page(browser, address, *size) as page:
        page.get_by_role("heading", name="Write a scenario").wait_for()
        yield Author(page, folder, page.complaints)


@contextmanager
def author(browser: Any, folder: Path, *size: int) -> Iterator[Author]:
    """Lets an author open a studio of their own on a folder."""
    with studio(folder) as address, at_the_first_screen(browser, address, folder, *size) as somebody:
        yield somebody
