"""A teacher, a projector and phones on loopback: a vote from its opening to the way that is followed."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.play.journal import read_journal
from tests.classroom.test_in_a_browser import Server
from tests.support.browsing import axe, browser, expect, let_time_pass  # noqa: F401
from tests.support.patience import PATIENCE

pytest.importorskip("uvicorn")
pytestmark = [pytest.mark.browser, pytest.mark.slow]
KEPT = "Kept. You can change it until the vote is closed."
AWAY = "Your teacher's computer cannot be reached. This page tries again by itself."
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


def test_a_class_votes_sees_the_split_and_follows_and_a_kill_in_between_loses_nothing(room: Room, axe: str) -> None:  # noqa: F811
    console, projector = room.console, room.projector
    assert_readable(projector)  # how to join
    assert projector.evaluate("notes.checkVisibility() && notes.getBoundingClientRect().bottom <= innerHeight")
    projector.evaluate("notes.append(notes.textContent.repeat(40)); fit()")
    projector.get_by_text("What to know before each conversation stands on your phone.").wait_for()
    console.click("#begin-fine-fine")
    projector.get_by_text("Good to know before").wait_for()
    ana, ben = room.phone(), room.phone(320, "es-ES")
    ana.get_by_text("You need not vote, and need not look. Nobody sees it.").wait_for()
    ben.get_by_text("No tienes que votar ni que mirar. Nadie lo ve.").wait_for()
    room.go_to_the_options()
    console.click("#open")
    projector.get_by_text("Vote now on your phone.").wait_for()
    assert_readable(projector)
    ana.get_by_text("A vote is open: 4 answers.").wait_for()
    expect(ana.get_by_role("status").first).to_have_text("A vote is open: 4 answers.")
    ana.locator(".option").first.click()
    ana.get_by_text(KEPT).wait_for()
    ana.fill("#reason", "<b>She</b> asked me.")
    ana.click("#send")
    console.get_by_text("Votes so far: 1").wait_for()
    assert projector.evaluate("!document.querySelector('#stage strong')")  # nothing of the split
    for page in (ana, ben):
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.evaluate(axe)
        assert page.evaluate("axe.run().then((found) => found.violations.map((one) => one.id))") == []

    room.server.end(signal.SIGKILL)
    ana.get_by_text("Your teacher's computer cannot be reached.").wait_for()
    ana.locator(".option").nth(1).click()  # while it is away
    room.open()
    console, projector = room.console, room.projector
    console.get_by_text("Votes so far: 1").wait_for()
    let_time_pass(ana, lambda: bool(ana.get_by_text(KEPT).count()))
    expect(ana.locator(".option").nth(1)).to_have_attribute("aria-pressed", "true")
    let_time_pass(ben, lambda: bool(ben.get_by_text("Hay una votación abierta: 4 respuestas.").count()))
    ben.locator(".option").nth(1).click()
    console.get_by_text("Votes so far: 2").wait_for()
    room.count_hands(A=1, B=3)
    console.get_by_text("Votes so far: 6").wait_for()
    console.click("#close")
    room.shows("split")
    projector.get_by_text("6 votes").wait_for()
    expect(projector.locator("#stage strong")).to_have_text(["1", "5", "0", "0"])
    assert_readable(projector)
    ana.get_by_text("The vote is closed.").wait_for()
    expect(ana.locator(".split strong")).to_have_text(["1", "5", "0", "0"])

    expect(console.get_by_role("button", name="Show the reasons")).to_have_count(0)  # none was let through yet
    console.get_by_role("button", name="Let through").click()
    console.get_by_role("button", name="Show the reasons").click()
    projector.get_by_text("<b>She</b> asked me.", exact=True).wait_for()
    assert_readable(projector)
    console.get_by_role("button", name="Go on with A").click()  # the minority
    room.shows("lines")
    assert_readable(projector)
    (journal,) = (room.folder / "class" / "together").glob("*.jsonl")
    assert len(read_journal(journal).choices) == 1
    ana.get_by_text("Look at the big screen.").wait_for()

    console.click("#more summary")
    console.click("#back-1")
    room.shows("options")
    console.click("#commit")
    ana.fill("#commitment", "I will ask first.")
    ana.reload()
    expect(ana.locator("#commitment")).to_have_value("I will ask first.")
    assert not any(b"ask first" in path.read_bytes() for path in room.folder.rglob("*") if path.is_file())
    console.evaluate(axe)
    assert console.evaluate("axe.run().then((found) => found.violations.map((one) => one.id))") == []


def test_a_vote_in_which_the_laptop_sleeps_counts_once_when_it_wakes(room: Room) -> None:
    """The laptop closes nothing: what the phone sent is read when it wakes, beside what the phone sends again."""
    console = room.console
    console.click("#begin-fine-fine")
    phone = room.phone()
    room.go_to_the_options()
    console.click("#open")
    phone.locator(".option").first.click()
    phone.get_by_text(KEPT).wait_for()
    room.server.process.send_signal(signal.SIGSTOP)
    phone.locator(".option").nth(1).click()
    let_time_pass(phone, lambda: phone.locator("#told").inner_text() == AWAY)
    expect(phone.get_by_text(KEPT)).to_have_count(0)
    expect(phone.locator(".option").nth(1)).to_have_attribute("aria-pressed", "true")

    room.server.process.send_signal(signal.SIGCONT)
    let_time_pass(phone, lambda: phone.locator("#told").inner_text() == "A vote is open: 4 answers.")
    let_time_pass(phone, lambda: bool(phone.get_by_text(KEPT).count()))
    expect(phone.locator(".option").nth(1)).to_have_attribute("aria-pressed", "true")
    console.get_by_text("Votes so far: 1").wait_for()
    room.count_hands(A=2, B=3)
    console.get_by_text("Votes so far: 6").wait_for()
    console.click("#close")
    room.shows("split")
    expect(room.projector.locator("#stage strong")).to_have_text(["2", "4", "0", "0"])
    expect(phone.locator(".split strong")).to_have_text(["2", "4", "0", "0"])
