"""The studio's page in every window: narrow, wide, at twice the size of text, by keys alone, in Spanish."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("starlette")

from tests.studio.a_page import SharedStudio, at_the_desk
from tests.studio.test_page import serious
from tests.support.browsing import axe, browser, expect  # noqa: F401

pytestmark = [pytest.mark.slow, pytest.mark.browser]

TOO_WIDE = """() => [...document.querySelectorAll('.pane-body *, .bar-above *')].filter(one => {
    const box = one.getBoundingClientRect();
    return box.width && box.right > innerWidth + 1 && !one.closest('.map-scroll, .unseen, select');
}).map(one => one.outerHTML.slice(0, 120)).slice(0, 5)"""


def test_four_hundred_pixels_show_the_form_or_the_play(browser: Any, axe: str, shared_studio: SharedStudio) -> None:  # noqa: F811
    with at_the_desk(browser, shared_studio, 400, 800) as somebody:
        page = somebody.page
        assert page.evaluate(TOO_WIDE) == []
        words = page.get_by_label("The words of line 2").bounding_box()
        speaker = page.get_by_role("group", name="line 2").get_by_label("Who speaks").bounding_box()
        assert speaker["y"] + speaker["height"] <= words["y"]
        assert serious(page, axe) == []
        page.get_by_role("button", name="Play", exact=True).click()
        page.frame_locator("iframe").get_by_text("Can I ask you something?").wait_for()
        expect(page.get_by_label("The words of line 2")).to_be_hidden()


@pytest.mark.parametrize("size", [(1280, 800), (400, 800)])
def test_what_is_hidden_makes_the_page_no_longer(
    browser: Any,  # noqa: F811
    shared_studio: SharedStudio,
    size: tuple[int, int],
) -> None:
    with at_the_desk(browser, shared_studio, *size) as somebody:
        page = somebody.page
        for place in ("about", "people", "after", "scene:the-fence"):
            page.get_by_label("What is written").select_option(place)
            assert page.evaluate("document.documentElement.scrollHeight <= innerHeight"), place


def test_text_of_twice_the_size_fits_the_window(browser: Any, shared_studio: SharedStudio) -> None:  # noqa: F811
    with at_the_desk(browser, shared_studio, 1280, 800) as somebody:
        page = somebody.page
        page.get_by_role("button", name="Settings").first.click()
        page.get_by_label("Text size").select_option("200")
        page.keyboard.press("Escape")
        assert page.evaluate(TOO_WIDE) == []


def test_text_of_twice_the_size_leaves_the_form_room_in_a_narrow_window(
    browser: Any,  # noqa: F811
    shared_studio: SharedStudio,
) -> None:
    with at_the_desk(browser, shared_studio, 400, 800) as somebody:
        page = somebody.page
        page.get_by_role("button", name="Settings").first.click()
        page.get_by_label("Text size").select_option("200")
        page.keyboard.press("Escape")
        words = page.get_by_label("The words of line 2")
        words.scroll_into_view_if_needed()
        words.fill("Can you spare a minute?")
        expect(words).to_be_in_viewport(ratio=1)
        assert page.evaluate(TOO_WIDE) == []
        page.get_by_role("button", name="Play", exact=True).click()
        play = page.frame_locator("iframe").get_by_text("Can you spare a minute?")
        play.scroll_into_view_if_needed()
        expect(play).to_be_in_viewport(ratio=1)


def test_a_wide_window_shows_form_map_and_play_side_by_side(browser: Any, shared_studio: SharedStudio) -> None:  # noqa: F811
    with at_the_desk(browser, shared_studio, 1920, 1080) as somebody:
        page = somebody.page
        page.get_by_role("button", name=re.compile("^The fence")).wait_for()
        page.frame_locator("iframe").get_by_text("Can I ask you something?").wait_for()
        assert page.evaluate(TOO_WIDE) == []


def test_the_play_has_the_text_size_of_the_studio(browser: Any, shared_studio: SharedStudio) -> None:  # noqa: F811
    with at_the_desk(browser, shared_studio) as somebody:
        page = somebody.page
        page.frame_locator("iframe").get_by_text("Can I ask you something?").wait_for()
        play = page.frame_locator("iframe").locator("html")
        usual = play.evaluate("root => parseFloat(getComputedStyle(root).fontSize)")
        page.get_by_role("button", name="Settings").click()
        page.get_by_label("Text size").select_option("200")
        expect(play).to_have_css("font-size", f"{2 * usual:g}px")


def test_everything_is_reached_by_keys_alone(browser: Any, shared_studio: SharedStudio) -> None:  # noqa: F811
    with at_the_desk(browser, shared_studio) as somebody:
        page = somebody.page
        page.get_by_label("The words of line 1").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_label("The words of line 2")).to_be_focused()
        page.keyboard.type("The gate squeaks.")
        page.keyboard.press("Alt+ArrowUp")
        expect(page.get_by_label("The words of line 1")).to_be_focused()
        expect(page.get_by_label("The words of line 1")).to_have_value("The gate squeaks.")
        page.keyboard.press("Alt+PageDown")
        expect(page.get_by_label("What is written")).to_have_value("scene:the-price")
        page.keyboard.press("F6")
        expect(page.get_by_role("tab", name="Play")).to_be_focused()
        page.keyboard.press("ArrowRight")
        expect(page.get_by_role("tab", name="Map")).to_be_focused()


def test_the_page_speaks_spanish(browser: Any, tmp_path: Path) -> None:  # noqa: F811
    from tests.studio.a_page import studio

    with studio(tmp_path / "mine", "--lang", "es") as address:
        page = browser.new_page()
        page.goto(address)
        page.get_by_role("heading", name="Escribir un escenario").wait_for()
        page.close()
