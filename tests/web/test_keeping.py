"""What a page says where plays cannot be kept, or were kept otherwise: each time a sentence; nothing is lost unsaid."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.testing import SMALL
from game.web.page import PageChoices
from tests.support.browsing import browser, expect
from tests.support.patience import PATIENCE
from tests.web.a_page import a_page
from tests.web.test_playing import by_pointer, point, screen

pytestmark = pytest.mark.browser
__all__ = ["browser"]
BARE = PageChoices(pictures=False)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_page(tmp_path_factory.mktemp("page"), BARE)


@pytest.fixture
def device(browser: Any) -> Iterator[Any]:
    """A browser that has kept nothing yet."""
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(PATIENCE * 1000)
    yield context
    context.close()


def tab_of(device: Any, page: Path, before: str = "") -> Any:
    tab = device.new_page()
    if before:
        tab.add_init_script(before)
    tab.goto(page.as_uri())
    tab.wait_for_selector("#begin")
    return tab


def to_options(tab: Any) -> None:
    while not tab.locator(".option").count():
        by_pointer(tab)


def choose(tab: Any) -> None:
    while tab.locator(".option").count():
        by_pointer(tab)


def notice(tab: Any) -> str:
    """What the page says about keeping, as soon as it says something."""
    return str(tab.locator(".notice:not(:empty)").inner_text())


def test_where_nothing_can_be_kept_the_page_says_so_at_once_and_offers_the_file(device: Any, story: Path) -> None:
    tab = tab_of(device, story, "Object.defineProperty(window, 'indexedDB', { value: undefined })")
    assert "save your play as a file" in notice(tab)
    tab.click("#begin")
    to_options(tab)
    choose(tab)
    tab.click("#leave")
    with tab.expect_download() as saved:
        tab.get_by_role("button", name="Save my play").click()
    assert '"event":"chosen"' in Path(saved.value.path()).read_text(encoding="utf-8")


def test_a_newer_pages_database_is_left_alone(device: Any, story: Path) -> None:
    newer = "sessionStorage.made || (sessionStorage.made = 1, indexedDB.open('equal-footing', 99))"
    tab_of(device, story, newer).close()
    tab = tab_of(device, story)
    assert "A newer page has kept plays" in notice(tab)


def test_two_tabs_cannot_write_one_play(device: Any, story: Path) -> None:
    one = tab_of(device, story)
    one.click("#begin")
    to_options(one)
    other = tab_of(device, story)
    other.click("#continue")
    to_options(other)
    choose(other)
    point(one, ".option:not([aria-disabled])")
    assert "goes on in another tab" in notice(one)
    assert one.locator(".option").count() > 0


def test_a_full_device_is_told_and_the_play_goes_on(device: Any, story: Path) -> None:
    full = """
        const add = IDBObjectStore.prototype.add;
        IDBObjectStore.prototype.add = function (...given) {
            const asked = add.apply(this, given);
            if (given[0].n > 0) Object.defineProperty(this.transaction, "error",
                { value: new DOMException("", "QuotaExceededError") }), this.transaction.abort();
            return asked;
        };
    """
    tab = tab_of(device, story, full)
    tab.click("#begin")
    to_options(tab)
    choose(tab)
    assert "no room left" in notice(tab)
    while screen(tab) == "conversation":
        by_pointer(tab)
    assert screen(tab) in ("reflection", "debrief")


def test_a_scenario_that_has_changed_since_is_told(device: Any, tmp_path: Path) -> None:
    path = a_page(tmp_path, BARE)
    tab = tab_of(device, path)
    tab.click("#begin")
    to_options(tab)
    tab.close()
    a_page(tmp_path, BARE, SMALL.replace("Your phone buzzes", "The phone buzzes"))
    tab = tab_of(device, path)
    tab.click("#continue")
    assert "has changed since this play began" in notice(tab)
    assert screen(tab) == "conversation"


def test_two_taps_on_begin_begin_one_play(device: Any, story: Path) -> None:
    tab = tab_of(device, story)
    tab.evaluate("for (const one of [1, 2]) document.querySelector('#begin').click()")
    to_options(tab)
    tab.click("#leave")
    tab.click("#leave-now")
    tab.get_by_role("button", name="My plays").click()
    expect(tab.locator(".play")).to_have_count(1)
