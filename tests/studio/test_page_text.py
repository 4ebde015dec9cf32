"""The text of a scenario on the studio's page, by keys: what can stand here, what a word means, names changed
everywhere, mends, and where a name is given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

pytest.importorskip("starlette")

from tests.studio.a_page import Author, SharedStudio, at_the_desk
from tests.support.browsing import browser, expect  # noqa: F401

pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.fixture
def desk(browser: Any, shared_studio: SharedStudio) -> Iterator[Author]:  # noqa: F811
    """An author at the text, whose words are known to the language server."""
    with at_the_desk(browser, shared_studio) as somebody:
        somebody.open_text()
        expect(somebody.page.get_by_label("The scenario as text")).to_be_focused()
        yield somebody


def find(page: Any, words: str) -> None:
    """Selects words by the search of the text."""
    page.keyboard.press("Control+f")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.get_by_label("The scenario as text")).to_be_focused()


def test_what_can_stand_here_is_offered_and_taken_by_keys(desk: Author) -> None:
    page = desk.page
    find(page, "goto: the-price")
    page.keyboard.press("ArrowRight")
    for _letter in "price":
        page.keyboard.press("Backspace")
    page.keyboard.press("Control+Space")
    offered = page.locator(".cm-tooltip-autocomplete li")
    expect(offered.filter(has_text="the-visit")).to_be_visible()
    page.keyboard.type("visit")
    expect(offered.first).to_contain_text("the-visit")
    expect(offered.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.locator(".cm-line", has_text="goto: the-visit").first).to_be_visible()
    desk.saved()
    assert "goto: the-visit\n" in desk.text()


def test_a_word_says_what_it_means_under_the_pointer(desk: Author) -> None:
    page = desk.page
    find(page, "names_dual_role")
    page.locator(".cm-line").get_by_text("names_dual_role").first.hover()
    expect(page.locator(".cm-tooltip", has_text=re.compile("two relationships|both hats|dual", re.I))).to_be_visible()


def test_a_scene_is_named_anew_everywhere_by_keys(desk: Author) -> None:
    page = desk.page
    before = desk.text().count("the-price")
    find(page, "  the-price:")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("F2")
    asked = page.locator(".cm-dialog input, .cm-panel input").last
    expect(asked).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("the-cost")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Form", exact=True).click()
    page.get_by_label("What is written").select_option("scene:the-cost")
    desk.saved()
    text = desk.text()
    assert (text.count("the-price"), text.count("the-cost")) == (0, before)


def test_where_a_name_is_given_is_found_by_a_key(desk: Author) -> None:
    page = desk.page
    find(page, "opens: laughed-off")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("F12")
    expect(page.locator(".cm-activeLine")).to_contain_text("laughed-off: {kind: withdrawal")


def test_a_mend_is_taken_from_the_problems_by_keys(desk: Author) -> None:
    page = desk.page
    find(page, "goto: the-price")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Backspace")
    page.get_by_role("tab", name=re.compile("^Problems")).click()
    mend = page.get_by_role("button", name="Write it like this: goto: the-price").first
    mend.press("Enter")
    expect(page.locator(".cm-line", has_text="goto: the-pric").first).to_have_text(re.compile("goto: the-price$"))
    desk.saved()
    assert "goto: the-pric\n" not in desk.text()


def test_a_mend_is_taken_in_the_text_by_keys(desk: Author) -> None:
    page = desk.page
    find(page, "goto: the-price")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Backspace")
    expect(page.locator(".cm-lintRange-error").first).to_be_visible()
    page.keyboard.press("Control+Shift+M")
    expect(page.locator(".cm-panel-lint .cm-diagnosticAction").first).to_have_text(
        "Write it like this: goto: the-price"
    )
    page.keyboard.press("w")
    expect(page.locator(".cm-line", has_text="goto: the-pric").first).to_have_text(re.compile("goto: the-price$"))
