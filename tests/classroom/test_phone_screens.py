"""Every screen that a phone sees in the room: in large letters, on the narrowest phones, in dark and high contrast, in
both languages. EQUAL_FOOTING_SHOTS names a folder for a picture of each."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from typing import Any

import pytest

from tests.classroom.a_room import Room, room  # noqa: F401
from tests.support.browsing import browser, let_time_pass  # noqa: F401
from tests.support.patience import PATIENCE

pytest.importorskip("uvicorn")
pytestmark = [pytest.mark.browser, pytest.mark.slow]
SHOTS = os.environ.get("EQUAL_FOOTING_SHOTS")
TWICE = "addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '200%'; })"
WAYS = {
    "large": (360, "en-GB", True, {}),
    "large-dark": (360, "es-ES", True, {"color_scheme": "dark"}),
    "narrow-contrast": (320, "es-ES", True, {"contrast": "more"}),
    "narrow-forced": (320, "en-GB", False, {"forced_colors": "active"}),
}  # width, language, letters of twice the size, and what the phone is set to
WRONG = """() => {
  const seen = [...document.querySelectorAll("body *")].filter((e) => e.checkVisibility({ visibilityProperty: true }));
  const named = (why) => (e) => `${why}: ${e.tagName} ${e.id} ${e.textContent.trim().slice(0, 30)}`;
  const box = (e) => e.getBoundingClientRect();
  const wide = innerWidth + 1;
  const there = seen.filter((e) => box(e).width > 1 && box(e).bottom > 0);
  const outside = there.filter((e) => box(e).right > wide || box(e).left < -1);
  const clips = (e) => getComputedStyle(e).overflowX === "hidden" && e.clientWidth > 1;
  const cut = seen.filter((e) => clips(e) && e.scrollWidth > e.clientWidth + 1);
  const low = seen.filter((e) => e.matches("button, .button, input:not([type=radio]), summary") && box(e).height < 44);
  const texts = seen.filter((e) => e.clientWidth !== 1).flatMap((e) => [...e.childNodes].filter((n) => n.data));
  const isBroken = (node, at, long) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + long);
    return new Set([...range.getClientRects()].map((one) => Math.round(one.top))).size > 1;
  };
  const words = (node) => [...node.data.matchAll(/(?<!\\p{L})\\p{L}{2,10}(?!\\p{L})/gu)];
  const broken = texts.flatMap((n) => words(n).filter((one) => isBroken(n, one.index, one[0].length)));
  return [
    ...(document.documentElement.scrollWidth > innerWidth ? ["the page goes sideways"] : []),
    ...outside.map(named("outside")),
    ...cut.map(named("cut")),
    ...low.map(named("too low")),
    ...broken.map((one) => `broken: ${one[0]}`),
  ];
}"""  # what is outside the screen, cut, too low for a finger, or a short word that is broken in two


class Phone:
    """A phone that is set in one of the ways, and what was wrong with a screen of it."""

    def __init__(self, room: Room, way: str) -> None:  # noqa: F811
        wide, language, twice, more = WAYS[way]
        self.way, self.shots = way, 0
        self.page = room.browser.new_page(viewport={"width": wide, "height": 740}, locale=language, **more)
        self.page.set_default_timeout(PATIENCE * 1000)
        self.page.on("pageerror", lambda error: room.complaints.append(str(error)))
        self.page.clock.install()
        if twice:
            self.page.add_init_script(TWICE)
        self.page.goto(room.server.address)

    def looked_at(self, screen: str) -> None:
        if SHOTS:
            self.shots += 1
            self.page.screenshot(path=f"{SHOTS}/{self.way}-{self.shots:02}-{screen}.png", full_page=True)
        assert self.page.evaluate(WRONG) == [], (self.way, screen)


def joins(page: Any, code: str) -> None:
    page.fill("#code", code)
    page.click("#form button")


def sits_out(page: Any) -> None:
    """Votes for nothing, and says why in a word that no phone is wide enough for."""
    page.locator(".option").last.click()
    page.fill("#reason", "Donaudampfschifffahrtsgesellschaftskapitänswitwe, says the rule. " * 3)
    page.click("#send")


def test_every_screen_of_a_phone_is_whole_in_every_way_that_it_can_be_set(room: Room) -> None:  # noqa: F811
    phones = [Phone(room, way) for way in WAYS]

    def all_at(screen: str, shown: Callable[[Any], bool]) -> None:
        for phone in phones:
            let_time_pass(phone.page, lambda page=phone.page: shown(page))  # type: ignore[misc]
        for phone in phones:
            phone.looked_at(screen)

    def each(do: Callable[[Any], None]) -> None:
        for phone in phones:
            do(phone.page)

    def there(what: str) -> Callable[[Any], bool]:
        return lambda page: bool(page.locator(what).count())

    all_at("join", there("#code"))
    each(lambda page: joins(page, "wrong"))
    all_at("wrong-code", lambda page: bool(page.locator("#told").inner_text()))
    each(lambda page: joins(page, room.server.code))
    all_at("alone", there("body[data-screen=briefing]"))
    each(lambda page: page.goto(room.server.address))
    all_at("inside", there("#list a"))
    each(lambda page: page.click("#inside a[href='/together.html']"))
    all_at("nothing-yet", there("#place h1"))
    room.console.click("#begin-fine-fine")
    all_at("notes", there("#place h2"))
    room.go_to_the_options()
    all_at("vote-waiting", there(".heard"))
    room.console.click("#open")
    all_at("vote-open", there("#reason"))
    each(lambda page: page.locator(".option").nth(1).click())
    all_at("voted", lambda page: bool(page.locator("#note").inner_text()))
    each(sits_out)
    all_at("sits-out", there(".option[id='option-null'][aria-pressed=true]"))
    for phone in phones[:2]:
        phone.page.locator(".option").first.click()
    room.count_hands(C=4)
    room.console.get_by_text("Votes so far: 6").wait_for()
    room.console.click("#close")
    all_at("vote-closed", there(".split strong"))
    room.console.locator("text=Let through").first.wait_for()
    room.console.get_by_role("button", name="Let through").first.click()
    all_at("reasons", there("#place h2"))
    room.console.click("#commit")
    all_at("commitment", there("#commitment"))
    each(lambda page: page.click("#back"))
    all_at("taken-back", lambda page: bool(page.locator("#gone").inner_text()))
    room.server.end(signal.SIGKILL)
    away = ("Your teacher's computer cannot be reached.", "No se llega al ordenador de tu docente.")
    all_at("gone", lambda page: page.locator("#told").inner_text().startswith(away))
