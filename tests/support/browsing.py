"""Pages opened in a real browser: fixtures to import, and a page that keeps its complaints."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.patience import PATIENCE

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install playwright")
AXE = "axe-core@4.11"
expect = sync_api.expect
expect.set_options(timeout=PATIENCE * 1000)  # on its own it gives a page five seconds, which is a test of time


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    path = os.environ.get("EQUAL_FOOTING_CHROMIUM") or shutil.which("chromium")
    if path is None:
        pytest.skip("there is no chromium here: apt-get install chromium, or name one in EQUAL_FOOTING_CHROMIUM")
    starts = subprocess.run(
        [sys.executable, "-m", "playwright", "--version"], capture_output=True, text=True, check=False
    )
    if starts.returncode:
        pytest.skip(f"Playwright cannot start here: {starts.stderr.strip()}")
    with sync_api.sync_playwright() as driver:
        started = driver.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"], timeout=PATIENCE * 1000
        )
        yield started
        started.close()


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The source of axe-core, from EQUAL_FOOTING_AXE or from npm."""
    if given := os.environ.get("EQUAL_FOOTING_AXE"):
        return Path(given).read_text(encoding="utf-8")
    if shutil.which("npm") is None:
        pytest.skip("there is no npm here to fetch axe-core; or name its axe.min.js in EQUAL_FOOTING_AXE")
    folder = tmp_path_factory.mktemp("npm")
    got = subprocess.run(
        ["npm", "install", "--silent", "--prefix", str(folder), AXE], capture_output=True, timeout=PATIENCE
    )
    if got.returncode:
        pytest.skip(f"npm could not fetch {AXE}")
    return (folder / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


def opened(browser: Any, path: Path, wide: int = 1280, **settings: Any) -> Any:
    page = browser.new_page(viewport={"width": wide, "height": 720}, **settings)
    page.set_default_timeout(PATIENCE * 1000)
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("request", lambda asked: page.complaints.append(asked.url) if asked.url.startswith("http") else None)
    page.goto(path.as_uri())
    return page


def let_time_pass(page: Any, done: Callable[[], bool]) -> None:
    """Puts the page's own clock ahead (it was installed) until something is so, instead of waiting as long as the page
    would. What the page waits for in earnest, such as an answer, gets longer each time, as long as it needs."""
    real_ms = 50
    while not done():
        page.clock.fast_forward(10_000)
        page.wait_for_timeout(real_ms)
        real_ms = min(2 * real_ms, 10_000)
