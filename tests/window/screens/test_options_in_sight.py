"""At the moment of choosing all options stand in the window; where they cannot, the next is partly seen and it is said.

The whole table, over every decision of the library, is `python -m benchmarks.options_in_sight`.
"""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from benchmarks.options_in_sight import (
    SCALES,
    SIZES,
    Bench,
    at_decision,
    budget,
    decisions,
    holds,
)
from game.app.library import Library
from game.author.smells.lengths import MOST_CHARACTERS
from game.play.events import Mode
from game.play.session import Session, new_session
from game.window.toolkit.controls import Button
from tests.support.playing import begin
from tests.window.conftest import Start
from tests.window.drive import SAMPLE, Driver
from tests.window.shots import read_on

TELLING = ("whatever-you-think", "a-foggy-afternoon")  # where the most words are offered


@pytest.fixture(scope="module")
def telling() -> list[Session]:
    """A session at each decision of two scenarios."""
    library = Library()
    return [session for name in TELLING for session in decisions(library, library.scenario(name))]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


@pytest.fixture
def sample() -> Session:
    library = Library({"sample": SAMPLE})
    return at_decision(new_session(library.exact("sample"), mode=Mode.PRACTICE, seed=1), ())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", SCALES)
def test_options_own_the_window(bench: Bench, telling: list[Session], size: tuple[int, int], scale: float) -> None:
    bench.size(size, scale)
    seen = [bench.see(session) for session in telling]
    assert min(one.target for one in seen) >= 44
    assert {one.letters for one in seen} == {bench.app.look.px}
    assert all(one.whole >= 2 for one in seen)
    assert all(one.next_seen for one in seen)
    if scale < 2:
        assert all(one.whole == one.options for one in seen)


def test_at_the_usual_size_the_newest_line_stands_above_them(bench: Bench, telling: list[Session]) -> None:
    for size in SIZES:
        bench.size(size, 1.0)
        assert all(bench.see(session).line_seen for session in telling)


@pytest.mark.parametrize("size", SIZES)
def test_options_of_the_budget_that_check_warns_by_stand_there(
    bench: Bench, sample: Session, size: tuple[int, int]
) -> None:
    for scale in SCALES:
        bench.size(size, scale)
        assert holds(bench, sample, MOST_CHARACTERS, scale)


def test_the_budget_is_what_the_narrowest_window_allows(bench: Bench, sample: Session) -> None:
    assert 0 <= budget(bench, sample, (430, 900), 2.0) - MOST_CHARACTERS < 6


def large(driver: Driver) -> Driver:
    """At the first options, in the largest letters."""
    driver.app.prefer(driver.app.preferences.__class__(text_scale=2.0, reveal="at-once"))
    begin(driver)
    read_on(driver)
    return driver


def test_what_is_out_of_sight_is_counted_and_pressing_the_count_leads_there(start: Start) -> None:
    driver = large(start((800, 600)))
    assert "1 more below" in driver.words()
    driver.press("more")
    assert "more above" in driver.words()
    driver.press("more")
    assert "1 more below" in driver.words()


def test_the_count_follows_the_focus(start: Start) -> None:
    driver = large(start((800, 600)))
    for _option in driver.offers:
        driver.key(pygame.K_DOWN)
    assert driver.focus == f"choice-{len(driver.offers)}"
    assert "more above" in driver.words()


def test_a_line_that_makes_room_for_the_options_waits_until_it_is_read(start: Start) -> None:
    driver = start((800, 600))
    driver.app.prefer(driver.app.preferences.__class__(text_scale=2.0, reveal="at-once"))
    begin(driver)
    while not driver.reading.at_end:
        driver.key(pygame.K_SPACE)
    driver.wait(2.0)
    newest = driver.reading.lines[-1].text
    assert not driver.offers
    driver.key(pygame.K_SPACE)
    assert driver.offers
    assert newest.split()[0] not in driver.words()
    driver.key(pygame.K_COMMA)
    assert newest.split()[-1] in driver.words()


def test_the_menu_holds_every_quiet_button_and_does_what_each_does(start: Start) -> None:
    driver = large(start((430, 900)))
    driver.enter("menu")
    assert driver.screen == "Menu"
    for label in ("Back a line", "History", "Saves", "Settings", "Leave"):
        assert label in driver.keys
    driver.enter("History")
    assert driver.screen == "History"
    driver.key(pygame.K_ESCAPE)
    assert driver.screen == "Conversation"


@pytest.mark.parametrize("size", [(320, 640), (360, 740), (430, 900)])
def test_the_word_menu_never_breaks_in_two(start: Start, size: tuple[int, int]) -> None:
    driver = start(size)
    driver.app.prefer(driver.app.preferences.__class__(text_scale=2.0, reveal="at-once"))
    begin(driver)
    read = 0
    while not driver.offers:
        _, menu = driver.find("menu")
        assert isinstance(menu, Button)
        assert len(menu.block.lines) <= 1
        assert "Menu" in (menu.label, menu.told)
        driver.key(pygame.K_SPACE)
        read += 1
    assert read
