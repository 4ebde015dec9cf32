"""What is read before a play stands on the page while the scenes are still on their way."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from game.web.page import PageChoices
from tests.support.browsing import browser, expect
from tests.support.patience import PATIENCE
from tests.web.a_page import a_page

pytestmark = pytest.mark.browser
__all__ = ["browser"]
BROKE_OFF = "Part of this page did not come. Load it again."


class Halting:
    """A server whose page halts before its scenes, until `go_on` or `break_off`."""

    def __init__(self, page: bytes) -> None:
        cut = page.index(b'<script type="text/plain" id="scenes">')
        self._goes = threading.Event()
        self._rest = page[cut:]
        halting = self

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(page[:cut])
                self.wfile.flush()
                halting._goes.wait(PATIENCE)
                self.wfile.write(halting._rest)

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.address = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def go_on(self) -> None:
        self._goes.set()

    def break_off(self) -> None:
        self._rest = b""
        self._goes.set()


@pytest.fixture
def halting(tmp_path: Path) -> Iterator[Halting]:
    made = Halting(a_page(tmp_path, PageChoices(pictures=False)).read_bytes())
    yield made
    made.go_on()
    made.server.shutdown()
    made.server.server_close()


def waiting(browser: Any, halting: Halting) -> Any:
    """A page that is read while its scenes are on their way."""
    tab = browser.new_page()
    tab.set_default_timeout(PATIENCE * 1000)
    tab.goto(halting.address, wait_until="commit")
    expect(tab.locator("#begin")).to_be_visible()
    return tab


def test_a_play_that_is_begun_before_the_scenes_are_there_starts_with_them(browser: Any, halting: Halting) -> None:
    tab = waiting(browser, halting)
    tab.click("#begin")
    assert tab.evaluate("document.body.dataset.screen") == "briefing"
    halting.go_on()
    tab.wait_for_selector("body[data-screen=conversation] .line")
    tab.close()


def test_a_page_that_breaks_off_before_the_scenes_says_so(browser: Any, halting: Halting) -> None:
    tab = waiting(browser, halting)
    halting.break_off()
    expect(tab.locator(".notice")).to_have_text(BROKE_OFF)
    tab.click("#begin")
    expect(tab.locator(".notice")).to_have_text(BROKE_OFF)
    assert tab.evaluate("document.body.dataset.screen") == "briefing"
    tab.close()
