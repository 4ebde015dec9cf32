"""Every screen of a page for whoever listens, enlarges or spaces out what they read: axe, 400 %, text spacing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.browsing import axe, browser, opened
from tests.web.test_playing import serious
from tests.web.tour import tour, two_stories

pytestmark = pytest.mark.browser
__all__ = ["axe", "browser"]
THEMES = ("calm", "dark", "contrast")
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }"""  # of WCAG 2.2, 1.4.12
WORDS = "button, summary, h1, h2, h3, label, p, dt, dd, .contact span, .about span"
SQUEEZED = """what => {
    const wide = document.documentElement.clientWidth, page = document.scrollingElement.scrollWidth;
    const hidden = one => one.closest(".unseen") || getComputedStyle(one).clipPath !== "none";
    const faults = page > wide ? [`the page is ${page} px wide`] : [];
    for (const one of document.querySelectorAll(what)) {
        const range = document.createRange();
        range.selectNodeContents(one);
        one.scrollIntoView({ block: "center", behavior: "instant" });
        const text = range.getBoundingClientRect(), box = one.getBoundingClientRect();
        const told = one.textContent.trim().slice(0, 40);
        if (!told || !text.width || hidden(one)) continue;
        if (text.left < box.left - 1 || text.right > box.right + 1) faults.push(`“${told}” runs out of its box`);
        if (text.left < -1 || text.right > wide + 1) faults.push(`“${told}” runs out of the page`);
        const end = one.matches(".contact span") && document.elementFromPoint(text.right - 2, text.top + 9);
        if (end && !one.contains(end) && !end.contains(one)) faults.push(`“${told}” lies under something else`);
    }
    return faults;
}"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with two stories."""
    return two_stories(tmp_path_factory.mktemp("page"))


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_serious_on_any_screen_in_any_theme(browser: Any, axe: str, file: Path, theme: str) -> None:
    tab = opened(browser, file, 360, bypass_csp=True, reduced_motion="reduce")
    found = {}
    for screen in tour(tab):
        tab.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        found[screen] = serious(tab, axe)
    assert {"home", "plays", "leave", "about", "settings"} <= set(found)
    assert {screen: faults for screen, faults in found.items() if faults} == {}
    tab.close()


@pytest.mark.parametrize(
    ("size", "style"), [((320, 256), ""), ((320, 640), SPACED), ((360, 740), SPACED)], ids=["400 %", "spaced", "phone"]
)
def test_nothing_is_cut_off_at_400_percent_or_with_wcag_s_spacing(
    browser: Any, file: Path, size: tuple[int, int], style: str
) -> None:
    tab = opened(browser, file, bypass_csp=True, reduced_motion="reduce")
    tab.set_viewport_size({"width": size[0], "height": size[1]})
    tab.wait_for_selector("body[data-screen=home]")
    if style:
        tab.add_style_tag(content=style)
    found = {screen: tab.evaluate(SQUEEZED, WORDS) for screen in tour(tab)}
    assert {screen: faults for screen, faults in found.items() if faults} == {}
    tab.close()


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param("style.setProperty('--size', '2')", id="at twice the text size"),
        pytest.param("dir = 'rtl'", id="from right to left"),
    ],
)
def test_nothing_is_cut_off_on_a_phone(changed: str, browser: Any, file: Path) -> None:
    tab = opened(browser, file, 360, reduced_motion="reduce")
    found = {}
    for screen in tour(tab):
        tab.evaluate(f"document.documentElement.{changed}; dispatchEvent(new Event('resize'))")
        found[screen] = tab.evaluate(SQUEEZED, WORDS)
    assert {screen: faults for screen, faults in found.items() if faults} == {}
    tab.close()
