"""A room with real browsers: the server, the teacher's console, the projector, and phones that come in."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.classroom.test_in_a_browser import Server
from tests.support.browsing import browser  # noqa: F401
from tests.support.patience import PATIENCE

CONTRAST = """() => {
  const channel = (v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
  const light = (c) => {
    const [r, g, b] = c.match(/[\\d.]+/g).map(Number).map(channel);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = light(getComputedStyle(document.body).backgroundColor);
  const texts = [...document.querySelectorAll("main:not([hidden]) *, #late *")]
    .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) && e.getClientRects().length);
  return texts.map((e) => {
    const ink = light(getComputedStyle(e).color);
    const ratio = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
    return [e.textContent.trim().slice(0, 40), ratio, parseFloat(getComputedStyle(e).fontSize) / innerHeight];
  });
}"""  # what is read on the projector: its contrast with the ground, and its size as a share of the height


class Room:
    """The server, the teacher's console and the projector."""

    def __init__(self, browser: Any, folder: Path) -> None:  # noqa: F811
        self.browser, self.folder = browser, folder
        self.complaints: list[str] = []
        self.open()

    def open(self) -> None:
        self.server = Server(self.folder)
        self.console = self.page(self.server.console, 1280, 900)
        self.projector = self.page(self.server.console.split("#")[0] + "console-projector.html", 1920, 1080)

    def page(self, address: str, wide: int, high: int, language: str = "en-GB") -> Any:
        page = self.browser.new_page(viewport={"width": wide, "height": high}, locale=language)
        page.set_default_timeout(PATIENCE * 1000)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.clock.install()
        page.goto(address)
        return page

    def phone(self, wide: int = 360, language: str = "en-GB") -> Any:
        phone = self.page(self.server.address, wide, 740, language)
        phone.fill("#code", self.server.code)
        phone.click("#form button")
        phone.wait_for_url("**/together.html")
        return phone

    def go_to_the_options(self) -> None:
        """Reads on from where the conversation stands to its next options, held to what the projector shows."""
        while not self.console.locator("#open").count():
            step = self.console.evaluate("together.step")
            self.console.click("#next")
            while self.console.evaluate("together.step") == step:
                self.console.wait_for_timeout(20)
            self.shows(self.console.evaluate("together.screen"))
            assert_readable(self.projector)

    def count_hands(self, **hands: int) -> None:
        """Types how many hands were raised for an option, by its letter."""
        for letter, raised in hands.items():
            field = self.console.get_by_label(f"Raised hands for {letter}")
            field.fill(str(raised))
            field.press("Tab")

    def shows(self, screen: str) -> None:
        self.projector.wait_for_selector(f"#stage[data-screen={screen}]")


def assert_readable(projector: Any) -> None:
    found = projector.evaluate(CONTRAST)
    assert found
    assert [row for row in found if row[1] < 7 or row[2] < 1 / 20 - 1e-6] == []
    assert projector.evaluate("stage.scrollHeight <= stage.clientHeight && document.body.scrollWidth <= innerWidth")


@pytest.fixture
def room(browser: Any, tmp_path: Path) -> Iterator[Room]:  # noqa: F811
    room = Room(browser, tmp_path)
    yield room
    room.server.end(signal.SIGKILL)
    assert room.complaints == []
