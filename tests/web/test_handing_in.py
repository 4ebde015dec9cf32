"""What leaves a page: a play by the share sheet or as a file, with a name and the device's mark, or none any more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.play.journal import Journal, read_journal
from game.web.page import PageChoices
from tests.support.browsing import browser, expect
from tests.support.patience import PATIENCE
from tests.web.a_page import a_page
from tests.web.test_playing import by_pointer

pytestmark = pytest.mark.browser
__all__ = ["browser"]
SHEET = """
    navigator.canShare = () => true;
    navigator.share = async ({ files }) => {
        const kept = [files[0].name, files[0].type, await files[0].text()];
        if (window.refuses) throw new DOMException("", window.refuses);
        window.shared = kept;
    };
"""


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_page(tmp_path_factory.mktemp("page"), PageChoices(pictures=False, class_code="4b"))


@pytest.fixture
def phone(browser: Any, story: Path) -> Iterator[Any]:
    """The page on a phone that has a share sheet and has kept nothing yet."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, reduced_motion="reduce"
    )
    context.set_default_timeout(PATIENCE * 1000)
    tab = context.new_page()
    tab.add_init_script(SHEET)
    tab.goto(story.as_uri())
    tab.wait_for_selector("#begin")
    yield tab
    context.close()


def played(tab: Any, name: str = "") -> None:
    """From the briefing to one choice, and to the screen that is left by; with a name, where one is given."""
    if name:
        tab.fill("#player", name)
    tab.click("#begin")
    while not tab.locator(".line.mine").count():
        by_pointer(tab)
    tab.click("#leave")


def saved(tab: Any, button: str, path: Path) -> Journal:
    """The play that comes as a file when a button is pressed."""
    with tab.expect_download() as got:
        tab.click(button)
    got.value.save_as(path)
    return read_journal(path)


def test_a_phone_hands_its_play_to_the_share_sheet_as_plain_text(phone: Any, tmp_path: Path) -> None:
    played(phone, " Ada L. ")
    phone.click("text=Save my play")
    phone.wait_for_selector("text=It is on its way")
    name, kind, text = phone.evaluate("shared")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d-a-story-\w{6}\.txt", name)
    assert kind == "text/plain"
    (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    begun = read_journal(tmp_path / name).begun
    assert (begun.player, begun.class_code) == ("Ada L.", "4b")
    assert begun.device


def test_where_sharing_is_refused_the_file_is_saved_and_the_page_says_where_it_lies(phone: Any, tmp_path: Path) -> None:
    phone.evaluate("window.refuses = 'NotAllowedError'")
    played(phone)
    assert saved(phone, "text=Save my play", tmp_path / "play.txt").choices
    expect(phone.locator("[role=status]:not(:empty)")).to_contain_text("where your downloads are")


def test_a_share_sheet_that_was_closed_again_is_told_and_nothing_is_saved(phone: Any) -> None:
    phone.evaluate("window.refuses = 'AbortError'")
    played(phone)
    phone.click("text=Save my play")
    expect(phone.locator("[role=status]:not(:empty)")).to_contain_text("Nothing was sent")


def test_whoever_plays_next_has_no_name_and_another_mark_until_all_is_erased(phone: Any, tmp_path: Path) -> None:
    played(phone, "Ada")
    phone.evaluate("window.refuses = 'NotAllowedError'")
    first = saved(phone, "text=Save my play", tmp_path / "first.txt").begun
    phone.click("#leave-now")
    phone.get_by_role("button", name="My plays").click()
    phone.click("#someone-else")
    phone.click("#sure")
    phone.click("#back")
    phone.wait_for_selector("body[data-screen=briefing]")
    played(phone)
    second = saved(phone, "text=Save my play", tmp_path / "second.txt").begun
    assert (first.player, second.player) == ("Ada", None)
    assert first.device != second.device
    phone.click("#leave-now")
    phone.get_by_role("button", name="My plays").click()
    expect(phone.locator(".play")).to_have_count(2)
    phone.click("#erase-all")
    phone.click("#sure")
    phone.wait_for_selector("text=There is no play yet.")
    phone.reload()
    phone.wait_for_selector("#begin")
    expect(phone.get_by_role("button", name="My plays")).to_have_count(0)
