"""Every screen of a page that holds two small stories, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from game.app.library import Library
from game.testing import SMALL
from game.web.page import page

MOST_CLICKS = 200
ON = ":is(.option:not([aria-disabled]), .foot .primary)"


def two_stories(folder: Path) -> Path:
    """Writes a page that begins with its list of conversations; returns its path."""
    sources = [folder / "a-story.yaml", folder / "b-story.yaml"]
    for source, title in zip(sources, ("Saturday Friend", "Monday Client"), strict=True):
        source.write_text(SMALL.replace("Saturday Friend", title, 1), encoding="utf-8")
    file = folder / "two.html"
    file.write_bytes(page(Library(files={}, cache=folder), [str(source) for source in sources]))
    return file


def tour(tab: Any) -> Iterator[str]:
    """Goes from screen to screen and says where it stands; the last is the list of plays, with one in it."""

    def come_to(name: str) -> str:
        tab.wait_for_selector(f"body[data-screen={name}]")
        return name

    def over(button: str, name: str) -> Iterator[str]:
        tab.get_by_role("button", name=button, exact=True).click()
        yield come_to(name)

    def back(home: str) -> None:
        tab.locator(":is(#back, #stay, #keep)").click()
        come_to(home)

    yield come_to("home")
    for button, name in (("My plays", "plays"), ("Credits and licences", "about"), ("Settings", "settings")):
        yield from over(button, name)
        back("home")
    tab.click("#scenario-a-story")
    yield come_to("briefing")
    tab.click("#begin")
    come_to("conversation")
    yield "reading"
    _press_on(tab, lambda: tab.locator(".option").count() > 0)
    yield "choosing"
    for button, name in (("History", "history"), ("Leave", "leave"), ("Glossary", "glossary")):
        if tab.get_by_role("button", name=button, exact=True).count():
            yield from over(button, name)
            back("conversation")
    _press_on(tab, lambda: tab.locator(".feedback").count() > 0)
    yield "feedback"
    _press_on(tab, lambda: tab.evaluate("document.body.dataset.screen") != "conversation")
    yield come_to("reflection")
    _press_on(tab, lambda: tab.evaluate("document.body.dataset.screen") != "reflection")
    yield come_to("debrief")
    tab.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    yield "debrief, opened"
    tab.get_by_role("button", name="All scenarios").click()
    come_to("home")
    yield from over("My plays", "plays")
    tab.click("#erase-all")
    yield come_to("ask")


def _press_on(tab: Any, there: Callable[[], bool]) -> None:
    """Presses what leads on until something is there; a click within 0.2 s of the options is not taken."""
    for _ in range(MOST_CLICKS):
        if there():
            return
        what = tab.locator(ON).last
        if what.count():
            what.evaluate("one => one.click()")
        tab.wait_for_timeout(20)
    raise AssertionError("what was waited for never came")
