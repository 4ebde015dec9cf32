"""Pictures of every screen of a page at three sizes and at 200 % text, in every theme and in Spanish.

Type `python -m tests.web.shots OUTDIR`, and names such as `360-100-calm-en` for some of them. It needs Chromium and
Playwright; `python -m tests.window.shots` draws the window's, to be looked at beside them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from tests.support.patience import PATIENCE

SCENARIO = "saturday-friend"
SIZES = {"360": (360, 740), "820": (820, 1180), "1280": (1280, 800)}
SETS = [
    *(f"{size}-100-{theme}-en" for size, theme in product(SIZES, ("calm", "dark", "contrast"))),
    *(f"{size}-200-calm-en" for size in SIZES),
    *(f"{size}-100-calm-es" for size in SIZES),
]
ON = "[data-screen=conversation] :is(.option:not([aria-disabled]), .foot .primary)"
WHERE = """() => {
    const has = what => document.querySelector(what) !== null;
    const screen = document.body.dataset.screen, hour = document.querySelector(".stage")?.dataset.hour ?? "day";
    if (screen !== "conversation") return screen;
    if (has(".feedback")) return "feedback";
    const place = has(".stage.on-phone") ? "phone" : has(".person.lies") ? "table" : "room";
    const kind = has("#own-words") ? "own-words" : has(".option") ? "choosing" : "reading";
    return `${place}-${hour}-${kind}${has(".option[aria-disabled]") ? "-locked" : ""}`;
}"""
MOST_STEPS = 400


def screens(tab: Any) -> Iterator[str]:
    """Goes through every screen of a play; says where it stands, each kind of moment once."""
    tab.wait_for_selector("#begin")
    yield "briefing"
    tab.locator(".bar button").last.click()
    tab.wait_for_selector("body[data-screen=settings]")
    yield "settings"
    tab.click("#back")
    tab.click("#begin")
    seen = {"conversation"}
    for _ in range(MOST_STEPS):
        tab.wait_for_timeout(250)  # an early click on an option is not taken
        where = tab.evaluate(WHERE)
        if where not in seen:
            seen.add(where)
            yield where
        if where in ("reflection", "debrief"):
            break
        tab.locator(ON).last.evaluate("one => one.click()")
    yield from after(tab)


def after(tab: Any) -> Iterator[str]:
    """From the reflection to the debrief and what lies over it."""
    while tab.evaluate("document.body.dataset.screen") == "reflection":
        tab.wait_for_timeout(250)
        tab.locator("#see-debrief").evaluate("one => one.click()")
    yield "debrief"
    for name in ("glossary", "history"):
        tab.locator(".foot button:has(.icon)").nth({"glossary": -3, "history": -2}[name]).click()
        tab.wait_for_selector("#back")
        yield f"{name}-over-debrief"
        tab.click("#back")
    tab.click("#play-again")
    tab.locator(".bar button").first.click()
    tab.wait_for_selector("body[data-screen=plays]")
    yield "plays"


def shoot(browser: Any, file: Path, name: str, out: Path) -> None:
    """Draws one set."""
    size, text, theme, _ = name.split("-")
    wide, high = SIZES[size]
    phone = {"has_touch": True, "is_mobile": True} if size == "360" else {}
    context = browser.new_context(viewport={"width": wide, "height": high}, reduced_motion="reduce", **phone)
    tab = context.new_page()
    tab.set_default_timeout(PATIENCE * 1000)
    tab.goto(file.as_uri())
    tab.wait_for_load_state()
    (out / name).mkdir(parents=True, exist_ok=True)
    for n, where in enumerate(screens(tab), 1):
        tab.evaluate(
            """([theme, size]) => {
                document.documentElement.dataset.theme = theme;
                document.documentElement.style.setProperty("--size", size);
                dispatchEvent(new Event("resize"));
            }""",
            [theme, int(text) / 100],
        )
        tab.wait_for_timeout(150)
        whole = where.startswith(("debrief", "settings", "plays"))
        tab.screenshot(path=out / name / f"{n:02}-{where}.png", full_page=whole and size == "360")
    context.close()


def main() -> None:
    """Draws the sets that are named, or all."""
    out, *names = sys.argv[1:]
    chromium = os.environ.get("EQUAL_FOOTING_CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        pages = {language: Path(folder) / f"{language}.html" for language in ("en", "es")}
        for language, path in pages.items():
            asked = ["export", "page", SCENARIO, "--lang", language, "-o", str(path)]
            subprocess.run([sys.executable, "main.py", *asked], check=True)
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name in names or SETS:
            shoot(browser, pages[name.rpartition("-")[2]], name, Path(out))
            print(name, flush=True)


if __name__ == "__main__":
    main()
