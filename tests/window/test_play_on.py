"""Playing on from any turn in the window: by keyboard, mouse and gamepad, and a debrief with two paths."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.play.branch import branch_session
from game.play.events import Chosen
from game.play.family import family
from game.play.journal import read_journal
from game.play.play_list import list_plays
from game.window.charts.pair_strip import PairStrip
from game.window.charts.planes import PlanePlot
from game.window.screens.debrief import DebriefScreen
from game.window.voice.sentences import reading, spoken
from tests.support.playing import begin, offered, to_options
from tests.window.conftest import Start
from tests.window.drive import Driver
from tests.window.shots import choose, read_on

pytestmark = pytest.mark.slow

WEAK = ("name-it", "frame-it", "tell", "mend-gossip", "scale", "recommend")
BETTER = ("keep", "ask-goal", "scale", "recommend")


def finish(driver: Driver, choices: tuple[str, ...]) -> None:
    """Plays to the debrief, by keys."""
    for option in choices:
        to_options(driver)
        driver.key(pygame.K_0 + offered(driver)[option])
    to_options(driver)
    driver.enter("See the debrief")


def debrief_of(driver: Driver) -> DebriefScreen:
    screen = driver.app.top
    assert isinstance(screen, DebriefScreen)
    return screen


def a_first_path(driver: Driver) -> None:
    begin(driver)
    finish(driver, WEAK)


def two_paths(driver: Driver) -> None:
    a_first_path(driver)
    driver.enter("turn-3")
    driver.enter("play-on")
    finish(driver, BETTER)


def journals(folder: Path) -> list[Path]:
    return sorted((folder / "logs").glob("*.jsonl"))


def test_playing_on_opens_the_conversation_before_that_choice(start: Start, tmp_path: Path) -> None:
    driver = start()
    a_first_path(driver)
    (first,) = journals(tmp_path)
    before = first.read_bytes()
    driver.enter("turn-3")
    assert "What if?" in driver.words()
    assert "Choose anew in turn 3, in place of “She does, for her neck." in driver.words().replace("\n", " ")
    driver.enter("play-on")
    assert driver.screen == "Conversation"
    read_on(driver)
    assert {"keep", "tell"} < set(offered(driver))
    assert "I saw Priya's name" in driver.words()
    driver.key(pygame.K_h)
    assert "weird" in driver.words()
    assert first.read_bytes() == before
    (branch,) = set(journals(tmp_path)) - {first}
    assert [choice.option for choice in read_journal(branch).choices] == list(WEAK[:2])


def test_the_debrief_of_the_second_path_has_both(start: Start, tmp_path: Path) -> None:
    driver = start()
    two_paths(driver)
    words = driver.words().replace("\n", " ")
    assert "This is path 2, from turn 3." in words
    assert "The first path: a dashed line that ends in a ring" in words
    assert "Compared with the first path" in words
    assert "The choices are the same up to turn 2. The paths split at turn 3." in words
    assert "The paths split here" in words
    assert "The first path: 73" in words
    widgets = [widget for _pane, widget in driver.widgets()]
    plots = [widget for widget in widgets if isinstance(widget, PlanePlot)]
    assert [bool(plot.plane.beside and plot.plane.beside.path) for plot in plots] == [True, True]
    (strip,) = [widget for widget in widgets if isinstance(widget, PairStrip)]
    assert strip.fork == 3
    assert [track.values[:3] for track in strip.others] == [track.values[:3] for track in strip.tracks]
    assert debrief_of(driver).turn == 3
    assert len(family(journals(tmp_path)[0])) == 2


def test_the_first_path_has_the_second_laid_beside_it_in_its_own_debrief(start: Start) -> None:
    driver = start()
    two_paths(driver)
    driver.enter("open-other")
    assert driver.screen == "Debrief"
    assert "This is the first path." in driver.words()
    assert "Compared with path 2, from turn 3" in driver.words()


def test_both_paths_are_told_aloud(start: Start) -> None:
    driver = start()
    two_paths(driver)
    parts = [part for _pane, widget in driver.widgets() if (part := spoken(widget))]
    told = " ".join(reading(part) for part in parts)
    assert "The first path: 73 of 100." in told
    assert "Turn 3: The paths split here." in told
    assert "The first path: Trust, from 0 to 10: 6 at the start, then 7, 7, 4, 6, 6, 7." in told
    assert "The first path: a dashed line that ends in a ring" in told


def test_no_path_need_lie_beside(start: Start) -> None:
    driver = start()
    two_paths(driver)
    driver.enter("beside-0")
    assert "Compared with the first path" not in driver.words()
    assert not any(isinstance(widget, PairStrip) for _pane, widget in driver.widgets())
    driver.enter("beside-1")
    assert "Compared with the first path" in driver.words()


def test_of_several_paths_the_player_picks_one(start: Start) -> None:
    driver = start()
    two_paths(driver)
    driver.enter("turn-5")
    driver.enter("play-on")
    finish(driver, BETTER[2:])
    assert "Compared with path 2, from turn 3" in driver.words()  # the one that it goes on from
    assert "Every choice is the same, from the first to the last." in driver.words().replace("\n", " ")
    driver.enter("beside-1")
    assert "Compared with the first path" in driver.words()
    assert {"beside-0", "beside-1", "beside-2"} <= set(driver.keys)


def test_by_mouse_alone(start: Start, tmp_path: Path) -> None:
    driver = start()
    a_first_path(driver)
    driver.press("turn-3")
    driver.press("play-on")
    for option in BETTER:
        while not getattr(driver.app.top, "offers", ()):
            driver.press("Continue")
        driver.press(f"choice-{offered(driver)[option]}")
    while driver.screen != "Reflection":
        driver.press("Continue")
    driver.press("See the debrief")
    driver.press("beside-0")
    driver.press("beside-1")
    driver.press("open-other")
    assert "This is the first path." in driver.words()
    assert [play.finished for play in list_plays(tmp_path / "logs")] == [True, True]


def test_by_gamepad_alone(start: Start) -> None:
    driver = start()
    a_first_path(driver)

    def button(number: int) -> None:
        pygame.event.post(pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=number, instance_id=0))
        pygame.event.post(pygame.event.Event(pygame.CONTROLLERBUTTONUP, button=number, instance_id=0))
        driver.pump()
        driver.wait()

    for _press in range(60):
        if driver.focus == "play-on":
            break
        button(pygame.CONTROLLER_BUTTON_DPAD_DOWN)
    button(pygame.CONTROLLER_BUTTON_A)
    assert driver.screen == "Conversation"


def test_leaving_after_a_choice_leads_to_both_paths(start: Start) -> None:
    driver = start()
    a_first_path(driver)
    driver.enter("turn-3")
    driver.enter("play-on")
    read_on(driver)
    choose(driver, "keep")
    driver.enter("Leave")
    driver.enter("Leave for now")
    assert driver.screen == "Debrief"
    words = driver.words().replace("\n", " ")
    assert "This play was left before its end" in words
    assert "This path: left before its end" in words


def test_leaving_before_a_choice_leads_back_to_where_it_came_from(start: Start) -> None:
    driver = start()
    a_first_path(driver)
    driver.enter("turn-3")
    driver.enter("play-on")
    read_on(driver)
    driver.enter("Leave")
    driver.enter("Leave for now")
    assert driver.screen == "Debrief"
    assert "Compared with:" not in driver.words()


def test_a_branch_that_was_left_can_be_continued_from_the_title(start: Start, tmp_path: Path) -> None:
    driver = start()
    a_first_path(driver)
    driver.enter("turn-3")
    driver.enter("play-on")
    read_on(driver)
    choose(driver, "keep")
    driver.enter("Leave")
    driver.enter("Leave for now")
    again = start()
    again.enter("continue")
    finish(again, BETTER[1:])
    assert "Compared with the first path" in again.words()
    chosen = [[e.option for e in read_journal(path).events if isinstance(e, Chosen)] for path in journals(tmp_path)]
    assert sorted(chosen) == sorted([list(WEAK), [*WEAK[:2], *BETTER]])


def test_a_play_that_is_kept_nowhere_has_no_way_back(start: Start) -> None:
    driver = start(logs=None)
    a_first_path(driver)
    assert "play-on" not in driver.keys


def test_a_full_disk_is_told_and_the_debrief_stays(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = start()
    a_first_path(driver)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    driver.enter("play-on")
    assert driver.screen == "Message"
    assert "No space left on device" in driver.words().replace("\n", " ")
    driver.key(pygame.K_ESCAPE)
    assert driver.screen == "Debrief"
    assert len(journals(tmp_path)) == 1


def test_a_path_of_a_play_whose_other_was_deleted_is_shown_alone(start: Start, tmp_path: Path) -> None:
    driver = start()
    a_first_path(driver)
    (first,) = journals(tmp_path)
    branch, _notes = branch_session(debrief_of(driver).session.exact, first, 3)
    first.unlink()
    branch.read()
    branch.choose("keep")
    assert branch.journal_path is not None
    assert family(branch.journal_path) == (branch.journal_path,)
