"""A page played to the end in a real Chromium: by keys, by pointer; what is saved scores as what was shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game.app.library import Library
from game.play.journal import read_journal
from game.play.report import number
from game.rubric.score import score
from game.web.page import PageChoices, page
from tests.support.browsing import axe, browser, expect, opened
from tests.web.a_page import a_page

pytestmark = pytest.mark.browser
__all__ = ["axe", "browser"]
MOST_STEPS = 4000  # a key within 0.2 s of the options picks nothing, and is pressed again


@pytest.fixture(scope="module")
def friend(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Saturday Friend as a page."""
    path = tmp_path_factory.mktemp("page") / "friend.html"
    path.write_bytes(page(Library.shipped(), ["saturday-friend"], PageChoices(pictures=False)))
    return path


def by_keys(tab: Any) -> None:
    """One step of a play by the keyboard alone."""
    if tab.locator("#own-words").count():
        tab.keyboard.press("Tab")
        tab.keyboard.press("Enter")
    elif tab.locator(".option").count():
        tab.keyboard.press("1")
        if tab.locator("#option-1[aria-disabled]").count():
            tab.keyboard.press("2")
    else:
        tab.keyboard.press("Tab" if tab.locator(".feedback").count() else "ArrowRight")
        if tab.locator(".feedback").count():
            tab.locator("#continue").press("Enter")


def by_pointer(tab: Any) -> None:
    """One step of a play by pointing alone: at the last option that is open, else at the way on."""
    point(tab, "[data-screen=conversation] :is(.option:not([aria-disabled]), .foot .primary)")


def point(tab: Any, what: str) -> None:
    """A click into the middle of the last thing of this kind, where it is on the screen now."""
    at = tab.evaluate(
        """what => {
            const one = [...document.querySelectorAll(what)].pop();
            one?.scrollIntoView({ block: "center", behavior: "instant" });
            const box = one?.getBoundingClientRect();
            return box && [box.x + box.width / 2, box.y + box.height / 2];
        }""",
        what,
    )
    if at:
        tab.mouse.click(*at)


def play(tab: Any, step: Callable[[Any], None]) -> None:
    for _ in range(MOST_STEPS):
        if screen(tab) != "conversation":
            return
        step(tab)
    raise AssertionError("the play does not end")


def to_debrief(tab: Any) -> None:
    """Past the reflection; a click within 0.2 s of it leads nowhere."""
    while screen(tab) == "reflection":
        point(tab, "#see-debrief")


def screen(tab: Any) -> str:
    return str(tab.evaluate("document.body.dataset.screen"))


def serious(tab: Any, axe: str) -> list[str]:
    """What axe finds on the screen that is more than a trifle."""
    tab.evaluate(axe)
    found = tab.evaluate("axe.run().then(r => r.violations.map(v => [v.impact, v.id + ': ' + v.nodes[0].html]))")
    return [what for impact, what in found if impact in ("serious", "critical")]


@pytest.mark.parametrize("step", [by_keys, by_pointer], ids=["by keys", "by pointer"])
def test_a_play_comes_to_its_end_and_its_file_scores_as_was_shown(
    browser: Any, friend: Path, tmp_path: Path, step: Callable[[Any], None]
) -> None:
    tab = opened(browser, friend)
    tab.wait_for_selector("#begin")
    tab.click("#begin") if step is by_pointer else tab.locator("#begin").press("Enter")
    tab.wait_for_selector("body[data-screen=conversation]")
    play(tab, step)
    tab.fill("#answer-0", "I would ask first.")
    to_debrief(tab)
    with tab.expect_download() as saved:
        tab.click("#save-play")
    file = tmp_path / "play.txt"
    saved.value.save_as(file)
    journal = read_journal(file)
    card = score(Library.shipped().exact("saturday-friend"), [choice.option for choice in journal.choices])
    assert journal.finished is not None
    assert journal.finished.card == {name: one.path for name, one in {**card.components, **card.axes}.items()}
    shown = re.findall(r"(\d+|no score) of 100", " ".join(tab.locator(".figures").all_inner_texts()))
    readings = [card.axes[axis].path for axis in card.axes] + [one.path for one in card.components.values()]
    assert sorted(shown) == sorted(number(value) for value in readings)
    assert tab.complaints == []
    tab.close()


def test_no_screen_has_a_serious_fault_for_who_listens_or_does_not_see_well(
    browser: Any, friend: Path, axe: str
) -> None:
    tab = opened(browser, friend, 360, bypass_csp=True, reduced_motion="reduce")
    tab.wait_for_selector("#begin")
    found = {"briefing": serious(tab, axe)}
    tab.click("#begin")
    tab.wait_for_selector("body[data-screen=conversation]")
    for _ in range(MOST_STEPS):
        kind = next((one for one in ("own-words", "option-1", "continue") if tab.locator(f"#{one}").count()), "between")
        kind = "feedback" if tab.locator(".feedback").count() else kind
        if screen(tab) != "conversation":
            break
        if kind not in found:
            found[kind] = serious(tab, axe)
        by_pointer(tab)
    found["reflection"] = serious(tab, axe)
    to_debrief(tab)
    tab.wait_for_selector("body[data-screen=debrief]")
    found["debrief"] = serious(tab, axe)
    for name in ("Glossary", "History", "Settings"):
        tab.get_by_role("button", name=name).click()
        found[name] = serious(tab, axe)
        tab.click("#back")
    assert {name: faults for name, faults in found.items() if faults} == {}
    tab.close()


def test_a_play_that_was_left_goes_on_where_it_was(browser: Any, friend: Path) -> None:
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(friend.as_uri())
    tab.click("#begin")
    for asked in (False, True):  # to the options, and past them
        while (tab.locator(".option").count() > 0) is asked:
            by_pointer(tab)
    tab.close()  # as a phone does it, without a word
    tab = context.new_page()
    tab.goto(friend.as_uri())
    tab.click("#continue")
    tab.wait_for_selector("body[data-screen=conversation]")
    expect(tab.locator(".line.mine")).to_have_count(1)
    context.close()


def test_a_sheet_over_a_sheet_goes_back_to_the_first_by_its_button_and_by_the_browser(
    browser: Any, tmp_path: Path
) -> None:
    tab = opened(browser, a_page(tmp_path, PageChoices(pictures=False)))

    def at(name: str) -> None:
        tab.wait_for_selector(f"body[data-screen={name}]")
        tab.evaluate("new Promise(done => setTimeout(done))")  # whatever the last step began has come
        assert screen(tab) == name

    for back in (lambda: tab.click("#back"), tab.go_back):
        at("briefing")
        tab.get_by_role("button", name="Settings").click()
        tab.get_by_role("button", name="Credits and licences").click()
        at("about")
        back()
        at("settings")
        back()
    at("briefing")
    tab.close()


def test_a_browser_that_cannot_unpack_by_itself_is_unpacked_for(browser: Any, tmp_path: Path) -> None:
    tab = browser.new_page()
    tab.add_init_script("delete window.DecompressionStream")
    tab.goto(a_page(tmp_path, PageChoices(pictures=False)).as_uri())
    expect(tab.locator("#begin")).to_be_visible()
    assert tab.evaluate("typeof DecompressionStream") == "undefined"
    tab.close()
