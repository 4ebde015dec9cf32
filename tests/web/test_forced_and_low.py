"""Every screen of a page in colours that the system forces, and in a window of 320 × 256 (1280 × 1024 at 400 %)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.browsing import browser, opened
from tests.web.tour import tour, two_stories

pytestmark = pytest.mark.browser
__all__ = ["browser"]
MOST_STOPS = 60
CONTRASTS = """
    const rgb = text => {
        const found = text.match(/[\\d.]+/g)?.map(Number);
        return found && found[3] !== 0 ? found : null;
    };
    const light = colour => {
        const linear = one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4;
        const [r, g, b] = colour.map(one => linear(one / 255));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (one, other) => {
        const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    };
    const own = one => rgb(getComputedStyle(one).backgroundColor);
    const ground = one => one ? own(one) ?? ground(one.parentElement) : [255, 255, 255];
    const seen = one => one.checkVisibility() && !one.closest(".unseen, [aria-hidden=true]:not(svg)");
"""
UNSEEN = (
    "() => {"
    + CONTRASTS
    + """
    const faults = [];
    const words = one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    for (const one of document.querySelectorAll("body *")) {
        if (!seen(one)) continue;
        const style = getComputedStyle(one), told = one.textContent.trim().slice(0, 30);
        if (one.closest("svg")) {
            if (one.matches("path, polyline, circle, rect, line") && !one.matches(".best")) {
                const inks = [style.fill, style.stroke].map(rgb).filter(Boolean);
                if (!inks.some(ink => contrast(ink, ground(one.closest("svg").parentElement)) >= 3))
                    faults.push(`${one.outerHTML.slice(0, 60)} cannot be seen`);
            }
        } else if (words(one) && contrast(rgb(style.color), ground(one)) < 4.5) faults.push(`“${told}” cannot be read`);
        else if (one.matches("button:not(.scene), input, textarea")) {
            const edge = rgb(style.borderTopColor), filled = contrast(ground(one), ground(one.parentElement)) >= 3;
            if (!filled && (parseFloat(style.borderTopWidth) < 1 || contrast(edge, ground(one.parentElement)) < 3))
                faults.push(`“${told}” has no edge`);
        }
    }
    return faults;
}"""
)
FOCUSED = (
    "() => {"
    + CONTRASTS
    + """
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const style = getComputedStyle(one), box = one.getBoundingClientRect();
    const told = `“${one.id || one.getAttribute("aria-label") || one.textContent.trim().slice(0, 30)}”`;
    const ring = style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2;
    const [x, y] = [box.x + box.width / 2, Math.max(box.top, 0) / 2 + Math.min(box.bottom, innerHeight) / 2];
    const hit = document.elementFromPoint(x, y);
    const faults = [];
    if (!hit || !one.contains(hit)) faults.push(`${told} is covered`);
    const whole = box.top >= -2 && box.bottom <= innerHeight + 2;
    if (box.height <= innerHeight && !whole) faults.push(`${told} is cut off: ${box.top} to ${box.bottom}`);
    if (!ring) faults.push(`${told} has no ring`);
    else if (contrast(rgb(style.outlineColor), ground(one.parentElement)) < 3) faults.push(`${told} has a faint ring`);
    return [told, faults];
}"""
)
CHOSEN = (
    "() => {"
    + CONTRASTS
    + """
    return [...document.querySelectorAll(".chips")].map(group => {
        const [on, off] = [true, false].map(is => group.querySelector(`[aria-pressed=${is}]`));
        return on && off ? contrast(ground(on), ground(off)) : 21;
    });
}"""
)
LOCKED = """() => {
    const [one, other] = document.querySelectorAll(".option");
    other.setAttribute("aria-disabled", "true");
    const edges = [one, other].map(option => getComputedStyle(option).borderTopStyle);
    other.removeAttribute("aria-disabled");
    return edges;
}"""
WAY_ON = """() => {
    const way = document.querySelector(".foot .primary").getBoundingClientRect();
    const line = [...document.querySelectorAll(".line:not(.old)")].shift().getBoundingClientRect();
    const fits = way.bottom - line.top <= innerHeight;
    return { fits, seen: way.top >= 0 && way.bottom <= innerHeight + 2 };
}"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with two stories."""
    return two_stories(tmp_path_factory.mktemp("page"))


def stops(tab: Any) -> list[str]:
    """Goes through a screen by Tab; returns what was wrong with what had the focus."""
    found: dict[str, list[str]] = {}
    tab.evaluate("document.activeElement.blur()")
    for _ in range(MOST_STOPS):
        tab.keyboard.press("Tab")
        stop = tab.evaluate(FOCUSED)
        if stop is None or stop[0] in found:
            break
        found[stop[0]] = stop[1]
    assert found
    return [fault for faults in found.values() for fault in faults]


@pytest.mark.parametrize(("system", "theme"), [("light", "dark"), ("dark", "calm"), ("light", "contrast")])
def test_in_forced_colours_everything_is_seen_whatever_theme_was_set(
    browser: Any, file: Path, system: str, theme: str
) -> None:
    tab = opened(browser, file, 360, forced_colors="active", color_scheme=system, reduced_motion="reduce")
    found = {}
    for screen in tour(tab):
        tab.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        found[screen] = tab.evaluate(UNSEEN)
        if screen == "settings":
            assert min(tab.evaluate(CHOSEN)) >= 3
        if screen == "choosing":
            assert tab.evaluate(LOCKED) == ["solid", "dashed"]
    assert {screen: faults for screen, faults in found.items() if faults} == {}
    tab.close()


@pytest.mark.parametrize("system", ["light", "dark"])
def test_in_forced_colours_the_focus_is_seen_at_every_stop(browser: Any, file: Path, system: str) -> None:
    tab = opened(browser, file, 360, forced_colors="active", color_scheme=system, reduced_motion="reduce")
    found = {screen: stops(tab) for screen in tour(tab)}
    assert {screen: faults for screen, faults in found.items() if faults} == {}
    tab.close()


def test_at_400_percent_every_stop_of_the_keyboard_is_in_sight(browser: Any, file: Path) -> None:
    tab = opened(browser, file, 320, reduced_motion="reduce")
    tab.set_viewport_size({"width": 320, "height": 256})
    found = {screen: stops(tab) for screen in tour(tab)}
    assert {screen: faults for screen, faults in found.items() if faults} == {}
    tab.close()


def test_at_400_percent_the_way_on_stands_under_the_newest_line(browser: Any, file: Path) -> None:
    tab = opened(browser, file, 320, reduced_motion="reduce")
    tab.set_viewport_size({"width": 320, "height": 256})
    tab.click("#scenario-a-story")
    tab.click("#begin")
    tab.wait_for_selector("body[data-screen=conversation]")
    stood = 0
    while not tab.locator(".option").count():
        way = tab.evaluate(WAY_ON)
        assert way["seen"] or not way["fits"]
        stood += way["seen"]
        tab.keyboard.press("ArrowRight")
    assert stood
    tab.close()
