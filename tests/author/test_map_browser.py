"""The map and the page of `explore` in a real Chromium. Without Chromium, Playwright or axe-core the tests skip."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks.generate import braid
from game.author.explore.figures import explore
from game.author.explore.page import as_page
from game.author.map.make import the_map
from game.testing import SMALL
from tests.author.benches import a_bench
from tests.support.browsing import axe, browser, opened

__all__ = ["axe", "browser"]
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("maps")
    written = {
        "small": the_map(a_bench(), ".html"),
        "large": the_map(a_bench(braid(28, 7)), ".html"),
        "explore": as_page(explore(a_bench(SMALL), lines=True)),
    }
    for name, html in written.items():
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in written}


def scale(page: Any) -> float:
    """Pixels of the screen for one unit of the drawing."""
    return float(page.evaluate("document.getElementById('map').getScreenCTM().a"))


@pytest.mark.parametrize("wide", [1280, 420])
@pytest.mark.parametrize("name", ["small", "large", "explore"])
def test_nothing_overflows_sideways_complains_or_leaves_the_page(
    browser: Any, pages: dict[str, Path], name: str, wide: int
) -> None:
    page = opened(browser, pages[name], wide)
    assert page.evaluate("document.documentElement.scrollWidth") <= wide
    assert page.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["small", "large", "explore"])
def test_axe_finds_nothing_serious(browser: Any, axe: str, pages: dict[str, Path], name: str, scheme: str) -> None:
    page = opened(browser, pages[name], bypass_csp=True, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.evaluate(axe)
    answer = page.evaluate("axe.run({resultTypes: ['violations']})")
    graver = [v for v in answer["violations"] if v["impact"] in ("serious", "critical")]
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in graver] == []


def test_a_click_on_a_box_shows_its_words_and_lights_its_ways(browser: Any, pages: dict[str, Path]) -> None:
    page = opened(browser, pages["small"])
    page.locator("#b-the-answer").click()
    shown = page.locator("article:visible")
    assert shown.count() == 1
    assert shown.locator("h2").inner_text() == "The answer"
    assert "I did mean it, you know." in shown.inner_text()
    assert page.locator(".arrow.lit").count() == 3
    labels = set(page.locator(".arrow .label:visible").all_text_contents())
    assert labels == {"own-it, say-how", "change-subject"}
    assert page.evaluate("location.hash") == "#n-the-answer"


def test_enter_and_arrow_keys_walk_along_the_ways(browser: Any, pages: dict[str, Path]) -> None:
    page = opened(browser, pages["small"])
    page.locator("#b-the-text").focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.id") == "b-the-answer"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    assert page.locator("article:visible h2").inner_text() == "Left open"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert page.locator("article:visible h2").inner_text() == "The answer"


def test_plus_minus_and_nought_zoom_and_arrows_move(browser: Any, pages: dict[str, Path]) -> None:
    page = opened(browser, pages["large"])
    before = scale(page)
    page.locator("#ground").focus()
    page.keyboard.press("+")
    page.keyboard.press("+")
    assert scale(page) == pytest.approx(before * 1.25**2)
    box = page.evaluate("document.getElementById('map').getAttribute('viewBox')")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.getElementById('map').getAttribute('viewBox')") != box
    page.keyboard.press("0")
    assert scale(page) == pytest.approx(before)


def test_the_wheel_zooms_at_the_pointer_and_dragging_moves_without_picking(
    browser: Any, pages: dict[str, Path]
) -> None:
    page = opened(browser, pages["large"])
    before = scale(page)
    page.mouse.move(400, 300)
    page.mouse.wheel(0, -400)
    page.wait_for_function(f"document.getElementById('map').getScreenCTM().a > {before} * 1.5")
    where = page.locator("#b-n-9-2").bounding_box()
    page.mouse.down()
    page.mouse.move(460, 340, steps=4)
    page.mouse.up()
    moved = page.locator("#b-n-9-2").bounding_box()
    assert (moved["x"] - where["x"], moved["y"] - where["y"]) == pytest.approx((60, 40), abs=1)
    assert page.locator("article:visible h2").inner_text() == "Start"


def test_search_marks_what_it_finds_and_enter_goes_there(browser: Any, pages: dict[str, Path]) -> None:
    page = opened(browser, pages["small"])
    page.get_by_label("Search").fill("repairs nothing")
    assert page.get_by_role("status").inner_text() == "0 boxes"
    page.get_by_label("Search").fill("owns_part")
    assert page.get_by_role("status").inner_text() == "1 box"
    page.keyboard.press("Enter")
    assert page.locator("article:visible h2").inner_text() == "The answer"
    assert page.locator(".box.dim").count() == 3


def test_colour_goes_by_what_is_asked_for_and_words_say_the_same(browser: Any, pages: dict[str, Path]) -> None:
    page = opened(browser, pages["small"])
    assert page.locator("#b-the-text .badge").text_content() == "2 of 4"
    page.get_by_label("Colour by").select_option("chance")
    assert page.locator("#b-clear .badge").text_content() == "50.0 %"
    assert "l3" in page.locator("#b-clear").get_attribute("class").split()
    assert page.locator(".legend .step").first.inner_text() == "never"


def test_from_afar_a_large_map_shows_titles_that_can_be_read(browser: Any, pages: dict[str, Path]) -> None:
    page = opened(browser, pages["large"])
    assert page.locator("#b-n-9-2 .far").is_visible()
    tall = page.evaluate("document.querySelector('#b-n-9-2 .far text').getBoundingClientRect().height")
    assert tall > 9
    page.locator("#b-n-9-2").click()
    for _ in range(6):
        page.get_by_role("button", name="Zoom in").click()
    assert page.locator("#b-n-9-2 .near").is_visible()


def test_without_script_the_map_scrolls_and_all_words_stand_beside_it(browser: Any, pages: dict[str, Path]) -> None:
    page = opened(browser, pages["small"], java_script_enabled=False)
    assert page.locator("article:visible").count() == 4
    page.locator("#b-the-answer").click()
    assert page.url.endswith("#n-the-answer")
    assert not page.get_by_label("Search").is_visible()


def test_two_fingers_zoom(browser: Any, pages: dict[str, Path]) -> None:
    page = opened(browser, pages["small"])
    before = scale(page)
    page.evaluate(
        """() => {
        const map = document.getElementById('map');
        const send = (type, id, x, y, to = map) => to.dispatchEvent(new PointerEvent(type,
          {pointerId: id, pointerType: 'touch', clientX: x, clientY: y, bubbles: true, button: 0}));
        send('pointerdown', 1, 300, 300); send('pointerdown', 2, 400, 300);
        send('pointermove', 2, 450, 300); send('pointermove', 1, 250, 300);
        send('pointerup', 1, 250, 300); send('pointerup', 2, 450, 300);
        }"""
    )
    assert scale(page) == pytest.approx(min(3, before * 2), rel=0.02)
