"""A phone, the console and a server on loopback: from joining to the debrief, with the server away in between."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from game.debrief.read.collect import collect
from game.play.journal import read_journal
from tests.support.browsing import browser, expect, let_time_pass  # noqa: F401
from tests.support.patience import PATIENCE
from tests.web.test_playing import by_pointer

pytest.importorskip("uvicorn")
pytestmark = [pytest.mark.browser, pytest.mark.slow]
MAIN = Path(__file__).resolve().parents[2] / "main.py"


class Server:
    """The command `class`, in a process of its own. What one server drew is there for the next: all share a home."""

    def __init__(self, folder: Path, address: str = "127.0.0.1") -> None:
        words = ["class", "fine-fine", "--bind", address, "--into", str(folder / "class")]
        there = os.environ | {"EQUAL_FOOTING_HOME": str(folder.parent / "home-of-servers")}
        self.process = subprocess.Popen(
            [sys.executable, str(MAIN), *words], env=there, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        assert self.process.stdout is not None
        told = "".join(self.process.stdout.readline() for _ in range(4))
        match = re.search(r"open: +(\S+) +and type the code (\w+)\s+You open: +(\S+)", told)
        assert match, told
        self.address, self.code, self.console = match.groups()

    def end(self, how: signal.Signals = signal.SIGINT) -> str:
        self.process.send_signal(how)
        return self.process.communicate(timeout=PATIENCE)[0]


def choose(page: Any) -> None:
    """Reads on until there is something to choose, and chooses; a click that is too early is made again."""
    page.wait_for_selector("body[data-screen=conversation]")
    while not page.locator(".option").count():
        by_pointer(page)
    while page.locator(".option").count():
        by_pointer(page)


def test_a_class_plays_and_loses_nothing_while_the_server_is_away(browser: Any, tmp_path: Path) -> None:  # noqa: F811
    server = Server(tmp_path)
    phone = browser.new_page(viewport={"width": 360, "height": 740})
    phone.set_default_timeout(PATIENCE * 1000)
    phone.clock.install()
    phone.goto(server.address)
    phone.fill("#code", server.code.lower())
    phone.click("button")
    phone.wait_for_url("**/play/fine-fine")
    phone.get_by_role("button", name="Begin").click()
    choose(phone)
    server.end(signal.SIGKILL)
    phone.get_by_text("Your teacher's computer cannot be reached.").wait_for()
    choose(phone)

    server = Server(tmp_path)
    console = browser.new_page()
    console.set_default_timeout(PATIENCE * 1000)
    console.goto(server.console)
    console.get_by_text("1 plays begun").wait_for()
    (journal,) = (tmp_path / "class").glob("*.jsonl")
    let_time_pass(phone, lambda: not phone.locator(".notice").inner_text())
    while len(read_journal(journal).choices) < 2:
        phone.wait_for_timeout(50)
    console.click("#make")
    console.get_by_text("Made. Open:").wait_for()
    assert (tmp_path / "class" / "debrief.html").exists()
    console.click("#begin-fine-fine")
    phone.get_by_role("link", name="Go there").click()
    phone.wait_for_url("**/together.html")
    assert "The class is over." in server.end()


AWAY = "Your teacher's computer cannot be reached. Go on: your play is kept here and handed in later."


class Phone:
    """A phone that has joined and has a play under way; what it keeps outlives its page."""

    def __init__(self, browser: Any, server: Server) -> None:  # noqa: F811
        self.keeps = browser.new_context(viewport={"width": 360, "height": 740})
        self.page = self.opened(server.address)
        self.page.fill("#code", server.code)
        self.page.click("button")
        self.page.wait_for_url("**/play/fine-fine")
        self.page.get_by_role("button", name="Begin").click()
        choose(self.page)

    def opened(self, address: str) -> Any:
        page = self.keeps.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        page.clock.install()
        page.goto(address)
        return page

    def is_told(self, words: str) -> None:
        expect(self.page.locator(".notice")).to_have_text(words)

    def comes_to_be_told(self, words: str) -> None:
        """Waits until the page says this, its clock put ahead."""
        let_time_pass(self.page, lambda: self.page.locator(".notice").inner_text() == words)


def wait_for_choices(phone: Phone, folder: Path, count: int) -> None:
    """Waits until the one play of the class has this many choices on the laptop."""

    def there() -> bool:
        journals = list((folder / "class").glob("*.jsonl"))
        return len(journals) == 1 and len(read_journal(journals[0]).choices) == count

    while not there():
        phone.page.wait_for_timeout(50)


def test_a_phone_says_that_the_laptop_sleeps_and_hands_in_when_it_wakes(browser: Any, tmp_path: Path) -> None:  # noqa: F811
    server = Server(tmp_path)
    phone = Phone(browser, server)
    phone.is_told("")
    server.process.send_signal(signal.SIGSTOP)
    choose(phone.page)
    phone.comes_to_be_told(AWAY)
    choose(phone.page)
    server.process.send_signal(signal.SIGCONT)
    phone.comes_to_be_told("")
    wait_for_choices(phone, tmp_path, 3)
    server.end(signal.SIGKILL)


def test_a_phone_that_comes_back_the_next_day_goes_on_in_the_same_play(browser: Any, tmp_path: Path) -> None:  # noqa: F811
    server = Server(tmp_path)
    phone = Phone(browser, server)
    wait_for_choices(phone, tmp_path, 1)
    phone.page.close()
    server.end()
    server = Server(tmp_path)
    phone.page = phone.opened(server.address)
    phone.page.get_by_role("link", name="Fine, Fine.").click()
    phone.page.get_by_role("button", name="Continue where you were").click()
    choose(phone.page)
    phone.is_told("")
    wait_for_choices(phone, tmp_path, 2)
    server.end(signal.SIGKILL)


def test_where_the_laptop_has_another_address_a_play_goes_on_and_is_saved_as_a_file(
    browser: Any,  # noqa: F811
    tmp_path: Path,
) -> None:
    server = Server(tmp_path)
    phone = Phone(browser, server)
    wait_for_choices(phone, tmp_path, 1)
    server.end()
    moved = Server(tmp_path, "127.0.0.2")
    assert (moved.code, moved.address.rpartition(":")[2]) == (server.code, server.address.rpartition(":")[2])
    phone.is_told(AWAY)
    choose(phone.page)
    phone.page.evaluate("scrollTo(0, 0)")  # what the page says at its top must not lie over the way out
    phone.page.get_by_role("button", name="Leave").click()
    with phone.page.expect_download() as saved:
        phone.page.get_by_role("button", name="Save my play").click()
    saved.value.save_as(tmp_path / "play.txt")
    collect([tmp_path / "play.txt"], tmp_path / "handed-in")
    (journal,) = (tmp_path / "handed-in").glob("*.jsonl")
    assert len(read_journal(journal).choices) == 2
    moved.end(signal.SIGKILL)
