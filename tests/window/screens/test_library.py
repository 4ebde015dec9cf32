"""The library: where to start, what each teaches, looking for one, coming back to where one was; and my plays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event

import pygame
import pytest

from game import locations
from game.app.library import Library
from game.play.events import Mode
from game.testing import made
from game.window.destinations import ToDebrief, ToLibrary, ToMyPlays
from game.window.loop import answer
from game.window.screens.debrief import DebriefScreen
from tests.support.patience import PATIENCE
from tests.window.drive import Driver, a_context

FIVE = ("fine-fine", "saturday-friend", "three-kinds-of-good", "seeing-someone-else", "sixteen")
SIX = ("name-it", "frame-it", "tell", "mend-gossip", "scale", "recommend")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which five scenarios are kept as they were checked."""
    folder = tmp_path_factory.mktemp("cache")
    Library(_files(), cache=folder).shelf()
    return folder


def _files() -> dict[str, Path]:
    return {name: path for name, path in locations.scenario_files().items() if name in FIVE}


@pytest.fixture
def driver(tmp_path: Path, kept: Path) -> Driver:
    driver = Driver(a_context(tmp_path, scenarios=_files(), cache=kept))
    driver.enter("Play")
    return driver


def _words(driver: Driver) -> str:
    return driver.words().replace("\n", " ")


def _played_once(driver: Driver) -> None:
    """A play of Saturday Friend that came to its end, by its first options."""
    plays = driver.app.context.plays
    session = plays.begin(plays.library.scenario("saturday-friend"), Mode.ASSESS)
    while session.ending is None:
        made(session, next(offer.option.id for offer in session.offers() if offer.locked is None))
    session.reflect([])


def test_the_guided_order_says_where_to_start_and_what_each_teaches(driver: Driver) -> None:
    assert driver.focus == "fine-fine"
    words = _words(driver)
    assert words.index("First steps") < words.index("Fine, Fine.") < words.index("Start here") < words.index("Sixteen")
    assert words.count("Start here") == 1
    assert "It teaches: The client alone knows what they feel." in words


def test_a_word_finds_a_scenario_by_what_stands_on_its_card(driver: Driver) -> None:
    driver.go_to("find")
    driver.type("dana")
    assert [key for key in driver.keys if key in FIVE] == ["saturday-friend"]
    driver.type("zzz")
    assert "Nothing here fits that." in driver.words()


def test_only_those_that_were_not_played_can_be_shown(driver: Driver) -> None:
    _played_once(driver)
    driver.app.go(ToLibrary())
    driver.wait()
    assert "Next for you" in driver.words()
    driver.enter("show-new")
    assert "saturday-friend" not in driver.keys
    driver.enter("show-tried")
    assert [key for key in driver.keys if key in FIVE] == ["saturday-friend"]


def test_the_focus_comes_back_to_where_one_was(driver: Driver) -> None:
    driver.enter("seeing-someone-else")
    assert driver.screen == "Briefing"
    driver.enter("All scenarios")
    assert driver.focus == "seeing-someone-else"
    pane, widget = driver.find("seeing-someone-else")
    assert pane.scroll <= widget.rect.top < pane.scroll + pane.rect.height


def test_my_plays_opens_each_again_and_counts_endings_without_naming_the_unseen(driver: Driver) -> None:
    _played_once(driver)
    driver.app.go(ToLibrary())
    driver.wait()
    driver.enter("My plays")
    (played,) = driver.app.context.plays.played()
    assert f"Endings seen: 1 of {played.endings}" in driver.words()
    unseen = [n.ending.title for n in played.scenario.nodes.values() if n.ending and n.ending.title not in played.seen]
    assert not [title for title in unseen if title in driver.words()]
    driver.enter(played.plays[0].path.stem)
    assert driver.screen == "Debrief"


def test_without_a_play_my_plays_says_so(driver: Driver) -> None:
    driver.app.go(ToMyPlays())
    driver.wait()
    assert "No conversation was played to its end yet." in driver.words()


def test_scenarios_that_must_be_checked_anew_are_read_beside_the_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_on, shelf = Event(), Library.shelf

    def slow(library: Library) -> object:
        let_on.wait(PATIENCE)
        return shelf(library)

    monkeypatch.setattr(Library, "shelf", slow)
    driver = Driver(a_context(tmp_path, patience=0.0))
    driver.enter("Play")
    assert "Reading the scenarios." in driver.words()
    let_on.set()
    _until(driver, "sample")


def _until(driver: Driver, key: str) -> None:
    for _turn in range(int(PATIENCE * 100)):
        driver.wait(0.01)
        if key in driver.keys:
            return
        pygame.time.wait(10)
    raise AssertionError(f"{key} never comes")


def test_a_debrief_whose_figures_take_long_says_that_it_is_on_its_way(tmp_path: Path) -> None:
    driver = Driver(a_context(tmp_path))
    plays = driver.app.context.plays
    session = made(plays.begin(plays.library.shelf()[0][0], Mode.ASSESS), *SIX)
    session.reflect([])
    driver.app.context = replace(driver.app.context, patience=-1.0)
    driver.app.go(ToDebrief(session))
    driver.wait()
    if driver.screen == "Waiting":
        assert "Working out your debrief" in driver.words()
        _until(driver, "second-reading")
    assert isinstance(driver.app.top, DebriefScreen)


def test_what_was_pressed_before_a_new_screen_is_not_meant_for_it(tmp_path: Path) -> None:
    driver = Driver(a_context(tmp_path))
    driver.app.unseen = False
    driver.go_to("Play")
    pressed = [pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="", scancode=0)] * 3
    answer(driver.app, pressed)
    assert driver.screen == "Library"  # and not in the briefing of its first card
