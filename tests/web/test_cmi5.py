"""A cmi5 package against Ralph, a real record store: launched, taken up at another device, completed.

The journal is made again from what the store returns, byte for byte."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from game.app.library import Library
from game.debrief.lrs.fetch import fetch
from game.debrief.lrs.journals import journals
from game.debrief.lrs.store import store_at
from game.debrief.read.sources import FoundJournal
from game.web.package import cmi5_package
from game.web.page import PageChoices
from tests.support.browsing import browser
from tests.support.patience import PATIENCE
from tests.support.ralph import PASSWORD, TOKEN, USER, Ralph, needs_ralph, ralph, server
from tests.support.serving import serving
from tests.web.test_scorm import MOST_STEPS, saved_play, step

pytestmark = [pytest.mark.lrs, pytest.mark.browser, needs_ralph]
__all__ = ["browser", "ralph", "server"]

LINE = "https://equal-footing.example/xapi/extensions/journal-line"
SESSION_ID = "https://w3id.org/xapi/cmi5/context/extensions/sessionid"
LAUNCH = {"contextTemplate": {"extensions": {SESSION_ID: "session-1"}}, "launchMode": "Normal", "moveOn": "Completed"}
ACTOR = {"objectType": "Agent", "account": {"homePage": "https://school.example", "name": "7"}}
REGISTRATION = "5b6c0b1e-7f57-4a4c-9c0e-0d8f3b1f5a11"


@pytest.fixture
def platform(ralph: Ralph, tmp_path: Path) -> Iterator[str]:
    """A learning platform in a few lines: it serves the page, gives a token once, and passes the rest to the store."""
    made = cmi5_package(Library.shipped(), "saturday-friend", PageChoices(pictures=False), points=True)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        archive.extractall(tmp_path)

    class Platform(SimpleHTTPRequestHandler):
        given: set[str] = set()  # noqa: RUF012

        def log_message(self, format: str, *args: object) -> None:
            pass

        def do_GET(self) -> None:
            if self.path.startswith("/xAPI/activities/state"):
                back = {"returnURL": f"http://{self.headers['Host']}/cmi5.xml"}
                self.answer(200, json.dumps(LAUNCH | back).encode())
            elif self.path.startswith("/xAPI/"):
                self.passed(None)
            else:
                super().do_GET()

        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers["Content-Length"] or 0))
            if not self.path.startswith("/fetch"):
                self.passed(sent)
            elif self.path in self.given:
                self.answer(400, json.dumps({"error-code": "1"}).encode())
            else:
                self.given.add(self.path)
                self.answer(200, json.dumps({"auth-token": TOKEN}).encode())

        def passed(self, sent: bytes | None) -> None:
            names = ("Authorization", "X-Experience-API-Version", "Content-Type")
            headers = {name: self.headers[name] for name in names}
            asked = Request(f"http://127.0.0.1:{ralph.port}{self.path}", data=sent, headers=headers)
            try:
                with urlopen(asked, timeout=PATIENCE) as found:
                    self.answer(found.status, found.read())
            except HTTPError as refused:
                self.answer(refused.code, refused.read())

        def answer(self, status: int, content: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    with serving(tmp_path, Platform) as address:
        yield address


def launched(browser: Any, platform: str, time: int) -> Any:
    """The page, started by the platform in a browser that has kept nothing."""
    tab = browser.new_context().new_page()
    tab.set_default_timeout(PATIENCE * 1000)
    asked = {
        "endpoint": f"{platform}/xAPI/",
        "fetch": f"{platform}/fetch?time={time}",
        "actor": json.dumps(ACTOR),
        "registration": REGISTRATION,
        "activityId": "https://school.example/courses/1/conversation",
    }
    tab.goto(f"{platform}/index.html?{urlencode(asked)}")
    tab.wait_for_selector("body[data-screen]")
    return tab


def left(tab: Any, ralph: Ralph, times: int) -> None:
    """The page is closed; the store hears of it."""
    tab.goto("about:blank")
    while sum(verb(row) == "terminated" for row in ralph.holds()) < times:
        tab.wait_for_timeout(50)
    tab.context.close()


def verb(row: dict[str, Any]) -> str:
    return str(row["verb"]["id"].rpartition("/")[2])


def test_the_store_has_the_journal_byte_for_byte(browser: Any, ralph: Ralph, platform: str, tmp_path: Path) -> None:
    tab = launched(browser, platform, 1)
    tab.click("#begin")
    while sum(verb(row) == "answered" for row in ralph.holds()) < 3:
        step(tab)
    tab.click("#leave")
    tab.click("#leave-now")
    tab.wait_for_url("**/cmi5.xml")  # where the platform wants its player back
    left(tab, ralph, 1)

    tab = launched(browser, platform, 2)
    tab.wait_for_selector("body[data-screen=conversation]")
    for _ in range(MOST_STEPS):
        if step(tab) != "conversation":
            break
    tab.fill("#answer-0", "I’d ask first \u2028 next time.")
    while step(tab) == "reflection":
        tab.evaluate("document.querySelector('#see-debrief').click()")
    journal = saved_play(tab, tab, "#save-play", tmp_path / "play.txt").read_bytes()
    left(tab, ralph, 2)

    held = ralph.holds()
    lines = [row["context"]["extensions"][LINE] for row in held if LINE in row["context"]["extensions"]]
    again = "".join(sorted(lines, key=lambda line: int(json.loads(line)["n"])))
    assert again.encode("utf-8") == journal
    store = store_at(ralph.url, USER, PASSWORD)
    (found,) = journals(fetch(store, lambda _: None), ralph.url)
    assert isinstance(found, FoundJournal)
    assert found.data == journal
    assert all(row["context"]["registration"] == REGISTRATION for row in held)
    assert all(row["context"]["extensions"][SESSION_ID] == "session-1" for row in held)
    assert [sum(verb(row) == name for row in held) for name in ("initialized", "completed", "passed")] == [2, 1, 1]
