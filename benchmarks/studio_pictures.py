"""Takes the pictures of the studio in the docs, and, with `--all`, at every size and in every colour to be looked at.

`python -m benchmarks.studio_pictures docs/pictures`
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path
from typing import Any

from tests.studio.a_page import Author, author

SIZES = ((1280, 800), (1920, 1080), (800, 1280), (400, 800))


def opened(somebody: Author) -> Any:
    """Opens a copy of Saturday Friend, and waits for its play and its pictures."""
    page = somebody.page
    page.get_by_role("button", name="Saturday Friend").click()
    page.get_by_role("region", name="The scene", exact=True).wait_for()
    return page


def settled(page: Any) -> None:
    """Waits until the play has its pictures."""
    frame = page.frame_locator("iframe")
    frame.locator(".lines .line").first.wait_for()
    frame.locator("script[id^='picture:place/']").first.wait_for(state="attached")
    page.wait_for_load_state("networkidle")


def of_the_docs(browser: Any, folder: Path, out: Path) -> None:
    """The form beside the play, the moves, the map."""
    with author(browser, folder) as somebody:
        page = opened(somebody)
        page.get_by_label("What is written").select_option("scene:the-fee")
        page.get_by_role("button", name="From here").click()
        settled(page)
        page.screenshot(path=out / "studio-form.png")
        words = page.get_by_label("What you say, option 4")
        words.evaluate("field => { field.focus(); field.setSelectionRange(0, 25); }")
        page.get_by_role("article", name="option 4").get_by_role("button", name="+ what these words do").click()
        page.get_by_label("Search", exact=True).fill("fee")
        page.screenshot(path=out / "studio-moves.png")
        page.keyboard.press("Escape")
        page.get_by_role("tab", name="Map").click()
        page.screenshot(path=out / "studio-map.png")


def of_every_size(browser: Any, folder: Path, out: Path) -> None:
    """The first screen, the form and each tab, at four sizes and in three colours."""
    for wide, high in SIZES:
        with author(browser, folder / f"{wide}", wide, high) as somebody:
            page = somebody.page
            page.wait_for_load_state("networkidle")
            page.screenshot(path=out / f"start-{wide}.png")
            opened(somebody)
            if wide > 640:
                settled(page)
            for theme in ("calm", "dark", "contrast"):
                page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
                page.screenshot(path=out / f"form-{wide}-{theme}.png")
            page.evaluate("document.documentElement.dataset.theme = 'calm'")
            for tab in ("Map", "Problems", "Figures"):
                if page.get_by_role("tab", name=tab).count():
                    page.get_by_role("tab", name=tab).click()
                    page.screenshot(path=out / f"{tab.lower()}-{wide}.png")
            page.get_by_label("What is written").select_option("people")
            page.screenshot(path=out / f"people-{wide}.png")
            if wide < 640:
                page.get_by_role("button", name="Play", exact=True).click()
                settled(page)
                page.screenshot(path=out / f"play-{wide}.png")


def main() -> None:
    """Takes the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--all", action="store_true", help="every size and colour instead")
    told = parser.parse_args()
    told.out.mkdir(parents=True, exist_ok=True)
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        folder = Path(name) / "mine"
        folder.mkdir()
        (of_every_size if told.all else of_the_docs)(browser, folder, told.out)


if __name__ == "__main__":
    main()
